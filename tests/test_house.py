"""Rules of the house that no linter knows. What a linter knows (types, docstrings, imports) is left to `make check`."""

import ast
import itertools
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "vigil"
MODULES = sorted(path.relative_to(SOURCE) for path in SOURCE.rglob("*.py"))

MOST_LINES = 600

TABLES = {"watch/lexicon/english.py", "watch/lexicon/arabic.py", "testimony/english/lexicon.py"}
"""Word lists, read top to bottom like a table: longer than code may be."""

TESTED_ELSEWHERE = {
    "cli/judge.py": "tests/cli/test_incidents.py",
    "cli/weighing.py": "tests/cli/test_incidents.py",
    "model/claim.py": "values without logic",
    "publish/judgement_json.py": "tests/cli/test_incidents.py",
    "usecases/testimony/judge_incidents.py": "tests/usecases/testimony/test_weigh_case.py",
    "usecases/testimony/ports.py": "Protocols and values without logic",
    "incidents/codebooks/weights.py": "a table; tests/incidents/codebooks/test_airwars.py",
    "incidents/codebooks/words_of_harm.py": "word lists; tests/incidents/codebooks/test_befallen.py",
    "model/coverage.py": "values without logic",
    "model/errors.py": "values without logic",
    "model/heard.py": "values without logic",
    "model/ids.py": "values without logic",
    "incidents/name_tables.py": "tables; tests/incidents/test_naming.py",
    "model/observation.py": "values without logic",
    "model/verdict.py": "values without logic",
    "sources/archive_rows.py": "tests/sources, through each archive format",
    "sources/opening.py": "tests/sources, through each format",
    "sources/bluesky/car.py": "tests/sources/bluesky/test_firehose.py, byte by byte",
    "sources/bluesky/watching.py": "tests/sources/bluesky/test_firehose.py and test_jetstream.py",
    "sources/live/pinned.py": "tests/sources/live/test_fetching.py, through a fetch",
    "sources/options.py": "values without logic",
    "sources/sign_in.py": "tests/sources/web/test_page.py",
    "sources/visited.py": "tests/sources/rss and tests/sources/web, through each kind of source",
    "sources/small_tables.py": "tests/sources/test_coverage_file.py and test_watchlist_file.py",
    "sources/telegram/collector.py": "tests/sources/telegram/test_source.py",
    "sources/telegram/pages.py": "tests/sources/telegram/test_asker.py",
    "sources/telegram/post.py": "tests/sources/telegram/test_preview.py",
    "sources/telegram/site.py": "tests/sources/telegram/test_asker.py",
    "sources/telegram/telling.py": "tests/sources/telegram/test_asker.py",
    "sources/x/api.py": "tests/sources/x/test_collector.py",
    "sources/x/asker.py": "tests/sources/x/test_collector.py",
    "sources/x/telling.py": "tests/sources/x/test_collector.py",
    "store/captures.py": "tests/usecases/test_keep_captures.py and test_verify_case.py, through every kind of case",
    "store/syncing.py": "tests/store/test_keeping.py and test_vault.py, with every file written",
    "store/database.py": "tests/store/test_casefile.py",
    "store/header.py": "tests/store/test_casefile.py and test_keeping.py",
    "store/holding.py": "tests/store/test_casefile.py",
    "store/identity.py": "tests/store/test_appending.py",
    "store/logged.py": "tests/store/test_log.py",
    "store/memory.py": "tests/store/test_casefile.py",
    "store/posts.py": "tests/store/test_reading.py",
    "store/signs.py": "tests/store/test_reading.py",
    "store/terms.py": "tests/store/test_appending.py",
    "store/words.py": "tests/store/test_casefile.py",
    "store/writing.py": "tests/store/test_reading.py, which reads what was written",
    "usecases/listening/ears.py": "tests/usecases/listening/test_listen.py",
    "usecases/listening/keeping.py": "tests/usecases/listening/test_listen.py",
    "testimony/deeds.py": "values without logic; tests/testimony/test_english.py and arabic/test_perpetrators.py",
    "testimony/parsed.py": "values without logic",
    "testimony/places/candidates.py": "values without logic",
    "testimony/places/gazetteer.py": "a Protocol and values; tests/testimony/places/test_index.py",
    "testimony/places/words.py": "tests/testimony/places/test_english.py",
    "testimony/times/mention.py": "values without logic",
    "testimony/word_lists.py": "tests/testimony/places, through the lists",
    "testimony/counts/arabic.py": "tests/testimony/counts/test_arabic_reading.py",
    "testimony/counts/arabic_nouns.py": "tests/testimony/counts/test_arabic_reading.py",
    "testimony/counts/arabic_numbers.py": "tests/testimony/counts/test_arabic_reading.py",
    "testimony/counts/english.py": "tests/testimony/counts/test_english_reading.py",
    "testimony/counts/english_kinds.py": "tests/testimony/counts/test_english_reading.py",
    "testimony/counts/english_nouns.py": "tests/testimony/counts/test_english_reading.py",
    "testimony/counts/english_numbers.py": "tests/testimony/counts/test_reading.py and test_english_reading.py",
    "testimony/counts/masks.py": "tests/testimony/counts/test_english_reading.py and test_arabic_reading.py",
    "testimony/counts/mention.py": "values without logic",
    "testimony/counts/numeral.py": "tests/testimony/counts/test_reading.py",
    "testimony/counts/plain.py": "tests/testimony/counts/test_reading.py",
    "testimony/counts/sweep.py": "tests/testimony/counts/test_reading.py",
    "usecases/show_fates.py": "tests/usecases/test_record_fate.py",
    "usecases/listening/collecting.py": "Protocols and values without logic",
    "usecases/listening/ports.py": "Protocols; what stands behind them is tested in tests/store/test_listening.py",
    "usecases/media/ports.py": "Protocols; tests/usecases/media/test_keep_media.py",
    "usecases/ports.py": "Protocols; what stands behind them is tested in tests/store and tests/sources",
    "__main__.py": "tests/cli/test_main.py",
    "bootstrap.py": "tests/cli, through the commands",
    "cli/keep.py": "tests/cli/test_evidence.py",
    "cli/kept_elsewhere.py": "tests/cli/test_evidence.py",
    "cli/late.py": "tests/cli/test_main.py",
    "cli/coverage.py": "tests/cli/test_listen.py and test_imports.py",
    "cli/options.py": "tests/cli, through the commands",
    "cli/progress.py": "tests/cli, through the commands",
    "cli/imports.py": "tests/cli/test_imports.py",
    "cli/refusals.py": "tests/cli/test_imports.py, test_replay.py and test_claims.py",
    "publish/strip_drawing.py": "tests/publish/test_board_html.py",
    "publish/terminal_lines.py": "tests/publish/test_board_terminal.py",
    **{
        f"watch/lexicon/{language}/{room}.py": "tests/watch/test_last_words.py"
        for language in ("arabic", "english")
        for room in ["capture", "company", "farewell", "hope", "injury", "otherwise", "plea", "threat", "vocabulary"]
    },
    "watch/lexicon/phrases.py": "tests/watch/test_last_words.py",
    "watch/lexicon/rule.py": "tests/watch/test_last_words.py",
    "watch/lexicon/words.py": "tests/watch/test_last_words.py",
    "testimony/arabic/actor_words.py": "word lists; tests/testimony/arabic/test_actors.py",
    "testimony/arabic/common_words.py": "a word list; tests/testimony/arabic/test_scene.py",
    "testimony/arabic/event_words.py": "word lists; tests/testimony/arabic/test_triggers.py",
    "testimony/arabic/frame.py": "values without logic; tests/testimony/arabic/test_speech.py",
    "testimony/arabic/function_words.py": "word lists; tests/testimony/arabic/test_dictionary.py",
    "testimony/arabic/handing_on.py": "tests/testimony/arabic/test_dialects.py and test_reading.py",
    "testimony/arabic/trigger.py": "values without logic; tests/testimony/arabic/test_triggers.py",
    "testimony/arabic/people_words.py": "word lists; tests/testimony/arabic/test_people.py",
    "testimony/arabic/speech_words.py": "word lists; tests/testimony/arabic/test_speech.py",
}
"""Modules without a test module of their name, each with where it is tested, or why it need not be.

A package of modules (sources/siege, publish/words) may share one test module of the package's name.
"""


def test_every_module_has_its_tests_at_its_place():
    """tests/ mirrors src/: whoever reads a module finds its tests under the same name."""
    missing = []
    for module in MODULES:
        own = ROOT / "tests" / module.parent / f"test_{module.stem}.py"
        package = ROOT / "tests" / module.parent.parent / f"test_{module.parent.name}.py"
        whole = module.stem.split("_")[0]  # check_words.py is a part of check.py, and tested with it
        part = (SOURCE / module.parent / f"{whole}.py").exists() and own.with_name(f"test_{whole}.py").exists()
        if module.name == "__init__.py" or own.exists() or part or (len(module.parts) > 2 and package.exists()):
            continue
        if "migrations" not in module.parts and str(module.as_posix()) not in TESTED_ELSEWHERE:
            missing.append(str(module))
    assert not missing, "no test module, and no reason in TESTED_ELSEWHERE"


def test_no_excuse_outlives_its_module():
    """A module in the list is there, and has no test module of its own."""
    for module in TESTED_ELSEWHERE:
        path = Path(module)
        assert (SOURCE / path).exists(), module
        if module != "cli/imports.py":
            assert not (ROOT / "tests" / path.parent / f"test_{path.stem}.py").exists(), module


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_module_is_one_idea(module):
    """Short enough to be read in one go, finished, and silent: words go through the command line."""
    text = (SOURCE / module).read_text(encoding="utf-8")
    if module.as_posix() not in TABLES:
        assert text.count("\n") <= MOST_LINES
    assert not re.search(r"\b(TODO|FIXME|XXX|HACK)\b", text)
    called = [node.func for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    assert not [name for name in called if isinstance(name, ast.Name) and name.id in {"print", "breakpoint"}]


def test_nothing_else_reaches_the_network():
    """Connections are made in sources/live, to the host that was named; web/ serves one page, on loopback."""
    reaching = "socket|socketserver|http|urllib\\.request|httpcore|httpx|websockets|requests|ftplib|smtplib|ssl|aiohttp"
    outward = rf"^\s*(import|from) ({reaching})\b"
    for module in MODULES:
        if module.parts[0] != "web" and module.parts[:2] != ("sources", "live"):
            assert not re.search(outward, (SOURCE / module).read_text(encoding="utf-8"), re.MULTILINE), module


def test_importing_a_module_reads_no_environment():
    """Settings are read in bootstrap, and passed on."""
    for module in MODULES:
        if module.as_posix() in {"bootstrap.py", "web/board_server.py"}:
            continue  # the second asks whether there is a desktop to open a browser on
        text = (SOURCE / module).read_text(encoding="utf-8")
        assert "os.environ" not in text, module
        assert "getenv" not in text, module


def test_the_lock_file_names_every_dependency_and_no_address():
    """What pyproject asks for is locked, by hash, and the lock file does not say where packages come from."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (ROOT / "requirements" / "lock.txt").read_text(encoding="utf-8")
    locked = {name.lower().replace("_", "-") for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)}
    wanted = [*project["project"]["dependencies"], *itertools.chain(*project["dependency-groups"].values())]
    for requirement in wanted:
        assert re.split(r"[<>=!~ \[]", requirement)[0].lower().replace("_", "-") in locked, requirement
    for text in (lock, (ROOT / "requirements" / "uv.txt").read_text(encoding="utf-8")):
        assert "://" not in text
        assert "--index" not in text
        assert text.count("==") <= text.count("--hash=sha256:")


IMPORTED_AS = {"c2pa_python": "c2pa", "pillow": "PIL"}


def test_what_is_asked_for_is_used():
    """No dependency is carried that nothing imports: each one is something else to trust."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    source = "".join((SOURCE / module).read_text(encoding="utf-8") for module in MODULES)
    for requirement in project["project"]["dependencies"]:
        name = re.split(r"[<>=!~ \[]", requirement)[0].replace("-", "_")
        if name != "tzdata":  # zoneinfo reads it where the system has no zones
            imported = IMPORTED_AS.get(name, name)
            assert re.search(rf"^\s*(import|from) {imported}\b", source, re.MULTILINE), name

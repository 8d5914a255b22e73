"""`vigil` itself: what it lists, how soon it answers, and how it fails."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from vigil.cli.late import loaded
from vigil.cli.main import COMMANDS, app

HEAVY = ("polars", "numpy", "numba", "scipy", "sqlalchemy", "pyarrow", "jinja2", "alembic", "vigil.bootstrap")


def commands(of=None, words=()):
    """Every command there is, groups and their members: the words that lead to it, and the command."""
    group = of or get_command(app)
    for name in group.list_commands(None):
        one = loaded(COMMANDS[name][0]).commands[name] if of is None else group.get_command(None, name)
        yield (*words, name), one
        if isinstance(one, TyperGroup):
            yield from commands(one, (*words, name))


def vigil(*words, **environment):
    """Run `vigil` as a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", "from vigil.cli.main import main; main()", *words],
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "200", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_listed_with_the_first_sentence_of_its_own_help(name):
    """The table that makes `--help` quick says what the commands say."""
    module, sentence = COMMANDS[name]
    own = loaded(module).commands[name].help
    assert own is not None
    assert " ".join(own.split()).startswith(sentence)


def test_listing_the_commands_loads_no_heavy_library():
    """`vigil --help` and tab completion answer at once: they load nothing they do not need."""
    script = f"""
import sys
from pathlib import Path
from vigil.cli.main import app
try:
    app(["--help"])
except SystemExit:
    print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""
    listed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert listed.stderr.strip() == "[]"


@pytest.mark.parametrize("words", [words for words, _ in commands()], ids=" ".join)
def test_every_command_has_help_an_example_and_a_word_on_each_option(words):
    """Nobody has to read the code to use a command."""
    command = dict(commands())[words]
    assert command.help
    if not isinstance(command, TyperGroup):
        assert command.epilog, "an example is missing: epilog='Example: vigil ...'"
        assert f"vigil {' '.join(words)}" in command.epilog
    for parameter in command.params:
        assert getattr(parameter, "help", None), parameter.name


def test_every_command_prints_its_help_and_returns_0():
    """As a process, without a terminal, the way a script asks; one for all, as each loads the same libraries."""
    script = """
import sys
from pathlib import Path
from vigil.cli.main import main
for words in sys.argv[1:]:
    sys.argv = ["vigil", *words.split(), "--help"]
    try:
        main()
    except SystemExit as left:
        assert left.code == 0, words
"""
    every = ["", *(" ".join(words) for words, _ in commands())]
    told = subprocess.run([sys.executable, "-c", script, *every], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.count("Usage: vigil") == len(every)


@pytest.mark.parametrize(
    ("typed", "number", "offered"), [("vigil conf", "1", "confirm-return"), ("vigil case re", "2", "rekey")]
)
def test_tab_completes_commands(typed, number, offered):
    """Commands are completed before and after their module is loaded."""
    told = vigil(_VIGIL_COMPLETE="complete_bash", COMP_WORDS=typed, COMP_CWORD=number)
    assert offered in told.stdout.split()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_the_completion_script_can_be_shown(shell):
    """`vigil --show-completion` works in the shells people have, told which: a test has no shell to be found in."""
    told = vigil("--show-completion", shell, _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert told.returncode == 0
    assert "VIGIL_COMPLETE" in told.stdout


@pytest.mark.parametrize("words", [(), ("case",)])
def test_a_command_without_its_words_prints_its_help_and_no_riddle(words):
    """A bare `vigil` is misuse, answered with the help alone."""
    told = vigil(*words)
    assert (told.returncode, told.stderr) == (2, "")
    assert "Usage: vigil" in told.stdout


def test_a_mistyped_command_is_answered_with_the_nearest():
    """The sentence names what was meant."""
    told = vigil("fat")
    assert (told.returncode, told.stdout) == (2, "")
    assert "fate" in told.stderr


@pytest.mark.parametrize("module", ["vigil", "vigil.cli.main"])
def test_python_runs_it_as_a_module(module):
    """`python -m` works where the command is not on the path, and says as much as the command."""
    told = subprocess.run([sys.executable, "-m", module, "--version"], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("vigil ")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no broken pipes to speak of")
@pytest.mark.parametrize(
    ("words", "stream"),
    [
        (("--help",), "stdout"),
        (("replay", "--help"), "stdout"),
        (("check",), "stderr"),
        (("demo", "--as-of", "2016-12-05T05:00:00Z", "--no-html"), "stdout"),
        (("demo", "--as-of", "2016-12-05T05:00:00Z", "--no-html"), "stderr"),
    ],
)
def test_a_reader_that_goes_away_is_no_finding(words, stream):
    """`vigil ... | head` ends quietly, and never with the exit code that says: checked, not satisfied."""
    reading, writing = os.pipe()
    os.close(reading)
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: writing}
    environment = {**os.environ, "VIGIL_CASE": "", "NO_COLOR": "1"}
    done = subprocess.run([sys.executable, "-m", "vigil", *words], check=False, env=environment, **streams)
    os.close(writing)
    assert done.returncode == 141
    assert b"Traceback" not in (done.stderr or b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no disk that is always full")
@pytest.mark.parametrize("words", [["--help"], ["sources", "kinds"]])
def test_a_full_disk_is_no_finding(words):
    """Output that is cut off ends with 3 and a sentence, and never with 1, which would read as not satisfied."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "vigil", *words], check=False, stdout=full, stderr=subprocess.PIPE, env=_plain()
        )
    assert done.returncode == 3
    assert b"cannot be written whole" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell closes it")
def test_a_stdout_that_was_closed_is_nobody_who_reads():
    """Where nothing could be told the exit code says so, and there is no traceback."""
    command = f"{shlex.quote(sys.executable)} -m vigil sources kinds bluesky >&-"
    done = subprocess.run(["sh", "-c", command], check=False, stderr=subprocess.PIPE, env=_plain())
    assert done.returncode == 141
    assert b"Traceback" not in done.stderr


def _plain():
    return {**os.environ, "VIGIL_CASE": "", "NO_COLOR": "1"}

"""docs/evidence.md is run as it stands, by tools Vigil has no hand in."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from vigil.evidence.leaf import FORMAT, EntryKind
from vigil.evidence.signed_note import encode_verifier_key, parse_verifier_key
from vigil.evidence.verify import DoubtKind, Leaf, verify_log

PAGE = (Path(__file__).parents[2] / "docs" / "evidence.md").read_text(encoding="utf-8")
STEPS = re.findall(r"^```sh\n(.*?)^```\n(?:```text\n(.*?)^```\n)?", PAGE, re.MULTILINE | re.DOTALL)
TOOLS = ("bash", "openssl", "python3", "sha256sum", "xxd")


@pytest.fixture(scope="module")
def worked(tmp_path_factory):
    """The page's steps, done in order in one folder: what each printed."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"docs/evidence.md was NOT run: no {', '.join(missing)}")
    folder = tmp_path_factory.mktemp("expert")
    printed = []
    for script, _ in STEPS:
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script], cwd=folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        printed.append(done.stdout)
    return folder, printed


def test_every_step_prints_what_the_page_says(worked):
    """An expert who types it sees it."""
    assert len(STEPS) >= 6
    assert worked[1] == [expected for _, expected in STEPS]


def test_vigil_says_the_same_of_the_page_s_log(worked):
    """The log the plain tools were given is verified by ours as well: two implementations, one answer."""
    folder, _ = worked
    entries = (folder / "entries").read_bytes().split(b"\n")[:-1]
    key = parse_verifier_key((folder / "key").read_text().strip())
    report = verify_log(
        [Leaf(entry) for entry in entries], checkpoints=[(folder / "checkpoint").read_bytes()], keys=[key]
    )
    assert report.verified
    assert encode_verifier_key(key) in (folder / "key").read_text()


@pytest.mark.parametrize("part", ["content", "salt", "entry", "proof", "checkpoint"])
def test_the_page_s_steps_notice_a_change(worked, tmp_path, part):
    """Done again over a changed file, some step prints something else or fails."""
    folder, _ = worked
    changed = bytearray((folder / part).read_bytes())
    changed[5] ^= 1
    again = [f"cp {folder}/{name} ." for name in ("content", "salt", "entry", "proof", "checkpoint", "key", "entries")]
    (tmp_path / "changed").write_bytes(changed)
    script = "\n".join([*again, f"cp changed {part}", *(step for step, _ in STEPS[1:4])])
    done = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout != "".join(expected for _, expected in STEPS[1:4])


@pytest.mark.parametrize("word", [*DoubtKind, *EntryKind, FORMAT], ids=str)
def test_every_word_of_the_log_is_on_the_page(word):
    """What stands in an entry or a report can be looked up."""
    assert f"`{word}`" in PAGE or f'"{word}"' in PAGE

"""`vigil demo`, as typed: the story, the board, and where the page is."""

import subprocess
import sys

import pytest

from vigil.cli.check import PageLanguage
from vigil.cli.demo import _is_ours
from vigil.publish.words import words_for


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What the demo prints and leaves in an empty folder."""
    folder = tmp_path_factory.mktemp("demo")
    done = subprocess.run(
        [sys.executable, "-c", "from vigil.cli.main import main; main()", "demo"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    return done, folder


def test_the_demo_tells_its_story_and_says_it_is_simulated(told):
    """The goodbye, the outage, the deaf collector and the return are told, on a board that says nobody in it exists."""
    done, _ = told

    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith("SIMULATED")
    for said in ("deleted", "outage", "deaf", "returned", "dark", "None of these people exist"):
        assert said in done.stdout


def test_the_demo_writes_its_page_and_says_where(told):
    """One page, for its owner's eyes, that says what it is; nothing else is left behind."""
    done, folder = told
    (page,) = folder.iterdir()

    assert page.name in done.stderr
    assert page.stat().st_mode & 0o077 == 0
    assert "simulated" in page.read_text(encoding="utf-8").lower()


@pytest.mark.parametrize("lang", list(PageLanguage))
def test_a_page_of_an_earlier_demo_may_be_replaced_in_any_language(tmp_path, lang):
    """And nobody else's file."""
    page, other = tmp_path / "page.html", tmp_path / "notes.html"
    page.write_text(f"<html><p>{words_for(lang.value)('simulated_says')}", encoding="utf-8")
    other.write_text("<html><p>notes", encoding="utf-8")

    assert _is_ours(page)
    assert not _is_ours(other)

"""A picture of a page is taken, nothing near us is asked for, and nothing is left behind."""

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

import pytest
from page_stand_in import Page, pages

from vigil.model.errors import Unavailable
from vigil.sources.live.browser import find_browser, picture
from vigil.sources.live.fetching import FetchSettings

BROWSER = find_browser()
HERE = FetchSettings(loopback=True, within_s=120)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where temporary folders are made: its path is short, for a browser puts sockets into it."""
    with tempfile.TemporaryDirectory() as short:
        monkeypatch.setattr(tempfile, "tempdir", short)
        yield Path(short)


def fake(path, script):
    """A program in place of a browser: `words` is what it is told, `target` where to put the picture."""
    whole = f"""#!{sys.executable}
import os, sys, time
words = sys.argv[1:]
target = next(word.partition("=")[2] for word in words if word.startswith("--screenshot="))
{script}
"""
    path.write_text(whole)
    path.chmod(0o700)
    return path


def take(browser, settings=HERE):
    return asyncio.run(picture("https://page.example/", browser, settings))


def test_it_is_alone_and_leaves_nothing(folder, tmp_path, monkeypatch):
    """A private profile, a proxy of ours for everything, nothing of the desk's environment, and a folder that goes."""
    monkeypatch.setenv("HTTPS_PROXY", "http://desk.example")
    told = tmp_path / "told"
    script = f"""
open({str(told)!r}, "w").write(repr((words, dict(os.environ), oct(os.stat(os.path.dirname(target)).st_mode))))
open(target, "wb").write(b"\\x89PNG\\r\\n picture")
"""
    assert take(fake(tmp_path / "chromium", script)).endswith(b"picture")
    said = told.read_text()
    assert "desk.example" not in said
    assert "0o40700" in said
    assert "--proxy-server=http://127.0.0.1:" in said
    assert "--proxy-bypass-list=<-loopback>" in said
    assert "--no-sandbox" not in said
    assert not list(folder.glob("vigil-*"))


@pytest.mark.parametrize(
    "script", ["sys.exit(1)", 'open(target, "w").write("no picture")', "os.kill(os.getpid(), 9)", "os.mkdir(target)"]
)
def test_a_browser_that_gives_no_picture_is_told(folder, tmp_path, script):
    """Whatever became of it."""
    with pytest.raises(Unavailable):
        take(fake(tmp_path / "chromium", script))
    assert not list(folder.glob("vigil-*"))


def test_a_browser_that_does_not_end_is_ended_with_all_it_began(folder, tmp_path):
    """Its helpers too."""
    children = tmp_path / "children"
    script = f"""
child = os.fork()
open({str(children)!r}, "a").write(str(os.getpid()) + "\\n")
time.sleep(600)
"""
    with pytest.raises(Unavailable, match="in time"):
        take(fake(tmp_path / "chromium", script), FetchSettings(within_s=3))
    for line in children.read_text().split():
        assert _ends(int(line))


def _ends(number, within_s=20):
    """Whether it is gone within so long: a kill is delivered when the machine comes to it."""
    until = time.monotonic() + within_s
    while _state(number) not in {None, "Z"}:
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def _state(number):
    try:
        os.kill(number, 0)
        return Path(f"/proc/{number}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return None


def test_no_browser_is_told(tmp_path):
    """It does not start."""
    with pytest.raises(Unavailable):
        take(tmp_path / "nothing")


@pytest.mark.skipif(BROWSER is None, reason="no browser on this machine: pictures of pages are NOT tested here")
def test_a_real_browser_shows_a_page_and_asks_nobody_near(folder):
    """Its own pictures are asked for, ours are not; and it tells nobody else that it is there."""
    asked_for = []

    async def resolve(host, port):
        asked_for.append(host)
        if host != "page.example":
            raise OSError
        return ["127.0.0.1"]

    page = b"""<h1>Words</h1><img src=/own.png><img src=http://near.example/x.png><img src=http://10.0.0.1/x.png>
    <script>fetch('http://169.254.169.254/latest').catch(() => 0)</script>"""

    def answer(path, headers):
        return Page(page, headers={"Content-Type": "text/html"}) if path == "/a" else Page(b"x")

    with pages(answer) as (base, asked):
        at = f"http://page.example:{base.rpartition(':')[2]}/a"
        png = asyncio.run(picture(at, BROWSER, HERE, sandbox=False, resolve=resolve))
    assert png.startswith(b"\x89PNG")
    assert {path for path, _ in asked} >= {"/a", "/own.png"}
    assert set(asked_for) <= {"page.example", "near.example", "10.0.0.1", "169.254.169.254"}
    assert not list(folder.glob("vigil-*"))

"""What a page looks like, as a browser on this machine shows it: a picture, for those who will not read its source.

The browser begins with an empty profile in a private folder that is removed afterwards, knows no one's passwords and
cookies, and reaches the network only through a proxy of ours (`guard`). It runs the page's scripts, in its sandbox, and
asks for what they ask for: whoever made the page can see more of the visit than of a plain look.
"""

import asyncio
import contextlib
import os
import re
import shutil
import signal
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from vigil.model.errors import Unavailable
from vigil.sources.live.fetching import FetchSettings, proxy_of
from vigil.sources.live.guard import guarded
from vigil.sources.live.pinned import Resolve, resolve_by_system

BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
"""Chromium and what is made of it; Firefox takes its proxy in another way and is not used."""

_THE_BROWSERS_OWN = re.compile(
    r"(?:www|accounts|clients\d*|clientservices|update|safebrowsing|android|mtalk)\.google\.com|"
    r"(?:[a-z0-9-]+\.)*(?:update|safebrowsing|optimizationguide-pa|content-autofill|clientservices)\.googleapis\.com|"
    r"(?:[a-z0-9.-]+\.)?gvt1\.com"
)
"""Hosts that Chromium asks for by itself, measured on version 150, and those its switches are said to silence. A page
that shows something of theirs is shown without it."""

MOST_PICTURE_BYTES = 64_000_000

_SIZE = "1280,4000"  # pixels: the width of a usual screen, and so much of a page's length

_WAIT_MS = 15_000  # for a page that never finishes loading


def find_browser() -> Path | None:
    """A browser on this machine that can show a page without a window. None: there is none."""
    found = (shutil.which(name) for name in BROWSERS)
    return next((Path(path) for path in found if path is not None), None)


async def picture(
    url: str,
    browser: Path,
    settings: FetchSettings,
    *,
    sandbox: bool = True,
    resolve: Resolve = resolve_by_system,
) -> bytes:
    """The page as PNG, 1280 pixels wide.

    Args:
        url: Of the page, as `fetching.web_address` gives it.
        browser: As `find_browser` found it.
        settings: Of these: how many bytes and seconds at most, the proxy, and whether this machine may be asked.
        sandbox: Off only for pages of one's own.
        resolve: Resolves names.
    Raises:
        Unavailable: The browser does not start or gives no picture.
    """
    proxy, own = proxy_of(settings.proxy) if settings.proxy else None, urlsplit(url).hostname
    with tempfile.TemporaryDirectory(prefix="vigil-", ignore_cleanup_errors=True) as folder:
        target = Path(folder) / "page.png"
        async with guarded(
            most_bytes=settings.most_bytes,
            proxy=proxy,
            loopback=settings.loopback,
            resolve=resolve,
            wanted=lambda host: host == own or _THE_BROWSERS_OWN.fullmatch(host) is None,
        ) as port:
            words = _words(url, Path(folder), target, port, sandbox=sandbox)
            await _run(browser, words, Path(folder), within_s=settings.within_s)
        try:
            with target.open("rb") as stream:
                png = stream.read(MOST_PICTURE_BYTES + 1)
        except OSError as error:
            raise Unavailable(
                "the browser gave no picture of the page: it does not run as root, or the page could not be shown"
            ) from error
    if not png.startswith(b"\x89PNG\r\n") or len(png) > MOST_PICTURE_BYTES:
        raise Unavailable("what the browser gave is no picture, or too large")
    return png


def _words(url: str, folder: Path, target: Path, port: int, *, sandbox: bool) -> list[str]:
    return [
        "--headless=new",
        f"--user-data-dir={folder / 'profile'}",
        f"--screenshot={target}",
        f"--window-size={_SIZE}",
        f"--timeout={_WAIT_MS}",
        "--hide-scrollbars",
        f"--proxy-server=http://127.0.0.1:{port}",
        "--proxy-bypass-list=<-loopback>",  # by itself it would not use the proxy for this machine
        "--disable-quic",
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-client-side-phishing-detection",
        "--disable-sync",
        "--disable-default-apps",
        "--disable-extensions",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-pings",
        "--no-first-run",
        "--no-default-browser-check",
        "--password-store=basic",
        "--use-mock-keychain",
        *([] if sandbox else ["--no-sandbox"]),
        "--",
        url,
    ]


async def _run(browser: Path, words: list[str], folder: Path, *, within_s: float) -> None:
    """Run it to its end, or to the end of its time; nothing of it is left over."""
    alone = {"HOME": str(folder), "TMPDIR": str(folder), "PATH": os.defpath, "LANG": "C.UTF-8"}
    try:
        process = await asyncio.create_subprocess_exec(
            browser,
            *words,
            env=alone,  # neither the desk's proxy nor its screen, nor anything else that is set here
            cwd=folder,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,  # it writes addresses
            start_new_session=True,
        )
    except OSError as error:
        raise Unavailable("the browser does not start") from error
    try:
        await asyncio.wait_for(process.wait(), within_s)
    except TimeoutError as error:
        raise Unavailable("the browser did not show the page in time") from error
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)  # its own group: it leaves helpers behind
        await process.wait()

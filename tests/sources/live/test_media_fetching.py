"""What keeping media asks for is had, and what will never be had is told from what may be had later."""

import asyncio
from dataclasses import replace

import pytest
from page_stand_in import Page, pages

from vigil.model.errors import InvalidInput, Unavailable
from vigil.sources.live.fetching import Fetcher, FetchSettings
from vigil.sources.live.media_fetching import SETTINGS, MediaFetcher


def fetch(url, *, most_bytes=1000, loopback=True):
    settings = FetchSettings(loopback=loopback, within_s=60.0)
    return asyncio.run(MediaFetcher(Fetcher(settings))(url, most_bytes=most_bytes))


def test_the_answer_after_redirects_is_given():
    """With the address it came from, its status, headers and bytes."""

    def answer(path, headers):
        return Page(b"", 302, {"Location": "/there"}) if path == "/1" else Page(b"picture", 200, {"X-A": "1"})

    with pages(answer) as (base, _):
        had = fetch(f"{base}/1")
    assert (had.url, had.status, had.body) == (f"{base}/there", 200, b"picture")
    assert ("X-A", "1") in had.headers
    assert had.received_at.tzinfo is not None


def test_what_will_never_be_had_is_told_apart():
    """Too large, a private network, no address: never. A host that is not there: not now. None is named."""
    with pages(lambda path, headers: Page(b"x" * 2000)) as (base, _):
        for url, more in ((f"{base}/1", {}), (f"{base}/1", {"loopback": False}), ("file:///etc/passwd", {})):
            with pytest.raises(InvalidInput) as error:
                fetch(url, **more)
            assert url not in str(error.value)
    with pytest.raises(Unavailable):
        fetch(f"{base}/1")


def test_a_video_has_time_to_come():
    """Longer than a page has, and as many bytes as a capture holds."""
    assert SETTINGS.within_s > FetchSettings().within_s
    assert replace(SETTINGS, proxy=None).most_bytes == 256 * 2**20

"""Media are kept beside whoever keeps posts, who never waits for them and learns what went wrong."""

import asyncio
import threading
from contextlib import contextmanager

import pytest
from captured import ONE, SWALLOW, capture, ticking
from case_kinds import Kept

from vigil.model.errors import IntegrityError, Unavailable
from vigil.model.heard import Media
from vigil.model.media import MediaFacts
from vigil.model.witness import Basis, WatchedAccount, Witness
from vigil.usecases.keep_captures import keep_captures
from vigil.usecases.media.keep_beside import MediaBeside
from vigil.usecases.media.keep_media import MediaKeeper


class Answered:
    status, headers, body = 200, (), b"a picture"

    def __init__(self, url, at):
        self.url, self.received_at = url, at


@pytest.fixture(params=["plain", "encrypted"])
def kept(request, tmp_path):
    kept = Kept(request.param, tmp_path / "aleppo.vigil")
    with kept.writer() as case:
        case.put_witness(Witness(name=SWALLOW, accounts=(WatchedAccount(account=ONE),), basis=Basis.CONSENT))
    return kept


def beside(kept, fetch=None, examine=None):
    clock = ticking()

    async def at_once(url, *, most_bytes):
        return Answered(url, clock())

    async def a_picture(body):
        return MediaFacts(mime="image/jpeg")

    @contextmanager
    def make():
        with kept.writer() as case:
            yield MediaKeeper(case, fetch or at_once, examine or a_picture, version="1", clock=clock)

    return MediaBeside(make)


def shown(at):
    return Media(url=f"https://pictures.example/{at}.jpg", account=ONE, post=str(at))


def test_it_keeps_while_posts_are_kept(kept):
    """Both in one case; finished, all that was offered is there."""
    with kept.writer() as case, beside(kept) as media:
        for at in range(20):
            keep_captures([capture(b"post %d" % at, ONE)], case=case, clock=ticking())
            media.offer([shown(at)])
        assert media.finish(within_s=60)
        assert (media.counts.kept, media.counts.waiting, media.trouble) == (20, 0, None)
        assert len(list(case.evidence.media())) == 20


def test_leaving_it_breaks_off_what_is_fetched(kept):
    """A server that never ends its answer holds nobody up; offering to it never waited either."""
    asked = threading.Event()

    async def never(url, *, most_bytes):
        asked.set()
        await asyncio.Event().wait()

    with beside(kept, fetch=never) as media:
        media.offer([shown(at) for at in range(5)])
        assert asked.wait(60)
        assert not media.finish(within_s=0.01)
        assert media.counts.waiting == 5
    with kept.reader() as case:
        assert list(case.evidence.media()) == []


def test_a_case_that_does_not_open_is_said_at_once():
    """Where it begins, not when the first picture comes."""

    @contextmanager
    def make():
        raise Unavailable("the case is not there")
        yield

    with pytest.raises(Unavailable, match="not there"), MediaBeside(make):
        pass


def test_what_ends_it_is_told_and_raised_at_the_end(kept):
    """Posts are kept on meanwhile: a fault with media is no reason to be deaf."""

    async def contradicts(body):
        raise IntegrityError("the case contradicts itself")

    told = []

    def run():
        with beside(kept, examine=contradicts) as media:
            media.offer([shown(1)])
            assert media.finish(within_s=60)
            told.append(media.trouble)
            media.offer([shown(2)])

    with pytest.raises(IntegrityError, match="contradicts"):
        run()
    assert told == ["the case contradicts itself"]

"""Each file that a post shows is kept once, whatever its server does; nothing holds the listener up."""

import asyncio
import threading
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from captured import BEGUN_AT, ONE, SWALLOW, ticking
from case_kinds import Kept
from media_made import picture, saved
from page_stand_in import Page, pages

from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.heard import Media
from vigil.model.media import MediaFacts
from vigil.model.witness import Basis, WatchedAccount, Witness
from vigil.sources.live.fetching import Fetcher, FetchSettings
from vigil.sources.live.media_fetching import MediaFetcher
from vigil.sources.media.examining import Examiner
from vigil.usecases.media.keep_media import MediaCounts, MediaKeeper, MediaSettings
from vigil.usecases.verify_case import verify_case

SOON = MediaSettings(waits_s=(0.0, 0.0, 0.0), held_up_wait_s=0.0)
PNG = saved(picture(1, (60, 40)), "PNG")
PICTURE = "https://pictures.example/1.jpg"


@dataclass(frozen=True)
class Answered:
    url: str
    body: bytes = b"bytes of a picture"
    status: int = 200
    headers: tuple = (("Content-Type", "image/jpeg"),)
    received_at: datetime = datetime(2016, 12, 5, 7, tzinfo=UTC)


class Server:
    """Answers as scripted: by address a list of answers or errors, the last of which stays."""

    def __init__(self, **script):
        self.script = {f"https://pictures.example/{name}.jpg": list(answers) for name, answers in script.items()}
        self.asked = []

    async def __call__(self, url, *, most_bytes):
        self.asked.append(url)
        await asyncio.sleep(0)
        answers = self.script.get(url, [Answered(url)])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


async def examine(body):
    if body.startswith(b"<html"):
        return MediaFacts(mime="text/html", unreadable="files of this kind are not read")
    return MediaFacts(mime="image/jpeg", width=len(body), unreadable="broken" if b"broken" in body else None)


@pytest.fixture(params=["memory", "plain", "encrypted"])
def kept(request, tmp_path):
    return opened(request.param, tmp_path)


def opened(kind, folder):
    kept = Kept(kind, folder / "aleppo.vigil")
    with kept.writer() as case:
        case.put_witness(Witness(name=SWALLOW, accounts=(WatchedAccount(account=ONE),), basis=Basis.CONSENT))
    return kept


def shown(name="1", post="11"):
    return Media(url=f"https://pictures.example/{name}.jpg", account=ONE, post=post)


def keeper(case, server, settings=SOON, examine=examine):
    return MediaKeeper(case, server, examine, version="1", clock=ticking(), settings=settings)


def keep(case, server, *media, settings=SOON, examine=examine) -> MediaCounts:
    """Offer media and keep them, with all tries, to the end."""

    async def all_of_it():
        made = keeper(case, server, settings, examine)
        running = asyncio.create_task(made.run())
        for each in media:
            made.offer(each)
        while made.counts.waiting:
            await asyncio.sleep(0.001)
        made.finish()
        await running
        return made.counts

    return asyncio.run(asyncio.wait_for(all_of_it(), 60))


def test_what_a_post_shows_is_a_capture_with_its_facts(kept):
    """Bytes, address after redirects, headers, status and post; the address the post gave beside the facts."""
    server = Server(**{"1": [Answered("https://elsewhere.example/a", status=203)]})
    with kept.writer() as case:
        counts = keep(case, server, shown())
        (one,) = case.evidence.media()
        (leaf,) = [leaf for leaf in case.evidence.leaves() if leaf.said is not None]
        assert case.evidence.read_content(leaf.filed) == b"bytes of a picture"
        assert not [doubt for doubt in verify_case(case).doubts if doubt.kind not in {"no_checkpoint", "uncovered"}]
    assert counts == MediaCounts(kept=1, kept_bytes=18)
    assert (one.said.url, one.said.status, one.said.post, one.said.account) == (
        "https://elsewhere.example/a",
        203,
        "11",
        ONE,
    )
    assert (one.said.collector, one.said.headers) == ("media", (("Content-Type", "image/jpeg"),))
    assert one.record.url == PICTURE
    assert one.record.facts.mime == "image/jpeg"
    assert one.said.captured_at > BEGUN_AT


def test_what_is_kept_is_not_fetched_again(kept):
    """Not in this session, and not in the next; on another post it is another, and its bytes are stored once."""
    server = Server()
    with kept.writer() as case:
        assert keep(case, server, shown(), shown(), shown()).known == 2
        assert keep(case, server, shown(), shown(post="12")) == MediaCounts(kept=1, kept_bytes=18, known=1)
        assert server.asked == [PICTURE, PICTURE]
        assert case.evidence.n_contents() == 1
        assert [one.said.post for one in case.evidence.media()] == ["11", "12"]


def test_what_is_not_to_be_had_now_is_asked_for_again(kept):
    """A host that does not answer, one that has too much to do, a page to log in in its place."""
    here = Answered(PICTURE)
    for trouble in (
        Unavailable("the host does not answer"),
        ValueError("a fault of the fetcher"),
        Answered(PICTURE, status=503),
        Answered(PICTURE, status=429),
        Answered(PICTURE, body=b""),
        Answered(PICTURE, body=b"<html>log in"),
    ):
        server = Server(**{"1": [trouble, trouble, here]})
        with kept.writer() as case:
            before = len(list(case.evidence.media()))
            counts = keep(case, server, shown(post=f"post {before}"))
            assert (counts.kept, counts.failed, counts.given_up) == (1, 2, 0), trouble
            assert len(list(case.evidence.media())) == before + 1


def test_tries_have_an_end(kept):
    """After so many it is given up; offered again, it is tried again."""
    server = Server(**{"1": [Unavailable("the host does not answer")]})
    with kept.writer() as case:
        assert keep(case, server, shown()) == MediaCounts(failed=3, given_up=1)
        assert len(server.asked) == 4
        server.script.clear()
        assert keep(case, server, shown()).kept == 1


@pytest.mark.parametrize(
    "answer", [Answered(PICTURE, status=404), Answered(PICTURE, status=403), InvalidInput("no address")], ids=repr
)
def test_what_will_never_be_had_is_given_up_at_once(kept, answer):
    """It is gone, refused, or no address; nothing of it is kept as if it were the picture."""
    server = Server(**{"1": [answer]})
    with kept.writer() as case:
        assert keep(case, server, shown()) == MediaCounts(given_up=1)
        assert len(server.asked) == 1
        assert case.evidence.log.size() == 0


def test_what_cannot_be_read_is_kept_all_the_same(kept):
    """The bytes are evidence whatever they are; that they could not be read is counted."""
    server = Server(**{"1": [Answered(PICTURE, body=b"broken")]})
    with kept.writer() as case:
        assert keep(case, server, shown()) == MediaCounts(kept=1, kept_bytes=6, unreadable=1)
        (one,) = case.evidence.media()
        assert one.record.facts.unreadable == "broken"


def test_what_cannot_be_kept_costs_itself_only(kept, monkeypatch):
    """Too large a file is given up, the next is kept."""
    monkeypatch.setattr("vigil.store.captures.MOST_BYTES", 100)
    server = Server(**{"1": [Answered(PICTURE, body=b"x" * 101)]})
    with kept.writer() as case:
        counts = keep(case, server, shown(), shown("2"))
        assert (counts.kept, counts.given_up) == (1, 1)


def test_a_full_disk_is_waited_for(kept, monkeypatch):
    """What was fetched is written once it can be, and why it could not be is said meanwhile."""
    with kept.writer() as case:
        add, full = case.evidence.add, [Unavailable("the disk is full"), Unavailable("the disk is full")]
        said = []

        def fail_first(captures, *, recorded_at):
            said.append(made.counts.held_up)
            if full:
                raise full.pop()
            return add(captures, recorded_at=recorded_at)

        monkeypatch.setattr(case.evidence, "add", fail_first)

        async def until_kept():
            made.offer(shown())
            running = asyncio.create_task(made.run())
            while not made.counts.kept:
                await asyncio.sleep(0.001)
            made.finish()
            await running

        made = keeper(case, Server())
        asyncio.run(asyncio.wait_for(until_kept(), 60))
        assert said == [None, "the disk is full", "the disk is full"]
        assert made.counts == MediaCounts(kept=1, kept_bytes=18)


def test_a_reader_that_cannot_be_begun_is_asked_again(kept):
    """The file is fetched again later: nothing is kept without its facts."""
    troubles = [Unavailable("no process can be begun")]

    async def examine_later(body):
        if troubles:
            raise troubles.pop()
        return await examine(body)

    with kept.writer() as case:
        counts = keep(case, Server(), shown(), examine=examine_later)
        assert (counts.kept, counts.failed) == (1, 1)


def test_the_same_bytes_are_read_once(kept):
    """A picture that a thousand posts show is given to the decoder once."""
    n = []

    async def counted(body):
        n.append(body)
        return await examine(body)

    with kept.writer() as case:
        keep(
            case,
            Server(),
            *[shown(post=str(at)) for at in range(5)],
            settings=MediaSettings(at_once=1),
            examine=counted,
        )
        assert len(list(case.evidence.media())) == 5
    assert len(n) == 1


def test_the_line_is_bounded_and_offering_never_waits(kept):
    """Beyond its bound media are turned away and counted."""
    with kept.writer() as case:
        made = keeper(case, Server(), MediaSettings(most_waiting=3))
        assert [made.offer(shown(str(at))) for at in range(5)] == [True, True, True, False, False]
        assert made.counts == MediaCounts(waiting=3, turned_away=2)
        made.finish()
        assert not made.offer(shown("9"))
        asyncio.run(asyncio.wait_for(made.run(), 60))
        assert (made.counts.kept, made.counts.waiting) == (3, 0)


def test_finished_it_does_not_wait_for_what_is_put_off(kept):
    """What failed is tried once more and then given up, however long its wait would have been."""
    server = Server(**{"1": [Unavailable("the host does not answer")]})
    with kept.writer() as case:
        made = keeper(case, server, MediaSettings(waits_s=(3600.0,)))

        async def once():
            running = asyncio.create_task(made.run())
            made.offer(shown())
            while not made.counts.failed:
                await asyncio.sleep(0.001)
            made.finish()
            await running

        asyncio.run(asyncio.wait_for(once(), 60))
        assert made.counts == MediaCounts(failed=1, given_up=1)
        assert len(server.asked) == 2


@pytest.mark.parametrize("kind", ["plain", "encrypted"])
def test_it_works_on_a_thread_of_its_own_beside_another_writer(kind, tmp_path):
    """With a writer of its own, while the listener keeps posts; what both wrote is whole."""
    from captured import capture

    from vigil.usecases.keep_captures import keep_captures

    kept = opened(kind, tmp_path)
    made, ready = [], threading.Event()

    def beside():
        with kept.writer() as own:
            made.append(keeper(own, Server()))
            ready.set()
            asyncio.run(made[0].run())

    thread = threading.Thread(target=beside)
    thread.start()
    assert ready.wait(60)
    with kept.writer() as case:
        for at in range(20):
            keep_captures([capture(b"post %d" % at, ONE)], case=case, clock=ticking())
            assert made[0].offer(shown(str(at)))
        made[0].finish()
        thread.join(60)
        assert made[0].counts.kept == 20
        assert len(list(case.evidence.media())) == 20
        kinds = {doubt.kind for doubt in verify_case(case).doubts}
        assert kinds <= {"no_checkpoint", "uncovered"}


def test_from_a_server_to_the_facts(kept):
    """With what really fetches and what really reads: a picture behind a redirect, and one that is no picture."""
    bodies = {"/1.png": PNG, "/2.png": b"<!DOCTYPE html><title>Log in</title>", "/3.png": PNG[:40]}

    def answer(path, headers):
        return Page(b"", 302, {"Location": "/1.png"}) if path == "/moved" else Page(bodies[path])

    fetcher = MediaFetcher(Fetcher(FetchSettings(loopback=True, within_s=60.0)))
    with pages(answer) as (base, asked), kept.writer() as case:
        shown = [Media(url=f"{base}{path}", account=ONE, post=path) for path in ("/moved", "/2.png", "/3.png")]
        counts = keep(case, fetcher, *shown, examine=Examiner())
        first, last = list(case.evidence.media())
    assert (counts.kept, counts.given_up, counts.unreadable) == (2, 1, 1)
    assert len(asked) == 2 + 4 + 1
    facts = {one.said.post: one.record.facts for one in (first, last)}
    assert (facts["/moved"].mime, facts["/moved"].width, facts["/moved"].unreadable) == ("image/png", 60, None)
    assert (facts["/3.png"].mime, facts["/3.png"].pictures) == ("image/png", ())


def test_being_stopped_ends_it_at_once(kept):
    """A fetch that never ends is broken off, and what was kept is kept."""

    async def never(url, *, most_bytes):
        await asyncio.Event().wait()

    async def begin_and_stop():
        made = keeper(case, never)
        running = asyncio.create_task(made.run())
        made.offer(shown())
        await asyncio.sleep(0)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running

    with kept.writer() as case:
        asyncio.run(asyncio.wait_for(begin_and_stop(), 60))

"""Every way in which a stream goes deaf, on a server that does it: it stands in the case's coverage, with why."""

import asyncio
import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from case_kinds import Kept
from stand_ins import ALICE, HASTY, JetstreamStandIn

from vigil import bootstrap
from vigil.model.coverage import Hearing
from vigil.model.ids import AccountId, CollectorName, Platform, WitnessName
from vigil.model.witness import Account, Basis, WatchedAccount, Witness
from vigil.sources.bluesky.collector import Manner
from vigil.sources.bluesky.kind import BlueskyKind
from vigil.usecases.listening.listen import ListenSettings, listen
from vigil.usecases.listening.ports import AddedSource

LATER = datetime(2100, 1, 1, tzinfo=UTC)
WATCHED = Account(Platform("bluesky"), AccountId(ALICE))


class Limit:
    """How many frames a connection may have, to be changed while it is open."""

    def __init__(self):
        self.n = 10**9

    def __le__(self, n_sent):
        return n_sent >= self.n


def speaks(server):
    server.did(ALICE)


def closes(server):
    server.close_after(0).n = 0
    server.did(ALICE)


def goes_quiet(server):
    server.hang_after(0).n = 0
    server.did(ALICE)


def refuses(status, **headers):
    def refuse(server):
        server.refusals += [(status, headers)] * 1000
        closes(server)

    return refuse


def talks_nonsense(server):
    server.junk = lambda _: ["<html>Log in</html>", "{}", b"\x00\xff", "[" * 5000]
    server.hang_after(0).n = 4
    server.did(ALICE)


def sends_too_much(server):
    server.junk = lambda _: ["x" * 10_000_000] * 3
    server.close_after(0).n = 4
    server.did(ALICE)


class Server:
    """A Jetstream on a thread of its own, told what to do from here."""

    def __init__(self):
        closing, hanging = Limit(), Limit()
        self.stand_in = JetstreamStandIn(close_after=lambda _: closing, hang_after=lambda _: hanging)
        self.loop = asyncio.new_event_loop()

    @contextmanager
    def running(self):
        began, stop = threading.Event(), asyncio.Event()

        async def serve():
            async with self.stand_in.running() as address:
                self.address = address
                began.set()
                await stop.wait()

        thread = threading.Thread(target=lambda: self.loop.run_until_complete(serve()))
        thread.start()
        assert began.wait(60)
        try:
            yield self
        finally:
            self.loop.call_soon_threadsafe(stop.set)
            thread.join(60)
            self.loop.close()

    def do(self, what):
        self.loop.call_soon_threadsafe(what, self.stand_in)


@pytest.mark.parametrize(
    ("how", "whys"),
    [
        (closes, {"closed"}),
        (goes_quiet, {"quiet"}),
        (refuses(429, **{"Retry-After": "1"}), {"rate_limited"}),
        (refuses(429), {"rate_limited"}),
        (refuses(503), {"refused", "rate_limited"}),
        (refuses(401), {"refused"}),
        (refuses(200), {"refused"}),
        (talks_nonsense, {"quiet"}),
        (sends_too_much, {"closed", "too_big"}),
    ],
    ids=["1006", "quiet", "429 with", "429", "503", "401", "login page", "nonsense", "10 MB"],
)
def test_it_stands_in_coverage(tmp_path, how, whys):
    """First it hears; then it is deaf, and says why; nothing malformed becomes a post, and listening goes on."""
    kept, stop, told = Kept("plain", tmp_path / "aleppo.vigil"), threading.Event(), []
    server = Server()
    with server.running(), kept.writer() as case:
        accounts = (WatchedAccount(account=WATCHED),)
        case.put_witness(Witness(name=WitnessName("Swallow"), accounts=accounts, basis=Basis.CONSENT))
        settings = {"service": server.address, "archive": "none"}
        case.listening.add_source(
            AddedSource(
                collector=CollectorName("bluesky"),
                kind="bluesky",
                settings=settings,
                secrets={},
                added_at=datetime.now(UTC),
            )
        )
        spoken, turned = threading.Event(), threading.Event()
        began = time.monotonic()

        def tell(status):
            told.append(status)
            pulse = status.sources[0].pulse
            if pulse is not None and pulse.hearing is Hearing.HEALTHY and not turned.is_set():
                turned.set()
                server.do(how)
            elif not spoken.is_set():
                spoken.set()
                server.do(speaks)
            spans = [span for span in case.coverage(until=LATER) if span.account is None]
            deaf = any((span.shown_by or "").partition(":")[2] in whys for span in spans)
            if (turned.is_set() and deaf) or time.monotonic() - began > 60:
                stop.set()

        listen(
            case,
            {"bluesky": BlueskyKind(Manner(line=HASTY))},
            version="1",
            clock=lambda: datetime.now(UTC),
            settings=ListenSettings(tell_every_s=0.05),
            stop=stop,
            tell=tell,
        )
        assert turned.is_set()
        shown = [span.shown_by.partition(":")[2] for span in case.coverage(until=LATER) if span.account is None]
        assert whys & set(shown), shown
        posts = case.posts(WATCHED, since=datetime(2000, 1, 1, tzinfo=UTC), until=LATER, limit=10)
        assert {post.observation.text for post in posts} <= {"number 1", "number 2"}
        assert told[-1].sources[0].trouble is None


def test_every_kind_promises_to_show_deafness_in_time():
    """Three minutes for a source, half an hour for one account; and each has words for what it cannot see."""
    for kind in bootstrap.source_kinds().values():
        assert kind.manifest.deaf_within_s <= 180
        if kind.manifest.asks_each:
            assert kind.manifest.probe_every_s is not None
        assert kind.manifest.probe_every_s is None or kind.manifest.probe_every_s <= 1800
        assert kind.manifest.hears
        assert kind.manifest.cannot_see

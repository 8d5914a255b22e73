"""Mastodon and a whole case: what is heard is kept once, joins its archive, and coverage rests on the asking alone."""

import asyncio
import contextlib
import json
import threading
from datetime import UTC, datetime, timedelta

import pytest
from case_kinds import Kept
from files import write
from mastodon_stand_in import TOKEN, MastodonStandIn, source, watched

from vigil.model.coverage import Hearing
from vigil.model.ids import AccountId, CollectorName, Platform, WitnessName
from vigil.model.witness import Account, Basis, Witness
from vigil.sources import ReadOptions, open_source
from vigil.usecases.import_posts import import_posts
from vigil.usecases.listening.listen import ListenSettings, listen
from vigil.usecases.listening.ports import AddedSource

EAR = CollectorName("mastodon-1")
NOW = datetime.now(UTC)
QUICK = {"look_every_s": 0.05, "tell_every_s": 0.02, "first_wait_s": 0.02, "longest_wait_s": 0.1}


def now():
    """Now."""
    return datetime.now(UTC)


@contextlib.contextmanager
def serving(**knobs):
    """A server on a thread of its own."""
    server, ready, stop = MastodonStandIn(**knobs), threading.Event(), threading.Event()

    async def serve():
        async with server.running():
            ready.set()
            while not stop.is_set():
                await asyncio.sleep(0.01)

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    assert ready.wait(60)
    try:
        yield server
    finally:
        stop.set()
        thread.join(60)


@pytest.fixture
def kept(tmp_path):
    """An encrypted case."""
    return Kept("encrypted", tmp_path / "aleppo.vigil")


def begin(case, server, *people, token=None):
    """Watch these through one source."""
    for number, each in enumerate(people):
        witness = Witness(name=WitnessName(f"Swallow{number}"), accounts=(watched(each),), basis=Basis.CONSENT)
        case.put_witness(witness)
    settings = {"server": server.base, "stream": "auto", "every": "15"}
    secrets = {"token": token} if token else {}
    case.listening.add_source(
        AddedSource(collector=EAR, kind="mastodon", settings=settings, secrets=secrets, added_at=NOW)
    )


def once(case):
    """One round."""
    settings = ListenSettings(once=True, **QUICK)
    return listen(case, {"mastodon": source()}, version="1", clock=now, settings=settings)


def account_of(person):
    """Whose."""
    return Account(Platform("mastodon"), AccountId(person["uri"]))


def texts(case, person):
    """The words kept, the oldest first."""
    since, until = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
    posts = case.posts(account_of(person), since=since, until=until, limit=1000)
    return [(str(each.observation.kind), each.observation.text, each.deleted) for each in reversed(posts)]


def hearing_at(case, person, at):
    """How well an account was heard then, by this ear."""
    spans = [each for each in case.coverage(until=datetime(2100, 1, 1, tzinfo=UTC)) if each.begin <= at < each.end]
    own = [each.hearing for each in spans if each.account == account_of(person)]
    return (own or [each.hearing for each in spans if each.account is None] or [None])[0]


def test_run_after_run_everything_is_kept_once(kept):
    """Posts, an edit, and a deletion between two runs; the deleted one is held."""
    with serving() as server, kept.writer() as case:
        someone = server.person("someone")
        made = [server.post(someone, f"line {n}", at=NOW - timedelta(days=5 - n)) for n in range(4)]
        begin(case, server, someone)
        once(case)
        first = texts(case, someone)
        server.edit(made[1], "anew")
        server.delete(made[2])
        server.post(someone, "line 4")
        once(case)
        once(case)
        second = texts(case, someone)
        n_observations = case.info().n_observations
    assert first == [("post", f"line {n}", False) for n in range(4)]
    assert sorted(second) == sorted(
        [
            ("post", "line 0", False),
            ("post", "line 1", False),
            ("post", "line 2", True),
            ("post", "line 3", False),
            ("post", "line 4", False),
            ("edit", "anew", False),
        ]
    )
    assert n_observations >= 7  # and the states


def test_what_was_imported_is_not_kept_twice(kept, tmp_path):
    """An archive first, then the live account: one timeline."""
    with serving() as server, kept.writer() as case:
        someone = server.person("someone")
        made = [server.post(someone, f"line {n}", at=NOW - timedelta(days=5 - n)) for n in range(3)]
        public = ["https://www.w3.org/ns/activitystreams#Public"]
        items = [
            {
                "type": "Create",
                "actor": someone["uri"],
                "to": public,
                "published": each["created_at"][:19] + "Z",
                "object": {
                    "id": each["uri"],
                    "published": each["created_at"][:19] + "Z",
                    "content": each["content"],
                    "url": each["url"],
                },
            }
            for each in made[:2]
        ]
        path = write(tmp_path / "outbox.json", json.dumps({"type": "OrderedCollection", "orderedItems": items}))
        import_posts([open_source(path, ReadOptions())], case=case, clock=now)
        begin(case, server, someone)
        once(case)
        found = texts(case, someone)
    assert found == [("post", f"line {n}", False) for n in range(3)]


def test_coverage_rests_on_the_asking(kept):
    """An account that answers is heard; one that is not there, or at home elsewhere, is not, whatever is streamed."""
    with serving() as server, kept.writer() as case:
        heard, gone = server.person("heard"), server.person("gone")
        distant = server.person("distant", at="other.example")
        server.gone_accounts.add(gone["id"])
        begin(case, server, heard, gone, distant, token=TOKEN)
        stop, seen, other = threading.Event(), [], server.person("other")

        def tell(status):
            server.post(other)
            seen.append(status)
            pulse = status.sources[0].pulse
            if len(seen) > 200 and pulse is not None and pulse.hearing is Hearing.HEALTHY:
                stop.set()

        settings = ListenSettings(**QUICK)
        listen(case, {"mastodon": source()}, version="1", clock=now, settings=settings, stop=stop, tell=tell)
        begun, ended = seen[0].began_at, seen[-1].at
        middle = begun + (ended - begun) / 2
        assert hearing_at(case, heard, middle) is Hearing.HEALTHY
        assert hearing_at(case, gone, middle) is not Hearing.HEALTHY
        assert hearing_at(case, distant, middle) is not Hearing.HEALTHY
        assert seen[-1].sources[0].n_blind_accounts == 2

"""X and a whole case: what is heard is kept once, joins its archive, and what was not heard is no silence."""

import json
import threading
from datetime import UTC, datetime, timedelta

import pytest
from case_kinds import Kept
from files import tweet, write, x_archive_bytes
from x_stand_in import EAR, QUICK_ROUNDS, TOKEN, X, now, source

from vigil.model.coverage import Hearing
from vigil.model.ids import WitnessName
from vigil.model.witness import Basis, Witness
from vigil.sources import ReadOptions, open_source
from vigil.usecases.import_posts import import_posts
from vigil.usecases.listening.listen import ListenSettings, listen
from vigil.usecases.listening.manage_sources import try_sources
from vigil.usecases.listening.ports import AddedSource

NOW = datetime.now(UTC)
QUICK = {"look_every_s": 0.05, "tell_every_s": 0.02, "first_wait_s": 0.02, "longest_wait_s": 0.1}


@pytest.fixture
def kept(tmp_path):
    """An encrypted case."""
    return Kept("encrypted", tmp_path / "aleppo.vigil")


def begin(case, *people, reads="10000"):
    """Watch these through one source."""
    for number, each in enumerate(people):
        witness = Witness(name=WitnessName(f"Swallow{number}"), accounts=(each.watched(),), basis=Basis.CONSENT)
        case.put_witness(witness)
    case.listening.add_source(
        AddedSource(
            collector=EAR, kind="x", settings={"reads_per_month": reads}, secrets={"token": TOKEN}, added_at=NOW
        )
    )


def once(case, site, **more):
    """One round."""
    settings = ListenSettings(once=True, **QUICK)
    return listen(case, {"x": source(site, **more)}, version="1", clock=now, settings=settings)


def texts(case, person):
    """What is kept, the oldest first."""
    since, until = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
    posts = case.posts(person.account, since=since, until=until, limit=1000)
    return [(str(each.observation.kind), each.observation.text, each.deleted) for each in reversed(posts)]


def test_run_after_run_everything_is_kept_once_and_what_was_spent_is_known(kept):
    """Posts, and an edit between two runs; the reads are counted on."""
    with X().running() as site, kept.writer() as case:
        someone = site.person()
        made = [site.post(someone, f"line {n}", at=NOW - timedelta(minutes=55 - n)) for n in range(4)]
        begin(case, someone)
        once(case, site)
        first = texts(case, someone)
        site.edit(someone, made[3], "anew")
        site.post(someone, "line 4")
        once(case, site)
        once(case, site)
        second = texts(case, someone)
        spent = json.loads(case.listening.reached(EAR).cursor)["budget"]["spent"]
        n_given = len(set(site.given))
        (tried,) = try_sources(case, {"x": source(site)}, only=[], clock=now)
        assert len(set(site.given)) == n_given
    said = " ".join(tried.trial.says)
    assert f"{spent} were spent this month" in said
    assert "To begin with" not in said
    assert first == [("post", f"line {n}", False) for n in range(4)]
    assert second[:4] == first
    assert sorted(second[4:]) == [("edit", "anew", False), ("post", "line 4", False)]
    assert spent >= len(set(site.given))


def test_what_was_imported_is_not_kept_twice(kept, tmp_path):
    """An archive first, then the live account: one timeline."""
    with X().running() as site, kept.writer() as case:
        someone = site.person("example_witness", "1234567")
        at = datetime(2016, 12, 4, 0, 2, tzinfo=UTC)
        for n, text in enumerate(["one", "RT @other: two", "@x three"]):
            reply = {"referenced_tweets": [{"type": "replied_to", "id": "55"}]} if n == 2 else {}
            repost = {"referenced_tweets": [{"type": "retweeted", "id": "56"}]} if n == 1 else {}
            site.post(someone, text, at=at + timedelta(minutes=n), id=f"80533540000000000{n}", **reply, **repost)
        stamps = [f"Sun Dec 04 00:0{2 + n}:00 +0000 2016" for n in range(3)]
        rows = [
            tweet(n, id_str=post["id"], id=post["id"], full_text=post["text"], created_at=stamps[n])
            for n, post in enumerate(someone.posts)
        ]
        rows[2]["in_reply_to_status_id_str"] = "55"
        path = write(tmp_path / "twitter.zip", x_archive_bytes(rows))
        import_posts([open_source(path, ReadOptions())], case=case, clock=now)
        imported = texts(case, someone)
        begin(case, someone)
        once(case, site)
        found = texts(case, someone)
    assert imported == found
    assert [kind for kind, *_ in found] == ["post", "repost", "reply"]


def test_no_time_without_reads_counts_as_heard(kept):
    """When the budget is used up an account is not heard, though X answers."""
    with X().running() as site, kept.writer() as case:
        someone = site.person()
        for n in range(9):
            site.post(someone, f"line {n}", at=NOW - timedelta(minutes=50 - n))
        begin(case, someone, reads="7")
        stop, seen = threading.Event(), []

        def tell(status):
            seen.append(status)
            if len(seen) > 60 and status.sources[0].n_blind_accounts == 1:
                stop.set()

        settings = ListenSettings(**QUICK)
        kind = source(site, media=False, rounds=QUICK_ROUNDS)
        listen(case, {"x": kind}, version="1", clock=now, settings=settings, stop=stop, tell=tell)
        last = seen[-1].at
        spans = [each for each in case.coverage(until=datetime(2100, 1, 1, tzinfo=UTC)) if each.begin <= last]
        own = [each for each in spans if each.account == someone.account and each.end >= last - timedelta(seconds=0.2)]
    assert all(each.hearing is not Hearing.HEALTHY for each in own)
    assert seen[-1].sources[0].pulse.hearing is Hearing.BLIND

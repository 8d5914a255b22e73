"""What an archive gives, and what becomes of one that is broken. A real server's is in test_real_pds.py."""

import asyncio
import json
from datetime import UTC, datetime

import pytest
from answers import answering
from stand_ins import ALICE, BOB

from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.heard import Gap, Heard, Missing
from vigil.model.ids import CollectorName
from vigil.model.observation import AccountState
from vigil.sources.bluesky.backfill import backfill, state
from vigil.sources.live.asking import Patience, Service

EAR = CollectorName("ear")
HASTY = Patience(trust_system=False, attempts=1, answer_within_s=5)


def record(k, did=ALICE, collection="app.bsky.feed.post", **value):
    """One as a server lists it."""
    made = {"text": f"number {k}", "createdAt": f"2016-12-{k:02d}T00:00:00Z"}
    return {"uri": f"at://{did}/{collection}/r{k}", "cid": f"bafy{k}", "value": {**made, **value}}


def filled(answer, **how):
    """Everything a backfill gives."""

    async def run(base):
        async with Service(base, HASTY) as service:
            return [item async for item in backfill(service, ALICE, collector=EAR, **how)]

    with answering(answer) as (base, seen):
        return asyncio.run(run(base)), seen


def pages(*listed):
    """A server with these pages of posts and no reposts."""

    def answer(path, asked):
        if asked["collection"] != "app.bsky.feed.post":
            return 200, {}, b'{"records": []}'
        k = int(asked.get("cursor", "0"))
        page = {"records": listed[k]} | ({"cursor": str(k + 1)} if k + 1 < len(listed) else {})
        return 200, {}, json.dumps(page).encode()

    return answer


def texts(items):
    """The words of everything."""
    return [seen.text for item in items if isinstance(item, Heard) for seen in item.observations]


def test_pages_are_kept_whole_and_dated_by_what_they_say():
    """Each page is one message as received; each record says where in it it is."""
    items, _ = filled(pages([record(3), record(2)], [record(1)]))
    assert texts(items) == ["number 3", "number 2", "number 1"]
    assert all(item.backfilled for item in items)
    assert [seen.origin.position for seen in items[0].observations] == ["records[0]", "records[1]"]
    assert items[1].observations[0].published_at == datetime(2016, 12, 1, tzinfo=UTC)
    assert ALICE not in items[0].url


def test_it_goes_back_no_further_than_asked_and_a_day():
    """The posting program's clock may be wrong by some."""
    listed = [[record(k)] for k in range(20, 0, -1)]
    items, _ = filled(pages(*listed), since=datetime(2016, 12, 15, 12, tzinfo=UTC))
    assert texts(items)[-1] == "number 14"


@pytest.mark.parametrize(
    "broken",
    [
        None,
        7,
        {},
        {"uri": "x"},
        record(2, did=BOB),
        {**record(2), "value": 7},
        {**record(2), "cid": None},
        record(2, createdAt=None),
        {**record(2), "uri": f"at://{ALICE}/app.bsky.feed.post/../x"},
    ],
    ids=lambda broken: str(broken)[:20],
)
def test_a_record_that_cannot_be_read_is_a_gap_beside_the_others(broken):
    """Another account's record is never taken for this one's."""
    items, _ = filled(pages([record(3), broken, record(1)]))
    assert texts(items) == ["number 3", "number 1"]
    assert [item.why for item in items if isinstance(item, Gap)] == [Missing.UNREADABLE]


def test_a_server_that_goes_in_circles_is_left():
    """The same cursor again."""
    loop = json.dumps({"records": [record(1)], "cursor": "again"}).encode()
    items, seen = filled(lambda path, asked: (200, {}, loop))
    assert texts(items) == ["number 1"]
    assert len(seen) <= 5


def test_more_than_is_fetched_is_a_gap():
    """Nobody is told that this was all."""
    listed = [[record(k)] for k in range(20, 0, -1)]
    items, _ = filled(pages(*listed), most_pages=3)
    assert [item.why for item in items if isinstance(item, Gap)] == [Missing.TOO_BIG]


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (400, b'{"error":"InvalidRequest"}', InvalidInput),
        (404, b"", InvalidInput),
        (302, b"", Unavailable),
        (200, b"<html>log in</html>", Unavailable),
        (200, b"[]", Unavailable),
        (200, b"{}", Unavailable),
        (200, b'{"records": 7}', Unavailable),
        (500, b"", Unavailable),
    ],
)
def test_what_is_no_answer_is_an_error_that_names_nobody(status, body, error):
    """A login page is not an empty account."""
    with pytest.raises(error) as raised:
        filled(lambda path, asked: (status, {}, body))
    assert ALICE not in str(raised.value)


@pytest.mark.parametrize(
    ("said", "states", "gaps"),
    [
        ({"active": True}, [AccountState.ACTIVE], []),
        ({"active": False, "status": "takendown"}, [AccountState.TAKEN_DOWN], []),
        ({"active": False, "status": "desynchronized"}, [], [Missing.HOST_BEHIND]),
        ({"active": False}, [], [Missing.HOST_BEHIND]),
    ],
)
def test_the_state_now_is_dated_by_our_clock(said, states, gaps):
    """The server does not say since when."""

    async def run(base):
        async with Service(base, HASTY) as service:
            return await state(service, ALICE, collector=EAR)

    with answering(lambda path, asked: (200, {}, json.dumps({"did": ALICE, **said}).encode())) as (base, _):
        items = asyncio.run(run(base))
    seen = [each for item in items if isinstance(item, Heard) for each in item.observations]
    assert [each.state for each in seen] == states
    assert [item.why for item in items if isinstance(item, Gap)] == gaps
    assert all(each.published_at == items[0].received_at for each in seen)

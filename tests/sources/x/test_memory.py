"""What is known of each account, from one run to the next."""

import random
from datetime import UTC, datetime

import pytest

from vigil.model.heard import Cursor
from vigil.model.ids import AccountId
from vigil.model.observation import AccountState
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.x.memory import MOST_WRITTEN, Memory
from vigil.sources.x.names import PLATFORM

AT = datetime(2026, 3, 1, tzinfo=UTC)
SOMEONE = WatchedAccount(account=Account(PLATFORM, AccountId("5")), handle="@made_up")


def memory(cursor=None):
    """Of one account."""
    return Memory([SOMEONE], cursor, 100, 1)


def known():
    """With something known of it."""
    made = memory()
    life = made.of(SOMEONE.account)
    for n in range(40):
        life.remember(str(1000 + n), str(1000 + n))
    life.reached("1020")
    life.remember("1020", "1021")
    life.state, life.asked_at, life.looked_at, life.not_found_since = AccountState.PRIVATE, AT, AT, AT
    life.name = "other"
    made.budget.settle(0, ["p1", "p2"], AT)
    return made


def test_what_is_known_and_spent_is_known_again():
    """But for posts beyond those that were given for good."""
    again = memory(known().cursor())
    life = again.of(SOMEONE.account)
    assert (life.newest_id, life.name, life.state) == ("1020", "other", AccountState.PRIVATE)
    assert life.asked_at == life.looked_at == life.not_found_since == AT
    assert sorted(life.posts) == [str(1010 + n) for n in range(MOST_WRITTEN)]
    assert again.budget.left(AT) == 98
    assert not life.here


def test_of_one_not_ours_nothing_is_taken():
    """And what is watched now is what counts."""
    for cursor in ("", "x", "[]", '{"x":2}', '{"x":1,"of":[]}', '{"x":1,"of":{"5":7}}', '{"x":1,"of":{"5":{"k":[1]}}}'):
        life = memory(Cursor(cursor)).of(SOMEONE.account)
        assert life.newest_id is None
        assert life.name == "made_up"
    made = known()
    made.watch([])
    assert made.find(SOMEONE.account) is None
    assert made.all() == []


@pytest.mark.parametrize("seed", range(10))
def test_a_cursor_of_changed_bytes_never_breaks(seed):
    """It is read, or forgotten."""
    rng, cursor = random.Random(seed), known().cursor()  # noqa: S311 - chance, not a secret
    for _ in range(200):
        text = list(cursor)
        text[rng.randrange(len(text))] = rng.choice('{}[]",:0123456789abcxyz\x00é')
        memory(Cursor("".join(text))).cursor()

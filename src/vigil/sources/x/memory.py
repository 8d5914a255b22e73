"""What is known of each watched account, and the cursor it makes together with what was spent.

X lists posts as they are now, and charges for each. So the newest known post of each account is written down, to ask
for what is newer alone, and the few before it, to look whether they are still there.
"""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import orjson

from vigil.model.heard import Cursor
from vigil.model.observation import AccountState
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.x.budget import Budget
from vigil.sources.x.names import is_name, is_number

MOST_POSTS = 100
"""Remembered of each account in a run, so that the stream and the timeline give nothing twice."""

MOST_WRITTEN = 10
"""Of them written down, and looked after: what is older and gone is not noticed."""

_VERSION = 1


@dataclass(slots=True)
class Life:
    """One watched account."""

    watched: WatchedAccount
    name: str | None = None
    newest_id: str | None = None  # the newest version that its timeline gave: it is asked for what is newer
    posts: dict[str, str] = field(default_factory=dict)  # the newest known version of each, by its first
    state: AccountState | None = None  # that was told last
    asked_at: datetime | None = None  # its last answered asking, of this run or an earlier one
    here: bool = False  # it was asked in this run
    looked_at: datetime | None = None  # when it was last looked up
    posts_looked_at: datetime | None = None  # when its posts were last looked after
    not_found_since: datetime | None = None  # since when it is not found, each time it is looked up
    missed_id: str | None = None  # a post that X speaks of and does not show; it was told
    told_unreadable: set[bytes] = field(default_factory=set)
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)  # one at a time moves what is known

    @property
    def account(self) -> Account:
        """Whose it is."""
        return self.watched.account

    def remember(self, first_id: str, number: str) -> None:
        """This version of a post is known from here on."""
        known = self.posts.pop(first_id, None)
        self.posts[first_id] = number if known is None or int(number) > int(known) else known
        if len(self.posts) > 2 * MOST_POSTS:
            self.posts = dict(sorted(self.posts.items(), key=lambda each: int(each[0]))[-MOST_POSTS:])

    def reached(self, number: str) -> None:
        """The timeline was read up to this version."""
        if self.newest_id is None or int(number) > int(self.newest_id):
            self.newest_id = number

    def newest(self) -> list[tuple[str, str]]:
        """The newest posts that were given for good: first and newest version of each."""
        until = int(self.newest_id or 0)
        known = [(first, last) for first, last in self.posts.items() if int(last) <= until]
        return sorted(known, key=lambda each: int(each[0]))[-MOST_WRITTEN:]


class Memory:
    """Every watched account, and the budget."""

    def __init__(
        self, accounts: Iterable[WatchedAccount], cursor: Cursor | None, per_month: int, renews_on: int
    ) -> None:
        """As a cursor of ours says; from one that is not, nothing is taken."""
        self._lives: dict[Account, Life] = {}
        self._stored, spent = _stored(cursor)
        self.stream_hears_since: datetime | None = None
        self.stream_is_behind = False  # asking found what it should have brought
        self.budget = Budget(per_month, renews_on=renews_on, stored=spent)
        self.watch(accounts)

    def watch(self, accounts: Iterable[WatchedAccount]) -> None:
        """These from now on; what is known of those who stay is kept."""
        lives = {}
        for watched in accounts:
            life = self._lives.get(watched.account) or self._restored(watched)
            life.watched = watched
            lives[watched.account] = life
        self._lives = lives

    def of(self, account: Account) -> Life:
        """A watched account."""
        return self._lives[account]

    def find(self, account: Account) -> Life | None:
        """The same, or None: it is not watched."""
        return self._lives.get(account)

    def all(self) -> list[Life]:
        """Every watched account."""
        return list(self._lives.values())

    def cursor(self) -> Cursor:
        """Where to go on, and what was spent."""
        known = {each.account.id: _spelled(each) for each in self._lives.values() if each.asked_at or each.looked_at}
        return Cursor(orjson.dumps({"x": _VERSION, "budget": self.budget.spelled(), "of": known}).decode())

    def _restored(self, watched: WatchedAccount) -> Life:
        handle = (watched.handle or "").strip().removeprefix("@")
        life = Life(watched=watched, name=handle if is_name(handle) else None)
        stored = self._stored.get(watched.account.id)
        if isinstance(stored, Mapping):
            _restore(life, stored)
        return life


def _spelled(life: Life) -> dict[str, object]:
    said: dict[str, object] = {
        "u": life.name,
        "n": life.newest_id,
        "k": dict(life.newest()),
        "s": life.state,
        "a": _seconds(life.asked_at),
        "l": _seconds(life.looked_at),
        "p": _seconds(life.posts_looked_at),
        "f": _seconds(life.not_found_since),
        "m": life.missed_id,
    }
    return {key: value for key, value in said.items() if value is not None}


def _stored(cursor: Cursor | None) -> tuple[Mapping[str, object], object]:
    try:
        said = orjson.loads(cursor or "{}")
    except orjson.JSONDecodeError:
        return {}, None
    if not isinstance(said, dict) or said.get("x") != _VERSION or not isinstance(said.get("of"), dict):
        return {}, None
    return said["of"], said.get("budget")


def _restore(life: Life, stored: Mapping[str, object]) -> None:
    name, newest, posts, state = (stored.get(key) for key in ("u", "n", "k", "s"))
    life.name = name if isinstance(name, str) and is_name(name) else life.name
    life.newest_id = newest if isinstance(newest, str) and is_number(newest) else None
    if isinstance(posts, dict):
        life.posts = {first: last for first, last in posts.items() if is_number(first) and is_number(last)}
    if isinstance(state, str) and state in set(AccountState):
        life.state = AccountState(state)
    life.asked_at, life.looked_at = _instant(stored.get("a")), _instant(stored.get("l"))
    life.posts_looked_at = _instant(stored.get("p"))
    life.not_found_since, missed = _instant(stored.get("f")), stored.get("m")
    life.missed_id = missed if isinstance(missed, str) and is_number(missed) else None


def _seconds(at: datetime | None) -> float | None:
    return None if at is None else at.timestamp()


def _instant(said: object) -> datetime | None:
    if not isinstance(said, int | float) or isinstance(said, bool):
        return None
    try:
        return datetime.fromtimestamp(said, UTC)
    except (ValueError, OverflowError, OSError):
        return None

"""One account's turn to be asked: who it is now, its newest posts, what became of those that are gone, and its past.

Two requests where nothing special happened: the account, and its newest forty posts. That page shows what is new, what
was edited, and what is missing from among the known. Reading on is for more than forty new posts (upwards by `min_id`),
for a first watch and for an interruption (backwards by `max_id`, some pages a turn).

A post is taken for deleted if it was known, lies among those the page shows, and its own address is answered with 404
by a server that still shows others of the account. A boost that is gone counts only while what was boosted is there:
otherwise somebody else deleted it. Of accounts at home elsewhere nothing that is missing is taken for deleted: a server
drops what it copied.
"""

import io
import re
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NewType

import orjson

from vigil.model.errors import Malformed
from vigil.model.heard import Deafness, Filled, Gap, Heard, Missing
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.json_cursor import BrokenJson, JsonCursor, TooLarge
from vigil.sources.live.asking import Answer
from vigil.sources.live.rounds import Unanswered
from vigil.sources.mastodon.entities import PLATFORM, Person, Post, host_of, person_of, post_of
from vigil.sources.mastodon.lives import KnownPost, Life, Lives, Message, Past
from vigil.sources.mastodon.server import Server, json_of
from vigil.usecases.ports import Clock

PAGE = 40
"""The most posts one page may hold (docs.joinmastodon.org/methods/accounts, statuses)."""

MOST_ENTRIES = 2 * PAGE
"""A page with more is not what was asked for: nothing of it is read."""

PAGES_A_TURN = 5
"""Of the past. A first watch of many accounts shares the server's limits with everybody's turns."""

MOST_PAGES = 50
"""2,000 posts of one account: what is before them is told as a gap. Its holder's archive has them."""

MOST_CONFIRMED = 5
"""Posts that are gone, looked after in one turn; the others in the next."""

EARLIER = timedelta(hours=1)
"""How much further back than last heard an account is read: posts reach a server late, and clocks differ."""

LONG = timedelta(hours=1)
"""An account not heard for longer than two of the longest rounds: what came meanwhile counts as filled in."""

LOOK_AGAIN = timedelta(hours=6)
"""A post that a page leaves out, and that is there, is not looked after again for so long."""

REST = timedelta(minutes=10)
"""How long an account that is not there for us is not asked for again, however often its turn comes."""

_STREAM_LATE = timedelta(seconds=60)
_NAMED = re.compile(r"https?://[^/]+/(?:users/|@)([\w.-]{1,500})")
_NUMBERED = re.compile(r"https?://[^/]+/ap/users/([0-9]{1,64})")
_NAME = re.compile(r"@?[\w.-]{1,500}(@[\w.:-]{1,260})?")

_Entry = NewType("_Entry", bytes)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A post that a page shows, with the bytes it stands in."""

    post: Post
    message: Message


class Asker:
    """Asks one server for one account at a time."""

    platform = PLATFORM

    def __init__(
        self,
        server: Server,
        lives: Lives,
        heard_until: Mapping[Account, datetime],
        *,
        clock: Clock,
        rest: timedelta = REST,
    ) -> None:
        """`heard_until`: until when each account was heard before this began."""
        self.collector = lives.collector
        self.n_malformed = 0  # by the asking; the stream counts its own
        self.n_repeated = 0  # that pages show again what was known is how they are read
        self._server, self._lives, self._clock = server, lives, clock
        self._heard_until, self._rest = dict(heard_until), rest

    async def ask(self, watched: WatchedAccount) -> AsyncIterator[Heard | Gap | Filled]:
        """What is new of an account.

        Raises:
            Unanswered: The server did not answer, does not know or show the account, or is not its home.
        """
        life = self._lives.of(watched.account)
        async with life.asking:
            async for item in self._ask(life, self._clock()):
                yield item

    async def _ask(self, life: Life, begun: datetime) -> AsyncIterator[Heard | Gap | Filled]:
        if life.rests_until is not None and begun < life.rests_until:
            raise Unanswered(Deafness.NOT_THERE)
        try:
            person, answer = await self._person(life)
            for heard in self._lives.person(life, person, _message(answer, answer.body, place="account")):
                yield heard
            if not person.suspended:
                async for item in self._posts(life, person, begun):
                    if not isinstance(item, Filled) or self._lives.at_home(life.account):
                        yield item  # what another server's account posted never reached this one whole
        except Unanswered as unanswered:
            if unanswered.why is Deafness.NOT_THERE:
                life.rests_until = begun + self._rest
            raise
        finally:
            self.n_malformed = self._lives.n_malformed
        life.asked_at, life.n_posts, life.last_post_on = begun, person.n_posts, person.last_post_on
        if not self._lives.at_home(life.account):
            # Only what somebody there follows reaches a server. That nothing came shows nothing.
            life.rests_until = begun + self._rest
            raise Unanswered(Deafness.NOT_THERE)

    async def is_known(self, watched: WatchedAccount) -> bool:
        """Whether the server shows an account. Raises Unanswered: nobody can be asked for."""
        try:
            await self._person(self._lives.of(watched.account))
        except Unanswered as unanswered:
            if unanswered.everyone:
                raise
            return False
        return True

    async def _person(self, life: Life) -> tuple[Person, Answer]:
        """The account as it is now, found by its number, or else by its name."""
        if life.id is not None:
            found = await self._asked(life, f"api/v1/accounts/{life.id}", None)
            if found is not None:
                return found
            life.id = None
        numbered = _NUMBERED.fullmatch(life.account.id)
        if numbered is not None and self._lives.at_home(life.account):
            found = await self._asked(life, f"api/v1/accounts/{numbered[1]}", None)
            if found is not None:
                return found
        for name in _names(life, self._server.base):
            found = await self._asked(life, "api/v1/accounts/lookup", {"acct": name})
            if found is not None:
                return found
        raise Unanswered(Deafness.NOT_THERE)

    async def _asked(self, life: Life, path: str, asked: Mapping[str, str] | None) -> tuple[Person, Answer] | None:
        answer = await self._server.get(path, asked)
        if answer.status == 410 and life.id is not None:
            gone = Person(  # suspended, up to version 3.3 (docs.joinmastodon.org/methods/accounts)
                id=life.id,
                uri=life.account.id,
                name="",
                acct=life.handle or "",
                suspended=True,
                limited=False,
                memorial=False,
                moved_to=None,
                n_posts=None,
                last_post_on=None,
            )
            return gone, answer
        if answer.status != 200:
            return None
        try:
            person = person_of(json_of(answer))
        except Malformed:
            self._lives.n_malformed += 1
            raise Unanswered(Deafness.REFUSED) from None
        if person.uri != life.account.id:
            return None  # somebody else goes by this name now
        self._lives.found(life, person)
        return person, answer

    async def _posts(self, life: Life, person: Person, begun: datetime) -> AsyncIterator[Heard | Gap | Filled]:
        """The newest page, what it leads to, and some of the past."""
        first, newest_known = life.asked_at is None, life.newest_id
        since = self._heard_until.get(life.account) if first else life.asked_at
        late = not first and begun - (life.asked_at or begun) > LONG
        page, gaps = await self._page(life, {})
        for gap in gaps:
            yield gap
        if not page and life.posts and not _fewer(life, person):
            # All that was known is gone at once, and the count says otherwise: we are not shown it.
            raise Unanswered(Deafness.NOT_THERE)
        if first:
            self._begin(life, page, since, begun)
        elif newest_known is not None and len(page) >= PAGE and not _reaches(page, life):
            async for between in self._between(life, newest_known):
                yield between
        for heard in self._given(life, page, since=since if first else None, backfilled=first or late):
            yield heard
        for gap in self._lives.hidden(life, person, begun):
            yield gap
        async for gone in self._gone(life, page):
            yield gone
        if late:
            yield Filled(collector=self.collector, begin=since, end=begun, account=life.account)
        if first and life.past is None:
            yield Filled(collector=self.collector, begin=since, end=begun, account=life.account)
        async for past in self._read_back(life):
            yield past

    def _begin(self, life: Life, page: list[_Shown], since: datetime | None, begun: datetime) -> None:
        """Whether the past is to be read on behind the first page."""
        if len(page) >= PAGE and (since is None or page[-1].post.made_at > since - EARLIER):
            oldest, older = page[-1].post, life.past  # older: what an earlier run had not read to its end
            life.past = Past(oldest.id, older.since if older else since, begun, oldest_at=oldest.made_at)

    async def _between(self, life: Life, after_id: str) -> AsyncIterator[Heard | Gap]:
        """Page after page upwards from a known post, up to the newest."""
        for _ in range(MOST_PAGES):
            page, gaps = await self._page(life, {"min_id": after_id})
            for gap in gaps:
                yield gap
            if not page or page[0].post.id == after_id:
                return
            for heard in self._given(life, page, since=None, backfilled=True):
                yield heard
            if len(page) < PAGE // 2:  # a page may be a little short of its limit: the server filters it
                return
            after_id = page[0].post.id
        yield self._lives.gap(Missing.TOO_BIG, life, life.newest_at, self._clock())

    async def _read_back(self, life: Life) -> AsyncIterator[Heard | Gap | Filled]:
        """Some pages of the past; when it ends, from when to when it was filled."""
        for _ in range(PAGES_A_TURN):
            past = life.past
            if past is None or not self._server.may_page():
                return
            page, gaps = await self._page(life, {"max_id": past.before_id})
            for gap in gaps:
                yield gap
            for each in reversed(page):
                for item in self._of_the_past(life, each, past.since):
                    yield item
            ended = len(page) < PAGE // 2  # a page may be a little short of its limit: the server filters it
            if page:
                past.oldest_at = page[-1].post.made_at
                ended = ended or page[-1].post.id == past.before_id
                past.before_id = page[-1].post.id
            past.n_pages += 1
            reached = past.since is not None and (past.oldest_at or past.since) <= past.since - EARLIER
            if ended or reached:
                life.past = None
                yield Filled(collector=self.collector, begin=past.since, end=past.end, account=life.account)
            elif past.n_pages >= MOST_PAGES:
                life.past = None
                yield self._lives.gap(Missing.TOO_OLD, life, past.since, past.oldest_at)
                yield Filled(collector=self.collector, begin=past.oldest_at, end=past.end, account=life.account)

    def _of_the_past(self, life: Life, shown: _Shown, since: datetime | None) -> list[Heard]:
        if since is not None and _newest(shown.post) <= since - EARLIER:
            return []
        n_known, known, newest = len(life.posts), shown.post.id in life.posts, (life.newest_at, life.newest_id)
        items = self._lives.post(life, shown.post, shown.message, backfilled=True)
        if not known and n_known >= PAGE:
            life.posts.pop(shown.post.id, None)  # the newest are remembered, not what is read back to
        life.newest_at, life.newest_id = newest
        return items

    def _given(self, life: Life, page: list[_Shown], *, since: datetime | None, backfilled: bool) -> Iterator[Heard]:
        """What is new on a page, the oldest first."""
        for shown in reversed(page):
            post, known = shown.post, life.posts.get(shown.post.id)
            if known is not None and known.restored and (since is None or _newest(post) > since - EARLIER):
                life.posts.pop(post.id)  # it may have been known without having been given
            if since is not None and _newest(post) <= since - EARLIER and post.id not in life.posts:
                life.shown(post)
                if post.visibility in {"public", "unlisted"}:
                    life.remember(post, worded=True)  # it was given before this began
                continue
            self._look_at_stream(life, post)
            yield from self._lives.post(life, post, shown.message, backfilled=backfilled)

    def _look_at_stream(self, life: Life, post: Post) -> None:
        """Whether the stream should have brought a post, and did not."""
        lives, since = self._lives, self._lives.stream_hears_since
        public = post.visibility == "public" and not post.to_another and not post.boosted and not post.author.limited
        if since is None or not public or post.id in life.posts or post.id in life.gone:
            return
        if since + _STREAM_LATE < post.made_at < self._clock() - _STREAM_LATE:
            lives.stream_is_behind = True

    async def _gone(self, life: Life, page: list[_Shown]) -> AsyncIterator[Heard]:
        """Posts that were known and are deleted."""
        if not self._lives.at_home(life.account):
            return
        shown = {each.post.id for each in page}
        oldest = min((each.post.made_at for each in page), default=None)
        whole = oldest is None or len(page) < PAGE
        now = self._clock()
        missing = [
            (number, known)
            for number, known in life.posts.items()
            if number not in shown
            and (whole or oldest is None or known.made_at >= oldest)
            and (known.there_at is None or now - known.there_at > LOOK_AGAIN)
        ]
        for number, known in missing[-MOST_CONFIRMED:]:
            answer = await self._server.get(f"api/v1/statuses/{number}")
            if not _says_not_found(answer):
                known.there_at = now
                continue
            if known.boosted_id is not None and not await self._is_there(known):
                life.posts.pop(number, None)  # it went with what it boosted
                continue
            message = _message(answer, answer.body, place="answer", path="api/v1/statuses/-")
            for heard in self._lives.deleted(number, message, life=life):
                yield heard

    async def _is_there(self, known: KnownPost) -> bool:
        answer = await self._server.get(f"api/v1/statuses/{known.boosted_id}")
        return answer.status == 200

    async def _page(self, life: Life, asked: Mapping[str, str]) -> tuple[list[_Shown], list[Gap]]:
        """A page of an account's posts, the newest first, each with the very bytes it stands in."""
        answer = await self._server.get(f"api/v1/accounts/{life.id}/statuses", {"limit": str(PAGE), **asked})
        if answer.status != 200:
            raise Unanswered(Deafness.NOT_THERE)
        try:
            entries = list(_entries(answer.body))
        except Malformed:
            self._lives.n_malformed += 1
            raise Unanswered(Deafness.REFUSED) from None
        shown: list[_Shown] = []
        gaps: list[Gap] = []
        for raw in entries:
            try:
                post = post_of(orjson.loads(raw), server=self._server.base)
            except (orjson.JSONDecodeError, Malformed):
                gaps += self._lives.unreadable(life, raw, answer.received_at)
                continue
            if post.author.uri != life.account.id:
                gaps += self._lives.unreadable(life, raw, answer.received_at)
                continue
            shown.append(_Shown(post, _message(answer, raw, path="api/v1/accounts/-/statuses")))
        return shown, gaps


def _entries(body: bytes) -> Iterator[_Entry]:
    """The entries of a JSON array, each as it stands in it. Kept apart, one post's bytes go without the others'.

    Raises:
        Malformed: It is no array, breaks off, or has no end.
    """
    cursor = JsonCursor(io.BytesIO(body))
    try:
        for number in cursor.elements():
            if number > MOST_ENTRIES:
                raise Malformed("answer: more posts than a page has")
            yield _Entry(cursor.raw(len(body)))
    except (BrokenJson, TooLarge) as error:
        raise Malformed("answer: no list of posts, or it breaks off") from error


def _message(answer: Answer, raw: bytes, *, place: str = "status", path: str = "api/v1/accounts/-") -> Message:
    base = answer.url.partition("/api/")[0]
    return Message(
        raw=raw,
        received_at=answer.received_at,
        url=f"{base}/{path}",
        headers=answer.headers,
        status=answer.status,
        place=place,
    )


def _names(life: Life, server: str) -> list[str]:
    """By which names to look for an account: its handle, then what its address says."""
    found = []
    if life.handle is not None and _NAME.fullmatch(life.handle.strip()):
        found.append(life.handle.strip().removeprefix("@"))
    host, named = host_of(life.account.id), _NAMED.fullmatch(life.account.id)
    if named is not None and host is not None:
        found.append(named[1] if host == host_of(server) else f"{named[1]}@{host}")
    return list(dict.fromkeys(found))


def _says_not_found(answer: Answer) -> bool:
    """Whether it is Mastodon's own word that a post is not there, and not a proxy's page."""
    said = json_of(answer)
    return answer.status == 404 and isinstance(said, dict) and isinstance(said.get("error"), str)


def _reaches(page: list[_Shown], life: Life) -> bool:
    return any(each.post.id in life.posts for each in page) or (
        life.newest_at is not None and page[-1].post.made_at <= life.newest_at
    )


def _fewer(life: Life, person: Person) -> bool:
    return life.n_posts is not None and person.n_posts is not None and person.n_posts < life.n_posts


def _newest(post: Post) -> datetime:
    return max(post.made_at, post.edited_at) if post.edited_at is not None else post.made_at

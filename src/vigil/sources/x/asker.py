"""One account's turn to be asked: what is new on its timeline, and now and then, what it is and what is gone.

The timeline is asked for what is newer than the newest known version of a post, so that a turn costs what is new and
nothing else. X answers for an account that is suspended, private or gone with an error; which of them it is, is looked
up. Posts are not given before all pages between were read: older ones come on later pages.

Two things that can wait are paid for out of a share of the budget: looking an account up once a day (its name, whether
X speaks of a newer post than its timeline shows), and looking whether its newest posts are still there.
"""

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from vigil.model.coverage import Hearing
from vigil.model.errors import Malformed
from vigil.model.heard import Deafness, Filled, Gap, Heard, Missing, Pulse
from vigil.model.observation import AccountState
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.live.rounds import Unanswered
from vigil.sources.x.api import Asked, Patient
from vigil.sources.x.budget import ids_of
from vigil.sources.x.memory import Life, Memory
from vigil.sources.x.names import PLATFORM, is_number, made_at
from vigil.sources.x.post import Fault, Person, Post, id_in, person_of, post_of
from vigil.sources.x.telling import Came, Telling
from vigil.usecases.ports import Clock

LEAST, PAGE = 5, 100
"""What a page of a timeline may be asked for (docs.x.com/x-api/users/get-posts)."""

MOST_PAGES = 33
MOST_SHOWN = 3200
"""X shows no more than the newest 3,200 posts of an account."""

MEDIA_A_POST = 4
LOOK_EVERY_S = 86400.0
LOOK_AFTER_S = 6 * 3600.0
EARLIER = timedelta(hours=1)
"""How much further back than last heard an account is read where what was known of it is lost."""

LONG = timedelta(hours=1)
"""Beyond it what was edited and deleted between two turns is not known."""

LATE = timedelta(minutes=2)
"""A post this old should be on its author's timeline."""

LONGEST_SPENT_S = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AskerSettings:
    """What is asked for beside what is new."""

    media: bool = True  # the addresses of pictures: each counts as a read
    gone_for: timedelta = timedelta(minutes=10)  # not found for so long: it is gone
    look_after: int = 5  # posts of each account, to see whether they are still there; 0: none


class Asker:
    """Asks for one account at a time."""

    platform = PLATFORM

    def __init__(
        self,
        api: Patient,
        memory: Memory,
        telling: Telling,
        heard_until: Mapping[Account, datetime],
        settings: AskerSettings,
        *,
        clock: Clock,
    ) -> None:
        """`heard_until`: until when each account was heard before this began."""
        self.collector = telling.collector
        self.n_malformed = self.n_repeated = 0
        self._api, self._memory, self.telling, self._clock = api, memory, telling, clock
        self._heard_until, self._settings = dict(heard_until), settings

    async def ask(self, watched: WatchedAccount) -> AsyncIterator[Heard | Gap | Filled | Pulse]:
        """What is new of an account.

        Raises:
            Unanswered: It was not answered; SPENT where no reads are left.
        """
        life, begun = self._memory.of(watched.account), self._clock()
        if not is_number(life.account.id):
            raise Unanswered(Deafness.NOT_THERE)
        async with life.asking:
            try:
                person = None
                if self._look_is_due(life, begun):
                    look = await self._look(life, extra=True)  # where it is refused, its timeline says so
                    if look is not None:
                        person = look.person
                        for heard in self._told(life, look, begun):
                            yield heard
                async for item in self._timeline(life, begun, person):
                    yield item
                for heard in await self._gone(life, begun):
                    yield heard
            finally:
                self.n_malformed, self.n_repeated = self.telling.n_malformed, self.telling.n_repeated

    # What is new.

    async def _timeline(
        self, life: Life, begun: datetime, person: Person | None
    ) -> AsyncIterator[Heard | Gap | Filled | Pulse]:
        since = self._since(life)
        first = life.asked_at is None and life.newest_id is None
        read = await self._read(life, since, first=first)
        if read.fault is not None and read.last is not None:
            async for heard in self._not_shown(life, read.fault, read.last, begun):
                yield heard
            return
        for heard in await self._again(life, begun):
            yield heard
        for gap in self._lost(life, read, since, begun):
            yield gap
        for heard in self._given(life, read, begun):
            yield heard
        if read.spent:
            raise self._spent()
        for number in read.numbers:
            life.reached(number)
        if not life.here:
            begin = read.posts[0][0].at if read.too_old and read.posts else since
            yield Filled(collector=self.collector, begin=begin, end=begun, account=life.account)
        if self._missed(life, person, begun):
            yield self.telling.gap(life, Missing.CONTENT_ABSENT, life.asked_at, begun)
            yield self._behind(life, begun)
        self._answered(life, begun)

    async def _not_shown(self, life: Life, fault: Fault, asked: Asked, begun: datetime) -> AsyncIterator[Heard]:
        """What X says of an account whose timeline it does not show."""
        look = await self._look(life, extra=False)
        if look is None and fault.state is not None:
            look = _Look(raw=fault.raw, came=asked.came, state=fault.state)
        for heard in self._told(life, look, begun) if look is not None else ():
            yield heard
        if life.state not in {AccountState.SUSPENDED, AccountState.DEACTIVATED}:
            raise Unanswered(Deafness.NOT_THERE)
        self._answered(life, begun)  # it cannot post: that is what there is to hear

    async def _again(self, life: Life, begun: datetime) -> list[Heard]:
        """That an account is back whose timeline is shown again: in X's words of the account, not in a post's."""
        if life.state in {None, AccountState.ACTIVE}:
            return []
        look = await self._look(life, extra=False)
        return self._told(life, look, begun) if look is not None else []

    def _lost(self, life: Life, read: "_Read", since: datetime | None, begun: datetime) -> list[Gap]:
        gaps = [gap for raw, came in read.unreadable for gap in self.telling.unreadable(life, raw, came.received_at)]
        if read.too_old:
            oldest = read.posts[0][0].at if read.posts else begun
            gaps.append(self.telling.gap(life, Missing.TOO_OLD, since, oldest))
        return gaps

    def _given(self, life: Life, read: "_Read", begun: datetime) -> Iterator[Heard]:
        """What is new, the oldest first."""
        backfilled = not life.here or begun - (life.asked_at or begun) > LONG
        for post, asked in read.posts:
            self._look_at_stream(life, post)
            yield from self.telling.post(life, post, asked.came, media=asked.page.media, backfilled=backfilled)

    def _look_at_stream(self, life: Life, post: Post) -> None:
        """Whether the stream should have brought a post, and did not."""
        since = self._memory.stream_hears_since
        if since is not None and post.first_id not in life.posts and since + LATE < post.at < self._clock() - LATE:
            self._memory.stream_is_behind = True

    def _since(self, life: Life) -> datetime | None:
        """From when on an account is read: from its beginning, or from where it was last heard."""
        if life.here:
            return life.asked_at
        return self._heard_until.get(life.account, life.asked_at)

    async def _read(self, life: Life, since: datetime | None, *, first: bool) -> "_Read":
        """Every page of what is new, and what it all says."""
        read, page = _Read(), None
        first = first and since is None
        most = self.first_watch(len(self._memory.all())) if first else MOST_SHOWN
        begin = since - EARLIER if since is not None and life.newest_id is None else None
        for _ in range(MOST_PAGES):
            asked = await self._page(life, min(PAGE, max(LEAST, most - read.n_entries)), begin=begin, page=page)
            if asked is None:
                if read.last is None:
                    raise self._spent()
                read.spent = True
                break
            read.add(asked, life)
            page = asked.page.next_page
            if read.fault is not None or page is None:
                break
            if read.n_entries >= most:
                read.too_old = True
                break
        else:
            read.too_old = True
        read.too_old = read.too_old or (not first and read.n_entries >= MOST_SHOWN)
        read.posts.sort(key=lambda each: int(each[0].id))
        return read

    def first_watch(self, n_accounts: int) -> int:
        """How many posts of the past are read of each account when it is first watched, of so many."""
        return max(LEAST, min(MOST_SHOWN, self._memory.budget.past_of_each(n_accounts) // self.reads_a_post))

    @property
    def reads_a_post(self) -> int:
        """What a post may cost at most."""
        return 1 + MEDIA_A_POST if self._settings.media else 1

    async def _page(self, life: Life, most: int, *, begin: datetime | None, page: str | None) -> Asked | None:
        """A page, as long as the budget allows; None: it allows none."""
        budget = self._memory.budget
        each = self.reads_a_post
        held = budget.hold(most * each, self._clock())
        media = each > 1 and held >= LEAST * each
        able = held // each if media else min(held, most)
        got: list[str] = []
        try:
            if able < LEAST:
                return None
            asked = await self._api.timeline(
                life.account.id,
                most=min(most, able),
                since_id=life.newest_id,
                begin=begin,
                page=page,
                media=media,
            )
            got = _counted(asked)
            return asked
        finally:
            budget.settle(held, got, self._clock())

    def _answered(self, life: Life, begun: datetime) -> None:
        life.asked_at, life.here = begun, True

    def _spent(self) -> Unanswered:
        now = self._clock()
        wait_s = (self._memory.budget.renews_at(now) - now).total_seconds()
        return Unanswered(Deafness.SPENT, retry_after_s=min(max(wait_s, 1.0), LONGEST_SPENT_S), everyone=True)

    # What an account is.

    def _look_is_due(self, life: Life, now: datetime) -> bool:
        every_s = self._memory.budget.extras_every_s(2 * len(self._memory.all()), LOOK_EVERY_S)  # half of the extras
        return life.looked_at is None or (now - life.looked_at).total_seconds() >= every_s

    async def _look(self, life: Life, *, extra: bool) -> "_Look | None":
        """What X says of an account; None: there are no reads for it, or it does not say."""
        budget = self._memory.budget
        held = budget.hold(1, self._clock(), extra=extra)
        got: list[str] = []
        try:
            if held < 1:
                return None
            asked = await self._api.person(life.account.id)
            got = _counted(asked, "u")
        except Unanswered:
            return None
        finally:
            budget.settle(held, got, self._clock(), extra=extra)
        for raw in asked.page.entries:
            try:
                person = person_of(raw)
            except Malformed:
                self.telling.n_malformed += 1
                continue
            if person.number == life.account.id:
                state = AccountState.PRIVATE if person.protected else AccountState.ACTIVE
                return _Look(person=person, state=state, raw=raw, came=asked.came)
        for fault in asked.page.faults:
            if fault.resource == life.account.id or fault.resource is None:
                return _Look(state=fault.state, raw=fault.raw, came=asked.came, not_found=fault.not_found)
        return None

    def _told(self, life: Life, look: "_Look", now: datetime) -> list[Heard]:
        """What is new of what an account is."""
        life.looked_at = now
        before = life.not_found_since
        life.not_found_since = (before or now) if look.not_found else None
        told = []
        if look.person is not None:
            told += self.telling.named(life, look.person.name, look.raw, look.came)
        state = look.state
        if before is not None and look.not_found and now - before >= self._settings.gone_for and self._was_there(life):
            # It was there, and for a while its number is not found. X says the same of accounts that their holders
            # have deactivated and of those deleted since: a deletion begins as a deactivation.
            state = AccountState.DEACTIVATED
        if state is not None:
            told += self.telling.state(life, state, look.raw, look.came)
        return told

    def _was_there(self, life: Life) -> bool:
        return life.newest_id is not None or life.asked_at is not None or life.account in self._heard_until

    def _missed(self, life: Life, person: Person | None, begun: datetime) -> bool:
        """Whether X speaks of a post that it does not show: it does not let us hear this account as it is."""
        number = person.newest_id if person is not None else None
        if number is None or number == life.missed_id or int(number) <= int(life.newest_id or 0):
            return False
        at = made_at(number)
        if at is None or at > begun - LATE or life.newest_id is None:
            return False
        life.missed_id = number
        return True

    def _behind(self, life: Life, now: datetime) -> Pulse:
        return Pulse(
            collector=self.collector,
            platform=PLATFORM,
            at=now,
            hearing=Hearing.BLIND,
            why=Deafness.BEHIND,
            unbroken_since=None,
            heard_until=life.asked_at,
            n_malformed=self.telling.n_malformed,
            n_repeated=self.telling.n_repeated,
            account=life.account,
        )

    # What is gone.

    async def _gone(self, life: Life, now: datetime) -> list[Heard]:
        """Posts that were known and are deleted."""
        known = life.newest()[-self._settings.look_after :] if self._settings.look_after else []
        if not known or not self._look_after_is_due(life, now):
            return []
        budget = self._memory.budget
        held = budget.hold(len(known), self._clock(), extra=True)
        got: list[str] = []
        try:
            if held < len(known):
                return []
            asked = await self._api.posts([last for _, last in known])
            got = _counted(asked)
        except Unanswered:
            return []  # its timeline was answered; this is done another time
        finally:
            budget.settle(held, got, self._clock(), extra=True)
        life.posts_looked_at = now
        gone = {fault.resource: fault for fault in asked.page.faults if fault.not_found and not fault.of_person}
        return [self.telling.deleted(life, first, gone[last].raw, asked.came) for first, last in known if last in gone]

    def _look_after_is_due(self, life: Life, now: datetime) -> bool:
        n_reads = 2 * self._settings.look_after * len(self._memory.all())
        every_s = self._memory.budget.extras_every_s(n_reads, LOOK_AFTER_S)  # the other half
        since = life.posts_looked_at
        if since is None:
            life.posts_looked_at = now  # they were just had
            return False
        return (now - since).total_seconds() >= every_s


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """What a looking-up of an account says."""

    raw: bytes
    came: Came
    person: Person | None = None
    state: AccountState | None = None
    not_found: bool = False


class _Read:
    """What the pages of one turn say."""

    def __init__(self) -> None:
        self.posts: list[tuple[Post, Asked]] = []
        self.unreadable: list[tuple[bytes, Came]] = []
        self.numbers: list[str] = []
        self.fault: Fault | None = None
        self.last: Asked | None = None
        self.n_entries = 0
        self.spent = self.too_old = False

    def add(self, asked: Asked, life: Life) -> None:
        """One more page."""
        self.last = asked
        self.n_entries += len(asked.page.entries)
        for raw in asked.page.entries:
            number = id_in(raw)
            if number is not None:
                self.numbers.append(number)
            try:
                post = post_of(raw)
            except Malformed:
                self.unreadable.append((raw, asked.came))
                continue
            if post.author != life.account.id:
                self.unreadable.append((raw, asked.came))
            else:
                self.posts.append((post, asked))
        if not asked.page.entries:
            self.fault = next((fault for fault in asked.page.faults if fault.of_person), None)


def _counted(asked: Asked, kind: str = "p") -> list[str]:
    """What an answer counts for: each thing given, by its id, and each picture."""
    numbers = [id_in(raw) or f"?{asked.came.received_at.isoformat()}-{n}" for n, raw in enumerate(asked.page.entries)]
    return ids_of(kind, numbers) + ids_of("m", asked.page.media_keys)

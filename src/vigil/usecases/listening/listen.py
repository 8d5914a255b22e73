"""Listen: follow every watched account on every platform at once, keep what comes, and know when we are deaf.

One process listens for a case at a time. It may be killed at any moment: what it had kept is kept, and it goes on from
there. What goes wrong out there never ends it; it is told, and tried again.
"""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from vigil.model.coverage import Hearing
from vigil.model.errors import CaseHeld, IntegrityError, InvalidInput, Unavailable, VigilError
from vigil.model.heard import Media, Pulse
from vigil.model.ids import CollectorName, Platform
from vigil.model.witness import WatchedAccount
from vigil.usecases.import_posts import import_posts
from vigil.usecases.keep_captures import AT_ONCE, BYTES_AT_ONCE
from vigil.usecases.listening.collecting import Dropped, Given, Item, SourceKind
from vigil.usecases.listening.ears import Ears, Ended
from vigil.usecases.listening.keeping import Batch, Kept, SourceKeeper
from vigil.usecases.listening.manage_sources import chosen_sources, given_to, listened_for
from vigil.usecases.listening.ports import AddedSource
from vigil.usecases.make_checkpoint import make_checkpoint
from vigil.usecases.ports import CaseWriter, Clock, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ListenSettings:
    """How a session listens. Seconds."""

    once: bool = False
    look_every_s: float = 20.0  # at the watchlist, for who is to be listened for
    tell_every_s: float = 1.0
    checkpoint_every_s: float = 3600.0
    stalled_after_s: float = 180.0  # without a word of a collector: it is begun anew
    first_wait_s: float = 1.0  # before a collector that broke off is begun anew, doubling up to `longest_wait_s`
    longest_wait_s: float = 120.0
    tries: int = 3  # of `once`, where the disk or another writer is in the way; otherwise it tries until stopped


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceStatus:
    """One source as it is now."""

    collector: CollectorName
    kind: str
    platform: Platform
    asks_each: bool
    n_accounts: int
    pulse: Pulse | None  # None: it has not said a word yet
    kept: Kept
    n_blind_accounts: int
    n_malformed: int  # since it was added
    trouble: str | None  # what broke it off, in our words, until it is heard again
    ended: bool

    @property
    def heard(self) -> bool:
        """Whether it heard when it spoke last, and nothing broke it off."""
        return self.trouble is None and self.pulse is not None and self.pulse.hearing is not Hearing.BLIND


@dataclass(frozen=True, slots=True, kw_only=True)
class ListenStatus:
    """A session as it is now."""

    began_at: datetime
    at: datetime
    sources: tuple[SourceStatus, ...]
    notices: tuple[str, ...]  # who is not listened for, and why
    n_waiting: int  # items heard and not kept yet
    held_up: str | None  # why nothing can be kept now


Tell = Callable[[ListenStatus], None]


@dataclass(slots=True)
class _Running:
    source: AddedSource
    kind: SourceKind
    keeper: SourceKeeper
    accounts: tuple[WatchedAccount, ...] = ()
    looked_at: tuple[WatchedAccount, ...] = ()  # of whom `accounts` are those that can be listened for
    begin_at_s: float | None = 0.0  # when it is begun anew; None: it runs
    n_broken: int = 0
    trouble: str | None = None
    ended: bool = False


def listen(
    case: CaseWriter,
    kinds: Mapping[str, SourceKind],
    *,
    version: str,
    clock: Clock,
    settings: ListenSettings | None = None,
    only: Sequence[str] = (),
    stop: threading.Event | None = None,
    tell: Tell | None = None,
    shows: Callable[[Sequence[Media]], None] | None = None,
    signed: Callable[[], None] | None = None,
    opened: Callable[[Path], Source] | None = None,
) -> ListenStatus:
    """Listen until stopped, or once until the present is reached; gives how it stood at the end.

    Args:
        case: The case.
        kinds: What kinds of source there are, by name.
        version: Of Vigil, kept with every capture.
        clock: Now.
        settings: How.
        only: Of these sources alone, by name; else of all.
        stop: Ends it, when set.
        tell: Told how it stands, about once a second.
        shows: Told what media the posts kept show, once the posts are on disk.
        signed: Called after each checkpoint.
        opened: Opens a file that was dropped in a folder, in one of the formats of `vigil import`.

    Raises:
        InvalidInput: There is no source, or nobody who may be listened for.
        CaseHeld: Another process listens for this case.
        Unavailable: With `once`, nothing could be kept.
    """
    session = _Session(case, kinds, version=version, clock=clock, settings=settings or ListenSettings(), only=only)
    session.tell, session.shows, session.signed, session.opened = tell, shows, signed, opened
    with case.listening.alone():
        return session.run(stop or threading.Event())


class _Session:
    def __init__(
        self,
        case: CaseWriter,
        kinds: Mapping[str, SourceKind],
        *,
        version: str,
        clock: Clock,
        settings: ListenSettings,
        only: Sequence[str],
    ) -> None:
        self.tell: Tell | None = None
        self.shows: Callable[[Sequence[Media]], None] | None = None
        self.signed: Callable[[], None] | None = None
        self.opened: Callable[[Path], Source] | None = None
        self._case, self._clock, self._settings = case, clock, settings
        self._began_at = clock()
        self._held_up: str | None = None
        self._told_s = self._looked_s = self._signed_s = -float("inf")
        self._notices: tuple[str, ...] = ()
        self._kinds, self._version, self._only = kinds, version, only
        self._running = {source.collector: self._new(source) for source in chosen_sources(case, kinds, only)}

    def run(self, stop: threading.Event) -> ListenStatus:
        with self._case.transaction():
            self._look()
            for running in self._running.values():
                running.keeper.begin()
        self._signed_s = time.monotonic()
        with Ears() as ears:
            kept = True
            while kept and not stop.is_set() and not all(one.ended for one in self._running.values()):
                self._begin(ears)
                taken = ears.take(most=AT_ONCE, most_bytes=BYTES_AT_ONCE, wait_s=self._settings.tell_every_s)
                kept = self._keep(taken, ears, stop)
                self._watch_over(ears)
                self._report(ears)
            ears.rest()
            # What could not be kept is given again another time: so must be whatever came after it.
            while kept and (rest := ears.take(most=AT_ONCE, most_bytes=BYTES_AT_ONCE, wait_s=0.0)):
                kept = self._keep(rest, ears, stop)
            self._report(ears, at_once=True)
            status = self._status(ears)
        self._sign()
        return status

    def _new(self, source: AddedSource) -> _Running:
        kind = self._kinds[source.kind]
        keeper = SourceKeeper(source.collector, kind.manifest, self._case, version=self._version, clock=self._clock)
        return _Running(source=source, kind=kind, keeper=keeper)

    def _begin(self, ears: Ears) -> None:
        """Begin what is to be begun, or begun anew, by now."""
        for name, one in self._running.items():
            if one.begin_at_s is None or one.ended or time.monotonic() < one.begin_at_s:
                continue
            if not one.accounts and one.kind.manifest.most_accounts != 0:
                one.ended = self._settings.once  # there is nobody to listen for
                continue
            one.begin_at_s = None
            try:
                collector = one.kind.collector(self._given(one))
            except Exception as fault:  # noqa: BLE001 - whatever goes wrong in one source, the others are heard on
                self._ended(one, Ended(fault))
                continue
            ears.hear(name, collector, once=self._settings.once)

    def _given(self, one: _Running) -> Given:
        fresh = given_to(one.source, one.kind, one.accounts, self._clock)
        return replace(fresh, cursor=one.keeper.cursor, heard_until=one.keeper.heard_until())

    def _keep(self, taken: Sequence[tuple[CollectorName, Item | Ended]], ears: Ears, stop: threading.Event) -> bool:
        """Keep what was heard. False: it could not be kept, and we are to stop."""
        items: dict[CollectorName, list[Item]] = defaultdict(list)
        ends: list[tuple[_Running, Ended]] = []
        for name, item in taken:
            if isinstance(item, Ended):
                ends.append((self._running[name], item))
            else:
                items[name].append(item)
                _heard_word(self._running[name], item)
        for name in list(items):
            paths = [item.path for item in items[name] if isinstance(item, Dropped)]
            try:
                imported = self._import(self._running[name], paths, ears, stop)
            except Unavailable as fault:  # it is not noted as done: the folder is looked into anew
                broken = self._running[name]
                del items[name]
                ends = [each for each in ends if each[0] is not broken]
                ears.stop(name)
                self._ended(broken, Ended(fault))
                continue
            if not imported:
                return False
        batches = [(self._running[name].keeper, self._running[name].keeper.taken(some)) for name, some in items.items()]
        if batches and not self._write(batches, ears, stop):
            return False
        for keeper, batch in batches:
            media = keeper.done(batch)
            if media and self.shows is not None:
                self.shows(media)
        for one, ended in ends:
            self._ended(one, ended)
        return True

    def _import(self, one: _Running, paths: Sequence[Path], ears: Ears, stop: threading.Event) -> bool:
        """Import what was dropped, before it is noted as done. False: it could not be, and we are to stop.

        Raises:
            Unavailable: A file cannot be read now, or the disk refuses.
        """
        kept = one.keeper.kept
        for path in paths:
            tries = 0
            while self.opened is not None:
                try:
                    report = import_posts([self.opened(path)], case=self._case, clock=self._clock)
                except CaseHeld as fault:
                    tries += 1
                    if self._settings.once and tries >= self._settings.tries:
                        raise
                    if not self._hold(str(fault), tries, ears, stop):
                        return False
                    continue
                except (Unavailable, IntegrityError):
                    self._case.leave_file()
                    raise
                except Exception as fault:  # noqa: BLE001 - a stranger's file: it is told, and stops nothing
                    self._case.leave_file()
                    kept.faulty_file = _told(fault)
                else:
                    kept.n_files += 1
                    kept.n_observations += sum(file.added or 0 for file in report.files)
                    kept.n_rows_refused += report.quarantined
                break
        return True

    def _hold(self, why: str, tries: int, ears: Ears, stop: threading.Event) -> bool:
        """Wait a while because nothing can be kept. False: we are to stop."""
        self._held_up = why
        self._report(ears)
        return not stop.wait(min(self._settings.first_wait_s * 2.0 ** (tries - 1), 10.0))

    def _write(self, batches: Sequence[tuple[SourceKeeper, Batch]], ears: Ears, stop: threading.Event) -> bool:
        """Write until it is written: what cannot be kept now is not forgotten, and nothing more is read meanwhile."""
        tries = 0
        while True:
            try:
                with self._case.transaction():
                    for keeper, batch in batches:
                        keeper.write(batch)
            except Unavailable as fault:
                tries += 1
                if self._settings.once and tries >= self._settings.tries:
                    raise
                if not self._hold(str(fault), tries, ears, stop):
                    return False
            else:
                self._held_up = None
                return True

    def _ended(self, one: _Running, ended: Ended) -> None:
        one.keeper.interrupted()
        if self._settings.once or isinstance(ended.error, InvalidInput):
            one.ended = True
            one.trouble = None if ended.error is None else _told(ended.error)
            return
        one.n_broken += 1
        wait_s = min(self._settings.first_wait_s * 2.0 ** (one.n_broken - 1), self._settings.longest_wait_s)
        one.begin_at_s = time.monotonic() + wait_s
        one.trouble = "it broke off without a word" if ended.error is None else _told(ended.error)

    def _watch_over(self, ears: Ears) -> None:
        """See whether watchlist or sources changed, whether anybody stalled, and whether to sign."""
        now_s = time.monotonic()
        if now_s - self._looked_s >= self._settings.look_every_s:
            before = {name: one.accounts for name, one in self._running.items()}
            try:
                self._look_for_sources(ears)
                self._look()
            except Unavailable as fault:
                self._held_up = str(fault)
            for name, one in self._running.items():
                if one.accounts != before.get(name) and one.begin_at_s is None and not one.ended:
                    try:
                        ears.watch(name, one.accounts)
                    except Exception as fault:  # noqa: BLE001 - whatever goes wrong in one source
                        ears.stop(name)
                        self._ended(one, Ended(fault))
        for name, one in self._running.items():
            if one.begin_at_s is None and not one.ended and ears.silent_s(name) > self._settings.stalled_after_s:
                ears.stop(name)
                self._ended(one, Ended(Unavailable("it said nothing for too long")))
        if now_s - self._signed_s >= self._settings.checkpoint_every_s:
            self._sign()

    def _look_for_sources(self, ears: Ears) -> None:
        """Begin with sources that were added meanwhile, and end with those that were removed."""
        there = {source.collector: source for source in self._case.listening.sources()}
        for name, one in self._running.items():
            if name not in there and not one.ended:
                ears.stop(name)
                one.ended, one.trouble = True, "it was removed"
        if self._only or self._settings.once:
            return
        for name, source in there.items():
            if name not in self._running and source.kind in self._kinds:
                self._running[name] = self._new(source)
                self._running[name].keeper.begin()

    def _look(self) -> None:
        """Who is to be listened for, by source."""
        self._looked_s = time.monotonic()
        sources = self._case.listening.sources()
        manifests = [self._kinds[each.kind].manifest for each in sources if each.kind in self._kinds]
        by_platform, self._notices = listened_for(self._case, manifests)
        for one in self._running.values():
            if one.ended:
                continue
            wanted = tuple(by_platform.get(one.kind.manifest.platform, ()))
            most = one.kind.manifest.most_accounts
            if most is not None and len(wanted) > most > 0:
                self._notices += (f"{one.source.collector}: {len(wanted) - most} accounts are more than it can hear",)
                wanted = wanted[:most]
            usable, n_unusable = self._usable(one, wanted)
            if n_unusable:
                name = one.source.collector
                unlike = f"{name}: {n_unusable} accounts are not listened for: their ids are not this platform's"
                self._notices += (f"{unlike} (`vigil sources find {name} NAME` gives the id)",)
            one.accounts = usable
            one.keeper.watch(usable)

    def _usable(self, one: _Running, wanted: tuple[WatchedAccount, ...]) -> tuple[tuple[WatchedAccount, ...], int]:
        """Those whose id this kind of source can use."""
        if wanted == one.looked_at:
            return one.accounts, len(wanted) - len(one.accounts)
        one.looked_at = wanted
        given = replace(self._given(one), cursor=None, heard_until={})
        if not wanted or _fits(one.kind, replace(given, accounts=wanted)):
            return wanted, 0
        usable = tuple(watched for watched in wanted if _fits(one.kind, replace(given, accounts=(watched,))))
        return usable, len(wanted) - len(usable)

    def _sign(self) -> None:
        self._signed_s = time.monotonic()
        try:
            make_checkpoint(case=self._case, clock=self._clock)
        except Unavailable as fault:
            self._held_up = str(fault)
            return
        if self.signed is not None:
            self.signed()

    def _report(self, ears: Ears, *, at_once: bool = False) -> None:
        now_s = time.monotonic()
        if self.tell is not None and (at_once or now_s - self._told_s >= self._settings.tell_every_s):
            self._told_s = now_s
            self.tell(self._status(ears))

    def _status(self, ears: Ears) -> ListenStatus:
        return ListenStatus(
            began_at=self._began_at,
            at=self._clock(),
            sources=tuple(
                SourceStatus(
                    collector=name,
                    kind=one.source.kind,
                    platform=one.kind.manifest.platform,
                    asks_each=one.kind.manifest.asks_each,
                    n_accounts=len(one.accounts),
                    pulse=one.keeper.kept.pulse,
                    kept=one.keeper.kept,
                    n_blind_accounts=len(one.keeper.kept.blind_accounts),
                    n_malformed=one.keeper.n_malformed,
                    trouble=one.trouble,
                    ended=one.ended,
                )
                for name, one in self._running.items()
            ),
            notices=self._notices,
            n_waiting=ears.n_waiting(),
            held_up=self._held_up,
        )


def _heard_word(one: _Running, item: Item) -> None:
    if isinstance(item, Pulse) and item.account is None and item.hearing is Hearing.HEALTHY:
        one.n_broken, one.trouble = 0, None


def _fits(kind: SourceKind, given: Given) -> bool:
    try:
        kind.collector(given)
    except InvalidInput:
        return False
    return True


def _told(error: Exception) -> str:
    """An error as it may be shown: ours speak for themselves, another's words may name whom we listen for."""
    return str(error) if isinstance(error, VigilError) else f"a fault in this source ({type(error).__name__})"

"""Everything a check knows of each watched account before it judges: signs of life, rhythm, hearing, neighbours."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from vigil.model.coverage import CoverageSpan, Shares
from vigil.model.fate import watching_ended
from vigil.model.ids import CollectorName, PlaceName
from vigil.model.instants import from_micros, to_micros
from vigil.model.timelines import Timelines
from vigil.model.verdict import Neighbours
from vigil.model.witness import Account, WatchedAccount, Witness
from vigil.usecases.check_rhythms import Rhythms
from vigil.usecases.listening.ports import ListenedFor, since_when
from vigil.usecases.ports import CaseReader, SignsOfLife, StateChange
from vigil.watch.automation import automated
from vigil.watch.hearing import Heard, heard, whole_files
from vigil.watch.neighbours import Instants, usable_neighbours
from vigil.watch.outages import SharedSilences, shared_with
from vigil.watch.reading import Reading

EVER = datetime(9000, 1, 1, tzinfo=UTC)

NEIGHBOURS_AT_MOST = 16
"""In a place with more, the sixteen heard of most in the last weeks stand for all: more would tell nothing new."""

UNHEARD_SHARE = 0.1
"""A neighbour more of whose silence than this was not listened to is none: deafness looks like a silent place."""

_AN_INSTANT = timedelta(microseconds=1)
_RECENT_US = 56 * 86_400_000_000
_MARGIN_US = 2 * 86_400_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One watched account as of a moment.

    Attributes:
        place: Where it is now, or was at its last sign of life if it is nowhere now.
        at_us: Its signs of life up to the moment, without those a program made.
        n_automated: How many of those there were.
        n_future: Posts dated later than our own clock; they count for nothing.
        alarm_s: The silence at which it is called dark under its budget; None: not within a year.
        state: The last change of state the platform told of.
        elsewhere_us: Signs of life of all accounts of other places together.
        neighbours: Other witnesses' accounts at the same place that are heard, as their signs of life.
    """

    witness: Witness
    account: WatchedAccount
    place: PlaceName | None
    at_us: Instants
    n_automated: int
    n_future: int
    reading: Reading
    budget_per_year: float
    alarm_s: float | None
    heard: Heard
    states: tuple[StateChange, ...]
    neighbours: tuple[Instants, ...]
    elsewhere_us: Instants

    @property
    def last_us(self) -> int | None:
        """Its last sign of life."""
        return int(self.at_us[-1]) if self.at_us.size else None

    def shared(self, since_us: int, until_us: int) -> SharedSilences:
        """What its neighbours shared between two instants."""
        return shared_with(
            self.neighbours, elsewhere=self.elsewhere_us, since_us=since_us - _MARGIN_US, until_us=until_us
        )

    def shares(self, now_us: int) -> Shares:
        """How well it was heard since its last sign of life; over the last day where there was none."""
        return self.heard.shares(self.last_us if self.last_us is not None else now_us - 86_400_000_000, now_us)

    def company(self, now_us: int, *, silent_since_us: int | None) -> Neighbours:
        """How many of its usable neighbours are speaking.

        Args:
            now_us: The moment.
            silent_since_us: When its place fell silent: speaking is who spoke since. None where it has not: speaking is
                who spoke since the account did, or within the last day.
        """
        spoken = [int(one[np.searchsorted(one, now_us, side="right") - 1]) for one in self.neighbours if one.size]
        if not spoken:
            return Neighbours(speaking=0, of=0)
        latest = max(spoken)
        usable = usable_neighbours(self.neighbours, latest)
        day_ago_us = now_us - 86_400_000_000
        since = min(self.last_us or 0, day_ago_us) if silent_since_us is None else silent_since_us
        speaking = sum(bool(ok) and last > since for ok, last in zip(usable, spoken, strict=True))
        return Neighbours(speaking=speaking, of=int(usable.sum()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """All of them, with their timelines together in the same order."""

    accounts: tuple[Watched, ...]
    timelines: Timelines


def gather(case: CaseReader, *, rhythms: Rhythms, as_of: datetime, now: datetime, budget_per_year: float) -> Gathered:
    """Read everything a check needs. Whoever asked not to be watched is left out.

    Args:
        case: The case.
        rhythms: Reads rhythms.
        as_of: The moment.
        now: Our clock.
        budget_per_year: For witnesses without one of their own.
    """
    entries = defaultdict(list)
    for entry in case.fates():
        entries[entry.witness].append(entry)
    pairs = [pair for pair in case.watchlist().accounts() if not watching_ended(entries[pair[0].name])]
    names = [watched.account for _, watched in pairs]
    signs = case.signs_of_life(names, until=EVER)
    as_of_us = to_micros(as_of)
    own = [_own_signs(signs, k) for k in range(len(pairs))]
    kept = [at_us[: np.searchsorted(at_us, as_of_us, side="right")] for at_us, _ in own]
    n_future = [int(np.count_nonzero(signs.timelines.of(k) > to_micros(now))) for k in range(len(pairs))]
    places = [_place(watched, at_us, as_of) for (_, watched), at_us in zip(pairs, kept, strict=True)]
    timelines = _together(pairs, kept, places)
    readings = rhythms.now(timelines, as_of_us) if pairs else []
    until = as_of + _AN_INSTANT  # so that deafness which begins at this very moment is deafness
    spans = whole_files(case.coverage(until=until))
    hearing = _hearing(spans, [watched for _, watched in pairs], until, case.listening.listeners())
    states = defaultdict(list)
    for change in case.state_changes(names, until=as_of):
        states[change.account].append(change)
    nearby = _Nearby(pairs, kept, places, hearing, as_of_us)
    accounts = []
    for k, (witness, watched) in enumerate(pairs):
        budget = budget_per_year if witness.budget_per_year is None else witness.budget_per_year
        accounts.append(
            Watched(
                witness=witness,
                account=watched,
                place=places[k],
                at_us=kept[k],
                n_automated=own[k][1],
                n_future=n_future[k],
                reading=readings[k],
                budget_per_year=budget,
                alarm_s=readings[k].alarm_after_s(budget),
                heard=hearing[k],
                states=tuple(states[watched.account]),
                neighbours=nearby.of(k),
                elsewhere_us=nearby.elsewhere(places[k]),
            )
        )
    return Gathered(accounts=tuple(accounts), timelines=timelines)


def _own_signs(signs: SignsOfLife, k: int) -> tuple[Instants, int]:
    """What the account's holder did, and how much a program did."""
    rows = slice(int(signs.timelines.starts[k]), int(signs.timelines.starts[k + 1]))
    at_us = signs.timelines.at_us[rows]
    planned = automated(at_us, signs.client[rows])
    return at_us[~planned], int(planned.sum())


def _place(watched: WatchedAccount, at_us: Instants, as_of: datetime) -> PlaceName | None:
    here = watched.place_at(as_of)
    if here is None and at_us.size:
        here = watched.place_at(from_micros(int(at_us[-1])))
    return here


def _together(
    pairs: Sequence[tuple[Witness, WatchedAccount]], kept: Sequence[Instants], places: Sequence[PlaceName | None]
) -> Timelines:
    known = sorted({place for place in places if place is not None})
    starts = np.zeros(len(pairs) + 1, dtype=np.int64)
    np.cumsum([at_us.size for at_us in kept], out=starts[1:])
    return Timelines(
        names=[watched.account.id for _, watched in pairs],
        starts=starts,
        at_us=np.concatenate(kept) if kept else np.empty(0, dtype=np.int64),
        place=np.array([-1 if place is None else known.index(place) for place in places], dtype=np.int64),
    )


def _hearing(
    spans: Sequence[CoverageSpan],
    everyone: Sequence[WatchedAccount],
    until: datetime,
    listeners: Mapping[Account, Mapping[CollectorName, ListenedFor]],
) -> list[Heard]:
    of_one: dict[Account, list[CoverageSpan]] = defaultdict(list)
    of_several = []
    for span in spans:
        if span.account is None:
            of_several.append(span)
        else:
            of_one[span.account].append(span)
    return [
        heard(
            [*of_several, *of_one[watched.account]],
            watched,
            until=until,
            listened=since_when(listeners.get(watched.account, {})),
        )
        for watched in everyone
    ]


class _Nearby:
    """Who is whose neighbour."""

    def __init__(
        self,
        pairs: Sequence[tuple[Witness, WatchedAccount]],
        kept: Sequence[Instants],
        places: Sequence[PlaceName | None],
        hearing: Sequence[Heard],
        as_of_us: int,
    ) -> None:
        self._pairs, self._kept, self._places = pairs, kept, places
        recent = [int(at_us.size - np.searchsorted(at_us, as_of_us - _RECENT_US)) for at_us in kept]
        self._by_place: dict[PlaceName, list[int]] = defaultdict(list)
        for k in sorted(range(len(pairs)), key=lambda k: -recent[k]):
            place = places[k]
            if place is not None and kept[k].size and _is_heard(hearing[k], int(kept[k][-1]), as_of_us):
                self._by_place[place].append(k)
        self._elsewhere: dict[PlaceName | None, Instants] = {}

    def of(self, k: int) -> tuple[Instants, ...]:
        """Other witnesses' accounts at the same place; of one witness's, the one heard of most."""
        place = self._places[k]
        if place is None:
            return ()
        seen = {self._pairs[k][0].name}
        chosen: list[Instants] = []
        for other in self._by_place[place]:
            if self._pairs[other][0].name not in seen and len(chosen) < NEIGHBOURS_AT_MOST:
                seen.add(self._pairs[other][0].name)
                chosen.append(self._kept[other])
        return tuple(chosen)

    def elsewhere(self, place: PlaceName | None) -> NDArray[np.int64]:
        """Signs of life of all accounts of other places together."""
        if place not in self._elsewhere:
            others = [
                at_us
                for at_us, there in zip(self._kept, self._places, strict=True)
                if there is not None and there != place
            ]
            self._elsewhere[place] = np.sort(np.concatenate(others)) if others else np.empty(0, dtype=np.int64)
        return self._elsewhere[place]


def _is_heard(hearing: Heard, last_us: int, now_us: int) -> bool:
    return hearing.shares(now_us, now_us).blind == 0 and hearing.shares(last_us, now_us).blind <= UNHEARD_SHARE

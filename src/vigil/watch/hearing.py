"""Hearing: how well one account was heard, when, and how much of its silence counts.

A deaf collector looks exactly like a silent witness. So only heard silence counts: time nobody listened counts for
nothing, time heard with gaps for half, and nobody is called dark while nobody listens.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from vigil.model.coverage import CoverageSpan, Hearing, Shares
from vigil.model.errors import InvalidInput
from vigil.model.ids import CollectorName
from vigil.model.instants import from_micros, to_micros
from vigil.model.witness import WatchedAccount

DEGRADED_COUNTS = 0.5
"""An hour heard with gaps counts for half an hour of silence: under degraded hearing an alarm comes twice as late. Our
choice, on the careful side: backfills and reconnects we know of missed less than half."""

SOURCE_HOLDS = timedelta(minutes=3)
"""How long a live source's last pulse holds where nothing later was kept: in so long at most its going deaf shows."""

ACCOUNT_HOLDS = timedelta(minutes=30)
"""The same of one account that is asked for in turn: the longest that may pass between two turns."""

_QUALITY = (Hearing.BLIND, Hearing.DEGRADED, Hearing.HEALTHY)
_COUNTS = np.array([0.0, DEGRADED_COUNTS, 1.0])
_FILE = "file:"


@dataclass(frozen=True, slots=True)
class Heard:
    """How well one account was heard, as steps: quality[k] from edges_us[k] until edges_us[k + 1].

    Attributes:
        edges_us: shape (n + 1,), increasing microseconds since 1970. Outside of them nobody listened.
        quality: shape (n,), 0 blind, 1 degraded, 2 healthy: the best collector's.
        collector: shape (n,): the best collector's name, None where nobody listened.
        holding: Of live collectors whose next pulse is still to come: from when until when what was heard last holds,
            and how well. It says that they listen, and lets no silence count.
    """

    edges_us: NDArray[np.int64]
    quality: NDArray[np.int64]
    collector: tuple[CollectorName | None, ...]
    holding: tuple[tuple[int, int, int], ...] = ()

    def at(self, at_us: int) -> Hearing:
        """How well at an instant. A stretch that ends at this very instant still holds, if nothing begins there."""
        k = self._step(at_us)
        quality = 0 if k is None else int(self.quality[k])
        held = [q for begin, end, q in self.holding if begin <= at_us <= end]
        return _QUALITY[max([quality, *held])]

    def shares(self, begin_us: int, end_us: int) -> Shares:
        """How a stretch of time divides; an instant is wholly what it is."""
        if end_us <= begin_us:
            hearing = self.at(end_us)
            return Shares(**{each.value: float(each is hearing) for each in Hearing})
        lengths = self._lengths(begin_us, end_us)
        healthy, degraded = (float(lengths[self.quality == q].sum()) / (end_us - begin_us) for q in (2, 1))
        return Shares(healthy=healthy, degraded=degraded, blind=max(0.0, 1.0 - healthy - degraded))

    def counted_s(self, begin_us: int, end_us: int) -> float:
        """How many seconds of silence between two instants count."""
        return float((self._lengths(begin_us, end_us) * _COUNTS[self.quality]).sum()) / 1e6

    def counted_by(self, begin_us: int, wanted_s: float) -> int | None:
        """When so many seconds of silence from an instant on will have counted; None: our hearing ends before."""
        left_us = wanted_s * 1e6
        for k, counts in enumerate(_COUNTS[self.quality]):
            begin, end = max(int(self.edges_us[k]), begin_us), int(self.edges_us[k + 1])
            if end <= begin or counts == 0.0:
                continue
            if (end - begin) * counts >= left_us:
                return begin + int(np.ceil(left_us / counts))
            left_us -= (end - begin) * counts
        return None

    def deaf_since(self, at_us: int) -> tuple[CollectorName | None, int | None]:
        """With hearing that is not healthy at an instant: who heard it healthily last, and until when."""
        before = [k for k in range(self.quality.size) if self.quality[k] == 2 and self.edges_us[k] <= at_us]
        if not before:
            return (self.collector[0], None) if self.collector else (None, None)
        return self.collector[before[-1]], min(int(self.edges_us[before[-1] + 1]), at_us)

    def blind_spans(self, begin_us: int, end_us: int) -> list[tuple[datetime, datetime]]:
        """When nobody listened between two instants, oldest first."""
        spans: list[tuple[datetime, datetime]] = []
        at_us = begin_us
        for k in np.flatnonzero(self.quality > 0):
            begin, end = int(self.edges_us[k]), int(self.edges_us[k + 1])
            if end <= at_us:
                continue
            if begin > at_us:
                spans.append((from_micros(at_us), from_micros(min(begin, end_us))))
            at_us = end
            if at_us >= end_us:
                return [span for span in spans if span[0] < span[1]]
        return [*spans, (from_micros(at_us), from_micros(end_us))] if at_us < end_us else spans

    def _step(self, at_us: int) -> int | None:
        k = int(np.searchsorted(self.edges_us, at_us, side="right")) - 1
        if k >= 0 and k == self.quality.size and at_us == self.edges_us[-1]:
            k -= 1
        return k if 0 <= k < self.quality.size else None

    def _lengths(self, begin_us: int, end_us: int) -> NDArray[np.int64]:
        edges = np.clip(self.edges_us, begin_us, max(end_us, begin_us))
        lengths: NDArray[np.int64] = np.diff(edges)
        return lengths


Listening = Mapping[CollectorName, tuple[datetime, datetime | None]]
"""Since when, and until when, live collectors listen for one account."""


def heard(
    spans: Iterable[CoverageSpan],
    watched: WatchedAccount,
    *,
    until: datetime,
    listened: Listening = MappingProxyType({}),
) -> Heard:
    """How well one account was heard up to an instant.

    Of several collectors the best counts; of what one collector says of the same time, the worst: a listener that was
    up all day and lost an hour was blind for the hour. What a live collector says of one account goes before what it
    says of all; and what it says of all is said of those it listens for.

    Args:
        spans: Everybody's coverage, as `whole_files` gives it.
        watched: The account. Spans of a place count while it stayed there.
        until: Later coverage is not looked at.
        listened: Which live collectors listen for it.
    """
    limit_us = to_micros(until)
    ours = [(a, b, span) for span in spans for a, b in _listened(span, _extent(span, watched, limit_us), listened)]
    edges = np.unique(np.array([edge for a, b, _ in ours for edge in (a, b)], dtype=np.int64))
    if edges.size == 0:
        return Heard(np.zeros(1, dtype=np.int64), np.empty(0, dtype=np.int64), ())
    by_collector: dict[CollectorName, _Said] = defaultdict(lambda: _Said.nothing(edges.size - 1))
    for a, b, span in ours:
        steps = slice(int(np.searchsorted(edges, a)), int(np.searchsorted(edges, b)))
        by_collector[span.collector].add(steps, span)
    names = list(by_collector)
    table = np.array([said.together() for said in by_collector.values()])
    best = table.argmax(axis=0)
    highest = table.max(axis=0)
    collectors = tuple(names[k] if q >= 0 else None for k, q in zip(best, highest, strict=True))
    holding = tuple(one for said in by_collector.values() if (one := said.holding(edges)) is not None)
    return Heard(edges, np.maximum(highest, 0).astype(np.int64), collectors, holding)


@dataclass(slots=True)
class _Said:
    """What one collector says of each step, -1 where nothing: of this account alone, and of others with it."""

    of_all: NDArray[np.int64]
    of_one: NDArray[np.int64]
    live: bool = False

    @classmethod
    def nothing(cls, n: int) -> "_Said":
        return cls(np.full(n, -1, dtype=np.int64), np.full(n, -1, dtype=np.int64))

    def add(self, steps: slice, span: CoverageSpan) -> None:
        self.live |= span.live
        said = self.of_one if span.live and span.account is not None else self.of_all
        quality = _QUALITY.index(span.hearing)
        said[steps] = np.where(said[steps] < 0, quality, np.minimum(said[steps], quality))

    def together(self) -> NDArray[np.int64]:
        return np.where(self.of_one >= 0, self.of_one, self.of_all)

    def holding(self, edges: NDArray[np.int64]) -> tuple[int, int, int] | None:
        """What was heard last, while the next pulse may still come."""
        said = self.together()
        spoken = np.flatnonzero(said >= 0)
        if not self.live or spoken.size == 0 or said[spoken[-1]] == 0:
            return None
        last = int(spoken[-1])
        in_turn = self.of_one[last] >= 0 and not np.any(self.of_all > 0)  # of all it can only say that nobody was heard
        holds = ACCOUNT_HOLDS if in_turn else SOURCE_HOLDS
        end_us = int(edges[last + 1])
        return end_us, end_us + int(holds.total_seconds() * 1e6), int(said[last])


def whole_files(spans: Sequence[CoverageSpan]) -> list[CoverageSpan]:
    """The spans, an imported file hearing every account in it to the file's own end.

    An account whose last row is a week before the file's was silent for that week, not unheard.
    """
    ends: dict[CollectorName, datetime] = {}
    for span in spans:
        if span.collector.startswith(_FILE):
            ends[span.collector] = max(span.end, ends.get(span.collector, span.end))
    return [replace(span, end=ends.get(span.collector, span.end)) for span in spans]


def average(shares: Sequence[Shares]) -> Shares:
    """Several accounts' shares taken together; nobody is blind hearing."""
    if not shares:
        return Shares(healthy=0.0, degraded=0.0, blind=1.0)
    n = len(shares)
    return Shares(
        healthy=sum(each.healthy for each in shares) / n,
        degraded=sum(each.degraded for each in shares) / n,
        blind=sum(each.blind for each in shares) / n,
    )


def _listened(span: CoverageSpan, extent: Sequence[tuple[int, int]], listened: Listening) -> list[tuple[int, int]]:
    """What a live collector says of all, cut to when it listened for this account."""
    if not span.live or span.account is not None:
        return list(extent)
    if span.collector not in listened:
        return []
    joined_at, left_at = listened[span.collector]
    begin_us = to_micros(joined_at)
    cut = [(max(a, begin_us), b if left_at is None else min(b, to_micros(left_at))) for a, b in extent]
    return [(a, b) for a, b in cut if a < b]


def _extent(span: CoverageSpan, watched: WatchedAccount, limit_us: int) -> list[tuple[int, int]]:
    """When a span speaks of an account: not at all, throughout, or while it stayed at the span's place."""
    if span.end < span.begin:
        raise InvalidInput("coverage: a span ends before it begins")
    if span.platform not in (None, watched.account.platform) or span.account not in (None, watched.account):
        return []
    begin, end = to_micros(span.begin), min(to_micros(span.end), limit_us)
    if span.place is None:
        return [(begin, end)] if begin < end else []
    stays = [stay for stay in watched.stays if stay.place == span.place]
    cut = [
        (max(begin, to_micros(stay.begin)) if stay.begin else begin, min(end, to_micros(stay.end)) if stay.end else end)
        for stay in stays
    ]
    return [(a, b) for a, b in cut if a < b]

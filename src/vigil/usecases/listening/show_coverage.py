"""When each collector heard well, badly or not at all, and what showed it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from vigil.model.coverage import CoverageSpan, Hearing, Shares
from vigil.model.errors import InvalidInput
from vigil.model.ids import CollectorName, WitnessName
from vigil.model.instants import to_micros
from vigil.model.witness import Account, WatchedAccount, Witness
from vigil.usecases.listening.ports import ListenedFor, since_when
from vigil.usecases.ports import CaseReader
from vigil.watch.hearing import Heard, Listening, average, heard, whole_files

STEPS = 48
"""A strip has so many: half an hour each over a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountHeard:
    """How one account is heard by a collector as of the end."""

    witness: WitnessName
    account: WatchedAccount
    hearing: Hearing
    shares: Shares


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectorCoverage:
    """One collector over the time asked for.

    Attributes:
        shares: Averaged over the watched accounts it speaks of.
        strip: The same for each of `STEPS` equal parts of the time.
        spans: What is recorded of the time, cut to it, oldest first; of single accounts, too.
        accounts: Those it speaks of.
    """

    collector: CollectorName
    shares: Shares
    strip: tuple[Shares, ...]
    spans: tuple[CoverageSpan, ...]
    accounts: tuple[AccountHeard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCoverage:
    """All collectors that speak of the time and of anybody watched."""

    begin: datetime
    end: datetime
    collectors: tuple[CollectorCoverage, ...]
    n_unheard: int  # watched accounts no collector speaks of at all


def show_coverage(
    case: CaseReader, *, now: datetime, over: timedelta, witness: str | None = None, collector: str | None = None
) -> ShownCoverage:
    """How everybody on the watchlist was heard, up to now, by collector.

    Args:
        case: The case.
        now: Our clock.
        over: How far back.
        witness: Only this witness's accounts.
        collector: Only this collector.

    Raises:
        InvalidInput: The time is none, or there is no such witness or collector.
    """
    if over <= timedelta():
        raise InvalidInput("--over: a length of time above 0, for example 24h")
    begin = now - over
    pairs = [pair for pair in case.watchlist().accounts() if witness is None or pair[0].name == witness]
    if witness is not None and not pairs:
        raise InvalidInput("no witness of this name is watched: `vigil watch list` shows who is")
    by_collector: dict[CollectorName, list[CoverageSpan]] = defaultdict(list)
    for span in whole_files(case.coverage(until=now)):
        if collector is None or span.collector == collector:
            by_collector[span.collector].append(span)
    if collector is not None and not by_collector:
        raise InvalidInput("no collector of this name has heard anything: `vigil coverage` shows all")
    collectors = []
    spoken_of = set()
    listeners = case.listening.listeners()
    for name, spans in sorted(by_collector.items()):
        if all(span.end <= begin for span in spans):
            continue
        told = _collector(name, spans, pairs, listeners, begin=begin, end=now)
        if told.accounts:
            spoken_of |= {one.account.account for one in told.accounts}
            collectors.append(told)
    return ShownCoverage(
        begin=begin,
        end=now,
        collectors=tuple(collectors),
        n_unheard=sum(watched.account not in spoken_of for _, watched in pairs),
    )


def _collector(
    name: CollectorName,
    spans: Sequence[CoverageSpan],
    pairs: Sequence[tuple[Witness, WatchedAccount]],
    listeners: Mapping[Account, Mapping[CollectorName, ListenedFor]],
    *,
    begin: datetime,
    end: datetime,
) -> CollectorCoverage:
    begin_us, end_us = to_micros(begin), to_micros(end)
    of_each: list[tuple[Witness, WatchedAccount, Heard]] = []
    for witness, watched in pairs:
        listened = since_when(listeners.get(watched.account, {}))
        own = [span for span in spans if _speaks_of(span, watched, listened)]
        if own:
            of_each.append((witness, watched, heard(own, watched, until=end, listened=listened)))
    edges = [begin_us + (end_us - begin_us) * k // STEPS for k in range(STEPS + 1)]
    return CollectorCoverage(
        collector=name,
        shares=average([each.shares(begin_us, end_us) for _, _, each in of_each]),
        strip=tuple(average([each.shares(edges[k], edges[k + 1]) for _, _, each in of_each]) for k in range(STEPS)),
        spans=tuple(span for span in spans if span.end > begin and span.begin < end),
        accounts=tuple(
            AccountHeard(
                witness=witness.name,
                account=watched,
                hearing=each.at(end_us),
                shares=each.shares(begin_us, end_us),
            )
            for witness, watched, each in of_each
        ),
    )


def _speaks_of(span: CoverageSpan, watched: WatchedAccount, listened: Listening) -> bool:
    if span.live and span.account is None and span.collector not in listened:
        return False
    return span.account in (None, watched.account) and span.platform in (None, watched.account.platform)

"""The simulated siege put together: everything a case would hold of it, from a seed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import numpy as np
import polars as pl

from vigil.model.coverage import CoverageSpan, Hearing
from vigil.model.fate import Fate, FateEntry
from vigil.model.ids import AccountId, CollectorName, Platform, WitnessName
from vigil.model.instants import SECOND_US, to_micros
from vigil.model.observation import AccountState, Kind
from vigil.model.witness import Account, Basis, Stay, WatchedAccount, Watchlist, Witness
from vigil.sources.siege import cast, words
from vigil.sources.siege.city import ABROAD, BEGINS_AT, DISTRICTS, ENDS_AT, District, surroundings
from vigil.sources.siege.lives import PLATFORM, Life, absences, frame_of, rows, said_row, scripted
from vigil.sources.siege.rhythm import Surroundings, human_rhythm, timeline

SECOND_PLATFORM = Platform("simulated-channels")
COLLECTOR = CollectorName("sim-listener-1")
DEAF_COLLECTOR = CollectorName("sim-listener-2")
BACKFILL = CollectorName("sim-backfill")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Siege:
    """Everything simulated, and what really happened beside it.

    Attributes:
        heard: What the collectors heard, columns as OBSERVATION_SCHEMA, oldest first.
        backfilled: What was found afterwards of the deaf collector's hours (`backfill_coverage` goes with it).
        unheard: What was said in those hours and never reached anybody. No case may hold it.
        gone: When each account that falls silent for longer does so, the truth a board can be held against.
    """

    seed: int
    heard: pl.DataFrame
    backfilled: pl.DataFrame
    unheard: pl.DataFrame
    watchlist: Watchlist
    coverage: tuple[CoverageSpan, ...]
    backfill_coverage: tuple[CoverageSpan, ...]
    fates: tuple[FateEntry, ...]
    moments: tuple[cast.Moment, ...]
    gone: dict[Account, datetime]


def simulate_siege(seed: int = 1) -> Siege:
    """The siege of a city that resembles eastern Aleppo from August to December 2016, the same for the same seed."""
    around = [surroundings(np.random.default_rng([seed, 1, k])) for k in range(len(DISTRICTS))]
    lives = [
        _life(np.random.default_rng([seed, 2, k]), name, district, around[place])
        for k, (place, district, name) in enumerate(_roster())
    ]
    second = _second_account(np.random.default_rng([seed, 3]), next(w for w in lives if w.witness == cast.TWO_ACCOUNTS))
    _evacuate(np.random.default_rng([seed, 4]), lives)
    for life in lives:
        life.at_us = scripted(life)
    said = [rows(np.random.default_rng([seed, 5, k]), life, around) for k, life in enumerate([*lives, second])]
    everything = pl.concat([*said, _platform_says(lives)]).sort("published_us", "account", "kind", "post")
    heard, backfilled, unheard = _as_heard(everything, lives)
    return Siege(
        seed=seed,
        heard=_numbered(heard),
        backfilled=_numbered(backfilled),
        unheard=_numbered(unheard),
        watchlist=_watchlist([*lives, second]),
        coverage=tuple(_coverage([*lives, second])),
        backfill_coverage=tuple(_backfill_coverage(lives)),
        fates=tuple(_fates()),
        moments=cast.MOMENTS,
        gone=_gone(lives),
    )


def _roster() -> Iterator[tuple[int, District, str]]:
    for place, (district, names) in enumerate(zip(DISTRICTS, cast.ROSTER, strict=True)):
        for name in names:
            yield place, district, name


def _life(rng: np.random.Generator, name: str, district: District, around: Surroundings) -> Life:
    rhythm = human_rhythm(rng, posts_per_day=_posts_per_day(name))
    return Life(
        witness=name,
        account=Account(PLATFORM, AccountId(f"sim-{name.lower()}")),
        handle=f"sim_{name.lower()}",
        district=district,
        langs=("en",) if name == cast.CHILD else _LANGS[rng.choice(3, p=(0.5, 0.3, 0.2))],
        replies=rng.uniform(0.05, 0.35),
        reposts=rng.choice((0.02, 0.15, 0.5), p=(0.4, 0.4, 0.2)),
        client=str(rng.choice(("sim-phone", "sim-web"), p=(0.8, 0.2))),
        at_us=timeline(rng, rhythm, begin=BEGINS_AT, end=ENDS_AT, around=around),
    )


_LANGS: tuple[tuple[words.Lang, ...], ...] = (("ar",), ("en",), ("en", "ar"))


def _posts_per_day(name: str) -> float | None:
    """Who posts how much matters for some of the story; the others come by chance."""
    return {cast.CHILD: 14.0, cast.TWO_ACCOUNTS: 16.0, cast.NEWCOMER: 4.5, "Heron": 38.0, "Godwit": 3.0}.get(name)


def _second_account(rng: np.random.Generator, first: Life) -> Life:
    """The same person on another platform: the same hours, less often, and not silent when the first is."""
    kept = first.at_us[rng.random(first.at_us.size) < 0.5] + rng.integers(30, 900, 1) * SECOND_US
    return Life(
        witness=first.witness,
        account=Account(SECOND_PLATFORM, AccountId(f"{first.account.id}-channel")),
        handle=f"{first.handle}_channel",
        district=first.district,
        langs=first.langs,
        replies=0.0,
        reposts=first.reposts,
        client="sim-phone",
        at_us=kept[kept < to_micros(ENDS_AT)],
    )


def _evacuate(rng: np.random.Generator, lives: list[Life]) -> None:
    """Those who still speak leave with one convoy or another; some are still inside at the end."""
    absent = {absence.witness for absence in cast.ABSENCES} | {cast.NEWCOMER, cast.SCHEDULED, cast.TWO_ACCOUNTS}
    staying = [life for life in lives if life.witness not in absent]
    leaving = rng.permutation(len(staying))[cast.REMAINING :]
    for nth in leaving:
        convoy = cast.CONVOYS[int(rng.integers(len(cast.CONVOYS)))]
        staying[nth].leaves_at = convoy + timedelta(minutes=int(rng.integers(90)))
        staying[nth].arrives_at = convoy + timedelta(hours=float(rng.uniform(*cast.JOURNEY_H)))
    child = next(life for life in lives if life.witness == cast.CHILD)
    child.leaves_at = max(absence.begin for absence in cast.ABSENCES if absence.witness == cast.CHILD)
    child.arrives_at = child.leaves_at + timedelta(hours=14)
    for absence in cast.ABSENCES:
        if absence.end is not None and absence.end >= cast.CONVOYS[2] - timedelta(days=1) and not absence.changed_hands:
            back = next(life for life in lives if life.witness == absence.witness)
            back.leaves_at, back.arrives_at = absence.end - timedelta(hours=20), absence.end


def _platform_says(lives: Iterable[Life]) -> pl.DataFrame:
    """The child's account is deleted after the goodbye, and there again a day later."""
    child = next(life for life in lives if life.witness == cast.CHILD)
    states = ((cast.CHILD_DELETED_AT, AccountState.DELETED), (cast.CHILD_BACK_AT, AccountState.ACTIVE))
    return frame_of(child, [said_row(at, Kind.ACCOUNT_STATE, None, state=state) for at, state in states])


def _as_heard(everything: pl.DataFrame, lives: Iterable[Life]) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """What was heard at once, what was filled in later, and what nobody ever heard."""
    deaf_to = {life.account.id: life.witness in cast.FILLED_IN_LATER for life in _deaf(lives)}
    deaf = pl.col("published_us").is_between(to_micros(cast.DEAF_FROM), to_micros(cast.DEAF_UNTIL), closed="left")
    missed = deaf & pl.col("account").is_in(list(deaf_to))
    filled_in = pl.col("account").is_in([account for account, found in deaf_to.items() if found])
    return (
        everything.filter(~missed),
        everything.filter(missed & filled_in),
        everything.filter(missed & ~filled_in),
    )


def _deaf(lives: Iterable[Life]) -> list[Life]:
    return [life for life in lives if life.witness in cast.DEAF_TO]


def _numbered(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(position=pl.int_range(1, pl.len() + 1, dtype=pl.Int64))


def _watchlist(lives: list[Life]) -> Watchlist:
    accounts: dict[str, list[WatchedAccount]] = {}
    for life in lives:
        accounts.setdefault(life.witness, []).append(
            WatchedAccount(account=life.account, handle=life.handle, stays=_stays(life))
        )
    return Watchlist(
        witnesses=tuple(
            Witness(
                name=WitnessName(name),
                accounts=tuple(beneath),
                basis=_BASES[nth % len(_BASES)],
                review_on=date(2017, 1, 15),
                note=_NOTES.get(name),
            )
            for nth, (name, beneath) in enumerate(accounts.items())
        )
    )


_BASES = (Basis.CONSENT, Basis.PUBLIC_ROLE, Basis.REQUEST, Basis.PUBLIC_ROLE)
_NOTES = {
    "Swallow": "a child: through the family only, never directly",
    "Harrier": "do not call: the phone may be in other hands",
    "Lark": "her editor is to be told first",
}


def _stays(life: Life) -> tuple[Stay, ...]:
    home = Stay(place=life.district.place, end=life.leaves_at)
    return (home,) if life.arrives_at is None else (home, Stay(place=ABROAD, begin=life.arrives_at))


def _coverage(lives: list[Life]) -> Iterator[CoverageSpan]:
    """Well heard throughout, but for a collector that went deaf, and two nights on which one reconnected often.

    Account by account: someone on the road belongs to no place, and is heard all the same.
    """
    deaf = {life.account for life in _deaf(lives)}
    for life in lives:
        collector, spans = (DEAF_COLLECTOR, _GOES_DEAF) if life.account in deaf else (COLLECTOR, _RECONNECTS)
        for begin, end, hearing in _whole(spans):
            yield _span(collector, begin, end, hearing, account=life.account)


_Spans = tuple[tuple[datetime, datetime, Hearing], ...]

_GOES_DEAF: _Spans = ((cast.DEAF_FROM, cast.DEAF_UNTIL, Hearing.BLIND),)
_RECONNECTS: _Spans = tuple(
    (datetime(2016, month, day, 1, tzinfo=UTC), datetime(2016, month, day, 5, tzinfo=UTC), Hearing.DEGRADED)
    for month, day in ((10, 19), (11, 23))
)


def _whole(spans: _Spans) -> Iterator[tuple[datetime, datetime, Hearing]]:
    """The whole time, healthy but for these spans."""
    begin = BEGINS_AT
    for worse_from, worse_until, hearing in spans:
        yield begin, worse_from, Hearing.HEALTHY
        yield worse_from, worse_until, hearing
        begin = worse_until
    yield begin, ENDS_AT, Hearing.HEALTHY


def _span(
    collector: CollectorName, begin: datetime, end: datetime, hearing: Hearing, *, account: Account
) -> CoverageSpan:
    return CoverageSpan(
        collector=collector, begin=begin, end=end, hearing=hearing, account=account, shown_by="simulated"
    )


def _backfill_coverage(lives: list[Life]) -> Iterator[CoverageSpan]:
    """A gap that was filled in is degraded hearing: posts known, deletions and edits not."""
    for life in _deaf(lives):
        if life.witness in cast.FILLED_IN_LATER:
            yield _span(BACKFILL, cast.DEAF_FROM, cast.DEAF_UNTIL, Hearing.DEGRADED, account=life.account)


def _fates() -> Iterator[FateEntry]:
    for judged in cast.FATES:
        yield FateEntry(
            witness=WitnessName(judged.witness),
            fate=Fate(judged.fate),
            claimed_by=judged.claimed_by,
            evidence=f"simulated: {judged.evidence}",
            judged_by="simulated desk officer",
            recorded_at=judged.recorded_at,
            occurred=judged.occurred,
        )


def _gone(lives: list[Life]) -> dict[Account, datetime]:
    """Who falls silent for good by the script, and when: their last own post is at or before it."""
    gone = {}
    for life in lives:
        for absence in absences(life):
            if absence.end is None and life.witness != cast.CHILD:
                gone[life.account] = absence.begin
        if life.witness == cast.SCHEDULED:
            gone[life.account] = cast.SCHEDULED_SILENT_AT
        if life.witness == cast.TWO_ACCOUNTS:
            gone[life.account] = cast.TWO_ACCOUNTS_SILENT_AT
    return gone

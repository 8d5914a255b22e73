"""Outages: which of an account's alarms are withheld because its place is silent with it, and until when.

Two rules, both over what its neighbours share (neighbours.py):

- In an *outage* the neighbours' silence is surprising by itself. Every account silent since then shares it, whether or
  not it is past its own alarm.
- In a *lull* it is not, but it is likelier shared than not: an account whose alarm falls into it is not called dark
  until somebody speaks. Where two alarms of one place fall into a lull, it is an outage.

Whoever was called dark before stays dark. When the place has returned, an account is given the silence that is usual
for it to return as well; then its alarm stands, dated from when the outage began.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numba

from vigil.model.instants import DAY_US
from vigil.watch.neighbours import (
    LULL,
    NEVER_US,
    OUTAGE,
    Instants,
    SharedSilence,
    shared_silences,
    silence_columns,
)

OWN_SHARE = 0.9
"""A lull explains a silence of which no more than this share of the alarm had passed before it began."""

MOST_WITHHELD_US = 10 * DAY_US
"""An alarm is withheld for ten days at most: of 1,704 internet outages of 2018-2022 hand-checked by IODA, nine in ten
were over in 10.5 hours. A place that is silent for longer is no excuse for anyone in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSilences:
    """What an account's neighbours shared: outages and lulls, oldest first. Every outage is a lull too."""

    outages: tuple[SharedSilence, ...]
    lulls: tuple[SharedSilence, ...]


def shared_with(
    neighbours: Sequence[Instants], *, elsewhere: Instants | None = None, since_us: int, until_us: int
) -> SharedSilences:
    """The outages and lulls of an account's neighbours between two instants."""
    outages, lulls = (
        shared_silences(
            neighbours,
            elsewhere=elsewhere,
            since_us=since_us,
            until_us=until_us,
            rule=rule,
        )
        for rule in (OUTAGE, LULL)
    )
    return SharedSilences(outages=tuple(outages), lulls=tuple(lulls))


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """One account's silence, as its place is asked about it.

    Attributes:
        who: A number a witness: two accounts of one witness are one silence.
        last_us: Its last sign of life.
        alarm_us: When its heard silence reached its alarm; None: it has not.
        usual_us: The silence usual for it, which it is given after its place returned.
        shared: What its neighbours shared, up to the moment.
    """

    who: int
    last_us: int
    alarm_us: int | None
    usual_us: int
    shared: SharedSilences


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The shared silence an account's own belongs to. In an outage it reads `outage`; in a lull its alarm waits."""

    silence: SharedSilence
    is_outage: bool


def shares(place: Sequence[Silence], *, now_us: int) -> list[Share | None]:
    """What each account of one place shares at a moment; None where its silence is its own.

    An outage around one of them holds for all who fell silent with it; so does a lull in which two alarms fell.
    """
    own = [_own_share(each, now_us) for each in place]
    common = _common(place, own)
    if common is None:
        return own
    return [
        Share(silence=common, is_outage=True)
        if share is not None or (_joins(each, common) and not _overdue(each, now_us))
        else None
        for each, share in zip(place, own, strict=True)
    ]


def withheld_at(silence: Silence, *, now_us: int) -> bool:
    """Whether an account past its alarm is not to be called dark at a moment."""
    return _own_share(silence, now_us) is not None


def _own_share(one: Silence, now_us: int) -> Share | None:
    """By the account's own neighbours alone. Past its alarm it waits, from one shared silence to the next."""
    if one.alarm_us is None or one.alarm_us > now_us:
        held = (outage for outage in reversed(one.shared.outages) if _in_outage(outage, one, now_us, 0))
        outage = next(held, None)
        return None if outage is None else Share(silence=outage, is_outage=True)
    if _overdue(one, now_us):
        return None
    at_us = one.alarm_us
    while True:
        found = _withholding(one, at_us)
        if found is None:
            return None
        share, until_us = found
        if until_us > now_us:
            return share
        at_us = until_us


def _overdue(one: Silence, now_us: int) -> bool:
    """Whether its alarm was withheld for as long as any is."""
    return one.alarm_us is not None and now_us >= one.alarm_us + MOST_WITHHELD_US


def _withholding(one: Silence, at_us: int) -> tuple[Share, int] | None:
    """What withholds an alarm at a moment, and until when."""
    for outage in one.shared.outages:
        if _in_outage(outage, one, at_us, one.usual_us):
            over_us = outage.over_us if outage.over_us == NEVER_US else outage.over_us + one.usual_us
            return Share(silence=outage, is_outage=True), over_us
    for lull in one.shared.lulls:
        if _in_lull(lull, one, at_us):
            return Share(silence=lull, is_outage=False), lull.over_us
    return None


def _in_outage(outage: SharedSilence, one: Silence, at_us: int, grace_us: int) -> bool:
    """Noticed and not over, the account silent since, and not dark before it began."""
    over = outage.over_us != NEVER_US and outage.over_us + grace_us <= at_us
    dark_before = one.alarm_us is not None and one.alarm_us <= outage.begin_us
    return outage.noticed_us <= at_us and not over and one.last_us <= outage.noticed_us and not dark_before


def _in_lull(lull: SharedSilence, one: Silence, at_us: int) -> bool:
    """Noticed by the alarm, not over, and explaining the silence rather than beginning at its end."""
    if one.alarm_us is None or not lull.noticed_us <= one.alarm_us or not lull.begin_us < one.alarm_us:
        return False
    return lull.noticed_us <= at_us < lull.over_us and _explains(lull, one)


def _explains(lull: SharedSilence, one: Silence) -> bool:
    """Not much of the alarm had passed before it began."""
    return one.alarm_us is None or lull.begin_us - one.last_us <= OWN_SHARE * (one.alarm_us - one.last_us)


def _joins(one: Silence, common: SharedSilence) -> bool:
    """Silent since the others are; and if past its alarm, only since they had noticed: with too few neighbours of its
    own to tell, it has theirs."""
    if one.last_us > common.noticed_us:
        return False
    return one.alarm_us is None or (common.noticed_us <= one.alarm_us and _explains(common, one))


def _common(place: Sequence[Silence], own: Sequence[Share | None]) -> SharedSilence | None:
    """The silence all of the place share, if there is one: the one begun last."""
    outages = [
        share.silence for share in own if share is not None and share.is_outage and share.silence.over_us == NEVER_US
    ]
    alarmed = {
        each.who: share.silence for each, share in zip(place, own, strict=True) if share and each.alarm_us is not None
    }
    if len(alarmed) >= 2:
        outages += alarmed.values()
    return max(outages, key=lambda silence: silence.begin_us, default=None)


def left_out_of(shared: SharedSilences, *, last_us: int, alarm_us: int, now_us: int) -> SharedSilence | None:
    """The outage, over by now, that an account fell silent in and did not return from: its silence is dated from it."""
    for outage in reversed(shared.outages):
        if outage.over_us <= now_us and last_us <= outage.noticed_us and outage.begin_us < alarm_us:
            return outage
    return None


def withheld_until(
    last_us: Instants,
    alarm_us: Instants,
    usual_us: Instants,
    neighbours: Sequence[Instants],
    *,
    elsewhere: Instants | None = None,
    until_us: int,
) -> Instants:
    """When each of an account's alarms is raised, its place considered: MOST_WITHHELD_US late at most, NEVER_US never.

    Every row is answered on its own, as if nothing more had come from the account.

    Args:
        last_us: Signs of life of the account, shape (n,), increasing.
        alarm_us: When each alarm would be raised for its silence alone, shape (n,); NEVER_US for never.
        usual_us: The silence usual for it after each, shape (n,).
        neighbours: Signs of life of each neighbour.
        elsewhere: Signs of life of all accounts of other places together.
        until_us: As of when. An outage not over by then withholds for as long as any may.
    """
    if last_us.size == 0:
        return alarm_us.copy()
    shared = shared_columns(neighbours, elsewhere=elsewhere, since_us=int(last_us[0]), until_us=until_us)
    return raised_at(shared, last_us, alarm_us, usual_us)


@dataclass(frozen=True, slots=True, eq=False)
class SharedColumns:
    """What an account's neighbours shared, as columns of `silence_columns`: for years of history at once."""

    outages: Instants
    lulls: Instants


def shared_columns(
    neighbours: Sequence[Instants], *, elsewhere: Instants | None = None, since_us: int, until_us: int
) -> SharedColumns:
    """The same as `shared_with`, as columns."""
    outages, lulls = (
        silence_columns(neighbours, elsewhere=elsewhere, since_us=since_us, until_us=until_us, rule=rule)
        for rule in (OUTAGE, LULL)
    )
    return SharedColumns(outages, lulls)


def raised_at(shared: SharedColumns, last_us: Instants, alarm_us: Instants, usual_us: Instants) -> Instants:
    """`withheld_until` where what the neighbours shared is known already."""
    found: Instants = _withhold(last_us, alarm_us, usual_us, shared.outages, shared.lulls)
    return found


@numba.njit(cache=True)
def _withhold(last: Instants, alarm: Instants, usual: Instants, outages: Instants, lulls: Instants) -> Instants:
    """The same rules over columns. Raised is the first moment from the alarm on at which neither rule holds."""
    out = alarm.copy()
    for i in range(last.size):
        if alarm[i] == NEVER_US:
            continue
        t = alarm[i]
        latest = t + MOST_WITHHELD_US
        moved = True
        while moved and t < latest:
            moved = False
            for k in range(_first_open(outages, t, usual[i]), outages.shape[0]):
                if outages[k, 1] > t:
                    break
                over = outages[k, 3] if outages[k, 3] == NEVER_US else outages[k, 3] + usual[i]
                if t < over and last[i] <= outages[k, 1] and alarm[i] > outages[k, 0]:
                    t, moved = over, True
                    break
            if moved:
                continue
            for k in range(_first_open(lulls, t, 0), lulls.shape[0]):
                if lulls[k, 1] > t:
                    break
                over = lulls[k, 3]
                explains = lulls[k, 0] - last[i] <= OWN_SHARE * (alarm[i] - last[i])
                if t < over and lulls[k, 1] <= alarm[i] and alarm[i] > lulls[k, 0] and explains:
                    t, moved = over, True
                    break
        out[i] = min(t, latest)
    return out


@numba.njit(cache=True)
def _first_open(columns: Instants, t: int, grace: int) -> int:
    """The first silence not over by `t`: they follow one another, so no later one is over sooner."""
    low, high = 0, columns.shape[0]
    while low < high:
        middle = (low + high) // 2
        over = columns[middle, 3]
        if over != NEVER_US and over + grace <= t:
            low = middle + 1
        else:
            high = middle
    return low

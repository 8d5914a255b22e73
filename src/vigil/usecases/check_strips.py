"""What a board shows beside its findings: strips of thirty days, ears that hear less than well, outages, hearing."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

import numpy as np

from vigil.model.board import SIX_HOURS_S, Ear, MarkedSpan, Outage, Strip, StripMark
from vigil.model.coverage import Hearing, Shares
from vigil.model.ids import CollectorName, PlaceName
from vigil.model.instants import from_micros, to_micros
from vigil.model.verdict import Verdict
from vigil.usecases.check_findings import Judged
from vigil.watch.hearing import average
from vigil.watch.neighbours import NEVER_US

STRIP_STEPS = 120
"""Thirty days of six hours."""

_NO_COLLECTOR = CollectorName("no collector")


def strip_of(each: Judged, as_of: datetime) -> Strip:
    """The account's last thirty days at a glance."""
    step_us = SIX_HOURS_S * 1_000_000
    end_us = to_micros(as_of)
    begin_us = end_us - STRIP_STEPS * step_us
    at_us = each.one.at_us
    within = at_us[np.searchsorted(at_us, begin_us) :] - begin_us
    counts = np.bincount(np.minimum(within // step_us, STRIP_STEPS - 1), minlength=STRIP_STEPS)
    marks = [
        MarkedSpan(mark=StripMark.BLIND, begin=begin, end=end)
        for begin, end in each.one.heard.blind_spans(begin_us, end_us)
    ]
    shared = each.outage or each.left_out
    if shared is not None:
        over_us = end_us if shared.over_us == NEVER_US else min(shared.over_us, end_us)
        marks.append(MarkedSpan(mark=StripMark.OUTAGE, begin=from_micros(shared.begin_us), end=from_micros(over_us)))
    if each.one.last_us is not None and each.verdict not in (Verdict.SPEAKING, Verdict.RETURNED):
        marks.append(MarkedSpan(mark=StripMark.SILENCE, begin=from_micros(each.one.last_us), end=as_of))
    return Strip(begin=from_micros(begin_us), counts=tuple(int(n) for n in counts), marks=tuple(marks))


def heard_over_24h(judged: Sequence[Judged], as_of: datetime) -> Shares:
    """How the watched accounts were heard over the last day, taken together."""
    end_us, begin_us = to_micros(as_of), to_micros(as_of - timedelta(days=1))
    return average([each.one.heard.shares(begin_us, end_us) for each in judged])


def deaf_ears(judged: Sequence[Judged], as_of: datetime) -> tuple[Ear, ...]:
    """The collectors that hear less than well now, those that concern most accounts first."""
    now_us = to_micros(as_of)
    by_collector: dict[CollectorName, list[tuple[Hearing, datetime | None]]] = defaultdict(list)
    for each in judged:
        hearing = each.one.heard.at(now_us)
        if hearing is not Hearing.HEALTHY:
            collector, since_us = each.one.heard.deaf_since(now_us)
            since = None if since_us is None else from_micros(since_us)
            by_collector[collector or _NO_COLLECTOR].append((hearing, since))
    ears = [
        Ear(
            collector=collector,
            hearing=Hearing.BLIND if any(h is Hearing.BLIND for h, _ in heard) else Hearing.DEGRADED,
            since=min((since for _, since in heard if since is not None), default=None),
            n_accounts=len(heard),
        )
        for collector, heard in by_collector.items()
    ]
    return tuple(sorted(ears, key=lambda ear: (-ear.n_accounts, ear.collector)))


def outages_of(judged: Sequence[Judged]) -> tuple[Outage, ...]:
    """The places that are silent together now, the longest first."""
    by_place: dict[PlaceName, list[Judged]] = defaultdict(list)
    for each in judged:
        if each.verdict is Verdict.OUTAGE and each.outage is not None and each.one.place is not None:
            by_place[each.one.place].append(each)
    outages = []
    for place, together in by_place.items():
        shared = [each.outage for each in together if each.outage is not None and each.outage.over_us == NEVER_US]
        if not shared:
            continue  # the place is back; these are given their usual silence to return with it
        outages.append(
            Outage(
                place=place,
                since=from_micros(min(one.begin_us for one in shared)),
                n_silent=len(together),
                n_accounts=max(len(together), max(one.n_usable for one in shared) + 1),
            )
        )
    return tuple(sorted(outages, key=lambda outage: outage.since))

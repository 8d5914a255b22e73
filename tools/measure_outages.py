"""Measure the outage rule on real timelines: places injected with outages, and places left alone.

    measure_outages.py TIMELINES.parquet [--places 40] [--size 5] [--seed 5] [--alone]

Random places are made of accounts that overlap in time: each was heard of at least 30 times in the 60 days before the
place begins, and 15 times in the 60 days after. Alarms are the shipped model's, at 4 a year, and the usual silence that
at 64. Printed are

false outages   share of place-months (four months a place, nothing injected) with an outage at any moment that can
                matter: whenever one is noticed, and at every alarm
one silenced    one account cut at random posts while its place goes on: geometric mean of delay with neighbours over
                delay without, and how many alarms are withheld at all
N h             every account's posts of N hours removed, from a random instant on. `outage at half`: once half of the
                accounts not dark before are past their alarms, the mean share of them that reads outage, and the share
                of places where it is 80 % or more; `dark`: mean share that read dark at any alarm within it, and among
                those with three usable neighbours; `stays dark`: those dark before, still dark at its end

TIMELINES has the columns account and published_at (UTC). `--alone` leaves the rule without accounts of other places.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import polars as pl

from vigil import bootstrap
from vigil.model.instants import DAY_US, HOUR_US
from vigil.model.timelines import Timelines
from vigil.watch.neighbours import NEVER_US, shared_silences, usable_neighbours
from vigil.watch.outages import Silence, shared_with, shares, withheld_at, withheld_until
from vigil.watch.replay import replay_timelines

LENGTHS_H = (2, 12, 36, 60, 120)
BUDGET, USUAL = 4.0, 64.0
MONTHS = 4


class World:
    """All accounts with their alarms."""

    def __init__(self, path, n_accounts, rng):
        frame = pl.read_parquet(path, columns=["account", "published_at"]).unique().sort("account", "published_at")
        times = {
            name: part["published_at"].dt.epoch("us").to_numpy()
            for (name,), part in frame.partition_by("account", as_dict=True).items()
        }
        enough = sorted(name for name, at in times.items() if at.size >= 150)
        names = sorted(rng.permutation(enough)[:n_accounts].tolist())
        self.at = [times[name] for name in names]
        starts = np.r_[0, np.cumsum([one.size for one in self.at])].astype(np.int64)
        timelines = Timelines(names, starts, np.concatenate(self.at), np.full(len(names), -1, dtype=np.int64))
        replayed = replay_timelines(timelines, bootstrap.rhythm_model(), np.array([BUDGET, USUAL])).alarms_s
        self.alarm = [(replayed[starts[k] : starts[k + 1], 0] * 1e6).astype(np.int64) for k in range(len(names))]
        self.usual = [(replayed[starts[k] : starts[k + 1], 1] * 1e6).astype(np.int64) for k in range(len(names))]

    def places(self, n, size, rng):
        begin, end = min(one[0] for one in self.at), max(one[-1] for one in self.at)
        found, tries = [], 0
        while len(found) < n and tries < 200 * n:
            tries += 1
            t0 = int(rng.integers(begin, end))
            active = [k for k, at in enumerate(self.at) if self._active(at, t0)]
            if len(active) >= size:
                found.append((t0, rng.choice(active, size, replace=False).tolist()))
        return found

    @staticmethod
    def _active(at, t0):
        n_before = np.count_nonzero((at > t0 - 60 * DAY_US) & (at <= t0))
        n_after = np.count_nonzero((at > t0) & (at <= t0 + 60 * DAY_US))
        return at[0] <= t0 - 60 * DAY_US and at[-1] >= t0 + 120 * DAY_US and n_before >= 30 and n_after >= 15

    def elsewhere(self, members, t0):
        window = [
            at[(at > t0 - 70 * DAY_US) & (at < t0 + 130 * DAY_US)] for k, at in enumerate(self.at) if k not in members
        ]
        return np.sort(np.concatenate(window))


def silences(world, members, at, elsewhere, now, since):
    """Each member's silence as of a moment, alarms as after its last sign of life by then."""
    out = []
    for k in members:
        row = int(np.searchsorted(at[k], now, side="right")) - 1
        last = int(at[k][row])
        row = int(np.searchsorted(world.at[k], last))
        alarm = last + int(world.alarm[k][row])
        near = [at[j] for j in members if j != k]
        out.append(
            Silence(
                who=k,
                last_us=last,
                alarm_us=alarm if alarm <= now else None,
                usual_us=int(world.usual[k][row]),
                shared=shared_with(near, elsewhere=elsewhere, since_us=since, until_us=now),
            )
        )
    return out


def read(world, members, at, elsewhere, now, since):
    """Each member's verdict, as far as its place has a say: outage, dark, or neither."""
    held = silences(world, members, at, elsewhere, now, since)
    return [
        "outage" if share and share.is_outage else "dark" if one.alarm_us and not share else "neither"
        for one, share in zip(held, shares(held, now_us=now), strict=True)
    ]


def false_outages(world, t0, members, elsewhere):
    """In which months of the place an outage was read although nothing was injected."""
    at, end, months = world.at, t0 + MONTHS * 30 * DAY_US, set()
    for k in members:
        near = [at[j] for j in members if j != k]
        for one in shared_silences(near, elsewhere=elsewhere, since_us=t0, until_us=end):
            months.add((one.noticed_us - t0) // (30 * DAY_US))
        alarms = at[k][:-1] + world.alarm[k][:-1]
        for moment in alarms[(alarms < at[k][1:]) & (alarms > t0) & (alarms < end)].tolist():
            if "outage" in read(world, members, at, elsewhere, moment, moment - 12 * DAY_US):
                months.add((moment - t0) // (30 * DAY_US))
    return {int(month) for month in months if 0 <= month < MONTHS}


def one_silenced(world, t0, members, elsewhere, rng):
    """Mean log ratio of delays, and the share of alarms withheld, for one member cut at 30 random posts."""
    k = members[0]
    rows = np.flatnonzero((world.at[k] > t0) & (world.at[k] < t0 + 90 * DAY_US))
    rows = np.sort(rng.choice(rows, min(30, rows.size), replace=False))
    last, alone = world.at[k][rows], world.at[k][rows] + world.alarm[k][rows]
    near = [world.at[j] for j in members if j != k]
    until = int(max(world.at[j][-1] for j in members))
    known = alone < until
    last, alone, usual = last[known], alone[known], world.usual[k][rows][known]
    raised = withheld_until(last, alone, usual, near, elsewhere=elsewhere, until_us=until)
    delay = np.minimum(raised - last, 365 * DAY_US) / np.maximum(alone - last, 1)
    return np.log(delay).tolist(), (raised > alone).tolist()


def inject(world, t0, members, elsewhere, length_h, rng):
    """One outage: what its accounts read while it lasts."""
    begin = t0 + int(rng.integers(0, 90 * DAY_US))
    end = begin + length_h * HOUR_US
    at = {k: world.at[k][(world.at[k] <= begin) | (world.at[k] > end)] for k in members}
    before = silences(world, members, at, elsewhere, begin, begin - 12 * DAY_US)
    dark_before = np.array([one.alarm_us is not None and not withheld_at(one, now_us=begin) for one in before])
    near = [[at[j] for j in members if j != k] for k in members]
    comparable = np.array([usable_neighbours(others, begin).sum() >= 3 for others in near])
    rows = [int(np.searchsorted(world.at[k], one.last_us)) for k, one in zip(members, before, strict=True)]
    alarms = np.array([one.last_us + world.alarm[k][row] for k, row, one in zip(members, rows, before, strict=True)])
    well = ~dark_before
    half = int(np.sort(alarms[well])[(well.sum() + 1) // 2 - 1]) if well.sum() >= 2 else NEVER_US
    ever_dark, at_half, stays = np.zeros(len(members), dtype=bool), None, None
    for moment in sorted({*alarms[(alarms > begin) & (alarms <= end)].tolist(), end, *([half] if half <= end else [])}):
        said = np.array(read(world, members, at, elsewhere, max(int(moment), begin), begin - 6 * DAY_US))
        ever_dark |= (said == "dark") & well
        if moment == half:
            at_half = float((said[well] == "outage").mean())
        if moment == end:
            stays = (int((said[dark_before] == "dark").sum()), int(dark_before.sum()))
    return at_half, ever_dark[well], comparable[well], stays


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("timelines", type=Path)
    parser.add_argument("--places", type=int, default=40)
    parser.add_argument("--size", type=int, default=5)
    parser.add_argument("--accounts", type=int, default=300, help="so many accounts, drawn at random")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--alone", action="store_true")
    asked = parser.parse_args()
    if not asked.timelines.exists():
        print(f"SKIPPED: {asked.timelines} is not here; the figures of docs/neighbours.md were not measured anew")
        return 0
    rng = np.random.default_rng(asked.seed)
    world = World(asked.timelines, asked.accounts, rng)
    places = world.places(asked.places, asked.size, rng)
    print(f"{asked.timelines.stem}: {len(places)} places of {asked.size}" + (", alone" if asked.alone else ""))
    others = [None if asked.alone else world.elsewhere(members, t0) for t0, members in places]
    together = list(zip(places, others, strict=True))
    n_months = sum(len(false_outages(world, t0, members, ew)) for (t0, members), ew in together)
    print(f"  false outages: {n_months} of {MONTHS * len(places)} place-months ({n_months / MONTHS / len(places):.3f})")
    cut = [one_silenced(world, t0, members, ew, rng) for (t0, members), ew in together]
    logs, withheld = [x for one in cut for x in one[0]], [x for one in cut for x in one[1]]
    print(f"  one silenced: delay x {np.exp(np.mean(logs)):.3f}, {np.mean(withheld):.1%} of alarms withheld")
    for length_h in LENGTHS_H:
        found = [inject(world, t0, members, ew, length_h, rng) for (t0, members), ew in together]
        half = [one[0] for one in found if one[0] is not None]
        dark = np.concatenate([one[1] for one in found])
        comparable = np.concatenate([one[2] for one in found])
        stays = [sum(column) for column in zip(*(one[3] for one in found), strict=True)]
        said = f"{np.mean(half):.2f}, {np.mean(np.array(half) >= 0.8):.2f} of places" if half else "nobody so far"
        print(
            f"  {length_h:3} h: outage at half ({len(half)} places): {said}; dark {dark.mean():.3f}, "
            f"comparable {dark[comparable].mean() if comparable.any() else 0:.3f}; "
            f"stays dark {stays[0]} of {stays[1]}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())

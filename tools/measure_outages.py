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
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from vigil import bootstrap
from vigil.model.instants import DAY_US, HOUR_US
from vigil.model.timelines import Timelines
from vigil.watch.neighbours import NEVER_US, shared_silences, usable_neighbours
from vigil.watch.outages import Silence, shared_with, shares, withheld_until
from vigil.watch.replay import replay_timelines

Instants = NDArray[np.int64]
Signs = dict[int, Instants]

LENGTHS_H = (2, 12, 36, 60, 120)
BUDGET, USUAL = 4.0, 64.0
MONTHS, MONTH_US = 4, 30 * DAY_US


class World:
    """All accounts with their alarms."""

    def __init__(self, path: Path, n_accounts: int, rng: np.random.Generator) -> None:
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

    def places(self, n: int, size: int, rng: np.random.Generator) -> list[tuple[int, list[int]]]:
        begin, end = min(one[0] for one in self.at), max(one[-1] for one in self.at)
        found, tries = [], 0
        while len(found) < n and tries < 200 * n:
            tries += 1
            t0 = int(rng.integers(begin, end))
            active = [k for k, at in enumerate(self.at) if self._active(at, t0)]
            if len(active) >= size:
                found.append((t0, rng.choice(active, size, replace=False).tolist()))
        return found

    def alarm_after(self, k: int, last_us: int) -> int:
        return int(self.alarm[k][int(np.searchsorted(self.at[k], last_us))])

    @staticmethod
    def _active(at: Instants, t0: int) -> bool:
        n_before = np.count_nonzero((at > t0 - 60 * DAY_US) & (at <= t0))
        n_after = np.count_nonzero((at > t0) & (at <= t0 + 60 * DAY_US))
        return at[0] <= t0 - 60 * DAY_US and at[-1] >= t0 + 120 * DAY_US and n_before >= 30 and n_after >= 15

    def elsewhere(self, members: Sequence[int], t0: int) -> Instants:
        window = [
            at[(at > t0 - 70 * DAY_US) & (at < t0 + 130 * DAY_US)] for k, at in enumerate(self.at) if k not in members
        ]
        return np.sort(np.concatenate(window))


@dataclass(frozen=True)
class Place:
    """Accounts taken for neighbours from an instant on."""

    world: World
    t0: int
    members: list[int]
    elsewhere: Instants | None

    @property
    def at(self) -> Signs:
        """Their signs of life."""
        return {k: self.world.at[k] for k in self.members}


@dataclass(frozen=True)
class Injected:
    """What one injected outage came to."""

    at_half: float | None  # share that read outage once half were past their alarms; None: they never were
    dark: NDArray[np.bool_]  # which of those not dark before read dark at any time
    comparable: NDArray[np.bool_]  # which of them had three usable neighbours
    stays: tuple[int, int]  # of those dark before, how many were dark at the end


def silences(place: Place, at: Signs, now: int, since: int) -> list[Silence]:
    """Each member's silence as of a moment, alarms as after its last sign of life by then."""
    out = []
    for k in place.members:
        last = int(at[k][int(np.searchsorted(at[k], now, side="right")) - 1])
        row = int(np.searchsorted(place.world.at[k], last))
        alarm = last + int(place.world.alarm[k][row])
        near = [at[j] for j in place.members if j != k]
        out.append(
            Silence(
                who=k,
                last_us=last,
                alarm_us=alarm if alarm <= now else None,
                usual_us=int(place.world.usual[k][row]),
                shared=shared_with(near, elsewhere=place.elsewhere, since_us=since, until_us=now),
            )
        )
    return out


def read(place: Place, at: Signs, now: int, since: int) -> list[str]:
    """Each member's verdict, as far as its place has a say: outage, dark, or neither."""
    held = silences(place, at, now, since)
    return [
        "outage" if share and share.is_outage else "dark" if one.alarm_us and not share else "neither"
        for one, share in zip(held, shares(held, now_us=now), strict=True)
    ]


def false_outages(place: Place) -> set[int]:
    """In which months of the place an outage was read although nothing was injected."""
    at, t0, months = place.at, place.t0, set()
    end = t0 + MONTHS * MONTH_US
    for k in place.members:
        near = [at[j] for j in place.members if j != k]
        for one in shared_silences(near, elsewhere=place.elsewhere, since_us=t0, until_us=end):
            months.add((one.noticed_us - t0) // MONTH_US)
        alarms = at[k][:-1] + place.world.alarm[k][:-1]
        for moment in alarms[(alarms < at[k][1:]) & (alarms > t0) & (alarms < end)].tolist():
            if "outage" in read(place, at, moment, moment - 12 * DAY_US):
                months.add((moment - t0) // MONTH_US)
    return {month for month in months if 0 <= month < MONTHS}


def one_silenced(place: Place, rng: np.random.Generator) -> tuple[list[float], list[bool]]:
    """For one member cut at 30 random posts, the logs of its delays over those alone, and which alarms waited."""
    k, world = place.members[0], place.world
    rows = np.flatnonzero((world.at[k] > place.t0) & (world.at[k] < place.t0 + 90 * DAY_US))
    rows = np.sort(rng.choice(rows, min(30, rows.size), replace=False))
    near = [world.at[j] for j in place.members if j != k]
    until = int(max(at[-1] for at in place.at.values()))
    rows = rows[world.at[k][rows] + world.alarm[k][rows] < until]
    last, alone = world.at[k][rows], world.at[k][rows] + world.alarm[k][rows]
    raised = withheld_until(last, alone, world.usual[k][rows], near, elsewhere=place.elsewhere, until_us=until)
    ratio = np.minimum(raised - last, 365 * DAY_US) / np.maximum(alone - last, 1)
    return np.log(ratio).tolist(), (raised > alone).tolist()


def inject(place: Place, length_h: int, rng: np.random.Generator) -> Injected:
    """One outage: what its accounts read while it lasts."""
    begin = place.t0 + int(rng.integers(0, 90 * DAY_US))
    end = begin + length_h * HOUR_US
    at = {k: one[(one <= begin) | (one > end)] for k, one in place.at.items()}
    before = silences(place, at, begin, begin - 12 * DAY_US)
    well = np.array([said != "dark" for said in read(place, at, begin, begin - 12 * DAY_US)])
    near = [[at[j] for j in place.members if j != k] for k in place.members]
    comparable = np.array([usable_neighbours(others, begin).sum() >= 3 for others in near])
    alarms = np.array([one.last_us + place.world.alarm_after(one.who, one.last_us) for one in before])
    half = int(np.sort(alarms[well])[(well.sum() + 1) // 2 - 1]) if well.sum() >= 2 else NEVER_US
    moments = {end, *alarms[(alarms > begin) & (alarms <= end)].tolist(), *([max(half, begin)] if half <= end else [])}
    dark, at_half, stays = np.zeros(well.size, dtype=bool), None, (0, 0)
    for moment in sorted(moments):
        said = np.array(read(place, at, moment, begin - 6 * DAY_US))
        dark |= (said == "dark") & well
        if moment == max(half, begin):
            at_half = float((said[well] == "outage").mean())
        if moment == end:
            stays = (int((said[~well] == "dark").sum()), int((~well).sum()))
    return Injected(at_half, dark[well], comparable[well], stays)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("timelines", type=Path)
    parser.add_argument("--places", type=int, default=40)
    parser.add_argument("--size", type=int, default=5)
    parser.add_argument("--accounts", type=int, default=300, help="so many accounts, drawn at random")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--alone", action="store_true", help="leave the rule without accounts of other places")
    asked = parser.parse_args()
    if not asked.timelines.exists():
        print(f"SKIPPED: {asked.timelines} is not here; the figures of docs/neighbours.md were not measured anew")
        return 0
    rng = np.random.default_rng(asked.seed)
    world = World(asked.timelines, asked.accounts, rng)
    places = [
        Place(world, t0, members, None if asked.alone else world.elsewhere(members, t0))
        for t0, members in world.places(asked.places, asked.size, rng)
    ]
    print(f"{asked.timelines.stem}: {len(places)} places of {asked.size}" + (", alone" if asked.alone else ""))
    n_months = sum(len(false_outages(place)) for place in places)
    print(f"  false outages: {n_months} of {MONTHS * len(places)} place-months ({n_months / MONTHS / len(places):.3f})")
    cut = [one_silenced(place, rng) for place in places]
    logs, waited = [x for one in cut for x in one[0]], [x for one in cut for x in one[1]]
    print(f"  one silenced: delay x {np.exp(np.mean(logs)):.3f}, {np.mean(waited):.1%} of alarms wait")
    for length_h in LENGTHS_H:
        tell(length_h, [inject(place, length_h, rng) for place in places])
    return 0


def tell(length_h: int, found: Sequence[Injected]) -> None:
    half = np.array([one.at_half for one in found if one.at_half is not None])
    dark = np.concatenate([one.dark for one in found])
    comparable = np.concatenate([one.comparable for one in found])
    stay, before = (sum(column) for column in zip(*(one.stays for one in found), strict=True))
    said = f"{half.mean():.2f}, {(half >= 0.8).mean():.2f} of places" if half.size else "half never past"
    among = f"{dark[comparable].mean():.3f}" if comparable.any() else "nobody"
    print(
        f"  {length_h:3} h: outage at half ({half.size} places): {said}; "
        f"dark {dark.mean():.3f}, comparable {among}; stays dark {stay} of {before}"
    )


if __name__ == "__main__":
    sys.exit(main())

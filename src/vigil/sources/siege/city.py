"""The simulated city: its places, and what each gives everyone in it - power cuts and shelling."""

from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from vigil.model.ids import PlaceName
from vigil.model.instants import DAY_US, HOUR_US, to_micros
from vigil.sources.siege.rhythm import CELL_US, Surroundings

BEGINS_AT = datetime(2016, 8, 1, tzinfo=UTC)
"""125 days before the goodbye of 4 December: enough for a rhythm to be learnt."""

ENDS_AT = datetime(2016, 12, 21, tzinfo=UTC)

ABROAD = PlaceName("Idlib countryside")
"""Where the convoys go. It has no power cuts or shelling of its own here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """A neighbourhood of the besieged part, by its name in both languages."""

    place: PlaceName
    arabic: str


DISTRICTS = (
    District(place=PlaceName("Bustan al-Qasr"), arabic="بستان القصر"),
    District(place=PlaceName("al-Ferdous"), arabic="الفردوس"),
    District(place=PlaceName("al-Kallaseh"), arabic="الكلاسة"),
    District(place=PlaceName("al-Saleheen"), arabic="الصالحين"),
    District(place=PlaceName("al-Sukkari"), arabic="السكري"),
    District(place=PlaceName("al-Mashhad"), arabic="المشهد"),
    District(place=PlaceName("Salaheddin"), arabic="صلاح الدين"),
)

_ASSAULT_RESUMES_AT = datetime(2016, 11, 15, tzinfo=UTC)
"""The bombardment of the eastern part resumed in mid-November 2016 (public record)."""


def surroundings(rng: np.random.Generator) -> Surroundings:
    """One district's power and shelling from BEGINS_AT to ENDS_AT."""
    n_cells = (to_micros(ENDS_AT) - to_micros(BEGINS_AT)) // CELL_US
    return Surroundings(power=_power(rng, n_cells), shelling=_shelling(rng, n_cells))


def _power(rng: np.random.Generator, n_cells: int) -> NDArray[np.bool_]:
    """On and off in turn: some six hours of power, then two or three without, longer in some weeks."""
    cells_per_hour = HOUR_US // CELL_US
    n_turns = n_cells // cells_per_hour
    on = rng.gamma(3.0, 2.0 * cells_per_hour, n_turns)
    off = np.minimum(rng.gamma(2.0, 1.3 * cells_per_hour, n_turns), 9 * cells_per_hour)
    lengths = np.stack([on, off], axis=1).ravel().astype(np.int64) + 1
    turns = np.repeat(np.arange(lengths.size) % 2 == 0, lengths)
    return turns[:n_cells]


def _shelling(rng: np.random.Generator, n_cells: int) -> NDArray[np.bool_]:
    """Bouts of one to three hours, every few days at first, daily once the assault resumes."""
    per_day = np.where(np.arange(n_cells) * CELL_US + to_micros(BEGINS_AT) < to_micros(_ASSAULT_RESUMES_AT), 0.25, 1.1)
    starts = np.flatnonzero(rng.random(n_cells) < per_day * CELL_US / DAY_US)
    under = np.zeros(n_cells, dtype=bool)
    for start, length_h in zip(starts, rng.uniform(0.7, 3.0, starts.size), strict=True):
        under[start : start + int(length_h * HOUR_US // CELL_US)] = True
    return under

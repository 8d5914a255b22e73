"""The rhythm strip of one account as shapes in a small drawing, with the same said in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import sqrt
from statistics import median

from vigil.model.board import Strip, StripMark
from vigil.publish.words import Words

BAR_W = 2
"""Units from one bar to the next; a bar takes three quarters of it."""

HEIGHT = 30
_BASE = HEIGHT - 2  # bars stand on a line at the foot
_LEAST_BAR = 3.0  # one sign of life must be seen beside a bar of fifty

_LAYERS = (StripMark.SILENCE, StripMark.OUTAGE, StripMark.BLIND)
"""What explains a silence is drawn over it."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StripDrawing:
    """What to draw, in units of the drawing, oldest on the left."""

    width: float
    bars: tuple[Box, ...]
    marks: tuple[tuple[StripMark, Box], ...]
    weeks: tuple[float, ...]  # where a week ends, counted back from the end
    says: str  # the text alternative


def draw_strip(strip: Strip, words: Words) -> StripDrawing:
    """Lay a strip out. Heights follow the square root, so that a burst does not flatten an ordinary day."""
    width = float(len(strip.counts) * BAR_W)
    most = max(strip.counts, default=0)
    bars = tuple(
        Box(k * BAR_W + 0.25, _BASE - height, BAR_W * 0.75, height)
        for k, count in enumerate(strip.counts)
        if count
        for height in (round(max(_BASE * sqrt(count / most), _LEAST_BAR), 1),)
    )
    marks = tuple(
        (marked.mark, Box(begin, 0, round(end - begin, 1), HEIGHT))
        for marked in sorted(strip.marks, key=lambda marked: _LAYERS.index(marked.mark))
        for begin, end in ((_x(strip, marked.begin), _x(strip, marked.end)),)
        if end > begin
    )
    steps_per_week = timedelta(days=7).total_seconds() / strip.step_s * BAR_W
    weeks = tuple(width - n * steps_per_week for n in range(1, int(width / steps_per_week) + 1))
    return StripDrawing(width=width, bars=bars, marks=marks, weeks=weeks, says=_says(strip, words))


def _x(strip: Strip, at: datetime) -> float:
    """Where an instant lies, kept within the drawing."""
    steps = (at - strip.begin).total_seconds() / strip.step_s
    return round(min(max(steps, 0.0), len(strip.counts)) * BAR_W, 1)


def _says(strip: Strip, words: Words) -> str:
    per_day = _per_day(strip)
    if not per_day:
        return words("strip_empty")
    said = [
        words(
            "strip",
            days=len(per_day),
            end=words.instant(strip.end),
            least=min(per_day),
            most=max(per_day),
            median=round(median(per_day)),
            quiet_days=words.counted(per_day.count(0), "full_day"),
        )
    ]
    said += [
        words(f"strip_{marked.mark.value}", since=words.instant(marked.begin), until=words.instant(marked.end))
        for marked in strip.marks
    ]
    return " ".join(said)


def _per_day(strip: Strip) -> list[int]:
    """Signs of life in each whole day, counted back from the end."""
    steps = max(round(timedelta(days=1).total_seconds() / strip.step_s), 1)
    n_days = len(strip.counts) // steps
    counts = strip.counts[len(strip.counts) - n_days * steps :]
    return [sum(counts[day * steps : (day + 1) * steps]) for day in range(n_days)]

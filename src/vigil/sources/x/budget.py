"""How many reads a month may cost, how many it did, and what may be spent now.

X charges for each thing it gives: a post, an account, a picture named with a post. Asking and getting nothing costs
nothing, so what is new is bought as it comes, as long as anything is left; asking less often would not make it cheaper.
What can wait is spread: posts looked after once more (deletions) and accounts (names) share a third of the month's
reads, which grows evenly with the month. The past of new accounts shares a quarter.

What is given twice in one day (UTC) is charged once (docs.x.com/x-api/getting-started/pricing), and is counted once.
What is counted here may be more than what X charges, and is never less, but for reads of other programs.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

EXTRAS_SHARE = 1 / 3
PAST_SHARE = 1 / 4
DAYS_KEPT = 14
MOST_REMEMBERED = 200_000
"""Ids counted today: some 20 MB. What is beyond them is counted again."""

USUAL_POSTS_A_DAY = 10.0
"""Of one account, where nothing is known yet: our choice, for the forecast."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """How long the budget lasts."""

    reads_a_day: float
    measured: bool  # by what was read in the days before; else by our guess
    spent: int
    left: int
    renews_on: date
    spent_on: date | None  # the day it will be used up, if that is before it renews


class Budget:
    """The reads of one month after the other."""

    def __init__(self, per_month: int, *, renews_on: int = 1, stored: object = None) -> None:
        """`renews_on`: the day of the month, 1 to 28. `stored`: as `spelled` gave it; from anything else, nothing."""
        self.per_month, self._day_of_month = per_month, renews_on
        self._month: date | None = None
        self.spent = 0
        self._extras = 0
        self._held = 0
        self._by_day: dict[date, int] = {}
        self._counted: set[str] = set()
        self._today: date | None = None
        self._restore(stored)

    def left(self, now: datetime) -> int:
        """What may still be spent this month."""
        self._turn(now)
        return max(0, self.per_month - self.spent - self._held)

    def renews_at(self, now: datetime) -> datetime:
        """When the next month of the budget begins."""
        return datetime.combine(_next(self._begin(now), self._day_of_month), time(), UTC)

    def hold(self, n: int, now: datetime, *, extra: bool = False) -> int:
        """Set aside up to so many reads for one asking; how many could be. `extra`: it is one that can wait."""
        most = min(n, self.left(now))
        if extra:
            most = min(most, self._extras_left(now))
        self._held += most
        return most

    def settle(self, held: int, ids: Iterable[str], now: datetime, *, extra: bool = False) -> int:
        """Give back what was set aside, and count what was given, by ids unique among all. Gives how many counted."""
        self._held -= held
        self._turn(now)
        n = 0
        for each in ids:
            if each not in self._counted:
                n += 1
                if len(self._counted) < MOST_REMEMBERED:
                    self._counted.add(each)
        self.spent += n
        if extra:
            self._extras += n
        today = now.astimezone(UTC).date()
        self._by_day[today] = self._by_day.get(today, 0) + n
        return n

    def past_of_each(self, n_accounts: int) -> int:
        """How many posts of the past may be read of each account when it is first watched, of so many."""
        return int(self.per_month * PAST_SHARE) // max(1, n_accounts)

    def extras_every_s(self, n_reads: int, least_s: float) -> float:
        """How often something that costs so many reads can be afforded out of what can wait; not more often."""
        a_second = self.per_month * EXTRAS_SHARE / (30.0 * 86400.0)
        return max(least_s, n_reads / a_second) if a_second > 0 else float("inf")

    def forecast(self, n_accounts: int, now: datetime) -> Forecast:
        """What the days to come will cost."""
        left = self.left(now)
        today = now.astimezone(UTC).date()
        whole = [n for day, n in self._by_day.items() if day < today]
        measured = len(whole) >= 2
        a_day = sum(whole) / len(whole) if measured else n_accounts * USUAL_POSTS_A_DAY
        renews = self.renews_at(now).date()
        lasts_days = left / a_day if a_day > 0 else float("inf")
        spent_on = today + timedelta(days=int(lasts_days)) if lasts_days < (renews - today).days else None
        return Forecast(
            reads_a_day=a_day, measured=measured, spent=self.spent, left=left, renews_on=renews, spent_on=spent_on
        )

    def spelled(self) -> dict[str, object]:
        """As it stands in a cursor."""
        return {
            "month": self._month.isoformat() if self._month else None,
            "spent": self.spent,
            "extras": self._extras,
            "days": {day.isoformat(): n for day, n in sorted(self._by_day.items())[-DAYS_KEPT:]},
        }

    def _extras_left(self, now: datetime) -> int:
        begin = datetime.combine(self._begin(now), time(), UTC)
        gone = (now - begin) / (self.renews_at(now) - begin)
        day = timedelta(days=1) / (self.renews_at(now) - begin)
        # A day's worth is there from the beginning, so that a month begins with its first look.
        return max(0, int(self.per_month * EXTRAS_SHARE * min(1.0, gone + day)) - self._extras)

    def _begin(self, now: datetime) -> date:
        today = now.astimezone(UTC).date()
        first = today.replace(day=self._day_of_month)
        return first if first <= today else _previous(first, self._day_of_month)

    def _turn(self, now: datetime) -> None:
        month, today = self._begin(now), now.astimezone(UTC).date()
        if self._month is None or month > self._month:  # a clock set back gives nothing anew
            self._month, self.spent, self._extras = month, 0, 0
        if self._today is None or today > self._today:
            self._today = today
            self._counted.clear()
            self._by_day = dict(sorted(self._by_day.items())[-DAYS_KEPT:])
            self._by_day.setdefault(today, 0)

    def _restore(self, stored: object) -> None:
        if not isinstance(stored, Mapping):
            return
        try:
            month = date.fromisoformat(str(stored["month"]))
            spent, extras = _count(stored["spent"]), _count(stored["extras"])
            days = {date.fromisoformat(str(day)): _count(n) for day, n in dict(stored["days"]).items()}
        except (KeyError, ValueError, TypeError):
            return
        self._month, self.spent, self._extras, self._by_day = month, spent, extras, days


def ids_of(kind: str, numbers: Sequence[str]) -> list[str]:
    """Ids that are unique among all that is counted: a post's number may be an account's too."""
    return [f"{kind}{number}" for number in numbers]


def _count(said: object) -> int:
    if type(said) is not int or said < 0:
        raise ValueError
    return said


def _next(first: date, day: int) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, day)


def _previous(first: date, day: int) -> date:
    return date(first.year - (first.month == 1), (first.month - 2) % 12 + 1, day)

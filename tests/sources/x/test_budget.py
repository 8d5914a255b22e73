"""How many reads a month may cost, and what becomes of them."""

import json
import random
from datetime import UTC, date, datetime, timedelta

import pytest

from vigil.sources.x.budget import Budget, ids_of

BEGAN = datetime(2026, 3, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def numbers(n, begin=0):
    """So many ids."""
    return ids_of("p", [str(each) for each in range(begin, begin + n)])


def spend(budget, n, now, begin=0, *, extra=False):
    """Hold and settle; how many could be spent."""
    held = budget.hold(n, now, extra=extra)
    budget.settle(held, numbers(held, begin), now, extra=extra)
    return held


def test_no_more_than_there_is_can_be_held_or_spent():
    """What is set aside for one asking is not there for another."""
    budget = Budget(10)
    assert budget.hold(6, BEGAN) == 6
    assert budget.hold(6, BEGAN) == 4
    assert budget.left(BEGAN) == 0
    budget.settle(6, numbers(2), BEGAN)
    budget.settle(4, (), BEGAN)
    assert (budget.spent, budget.left(BEGAN)) == (2, 8)


def test_what_is_given_twice_in_a_day_counts_once():
    """As X charges it; on the next day, again."""
    budget = Budget(100)
    for _ in range(3):
        budget.settle(0, numbers(5), BEGAN)
    assert budget.spent == 5
    budget.settle(0, numbers(5), BEGAN + DAY)
    assert budget.spent == 10


@pytest.mark.parametrize(
    ("day", "now", "renews"),
    [
        (1, datetime(2026, 3, 20, tzinfo=UTC), date(2026, 4, 1)),
        (1, datetime(2026, 12, 31, 23, tzinfo=UTC), date(2027, 1, 1)),
        (15, datetime(2026, 1, 3, tzinfo=UTC), date(2026, 1, 15)),
        (28, datetime(2026, 2, 28, tzinfo=UTC), date(2026, 3, 28)),
    ],
)
def test_it_renews_on_its_day(day, now, renews):
    """Whichever month that is in."""
    budget = Budget(10, renews_on=day)
    assert spend(budget, 10, now) == 10
    assert budget.renews_at(now).date() == renews
    assert budget.left(budget.renews_at(now) - timedelta(seconds=1)) == 0
    assert budget.left(budget.renews_at(now)) == 10


def test_a_clock_that_is_set_back_gives_nothing_anew():
    """Neither a month nor a day."""
    budget = Budget(10)
    spend(budget, 10, BEGAN)
    assert budget.left(BEGAN - 40 * DAY) == 0


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_asked_no_month_costs_more_than_it_may(seed):
    """Held in any order, settled late, restarted at any moment, over months."""
    rng = random.Random(seed)  # noqa: S311 - chance, not a secret
    per_month, now = rng.choice([1, 17, 300]), BEGAN
    budget, n, begin, cost = Budget(per_month), 0, None, 0
    for _ in range(400):
        if begin != budget.renews_at(now):
            begin, cost = budget.renews_at(now), 0
        held = [budget.hold(rng.randint(1, 30), now, extra=rng.random() < 0.3) for _ in range(rng.randint(1, 3))]
        for each in held:
            got = rng.randint(0, each)
            budget.settle(each, numbers(got, n), now)
            n, cost = n + got, cost + got
        assert cost == budget.spent <= per_month
        if rng.random() < 0.1:
            budget = Budget(per_month, stored=json.loads(json.dumps(budget.spelled())))
        now += timedelta(hours=rng.choice([0, 1, 13]))


def test_what_can_wait_is_spread_over_the_month():
    """A day's worth at its beginning, a third of the reads at its end, and never what is not left."""
    budget = Budget(3100)
    spent = [spend(budget, 10_000, BEGAN + day * DAY, 10_000 * day, extra=True) for day in range(31)]
    assert sum(spent) == pytest.approx(3100 / 3, abs=2)
    assert max(spent) <= 1 + 3100 / 3 / 31
    assert spend(budget, 10_000, BEGAN + 30.5 * DAY, 10**7) == 3100 - sum(spent)


def test_the_forecast_is_by_what_was_read_and_by_a_guess_before():
    """And names the day on which nothing is left."""
    budget = Budget(1000)
    assert budget.forecast(5, BEGAN).reads_a_day == 50
    assert budget.forecast(5, BEGAN).spent_on == date(2026, 3, 21)
    for day in range(4):
        spend(budget, 100, BEGAN + day * DAY, 100 * day)
    said = budget.forecast(5, BEGAN + 4 * DAY)
    assert (said.measured, said.reads_a_day, said.spent, said.left) == (True, 100, 400, 600)
    assert said.spent_on == date(2026, 3, 11)
    assert Budget(100_000).forecast(5, BEGAN).spent_on is None


@pytest.mark.parametrize(
    "stored",
    [
        None,
        5,
        [],
        {},
        {"month": "x"},
        {"month": "2026-03-01", "spent": -5, "extras": 0, "days": {}},
        {"month": "2026-03-01", "spent": 1, "extras": True, "days": {}},
        {"month": None, "spent": 1, "extras": 0, "days": 7},
    ],
)
def test_from_what_is_not_ours_nothing_is_taken(stored):
    """It begins anew."""
    assert Budget(10, stored=stored).left(BEGAN) == 10


def test_what_can_be_afforded():
    """How often, and how far back."""
    budget = Budget(9000)
    assert budget.extras_every_s(100, 60.0) == 86400.0
    assert budget.extras_every_s(1, 86400.0) == 86400.0
    assert budget.past_of_each(10) == 225
    assert budget.past_of_each(0) == 2250

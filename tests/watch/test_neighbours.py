"""Shared silence: what chance would give is none, what a place shares is found and dated."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.watch.neighbours import LULL, NEVER_US, OUTAGE, shared_silences, usable_neighbours

HOUR_US = 3_600_000_000
DAY_US = 24 * HOUR_US
DAYS = 100


def people(n, *, seed=0, a_day=12.0, weekdays_only=False):
    """Accounts that sleep from 22 to 6 UTC and post at random otherwise."""
    rng = np.random.default_rng(seed)
    found = []
    for _ in range(n):
        at = rng.integers(0, DAYS * DAY_US, int(DAYS * a_day * 1.5))
        hour = at % DAY_US / HOUR_US
        awake = (hour >= 6) & (hour < 22)
        if weekdays_only:
            awake &= at // DAY_US % 7 < 5
        found.append(np.unique(at[awake]))
    return found


def without(instants, begin, end):
    return [at[(at <= begin) | (at > end)] for at in instants]


def silences(instants, since_day=60, until_day=DAYS, **options):
    return shared_silences(instants, since_us=since_day * DAY_US, until_us=until_day * DAY_US, **options)


@pytest.mark.parametrize("weekdays_only", [False, True])
def test_ordinary_nights_and_weekends_are_no_outage(weekdays_only):
    """A place of eight that sleeps, and rests at weekends, is never called silent in forty days."""
    assert silences(people(8, weekdays_only=weekdays_only)) == []


def test_an_outage_is_dated_from_the_last_who_spoke():
    """Silent from day 80, 9 h, for a day and a half: noticed within hours, over with the half's return."""
    begin, end = 80 * DAY_US + 9 * HOUR_US, 81 * DAY_US + 21 * HOUR_US
    cut = without(people(6), begin, end)
    (found,) = silences(cut)
    assert found.begin_us == max(int(at[at <= begin][-1]) for at in cut)
    assert found.begin_us + 2 * HOUR_US <= found.noticed_us < end
    firsts = sorted(int(at[at > end][0]) for at in cut)
    assert (found.back_us, found.over_us) == (firsts[0], firsts[2])
    assert (found.n_silent, found.n_usable) == (6, 6)


def test_an_outage_that_lasts_has_no_end():
    """As of within it, nobody is back."""
    begin = 80 * DAY_US + 9 * HOUR_US
    (found,) = silences(without(people(6), begin, 100 * DAY_US), until_day=82)
    assert (found.back_us, found.over_us) == (NEVER_US, NEVER_US)


def test_a_place_in_which_one_speaks_is_not_silent():
    """Of five, one going on speaking is enough."""
    begin = 80 * DAY_US
    everyone = people(5)
    assert silences([everyone[0], *without(everyone[1:], begin, 100 * DAY_US)]) == []


def test_of_many_one_may_speak_on():
    """A satellite telephone among twelve does not hide that all others fell silent."""
    begin = 80 * DAY_US + 9 * HOUR_US
    everyone = people(12)
    (found,) = silences([everyone[0], *without(everyone[1:], begin, 100 * DAY_US)])
    assert found.n_silent >= 10
    assert found.n_usable == 12


def test_two_neighbours_can_tell_nothing():
    """With fewer than three usable neighbours nothing is found, however long they are silent."""
    assert silences(without(people(2), 80 * DAY_US, 100 * DAY_US)) == []


def test_who_fell_silent_before_is_not_usable():
    """An account gone for weeks, one too new, and one that was never heard of cannot be compared with."""
    a, b, c, d = people(4)
    at = 80 * DAY_US
    gone, new = b[b < 60 * DAY_US], c[c > 75 * DAY_US]
    never = d[:0]
    assert usable_neighbours([a, gone, new, never], at).tolist() == [True, False, False, False]


def test_a_holiday_everywhere_is_worth_less_here():
    """Where other places are as quiet as this one, the same silence is not surprising for longer."""
    begin, end = 80 * DAY_US + 9 * HOUR_US, 81 * DAY_US + 9 * HOUR_US
    here = without(people(4, a_day=4.0), begin, end)
    others = people(20, seed=9)
    on = np.sort(np.concatenate(others))
    off = np.sort(np.concatenate(without(others, begin, end)))
    (alert,) = silences(here, elsewhere=on)
    calm = silences(here, elsewhere=off)
    assert not calm or calm[0].noticed_us > alert.noticed_us


def test_a_lull_is_noticed_before_an_outage_and_over_with_the_first():
    """The gentler rule for an account past its own alarm."""
    begin, end = 80 * DAY_US + 9 * HOUR_US, 81 * DAY_US + 21 * HOUR_US
    cut = without(people(6), begin, end)
    (outage,) = silences(cut, rule=OUTAGE)
    lull = next(one for one in silences(cut, rule=LULL) if one.begin_us == outage.begin_us)
    assert lull.noticed_us <= outage.noticed_us
    assert lull.over_us == lull.back_us == outage.back_us


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 1000), st.integers(61, 99), st.integers(3, 9))
def test_what_is_found_as_of_a_moment_rests_on_nothing_later(seed, day, n):
    """Cutting every account at the moment changes nothing."""
    everyone = without(people(n, seed=seed, a_day=3.0), 75 * DAY_US, 78 * DAY_US)
    cut = [at[at <= day * DAY_US] for at in everyone]
    assert silences(everyone, until_day=day) == silences(cut, until_day=day)

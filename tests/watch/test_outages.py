"""What becomes of alarms when a place falls silent together."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.watch.neighbours import NEVER_US, SharedSilence
from vigil.watch.outages import (
    MOST_WITHHELD_US,
    SharedSilences,
    Silence,
    left_out_of,
    shared_with,
    shares,
    withheld_at,
    withheld_until,
)

H = 3_600_000_000
DAY = 24 * H


def shared(*, begin=100, noticed=110, back=NEVER_US, over=NEVER_US):
    hours = [value if value == NEVER_US else value * H for value in (begin, noticed, back, over)]
    return SharedSilence(
        begin_us=hours[0], noticed_us=hours[1], back_us=hours[2], over_us=hours[3], n_silent=4, n_usable=4
    )


def silence(last, alarm=None, *, outages=(), lulls=(), usual=5, who=0):
    return Silence(
        who=who,
        last_us=last * H,
        alarm_us=None if alarm is None else alarm * H,
        usual_us=usual * H,
        shared=SharedSilences(outages=tuple(outages), lulls=tuple(lulls)),
    )


def read(*place, now):
    return [None if s is None else "outage" if s.is_outage else "waits" for s in shares(place, now_us=now * H)]


def test_everyone_silent_with_the_place_is_in_the_outage():
    """Past the alarm or not; and not before it is noticed."""
    place = [silence(98, 120, outages=[shared()]), silence(99, outages=[shared()], who=1)]
    assert read(*place, now=121) == ["outage", "outage"]
    assert read(*place, now=105) == [None, None]


def test_who_was_dark_before_stays_dark():
    """An alarm raised before the silence began stands."""
    assert read(silence(40, 90, outages=[shared()]), silence(99, outages=[shared()], who=1), now=121) == [
        None,
        "outage",
    ]


def test_who_spoke_since_is_not_in_it():
    """Posted after it was noticed: speaking, in an outage or not."""
    assert read(silence(115, outages=[shared()]), now=121) == [None]


def test_an_outage_around_one_holds_for_the_place():
    """A neighbour whose own neighbours are one too few to tell shares it all the same."""
    assert read(silence(98, outages=[shared()]), silence(99, who=1), now=121) == ["outage", "outage"]


def test_a_lull_makes_one_alarm_wait_and_two_an_outage():
    """One account beyond its alarm among silent neighbours waits; two at once are the place's silence."""
    lull = shared(begin=100, noticed=103)
    one = silence(95, 120, lulls=[lull])
    still = silence(99, lulls=[lull], who=2)
    assert read(one, still, now=121) == ["waits", None]
    assert read(one, silence(96, 119, lulls=[lull], who=1), still, now=121) == ["outage", "outage", "outage"]


def test_two_accounts_of_one_witness_are_one_silence():
    """They are silent for one reason."""
    lull = shared(begin=100, noticed=103)
    assert read(silence(95, 120, lulls=[lull]), silence(96, 119, lulls=[lull]), now=121) == ["waits", "waits"]


def test_a_lull_begun_at_the_end_of_a_silence_does_not_explain_it():
    """A night in the last hour of a three-day silence withholds nothing."""
    assert read(silence(20, 120, lulls=[shared(begin=117, noticed=119)]), now=121) == [None]


def test_the_place_returned_and_one_did_not():
    """Given its usual silence after the return, it is dark, dated from the outage."""
    outage = shared(back=140, over=142)
    gone = silence(98, 120, outages=[outage], usual=5)
    assert withheld_at(gone, now_us=145 * H)
    assert not withheld_at(gone, now_us=147 * H)
    assert left_out_of(gone.shared, last_us=98 * H, alarm_us=120 * H, now_us=147 * H) == outage


def test_whoever_is_dark_stays_dark_in_a_later_outage():
    """An alarm that stood once is not taken back when the place falls silent afterwards."""
    assert not withheld_at(silence(40, 90, outages=[shared()]), now_us=130 * H)


def test_no_alarm_waits_more_than_ten_days():
    """A place that never comes back excuses nobody for ever; whoever is not past the alarm shares its silence still."""
    place = [silence(98, 120, outages=[shared()]), silence(99, who=1), silence(99, 121, who=2)]
    late = 120 + MOST_WITHHELD_US // H

    assert read(*place, now=late - 1) == ["outage", "outage", "outage"]
    assert read(*place, now=late) == [None, None, None]
    assert read(silence(99, 300, outages=[shared()], who=3), *place, now=late + 1) == ["outage", None, "outage", None]


def people(n, seed):
    rng = np.random.default_rng(seed)
    return [np.unique(rng.integers(0, 100 * DAY, 400)) for _ in range(n)]


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 500), st.integers(2, 90), st.sampled_from([4, 25]))
def test_replayed_rows_agree_with_the_check(seed, alarm_h, days):
    """An alarm is raised at the first moment a check would call the account dark, however long the outage lasts."""
    own, *near = people(5, seed)
    near = [at[(at <= 70 * DAY) | (at > (70 + days) * DAY)] for at in near]
    last = own[(own > 60 * DAY) & (own < 80 * DAY)][::7]
    alarm, usual = last + alarm_h * H, np.full(last.size, 9 * H)
    raised = withheld_until(last, alarm, usual, near, until_us=100 * DAY)
    assert (raised >= alarm).all()
    for k in range(last.size):
        for moment in {int(alarm[k]), min(int(raised[k]), 99 * DAY), min(int(raised[k]) - 1, 99 * DAY)}:
            if moment < alarm[k]:
                continue
            one = Silence(
                who=0,
                last_us=int(last[k]),
                alarm_us=int(alarm[k]),
                usual_us=9 * H,
                shared=shared_with(near, since_us=int(last[0]), until_us=moment),
            )
            assert withheld_at(one, now_us=moment) == (raised[k] > moment)


def test_a_single_silence_in_a_speaking_place_hardly_waits():
    """Neighbours who go on speaking delay its alarm by less than 2 % over all, and by hours at most."""
    own, *near = people(6, 3)
    last = own[(own > 60 * DAY) & (own < 80 * DAY)]
    alarm = last + 30 * H
    delay = withheld_until(last, alarm, last * 0 + 9 * H, near, until_us=100 * DAY) - alarm
    assert delay.max() < 6 * H
    assert delay.mean() < 0.02 * 30 * H

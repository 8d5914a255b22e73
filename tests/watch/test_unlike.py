"""What is unlike before, on a return. All accounts here are made up."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from vigil.model.observation import Kind
from vigil.watch.unlike import Profile, Utterance, hours_p_value, stretch_p_value, unlike_before

BEGIN = datetime(2016, 10, 1, tzinfo=UTC)


def utterances(n, *, hours=(6, 20), seed=0, begin=BEGIN, per_day=6, **shape):
    """Posts of a made-up account: so many a day, at these hours, in runs."""
    rng = np.random.default_rng(seed)
    shape = {"client": "app", "lang": "ar", "text": "صباح الخير من هنا"} | shape
    return [
        Utterance(at=begin + timedelta(days=i // per_day, hours=float(rng.uniform(*hours))), **shape) for i in range(n)
    ]


def later(n, **shape):
    return utterances(n, begin=BEGIN + timedelta(days=90), seed=1, **shape)


def said(sentences, word):
    return [sentence for sentence in sentences if word in sentence]


def test_the_same_habits_are_not_called_unlike():
    """An account that goes on as before gets no sentence but how much was compared."""
    (only,) = unlike_before(utterances(300), later(12))
    assert only.startswith("nothing unlike before")


def test_other_hours_are_said_with_a_p_value_and_both_stretches_of_the_day():
    """Posting by night where it was by day is unlike before."""
    sentences = unlike_before(utterances(300), later(12, hours=(22, 28)))
    (sentence,) = said(sentences, "hours of day")
    assert "p = 0.0" in sentence
    assert "UTC before" in sentence
    assert "22-04 UTC now" in sentence


def test_a_new_language_client_and_style_are_each_said():
    """Language, client and style are compared apart."""
    after = later(
        12, lang="en", client="web", text="Visit https://example.org!!! 🙂🙂 now, now, now, and again, all of you"
    )
    sentences = unlike_before(utterances(300), after)
    for word in ("language: ar in 100 %", "posts with web, never used", "characters", "emoji", "links", "punctuation"):
        assert said(sentences, word), word


def test_an_account_that_always_varied_is_held_to_its_own_variation():
    """A night owl of every third week is not unlike before when posting by night again."""
    before = [
        each
        for week in range(30)
        for each in utterances(
            12, hours=(0, 4) if week % 3 == 0 else (9, 18), seed=week, begin=BEGIN + timedelta(days=2 * week)
        )
    ]
    assert not said(unlike_before(before, later(12, hours=(0, 4))), "hours of day")


@pytest.mark.parametrize(("n_before", "n_after"), [(0, 0), (39, 30), (300, 4), (0, 10)])
def test_few_posts_are_said_to_be_few(n_before, n_after):
    """Too few posts to compare is said, never passed over."""
    sentences = unlike_before(utterances(n_before), later(n_after))
    assert said(sentences, f"too few posts to compare habits: {n_before} before, {n_after} since the return")


def test_many_posts_since_the_return_are_compared_by_the_first_of_them():
    """A long stretch after the return is cut so that enough earlier stretches stand against it."""
    sentences = unlike_before(utterances(60), later(50, hours=(22, 28)))
    assert said(sentences, "hours of day")


def test_a_new_name_and_handle_are_said_and_unknown_ones_are_not():
    """Unknown is compared with nothing."""
    then, now = Profile(handle="hawk", name="Hawk", bio=None), Profile(handle="dove", name=None, bio="new")
    sentences = unlike_before([], [], profile_before=then, profile_after=now)
    assert said(sentences, "its handle changed from hawk to dove")
    assert not said(sentences, "bio")
    assert not said(sentences, "name")


def test_a_mass_deletion_is_said_even_where_posts_are_few():
    """Forty posts deleted on the first day back is said, with what was usual."""
    gone = [Utterance(at=BEGIN + timedelta(days=90, minutes=i), kind=Kind.DELETE) for i in range(40)]
    assert said(
        unlike_before(utterances(5), gone), "40 posts deleted within a day since the return; at most 0 a day before"
    )


def test_deleting_as_much_as_ever_is_not_said():
    """Someone who always cleans up is not unlike before when cleaning up."""
    habit = [Utterance(at=BEGIN + timedelta(minutes=i), kind=Kind.DELETE) for i in range(40)]
    gone = [Utterance(at=BEGIN + timedelta(days=90, minutes=i), kind=Kind.DELETE) for i in range(40)]
    assert not said(unlike_before(habit, gone), "deleted")


def test_the_hours_test_calls_unlike_about_as_often_as_it_says():
    """Under no change, p at or below 0.05 comes about once in twenty: 200 accounts, seeded."""
    rng = np.random.default_rng(7)
    called = 0
    for _ in range(200):
        hours = rng.normal(13, 4, size=410) % 24
        called += hours_p_value(hours[:400], hours[400:])[1] <= 0.05
    assert called <= 20


def test_distance_of_hours_goes_round_midnight():
    """From 23 to 1 o'clock is two hours, not twenty-two."""
    moved_h, _ = hours_p_value(np.full(60, 23.0), np.full(5, 1.0))
    assert moved_h == pytest.approx(2.0)


def test_a_stretch_like_all_others_has_p_one():
    """Equal values are as unusual as any: p = 1."""
    assert stretch_p_value(np.ones(50), np.ones(5)) == 1.0

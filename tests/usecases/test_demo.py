"""The story of the simulated siege, held against what the simulation knows to be true."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from vigil import bootstrap
from vigil.model.errors import InvalidInput
from vigil.model.verdict import Verdict
from vigil.sources.siege import simulate_siege
from vigil.usecases.demo import Scene, tell

DEC_14 = datetime(2016, 12, 14, 5, tzinfo=UTC)
DEC_20 = datetime(2016, 12, 20, 5, tzinfo=UTC)


@pytest.fixture(scope="module")
def scenes() -> Iterator[dict[datetime, Scene]]:
    """Every morning of the default story."""
    told: list[Scene] = []
    siege, case = bootstrap.simulated(1)
    tell(siege, case=case, rhythms=bootstrap.rhythms_as_shipped(), told=told.append)
    return {scene.as_of: scene for scene in told}


def verdicts(scene):
    return {each.account: each.verdict for each in scene.findings}


def of(scene, witness):
    return [each for each in scene.findings if each.witness == witness]


def test_the_morning_after_the_goodbye_the_account_is_changed_and_its_words_are_held(scenes):
    """5 December: deleted, louder than any silence; the goodbye is shown as grade and rule."""
    first = scenes[min(scenes)]
    (child,) = of(first, "Swallow")
    assert child.verdict is Verdict.ACCOUNT_CHANGED
    assert child.last_words
    assert all(word.held and word.text is None for word in child.last_words)


def test_a_day_later_the_child_is_back_and_stays_returned(scenes):
    """Nobody has confirmed that it is them."""
    (child,) = of(scenes[DEC_14], "Swallow")
    assert child.verdict is Verdict.RETURNED
    assert child.since == datetime(2016, 12, 5, 20, 20, tzinfo=UTC)


def test_a_district_silent_together_is_an_outage_and_nobody_in_it_is_dark(scenes):
    """14 December: the eight of al-Mashhad."""
    there = [each for each in scenes[DEC_14].findings if each.place == "al-Mashhad"]
    assert {each.verdict for each in there} == {Verdict.OUTAGE}
    assert [outage.place for outage in scenes[DEC_14].board.outages] == ["al-Mashhad"]


def test_whoever_a_deaf_collector_would_hear_is_blind(scenes):
    """Five post all along, and nobody hears it."""
    for witness in ("Owl", "Partridge", "Petrel", "Pochard", "Redstart"):
        assert {each.verdict for each in of(scenes[DEC_14], witness)} == {Verdict.BLIND}


def test_a_program_posting_on_does_not_hide_that_its_people_are_silent(scenes):
    """The relief kitchen's schedule is no sign of life."""
    (kitchen,) = of(scenes[DEC_20], "Quail")
    assert kitchen.verdict is Verdict.DARK
    assert kitchen.last_post_at < datetime(2016, 12, 13, 9, tzinfo=UTC)


def test_a_witness_who_speaks_on_a_second_platform_is_not_dark(scenes):
    """The first account is; they are not."""
    both = of(scenes[DEC_20], "Kestrel")
    assert {each.verdict for each in both} >= {Verdict.DARK}
    assert {each.witness_verdict for each in both}.isdisjoint({Verdict.DARK})


def test_nearly_all_who_are_gone_are_dark_and_hardly_anyone_else(scenes):
    """A week later: four in five of the gone, and of the others no more than chance would give."""
    gone = {account for account, at in simulate_siege(1).gone.items() if at < DEC_20 - timedelta(days=3)}
    dark = {account for account, verdict in verdicts(scenes[DEC_20]).items() if verdict is Verdict.DARK}
    assert len(dark & gone) >= 0.8 * len(gone)
    assert len(dark - gone) <= 3


def test_on_quiet_days_before_the_assault_hardly_anyone_is_dark():
    """Of sixty accounts on three mornings in November, no more than chance would give, and no outage."""
    siege, case = bootstrap.simulated(1)
    told: list[Scene] = []
    tell(
        siege,
        case=case,
        rhythms=bootstrap.rhythms_as_shipped(),
        told=told.append,
        as_of=datetime(2016, 11, 20, 5, tzinfo=UTC),
    )
    (scene,) = told
    n_dark = sum(verdict is Verdict.DARK for verdict in verdicts(scene).values())
    assert n_dark <= 3 * max(scene.board.chance.n_expected, 1.0)
    assert scene.board.outages == ()


def test_everything_says_that_it_is_simulated(scenes):
    """On every board."""
    assert all(scene.board.simulated for scene in scenes.values())


def test_a_moment_outside_the_siege_is_refused():
    """There is nothing to tell of it."""
    siege, case = bootstrap.simulated(1)
    with pytest.raises(InvalidInput):
        tell(
            siege,
            case=case,
            rhythms=bootstrap.rhythms_as_shipped(),
            told=lambda _: None,
            as_of=datetime(2020, 1, 1, tzinfo=UTC),
        )

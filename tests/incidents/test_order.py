"""The one order in which documents are looked at."""

from datetime import UTC, datetime

from told_stories import claim_by_hand

from vigil.incidents.order import claim_order, may_follow, natural, published_order
from vigil.incidents.stating import state
from vigil.model.claim import Reading
from vigil.model.incident import Publication


def told(name: str, at: datetime | None) -> Publication:
    return Publication(id=name, source=None, published_at=at, text="Nine were killed.")


NOON = datetime(2021, 5, 4, 12, tzinfo=UTC)
MIDNIGHT = datetime(2021, 5, 4, tzinfo=UTC)


def test_numbers_in_names_are_numbers():
    """d2 comes before d10."""
    assert natural("d2") < natural("d10")
    assert sorted(["d10", "d2", "a"], key=natural) == ["a", "d2", "d10"]


def test_a_day_is_no_instant():
    """Of two documents of one day, one without its time, the name decides; of two days, the day."""
    assert may_follow(told("b", MIDNIGHT), told("a", NOON))
    assert not may_follow(told("a", MIDNIGHT), told("b", NOON))
    assert may_follow(told("a", NOON.replace(day=5)), told("b", MIDNIGHT))


def test_nothing_repeats_what_is_later():
    """Of two documents at most one can repeat the other."""
    pairs = [(told("a", NOON), told("b", NOON)), (told("a", None), told("b", NOON)), (told("a", None), told("b", None))]
    for one, other in pairs:
        assert may_follow(one, other) != may_follow(other, one)


def test_the_undated_come_last():
    """A document without a time is looked at after all others, and its claims with it."""
    assert published_order(told("z", NOON)) < published_order(told("a", None))
    claim = claim_by_hand(
        "Nine were killed.", event="killing", on="killed", certainty="asserted", chain=[["AUTHOR", None, "asserted"]]
    )
    one, other = (
        state(Reading(document=each.id, lang="en", reader="by hand", claims=(claim,)), each)[0]
        for each in (told("z", NOON), told("a", None))
    )
    assert claim_order(one) < claim_order(other)

"""Pairs of figures, and which weighs most."""

from vigil.incidents.codebooks.airwars import CONVENTIONS
from vigil.incidents.codebooks.tolls import Harm, Toll, Vague, Voice, Whom
from vigil.incidents.codebooks.weighing import ends, heaviest, pairs
from vigil.model.claim import Exactness, Span


def toll(low, high=None, *, exactness=Exactness.EXACT, at=0, **more):
    """A toll of the killed."""
    high = low if high is None and exactness is Exactness.EXACT else high
    return Toll(harm=Harm.KILLED, low=low, high=high, exactness=exactness, span=Span(at, at + 1), **more)


def ranges(tolls):
    """Every candidate as (low, high)."""
    return {(pair.low.value, pair.high.value) for pair in pairs(tolls, CONVENTIONS)}


def test_every_two_figures_in_order_are_a_candidate():
    """Low never above high."""
    assert ranges([toll(3), toll(5)]) == {(3, 3), (3, 5), (5, 5)}


def test_more_than_is_one_more_or_the_number_as_written():
    """Both are considered, and told apart."""
    assert ranges([toll(5, exactness=Exactness.MORE_THAN)]) == {(5, 5), (5, 6), (6, 6)}


def test_an_amount_is_worth_what_the_codebook_says():
    """Dozens as its convention has it."""
    assert ranges([toll(None, exactness=Exactness.VAGUE, vague=Vague.DOZENS)]) == {(12, 12), (12, 24), (24, 24)}


def test_others_beside_the_first_make_a_higher_high():
    """Two, and two others, may be four."""
    first = toll(2, voice=Voice.SUMMARY)
    assert (2, 4) in ranges([first, toll(2, more=True, order=3)])


def test_one_whose_fate_is_in_doubt_makes_one_more():
    """She may also have been killed."""
    doubted = toll(1, 1, exactness=Exactness.NONE, doubted=True, order=4)
    assert (3, 4) in ranges([toll(3, exactness=Exactness.AT_LEAST, voice=Voice.SUMMARY), doubted])


def test_fighters_are_left_out():
    """They are no candidates for civilians."""
    assert ranges([toll(3, whom=Whom.FIGHTERS)]) == set()


def test_names_alone_are_no_toll():
    """Nothing says what befell those named."""
    assert pairs([toll(3, voice=Voice.NAMES)], CONVENTIONS) == []


def test_nothing_said_is_no_candidate():
    """And nothing is chosen."""
    assert pairs([], CONVENTIONS) == []
    assert heaviest([], {}) is None


def test_each_bound_carries_its_rule_and_words():
    """From the author's own words first."""
    report, summary = toll(5, at=40, order=9), toll(5, at=7, voice=Voice.SUMMARY)
    (pair,) = pairs([report, summary], CONVENTIONS)
    assert pair.low.rule == "summary: a number"
    assert pair.low.spans == (("", Span(7, 8)), ("", Span(40, 41)))


def test_features_say_what_is_known_of_a_pair():
    """By name, and only what is true."""
    tolls = [toll(3, exactness=Exactness.AT_LEAST, voice=Voice.SUMMARY), toll(5, at=30, order=4)]
    known = {(p.low.value, p.high.value): p.features for p in pairs(tolls, CONVENTIONS)}
    assert known[3, 5]["low is summary's, at_least"] == 1
    assert known[3, 5]["high is largest"] == 1
    assert "equal" not in known[3, 5]
    assert known[3, 3]["high below largest"] == 1


def test_the_heaviest_pair_is_chosen():
    """Unknown features weigh nothing; of equals the first stands."""
    candidates = pairs([toll(3), toll(5)], CONVENTIONS)
    assert heaviest(candidates, {"high is largest": 1.0, "spread": 1.0}).high.value == 5
    assert heaviest(candidates, {}) is candidates[0]


def test_ends_of_a_toll_by_its_bound():
    """At least and up to are both ends where no other is given."""
    assert ends(toll(4, exactness=Exactness.AT_LEAST), CONVENTIONS)[1][0] == 4
    assert ends(toll(None, 9, exactness=Exactness.UP_TO), CONVENTIONS)[0][0] == 9
    assert ends(toll(4, exactness=Exactness.MORE_THAN), CONVENTIONS)[0] == (
        5,
        "report: more than, one more than the number",
    )

"""A sentence's words, numbers of people and clauses."""

from vigil.incidents.codebooks.sentence import Sentence
from vigil.model.claim import Span
from vigil.testimony.counts.reading import read_counts


def sentence(text, order=0):
    """A whole text as one sentence."""
    return Sentence(text, Span(0, len(text)), read_counts(text, lang="en"), order)


def test_a_number_finds_the_noun_it_counts():
    """The last noun of a row, past words that only narrow it."""
    assert [n.noun for n in sentence("12 other civilians and three school children fled").people] == [
        "civilians",
        "children",
    ]


def test_things_and_ages_count_nobody():
    """Houses are no people; a number in brackets behind a name is an age."""
    assert sentence("Ten houses burned near Ann Example (41)").people == []


def test_others_behind_a_number_are_its_own():
    """ "23 others" is one figure."""
    assert [n.count.low for n in sentence("23 others were hurt").people] == [23]


def test_a_clause_ends_where_the_sentence_turns():
    """To another source, or another moment."""
    text = "At first three died, while later five died"
    one = sentence(text)
    first, second = one.people
    assert "five" not in text[slice(*one.clause(first.count.span))]
    assert "three" not in text[slice(*one.clause(second.count.span))]
    assert one.early(first.count.span)
    assert not one.early(second.count.span)


def test_a_sentence_knows_what_it_speaks_of():
    """Other incidents, and how a figure was arrived at."""
    assert sentence("In another strike nine died").elsewhere
    assert not sentence("Nine died").elsewhere
    assert sentence("The minimum was set at nine").of_method


def test_places_outside_are_empty():
    """Looking behind the end or before the beginning finds nothing."""
    one = sentence("Nine died")
    assert one.at(-1) == one.at(99) == ""
    assert one.texts(-5, 1) == ["nine"]

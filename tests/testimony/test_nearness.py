"""How near spans stand."""

import pytest

from vigil.model.claim import Span
from vigil.sources.grammar.english import english_grammar
from vigil.testimony.nearness import distance, governors, sentence_of

TEXT = "Shells killed ten in Homs, but nobody fled after the raid on Monday. It was cold."


def span(words):
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))


@pytest.fixture(scope="module")
def parsed():
    grammar = english_grammar()
    assert grammar is not None
    return grammar(TEXT)


def test_clauses_are_further_than_words(parsed):
    """The place of the same clause is nearer than the time of another, with a grammar and without."""
    for grammar in (None, parsed):
        assert distance(TEXT, span("Homs"), span("killed"), grammar) < distance(
            TEXT, span("Monday"), span("killed"), grammar
        )


def test_overlapping_spans_are_no_distance_apart(parsed):
    """0 where they share a letter."""
    assert distance(TEXT, span("killed ten"), span("ten"), parsed) == 0


def test_the_sentence_of_a_letter(parsed):
    """With a grammar and without, the same."""
    for grammar in (None, parsed):
        assert TEXT[slice(*sentence_of(TEXT, span("cold").begin, grammar))].strip() == "It was cold."


def test_what_a_word_hangs_on(parsed):
    """ "Homs" hangs on "killed" in the end; a span outside the text hangs on nothing."""
    assert "killed" in [parsed.tokens[at].text for at in governors(parsed, span("Homs"))]
    assert governors(parsed, Span(900, 901)) == []

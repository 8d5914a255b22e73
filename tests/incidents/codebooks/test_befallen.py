"""What befell those a number counts."""

import pytest

from vigil.incidents.codebooks.befallen import find_harm, is_negated
from vigil.incidents.codebooks.sentence import Sentence
from vigil.incidents.codebooks.tolls import Harm
from vigil.model.claim import Span
from vigil.testimony.counts.reading import read_counts

KILLED, INJURED = Harm.KILLED, Harm.INJURED


def befallen(text):
    """Number by number, what befell them."""
    sentence = Sentence(text, Span(0, len(text)), read_counts(text, lang="en"), 0)
    find_harm(sentence)
    return {number.count.low: number.harm for number in sentence.people if not number.count.single}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine were killed, 30 injured", {9: {KILLED}, 30: {INJURED}}),
        ("killing nine civilians and injuring 30 others", {9: {KILLED}, 30: {INJURED}}),
        ("two women and three children were killed", {2: {KILLED}, 3: {KILLED}}),
        ("injuries to four nurses", {4: {INJURED}}),
        ("the lives of nine people were lost", {9: {KILLED}}),
        ("she lost nine members of her family", {9: {KILLED}}),
        ("estimates of injuries at nine", {9: {INJURED}}),
        ("nine people, who had fled their homes with 30 others, were killed", {9: {KILLED}, 30: {KILLED}}),
        ("nine victims remained under the rubble", {9: set()}),
        ("nine victims were buried together by neighbours", {9: set()}),
        ("nine people were not killed", {9: set()}),
        ("nine people said that their cousin was killed", {9: set()}),
        ("nine people stood in the street when the shell killed", {9: set()}),
    ],
)
def test_the_verb_that_says_it_is_found(text, found):
    """Or none is, and the number counts nobody here."""
    assert befallen(text) == found


def test_a_denial_is_seen_just_before_the_word():
    """ "Not", "no" and their like, within a few words."""
    text = "They did not report any injuries"
    sentence = Sentence(text, Span(0, len(text)), (), 0)
    assert is_negated(sentence, len(sentence.words) - 1)
    assert not is_negated(sentence, 1)

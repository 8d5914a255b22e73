"""Sentences of Arabic."""

from vigil.testimony.arabic.line import MOST_WORDS, lines


def test_a_full_stop_ends_a_sentence():
    """Two sentences are two lines that stand where they stand."""
    text = "وصل الوفد. غادر الوفد"
    first, second = lines(text)
    assert text[first.span.begin : first.span.end] == "وصل الوفد."
    assert text[second.span.begin : second.span.end] == "غادر الوفد"


def test_what_never_ends_is_cut():
    """A list of a thousand words is no sentence."""
    assert all(len(each.items) <= MOST_WORDS + 1 for each in lines("كلمة " * 1000))


def test_what_is_written_onto_a_word_is_left_out_of_its_span(line):
    """By the city is the city."""
    found = line("وبمدينة حلب")
    span = found.words(0, 1)
    assert found.text[span.begin : span.end] == "مدينة"

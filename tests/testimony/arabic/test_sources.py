"""The words for whoever speaks."""

from vigil.testimony.arabic.sources import is_witness, source_behind, subject_before


def test_the_speaker_behind_a_verb_ends_where_the_content_begins(line):
    """Up to "that"."""
    text = "قال مدير المشفى إن رجلين قتلا"
    span, end, unnamed = source_behind(line(text), 1)
    assert (text[span.begin : span.end], end, unnamed) == ("مدير المشفى", 3, False)


def test_the_speaker_may_stand_before_the_verb(line):
    """As in headlines."""
    text = "الوزارة قالت إن رجلين قتلا"
    _, span, _ = subject_before(line(text), 1)
    assert text[span.begin : span.end] == "الوزارة"


def test_witnesses_are_known(line):
    """By the word."""
    assert is_witness(line("شهود عيان"), 0, 2)
    assert not is_witness(line("وزارة الصحة"), 0, 2)

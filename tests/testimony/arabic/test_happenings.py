"""Words of happening joined to people and forces."""

from vigil.testimony.arabic.happenings import happenings
from vigil.testimony.arabic.people import people
from vigil.testimony.arabic.triggers import triggers
from vigil.testimony.counts.reading import read_counts


def test_each_figure_is_a_happening_of_its_own(line):
    """In the order of the words."""
    text = "قُتل 12 شخصاً وأصيب 30 آخرون"
    sentence, counts = line(text), read_counts(text, lang="ar")
    found = happenings(sentence, triggers(sentence), people(sentence, counts), counts, [])
    assert [each.count.low for each in found] == [12, 30]


def test_without_words_of_happening_there_are_none(line):
    """People alone tell of nothing."""
    text = "وصل 12 شخصاً"
    sentence, counts = line(text), read_counts(text, lang="ar")
    assert happenings(sentence, [], people(sentence, counts), counts, []) == []

"""Phrases for people."""

from vigil.model.claim import VictimKind
from vigil.testimony.arabic.people import people
from vigil.testimony.counts.reading import read_counts


def found(line, text):
    return people(line(text), read_counts(text, lang="ar"))


def test_two_kinds_are_two_phrases(line):
    """Two children and a woman are no three persons."""
    children, woman = found(line, "طفلان وامرأة")
    assert (children.count.low, children.kinds) == (2, {VictimKind.CHILDREN})
    assert (woman.count.low, woman.kinds) == (1, {VictimKind.WOMEN})


def test_a_plural_without_a_figure_has_no_count(line):
    """Nobody said how many."""
    (phrase,) = found(line, "مدنيون")
    assert phrase.count is None


def test_one_title_behind_another_names_the_kind(claims):
    """The colleague, the photographer."""
    (claim,) = claims("استشهاد الزميل المصور سامي العمري في حلب.")
    assert claim.victims == {VictimKind.JOURNALISTS}

"""Phrases for people."""

import pytest

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


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("أصيب 10 أشخاص، خمسة منهم أطفال.", [(10, []), (5, ["children"])]),
        ("أصيب ستة من المسعفين، اثنان منهم في حالة حرجة.", [(6, ["medics"]), (2, ["medics"])]),
        ("أصيب ممرضان أحدهما بجروح بالغة.", [(2, ["medics"]), (1, ["medics"])]),
        ("قتل 20 شخصاً، معظمهم نساء.", [(20, []), (None, ["women"])]),
        ("قتل 48 شخصاً معظمهم مدنيون.", [(48, [])]),
        ("أصيب 20 متظاهراً، بعضهم بشظايا.", [(20, []), (None, [])]),
        ("أعدم التنظيم أربعة من عناصره.", [(4, ["combatants"])]),
        ("قتل ثمانية من عائلة واحدة.", [(8, [])]),
        ("اقتاد مسلحون والد زميلهم.", [(1, [])]),
        ("خطف مسلحون أربعة مهندسين وأفرجوا عن أحدهم.", [(4, []), (1, [])]),
    ],
)
def test_parts_with_their_kind(claims, text, figures):
    """A part without a kind is of the kind of its whole; that most were civilians makes none."""
    read = [(each.count.low, sorted(one.value for one in each.victims)) for each in claims(text)]
    assert read == figures


def test_some_of_those_of_another_event_are_a_part_of_them(claims):
    """Tortured, and three of them died."""
    read = claims("عذب الحراس 14 سجيناً، ومات ثلاثة منهم تحت التعذيب.")
    assert [(each.count.low, each.subset_of) for each in read] == [(14, None), (3, 0)]


def test_whoever_is_quoted_as_one_of_them_is_no_victim(claims):
    """قال أحدهم."""
    (claim,) = claims("قال أحدهم إن الجيش قصف القرية.")
    assert claim.count is None


def test_clothes_and_things_are_nobody(claims):
    """An adjective of an object is no soldier."""
    (taken,) = claims("خطف مسلحون يرتدون زياً عسكرياً تاجراً في تعز.")
    assert (taken.count.low, taken.victims) == (1, frozenset())
    (struck,) = claims("استهدف القصف موقعاً عسكرياً.")
    assert struck.count is None


def test_a_number_in_tens_stands_behind_its_noun(claims):
    """ركابها الأربعين, as ركابها التسعة."""
    read = claims("أوقفوا حافلة وخطفوا ركابها الأربعين.")
    assert read[-1].count.low == 40

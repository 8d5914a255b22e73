"""Whom it befell."""

import pytest

from vigil.model.claim import EventType, VictimKind


def test_groups_named_apart_are_claims_apart(claims):
    """Two children and a woman."""
    read = claims("قُتل طفلان وامرأة في حلب.")
    assert [(each.count.low, each.victims) for each in read] == [
        (2, {VictimKind.CHILDREN}),
        (1, {VictimKind.WOMEN}),
    ]


def test_dead_and_wounded_keep_their_own_figures(claims):
    """Nothing is summed."""
    read = claims("قُتل 12 شخصاً وأصيب 30 آخرون.")
    assert [(each.event, each.count.low) for each in read] == [(EventType.KILLING, 12), (EventType.INJURY, 30)]


def test_a_part_points_at_its_whole(claims):
    """Three of the twelve are not three more."""
    whole, part = claims("قُتل 12 شخصاً بينهم 3 أطفال.")
    assert (whole.count.low, part.count.low, part.subset_of) == (12, 3, 0)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("مقتل رجل وإصابة شقيقتيه بانفجار عبوة في تعز.", [1, 2]),
        ("قُتلت معلمة وابناها في غارة.", [1, 2]),
        ("أخذوا أولادو التلاتة من البيت.", [3]),
        ("ولديه ثلاثة أطفال قُتلوا في القصف.", [3]),  # "and he has", and no two sons
    ],
)
def test_two_of_a_kin_are_two(claims, text, figures):
    """His two sisters, her two sons, his children, the three of them."""
    assert [each.count.low for each in claims(text)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("وقالت إن نحو 60 آخرين لا يزالون محاصرين في القبو.", [60]),
        ("بقي 14 مدنياً محاصرين في القبو.", [14]),
        ("قضينا على 9 مسلحين في حمص.", [9]),
        ("قضى الجيش على 14 إرهابياً قرب تدمر.", [14]),
    ],
)
def test_a_figure_stands_apart_from_what_befell_them(claims, text, figures):
    """Before what is said of them, or behind a preposition of the verb."""
    read = claims(text)
    assert [each.count.low for each in read] == figures


def test_those_who_suffered_stand_before_the_noun(claims):
    """Five of them were tortured; they were not detained twice."""
    read = claims("احتجز الجنود 20 عاملاً في حماة وتعرض خمسة منهم للتعذيب.")
    assert [(each.event, each.count.low) for each in read] == [
        (EventType.ARBITRARY_DETENTION, 20),
        (EventType.TORTURE, 5),
    ]
    (one,) = claims("تعرض السجناء للضرب والصعق في السجن.")
    assert one.event is EventType.TORTURE


def test_a_court_kills_nobody(claims):
    """قضى على is to do away with fighters; of a judge it is to sentence."""
    assert claims("قضى القاضي على المتهم بالسجن.") == ()


def test_a_pronoun_points_back(claims):
    """Thirteen whom an armed group took; the group is no victim."""
    (claim,) = claims("قال ناشطون إن 13 موظفاً اقتادتهم جماعة مسلحة من منازلهم في تعز.")
    assert (claim.count.low, claim.victims) == (13, frozenset())


def test_she_who_was_hit_stands_before_the_verb(claims):
    """Those in the next clause died."""
    read = claims("قال الجار إن ابنته أصيبت بشظية وإن جيرانه الثلاثة ماتوا تحت البيت.")
    assert [(each.event, each.count.low) for each in read] == [(EventType.INJURY, 1), (EventType.KILLING, 3)]


def test_fishermen_are_many(claims):
    """صيادين is no dual."""
    (claim,) = claims("اعتقلت البحرية الصيادين قبالة الساحل.")
    assert claim.count is None


def test_what_strikes_the_mind_hurts_nobody(claims):
    """أصيب بخيبة."""
    assert claims("أصيب الجمهور بخيبة بعد المباراة.") == ()


def test_whoever_is_hit_alone_is_one(claims):
    """With what hit them right behind the verb; no witness of their own."""
    (claim,) = claims("أصيب بطلق ناري في صدره.")
    assert (claim.count.low, claim.certainty.value) == (1, "asserted")

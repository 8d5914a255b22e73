"""Where nobody was hurt, a verb away from its negation."""

import pytest

from vigil.model.claim import EventType, Polarity


@pytest.mark.parametrize(
    "text",
    [
        "لم تسجل الوزارة أي إصابات.",
        "لم يُبلغ عن وقوع إصابات.",
        "لم تسفر الحملة عن سقوط ضحايا.",
        "لم يؤد الحادث إلى إصابة أحد.",
        "لم تذكر الوكالة سقوط ضحايا مدنيين.",
    ],
)
def test_nobody_was_hurt(claims, text):
    """The subject, and a preposition, stand between."""
    (claim,) = claims(text)
    assert (claim.polarity, claim.count) == (Polarity.NOT_HAPPENED, None)


@pytest.mark.parametrize(
    "text",
    [
        "لم تعلن الوزارة عدد القتلى في الغارة.",
        "لم تكشف السلطات عن هوية القتيل الذي سقط برصاص قناص.",
        "لم يتوقف الاقتتال الذي خلف عشرة قتلى.",
        "لم تسجل المديرية سوى ثلاث إصابات أمس.",
        "لم يعلن الجيش مقتل القائد الميداني.",
        "لم يسفر الإضراب عن اتفاق، لكن قتيلاً سقط في المظاهرة.",
    ],
)
def test_what_is_not_told_of_them_denies_no_harm(claims, text):
    """How many, who, no more than three, and what another clause tells."""
    assert all(claim.polarity is Polarity.HAPPENED for claim in claims(text))
    assert claims(text)


def test_the_strike_that_hurt_nobody_was(claims):
    """It is a claim of its own."""
    read = claims("لم توقع الغارة ضحايا بين المدنيين.")
    assert {each.event: each.polarity for each in read} == {
        EventType.ATTACK: Polarity.HAPPENED,
        EventType.KILLING: Polarity.NOT_HAPPENED,
    }


def test_a_strike_described_between_is_one_too(claims):
    """A relative clause stands between the verb and whom it hurt."""
    read = claims("لم تسفر الغارة التي استهدفت السوق عن أي قتلى.")
    assert [each.polarity for each in read if each.event is EventType.KILLING] == [Polarity.NOT_HAPPENED]


def test_another_clause_is_not_denied(claims):
    """A meeting without a result, and three killed."""
    (claim,) = claims("لم يسفر الاجتماع عن نتيجة وقتل ثلاثة في اشتباكات بعده.")
    assert (claim.polarity, claim.count.low) == (Polarity.HAPPENED, 3)


def test_of_two_kinds_of_harm_both_are_denied(claims):
    """Joined by و."""
    read = claims("لم يسفر الحريق عن قتلى وجرحى.")
    assert {each.polarity for each in read} == {Polarity.NOT_HAPPENED}


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("لم تسفر المحادثات عن شيء رغم مقتل 14 فلاحاً أمس.", 14),
        ("لم تؤد الوساطة إلى نتيجة بعد أسبوع من مقتل تسعة طلاب.", 9),
        ("لم يؤد اعتقال المحامي إلى شيء.", 1),
        ("لم يعلن الناطق عن أي تقدم بعد مقتل تسعة جنود.", 9),
    ],
)
def test_what_a_verb_does_not_bring_stands_behind_its_own_preposition(claims, text, low):
    """Not what happened in spite of it, before it, or what brought nothing."""
    (claim,) = claims(text)
    assert (claim.polarity, claim.count.low) == (Polarity.HAPPENED, low)


@pytest.mark.parametrize(
    "text",
    [
        "لم تذكر الوزارة إصابات الممرضين في الغارة.",
        "لم تتحدث الإذاعة عن ضحايا الغارة.",
        "لم ترد الحكومة على سقوط قتلى في المظاهرة.",
        "لم تذكر الوكالة إن كان هناك قتلى.",
        "لا يسمح الحاجز بنقل جرحى الغارة.",
        "لم تقع في البلدة مجزرة كهذه.",
    ],
)
def test_harm_left_untold_is_not_denied(claims, text):
    """Of those known, whether there were any, an answer withheld, the hurt kept from a hospital."""
    assert not [each for each in claims(text) if each.polarity is Polarity.NOT_HAPPENED]


def test_a_strike_that_hurt_nobody_was_one(claims):
    """Without an article too."""
    read = claims("لم تسفر غارة أمس عن قتلى.")
    assert {each.event: each.polarity for each in read} == {
        EventType.ATTACK: Polarity.HAPPENED,
        EventType.KILLING: Polarity.NOT_HAPPENED,
    }

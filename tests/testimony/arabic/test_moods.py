"""Whether it is said to have happened."""

import pytest

from vigil.model.claim import Polarity
from vigil.testimony.arabic.moods import mood
from vigil.testimony.arabic.triggers import triggers


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("لم يُقتل أحد", Polarity.NOT_HAPPENED),
        ("إذا قُصفت البلدة", Polarity.CONDITIONAL),
        ("سيتم إجلاء المدنيين", Polarity.PLANNED),
        ("مخاوف من مقتل المدنيين", Polarity.FEARED),
        ("نطالب بإجلاء المدنيين", Polarity.ASKED_FOR),
        ("قُتل رجلان", None),
    ],
)
def test_words_around_a_happening_put_it_in_a_mood(line, text, polarity):
    """Nothing that is planned, feared or denied passes as having happened."""
    sentence = line(text)
    assert mood(sentence, triggers(sentence)[0]).polarity is polarity


def test_what_lies_ahead_is_planned(claims):
    """Tomorrow; today is not ahead."""
    (claim,) = claims("إخراج الجرحى من حمص غداً.")
    assert (claim.polarity, claim.occurred) == (Polarity.PLANNED, "2016-12-15")
    (claim,) = claims("إخراج الجرحى من حمص اليوم.")
    assert claim.polarity is Polarity.HAPPENED


@pytest.mark.parametrize(
    "text",
    [
        "لم يكن القتلى مسلحين.",
        "ليس صحيحاً أن القتلى مسلحون.",
        "غير القتلى أصيب خمسون.",
        "لم تمر ليلة دون قصف.",
        "ما كاد يصل البيت حتى قتلوه.",
    ],
)
def test_what_the_dead_were_not_does_not_raise_them(claims, text):
    """Nor does a night without shelling that never came."""
    assert {each.polarity for each in claims(text)} == {Polarity.HAPPENED}


@pytest.mark.parametrize("text", ["كادوا يقتلونه.", "كاد القناص أن يقتلني."])
def test_what_was_nearly_done_was_not(claims, text):
    """كاد before it."""
    (claim,) = claims(text)
    assert claim.polarity is Polarity.NOT_HAPPENED

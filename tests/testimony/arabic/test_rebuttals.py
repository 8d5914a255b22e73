"""What answers a claim without telling it again."""

import pytest

from vigil.model.claim import AUTHOR, UNNAMED, Certainty, EventType, Polarity
from vigil.testimony.arabic.rebuttals import rebuttals
from vigil.testimony.arabic.speech import frames


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("اتهمت نقابة الأطباء قوات النظام بقتل الطبيب سامر في حمص، لكن الجيش نفى ذلك.", "الجيش"),
        ("اتهم ناشطون الجيش بقصف مدرسة في دوما. ونفت وزارة الدفاع هذه الاتهامات.", "وزارة الدفاع"),
        ("قال سكان إن الجنود خطفوا تسعة شبان في تعز وهو ما تنفيه السلطات.", "السلطات"),
    ],
)
def test_who_denies_that_denies_what_was_told(claims, text, who):
    """A claim of each voice, the denial without the figure."""
    told, denied = claims(text)
    assert told.polarity is Polarity.HAPPENED
    assert (denied.event, denied.polarity, denied.certainty) == (
        told.event,
        Polarity.NOT_HAPPENED,
        Certainty.DENIED,
    )
    assert (denied.chain[0].speaker, denied.count) == (who, None)


def test_what_is_denied_in_its_own_words_is_denied_once(claims):
    """No second claim comes of it."""
    (claim,) = claims("نفى الجيش أن يكون قد قصف المشفى في حلب.")
    assert claim.polarity is Polarity.NOT_HAPPENED


def test_a_denial_of_nothing_told_is_nothing(claims):
    """It points at what is in no claim of ours."""
    assert claims("نفى الوزير ذلك.") == ()


def test_the_author_calls_it_a_lie(claims):
    """What went round is only claimed, by nobody named."""
    told, denied = claims("انتشر على الفيسبوك أن سبعة أطفال خُطفوا في درعا، الخبر كذب.")
    assert (told.certainty, told.chain[0].speaker) == (Certainty.CLAIMED, UNNAMED)
    assert (denied.polarity, denied.chain[0].speaker) == (Polarity.NOT_HAPPENED, AUTHOR)


def test_a_lie_of_somebody_keeps_its_speaker(claims):
    """And a denial that stands there already is not doubled."""
    told, denied = claims("قال ناشطون إن الجيش اعتقل 20 شاباً في حمص. هالحكي مو صحيح.")
    assert (told.certainty, told.chain[0].speaker) == (Certainty.CLAIMED, "ناشطون")
    assert (denied.event, denied.count) == (EventType.ARBITRARY_DETENTION, None)


def test_who_was_said_to_be_dead_is_well(claims):
    """Said of the one of the rumour; a family that is well takes nothing back."""
    told, denied = claims("بخصوص الإشاعة عن مقتل الصحفي سامر في حلب: سامر بخير.")
    assert (told.certainty, denied.polarity) == (Certainty.CLAIMED, Polarity.NOT_HAPPENED)
    (claim,) = claims("قُتل الطبيب سامر في حلب وعائلته بخير.")
    assert claim.polarity is Polarity.HAPPENED


def test_words_that_deny_are_found(line):
    """With whoever denies."""
    sentence = line("لكن الجيش نفى ذلك")
    (found,) = rebuttals(sentence, frames(sentence, None), ())
    assert sentence.text[found.source.begin : found.source.end] == "الجيش"

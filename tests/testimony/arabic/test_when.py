"""Of the times of a sentence, that of a happening."""

from vigil.model.claim import Polarity
from vigil.testimony.arabic.triggers import triggers
from vigil.testimony.arabic.when import bounds


def test_a_clause_ends_where_another_voice_begins(line):
    """لكن and its like break a sentence, حين does not."""
    sentence = line("قُتل رجلان حين سقطت قذيفة، لكن الطبيب نجا")
    (first, *_) = triggers(sentence)
    begin, end = bounds(sentence, first)
    assert (begin, sentence.plain(end)) == (0, "لكن")


def test_a_truce_that_begins_on_an_evening_is_ahead(claims):
    """The hour stands between the verb and the day."""
    (claim,) = claims("أعلن الطرفان هدنة لثلاثة أيام تبدأ مساء السبت.")
    assert (claim.polarity, claim.occurred) == (Polarity.PLANNED, "2016-12-17")


def test_for_more_than_two_hours_is_how_long(claims):
    """Not since when."""
    (claim,) = claims("منع الجنود الإسعاف من الوصول إلى الجرحى لأكثر من ساعتين.")
    assert claim.occurred is None

"""What all that join words of happening share."""

from vigil.model.claim import Exactness, Unit
from vigil.testimony.arabic.setting import negated
from vigil.testimony.arabic.triggers import triggers
from vigil.testimony.counts.reading import read_counts


def test_a_figure_keeps_its_bound(line):
    """At least stays at least."""
    (mention,) = read_counts("12 شخصاً على الأقل", lang="ar")
    count = mention.as_count(Unit.PEOPLE)
    assert (count.low, count.high, count.exactness) == (12, None, Exactness.AT_LEAST)


def test_negation_is_seen(line):
    """Nobody was killed."""
    for text, wanted in (("لم يُقتل أحد", True), ("قُتل رجلان", False)):
        sentence = line(text)
        assert negated(sentence, triggers(sentence)[0]) is wanted

"""Words of happening joined to people and forces."""

import pytest

from vigil.model.claim import EventType
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


def test_munitions_of_two_kinds_are_two_figures(claims):
    """Missiles and drones of one salvo, both of whoever launched them."""
    read = claims("أطلقت القوات الروسية 14 صاروخاً و22 مسيّرة على خاركيف.")
    assert [(each.count.low, each.actors[0].text) for each in read] == [(14, "القوات الروسية"), (22, "القوات الروسية")]


def test_drones_shot_down_struck_nothing(claims):
    """They are counted, and yet no attack."""
    assert claims("أعلن الجيش إسقاط 20 مسيّرة.") == ()


def test_houses_and_shops_are_two_figures(claims):
    """Joined by و behind one verb."""
    read = claims("أحرق المسلحون سبعة منازل وثلاثة مراكز صحية في القرية.")
    assert [each.count.low for each in read] == [7, 3]


@pytest.mark.parametrize(
    "text",
    [
        "قالت رابطة أمهات المخطوفين إن تسعة شبان خطفتهم ميليشيا في تعز.",
        "قالت لجنة أسر المفقودين إن مسلحين خطفوا تسعة شبان.",
    ],
)
def test_the_name_of_a_speaker_tells_of_nothing(claims, text):
    """Mothers of the abducted, families of the missing."""
    (claim,) = claims(text)
    assert (claim.event, claim.count.low) == (EventType.KIDNAPPING, 9)
    assert claim.chain[0].speaker.split()[0] in {"رابطة", "لجنة"}

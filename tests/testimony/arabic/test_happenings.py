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


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("قال الطبيب إن 40 جريحاً قُتلوا داخل المستشفى.", [(EventType.KILLING, 40)]),
        ("عثر الأهالي على جثث ستة رجال أُعدموا.", [(EventType.KILLING, 6)]),
        ("قتل ثلاثة جرحى وأصيب أربعة.", [(EventType.KILLING, 3), (EventType.INJURY, 4)]),
        ("قُتل اثنان وثلاثة جرحى في القصف.", [(EventType.KILLING, 2), (EventType.INJURY, 3)]),
    ],
)
def test_the_wounded_who_die_are_told_once(claims, text, figures):
    """A verb beside them tells what befell them; joined by و they are others."""
    assert [(each.event, each.count.low) for each in claims(text)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("قال السائقون إن سبع شاحنات أوقفها مسلحون عند الجسر.", [(EventType.OBSTRUCTION, 7)]),
        ("أربعة منازل أحرقها المسلحون في القرية.", [(EventType.PROPERTY_DESTRUCTION, 4)]),
        ("ثلاث خيام احترقت في المخيم.", [(EventType.PROPERTY_DESTRUCTION, 3)]),
        ("فتاة أوقفها الحاجز أمس.", [(EventType.ARBITRARY_DETENTION, 1)]),
    ],
)
def test_a_pronoun_points_back_at_what_was_counted(claims, text, figures):
    """Lorries that are held are stopped, a girl is detained."""
    assert [(each.event, each.count.low) for each in claims(text)] == figures


def test_a_bare_figure_that_is_denied_is_taken_back(claims):
    """لا 11: the other stands."""
    read = claims("عادت البلدية لتصحح روايتها: ستة قتلى سقطوا في الغارة، لا 11.")
    assert [(each.count.low, each.certainty.value) for each in read] == [(6, "asserted"), (11, "retracted")]


def test_a_running_total_without_a_start_is_of_some_time_until_its_day(claims):
    """And so are its parts; what arrived today is none."""
    read = claims("ارتفعت حصيلة القتلى إلى 91، بينهم 17 طفلاً.")
    assert [each.occurred for each in read] == ["../2016-12-14", "../2016-12-14"]
    assert claims("وصل 18 جريحاً إلى المشفى.")[0].occurred is None


@pytest.mark.parametrize("text", ["حاول ثلاثة سجناء الفرار من السجن.", "أوقف الجندي بتهمة الفرار من الجبهة."])
def test_flight_that_is_tried_or_charged_displaces_nobody(claims, text):
    """Nobody is told to have got away."""
    assert EventType.DISPLACEMENT not in {each.event for each in claims(text)}


def test_a_school_that_a_shell_hit_is_no_teacher(claims):
    """مدرسة is both."""
    assert claims("أصابت قذيفة مدرسة في البلدة.")[0].event is EventType.ATTACK
    assert claims("أصيبت مدرسة برصاص قناص.")[0].event is EventType.INJURY


def test_in_the_middle_of_a_place_nobody_fears(claims):
    """وسط is no fear."""
    (claim,) = claims("وقع الانفجار وسط المدينة وأسفر عن مقتل شرطيين.")
    assert claim.polarity.value == "happened"

"""The words for whoever speaks."""

import pytest

from vigil.testimony.arabic.sources import is_witness, source_behind, subject_before


def test_the_speaker_behind_a_verb_ends_where_the_content_begins(line):
    """Up to "that"."""
    text = "قال مدير المشفى إن رجلين قتلا"
    span, end, unnamed = source_behind(line(text), 1)
    assert (text[span.begin : span.end], end, unnamed) == ("مدير المشفى", 3, False)


def test_the_speaker_may_stand_before_the_verb(line):
    """As in headlines."""
    text = "الوزارة قالت إن رجلين قتلا"
    _, span, _ = subject_before(line(text), 1)
    assert text[span.begin : span.end] == "الوزارة"


def test_witnesses_are_known(line):
    """By the word."""
    assert is_witness(line("شهود عيان"), 0, 2)
    assert not is_witness(line("وزارة الصحة"), 0, 2)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("أعلنت الأمم المتحدة إجلاء 140 مدنياً من حلب، وقالت إن سبعة أصيبوا.", "الأمم المتحدة"),
        ("أعلن الجيش «تحييد» أكثر من 12 مسلحاً في درعا.", "الجيش"),
        ("نزوح 300 أسرة من حماة - لجنة متابعة النزوح", "لجنة متابعة النزوح"),
        ("قُتل ستة في هجوم على قرية في حماة | مصادر محلية", "مصادر محلية"),
        ("عاجل | مقتل ستة في حماة", "AUTHOR"),
    ],
)
def test_a_source_is_whole_and_no_more(claims, text, who):
    """Before what is told, behind a dash or a bar; a heading before a bar is none."""
    assert claims(text)[0].chain[0].speaker == who


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قالت أرملته لباحثي المركز إن المخابرات اعتقلت ابنها.", "أرملته"),
        ("قال ضابط في الجيش رفض الكشف عن اسمه إن ثلاثة جنود قتلوا.", "ضابط في الجيش"),
        ("قال لاجئ سوداني يبلغ من العمر 30 عاماً إن رجلين قتلا.", "لاجئ سوداني"),
        ("بث التنظيم تسجيلاً مصوراً قال إنه يظهر إعدام أربعة جنود.", "التنظيم"),
        ("أعلنت الحكومة موافقتها على هدنة لأسبوع.", "الحكومة"),
        ("اعترف الجندي أمام المحكمة بأنه أطلق النار على شابين.", "الجندي"),
        ("تبنى الفصيل الهجوم الذي قتل فيه شرطيان.", "الفصيل"),
        ("قالت منظمة أطباء بلا حدود إن ستة قتلوا.", "منظمة أطباء بلا حدود"),
        ("قال قائد قواتها في المدينة إن جنديين قتلا.", "قائد قواتها في المدينة"),
        ("قال المتحدث باسم الوزارة للشؤون الأمنية إن ستة قتلوا.", "المتحدث باسم الوزارة للشؤون الأمنية"),
        ("عادت البلدية لتصحح روايتها: ستة قتلى سقطوا، لا 11.", "البلدية"),
    ],
)
def test_a_speaker_ends_where_what_is_said_of_or_to_them_begins(claims, text, speaker):
    """Whom they tell, what they publish, how old they are, what they own up to; a name goes on."""
    assert claims(text)[-1].chain[0].speaker == speaker


def test_who_revealed_a_message_has_it_of_whoever_sent_it(claims):
    """The paper first, then the officer."""
    (claim,) = claims("هدد قائد ميداني، في رسالة كشفت عنها الصحيفة، بقصف المطار.")
    assert [each.speaker for each in claim.chain] == ["الصحيفة", "قائد ميداني"]

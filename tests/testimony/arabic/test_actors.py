"""Forces named in a sentence."""

import pytest

from vigil.model.claim import ActorRole, EventType
from vigil.testimony.arabic.actors import force_at


@pytest.mark.parametrize(
    ("text", "name"),
    [("قوات النظام قصفت البلدة", "قوات النظام"), ("مسلحون مجهولون خطفوا رجلاً", "مسلحون مجهولون")],
)
def test_a_force_is_named_in_the_words_of_the_text(line, text, name):
    """With what tells it from others."""
    force = force_at(line(text), 0)
    assert force is not None
    assert force.actors[0].text == name


def test_a_chair_is_no_force(line):
    """Only words for forces begin one."""
    assert force_at(line("كرسي خشبي"), 0) is None


def test_who_stands_behind_a_force_is_named_apart(claims):
    """As its backer."""
    (claim,) = claims("اختطفت ميليشيا مدعومة من إيران خمسة رجال.")
    assert [each.text for each in claim.actors if each.role is ActorRole.BACKER] == ["إيران"]


def test_what_they_are_said_to_belong_to_is_hedged(claims):
    """Gunmen believed to be of a brigade."""
    (claim,) = claims("مسلحون يُعتقد أنهم من كتائب النصر خطفوا ستة عمال في تعز.")
    assert claim.event is EventType.KIDNAPPING
    assert [(each.text, each.hedged) for each in claim.actors] == [("مسلحون", True)]


def test_a_strike_comes_from_whoever_made_it(claims):
    """من before a force; before the sea it names nobody."""
    (claim,) = claims("مقتل تسعة في قصف مدفعي من قوات النظام على حمص.")
    assert [each.text for each in claim.actors] == ["قوات النظام"]
    (claim,) = claims("مقتل تسعة في قصف مدفعي من البحر على حمص.")
    assert claim.actors == ()


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("نفت الوزارة أن تكون طائراتها قد قصفت المستشفى.", ["طائراتها"]),
        ("دمرت مدفعيته عشرة منازل في البلدة.", ["مدفعيته"]),
        ("استهدف القصف طائراتها في المطار.", []),
        ("قالت عائلته إن عناصر من جهاز المخابرات اقتادوه من منزله.", ["عناصر من جهاز المخابرات"]),
        ("مسلحون يرتدون الزي العسكري خطفوا طبيبين.", ["مسلحون"]),
        ("قتل 9 أشخاص إثر إلقاء طائرات النظام براميل على السوق.", ["طائرات النظام"]),
        ("قتل جنود تشاديون برفقة مرتزقة أجانب ثلاثين قروياً.", ["جنود تشاديون", "مرتزقة أجانب"]),
        ("قتل جنود تشاديون في كمين.", []),
        ("نفى الجيش تورط أي من وحداته في قتل المدنيين.", ["وحداته"]),
        ("أخذه رجال الشرطة من مكتبه.", ["رجال الشرطة"]),
        ("أقدم مسلحون مجهولون على اغتيال مدير الناحية.", ["مسلحون مجهولون"]),
        ("تعتزم سلطات الجزيرة تنفيذ حكم الإعدام بستة رجال.", ["سلطات الجزيرة"]),
        ("قتل جنود، وفق شهود، ثلاثين مزارعاً في القرية.", ["جنود"]),
    ],
)
def test_more_ways_to_name_who_did_it(claims, text, actors):
    """Their own aircraft, men of an office, whoever threw, those beside them; not those who were struck."""
    assert [each.text for each in claims(text)[0].actors] == actors


def test_whoever_stands_by_a_force_in_a_clause_backs_it(claims):
    """Between commas."""
    (claim,) = claims("تحاصر قوات الحكومة، تؤازرها عشائر محلية، مدينة داريا.")
    assert [(each.text, each.role.value) for each in claim.actors] == [
        ("قوات الحكومة", "perpetrator"),
        ("عشائر", "backer"),
    ]


def test_blame_in_the_same_sentence_is_a_claim_of_its_own(claims):
    """Without the figure, of whoever blames."""
    read = claims("قتل ثلاثة أطفال في انفجار بالسوق أمس، وحمّلت الشرطة تنظيم الدولة المسؤولية.")
    assert [(each.chain[0].speaker, [one.text for one in each.actors], each.count is None) for each in read] == [
        ("AUTHOR", [], False),
        ("الشرطة", ["تنظيم الدولة"], True),
    ]


def test_tanks_that_were_destroyed_killed_nobody(claims):
    """Counted behind the verb before."""
    read = claims("زعمت الوزارة أنها دمرت 12 دبابة وقتلت 90 جندياً أوكرانياً.")
    assert [(each.count.low, each.actors, each.place) for each in read] == [(12, (), None), (90, (), None)]


def test_three_aircraft_that_bombed_did_it(claims):
    """Counted before the verb, and behind none."""
    assert [each.text for each in claims("ثلاث طائرات قصفت القرية.")[0].actors] == ["طائرات"]

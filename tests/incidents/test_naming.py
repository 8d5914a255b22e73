"""Names of sources and actors, in English, Arabic, and one of each."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.incidents.naming import (
    is_crowd,
    is_somebody,
    missing,
    name_keys,
    names_no_side,
    same_actor,
    same_name,
    side_by_name,
    skeleton,
    speaks_for_itself,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("OHCHR", "UN human rights office"),
        ("the United Nations", "UN human rights office"),
        ("مكتب حقوق الإنسان التابع للأمم المتحدة", "UN human rights office"),
        ("نقابة أطباء وادي السرو", "the Wadi al-Sarw doctors' syndicate"),
        ("وكالة أنباء المشرق", "Mashriq News Agency"),
        ("the local council", "Harbanah Local Council"),
        ("مجلس حربنة المحلي", "Harbanah Local Council"),
        ("وزارة الدفاع", "the Ministry of Defence"),
        ("the director of Noor Hospital", "Noor Hospital"),
        ("الدفاع المدني", "White Helmets"),
        ("تجمع ذاكرة الشمال", "Collectif Mémoire du Nord"),
        ("هيئة جسور للإغاثة", "the Jusoor relief body"),
        ("الدفاع المدني في ريف دمشق", "the Civil Defence in Rural Damascus"),
        ("لجنة المفقودين", "Comité de Desaparecidos"),
    ],
)
def test_one_source_has_many_names(one, other):
    """A shorter form, initials, a translation and a transliteration mean the same source."""
    assert same_name(name_keys(one), name_keys(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Noor Hospital", "Karam Hospital"),
        ("UN human rights office", "UN refugee agency"),
        ("وزارة الصحة", "the Ministry of Defence"),
        ("Northern Wire", "Orient Wire"),
        ("its spokesman", "Noor Hospital"),
    ],
)
def test_other_sources_stay_apart(one, other):
    """A word that two names share does not make them one."""
    assert not same_name(name_keys(one), name_keys(other))


def test_a_role_or_a_pronoun_is_nobody():
    """Whoever "it" and "its spokesman" are, they are not told by that."""
    assert not is_somebody(name_keys("it"))
    assert not is_somebody(name_keys("its spokesman"))
    assert not is_somebody(name_keys("residents"))
    assert is_crowd(name_keys("local residents"))
    assert is_somebody(name_keys("a security official"))


def test_a_mention_leaves_out_and_adds_nothing():
    """What a short form leaves out is counted; what it says beyond the name makes it another's."""
    full = name_keys("Harbanah Local Council")
    assert missing(name_keys("the council"), full) == 1
    assert missing(name_keys("the Karsha council"), full) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the army", "الجيش", True),
        ("regime jets", "the army", True),
        ("Syrian army", "Russian air force", False),
        ("pro-government forces", "the Syrian army", False),
        ("the Black Banner group", "gunmen of the Black Banner", True),
        ("rebels", "the army", False),
        ("gunmen", "the army", True),
    ],
)
def test_actors_are_the_same_or_not(one, other, same):
    """State forces are one unless two states are named; faceless attackers could be anybody."""
    assert same_actor(name_keys(one), name_keys(other)) is same
    assert same_actor(name_keys(other), name_keys(one)) is same


def test_faceless_attackers_have_no_side():
    """Warplanes and gunmen are of no side until somebody says of which."""
    assert names_no_side(name_keys("unidentified gunmen"))
    assert names_no_side(name_keys("طائرات حربية"))
    assert not names_no_side(name_keys("Russian warplanes"))
    assert names_no_side(name_keys("a security force"))
    assert names_no_side(name_keys("قوة أمنية"))
    assert not names_no_side(name_keys("the Homs Security Force"))


def test_sources_are_told_by_what_they_do():
    """A hospital counts for itself and a paper does not; an army is a party by its name."""
    assert speaks_for_itself(name_keys("Noor Hospital"))
    assert not speaks_for_itself(name_keys("Mashriq News Agency"))
    assert side_by_name(name_keys("the army")) == "state"
    assert side_by_name(name_keys("Noor Hospital")) is None


@pytest.mark.parametrize(("arabic", "latin"), [("حربنه", "harbanah"), ("كفريا", "kefraya"), ("القصير", "qusayr")])
def test_consonants_survive_transliteration(arabic, latin):
    """A name has the same consonants in both scripts."""
    assert skeleton(arabic.removeprefix("ال")) == skeleton(latin)


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text_has_keys(text):
    """Whatever stands for a name breaks nothing, and gives the same keys twice."""
    assert name_keys(text) == name_keys(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Red Crescent branch in Tarhuna", "فرع الهلال الأحمر في ترهونة"),
        ("the Red Crescent branch in Tarhuna", "فرع الهلال الأحمر في المدينة"),
        ("Yemeni Casualty Observatory", "المرصد اليمني للضحايا"),
        ("North Darfur emergency room", "غرفة طوارئ شمال دارفور"),
        ("World Food Programme", "برنامج الأغذية العالمي"),
    ],
)
def test_bodies_have_one_name_in_both_languages(one, other):
    """ "In the city" is wherever the body was said to be before."""
    assert same_name(name_keys(one), name_keys(other))


def test_the_branch_in_another_town_is_another():
    """Only a word that names no town is free."""
    assert not same_name(name_keys("the Red Crescent branch in Tarhuna"), name_keys("فرع الهلال الأحمر في مصراتة"))


@pytest.mark.parametrize("other", ["الحوثيون", "حوثي", "Houthi forces", "أنصار الله"])
def test_a_group_and_its_adjective_are_one_actor(other):
    """قصف حوثي is of الحوثيين."""
    assert same_actor(name_keys("the Houthis"), name_keys(other))


@pytest.mark.parametrize(
    ("longer", "name"),
    [
        ("the harbour council, which walked from house to house", "the harbour council"),
        ("المجلس الذي عد القبور", "المجلس"),
        ("police in Nigeria's Tarmal state", "Tarmal State Police"),
        ("إدارة المستشفى", "Noor Hospital"),
        ("the RSF", "Rapid Support Forces"),
        ("doctors at Noor Hospital", "Noor Hospital"),
        ("rescuers of the Civil Defence", "Tarmal Civil Defence"),
        ("صوت حربنة", "Voice of Harbanah"),
    ],
)
def test_what_is_said_besides_makes_nobody_else(longer, name):
    """What is told of somebody, the country they are in, who runs a house, and a name's letters."""
    assert missing(name_keys(longer), name=name_keys(name)) is not None


def test_a_country_tells_armies_apart():
    """Where another country is in the name, or nothing else is."""
    assert missing(name_keys("the Turkish army"), name=name_keys("Syrian army")) is None
    assert missing(name_keys("Nigerian police"), name=name_keys("Tarmal police")) is None


def test_doctors_of_a_network_are_no_hospital():
    """Who works in a house speaks for it; a union of such people is a body of its own."""
    assert missing(name_keys("the doctors' network"), name=name_keys("Network for Human Rights")) is None
    assert missing(name_keys("doctors at Karam Hospital"), name=name_keys("Noor Hospital")) is None


def test_a_day_is_nobody():
    """ "An article on Tuesday" names no source, nor do "three people" or what happened."""
    assert not is_somebody(name_keys("An article on Tuesday"))
    assert not is_somebody(name_keys("Three people"))
    assert not is_somebody(name_keys("The attack"))

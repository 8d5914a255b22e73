"""English posts as they are hurried off: what happened to how many, told by whom, how surely."""

from datetime import date

import pytest
from as_told import HAPPENED, as_told

from vigil.model.claim import Document
from vigil.testimony.english.reading import read_english

PUBLISHED = date(2016, 12, 14)  # a Wednesday


@pytest.fixture(scope="module")
def told(grammar, few_places):
    def read(text):
        document = Document(id="x", text=text, published_on=PUBLISHED)
        return as_told(read_english(document, parse=grammar, gazetteer=few_places).claims)

    return read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Red Cross buses were turned back at Manhush again yesterday.", [("obstruction", None, *HAPPENED)]),
        ("The convoy was forced to turn around at the last checkpoint.", [("obstruction", None, *HAPPENED)]),
        ("40 buses left eastern Ghouta yesterday.", [("evacuation", 40, *HAPPENED)]),
        ("They took sixty kids from the home and none came back.", [("kidnapping", 60, *HAPPENED)]),
        ("5 passengers taken off a minibus at gunpoint yesterday.", [("kidnapping", 5, *HAPPENED)]),
        ("Dr Sami Haddad, the last surgeon in our part of Taiz, has been held by the Houthis since May.",
         [("kidnapping", 1, *HAPPENED)]),
        ("My brother was taken from his shop on 3 March by Military Intelligence.",
         [("arbitrary_detention", 1, *HAPPENED)]),
        ("Gunmen carried away 20 students this morning.", [("kidnapping", 20, *HAPPENED)]),
        ("Neighbours found a pit behind the school with 13 bodies in it.", [("killing", 13, *HAPPENED)]),
        ("Our team entered 31 bodies in the morgue register.", [("killing", 31, *HAPPENED)]),
        ("A woman and her four sons, all dead.", [("killing", 1, *HAPPENED), ("killing", 4, *HAPPENED)]),
        ("15 shells on the camp, 4 killed, 30 wounded.", [("killing", 4, *HAPPENED), ("injury", 30, *HAPPENED)]),
        ("The toll stands at 41 killed.", [("killing", 41, *HAPPENED)]),
    ],
)  # fmt: skip
def test_what_happened(told, text, found):
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The health ministry's toll now stands at 41 killed.",
         [("killing", 41, "happened", "asserted", "The health ministry")]),
        ("What the hospital confirms: 23 bodies received since Sunday.",
         [("killing", 23, "happened", "confirmed", "the hospital")]),
        ("As all of Goma knows, the army looted the depots.", [("property_destruction", None, *HAPPENED)]),
        ("Gunmen took 60 people from a school, the vice-principal, Sanusi Danka, told Savannah Wire by phone.",
         [("kidnapping", 60, "happened", "asserted", "the vice-principal")]),
        ("Strikes killed 31 people, the aid group Sahel Medical Aid has confirmed.",
         [("killing", 31, "happened", "confirmed", "the aid group Sahel Medical Aid")]),
        ("Doctors say two boys stepped on a mine. One died on the way.",
         [("attack", 2, "happened", "asserted", "Doctors"), ("killing", 1, "happened", "asserted", "Doctors")]),
        ("The story going round that 100 men were executed in Mazraa is NOT confirmed by anyone.",
         [("killing", 100, "happened", "unverified", "UNNAMED")]),
        ("Our forces did not shell the camp.", [("attack", None, "not_happened", "denied", "AUTHOR")]),
        ("The army says there was no strike on Rafah.", [("attack", None, "not_happened", "denied", "The army")]),
        ("Soldiers say rebels torched 27 houses. LIES.",
         [("property_destruction", 27, "happened", "claimed", "Soldiers"),
          ("property_destruction", None, "not_happened", "denied", "AUTHOR")]),
        ("Nine died in the shelling, the committee said. It has one doctor left. Its account could not be verified.",
         [("killing", 9, "happened", "unverified", "AUTHOR > the committee")]),
    ],
)  # fmt: skip
def test_who_says_so_and_how_surely(told, text, found):
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A convoy was refused entry to Daraya on Tuesday.", [("obstruction", None, *HAPPENED)]),
        ("Soldiers detained five men and beat them.",
         [("arbitrary_detention", 5, *HAPPENED), ("torture", 5, *HAPPENED)]),
        ("The army told residents of 23 villages to leave at once.",
         [("evacuation", 23, "asked_for", "asserted", "The army")]),
        ("The army ordered all civilians in Rafah to evacuate.",
         [("evacuation", None, "asked_for", "asserted", "The army")]),
        ("The doctors' committee raised its count of those killed at the sit-in from 13 to 35.",
         [("killing", 13, "happened", "retracted", "The doctors' committee"),
          ("killing", 35, "happened", "asserted", "The doctors' committee")]),
        ("Two residents said a shell wounded a boy; a police officer said nobody was hurt.",
         [("injury", 1, "happened", "asserted", "Two residents"),
          ("injury", None, "not_happened", "denied", "a police officer")]),
        ("The army said zero civilians died; a herder told investigators that 17 people were killed.",
         [("killing", None, "not_happened", "denied", "The army"),
          ("killing", 17, "happened", "asserted", "a herder")]),
        ("The army said it had struck a shaft and was looking into a report by medics that a mother was killed.",
         [("attack", None, "happened", "asserted", "The army"),
          ("killing", 1, "happened", "reported", "The army > medics")]),
        ("The workshop will train 30 magistrates to investigate torture and enforced disappearance.", []),
        ("A committee will report on the killing of civilians in Masyaf.", [("killing", None, *HAPPENED)]),
        ("The government will investigate the killing of four students.", [("killing", 4, *HAPPENED)]),
    ],
)  # fmt: skip
def test_sentences_of_news_and_reports(told, text, found):
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Was that a strike or just thunder? Anyone hurt?",
        "Prices are shelling us from every side and my salary was killed instantly.",
        "City held hostage, three thousand cops buried alive under the streets. 8/10, would be besieged again",
        "We're hiring! 5 years working with survivors of abduction and displacement.",
    ],
)
def test_what_only_sounds_alike(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("8/10 of the houses burned, and twelve people were killed.", "killing"),
        ("Rising prices and hunger: 12 people were killed in the bread queue.", "killing"),
        ("Was anyone arrested? Soldiers killed nine men.", "killing"),
        ("3/10 Twelve civilians were killed in the market.", "killing"),
        ("Twelve civilians were killed in the market (3/10)", "killing"),
        ("3/10 A strike on a pizza place killed four.", "killing"),
        ("On 3/10 soldiers shot dead nine people.", "killing"),
        ("We're hiring drivers after two of ours were killed yesterday.", "killing"),
        ("Anyone hurt in the strike that killed six?", "killing"),
    ],
)
def test_and_what_is_meant_stays(told, text, found):
    """What is like a rating, the third of ten posts, a word for prices and a question hide no harm beside them."""
    assert found in {each[0] for each in told(text)}


def test_whose_shells_killed_stands_once(grammar, few_places):
    document = Document(id="x", text="Residents say 12 were killed by army shells.", published_on=PUBLISHED)
    (claim,) = read_english(document, parse=grammar, gazetteer=few_places).claims
    assert [actor.text for actor in claim.actors] == ["army"]


def parts(grammar, few_places, text):
    document = Document(id="x", text=text, published_on=PUBLISHED)
    found = read_english(document, parse=grammar, gazetteer=few_places).claims
    return [(each.count.low, each.subset_of) for each in found if each.count is not None]


def test_some_of_the_dead_are_among_them(grammar, few_places):
    """Of the killed, where the wounded stand between; and the day's figure in the total that it brings up."""
    text = "12 killed and 40 wounded in the market, a medic says. 5 of the dead are children."
    assert parts(grammar, few_places, text) == [(12, None), (5, 0), (40, None)]
    text = "12 killed today. That brings the total to 340 killed since January."
    assert parts(grammar, few_places, text) == [(12, 1), (340, None)]
    assert parts(grammar, few_places, "Four of those injured in the market died.") == [(4, None)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Still here in Mariupol. No water. They beat my son with a chair leg.", "Mariupol"),
        ("They beat my son with a chair leg. Nobody writes it. Mariupol, 13.08", "Mariupol"),
    ],
)
def test_where_the_author_writes_from(text, place):
    """In a short post, where nothing else says where it was."""
    from vigil import bootstrap

    (claim,) = bootstrap.claim_reader()(Document(id="x", text=text, published_on=PUBLISHED)).claims
    assert claim.place is not None
    assert claim.place.text == place

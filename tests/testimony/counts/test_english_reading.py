"""Numbers in made-up English sentences: what each is, and how it is bounded."""

import pytest

from vigil.model.claim import Exactness, Unit
from vigil.testimony.counts.mention import CountMention, Kind
from vigil.testimony.counts.reading import read_counts

EXACT, AT_LEAST, MORE, UP_TO, ABOUT, VAGUE = (
    Exactness.EXACT,
    Exactness.AT_LEAST,
    Exactness.MORE_THAN,
    Exactness.UP_TO,
    Exactness.ABOUT,
    Exactness.VAGUE,
)


def _counts(text: str, *, singles: bool = False) -> list[CountMention]:
    return [
        mention
        for mention in read_counts(text, lang="en")
        if mention.kind is Kind.COUNT and (singles or not mention.single)
    ]


@pytest.mark.parametrize(
    ("text", "low", "high", "exactness"),
    [
        ("12 people were killed", 12, 12, EXACT),
        ("٣٥ people were killed", 35, 35, EXACT),
        ("۳۵ people were killed", 35, 35, EXACT),
        ("1,200 people fled", 1200, 1200, EXACT),
        ("1\u202f200 people fled", 1200, 1200, EXACT),
        ("15 000 people fled", 15_000, 15_000, EXACT),
        ("12,500 people fled", 12500, 12500, EXACT),
        ("1.2 thousand people fled", 1200, 1200, EXACT),
        ("2 million people fled", 2_000_000, 2_000_000, EXACT),
        ("some 5k people fled", 5000, 5000, ABOUT),
        ("three people were killed", 3, 3, EXACT),
        ("Twenty-one houses burned", 21, 21, EXACT),
        ("twenty one houses burned", 21, 21, EXACT),
        ("two hundred and five tents burned", 205, 205, EXACT),
        ("two hundred five tents burned", 205, 205, EXACT),
        ("one thousand two hundred families left", 1200, 1200, EXACT),
        ("three hundred thousand people", 300_000, 300_000, EXACT),
        ("two thousand and twelve men were held", 2012, 2012, EXACT),
        ("a hundred men were held", 100, 100, EXACT),
        ("a dozen men were held", 12, 12, EXACT),
        ("two dozen men were held", 24, 24, EXACT),
        ("half a dozen men were held", 6, 6, EXACT),
        ("zero people were killed", 0, 0, EXACT),
        ("One woman was killed", 1, 1, EXACT),
        ("both brothers were killed", 2, 2, EXACT),
        ("a couple and their cat were found dead", 2, 2, EXACT),
        ("twin bombings shook the market", 2, 2, EXACT),
        ("Twins were born in the cellar", 2, 2, EXACT),
        ("a family of five died", 5, 5, EXACT),
        ("a group of 7 was taken away", 7, 7, EXACT),
        ("exactly 12 people died", 12, 12, EXACT),
        ("at least 12 people died", 12, None, AT_LEAST),
        ("At least twelve people died", 12, None, AT_LEAST),
        ("no fewer than 12 people died", 12, None, AT_LEAST),
        ("not less than 12 people died", 12, None, AT_LEAST),
        ("a minimum of 12 people died", 12, None, AT_LEAST),
        ("12 people at least died", 12, None, AT_LEAST),
        ("12 or more people died", 12, None, AT_LEAST),
        ("12+ people died", 12, None, AT_LEAST),
        ("at least another 12 people died", 12, None, AT_LEAST),
        ("at least a dozen people died", 12, None, AT_LEAST),
        ("at least one person died", 1, None, AT_LEAST),
        ("at least about 30 people died", 30, None, AT_LEAST),
        ("more than 50 people died", 50, None, MORE),
        ("over 50 people died", 50, None, MORE),
        ("well over fifty people died", 50, None, MORE),
        ("upwards of 50 people died", 50, None, MORE),
        ("in excess of 50 people died", 50, None, MORE),
        (">50 people died", 50, None, MORE),
        ("more than a hundred people died", 100, None, MORE),
        ("up to 40 people died", None, 40, UP_TO),
        ("as many as 40 people died", None, 40, UP_TO),
        ("no more than 40 people died", None, 40, UP_TO),
        ("fewer than 40 people died", None, 40, UP_TO),
        ("under 40 people died", None, 40, UP_TO),
        ("a maximum of 40 people died", None, 40, UP_TO),
        ("40 people at most died", None, 40, UP_TO),
        ("about 300 people died", 300, 300, ABOUT),
        ("some 300 people died", 300, 300, ABOUT),
        ("around 300 people died", 300, 300, ABOUT),
        ("roughly 300 people died", 300, 300, ABOUT),
        ("nearly 300 people died", 300, 300, ABOUT),
        ("close to 300 people died", 300, 300, ABOUT),
        ("just under 300 people died", 300, 300, ABOUT),
        ("an estimated 300 people died", 300, 300, ABOUT),
        ("approximately 300 people died", 300, 300, ABOUT),
        ("~300 people died", 300, 300, ABOUT),
        ("300-odd people died", 300, 300, ABOUT),
        ("300 or so people died", 300, 300, ABOUT),
        ("a dozen or so people died", 12, 12, ABOUT),
        ("12 to 15 people died", 12, 15, ABOUT),
        ("12-15 people died", 12, 15, ABOUT),
        ("12–15 people died", 12, 15, ABOUT),
        ("between 12 and 15 people died", 12, 15, ABOUT),
        ("between twelve and fifteen people died", 12, 15, ABOUT),
        ("from 12 to 15 people died", 12, 15, ABOUT),
        ("two or three people died", 2, 3, ABOUT),
        ("dozens of people died", None, None, VAGUE),
        ("scores were wounded", None, None, VAGUE),
        ("hundreds of families fled", None, None, VAGUE),
        ("tens of thousands fled", None, None, VAGUE),
        ("several people died", None, None, VAGUE),
        ("a number of people died", None, None, VAGUE),
        ("a handful of men escaped", None, None, VAGUE),
        ("a couple of shells landed", None, None, VAGUE),
        ("a few people died", None, None, VAGUE),
        ("many civilians died", None, None, VAGUE),
        ("some civilians died", None, None, VAGUE),
        ("most of them died", None, None, VAGUE),
        ("several dozen people died", None, None, VAGUE),
        ("a few hundred people died", None, None, VAGUE),
        ("at least dozens of people died", None, None, VAGUE),
    ],
)
def test_a_figure_is_bounded_as_its_words_bound_it(text, low, high, exactness):
    """Exact, at least, more than, up to, about, vague: the number as written, and None where there is none."""
    found = _counts(text)
    if exactness is None:
        assert found
        return
    assert [(mention.low, mention.high, mention.exactness) for mention in found] == [(low, high, exactness)]


@pytest.mark.parametrize(
    ("text", "unit", "word"),
    [
        ("12 civilians died", Unit.PEOPLE, "civilians"),
        ("12 young Syrian men died", Unit.PEOPLE, "men"),
        ("12 members of the family died", Unit.PEOPLE, "members"),
        ("12 rescue workers died", Unit.PEOPLE, "workers"),
        ("12 family members died", Unit.PEOPLE, "members"),
        ("12 wounded civilians were carried out", Unit.PEOPLE, "civilians"),
        ("12 dead and nobody to bury them", Unit.PEOPLE, "dead"),
        ("12 others were hurt", Unit.PEOPLE, "others"),
        ("12 were killed", Unit.PEOPLE, None),
        ("12 have been wounded", Unit.PEOPLE, None),
        ("shelling killed 12", Unit.PEOPLE, None),
        ("three of the wounded died", Unit.PEOPLE, "wounded"),
        ("three of her children died", Unit.PEOPLE, "children"),
        ("dozens of civilians died", Unit.PEOPLE, "civilians"),
        ("12 school children died", Unit.PEOPLE, "children"),
        ("12 families fled", Unit.FAMILIES, "families"),
        ("12 households fled", Unit.FAMILIES, "households"),
        ("12 green buses waited", Unit.VEHICLES, "buses"),
        ("two ambulances were hit", Unit.VEHICLES, "ambulances"),
        ("12 homes were flattened", Unit.BUILDINGS, "homes"),
        ("two residential buildings collapsed", Unit.BUILDINGS, "buildings"),
        ("four field hospitals closed", Unit.BUILDINGS, "hospitals"),
        ("12 air strikes in one hour", Unit.ATTACKS, "strikes"),
        ("12 airstrikes", Unit.ATTACKS, "airstrikes"),
        ("two car bombings", Unit.ATTACKS, "bombings"),
        ("12 barrel bombs fell", Unit.MUNITIONS, "bombs"),
        ("40 rockets fell", Unit.MUNITIONS, "rockets"),
        ("40 mortar shells fell", Unit.MUNITIONS, "shells"),
        ("12 sources said so", None, "sources"),
        ("12 villages were emptied", None, "villages"),
        ("it stands at 12", None, None),
    ],
)
def test_the_noun_says_what_is_counted(text, unit, word):
    """The head of the counted noun decides, not the words that describe it."""
    first = _counts(text)[0]
    assert first.unit is unit
    assert (None if first.unit_word is None else text[slice(*first.unit_word)]) == word


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on 12 December", Kind.DATE),
        ("on 12 December 2016", Kind.DATE),
        ("on December 12, 2016", Kind.DATE),
        ("on the 12th of December", Kind.DATE),
        ("on 12-14 December", Kind.DATE),
        ("on 2016-12-13", Kind.DATE),
        ("on 13/12/2016", Kind.DATE),
        ("on 13.12.16", Kind.DATE),
        ("in 2016", Kind.DATE),
        ("in December 2016", Kind.DATE),
        ("the war of 2011", Kind.DATE),
        ("in the 1990s", Kind.DATE),
        ("the 2014-2015 siege", Kind.DATE),
        ("at 14:30", Kind.TIME),
        ("at 5 pm", Kind.TIME),
        ("at 5:30 p.m.", Kind.TIME),
        ("at 3 o'clock", Kind.TIME),
        ("at 0600 hours", Kind.TIME),
        ("a boy aged 12", Kind.AGE),
        ("a boy, age 12", Kind.AGE),
        ("12 years old", Kind.AGE),
        ("a 12-year-old boy", Kind.AGE),
        ("a twelve-year-old boy", Kind.AGE),
        ("a 7-month-old", Kind.AGE),
        ("Samira, 12, was there", Kind.AGE),
        ("Samira (12) was there", Kind.AGE),
        ("for 12 days", Kind.DURATION),
        ("after three consecutive nights", Kind.DURATION),
        ("a 12-hour truce", Kind.DURATION),
        ("a five day siege", Kind.DURATION),
        ("within 48 hours", Kind.DURATION),
        ("between 5 and 6 hours", Kind.DURATION),
        ("12 km to the north", Kind.DISTANCE),
        ("12 miles away", Kind.DISTANCE),
        ("a 10-metre crater", Kind.DISTANCE),
        ("12 square kilometres", Kind.DISTANCE),
        ("12 tonnes of flour", Kind.MEASURE),
        ("$3,000", Kind.SUM),
        ("3,000 dollars", Kind.SUM),
        ("1.5 million dollars", Kind.SUM),
        ("€20", Kind.SUM),
        ("12 Syrian pounds", Kind.SUM),
        ("a 120mm mortar", Kind.CALIBRE),
        ("a 7.62x39mm round", Kind.CALIBRE),
        ("a 120 mm gun", Kind.CALIBRE),
        ("12%", Kind.PERCENTAGE),
        ("12 percent of homes", Kind.PERCENTAGE),
        ("12 per cent of homes", Kind.PERCENTAGE),
        ("10-20% of homes", Kind.PERCENTAGE),
        ("12 strikes a day", Kind.RATE),
        ("100 shells per hour", Kind.RATE),
        ("12 barrel bombs every day", Kind.RATE),
        ("12 Mulberry Street", Kind.ADDRESS),
        ("house 12", Kind.ADDRESS),
        ("Checkpoint 52", Kind.ADDRESS),
        ("the third strike", Kind.ORDINAL),
        ("the 12th strike", Kind.ORDINAL),
        ("Resolution 2254", Kind.IDENTIFIER),
        ("Article 9", Kind.IDENTIFIER),
        ("the M5 road", Kind.IDENTIFIER),
        ("a Mi-8 helicopter", Kind.IDENTIFIER),
        ("an Su-24", Kind.IDENTIFIER),
        ("Brigade 105", Kind.IDENTIFIER),
        ("Unit 8", Kind.IDENTIFIER),
        ("version 2.1", Kind.IDENTIFIER),
        ("No. 12", Kind.IDENTIFIER),
        ("call +963 11 222 3344", Kind.IDENTIFIER),
        ("Covid-19", Kind.IDENTIFIER),
        ("Phase 2", Kind.IDENTIFIER),
        ("at 36.2021, 37.1343", Kind.COORDINATE),
        ("36°12'N", Kind.COORDINATE),
        ("they won 3-1", Kind.SCORE),
        ("1. The first thing", Kind.LISTING),
        ("2/5 more to follow", Kind.LISTING),
        ("1️⃣ the first thing", Kind.LISTING),
        ("36.5 of them", Kind.OTHER),
    ],
)
def test_what_is_no_count_is_called_what_it_is(text, kind):
    """Dates, hours, ages, distances, sums, calibres, rates, addresses, names of things: each is kept from the
    counts."""
    found = read_counts(text, lang="en")
    assert kind in {mention.kind for mention in found}
    assert not [mention for mention in found if mention.kind is Kind.COUNT and not mention.single]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("12 killed and 30 others wounded on 5 May 2016 at 10:30", [12, 30]),
        ("In 2016, 2,016 people died in 3 villages", [2016, 3]),
        ("aged 5, 7 and 12, the three brothers died", [3]),
        ("8- and 9-year-old girls", []),
        ("12 and 14 kilometres away", []),
        ("children between 5 and 12 years old", []),
        ("two boys aged between 5 and 12", [2]),
        ("a 45-year-old man and his two sons, 8 and 11", [2]),
        ("two 120mm shells hit house 12", [2]),
        ("No one was killed", []),
        ("one day later nobody came", []),
        ("see https://example.org/a/123 @user77 #day45", []),
        ("On day 12 of the siege 4 children died", [4]),
        ("the 4th Division shelled 3 districts", [3]),
        ("Security Council Resolution 2254 was backed by 15 states", [15]),
        ("12 people died: 3 women, 4 children and 5 men", [12, 3, 4, 5]),
        ("hundreds and 12 more", [12]),
        ("Over the past two weeks 12 people died", [12]),
        ("fire over 12 hours", []),
        ("three times in two days", [3]),
        ("Not one person was left", []),
        ("10 million dollars for 3,000 families", [3000]),
        ("5 to 6 shells a minute hit 4 homes", [4]),
        ("the UN's 15-member council", []),
    ],
)
def test_only_counts_count(text, counts):
    """In one sentence counts are told from what is not one."""
    assert [mention.low for mention in _counts(text) if mention.low is not None] == counts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("82 civilians, including 11 women and 13 children, died", [None, "including", "including"]),
        ("82 civilians, among them 11 women", [None, "among them"]),
        ("82 civilians, of whom 11 were women", [None, "of whom"]),
        ("82 civilians, 11 of whom were women", [None, "of whom"]),
        ("82 civilians, 11 of them women", [None, "of them"]),
        ("82 civilians (11 women, 13 children) died", [None, "(", "("]),
        ("82 civilians died. 11 women were hurt", [None, None]),
        ("22 people, half of them women", [None, "of them"]),
    ],
)
def test_a_part_knows_the_words_that_make_it_one(text, parts):
    """What stands among a figure is never to be added to it."""
    assert [None if mention.part_of is None else text[slice(*mention.part_of)] for mention in _counts(text)] == parts


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("Since March, 300 people have been killed", [True]),
        ("300 people have been killed since March", [True]),
        ("300 people have been killed since 2011", [True]),
        ("12 people died today, bringing the death toll to 412", [False, True]),
        ("12 people died, bringing to 412 the number of dead", [False, True]),
        ("12 people have died so far", [True]),
        ("412 people have died to date", [True]),
        ("12 people died because since he left nobody came", [False]),
        ("12 people died in the strike", [False]),
        ("300 people were killed since March, 12 of them on Friday", [True, False]),
    ],
)
def test_a_running_total_is_marked(text, running):
    """What was counted over time is told from what one event cost."""
    assert [mention.cumulative for mention in _counts(text)] == running


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A teacher was killed", ["A teacher"]),
        ("her brother was killed", ["her brother"]),
        ("an elderly man and a girl", ["an elderly man", "a girl"]),
        ("the journalist's mother", ["the journalist's mother"]),
        ("the boy died", ["the boy"]),
        ("a school bus", ["a school bus"]),
        ("a strike on a hospital", ["a hospital"]),
        ("her hopes, his car", []),
        ("the other side", []),
        ("no teacher came", []),
    ],
)
def test_one_person_needs_no_number(text, words):
    """A teacher, her brother: one, exactly, and marked as said without a number."""
    found = [mention for mention in _counts(text, singles=True) if mention.single]
    assert [text[slice(*mention.span)] for mention in found] == words
    assert all((mention.low, mention.high) == (1, 1) for mention in found)


def test_a_share_keeps_what_it_is_a_share_of_open():
    """Half of them is no number: what it comes to is worked out by whoever knows of whom."""
    mention = _counts("half of them were children")[0]
    assert (mention.share, mention.low, mention.high) == (0.5, None, None)


def test_others_are_told_from_the_first():
    """Another 12, 12 more, 12 others."""
    assert all(_counts(text)[0].further for text in ("another 12 people died", "12 more people died", "12 others died"))

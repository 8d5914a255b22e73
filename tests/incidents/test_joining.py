"""Claims to groups that speak of one event."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_claims import claim_of, made, told
from told_stories import NAMES, story

from vigil.incidents import blocking
from vigil.incidents.footprints import footprints
from vigil.incidents.joining import groups_of, join, sentence
from vigil.model.claim import Certainty, ClaimedPlace, EventType, Polarity, Span, VictimKind


def groups(claims):
    return {frozenset(each) for each in groups_of(join(claims))}


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=25)  # a whole story each
@given(data=st.data())
def test_the_order_of_input_makes_no_difference(name, data):
    """Documents shuffled are joined, explained and numbered alike."""
    told = story(name)
    names = data.draw(st.permutations([each.id for each in told.publications]))
    shuffled = [each for wanted in names for each in told.claims if each.publication.id == wanted]
    assert join(shuffled) == join(told.claims)


@pytest.mark.parametrize("name", NAMES)
def test_stories_are_joined_as_a_reader_joins_them(name):
    """All documents of an incident are in one group; another event of the same day is in none of theirs."""
    told = story(name)
    found = join(told.claims)
    of = {stated.publication.id: group for stated, group in zip(found.claims, found.groups, strict=True)}
    apart = set(told.gold.get("other", ())) | set(told.gold.get("loose", ()))
    assert len({group for document, group in of.items() if document not in apart}) == 1
    for document in told.gold.get("other", ()):
        assert list(of.values()).count(of[document]) == 1


def test_days_do_not_grow_into_a_month():
    """Of strikes on one town day after day, no group holds days that are more than one apart."""
    claims = [made(f"d{day}", day=f"2019-07-{day:02}", hours=24 * (day - 18), number=9) for day in range(1, 30)]
    found = join(claims).groups
    assert max(found.count(group) for group in found) <= 2


def test_a_threat_is_not_what_happened():
    """What was threatened stands apart from what was done."""
    assert len(groups([made("a"), made("b", polarity=Polarity.THREATENED)])) == 2


def test_every_claim_says_why_it_is_there():
    """The first begins its group; each other names a claim of it and says what they have in common."""
    claims = [made("a"), made("b", source="Council", number=82), made("c", source="Wire", number=82, hours=3)]
    first, *others = join(claims).joined
    assert first.to is None
    assert all(each.to is not None and "the same place" in each.why and 0.5 <= each.score <= 1 for each in others)


def test_what_differs_is_said_too():
    """A sentence about two claims tells what speaks against them."""
    rows = footprints([made("a"), made("b", number=400, place="Karsha")])
    assert "places not known to be one" in sentence(rows, 0, 1)
    assert "other figures" in sentence(rows, 0, 1)


def test_a_search_finds_what_comparing_all_finds(monkeypatch):
    """On a small war both ways give the same groups."""
    rng = np.random.default_rng(4)
    claims = [
        made(
            f"d{n}",
            source=f"S{rng.integers(9)}",
            place=("Harbanah", "Karsha", "Salma", "Tarmal")[rng.integers(4)],
            day=f"2019-{rng.integers(1, 13):02}-{rng.integers(1, 28):02}",
            number=(None, 3, 7, 12, 82)[rng.integers(5)],
        )
        for n in range(150)
    ]
    whole = groups(claims)
    monkeypatch.setattr(blocking, "FEW", 0)
    assert groups(claims) == whole


def test_nothing_joins_nothing():
    """No claims are no groups, and one is one."""
    assert join([]).groups == ()
    assert groups([made()]) == {frozenset({made().id})}


def at_place(name, lat, lon):
    return ClaimedPlace(text=name, span=Span(0, 1), city=name, lat=lat, lon=lon, precision="city")


def test_one_document_that_names_two_towns_tells_of_two_events():
    """Shells on Salma, and word of what fell on Tarmal, two hours' walk away."""
    salma, tarmal = at_place("Salma", 33.0, 36.0), at_place("Tarmal", 33.27, 36.0)
    passing = claim_of(event=EventType.ATTACK, number=None, place=tarmal)
    both = told([claim_of(number=11, place=salma), passing], "b", source="Wire", hours=20)
    market = told([claim_of(number=23, place=tarmal)], "a", source="Gazette")[0]
    assert groups([market, *both]) == {frozenset({market.id, both[1].id}), frozenset({both[0].id})}


def test_two_tolls_in_one_document_are_two_events_and_a_quarter_is_in_its_town():
    """ "12 killed in Salma, 5 in Tarmal", of places no gazetteer knows; "12 killed in Sur, 30 hurt in Salma" is one."""

    def both(second, place, event=EventType.KILLING):
        first = ClaimedPlace(text="Salma", span=Span(0, 1))
        other = claim_of(number=second, event=event, place=ClaimedPlace(text=place, span=Span(0, 1)))
        return told([claim_of(number=12, place=first), other], text="of both")

    assert len(groups(both(5, "Tarmal"))) == 2
    assert len(groups(both(30, "Tarmal", EventType.INJURY))) == 1


def test_two_places_and_two_days_in_one_document_are_two_events():
    """ "12 killed in Salma on Tuesday; the march in Tarmal on Wednesday", of places no gazetteer knows."""
    salma, tarmal = (ClaimedPlace(text=name, span=Span(0, 1)) for name in ("Salma", "Tarmal"))

    def both(day):
        other = claim_of(number=None, event=EventType.ATTACK, place=tarmal, day=day)
        return told([claim_of(place=salma, day="2019-07-17"), other], text="of both")

    assert len(groups(both("2019-07-17"))) == 1
    assert len(groups(both("2019-07-18"))) == 2


def test_a_common_word_is_no_place_that_a_text_names_in_passing():
    """ "A march" in one town, and "killed in a march" in another's report."""
    march = made("a", place="a march", number=2)
    other = made("b", source="Gazette", place="Tarmal", number=7, text="Seven were killed in a march in Tarmal.")
    assert len(groups([march, other])) == 2


def test_soldiers_are_not_the_people_who_were_killed_near_them():
    """Three soldiers and nine civilians of one town and day are two events; of one figure they may be one."""
    town = {"place": "حي السور", "text": "في حربنة"}
    people = [made(name, victims=[VictimKind.CIVILIANS], number=9, source=name, **town) for name in ("a", "b")]

    def soldiers(number):
        fallen = [VictimKind.COMBATANTS]
        return made("c", source="c", number=number, victims=fallen, hours=4, place="حربنة", text="في حربنة")

    assert len(groups([*people, soldiers(3)])) == 2
    assert len(groups([*people, soldiers(9)])) == 1


def test_a_denial_is_of_what_it_has_something_in_common_with():
    """Who denies a deed without a place answers who accuses them, and not whatever else was told that day."""
    denial = {"certainty": Certainty.DENIED, "polarity": Polarity.NOT_HAPPENED, "number": None, "place": None}
    bombed = made("a", actors=[("the Plains Brigade", False)])
    shelled = made("b", source="Paper", place="Tarmal", number=4)
    denied = made("c", source="Plains Brigade", hours=9, actors=[("the Plains Brigade", False)], **denial)
    assert frozenset({bombed.id, denied.id}) in groups([bombed, shelled, denied])
    assert frozenset({shelled.id}) in groups([shelled, denied])


def test_two_strikes_on_one_town_on_different_days_stay_two():
    """However many tell of each, and also where one tells of both."""
    first = [made(f"a{n}", source=f"S{n}", day="2019-07-16", hours=-40 + n, number=9) for n in range(3)]
    second = [made(f"b{n}", source=f"S{n}", hours=n, number=14) for n in range(3)]
    both = told([claim_of(number=14, day="2019-07-18"), claim_of(number=9, day="2019-07-16")], "c", hours=9)
    found = groups([*first, *second, *both])
    assert found == {
        frozenset({*(each.id for each in first), both[1].id}),
        frozenset({*(each.id for each in second), both[0].id}),
    }


def test_a_region_is_too_wide_to_make_one_event_of_two_figures():
    """Eleven killed in a town on the day on which another paper has 31 killed in its province."""
    town = made("a", number=11, place="Salma", region="Northland")
    wide = made("b", source="Gazette", number=31, place="Northland", region="Northland", hours=3)
    assert len(groups([town, wide])) == 2
    assert len(groups([town, made("c", source="Gazette", number=11, place="Northland", region="Northland")])) == 1


def test_a_councils_own_town_is_where_it_counts():
    """An update that speaks of "the market" is of the town whose council it is; one of a paper may be of any."""
    market = made("a", place="Salma", number=23, source="Wire")

    def update(source):
        return made("b", source=source, place="the market", number=27, hours=40)

    assert len(groups([market, update("Salma Council")])) == 1
    assert len(groups([market, update("Salma Gazette")])) == 2


def test_whoever_is_said_to_have_made_people_flee_denies_the_attack():
    """A brigade that "shelled no village" answers who says that its shelling drove 270 families out; no other does."""
    denial = {
        "certainty": Certainty.DENIED,
        "polarity": Polarity.NOT_HAPPENED,
        "number": None,
        "place": None,
        "day": None,
    }
    moved = {"event": EventType.DISPLACEMENT, "number": 320, "cumulative": True}
    fled = made("a", source="Noon TV", actors=[("the Ridge Brigades", False)], **moved)

    def answer(name):
        return made("b", source=name, speakers=(name,), event=EventType.ATTACK, hours=20, **denial)

    assert len(groups([fled, answer("Ridge Brigades")])) == 1
    assert len(groups([fled, answer("Harbour Militia")])) == 2

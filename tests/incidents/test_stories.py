"""Whole stories, followed to the last word: origins, who had it from whom, what changed, what must not be said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told_stories import NAMES, publication, story

from vigil.incidents.stating import state
from vigil.incidents.weighing import weigh
from vigil.model.claim import Reading
from vigil.model.incident import AddsNothing, Flag, Grade


def main_incident(told):
    return max(weigh(told.claims), key=lambda each: len(each.retellings))


@pytest.mark.parametrize("name", NAMES)
def test_origins_are_those_a_careful_reader_counts(name):
    """Whoever quotes, translates, copies, denies or mourns adds no source."""
    told = story(name)
    found = main_incident(told)
    wanted = {frozenset(each["documents"]): each["source"] for each in told.gold["origins"]}
    loose = set(told.gold.get("loose", ()))  # documents that may be taken to be of it or not
    assert {frozenset(each.documents) - loose for each in found.origins} == set(wanted)
    for each in found.origins:
        assert each.source in wanted[frozenset(each.documents) - loose]


@pytest.mark.parametrize("name", NAMES)
def test_each_repetition_is_held_against_what_it_repeats(name):
    """The parent is one that a careful reader accepts, and the flags are those they see."""
    told = story(name)
    found = main_incident(told)
    hops = {each.document: each for each in found.hops}
    for document, flags in told.gold["hops"].items():
        assert hops[document].parent in (*told.gold["parents"][document], "repost")
        assert {flag.value for flag in hops[document].flags} == set(flags), document


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_said_that_must_not_be(name):
    """No flag, origin or joining that would wrong somebody."""
    told = story(name)
    found = main_incident(told)
    flags = {(each.document, flag.value) for each in found.hops for flag in each.flags}
    for kind, what, *more in told.gold["must_not"]:
        if kind == "flag":
            assert (what, more[0]) not in flags
        elif kind == "origin":
            assert what not in {each.source for each in found.origins}
            assert what not in {document for each in found.origins for document in each.documents[:1]}
        else:
            assert not {what, more[0]} <= {each.document for each in found.retellings}


def test_the_eighty_two_of_aleppo():
    """One incident, one origin, three certainties and more, three perpetrators and more, and a "confirmed" flagged."""
    told = story("aleppo-82")
    (found,) = weigh(told.claims)
    assert [each.source for each in found.origins] == ["UN human rights office"]
    assert len({each.certainty for each in found.retellings}) >= 3
    assert len({tuple(actor.text for actor in each.actors) for each in found.retellings if each.actors}) >= 3
    hops = {each.document: each.flags for each in found.hops}
    assert {Flag.REPORT_TO_CONFIRMATION, Flag.KILLED_TO_MURDERED, Flag.PERPETRATOR_CHANGED} <= set(hops["opinion"])
    assert Flag.AT_LEAST_DROPPED not in {flag for flags in hops.values() for flag in flags}
    assert found.killed is not None
    assert found.killed.low is not None
    assert found.killed.low.value == 82
    assert found.grade.grade is Grade.WEAK  # forty outlets are one source


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=25)  # a whole story each
@given(data=st.data())
def test_a_copy_never_adds_an_origin(name, data):
    """Whoever posts any of the documents again, later, leaves the origins as they are."""
    told = story(name)
    before = main_incident(told)
    copied = data.draw(st.sampled_from([each for each in told.publications if told.readings[each.id].claims]))
    line = {
        "id": "copy",
        "source": data.draw(st.sampled_from(["@reposts", "Second Page", "جريدة الغد"])),
        "published_at": "2022-01-01T00:00:00+00:00",
        "lang": copied.lang,
        "title": None,
        "text": copied.text,
    }
    copy = publication(line)
    reading = Reading(document="copy", lang="en", reader="by hand", claims=told.readings[copied.id].claims)
    incidents = weigh([*told.claims, *state(reading, copy)])
    after = next(each for each in incidents if each.id == before.id)
    assert {each.source for each in after.origins} == {each.source for each in before.origins}


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=25)  # a whole story each
@given(data=st.data())
def test_incidents_do_not_hang_on_the_order_of_documents(name, data):
    """The same documents in another order are the same incidents, to the last word."""
    told = story(name)
    names = data.draw(st.permutations([each.id for each in told.publications]))
    shuffled = [each for wanted in names for each in told.claims if each.publication.id == wanted]
    assert weigh(shuffled) == weigh(told.claims)


def test_a_denial_and_a_doubt_are_kept_and_add_nothing():
    """They stand beside the incident, each with why it is no support."""
    market = {each.document: each.why for each in main_incident(story("market")).unsupporting}
    assert market["army"] in (AddsNothing.DENIAL, AddsNothing.PARTY_ANSWER)
    assert market["notice"] is AddsNothing.NO_FIGURE
    aleppo = {each.document: each.why for each in main_incident(story("aleppo-82")).unsupporting}
    assert aleppo["spokesman"] is AddsNothing.NOT_CLAIMED

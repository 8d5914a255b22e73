"""Claims to groups that speak of one event."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_claims import made
from told_stories import NAMES, story

from vigil.incidents import blocking
from vigil.incidents.footprints import footprints
from vigil.incidents.joining import groups_of, join, sentence
from vigil.model.claim import Polarity


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

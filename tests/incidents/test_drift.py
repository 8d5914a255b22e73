"""What changed from one document to the one that repeats it."""

import pytest
from made_claims import claim_of, made, told

from vigil.incidents.drift import LEVELS, compare, hops
from vigil.incidents.retelling import telling
from vigil.model.claim import Certainty, EventType, Exactness, Polarity, Span, VictimKind
from vigil.model.incident import Flag


def flags(one, other):
    return set(compare(telling(one if isinstance(one, tuple) else [one]), telling([other])).flags)


def later(**said):
    return made("d2", source="Karam Hospital", hours=9, **said)


CERTAINTY = Certainty
AT_LEAST, ABOUT, UP_TO, MORE = Exactness.AT_LEAST, Exactness.ABOUT, Exactness.UP_TO, Exactness.MORE_THAN


@pytest.mark.parametrize(
    ("earlier", "after", "wanted"),
    [
        ({}, {}, set()),
        ({"certainty": CERTAINTY.ALLEGED}, {}, {Flag.CERTAINTY_RAISED}),
        ({}, {"certainty": CERTAINTY.REPORTED}, {Flag.CERTAINTY_LOWERED}),
        ({}, {"certainty": CERTAINTY.UNVERIFIED}, {Flag.CERTAINTY_LOWERED}),
        ({"certainty": CERTAINTY.WITNESSED}, {}, set()),
        (
            {"certainty": CERTAINTY.REPORTED},
            {"certainty": CERTAINTY.CONFIRMED},
            {Flag.CERTAINTY_RAISED, Flag.REPORT_TO_CONFIRMATION},
        ),
        ({"certainty": CERTAINTY.CONFIRMED}, {"certainty": CERTAINTY.CONFIRMED}, set()),
        ({"exactness": AT_LEAST}, {}, {Flag.AT_LEAST_DROPPED}),
        ({"exactness": AT_LEAST}, {"exactness": MORE}, set()),
        ({"exactness": AT_LEAST}, {"number": None}, set()),
        ({"exactness": ABOUT}, {}, {Flag.ABOUT_DROPPED}),
        ({"exactness": ABOUT}, {"exactness": ABOUT}, set()),
        ({}, {"exactness": AT_LEAST}, set()),
        ({}, {"number": 15}, {Flag.NUMBER_CHANGED}),
        ({}, {"actors": [("the army", False)]}, {Flag.PERPETRATOR_NAMED}),
        ({"actors": [("gunmen", False)]}, {"actors": [("the Black Banner", False)]}, {Flag.PERPETRATOR_NAMED}),
        ({"actors": [("the army", False)]}, {"actors": [("gunmen", False)]}, set()),
        ({"actors": [("the army", False)]}, {"actors": [("rebels", False)]}, {Flag.PERPETRATOR_CHANGED}),
        ({"actors": [("الجيش", False)]}, {"actors": [("the army", False)]}, set()),
        (
            {"actors": [("the Black Banner", True)]},
            {"actors": [("Black Banner", False)]},
            {Flag.PERPETRATOR_HEDGE_DROPPED},
        ),
        ({"actors": [("the army", False)]}, {"actors": [("the army", True)]}, set()),
        ({}, {"victims": [VictimKind.CIVILIANS]}, {Flag.VICTIMS_CHANGED}),
        ({"victims": [VictimKind.COMBATANTS]}, {"victims": [VictimKind.CIVILIANS]}, {Flag.VICTIMS_CHANGED}),
        ({"victims": [VictimKind.COMBATANTS]}, {}, {Flag.VICTIMS_CHANGED}),
        ({"victims": [VictimKind.CIVILIANS]}, {}, set()),
        ({"place": "eastern Harbanah"}, {"place": "Harbanah"}, {Flag.PLACE_WIDENED}),
        ({"place": "Harbanah"}, {"place": "eastern Harbanah"}, set()),
    ],
)
def test_each_change_has_its_flag(earlier, after, wanted):
    """One thing changes, and that is what is said; what stays is not."""
    assert flags(made("d1", **earlier), later(**after)) == wanted


def test_killed_becomes_murdered():
    """By the words the two texts have for it."""
    one = made("d1", text="Twelve were killed.")
    assert flags(_worded(one, "killed"), _worded(later(text="Twelve were murdered."), "murdered")) == {
        Flag.KILLED_TO_MURDERED
    }
    assert flags(_worded(later(text="Twelve were murdered."), "murdered"), _worded(one, "killed")) == set()


def _worded(stated, word):
    begin = stated.publication.text.index(word)
    claim = claim_of()
    spans = {"event": (Span(begin, begin + len(word)),)}
    changed = type(claim)(
        event=EventType.KILLING,
        polarity=claim.polarity,
        certainty=claim.certainty,
        chain=claim.chain,
        count=claim.count,
        place=stated.claim.place,
        spans=spans,
    )
    return type(stated)(id=stated.id, claim=changed, publication=stated.publication)


def test_attribution_is_dropped_where_nobody_is_said_to_say_so():
    """A paper repeats a hospital's count as its own knowledge."""
    assert flags(made("d1"), made("d2", source="Daily", hours=3)) == {Flag.ATTRIBUTION_DROPPED}
    assert flags(made("d1"), made("d2", source="Daily", speakers=("Noor Hospital",), hours=3)) == set()


def test_who_is_named_beside_the_figure_is_said_to_say_so():
    """Also where no speaker was read; the hospital in which they died is only where they died."""
    council = made(source="Gazette", number=47, speakers=("the Salma Council",))

    def repeated(text, source="Mirror", place="Harbanah"):
        return made("d2", source=source, number=47, hours=9, text=text, place=place)

    assert Flag.ATTRIBUTION_DROPPED in flags(council, repeated("47 were killed."))
    assert Flag.ATTRIBUTION_DROPPED not in flags(council, repeated("47 were killed, as the Salma Council counts."))
    hospital = made(number=47)
    died = repeated("47 died in Noor Hospital.", place="Noor Hospital")
    assert Flag.ATTRIBUTION_DROPPED in flags(hospital, died)


def test_a_denial_is_no_repetition():
    """It raises and changes nothing; it is a voice of its own."""
    denial = later(
        certainty=Certainty.DENIED, polarity=Polarity.NOT_HAPPENED, number=None, actors=[("the army", False)]
    )
    assert flags(made("d1"), denial) == set()


def test_a_document_with_several_figures_is_held_by_the_one_it_repeats():
    """A round-up that gives the council's 23 and the hospital's 12 changed neither."""
    both = told([claim_of(number=23), claim_of(number=12)], "d2", source="Karam Hospital", hours=9)
    assert compare(telling([made("d1", place=None)]), telling(both)).flags == ()


def test_a_breakdown_is_no_change_of_victims():
    """Civilians, four of them children, retold as civilians and children, are who they were."""
    whole = told(
        [
            claim_of(victims=[VictimKind.CIVILIANS]),
            claim_of(number=4, victims=[VictimKind.CHILDREN], subset_of=0),
        ]
    )
    assert flags(whole, later(place=None, victims=[VictimKind.CIVILIANS, VictimKind.CHILDREN])) == set()


def test_every_flag_has_its_sentence():
    """Each says what became what."""
    hop = compare(telling([made("d1")]), telling([later(number=15)]))
    assert hop.why == ("12 became 15",)
    assert set(LEVELS) == set(Certainty)


def test_only_what_repeats_has_a_hop():
    """In order of time."""
    tellings = {each: telling([made(each)]) for each in ("a", "b", "c")}
    assert [each.document for each in hops({"c": "a", "b": "a"}, tellings, ["a", "b", "c"])] == ["b", "c"]

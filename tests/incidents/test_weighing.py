"""Claims to incidents, whole."""

from hypothesis import given, settings
from hypothesis import strategies as st
from made_claims import made

from vigil.incidents.weighing import weigh, weigh_one
from vigil.model.claim import Certainty, EventType, Exactness, Polarity, VictimKind
from vigil.model.incident import incident_id


def test_an_incident_is_named_after_its_first_claim():
    """So it keeps its id when copies and later reports come in."""
    first = made("a")
    later = [made("b", source="Karam Hospital", hours=4), made("c", source="Daily", hours=9)]
    assert weigh([first])[0].id == weigh([*later, first])[0].id == incident_id(first.id)


def test_the_days_are_those_most_claims_allow():
    """As a claim has it where one has just these, else an interval; nothing where none is dated."""

    def days(*stated):
        claims = [made(f"d{n}", day=day, source=f"S{n}") for n, day in enumerate(stated)]
        return weigh_one(claims).occurred

    assert days("2019-07-18", "2019-07") == "2019-07-18"
    assert days("2019-07") == "2019-07"
    assert days("2019-07-17/2019-07-19", "2019-07-18/2019-07-20") == "2019-07-18/2019-07-19"
    assert days("2019-07-18/..") == "2019-07-18/.."
    assert days(None) is None


def test_the_place_is_the_one_most_name():
    """Of equals the most precise."""
    claims = [made("a", place="Harbanah"), made("b", place="Harbanah"), made("c", place="Tarmal")]
    found = weigh_one(claims).place
    assert found is not None
    assert found.text == "Harbanah"
    exact = weigh_one([made("a", place="Tarmal"), made("b", place="Salma", at=(33.0, 36.0))]).place
    assert exact is not None
    assert exact.text == "Salma"


def test_what_wounded_and_killed_is_one_incident_with_two_ranges():
    """Killed and injured stand apart."""
    found = weigh([made("a"), made("b", event=EventType.INJURY, number=40)])
    assert len(found) == 1
    assert found[0].killed is not None
    assert found[0].injured is not None
    assert found[0].injured.best is not None
    assert found[0].injured.best.value == 40


def test_nothing_weighs_nothing():
    """No claims, no incidents."""
    assert weigh([]) == ()


ODD = ["", "x", "UN", "الجيش", "the army", "\ud83d", "\u202eymra", "💥", "it", "a" * 5000]
WORDS = st.sampled_from(ODD) | st.text(max_size=9)

CLAIMS = st.builds(
    made,
    st.sampled_from(["a", "b", "c", "\udc00"]),
    source=WORDS,
    hours=st.integers(-1000, 1000),
    event=st.sampled_from(EventType),
    number=st.none() | st.integers(0, 10**30),
    exactness=st.sampled_from([Exactness.EXACT, Exactness.AT_LEAST, Exactness.UP_TO, Exactness.ABOUT]),
    certainty=st.sampled_from(Certainty),
    polarity=st.sampled_from(Polarity),
    speakers=st.lists(WORDS, min_size=1, max_size=3),
    actors=st.lists(st.tuples(WORDS, st.booleans()), max_size=2),
    place=st.none() | WORDS,
    country=st.none() | WORDS,
    at=st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180)),
    day=st.sampled_from([None, "2019-07-18", "2019-07", "no day", "../2019-07-18", "2019-07-18/.."]),
    victims=st.lists(st.sampled_from(VictimKind), max_size=2),
    text=WORDS,
    cumulative=st.booleans(),
)


@settings(deadline=None)
@given(st.lists(CLAIMS, max_size=7, unique_by=lambda each: each.publication.id))
def test_whatever_is_claimed_is_weighed(claims):
    """Broken characters, huge figures, nobody's names: each claim is in one incident, and no figure is invented."""
    found = weigh(claims)
    assert sorted(each for incident in found for each in incident.claims) == sorted(each.id for each in claims)
    stated = {number for each in claims if each.claim.count for number in (each.claim.count.low, each.claim.count.high)}
    for incident in found:
        for given_range in (incident.killed, incident.injured):
            for bound in (given_range.low, given_range.best, given_range.high) if given_range else ():
                assert bound is None or bound.value in stated
    assert weigh(list(reversed(claims))) == found


def test_a_denial_has_no_flags():
    """Whatever it says of what it denies: it is no repetition."""
    quoted = {"source": "Plains Brigade", "hours": 4, "number": None}
    claims = [
        made("a", source="Noor Hospital"),
        made("b", source="Daily", hours=2, actors=[("the Plains Brigade", False)]),
        made("c", certainty=Certainty.DENIED, polarity=Polarity.NOT_HAPPENED, place="Tarmal", **quoted),
    ]
    hops = {each.document: each for each in weigh_one(claims).hops}
    assert hops["c"].parent == "b"
    assert hops["c"].flags == ()

"""An actor's incidents on one line, and never more than who says so."""

from dataclasses import replace

from made_claims import made

from vigil.incidents.actors import actors
from vigil.incidents.weighing import weigh
from vigil.model.claim import ActorRole, Certainty, EventType, Polarity
from vigil.model.incident import SourceName, SourceRecord

KIDNAPPING = {"event": EventType.KIDNAPPING, "number": 2}


def found(*claims, records=(), incidents=None):
    weighed = weigh(claims, records=records) if incidents is None else incidents
    return actors(weighed, {each.id: each for each in claims}, records=records)


def test_what_repeats_is_counted_over_incidents():
    """Two abductions and one attack, by whatever form of the name; in order of time."""
    claims = [
        made(
            "c", day="2019-09-01", place="Salma", actors=[("Falcon Brigade fighters", False)], source="C", **KIDNAPPING
        ),
        made("a", day="2019-05-02", place="Tarmal", actors=[("the Falcon Brigade", False)], source="A", **KIDNAPPING),
        made(
            "b",
            day="2019-07-18",
            place="Harbanah",
            actors=[("Falcon Brigade", False)],
            source="B",
            event=EventType.ATTACK,
        ),
    ]
    (record,) = found(*claims)
    assert [each.occurred for each in record.incidents] == ["2019-05-02", "2019-07-18", "2019-09-01"]
    assert record.events == ((EventType.KIDNAPPING, 2),)
    assert record.places == ()
    assert set(record.names) == {"the Falcon Brigade", "Falcon Brigade", "Falcon Brigade fighters"}


def test_what_only_one_side_says_is_said():
    """A party to the conflict alone makes them responsible; with another source it is not one-sided any more."""
    rebels = SourceRecord(name=SourceName("Rebel office"), side="rebels")
    own = made("a", source="Rebel office", actors=[("the Ninth Division", False)])
    (record,) = found(own, records=[rebels])
    assert (record.incidents[0].one_sided, record.incidents[0].sides) == (True, ("rebels",))
    other = made("b", source="Noor Hospital", hours=3, number=14, actors=[("the Ninth Division", False)])
    (record,) = found(own, other, records=[rebels])
    assert [each.one_sided for each in record.incidents] == [False]
    assert set(record.incidents[0].by) == {"Rebel office", "Noor Hospital"}


def test_whoever_denies_stands_beside():
    """And a denial alone makes nobody responsible."""
    denied = {"polarity": Polarity.NOT_HAPPENED, "certainty": Certainty.DENIED, "number": None}
    said = made("a", actors=[("the Ninth Division", True)])
    denial = made("b", source="Defence Ministry", hours=2, actors=[("the Ninth Division", False)], **denied)
    (record,) = found(said, denial)
    assert record.incidents[0].denied_by == ("Defence Ministry",)
    assert not record.incidents[0].one_sided
    assert found(denial) == ()


def test_a_hedge_is_kept_until_somebody_drops_it():
    """Hedged only where all who say so hedge."""
    hedged = made("a", actors=[("the Ninth Division", True)])
    sure = made("b", source="Daily", hours=3, number=14, actors=[("the Ninth Division", False)])
    assert found(hedged)[0].incidents[0].hedged
    assert not found(hedged, sure)[0].incidents[0].hedged


def test_who_is_not_told_apart_is_no_actor():
    """Gunmen, warplanes, unknown men."""
    assert found(made("a", actors=[("unknown gunmen", False)])) == ()


def test_a_rejected_incident_is_left_out():
    """It was judged not to be counted."""
    claim = made("a", actors=[("the Ninth Division", False)])
    (incident,) = weigh([claim])
    assert found(claim, incidents=[replace(incident, accepted=False)]) == ()
    assert len(found(claim, incidents=[replace(incident, accepted=True)])) == 1


def test_a_backer_is_told_from_a_perpetrator():
    """By the roles that claims give them."""
    claim = made("a", actors=[("the Ninth Division", False)])
    (actor,) = claim.claim.actors
    backed = replace(claim, claim=replace(claim.claim, actors=(replace(actor, role=ActorRole.BACKER),)))
    assert found(backed)[0].incidents[0].roles == (ActorRole.BACKER,)


def test_no_order_of_input_changes_anything():
    """Nor does an actor who is named twice in one claim count twice."""
    claims = [
        made(
            f"d{n}",
            day=f"2019-0{n}-02",
            source=f"S{n}",
            actors=[("the Ninth Division", False), ("Ninth Division", True)],
        )
        for n in range(1, 6)
    ]
    assert found(*claims) == found(*reversed(claims))
    assert len(found(*claims)[0].incidents) == 5

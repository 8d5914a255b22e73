"""A reading as a line of JSON, with every slot of the codebook."""

import json

from vigil.model.claim import (
    Actor,
    Certainty,
    Claim,
    ClaimedPlace,
    Count,
    EventType,
    Exactness,
    Link,
    Polarity,
    Reading,
    Span,
    Unit,
    Victim,
    VictimKind,
)
from vigil.publish.claims_json import reading_page

CLAIM = Claim(
    event=EventType.KILLING,
    polarity=Polarity.HAPPENED,
    certainty=Certainty.REPORTED,
    chain=(Link(speaker="the mayor", certainty=Certainty.REPORTED, speaker_span=Span(40, 49), cue=Span(50, 58)),),
    count=Count(low=12, high=None, exactness=Exactness.AT_LEAST, unit=Unit.PEOPLE, span=Span(0, 11)),
    actors=(Actor(text="the army", span=Span(20, 28), hedged=True),),
    victims=frozenset({VictimKind.WOMEN, VictimKind.CHILDREN}),
    named=(Victim(name="Lina Omar", span=Span(60, 69), kind=VictimKind.WOMEN),),
    place=ClaimedPlace(text="Douma", span=Span(30, 35), country="Syria"),
    occurred="2016-12-13",
    sentence=Span(0, 70),
    spans={"event": (Span(12, 18),)},
)


def test_a_line_has_every_slot():
    """As docs/claims.md lists them, spans as pairs."""
    page = json.loads(json.dumps(reading_page(Reading(document="a", lang="en", reader="r 1", claims=(CLAIM,)))))
    (claim,) = page["claims"]
    assert (page["id"], page["lang"], page["reader"]) == ("a", "en", "r 1")
    assert (claim["event"], claim["low"], claim["high"], claim["exactness"]) == ("killing", 12, None, "at_least")
    assert (claim["unit"], claim["cumulative"]) == ("people", False)
    assert claim["speakers"] == ["the mayor"]
    assert claim["actors"] == [{"text": "the army", "role": "perpetrator", "hedged": True}]
    assert claim["actor_hedged"] is True
    assert claim["victims"] == ["children", "women"]
    assert claim["names"][0]["name"] == "Lina Omar"
    assert (claim["place"]["text"], claim["place"]["country"], claim["date"]) == ("Douma", "Syria", "2016-12-13")
    assert claim["spans"] == {"event": [[12, 18]]}
    assert claim["chain"][0]["cue"] == [50, 58]


def test_what_is_not_stated_is_null():
    """Never zero or an empty word."""
    bare = Claim(
        event=EventType.ATTACK,
        polarity=Polarity.HAPPENED,
        certainty=Certainty.ASSERTED,
        chain=(Link(speaker="AUTHOR", certainty=Certainty.ASSERTED),),
    )
    (claim,) = reading_page(Reading(document="a", lang="en", reader="r", claims=(bare,)))["claims"]
    assert [claim[slot] for slot in ("low", "high", "unit", "place", "date", "subset_of")] == [None] * 6
    assert claim["exactness"] == "none"

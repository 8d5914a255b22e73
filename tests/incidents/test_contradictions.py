"""What the claims of one incident say against each other."""

from made_claims import made

from vigil.incidents.contradictions import contradictions, gravest, speaker
from vigil.incidents.voices import Register
from vigil.model.claim import Certainty, EventType, Exactness, Polarity
from vigil.model.incident import ContradictionAbout


def found(*claims):
    return contradictions(claims, Register([], claims))


def test_who_did_it_side_by_side():
    """Who says the rebels fired, and who says the army: each with its voices and sides."""
    rebel = made("a", source="Rebel media office", actors=[("the army", False)])
    state = made("b", source="State TV", actors=[("rebels", False)])
    again = made("c", source="Daily", actors=[("الجيش", False)], hours=4)
    (only,) = found(rebel, state, again)
    assert only.about is ContradictionAbout.ACTOR
    assert [(each.says, each.sources, each.sides) for each in only.voices] == [
        ("the army did it", ("Rebel media office", "Daily"), ("opposition",)),
        ("rebels did it", ("State TV",), ("state",)),
    ]


def test_whether_it_happened_side_by_side():
    """A denial stands beside what it denies."""
    denial = made("b", source="The army", certainty=Certainty.DENIED, polarity=Polarity.NOT_HAPPENED, number=None)
    (only,) = found(made("a"), denial)
    assert only.about is ContradictionAbout.HAPPENED
    assert [each.sources for each in only.voices] == [("Noor Hospital",), ("The army",)]


def test_a_fear_is_not_told_as_a_happening():
    """Who warned of it stands apart from who says that it happened, and is not made to say so."""
    denial = made("b", source="The army", certainty=Certainty.DENIED, polarity=Polarity.NOT_HAPPENED, number=None)
    fear = made("c", source="The minister", certainty=Certainty.FEARED, polarity=Polarity.FEARED, number=None)
    (only,) = found(made("a"), denial, fear)
    assert [(each.says, each.sources) for each in only.voices] == [
        ("it happened", ("Noor Hospital",)),
        ("it is feared", ("The minister",)),
        ("it did not happen, or not by them", ("The army",)),
    ]


def test_figures_that_cannot_both_be_true_side_by_side():
    """Twelve and nine; but not twelve and more than ten."""
    (only,) = found(made("a"), made("b", source="Council", number=9))
    assert [each.says for each in only.voices] == ["12 killed", "9 killed"]
    assert found(made("a"), made("b", source="Council")) == ()


def test_faceless_attackers_contradict_nobody():
    """Warplanes and the army may be the same."""
    assert found(made("a", actors=[("warplanes", False)]), made("b", actors=[("the army", False)], hours=1)) == ()


def test_the_gravest_event_names_the_incident():
    """What killed and injured is a killing; who says so is the innermost who is named."""
    one, other = made("a", event=EventType.INJURY), made("b", speakers=("Daily", "the mayor"))
    assert gravest([one, other]) is EventType.KILLING
    assert speaker(other, Register([], [other])) == "the mayor"


def test_a_hedge_stays_on_who_is_said_to_have_done_it():
    """As long as everyone who says so hedges; one who does not ends it."""
    hedged = made("a", actors=[("the Falcon Brigade", True)])
    rival = made("b", source="Karam Hospital", hours=1, actors=[("the Ninth Division", False)])
    sure = made("c", source="Daily", hours=2, actors=[("the Falcon Brigade", False)])

    def said(*claims):
        (found,) = [each for each in contradictions(claims, Register([], claims)) if each.about == "actor"]
        return {voice.says for voice in found.voices}

    assert said(hedged, rival) == {"the Falcon Brigade did it (hedged)", "the Ninth Division did it"}
    assert said(hedged, rival, sure) == {"the Falcon Brigade did it", "the Ninth Division did it"}


def test_a_figure_against_another_keeps_its_bound():
    """About 12 is not 12."""
    claims = [made("a", number=12, exactness=Exactness.ABOUT), made("b", source="Karam Hospital", number=40)]
    (found,) = [each for each in contradictions(claims, Register([], claims)) if each.about == "count"]
    assert {voice.says for voice in found.voices} == {"about 12 killed", "40 killed"}


def test_nobody_hurt_contradicts_nobody_who_speaks_of_no_hurt():
    """Houses were burned, and nobody was hurt: both are so. Who says that somebody was is contradicted."""
    burned = made("a", event=EventType.PROPERTY_DESTRUCTION)
    unhurt = made("b", source="Daily", event=EventType.INJURY, polarity=Polarity.NOT_HAPPENED, number=None)
    assert found(burned, unhurt) == ()
    hurt = made("c", source="Karam Hospital", event=EventType.INJURY, number=3)
    (only,) = found(burned, unhurt, hurt)
    assert only.about is ContradictionAbout.HAPPENED
    denial = made("b", source="The army", event=EventType.KILLING, certainty=Certainty.DENIED, number=None)
    assert [each.about for each in found(burned, denial)] == [ContradictionAbout.HAPPENED]

"""What the claims of one incident say against each other."""

from made_claims import made

from vigil.incidents.contradictions import contradictions, gravest, speaker
from vigil.incidents.voices import Register
from vigil.model.claim import Certainty, EventType, Polarity
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

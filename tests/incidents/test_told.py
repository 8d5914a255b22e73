"""What each document shows of a voice of its own."""

from made_claims import claim_of, made, told

from vigil.incidents.naming import name_keys
from vigil.incidents.told import told_by_document
from vigil.model.claim import Certainty, EventType, Polarity
from vigil.model.incident import AddsNothing


def of(*claims):
    """By document."""
    return {each.publication.id: each for each in told_by_document(claims, name_keys)}


def test_documents_come_in_order_of_time():
    """Each with its claims."""
    claims = [made("b", hours=2), *told([claim_of(), claim_of(number=3)], "a")]
    found = told_by_document(claims, name_keys)
    assert [(each.publication.id, len(each.claims)) for each in found] == [("a", 2), ("b", 1)]


def test_what_is_counted_is_the_gravest_of_which_anybody_gives_a_figure():
    """Where some are killed, who counts those that fled gives no figure; where nobody is, they do."""
    fled = made("b", source="Salma Council", event=EventType.DISPLACEMENT, number=400)
    assert of(made("a"), fled)["b"].nothing is AddsNothing.NO_FIGURE
    assert of(made("a", number=None), fled)["b"].nothing is None


def test_whoever_only_denies_supports_nothing():
    """As one who is accused, or as anybody."""
    denial = {"certainty": Certainty.DENIED, "polarity": Polarity.NOT_HAPPENED, "number": None, "hours": 3}
    accusing = made("a", actors=[("soldiers", False)])
    found = of(accusing, made("b", source="Military Council", **denial), made("c", source="Mirror", **denial))
    assert found["b"].nothing is AddsNothing.PARTY_ANSWER
    assert found["c"].nothing is AddsNothing.DENIAL


def test_doctors_are_nobody_in_particular():
    """A paper that has the figure of "doctors" has it as it was told before; one that names the doctor has it anew."""
    found = of(made("a", speakers=("doctors",)), made("b", speakers=("Dr Salim Haddad",)))
    assert found["a"].reports
    assert not found["b"].reports

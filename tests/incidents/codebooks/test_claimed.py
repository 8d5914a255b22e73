"""The tolls claims amount to."""

from vigil.incidents.codebooks.claimed import heeding, tolls_of_claims
from vigil.incidents.codebooks.narrative import read_narrative
from vigil.incidents.codebooks.tolls import Harm, Vague, Voice, Whom
from vigil.model.claim import (
    AUTHOR,
    UNNAMED,
    Certainty,
    Claim,
    Count,
    Document,
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

TEXT = "The doctor said 12 people were killed and dozens wounded."
DOCUMENT = Document(id="d", text=TEXT, source="Daily Example")


def claim(event=EventType.KILLING, *, count=None, speakers=("The doctor",), **more):
    """A claim of harm."""
    chain = tuple(Link(speaker=each, certainty=Certainty.ASSERTED) for each in speakers)
    fields = {"polarity": Polarity.HAPPENED, "certainty": Certainty.ASSERTED, **more}
    return Claim(event=event, chain=chain, count=count, **fields)


def count(low, span, exactness=Exactness.EXACT, **more):
    """A count of people."""
    return Count(low=low, high=low, exactness=exactness, unit=Unit.PEOPLE, span=Span(*span), **more)


def reading(*claims):
    """A reading of the document."""
    return Reading(document="d", lang="en", reader="made up", claims=claims)


TWELVE = count(12, (16, 18))
DOZENS = count(None, (42, 48), Exactness.VAGUE)


def test_each_claim_of_harm_is_a_toll_with_its_source():
    """The innermost speaker who is named, or else who published it; words without a number keep their amount."""
    tolls = tolls_of_claims(
        DOCUMENT,
        reading(
            claim(count=TWELVE),
            claim(EventType.INJURY, count=DOZENS, speakers=(AUTHOR, UNNAMED)),
            claim(EventType.DISPLACEMENT, count=TWELVE),
        ),
    )
    assert [(t.harm, t.numbers, t.source, t.document) for t in tolls] == [
        (Harm.KILLED, (12,), "The doctor", "d"),
        (Harm.INJURED, (), "Daily Example", "d"),
    ]
    assert tolls[1].vague is Vague.DOZENS


def test_what_is_denied_or_taken_back_is_no_toll():
    """Nor what was only threatened."""
    assert not tolls_of_claims(
        DOCUMENT,
        reading(
            claim(count=TWELVE, polarity=Polarity.NOT_HAPPENED),
            claim(count=TWELVE, polarity=Polarity.THREATENED),
            claim(count=TWELVE, certainty=Certainty.RETRACTED),
        ),
    )


def test_parts_totals_and_kinds_are_marked():
    """So that codebooks can leave them out."""
    part, total, kind, fighters = tolls_of_claims(
        DOCUMENT,
        reading(
            claim(count=TWELVE, subset_of=1),
            claim(count=count(40_000, (16, 18), cumulative=True)),
            claim(count=TWELVE, victims=frozenset({VictimKind.CHILDREN})),
            claim(count=TWELVE, victims=frozenset({VictimKind.COMBATANTS})),
        ),
    )
    assert part.part
    assert total.elsewhere
    assert kind.whom is Whom.KIND
    assert fighters.whom is Whom.FIGHTERS


def test_a_claim_that_only_names_gives_as_many():
    """With the words of the names."""
    named = (Victim(name="Ann", span=Span(4, 7)), Victim(name="Ben", span=Span(12, 15)))
    (toll,) = tolls_of_claims(DOCUMENT, reading(claim(named=named)))
    assert (toll.numbers, toll.span, toll.voice) == ((2,), Span(4, 15), Voice.NAMES)


def test_a_narrative_heeds_what_claims_take_back():
    """The denied figure goes, the rest stays, and the speaker is known."""
    tolls = read_narrative(TEXT, document="d")
    denied = heeding(tolls, reading(claim(count=TWELVE, polarity=Polarity.NOT_HAPPENED)))
    assert [toll.harm for toll in denied] == [Harm.INJURED]
    said = heeding(tolls, reading(claim(count=TWELVE)))
    assert [toll.source for toll in said] == ["The doctor", None]

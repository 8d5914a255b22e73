"""What each document says of an incident."""

from made_claims import claim_of, made, told

from vigil.incidents.retelling import placed, telling, tellings, tells_who
from vigil.model.claim import AUTHOR, Certainty, ClaimedPlace, EventType, Polarity, Span, VictimKind
from vigil.model.incident import Verb


def test_a_document_is_read_by_its_whole_figure_of_the_dead():
    """Neither by a part of it, nor by the wounded, nor by a claim without a figure."""
    rows = told(
        [
            claim_of(number=None),
            claim_of(number=40, event=EventType.INJURY),
            claim_of(number=12, victims=[VictimKind.CIVILIANS]),
            claim_of(number=6, victims=[VictimKind.CHILDREN], subset_of=2),
        ]
    )
    found = telling(rows)
    assert (found.retelling.low, found.retelling.victims) == (12, {VictimKind.CIVILIANS})
    assert found.mentioned == {VictimKind.CIVILIANS, VictimKind.CHILDREN}


def test_a_document_is_read_by_the_figure_that_is_followed():
    """Of two figures it gives, the one that was asked for."""
    rows = told([claim_of(number=12), claim_of(number=82)])
    assert telling(rows, figure=12).retelling.low == 12
    assert telling(rows, figure=82).retelling.low == 82


def test_who_did_it_may_stand_in_another_claim():
    """Blame is a claim of its own, and belongs to the telling; a denial does not."""
    rows = told(
        [
            claim_of(),
            claim_of(number=None, actors=[("the army", False)]),
            claim_of(
                number=None, polarity=Polarity.NOT_HAPPENED, certainty=Certainty.DENIED, actors=[("rebels", False)]
            ),
        ]
    )
    assert [each.text for each in telling(rows).retelling.actors] == ["the army"]


def test_a_denial_alone_is_told_as_denied():
    """What did not happen, according to somebody, has a telling too."""
    found = telling([made(polarity=Polarity.NOT_HAPPENED, certainty=Certainty.DENIED)])
    assert not found.happened
    assert found.retelling.certainty is Certainty.DENIED


def test_a_killing_without_known_words_is_a_killing():
    """The reader found one, in words that are not on our list."""
    assert telling([made()]).verb is Verb.KILLED
    assert telling([made(event=EventType.INJURY)]).verb is None


def test_tellings_come_in_order_of_time():
    """Whatever order the claims come in."""
    found = tellings([made("b", hours=5), made("c", hours=1), made("a", hours=9)])
    assert [each.publication.id for each in found] == ["c", "b", "a"]


def test_a_reader_can_tell_who_says_so():
    """A hospital says what it counted; a paper that names nobody does not say who says so."""
    for source, speakers, told_who in (
        ("Noor Hospital", (AUTHOR,), True),
        ("Daily", (AUTHOR,), False),
        ("Daily", ("the mayor",), True),
        ("Daily", ("The Daily",), True),
    ):
        claim = made(source=source, speakers=speakers)
        assert tells_who(claim.claim, claim.publication) is told_who


def test_the_market_is_in_the_town_that_the_text_names():
    """Where it is the incident's town; a place with a name stays what it is."""
    town = ClaimedPlace(text="Salma", span=Span(0, 1), name="Salma", city="Salma")

    def place_of(place, text):
        return placed(telling([made(place=place, text=text)]), town).retelling.place

    assert place_of("the market", "The ward in Salma took in those hit at the market.") == "Salma"
    assert place_of("the market", "The ward took in those hit at the market.") == "the market"
    assert place_of("Tarmal", "Shells fell on Tarmal, and not on Salma.") == "Tarmal"

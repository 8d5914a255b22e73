"""The text in which a claim's place may stand that the claim does not name."""

from dataclasses import replace

from made_claims import claim_of, made, told

from vigil.incidents.own_text import besides
from vigil.model.claim import ClaimedPlace, Span

TEXT = "Two boatmen were held at Salma pier. In Tarmal, up the coast, a clinic was searched."


def two(place):
    """Both sentences told, the first with this place."""
    spans = Span(0, 36), Span(37, len(TEXT))
    where = None if place is None else ClaimedPlace(text=place, span=Span(25, 30))
    claims = [replace(claim_of(place=each), sentence=span) for each, span in zip((where, None), spans, strict=True)]
    return told(claims, source="Salma Council", text=TEXT)


def test_what_another_event_is_told_in_is_left_out():
    """The boatmen were not held in Tarmal."""
    first, _ = besides(two("Salma"), [True, False])
    assert "Salma pier" in first
    assert "Tarmal" not in first


def test_a_claim_without_a_place_has_all_of_the_text_and_who_published_it():
    """A council writes of its town and need not name it; a paper may write of any."""
    first, _ = besides(two(None), [False, False])
    assert "Tarmal" in first
    assert first.endswith("Salma Council")
    (only,) = besides([made(source="Salma Gazette", place=None, text=TEXT)], [False])
    assert only == TEXT

"""What every codebook begins with: English prose read, other languages through their claims alone."""

from dataclasses import replace

from made_claims import claim_of

from vigil.incidents.codebooks.of_document import tolls_of_document
from vigil.model.claim import Document, Reading

ENGLISH = Document(id="d", text="Twelve people were killed in the village.", lang="en")
ARABIC = replace(ENGLISH, text="قتل 12 شخصا في القرية.", lang="ar")


def reading(*claims, lang="ar"):
    return Reading(document="d", lang=lang, reader="by hand", claims=claims)


def test_english_is_read_and_heeds_its_claims():
    """With claims or without."""
    assert [toll.low for toll in tolls_of_document(ENGLISH)] == [12]
    assert [toll.low for toll in tolls_of_document(ENGLISH, reading(lang="en"))] == [12]


def test_other_languages_are_read_through_their_claims_alone():
    """Without any, nothing is known: not zero."""
    assert tolls_of_document(ARABIC) == ()
    assert [toll.low for toll in tolls_of_document(ARABIC, reading(claim_of(number=9)))] == [9]

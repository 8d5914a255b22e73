"""The tolls of one document: those of its prose where it is English, and else those of its claims alone."""

from vigil.incidents.codebooks.claimed import heeding, tolls_of_claims
from vigil.incidents.codebooks.language import is_read_as_english
from vigil.incidents.codebooks.narrative import read_narrative
from vigil.incidents.codebooks.tolls import Toll
from vigil.model.claim import Document, Reading
from vigil.testimony.parsed import Parsed


def tolls_of_document(
    document: Document, reading: Reading | None = None, *, parsed: Parsed | None = None
) -> tuple[Toll, ...]:
    """What every codebook begins with.

    Args:
        document: A narrative, an article, a post.
        reading: Its claims, where they were read: they tell who says a figure, and what is taken back. Documents that
            are not in English are read through them alone.
        parsed: Its grammar, where there is one: it finds persons named in running text.
    """
    if not is_read_as_english(document, reading):
        return () if reading is None else tolls_of_claims(document, reading)
    tolls = read_narrative(document.text, document=document.id, parsed=parsed)
    return tolls if reading is None else heeding(tolls, reading)

"""The literal codebook: numbers as the text gives them, and nothing made of words.

"At least 12" has no high, "several" has no number, "more than 50" is 50 and open above. It is what other codebooks are
held against.
"""

from collections.abc import Iterable

from vigil.incidents.codebooks.across import Manner, range_of
from vigil.incidents.codebooks.of_document import tolls_of_document
from vigil.incidents.codebooks.tolls import Figures, Harm, Toll, Voice
from vigil.model.claim import Document, Exactness, Reading
from vigil.testimony.parsed import Parsed

NAME = "literal"
VERSION = "literal 1"

MANNER = Manner(amounts={}, more_than=0, open_high=True, fighters=True, best=False)


def figures(document: Document, reading: Reading | None = None, *, parsed: Parsed | None = None) -> Figures:
    """The killed and injured of one document about one incident; as `airwars.figures`."""
    return figures_of(tolls_of_document(document, reading, parsed=parsed))


def figures_of(tolls: Iterable[Toll]) -> Figures:
    """The killed and injured by many sources. Persons named but not counted are left out."""
    tolls = tuple(toll for toll in tolls if toll.exactness is not Exactness.NONE and toll.voice is not Voice.NAMES)
    return Figures(
        codebook=VERSION,
        killed=range_of(tolls, Harm.KILLED, MANNER),
        injured=range_of(tolls, Harm.INJURED, MANNER),
        tolls=tolls,
    )

"""The ucdp codebook: a low, a best and a high of the dead, as the Uppsala Conflict Data Program gives them.

Sources: UCDP Battle-Related Deaths codebook and UCDP GED codebook (Sundberg & Melander 2013, Journal of Peace Research
50(4)). The best estimate is the most reliable figure, and where reports cannot be told apart in that the lower one; low
and high are the lowest and highest figures reported. All who die count, fighters as well. Figures stay as reported:
"more than 50" is 50. The injured are not part of it. No number is published there for "several" or "dozens", so none is
given here.
"""

from collections.abc import Iterable

from vigil.incidents.codebooks.across import Manner, range_of
from vigil.incidents.codebooks.of_document import tolls_of_document
from vigil.incidents.codebooks.tolls import Figures, Harm, Toll
from vigil.model.claim import Document, Reading
from vigil.testimony.parsed import Parsed

NAME = "ucdp"
VERSION = "ucdp 1"

MANNER = Manner(amounts={}, more_than=0, open_high=False, fighters=True, best=True)


def figures(document: Document, reading: Reading | None = None, *, parsed: Parsed | None = None) -> Figures:
    """The killed of one document about one incident; as `airwars.figures`."""
    return figures_of(tolls_of_document(document, reading, parsed=parsed))


def figures_of(tolls: Iterable[Toll]) -> Figures:
    """The killed by many sources."""
    tolls = tuple(tolls)
    return Figures(codebook=VERSION, killed=range_of(tolls, Harm.KILLED, MANNER), tolls=tolls)

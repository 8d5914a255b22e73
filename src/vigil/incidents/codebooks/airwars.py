"""The airwars codebook: a minimum and a maximum of civilians killed and injured, as Airwars records them.

Sources: Airwars, "Methodology" (airwars.org/about/methodology), and its methodology note on Gaza of October 2023
(airwars.org/research): all claims of harm in one moment and place are one incident, with a range from the least to the
most the sources allow; only civilians count, and whoever is not known for a fighter is a civilian.

In a narrative that has weighed its sources already, which of its figures are followed was fitted to Airwars' own
assessments (`weights`); docs/codebooks.md says how well, and on what.
"""

from collections.abc import Iterable

from vigil.incidents.codebooks import weights
from vigil.incidents.codebooks.across import Manner, range_of
from vigil.incidents.codebooks.language import is_read_as_english
from vigil.incidents.codebooks.of_document import tolls_of_document
from vigil.incidents.codebooks.tolls import Figures, Harm, Range, Toll, Vague
from vigil.incidents.codebooks.weighing import Convention, heaviest, pairs
from vigil.model.claim import Document, Reading
from vigil.testimony.parsed import Parsed

NAME = "airwars"
VERSION = f"airwars {weights.VERSION}"

CONVENTIONS = {
    Vague.PLURAL: Convention(2, 2),  # more than one, and no more is said
    Vague.MANY: Convention(5, 10),
    Vague.LARGE: Convention(12, 24),
    Vague.DOZENS: Convention(12, 24),  # one dozen at least, two at most
    Vague.SCORES: Convention(20, 40),
    Vague.HUNDREDS: Convention(100, 200),
    Vague.THOUSANDS: Convention(1000, 2000),
}
"""What amounts without a number are recorded as.

The first four are said in assessments themselves ("due to the plural", "quantified as"); the last three carry them on.
"""

MANNER = Manner(amounts=CONVENTIONS, more_than=1, open_high=False, fighters=False, best=False)


def figures(document: Document, reading: Reading | None = None, *, parsed: Parsed | None = None) -> Figures:
    """The killed and injured of one document about one incident.

    Args: As `tolls_of_document`.
    """
    tolls = tolls_of_document(document, reading, parsed=parsed)
    if not is_read_as_english(document, reading):
        return figures_of(tolls)
    return Figures(
        codebook=VERSION,
        killed=_weighed(tolls, Harm.KILLED),
        injured=_weighed(tolls, Harm.INJURED),
        tolls=tolls,
    )


def figures_of(tolls: Iterable[Toll]) -> Figures:
    """The killed and injured by many sources, from the least to the most any of them says."""
    tolls = tuple(tolls)
    return Figures(
        codebook=VERSION,
        killed=range_of(tolls, Harm.KILLED, MANNER),
        injured=range_of(tolls, Harm.INJURED, MANNER),
        tolls=tolls,
    )


def _weighed(tolls: Iterable[Toll], harm: Harm) -> Range | None:
    candidates = pairs([toll for toll in tolls if toll.harm is harm], CONVENTIONS)
    found = heaviest(candidates, weights.WEIGHTS[harm])
    return None if found is None else Range(low=found.low, high=found.high)

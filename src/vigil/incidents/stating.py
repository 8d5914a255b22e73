"""A document's reading to claims that say where they stand: the first step of every weighing."""

from collections import Counter

from vigil.model.claim import Reading
from vigil.model.incident import Publication, StatedClaim, claim_id


def state(reading: Reading, publication: Publication) -> tuple[StatedClaim, ...]:
    """The claims of a reading, each with its id and its document, in the reading's order."""
    met: Counter[str] = Counter()
    found = []
    for claim in reading.claims:
        plain = claim_id(publication.id, claim)
        found.append(StatedClaim(id=claim_id(publication.id, claim, met[plain]), claim=claim, publication=publication))
        met[plain] += 1
    return tuple(found)

"""A document's reading to claims that say where they stand: the first step of every weighing."""

from collections import Counter
from dataclasses import replace

from vigil.model.claim import Claim, Link, Reading
from vigil.model.incident import Publication, StatedClaim, claim_id

_PRONOUNS = frozenset({"he", "she"})


def state(reading: Reading, publication: Publication) -> tuple[StatedClaim, ...]:
    """The claims of a reading, each with its id and its document, in the reading's order.

    A figure that is a part of a running total is the whole of its own event: there it stands as no part. "He" is
    whoever was named before him.
    """
    met: Counter[str] = Counter()
    found = []
    named: Link | None = None
    for claim in reading.claims:
        plain = claim_id(publication.id, claim)
        whole = replace(claim, subset_of=None) if _is_of_total(claim, reading) else claim
        if len(claim.chain) == 1 and claim.chain[0].speaker.lower() in _PRONOUNS:
            whole = whole if named is None else replace(whole, chain=(replace(claim.chain[0], speaker=named.speaker),))
        else:
            named = next((link for link in reversed(claim.chain) if link.speaker_span is not None), named)
        found.append(StatedClaim(id=claim_id(publication.id, claim, met[plain]), claim=whole, publication=publication))
        met[plain] += 1
    return tuple(found)


def _is_of_total(claim: Claim, reading: Reading) -> bool:
    if claim.subset_of is None or not 0 <= claim.subset_of < len(reading.claims):
        return claim.subset_of is not None  # points to nothing
    total = reading.claims[claim.subset_of].count
    return total is not None and total.cumulative

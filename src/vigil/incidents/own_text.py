"""The text in which a claim's place may stand that the claim does not name: not what other events are told in.

"Two boatmen were held at the Salma pier. In Tarmal, up the coast, a clinic was searched": Tarmal is where the clinic
is, and nothing that happened to the boatmen happened there.
"""

from collections.abc import Iterator, Sequence

from vigil.incidents.naming import name_keys
from vigil.model.claim import Span
from vigil.model.incident import StatedClaim


def besides(claims: Sequence[StatedClaim], placed: Sequence[bool]) -> Iterator[str]:
    """Of each claim, its document's text without the sentences of other claims, where it has a place of its own.

    Of one without a place, all of the text, and who published it: "Salma Council" writes of Salma.

    Args:
        claims: Those of one document one after the other.
        placed: Of each, whether it has a place: "the market" is none.
    """
    sentences: dict[str, set[Span]] = {}
    for each in claims:
        if each.claim.sentence is not None:
            sentences.setdefault(each.publication.id, set()).add(each.claim.sentence)
    for each, has_place in zip(claims, placed, strict=True):
        publication, claim = each.publication, each.claim
        others = sentences.get(publication.id, set()) - {claim.sentence}
        if has_place and others and claim.sentence is not None:
            yield _without(publication.text, sorted(others, key=lambda span: span.begin))
        elif not has_place and publication.source and "media" not in name_keys(publication.source):
            yield f"{publication.text}\n{publication.source}"
        else:
            yield publication.text


def _without(text: str, spans: Sequence[Span]) -> str:
    """A text without these parts of it."""
    kept, at = [], 0
    for span in spans:
        kept.append(text[at : span.begin])
        at = max(at, span.end)
    return " ".join([*kept, text[at:]])

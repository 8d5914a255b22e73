"""How a figure changed as it was repeated: documents read, weighed into incidents, and followed hop by hop."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vigil.incidents.stating import state
from vigil.incidents.weighing import CODEBOOK, weigh
from vigil.model.claim import Document, Reading
from vigil.model.errors import InvalidInput
from vigil.model.incident import Incident, Origin, Publication, SourceRecord, StatedClaim
from vigil.usecases.ports import Progress, no_progress

Read = Callable[[Document], Reading]
"""Reads the claims of a document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """What became of a figure, or of all.

    Attributes:
        incidents: What the documents are about, by whom and with what changes; with a figure, those that have it.
        publications: All documents, in order of time.
        readers: Names and versions of what read them.
    """

    incidents: tuple[Incident, ...]
    publications: tuple[Publication, ...]
    readers: tuple[str, ...]

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Who says so independently, incident by incident."""
        return tuple(origin for incident in self.incidents for origin in incident.origins)


def trace_drift(
    publications: Iterable[Publication],
    *,
    read: Read,
    records: Sequence[SourceRecord] = (),
    figure: int | None = None,
    codebook: str = CODEBOOK,
    progress: Progress = no_progress,
) -> Drift:
    """Read the documents and follow what they say through its repetitions.

    Args:
        publications: Documents, in any order.
        read: What reads their claims.
        records: What is known of their sources.
        figure: Only incidents in which somebody gives this figure. None: all.
        codebook: By whose conventions figures become ranges.
        progress: Told after every document.

    Raises:
        InvalidInput: Two documents have one id, or there is no such codebook.
    """
    told = sorted(publications, key=lambda each: each.id)
    for one, other in pairwise(told):
        if one.id == other.id:
            raise InvalidInput("documents: an id is there twice; give every document its own")
    claims: list[StatedClaim] = []
    readers: dict[str, None] = {}
    for done, each in enumerate(told, 1):
        reading = read(document_of(each))
        readers.setdefault(reading.reader)
        claims += state(reading, each)
        progress(done, len(told))
    incidents = weigh(claims, records=records, codebook=codebook, figure=figure)
    if figure is not None:
        incidents = tuple(each for each in incidents if _gives(each, figure))
    return Drift(
        incidents=incidents,
        publications=tuple(sorted(told, key=_order)),
        readers=tuple(readers),
    )


def document_of(publication: Publication) -> Document:
    """The publication as a text to read."""
    return Document(
        id=publication.id,
        text=publication.text,
        title=publication.title,
        published_on=publication.published_at.date() if publication.published_at is not None else None,
        source=publication.source,
        lang=publication.lang,
    )


def _gives(incident: Incident, figure: int) -> bool:
    return any(figure in (each.low, each.high) for each in incident.retellings)


def _order(publication: Publication) -> tuple[bool, str, str]:
    at = publication.published_at
    return at is None, at.isoformat() if at is not None else "", publication.id

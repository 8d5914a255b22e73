"""How a figure changed as it was repeated: what documents claim, weighed into incidents and followed hop by hop."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vigil.incidents.order import published_order
from vigil.incidents.stating import state
from vigil.incidents.weighing import CODEBOOK, weigh
from vigil.model.claim import Document, Reading
from vigil.model.edtf import qualifier_of
from vigil.model.errors import InvalidInput
from vigil.model.incident import Incident, Judgement, Origin, Publication, SourceRecord
from vigil.usecases.ports import Progress, no_progress

Said = tuple[Publication, Reading]
"""A document, and what was read of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """What became of a figure, or of all.

    Attributes:
        incidents: What the documents are about, by whom and with what changes; with a figure, those in which it is.
        asides: What one document alone tells beside what others repeat: nothing of it is followed.
        publications: All documents, in order of time.
        readers: Names and versions of what read them.
    """

    incidents: tuple[Incident, ...]
    asides: tuple[Incident, ...]
    publications: tuple[Publication, ...]
    readers: tuple[str, ...]

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Who says so independently, incident by incident."""
        return tuple(origin for incident in self.incidents for origin in incident.origins)


def trace_drift(
    said: Iterable[Said],
    *,
    records: Sequence[SourceRecord] = (),
    judgements: Iterable[Judgement] = (),
    figure: int | None = None,
    codebook: str = CODEBOOK,
) -> Drift:
    """Follow what documents claim through its repetitions.

    Args:
        said: Documents with what was read of them, in any order.
        records: What is known of their sources.
        judgements: Of named persons, on the case's incidents.
        figure: Only incidents in which somebody gives this figure. None: all.
        codebook: By whose conventions figures become ranges.

    Raises:
        InvalidInput: Two documents have one id, or there is no such codebook.
    """
    told = sorted(said, key=lambda each: published_order(each[0]))
    for one, other in pairwise(sorted(publication.id for publication, _ in told)):
        if one == other:
            raise InvalidInput("documents: an id is there twice; give every document its own")
    claims = [each for publication, reading in told for each in state(reading, publication)]
    incidents = weigh(claims, records=records, judgements=judgements, codebook=codebook, figure=figure)
    if figure is not None:
        incidents = tuple(each for each in incidents if gives(each, figure))
    followed, asides = set_aside(incidents)
    return Drift(
        incidents=followed,
        asides=asides,
        publications=tuple(publication for publication, _ in told),
        readers=tuple(dict.fromkeys(reading.reader for _, reading in told)),
    )


def read_all(
    publications: Iterable[Publication], *, read: Callable[[Document], Reading], progress: Progress = no_progress
) -> Iterator[Said]:
    """Documents with what a reader finds in them, one by one."""
    for done, each in enumerate(publications, 1):
        yield each, read(document_of(each))
        progress(done, None)


def document_of(publication: Publication) -> Document:
    """The publication as a text to read."""
    return Document(
        id=publication.id,
        text=publication.text,
        title=publication.title,
        published_on=publication.published_at.date() if publication.published_at is not None else None,
        published_doubt=qualifier_of(publication.keepers_date or ""),
        source=publication.source,
        lang=publication.lang,
    )


def set_aside(incidents: Sequence[Incident]) -> tuple[tuple[Incident, ...], tuple[Incident, ...]]:
    """Incidents that are followed; and those told beside another that is repeated.

    That is what one document alone tells of besides, or what several do and give no figure of: "the lines were cut".
    What a person judged is followed.
    """
    told = {each.id: {retelling.document for retelling in each.retellings} for each in incidents}
    repeated = set[str]().union(*(documents for documents in told.values() if len(documents) > 1))
    counted = [told[each.id] for each in incidents if _has_figure(each)]
    beside = {
        each.id
        for each in incidents
        if not each.judgements
        and each.accepted is None
        and (
            (len(told[each.id]) == 1 and told[each.id] <= repeated)
            or (not _has_figure(each) and any(told[each.id] < other for other in counted))
        )
    }
    return (
        tuple(each for each in incidents if each.id not in beside),
        tuple(each for each in incidents if each.id in beside),
    )


def _has_figure(incident: Incident) -> bool:
    return any(each.low is not None or each.high is not None for each in incident.retellings)


def gives(incident: Incident, figure: int) -> bool:
    """Whether one of its documents gives this figure."""
    return any(figure in (each.low, each.high) for each in incident.retellings)

"""The captures an incident rests on: what was kept of each post and document in which one of its claims stands."""

from dataclasses import dataclass

from vigil.model.incident import Incident, Publication
from vigil.usecases.ports import CaseReader, Progress, no_progress
from vigil.usecases.testimony.weigh_case import WeighedCase

_OF_CAPTURE = "capture/"


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentCaptures:
    """What there is to hand over of an incident.

    Attributes:
        numbers: Of captures: of its documents, of its posts, and of the media that these show.
        without: Documents of which no bytes were kept, such as posts that were imported from a file.
    """

    numbers: frozenset[int]
    without: tuple[str, ...]


def captures_of_incident(
    incident: Incident, weighed: WeighedCase, case: CaseReader, *, progress: Progress = no_progress
) -> IncidentCaptures:
    """Every capture that holds a text of this incident, held ones too: whoever hands over leaves those out."""
    publications = {
        weighed.stated[claim].publication.id: weighed.stated[claim].publication for claim in incident.claims
    }
    numbers = {number for each in publications.values() if (number := _capture_number(each)) is not None}
    wanted = {name: each.media for name, each in publications.items() if _capture_number(each) is None}
    media = frozenset().union(*(each.media for each in publications.values()))
    found: set[str] = set()
    total = case.evidence.log.size()
    for leaf in case.evidence.leaves():
        progress(leaf.place, total, "entries")
        said = leaf.said
        if said is None or leaf.number is None:
            continue
        if said.digest in media:
            numbers.add(leaf.number)
        if said.account is not None and said.post is not None:
            name = f"{said.account.platform}/{said.account.id}/{said.post}"
            of = {each for each in wanted if each == name or each.startswith(f"{name}@")}
            if of:
                numbers.add(leaf.number)
                found |= of
    return IncidentCaptures(numbers=frozenset(numbers), without=tuple(sorted(set(wanted) - found)))


def _capture_number(publication: Publication) -> int | None:
    if not publication.id.startswith(_OF_CAPTURE):
        return None
    return int(publication.id.removeprefix(_OF_CAPTURE).partition("/")[0])

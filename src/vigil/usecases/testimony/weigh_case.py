"""Weigh what a case says into incidents, as of an instant, with the judgements of named persons on top."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from vigil.incidents.counting import known_codebook
from vigil.incidents.order import published_order
from vigil.incidents.stating import state
from vigil.incidents.weighing import CODEBOOK, weigh
from vigil.model.errors import InvalidInput
from vigil.model.incident import ClaimId, Incident, IncidentId, Judgement, SourceRecord, StatedClaim
from vigil.usecases.ports import CaseReader, CaseWriter, Progress, no_progress
from vigil.usecases.testimony.read_case import CaseReading, Reader, Unpack, read_case
from vigil.usecases.testimony.trace_drift import Drift, gives, set_aside


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedCase:
    """The incidents of a case, and all that they rest on.

    Attributes:
        as_of: What was published or judged later is left out.
        incidents: In order of their first claims.
        stated: Every claim of the case, by its id.
        reading: What was read, and what was passed over.
        judgements: All that were made by then, withdrawn ones too.
        idle: Of these, those of which no claim is found any more: the words are gone, or another reader reads them.
        records: What the case knows of who speaks.
        reader: Which reader, with its version.
        codebook: By whose conventions figures were counted.
    """

    as_of: datetime
    incidents: tuple[Incident, ...]
    stated: Mapping[ClaimId, StatedClaim]
    reading: CaseReading
    judgements: tuple[Judgement, ...]
    idle: tuple[Judgement, ...]
    records: tuple[SourceRecord, ...]
    reader: str
    codebook: str


def weigh_case(
    case: CaseReader,
    *,
    as_of: datetime,
    reader: Reader,
    unpack: Unpack,
    zone: tzinfo = UTC,
    codebook: str = CODEBOOK,
    figure: int | None = None,
    keep: CaseWriter | None = None,
    progress: Progress = no_progress,
) -> WeighedCase:
    """The incidents of a case.

    Args:
        case: Open for reading.
        as_of: What was published or judged later is left out.
        reader: Reads texts.
        unpack: Finds the texts in what was kept of no account.
        zone: In which a post's instant becomes a day.
        codebook: literal, airwars or ucdp.
        figure: The figure whose repetitions are followed, where a text gives several.
        keep: The same case, open for writing, where what is read may be kept.
        progress: Told how many texts are read.
    Raises:
        InvalidInput: There is no codebook of that name.
    """
    known_codebook(codebook)  # before a text is read: it may take minutes
    reading = read_case(case, until=as_of, reader=reader, unpack=unpack, zone=zone, keep=keep, progress=progress)
    stated = [claim for publication, read in reading.said for claim in state(read, publication)]
    judgements = tuple(each for each in case.testimony.judgements() if each.at <= as_of)
    records = tuple(case.testimony.speakers())
    known = {each.id for each in stated}
    return WeighedCase(
        as_of=as_of,
        incidents=weigh(stated, records=records, judgements=judgements, codebook=codebook, figure=figure),
        stated={each.id: each for each in stated},
        reading=reading,
        judgements=judgements,
        idle=tuple(each for each in judgements if each.claims and not known.intersection(each.claims)),
        records=records,
        reader=reader.version,
        codebook=codebook,
    )


def drift_of(weighed: WeighedCase, *, figure: int | None = None) -> Drift:
    """How figures changed as they were repeated in a case; with a figure, only incidents in which somebody gives it."""
    incidents = weighed.incidents
    if figure is not None:
        incidents = tuple(each for each in incidents if gives(each, figure))
    told = {each.document for incident in incidents for each in incident.retellings}
    publications = [publication for publication, _ in weighed.reading.said if publication.id in told]
    followed, asides = set_aside(incidents)
    return Drift(
        incidents=followed,
        asides=asides,
        publications=tuple(sorted(publications, key=published_order)),
        readers=(weighed.reader,),
    )


def incident_named(weighed: WeighedCase, name: str) -> Incident:
    """The incident a person means: by its id, the beginning of it, or a claim of it.

    Raises:
        InvalidInput: There is none, or more than one.
    """
    wanted = name.strip()
    if wanted.startswith("c-"):
        claim = claim_named(weighed, wanted)
        return next(each for each in weighed.incidents if claim in each.claims)
    plain = wanted.removeprefix("i-")
    found = [each for each in weighed.incidents if plain and each.id.startswith(f"i-{plain}")]
    if not found:
        raise InvalidInput(f"there is no incident {IncidentId(wanted)}: `vigil incidents` lists them")
    if len(found) > 1:
        raise InvalidInput(f"{len(found)} incidents begin with {wanted}: give more of the one you mean")
    return found[0]


def claim_named(weighed: WeighedCase, name: str) -> ClaimId:
    """The claim a person means, by its id or the beginning of it.

    Raises:
        InvalidInput: There is none, or more than one.
    """
    plain = name.strip().removeprefix("c-")
    found = [each for each in weighed.stated if plain and each.startswith(f"c-{plain}")]
    if not found:
        raise InvalidInput(f"there is no claim {name.strip()}: `vigil incidents INCIDENT` lists an incident's claims")
    if len(found) > 1:
        raise InvalidInput(f"{len(found)} claims begin with {name.strip()}: give more of the one you mean")
    return found[0]

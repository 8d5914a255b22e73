"""A document as one incident: what an assessment says, each answer with the words it rests on."""

from dataclasses import dataclass
from typing import NamedTuple

from vigil.incidents.codebooks.tolls import Figures
from vigil.model.claim import Certainty, Reading, Span


class Where(NamedTuple):
    """Words of a document: in its text, or in its title."""

    span: Span
    in_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """That the document tells of a violation of this kind. It is what is told, never a finding of law."""

    kind: str  # a name of EventType
    probability: float | None  # that a careful reader would name it; None where claims alone say it
    words: tuple[Where, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessedVictim:
    """Whom it is said to have befallen: a named person, or a counted group. None: not stated."""

    name: str | None
    kind: str | None = None  # journalist, human_rights_defender, ...; of a group as in the claim: journalists, women
    sex: str | None = None  # female, male
    age_group: str | None = None  # child, adult, older
    number: int | None = None
    words: tuple[Where, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Perpetrator:
    """Who is said to have done it. It is an allegation, with the certainty and the speaker it has in the document."""

    name: str  # as in the text
    kind: str | None  # state_forces, state, armed_group, unknown_armed, criminal, other; None: the words do not tell
    certainty: Certainty
    according_to: str | None  # the outermost speaker; None: the author
    words: tuple[Where, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessedPlace:
    """Where it is said to have happened, each part for itself."""

    country: str | None = None
    region: str | None = None
    city: str | None = None
    name: str | None = None
    lat: float | None = None  # degrees, WGS 84
    lon: float | None = None
    precision: str | None = None
    pcode: str | None = None
    words: tuple[Where, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One document as one incident."""

    document: str  # its id
    reading: Reading | None  # the claims behind it
    figures: Figures | None
    violations: tuple[Violation, ...] = ()
    victims: tuple[AssessedVictim, ...] = ()
    perpetrators: tuple[Perpetrator, ...] = ()
    place: AssessedPlace | None = None
    occurred: str | None = None  # EDTF
    occurred_words: tuple[Where, ...] = ()

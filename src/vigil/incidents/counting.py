"""How many, by the claims of an incident: low, best and high, each with its rule and the claims behind it.

Only figures of the whole event count, and each origin counts once, by the last figure of its own: a copy that rounds
or forgets "at least" moves nothing. What a word like "dozens" comes to is one codebook's own, and done there, on a
document (`codebooks`); here claims stay literal, and the codebooks differ in how they read bounds.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from vigil.incidents.codebooks import airwars, literal, ucdp
from vigil.incidents.codebooks.across import Manner
from vigil.incidents.footprints import figure_of
from vigil.incidents.order import claim_order
from vigil.incidents.voices import Register, named_speakers, supporting
from vigil.model.claim import Certainty, Count, EventType, Exactness, Span, Unit, VictimKind
from vigil.model.errors import InvalidInput
from vigil.model.incident import (
    Bound,
    CountRange,
    Derivation,
    GroupRange,
    Origin,
    Reliability,
    SourceFigure,
    SourceName,
    SourceRecord,
    StatedClaim,
)

GROUPS = (
    VictimKind.WOMEN,
    VictimKind.CHILDREN,
    VictimKind.MEDICS,
    VictimKind.AID_WORKERS,
    VictimKind.JOURNALISTS,
)

HARM = (EventType.KILLING, EventType.INJURY)

_Ends = tuple[int | None, int | None]


_RELIABLE_LATEST = "the figure of the most reliable origin, the latest of equals"
_RELIABLE_LOWER = "the figure of the most reliable origin, the lower of equals"


class Convention(NamedTuple):
    """How one codebook reads bounds and whom it counts, and which figure it takes for the best of an incident."""

    name: str
    manner: Manner
    best: str  # the rule's words


CONVENTIONS: Mapping[str, Convention] = {
    module.NAME: Convention(module.NAME, module.MANNER, best)
    for module, best in ((literal, _RELIABLE_LATEST), (airwars, _RELIABLE_LATEST), (ucdp, _RELIABLE_LOWER))
}
"""By the codebook's name.

Sources: Airwars, Methodology (civilians; a range from the lowest to the highest figure credibly given); UCDP GED
Codebook (Sundberg & Melander 2013): low, best and high estimate, of equally reliable reports the lower as the best.
"""


def known_codebook(name: str) -> Convention:
    """The conventions of the codebook of this name.

    Raises:
        InvalidInput: There is none.
    """
    if name not in CONVENTIONS:
        raise InvalidInput(f"--codebook: one of {', '.join(CONVENTIONS)}")
    return CONVENTIONS[name]


def count_range(
    claims: Sequence[StatedClaim],
    origins: Sequence[Origin],
    derivations: Sequence[Derivation],
    *,
    event: EventType,
    codebook: str,
    records: Sequence[SourceRecord] = (),
    kind: VictimKind | None = None,
) -> CountRange | None:
    """Low, best and high of those killed or injured, or of one kind among them. None: no origin gives a figure.

    Raises:
        InvalidInput: There is no codebook of that name.
    """
    by = known_codebook(codebook)
    graded = {record.name: record.reliability for record in records}
    found = [
        (origin.source, stated, _ends(stated, by))
        for origin in origins
        if (stated := _last_figure(origin, claims, derivations, event, kind=kind, by=by)) is not None
    ]
    if not found:
        return None
    lows = [(ends[0], stated) for _, stated, ends in found if ends[0] is not None]
    highs = [(ends[1], stated) for _, stated, ends in found if ends[1] is not None]
    at_most = [high for _, _, (low, high) in found if low is None and high is not None]
    if lows and at_most and min(at_most) < min(low for low, _ in lows):
        lows = []  # "up to 20" beside 300: by one origin it was not 300, and it gives no low of its own
    ranked = sorted(found, key=lambda item: _rank(item, by, graded))
    _, stated, (own_low, _) = ranked[0]
    number = figure_of(stated.claim)
    if number is not None and own_low is not None:
        number = max(number, own_low)  # "more than 50", where the codebook takes that for 51
    return CountRange(
        codebook=codebook,
        low=_bound(lows, min, "the lowest figure any origin gives"),
        best=None if number is None else Bound(value=number, rule=by.best, claims=(stated.id,)),
        high=_bound(highs, max, "the highest figure any origin gives"),
    )


def groups(
    claims: Sequence[StatedClaim],
    origins: Sequence[Origin],
    derivations: Sequence[Derivation],
    *,
    codebook: str,
    records: Sequence[SourceRecord] = (),
) -> tuple[GroupRange, ...]:
    """Women, children, medics, aid workers and journalists apart: parts of the whole, never added to it."""
    found = []
    for event in HARM:
        for kind in GROUPS:
            given = count_range(
                claims, origins, derivations, event=event, codebook=codebook, records=records, kind=kind
            )
            if given is not None:
                found.append(GroupRange(event=event, kind=kind, range=given))
    return tuple(found)


def source_figures(claims: Sequence[StatedClaim], register: Register) -> tuple[SourceFigure, ...]:
    """The figures of the whole event as each source gives them, repeated or not, in order of time."""
    found: dict[tuple[SourceName, EventType, Count], list[StatedClaim]] = {}
    for each in sorted(supporting(claims), key=claim_order):
        claim = each.claim
        if claim.count is None or claim.event not in HARM or not _is_whole(each, claim.event):
            continue
        speakers = named_speakers(claim, each.publication)
        said = speakers[-1] if speakers else each.publication.source or each.publication.id
        key = (register.name(said), claim.event, replace(claim.count, span=Span(0, 0)))
        found.setdefault(key, []).append(each)
    return tuple(
        SourceFigure(
            source=source,
            event=event,
            low=count.low,
            high=count.high,
            exactness=count.exactness,
            certainty=rows[0].claim.certainty,
            side=register.side(source),
            claims=tuple(each.id for each in rows),
        )
        for (source, event, count), rows in found.items()
    )


def _last_figure(
    origin: Origin,
    claims: Sequence[StatedClaim],
    derivations: Sequence[Derivation],
    event: EventType,
    *,
    kind: VictimKind | None,
    by: Convention,
) -> StatedClaim | None:
    """The figure an origin gives: the last of its own documents, or where it has none of the first that quotes it."""
    documents = set(origin.documents)
    said = [
        each
        for each in sorted(claims, key=claim_order)
        if each.publication.id in documents and _is_whole(each, event, kind, by) and _is_of(each, origin)
    ]
    exact = {each.publication.id for each in said if each.claim.count is not None and not each.claim.count.cumulative}
    said = [each for each in said if not _is_total(each) or each.publication.id not in exact]
    own = [each for each in said if each.publication.source == origin.source]
    if own:
        last = own[-1].publication.id
        return next(each for each in own if each.publication.id == last)
    copies = {each.document for each in derivations if each.parent in documents}
    return next((each for each in said if each.publication.id not in copies), said[0] if said else None)


def _is_total(stated: StatedClaim) -> bool:
    """Whether its figure runs on: "nine so far" is of this event, unless the document gives the event's own."""
    return stated.claim.count is not None and stated.claim.count.cumulative


def _is_of(stated: StatedClaim, origin: Origin) -> bool:
    """Whether a claim is the origin's, and not another's in the same document. Parts go with their wholes."""
    return stated.id in origin.claims or stated.claim.subset_of is not None or stated.claim.event is EventType.INJURY


def _is_whole(
    stated: StatedClaim, event: EventType, kind: VictimKind | None = None, by: Convention | None = None
) -> bool:
    claim = stated.claim
    if claim.event is not event or claim.count is None or figure_of(claim) is None:
        return False
    if claim.count.unit is not Unit.PEOPLE or stated not in supporting([stated]):
        return False
    if kind is not None:
        return claim.victims == {kind} or (claim.subset_of is not None and kind in claim.victims)
    counts = by is None or by.manner.fighters or VictimKind.COMBATANTS not in claim.victims
    return claim.subset_of is None and counts


def _ends(stated: StatedClaim, by: Convention) -> _Ends:
    count = stated.claim.count
    if count is None:
        return None, None
    low, high = count.low, count.high
    if count.exactness is Exactness.MORE_THAN and low is not None:
        low += by.manner.more_than
    if high is None and not by.manner.open_high:
        high = low
    return low, high


def _rank(
    item: tuple[SourceName, StatedClaim, _Ends], by: Convention, graded: Mapping[SourceName, Reliability]
) -> tuple[str, int, float]:
    source, stated, ends = item
    letter = graded.get(source, Reliability.CANNOT_BE_JUDGED).value
    sure = 0 if stated.claim.certainty in (Certainty.CONFIRMED, Certainty.CORROBORATED, Certainty.WITNESSED) else 1
    at = stated.publication.published_at
    later = -at.timestamp() if at is not None else 0.0
    lower = float(ends[0] if ends[0] is not None else ends[1] or 0)
    return letter, sure, lower if by.name == "ucdp" else later


def _bound(ends: Sequence[tuple[int, StatedClaim]], choose: Callable[[list[int]], int], rule: str) -> Bound | None:
    if not ends:
        return None
    value = choose([end for end, _ in ends])
    return Bound(value=value, rule=rule, claims=tuple(stated.id for end, stated in ends if end == value))

"""The tolls that claims amount to: for documents in any language, and for many documents at once."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from vigil.incidents.codebooks.tolls import Harm, Toll, Voice, Whom, vague_amount
from vigil.model.claim import (
    AUTHOR,
    UNNAMED,
    Certainty,
    Claim,
    Document,
    EventType,
    Exactness,
    Polarity,
    Reading,
    Span,
    Unit,
    VictimKind,
)

_HARMS = {EventType.KILLING: Harm.KILLED, EventType.INJURY: Harm.INJURED}
_STANDS = frozenset({Polarity.HAPPENED, Polarity.FEARED})
_TAKEN_BACK = frozenset({Certainty.DENIED, Certainty.RETRACTED})
_UNSURE = frozenset({Certainty.SUSPECTED, Certainty.FEARED, Certainty.UNVERIFIED})
_KINDS = frozenset({VictimKind.WOMEN, VictimKind.CHILDREN})


def tolls_of_claims(document: Document, reading: Reading) -> tuple[Toll, ...]:
    """A toll for every claim of killed or injured people that stands, and that counts or names them.

    Claims denied, taken back, threatened or only imagined give none. A claim without a count gives as many as it names.
    """
    found = []
    for order, claim in enumerate(reading.claims):
        harm = _HARMS.get(claim.event)
        if harm is None or not _stands(claim):
            continue
        toll = _of_count(document, claim, harm) or _of_names(claim, harm)
        if toll is not None:
            found.append(
                replace(
                    toll,
                    whom=_whom(claim),
                    part=claim.subset_of is not None,
                    doubted=claim.certainty in _UNSURE,
                    document=document.id,
                    source=_source(claim) or document.source,
                    order=order,
                )
            )
    return tuple(found)


def heeding(tolls: Iterable[Toll], reading: Reading) -> tuple[Toll, ...]:
    """The tolls of a narrative, with what claims read from it know better: who says it, and what is taken back."""
    counted = [claim for claim in reading.claims if claim.count is not None and claim.event in _HARMS]
    heeded = []
    for toll in tolls:
        over = [claim for claim in counted if _HARMS[claim.event] is toll.harm and _overlap(claim, toll.span)]
        if over and not any(_stands(claim) for claim in over):
            continue
        source = next((source for claim in over if (source := _source(claim))), None)
        heeded.append(replace(toll, source=source) if source else toll)
    return tuple(heeded)


def _stands(claim: Claim) -> bool:
    return claim.polarity in _STANDS and claim.certainty not in _TAKEN_BACK


def _overlap(claim: Claim, span: Span) -> bool:
    return claim.count is not None and claim.count.span.begin < span.end and span.begin < claim.count.span.end


def _of_count(document: Document, claim: Claim, harm: Harm) -> Toll | None:
    count = claim.count
    if count is None or count.unit is not Unit.PEOPLE or count.exactness is Exactness.NONE:
        return None
    is_vague = count.low is None and count.high is None
    return Toll(
        harm=harm,
        low=count.low,
        high=count.high,
        exactness=count.exactness,
        span=count.span,
        vague=vague_amount(document.text[slice(*count.span)]) if is_vague else None,
        elsewhere=count.cumulative,
    )


def _of_names(claim: Claim, harm: Harm) -> Toll | None:
    if not claim.named:
        return None
    return Toll(
        harm=harm,
        low=len(claim.named),
        high=len(claim.named),
        exactness=Exactness.EXACT,
        span=Span(min(each.span.begin for each in claim.named), max(each.span.end for each in claim.named)),
        voice=Voice.NAMES,
    )


def _whom(claim: Claim) -> Whom:
    if claim.victims == {VictimKind.COMBATANTS}:
        return Whom.FIGHTERS
    return Whom.KIND if claim.victims and claim.victims <= _KINDS else Whom.PEOPLE


def _source(claim: Claim) -> str | None:
    """Of whom it was had in the end, as far as that is named."""
    speakers: Sequence[str] = [link.speaker for link in claim.chain if link.speaker not in (AUTHOR, UNNAMED)]
    return speakers[-1] if speakers else None

"""Incidents and drift as JSON: every figure with its rule, every part with the claims it rests on."""

from collections.abc import Mapping

from vigil.model.incident import (
    Bound,
    Contradiction,
    CountRange,
    Derivation,
    Hop,
    Incident,
    Joined,
    Origin,
    Retelling,
    SourceFigure,
    Voice,
)
from vigil.model.instants import rfc3339
from vigil.publish.claims_json import place_page
from vigil.usecases.testimony.trace_drift import Drift

Page = dict[str, object]


def drift_page(drift: Drift) -> Page:
    """What became of a figure: incidents, origins, each document's reading, and each hop with its flags."""
    readings: dict[str, Page] = {}
    for incident in drift.incidents:
        adds = {each.document: each.why.value for each in incident.unsupporting}
        parents = {each.document: each for each in incident.derivations}
        for told in incident.retellings:
            page = readings.setdefault(told.document, reading_page(told))
            page.setdefault("incident", incident.id)
            page.setdefault("adds", adds.get(told.document, "origin"))
            if told.document in parents:
                page.setdefault("derived", derivation_page(parents[told.document]))
    return {
        "incidents": [_summary(each) for each in drift.incidents],
        "asides": [_summary(each) for each in drift.asides],
        "origins": [
            {**origin_page(each), "incident": incident.id} for incident in drift.incidents for each in incident.origins
        ],
        "documents": {
            each.id: readings.get(each.id, {"source": each.source, "incident": None, "adds": "no_claim"})
            for each in drift.publications
        },
        "hops": [hop_page(each) for incident in drift.incidents for each in incident.hops],
        "readers": list(drift.readers),
    }


def incident_page(incident: Incident) -> Page:
    """An incident, whole."""
    return {
        **_summary(incident),
        "claims": list(incident.claims),
        "joined": [_joined(each) for each in incident.joined],
        "figures": [_figure(each) for each in incident.figures],
        "admiralty": [
            {
                "source": each.source,
                "reliability": each.reliability.value,
                "credibility": each.credibility.value,
                "why": each.why,
            }
            for each in incident.admiralty
        ],
        "origins": [origin_page(each) for each in incident.origins],
        "derivations": [derivation_page(each) for each in incident.derivations],
        "unsupporting": [{"document": each.document, "why": each.why.value} for each in incident.unsupporting],
        "contradictions": [_contradiction(each) for each in incident.contradictions],
        "documents": {each.document: reading_page(each) for each in incident.retellings},
        "hops": [hop_page(each) for each in incident.hops],
        "judgements": list(incident.judgements),
        "accepted": incident.accepted,
    }


def reading_page(told: Retelling) -> Page:
    """What one document says of an incident."""
    return {
        "source": told.source,
        "published_at": rfc3339(told.published_at) if told.published_at is not None else None,
        "keepers_date": told.keepers_date,
        "certainty": told.certainty.value if told.certainty is not None else None,
        "denies": told.denies,
        "attributed": told.attributed,
        "speakers": list(told.speakers),
        "low": told.low,
        "high": told.high,
        "exactness": told.exactness.value,
        "verb": told.verb.value if told.verb is not None else None,
        "perpetrators": [{"text": each.text, "hedged": each.hedged} for each in told.actors],
        "place": told.place,
        "victims": sorted(each.value for each in told.victims),
        "claims": list(told.claims),
    }


def origin_page(origin: Origin) -> Page:
    """One who says so independently."""
    return {
        "source": origin.source,
        "documents": list(origin.documents),
        "side": origin.side,
        "claims": list(origin.claims),
    }


def derivation_page(found: Derivation) -> Page:
    """Who had it from whom, and what shows it."""
    return {
        "document": found.document,
        "from": found.parent,
        "by": [each.value for each in found.by],
        "score": found.score,
        "why": found.why,
    }


def hop_page(hop: Hop) -> Page:
    """One repetition, and what changed."""
    return {
        "from": hop.parent,
        "to": hop.document,
        "flags": [each.value for each in hop.flags],
        "why": list(hop.why),
    }


def range_page(given: CountRange | None) -> Page | None:
    """A range, each end with its rule and claims."""
    if given is None:
        return None
    return {
        "codebook": given.codebook,
        "low": _bound(given.low),
        "best": _bound(given.best),
        "high": _bound(given.high),
    }


def _summary(incident: Incident) -> Page:
    return {
        "id": incident.id,
        "event": incident.event.value,
        "date": incident.occurred,
        "place": place_page(incident.place) if incident.place is not None else None,
        "documents": [each.document for each in incident.retellings],
        "killed": range_page(incident.killed),
        "injured": range_page(incident.injured),
        "groups": [
            {"event": each.event.value, "kind": each.kind.value, "range": range_page(each.range)}
            for each in incident.groups
        ],
        "grade": {
            "grade": incident.grade.grade.value,
            "why": incident.grade.why,
            "rule": incident.grade.rule,
            "claims": list(incident.grade.claims),
        },
    }


def _bound(bound: Bound | None) -> Mapping[str, object] | None:
    return None if bound is None else {"value": bound.value, "rule": bound.rule, "claims": list(bound.claims)}


def _joined(joined: Joined) -> Page:
    return {
        "claim": joined.claim,
        "to": joined.to,
        "score": joined.score,
        "why": joined.why,
        "judgement": joined.judgement,
    }


def _figure(given: SourceFigure) -> Page:
    return {
        "source": given.source,
        "event": given.event.value,
        "low": given.low,
        "high": given.high,
        "exactness": given.exactness.value,
        "certainty": given.certainty.value,
        "side": given.side,
        "claims": list(given.claims),
    }


def _contradiction(found: Contradiction) -> Page:
    return {
        "about": found.about.value,
        "event": found.event.value,
        "voices": [_voice(each) for each in found.voices],
    }


def _voice(voice: Voice) -> Page:
    return {
        "says": voice.says,
        "sources": list(voice.sources),
        "sides": list(voice.sides),
        "claims": list(voice.claims),
    }

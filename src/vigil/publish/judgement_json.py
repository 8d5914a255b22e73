"""Judgements, sources, actors and claims with their documents, as JSON for machines. No document's text is in it."""

from vigil.incidents.actors import ActorRecord, Blamed
from vigil.model.incident import Judgement, SourceRecord, StatedClaim
from vigil.model.instants import rfc3339
from vigil.publish.claims_json import claim_page
from vigil.publish.incident_json import Page, range_page


def judgement_page(judgement: Judgement) -> Page:
    """A judgement, whole."""
    return {
        "id": judgement.id,
        "kind": judgement.kind.value,
        "claims": list(judgement.claims),
        "grade": judgement.grade.value if judgement.grade else None,
        "withdraws": judgement.withdraws,
        "by": judgement.by,
        "reason": judgement.reason,
        "at": rfc3339(judgement.at),
    }


def source_page(record: SourceRecord) -> Page:
    """What was entered of one who speaks."""
    return {
        "name": record.name,
        "aliases": list(record.aliases),
        "side": record.side,
        "reliability": record.reliability.value,
        "by": record.judged_by,
        "reason": record.reason,
    }


def stated_page(stated: StatedClaim) -> Page:
    """A claim, and where it stands."""
    publication = stated.publication
    return {
        "id": stated.id,
        "document": publication.id,
        "source": publication.source,
        "published_at": rfc3339(publication.published_at) if publication.published_at else None,
        "keepers_date": publication.keepers_date,
        "url": publication.url,
        "claim": claim_page(stated.claim),
    }


def actor_page(actor: ActorRecord) -> Page:
    """An actor with the incidents somebody makes them responsible for."""
    return {
        "name": actor.name,
        "names": list(actor.names),
        "incidents": [_blamed(each) for each in actor.incidents],
        "repeats": {
            "events": {event.value: n for event, n in actor.events},
            "places": dict(actor.places),
        },
    }


def _blamed(each: Blamed) -> Page:
    return {
        "incident": each.incident,
        "event": each.event.value,
        "date": each.occurred,
        "place": each.place,
        "killed": range_page(each.killed),
        "grade": each.grade.value,
        "roles": [role.value for role in each.roles],
        "by": list(each.by),
        "sides": list(each.sides),
        "one_sided": each.one_sided,
        "hedged": each.hedged,
        "denied_by": list(each.denied_by),
        "claims": list(each.claims),
    }

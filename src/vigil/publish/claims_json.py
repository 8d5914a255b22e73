"""A reading as a line of JSON: the slots of docs/claims.md, the chain of speakers, and the words each rests on."""

from vigil.model.claim import Actor, Claim, ClaimedPlace, Link, Reading, Span, Victim

Page = dict[str, object]


def reading_page(reading: Reading, *, keepers_date: str | None = None) -> Page:
    """One document's line. Spans are [begin, end) in code points of the original text.

    Args:
        reading: What is claimed in it.
        keepers_date: When it was published, where that is the word of whoever kept it.
    """
    page: Page = {
        "id": reading.document,
        "lang": reading.lang,
        "reader": reading.reader,
        "claims": [claim_page(each) for each in reading.claims],
    }
    if keepers_date is not None:
        page["keepers_date"] = keepers_date
    if reading.unread:
        page["unread"] = [_span(each) for each in reading.unread]
    return page


def claim_page(claim: Claim) -> Page:
    """One claim."""
    count = claim.count
    return {
        "event": claim.event.value,
        "low": count.low if count else None,
        "high": count.high if count else None,
        "exactness": count.exactness.value if count else "none",
        "unit": count.unit.value if count else None,
        "cumulative": count.cumulative if count else False,
        "polarity": claim.polarity.value,
        "certainty": claim.certainty.value,
        "speakers": [link.speaker for link in claim.chain],
        "actors": [_actor(each) for each in claim.actors],
        "actor_hedged": any(each.hedged for each in claim.actors),
        "victims": sorted(each.value for each in claim.victims),
        "names": [_victim(each) for each in claim.named],
        "place": place_page(claim.place) if claim.place else None,
        "date": claim.occurred,
        "subset_of": claim.subset_of,
        "sentence": _span(claim.sentence) if claim.sentence else None,
        "spans": {slot: [_span(each) for each in spans] for slot, spans in sorted(claim.spans.items())},
        "chain": [_link(each) for each in claim.chain],
    }


def _span(span: Span) -> list[int]:
    return [span.begin, span.end]


def _actor(actor: Actor) -> Page:
    return {"text": actor.text, "role": actor.role.value, "hedged": actor.hedged}


def _victim(victim: Victim) -> Page:
    return {
        "name": victim.name,
        "kind": victim.kind.value if victim.kind else None,
        "sex": victim.sex,
        "age_group": victim.age_group,
        "age_years": victim.age_years,
    }


def place_page(place: ClaimedPlace) -> Page:
    """A place, as said and as a gazetteer has it, with the other places of that name that were possible."""
    return {
        "text": place.text,
        "name": place.name,
        "city": place.city,
        "region": place.region,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "pcode": place.pcode,
        "alternatives": list(place.alternatives),
    }


def _link(link: Link) -> Page:
    return {
        "speaker": link.speaker,
        "certainty": link.certainty.value,
        "direct": link.direct,
        "firsthand": link.firsthand,
        "span": _span(link.speaker_span) if link.speaker_span else None,
        "cue": _span(link.cue) if link.cue else None,
    }

"""A figure followed through its repetitions, for people at a terminal."""

from collections.abc import Iterator

from vigil.model.claim import Exactness
from vigil.model.counted import counted
from vigil.model.figure_words import figure_words
from vigil.model.incident import Incident, Retelling
from vigil.publish.claims_terminal import keepers_words
from vigil.publish.outside_text import isolated


def drift_lines(incident: Incident) -> Iterator[str]:
    """Who said it first, who had it from whom, and what changed at each hop."""
    place = isolated(incident.place.text) if incident.place is not None else "place not stated"
    yield f"{incident.id}  {incident.event.value}  {incident.occurred or 'day not stated'}  {place}"
    yield f"  {incident.grade.grade.value}: {incident.grade.why}"
    for origin in incident.origins:
        side = f", of a party ({isolated(origin.side)})" if origin.side is not None else ""
        yield f"  origin: {isolated(origin.source)}{side}: {counted(len(origin.documents), 'document')}"
    told = {each.document: each for each in incident.retellings}
    hops = {each.document: each for each in incident.hops}
    adds = {each.document: each.why.value.replace("_", " ") for each in incident.unsupporting}
    for name, each in told.items():
        day = each.published_at.date().isoformat() if each.published_at is not None else "-"
        if each.keepers_date is not None:
            day = keepers_words(each.keepers_date)
        who = f" ({isolated(each.source)})" if each.source is not None and each.source != name else ""
        yield f"  {day}  {isolated(name)}{who}: {_said(each)}" + (f"  [{adds[name]}]" if name in adds else "")
        if name in hops:
            hop = hops[name]
            yield f"    repeats {isolated(hop.parent)}" + ("" if hop.flags else ", unchanged")
            for flag, why in zip(hop.flags, hop.why, strict=True):
                yield f"    {flag.value}: {isolated(why)}"
    for against in incident.contradictions:
        yield "  against each other:"
        for voice in against.voices:
            yield f"    {isolated(voice.says)}: {', '.join(isolated(each) for each in voice.sources)}"


def aside_line(incident: Incident) -> str:
    """What one document tells beside what others repeat."""
    (told,) = incident.retellings
    place = isolated(incident.place.text) if incident.place is not None else "place not stated"
    return f"beside, by {isolated(told.document)} alone: {incident.event.value}, {place}: {_said(told)}"


def _said(told: Retelling) -> str:
    figure = figure_words(told.low, told.high, told.exactness)
    if figure is None:
        figure = "no number, but some" if told.exactness is Exactness.VAGUE else "no figure"
    actors = " and ".join(isolated(each.text) + (" (hedged)" if each.hedged else "") for each in told.actors)
    parts = [figure, told.verb.value if told.verb is not None else "", f"by {actors}" if actors else ""]
    words = " ".join(part for part in parts if part) + (
        f", {told.certainty.value}" if told.certainty is not None else ""
    )
    return f"says that it was not so ({words})" if told.denies else words

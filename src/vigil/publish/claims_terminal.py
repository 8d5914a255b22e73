"""Claims for people at a terminal: what is said to have happened, who says so, how surely, and the sentence it is
in."""

from collections.abc import Iterator

from vigil.model.claim import AUTHOR, UNNAMED, ActorRole, Claim, Document, Polarity, Reading, Unit, VictimKind
from vigil.model.figure_words import figure_words
from vigil.publish.outside_text import isolated

_MOODS = {
    Polarity.HAPPENED: "",
    Polarity.NOT_HAPPENED: "not: ",
    Polarity.FEARED: "feared: ",
    Polarity.THREATENED: "threatened: ",
    Polarity.PLANNED: "planned: ",
    Polarity.CONDITIONAL: "if: ",
    Polarity.ASKED_FOR: "asked for: ",
}
_MOST_OF_SENTENCE = 400
_ONE_OF = {
    Unit.PEOPLE: "person",
    Unit.FAMILIES: "family",
    Unit.VEHICLES: "vehicle",
    Unit.BUILDINGS: "building",
    Unit.ATTACKS: "attack",
    Unit.MUNITIONS: "munition",
}
_ONE = {
    VictimKind.CIVILIANS: "civilian",
    VictimKind.WOMEN: "woman",
    VictimKind.CHILDREN: "child",
    VictimKind.MEDICS: "medic",
    VictimKind.AID_WORKERS: "aid worker",
    VictimKind.JOURNALISTS: "journalist",
    VictimKind.COMBATANTS: "combatant",
}


def reading_lines(document: Document, reading: Reading, *, keepers_date: str | None = None) -> Iterator[str]:
    """The lines for one document; none where nothing is claimed in it.

    Args:
        document: What was read.
        reading: What is claimed in it.
        keepers_date: When it was published, where that is the word of whoever kept it.
    """
    if not reading.claims:
        return
    title = f"  {isolated(document.title)}" if document.title else ""
    dated = f"  (published {keepers_words(keepers_date)})" if keepers_date is not None else ""
    yield f"{isolated(document.id)}{title}{dated}"
    for number, claim in enumerate(reading.claims):
        part = f", part of [{claim.subset_of}]" if claim.subset_of is not None else ""
        yield f"  [{number}] {claim_words(claim)}{part}"
        yield f"      says {_who(claim)}: {claim.certainty.value}"
        if claim.sentence is not None:
            yield f"      “{isolated(_short(document.text[claim.sentence.begin : claim.sentence.end]))}”"
    for span in reading.unread:
        yield f"  not read, in a language there is no reader for: characters {span.begin} to {span.end}"
    yield ""


def claim_words(claim: Claim) -> str:
    """What is said to have happened, with every bound, mood and hedge."""
    parts = [f"{_MOODS[claim.polarity]}{claim.event.value.replace('_', ' ')}"]
    parts += _whom(claim)
    if claim.named:
        parts.append(", ".join(isolated(each.name) for each in claim.named))
    for actor in claim.actors:
        role = "backed by" if actor.role is ActorRole.BACKER else "by"
        parts.append(f"{role} {isolated(actor.text)}{' (hedged)' if actor.hedged else ''}")
    if claim.place is not None:
        parts.append(f"in {isolated(claim.place.text)}")
    if claim.occurred is not None:
        parts.append(f"on {claim.occurred}")
    return ", ".join(parts)


def keepers_words(keepers_date: str) -> str:
    """When something was published, as the word of whoever kept it."""
    return f"{keepers_date}, says whoever kept it"


def _whom(claim: Claim) -> Iterator[str]:
    """How many and of what kind: "3 children", "at least 12 people (children, women)", "children"."""
    kinds = sorted(claim.victims)
    names = ", ".join(each.value.replace("_", " ") for each in kinds)
    count = claim.count
    if count is None:
        if names:
            yield names
        return
    number = figure_words(count.low, count.high, count.exactness)
    one = number is not None and {count.low, count.high} <= {1, None}
    what = _ONE_OF[count.unit] if one else count.unit.value
    if len(kinds) == 1 and count.unit is Unit.PEOPLE:
        what, names = (_ONE[kinds[0]] if one else names), ""
    total = " in all" if count.cumulative else ""
    among = f" ({names})" if names else ""
    yield f"{what}{among}, no number given{total}" if number is None else f"{number} {what}{total}{among}"


def _who(claim: Claim) -> str:
    names = {AUTHOR: "the author", UNNAMED: "somebody unnamed"}
    return ", of whom ".join(names.get(link.speaker, isolated(link.speaker)) for link in claim.chain)


def _short(text: str) -> str:
    return text if len(text) <= _MOST_OF_SENTENCE else text[:_MOST_OF_SENTENCE].rsplit(" ", 1)[0] + " …"

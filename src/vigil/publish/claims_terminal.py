"""Claims for people at a terminal: what is said to have happened, who says so, how surely, and the sentence it is
in."""

from collections.abc import Iterator

from vigil.model.claim import AUTHOR, UNNAMED, ActorRole, Claim, Document, Polarity, Reading
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
    if claim.count is not None:
        parts.append(_count(claim))
    if claim.victims:
        parts.append("of " + ", ".join(sorted(each.value.replace("_", " ") for each in claim.victims)))
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


def _count(claim: Claim) -> str:
    count = claim.count
    if count is None:
        return ""
    total = " in all" if count.cumulative else ""
    number = figure_words(count.low, count.high, count.exactness)
    return f"{count.unit.value} in no number{total}" if number is None else f"{number} {count.unit.value}{total}"


def _who(claim: Claim) -> str:
    names = {AUTHOR: "the author", UNNAMED: "somebody unnamed"}
    return ", of whom ".join(names.get(link.speaker, isolated(link.speaker)) for link in claim.chain)


def _short(text: str) -> str:
    return text if len(text) <= _MOST_OF_SENTENCE else text[:_MOST_OF_SENTENCE].rsplit(" ", 1)[0] + " …"

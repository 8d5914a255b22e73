"""Claims as a line each: event, count, polarity, certainty, speakers."""

from collections.abc import Iterable

from vigil.model.claim import Claim

HAPPENED = ("happened", "asserted", "AUTHOR")


def as_told(claims: Iterable[Claim]) -> list[tuple[str, int | None, str, str, str]]:
    """What tests of whole posts compare."""
    return [
        (
            each.event.value,
            None if each.count is None else each.count.low,
            each.polarity.value,
            each.certainty.value,
            " > ".join(link.speaker for link in each.chain),
        )
        for each in claims
    ]

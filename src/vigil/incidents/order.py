"""The one order in which documents and claims are looked at: by time, then by name. Never that in which they came."""

import re
from datetime import UTC, datetime, time

from vigil.model.incident import Publication, StatedClaim

_LAST = datetime.max.replace(tzinfo=UTC)
_DIGITS = re.compile(r"(\d+)")


def published_order(publication: Publication) -> tuple[datetime, tuple[tuple[int, int | str], ...]]:
    """When it was published, and then its id, numbers in it as numbers: d2 comes before d10. Undated ones come last."""
    return publication.published_at or _LAST, natural(publication.id)


def claim_order(stated: StatedClaim) -> tuple[object, ...]:
    """A claim's document, and where in it the claim stands."""
    sentence = stated.claim.sentence
    begins = [span.begin for spans in stated.claim.spans.values() for span in spans]
    at = sentence.begin if sentence is not None else min(begins, default=0)
    return (*published_order(stated.publication), at, stated.id)


def natural(name: str) -> tuple[tuple[int, int | str], ...]:
    """A name to sort by, its numbers as numbers."""
    return tuple(
        (0, int(part)) if part.isascii() and part.isdigit() and len(part) < 19 else (1, part)
        for part in _DIGITS.split(name)
        if part
    )


def may_follow(document: Publication, earlier: Publication) -> bool:
    """Whether the first could repeat the second: published after it.

    Midnight sharp is how a day without a time is written: then the days decide, and within one day the ids.
    """
    mine, theirs = document.published_at, earlier.published_at
    if mine is None or theirs is None:
        return natural(document.id) > natural(earlier.id) if mine is theirs else mine is None
    if _is_day(mine) or _is_day(theirs):
        if mine.date() != theirs.date():
            return mine.date() > theirs.date()
        return natural(document.id) > natural(earlier.id)
    return published_order(document) > published_order(earlier)


def _is_day(at: datetime) -> bool:
    return at.timetz().replace(tzinfo=None) == time.min

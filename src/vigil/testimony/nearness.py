"""How near the words of a slot stand to those of an event: by grammar where there is one, else by signs and letters."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from vigil.model.claim import Span
from vigil.testimony.parsed import Parsed
from vigil.testimony.sentences import sentence_bounds

_CLAUSE = re.compile(
    r"[;:—،؛]|,\s+(?:and|but|while|whereas|although|though|after|before|when|where|which|who)\b"
    r"|\b(?:but|while|whereas|although|after|before|since|because|when|who|which|that|said|says|told|denied|announced"
    r"|reported|accused|blamed|claimed|confirmed|warned)\b"
    r"|(?<!\w)(?:بينما|فيما|بعد|قبل|لكن|حيث|عندما|الذي|التي|قال|قالت|اعلن|أعلن|أعلنت|ان|أن|إن)(?!\w)",
    re.IGNORECASE,
)
_CLAUSE_COSTS = 60
"""Characters that a boundary between clauses weighs as much as."""
_STEP_COSTS = 12
"""Characters that a step in the tree of a sentence weighs as much as."""
FAR = 10_000


def sentence_of(text: str, at: int, parsed: Parsed | None) -> Span:
    """The sentence that letter stands in."""
    if parsed is not None:
        for first, last in parsed.sentences:
            span = parsed.span(first, last)
            if span.begin <= at < span.end:
                return span
    bounds = sentence_bounds(text)
    found = max(0, bisect_right(bounds, at) - 1)
    return Span(bounds[found], min(len(text), bounds[min(found + 1, len(bounds) - 1)]))


def distance(text: str, one: Span, other: Span, parsed: Parsed | None) -> int:
    """How far apart, in characters and what weighs as much; 0 where they overlap."""
    if one.begin < other.end and other.begin < one.end:
        return 0
    between = text[min(one.end, other.end) : max(one.begin, other.begin)]
    apart = len(between) + _CLAUSE_COSTS * clauses_between(between)
    if parsed is None:
        return apart
    steps = _steps(parsed, one, other)
    return apart if steps is None else apart // 4 + _STEP_COSTS * steps


def clauses_between(between: str) -> int:
    """How many boundaries of clauses lie in the words between two spans."""
    return len(_CLAUSE.findall(between))


def governors(parsed: Parsed, span: Span) -> list[int]:
    """The tokens a span hangs on, from the nearest up to the root of its sentence."""
    inside = _tokens(parsed, span)
    if not inside:
        return []
    at = next((each for each in inside if parsed.tokens[each].head not in inside), inside[0])
    found: list[int] = []
    while parsed.tokens[at].head != at and len(found) < 60:
        at = parsed.tokens[at].head
        found.append(at)
    return found


def _steps(parsed: Parsed, one: Span, other: Span) -> int | None:
    """Steps between two spans in the tree of their sentence; None in different ones."""
    first, second = _tokens(parsed, one), _tokens(parsed, other)
    if not first or not second:
        return None
    up = governors(parsed, one)
    across = [*second, *governors(parsed, other)]
    for number, token in enumerate(up):
        if token in across:
            return number + max(0, across.index(token) - len(second) + 1)
    up = list(first)
    for number, token in enumerate(governors(parsed, other)):
        if token in up:
            return number + 1
    return None


def _tokens(parsed: Parsed, span: Span) -> Sequence[int]:
    """The tokens that overlap a span."""
    tokens = parsed.tokens
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].end <= span.begin:
            low = middle + 1
        else:
            high = middle
    found = []
    while low < len(tokens) and tokens[low].begin < span.end:
        found.append(low)
        low += 1
    return found

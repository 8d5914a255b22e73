"""Sayings shown by signs alone: "MAYOR: We had no water." and "We had no water." - the mayor."""

import re
from dataclasses import dataclass
from typing import Final

from vigil.model.claim import Span
from vigil.testimony.attribution.quotes import Quotation

_NAME: Final = r"[A-Z][\w.’'-]{0,30}(?: (?:[A-Z][\w.’'-]{0,30}|of|the|de|al)){0,6}"
_TURN: Final = re.compile(rf"^[\"“”]?({_NAME})(:)[ \t\u00a0]+(?=\S)", re.MULTILINE)
_SIGNED: Final = re.compile(rf"[ \t\u00a0]{{0,3}}\n?[ \t\u00a0]{{0,3}}(―|—|–|--|-)[ \t\u00a0]?({_NAME})")


@dataclass(frozen=True, slots=True)
class Signed:
    """What is said, by whom, and the sign between them."""

    source: Span
    cue: Span
    content: Span
    again: bool = False  # other lines of the text begin in the same way
    spoken: bool = False  # the content is a quotation, or the name is in capitals


def signed(text: str, quotes: tuple[Quotation, ...]) -> tuple[Signed, ...]:
    """Turns of speech and signed quotations, in order."""
    found: list[Signed] = []
    turns = list(_TURN.finditer(text))
    for turn in turns:
        end = text.find("\n", turn.end())
        content = Span(turn.end(), len(text) if end < 0 else end)
        name = turn[1]
        spoken = name.isupper() or text[turn.end()] in "\"“‘'"
        found.append(Signed(Span(*turn.span(1)), Span(*turn.span(2)), content, len(turns) > 2, spoken))
    for quote in quotes:
        after = _SIGNED.match(text, quote.span.end)
        if after is not None:
            found.append(Signed(Span(*after.span(2)), Span(*after.span(1)), quote.span, spoken=True))
    return tuple(sorted(found, key=lambda one: one.cue))

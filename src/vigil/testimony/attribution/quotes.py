"""Quotations: where a text stands within quotation marks, across sentences and paragraphs."""

import re
from dataclasses import dataclass
from typing import Final

from vigil.model.claim import Span

_MARK: Final = re.compile("[“”„«»\"\n‘’]|''|``|(?<![\\w'])'(?=\\w)|(?<=[.,!?…])'(?![\\w'])")
"""What may open or close a quotation, and line breaks, at which one that was not closed ends."""

_OPENING: Final = frozenset("“„«")
_CLOSING: Final = frozenset("”»")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch within quotation marks, marks included.

    Attributes:
        span: From the first mark to the last, or to the end of the paragraph where none closes it.
        closed: False where the paragraph ends first, as when a quotation goes on in the next.
        continues: True where the quotation before was not closed, and this one goes on with it.
    """

    span: Span
    closed: bool
    continues: bool = False

    @property
    def inside(self) -> Span:
        """Without the marks."""
        return Span(self.span.begin + 1, self.span.end - 1 if self.closed else self.span.end)


def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order. Linear in its length."""
    found: list[Quotation] = []
    opened: int | None = None
    opener = ""
    unclosed = False  # the last quotation was not closed in its paragraph
    for mark in _MARK.finditer(text):
        sign, at = mark[0], mark.start()
        if sign == "\n":
            if opened is not None:
                if at - opened > 1:
                    found.append(Quotation(Span(opened, at), closed=False, continues=unclosed))
                    unclosed = True
                opened = None
            continue
        if opened is None:
            if _opens(text, sign, at, mark.end()):
                opened, opener = at, sign
            continue
        if _closes(text, opener, sign, mark.end()):
            found.append(Quotation(Span(opened, mark.end()), closed=True, continues=unclosed))
            opened, unclosed = None, False
    if opened is not None and len(text) - opened > 1:
        found.append(Quotation(Span(opened, len(text)), closed=False, continues=unclosed))
    return tuple(found)


def _opens(text: str, sign: str, begin: int, end: int) -> bool:
    if sign in _OPENING or sign == "``":
        return True
    before = text[begin - 1] if begin else " "
    after = text[end] if end < len(text) else " "
    if sign in ('"', "''"):
        return not after.isspace() and not before.isalnum()
    if sign in ("‘", "'"):
        return not before.isalnum() and after.isalpha()
    return False


def _closes(text: str, opener: str, sign: str, end: int) -> bool:
    if opener in _OPENING:
        return sign in _CLOSING or (sign == '"' and not text[end : end + 1].isalnum())
    if opener == '"':
        return sign in ('"', "”")
    if opener in ("''", "``"):
        return sign == "''"
    after = text[end] if end < len(text) else " "
    return sign in ("’", "'") and not after.isalnum()

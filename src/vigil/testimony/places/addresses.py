"""Links and handles within a text: names in them are no places of what the text tells."""

import re

_ADDRESS = re.compile(r"https?:\S+|www\.\S+|[@][\w.]+")


class Addresses:
    """Where links and handles stand. Asked from the beginning of the text to its end."""

    def __init__(self, text: str) -> None:
        some = "@" in text or "://" in text or "www." in text
        self._spans = [match.span() for match in _ADDRESS.finditer(text)] if some else []
        self._next = 0

    def cover(self, at: int) -> bool:
        """Whether the letter there belongs to one. What is asked may not come before what was asked last."""
        while self._next < len(self._spans) and self._spans[self._next][1] <= at:
            self._next += 1
        return self._next < len(self._spans) and self._spans[self._next][0] <= at

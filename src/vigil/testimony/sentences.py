"""Where sentences end, found by signs alone: for texts without a grammar."""

import re

_END = re.compile(r"(?<=[.!?…؟])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[^\sa-z])|\n+")
_SHORT = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Capt|Sgt|Maj|Gov|Sen|Rep|Rev|Prof|No|vs|[A-Z])\.$")
"""A dot behind these ends no sentence."""


def sentence_bounds(text: str) -> list[int]:
    """Where sentences begin, and the end of the text behind the last: n + 1 numbers, the last one past the text."""
    bounds = [0]
    for match in _END.finditer(text):
        if "\n" not in match.group() and _SHORT.search(text, max(0, match.start() - 6), match.start()):
            continue
        bounds.append(match.end())
    bounds.append(len(text) + 1)
    return bounds

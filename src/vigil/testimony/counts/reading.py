"""Every number of a text: what it counts, how it is bounded, what it is a part of, or what it is instead of a count.

The reader says what the words say. What a figure comes to (several, more than 50, half of them) is for a codebook.
"""

import re

from vigil.testimony.counts import arabic_reading, english_reading
from vigil.testimony.counts.mention import CountMention
from vigil.testimony.counts.plain import MARK, plain

_DIGIT = re.compile(r"https?://\S+|[@#][^\W\d]\w*|(\d)")
_WORD = re.compile(r"[^\W\d_]+")


def read_counts(text: str, *, lang: str) -> tuple[CountMention, ...]:
    """The numbers of a text, in its order, and the single persons and things it names without one.

    Args:
        text: Whatever was posted or written.
        lang: BCP 47; Arabic is read as Arabic, everything else as English.
    """
    arabic = lang.partition("-")[0].lower() in {"ar", "arb", "apc", "arz", "acm"}
    starts = arabic_reading.STARTS if arabic else english_reading.STARTS
    letters = plain(text)
    if starts.isdisjoint(_WORD.findall(letters.replace(MARK, ""))) and not any(
        match.lastindex for match in _DIGIT.finditer(letters)
    ):
        return ()
    return arabic_reading.read(letters) if arabic else english_reading.read(letters)

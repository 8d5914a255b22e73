"""What stands on a page and is no sentence: datelines, which say where it was written, bars, pictures among words."""

import re
from typing import Final

_MONTHS: Final = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec"
_CITY: Final = r"[A-Z][\w'’.]*(?:[ /-][A-Z][\w'’.]*){0,3}"
_DAY: Final = rf"(?:\d{{1,2}} (?:{_MONTHS})[a-z]*\.?|(?:{_MONTHS})[a-z]*\.? \d{{1,2}})(?:,? \d{{4}})?"
_AGENCY: Final = r"\([A-Z][\w./& ]{1,30}\)"
_DASH: Final = r"[ \t]*(?:--?|[–—])[ \t]+"
_DATELINE: Final = re.compile(
    rf"^[ \t]*(?:\({_CITY}(?:, {_DAY})?\)|{_CITY}(?:, {_CITY})?,? {_DAY}(?: {_AGENCY})?|{_CITY}(?:, {_CITY})? {_AGENCY}"
    rf"|[A-Z][A-Z'’.]+(?:[ /-][A-Z][A-Z'’.]+){{0,3}}, {_CITY}){_DASH}",
    re.MULTILINE,
)
"""A town with an agency, a day or a country. A town alone may be where it happened: "ALEPPO - 12 killed"."""


_PICTURES: Final = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u23e9-\u23fa\ufe0f\u200d\u20e3]")


def for_grammar(text: str) -> str:
    """The text as the grammar is to have it: as long as before, for spans to hold.

    Blanks stand for datelines at the head of a paragraph and for pictures, and an upright bar, which the grammar takes
    for a word, becomes a dash.
    """
    bare = _DATELINE.sub(lambda found: " " * len(found[0]), text)
    return _PICTURES.sub(" ", bare).replace("|", "–")

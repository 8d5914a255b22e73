"""The line of place and day before a dispatch: "KHARKIV, Ukraine (Reuters) - ". It says where it was written."""

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


def without_datelines(text: str) -> str:
    """The text with blanks where a paragraph has its dateline: as long as before, for spans to hold.

    An upright bar, which the grammar takes for a word, becomes a dash.
    """
    return _DATELINE.sub(lambda found: " " * len(found[0]), text).replace("|", "–")

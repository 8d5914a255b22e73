"""The times a text mentions, in EDTF level 1, against the day it was published.

docs/places-and-dates.md says what each form of words stands for. No clock is asked: without a date of publication,
what is counted from it stays without days.
"""

from datetime import date

from vigil.testimony.times.arabic import read_arabic
from vigil.testimony.times.english import read_english
from vigil.testimony.times.mention import TimeMention


def read_times(text: str, *, lang: str, published_on: date | None) -> tuple[TimeMention, ...]:
    """The times mentioned, in the order of the text.

    Args:
        lang: BCP 47; `ar...` is read as Arabic, everything else as English.
        published_on: The day of publication, by the text's own calendar.
    """
    read = read_arabic if lang.lower().startswith("ar") else read_english
    return read(text, published_on)

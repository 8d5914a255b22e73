"""Which time is an event's."""

from datetime import date

import pytest

from vigil.model.claim import Span
from vigil.testimony.times.choosing import choose_time
from vigil.testimony.times.reading import read_times

PUBLISHED = date(2016, 12, 16)


def chosen(text, event, lang="en", *, carried=False):
    begin = text.index(event)
    found = choose_time(
        text,
        read_times(text, lang=lang, published_on=PUBLISHED),
        Span(begin, begin + len(event)),
        carried=carried,
    )
    return found and text[found.span.begin : found.span.end]


@pytest.mark.parametrize(
    ("text", "event", "time"),
    [
        ("Officials said on Monday that shells killed 12 on Saturday.", "killed", "Saturday"),
        ("On Tuesday, the ministry said that 12 were killed.", "killed", None),
        ("Shells killed 12 on Sunday, a doctor told reporters on Tuesday.", "killed", "Sunday"),
        ("Ten died on 4 December after a raid on 2 December.", "died", "4 December"),
        ("Ten died on 4 December after a raid on 2 December.", "raid", "2 December"),
        ("It was quiet on Monday. Then shells killed 12.", "killed", None),
    ],
)
def test_the_nearest_in_the_sentence_that_dates_no_statement(text, event, time):
    """The date nearest in the event's sentence; never that of the statement, never another sentence's."""
    assert chosen(text, event) == time


def test_a_time_carries_over_where_that_is_asked_for():
    """The last time of the sentence before is taken on request."""
    assert chosen("Shells fell on Monday. They killed 12.", "killed", carried=True) == "Monday"


def test_arabic():
    """The same in Arabic."""
    assert chosen("وقال المتحدث أمس إن القصف قتل 12 يوم الثلاثاء", "قتل", "ar") == "يوم الثلاثاء"

"""English words of time, against Friday 16 December 2016."""

from datetime import date

import pytest

from vigil.testimony.times.english import read_english
from vigil.testimony.times.mention import TimeKind

PUBLISHED = date(2016, 12, 16)  # a Friday


def days(text, published_on=PUBLISHED):
    return [(text[each.span.begin : each.span.end], each.edtf) for each in read_english(text, published_on)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It fell on 13 December 2016.", "13 December 2016", "2016-12-13"),
        ("It fell on December 13th, 2016.", "December 13th, 2016", "2016-12-13"),
        ("It fell on 13 December.", "13 December", "2016-12-13"),
        ("It fell on 20 December.", "20 December", "2015-12-20"),
        ("It fell on the 4th of May.", "the 4th of May", "2016-05-04"),
        ("It fell on 2016-12-04.", "2016-12-04", "2016-12-04"),
        ("It fell on 04/12/2016.", "04/12/2016", "2016-12-04"),
        ("It fell on 12/25/2015.", "12/25/2015", "2015-12-25"),
        ("It lasted December 13-16.", "December 13-16", "2016-12-13/2016-12-16"),
        ("It lasted between 4 and 6 May.", "4 and 6 May", "2016-05-04/2016-05-06"),
        ("from 4 December to 6 January 2017", "from 4 December to 6 January 2017", "2016-12-04/2017-01-06"),
        ("It fell on Wednesday.", "Wednesday", "2016-12-14"),
        ("It fell on Friday.", "Friday", "2016-12-16"),
        ("It fell last Friday.", "last Friday", "2016-12-09"),
        ("They will leave on Monday.", "Monday", "2016-12-19"),
        ("They will leave next Monday.", "next Monday", "2016-12-19"),
        ("On Tuesday, 13 December, it fell.", "Tuesday, 13 December", "2016-12-13"),
        ("a Wednesday in mid-December", "Wednesday in mid-December", "2016-12-14"),
        ("It burned overnight.", "overnight", "2016-12-15/2016-12-16"),
        ("It burned last night.", "last night", "2016-12-15/2016-12-16"),
        ("It burned overnight Monday to Tuesday.", "overnight Monday to Tuesday", "2016-12-12/2016-12-13"),
        ("It fell last week.", "last week", "2016-12-05/2016-12-11"),
        ("It fell this week.", "this week", "2016-12-12/2016-12-16"),
        ("It fell last month.", "last month", "2016-11"),
        ("It fell earlier this year.", "earlier this year", "2016"),
        ("It fell yesterday evening.", "yesterday evening", "2016-12-15"),
        ("It fell this morning.", "this morning", "2016-12-16"),
        ("It fell the day before yesterday.", "the day before yesterday", "2016-12-14"),
        ("It fell three days ago.", "three days ago", "2016-12-13"),
        ("It fell a couple of weeks ago.", "a couple of weeks ago", "2016-12-02"),
        ("It fell two months ago.", "two months ago", "2016-10"),
        ("in the past 24 hours", "the past 24 hours", "2016-12-15/2016-12-16"),
        ("over the last three days", "the last three days", "2016-12-13/2016-12-16"),
        ("in recent days", "recent days", "../2016-12-16"),
        ("since March", "since March", "2016-03/2016-12-16"),
        ("since 2011", "since 2011", "2011/2016-12-16"),
        ("in January", "January", "2016-01"),
        ("in early March", "early March", "2016-03-01/2016-03-10"),
        ("in late November 2015", "late November 2015", "2015-11-21/2015-11-30"),
        ("the 2016 siege", "2016", "2016"),
        ("in the 1990s", "the 1990s", "199X"),
        ("in 2014-2015", "2014-2015", "2014/2015"),
        ("in the winter of 2013", "the winter of 2013", "2013-24"),
        ("last summer", "last summer", "2016-22"),
        ("over the weekend", "the weekend", "2016-12-10/2016-12-11"),
        ("on Christmas Eve", "Christmas Eve", "2015-12-24"),
    ],
)
def test_words_of_time(text, words, edtf):
    """Each form of words stands for the days the codebook says, and its span is the words."""
    assert days(text) == [(words, edtf)]


def test_eid_is_found_by_the_calendar():
    """Feasts of the Islamic year are days of the Umm al-Qura calendar."""
    assert days("Eid al-Adha 2016") == [("Eid al-Adha 2016", "2016-09-11")]


def test_the_next_day_follows_the_date_mentioned_last():
    """What is counted from another date is counted from the last one of the text."""
    text = "Shells fell on 4 May 2016. The next day people fled, and two days later came back."
    assert [edtf for _, edtf in days(text)] == ["2016-05-04", "2016-05-05", "2016-05-07"]


@pytest.mark.parametrize(
    "text",
    [
        "They may march and the sun sat there.",
        "2000 people fled 12.5 km at 10:30.",
        "Call 2016-1234 or version 1.2.3.4.",
        "May God help us. March on.",
        "the second floor, one of three",
    ],
)
def test_what_is_no_time(text):
    """Verbs, counts, clock times and numbers of other things are no dates."""
    assert days(text) == []


def test_without_a_publication_relative_words_have_no_days():
    """Nothing is guessed: "yesterday" and "Monday" are found and stay without days; full dates have them."""
    found = days("On Monday, yesterday, in May, since March, on 4 May 2016", None)
    assert found == [
        ("Monday", None),
        ("yesterday", None),
        ("May", None),
        ("March", None),
        ("4 May 2016", "2016-05-04"),
    ]


def test_kinds():
    """Each mention says how it names its days."""
    text = "on 4 May 2016, on Monday, in May 2015, last summer, in 2014, yesterday, last week"
    assert [each.kind for each in read_english(text, PUBLISHED)] == [
        TimeKind.DATE,
        TimeKind.WEEKDAY,
        TimeKind.MONTH,
        TimeKind.SEASON,
        TimeKind.YEAR,
        TimeKind.RELATIVE,
        TimeKind.PERIOD,
    ]

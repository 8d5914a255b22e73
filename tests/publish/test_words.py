"""The two catalogues: the same entries, the same holes to fill, and numbers said as each language says them."""

import string
from dataclasses import replace

import pytest
from boards import AS_OF

from vigil.model.board import Chance, Ear, Outage, StripMark
from vigil.model.coverage import Hearing, Shares
from vigil.model.fate import Fate
from vigil.model.verdict import Danger, Grade, Verdict
from vigil.publish.words import words_for
from vigil.publish.words.arabic import LABELS as ARABIC
from vigil.publish.words.english import LABELS as ENGLISH

en, ar = words_for("en"), words_for("ar")


def fields(entry):
    return {name for _, name, _, _ in string.Formatter().parse(entry) if name is not None}


def test_both_catalogues_have_the_same_entries():
    """No label falls back to another language."""
    assert list(ENGLISH) == list(ARABIC)


@pytest.mark.parametrize("key", ENGLISH)
def test_no_entry_drops_or_invents_a_value(key):
    """What one language says with a number the other does not say without it."""
    assert fields(ARABIC[key]) == fields(ENGLISH[key])


def test_every_closed_vocabulary_has_its_words():
    """A new verdict, grade, danger, fate or hearing cannot appear on a board as its bare code."""
    for prefix, vocabulary in (
        ("verdict", Verdict),
        ("short", Verdict),
        ("means", Verdict),
        ("sentence", Verdict),
        ("grade", Grade),
        ("danger", Danger),
        ("fate", Fate),
        ("hearing", Hearing),
        ("strip", StripMark),
        ("legend", StripMark),
    ):
        for member in vocabulary:
            assert f"{prefix}_{member.value}" in ENGLISH


@pytest.mark.parametrize(
    ("seconds", "said", "said_in_arabic"),
    [
        (0, "0 min", "0 دقيقة"),
        (59 * 60, "59 min", "59 دقيقة"),
        (31 * 3600, "31 h", "31 ساعة"),
        (2 * 3600, "2 h", "ساعتين"),
        (47.6 * 3600, "2 d", "يومين"),
        (77 * 3600, "3 d 5 h", "3 أيام و5 ساعات"),
        (15 * 86400, "15 d", "15 يوماً"),
        (None, "never", "لم يُسمع قط"),
    ],
)
def test_durations_are_said_as_people_say_them(seconds, said, said_in_arabic):
    """Minutes, then hours up to two days, then days."""
    assert en.duration(seconds) == said
    assert ar.duration(seconds) == said_in_arabic


@pytest.mark.parametrize(
    ("days", "said", "said_in_arabic"),
    [
        (0.25, "4 times a day", "4 مرات في اليوم"),
        (1.0, "once a day", "مرة في اليوم"),
        (12.0, "once in 12 days", "مرة كل 12 يوماً"),
        (30.0, "once in 4 weeks", "مرة كل 4 أسابيع"),
        (425.0, "once in 14 months", "مرة كل 14 شهراً"),
        (900.0, "once in 2 years", "مرة كل سنتين"),
        (1e9, "over 10 years", "أندر من مرة كل 10 سنوات"),
        (None, "not known", "غير معروف"),
    ],
)
def test_rarity_is_said_in_plain_words(days, said, said_in_arabic):
    """`once in 14 months` is the sentence a desk officer needs."""
    assert en.once_in(days) == said
    assert ar.once_in(days) == said_in_arabic


def test_a_small_share_never_reads_as_nothing_nor_a_large_one_as_all():
    """Half a per cent of deafness is not none; 99.4 % of hearing is not whole."""
    assert en.share(0.004) == "<1%"
    assert en.share(0.0) == "0%"
    assert en.share(0.994) == "99%"
    assert en.share(1.0) == "100%"


def test_chance_is_never_said_to_be_nothing():
    """Where an alarm stands, some chance stands beside it; where nothing was judged, that is said."""
    (said,) = en.chance(Chance(n_judged=10, n_alarms=1, n_expected=0.001))
    assert "all were well, less than 0.1 would" in said
    assert "about 0.3 would" in en.chance(Chance(n_judged=10, n_alarms=1, n_expected=0.3))[0]
    assert en.chance(Chance(n_judged=0, n_alarms=0, n_expected=0.0)) == (ENGLISH["chance_nobody"],)
    kept_none = en.chance(Chance(n_judged=10, n_alarms=1, n_expected=2.0, false_discovery=0.1, n_kept=0))
    assert "None of them" in kept_none[1]


def test_hearing_names_the_worst_first():
    """A mix of gaps and deafness is deafness."""
    assert en.heard(Shares(healthy=0.5, degraded=0.2, blind=0.3)) == "30% not heard"
    assert en.heard(Shares(healthy=0.5, degraded=0.5, blind=0.0)) == "50% in gaps"
    assert en.heard(Shares(healthy=1.0, degraded=0.0, blind=0.0)) == "heard well"


def test_what_was_never_heard_well_has_no_day_it_began():
    """The moment of the board is not when the deafness began."""
    ear = Ear(collector="no collector", hearing=Hearing.BLIND, since=None, n_accounts=1)
    assert en.deaf(ear) == "no collector: blind, and never heard well before (1 account)."
    assert "منذ" not in ar.deaf(ear)
    assert "since" in en.deaf(replace(ear, since=AS_OF))


def test_names_from_outside_are_made_plain_in_sentences():
    """A place named with an escape sequence does not act from within our own sentence."""

    said = en.outage(Outage(place="a\x1b[31mb", since=AS_OF, n_silent=3, n_accounts=4, signal="\x1b]0;x\x07ioda"))
    assert "\x1b" not in said
    assert "ioda" in said

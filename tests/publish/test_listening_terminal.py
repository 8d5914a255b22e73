"""The page of a listening session."""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from rich.console import Console

from vigil.model.coverage import Hearing
from vigil.model.heard import Deafness, Pulse
from vigil.model.ids import CollectorName, Platform
from vigil.publish.listening_terminal import change_line, hearing_of, listening_page, media_lines, summary_lines
from vigil.usecases.listening.keeping import Kept
from vigil.usecases.listening.listen import ListenStatus, SourceStatus
from vigil.usecases.media.keep_media import MediaCounts

NOW = datetime(2016, 12, 5, 7, tzinfo=UTC)
PULSE = Pulse(
    collector=CollectorName("bluesky"),
    platform=Platform("bluesky"),
    at=NOW,
    hearing=Hearing.HEALTHY,
    why=None,
    unbroken_since=NOW,
    heard_until=NOW,
    n_events=3,
    rate_per_s=412.3,
    usual_rate_per_s=400.0,
    lag_s=1.4,
    n_malformed=7,
    n_repeated=0,
)
GOOD = SourceStatus(
    collector=CollectorName("bluesky"),
    kind="bluesky",
    platform=Platform("bluesky"),
    asks_each=False,
    n_accounts=12,
    pulse=PULSE,
    kept=Kept(n_captures=1280, n_observations=900, last_sign_at=NOW, pulse=PULSE),
    n_blind_accounts=0,
    n_malformed=7,
    trouble=None,
    ended=False,
)
DEAF = replace(
    GOOD,
    collector=CollectorName("telegram"),
    pulse=replace(
        PULSE, hearing=Hearing.BLIND, why=Deafness.RATE_LIMITED, retry_at=NOW + timedelta(minutes=5), lag_s=None
    ),
    n_blind_accounts=2,
)


def status(*sources, **more):
    said = {"notices": (), "n_waiting": 0, "held_up": None}
    return ListenStatus(began_at=NOW, at=NOW, sources=sources, **{**said, **more})


def page(given, width=80, encoding="utf-8"):
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    console = Console(file=out, width=width, force_terminal=False)
    console.print(listening_page(given, "aleppo", console), crop=False, no_wrap=True)
    out.flush()
    return out.buffer.getvalue().decode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("width", [80, 132])
def test_a_row_a_source_fits_the_terminal(width, encoding):
    """With whether it hears as a word, why not, for how many, how much and how late."""
    shown = page(status(GOOD, DEAF), width, encoding)
    assert all(len(line) <= width for line in shown.splitlines())
    good = next(line for line in shown.splitlines() if line.startswith("bluesky"))
    assert good.split() == ["bluesky", "healthy", "12", "412", "1", "s", "1,280", "7"]
    deaf = next(line for line in shown.splitlines() if line.startswith("telegram"))
    assert deaf.split()[1] == "blind"
    assert "asks us to wait" in deaf
    assert "2 of its accounts cannot be heard" in shown


@pytest.mark.parametrize("width", [40, 58, 66])
def test_a_narrow_terminal_shows_what_matters(width):
    """A row a source still; whether it hears, and why not."""
    shown = page(status(GOOD, DEAF), width)
    assert all(len(line) <= width for line in shown.splitlines())
    assert any(line.startswith("telegram") and "blind" in line for line in shown.splitlines())
    assert "a sec." not in shown


def test_what_came_from_outside_acts_on_no_terminal():
    """A file's name is a stranger's: it neither moves the cursor nor makes a line of its own."""
    forged = replace(GOOD, kept=Kept(faulty_file="\x1b[2J.csv: no file\n2016-12-05T07:00:00Z  bluesky  healthy"))
    for line in (*summary_lines(status(forged)), change_line(replace(forged, trouble="\x1b[2J"), NOW)):
        assert "\x1b" not in line
        assert "\n" not in line


def test_what_holds_up_keeping_is_told_first_thing():
    """A full disk is no small print."""
    shown = page(status(GOOD, held_up="the disk is full", n_waiting=40))
    assert "Nothing can be kept: the disk is full. 40 messages wait" in " ".join(shown.split())


def test_who_is_not_listened_for_is_told():
    """With what to do."""
    assert "3 witnesses have no basis." in page(status(GOOD, notices=("3 witnesses have no basis",)))


@pytest.mark.parametrize(
    ("source", "hearing", "why"),
    [
        (GOOD, Hearing.HEALTHY, ""),
        (DEAF, Hearing.BLIND, "asks us to wait"),
        (replace(GOOD, pulse=None), Hearing.BLIND, "connecting"),
        (replace(GOOD, pulse=None, n_accounts=0), Hearing.BLIND, "nobody to listen for"),
        (replace(GOOD, trouble="it went away"), Hearing.BLIND, "it went away"),
        (replace(GOOD, pulse=replace(PULSE, at=NOW - timedelta(minutes=5))), Hearing.BLIND, "no pulse any more"),
    ],
)
def test_without_a_pulse_nobody_hears(source, hearing, why):
    """Whatever the last one said."""
    assert hearing_of(source, NOW) == (hearing, why)


def test_a_change_is_one_line_for_a_log():
    """Instant, source, hearing, why and until when."""
    assert change_line(DEAF, NOW) == (
        "2016-12-05T07:00:00Z  telegram  blind (asks us to wait, again at 07:05:00); 2 of its accounts not heard"
    )


def test_the_end_is_summed_up():
    """How much was kept, and what could not be read."""
    assert list(summary_lines(status(GOOD, replace(GOOD, trouble="it went away"))))[::2] == [
        "bluesky: 1,280 messages kept, 900 observations new, 7 could not be read since it was added",
        "  it went away",
    ]


def test_how_media_stand_is_told():
    """Where any were shown; and what keeps them from being kept."""
    assert media_lines(MediaCounts(), None) == []
    counts = MediaCounts(kept=12, kept_bytes=3_400_000, waiting=2, given_up=1)
    assert media_lines(counts, "the disk is full") == [
        "media: 12 kept (3.4 MB), 2 waiting, 1 given up",
        "media cannot be kept: the disk is full",
    ]

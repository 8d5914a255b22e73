"""Incidents on a terminal: a range and never a bare number, at any width, and nothing from outside that acts."""

import io

import pytest
from made_claims import made
from rich.console import Console

from vigil.incidents.actors import actors
from vigil.incidents.weighing import weigh
from vigil.model.claim import Certainty, Exactness, Link
from vigil.model.incident import Bound, CountRange, SourceName, SourceRecord
from vigil.publish.incidents_terminal import (
    chain_words,
    print_actors,
    print_incident,
    print_incidents,
    print_sources,
    range_words,
)
from vigil.usecases.testimony.read_case import CaseReading
from vigil.usecases.testimony.weigh_case import WeighedCase

NOTHING = CaseReading(said=(), n_texts=9, n_new=0, n_held=2, n_not_watched=1, unreadable=(7,))


def weighed(*claims):
    return WeighedCase(
        as_of=claims[0].publication.published_at,
        incidents=weigh(claims),
        stated={each.id: each for each in claims},
        reading=NOTHING,
        judgements=(),
        idle=(),
        records=(),
        reader="by hand",
        codebook="airwars",
    )


def printed(show, width=80, encoding="utf-8"):
    raw = io.TextIOWrapper(io.BytesIO(), encoding=encoding, write_through=True)
    show(Console(file=raw, width=width, force_terminal=False))
    raw.seek(0)
    return raw.read()


def given(low, best, high):
    def bound(value):
        return None if value is None else Bound(value=value, rule="", claims=())

    return CountRange(codebook="ucdp", low=bound(low), best=bound(best), high=bound(high))


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (None, "number not stated"),
        (given(None, None, None), "number not stated"),
        (given(82, 82, 82), "82"),
        (given(82, 82, None), "at least 82"),
        (given(None, None, 40), "up to 40"),
        (given(12, 14, 15), "12 to 15, best 14"),
        (given(12, 12, 15), "12 to 15"),
        (given(None, 5, None), "5, bounds not stated"),
        (given(1200, 1200, 1500), "1,200 to 1,500"),
    ],
)
def test_a_range_says_what_is_not_known(found, words):
    """Open ends, missing ends, and a best figure inside."""
    assert range_words(found) == words


def test_a_chain_names_every_link_and_how_surely():
    """Outermost first; who is not named is said not to be."""
    chain = [
        Link(speaker="the group", certainty=Certainty.ASSERTED),
        Link(speaker="the UN", certainty=Certainty.CONFIRMED, direct=True),
        Link(speaker="UNNAMED", certainty=Certainty.REPORTED),
    ]
    assert chain_words(chain) == "the group > the UN (confirmed, quoted) > not named (reported)"


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_the_page_fits_its_terminal(width):
    """Whatever its width, no line is longer, and what was passed over is told."""
    case = weighed(made("a", exactness=Exactness.AT_LEAST), made("b", source="Karam Hospital", hours=3, number=15))
    out = printed(lambda console: print_incidents(case, "karsa", console), width)
    assert max(map(len, out.splitlines())) <= max(width, 47)  # a row of ids, day, place and grade is kept whole
    together = " ".join(out.split())
    assert "2 held: their authors deleted them" in together
    assert "1 of those who asked not to be watched" in together
    assert "2 independent sources" in together


def test_at_least_stays_on_the_page():
    """By a codebook that closes the range, too."""
    case = weighed(made("a", number=82, exactness=Exactness.AT_LEAST))
    for show in (
        lambda console: print_incidents(case, "karsa", console),
        lambda console: print_incident(case, case.incidents[0], console),
    ):
        assert "82, or more" in printed(show)


def test_about_stays_on_the_page():
    """Also where a range is made of it and of another's figure."""
    case = weighed(made("a", exactness=Exactness.ABOUT, number=20), made("b", source="Karam Hospital", number=17))
    assert "killed: 17 to 20, or thereabouts" in printed(lambda console: print_incidents(case, "karsa", console))
    assert "thereabouts" not in printed(lambda console: print_incidents(weighed(made("a")), "karsa", console))


def test_dead_whom_nobody_counted_are_told():
    """Not left out: that the number is not stated is on the page."""
    case = weighed(made("a", number=None))
    assert "killed: number not stated" in printed(lambda console: print_incidents(case, "karsa", console))


def test_what_came_from_outside_acts_on_nothing():
    """Escape sequences, line ends and turned text in a source's name, an actor's and a claim's words."""
    bad = "Evil\x1b[2J\u202eName\nx"
    case = weighed(made("a", source=bad, actors=[(f"the {bad} Division", False)], place=bad, text=bad * 3))
    found = actors(case.incidents, case.stated)
    record = SourceRecord(name=SourceName(bad), judged_by=bad, reason=bad)
    for show in (
        lambda console: print_incidents(case, bad, console),
        lambda console: print_incident(case, case.incidents[0], console),
        lambda console: print_actors(found, console, whole=True),
        lambda console: print_sources([record], console),
    ):
        out = printed(show)
        assert "\x1b" not in out
        assert "\u202e" not in out


def test_a_terminal_that_cannot_write_arabic_is_told_the_letters():
    """Nothing breaks, and nothing is lost."""
    case = weighed(made("a", source="مشفى النور", place="حربنة"))
    out = printed(lambda console: print_incidents(case, "karsa", console), encoding="ascii")
    assert "\\u0645" in out


def test_who_could_not_verify_it_does_not_repeat_it():
    """A doubt keeps its words on the page, beside whoever carried the figure on."""
    found = weighed(
        made("a", source="Noor Hospital", number=12),
        made("b", source="Morning Herald", speakers=("Noor Hospital",), number=12, hours=1),
        made("c", source="UN office", speakers=("Noor Hospital",), number=12, hours=2, certainty=Certainty.UNVERIFIED),
    )
    assert found.incidents[0].origins[0].documents == ("a", "b", "c")
    page = " ".join(printed(lambda console: print_incidents(found, "karsa", console)).split())
    assert "Noor Hospital (repeated by 1 document; quoted by 1 document that could not verify it)" in page

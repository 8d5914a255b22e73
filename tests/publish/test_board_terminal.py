"""The board on a terminal: what must be there, and what can never be."""

import io
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from boards import AS_OF, board, everyone, finding, last_word
from rich.cells import cell_len
from rich.console import Console

from vigil.model.board import arrange
from vigil.model.coverage import Shares
from vigil.model.fate import ProofOfLife
from vigil.model.ids import PlaceName, WitnessName
from vigil.model.verdict import Danger, Grade, Neighbours, Verdict
from vigil.publish.board_terminal import print_board

ESCAPE = "\x1b"


class _Pipe(io.TextIOWrapper):
    """A stream of a given encoding that is no terminal."""

    def __init__(self, encoding):
        super().__init__(io.BytesIO(), encoding=encoding, newline="")

    def text(self):
        self.flush()
        return self.buffer.getvalue().decode(self.encoding)


def shown(a_board, *, width=80, encoding="utf-8", show_all=False, **console):
    pipe = _Pipe(encoding)
    print_board(a_board, Console(file=pipe, width=width, **console), show_all=show_all)
    return pipe.text()


def one(**changes):
    """A board of one dark witness with what came from outside planted in it."""
    return board([replace(finding("Heron", Verdict.DARK), **changes)])


@pytest.mark.parametrize("width", [80, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(width):
    """Nothing wraps by accident: long names and Arabic are cut or folded within the width."""
    assert all(cell_len(line) <= width for line in shown(board(), width=width, show_all=True).splitlines())


def test_every_witness_is_on_the_board_and_every_verdict_a_word():
    """A verdict never shows by colour alone."""
    text = shown(board(), width=120, show_all=True)
    for row in board().rows:
        assert row.witness[:20] in text
    for word in ("CHANGED", "RETURNED", "DARK", "OUTAGE", "BLIND", "TOO NEW", "quiet", "speaking"):
        assert re.search(rf"^{word} ", text, re.MULTILINE)


def test_those_who_speak_are_a_count_until_asked_for():
    """At 7 a.m. forty who are well do not stand between two who are not."""
    assert "Thrush" not in shown(board())
    assert "Speaking  5" in shown(board())
    assert "Thrush" in shown(board(), show_all=True)


def test_a_dark_row_says_how_long_how_rare_who_speaks_and_what_was_said():
    """The whole case for acting stands in one place."""
    text = " ".join(shown(board(), width=120).split())
    assert "DARK Heron Bustan al-Qasr 31 h once in 14 months 4 of 5 well" in text
    assert "CRITICAL threat to life" in text
    assert "longest silence in 90 days 9 h; now 31 h" in text
    assert "unreachable, says a colleague" in text


def test_words_their_author_deleted_are_shown_as_grade_and_rule_only():
    """Held is held, even where a caller hands the text over by mistake."""

    careless = replace(last_word(Danger.FAREWELL, Grade.CRITICAL, held=True, rule="farewell.en.goodbye"), text="SECRET")
    text = shown(one(last_words=(careless,)))
    assert "SECRET" not in text
    assert "farewell.en.goodbye" in text
    assert "held" in text


def test_simulated_and_real_boards_cannot_be_confused():
    """Everything simulated says so on its face; nothing real does."""
    assert "SIMULATED" in shown(board())
    assert "simulated. None of these people exist" in shown(board())
    assert "SIMULATED" not in shown(board(simulated=False))


def test_how_many_alarms_chance_would_give_is_said():
    """Watching many makes rare things common: the board says so before its first row."""
    text = " ".join(shown(board()).split())
    assert "6 alarms from 58 accounts judged; if all were well, about 0.6 would stand here" in text
    assert text.index("if all were well") < text.index("Swallow")


def test_a_case_that_watches_nobody_says_so():
    """An empty board is not good news."""
    assert "Nobody is watched" in shown(board([]))


def test_hearing_is_said_where_it_was_not_whole():
    """A silence nobody listened to is not shown as one that was."""
    text = shown(one(coverage=Shares(healthy=0.2, degraded=0.0, blind=0.8)))
    assert "80% deaf" in text


def test_no_neighbours_is_said():
    """Without anyone to compare with, the row does not pretend."""
    assert re.search(r"DARK .* none ", shown(one(neighbours=Neighbours(speaking=0, of=0))))


@pytest.mark.parametrize("where", ["handle", "witness", "place", "reasons", "text", "case"])
@pytest.mark.parametrize(
    "planted",
    [
        "a\x1b[2J\x1b[Hb",
        "a\x1b]0;owned\x07b",
        "a\x1b]8;;https://evil.example\x1b\\b",
        "a\x9b31mb",
        "a\x1bP$q\x1b\\b",
        "a\r\nDARK forged\x08\x08b",
        "a\u202egnorw\u202cb",
        "a\u2066\u2069\u200fb",
    ],
    ids=["csi", "osc", "link", "c1", "dcs", "lines", "override", "isolate"],
)
def test_text_from_outside_cannot_drive_the_terminal(where, planted):
    """A handle or a post holding control sequences is read, not obeyed."""

    one_finding = finding("Heron", Verdict.DARK)
    other = replace(one_finding, account=replace(one_finding.account, id="other"), handle=planted)
    changes = {
        "handle": {},
        "witness": {"witness": WitnessName(planted)},
        "place": {"place": PlaceName(planted)},
        "reasons": {"reasons": (planted,)},
        "text": {"last_words": (last_word(Danger.CAPTURE, Grade.SERIOUS, text=planted),)},
        "case": {},
    }[where]
    findings = [one_finding, other] if where == "handle" else [replace(one_finding, **changes)]
    text = shown(board(findings, case=planted if where == "case" else "aleppo"))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u200e\u200f]", text)
    assert "owned" not in text
    assert "evil.example" not in text
    assert not re.search(r"^DARK forged", text, re.MULTILINE)


def test_colour_is_used_on_a_terminal_only():
    """In a pipe, a file or with NO_COLOR there is plain text."""
    assert ESCAPE not in shown(board())
    assert "\x1b[1;31mDARK" in shown(board(), force_terminal=True, color_system="standard")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", shown(board(), force_terminal=True, no_color=True))


def test_arabic_is_isolated_so_that_its_row_keeps_its_order():
    """Numbers beside an Arabic name stay where they belong, also where the name was cut."""
    for line in shown(board()).splitlines():
        if line.startswith("DARK") and re.search(r"[\u0600-\u06ff]", line):
            assert line.count("\u2068") == line.count("\u2069") > 0


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1256"])
def test_a_terminal_without_utf_8_loses_nothing_and_draws_no_garbage(encoding):
    """What the encoding lacks is written as its number; lines are drawn in its own characters."""
    text = shown(board(), encoding=encoding)
    assert "?" not in text
    assert "DARK" in text
    if encoding == "ascii":
        assert "\\u0642" in text
        assert "--" in text


def test_a_handle_of_ten_thousand_characters_keeps_to_its_cell():
    """Nobody can push the board off the screen."""
    two = [
        replace(finding("Heron", Verdict.DARK, account=str(k)), handle="x" * 10_000, place=PlaceName("ي" * 10_000))
        for k in range(2)
    ]
    assert len(shown(board(two)).splitlines()) < 30


def test_a_new_witness_beyond_the_plain_limit_stands_under_dark():
    """Being new does not hide anyone."""
    rows = arrange(everyone())
    text = shown(board(), width=120)
    assert [row.witness for row in rows if row.past_plain_limit] == ["Linnet"]
    assert text.index("\n── Dark") < text.index("TOO NEW  Linnet") < text.index("\n── Outage")


def test_whoever_was_spoken_to_and_whichever_alarm_waits_has_it_on_the_row():
    """Nobody is called twice for want of a line; and an alarm that waits is not hidden among the quiet."""
    proof = ProofOfLife(
        witness=WitnessName("Heron"),
        spoke_with="L. M.\x1b[31m",
        how="video call",
        judged_by="R. K.",
        recorded_at=AS_OF,
        confirmed_until=AS_OF - timedelta(hours=2),
    )
    waiting = replace(finding("Wren", Verdict.QUIET), waits=True, reasons=("Beyond its alarm of 26 h, which waits.",))
    rows = arrange([finding("Heron", Verdict.DARK), waiting], proofs=[proof])
    text = " ".join(shown(replace(board(), rows=rows)).split())

    assert re.search(r"spoken to until 14 Dec 03:00 UTC, by .?L\. M\.", text)
    assert "video call" in text
    assert "judged by" in text
    assert "\x1b" not in text
    assert "why Beyond its alarm of 26 h, which waits." in text


def test_who_is_watched_on_no_stated_basis_is_named():
    """`unstated` is shown: somebody has to state it, or stop watching."""
    text = " ".join(shown(board(), width=120).split())
    assert "Watched on no stated basis: " in text
    assert "Heron" not in text[text.index("no stated basis") :]


@pytest.mark.parametrize(
    ("shares", "says"),
    [
        (Shares(healthy=0.0, degraded=0.0, blind=1.0), "100% deaf"),
        (Shares(healthy=0.0, degraded=1.0, blind=0.0), "100% gaps"),
    ],
)
def test_how_we_heard_is_never_cut(shares, says):
    """On a board of now after an old import everyone is wholly unheard: at 80 columns the row says so in full."""
    assert says in shown(one(coverage=shares))

"""The order of the board, and what a witness's row makes of several accounts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.model.board import BOARD_ORDER, Board, Chance, Strip, arrange
from vigil.model.coverage import Shares
from vigil.model.errors import InvalidInput
from vigil.model.fate import Fate, FateEntry, ProofOfLife
from vigil.model.ids import AccountId, PlaceName, Platform, WitnessName
from vigil.model.verdict import Danger, Finding, Grade, LastWord, Neighbours, Verdict
from vigil.model.witness import Account

AS_OF = datetime(2016, 12, 14, 5, tzinfo=UTC)


def finding(
    witness, verdict, *, of_witness=None, account=None, silence_h=30.0, once_in_days=100.0, place="A", grade=None
):
    word = LastWord(
        post="p",
        published_at=AS_OF - timedelta(hours=silence_h),
        danger=Danger.FAREWELL,
        grade=grade or Grade.CONCERN,
        rule="r",
        span=(0, 1),
        held=True,
    )
    return Finding(
        account=Account(Platform("simulated"), AccountId(account or witness)),
        handle=None,
        witness=WitnessName(witness),
        place=PlaceName(place),
        verdict=verdict,
        witness_verdict=of_witness or verdict,
        as_of=AS_OF,
        last_post_at=AS_OF - timedelta(hours=silence_h),
        silence_s=silence_h * 3600,
        expected_once_in_days=once_in_days,
        budget_per_year=4.0,
        neighbours=Neighbours(speaking=3, of=4),
        coverage=Shares(healthy=1.0, degraded=0.0, blind=0.0),
        last_words=(word,) if grade else (),
    )


def names(rows):
    return [row.witness for row in rows]


def test_every_verdict_has_its_place_in_the_order():
    """No verdict can be left off the board."""
    assert sorted(BOARD_ORDER) == sorted(Verdict)


@given(st.permutations([finding(verdict.value, verdict) for verdict in Verdict]))
def test_the_most_urgent_comes_first_in_whatever_order_findings_come(findings):
    """The order is the board's own, not that of the case file."""
    assert [row.verdict for row in arrange(findings)] == list(BOARD_ORDER)


def test_among_the_dark_last_words_rank_before_rarity():
    """A grave goodbye after a common silence is read before a rarer silence without one."""
    rows = arrange(
        [
            finding("rarest", Verdict.DARK, once_in_days=9000),
            finding("concern", Verdict.DARK, once_in_days=95, grade=Grade.CONCERN),
            finding("critical", Verdict.DARK, once_in_days=92, grade=Grade.CRITICAL),
            finding("critical, rarer", Verdict.DARK, once_in_days=900, grade=Grade.CRITICAL),
        ]
    )
    assert names(rows) == ["critical, rarer", "critical", "concern", "rarest"]


def test_those_in_an_outage_stand_by_place():
    """A district that fell silent together is read together."""
    rows = arrange(
        finding(name, Verdict.OUTAGE, place=place) for name, place in [("a", "Y"), ("b", "X"), ("c", "Y"), ("d", "X")]
    )
    assert names(rows) == ["b", "d", "a", "c"]


def test_a_new_witness_beyond_the_plain_limit_stands_with_the_dark():
    """A new witness is never unwatched."""
    late = replace(finding("late", Verdict.TOO_LITTLE_HISTORY, silence_h=25, once_in_days=None), alarm_after_s=86400.0)
    early = replace(
        finding("early", Verdict.TOO_LITTLE_HISTORY, silence_h=23, once_in_days=None), alarm_after_s=86400.0
    )
    rows = arrange([early, finding("blind", Verdict.BLIND), late, finding("dark", Verdict.DARK)])
    assert names(rows) == ["dark", "late", "blind", "early"]
    assert [row.past_plain_limit for row in rows] == [False, True, False, False]


def test_a_witness_has_one_row_whatever_the_number_of_accounts():
    """Any account's sign of life counts for the witness, and silence on one beside speech on another is said."""
    (row,) = arrange(
        [
            finding("w", Verdict.SPEAKING, of_witness=Verdict.ACCOUNT_CHANGED, account="2", silence_h=1),
            finding("w", Verdict.ACCOUNT_CHANGED, account="1", silence_h=40),
        ]
    )
    assert row.lead.finding.account.id == "1"
    assert row.silence_s == 40 * 3600
    assert row.speaking_elsewhere.silence_s == 3600
    assert row.speaking_elsewhere.account.id == "2"
    assert len(row.accounts) == 2


def test_a_witness_who_speaks_is_not_said_to_speak_elsewhere():
    """`speaking elsewhere` is said of those whose row is there for another reason."""
    (row,) = arrange(
        [
            finding("w", Verdict.DARK, of_witness=Verdict.SPEAKING, account="1"),
            finding("w", Verdict.SPEAKING, account="2", silence_h=1),
        ]
    )
    assert row.verdict is Verdict.SPEAKING
    assert row.speaking_elsewhere is None


def entry(fate, *, hours=0, evidence="a call"):
    return FateEntry(
        witness=WitnessName("w"),
        fate=fate,
        claimed_by="a colleague",
        evidence=evidence,
        judged_by="R. Desk",
        recorded_at=AS_OF + timedelta(hours=hours),
    )


def proof(hours_ago, *, witness="w"):
    return ProofOfLife(
        witness=WitnessName(witness),
        spoke_with="L. M.",
        how="video call",
        judged_by="R. K.",
        recorded_at=AS_OF,
        confirmed_until=AS_OF - timedelta(hours=hours_ago),
    )


def test_whoever_was_spoken_to_since_has_it_said_on_the_row():
    """A proof of life newer than any sign of life; not one of before it, nor of after the board's moment."""
    dark = finding("w", Verdict.DARK, silence_h=30)

    assert arrange([dark], proofs=[proof(20), proof(10), proof(25)])[0].spoken_to == proof(10)
    assert arrange([dark], proofs=[proof(31)])[0].spoken_to is None
    assert arrange([dark], proofs=[proof(-1)])[0].spoken_to is None
    assert arrange([dark], proofs=[proof(10, witness="another")])[0].spoken_to is None


def test_an_alarm_that_waits_stands_first_among_the_quiet_and_says_why():
    """It is past its alarm: a row to know about, though nobody can say yet that it is not its place."""
    rows = arrange(
        [
            finding("longer", Verdict.QUIET, silence_h=90, once_in_days=200),
            replace(finding("waits", Verdict.QUIET, silence_h=40), waits=True),
        ]
    )

    assert names(rows) == ["waits", "longer"]
    assert [row.to_act_on for row in rows] == [True, False]


def test_the_newest_entry_of_the_register_is_the_fate_and_none_is_lost():
    """Entries are added, never overwritten: the board shows the newest and knows the rest."""
    entries = [entry(Fate.MISSING), entry(Fate.SAFE, hours=1)]
    (row,) = arrange([finding("w", Verdict.DARK)], fates=entries)
    assert row.fate == entries[1]
    assert row.fates == tuple(entries)


def test_a_withdrawn_entry_is_no_fate():
    """What was entered in error and taken back does not stand on the board."""
    entries = [entry(Fate.MISSING), entry(Fate.KILLED, hours=1), entry(Fate.WITHDRAWN, hours=2, evidence="entry 2")]
    (row,) = arrange([finding("w", Verdict.DARK)], fates=entries)
    assert row.fates == (entries[0],)


def test_nothing_known_is_no_fate_and_no_grade():
    """An empty register says nothing, and no last words are no grade."""
    (row,) = arrange([finding("w", Verdict.DARK)])
    assert row.fate is None
    assert row.grade is None


def test_the_counts_of_an_empty_board_are_zeros():
    """A case that watches nobody has a board, and it says so."""
    board = Board(
        case="empty",
        as_of=AS_OF,
        simulated=False,
        rows=(),
        chance=Chance(n_judged=0, n_alarms=0, n_expected=0.0),
        heard_24h=Shares(healthy=0.0, degraded=0.0, blind=1.0),
    )
    assert set(board.counts().values()) == {0}
    assert list(board.counts()) == list(BOARD_ORDER)


def test_a_strip_with_a_negative_count_is_refused():
    """Nobody posts less than nothing."""
    with pytest.raises(InvalidInput):
        Strip(begin=AS_OF, counts=(1, -1))


def test_a_strip_ends_after_its_last_step():
    """120 steps of six hours are 30 days."""
    assert Strip(begin=AS_OF, counts=(0,) * 120).end == AS_OF + timedelta(days=30)

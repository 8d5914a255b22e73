"""Every verdict of the table, reached from a case."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from watched_cases import DAY, HOUR, NOW, T0, CaseOf, account, person, place_of, rows

from vigil.model.coverage import Hearing
from vigil.model.errors import InvalidInput
from vigil.model.fate import Fate, FateEntry, ProofOfLife
from vigil.model.ids import WitnessName
from vigil.model.verdict import Verdict
from vigil.usecases.check import show_held

GONE = NOW - 4 * DAY


def state(name, at, what):
    return rows(name, [at], kind="account_state", state=what, post=None, text=None)


def proof(name, until):
    return ProofOfLife(
        witness=WitnessName(name),
        spoke_with="a colleague",
        how="a call",
        judged_by="R. Desk",
        recorded_at=NOW,
        confirmed_until=until,
    )


def fate(name, what):
    return FateEntry(
        witness=WitnessName(name),
        fate=what,
        claimed_by="them",
        evidence="a message",
        judged_by="R. Desk",
        recorded_at=NOW - DAY,
    )


def verdicts(checked):
    return {each.account.id: each.verdict for each in checked.findings}


def test_one_gone_silent_among_speaking_neighbours_is_dark():
    """Dated from its last sign of life, with how rare it is, who speaks, and that it was heard."""
    case = place_of(gone={0: GONE})
    found = case.found("a0")
    assert found.verdict is Verdict.DARK
    assert found.since == found.last_post_at <= GONE
    assert (found.neighbours.speaking, found.neighbours.of) == (4, 4)
    assert found.expected_once_in_days > 90
    assert any("4 of 4 neighbours at Ferdous have spoken since" in each for each in found.reasons)
    assert any("longest silence in 90 days" in each and "comes to this account" in each for each in found.reasons)
    assert {each.verdict for each in case.check().findings if each.account.id != "a0"} == {Verdict.SPEAKING}


def test_a_place_silent_together_is_an_outage_and_nobody_there_is_dark():
    """All five, dated from the last of them to speak; shown once on the board."""
    case = place_of(silent_from=NOW - 3 * DAY)
    checked = case.check()
    assert set(verdicts(checked).values()) == {Verdict.OUTAGE}
    (outage,) = checked.board.outages
    assert (outage.n_silent, outage.n_accounts) == (5, 5)
    assert outage.since == max(each.last_post_at for each in checked.findings)


def test_when_the_place_returns_whoever_does_not_is_dark_dated_from_the_outage():
    """One of five stays away."""
    begin, end = NOW - 6 * DAY, NOW - 3 * DAY
    case = place_of(gone={0: begin}, silent_from=begin, silent_until=end)
    found = case.found("a0")
    assert found.verdict is Verdict.DARK
    assert found.last_post_at <= found.since <= begin
    assert any("it did not return with it" in each for each in found.reasons)
    assert case.found("a1").verdict is Verdict.SPEAKING


def test_who_was_dark_before_the_outage_stays_dark():
    """One was gone a week before the others fell silent."""
    case = place_of(gone={0: NOW - 12 * DAY}, silent_from=NOW - 3 * DAY)
    assert case.found("a0").verdict is Verdict.DARK
    assert case.found("a1").verdict is Verdict.OUTAGE


def test_without_neighbours_dark_says_that_an_outage_cannot_be_excluded():
    """Two accounts at a place: one neighbour is too few."""
    found = place_of(2, gone={0: GONE}).found("a0")
    assert found.verdict is Verdict.DARK
    assert "No neighbours to compare with: an outage can't be excluded." in found.reasons


def test_nobody_is_dark_while_nobody_listens():
    """The same silence, the collector deaf: blind, and which, and since when."""
    case = place_of(gone={0: GONE})
    case.listen(NOW - HOUR, NOW + DAY, Hearing.BLIND)
    found = case.found("a0")
    assert found.verdict is Verdict.BLIND
    assert found.since == NOW - HOUR
    assert any(each.startswith("ear has not heard it since") for each in found.reasons)
    assert case.check().board.deaf[0].n_accounts == 5


def test_without_coverage_everyone_is_blind():
    """Empty never means heard."""
    case = CaseOf().say(rows("a0", person(0))).watch("a0")
    assert case.found("a0").verdict is Verdict.BLIND
    (ear,) = case.check(NOW).board.deaf
    assert (ear.collector, ear.since) == ("no collector", None)


def test_time_nobody_listened_does_not_count():
    """Four days silent, three and a half of them unheard: nothing to call anybody dark for."""
    case = CaseOf().say(rows("a0", person(0, until=GONE))).watch("a0")
    case.listen(T0, GONE).listen(NOW - 12 * HOUR, NOW)
    found = case.found("a0")
    assert found.verdict in (Verdict.QUIET, Verdict.SPEAKING)
    assert found.coverage.blind > 0.8


def test_degraded_hearing_makes_dark_later():
    """A silence that is just beyond the limit, heard with gaps, is not."""
    plain = CaseOf().say(rows("a0", person(0, until=GONE))).watch("a0").listen()
    alarm = timedelta(seconds=plain.found("a0").alarm_after_s)
    last = plain.found("a0").last_post_at
    assert plain.found("a0", last + alarm + HOUR).verdict is Verdict.DARK
    gaps = CaseOf().say(rows("a0", person(0, until=GONE))).watch("a0")
    gaps.listen(T0, last).listen(last, NOW, Hearing.DEGRADED)
    assert gaps.found("a0", last + alarm + HOUR).verdict is not Verdict.DARK
    assert gaps.found("a0", last + 2 * alarm + HOUR).verdict is Verdict.DARK


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 95), st.integers(1, 20))
def test_no_dark_rests_on_time_that_was_not_heard(deaf_from, deaf_days):
    """Whenever a collector goes deaf, whoever reads dark is listened to now, and was silent for longer than that."""
    case = place_of(3, gone={0: GONE, 1: NOW - 20 * DAY})
    begin = T0 + deaf_from * DAY
    case.listen(begin, begin + deaf_days * DAY, Hearing.BLIND)
    for as_of in (NOW, NOW - 2 * DAY, NOW - 10 * DAY):
        for found in case.check(as_of).findings:
            deaf_now = begin <= as_of < begin + deaf_days * DAY
            assert not (deaf_now and found.verdict is Verdict.DARK)
            if found.verdict is Verdict.DARK:
                heard_s = found.silence_s * (1 - found.coverage.blind)
                assert heard_s >= found.alarm_after_s - 1


def test_a_new_account_has_too_little_history_and_a_plain_limit():
    """Three days old: silence, neighbours and last words all the same, and a limit that stands in."""
    case = place_of(4)
    new = [at for at in person(9) if at > NOW - 5 * DAY and at < NOW - 30 * HOUR]
    found = case.say(rows("new", new)).watch("new", place="Ferdous").found("new")
    assert found.verdict is Verdict.TOO_LITTLE_HISTORY
    assert found.alarm_after_s == 24 * 3600 < found.silence_s
    assert found.neighbours.of == 4
    assert case.check().board.rows[0].past_plain_limit
    assert case.found("new", call_after=timedelta(days=3)).alarm_after_s == 3 * 86_400
    assert case.found("new", least_signs=5, least_days=1).verdict is not Verdict.TOO_LITTLE_HISTORY


@pytest.mark.parametrize("what", ["deleted", "deactivated", "suspended", "taken_down", "private", "moved"])
def test_what_the_platform_says_is_louder_than_any_silence(what):
    """At once, with when it was seen; blind or not."""
    case = CaseOf().say(rows("a0", person(0, until=NOW - HOUR)), state("a0", NOW - HOUR / 2, what)).watch("a0")
    found = case.found("a0")
    assert found.verdict is Verdict.ACCOUNT_CHANGED
    assert found.since == NOW - HOUR / 2
    assert what.replace("_", " ") in found.reasons[0]


def test_a_return_after_a_deletion_stays_until_it_is_confirmed():
    """Posting again is a return; a proof of life that covers it takes it off the board."""
    deleted, back = NOW - 3 * DAY, NOW - 2 * DAY
    before, after = person(0, until=deleted), [at for at in person(0) if at > back]
    case = CaseOf().listen().say(rows("a0", before), state("a0", deleted, "deleted"), state("a0", back, "active"))
    case.say(rows("a0", after, post=None)).watch("a0")
    found = case.found("a0")
    assert (found.verdict, found.since) == (Verdict.RETURNED, after[0])
    assert found.unlike_before
    case.case.add_proof_of_life(proof("a0", after[0] - HOUR))
    assert case.found("a0").verdict is Verdict.RETURNED
    case.case.add_proof_of_life(proof("a0", after[0] + HOUR))
    assert case.found("a0").verdict is Verdict.SPEAKING


def test_a_return_after_dark_stays_until_it_is_confirmed():
    """As of within the silence it is dark; as of after it, returned; and dark again once it is gone again."""
    gone, back = NOW - 40 * DAY, NOW - 36 * DAY
    instants = [at for at in person(0, until=NOW - 16 * DAY) if not gone < at < back]
    case = CaseOf().listen().say(rows("a0", instants)).watch("a0")
    assert case.found("a0", back - HOUR).verdict is Verdict.DARK
    found = case.found("a0", NOW - 17 * DAY)
    assert found.verdict is Verdict.RETURNED
    assert found.since == next(at for at in instants if at > back)
    assert case.found("a0").verdict is Verdict.DARK
    case.case.add_proof_of_life(proof("a0", NOW - 18 * DAY))
    assert case.found("a0", NOW - 17 * DAY).verdict is Verdict.SPEAKING


def test_a_proof_of_life_does_not_vouch_for_the_future():
    """It covers what was posted up to it, not a later return."""
    gone, back = NOW - 20 * DAY, NOW - 13 * DAY
    instants = [at for at in person(0) if not gone < at < back]
    case = CaseOf().listen().say(rows("a0", instants)).watch("a0")
    case.case.add_proof_of_life(proof("a0", gone - DAY))
    assert case.found("a0", back + DAY).verdict is Verdict.RETURNED


def test_before_the_case_existed_only_fresh_returns_stand():
    """Looking back, nobody was there to confirm older ones; from the case's making on they wait however long."""
    gone, back = NOW - 60 * DAY, NOW - 53 * DAY
    instants = [at for at in person(0) if not gone < at < back]
    for created_at, verdict in ((T0, Verdict.RETURNED), (NOW + DAY, Verdict.SPEAKING)):
        case = CaseOf(created_at).listen().say(rows("a0", instants)).watch("a0")
        assert case.found("a0").verdict is verdict


def test_a_program_s_posts_are_no_sign_of_life():
    """The people are silent for four days while their program posts on: dark, and it says so."""
    planned = [T0 + k * 6 * HOUR for k in range(400) if T0 + k * 6 * HOUR <= NOW]
    case = (
        CaseOf()
        .listen()
        .say(rows("a0", person(0, until=GONE)), rows("a0", planned, client="bot", post=None))
        .watch("a0")
    )
    found = case.found("a0")
    assert found.verdict is Verdict.DARK
    assert found.last_post_at <= GONE
    assert any("that a program made" in each for each in found.reasons)


def test_posts_from_the_future_are_left_aside():
    """A post dated next week keeps nobody from being dark, and both finding and notice say so."""
    case = CaseOf().listen().say(rows("a0", person(0, until=GONE)), rows("a0", [NOW + 7 * DAY], post="f")).watch("a0")
    found = case.found("a0")
    assert found.verdict is Verdict.DARK
    assert any("dated in the future" in each for each in found.reasons)
    assert any("dated in the future" in notice for notice in case.check().notices)


def test_a_clock_that_went_backwards_is_said():
    """Now lies before the last import."""
    case = place_of(2)
    notices = case.check(now=NOW - DAY).notices
    assert any("clock" in notice and "backwards" in notice for notice in notices)
    with pytest.raises(InvalidInput):
        case.check(NOW + DAY)


def test_speech_on_one_account_counts_for_the_witness():
    """Dark on x, speaking on another platform: the account is dark, the witness is not."""
    case = CaseOf().listen().say(rows("a0", person(0, until=GONE)), rows("a0", person(1), platform="telegram"))
    case.watch("w", account("a0"), account("a0", "telegram"))
    found = {each.account.platform: each for each in case.check().findings}
    assert (found["x"].verdict, found["telegram"].verdict) == (Verdict.DARK, Verdict.SPEAKING)
    assert {each.witness_verdict for each in found.values()} == {Verdict.SPEAKING}
    (row,) = case.check().board.rows
    assert row.verdict is Verdict.SPEAKING


def test_deleted_on_one_platform_and_speaking_on_another_is_changed_speaking_elsewhere():
    """The change is louder, and the row says where they speak."""
    case = (
        CaseOf()
        .listen()
        .say(
            rows("a0", person(0, until=GONE)),
            state("a0", GONE + HOUR, "deleted"),
            rows("a0", person(1), platform="telegram"),
        )
    )
    (row,) = case.watch("w", account("a0"), account("a0", "telegram")).check().board.rows
    assert row.verdict is Verdict.ACCOUNT_CHANGED
    assert row.speaking_elsewhere.account.platform == "telegram"


def test_a_witness_s_other_account_is_no_neighbour():
    """Two accounts of one person are not two neighbours."""
    case = place_of(3).say(rows("second", person(7))).watch("a0", account("a0"), account("second"), place="Ferdous")
    assert case.found("a0").neighbours.of == 2


def test_whoever_asked_not_to_be_watched_leaves_the_board():
    """From then on, whatever the moment asked for."""
    case = place_of(3)
    case.case.add_fate(fate("a0", Fate.NOT_TO_BE_WATCHED))
    assert "a0" not in verdicts(case.check())
    assert "a0" not in verdicts(case.check(NOW - 10 * DAY))


def test_a_finding_can_be_computed_again_as_of_any_moment():
    """What came later changes nothing that was said of then."""
    as_of = NOW - 10 * DAY
    short = CaseOf().listen()
    long = place_of(4, gone={0: NOW - 14 * DAY})
    for k in range(4):
        instants = [at for at in person(k, until=NOW - 14 * DAY if k == 0 else NOW) if at <= as_of]
        short.say(rows(f"a{k}", instants)).watch(f"a{k}", place="Ferdous")
    assert long.check(as_of).findings == short.check(as_of, now=as_of).findings


def test_the_board_says_how_much_is_chance_and_bounds_it():
    """Judged, alarms, expected by chance; with a share asked for, how many alarms keep it."""
    chance = place_of(gone={0: GONE}).check(false_discovery=0.2).board.chance
    assert (chance.n_judged, chance.n_alarms, chance.n_kept) == (5, 1, 1)
    assert 0 < chance.n_expected < 1


def test_last_words_are_read_and_held_where_their_author_deleted_them():
    """Grade and rule, never the words, until a named person opens them and is logged."""
    last = GONE + HOUR
    farewell = "They are at our door. This is my last message. Goodbye."
    case = place_of(gone={0: GONE})
    case.say(rows("a0", [last], text=farewell, post="last"))
    assert case.found("a0").last_words[0].text is not None
    case.say(rows("a0", [last + HOUR / 4], kind="delete", post="last", text=None))
    checked = case.check()
    (found,) = [each for each in checked.findings if each.account.id == "a0"]
    assert found.verdict is Verdict.DARK
    assert found.last_words
    assert all(word.held and word.text is None for word in found.last_words)
    with pytest.raises(InvalidInput):
        show_held(case.case, checked, reason=" ", by="R. Desk", now=NOW)
    opened = show_held(case.case, checked, reason="family asks", by="R. Desk", now=NOW)
    assert opened[0].text == farewell


def test_an_account_deleted_by_its_author_takes_its_words_along():
    """What went with the account is held like a post that was deleted."""
    case = CaseOf().listen().say(rows("a0", person(0, until=GONE)), state("a0", GONE + HOUR, "deleted"))
    case.say(rows("a0", [GONE + HOUR / 2], text="Goodbye, this is my last message.", post="last")).watch("a0")
    assert all(word.held for word in case.found("a0").last_words)


def test_a_board_mostly_blind_says_which_board_would_tell_more():
    """As of when most were heard, however long one other was; not where most are heard, or nobody ever was."""
    case = CaseOf()
    ends = {"a": NOW - 9 * DAY, "b": NOW - 9 * DAY, "c": NOW - 2 * DAY}
    for k, (name, end) in enumerate(ends.items()):
        case.say(rows(name, person(k, until=end))).watch(name, place="Ferdous")
        case.listen(end=end, collector=f"file:{k}", account=account(name))
    (said,) = case.check().notices
    assert said.startswith("3 of 3 watched accounts are blind, last heard until 2016-08-31T00:00:00Z: ")
    assert not any("blind" in notice for notice in case.check(NOW - 9 * DAY).notices)
    assert not CaseOf().say(rows("a", person(1))).watch("a").check().notices


@pytest.mark.parametrize("year", [1, 1989])
def test_before_anything_that_can_be_read_there_is_no_board(year):
    """The first year that can be asked for is said; the calendar's own beginning is no traceback."""
    with pytest.raises(InvalidInput, match="before 1990"):
        place_of().check(as_of=NOW.replace(year=year))


def test_an_empty_watchlist_gives_an_empty_board():
    """Nobody watched, nobody heard, nobody judged."""
    checked = CaseOf().check()
    assert checked.board.rows == ()
    assert checked.board.chance.n_judged == 0

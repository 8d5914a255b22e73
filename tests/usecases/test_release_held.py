"""What is held can be listed without a word of it, and let go of by a person with a reason only."""

from dataclasses import replace

import pytest
from captured import BEGUN_AT, N_CAPTURES, ONE, SWALLOW, filled, ticking
from held_cases import WORDS, deleted, hear, row
from test_export_bag import exported

from vigil.model.errors import InvalidInput
from vigil.model.fate import Fate, FateEntry
from vigil.model.held import HeldFor
from vigil.usecases.export_bag import HELD, NOT_TO_BE_WATCHED
from vigil.usecases.make_checkpoint import make_checkpoint
from vigil.usecases.release_held import release_captures, show_held
from vigil.usecases.verify_case import verify_case


@pytest.fixture(params=["memory", "plain", "encrypted"])
def case(request, tmp_path):
    with filled(request.param, tmp_path / "a.vigil").writer() as case:
        yield case


def let_go(case, *numbers, **given):
    given = {"by": "N. Noor", "reason": "she asks for it", **given}
    return release_captures(numbers, case=case, clock=ticking(), **given)


def test_what_is_held_is_listed_without_its_words(case):
    """Number, time, witness and why: enough to choose by."""
    assert show_held(case) == []
    deleted(case, "11")
    first, again, told = show_held(case)
    assert (first.number, first.entry, first.witness, first.why) == (1, 0, SWALLOW, HeldFor.POST)
    assert (first.captured_at, first.n_bytes, again.number) == (BEGUN_AT, 14, 4)
    assert (told.witness, told.why) == (None, HeldFor.PART)
    assert WORDS not in repr(first)


def test_released_captures_are_handed_over_and_the_others_are_not(case):
    """One by one, and counted."""
    deleted(case, "11")
    report, bag = exported(case)
    assert report.left_out == {HELD: 3}
    assert [each.number for each in let_go(case, 4)] == [4]
    report, bag = exported(case)
    assert report.left_out == {HELD: 2}
    assert [capture.said.post for capture in bag.captures].count("11") == 1
    assert report.n_captures == N_CAPTURES - 1
    make_checkpoint(case=case, clock=ticking())
    assert verify_case(case).verified


def test_a_page_with_a_deleted_post_is_in_no_export(case):
    """What was deleted cannot leave inside a page of other posts."""
    hear(case, b"page", [row("71", WORDS), row("72", "more")], ONE, url="https://x.com/1")
    assert b"page" in {capture.content for capture in exported(case)[1].captures}
    deleted(case, "71")
    assert b"page" not in {capture.content for capture in exported(case)[1].captures}


@pytest.mark.parametrize("given", [{"by": ""}, {"by": "me"}, {"reason": " "}])
def test_nobody_releases_without_a_name_and_a_reason(case, given):
    """And nothing is logged."""
    deleted(case, "11")
    size = case.evidence.log.size()
    with pytest.raises(InvalidInput):
        let_go(case, 1, **given)
    assert case.evidence.log.size() == size


def test_what_is_not_held_is_not_released(case):
    """Not even beside one that is; a second time changes nothing, and a dry run neither."""
    deleted(case, "11")
    size = case.evidence.log.size()
    with pytest.raises(InvalidInput, match="not held: 2, 99"):
        let_go(case, 1, 2, 99)
    assert [each.number for each in let_go(case, 1, dry_run=True)] == [1]
    assert case.evidence.log.size() == size
    let_go(case, 1, 1)
    assert let_go(case, 1) == []
    assert case.evidence.log.size() == size + 1


def test_who_asks_not_to_be_watched_is_kept_out_whatever_was_released(case):
    """A release cannot be unmade; this can be said at any time."""
    deleted(case, "11")
    let_go(case, 1)
    entry = FateEntry(
        witness=SWALLOW,
        fate=Fate.NOT_TO_BE_WATCHED,
        claimed_by="herself",
        evidence="a letter",
        judged_by="N. Noor",
        recorded_at=BEGUN_AT,
    )
    case.add_fate(replace(entry))
    assert exported(case)[0].left_out == {NOT_TO_BE_WATCHED: 3, HELD: 1}

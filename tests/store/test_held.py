"""Whatever leads from a capture to a post its author deleted, the capture is held."""

import json

import pytest
from captured import BEGUN_AT, ONE, SWALLOW, TWO, WREN
from case_kinds import Kept
from held_cases import OTHER, WORDS, deleted, hear, row

from vigil.evidence.leaf import EntryKind, parse_entry
from vigil.model.errors import VigilError
from vigil.model.held import HeldFor, Release
from vigil.model.witness import Basis, WatchedAccount, Witness
from vigil.usecases.verify_case import verify_case

ID = "9301"


@pytest.fixture(params=["memory", "plain", "encrypted"])
def case(request, tmp_path):
    with Kept(request.param, tmp_path / "a.vigil").writer() as case:
        for name, account in ((SWALLOW, ONE), (WREN, TWO)):
            case.put_witness(Witness(name=name, accounts=(WatchedAccount(account=account),), basis=Basis.CONSENT))
        yield case


def held(case):
    back = case.evidence.held_back()
    return {leaf.number: why for leaf in case.evidence.leaves() if (why := back.why(leaf)) is not None}


def test_a_post_s_own_capture_is_held_once_it_was_deleted(case):
    """And what told of the deletion, as that names it; another's post of the same id is not."""
    own = hear(case, b"{}", [row("11", WORDS)], ONE, post="11")
    other = hear(case, b"{}", [row("11", OTHER, account="2")], TWO, post="11")
    assert held(case) == {}
    told = deleted(case, "11")
    assert held(case) == {own: HeldFor.POST, told: HeldFor.PART}
    assert other not in held(case)


def test_a_page_of_many_posts_is_held_for_one_of_them(case):
    """By the row that was read from it, whatever its bytes look like and whoever it is of."""
    page = hear(case, b"\x00\x01", [row("11", WORDS), row("12", OTHER), row("12", "", account="2")])
    free = hear(case, b"\x00\x02", [row("13", OTHER, at=3)])
    deleted(case, "11")
    assert held(case)[page] is HeldFor.PART
    assert free not in held(case)


@pytest.mark.parametrize(
    "body", [f'[{{"id": "{ID}"}}, {{"id": "12"}}]'.encode(), json.dumps({"said": f"<p>{WORDS}</p>"}).encode()]
)
def test_a_page_that_brought_nothing_new_is_held_for_what_is_in_its_bytes(case, body):
    """A second look at a page adds no row: its post is found by id or words."""
    hear(case, b"first", [row(ID, WORDS)], ONE, post=ID)
    page = hear(case, body, [], ONE)
    free = hear(case, b'[{"id": "12"}]', [], ONE)
    deleted(case, ID)
    assert held(case)[page] is HeldFor.PART
    assert free not in held(case)


def test_an_edited_post_is_held_with_all_it_said(case):
    """The words before the edit are on an earlier page."""
    page = hear(case, json.dumps([WORDS]).encode(), [])
    hear(case, b"1", [row("11", WORDS)], ONE, post="11")
    edit = hear(case, b"2", [row("11", OTHER, kind="edit", at=2)])
    later = hear(case, json.dumps([OTHER]).encode(), [], TWO)
    deleted(case, "11")
    assert {page, edit, later} <= held(case).keys()


def test_words_said_otherwise_by_a_second_hearing_count_too(case):
    """A copy of the post with other words is kept beside the first, and leads to its capture."""
    hear(case, b"1", [row("11", OTHER)], ONE, post="11")
    page = hear(case, b"\x00", [row("11", WORDS)])
    copy = hear(case, json.dumps([WORDS]).encode(), [], TWO)
    deleted(case, "11")
    assert {page, copy} <= held(case).keys()


def test_pictures_are_not_searched_for_words(case):
    """A number in the bytes of a picture is chance; a picture said to be of the post is held."""
    hear(case, b"1", [row(ID, WORDS)], ONE, post=ID)
    own = hear(case, b"a picture", [], ONE, post=ID, headers=(("Content-Type", "image/png"),))
    other = hear(case, f"\xff {ID} ".encode(), [], ONE, headers=(("Content-Type", "image/jpeg"),))
    deleted(case, ID)
    assert held(case)[own] is HeldFor.POST
    assert other not in held(case)


def test_a_picture_of_a_held_page_is_held_with_it(case):
    """Nobody searches a screenshot for words; it is released by itself."""
    hear(case, b"1", [row(ID, WORDS)], ONE, post=ID)
    url = "https://example.org/page"
    page = hear(case, WORDS.encode(), [], url=url)
    shot = hear(case, b"\x89PNG 1", [], url=url, name="screenshot.png")
    other = hear(case, b"\x89PNG 2", [], url="https://example.org/other", name="screenshot.png")
    assert held(case) == {}
    deleted(case, ID)
    assert held(case)[page] is held(case)[shot] is HeldFor.PART
    assert other not in held(case)
    case.evidence.release(Release(capture=page, judged_by="N. Noor", reason="x", recorded_at=BEGUN_AT))
    assert page not in held(case)
    assert shot in held(case)


@pytest.mark.parametrize("state", ["deleted", "deactivated"])
def test_a_deleted_account_holds_everything_of_it(case, state):
    """Until it is there again; a page on which it stood among others is held too."""
    own = hear(case, b"1", [], ONE)
    page = hear(case, b"2", [row("11", WORDS), row("12", OTHER, account="2")])
    free = hear(case, b"3", [], TWO)
    hear(case, b"4", [row(None, None, kind="account_state", at=5, state=state)], ONE)
    assert held(case)[own] is held(case)[page] is HeldFor.ACCOUNT
    assert free not in held(case)
    hear(case, b"5", [row(None, None, kind="account_state", at=6, state="active")], ONE)
    assert held(case) == {}


def test_a_release_is_an_entry_of_the_log_and_final(case):
    """It opens with who answers for it and why, under the key of the capture's witness, and cannot be unmade."""
    own = hear(case, b"{}", [row("11", WORDS)], ONE, post="11")
    told = deleted(case, "11")
    release = Release(capture=own, judged_by="N. Noor", reason="she asks for it", recorded_at=BEGUN_AT)
    case.evidence.release(release)
    assert held(case) == {told: HeldFor.PART}
    assert case.evidence.releases() == [release]
    leaf = list(case.evidence.leaves())[-1]
    assert parse_entry(leaf.entry).kind is EntryKind.RELEASE
    assert json.loads(leaf.content) == {
        "capture": own,
        "format": "vigil-release/1",
        "judged_by": "N. Noor",
        "reason": "she asks for it",
        "recorded_at": "2016-12-04T18:00:00Z",
    }
    assert case._database.row("SELECT key_no FROM log_entry ORDER BY entry_no DESC LIMIT 1") == (1,)
    for statement in ("DELETE FROM release", "UPDATE release SET reason = ''"):
        with pytest.raises(VigilError, match="never"):
            case._database.run(statement)
    case.evidence.log.add_checkpoint(BEGUN_AT)
    assert verify_case(case).verified
    case._database.run("DROP TRIGGER release_is_kept")
    case._database.run("UPDATE release SET judged_by = 'Somebody Else'")
    assert [str(doubt.kind) for doubt in verify_case(case).doubts] == ["content_changed"]

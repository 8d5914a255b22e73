"""Each row once, whatever way it comes."""

import tempfile
from pathlib import Path

import pytest
from case_kinds import NOW, SOME_US, FileOf, Kept, account, everything, put, row
from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.model.errors import InvalidInput
from vigil.store.memory import memory_case
from vigil.usecases.ports import Rejected

HOUR = 3_600_000_000

few_rows = st.lists(
    st.builds(
        row,
        platform=st.sampled_from(["x", "telegram"]),
        account=st.sampled_from(["1", "2"]),
        published_us=st.sampled_from([SOME_US, SOME_US + HOUR]),
        text=st.sampled_from([None, "", "we are here", "نحن هنا"]),
        kind=st.sampled_from(["post", "repost", "delete"]),
    ),
    max_size=25,
)
rows_with_ids = st.lists(
    st.integers(0, 8).map(
        lambda n: row(post=str(n), published_us=SOME_US + n * HOUR, text=f"text {n}", account=str(n % 2))
    ),
    max_size=25,
)


def test_importing_a_file_again_adds_nothing(kept):
    """A second run over the same file finds every row known."""
    rows = [row(), row(), row(text="a"), row(post="7"), row(kind="account_state", state="deleted")]
    with kept.writer() as case:
        assert put(case, rows) == (5, 0)
        assert put(case, rows) == (0, 5)
    with kept.reader() as case:
        assert case.info().n_observations == 5


def test_equal_rows_of_one_file_are_several_rows(kept):
    """Two posts in one minute without ids are two, also where a batch ends between them."""
    with kept.writer() as case:
        assert put(case, [row(), row(), row()], batch_rows=1) == (3, 0)


def test_equal_rows_of_two_files_are_the_same_rows(kept):
    """Overlapping files add what one has more of, and nothing twice."""
    with kept.writer() as case:
        assert put(case, [row(), row()], file=FileOf("a")) == (2, 0)
        assert put(case, [row(), row(), row()], file=FileOf("b"), batch_rows=2) == (1, 2)


@pytest.mark.parametrize("rows", [few_rows, rows_with_ids], ids=["without ids", "with ids"])
def test_batches_do_not_matter(rows):
    """However a file is cut into batches, and whatever was imported before, the case comes out the same."""

    @settings(max_examples=40, deadline=None)
    @given(first=rows, second=rows, size=st.integers(1, 7))
    def law(first, second, size):
        whole, cut = memory_case(), memory_case()
        for case, batch_rows in ((whole, 1000), (cut, size)):
            put(case, first, file=FileOf("a"), batch_rows=batch_rows)
            put(case, second, file=FileOf("b"), batch_rows=batch_rows)
        assert everything(whole) == everything(cut)
        again = [put(cut, second, file=FileOf("b"), batch_rows=size)[0], put(cut, first, file=FileOf("a"))[0]]
        assert again == [0, 0]
        assert everything(whole) == everything(cut)

    law()


@pytest.mark.parametrize("rows", [few_rows, rows_with_ids], ids=["without ids", "with ids"])
def test_order_of_files_does_not_matter(rows):
    """Files that do not contradict each other give the same case in any order."""

    @settings(max_examples=40, deadline=None)
    @given(first=rows, second=rows)
    def law(first, second):
        one, other = memory_case(), memory_case()
        for case, files in ((one, (("a", first), ("b", second))), (other, (("b", second), ("a", first)))):
            for letter, content in files:
                put(case, content, file=FileOf(letter))
        assert everything(one) == everything(other)

    law()


@settings(max_examples=30, deadline=None)
@given(rows=few_rows, cut=st.integers(0, 25), size=st.integers(1, 7))
def test_a_run_cut_short_is_completed_by_the_next(rows, cut, size):
    """After any number of kept rows, a run from the start leads to the case an undisturbed run gives."""
    whole, resumed = memory_case(), memory_case()
    put(whole, rows)
    put(resumed, rows[:cut], batch_rows=size, end=False)
    put(resumed, rows)
    assert everything(whole) == everything(resumed)
    assert resumed.files()[0].complete


@settings(max_examples=8, deadline=None)
@given(rows=few_rows)
def test_the_engine_on_disk_agrees_with_the_one_in_memory(rows):
    """A case in memory stands for one on disk."""
    memory = memory_case()
    put(memory, rows, batch_rows=3)
    with tempfile.TemporaryDirectory() as folder:
        on_disk = Kept("encrypted", Path(folder) / "a.vigil")
        with on_disk.writer() as case:
            put(case, rows, batch_rows=3)
        with on_disk.reader() as case:
            assert everything(case) == everything(memory)


def test_a_batch_that_fails_leaves_nothing(kept):
    """All of a batch is kept, or nothing of it."""
    with kept.writer() as case:
        put(case, [row()])
        before = everything(case)
        with pytest.raises(ZeroDivisionError):
            _put_and_fail(case)
        assert everything(case) == before
        assert put(case, [row(account="new"), row()], file=FileOf("b")) == (1, 1)


def _put_and_fail(case):
    with case.transaction():
        put(case, [row(account="new"), row()], file=FileOf("b"))
        _ = 1 / 0


def test_a_file_that_says_more_fills_what_was_empty(kept):
    """Text that came with a later file is not lost because the row was known."""
    with kept.writer() as case:
        put(case, [row(post="7")], file=FileOf("a"))
        put(case, [row(post="7", text="we are here", handle="bana", place="aleppo")], file=FileOf("b"))
        [kept_post] = case.posts(account(), since=NOW.replace(year=2000), until=NOW, limit=5)
    said = kept_post.observation
    assert (said.text, said.handle, said.place) == ("we are here", "bana", "aleppo")
    assert said.origin.file == "a" * 64


def test_a_file_that_says_otherwise_is_kept_beside(kept):
    """Where two files differ about one post, the first stands and what the second said is not lost."""
    with kept.writer() as case:
        put(case, [row(post="7", text="first")], file=FileOf("a"))
        put(case, [row(post="7", text="second", published_us=SOME_US + 1)], file=FileOf("b"))
        put(case, [row(post="7", text="second", published_us=SOME_US + 1)], file=FileOf("b"))
        [kept_post] = case.posts(account(), since=NOW.replace(year=2000), until=NOW, limit=5)
        assert kept_post.observation.text == "first"
        assert case._database.rows("SELECT published_us, text FROM variant") == [(SOME_US + 1, "second")]


def test_one_handle_on_two_platforms_is_two_accounts(kept):
    """An account is its platform and stable id; a shared handle joins nothing."""
    with kept.writer() as case:
        put(case, [row(handle="alabed"), row(platform="telegram", account="9", handle="alabed")])
        found = case.accounts_with_posts()
    assert [(one.account, one.handle) for one in found] == [
        (account("9", "telegram"), "alabed"),
        (account("1"), "alabed"),
    ]


def test_a_renamed_account_stays_one_account(kept):
    """A new handle is history of the same account, shown by its newest, whichever file came first."""
    later = row(handle="new_name", published_us=SOME_US + HOUR)
    with kept.writer() as case:
        put(case, [later], file=FileOf("b"))
        put(case, [row(handle="old_name")], file=FileOf("a"))
        [found] = case.accounts_with_posts()
        posts = case.posts(account(), since=NOW.replace(year=2000), until=NOW, limit=5)
    assert found.handle == "new_name"
    assert [post.observation.handle for post in posts] == ["new_name", "old_name"]


def test_edits_and_deletions_of_one_post_are_each_kept(kept):
    """One id has one post, and as many edits and deletions as there were."""
    rows = [
        row(post="7", text="one"),
        row(post="7", kind="edit", text="two"),
        row(post="7", kind="edit", text="three"),
        row(post="7", kind="delete"),
        row(post="7", kind="delete", published_us=SOME_US + HOUR),
    ]
    with kept.writer() as case:
        assert put(case, [*rows, *rows]) == (5, 5)


def test_refused_rows_wait_in_quarantine(kept):
    """A refused row is kept with its reasons; one that a later run understands is not in quarantine any more."""
    refused = Rejected(position=3, reasons=("published_at: no time zone",), raw="x" * 5000)
    with kept.writer() as case:
        put(case, [row()], rejected=(refused,))
        put(case, [row()], rejected=(refused,))
        assert case.info().n_quarantined == case.files()[0].n_quarantined == 1
        assert len(case._database.rows("SELECT raw FROM quarantine")[0][0]) == 4096
        put(case, [row()])
        assert case.info().n_quarantined == 0


def test_rows_need_a_file_begun(kept):
    """No row without its origin."""
    with kept.writer() as case, pytest.raises(InvalidInput, match="begin_file"):
        put_without_begin(case)


def put_without_begin(case):
    from case_kinds import frame

    from vigil.usecases.ports import ReadBatch

    case.append("f" * 64, ReadBatch(frame=frame([row()])))


def test_posts_from_the_future_are_kept(kept):
    """What a platform dates wrongly is stored as it says."""
    far = SOME_US + 20 * 365 * 24 * HOUR
    with kept.writer() as case:
        put(case, [row(published_us=far)])
        assert case.info().last_at.year == 2036
        assert case.signs_of_life([account()], until=NOW).timelines.at_us.size == 0

"""Importing posts: every row added, known or quarantined; repeated, killed, and completed to the same case."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from importing import NOW, contents, file_of, imported, importing_into, post

from vigil.model.coverage import Hearing
from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.instants import parse_instant
from vigil.model.witness import Basis
from vigil.sources import open_source
from vigil.store.memory import memory_case
from vigil.usecases.import_posts import import_posts

FIRST, LAST = parse_instant("2016-12-04T10:00:00Z"), parse_instant("2016-12-05T10:00:00Z")


def test_the_report_says_what_was_read_skipped_and_why(tmp_path: Path) -> None:
    """Rows in are rows added, known or quarantined, each reason with the first lines it stands on."""
    path = file_of(
        tmp_path,
        [post(0), post(1, id="p"), post(1, id="p"), {**post(2), "account": ""}, {**post(3), "published_at": "x"}],
    )
    case = memory_case()
    (report,) = imported([path], case).files
    assert (report.added, report.already_known, report.quarantined, report.n_read) == (2, 1, 2, 3)
    assert {text: (reason.n_rows, reason.first) for text, reason in report.reasons.items()} == {
        "account: missing": (1, ["line 4"]),
        "published_at: not an ISO 8601 time such as 2016-12-04T18:30:00Z, nor a number": (1, ["line 5"]),
    }
    assert (report.format, report.n_accounts) == ("jsonl", 1)
    assert case.info().n_quarantined == 2


def test_importing_again_changes_nothing(tmp_path: Path) -> None:
    """The same file twice is the same case."""
    path = file_of(tmp_path, [post(index) for index in range(50)] + [{"account": ""}])
    case = memory_case()
    imported([path], case, watch=True)
    before = contents(case)
    (report,) = imported([path], case, watch=True).files
    assert (report.added, report.already_known, report.quarantined, report.newly_watched) == (0, 50, 1, ())
    assert contents(case) == before


def test_a_dry_run_keeps_nothing(tmp_path: Path) -> None:
    """It reads everything, reports what it would refuse, and cannot say what is known already."""
    (report,) = imported([file_of(tmp_path, [post(0), {}])], None).files
    assert (report.added, report.n_read, report.quarantined) == (None, 1, 1)


def test_a_file_is_heard_from_each_account_s_first_row_to_its_last(tmp_path: Path) -> None:
    """After an account's last row we were not listening: its silence in the file is nobody's silence."""
    rows = [post(0, published_at="2016-12-04T10:00:00Z"), post(1, published_at="2016-12-05T10:00:00Z")]
    rows += [post(2, account="once", published_at="2016-12-04T12:00:00Z")]
    case = memory_case()
    path = file_of(tmp_path, rows)
    imported([path], case)
    (span,) = case.coverage(until=NOW)
    assert (span.begin, span.end, span.hearing) == (FIRST, LAST, Hearing.HEALTHY)
    assert span.account is not None
    assert span.account.id == "a"
    digest = open_source(path).digest
    assert (span.collector, span.shown_by) == (f"file:{digest[:12]}", digest)


def test_heard_until_makes_silence_after_the_last_row_count(tmp_path: Path) -> None:
    """Whoever fetched the file knows until when it is whole."""
    until = parse_instant("2016-12-08T00:00:00Z")
    case = memory_case()
    imported([file_of(tmp_path, [post(0, published_at="2016-12-04T10:00:00Z")])], case, heard_until=until)
    assert [(span.begin, span.end) for span in case.coverage(until=NOW)] == [(FIRST, until)]
    with pytest.raises(InvalidInput, match="yet to come"):
        imported([file_of(tmp_path, [post(0)])], case, heard_until=datetime(2100, 1, 1, tzinfo=UTC))


def test_a_post_from_the_future_is_kept_but_not_heard(tmp_path: Path) -> None:
    """A platform's clock may be wrong; our hearing ends with now."""
    rows = [post(0, published_at="2016-12-04T10:00:00Z"), post(1, published_at="2090-01-01T00:00:00Z")]
    case = memory_case()
    assert imported([file_of(tmp_path, rows)], case).files[0].added == 2
    assert [span.end for span in case.coverage(until=NOW)] == [NOW]


def test_watch_puts_every_account_on_the_watchlist_under_a_pseudonym(tmp_path: Path) -> None:
    """Witnesses are known by pseudonyms that say nothing of their handles; the file's places are their stays."""
    rows = [
        post(0, account="b", handle="@real_name", place="aleppo", published_at="2016-12-04T10:00:00Z"),
        post(1, account="b", handle="@renamed", place="idlib", published_at="2016-12-05T10:00:00Z"),
        post(2, account="a", place="aleppo"),
        post(3, account="c"),
    ]
    case = memory_case()
    assert imported([file_of(tmp_path, rows)], case, watch=True).files[0].newly_watched == ("w-001", "w-002", "w-003")
    watched = {one.accounts[0].account.id: one for one in case.watchlist().witnesses}
    assert {name: one.name for name, one in watched.items()} == {"a": "w-001", "b": "w-002", "c": "w-003"}
    assert watched["b"].accounts[0].handle == "@renamed"
    assert [(stay.place, stay.begin, stay.end) for stay in watched["b"].accounts[0].stays] == [
        ("aleppo", None, LAST),
        ("idlib", LAST, None),
    ]
    assert [(stay.place, stay.begin, stay.end) for stay in watched["a"].accounts[0].stays] == [("aleppo", None, None)]
    assert watched["c"].accounts[0].stays == ()
    assert watched["a"].basis is Basis.UNSTATED


def test_without_watch_nobody_is_watched(tmp_path: Path) -> None:
    """Importing is not watching."""
    case = memory_case()
    imported([file_of(tmp_path, [post(0)])], case)
    assert case.watchlist().witnesses == ()


def test_progress_is_told_in_bytes_and_ends_at_all_of_them(tmp_path: Path) -> None:
    """The bar ends full."""
    paths = [file_of(tmp_path, [post(index)], name=f"{index}.jsonl") for index in range(2)]
    told: list[tuple[int, int | None]] = []

    def tell(done: int, total: int | None, note: str = "") -> None:
        told.append((done, total))

    import_posts(
        [open_source(path) for path in paths],
        case=memory_case(),
        clock=lambda: NOW,
        progress=tell,
    )
    total = sum(path.stat().st_size for path in paths)
    assert told[-1] == (total, total)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_a_file_that_changes_while_it_is_read_is_not_taken_for_read(tmp_path: Path) -> None:
    """The digest was taken before; what was read may be something else."""
    path = file_of(tmp_path, [post(0)])
    source = open_source(path)
    file_of(tmp_path, [post(0), post(1)])
    case = memory_case()
    with pytest.raises(Unavailable, match="changed while"):
        importing_into(case, [source])
    assert [file.complete for file in case.files()] == [False]


def test_an_import_cut_short_is_completed_by_the_next(tmp_path: Path) -> None:
    """A break between any two batches leaves a case that the same command completes."""
    path = file_of(tmp_path, [post(index % 30, text=f"{index % 7}") for index in range(60)])
    whole = memory_case()
    imported([path], whole, watch=True)
    case = memory_case()

    class Broken:
        """A source that breaks off after its rows, before its end."""

        def __init__(self) -> None:
            self._inner = open_source(path)
            self.path, self.digest, self.size = self._inner.path, self._inner.digest, self._inner.size
            self.format, self.ignored_columns = self._inner.format, ()

        def batches(self) -> object:
            yield from self._inner.batches()
            raise Unavailable("pulled out")

    with pytest.raises(Unavailable):
        importing_into(case, [Broken()], watch=True)  # type: ignore[list-item]
    assert case.watchlist().witnesses == ()
    imported([path], case, watch=True)
    assert contents(case) == contents(whole)

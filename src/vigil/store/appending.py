"""A batch of observations into the case, each row once, at some hundred thousand rows a second.

Two ways lead to the same rows. The quick one takes it that nothing in the batch is known and inserts outright; one
row already there undoes it, and the sure one stages the batch and sorts known from new in the engine.

Which of several equal rows without an id a row is (`nth`) counts within one run over one file. A run claims each
row it meets by writing its number into `seen_run`; the count goes on from the rows claimed so far. So nothing need
be remembered between batches, and a run cut short is made whole by running over the file again from the start.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl

from vigil.store.database import Conflict, Database
from vigil.store.identity import with_marks
from vigil.store.terms import Numbers
from vigil.store.words import KIND_NO, STATE_NO
from vigil.usecases.ports import Appended

_OBSERVATION = (
    "account_no",
    "published_us",
    "kind_no",
    "mark",
    "nth",
    "row_no",
    "part_no",
    "position",
    "seen_run",
    "client_no",
    "handle_no",
    "place_no",
)
_DETAIL = ("row_no", "text", "lang_no", "url", "state_no", "reply_to", "repost_of")
_STAGED = _OBSERVATION + _DETAIL[1:]

# Which of the equal rows of a batch a row is, from 1; 0 where it has an id.
_NTH = (
    pl.when(pl.col("mark_id").is_not_null())
    .then(0)
    .otherwise(pl.int_range(1, pl.len() + 1).over("account_no", "published_us", "kind_no", "mark_digest"))
)

_CREATE_STAGED = f"CREATE TEMP TABLE IF NOT EXISTS staged ({', '.join(_STAGED)})"

_COUNT_ON = """
UPDATE temp.staged AS s SET nth = nth + before.n
FROM (
    SELECT b.rowid AS staged_no, count(*) AS n FROM temp.staged AS b CROSS JOIN observation AS o
    WHERE typeof(b.mark) = 'blob' AND o.account_no = b.account_no AND o.published_us = b.published_us
        AND o.kind_no = b.kind_no AND o.mark = b.mark AND o.seen_run = b.seen_run
    GROUP BY b.rowid) AS before
WHERE s.rowid = before.staged_no
"""

_ADD_NEW = f"""
INSERT OR IGNORE INTO observation SELECT {", ".join(_OBSERVATION)} FROM temp.staged ORDER BY rowid
"""  # noqa: S608

# Which kept row each staged row is that was not new. CROSS JOIN fixes the order: the staged rows drive, the kept ones
# are looked up.
_CREATE_MATCHED = """
CREATE TEMP TABLE IF NOT EXISTS matched (
    staged_no INTEGER PRIMARY KEY, kept_no, account_no, published_us, kind_no, mark, nth)
"""
_MATCH = """
INSERT INTO temp.matched
SELECT s.rowid, o.row_no, o.account_no, o.published_us, o.kind_no, o.mark, o.nth
FROM temp.staged AS s CROSS JOIN observation AS o
WHERE typeof(s.mark) = 'blob' AND o.account_no = s.account_no AND o.published_us = s.published_us
    AND o.kind_no = s.kind_no AND o.mark = s.mark AND o.nth = s.nth AND o.row_no <> s.row_no
UNION ALL
SELECT s.rowid, o.row_no, o.account_no, o.published_us, o.kind_no, o.mark, o.nth
FROM temp.staged AS s CROSS JOIN observation AS o INDEXED BY observation_with_id
WHERE typeof(s.mark) = 'text' AND typeof(o.mark) = 'text' AND o.account_no = s.account_no
    AND o.kind_no = s.kind_no AND o.mark = s.mark AND o.row_no <> s.row_no
"""

_CLAIM = """
UPDATE observation AS o SET seen_run = s.seen_run, client_no = coalesce(o.client_no, s.client_no),
    handle_no = coalesce(o.handle_no, s.handle_no), place_no = coalesce(o.place_no, s.place_no)
FROM temp.matched AS m CROSS JOIN temp.staged AS s
WHERE s.rowid = m.staged_no AND o.account_no = m.account_no AND o.published_us = m.published_us
    AND o.kind_no = m.kind_no AND o.mark = m.mark AND o.nth = m.nth
    AND ((typeof(o.mark) = 'blob' AND o.seen_run <> s.seen_run) OR (o.client_no IS NULL AND s.client_no IS NOT NULL)
        OR (o.handle_no IS NULL AND s.handle_no IS NOT NULL) OR (o.place_no IS NULL AND s.place_no IS NOT NULL))
"""

# A file that says more of a known row fills what was empty; one that says otherwise is kept beside, never over it.
_FILL = """
INSERT INTO detail
SELECT coalesce(m.kept_no, s.row_no), s.text, s.lang_no, s.url, s.state_no, s.reply_to, s.repost_of
FROM temp.staged AS s LEFT JOIN temp.matched AS m ON m.staged_no = s.rowid
WHERE coalesce(s.text, s.lang_no, s.url, s.state_no, s.reply_to, s.repost_of) IS NOT NULL
ON CONFLICT (row_no) DO UPDATE SET text = coalesce(text, excluded.text), lang_no = coalesce(lang_no, excluded.lang_no),
    url = coalesce(url, excluded.url), state_no = coalesce(state_no, excluded.state_no),
    reply_to = coalesce(reply_to, excluded.reply_to), repost_of = coalesce(repost_of, excluded.repost_of)
WHERE (text IS NULL AND excluded.text IS NOT NULL) OR (lang_no IS NULL AND excluded.lang_no IS NOT NULL)
    OR (url IS NULL AND excluded.url IS NOT NULL) OR (state_no IS NULL AND excluded.state_no IS NOT NULL)
    OR (reply_to IS NULL AND excluded.reply_to IS NOT NULL) OR (repost_of IS NULL AND excluded.repost_of IS NOT NULL)
"""

_KEEP_VARIANTS = """
INSERT OR IGNORE INTO variant
SELECT m.kept_no, s.part_no, s.position, s.published_us, s.text
FROM temp.matched AS m CROSS JOIN temp.staged AS s LEFT JOIN detail AS d ON d.row_no = m.kept_no
WHERE s.rowid = m.staged_no AND typeof(s.mark) = 'text'
    AND (s.published_us <> m.published_us OR (s.text IS NOT NULL AND s.text <> d.text))
"""

_SEEN_WITH = """
INSERT INTO account_{what} VALUES (?, ?, ?, ?)
ON CONFLICT DO UPDATE SET first_us = min(first_us, excluded.first_us), last_us = max(last_us, excluded.last_us)
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One passage over one file."""

    run_no: int
    part_no: int


class Appender:
    """Appends batches through one writer's connection."""

    def __init__(self, database: Database, numbers: Numbers) -> None:
        self._database = database
        self._numbers = numbers
        self._met_known = False
        database.run(_CREATE_STAGED)
        database.run(_CREATE_MATCHED)

    def append(self, frame: pl.DataFrame, run: Run) -> Appended:
        """Add the rows of a batch. The caller has begun a transaction."""
        if frame.is_empty():
            return Appended(added=0, already_known=0)
        rows = self._prepared(frame, run)
        quick = not self._met_known and self._quickly(rows)
        added = rows.n if quick else self._surely(rows)
        self._note_seen(rows, "handle")
        self._note_seen(rows, "place")
        return Appended(added=added, already_known=rows.n - added)

    def _prepared(self, frame: pl.DataFrame, run: Run) -> "_Rows":
        kinds = {str(kind): number for kind, number in KIND_NO.items()}
        states = {str(state): number for state, number in STATE_NO.items()}
        numbered = self._numbers.with_accounts(frame).with_columns(
            pl.col("kind").replace_strict(list(kinds), list(kinds.values()), return_dtype=pl.Int64).alias("kind_no"),
            pl.col("state")
            .replace_strict(list(states), list(states.values()), return_dtype=pl.Int64)
            .alias("state_no"),
            *(self._numbers.column(frame[word], f"{word}_no") for word in ("client", "handle", "place", "lang")),
        )
        marked = with_marks(numbered).sort("account_no", "published_us", maintain_order=True)
        first_row = self._row_numbers(frame.height)
        return _Rows(
            marked.with_columns(
                _NTH.alias("nth"),
                pl.int_range(first_row, first_row + pl.len()).alias("row_no"),
                pl.lit(run.part_no).alias("part_no"),
                pl.lit(run.run_no).alias("seen_run"),
            )
        )

    def _row_numbers(self, n: int) -> int:
        found = self._database.row("UPDATE case_record SET last_row = last_row + ? RETURNING last_row", (n,))
        assert found is not None  # noqa: S101 - a case has its record from the start
        return int(found[0]) - n + 1

    def _quickly(self, rows: "_Rows") -> bool:
        try:
            with self._database.transaction():
                self._database.run_many(*rows.inserted_into("observation", _OBSERVATION))
                if rows.has_details:
                    self._database.run_many(*rows.with_details().inserted_into("detail", _DETAIL))
        except Conflict:
            return False
        return True

    def _surely(self, rows: "_Rows") -> int:
        run = self._database.run
        run("DELETE FROM temp.staged")
        run("DELETE FROM temp.matched")
        self._database.run_many(*rows.inserted_into("temp.staged", _STAGED))
        counted_on = run(_COUNT_ON)
        added = run(_ADD_NEW)
        if added < rows.n:
            run(_MATCH)
            run(_CLAIM)
            run(_KEEP_VARIANTS)
        if rows.has_details:
            run(_FILL)
        run("DELETE FROM temp.staged")
        run("DELETE FROM temp.matched")
        # Where one batch met rows that were there already, the next one likely does.
        self._met_known = added < rows.n or counted_on > 0
        return added

    def _note_seen(self, rows: "_Rows", what: str) -> None:
        seen = rows.frame.drop_nulls(f"{what}_no")
        if seen.is_empty():
            return
        spans = seen.group_by("account_no", f"{what}_no").agg(
            pl.col("published_us").min().alias("first"), pl.col("published_us").max().alias("last")
        )
        self._database.run_many(_SEEN_WITH.format(what=what), spans.iter_rows())


class _Rows:
    """A batch ready to insert: columns named as the tables', sorted as they are clustered."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self.frame = frame
        self.n = frame.height
        self.has_details = any(frame[name].null_count() < self.n for name in _DETAIL[1:])

    def with_details(self) -> "_Rows":
        """Those rows that have any detail."""
        return _Rows(self.frame.filter(pl.any_horizontal(pl.col(_DETAIL[1:]).is_not_null())))

    def inserted_into(self, table: str, names: tuple[str, ...]) -> tuple[str, Iterator[tuple[Any, ...]]]:
        """A statement that inserts these columns, and what to bind for each row.

        Binding is what an import spends its time on, and the driver binds None and bytes twenty times slower than
        int, str and bytearray. So a column that is the same throughout stands in the statement; nulls and blobs are
        bound as what is quick.
        """
        terms: list[str] = []
        bound: list[list[Any]] = []
        for name in names:
            term, values = self._marks() if name == "mark" else _bound(self.frame[name])
            terms.append(term)
            if values is not None:
                bound.append(values)
        statement = f"INSERT INTO {table} VALUES ({', '.join(terms)})"  # noqa: S608 - our own words and numbers
        return statement, zip(*bound, strict=True)

    def _marks(self) -> tuple[str, list[Any] | None]:
        ids, digests = self.frame["mark_id"], self.frame["mark_digest"]
        if ids.null_count() == 0:
            return "?", ids.to_list()
        if ids.null_count() == self.n and digests.bin.size().max() == 0:
            return "x''", None
        pairs = zip(ids.to_list(), digests.to_list(), strict=True)
        return "?", [bytearray(digest) if mark is None else mark for mark, digest in pairs]


_NULL = -1
"""Bound in place of null. No number of ours is negative, and no text equals a number."""


def _bound(column: pl.Series) -> tuple[str, list[Any] | None]:
    """How a column stands in a statement, and its values where they are to be bound."""
    n_null = column.null_count()
    if n_null == len(column):
        return "NULL", None
    if n_null:
        return f"nullif(?, {_NULL})", [_NULL if value is None else value for value in column.to_list()]
    # Row numbers are always bound: with nothing bound nothing would be inserted.
    if column.name != "row_no" and column.dtype != pl.String and column.min() == column.max():
        return str(column[0]), None
    return "?", column.to_list()

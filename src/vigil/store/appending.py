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
from vigil.store.identity import marks
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

_INSERT_OBSERVATION = f"INSERT INTO observation VALUES ({', '.join('?' * len(_OBSERVATION))})"
_INSERT_DETAIL = f"INSERT INTO detail VALUES ({', '.join('?' * len(_DETAIL))})"
_INSERT_STAGED = f"INSERT INTO temp.staged VALUES ({', '.join('?' * len(_STAGED))})"

_CREATE_STAGED = f"CREATE TEMP TABLE IF NOT EXISTS staged ({', '.join(_STAGED)})"

_COUNT_ON = """
UPDATE temp.staged AS s SET nth = nth + (
    SELECT count(*) FROM observation AS o
    WHERE o.account_no = s.account_no AND o.published_us = s.published_us AND o.kind_no = s.kind_no
        AND o.mark = s.mark AND o.seen_run = s.seen_run)
WHERE typeof(mark) = 'blob'
"""

_ADD_NEW = f"""
INSERT OR IGNORE INTO observation SELECT {", ".join(_OBSERVATION)} FROM temp.staged ORDER BY rowid
"""  # noqa: S608

# Which kept row each staged row is. CROSS JOIN fixes the order: the staged rows drive, the kept ones are looked up.
_MATCH = """
CREATE TEMP TABLE matched AS
SELECT o.row_no AS kept_no, s.rowid AS staged_no, o.account_no, o.published_us, o.kind_no, o.mark, o.nth
FROM temp.staged AS s CROSS JOIN observation AS o
WHERE typeof(s.mark) = 'blob' AND o.account_no = s.account_no AND o.published_us = s.published_us
    AND o.kind_no = s.kind_no AND o.mark = s.mark AND o.nth = s.nth
UNION ALL
SELECT o.row_no, s.rowid, o.account_no, o.published_us, o.kind_no, o.mark, o.nth
FROM temp.staged AS s CROSS JOIN observation AS o INDEXED BY observation_with_id
WHERE typeof(s.mark) = 'text' AND typeof(o.mark) = 'text' AND o.account_no = s.account_no
    AND o.kind_no = s.kind_no AND o.mark = s.mark
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
SELECT m.kept_no, s.text, s.lang_no, s.url, s.state_no, s.reply_to, s.repost_of
FROM temp.matched AS m CROSS JOIN temp.staged AS s
WHERE s.rowid = m.staged_no AND coalesce(s.text, s.lang_no, s.url, s.state_no, s.reply_to, s.repost_of) IS NOT NULL
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
        self._met_known = False  # the last batch held known rows: then the next one likely does, too
        database.run(_CREATE_STAGED)

    def append(self, frame: pl.DataFrame, run: Run) -> Appended:
        """Add the rows of a batch. The caller has begun a transaction."""
        if frame.is_empty():
            return Appended(added=0, already_known=0)
        rows = self._prepared(frame, run)
        added = None if self._met_known else self._quickly(rows)
        if added is None:
            added = self._surely(rows)
        self._met_known = added < frame.height
        self._note_seen(rows, "handle")
        self._note_seen(rows, "place")
        return Appended(added=added, already_known=frame.height - added)

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
        numbered = numbered.sort("account_no", "published_us", maintain_order=True)
        return _Rows(numbered, run, self._row_numbers(frame.height))

    def _row_numbers(self, n: int) -> int:
        found = self._database.row("UPDATE case_record SET last_row = last_row + ? RETURNING last_row", (n,))
        assert found is not None  # noqa: S101 - a case has its record from the start
        return int(found[0]) - n + 1

    def _quickly(self, rows: "_Rows") -> int | None:
        try:
            with self._database.transaction():
                self._database.run_many(_INSERT_OBSERVATION, rows.tuples(_OBSERVATION))
                if rows.has_details:
                    self._database.run_many(_INSERT_DETAIL, rows.detail_tuples())
        except Conflict:
            return None
        return rows.n

    def _surely(self, rows: "_Rows") -> int:
        run = self._database.run
        run("DELETE FROM temp.staged")
        self._database.run_many(_INSERT_STAGED, rows.tuples(_STAGED))
        run(_COUNT_ON)
        added = run(_ADD_NEW)
        run("DROP TABLE IF EXISTS temp.matched")
        run(_MATCH)
        run(_CLAIM)
        if rows.has_details:
            run(_FILL)
        run(_KEEP_VARIANTS)
        run("DROP TABLE temp.matched")
        run("DELETE FROM temp.staged")
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
    """A batch ready to insert, sorted as the table is clustered."""

    def __init__(self, frame: pl.DataFrame, run: Run, first_row: int) -> None:
        self.n = frame.height
        given = marks(frame)
        self._columns: dict[str, list[Any]] = {
            "mark": given,
            "nth": _nths(frame, given),
            "row_no": list(range(first_row, first_row + self.n)),
            "part_no": [run.part_no] * self.n,
            "seen_run": [run.run_no] * self.n,
        }
        self.frame = frame
        self.has_details = any(frame[name].null_count() < self.n for name in _DETAIL[1:])

    def tuples(self, names: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
        """The rows, with these columns."""
        return zip(*(self._column(name) for name in names), strict=True)

    def detail_tuples(self) -> Iterator[tuple[Any, ...]]:
        """The rows that have any detail."""
        return (row for row in self.tuples(_DETAIL) if row[1:].count(None) < len(row) - 1)

    def _column(self, name: str) -> list[Any]:
        if name not in self._columns:
            self._columns[name] = self.frame[name].to_list()
        return self._columns[name]


def _nths(frame: pl.DataFrame, given: list[str | bytes]) -> list[int]:
    """Which of the equal rows of this batch each is, from 1; 0 where it has an id."""
    keyed = frame.select("account_no", "published_us", "kind_no").with_columns(
        pl.Series("digest", [None if isinstance(mark, str) else mark for mark in given], dtype=pl.Binary)
    )
    nth = pl.int_range(1, pl.len() + 1).over("account_no", "published_us", "kind_no", "digest")
    counted = keyed.select(pl.when(pl.col("digest").is_null()).then(0).otherwise(nth).alias("nth"))
    return counted["nth"].to_list()

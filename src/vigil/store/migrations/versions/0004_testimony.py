"""Testimony: what was read from posts and captures, what a case knows of who speaks, and judgements on incidents.

A reading is no evidence: it can be made again from the words it was read from, so its rows may go at any time, and they
go with those words. `about` says what was read: 1 a post, by its row_no; 2 a capture and which of the
documents in it; 3 the bytes of a capture, `reader` being what found the documents in them. 2 and 3 are sealed under the
capture's key.
"""

from alembic import op

revision = "0004"
down_revision = "0003"

_TABLES = """
CREATE TABLE judgement (
    judgement_no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    claims TEXT NOT NULL,
    grade TEXT,
    withdraws TEXT,
    judged_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    recorded_us INTEGER NOT NULL
);

CREATE TABLE speaker (
    speaker_no INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,
    side TEXT,
    reliability TEXT NOT NULL,
    judged_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    recorded_us INTEGER NOT NULL
);

CREATE INDEX speaker_newest ON speaker (name, recorded_us);

CREATE TABLE reading (
    about INTEGER NOT NULL,
    number INTEGER NOT NULL,
    part INTEGER NOT NULL,
    reader TEXT NOT NULL,
    said BLOB,
    PRIMARY KEY (about, number, part)
) WITHOUT ROWID;
"""


def upgrade() -> None:
    """Lay the tables, and the rules of those that only grow."""
    for statement in _TABLES.split(";\n\n"):
        op.execute(statement)
    withdrawing = "EXISTS (SELECT 1 FROM withdrawal WHERE ended_us IS NULL)"
    for table in ("judgement", "speaker"):
        _refuse(f"{table}_is_kept", f"UPDATE ON {table}", f"entries of {table} are never changed")
        _refuse(f"{table}_stays", f"DELETE ON {table}", f"entries of {table} are never removed", unless=withdrawing)


def _refuse(name: str, action: str, sentence: str, *, unless: str = "0") -> None:
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {action} WHEN NOT ({unless}) BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
    )

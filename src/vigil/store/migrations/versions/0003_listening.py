"""Sources and how far each has listened, timestamps of checkpoints, releases of held captures, what is known of media.

What is `sealed` is sealed under the case's own key (a source's secrets), or under the key of the capture it is about.
"""

from alembic import op

revision = "0003"
down_revision = "0002"

_TABLES = """
CREATE TABLE source (
    source_no INTEGER PRIMARY KEY,
    collector TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    settings TEXT NOT NULL,
    sealed BLOB,
    added_us INTEGER NOT NULL
);

CREATE TABLE reached (
    collector TEXT PRIMARY KEY,
    cursor TEXT,
    at_us INTEGER NOT NULL,
    n_malformed INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE listened_for (
    collector TEXT NOT NULL,
    account_no INTEGER NOT NULL REFERENCES account,
    joined_us INTEGER NOT NULL,
    left_us INTEGER,
    heard_until_us INTEGER,
    PRIMARY KEY (collector, account_no)
) WITHOUT ROWID;

CREATE INDEX coverage_of_scope ON coverage (collector, account_platform, account_id, end_us);

CREATE TABLE timestamp (
    timestamp_no INTEGER PRIMARY KEY,
    checkpoint_no INTEGER NOT NULL REFERENCES checkpoint,
    kind TEXT NOT NULL,
    authority TEXT NOT NULL,
    token BLOB NOT NULL,
    received_us INTEGER NOT NULL
);

CREATE TABLE release (
    release_no INTEGER PRIMARY KEY,
    capture_no INTEGER NOT NULL REFERENCES capture,
    judged_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    recorded_us INTEGER NOT NULL
);

CREATE TABLE media (
    capture_no INTEGER PRIMARY KEY REFERENCES capture,
    sealed BLOB
);
"""

_WITHDRAWING = "EXISTS (SELECT 1 FROM withdrawal WHERE ended_us IS NULL)"


def upgrade() -> None:
    """Lay the tables, and the rules by which what is evidence only grows."""
    for statement in _TABLES.split(";\n\n"):
        op.execute(statement)
    _refuse("release_stays", "DELETE ON release", "rows of release are never removed", unless=_WITHDRAWING)
    for table in ("timestamp", "media"):
        _refuse(f"{table}_stays", f"DELETE ON {table}", f"rows of {table} are never removed")
    for table in ("timestamp", "release"):
        _refuse(f"{table}_is_kept", f"UPDATE ON {table}", f"rows of {table} are never changed")
    _refuse(
        "media_is_kept",
        "UPDATE ON media",
        "what is known of media is never changed",
        unless=f"NEW.capture_no = OLD.capture_no AND NEW.sealed IS NULL AND {_WITHDRAWING}",
    )


def _refuse(name: str, action: str, sentence: str, *, unless: str = "0") -> None:
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {action} WHEN NOT ({unless}) BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
    )

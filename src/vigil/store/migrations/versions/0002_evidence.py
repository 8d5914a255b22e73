"""The evidence log, its checkpoints, captures and where their bytes are. docs/adr/0007-vault.md says why so.

Laying the log's own row and taking in what was recorded before needs the case's key: store/log.py does it, in the same
transaction, whenever the log has not begun. What is `sealed` or `salt` is sealed under the key `key_no`: a witness's,
or the case's own (0).
"""

from alembic import op

revision = "0002"
down_revision = "0001"

_TABLES = """
CREATE TABLE evidence_log (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    origin TEXT NOT NULL,
    verifier_key TEXT NOT NULL,
    seed BLOB NOT NULL,
    case_key BLOB NOT NULL
);

CREATE TABLE log_entry (
    entry_no INTEGER PRIMARY KEY,
    entry BLOB NOT NULL,
    key_no INTEGER NOT NULL,
    salt BLOB,
    about INTEGER NOT NULL,
    about_no INTEGER NOT NULL,
    UNIQUE (about, about_no)
);

CREATE TABLE log_node (
    level INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (level, nth)
) WITHOUT ROWID;

CREATE TABLE checkpoint (
    checkpoint_no INTEGER PRIMARY KEY,
    size INTEGER NOT NULL,
    note BLOB NOT NULL,
    made_us INTEGER NOT NULL
);

CREATE TABLE content (
    content_no INTEGER PRIMARY KEY,
    key_no INTEGER NOT NULL,
    name BLOB NOT NULL UNIQUE,
    n_bytes INTEGER NOT NULL
);

CREATE TABLE capture (
    capture_no INTEGER PRIMARY KEY,
    key_no INTEGER NOT NULL,
    content_no INTEGER NOT NULL REFERENCES content,
    captured_us INTEGER NOT NULL,
    sealed BLOB
);
"""

_WITHDRAWING = "EXISTS (SELECT 1 FROM withdrawal WHERE ended_us IS NULL)"


def upgrade() -> None:
    """Lay the tables, and the rules by which they only grow."""
    for statement in _TABLES.split(";\n\n"):
        op.execute(statement)
    for table in ("evidence_log", "log_entry", "log_node", "checkpoint", "capture"):
        _refuse(f"{table}_stays", f"DELETE ON {table}", f"rows of {table} are never removed")
    _refuse("content_stays", "DELETE ON content", "rows of content are never removed", unless=_WITHDRAWING)
    for table in ("log_node", "checkpoint", "content"):
        _refuse(f"{table}_is_kept", f"UPDATE ON {table}", f"rows of {table} are never changed")
    # A rekey seals the same keys anew: which log it is stays.
    _refuse(
        "evidence_log_is_kept",
        "UPDATE ON evidence_log",
        "origin and key of the log are never changed",
        unless="NEW.one = OLD.one AND NEW.origin = OLD.origin AND NEW.verifier_key = OLD.verifier_key",
    )
    # A withdrawal destroys salts and descriptions; entries stay, so the log holds.
    _refuse(
        "log_entry_is_kept",
        "UPDATE ON log_entry",
        "entries of the log are never changed",
        unless=(
            "NEW.entry_no = OLD.entry_no AND NEW.entry = OLD.entry AND NEW.key_no = OLD.key_no "
            f"AND NEW.about = OLD.about AND NEW.about_no = OLD.about_no AND NEW.salt IS NULL AND {_WITHDRAWING}"
        ),
    )
    _refuse(
        "capture_is_kept",
        "UPDATE ON capture",
        "captures are never changed",
        unless=(
            "NEW.capture_no = OLD.capture_no AND NEW.key_no = OLD.key_no AND NEW.content_no = OLD.content_no "
            f"AND NEW.captured_us = OLD.captured_us AND NEW.sealed IS NULL AND {_WITHDRAWING}"
        ),
    )


def _refuse(name: str, action: str, sentence: str, *, unless: str = "0") -> None:
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {action} WHEN NOT ({unless}) BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
    )

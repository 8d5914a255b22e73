"""The case file as it begins. docs/adr/0001-case-file.md says why it is cut this way.

Times are microseconds since 1970, UTC (`_us`). Numbers of kinds and states are those of store/words.py.
"""

from alembic import op

revision = "0001"
down_revision = None

_ALONE = """
CREATE TABLE case_record (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    created_us INTEGER NOT NULL,
    written_by TEXT NOT NULL,
    last_row INTEGER NOT NULL DEFAULT 0,
    last_run INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE term (
    term_no INTEGER PRIMARY KEY,
    term TEXT NOT NULL UNIQUE
);

CREATE TABLE account (
    account_no INTEGER PRIMARY KEY,
    platform TEXT NOT NULL,
    id TEXT NOT NULL,
    UNIQUE (platform, id)
);

CREATE TABLE account_handle (
    account_no INTEGER NOT NULL REFERENCES account,
    handle_no INTEGER NOT NULL REFERENCES term,
    first_us INTEGER NOT NULL,
    last_us INTEGER NOT NULL,
    PRIMARY KEY (account_no, handle_no)
) WITHOUT ROWID;

CREATE TABLE account_place (
    account_no INTEGER NOT NULL REFERENCES account,
    place_no INTEGER NOT NULL REFERENCES term,
    first_us INTEGER NOT NULL,
    last_us INTEGER NOT NULL,
    PRIMARY KEY (account_no, place_no)
) WITHOUT ROWID;

CREATE TABLE file (
    file_no INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    imported_us INTEGER NOT NULL,
    run_no INTEGER NOT NULL,
    complete INTEGER NOT NULL DEFAULT 0,
    n_rows INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE part (
    part_no INTEGER PRIMARY KEY,
    file_no INTEGER NOT NULL REFERENCES file,
    member TEXT NOT NULL DEFAULT '',
    UNIQUE (file_no, member)
);

CREATE TABLE quarantine (
    part_no INTEGER NOT NULL REFERENCES part,
    position INTEGER NOT NULL,
    run_no INTEGER NOT NULL,
    n_rows INTEGER NOT NULL,
    reasons TEXT NOT NULL,
    raw TEXT,
    PRIMARY KEY (part_no, position)
) WITHOUT ROWID;

CREATE TABLE observation (
    account_no INTEGER NOT NULL,
    published_us INTEGER NOT NULL,
    kind_no INTEGER NOT NULL,
    mark NOT NULL,
    nth INTEGER NOT NULL,
    row_no INTEGER NOT NULL,
    part_no INTEGER NOT NULL,
    position INTEGER NOT NULL,
    seen_run INTEGER NOT NULL,
    client_no INTEGER,
    handle_no INTEGER,
    place_no INTEGER,
    PRIMARY KEY (account_no, published_us, kind_no, mark, nth)
) WITHOUT ROWID;

CREATE UNIQUE INDEX observation_with_id ON observation (account_no, kind_no, mark) WHERE typeof(mark) = 'text';

CREATE INDEX observation_of_state ON observation (account_no, published_us) WHERE kind_no = 6;

CREATE TABLE detail (
    row_no INTEGER PRIMARY KEY,
    text TEXT,
    lang_no INTEGER REFERENCES term,
    url TEXT,
    state_no INTEGER,
    reply_to TEXT,
    repost_of TEXT
);

CREATE TABLE variant (
    row_no INTEGER NOT NULL,
    part_no INTEGER NOT NULL REFERENCES part,
    position INTEGER NOT NULL,
    published_us INTEGER NOT NULL,
    text TEXT,
    PRIMARY KEY (row_no, part_no, position)
) WITHOUT ROWID;

CREATE TABLE witness (
    witness_no INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    basis TEXT NOT NULL,
    review_on TEXT,
    budget_per_year REAL,
    note TEXT
);

CREATE TABLE witness_key (
    witness_no INTEGER PRIMARY KEY REFERENCES witness,
    wrapped BLOB,
    destroyed_us INTEGER,
    CHECK ((wrapped IS NULL) = (destroyed_us IS NOT NULL))
);

CREATE TABLE watched_account (
    account_no INTEGER PRIMARY KEY REFERENCES account,
    witness_no INTEGER NOT NULL REFERENCES witness,
    ordinal INTEGER NOT NULL,
    handle TEXT
);

CREATE INDEX watched_account_of_witness ON watched_account (witness_no, ordinal);

CREATE TABLE stay (
    account_no INTEGER NOT NULL REFERENCES watched_account ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    place TEXT NOT NULL,
    begin_us INTEGER,
    end_us INTEGER,
    PRIMARY KEY (account_no, ordinal)
) WITHOUT ROWID;

CREATE TABLE coverage (
    coverage_no INTEGER PRIMARY KEY,
    collector TEXT NOT NULL,
    begin_us INTEGER NOT NULL,
    end_us INTEGER NOT NULL,
    hearing TEXT NOT NULL,
    platform TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    account_platform TEXT NOT NULL DEFAULT '',
    account_id TEXT NOT NULL DEFAULT '',
    shown_by TEXT,
    UNIQUE (collector, begin_us, end_us, hearing, platform, place, account_platform, account_id)
);

CREATE INDEX coverage_begin ON coverage (begin_us);

CREATE TABLE fate (
    fate_no INTEGER PRIMARY KEY,
    witness_no INTEGER NOT NULL REFERENCES witness,
    fate TEXT NOT NULL,
    claimed_by TEXT NOT NULL,
    evidence TEXT NOT NULL,
    judged_by TEXT NOT NULL,
    recorded_us INTEGER NOT NULL,
    occurred TEXT,
    reason TEXT
);

CREATE TABLE proof_of_life (
    proof_no INTEGER PRIMARY KEY,
    witness_no INTEGER NOT NULL REFERENCES witness,
    spoke_with TEXT NOT NULL,
    how TEXT NOT NULL,
    judged_by TEXT NOT NULL,
    recorded_us INTEGER NOT NULL,
    confirmed_until_us INTEGER NOT NULL
);

CREATE TABLE setting (
    setting_no INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    recorded_us INTEGER NOT NULL,
    judged_by TEXT
);

CREATE INDEX setting_newest ON setting (name, recorded_us);

CREATE TABLE withdrawal (
    withdrawal_no INTEGER PRIMARY KEY,
    witness_no INTEGER NOT NULL,
    judged_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    begun_us INTEGER NOT NULL,
    ended_us INTEGER
);

CREATE TABLE log (
    log_no INTEGER PRIMARY KEY,
    at_us INTEGER NOT NULL,
    event TEXT NOT NULL,
    said TEXT,
    salt BLOB,
    leaf BLOB NOT NULL,
    link BLOB NOT NULL,
    CHECK ((said IS NULL) = (salt IS NULL))
);
"""

_ADDED_ONLY = ("fate", "proof_of_life", "setting")


def upgrade() -> None:
    """Lay all tables, and the rules of those that only grow."""
    for statement in _ALONE.split(";\n\n"):
        op.execute(statement)
    for table in _ADDED_ONLY:
        _refuse(f"{table}_is_kept", f"UPDATE ON {table}", f"entries of {table} are never changed")
        _refuse(
            f"{table}_stays",
            f"DELETE ON {table}",
            f"entries of {table} are never removed",
            unless="EXISTS (SELECT 1 FROM withdrawal WHERE ended_us IS NULL)",
        )
    _refuse("log_stays", "DELETE ON log", "entries of the log are never removed")
    # A withdrawal may destroy what an entry says together with its salt; leaf and link stay, so the chain holds.
    _refuse(
        "log_is_kept",
        "UPDATE ON log",
        "entries of the log are never changed",
        unless=(
            "NEW.log_no = OLD.log_no AND NEW.at_us = OLD.at_us AND NEW.event = OLD.event AND NEW.leaf = OLD.leaf "
            "AND NEW.link = OLD.link AND NEW.said IS NULL AND NEW.salt IS NULL "
            "AND EXISTS (SELECT 1 FROM withdrawal WHERE ended_us IS NULL)"
        ),
    )


def _refuse(name: str, action: str, sentence: str, *, unless: str = "0") -> None:
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {action} WHEN NOT ({unless}) BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
    )

"""What makes a row the same row: the law by which importing twice adds nothing twice.

With the platform's id, a post, reply, repost or story is (platform, account, id, kind); an edit, deletion or change
of state is that with its instant and the digest of its text. Without an id, a row is (platform, account,
published_at, kind, digest of text, nth such row of the file). The state of an account belongs to its text here.

A row's `mark` is its id (TEXT, followed by `@instant#digest` for kinds that recur) or, without one, the digest
(BLOB, empty where there is no text): 16 bytes of SHA-256, so that it is the same on every machine and version.
"""

import hashlib

import polars as pl

from vigil.store.words import ONCE_PER_ID

DIGEST_BYTES = 16
Mark = str | bytes

NO_TEXT = b""


def with_marks(frame: pl.DataFrame) -> pl.DataFrame:
    """A frame of kind_no, published_us, post, text and state with each row's mark: mark_id, or else mark_digest."""
    recurs = ~pl.col("kind_no").is_in(ONCE_PER_ID)
    marked = frame.with_columns(_digests(frame).alias("mark_digest"))
    mark_id = (
        pl.when(recurs)
        .then(pl.format("{}@{}#{}", "post", "published_us", pl.col("mark_digest").bin.encode("hex")))
        .otherwise(pl.col("post"))
    )
    return marked.with_columns(mark_id.alias("mark_id"))


def post_of(mark: Mark, kind_no: int) -> str | None:
    """The platform's id within a mark, or None where there was none."""
    if isinstance(mark, bytes):
        return None
    return mark if kind_no in ONCE_PER_ID else mark.rpartition("@")[0]


def _digests(frame: pl.DataFrame) -> pl.Series:
    """The digest of what each row says, left empty where an id alone tells the row."""
    texts, states = frame["text"], frame["state"]
    if texts.null_count() == states.null_count() == frame.height:
        return pl.Series([NO_TEXT], dtype=pl.Binary).new_from_index(0, frame.height)
    by_id_alone = frame.select(pl.col("post").is_not_null() & pl.col("kind_no").is_in(ONCE_PER_ID)).to_series()
    rows = zip(by_id_alone.to_list(), texts.to_list(), states.to_list(), strict=True)
    return pl.Series([NO_TEXT if alone else text_digest(text, state) for alone, text, state in rows], dtype=pl.Binary)


def text_digest(text: str | None, state: str | None = None) -> bytes:
    """16 bytes of the SHA-256 of what a row says; empty where it says nothing."""
    if text is None and state is None:
        return NO_TEXT
    said = b"" if text is None else b"t" + text.encode("utf-8", "surrogatepass")
    if state is not None:
        said = b"s" + state.encode() + b"\0" + said
    return hashlib.sha256(said).digest()[:DIGEST_BYTES]

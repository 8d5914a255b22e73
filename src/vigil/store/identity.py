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


def marks(frame: pl.DataFrame) -> list[Mark]:
    """The mark of each row of a frame with columns kind_no, published_us, post, text and state."""
    n = frame.height
    posts, texts, states = frame["post"], frame["text"], frame["state"]
    if posts.null_count() == n and texts.null_count() == n and states.null_count() == n:
        return [NO_TEXT] * n
    columns = (frame["kind_no"], frame["published_us"], posts, texts, states)
    return [mark(*values) for values in zip(*(column.to_list() for column in columns), strict=True)]


def mark(kind_no: int, published_us: int, post: str | None, text: str | None, state: str | None) -> Mark:
    """The mark of one row."""
    if post is None:
        return text_digest(text, state)
    if kind_no in ONCE_PER_ID:
        return post
    return f"{post}@{published_us}#{text_digest(text, state).hex()}"


def post_of(mark: Mark, kind_no: int) -> str | None:
    """The platform's id within a mark, or None where there was none."""
    if isinstance(mark, bytes):
        return None
    return mark if kind_no in ONCE_PER_ID else mark.rpartition("@")[0]


def text_digest(text: str | None, state: str | None = None) -> bytes:
    """16 bytes of the SHA-256 of what a row says; empty where it says nothing."""
    if text is None and state is None:
        return NO_TEXT
    said = b"" if text is None else b"t" + text.encode("utf-8", "surrogatepass")
    if state is not None:
        said = b"s" + state.encode() + b"\0" + said
    return hashlib.sha256(said).digest()[:DIGEST_BYTES]

"""What testimony needs of a case: the words it holds, what was read from them, and what was judged."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import NamedTuple, Protocol

from vigil.model.claim import Reading
from vigil.model.incident import Judgement, Publication, SourceRecord
from vigil.model.observation import Kind
from vigil.model.witness import Account


class Read(IntEnum):
    """What it was made from, as stored: a reading, of a post or a document; documents, of a capture's bytes."""

    POST = 1
    CAPTURE = 2
    BYTES = 3


class ReadFrom(NamedTuple):
    """One text of the case: a post by its row, a capture by its number and which of the documents in it."""

    about: Read
    number: int
    part: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PostedText:
    """A post with words, as it came: an edit is another one."""

    row: int
    account: Account
    published_at: datetime
    kind: Kind
    text: str
    post: str | None = None  # the platform's id
    handle: str | None = None
    lang: str | None = None
    url: str | None = None
    repost_of: str | None = None
    held: bool = False  # its author deleted it, or their account, as far as was heard


class TestimonyReader(Protocol):
    """The words of a case, and what was made of them."""

    def posts(self, *, until: datetime) -> Iterator[PostedText]:
        """Every post with words published at or before an instant, by account and then by time."""
        ...

    def n_posts(self, *, until: datetime) -> int:
        """How many they are, for a progress bar."""
        ...

    def readings(self, of: Sequence[ReadFrom], *, reader: str) -> Mapping[ReadFrom, Reading | None]:
        """What this very reader made of these texts; None: no claim. Those it has not read are left out."""
        ...

    def unpacked(self, capture: int, *, unpacker: str) -> Sequence[Publication] | None:
        """The documents that this very unpacker found in a capture, by its number; None: it has not looked."""
        ...

    def judgements(self) -> list[Judgement]:
        """Every judgement, in the order they were made; withdrawn ones too."""
        ...

    def speakers(self) -> list[SourceRecord]:
        """Of everyone who speaks and of whom something was entered, the newest entry, by name."""
        ...


class TestimonyWriter(TestimonyReader, Protocol):
    """The same, to be added to. Each write belongs in a transaction of the case."""

    def keep_readings(self, readings: Mapping[ReadFrom, Reading | None], *, reader: str) -> None:
        """Keep what was read, in place of what another reader made of the same texts."""
        ...

    def keep_unpacked(self, found: Mapping[int, Sequence[Publication]], *, unpacker: str) -> None:
        """Keep the documents found in captures, in place of what another unpacker found in them."""
        ...

    def add_judgement(self, judgement: Judgement) -> None:
        """Add a judgement. It stays, whatever is judged later."""
        ...

    def add_speaker(self, record: SourceRecord, *, at: datetime) -> None:
        """Add an entry on someone who speaks; earlier ones stay."""
        ...

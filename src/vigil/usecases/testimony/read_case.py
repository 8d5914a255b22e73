"""Read what a case holds into claims: every post with words, and every page or document that was kept of no account.

What was read once is not read again by the same reader, nor is a page or a PDF unpacked again. What its author deleted
is held: it is counted, and neither read nor shown, unless its capture was released. Nor is anything read of those who
asked not to be watched.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from itertools import islice
from typing import Protocol

from vigil.evidence.alike import can_be_told, columns_of, near
from vigil.model.capture import Description
from vigil.model.claim import Document, Reading
from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.fate import watching_ended
from vigil.model.ids import Digest
from vigil.model.incident import Publication, SourceName
from vigil.model.witness import Account
from vigil.usecases.ports import CaseReader, CaseWriter, Progress, Rejected, StoredContent, no_progress
from vigil.usecases.testimony.ports import PostedText, Read, ReadFrom
from vigil.usecases.testimony.trace_drift import document_of

_AT_ONCE = 500
"""Texts looked up, read and kept together: what is lost by stopping in between is read in seconds."""


class Reader(Protocol):
    """Reads a text into claims."""

    @property
    def version(self) -> str:
        """Its name and version: another reads otherwise."""
        ...

    def __call__(self, document: Document) -> Reading:
        """The claims of a document."""
        ...


class Unpack(Protocol):
    """Finds the documents in what was kept: none in a picture."""

    @property
    def version(self) -> str:
        """Its name and version: another finds others, or finds them otherwise."""
        ...

    def __call__(self, said: Description, body: bytes, /) -> Sequence[Publication | Rejected]:
        """The documents, and in their places the lines that are none.

        Raises InvalidInput where no text can be read, Unavailable where it took too long.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReading:
    """What a case says.

    Attributes:
        said: Publications that make at least one claim, with what was read from them.
        n_texts: Texts that were read, now or before.
        n_new: Of these, read now.
        n_held: Texts that are held, and were passed over.
        n_not_watched: Texts of those who asked not to be watched, passed over.
        unreadable: Numbers of captures in which no text could be read.
        n_refused_lines: Lines that are no documents, in captures whose other lines were read.
    """

    said: tuple[tuple[Publication, Reading], ...]
    n_texts: int
    n_new: int
    n_held: int
    n_not_watched: int
    unreadable: tuple[int, ...]
    n_refused_lines: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    of: ReadFrom
    document: Document
    publication: Publication


def read_case(
    case: CaseReader,
    *,
    until: datetime,
    reader: Reader,
    unpack: Unpack,
    zone: tzinfo = UTC,
    keep: CaseWriter | None = None,
    progress: Progress = no_progress,
) -> CaseReading:
    """Read a case as of an instant.

    Args:
        case: Open for reading.
        until: What was published, or kept, later is left out.
        reader: Reads texts.
        unpack: Finds the texts in what was kept of no account.
        zone: In which a post's instant becomes the day that "yesterday" is told from.
        keep: The same case, open for writing: what is read is kept there. None: it is read again next time.
        progress: Told how many texts are done.
    """
    by = reader.version if str(zone) == str(UTC) else f"{reader.version} in {zone}"  # "yesterday" is of a zone
    texts = _Texts(case, until=until, unpack=unpack, zone=zone, keep=keep)
    coming = iter(texts)
    total, n_texts, n_new = case.testimony.n_posts(until=until), 0, 0
    said: list[tuple[Publication, Reading]] = []
    while some := list(islice(coming, _AT_ONCE)):
        known = dict(case.testimony.readings([text.of for text in some], reader=by))
        new: dict[ReadFrom, Reading | None] = {}
        for text in some:
            n_texts += 1
            if text.of not in known:
                reading = reader(text.document)
                known[text.of] = new[text.of] = reading if reading.claims else None
            if (found := known[text.of]) is not None:
                said.append((text.publication, replace(found, document=text.publication.id)))
        n_new += len(new)
        if new and keep is not None:
            with keep.transaction():
                keep.testimony.keep_readings(new, reader=by)
        texts.keep_unpacked()
        progress(n_texts, max(total, n_texts), "texts")
    texts.keep_unpacked()
    return CaseReading(
        said=tuple(said),
        n_texts=n_texts,
        n_new=n_new,
        n_held=texts.n_held,
        n_not_watched=texts.n_not_watched,
        unreadable=tuple(texts.unreadable),
        n_refused_lines=texts.n_refused_lines,
    )


class _Texts(Iterable[_Text]):
    """The texts of a case, with a count of what was passed over on the way."""

    def __init__(
        self, case: CaseReader, *, until: datetime, unpack: Unpack, zone: tzinfo, keep: CaseWriter | None
    ) -> None:
        self._case = case
        self._keep = keep
        self._new: dict[int, Sequence[Publication]] = {}
        self._until = until
        self._unpack = unpack
        self._zone = zone
        self._names: dict[Account, SourceName] = {}
        self._not_watched: set[Account] = set()
        for witness in case.watchlist().witnesses:
            ended = watching_ended(case.fates(witness.name))
            for each in witness.accounts:
                self._names[each.account] = SourceName(witness.name)
                if ended:
                    self._not_watched.add(each.account)
        self._media = _media_of_posts(case)
        self.n_held = 0
        self.n_not_watched = 0
        self.unreadable: list[int] = []
        self.n_refused_lines = 0

    def __iter__(self) -> Iterator[_Text]:
        for post in self._case.testimony.posts(until=self._until):
            if post.account in self._not_watched:
                self.n_not_watched += 1
            elif post.held:
                self.n_held += 1
            else:
                yield self._of_post(post)
        yield from self._of_captures()

    def keep_unpacked(self) -> None:
        """Keep the documents that were unpacked since it was last asked."""
        if self._keep is not None and self._new:
            with self._keep.transaction():
                self._keep.testimony.keep_unpacked(self._new, unpacker=self._unpack.version)
        self._new = {}

    def _of_post(self, post: PostedText) -> _Text:
        name = f"{post.account.platform}/{post.account.id}/{post.post}" if post.post else f"row/{post.row}"
        if post.post and post.kind == "edit":
            name += f"@{post.published_at:%Y%m%dT%H%M%S}"
        source = self._names.get(post.account) or SourceName(post.handle or post.account.id)
        return _Text(
            of=ReadFrom(Read.POST, post.row),
            document=Document(
                id=name,
                text=post.text,
                published_on=post.published_at.astimezone(self._zone).date(),
                source=source,
                lang=post.lang,
            ),
            publication=Publication(
                id=name,
                source=source,
                published_at=post.published_at,
                lang=post.lang,
                url=post.url,
                text=post.text,
                media=self._media.get((post.account, post.post), frozenset()),
            ),
        )

    def _of_captures(self) -> Iterator[_Text]:
        evidence = self._case.evidence
        held = evidence.held_back()
        read: set[tuple[Digest, str | None, datetime | None, str | None]] = set()
        for leaf in evidence.leaves():
            said = leaf.said
            if said is None or said.account is not None or leaf.number is None or leaf.filed is None:
                continue
            if said.captured_at > self._until:
                continue
            if held.why(leaf) is not None:
                self.n_held += 1
                continue
            same = (said.digest, said.url, said.published_at, said.published_on)
            if same in read:
                continue  # kept twice: one document, and nobody who repeats it
            found = self._unpacked(leaf.number, said, leaf.filed)
            if found:
                read.add(same)
            for nth, publication in enumerate(found):  # a line that is refused keeps its place: the others keep theirs
                if isinstance(publication, Rejected):
                    self.n_refused_lines += 1
                else:
                    yield _of_publication(leaf.number, nth, said, publication)

    def _unpacked(self, number: int, said: Description, filed: StoredContent) -> Sequence[Publication | Rejected]:
        kept = self._case.testimony.unpacked(number, unpacker=self._unpack.version)
        if kept is not None:
            return kept
        body = self._case.evidence.read_content(filed)
        if body is None:
            return ()
        try:
            found = self._unpack(said, body)
        except (InvalidInput, Unavailable):  # not kept: with more time, or a newer library, it may be read
            self.unreadable.append(number)
            return ()
        if self._keep is not None and len(found) <= 1:  # more are lines of JSON: read again in no time
            self._new[number] = [each for each in found if not isinstance(each, Rejected)]
        return found


def _of_publication(number: int, nth: int, said: Description, publication: Publication) -> _Text:
    """One of the documents in a capture. Its day is that of its own calendar."""
    named = replace(
        publication,
        id=f"capture/{number}" if nth == 0 else f"capture/{number}/{nth}",
        text_digest=publication.text_digest or said.digest,
    )
    return _Text(of=ReadFrom(Read.CAPTURE, number, nth), document=document_of(named), publication=named)


def _media_of_posts(case: CaseReader) -> Mapping[tuple[Account, str | None], frozenset[Digest]]:
    """Pictures and videos by the post that shows them. Those that look alike go by one another's digests too."""
    kept = [media for media in case.evidence.media() if not media.held and media.said.account is not None]
    frames = [
        (media.said.digest, picture.pdq)
        for media in kept
        for picture in media.record.facts.pictures
        if can_be_told(picture)
    ]
    among = columns_of([pdq for _, pdq in frames])
    shown: dict[tuple[Account, str | None], set[Digest]] = {}
    for media in kept:
        if media.said.account is not None:
            alike = shown.setdefault((media.said.account, media.said.post), {media.said.digest})
            alike.add(media.said.digest)
            for picture in media.record.facts.pictures:
                if can_be_told(picture):
                    alike.update(frames[place][0] for place, _ in near(picture.pdq, among))
    return {post: frozenset(digests) for post, digests in shown.items()}

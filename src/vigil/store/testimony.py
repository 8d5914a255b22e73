"""Posts as texts to be read, what was read from them, judgements on incidents, and who is known to speak."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

import msgspec

from vigil.model.claim import Reading
from vigil.model.errors import IntegrityError, InvalidInput
from vigil.model.ids import AccountId, Platform
from vigil.model.incident import (
    ClaimId,
    Grade,
    Judgement,
    JudgementId,
    JudgementKind,
    Publication,
    Reliability,
    SourceName,
    SourceRecord,
)
from vigil.model.instants import from_micros, to_micros
from vigil.model.witness import Account
from vigil.store.database import Conflict, Database
from vigil.store.held import GONE
from vigil.store.identity import post_of
from vigil.store.log import StoredLog
from vigil.store.logged import JUDGEMENTS, SPEAKERS
from vigil.store.posts import deleted_ids
from vigil.store.words import KIND_OF, POST_NOS
from vigil.usecases.testimony.ports import PostedText, Read, ReadFrom

_AT_ONCE = 1000

_WITH_WORDS = f"""
FROM observation AS o JOIN detail AS d USING (row_no)
WHERE o.kind_no IN ({", ".join(map(str, POST_NOS))}) AND d.text <> '' AND o.published_us <= ?
"""

_POSTS = f"""
SELECT o.published_us, o.row_no, o.kind_no, o.mark, d.text, (SELECT term FROM term WHERE term_no = o.handle_no),
    (SELECT term FROM term WHERE term_no = d.lang_no), d.url, d.repost_of
{_WITH_WORDS} AND o.account_no = ? AND (o.published_us, o.row_no) > (?, ?)
ORDER BY o.published_us, o.row_no LIMIT {_AT_ONCE}
"""  # noqa: S608 - our own numbers

_READING = "SELECT said FROM reading WHERE about = ? AND number = ? AND part = ? AND reader = ?"

_BEFORE_ALL = -(2**63)

_T = TypeVar("_T")


class StoredTestimony:
    """Fulfils TestimonyReader on a database."""

    def __init__(self, database: Database, log: StoredLog) -> None:
        self._database = database
        self._log = log

    def posts(self, *, until: datetime) -> Iterator[PostedText]:
        """Every post with words, by account and then by time."""
        until_us = to_micros(until)
        gone = {number for number, _, _ in self._database.rows(GONE)}
        accounts = self._database.rows("SELECT account_no, platform, id FROM account ORDER BY platform, id")
        for number, platform, name in accounts:
            account = Account(Platform(platform), AccountId(name))
            deleted: set[str] | None = None
            last_us, last_row = _BEFORE_ALL, 0
            while found := self._database.rows(_POSTS, (until_us, number, last_us, last_row)):
                if deleted is None:
                    deleted = deleted_ids(self._database, number)
                for published_us, row_no, kind_no, mark, text, handle, lang, url, repost_of in found:
                    post = post_of(mark, kind_no)
                    yield PostedText(
                        row=row_no,
                        account=account,
                        published_at=from_micros(published_us),
                        kind=KIND_OF[kind_no],
                        text=text,
                        post=post,
                        handle=handle,
                        lang=lang,
                        url=url,
                        repost_of=repost_of,
                        held=number in gone or (post is not None and post in deleted),
                    )
                last_us, last_row = found[-1][:2]

    def n_posts(self, *, until: datetime) -> int:
        """How many they are."""
        found = self._database.row(f"SELECT count(*) {_WITH_WORDS}", (to_micros(until),))
        return int(found[0]) if found else 0

    def readings(self, of: Sequence[ReadFrom], *, reader: str) -> Mapping[ReadFrom, Reading | None]:
        """What this very reader made of these texts.

        Raises:
            IntegrityError: What is kept is no reading, or is not what was sealed.
        """
        found: dict[ReadFrom, Reading | None] = {}
        for each in of:
            row = self._database.row(_READING, (*each, reader))
            if row is not None:
                found[each] = None if row[0] is None else _parsed(self._opened(each, bytes(row[0])), Reading)
        return found

    def unpacked(self, capture: int, *, unpacker: str) -> tuple[Publication, ...] | None:
        """The documents that this very unpacker found in a capture.

        Raises:
            IntegrityError: What is kept are no documents, or it is not what was sealed.
        """
        of = ReadFrom(Read.BYTES, capture)
        row = self._database.row(_READING, (*of, unpacker))
        if row is None:
            return None
        return () if row[0] is None else _parsed(self._opened(of, bytes(row[0])), tuple[Publication, ...])

    def judgements(self) -> list[Judgement]:
        """Every judgement, in the order they were made."""
        return [
            Judgement(
                id=JudgementId(name),
                kind=JudgementKind(kind),
                claims=tuple(ClaimId(each) for each in json.loads(claims)),
                by=judged_by,
                reason=reason,
                at=from_micros(recorded_us),
                grade=Grade(grade) if grade is not None else None,
                withdraws=JudgementId(withdraws) if withdraws is not None else None,
            )
            for name, kind, claims, grade, withdraws, judged_by, reason, recorded_us in self._database.rows(
                "SELECT id, kind, claims, grade, withdraws, judged_by, reason, recorded_us FROM judgement "
                "ORDER BY judgement_no"
            )
        ]

    def speakers(self) -> list[SourceRecord]:
        """Of everyone who speaks, the newest entry, by name."""
        newest = {
            name: SourceRecord(
                name=SourceName(name),
                aliases=tuple(json.loads(aliases)),
                side=side,
                reliability=Reliability(reliability),
                judged_by=judged_by,
                reason=reason,
            )
            for name, aliases, side, reliability, judged_by, reason in self._database.rows(
                "SELECT name, aliases, side, reliability, judged_by, reason FROM speaker ORDER BY speaker_no"
            )
        }
        return [newest[name] for name in sorted(newest)]

    def _opened(self, of: ReadFrom, said: bytes) -> bytes:
        if of.about is Read.POST:
            return said
        sealer = self._log.sealer(self._key_no(of.number))
        if sealer is None:
            raise IntegrityError("a reading is kept of a capture whose witness has withdrawn")
        return sealer.open_text(said, where=_place(of))

    def _key_no(self, capture_no: int) -> int:
        found = self._database.row("SELECT key_no FROM capture WHERE capture_no = ?", (capture_no,))
        if found is None:
            raise InvalidInput("readings: there is no capture of this number")
        return int(found[0])


class WritableTestimony(StoredTestimony):
    """Fulfils TestimonyWriter."""

    def keep_readings(self, readings: Mapping[ReadFrom, Reading | None], *, reader: str) -> None:
        """Keep what was read, in place of what another reader made of the same texts."""
        self._keep(readings, by=reader)

    def keep_unpacked(self, found: Mapping[int, Sequence[Publication]], *, unpacker: str) -> None:
        """Keep the documents found in captures, in place of what another unpacker found in them."""
        self._keep({ReadFrom(Read.BYTES, number): each or None for number, each in found.items()}, by=unpacker)

    def add_judgement(self, judgement: Judgement) -> None:
        """Add a judgement, with an entry of the log.

        Raises:
            InvalidInput: It is there already.
        """
        try:
            with self._database.transaction():
                number = self._database.inserted(
                    "INSERT INTO judgement (id, kind, claims, grade, withdraws, judged_by, reason, recorded_us) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        judgement.id,
                        judgement.kind,
                        json.dumps(judgement.claims),
                        judgement.grade,
                        judgement.withdraws,
                        judgement.by,
                        judgement.reason,
                        to_micros(judgement.at),
                    ),
                )
                self._log.log_row(JUDGEMENTS, number)
        except Conflict as error:
            raise InvalidInput("this very judgement was entered already") from error

    def add_speaker(self, record: SourceRecord, *, at: datetime) -> None:
        """Add an entry on someone who speaks, with an entry of the log."""
        with self._database.transaction():
            number = self._database.inserted(
                "INSERT INTO speaker (name, aliases, side, reliability, judged_by, reason, recorded_us) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    record.name,
                    json.dumps(record.aliases, ensure_ascii=False),
                    record.side,
                    record.reliability,
                    record.judged_by or "",
                    record.reason or "",
                    to_micros(at),
                ),
            )
            self._log.log_row(SPEAKERS, number)

    def _keep(self, made: Mapping[ReadFrom, object | None], *, by: str) -> None:
        rows = [(*of, by, None if each is None else self._sealed(of, _written(each))) for of, each in made.items()]
        self._database.run_many("INSERT OR REPLACE INTO reading VALUES (?, ?, ?, ?, ?)", rows)

    def _sealed(self, of: ReadFrom, said: bytes) -> bytes:
        if of.about is Read.POST:
            return said
        sealer = self._log.sealer(self._key_no(of.number))
        if sealer is None:
            raise InvalidInput("readings: the witness of this capture has withdrawn")
        return sealer.seal_text(said, where=_place(of))


def _written(made: object) -> bytes:
    try:
        return msgspec.json.encode(made, order="deterministic")
    except UnicodeEncodeError:  # half of a surrogate pair is quoted: JSON can carry it as a number, UTF-8 cannot
        return json.dumps(msgspec.to_builtins(made, order="deterministic")).encode()


def _parsed(said: bytes, kind: type[_T]) -> _T:
    try:
        return msgspec.json.decode(said, type=kind)
    except msgspec.MsgspecError as error:
        try:
            return msgspec.convert(json.loads(said), type=kind)  # see _written
        except (ValueError, RecursionError):  # msgspec's own errors are ValueErrors
            raise IntegrityError("what is kept as read from a text is no reading") from error


def _place(of: ReadFrom) -> bytes:
    """Where it is kept what was made of a capture: it opens nowhere else."""
    if of.about is Read.BYTES:
        return b"documents of capture %d" % of.number
    return b"reading of capture %d part %d" % (of.number, of.part)

"""The archive X (Twitter) sends an account's holder: a zip.

Read are `data/account.js` (id, handle, when it was created; its e-mail address and the rest are left where they are),
`data/tweets.js` with its further parts `tweets-part1.js` and so on (`tweet.js` in archives before 2022), and
`data/deleted-tweets.js`. No other member is ever opened: direct messages, contacts, addresses and log-ins lie there.
Nothing is written to disk.

Layout: each member is `window.YTD.tweets.part0 = [ {"tweet": {...}}, ... ]`. A deleted tweet has the same fields and
`deleted_at`. As described by docs.rs/twitter-archive 0.0.1 (archives of August 2023: account, tweets, deleted-tweets)
and github.com/TheExGenesis/community-archive, docs/archive_data.md. The archive marks a retweet by nothing but its
text, `RT @name: ...`. Whether the account was protected when it posted stands in a member that is not opened.
"""

import errno
import html
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, NoReturn

import orjson

from vigil.model.errors import InvalidInput
from vigil.model.observation import AccountState, Kind
from vigil.sources.archive_rows import Gathered, NotAPost, entry
from vigil.sources.json_cursor import BrokenJson, JsonCursor, TooLarge
from vigil.sources.opened import OpenedFile
from vigil.sources.options import ReadOptions
from vigil.usecases.ports import ReadBatch

PLATFORM = "x"
MAX_RATIO = 200
"""Unpacked to packed bytes. JSON of posts packs to a twentieth at best; deflate can reach 1,032, a bomb does."""

MAX_RECORD_BYTES = 64 * 1024
MIN_BOMB_BYTES = 64 << 20
"""Smaller members are never taken for a bomb, however well they pack."""

_ACCOUNT = re.compile(r"(?P<root>(?:[^/\\]+/)?)data/account\.js")
_TWEETS = re.compile(r"data/(?P<deleted>deleted-)?tweets?(?:-part(?P<part>\d+))?\.js")
_ASSIGNMENT = re.compile(rb"\s*window\.YTD\.\w+\.part\d+\s*=\s*")
_CREATED = re.compile(r"\w{3} (\w{3}) (\d\d) (\d\d):(\d\d):(\d\d) \+0000 (\d{4})", re.ASCII)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_TAG = re.compile(r"<[^>]*>")
_LOCAL_HEADER = struct.Struct("<26xH2x")  # APPNOTE.TXT 4.3.7: the length of the name stands at byte 26 of 30
_NAME_IS_UTF8 = 0x800  # APPNOTE.TXT 4.4.4, bit 11
_BAD_ZIP = (
    ArithmeticError,
    EOFError,
    LookupError,
    RuntimeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
"""What comes of a zip whose bytes are not where its table of contents says: zipfile checks little before it follows."""

_BAD_PLACE = (errno.EINVAL, None)
"""Errors of the system that are the file's fault: a place before its beginning, or none of the system's at all."""


class XArchiveSource:
    """One X archive."""

    format = "x-archive"
    ignored_columns: tuple[str, ...] = ()

    def __init__(self, opened: OpenedFile, options: ReadOptions) -> None:
        """Read the account record, and compare what will be read with its checksums.

        Raises:
            InvalidInput: It is no whole zip, no X archive, or what is to be read is damaged or encrypted.
        """
        self.path, self.digest, self.size = opened.path, opened.digest, opened.size
        self._opened, self._options = opened, options
        try:
            with zipfile.ZipFile(self.path) as archive:
                _refuse_renamed(archive)
                self._root, self._members = _members(archive, opened)
                for name in self._members:
                    _refuse_bomb(archive.getinfo(name), opened)
                    _drain(archive, name)
                self._account = _account(archive, f"{self._root}data/account.js", opened)
        except _BAD_ZIP as error:
            raise _not_whole(opened, error) from error
        except OSError as error:
            if error.errno not in _BAD_PLACE:
                raise
            raise _not_whole(opened, error) from error

    def batches(self) -> Iterator[ReadBatch]:
        """The account record, then the posts of each member in order."""
        return self._opened.watched(self._batches())

    def _batches(self) -> Iterator[ReadBatch]:
        with zipfile.ZipFile(self.path) as archive:
            total = sum(archive.getinfo(name).file_size for name in self._members)
            done = 0
            yield self._account_record()
            for name in self._members:
                for gathered, n_bytes in self._posts(archive, name):
                    yield gathered.batch(bytes_read=self.size * (done + n_bytes) // max(1, total))
                done += archive.getinfo(name).file_size

    def _account_record(self) -> ReadBatch:
        gathered = Gathered(options=self._options, member=f"{self._root}data/account.js")
        if self._account.get("createdAt"):
            record = {"kind": Kind.ACCOUNT_STATE, "state": AccountState.ACTIVE}
            gathered.add(1, {**self._whose(), **record, "published_at": self._account["createdAt"]})
        return gathered.batch(bytes_read=0)

    def _posts(self, archive: zipfile.ZipFile, name: str) -> Iterator[tuple[Gathered, int]]:
        gathered = Gathered(options=self._options, member=name)
        with archive.open(name) as stream:
            cursor = _after_assignment(stream)
            try:
                for position in cursor.elements():
                    try:
                        gathered.add(position, *self._rows(_tweet(entry(cursor)), deleted="deleted" in name))
                    except NotAPost as fault:
                        gathered.refuse(position, str(fault))
                    gathered.n_read = position
                    if gathered.full():
                        yield gathered, cursor.n_bytes
            except BrokenJson as fault:
                gathered.refuse_rest(fault)
            yield gathered, cursor.n_bytes

    def _rows(self, tweet: Mapping[str, Any], *, deleted: bool) -> Iterator[dict[str, object]]:
        """The post, and for a deleted one its deletion."""
        text = tweet.get("full_text", tweet.get("text"))
        post = {
            **self._whose(),
            "id": tweet.get("id_str") or tweet.get("id") or _missing("id_str"),
            "published_at": _created_at(tweet.get("created_at"), "created_at"),
            "text": html.unescape(text) if isinstance(text, str) else text,
            "lang": tweet.get("lang"),
            "client": _client(tweet.get("source")),
        }
        yield {**post, **_kind(tweet, post)}
        if deleted:
            deleted_at = _created_at(tweet.get("deleted_at"), "deleted_at")
            yield {**self._whose(), "id": post["id"], "published_at": deleted_at, "kind": Kind.DELETE}

    def _whose(self) -> dict[str, object]:
        return {"platform": PLATFORM, "account": self._account["accountId"], "handle": self._account.get("username")}


def _not_whole(opened: OpenedFile, error: Exception) -> InvalidInput:
    return InvalidInput(f"{opened.path}: not a whole zip file: damaged, cut off or encrypted ({error})")


def _members(archive: zipfile.ZipFile, opened: OpenedFile) -> tuple[str, list[str]]:
    """The folder the archive lies in (mostly none), and the members that hold posts, in their order."""
    names = archive.namelist()
    roots = [found["root"] for name in names if (found := _ACCOUNT.fullmatch(name))]
    if len(roots) != 1:
        raise InvalidInput(f"{opened.path}: not an X archive: a zip without exactly one data/account.js")
    order = {
        name: (bool(found["deleted"]), int(found["part"] or 0))
        for name in names
        if name.startswith(roots[0]) and (found := _TWEETS.fullmatch(name.removeprefix(roots[0])))
    }
    if not order:
        raise InvalidInput(f"{opened.path}: an X archive without data/tweets.js: it holds no posts")
    return roots[0], sorted(order, key=order.__getitem__)


def _refuse_renamed(archive: zipfile.ZipFile) -> None:
    """Compare each member's name in the table of contents with the one it begins with; its content stays unread.

    A name damaged in the table would hide a member of posts, and nothing else would tell.
    """
    with Path(str(archive.filename)).open("rb") as stream:
        for member in archive.infolist():
            stream.seek(member.header_offset)
            header = stream.read(_LOCAL_HEADER.size)
            if len(header) < _LOCAL_HEADER.size:
                raise zipfile.BadZipFile("a member lies outside the file")
            name = stream.read(_LOCAL_HEADER.unpack(header)[0])
            if name.decode("utf-8" if member.flag_bits & _NAME_IS_UTF8 else "cp437") != member.orig_filename:
                raise zipfile.BadZipFile("a member's two names differ")


def _refuse_bomb(member: zipfile.ZipInfo, opened: OpenedFile) -> None:
    if member.file_size > MIN_BOMB_BYTES and member.file_size > MAX_RATIO * max(1, member.compress_size):
        raise InvalidInput(
            f"{opened.path}: {member.filename} says it unpacks to {member.file_size >> 20} MiB from "
            f"{member.compress_size >> 10} KiB: no archive of posts does that"
        )


def _drain(archive: zipfile.ZipFile, name: str) -> None:
    """Unpack a member once, so that its checksum is compared before a post of it is believed."""
    with archive.open(name) as stream:
        while stream.read(1 << 20):
            pass


def _after_assignment(stream: IO[bytes]) -> JsonCursor:
    beginning = stream.read(256)
    found = _ASSIGNMENT.match(beginning)
    return JsonCursor(stream, beginning[found.end() :] if found else beginning)


def _account(archive: zipfile.ZipFile, name: str, opened: OpenedFile) -> dict[str, object]:
    """The account's id, handle and creation, and nothing else the record holds."""
    wanted: dict[str, object] = {}
    with archive.open(name) as stream:
        cursor = _after_assignment(stream)
        try:
            for _ in cursor.elements():
                for wrapper in cursor.members():
                    if wrapper != "account":
                        continue
                    for key in cursor.members():
                        if key in ("accountId", "username", "createdAt"):
                            wanted[key] = orjson.loads(cursor.raw(MAX_RECORD_BYTES))
        except (BrokenJson, TooLarge, orjson.JSONDecodeError) as error:
            raise InvalidInput(f"{opened.path}: {name}: the account record does not read") from error
    if not isinstance(wanted.get("accountId"), str) or not str(wanted["accountId"]).strip():
        raise InvalidInput(f"{opened.path}: {name}: no accountId, so nobody can say whose posts these are")
    return wanted


def _tweet(item: dict[str, Any]) -> Mapping[str, Any]:
    """The tweet itself; archives before 2020 hold it without a wrapper."""
    tweet = item.get("tweet", item)
    if not isinstance(tweet, dict):
        raise NotAPost("tweet: not an object")
    return tweet


def _kind(tweet: Mapping[str, Any], post: Mapping[str, object]) -> dict[str, object]:
    """What kind of post it is, and what it answers or edits."""
    edited = tweet.get("edit_info")
    first = edited.get("edit", {}) if isinstance(edited, dict) else {}
    first_id = first.get("initialTweetId") if isinstance(first, dict) else None
    if first_id and first_id != post["id"]:
        return {"kind": Kind.EDIT, "id": first_id}
    if isinstance(post["text"], str) and post["text"].startswith("RT @"):
        return {"kind": Kind.REPOST}
    answered = tweet.get("in_reply_to_status_id_str") or tweet.get("in_reply_to_status_id")
    return {"kind": Kind.REPLY, "reply_to": answered} if answered else {"kind": Kind.POST}


def _created_at(value: object, name: str) -> object:
    """X's own way to write a time in UTC, or ISO 8601 as it stands."""
    if value is None:
        _missing(name)
    found = _CREATED.fullmatch(value) if isinstance(value, str) else None
    if not found or found[1] not in _MONTHS:
        return value
    _, day, hour, minute, second, year = found.groups()
    try:
        return datetime(
            int(year), _MONTHS.index(found[1]) + 1, int(day), int(hour), int(minute), int(second), tzinfo=UTC
        )
    except ValueError as error:
        raise NotAPost(f"{name}: no such day or time") from error


def _client(source: object) -> str | None:
    """The name in `<a href="...">Twitter for Android</a>`."""
    return html.unescape(_TAG.sub("", source)).strip() or None if isinstance(source, str) else None


def _missing(name: str) -> NoReturn:
    raise NotAPost(f"{name}: missing")

"""What is known of a picture, video or recording that a post shows: by its bytes, never by what a server called them.

None of it says that something is true. Content credentials (C2PA) are what a maker claims, signed; that they are absent
is no sign of anything: platforms remove them. That EXIF is there is said, and nothing of it read: it may hold a place.
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from vigil.model.capture import canonical_json
from vigil.model.errors import InvalidInput

FACTS_FORMAT = "vigil-media/1"

PDQ_BYTES = 32

MOST_CHARACTERS = 300
"""Of one text in the facts: what a file says of itself is cut there."""

MOST_LISTED = 64
"""Things in one list of the facts."""

T = TypeVar("T")


class Standing(StrEnum):
    """How content credentials stand. No word of it says that a picture shows what happened."""

    INVALID = "invalid"  # signature or bytes are not what was signed: changed since, or put together badly
    UNTRUSTED = "untrusted"  # unchanged since it was signed, by one whom no trust list that was given names
    VALID = "valid"  # unchanged since it was signed, by one whom a trust list that was given names


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureHash:
    """A PDQ hash: pictures that look alike have hashes that differ in few bits."""

    pdq: bytes  # 32
    quality: int  # 0 to 100: how much there is in the picture to tell it by
    at_ms: int | None = None  # of a video's frame: when it is shown, from the beginning


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something done to a file, as its credentials say."""

    name: str  # such as c2pa.created
    made_with: str | None = None
    source_type: str | None = None  # such as .../digitalCapture


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingredient:
    """A file that this one was made from, as its credentials say."""

    title: str | None
    relationship: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """Content credentials as the file carries them: claims of whoever signed, and how the signature stands."""

    standing: Standing
    faults: tuple[str, ...] = ()  # codes of the C2PA specification, such as assertion.dataHash.mismatch
    made_with: str | None = None  # the claim generator, as it says
    signer: str | None = None  # as the certificate says: anybody can make one
    organisation: str | None = None  # of the signer, by the same certificate
    signed_at: str | None = None  # as it says
    actions: tuple[Action, ...] = ()
    ingredients: tuple[Ingredient, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFacts:
    """What a file's bytes say of it. None: not known, or there is no such thing in a file of its kind."""

    mime: str | None = None  # by content. None: nothing we know
    width: int | None = None  # pixels, as it is meant to be seen
    height: int | None = None
    duration_ms: int | None = None
    has_exif: bool | None = None
    pictures: tuple[PictureHash, ...] = ()  # of a picture one; of a video those of some key frames, in order
    credentials: Credentials | None = None
    credentials_unread: str | None = None  # why, where it carries some that could not be read
    unreadable: str | None = None  # why it could not be read to the end; what was known by then is given
    read_with: tuple[str, ...] = ()  # libraries and versions: another may find otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaRecord:
    """What is kept beside a capture of media."""

    url: str  # under which the post shows it
    facts: MediaFacts


def record_bytes(record: MediaRecord) -> bytes:
    """A record in its one spelling: canonical JSON (RFC 8785), one line without a line end.

    Raises:
        InvalidInput: A text is none (a lone surrogate).
    """
    return canonical_json({"facts": facts_page(record.facts), "format": FACTS_FORMAT, "url": record.url})


def parse_record(stored: bytes) -> MediaRecord:
    """The record these bytes are.

    Raises:
        InvalidInput: They are none.
    """
    page = _page(stored)
    if page.get("format") != FACTS_FORMAT:
        raise InvalidInput(f"facts of media: not of the form {FACTS_FORMAT}")
    return MediaRecord(url=_needed(page, "url", str), facts=parse_facts_page(_needed(page, "facts", dict)))


def facts_page(facts: MediaFacts) -> dict[str, object]:
    """Facts as JSON holds them: hashes in hexadecimal, times in whole milliseconds."""
    said = facts.credentials
    return {
        "credentials": None if said is None else _credentials_page(said),
        "credentials_unread": facts.credentials_unread,
        "duration_ms": facts.duration_ms,
        "has_exif": facts.has_exif,
        "height": facts.height,
        "mime": facts.mime,
        "pictures": [{"at_ms": one.at_ms, "pdq": one.pdq.hex(), "quality": one.quality} for one in facts.pictures],
        "read_with": list(facts.read_with),
        "unreadable": facts.unreadable,
        "width": facts.width,
    }


def parse_facts(stored: bytes) -> MediaFacts:
    """The facts these bytes are: they come from a process that read a stranger's file, and are believed nothing.

    Raises:
        InvalidInput: They are none, or larger than facts are.
    """
    return parse_facts_page(_page(stored))


def parse_facts_page(page: dict[str, Any]) -> MediaFacts:
    """The facts that a page of JSON gives.

    Raises:
        InvalidInput: It gives none.
    """
    said = _maybe(page, "credentials", dict)
    return MediaFacts(
        mime=_text(page, "mime"),
        width=_number(page, "width"),
        height=_number(page, "height"),
        duration_ms=_number(page, "duration_ms"),
        has_exif=_maybe(page, "has_exif", bool),
        pictures=tuple(_picture(each) for each in _list(page, "pictures", dict)),
        credentials=None if said is None else _credentials(said),
        credentials_unread=_text(page, "credentials_unread"),
        unreadable=_text(page, "unreadable"),
        read_with=_texts(page, "read_with"),
    )


def _credentials_page(said: Credentials) -> dict[str, object]:
    return {
        "actions": [
            {"made_with": each.made_with, "name": each.name, "source_type": each.source_type} for each in said.actions
        ],
        "faults": list(said.faults),
        "ingredients": [{"relationship": each.relationship, "title": each.title} for each in said.ingredients],
        "organisation": said.organisation,
        "made_with": said.made_with,
        "signed_at": said.signed_at,
        "signer": said.signer,
        "standing": said.standing.value,
    }


def _credentials(page: dict[str, Any]) -> Credentials:
    standing = _needed(page, "standing", str)
    if standing not in set(Standing):
        raise InvalidInput("facts of media: standing: not a word for how credentials stand")
    return Credentials(
        standing=Standing(standing),
        faults=_texts(page, "faults"),
        made_with=_text(page, "made_with"),
        signer=_text(page, "signer"),
        organisation=_text(page, "organisation"),
        signed_at=_text(page, "signed_at"),
        actions=tuple(
            Action(
                name=_needed(each, "name", str)[:MOST_CHARACTERS],
                made_with=_text(each, "made_with"),
                source_type=_text(each, "source_type"),
            )
            for each in _list(page, "actions", dict)
        ),
        ingredients=tuple(
            Ingredient(title=_text(each, "title"), relationship=_text(each, "relationship"))
            for each in _list(page, "ingredients", dict)
        ),
    )


def _picture(page: dict[str, Any]) -> PictureHash:
    quality = _number(page, "quality")
    try:
        pdq = bytes.fromhex(_needed(page, "pdq", str))
    except ValueError as error:
        raise InvalidInput("facts of media: pdq: not hexadecimal") from error
    if len(pdq) != PDQ_BYTES or quality is None or quality > 100:
        raise InvalidInput("facts of media: a PDQ hash has 256 bits and a quality of 0 to 100")
    return PictureHash(pdq=pdq, quality=quality, at_ms=_number(page, "at_ms"))


def _page(stored: bytes) -> dict[str, Any]:
    try:
        page = json.loads(stored)
    except (ValueError, RecursionError) as error:
        raise InvalidInput("facts of media: not JSON") from error
    if not isinstance(page, dict):
        raise InvalidInput("facts of media: not an object of JSON")
    return page


def _maybe(page: dict[str, Any], name: str, kind: type[T]) -> T | None:
    value = page.get(name)
    if value is not None and type(value) is not kind:
        raise InvalidInput(f"facts of media: {name}: not of its kind")
    return value


def _needed(page: dict[str, Any], name: str, kind: type[T]) -> T:
    value = _maybe(page, name, kind)
    if value is None:
        raise InvalidInput(f"facts of media: {name}: missing")
    return value


def _number(page: dict[str, Any], name: str) -> int | None:
    value = _maybe(page, name, int)
    if value is not None and not 0 <= value < 2**53:  # beyond it JSON of others is not exact (RFC 8785)
        raise InvalidInput(f"facts of media: {name}: out of range")
    return value


def _text(page: dict[str, Any], name: str) -> str | None:
    value = _maybe(page, name, str)
    return None if value is None else _whole(value)


def _texts(page: dict[str, Any], name: str) -> tuple[str, ...]:
    return tuple(_whole(each) for each in _list(page, name, str))


def _list(page: dict[str, Any], name: str, kind: type[T]) -> list[T]:
    values = _needed(page, name, list)
    if len(values) > MOST_LISTED or any(type(each) is not kind for each in values):
        raise InvalidInput(f"facts of media: {name}: not a list of its kind, or too long a one")
    return values


def _whole(text: str) -> str:
    """A text cut to what is kept, without halves of characters, which JSON can write and nothing can keep."""
    return text[:MOST_CHARACTERS].encode("utf-8", "replace").decode()

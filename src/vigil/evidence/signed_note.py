"""Signed notes: a text and the signatures under it, as C2SP and Go's checksum database write them.

A note is its text, ending in a line end; an empty line; and one line a signature:

    "— " || name || " " || base64( key id || signature ) || line end

The dash is U+2014, base64 is that of RFC 4648, section 4, padded. The signature is Ed25519 (RFC 8032) over the text in
UTF-8, its last line end included and the empty line not. The key id is the first four bytes of

    SHA-256( name || 0x0A || 0x01 || public key )

and says only which key to try. Keys are given as `name+<key id, 8 hexadecimal digits>+base64( 0x01 || public key )`.

Signatures by keys one does not know are passed over, so that others may sign too and keys may be replaced. A signature
by a known key that does not hold condemns the note. A note nobody known has signed is refused.

Source: c2sp.org/signed-note; golang.org/x/mod/sumdb/note.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from vigil.model.errors import IntegrityError, InvalidInput

KEY_BYTES = 32
"""Of an Ed25519 public key, and of the seed of a private one (RFC 8032)."""

MOST_NOTE_BYTES = 1_000_000
MOST_SIGNATURES = 100
"""c2sp.org/signed-note asks for a limit, not below 16; Go's reader takes 100."""

_ED25519 = b"\x01"
_ID_BYTES = 4
_DASH = "\u2014 "
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f]")
_KEY_ID = re.compile("[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key and the name it signs under.

    Raises:
        InvalidInput: The name is empty or holds a space or plus, or the key is not 32 bytes long.
    """

    name: str
    public: bytes

    def __post_init__(self) -> None:
        _check_name(self.name)
        if len(self.public) != KEY_BYTES:
            raise InvalidInput(f"an Ed25519 public key has {KEY_BYTES} bytes, not {len(self.public)}")

    @property
    def id(self) -> bytes:
        """The four bytes by which a signature says which key made it."""
        return hashlib.sha256(self.name.encode() + b"\n" + _ED25519 + self.public).digest()[:_ID_BYTES]


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key and the name it signs under. Whoever has the seed signs as this log.

    Attributes:
        seed: 32 bytes of chance, drawn by whoever makes the key. Never shown.
    Raises:
        InvalidInput: As for `VerifierKey`.
    """

    name: str
    seed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        _check_name(self.name)
        if len(self.seed) != KEY_BYTES:
            raise InvalidInput(f"an Ed25519 seed has {KEY_BYTES} bytes, not {len(self.seed)}")

    def verifier(self) -> VerifierKey:
        """What others need to verify what this key signs."""
        public = Ed25519PrivateKey.from_private_bytes(self.seed).public_key()
        return VerifierKey(self.name, public.public_bytes(Encoding.Raw, PublicFormat.Raw))


@dataclass(frozen=True, slots=True)
class OpenedNote:
    """A note whose signatures hold.

    Attributes:
        text: What was signed.
        signed_by: The known keys that signed it, at least one.
        n_unknown: How many signatures by unknown keys stand under it: they say nothing.
    """

    text: str
    signed_by: tuple[VerifierKey, ...]
    n_unknown: int


def encode_verifier_key(key: VerifierKey) -> str:
    """The key as one line: name+id+base64."""
    return f"{key.name}+{key.id.hex()}+{base64.b64encode(_ED25519 + key.public).decode()}"


def parse_verifier_key(text: str) -> VerifierKey:
    """The key a line stands for.

    Raises:
        InvalidInput: It is not of the form name+id+base64, is not an Ed25519 key, or its id is another key's.
    """
    name, key_id, encoded = (*text.split("+", 2), "", "")[:3]
    if not _KEY_ID.fullmatch(key_id):
        raise InvalidInput("verifier key: expected name+<8 lower-case hexadecimal digits>+<base64>")
    content = decode_base64(encoded, "verifier key")
    if content[:1] != _ED25519:
        raise InvalidInput(f"verifier key: expected an Ed25519 key (type 01), found type {content[:1].hex() or 'none'}")
    key = VerifierKey(name, content[1:])
    if key.id.hex() != key_id:
        raise InvalidInput(f"verifier key: expected id {key.id.hex()} of this name and key, found {key_id}")
    return key


def sign_note(text: str, keys: Sequence[SigningKey]) -> bytes:
    """The note with a signature by each key, in this order.

    Raises:
        InvalidInput: The text is empty, does not end in a line end, or holds control characters; or there is no key.
    """
    if not keys:
        raise InvalidInput("a note needs a key that signs it")
    if not text.endswith("\n"):
        raise InvalidInput("the text of a note ends in a line end")
    content = _utf8(text)
    if _CONTROLS.search(text):
        raise InvalidInput("the text of a note holds no control characters but line ends")
    lines = []
    for key in keys:
        signature = Ed25519PrivateKey.from_private_bytes(key.seed).sign(content)
        signed = base64.b64encode(key.verifier().id + signature).decode()
        lines.append(f"{_DASH}{key.name} {signed}\n")
    return content + b"\n" + "".join(lines).encode()


def open_note(note: bytes, keys: Sequence[VerifierKey]) -> OpenedNote:
    """The text of a note, once a known key's signature under it was found to hold.

    Args:
        keys: Those that are trusted, at least one.
    Raises:
        InvalidInput: It is no signed note, or there is no key to verify it with.
        IntegrityError: A known key's signature does not hold, or no known key signed it.
    """
    if not keys:
        raise InvalidInput("no key was given, so no signature can be verified")
    text, lines = _take_apart(note)
    known = {(key.name, key.id): key for key in keys}
    holding: dict[VerifierKey, None] = {}
    unknown = 0
    for number, line in enumerate(lines, start=1):
        name, key_id, signature = _take_signature(line, number)
        key = known.get((name, key_id))
        if key is None:
            unknown += 1
        elif not _holds(key, signature, text):
            raise IntegrityError(
                f"signature {number}: expected one by key {key.id.hex()} over this text, found one that does not hold"
            )
        else:
            holding[key] = None
    if not holding:
        expected = ", ".join(sorted(key.id.hex() for key in keys))
        raise IntegrityError(
            f"signed note: expected a signature by one of the keys {expected}, found {unknown} by other keys"
        )
    return OpenedNote(text, tuple(holding), unknown)


def decode_base64(text: str, what: str) -> bytes:
    """The bytes of padded base64 in its one spelling.

    Raises:
        InvalidInput: It is not base64 (RFC 4648, section 4), or spells the same bytes otherwise.
    """
    try:
        content = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, ValueError) as error:
        raise InvalidInput(f"{what}: not base64 as RFC 4648, section 4, has it") from error
    if base64.b64encode(content).decode() != text:
        raise InvalidInput(f"{what}: base64 in another spelling than its own bytes have")
    return content


def _take_apart(note: bytes) -> tuple[str, list[str]]:
    """Text and signature lines."""
    if len(note) > MOST_NOTE_BYTES:
        raise InvalidInput(f"signed note: {len(note)} bytes, and no more than {MOST_NOTE_BYTES} are read")
    try:
        whole = note.decode()
    except UnicodeDecodeError as error:
        raise InvalidInput(f"signed note: not UTF-8 at byte {error.start}") from error
    if _CONTROLS.search(whole):
        raise InvalidInput("signed note: holds control characters other than line ends")
    before, separator, after = whole.rpartition("\n\n")
    if not separator or not after.endswith("\n"):
        raise InvalidInput("signed note: expected text, an empty line, and signature lines each ending in a line end")
    lines = after[:-1].split("\n")
    if len(lines) > MOST_SIGNATURES:
        raise InvalidInput(f"signed note: {len(lines)} signatures, and no more than {MOST_SIGNATURES} are read")
    return before + "\n", lines


def _take_signature(line: str, number: int) -> tuple[str, bytes, bytes]:
    """Name, key id and signature of a signature line."""
    name, space, encoded = line.removeprefix(_DASH).partition(" ")
    if not line.startswith(_DASH) or not space:
        raise InvalidInput(f"signature {number}: expected an em dash, a name and base64, each after a space")
    _check_name(name)
    content = decode_base64(encoded, f"signature {number}")
    if len(content) <= _ID_BYTES:
        raise InvalidInput(f"signature {number}: expected a key id of {_ID_BYTES} bytes and more, found {len(content)}")
    return name, content[:_ID_BYTES], content[_ID_BYTES:]


def _holds(key: VerifierKey, signature: bytes, text: str) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(signature, text.encode())
    except (InvalidSignature, ValueError):  # the second: 32 bytes that are no key
        return False
    return True


def _check_name(name: str) -> None:
    if not name or "+" in name or any(character.isspace() for character in name) or _CONTROLS.search(name):
        raise InvalidInput("a key's name is not empty and holds neither space, plus nor control character")
    _utf8(name)


def _utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise InvalidInput(f"not a text: a lone surrogate at character {error.start}") from error

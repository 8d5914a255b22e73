"""What is sealed under a witness's key: captured bytes, the names of their files, descriptions, salts.

From the key, HKDF-SHA256 draws one key for each use. Texts and salts are sealed at once, AES-256-GCM with a nonce of
chance. Contents are sealed in pieces of 1 MiB as STREAM does it (Hoang, Reyhanitabar, Rogaway & Vizar 2015): each file
under a key of its own, a counter and a mark on the last piece in the nonce, so that pieces can be neither dropped nor
reordered. What is sealed is bound to where it stands: moved elsewhere it does not open.

The name of a content's file is HMAC-SHA256 over its digest under the key: whoever has the folder cannot try whether a
certain post is in it. Nor by its length: contents are padded as PADMÉ does it, by at most 12 % (Nikitin et al. 2019).
"""

import hashlib
import hmac
import secrets as chance
from collections.abc import Iterator

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from vigil.model.errors import IntegrityError

NONCE_BYTES = 12
PIECE_BYTES = 2**20
SMALLEST_BYTES = 512
"""No sealed content is shorter: most posts are, and look alike."""

MAGIC = b"vigil-vault/1\n"
_FILE_SALT_BYTES = 16
_TAG_BYTES = 16
_LENGTH_BYTES = 8


class Sealer:
    """Seals under one key, and opens what was."""

    def __init__(self, key: bytes) -> None:
        self._content = _drawn(key, b"vigil vault content 1")
        self._name = _drawn(key, b"vigil vault name 1")
        self._text = AESGCM(_drawn(key, b"vigil vault text 1"))

    def name_of(self, digest: bytes) -> bytes:
        """The name of the file for a content with this SHA-256, 32 bytes."""
        return hmac.digest(self._name, digest, "sha256")

    def seal_text(self, text: bytes, *, where: bytes) -> bytes:
        """A short text, bound to the place it is kept at."""
        nonce = chance.token_bytes(NONCE_BYTES)
        return nonce + self._text.encrypt(nonce, text, where)

    def open_text(self, sealed: bytes, *, where: bytes) -> bytes:
        """The text that was sealed for this place.

        Raises:
            IntegrityError: It was changed, moved, or sealed under another key.
        """
        try:
            return self._text.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], where)
        except (InvalidTag, ValueError) as error:
            raise IntegrityError("what is sealed here does not open: it was changed, or belongs elsewhere") from error

    def seal_content(self, content: bytes, *, name: bytes) -> bytes:
        """A file's bytes for a content."""
        salt = chance.token_bytes(_FILE_SALT_BYTES)
        under = self._of_file(salt)
        pieces = [MAGIC, salt]
        for nonce, piece in _numbered(_padded(content), PIECE_BYTES):
            pieces.append(under.encrypt(nonce, piece, name))
        return b"".join(pieces)

    def open_content(self, sealed: bytes, *, name: bytes) -> bytes:
        """The content of a file.

        Raises:
            IntegrityError: The file was changed, cut, renamed, or sealed under another key.
        """
        begin = len(MAGIC) + _FILE_SALT_BYTES
        if sealed[: len(MAGIC)] != MAGIC or len(sealed) <= begin:
            raise IntegrityError("not a file of the vault")
        under = self._of_file(sealed[len(MAGIC) : begin])
        try:
            pieces = [
                under.decrypt(nonce, piece, name)
                for nonce, piece in _numbered(sealed[begin:], PIECE_BYTES + _TAG_BYTES)
            ]
        except (InvalidTag, ValueError) as error:
            raise IntegrityError("a file of the vault does not open: it was changed, cut or exchanged") from error
        padded = b"".join(pieces)
        n_bytes = int.from_bytes(padded[:_LENGTH_BYTES], "big")
        return padded[_LENGTH_BYTES : _LENGTH_BYTES + n_bytes]

    def _of_file(self, salt: bytes) -> AESGCM:
        return AESGCM(hmac.digest(self._content, salt, "sha256"))


def padded_length(n_bytes: int) -> int:
    """The length PADMÉ gives a content: only as many high bits of it are kept as its magnitude has."""
    if n_bytes <= SMALLEST_BYTES:
        return SMALLEST_BYTES
    exponent = n_bytes.bit_length() - 1
    low = (1 << exponent - exponent.bit_length()) - 1
    return (n_bytes + low) & ~low


def _padded(content: bytes) -> bytes:
    n_bytes = _LENGTH_BYTES + len(content)
    return b"".join((len(content).to_bytes(_LENGTH_BYTES, "big"), content, bytes(padded_length(n_bytes) - n_bytes)))


def _numbered(content: bytes, piece_bytes: int) -> Iterator[tuple[bytes, memoryview]]:
    """Pieces with their nonces: eleven bytes of count, one that says whether it is the last."""
    view, last = memoryview(content), (len(content) - 1) // piece_bytes
    for number in range(last + 1):
        piece = view[number * piece_bytes : (number + 1) * piece_bytes]
        yield number.to_bytes(NONCE_BYTES - 1, "big") + bytes([number == last]), piece


def _drawn(key: bytes, use: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=hashlib.sha256().digest_size, salt=None, info=use).derive(key)

"""Digests, and the salted commitment that stands in the log in a digest's place.

A digest of a short text confirms the text: whoever guesses "they are here" can hash the guess and look. So the log
holds only commitments. A commitment is

    SHA-256( "vigil/commitment/v1" || 0x00 || salt || digest )

over 19 + 1 + 32 + 32 = 84 bytes: the ASCII text, a zero byte, 32 random bytes of salt, and the 32 bytes of the SHA-256
of what is committed to. While the salt is secret it says nothing; with salt and content anyone can open it; once the
salt is destroyed nobody can confirm a guess, and the log is still whole.

The digest stands between content and commitment so that a commitment can be opened without handing over the content.
Where the salt is kept, and that it is drawn anew for every entry, is left to whoever calls: one salt used twice would
show that two entries commit to the same content.
"""

import hashlib
import re

from vigil.model.errors import IntegrityError, InvalidInput
from vigil.model.ids import Digest

HASH_BYTES = 32
"""SHA-256's length (FIPS 180-4)."""

SALT_BYTES = 32
"""As long as the digest: guessing the salt is then no easier than inverting SHA-256."""

COMMITMENT_DOMAIN = b"vigil/commitment/v1\x00"
"""What a commitment's input begins with. Leaves begin with 0x00 and tree nodes with 0x01 (RFC 6962), so none of the
three can be passed off as another."""

_HEX = re.compile("[0-9a-f]{64}")


def sha256(content: bytes) -> bytes:
    """SHA-256 of the content, 32 bytes."""
    return hashlib.sha256(content).digest()


def digest_of(content: bytes) -> Digest:
    """SHA-256 of the content, as 64 lower-case hexadecimal digits."""
    return Digest(hashlib.sha256(content).hexdigest())


def digest_bytes(digest: str) -> bytes:
    """The 32 bytes of a digest written in hexadecimal.

    Raises:
        InvalidInput: It is not 64 lower-case hexadecimal digits.
    """
    if not _HEX.fullmatch(digest):
        raise InvalidInput(f"a SHA-256 digest has 64 lower-case hexadecimal digits; this has {len(digest)} characters")
    return bytes.fromhex(digest)


def commitment_to(digest: bytes, *, salt: bytes) -> bytes:
    """The commitment to a digest: its exact bytes are in the module's description.

    Args:
        digest: SHA-256 of the content, 32 bytes.
        salt: 32 random bytes, drawn for this entry alone.
    Raises:
        InvalidInput: The digest or the salt is not 32 bytes long.
    Source:
        A hash commitment hides and binds while SHA-256 behaves as a random function: Halevi & Micali (1996), CRYPTO.
    """
    if len(digest) != HASH_BYTES or len(salt) != SALT_BYTES:
        raise InvalidInput(
            f"a commitment needs a digest of {HASH_BYTES} bytes and a salt of {SALT_BYTES}; "
            f"these have {len(digest)} and {len(salt)}"
        )
    return hashlib.sha256(COMMITMENT_DOMAIN + salt + digest).digest()


def check_commitment(commitment: bytes, *, digest: bytes, salt: bytes) -> None:
    """Hold a commitment against the digest and salt that are said to open it.

    Raises:
        IntegrityError: They do not: the content is not what was logged, or the salt is another entry's.
        InvalidInput: The digest or the salt is not 32 bytes long.
    """
    found = commitment_to(digest, salt=salt)
    if found != commitment:
        raise IntegrityError(
            f"commitment: expected {commitment.hex()} (as logged), found {found.hex()} (from digest and salt)"
        )

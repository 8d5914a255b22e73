"""The case's master key: how it is made, sealed under a passphrase or a recovery key, and opened again.

The master key is 32 random bytes. SQLCipher takes it as it is; the passphrase only seals it (scrypt, then
AES-256-GCM), so that a recovery key can open the same case. docs/adr/0001-case-file.md says what each protects
against.
"""

import base64
import hashlib
import secrets as chance
import unicodedata
from dataclasses import dataclass, replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from vigil.model.errors import IntegrityError, InvalidInput, WrongPassphrase
from vigil.store.header import Header, Lock
from vigil.usecases.ports import Secrets

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
RECOVERY_BYTES = 20  # 160 bits: 32 characters on paper
_CHECK_CHARACTERS = 4  # 20 bits: a typing error passes once in a million
_SEALED_FOR = b"vigil case master key 1"
_SCRYPT_MEMORY_LIMIT = 2**30  # bytes: a page from elsewhere must not make us allocate more


@dataclass(frozen=True, slots=True)
class ScryptCost:
    """What one guess at a passphrase costs: 128 * n * r bytes of memory."""

    n: int
    r: int = 8
    p: int = 1


CAREFUL = ScryptCost(n=2**17)
"""128 MiB and about 0.3 s a guess. OWASP Password Storage Cheat Sheet (2023), scrypt, first choice."""


def new_key() -> bytes:
    """A fresh master key."""
    return chance.token_bytes(KEY_BYTES)


def new_recovery_key() -> str:
    """A fresh recovery key, as it is printed: nine groups of four letters and digits."""
    text = base64.b32encode(chance.token_bytes(RECOVERY_BYTES)).decode("ascii")
    text += _check(text)
    return "-".join(text[at : at + 4] for at in range(0, len(text), 4))


def locks_for(
    key: bytes | None, passphrase: str | None, recovery_key: str | None, *, cost: ScryptCost = CAREFUL
) -> tuple[Lock, ...]:
    """The master key sealed under each secret there is; nothing for a plain case."""
    if key is None or passphrase is None:
        return ()
    locks = [sealed_under_passphrase(key, passphrase, cost=cost)]
    if recovery_key is not None:
        locks.append(sealed_under_recovery_key(key, recovery_key))
    return tuple(locks)


def sealed_under_passphrase(key: bytes, passphrase: str, *, cost: ScryptCost = CAREFUL) -> Lock:
    """The master key, openable with this passphrase."""
    salt = chance.token_bytes(SALT_BYTES)
    lock = Lock(opens_with="passphrase", kdf="scrypt", salt=salt.hex(), n=cost.n, r=cost.r, p=cost.p)
    return _seal(key, _from_passphrase(passphrase, salt, cost), lock)


def sealed_under_recovery_key(key: bytes, recovery_key: str) -> Lock:
    """The master key, openable with this recovery key."""
    salt = chance.token_bytes(SALT_BYTES)
    lock = Lock(opens_with="recovery_key", kdf="hkdf-sha256", salt=salt.hex())
    return _seal(key, _from_recovery_key(recovery_key, salt), lock)


def open_key(header: Header, secrets: Secrets) -> bytes | None:
    """The master key; None for a plain case.

    Raises:
        WrongPassphrase: The secret given does not open this case.
        InvalidInput: The case needs a secret and none was given, or a recovery key is mistyped or was never made.
        IntegrityError: What the header says of its locks cannot be.
    """
    if not header.encrypted:
        return None
    try:
        if secrets.recovery_key is not None:
            return _open_with(header, "recovery_key", secrets.recovery_key)
        if secrets.passphrase is not None:
            return _open_with(header, "passphrase", secrets.passphrase)
    except (ValueError, TypeError, OverflowError) as error:  # no hexadecimal digits, or no cost there is
        raise IntegrityError("vigil.json is damaged: restore it from a backup") from error
    raise InvalidInput("this case is encrypted: give its passphrase")


def _open_with(header: Header, kind: str, secret: str) -> bytes:
    lock = next((lock for lock in header.locks if lock.opens_with == kind), None)
    if lock is None:
        raise InvalidInput("this case has no recovery key: none was asked for when its passphrase was set")
    under = _from_recovery_key(secret, bytes.fromhex(lock.salt)) if kind == "recovery_key" else _scrypted(secret, lock)
    try:
        return AESGCM(under).decrypt(bytes.fromhex(lock.nonce), bytes.fromhex(lock.sealed), _context(lock))
    except InvalidTag as error:
        if kind == "recovery_key":
            raise WrongPassphrase("this recovery key is not this case's: nothing was changed") from error
        raise WrongPassphrase(
            "wrong passphrase: this case does not open with it. Mind the keyboard layout; nothing was changed"
        ) from error


def _scrypted(passphrase: str, lock: Lock) -> bytes:
    if not (0 < 128 * lock.n * lock.r <= _SCRYPT_MEMORY_LIMIT and 0 < lock.p <= 16):
        raise IntegrityError("vigil.json asks for an impossible key derivation: restore it from a backup")
    return _from_passphrase(passphrase, bytes.fromhex(lock.salt), ScryptCost(lock.n, lock.r, lock.p))


def _from_passphrase(passphrase: str, salt: bytes, cost: ScryptCost) -> bytes:
    # The same passphrase typed on another system may arrive composed differently (é as one character or two).
    words = unicodedata.normalize("NFKC", passphrase).encode("utf-8")
    return Scrypt(salt=salt, length=KEY_BYTES, n=cost.n, r=cost.r, p=cost.p).derive(words)


def _from_recovery_key(recovery_key: str, salt: bytes) -> bytes:
    text = "".join(recovery_key.split()).replace("-", "").upper()
    # Base 32 has no 0 and no 1, so whoever typed one meant the letter.
    text = text.replace("0", "O").replace("1", "I")
    body, check = text[:-_CHECK_CHARACTERS], text[-_CHECK_CHARACTERS:]
    if len(body) != RECOVERY_BYTES * 8 // 5 or _check(body) != check:
        raise InvalidInput("the recovery key is mistyped: it has nine groups of four letters and digits")
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=b"vigil recovery key 1").derive(body.encode())


def _check(text: str) -> str:
    return base64.b32encode(hashlib.sha256(text.encode("ascii", "replace")).digest()).decode("ascii")[
        :_CHECK_CHARACTERS
    ]


def _seal(key: bytes, under: bytes, lock: Lock) -> Lock:
    nonce = chance.token_bytes(NONCE_BYTES)
    sealed = AESGCM(under).encrypt(nonce, key, _context(lock))
    return replace(lock, nonce=nonce.hex(), sealed=sealed.hex())


def _context(lock: Lock) -> bytes:
    """What the seal covers besides the key, so that no setting can be exchanged unnoticed."""
    return _SEALED_FOR + f"|{lock.opens_with}|{lock.kdf}|{lock.n}|{lock.r}|{lock.p}|{lock.salt}".encode()


OF_A_WITNESS = b"vigil witness key 1"
OF_THE_CASE = b"vigil captures of nobody 1"
OF_THE_LOG = b"vigil log signing seed 1"


class Keyring:
    """Wraps and opens the keys kept in a case, the witnesses' among them, under the master key (docs/adr/0002, 0007).

    A plain case has no key to wrap them with and keeps them as they are: whoever has the file has everything anyway.
    """

    def __init__(self, master_key: bytes | None) -> None:
        self._under = None if master_key is None else _subkey(master_key)

    @property
    def bare(self) -> bool:
        """Whether keys are kept as they are: in a plain case."""
        return self._under is None

    def new_wrapped_key(self) -> bytes:
        """A fresh key for one witness, wrapped."""
        return self.wrap(new_key())

    def wrap(self, key: bytes, use: bytes = OF_A_WITNESS) -> bytes:
        """A key as it may be stored, for one use only."""
        if self._under is None:
            return key
        nonce = chance.token_bytes(NONCE_BYTES)
        return nonce + AESGCM(self._under).encrypt(nonce, key, use)

    def unwrap(self, wrapped: bytes, use: bytes = OF_A_WITNESS) -> bytes:
        """The key that was wrapped for this use.

        Raises:
            IntegrityError: It was not wrapped so under this case's key, or was changed since.
        """
        if self._under is None:
            return wrapped
        try:
            return AESGCM(self._under).decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], use)
        except (InvalidTag, ValueError) as error:
            raise IntegrityError("a key kept in the case does not open under the case's own") from error


def _subkey(master_key: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"vigil witness keys 1").derive(master_key)

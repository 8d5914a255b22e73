"""What opens a case, and what does not."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.model.errors import IntegrityError, InvalidInput, WrongPassphrase
from vigil.store.header import CIPHER, Header
from vigil.store.keys import Keyring, ScryptCost, locks_for, new_key, new_recovery_key, open_key
from vigil.usecases.ports import Secrets

CHEAP = ScryptCost(n=2)
KEY = b"k" * 32


def header(passphrase="six random words", recovery_key=None):  # noqa: S107 - opens nothing real
    return Header(
        schema=1, database="case-1.db", cipher=CIPHER, locks=locks_for(KEY, passphrase, recovery_key, cost=CHEAP)
    )


@settings(deadline=None)
@given(st.text(min_size=1), st.text(min_size=1))
def test_only_the_passphrase_opens_and_however_it_was_composed(passphrase, other):
    """The same letters typed on another system are the same passphrase; other letters are not."""
    sealed = header(passphrase)
    for form in ("NFC", "NFD", "NFKC"):
        assert open_key(sealed, Secrets(passphrase=unicodedata.normalize(form, passphrase))) == KEY
    if unicodedata.normalize("NFKC", other) != unicodedata.normalize("NFKC", passphrase):
        with pytest.raises(WrongPassphrase):
            open_key(sealed, Secrets(passphrase=other))


def test_a_recovery_key_opens_as_people_copy_it():
    """In small letters, without hyphens, with zero for O and one for I; a typing error is told as one."""
    printed = new_recovery_key()
    sealed = header(recovery_key=printed)
    for copied in (printed, printed.lower(), printed.replace("-", " "), printed.replace("O", "0").replace("I", "1")):
        assert open_key(sealed, Secrets(recovery_key=copied)) == KEY
    with pytest.raises(WrongPassphrase):
        open_key(sealed, Secrets(recovery_key=new_recovery_key()))
    wrong = ("B" if printed[0] == "A" else "A") + printed[1:]
    with pytest.raises(InvalidInput, match="mistyped"):
        open_key(sealed, Secrets(recovery_key=wrong))
    with pytest.raises(InvalidInput, match="no recovery key"):
        open_key(header(), Secrets(recovery_key=printed))


def test_the_seal_covers_its_settings():
    """A page whose derivation was made cheaper, or impossible, opens nothing."""
    sealed = header()
    (lock,) = sealed.locks
    for changed, told in ((replace(lock, n=4), WrongPassphrase), (replace(lock, n=2**40), IntegrityError)):
        with pytest.raises(told):
            open_key(replace(sealed, locks=(changed,)), Secrets(passphrase="six random words"))


def test_a_plain_case_needs_nothing_and_an_encrypted_one_something():
    """No secret is not a secret."""
    assert open_key(replace(header(), cipher=None), Secrets()) is None
    with pytest.raises(InvalidInput):
        open_key(header(), Secrets())


def test_a_witness_key_opens_under_its_own_case_alone():
    """Wrapped keys are of no use elsewhere, and a changed byte is noticed."""
    ring, other = Keyring(new_key()), Keyring(new_key())
    wrapped = ring.wrap(KEY)
    assert ring.unwrap(wrapped) == KEY
    assert KEY not in wrapped
    for keyring, stored in ((other, wrapped), (ring, wrapped[:-1] + bytes([wrapped[-1] ^ 1]))):
        with pytest.raises(IntegrityError):
            keyring.unwrap(stored)
    assert Keyring(None).unwrap(Keyring(None).wrap(KEY)) == KEY

"""What stands in the log in a digest's place."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.evidence.digests import check_commitment, commitment_to, digest_bytes, digest_of, sha256
from vigil.model.errors import IntegrityError, InvalidInput

THIRTY_TWO = st.binary(min_size=32, max_size=32)


def test_sha_256_is_the_standard_s():
    """FIPS 180-4's own example of one block (NIST, SHA256.pdf): "abc"."""
    published = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert digest_of(b"abc") == published
    assert sha256(b"abc") == digest_bytes(published)


def test_a_commitment_is_these_bytes_hashed():
    """The exact bytes, spelled out: whoever reads docs/evidence.md can make the same with any tool."""
    digest, salt = bytes(range(32)), bytes(range(32, 64))
    by_hand = hashlib.sha256(b"vigil/commitment/v1\x00" + salt + digest).digest()
    assert commitment_to(digest, salt=salt) == by_hand


@given(THIRTY_TWO, THIRTY_TWO, st.integers(0, 63), st.integers(1, 255))
def test_one_changed_byte_opens_nothing(digest, salt, place, change):
    """A commitment opens to one digest with one salt."""
    commitment = commitment_to(digest, salt=salt)
    check_commitment(commitment, digest=digest, salt=salt)
    both = bytearray(digest + salt)
    both[place] ^= change
    with pytest.raises(IntegrityError) as refused:
        check_commitment(commitment, digest=bytes(both[:32]), salt=bytes(both[32:]))
    assert commitment.hex() in str(refused.value), "the message says what was expected"


def test_the_same_words_commit_differently_under_another_salt():
    """Nobody sees from the log that two posts say the same, or confirms a guess without the salt."""
    digest = sha256(b"they are here")
    commitments = {commitment_to(digest, salt=bytes([k]) * 32) for k in range(50)}
    assert len(commitments) == 50
    assert digest not in commitments


@pytest.mark.parametrize("n", [0, 31, 33, 64])
def test_a_digest_or_salt_of_another_length_is_refused(n):
    """Lengths are fixed, so that no two inputs run together into the same bytes."""
    with pytest.raises(InvalidInput):
        commitment_to(bytes(n), salt=bytes(32))
    with pytest.raises(InvalidInput):
        commitment_to(bytes(32), salt=bytes(n))


@pytest.mark.parametrize("text", ["", "ab", "A" * 64, "g" * 64, "a" * 63, "a" * 65, "a" * 63 + "\n", "٠" * 64])
def test_what_is_no_digest_is_refused(text):
    """One spelling: 64 lower-case ASCII digits."""
    with pytest.raises(InvalidInput):
        digest_bytes(text)

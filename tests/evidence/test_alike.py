"""What looks alike is found, all of it, and nothing else."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.evidence import alike as module
from vigil.evidence.alike import LEAST_QUALITY, MOST_BITS_APART, bits_apart, can_be_told, columns_of, near
from vigil.model.errors import InvalidInput
from vigil.model.media import PictureHash

hashes = st.binary(min_size=32, max_size=32)


def by_hand(one, other):
    return (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).bit_count()


@given(hashes, st.lists(hashes, max_size=20))
def test_bits_are_counted_as_by_hand(wanted, among):
    """Another way of counting, bit by bit in one large number, agrees; from none to all 256."""
    assert bits_apart(wanted, columns_of(among)).tolist() == [by_hand(wanted, each) for each in among]
    inverse = bytes(255 - each for each in wanted)
    assert bits_apart(wanted, columns_of([wanted, inverse])).tolist() == [0, 256]


@given(hashes, st.lists(st.sets(st.integers(0, 255), max_size=60), max_size=10))
def test_what_is_within_the_bound_is_found_the_nearest_first(wanted, flipped):
    """At 31 bits it is found, at 32 it is not."""
    among = []
    for bits in flipped:
        number = int.from_bytes(wanted, "big")
        for bit in bits:
            number ^= 1 << bit
        among.append(number.to_bytes(32, "big"))
    found = near(wanted, columns_of(among))
    assert {place for place, _ in found} == {at for at, bits in enumerate(flipped) if len(bits) <= MOST_BITS_APART}
    assert all(apart == len(flipped[place]) for place, apart in found)
    assert [apart for _, apart in found] == sorted(apart for _, apart in found)


def test_more_than_are_compared_at_once(monkeypatch):
    """Where one group ends and the next begins nothing is lost."""
    monkeypatch.setattr(module, "_AT_ONCE", 3)
    rng = np.random.default_rng(1)
    among = [rng.bytes(32) for _ in range(10)]
    for at, each in enumerate(among):
        assert near(each, columns_of(among)) == [(at, 0)]


def test_what_is_no_hash_is_refused():
    """Another length would be compared with nonsense."""
    with pytest.raises(InvalidInput, match="32 bytes"):
        columns_of([b"x" * 31, b"x" * 33])
    assert near(bytes(32), columns_of([])) == []


def test_the_bounds_are_those_its_makers_recommend():
    """ThreatExchange, pdq/README.md: a distance of at most 31; a quality of at most 49 is left out."""
    assert (MOST_BITS_APART, LEAST_QUALITY) == (31, 50)
    assert not can_be_told(PictureHash(pdq=bytes(32), quality=49))
    assert can_be_told(PictureHash(pdq=bytes(32), quality=50))

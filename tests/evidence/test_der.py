"""Values are found where they stand, or it is said that they are not whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.evidence.der import Value, values, within
from vigil.model.errors import Malformed


def test_values_are_found_where_they_stand():
    """One after the other, and one in another."""
    content = bytes.fromhex("3006 020101 040161 0500")
    assert values(content) == [Value(0x30, 0, 2, 8), Value(0x05, 8, 10, 10)]
    assert within(content, values(content)[0]) == [Value(0x02, 2, 4, 5), Value(0x04, 5, 7, 8)]


def test_long_lengths_are_read():
    """Up to four bytes of them."""
    content = b"\x04\x82\x01\x00" + bytes(256)
    assert values(content) == [Value(4, 0, 4, 260)]


@pytest.mark.parametrize("content", ["30", "3001", "3080", "3085 0000000001 00", "3082 01", "3003 020101 02"])
def test_what_is_cut_short_is_malformed(content):
    """Also lengths without an end, which DER does not have."""
    with pytest.raises(Malformed):
        values(bytes.fromhex(content))


@given(st.binary(max_size=200))
def test_rubbish_is_malformed_or_covered_whole(content):
    """No byte is passed over."""
    try:
        found = values(content)
    except Malformed:
        return
    assert "".join(content[each.begin : each.end].hex() for each in found) == content.hex()

"""Walking JSON too large to hold: what is found is what is there, whatever way the bytes come in."""

import io
import json

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.sources import json_cursor
from vigil.sources.json_cursor import BrokenJson, JsonCursor, TooLarge

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def _in_small_reads(document: bytes, size: int) -> JsonCursor:
    class Dripping(io.BytesIO):
        def read(self, _: int | None = -1) -> bytes:
            return super().read(size)

    return JsonCursor(Dripping(document))


@given(values=st.lists(JSON, max_size=5), size=st.integers(1, 9), indent=st.sampled_from([None, 1]))
def test_elements_are_the_array_s_values(values: list[object], size: int, indent: int | None) -> None:
    """Every element of an array comes out whole, however the bytes are split."""
    cursor = _in_small_reads(json.dumps(values, indent=indent, ensure_ascii=False).encode(), size)
    assert [json.loads(cursor.raw(1 << 20)) for _ in cursor.elements()] == values


@given(values=st.dictionaries(st.text(), JSON, max_size=5), size=st.integers(1, 9), wanted=st.text())
def test_members_left_alone_are_passed_over(values: dict[str, object], size: int, wanted: str) -> None:
    """Keys come in order, and a value nobody asks for does not disturb the next."""
    cursor = _in_small_reads(json.dumps(values).encode(), size)
    keys = []
    for key in cursor.members():
        keys.append(key)
        if key == wanted:
            assert json.loads(cursor.raw(1 << 20)) == values[key]
    assert keys == list(values)
    assert cursor.peek() == b""


@given(values=st.lists(JSON, min_size=1, max_size=5), cut=st.integers(0, 10_000), size=st.integers(1, 9))
def test_a_document_cut_off_gives_what_came_before_and_says_so(values: list[object], cut: int, size: int) -> None:
    """A document that breaks off gives the elements before the break, then an error; never a wrong value."""
    document = json.dumps(values).encode()
    document = document[: cut % len(document)]
    cursor = _in_small_reads(document, size)
    found: list[object] = []
    with pytest.raises((BrokenJson, orjson.JSONDecodeError)):
        found.extend(orjson.loads(cursor.raw(1 << 20)) for _ in cursor.elements())
    assert json.dumps(found)[:-1] in json.dumps(values) or found[:-1] == values[: len(found) - 1]


@pytest.mark.parametrize("size", range(1, 12))
def test_a_string_cut_by_a_read_goes_on(size: int) -> None:
    """Behind a closed string, with a bracket or a quote within: where CPython before 3.11.5 lost its place."""
    document = rb'[["a", "}]\"{", "", {"]": "["}], 7]'
    cursor = _in_small_reads(document, size)
    assert [json.loads(cursor.raw(1 << 20)) for _ in cursor.elements()] == json.loads(document)


def test_a_value_larger_than_the_limit_is_passed_over() -> None:
    """One huge value does not fill the memory, and the next is read."""
    cursor = JsonCursor(io.BytesIO(b'["' + b"x" * (3 * json_cursor.READ_BYTES) + b'", 7]'))
    elements = cursor.elements()
    next(elements)
    with pytest.raises(TooLarge):
        cursor.raw(1000)
    next(elements)
    assert cursor.raw(1000) == b"7"


def test_a_byte_order_mark_is_no_value() -> None:
    """Files written on Windows begin with a mark."""
    assert next(JsonCursor(io.BytesIO(b"\xef\xbb\xbf [1]")).elements()) == 1

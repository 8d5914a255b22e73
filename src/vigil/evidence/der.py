"""As much of DER as it takes to find a value in a structure, and where it stands (X.690, section 8)."""

from dataclasses import dataclass

from vigil.model.errors import Malformed

_LONG_FORM = 0x80
_MOST_LENGTH_BYTES = 4


@dataclass(frozen=True, slots=True)
class Value:
    """One value: its tag, and where head, body and end of it are in the bytes it was found in."""

    tag: int
    begin: int
    body: int
    end: int


def values(content: bytes, begin: int = 0, end: int | None = None) -> list[Value]:
    """The values that stand one after the other between two places.

    Raises:
        Malformed: One is cut short, or of a length DER does not have.
    """
    found, end = [], len(content) if end is None else end
    while begin < end:
        value = _value(content, begin, end)
        found.append(value)
        begin = value.end
    return found


def within(content: bytes, value: Value) -> list[Value]:
    """The values that make up another. Raises as `values` does."""
    return values(content, value.body, value.end)


def _value(content: bytes, begin: int, end: int) -> Value:
    if end - begin < 2:
        raise Malformed("DER: a value is cut short")
    body, length = begin + 2, content[begin + 1]
    if length >= _LONG_FORM:
        n = length - _LONG_FORM
        if not 0 < n <= _MOST_LENGTH_BYTES or end - body < n:
            raise Malformed("DER: a value's length is cut short, or has no end")
        body, length = body + n, int.from_bytes(content[body : body + n], "big")
    if end - body < length:
        raise Malformed("DER: a value is cut short")
    return Value(content[begin], begin, body, body + length)

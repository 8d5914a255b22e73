"""A JSON document too large to hold, walked value by value; what is not asked for is passed over unread.

People's archives hold their private messages beside their public posts, so a reader must be able to step over a
value without ever parsing it. This finds where values begin and end and leaves reading them to orjson. A streaming
parser (ijson) was weighed and refused: Telegram Desktop writes control characters as `\\x0B`, which is no JSON and
would end such a parser's reading of the whole file, where here it concerns one message.
"""

import re
from collections.abc import Iterator
from typing import IO

import orjson

_STEP = re.compile(
    rb'[^"{}\[\]]*+(?:"[^"\\]*+(?:\\.[^"\\]*+)*+"[^"{}\[\]]*+)*(?:([{\[])|([}\]])|(")|\Z)',
    re.DOTALL,
)
"""The next bracket, over all text and closed strings before it; or a string that goes on past what is read; or its end.

The rounds over closed strings are not possessive: before CPython 3.11.5 (python/cpython issue 106052) such a round,
once begun, is not taken back, and a string cut by a read passed for a closed one. They never have to backtrack.

One of them follows wherever this is tried, so that a search never skips ahead into the middle of a string.
"""

_OPENS, _CLOSES, _GOES_ON = 1, 2, 3  # groups of _STEP
_IN_STRING = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+', re.DOTALL)
_SCALAR = re.compile(rb"[^\s,:\"{}\[\]]*+")
_MAX_KEY_BYTES = 64 * 1024

READ_BYTES = 1 << 20

_UTF8_BOM = b"\xef\xbb\xbf"
_BREAKS_OFF = "the document breaks off"


class BrokenJson(ValueError):
    """The document breaks off, or its brackets do not match: what follows cannot be located."""


class TooLarge(ValueError):
    """A value is larger than may be held; it has been passed over."""


class JsonCursor:
    """A place in a JSON document that moves forward only."""

    def __init__(self, stream: IO[bytes], begun: bytes = b"") -> None:
        """Begin with bytes already read, and go on at the stream's own place."""
        self._stream = stream
        self._data = begun
        self._at = 0
        self._ended = False
        self._n_passed = 0

    @property
    def n_bytes(self) -> int:
        """How far into the document this is."""
        return self._n_passed + self._at

    def peek(self) -> bytes:
        """The byte the next value begins with; b"" at the document's end."""
        if self.n_bytes == 0 and (self._data or self._more()) and self._data.startswith(_UTF8_BOM):
            self._at = len(_UTF8_BOM)
        while True:
            while self._at < len(self._data):
                byte = self._data[self._at : self._at + 1]
                if byte not in (b" ", b"\t", b"\r", b"\n"):
                    return byte
                self._at += 1
            if not self._more():
                return b""

    def members(self) -> Iterator[str]:
        """The keys of the object here; after each, the cursor stands at its value. A value left alone is passed over.

        Raises:
            BrokenJson: There is no object here, or it breaks off.
        """
        for _ in self._items(b"{", b"}"):
            key = self._string()
            if self.peek() != b":":
                raise BrokenJson("a key without a value")
            self._at += 1
            before = self._value_place()
            yield key
            if self._value_place() == before:
                self.skip()

    def elements(self) -> Iterator[int]:
        """Count, from 1, the elements of the array here; at each the cursor stands at it, and passes it if left alone.

        Raises:
            BrokenJson: There is no array here, or it breaks off.
        """
        for index, _ in enumerate(self._items(b"[", b"]"), start=1):
            before = self._value_place()
            yield index
            if self._value_place() == before:
                self.skip()

    def raw(self, limit: int) -> bytes:
        """The bytes of the value here.

        Raises:
            BrokenJson: It breaks off.
            TooLarge: It has more than `limit` bytes; the cursor stands behind it.
        """
        pieces: list[bytes] = []
        n_bytes = 0
        for piece in self._pieces():
            n_bytes += len(piece)
            if n_bytes <= limit:
                pieces.append(piece)
        if n_bytes > limit:
            raise TooLarge(f"larger than {limit >> 20} MiB")
        return b"".join(pieces)

    def skip(self) -> None:
        """Pass over the value here, unread."""
        for _ in self._pieces():
            pass

    def _items(self, begin: bytes, end: bytes) -> Iterator[None]:
        if self.peek() != begin:
            raise BrokenJson(f"no {begin.decode()} where one belongs" if self.peek() else _BREAKS_OFF)
        self._at += 1
        while self.peek() != end:
            yield
            mark = self.peek()
            if mark == b",":
                self._at += 1
            elif mark != end:
                raise BrokenJson("no comma between two values" if mark else _BREAKS_OFF)
        self._at += 1

    def _string(self) -> str:
        if self.peek() != b'"':
            raise BrokenJson("no key where one belongs" if self.peek() else _BREAKS_OFF)
        try:
            return str(orjson.loads(self.raw(_MAX_KEY_BYTES)))
        except (orjson.JSONDecodeError, TooLarge) as error:
            raise BrokenJson("a key that does not read") from error

    def _value_place(self) -> int:
        self.peek()
        return self.n_bytes

    def _pieces(self) -> Iterator[bytes]:
        """The bytes of the value here, as they are read; the cursor ends behind it."""
        match self.peek():
            case b"{" | b"[":
                yield from self._nested()
            case b'"':
                self._at += 1
                yield b'"'
                yield from self._rest_of_string()
            case _:
                yield self._scalar()

    def _nested(self) -> Iterator[bytes]:
        depth = 0
        while True:
            begin, end, in_string = self._at, len(self._data), False
            for step in _STEP.finditer(self._data, begin):
                if step.lastindex == _OPENS:
                    depth += 1
                elif step.lastindex == _CLOSES:
                    depth -= 1
                    if not depth:
                        self._at = step.end()
                        yield self._data[begin : self._at]
                        return
                elif step.lastindex == _GOES_ON:
                    end, in_string = step.end(), True
                    break
            self._at = end
            yield self._data[begin:end]
            if in_string:
                yield from self._rest_of_string()
            elif not self._more():
                raise BrokenJson(_BREAKS_OFF)

    def _rest_of_string(self) -> Iterator[bytes]:
        """What is left of a string, with its closing quote. Stops before a backslash whose mate is not read yet."""
        while True:
            begin = self._at
            found = _IN_STRING.match(self._data, begin)
            end = found.end() if found else begin
            closed = self._data[end : end + 1] == b'"'
            self._at = end + closed
            yield self._data[begin : self._at]
            if closed:
                return
            if not self._more():
                raise BrokenJson(_BREAKS_OFF)

    def _scalar(self) -> bytes:
        while True:
            found = _SCALAR.match(self._data, self._at)
            end = found.end() if found else self._at
            if end < len(self._data) or end - self._at > _MAX_KEY_BYTES or not self._more():
                break
        value, self._at = self._data[self._at : end], end
        if not value:
            raise BrokenJson("no value where one belongs" if self.peek() else _BREAKS_OFF)
        return value

    def _more(self) -> bool:
        """Read on, forgetting what lies behind; False at the document's end."""
        if self._ended:
            return False
        read = self._stream.read(READ_BYTES)
        self._ended = not read
        self._data = self._data[self._at :] + read
        self._n_passed += self._at
        self._at = 0
        return bool(read)

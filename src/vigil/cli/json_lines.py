"""Lines of JSON for other programs."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO


def json_line(page: Mapping[str, object]) -> str:
    """One page as a line without its end, in UTF-8's own letters.

    Half of a surrogate pair, which JSON can carry and UTF-8 cannot, is written as its number, and then all letters are.
    """
    line = json.dumps(page, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(page)
    return line


@contextmanager
def standard_output() -> Iterator[BinaryIO]:
    """Standard output, for bytes."""
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()

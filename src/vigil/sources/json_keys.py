"""A key that stands twice in a JSON object: parsers keep one of the two values and say nothing.

orjson keeps the last. Which one was meant nobody can say, so such a row is refused (RFC 8259, 4: the behaviour of
what receives it is unpredictable).
"""

import json
import re
from collections import Counter
from collections.abc import Mapping

_KEY_ENDS = re.compile(rb'"[ \t\r\n]*:')
"""Where a key ends. Text may hold the same, so there are at least as many as keys: more than there should be are
looked at closely, which is slow and seldom needed."""


def repeated_key(line: bytes, row: Mapping[str, object]) -> str | None:
    """The first key that the line's object has twice, if any; keys of objects inside it are not looked at.

    Args:
        line: A JSON object that reads.
        row: What was read of it.
    """
    if len(_KEY_ENDS.findall(line)) == len(row):
        return None
    try:
        pairs: list[tuple[str, object]] = json.loads(line, object_pairs_hook=_outermost)
    except RecursionError:
        return None  # deeper than the standard library goes, and far deeper than a post
    n_times = Counter(key for key, _ in pairs)
    return next((key for key, n in n_times.items() if n > 1), None)


def _outermost(pairs: list[tuple[str, object]]) -> list[tuple[str, object]]:
    """An object as its pairs. Called from the inside out, so what the whole gives are the outermost's."""
    return pairs

"""A key that stands twice in an object is found, whatever the text around it."""

import json

import orjson
from hypothesis import given
from hypothesis import strategies as st

from vigil.sources.json_keys import repeated_key

TEXTS = st.text(st.characters(codec="utf-8"), max_size=8) | st.sampled_from(['a": 1, "a', '"b" :', "\\"])
VALUES = st.recursive(TEXTS | st.integers(), lambda inner: st.dictionaries(TEXTS, inner, max_size=3), max_leaves=4)


@given(pairs=st.lists(st.tuples(TEXTS, VALUES), max_size=5), spaced=st.booleans(), escaped=st.booleans())
def test_it_agrees_with_counting_the_pairs(pairs: list[tuple[str, object]], spaced: bool, escaped: bool) -> None:
    """No text, nesting, spacing or escape hides a repeated key or makes one up."""
    colon = " : " if spaced else ":"
    written = [f"{json.dumps(key, ensure_ascii=escaped)}{colon}{json.dumps(value)}" for key, value in pairs]
    line = f"{{{', '.join(written)}}}".encode()
    keys = [key for key, _ in pairs]
    assert (repeated_key(line, orjson.loads(line)) is not None) == (len(set(keys)) < len(keys))


def test_depth_is_no_error() -> None:
    """A row nested as deep as orjson reads is looked at without a traceback."""
    line = b'{"a": ' + b'{"b": ' * 900 + b"1" + b"}" * 901
    assert repeated_key(line, orjson.loads(line)) is None

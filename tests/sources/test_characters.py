"""Words come out right whatever is said of their coding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.sources.characters import decoded

WORDS = "<p>حلب تنادي</p>"


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("said", [None, "text/html; charset=iso-8859-1", "text/html; charset=windows-1256", "\0"])
def test_unicode_is_told_by_its_bytes(coding, said):
    """A server that says Latin does not make it so."""
    assert decoded(WORDS.encode(coding), said).lstrip("\ufeff") == WORDS


def test_what_is_not_unicode_is_what_the_server_says_or_the_document():
    """In this order; and with neither, what cannot be told is marked so."""
    arabic = WORDS.encode("windows-1256")
    assert decoded(arabic, "text/html; charset=Windows-1256") == WORDS
    assert decoded(b"<meta charset='windows-1256'>" + arabic, "text/html").endswith(WORDS)
    assert decoded(b'<?xml version="1.0" encoding="windows-1256"?>' + arabic).endswith(WORDS)
    assert "\ufffd" in decoded(arabic)


@pytest.mark.parametrize("said", ["rot13", "hex", "zip", "unicode_escape", "punycode", "idna", "undefined", "nonsense"])
def test_what_is_no_coding_of_a_page_is_not_tried(said):
    """Python knows codings that do other things."""
    assert decoded(b"\xff\\x41", f"text/html; charset={said}") == "\ufffd\\x41"


@given(st.binary(max_size=200), st.none() | st.text(max_size=50).map(lambda text: f"text/html; charset={text}"))
def test_any_bytes_are_some_text(document, said):
    """That can be stored: without zero bytes and halves of characters."""
    text = decoded(document, said)
    assert "\0" not in text
    text.encode()

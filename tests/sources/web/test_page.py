"""The words of a page are told from what surrounds them, and a page that asks who is there from what it hides."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.model.errors import Malformed
from vigil.sources.web.page import read_page

ARTICLE = "They are near the old mill, and the road to the east is closed since the morning. " * 8
PAGE = f"""<html><head><title>A desk</title><script>var x = 1</script></head><body>
<nav><a href=/>Home</a><a href=/a>About</a></nav><article><h1>The mill</h1><p>{ARTICLE}</p><p>حلب</p></article>
<footer>Visitors: 12345</footer></body></html>"""
LOGIN = b"<html><body><form><input name=u><input type='password' name=p></form>Sign in</body></html>"


def test_the_main_text_is_told_from_the_rest():
    """Whatever the coding is said to be."""
    for content_type in (None, "text/html; charset=iso-8859-1", "application/xhtml+xml"):
        page = read_page(PAGE.encode(), content_type=content_type)
        assert "old mill" in page.text
        assert "حلب" in page.text
        assert "var x" not in page.text
        assert not page.asks_who


def test_figures_and_spaces_are_not_lasting():
    """A counter and a clock change by themselves; a word does not."""

    def page(text):
        return read_page(f"<html><body><article><p>{ARTICLE}</p><p>{text}</p></article></body></html>".encode())

    first = page("Seen 10 times, at 12:30.")
    assert page("Seen  11   times, at 12:45.").lasting == first.lasting
    assert page("Seen 11 times, at 12:45.").text != first.text
    assert page("Seen never, at 12:45.").lasting != first.lasting


def test_plain_text_is_a_page():
    """As it is."""
    assert read_page(b"They are near.\n\n  Pray. ", content_type="text/plain").text == "They are near.\nPray."


def test_a_page_with_nothing_on_it_says_nothing():
    """That is not an error."""
    assert read_page(b"<html><body></body></html>").text is None


@pytest.mark.parametrize("document", [LOGIN, b"<title>Just a moment...</title>", b"<div class='g-recaptcha'></div>"])
def test_a_page_that_asks_who_is_there_is_told(document):
    """A password, or a puzzle, and little else."""
    assert read_page(document).asks_who


def test_a_page_with_words_may_have_a_field_for_members():
    """It still says what it says."""
    assert not read_page(PAGE.encode() + LOGIN).asks_who


@pytest.mark.parametrize("content_type", ["image/png", "application/pdf", "application/octet-stream"])
def test_what_is_no_page_is_told(content_type):
    """Its bytes are not taken for words."""
    with pytest.raises(Malformed):
        read_page(b"\x89PNG", content_type=content_type)


@given(st.binary(max_size=300), st.integers(0, len(PAGE)), st.integers(0, 50))
@settings(max_examples=60, deadline=None)
def test_no_damage_stops_it(junk, at, n):
    """Bytes put in, taken out, and written over."""
    whole = PAGE.encode()
    page = read_page(whole[:at] + junk + whole[at + n :])
    assert page.text is None or page.text.strip()

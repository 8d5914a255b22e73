"""HTML of posts becomes the words a reader sees."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.sources.html_words import words


@pytest.mark.parametrize(
    ("content", "read"),
    [
        ("<p>one<br>two</p><p>three</p>", "one\ntwo\nthree"),
        ("plain &amp; simple", "plain & simple"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("<script>x</script>y<SCRIPT src='>'>z</Script >w<script>never closed", "yw"),
        ("<style>a<b>c</b></style>shown", "shown"),
        ("<p>cut <b", "cut <b"),
        ("<p>1 < 2 &lt; 3, <3", "1 < 2 < 3, <3"),
        ("a<!-- b > c -->d<!e>f<?g>h</i>j", "adfhj"),
        ("""<a title="a > b" rel='>'>link</a>""", "link"),
        ("<a b='>open quote</a>", "open quote"),
        ("<![CDATA[x]]>after", "after"),
        ("&#" + "9" * 5000 + ";", "&#" + "9" * 5000 + ";"),
        ("a\x00b", "a\x00b"),
        ("", ""),
    ],
)
def test_words(content, read):
    """Paragraphs and breaks as line feeds; no markup, script or style."""
    assert words(content) == read


@given(st.text(alphabet='<>!/-[]&;#"= abpscriptyle\n\x00', max_size=200))
def test_any_text_has_words(content):
    """However broken."""
    assert isinstance(words(content), str)


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<!--",
        "<a ",
        "<a/",
        "<a b='",
        "<a b=\"'",
        "<![CDATA[",
        "&#",
        "<script>",
        "</script",
        "<?",
        "</",
        "<p>",
        "<a b='>",
    ],
)
@pytest.mark.parametrize("end", ["", ">", "'>", "-->"])
def test_a_hostile_post_is_read_in_one_pass(piece, end):
    """1 MB of what a parser may go over again and again: a listener is not stopped by it."""
    begun = time.process_time()
    assert isinstance(words(piece * (1_000_000 // len(piece)) + end), str)
    assert time.process_time() - begun < 30  # the standard library's takes hours

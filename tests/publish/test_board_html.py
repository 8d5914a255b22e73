"""The board as a page: whole in itself, safe against what people write, readable by everyone."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from boards import board, everyone, finding, last_word

from vigil.model.ids import PlaceName, WitnessName
from vigil.model.verdict import Danger, Grade, Verdict
from vigil.publish.board_html import render_board_html

VOID = {"meta", "col", "link", "br", "hr", "img", "input", "path", "rect", "circle"}


class Page(HTMLParser):
    """The page's elements, with a fault for every one that is not closed where it should be."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.open, self.faults, self.elements, self.text = [], [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data):
        if "style" not in self.open:
            self.text.append(data)

    def all(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]

    @property
    def words(self):
        return re.sub(r"[\u2066-\u2069]", "", " ".join("".join(self.text).split()))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_element_is_closed_where_it_should_be(language):
    """Nothing on the page leans on a browser's guesses."""
    page = Page(render_board_html(board(), language=language))
    assert page.faults == page.open == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_asks_nothing_of_anybody(language):
    """No script, picture, font, frame or address: opening the page tells nobody that it was opened."""
    html = render_board_html(board(), language=language, unprotected=True)
    page = Page(html)
    assert not {"script", "img", "iframe", "link", "object", "embed", "form", "audio", "video"} & {
        tag for tag, _ in page.elements
    }
    for _, attributes in page.elements:
        assert not {"src", "srcset", "action", "style", "data"} & set(attributes)
        assert not any(name.startswith("on") for name in attributes)
        assert attributes.get("href", "#").startswith("#")
    assert not re.search(r"https?:|//|@import|url\((?!#)", html.replace("<!doctype html>", ""))


def test_the_policy_lets_in_nothing_but_our_own_sheet():
    """Even if something slipped through escaping, the browser would not run or fetch it."""
    html = render_board_html(board())
    (policy,) = [m["content"] for m in Page(html).all("meta") if m.get("http-equiv") == "Content-Security-Policy"]
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


PLANTED = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202egnp.exe\x1b[31m{{ 7*7 }}'


@pytest.mark.parametrize(
    "where", ["witness", "handle", "place", "reasons", "text", "rule", "unlike", "case", "platform"]
)
def test_what_people_write_is_shown_and_never_run(where):
    """A script planted in any field from outside is text on the page."""
    one = finding("Heron", Verdict.RETURNED)
    planted = {
        "witness": replace(one, witness=WitnessName(PLANTED)),
        "handle": replace(one, handle=PLANTED),
        "place": replace(one, place=PlaceName(PLANTED)),
        "reasons": replace(one, reasons=(PLANTED,)),
        "text": replace(one, last_words=(last_word(Danger.CAPTURE, Grade.SERIOUS, text=PLANTED),)),
        "rule": replace(one, last_words=(last_word(Danger.CAPTURE, Grade.SERIOUS, rule=PLANTED, text="x"),)),
        "unlike": replace(one, unlike_before=(PLANTED,)),
        "case": one,
        "platform": replace(one, account=replace(one.account, platform=PLANTED)),
    }[where]
    other = replace(planted, account=replace(planted.account, id="second"))
    page = Page(render_board_html(board([planted, other], case=PLANTED if where == "case" else "aleppo")))
    assert page.faults == page.open == []
    assert not page.all("script")
    assert not page.all("img")
    assert "<script>alert(1)</script>" in page.words
    assert "{{ 7*7 }}" in page.words
    assert not re.search(r"[\u202e\x1b]", "".join(page.text))


def test_words_their_author_deleted_are_not_on_the_page():
    """Held is held, even where a caller hands the text over by mistake."""
    careless = replace(last_word(Danger.FAREWELL, Grade.CRITICAL, held=True, rule="farewell.en"), text="SECRETWORDS")
    html = render_board_html(board([finding("Heron", Verdict.DARK, last_words=(careless,))]))
    assert "SECRETWORDS" not in html
    assert "held: its author deleted it" in html
    assert "farewell.en" in html


@pytest.mark.parametrize(("language", "says"), [("en", "Everything on this board is simulated"), ("ar", "محاكاة")])
def test_a_simulated_board_says_so_first_and_in_its_title(language, says):
    """Nobody can pass a simulation on as news."""
    page = Page(render_board_html(board(), language=language))
    assert page.words.count(says) >= 1
    assert page.words.index(says) < page.words.index("Swallow")
    assert not Page(render_board_html(board(simulated=False), language=language)).words.count(says)


def test_an_unprotected_page_of_a_real_case_says_so():
    """Whoever opens the file knows what they hold."""
    assert "This file is not encrypted" in render_board_html(board(simulated=False), unprotected=True)
    assert "This file is not encrypted" not in render_board_html(board(simulated=False))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_can_be_walked_by_landmarks_headings_and_tables(language):
    """A screen reader meets the same order as the eye."""
    page = Page(render_board_html(board(), language=language))
    tags = [tag for tag, _ in page.elements]
    for landmark in ("header", "main", "footer", "nav"):
        assert tags.count(landmark) == 1
    assert tags.count("h1") == 1
    assert page.all("html") == [{"lang": language, "dir": {"en": "ltr", "ar": "rtl"}[language]}]
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for table in page.all("table"):
        assert table["aria-labelledby"] in ids
    for link in page.all("a"):
        assert link["href"].removeprefix("#") in ids
    for head in page.all("th"):
        assert head["scope"] in ("col", "row")


def test_every_strip_is_said_in_words_too():
    """What the drawing shows can be heard: how much, how regular, and since when nothing."""
    page = Page(render_board_html(board()))
    strips = [svg for svg in page.all("svg") if svg.get("class") == "strip"]
    assert len(strips) == len(everyone())
    assert all(svg["role"] == "img" for svg in strips)
    assert any("Silent since 12 Dec" in svg["aria-label"] and "a day" in svg["aria-label"] for svg in strips)
    assert any("Outage from" in svg["aria-label"] for svg in strips)
    assert any("Not heard from" in svg["aria-label"] for svg in strips)


def test_every_witness_verdict_fate_and_reason_is_on_the_page():
    """What the terminal says the page says."""
    words = Page(render_board_html(board())).words
    for row in board().rows:
        assert row.witness in words
    assert "once in 14 months" in words
    assert "longest silence in 90 days 9 h; now 31 h" in words
    assert "detained, says two neighbours" in words
    assert "Unlike before: new client; posts at night" in words
    assert "if all were well, about 0.6 would stand here" in words
    assert "speaking elsewhere: telegram, 42 min ago" in words


def test_an_arabic_page_has_arabic_labels_and_sentences():
    """Labels, verdicts and reasons are Arabic, made from the numbers."""
    without = [replace(one, reasons=(), unlike_before=()) for one in everyone()]
    page = Page(render_board_html(board(without), language="ar"))
    for english in ("Witness", "Silent for", "Account changed", "speaking", "once in", "Why", "Register", " heard"):
        assert english not in page.words
    assert "مرة كل 14 شهراً" in page.words


def test_english_reasons_stay_beside_arabic_ones_marked_as_english():
    """Nothing computed is lost in translation, and a screen reader changes its voice for it."""
    page = Page(render_board_html(board(), language="ar"))
    assert {"lang": "en", "dir": "ltr"} in page.all("p")
    assert "longest silence in 90 days 9 h; now 31 h" in page.words


def test_text_keeps_its_own_direction():
    """Every piece of outside text stands in an isolate of its own direction."""
    html = render_board_html(board())
    assert '<bdi dir="auto">نورس</bdi>' in html
    assert '<bdi dir="auto">القصف لا يتوقف، لا نعرف إن كنا سننجو</bdi>' in html


def test_the_same_board_gives_the_same_page():
    """Two pages of one board can be compared byte by byte."""
    assert render_board_html(board()) == render_board_html(board())


def test_a_case_that_watches_nobody_says_so():
    """An empty page would look like good news."""
    assert "Nobody is watched in this case" in render_board_html(board([]))


def test_a_board_without_strips_is_still_a_board():
    """What was not computed is not drawn."""
    bare = board()
    rows = tuple(replace(row, accounts=tuple(replace(a, strip=None) for a in row.accounts)) for row in bare.rows)
    page = Page(render_board_html(replace(bare, rows=rows)))
    assert page.faults == page.open == []


def _palettes():
    css = re.search(r"<style>(.*?)</style>", render_board_html(board()), re.DOTALL)[1]
    light, dark, paper = (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", css_root)) for css_root in _roots(css))
    return {"light": light, "dark": dark, "print": light | paper}


def _roots(css):
    return list(re.findall(r":root \{(.*?)\}", css, re.DOTALL))


def _luminance(colour):
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    channels = [int(digits[k : k + 2], 16) / 255 for k in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one, other):
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


VERDICT_COLOURS = ("changed", "returned", "dark", "outage", "blind", "new", "quiet", "speaking")


@pytest.mark.parametrize("palette", ["light", "dark", "print"])
def test_every_text_has_a_contrast_of_at_least_4_5(palette):
    """WCAG 2.2, 1.4.3, in light, in dark and on paper; the relative luminance is WCAG's own."""
    colours = _palettes()[palette]
    for ground in ("paper", "card", "head"):
        for text in ("ink", "soft"):
            assert _contrast(colours[text], colours[ground]) >= 4.5
    for text in VERDICT_COLOURS:
        assert _contrast(colours[text], colours["paper"]) >= 4.5
        assert _contrast(colours[text], colours["card"]) >= 4.5
        assert _contrast(colours["on"], colours[text]) >= 4.5
    assert _contrast(colours["band-ink"], colours["band"]) >= 4.5

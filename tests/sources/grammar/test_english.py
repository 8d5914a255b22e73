"""English grammar by spaCy."""

import pytest

from vigil.sources.grammar import english
from vigil.sources.grammar.english import english_grammar


@pytest.fixture(scope="module")
def grammar():
    found = english_grammar()
    assert found is not None, "make setup installs the extra"
    return found


def test_tokens_stand_where_the_text_has_them(grammar):
    """Every token is literally in the text, none is white space, and every head is a token of the same sentence."""
    text = "  The office said\n\n that 12 people died.  Others fled 🏃 north. "
    parsed = grammar(text)
    assert all(text[each.begin : each.end] == each.text and each.text.strip() for each in parsed.tokens)
    assert [first for first, _ in parsed.sentences] == [0, *(last for _, last in parsed.sentences[:-1])]
    for first, last in parsed.sentences:
        assert all(first <= token.head < last for token in parsed.tokens[first:last])
    assert any(token.text == "died" and token.pos == "VERB" for token in parsed.tokens)


def test_long_text_is_cut_between_words(grammar, monkeypatch):
    """Nothing is lost at a cut, and offsets go on counting."""
    monkeypatch.setattr(english, "MOST_CHARACTERS", 50)
    text = "Shells fell on the market in the morning. " * 20 + "x" * 120
    parsed = grammar(text)
    assert all(text[each.begin : each.end] == each.text for each in parsed.tokens)
    assert "".join(each.text for each in parsed.tokens) == "".join(text.split())


@pytest.mark.parametrize("text", ["", " \n\t ", "\x00", "\u202e12 killed\u202c", "ا" * 300, "\ud800"])
def test_nothing_it_is_given_breaks_it(grammar, text):
    """Empty, blank, control and right-to-left characters, and half of a surrogate pair."""
    parsed = grammar(text)
    assert all(text[each.begin : each.end] == each.text for each in parsed.tokens)


def test_no_sentence_goes_on_past_its_paragraph(grammar):
    """A blank line ends one, and a line that ends as sentences do; one that was broken to a width goes on."""
    text = "Siege of the old town\n\nThe market was\nhit at noon.\nNobody came"
    parsed = grammar(text)
    found = [" ".join(text[slice(*parsed.span(*each))].split()) for each in parsed.sentences]
    assert found == ["Siege of the old town", "The market was hit at noon.", "Nobody came"]


def test_what_is_no_word_is_cut(grammar):
    """Signs without end take time by their number, not by its square."""
    parsed = grammar('"' * 2_000)
    assert len(parsed.tokens) > 100
    assert "".join(each.text for each in parsed.tokens) == '"' * 2_000


def test_it_says_what_it_is(grammar):
    """With its version, for it is stored with every finding."""
    assert grammar.version.startswith("en_core_web_sm 3.8")

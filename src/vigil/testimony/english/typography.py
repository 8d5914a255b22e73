"""What stands on a page and is no sentence: datelines, which say where it was written, bars, pictures among words."""

import re
import unicodedata
from typing import Final

from vigil.testimony.parsed import Parsed

_MONTHS: Final = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec"
_CITY: Final = r"[A-Z][\w'’.]*(?:[ /-][A-Z][\w'’.]*){0,3}"
_DAY: Final = rf"(?:\d{{1,2}} (?:{_MONTHS})[a-z]*\.?|(?:{_MONTHS})[a-z]*\.? \d{{1,2}})(?:,? \d{{4}})?"
_AGENCY: Final = r"\([A-Z][\w./& ]{1,30}\)"
_DASH: Final = r"[ \t]*(?:--?|[–—])[ \t]+"
_DATELINE: Final = re.compile(
    rf"^[ \t]*(?:\({_CITY}(?:, {_DAY})?\)|{_CITY}(?:, {_CITY})?,? {_DAY}(?: {_AGENCY})?|{_CITY}(?:, {_CITY})? {_AGENCY}"
    rf"|[A-Z][A-Z'’.]+(?:[ /-][A-Z][A-Z'’.]+){{0,3}}, {_CITY}){_DASH}",
    re.MULTILINE,
)
"""A town with an agency, a day or a country. A town alone may be where it happened: "ALEPPO - 12 killed"."""
_AMOUNT: Final = (
    r"(?:(?:at least|over|more than|about|around|up to|nearly|some|many|several) )?"
    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds|more)"
)
_TOLL: Final = re.compile(rf",(?= {_AMOUNT}(?: [a-z]+){{0,2}} (?:dead|martyrs|wounded|injured|martyred)\b)")
_INCLUDING: Final = re.compile(r"\bincl\b\.?(?= \d)")
_THREAD: Final = re.compile(
    r"^[ \t]*(?:[\U0001f9f5\ufe0f][ \t]*)?\(?\d{1,2}/(?:\d{1,2}|n)?\)?(?=[ \t]|$)|\(?\b\d{1,2}/(?:\d{1,2}|n)\)?[ \t]*$"
    r"|(?<=[.!?] )\d{1,2}/(?= [A-Z])",
    re.MULTILINE,
)
"""Which post of several: "2/4"."""
_TAG: Final = re.compile(r"#(?=\w)(?!\w+(?:\s*[#@]\w+)*\W*$)|~(?=\d)", re.MULTILINE)
"""The signs of "in #Adwa" and "~10", which the grammar takes for words; not of what a post is filed under."""
_MISSPELT: Final = {
    "more then ": "more than ",
    "nr ": "at ",
    "non stop": "all day ",
    "nonstop": "all day",
    "blocade": "siege  ",
}
_MISSPELT_WORDS: Final = re.compile(r"\b(?:more then (?=\d)|nr (?=[A-Z#])|non ?stop\b|blocade\b)")
_HYPHENED: Final = re.compile(
    r"(?<=[a-z])-(?=in-law)|(?<=[a-z]-in)-(?=law\b)|(?<=\b[Vv]ice)-(?=[A-Za-z])|(?<=\b[Ee]x)-(?=[A-Za-z])"
)
"""What holds "brother-in-law" and "vice-president" together, of which the grammar makes several words."""
_PLUS: Final = re.compile(r"(?<=[a-z] )\+(?= \d)")
_SAID_BESIDE: Final = re.compile(r"\b(?:rn|btw|fyi|pls|plz|smh|imo)\b")
"""In small letters: the IMO speaks."""
_LOUD: Final = re.compile(
    r"\b(?:CONFIRMED|UNCONFIRMED|DENIED|KILLED|WOUNDED|INJURED|ARRESTED|DETAINED|DEAD|MURDERED|EXECUTED|SHELLED|BOMBED"
    r"|NOT|FALSE|FAKE|NOBODY|MISSING|KIDNAPPED|DESTROYED|DISPLACED|ATTACKED)\b"
)
"""What posts shout, and the grammar takes for names."""
_PICTURES: Final = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u23e9-\u23fa\ufe0f\u200d\u20e3]")

_WITHOUT_ACCENTS: Final = {
    code: plain
    for code in range(0xC0, 0x250)
    if (plain := unicodedata.normalize("NFD", chr(code))[0]).isascii() and plain.isalpha()
} | {ord(one): plain for one, plain in zip("ıłŁøØđĐħĦ", "ilLoOdDhH", strict=True)}
"""Letters of Baudó, Kamyanské and Łódź, of which the grammar takes fewer for names than of their plain sisters."""


def as_written(parsed: Parsed, text: str) -> Parsed:
    """What the grammar made of `for_grammar(text)`, with the text's own words."""
    if parsed.text == text:
        return parsed
    tokens = tuple(
        token if (own := text[token.begin : token.end]) == token.text else token._replace(text=own)
        for token in parsed.tokens
    )
    return Parsed(text, tokens, parsed.sentences)


def for_grammar(text: str) -> str:
    """The text as the grammar is to have it: as long as before, for spans to hold.

    Blanks stand for datelines at the head of a paragraph and for pictures; an upright bar, which the grammar takes for
    a word, becomes a dash; and "shells fell on the market, 20 dead" gets a stop that it can see.
    """
    bare = _INCLUDING.sub(lambda found: "with".ljust(len(found[0])), _TOLL.sub(";", text))
    bare = _DATELINE.sub(_blank, bare)
    bare = _PLUS.sub("&", bare)
    bare = _HYPHENED.sub(" ", bare) if "-" in bare else bare
    bare = _TAG.sub(" ", _THREAD.sub(_blank, bare))
    bare = _SAID_BESIDE.sub(_blank, _MISSPELT_WORDS.sub(lambda found: _MISSPELT[found[0]], bare))
    bare = _LOUD.sub(lambda found: found[0].lower(), bare)
    bare = _PICTURES.sub(" ", bare).replace("|", "–")
    return bare if bare.isascii() else bare.translate(_WITHOUT_ACCENTS)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])

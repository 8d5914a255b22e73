"""A document to its claims, whatever it is written in: English by the English reader, Arabic by the Arabic one.

A text may hold both. Each reader gets the whole text with the lines of the other script blanked, so that every span
stays where it is. What is in neither is given back as unread.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from vigil.model.claim import Claim, Document, Reading, Span
from vigil.model.edtf import qualified
from vigil.testimony.arabic.reading import READER as ARABIC_READER
from vigil.testimony.arabic.reading import read_arabic
from vigil.testimony.continued import continued
from vigil.testimony.english.lexicon import word_set
from vigil.testimony.english.reading import read_english
from vigil.testimony.english.reading import version as english_version
from vigil.testimony.parsed import Parse
from vigil.testimony.places.gazetteer import Gazetteer
from vigil.testimony.spoken_from import spoken_from
from vigil.testimony.times.reading import read_times
from vigil.testimony.topics import topic

_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏ]")
_ARABIC: Final = re.compile(r"[ء-يٱ-ۓ]")
_OTHER: Final = re.compile(r"[Ͱ-ԯ԰-֏א-ת\u0900-\u0dff\u0e00-\u0fff\u10a0-\u10ff\u3040-\u30ff\u4e00-\u9fff가-힣]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_COMMON: Final = word_set(
    """the of and to in a is was were are has have had been be that it he she they we i you for on by with at from as
    not no his her their this who said says an or but after than more will would could one two all its our my
    there when killed dead wounded injured arrested detained people women children men today yesterday since near
    hospital shelling strike strikes airstrike fire two three four five least night morning houses families before
    still being into over where which only please our some many"""
)
_FEW_WORDS: Final = 12
_LEAST_ENGLISH: Final = 0.07
"""Share of the commonest English words in a line of Latin letters, below which it is another language. English prose
has 0.3 to 0.45; German, French, Turkish and Malay under 0.05."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What a reading needs from outside.

    Attributes:
        gazetteer: Where names of places are looked up.
        parse: Finds English grammar. None: the rules find their own, with less certainty.
    """

    gazetteer: Gazetteer
    parse: Parse | None = None
    version: str = field(init=False)
    """Names and versions of everything a finding depends on; asked once, since asking reads files."""

    def __post_init__(self) -> None:
        """Ask the tools for their versions."""
        made_by = f"{english_version(self.parse)}, {ARABIC_READER}; {self.gazetteer.version}"
        object.__setattr__(self, "version", made_by)


def read(document: Document, *, tools: Tools) -> Reading:
    """The claims of a document, in the order of the text."""
    reading = _read(document, tools)
    if any(each.place is None for each in reading.claims):
        named = [
            span for each in reading.claims for slot in ("speakers", "actors") for span in each.spans.get(slot, ())
        ]
        about = topic(document.text, named, gazetteer=tools.gazetteer)
        claims = continued(document.text, reading.claims, about)
        lang = "ar" if reading.lang == "ar" else "en"
        reading = replace(reading, claims=spoken_from(document.text, claims, gazetteer=tools.gazetteer, lang=lang))
    if not document.published_doubt or not reading.claims:
        return reading
    return replace(reading, claims=_no_surer_than_the_day(document, reading.claims))


def _no_surer_than_the_day(document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, with the doubt of the day of publication in every date that was counted from it."""
    alone = {
        mention.span: mention.edtf
        for lang in ("en", "ar")
        for mention in read_times(document.text, lang=lang, published_on=None)
    }

    def no_surer(claim: Claim) -> Claim:
        firm = any(alone.get(span) == claim.occurred for span in claim.spans.get("date", ()))
        if claim.occurred is None or firm:
            return claim
        return replace(claim, occurred=qualified(claim.occurred, document.published_doubt))

    return tuple(no_surer(claim) for claim in claims)


def _read(document: Document, tools: Tools) -> Reading:
    english, arabic, unread = _by_script(document)
    readings: list[Reading] = []
    if english is not None:
        readings.append(read_english(replace(document, text=english), parse=tools.parse, gazetteer=tools.gazetteer))
    if arabic is not None:
        readings.append(read_arabic(replace(document, text=arabic), gazetteer=tools.gazetteer))
    if not readings:
        return Reading(
            document=document.id, lang=document.lang or "und", reader=tools.version, claims=(), unread=unread
        )
    if len(readings) == 1 and not unread:
        return replace(readings[0], reader=tools.version)
    return Reading(
        document=document.id,
        lang="en" if english is not None else "ar",
        reader=tools.version,
        claims=_together([each.claims for each in readings]),
        unread=tuple(sorted({*unread, *(span for each in readings for span in each.unread)})),
    )


def _together(several: Sequence[Sequence[Claim]]) -> tuple[Claim, ...]:
    """The claims of several readings in the order of the text, each part still pointing at its whole."""
    ordered = sorted(
        (
            (_begin(claim), reading, index)
            for reading, claims in enumerate(several)
            for index, claim in enumerate(claims)
        )
    )
    place = {(reading, index): at for at, (_, reading, index) in enumerate(ordered)}
    found = []
    for _, reading, index in ordered:
        claim = several[reading][index]
        if claim.subset_of is not None:
            claim = replace(claim, subset_of=place[reading, claim.subset_of])
        found.append(claim)
    return tuple(found)


def _begin(claim: Claim) -> int:
    spans = claim.spans.get("event", ())
    return spans[0].begin if spans else 0


def _by_script(document: Document) -> tuple[str | None, str | None, tuple[Span, ...]]:
    """The text for the English reader, that for the Arabic one, each as long as the original, and what is neither."""
    text = document.text
    said = (document.lang or "").lower().partition("-")[0]
    has_arabic, has_latin = _ARABIC.search(text) is not None, _LATIN.search(text) is not None
    has_other = _OTHER.search(text) is not None
    if not has_arabic and not has_other and has_latin and said == "en":
        return text, None, ()
    if has_arabic and not has_latin and not has_other:
        return None, text, ()
    english: list[str] = []
    arabic: list[str] = []
    unread: list[Span] = []
    for line, begin in _lines(text):
        script = _script(line, said)
        blank = " " * len(line)
        english.append(line if script == "en" else blank)
        arabic.append(line if script == "ar" else blank)
        if script == "?" and line.strip():
            end = begin + len(line.rstrip())
            unread.append(Span(begin + len(line) - len(line.lstrip()), end))
    for_english = "".join(english)
    for_arabic = "".join(arabic)
    return (
        for_english if for_english.strip() else None,
        for_arabic if for_arabic.strip() else None,
        tuple(unread),
    )


def _lines(text: str) -> Iterator[tuple[str, int]]:
    begin = 0
    while begin < len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end + 1
        yield text[begin:end], begin
        begin = end


def _script(line: str, said: str) -> str:
    """What a line is written in: en, ar, "" for signs alone, or "?"."""
    sample = line[:4000]
    latin, arabic, other = len(_LATIN.findall(sample)), len(_ARABIC.findall(sample)), len(_OTHER.findall(sample))
    if not latin and not arabic and not other:
        return "en"  # digits and signs: they hold a date or a figure together with the line above
    if other > latin and other > arabic:
        return "?"
    if arabic > latin:
        return "ar"
    words = [word.lower() for word in _WORD.findall(sample)]
    if said != "en" and len(words) >= _FEW_WORDS:
        share = sum(word in _COMMON for word in words) / len(words)
        if share < _LEAST_ENGLISH:
            return "?"
    return "en"

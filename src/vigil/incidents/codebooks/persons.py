"""Persons a narrative names or points to one by one, counted.

In narratives taken from pages, each person is often a link, and so a line of its own in the middle of a sentence: "the
teacher / Ann Example / and her / three sons / were killed". Such lines are counted: a name or "wife" is one, "three
sons" are three, "children" without a number are left open.
"""

import re
from typing import NamedTuple

from vigil.incidents.codebooks.tolls import Harm
from vigil.incidents.codebooks.words_of_harm import KINDS, PARTICIPLES
from vigil.model.claim import Span
from vigil.testimony.counts.reading import CountMention

_LONGEST = 90
_WORD = re.compile(r"[^\W\d_]+")
_HARM = re.compile(rf"\b(?:{'|'.join(sorted(PARTICIPLES))}|death|bod(?:y|ies)|martyr\w*|injur\w+|wound\w+|surviv\w+|mourn\w+)\b", re.IGNORECASE)
_JOINING = frozenset({"and", "with", "as", "along", "including", "among", "while", "whose"})
_PLURALS = frozenset(word for word in KINDS if word.endswith("s") or word in ("children", "women", "men"))


class Persons(NamedTuple):
    """How many persons lines of their own point to, by what befell them; `open` of them are plurals without a number."""

    harm: Harm
    counted: int
    open: int
    spans: tuple[Span, ...]


def persons_on_lines(text: str, sentences: tuple[Span, ...], counts: tuple[CountMention, ...]) -> tuple[Persons, ...]:
    """What lines within sentences point to. Nothing where a text is not broken so."""
    seen: set[str] = set()
    counted = {harm: 0 for harm in Harm}
    plurals = {harm: 0 for harm in Harm}
    spans: dict[Harm, list[Span]] = {harm: [] for harm in Harm}
    numbers = {count.number.begin: count for count in counts}
    for sentence in sentences:
        lines = _lines_within(text, sentence)
        for i, line in enumerate(lines):
            said = text[line.begin : line.end].strip(" ,;:“”\"'‘’*–-()").casefold()
            words = _WORD.findall(said)
            if not words or said in seen:
                continue
            harm = _harm(text, line, sentence)
            if harm is None:
                continue
            is_kin = any(word in KINDS for word in words)
            if is_kin:
                following = text[lines[i + 1].begin : lines[i + 1].end] if i + 1 < len(lines) else ""
                if len(words) > 4 or words[0] in _JOINING or not text[line.begin].isalnum() or _is_a_name(following):
                    continue  # "and his wife" in front of her name
            elif not _is_a_name(text[line.begin : line.end]):
                continue
            if not is_kin or len(words) > 3:
                seen.add(said)
            spans[harm].append(line)
            number = next((numbers[at] for at in range(line.begin, line.end) if at in numbers and numbers[at].low), None)
            if number is not None and number.kind == "count":
                counted[harm] += number.low or 0
            elif is_kin and any(word in _PLURALS for word in words):
                plurals[harm] += 1
            else:
                counted[harm] += 1
    return tuple(
        Persons(harm, counted[harm], plurals[harm], tuple(spans[harm])) for harm in Harm if counted[harm] or plurals[harm]
    )


def _lines_within(text: str, sentence: Span) -> list[Span]:
    """The lines of a sentence, where it has several; its last words after the last break are no such line."""
    lines = []
    begin = sentence.begin
    pieces = text[sentence.begin : sentence.end].split("\n")
    for i, piece in enumerate(pieces):
        stripped = piece.strip()
        if len(pieces) > 1 and stripped and len(stripped) <= _LONGEST and (i > 0 or text[max(0, sentence.begin - 1)] == "\n" or sentence.begin == 0):
            start = begin + len(piece) - len(piece.lstrip())
            lines.append(Span(start, start + len(stripped)))
        begin += len(piece) + 1
    return lines


def _is_a_name(line: str) -> bool:
    words = re.findall(r"[^\W\d_][\w’'-]*", line)
    if not 1 <= len(words) <= 12 or not line[0].isalpha():
        return False
    capital = sum(word[0].isupper() or word.lower().startswith(("al-", "abu", "bin", "ibn")) for word in words)
    return words[0][0].isupper() and capital * 4 >= len(words) * 3


def _harm(text: str, line: Span, sentence: Span) -> Harm | None:
    """The fate said first behind the line, or last before it; nothing said is taken as killed."""
    behind = _HARM.search(text, line.end, sentence.end)
    before = None
    for match in _HARM.finditer(text, sentence.begin, line.begin):
        before = match
    found = behind or before
    if found is None:
        return Harm.KILLED
    word = found[0].lower()
    if word.startswith("surviv"):
        return None
    return Harm.INJURED if word.startswith(("injur", "wound", "hurt", "maim")) else Harm.KILLED

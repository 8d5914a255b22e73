"""Persons a narrative names or points to one by one, counted.

In narratives taken from pages, each person is often a link, and so a line of its own in the middle of a sentence: "the
teacher / Ann Example / and her / three sons / were killed". Such lines are counted: a name or "wife" is one, "three
sons" are three, "children" without a number are left open. Elsewhere the grammar tells: names that are subject or
object of a verb of harm.
"""

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vigil.incidents.codebooks.tolls import Harm
from vigil.incidents.codebooks.words_of_harm import KINDS, PARTICIPLES
from vigil.model.claim import Span
from vigil.testimony.counts.mention import CountMention, Kind
from vigil.testimony.parsed import Parsed, Token

_LONGEST_LINE = 90
"""Characters. A name with its by-names; what is longer is prose."""

_WORD = re.compile(r"[^\W\d_]+")
_NAME_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_PARTICLES = ("al-", "el-", "abu", "bin", "ibn", "umm", "van", "von", "de", "da")
_FATE = re.compile(
    rf"\b(?:{'|'.join(sorted(PARTICIPLES))}|death|bod(?:y|ies)|martyr\w*|injur\w+|wound\w+|surviv\w+|mourn\w+)\b",
    re.IGNORECASE,
)
_JOINING = frozenset({"and", "with", "as", "along", "including", "among", "while", "whose"})
_PLURALS = frozenset(word for word in KINDS if word.endswith("s") or word in ("children", "women", "men"))

_KILLED = frozenset({"kill", "murder", "martyr", "execute", "slay", "die", "perish"})
_INJURED = frozenset({"injure", "wound", "hurt", "maim"})


class Persons(NamedTuple):
    """How many persons are pointed to one by one, by what befell them."""

    harm: Harm
    counted: int
    plurals: int  # beside those counted: "children", without a number
    within: Span


def persons_on_lines(text: str, sentences: Sequence[Span], counts: Iterable[CountMention]) -> list[Persons]:
    """What lines within sentences point to. Nothing where a text is not broken so."""
    seen: set[str] = set()
    counted = dict.fromkeys(Harm, 0)
    plurals = dict.fromkeys(Harm, 0)
    spans: dict[Harm, list[Span]] = {harm: [] for harm in Harm}
    numbers = {count.number.begin: count for count in counts if count.kind is Kind.COUNT and not count.single}
    for sentence in sentences:
        lines = _lines_within(text, sentence)
        fates = (
            [(match.start(), match.end(), match[0].lower()) for match in _FATE.finditer(text, *sentence)]
            if lines
            else []
        )
        for i, line in enumerate(lines):
            following = text[slice(*lines[i + 1])] if i + 1 < len(lines) else ""
            said = text[slice(*line)].strip(" ,;:“”\"'‘’*–-()").casefold()
            harm = _harm(line, fates)
            kin = _is_kin(text, line, said, following)
            if said in seen or harm is None or not (kin or _is_a_name(text[slice(*line)])):
                continue
            if not kin or len(_WORD.findall(said)) > 3:
                seen.add(said)  # "wife" may be said of two
            spans[harm].append(line)
            number = next((numbers[at].low for at in range(*line) if at in numbers), None)
            if number is not None:
                counted[harm] += number
            elif kin and not _PLURALS.isdisjoint(_WORD.findall(said)):
                plurals[harm] += 1
            else:
                counted[harm] += 1
    return [
        Persons(harm, counted[harm], plurals[harm], Span(spans[harm][0].begin, spans[harm][-1].end))
        for harm in Harm
        if spans[harm]
    ]


def _lines_within(text: str, sentence: Span) -> list[Span]:
    """The lines of a sentence that has several, but for those that begin before a break of theirs."""
    pieces = text[slice(*sentence)].split("\n")
    if len(pieces) < 2:
        return []
    lines = []
    begin = sentence.begin
    opens = sentence.begin == 0 or text[sentence.begin - 1] == "\n"
    for i, piece in enumerate(pieces):
        stripped = piece.strip()
        if 0 < len(stripped) <= _LONGEST_LINE and (i > 0 or (opens and " " in stripped)):
            start = begin + len(piece) - len(piece.lstrip())
            lines.append(Span(start, start + len(stripped)))
        begin += len(piece) + 1
    return lines


def _is_kin(text: str, line: Span, said: str, following: str) -> bool:
    """ "Wife", "three sons": a person without a name; but "and his wife" in front of her name is hers."""
    words = _WORD.findall(said)
    return (
        not KINDS.isdisjoint(words)
        and len(words) <= 4
        and words[0] not in _JOINING
        and text[line.begin].isalnum()
        and not _is_a_name(following)
    )


def _is_a_name(line: str) -> bool:
    words: list[str] = _NAME_WORD.findall(line)
    if not 1 <= len(words) <= 12 or not line[:1].isalpha() or not words[0][0].isupper():
        return False
    if not KINDS.isdisjoint(word.casefold() for word in words):
        return False
    capital = sum(word[0].isupper() or word.casefold().startswith(_PARTICLES) for word in words)
    return capital * 4 >= len(words) * 3


def _harm(line: Span, fates: Sequence[tuple[int, int, str]]) -> Harm | None:
    """The fate said first behind the line, or last before it; nothing said is taken as killed."""
    after = bisect.bisect_left(fates, (line.end,))
    before = bisect.bisect_left(fates, (line.begin,)) - 1
    if after < len(fates):
        word = fates[after][2]
    elif before >= 0:
        word = fates[before][2]
    else:
        return Harm.KILLED
    if word.startswith("surviv"):
        return None
    return Harm.INJURED if word.startswith(("injur", "wound", "hurt", "maim")) else Harm.KILLED


def persons_by_grammar(parsed: Parsed, within: Span) -> list[Persons]:
    """Names that are the subject or object of a verb of harm, each once, with those joined to them."""
    children: dict[int, list[int]] = {}
    for at, token in enumerate(parsed.tokens):
        if token.head != at:
            children.setdefault(token.head, []).append(at)
    names: dict[Harm, dict[str, Span]] = {harm: {} for harm in Harm}
    for at, token in enumerate(parsed.tokens):
        lemma = token.lemma.casefold()
        if token.end > within.end or not (lemma in _KILLED or lemma in _INJURED):
            continue
        harm = Harm.KILLED if lemma in _KILLED else Harm.INJURED
        for person in _befallen(parsed.tokens, children, at):
            names[harm].setdefault(parsed.tokens[person].text.casefold(), Span(*parsed.tokens[person][:2]))
    return [
        Persons(
            harm,
            len(found),
            0,
            Span(min(each.begin for each in found.values()), max(each.end for each in found.values())),
        )
        for harm, found in names.items()
        if found
    ]


def _befallen(tokens: Sequence[Token], children: dict[int, list[int]], verb: int) -> Iterator[int]:
    """The names a verb of harm is said of. Active "killed" says it of its object, "died" of its subject."""
    dies = tokens[verb].lemma.casefold() in ("die", "perish")
    wanted = ("nsubj", "nsubjpass") if dies else ("nsubjpass", "dobj")
    waiting = [child for child in children.get(verb, ()) if tokens[child].dep in wanted]
    steps = 0
    while waiting and steps < 200:  # a row of names is short; a broken tree may not be
        steps += 1
        at = waiting.pop(0)
        waiting += [child for child in children.get(at, ()) if tokens[child].dep in ("conj", "appos")]
        if tokens[at].entity == "PERSON":
            yield at

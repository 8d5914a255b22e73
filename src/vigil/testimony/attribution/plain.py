"""Who says what where no grammar is at hand: by quotation marks, verbs of saying and the order of words.

Four shapes are read, each within its sentence: "SOURCE said (that) CONTENT", "'CONTENT,' said SOURCE" in both orders,
"according to SOURCE, CONTENT", and turns of speech. A source is a run of words without a verb of its own; what was not
read stays out rather than be guessed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from vigil.model.claim import Certainty, Span
from vigil.testimony.attribution.attribution import Attribution
from vigil.testimony.attribution.certainty import of_lemma
from vigil.testimony.attribution.extent import Quoted, quoted, reaching, united
from vigil.testimony.attribution.quotes import quotations
from vigil.testimony.attribution.signs import signed
from vigil.testimony.attribution.verbs import CLASSES
from vigil.testimony.attribution.wordlist import words

MOST_SOURCE: Final = 12
"""Words of a source, articles and titles included."""

MOST_OF_SENTENCE: Final = 8
"""Attributions of one sentence: what has more is no sentence."""

_SENTENCE: Final = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s|$)|\n")
_WORD: Final = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|St|Sen|Rep|Gov|Prof|[A-Z])\.|[^\W\d_](?:[\w’'-]*\w)?|\d(?:[\d,.]*\d)?"
)
_SAYING: Final = frozenset(
    word
    for name in ("say", "tell", "announce", "report", "argue", "claim", "allege", "admit", "confirm", "deny", "warn")
    for word in words(CLASSES[name])
    if word not in words("begin go read crack sign post text share own hold run back own ask air cover issue teach")
)
_WITH_THAT: Final = frozenset(
    word
    for name in ("suggest", "think", "know", "show", "fear", "estimate", "promise", "demand")
    for word in words(CLASSES[name])
)
"""Verbs that lead to what is said only with "that"."""
_ODD: Final = {
    "said": "say",
    "told": "tell",
    "wrote": "write",
    "thought": "think",
    "found": "find",
    "knew": "know",
    "felt": "feel",
    "saw": "see",
    "heard": "hear",
    "learnt": "learn",
    "swore": "swear",
    "showed": "show",
    "shown": "show",
    "held": "hold",
    "spoke": "speak",
    "says": "say",
}
_ENDINGS: Final = (("", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ies", "y"), ("ied", "y"), ("ing", ""))
_NAMES: Final = frozenset(
    words(
        "states state bet messages message texts text emails email posts tweets remarks comments notes issues details"
    )
)
"""Words that are far oftener names of things."""
_AROUND_VERB: Final = frozenset(words("has have had also later not did is was"))
_NO_SOURCE: Final = frozenset(
    words(
        """and but or that which when while as if because although though after before since in on at by with for from
        of to into over under during this week month year today yesterday monday tuesday wednesday thursday friday
        saturday sunday however meanwhile also later then so who where was were is are be been had has have not"""
    )
)
_BREAKS: Final = frozenset(',;:()—–"“”')
_PRONOUNS: Final = frozenset(words("he she they it we i you"))


def read_plainly(text: str) -> tuple[Attribution, ...]:
    """The attributions that signs and the order of words show, by the place of their cues. Linear in the text."""
    marks = quoted(text, quotations(text))
    found: list[Attribution] = []
    for sentence in _sentences(text, marks):
        found.extend(_of_sentence(text, sentence, marks))
    found.extend(
        Attribution(source=turn.source, cue=turn.cue, content=(turn.content,), certainty=Certainty.ASSERTED)
        for turn in signed(text, marks.quotes)
        if turn.again or turn.spoken
    )
    found.sort(key=lambda one: one.cue)
    kept: list[Attribution] = []
    for one in found:  # an attribution inside another is known by its place
        parent = None
        for index in range(len(kept) - 1, max(-1, len(kept) - 6), -1):
            if any(span.begin <= one.cue.begin and one.cue.end <= span.end for span in kept[index].content):
                parent = index
                break
        kept.append(replace(one, parent=parent))
    return tuple(kept)


def _sentences(text: str, marks: Quoted) -> Iterator[Span]:
    """Sentences; one whose end is inside a quotation goes on to the end of what follows it on its line."""
    begin = 0
    for stop in _SENTENCE.finditer(text):
        inside = marks.around(stop.start())
        if stop[0] != "\n" and inside is not None and marks.ends[inside] > stop.end():
            continue
        if stop[0] != "\n" and _ABBREVIATED.search(text, max(0, stop.start() - 6), stop.end()):
            continue
        if text[begin : stop.end()].strip():
            yield Span(begin, stop.end())
        begin = stop.end()
    if text[begin:].strip():
        yield Span(begin, len(text))


_ABBREVIATED: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|St|Sen|Rep|Gov|Prof|No|[A-Z])\.$")


def _lemma(word: str) -> str | None:
    """The verb of saying behind a word, if it is one."""
    small = word.lower()
    if small in _ODD:
        return _ODD[small]
    if small in _NAMES:
        return None
    for ending, put in _ENDINGS:
        if small.endswith(ending) and len(small) - len(ending) > 1:
            stem = small[: len(small) - len(ending)] + put
            if stem in _SAYING or stem in _WITH_THAT:
                return stem
    return None


def _of_sentence(text: str, sentence: Span, marks: Quoted) -> Iterator[Attribution]:
    found = list(_WORD.finditer(text, sentence.begin, sentence.end))
    n_made = 0
    for index, match in enumerate(found):
        word = match[0].lower()
        if marks.around(match.start()) is not None and word != "according":
            continue
        if word == "according" and index + 1 < len(found) and found[index + 1][0].lower() == "to":
            one = _according(text, sentence, found, index, marks)
        else:
            lemma = _lemma(match[0])
            one = None if lemma is None else _said(text, sentence, found, index, lemma, marks)
        if one is not None:
            yield one
            n_made += 1
            if one.content[-1].end >= sentence.end - 2 or n_made == MOST_OF_SENTENCE:
                return


def _said(  # noqa: PLR0917 - one word with all it is seen in
    text: str, sentence: Span, found: Sequence[re.Match[str]], index: int, lemma: str, marks: Quoted
) -> Attribution | None:
    """A verb of saying with the source before or after it."""
    cue = Span(*found[index].span())
    before, after = marks.before(_start_of_source(text, found, index)), marks.next_to(cue.end)
    source = _source_before(text, found, index)
    content: tuple[Span, ...] = ()
    if source is None or (before is None and marks.before(cue.begin) is not None):
        before = marks.before(cue.begin)  # "...," said the mayor
        source = _source_after(text, found, index) if before is not None else None
        if source is None:
            return None
    if before is not None:
        content = (marks.quotes[before].span,)
    elif after is not None:
        content = (Span(marks.begins[after], max(marks.ends[after], sentence.end)),)
    else:
        next_ = found[index + 1][0].lower() if index + 1 < len(found) else ""
        begin = _clause_begin(text, found, index, needs_that=lemma not in _SAYING or next_ in _NO_SOURCE - {"that"})
        if begin is None:
            left = text[sentence.begin : source.begin].rstrip()
            if not left.endswith(",") or sentence.end - cue.end > 4:
                return None
            content = (Span(sentence.begin, source.begin),)  # The rebels fired first, the colonel said.
        else:
            content = (Span(begin, sentence.end),)
    content = reaching(content, [cue, source], sentence, marks)
    content = _tidied(text, united(content, [cue, source]))
    if not content:
        return None
    direct = all(marks.around(span.begin) is not None for span in content)
    words_ = text[source.begin : source.end].lower().split()
    firsthand = words_[-1].rstrip("s") in ("witnesse", "witness", "eyewitnesse", "eyewitness", "survivor")
    certainty = of_lemma(lemma)
    if firsthand and certainty is Certainty.ASSERTED:
        certainty = Certainty.WITNESSED
    return Attribution(source=source, cue=cue, content=content, certainty=certainty, direct=direct, firsthand=firsthand)


def _according(
    text: str, sentence: Span, found: Sequence[re.Match[str]], index: int, marks: Quoted
) -> Attribution | None:
    cue = Span(found[index].start(), found[index + 1].end())
    most = min(sentence.end, cue.end + 200)
    end = next((i for i in range(cue.end, most) if text[i] in ",;:—–"), most)
    source = _tidied(text, [Span(cue.end, end)])
    rest = _tidied(text, united([sentence], [Span(cue.begin, end)]))
    if not source or not rest:
        return None
    content = reaching(rest, [cue, source[0]], sentence, marks)
    return Attribution(source=source[0], cue=cue, content=content, certainty=Certainty.ASSERTED)


def _source_before(text: str, found: Sequence[re.Match[str]], index: int) -> Span | None:
    first = _first_of_source(text, found, index)
    while first < index and found[first][0].lower() in _NO_SOURCE:
        first += 1
    last = index - 1
    while last >= first and found[last][0].lower() in (
        "has",
        "have",
        "had",
        "also",
        "later",
        "not",
        "did",
        "is",
        "was",
    ):
        last -= 1
    return Span(found[first].start(), found[last].end()) if first <= last else None


def _first_of_source(text: str, found: Sequence[re.Match[str]], index: int) -> int:
    """The first word of the run that ends before the verb."""
    first = index
    for at in range(index - 1, max(-1, index - 1 - MOST_SOURCE), -1):
        if any(sign in _BREAKS for sign in text[found[at].end() : found[first].start()]):
            break
        small = found[at][0].lower()
        if small in _NO_SOURCE - {"of", "for", "in", "at", "has", "have", "had", "not", "also", "later", "and"}:
            break
        first = at
    return first


def _start_of_source(text: str, found: Sequence[re.Match[str]], index: int) -> int:
    return found[_first_of_source(text, found, index)].start()


def _source_after(text: str, found: Sequence[re.Match[str]], index: int) -> Span | None:
    last = index
    for at in range(index + 1, min(len(found), index + 1 + MOST_SOURCE)):
        between = text[found[last].end() : found[at].start()]
        if any(sign in _BREAKS for sign in between) or found[at][0].lower() in _NO_SOURCE - {"of", "for"}:
            break
        last = at
        if found[at][0].lower() in _PRONOUNS:
            break
    return Span(found[index + 1].start(), found[last].end()) if last > index else None


def _clause_begin(text: str, found: Sequence[re.Match[str]], index: int, *, needs_that: bool) -> int | None:
    """Where what is said begins: after "that" nearby, or right after the verb."""
    for one, other in pairwise(found[index : index + 8]):
        if any(sign in ",;:." for sign in text[one.end() : other.start()]):
            break
        if other[0].lower() == "that":
            return other.end()
    if needs_that or index + 2 >= len(found):
        return None
    between = text[found[index].end() : found[index + 1].start()]
    return None if any(sign in ",;" for sign in between) else found[index + 1].start()


def _tidied(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Without blanks, commas and full stops at the ends."""
    kept = []
    for begin, end in spans:
        first, last = begin, end
        while first < last and (text[first].isspace() or text[first] in ",;:—–.-"):
            first += 1
        while first < last and (text[last - 1].isspace() or text[last - 1] in ",;:—–."):
            last -= 1
        if last - first > 1:
            kept.append(Span(first, last))
    return tuple(kept)

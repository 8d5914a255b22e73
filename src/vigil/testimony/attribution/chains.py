"""The chain of speakers behind any words of a text: who says it, of whom they had it, and how surely each says it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from vigil.model.claim import AUTHOR, UNNAMED, Certainty, Link, Span
from vigil.testimony.attribution.attribution import Attribution
from vigil.testimony.attribution.certainty import certainty_of, hedge
from vigil.testimony.attribution.nouns import UNNAMED_SOURCES
from vigil.testimony.attribution.quotes import Quotation, quotations
from vigil.testimony.attribution.reading import MOST_NESTED, read_attributions
from vigil.testimony.attribution.tree import Tree, grow
from vigil.testimony.parsed import Parsed

__all__ = ["Chains", "certainty_of", "chains"]

_BY_HEARSAY: Final = frozenset({Certainty.REPORTED, Certainty.ALLEGED, Certainty.CLAIMED, Certainty.UNVERIFIED})
"""Hedges that put the words in somebody's mouth, nobody says whose."""

_MODAL: Final = frozenset({"may", "might", "could"})
_FIRST: Final = frozenset({"i", "we"})
_WITH_UNNAMED: Final = frozenset(
    "some several many most more other initial early first unconfirmed unverified conflicting new recent various few "
    "the these those earlier later multiple local media other".split()
)
_CLAUSE: Final = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "parataxis", "conj", "csubj", "pcomp"})
MOST_STEPS: Final = 6
"""From a word up to the verb of its clause, in search of what hedges it."""


@dataclass(frozen=True, slots=True)
class Chains:
    """The chains of one text. `of` answers for any span of it."""

    text: str
    attributions: tuple[Attribution, ...]
    tree: Tree | None
    quotes: tuple[Quotation, ...]
    holders: tuple[tuple[int, int, int], ...]  # (begin, end, attribution) of each content, by begin

    def of(self, span: Span) -> tuple[Link, ...]:
        """The speakers behind these words, outermost first; at least one.

        AUTHOR alone where nobody else is named and nothing hedges it; UNNAMED for "reports say" and "reportedly".
        """
        links: list[Link] = []
        for index in self._around(span):
            one = self.attributions[index]
            if not one.saying:
                continue
            link = self._link(one)
            if link.speaker == AUTHOR and links:  # "I saw", quoted: the one who is quoted saw it
                links[-1] = replace(links[-1], firsthand=True, certainty=_witnessed(links[-1].certainty))
                continue
            links.append(link)
        return self._hedged(span, links)

    def _around(self, span: Span) -> list[int]:
        """The attributions in whose content the span stands, outermost first."""
        held = [
            (begin - end, self.attributions[index].cue.begin, index)
            for begin, end, index in self.holders
            if begin <= span.begin and span.end <= end and not _overlap(self.attributions[index].cue, span)
        ]
        return list(dict.fromkeys(index for _, _, index in sorted(held)))[:MOST_NESTED]

    def _link(self, one: Attribution) -> Link:
        if one.source is None:
            return Link(speaker=UNNAMED, certainty=one.certainty, direct=one.direct, cue=one.cue)
        words = self.text[one.source.begin : one.source.end]
        plain = words.lower().split()
        speaker = words
        if plain[-1:] and plain[-1] in UNNAMED_SOURCES and all(word in _WITH_UNNAMED for word in plain[:-1]):
            speaker = UNNAMED
        if plain in (["i"], ["we"]):
            return Link(speaker=AUTHOR, certainty=one.certainty, firsthand=one.firsthand, cue=one.cue)
        return Link(
            speaker=speaker,
            certainty=one.certainty,
            direct=one.direct,
            firsthand=one.firsthand,
            speaker_span=one.source,
            cue=one.cue,
        )

    def _hedged(self, span: Span, links: list[Link]) -> tuple[Link, ...]:
        """The chain with what its own clause says of it: reportedly, may have, allegedly."""
        for certainty, cue in self._hedges(span):
            if certainty in _BY_HEARSAY:
                if not links or links[-1].speaker != UNNAMED:
                    links.append(Link(speaker=UNNAMED, certainty=certainty, cue=cue))
            elif not links:
                links.append(Link(speaker=AUTHOR, certainty=certainty, cue=cue))
            elif links[-1].certainty in (Certainty.ASSERTED, Certainty.REPORTED):
                links[-1] = replace(links[-1], certainty=certainty)
        if not links:
            links.append(Link(speaker=AUTHOR, certainty=Certainty.ASSERTED))
        return tuple(links)

    def _hedges(self, span: Span) -> list[tuple[Certainty, Span]]:
        """Words that hedge the clause a span stands in, in the order of the text."""
        if self.tree is None:
            return []
        tokens = self.tree.parsed.tokens
        at = _token_at(self.tree.parsed, span)
        if at is None:
            return []
        found: list[tuple[Certainty, Span]] = []
        for _ in range(MOST_STEPS):
            for child in self.tree.children[at]:
                token = tokens[child]
                word = token.text.lower()
                made = hedge(word) if token.dep in ("advmod", "amod", "acomp") else None
                if made is None and token.dep == "aux" and word in _MODAL:
                    made = Certainty.SUSPECTED
                if made is not None:
                    found.append((made, Span(token.begin, token.end)))
            if tokens[at].head == at or (tokens[at].dep in _CLAUSE and tokens[at].pos in ("VERB", "AUX")):
                break
            at = tokens[at].head
        return sorted(found, key=lambda one: one[1])


def chains(text: str, *, parsed: Parsed | None, attributions: Sequence[Attribution] | None = None) -> Chains:
    """The chains of a text. `attributions` as `read_attributions` gives them, read here where they are not given."""
    made = tuple(read_attributions(text, parsed=parsed) if attributions is None else attributions)
    holders = sorted((span.begin, span.end, index) for index, one in enumerate(made) for span in one.content)
    return Chains(text, made, None if parsed is None else grow(parsed), quotations(text), tuple(holders))


def _witnessed(certainty: Certainty) -> Certainty:
    return Certainty.WITNESSED if certainty is Certainty.ASSERTED else certainty


def _overlap(one: Span, other: Span) -> bool:
    return one.begin < other.end and other.begin < one.end


def _token_at(parsed: Parsed, span: Span) -> int | None:
    """The head of the words of a span."""
    low, high = 0, len(parsed.tokens)
    while low < high:
        middle = (low + high) // 2
        if parsed.tokens[middle].end <= span.begin:
            low = middle + 1
        else:
            high = middle
    inside = []
    while low < len(parsed.tokens) and parsed.tokens[low].begin < span.end:
        inside.append(low)
        low += 1
    for index in inside:
        if parsed.tokens[index].head not in inside or parsed.tokens[index].head == index:
            return index
    return None

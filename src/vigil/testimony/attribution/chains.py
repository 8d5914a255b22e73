"""The chain of speakers behind any words of a text: who says it, of whom they had it, and how surely each says it."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from vigil.model.claim import AUTHOR, UNNAMED, Certainty, Link, Span
from vigil.testimony.attribution.attribution import Attribution
from vigil.testimony.attribution.certainty import certainty_of, hedge, of_lemma
from vigil.testimony.attribution.extent import united
from vigil.testimony.attribution.nouns import UNNAMED_SOURCES
from vigil.testimony.attribution.reading import MOST_NESTED, read_attributions
from vigil.testimony.attribution.speakers import noun_phrase
from vigil.testimony.attribution.tree import Tree, grow
from vigil.testimony.attribution.wordlist import words
from vigil.testimony.parsed import Parsed

__all__ = ["Chains", "certainty_of", "chains"]

_BY_HEARSAY: Final = frozenset({Certainty.REPORTED, Certainty.ALLEGED, Certainty.CLAIMED, Certainty.UNVERIFIED})
"""Hedges that put the words in somebody's mouth, nobody says whose."""

_PRONOUNS: Final = frozenset({"i", "we", "he", "she", "it", "they", "his", "her", "its", "their", "my", "our"})
_ABOUT_IT: Final = frozenset(
    words("""
        it this that these those them claim claims report reports figure figures account accounts allegation
        allegations toll information footage video videos details authenticity statement statements
        deaths casualties both either
    """)
)
_WHOSE: Final = frozenset({"its", "his", "her", "their"})
_WORD: Final = re.compile(r"[A-Za-z]+")
_NOBODY: Final = frozenset({"nobody", "no one", "none"})
_MODAL: Final = frozenset({"may", "might", "could"})
_WITH_UNNAMED: Final = frozenset(
    words("""
        some several many most more other initial early first unconfirmed unverified conflicting new recent various
        few the these those earlier later multiple local media other
    """)
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
    begins: tuple[int, ...]  # where another set of attributions begins to hold
    held: tuple[tuple[tuple[int, int], ...], ...]  # from there on: (end of its content, attribution), outermost first
    hedging: Mapping[int, Sequence[tuple[Certainty, Span]]]  # of each token, the words that hedge it
    doubts: tuple[tuple[Span, Link], ...]  # passages that the next sentence says nobody could verify

    def of(self, span: Span) -> tuple[Link, ...]:
        """The speakers behind these words, outermost first; at least one.

        AUTHOR alone where nobody else is named and nothing hedges it; UNNAMED for "reports say" and "reportedly".
        """
        links: list[Link] = []
        for index in self._around(span):
            one = self.attributions[index]
            link = self._link(one)
            if link.speaker.lower() in _NOBODY:
                continue
            if links and self._is_the_same(one, links[-1]):
                links[-1] = _with(links[-1], link)
            else:
                links.append(link)
        return (*self._doubted(span), *self._hedged(span, links))

    def _around(self, span: Span) -> list[int]:
        """The attributions in whose content the span stands, outermost first."""
        at = bisect_right(self.begins, span.begin) - 1
        if at < 0:
            return []
        return [
            index
            for end, index in self.held[at]
            if end >= span.end and not _overlap(self.attributions[index].cue, span)
        ]

    def _is_the_same(self, one: Attribution, outer: Link) -> bool:
        """Whether the speaker of an inner link is the one before: "she said she saw", "the UN said it could not"."""
        if one.source is None or outer.speaker == UNNAMED:
            return False
        return self.text[one.source.begin : one.source.end].lower() in _PRONOUNS

    def _doubted(self, span: Span) -> list[Link]:
        return [link for about, link in self.doubts if about.begin <= span.begin and span.end <= about.end][:1]

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
        if len(plain) > 1 and plain[-1] in ("who", "which", "that"):  # the pronoun that takes its place in a clause
            speaker = words[: words.rindex(words.split()[-1])].rstrip(" ,")
        return Link(
            speaker=speaker,
            certainty=one.certainty,
            direct=one.direct,
            firsthand=one.firsthand,
            speaker_span=one.source if speaker == UNNAMED else Span(one.source.begin, one.source.begin + len(speaker)),
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
            return _hedges_before(self.text, span)
        tokens = self.tree.parsed.tokens
        at = _token_at(self.tree.parsed, span)
        if at is None:
            return []
        found: list[tuple[Certainty, Span]] = []
        for _ in range(MOST_STEPS):
            found.extend(self.hedging.get(at, ()))
            if tokens[at].head == at or (tokens[at].dep in _CLAUSE and tokens[at].pos in ("VERB", "AUX")):
                break
            at = tokens[at].head
        return sorted(found, key=lambda one: one[1])


def chains(text: str, *, parsed: Parsed | None, attributions: Sequence[Attribution] | None = None) -> Chains:
    """The chains of a text. `attributions` as `read_attributions` gives them, read here where they are not given."""
    made = _sayings(read_attributions(text, parsed=parsed) if attributions is None else attributions)
    tree = None if parsed is None else grow(parsed)
    n_own = len(made)
    made += () if tree is None else _cited(tree, made)
    edges: list[tuple[int, int, int]] = []  # (place, end of the content or 0 where it ends, attribution)
    for index, one in enumerate(made):
        if one.saying:
            for span in one.content:
                edges += [(span.begin, span.end, index), (span.end, 0, index)]
    begins, held = [], []
    open_: list[tuple[int, int, int, int]] = []  # (length, place of the cue, end, attribution)
    for place, end, index in sorted(edges):
        if end:
            if len(open_) < MOST_NESTED:
                order = made[index].cue.begin + (len(text) if index >= n_own else 0)
                open_.append((end - place, order, end, index))
        else:
            open_ = [one for one in open_ if (one[2], one[3]) != (place, index)]
        begins.append(place)
        held.append(tuple((one[2], one[3]) for one in sorted(open_, key=lambda one: (-one[0], one[1]))))
    doubts = () if tree is None else _doubts(text, made, tree)
    hedging = {} if tree is None else _hedging(tree)
    return Chains(text, made, tree, tuple(begins), tuple(held), hedging, doubts)


def _hedging(tree: Tree) -> dict[int, list[tuple[Certainty, Span]]]:
    """Of each token the words that hedge it: reportedly, alleged, may."""
    found: dict[int, list[tuple[Certainty, Span]]] = {}
    for token in tree.parsed.tokens:
        word = token.text.lower()
        made = hedge(word) if token.dep in ("advmod", "amod", "acomp") else None
        if made is None and token.dep == "aux" and word in _MODAL:
            made = Certainty.SUSPECTED
        if made is not None:
            found.setdefault(token.head, []).append((made, Span(token.begin, token.end)))
    return found


def _sayings(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Those that can carry a claim, each inside the next of them around it."""
    number: dict[int, int] = {}
    for index, one in enumerate(attributions):
        if one.saying:
            number[index] = len(number)
    found = []
    for index in number:
        parent = attributions[index].parent
        for _ in range(MOST_NESTED):
            if parent is None or parent in number:
                break
            parent = attributions[parent].parent
        found.append(replace(attributions[index], parent=None if parent is None else number.get(parent)))
    return tuple(found)


def _cited(tree: Tree, made: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Whom a speaker has it of: "the monitor, citing medics, said". One more link inside."""
    tokens = tree.parsed.tokens
    by_cue = {at: one for one in made if one.saying for at in range(one.cue.begin, one.cue.end)}
    found = []
    for index, token in enumerate(tokens):
        if token.tag != "VBG" or tree.lemma(index) not in ("cite", "quote"):
            continue
        of = tree.child(index, "dobj")
        host = token.head
        for _ in range(3):
            if of is None or tokens[host].begin in by_cue or tokens[host].head == host:
                break
            host = tokens[host].head
        outer = None if of is None else by_cue.get(tokens[host].begin)
        if of is None or outer is None:
            continue
        named = noun_phrase(tree, of)
        content = united(outer.content, [tree.parsed.span(tree.first[index], tree.last[index] + 1)])
        found.append(
            Attribution(
                source=tree.parsed.span(named.first, named.last + 1),
                cue=Span(token.begin, token.end),
                content=content,
                certainty=of_lemma(tree.lemma(of)),
                p=0.0,
            )
        )
    return tuple(one for one in found if one.content)


def _doubts(text: str, made: Sequence[Attribution], tree: Tree) -> tuple[tuple[Span, Link], ...]:
    """Sentences of which the next says that it could not be verified, and the one before of "its account"."""
    parsed = tree.parsed
    sentences = [parsed.span(first, last) for first, last in parsed.sentences]
    starts = [sentence.begin for sentence in sentences]
    found = []
    for one in made:
        about = " ".join(text[span.begin : span.end] for span in one.content[:1]).lower().split()
        if one.certainty is not Certainty.UNVERIFIED or not about or len(about) > 6 or about[-1] not in _ABOUT_IT:
            continue
        own = bisect_right(starts, one.cue.begin) - 1
        if own > 0 and one.content[0].begin >= sentences[own].begin:
            words = AUTHOR if one.source is None else text[one.source.begin : one.source.end]
            link = Link(speaker=words, certainty=Certainty.UNVERIFIED, speaker_span=one.source, cue=one.cue)
            found.append((sentences[own - 1], link))
            if own > 1 and about[0] in _WHOSE:  # "its account could not be verified": all that it told
                found.append((sentences[own - 2], link))
    return tuple(found)


def _hedges_before(text: str, span: Span) -> list[tuple[Certainty, Span]]:
    """Without a grammar: hedges shortly before a word, with no comma or full stop between."""
    begin = max(0, span.begin - 40)
    begin += max(text.rfind(sign, begin, span.begin) - begin + 1 for sign in ",.;:!?\n")
    found = []
    for match in _WORD.finditer(text, begin, span.begin):
        word = match[0].lower()
        made = Certainty.SUSPECTED if word in _MODAL else hedge(word)
        if made is not None:
            found.append((made, Span(*match.span())))
    return found


def _with(outer: Link, inner: Link) -> Link:
    """One speaker twice: "she said she saw" is one link."""
    certainty = inner.certainty if outer.certainty is Certainty.ASSERTED else outer.certainty
    return replace(outer, certainty=certainty, firsthand=outer.firsthand or inner.firsthand)


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

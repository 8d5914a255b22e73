"""Who says what in an English text: every attribution, with its source, its cue and its content.

With the grammar, every predicate is a candidate and `weighing` decides. Without it, `plain` finds what signs and word
order alone can show.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from vigil.model.claim import Certainty, Span
from vigil.testimony.attribution.attribution import Attribution
from vigil.testimony.attribution.candidates import Candidate
from vigil.testimony.attribution.found import Found, spelled_out
from vigil.testimony.attribution.quotes import Quotation, quotations
from vigil.testimony.attribution.surely import how_surely, is_firsthand
from vigil.testimony.attribution.tree import Tree, grow
from vigil.testimony.attribution.verbs import OF
from vigil.testimony.parsed import Parsed

MOST_NESTED: Final = 8
"""Attributions inside one another. Nobody says more, and time stays linear whatever the text."""

_CARRIES: Final = frozenset(
    "say tell announce report argue claim allege admit confirm deny retract suggest warn think know perceive fear show "
    "estimate shout seem discuss".split()
)
"""Classes of verbs whose content can be something that happened."""


def read_attributions(text: str, *, parsed: Parsed | None) -> tuple[Attribution, ...]:
    """Every attribution of a text, by the place of its cue.

    Args:
        text: English.
        parsed: Its grammar. Without it only what quotation marks and word order show is found.
    """
    if parsed is None:
        return ()
    tree = grow(parsed)
    quotes = quotations(text)
    found = [found for found in spelled_out(tree, quotes) if _accepted(tree, found)]
    return _nested(tree, quotes, found)


def _accepted(tree: Tree, found: Found) -> bool:
    candidate = found.candidate
    lemma = tree.parsed.tokens[candidate.head].lemma.lower()
    if candidate.form in ("according", "noun"):
        return True
    classes = OF.get(lemma, frozenset())
    return bool(classes & _CARRIES) and candidate.form in ("clause", "around", "relative", "passive", "infinitive")


def _nested(tree: Tree, quotes: Sequence[Quotation], found: Iterable[Found]) -> tuple[Attribution, ...]:
    """The attributions, each with the one it stands inside."""
    ordered = sorted(found, key=lambda one: (one.cue, one.candidate.head))
    made: list[Attribution] = []
    for one in ordered:
        certainty = how_surely(tree, one.candidate)
        firsthand = is_firsthand(tree, one.candidate)
        if firsthand and certainty is Certainty.ASSERTED:
            certainty = Certainty.WITNESSED
        made.append(
            Attribution(
                source=one.source,
                cue=one.cue,
                content=one.content,
                certainty=certainty,
                direct=all(_quoted(span, quotes) for span in one.content),
                firsthand=firsthand,
                saying=_saying(tree, one.candidate),
                p=one.p,
            )
        )
    parents = outer(tree, made)
    return tuple(replace(one, parent=parent) for one, parent in zip(made, parents, strict=True))


def outer(tree: Tree, made: Sequence[Attribution]) -> list[int | None]:
    """Of each attribution, the smallest other one whose content holds its cue."""
    edges = sorted((span.begin, -span.end, index) for index, one in enumerate(made) for span in one.content)
    cues = sorted((one.cue.begin, index) for index, one in enumerate(made))
    parents: list[int | None] = [None] * len(made)
    open_: list[tuple[int, int]] = []  # (end, index), innermost last
    at = 0
    for begin, index in cues:
        while at < len(edges) and edges[at][0] <= begin:
            start, end, owner = edges[at][0], -edges[at][1], edges[at][2]
            at += 1
            while open_ and open_[-1][0] <= start:
                open_.pop()
            if len(open_) < MOST_NESTED:
                open_.append((end, owner))
        while open_ and open_[-1][0] <= begin:
            open_.pop()
        for end, owner in reversed(open_):
            if owner != index and end >= made[index].cue.end:
                parents[index] = owner
                break
    return _without_circles(parents)


def _without_circles(parents: list[int | None]) -> list[int | None]:
    """Two contents can hold each other's cue where a quotation is interrupted: then the later has no parent."""
    for index in range(len(parents)):
        seen, at = {index}, parents[index]
        while at is not None and at not in seen and len(seen) <= 2 * MOST_NESTED:
            seen.add(at)
            at = parents[at]
        if at is not None:
            parents[index] = None
    return parents


def _quoted(span: Span, quotes: Sequence[Quotation]) -> bool:
    return any(q.span.begin <= span.begin + 1 and span.end <= q.span.end + 1 for q in quotes)


def _saying(tree: Tree, candidate: Candidate) -> bool:
    """Whether it can carry a claim."""
    if candidate.form in ("according", "around"):
        return True
    classes = OF.get(tree.parsed.tokens[candidate.head].lemma.lower(), frozenset())
    return candidate.form == "noun" or bool(classes & _CARRIES)

"""Who says what in an English text: every attribution, with its source, its cue and its content.

With the grammar, every predicate is a candidate and `weighing` decides. Without it, `plain` finds what quotation marks
and the order of words can show.
"""

from collections.abc import Sequence
from typing import Final

from vigil.model.claim import Certainty, Span
from vigil.testimony.attribution.attribution import Attribution
from vigil.testimony.attribution.candidates import Candidate
from vigil.testimony.attribution.extent import Quoted, quoted
from vigil.testimony.attribution.features import features
from vigil.testimony.attribution.found import Found, spelled_out
from vigil.testimony.attribution.plain import read_plainly
from vigil.testimony.attribution.quotes import quotations
from vigil.testimony.attribution.surely import how_surely, is_firsthand
from vigil.testimony.attribution.tree import Tree, grow
from vigil.testimony.attribution.verbs import OF
from vigil.testimony.attribution.weighing import ENOUGH, OUTWEIGHED, likely
from vigil.testimony.attribution.wordlist import words
from vigil.testimony.parsed import Parsed

BY_RULE: Final = 0.02
"""So likely at least is what counts by its form alone, when chains of speakers are looked for."""

MOST_NESTED: Final = 8
"""Attributions inside one another. Nobody says more, and time stays linear whatever the text."""

_CARRIES: Final = frozenset(
    words("""
        say tell announce report argue claim allege admit confirm deny retract suggest warn think know perceive fear
        show estimate shout seem discuss cite
    """)
)
"""Classes of verbs whose clause can be something that happened."""

_CARRIES_OBJECTS: Final = frozenset(
    words("""
        report announce disclose reveal document confirm verify corroborate deny dispute reject refute allege claim
        admit acknowledge accuse blame implicate fear suspect describe recount witness retract recant deny warn
        estimate believe suppose think quote cite know rumor rumour presume assume expect say tell
    """)
)
"""Verbs whose object, or passive subject, can be: "reported 12 deaths", "is said to have fled"."""


_REPORTS: Final = frozenset(
    words("""
        report claim allegation accusation rumor rumour denial confirmation evidence proof statement assertion
        testimony suspicion fear account belief indication sign retraction
    """)
)
"""Nouns that name a saying by which something is said to have happened."""


def outermost(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Those an annotator would mark who marks each word once: likely ones that stand inside no other likely one."""
    found = []
    for one in attributions:
        at, inside = one.parent, False
        for _ in range(MOST_NESTED):
            if at is None:
                break
            inside = inside or attributions[at].p >= ENOUGH
            at = attributions[at].parent
        if not inside and one.p >= ENOUGH:
            found.append(one)
    return tuple(found)


def read_attributions(text: str, *, parsed: Parsed | None) -> tuple[Attribution, ...]:
    """Every attribution of a text, by the place of its cue.

    Args:
        text: English.
        parsed: Its grammar. Without it only what quotation marks and word order show is found.
    """
    if parsed is None:
        return read_plainly(text)
    tree = grow(parsed)
    quotes = quotations(text)
    marks = quoted(text, quotes)
    found = spelled_out(tree, quotes)
    weighed = [likely(features(tree, one, marks)) for one in found]
    weights = {id(one): p for one, p in zip(found, weighed, strict=True)}
    return tuple(
        _made(tree, marks, one, parent, weights[id(one)])
        for one, parent in chosen(found, weighed, [_by_rule(tree, one.candidate) for one in found])
    )


def chosen(
    found: Sequence[Found], weighed: Sequence[float], by_rule: Sequence[bool] | None = None
) -> list[tuple[Found, int | None]]:
    """The candidates that count, by the place of their cues, each with the index of the one it stands inside.

    Args:
        found: Candidates.
        weighed: How likely each is one.
        by_rule: Those that count inside another in any case, because their form leaves no doubt.
    """
    ruled = by_rule or [False] * len(found)
    kept = [(one, p) for one, p, rule in zip(found, weighed, ruled, strict=True) if p >= (BY_RULE if rule else ENOUGH)]
    kept.sort(key=lambda one: (one[0].cue, one[0].candidate.head, one[0].content))
    parents = outer([one for one, _ in kept])
    best = [0.0] * len(kept)  # the likeliest inside each
    for index, (_, p) in enumerate(kept):
        at = parents[index]
        for _ in range(MOST_NESTED):
            if at is None:
                break
            best[at] = max(best[at], p)
            at = parents[at]
    strong = [one for (one, p), inside in zip(kept, best, strict=True) if p >= OUTWEIGHED * inside]
    return list(zip(strong, outer(strong), strict=True))


def outer(found: Sequence[Found]) -> list[int | None]:
    """Of each, the smallest other one whose content holds its cue. In the order of their cues."""
    edges = sorted((span.begin, -span.end, index) for index, one in enumerate(found) for span in one.content)
    parents: list[int | None] = [None] * len(found)
    open_: list[tuple[int, int]] = []  # (end, index), innermost last
    at = 0
    for begin, index in sorted((one.cue.begin, index) for index, one in enumerate(found)):
        while at < len(edges) and edges[at][0] <= begin:
            start, end, owner = edges[at][0], -edges[at][1], edges[at][2]
            at += 1
            open_ = [held for held in open_ if held[0] > start]
            if len(open_) < MOST_NESTED:
                open_.append((end, owner))
        open_ = [held for held in open_ if held[0] > begin]
        inside = [held for held in open_ if held[1] != index and held[0] >= found[index].cue.end]
        if inside:
            parents[index] = min(inside)[1]
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


def _made(tree: Tree, marks: Quoted, one: Found, parent: int | None, p: float) -> Attribution:
    candidate = one.candidate
    certainty = how_surely(tree, candidate)
    direct = _quoted_whole(one.content, marks)
    firsthand = is_firsthand(tree, candidate, one.content if direct else ())
    if firsthand and certainty is Certainty.ASSERTED:
        certainty = Certainty.WITNESSED
    return Attribution(
        source=one.source,
        cue=one.cue,
        content=one.content,
        certainty=certainty,
        direct=direct,
        firsthand=firsthand,
        parent=parent,
        saying=_saying(tree, candidate),
        p=p,
    )


def _quoted_whole(content: Sequence[Span], marks: Quoted) -> bool:
    """Whether all that is said is quoted."""
    held = (marks.touching(span) for span in content)
    return all(
        len(touched) == 1 and marks.begins[touched[0]] <= span.begin + 1 and span.end <= marks.ends[touched[0]] + 1
        for span, touched in zip(content, held, strict=True)
    )


def _by_rule(tree: Tree, candidate: Candidate) -> bool:
    """Whether the form leaves no doubt: a verb of saying with a clause, a report that, no evidence of."""
    lemma = tree.lemma(candidate.head)
    if candidate.form == "noun":
        return lemma in _REPORTS
    if candidate.form in ("according", "turn", "spoken"):
        return True
    if not _saying(tree, candidate):
        return False
    own = tree.labelled[candidate.head].keys()
    if candidate.form == "object":
        return "dobj" in own or any(tree.word(child) == "to" for child in tree.children[candidate.head])
    return candidate.form in ("clause", "around", "passive", "infinitive", "relative")


def _saying(tree: Tree, candidate: Candidate) -> bool:
    """Whether it can carry a claim."""
    if candidate.form in ("according", "turn", "spoken", "sign", "quote", "writing"):
        return True
    if candidate.form == "adverb":
        return False  # a hedge, which `chains` finds with the clause it stands in
    lemma = tree.lemma(candidate.head)
    classes = OF.get(lemma, frozenset())
    if candidate.form in ("clause", "around"):
        return bool(classes & _CARRIES)
    return candidate.form == "noun" or lemma in _CARRIES_OBJECTS

"""Claims to groups that speak of one event: scored in pairs, joined from the surest pair on, the calendar permitting.

A group stays one only while there is a day on which all of its dated claims can have happened, give or take one; so a
chain of neighbouring days does not grow into a month. Judgements of named persons come on top (`judging`).
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np

from vigil.incidents.blocking import candidates
from vigil.incidents.footprints import FIGHTERS, NO_DAY, PEOPLE, Footprints, Ints, footprints
from vigil.incidents.order import claim_order
from vigil.incidents.scoring import ENOUGH, ENOUGH_OF_FEW, FEW, Floats, parts, probability, scores
from vigil.model.claim import Polarity
from vigil.model.incident import ClaimId, Joined, StatedClaim

_SLACK_DAYS = 1
_BETWEEN_GROUPS = 1.0  # bits more to join two groups of several documents: each has more to lose
_BETWEEN_GROUPS_OF_FEW = 0.5
_OTHERS_HARMED = 1.5  # and where one tells of fighters and the other of people who are none


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the machine proposes.

    Attributes:
        claims: All claims in the order they are looked at (`order`).
        groups: Of each claim, by its place in `claims`, the number of its group; groups are numbered by first claim.
        joined: Of each claim, why it stands in its group.
        links: Pairs that agree enough, by their places, with their score: the surest first.
    """

    claims: tuple[StatedClaim, ...]
    groups: tuple[int, ...]
    joined: tuple[Joined, ...]
    links: tuple[tuple[int, int, float], ...]


def join(claims: Sequence[StatedClaim]) -> Proposal:
    """Group claims by the event they speak of. The order in which they come makes no difference.

    Args:
        claims: With whole readings: `subset_of` counts in all the claims of a document, in their order.
    """
    rows = _by_document(claims)
    of = footprints(rows)
    rank = sorted(range(len(rows)), key=lambda at: claim_order(rows[at]))
    place = np.empty(len(rows), dtype=np.int64)
    place[rank] = np.arange(len(rows))
    left, right, score = _links(of, place)
    root = _grouped(of, left, right, score, place)
    ordered = tuple(rows[at] for at in rank)
    numbers: dict[int, int] = {}
    groups = tuple(numbers.setdefault(root[at], len(numbers)) for at in rank)
    ends = np.sort(np.stack([place[left], place[right]]), axis=0)
    links = tuple(zip(ends[0].tolist(), ends[1].tolist(), score.tolist(), strict=True))
    return Proposal(ordered, groups, _joined(of, ordered, groups, rank, links), links)


def sentence(of: Footprints, left: int, right: int) -> str:
    """Why two claims are taken to be of one event, or not, for a person to read."""
    pair = np.array([left]), np.array([right])
    said = []
    for name, weight in parts(of, *pair).items():
        value = float(weight[0])
        if value:
            words = _WORDS[name]
            said.append((abs(value), words[0] if value > 0 else words[1]))
    said.sort(key=lambda item: -item[0])
    return ", ".join(words for _, words in said) or "nothing in common"


_WORDS: Mapping[str, tuple[str, str]] = {
    "document": ("one document says both", ""),
    "time": ("the same time", "times that hardly fit"),
    "place": ("the same place", "places not known to be one"),
    "figure": ("the same figure", "other figures"),
    "actors": ("the same actor", ""),
    "names": ("the same victims by name", "other victims by name"),
    "wording": ("nearly the same words", ""),
    "cites": ("one names the other as its source", ""),
    "answer": ("one denies what the other says", ""),
    "event": ("", "a cause and its effect"),
}


def enough_among(n: int) -> float:
    """The bits from which two of n claims are taken to be of one event."""
    return ENOUGH_OF_FEW if n <= FEW else ENOUGH


def _by_document(claims: Sequence[StatedClaim]) -> list[StatedClaim]:
    """Claims of one document together, in the order in which they came: a reading's indices count on it."""
    documents: dict[str, list[StatedClaim]] = {}
    for each in claims:
        documents.setdefault(each.publication.id, []).append(each)
    return [each for name in sorted(documents) for each in documents[name]]


def _links(of: Footprints, place: Ints) -> tuple[Ints, Ints, Floats]:
    """Pairs that agree enough, the surest first; equals in the order of their claims."""
    kept: list[tuple[Ints, Ints, Floats]] = []
    least = enough_among(len(of.family))
    for left, right in candidates(of):
        score = scores(of, left, right)
        enough = score >= least
        kept.append((left[enough], right[enough], score[enough]))
    if not kept:
        none = np.empty(0, dtype=np.int64)
        return none, none, np.empty(0)
    left, right = np.concatenate([each[0] for each in kept]), np.concatenate([each[1] for each in kept])
    score = np.concatenate([each[2] for each in kept])
    _, once = np.unique(left * len(of.family) + right, return_index=True)
    left, right, score = left[once], right[once], score[once]
    earlier, later = np.minimum(place[left], place[right]), np.maximum(place[left], place[right])
    order = np.lexsort((later, earlier, -score))
    return left[order], right[order], score[order]


def _grouped(of: Footprints, left: Ints, right: Ints, score: Floats, place: Ints) -> list[int]:
    """Of each claim, the claim that stands for its group."""
    parent = list(range(len(of.family)))
    between = enough_among(len(parent)) + (_BETWEEN_GROUPS_OF_FEW if len(parent) <= FEW else _BETWEEN_GROUPS)
    documents = [{each} for each in of.document.tolist()]
    harmed = [{kind} - {0} for kind in of.harmed.tolist()]
    low = np.where(of.dated, of.first, NO_DAY).tolist()  # the days all dated claims of a group leave open
    high = np.where(of.dated, of.last, -NO_DAY).tolist()

    def top(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for one, other, bits in zip(left.tolist(), right.tolist(), score.tolist(), strict=True):
        mine, theirs = top(one), top(other)
        if mine == theirs:
            continue
        if len(documents[mine]) > 1 and len(documents[theirs]) > 1 and bits < between:
            continue
        if _others_harmed(harmed[mine], harmed[theirs]) and bits < between + _OTHERS_HARMED:
            continue
        first, last = max(low[mine], low[theirs]), min(high[mine], high[theirs])
        if first - last > _SLACK_DAYS:
            continue
        if place[theirs] < place[mine]:
            mine, theirs = theirs, mine
        parent[theirs] = mine
        documents[mine] |= documents[theirs]
        documents[theirs] = set()
        harmed[mine] |= harmed[theirs]
        low[mine], high[mine] = first, last
    return [top(at) for at in range(len(parent))]


def _others_harmed(mine: Set[int], theirs: Set[int]) -> bool:
    """Whether one tells of fighters alone and the other of people who are none: "three soldiers", "nine civilians"."""
    return {FIGHTERS} in (mine, theirs) and PEOPLE in mine ^ theirs


def _joined(
    of: Footprints,
    claims: Sequence[StatedClaim],
    groups: Sequence[int],
    rank: Sequence[int],
    links: Sequence[tuple[int, int, float]],
) -> tuple[Joined, ...]:
    best: dict[int, tuple[int, float]] = {}
    any_way: dict[int, tuple[int, float]] = {}
    for one, other, bits in links:  # the surest first: what is there already stays
        if groups[one] == groups[other]:
            best.setdefault(other, (one, bits))
            any_way.setdefault(one, (other, bits))
    begun: set[int] = set()
    found = []
    for at, (stated, group) in enumerate(zip(claims, groups, strict=True)):
        to = best.get(at) or any_way.get(at)
        if group not in begun or to is None:
            begun.add(group)
            found.append(Joined(claim=stated.id, to=None, score=1.0, why=_begins(stated)))
            continue
        other, bits = to
        why = sentence(of, rank[at], rank[other])
        found.append(Joined(claim=stated.id, to=claims[other].id, score=round(probability(bits), 4), why=why))
    return tuple(found)


def _begins(stated: StatedClaim) -> str:
    mood = "" if stated.claim.polarity is Polarity.HAPPENED else f", {stated.claim.polarity.value.replace('_', ' ')}"
    return f"the first claim of it: {stated.claim.event.value.replace('_', ' ')}{mood}"


def groups_of(proposal: Proposal) -> list[list[ClaimId]]:
    """The claims of each group, in order."""
    found: list[list[ClaimId]] = []
    for stated, group in zip(proposal.claims, proposal.groups, strict=True):
        if group == len(found):
            found.append([])
        found[group].append(stated.id)
    return found

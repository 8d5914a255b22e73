"""How surely a source says it: the cue with its negation and its mood, and whether the source was there."""

from typing import Final

from vigil.model.claim import Certainty
from vigil.testimony.attribution.candidates import Candidate
from vigil.testimony.attribution.certainty import of_lemma
from vigil.testimony.attribution.tree import Tree

_WITNESSES: Final = frozenset("witness eyewitness survivor bystander onlooker".split())
_FIRST: Final = frozenset({"i", "we"})
_PERCEIVED: Final = frozenset("see hear watch witness feel smell".split())
_UNWILLING: Final = frozenset("refuse decline fail stop".split())
_DOUBTED: Final[dict[str, Certainty]] = {
    "unconfirmed": Certainty.UNVERIFIED,
    "unverified": Certainty.UNVERIFIED,
    "unsubstantiated": Certainty.UNVERIFIED,
    "uncorroborated": Certainty.UNVERIFIED,
    "conflicting": Certainty.UNVERIFIED,
    "confirmed": Certainty.CONFIRMED,
    "alleged": Certainty.ALLEGED,
}


def how_surely(tree: Tree, candidate: Candidate) -> Certainty:
    """What the cue says of itself, with its negation: "could not verify" is unverified, "did not deny" is neutral."""
    tokens = tree.parsed.tokens
    head = tokens[candidate.head]
    lemma = head.lemma.lower()
    certainty = _spoken_of(tree, candidate, of_lemma(lemma))
    governor = None if candidate.governor is None else tokens[candidate.governor].lemma.lower()
    negated = _negated(tree, candidate.head) or (candidate.governor is not None and _negated(tree, candidate.governor))
    if certainty in (Certainty.CONFIRMED, Certainty.CORROBORATED) and (negated or governor in _UNWILLING):
        return Certainty.UNVERIFIED
    if negated and certainty is Certainty.DENIED:
        return Certainty.ASSERTED
    if negated and lemma in ("evidence", "proof", "sign", "indication"):
        return Certainty.UNVERIFIED
    return certainty


def is_firsthand(tree: Tree, candidate: Candidate) -> bool:
    """Whether the source says it as one who was there: "I saw", "witnesses said"."""
    tokens = tree.parsed.tokens
    if candidate.subject is None:
        return False
    subject = tokens[candidate.subject]
    if tokens[candidate.head].lemma.lower() in _PERCEIVED:
        return not _negated(tree, candidate.head)
    return subject.lemma.lower() in _WITNESSES


def _spoken_of(tree: Tree, candidate: Candidate, certainty: Certainty) -> Certainty:
    """The certainty with the words that stand with the cue or the source: "unconfirmed reports say"."""
    tokens = tree.parsed.tokens
    for holder in (candidate.head, candidate.subject):
        if holder is None:
            continue
        for child in tree.children[holder]:
            if tokens[child].dep == "amod" and tokens[child].text.lower() in _DOUBTED:
                return _DOUBTED[tokens[child].text.lower()]
    if certainty is Certainty.ASSERTED and candidate.subject is not None:
        subject = tokens[candidate.subject]
        if subject.lemma.lower() in ("report", "rumor", "rumour", "allegation", "accusation"):
            return of_lemma(subject.lemma.lower())
    return certainty


def _negated(tree: Tree, token: int) -> bool:
    tokens = tree.parsed.tokens
    return any(
        tokens[child].dep == "neg" or (tokens[child].dep in ("det", "preconj") and tokens[child].text.lower() == "no")
        for child in tree.children[token]
    )

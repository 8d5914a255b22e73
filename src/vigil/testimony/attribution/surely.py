"""How surely a source says it: the cue with its negation and its mood, and whether the source was there."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from vigil.model.claim import Certainty, Span
from vigil.testimony.attribution.candidates import Candidate
from vigil.testimony.attribution.certainty import of_lemma
from vigil.testimony.attribution.tree import Tree
from vigil.testimony.attribution.wordlist import words

_WITNESSES: Final = frozenset(["witness", "eyewitness", "survivor", "bystander", "onlooker"])
_FIRST: Final = frozenset({"i", "we"})
_PERCEIVED: Final = frozenset(["see", "hear", "watch", "witness", "feel", "smell"])
_LIVED: Final = frozenset(
    words("""
        see hear watch witness feel smell find run hide flee escape carry pull survive count bury dig lose wake
        crawl shelter
    """)
)
_BEFELL: Final = frozenset(
    words("""
        hit shell bomb beat shoot attack detain arrest torture kill force drag take hold surround besiege target
        wound injure threaten strip hang tie rape burn rob follow stop trap
    """)
)
_AROUND: Final = frozenset({"on", "at", "around", "above", "over", "near", "upon", "against", "behind"})
_EVIDENCE: Final = frozenset({"evidence", "proof", "sign", "indication", "confirmation"})
_UNWILLING: Final = frozenset(["refuse", "decline", "fail", "stop"])
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
    lemma = tree.lemma(candidate.head)
    certainty = _spoken_of(tree, candidate, of_lemma(lemma))
    negated = _negated(tree, candidate.head) or _unable(tree, candidate)
    if negated and (certainty in (Certainty.CONFIRMED, Certainty.CORROBORATED) or lemma in _EVIDENCE):
        return Certainty.UNVERIFIED
    if negated and certainty in (Certainty.DENIED, Certainty.RETRACTED):
        return Certainty.ASSERTED
    if _hearsay(tree, candidate):
        return Certainty.REPORTED
    if candidate.form == "passive" and lemma in ("say", "tell"):
        return Certainty.REPORTED  # "is said to have": what others say
    return certainty


def is_firsthand(tree: Tree, candidate: Candidate, quoted: Sequence[Span] = ()) -> bool:
    """Whether the source says it as one who was there: "I saw", "witnesses said", "they shelled us", he said.

    Args:
        tree: The grammar.
        candidate: What is attributed.
        quoted: What is said, where all of it is in the source's own words.
    """
    if candidate.subject is None:
        return False
    if tree.lemma(candidate.head) in _PERCEIVED and candidate.form != "passive":
        return not _negated(tree, candidate.head) and not _hearsay(tree, candidate)
    if tree.lemma(candidate.subject) in _WITNESSES:
        return True
    return any(_lived(tree, span) for span in quoted)


def _hearsay(tree: Tree, candidate: Candidate) -> bool:
    """Whether "heard" is of what others told: "heard that two were killed", and not "heard a shell kill two"."""
    if tree.lemma(candidate.head) != "hear":
        return False
    tokens = tree.parsed.tokens
    for child in tree.children[candidate.head]:
        if tokens[child].dep == "ccomp":
            finite = [child, *(each for each in tree.children[child] if tokens[each].dep in ("aux", "auxpass"))]
            if any(tokens[each].tag in ("VBD", "VBP", "VBZ", "MD") for each in finite):
                return True
    return False


def _lived(tree: Tree, span: Span) -> bool:
    """Whether the speaker of a quotation tells what befell them, or what they saw."""
    tokens = tree.parsed.tokens
    at = bisect_left(tokens, span.begin, key=lambda token: token.begin)
    while at < len(tokens) and tokens[at].begin < span.end:
        token = tokens[at]
        word = token.text.lower()
        if word in _FIRST and (token.dep == "nsubjpass" or tree.lemma(token.head) in _LIVED):
            return True
        if word in ("us", "me") and token.dep in ("dobj", "pobj") and tree.lemma(token.head) in _BEFELL | _AROUND:
            return True
        at += 1
    return False


def _unable(tree: Tree, candidate: Candidate) -> bool:
    """Whether it is said that it was not done: "refused to confirm", "was unable to verify", "not possible to"."""
    tokens = tree.parsed.tokens
    if candidate.governor is not None and candidate.form != "noun":
        governor = tree.lemma(candidate.governor)
        if governor in _UNWILLING or _negated(tree, candidate.governor):
            return True
    at = candidate.head
    for _ in range(3):
        head = tokens[at].head
        if head == at or tokens[at].dep not in ("xcomp", "acomp", "ccomp", "advcl"):
            return False
        if tree.lemma(head) in ("unable", "impossible"):
            return True
        if tree.lemma(head) in ("able", "possible") and _negated(tree, tokens[head].head):
            return True
        at = head
    return False


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

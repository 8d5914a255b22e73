"""How surely a thing is said: what a cue, a hedge and a chain of speakers make of it.

The rules are those of the codebook (docs/claims.md, "Certainty").
"""

from collections.abc import Sequence
from typing import Final

from vigil.model.claim import Certainty, Link
from vigil.testimony.attribution.wordlist import words

NEUTRAL: Final = frozenset({Certainty.ASSERTED})
"""Certainties that say nothing of their own: the walk along a chain goes on past them."""

_BY_LEMMA: Final[dict[str, Certainty]] = {
    **dict.fromkeys(["report", "relay", "rumor", "rumour"], Certainty.REPORTED),
    **dict.fromkeys(words("accuse blame allege charge implicate incriminate indict"), Certainty.ALLEGED),
    **dict.fromkeys(["allegation", "accusation", "indictment"], Certainty.ALLEGED),
    **dict.fromkeys(["claim", "purport", "profess", "pretend", "boast"], Certainty.CLAIMED),
    **dict.fromkeys(
        words("""
            confirm verify establish prove authenticate ascertain substantiate certify confirmation verification
        """),
        Certainty.CONFIRMED,
    ),
    **dict.fromkeys(["corroborate", "corroboration"], Certainty.CORROBORATED),
    **dict.fromkeys(words("suspect believe think suspicion belief presume assume guess"), Certainty.SUSPECTED),
    **dict.fromkeys(words("suppose speculate speculation surmise conjecture seem appear"), Certainty.SUSPECTED),
    **dict.fromkeys(["fear", "dread", "worry", "afraid", "fearful"], Certainty.FEARED),
    **dict.fromkeys(
        words("""
            deny reject dispute refute rebut disavow disclaim repudiate contest contradict dismiss denial rejection
        """),
        Certainty.DENIED,
    ),
    **dict.fromkeys(words("retract recant withdraw rescind correct retraction correction"), Certainty.RETRACTED),
    **dict.fromkeys(["witness", "see", "hear", "watch"], Certainty.WITNESSED),
    **dict.fromkeys(["rumor", "rumour", "doubt"], Certainty.UNVERIFIED),
    # Adverbs and adjectives, as lower-case words.
    "reportedly": Certainty.REPORTED,
    **dict.fromkeys(["allegedly", "alleged"], Certainty.ALLEGED),
    **dict.fromkeys(["purportedly", "supposedly", "purported", "supposed", "self-proclaimed"], Certainty.CLAIMED),
    **dict.fromkeys(
        words("""
            apparently seemingly presumably possibly probably likely perhaps maybe suspected apparent conceivably
            potentially arguably ostensibly reputedly supposedly presumed possible probable believed unclear
        """),
        Certainty.SUSPECTED,
    ),
    **dict.fromkeys(["rumored", "rumoured"], Certainty.UNVERIFIED),
    "reported": Certainty.REPORTED,
    **dict.fromkeys(["unconfirmed", "unverified", "unsubstantiated", "uncorroborated"], Certainty.UNVERIFIED),
    **dict.fromkeys(["confirmed", "verified", "proven"], Certainty.CONFIRMED),
    "feared": Certainty.FEARED,
}


def of_lemma(lemma: str) -> Certainty:
    """How surely a thing is said by this word; asserted where the word is neutral."""
    return _BY_LEMMA.get(lemma, Certainty.ASSERTED)


def hedge(word: str) -> Certainty | None:
    """What a word in the clause itself makes of it: reportedly, allegedly. None: it is no hedge."""
    return _HEDGES.get(word)


_HEDGES: Final = {
    word: _BY_LEMMA[word]
    for word in words("""
        reportedly allegedly purportedly supposedly apparently seemingly presumably possibly probably likely perhaps
        maybe alleged purported supposed suspected apparent unconfirmed unverified unsubstantiated uncorroborated
        conceivably potentially arguably ostensibly reputedly presumed possible probable rumored rumoured reported
    """)
}


def certainty_of(chain: Sequence[Link]) -> Certainty:
    """How surely a claim is made by a whole chain, outermost link first.

    The first link that is not neutral decides; an unverified one wins over those inside it, and so over a speaker who
    confirms. Where all are neutral it is asserted, and witnessed where the innermost speaker lived it.
    """
    for link in chain:
        if link.certainty not in NEUTRAL:
            return link.certainty
    return Certainty.ASSERTED

"""Who did it, told in a sentence of its own: "The attackers were the Forest Column", "The drone belonged to the army".

What was done is told in the words before, so the claim is that of before with the doer it now has.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from vigil.model.claim import AUTHOR, UNNAMED, Actor, Certainty, Link, Polarity, Span
from vigil.testimony.attribution.chains import Chains
from vigil.testimony.deeds import DEEDS
from vigil.testimony.english.drafts import Draft
from vigil.testimony.english.lexicon import ARMED, STATE, word_set
from vigil.testimony.english.scene import Scene

_DOERS: Final = word_set(
    """attacker gunman assailant perpetrator shooter killer bomber raider captor kidnapper abductor assassin culprit
    drone aircraft plane jet warplane helicopter missile rocket shell bomb airstrike strike raid gunship"""
)
_SUPPOSES: Final = word_set(
    "appear seem believe think suspect presume suppose say report understand allege rumor claim"
)
_BELONGS: Final = word_set("belong")
_HEDGES: Final = word_set(
    "apparently allegedly reportedly probably possibly likely presumably perhaps believed thought"
)
_MAY: Final = word_set("may might could")
_SELVES: Final = word_set("he she it they i we who")
_NOBODY: Final = word_set("unknown unidentified masked unclear same other")
_FAR: Final = 2
"""Sentences back at most to what was done."""


def with_perpetrators(view: Scene, drafts: list[Draft], said: Chains) -> list[Draft]:
    """The claims, with one more for each sentence that only tells who did it."""
    found = list(drafts)
    told = {view.tree.sentence[one.token] for one in drafts}
    for at, lemma in enumerate(view.lemma):
        if lemma not in _DOERS or view.tree.sentence[at] in told or not _is_spoken_of(view, at):
            continue
        before = _before(view, drafts, at)
        who = _who(view, at)
        if before is None or who is None:
            continue
        verb, named, hedged = who
        words = view.span(*view.core(named))
        actor = Actor(text=view.text[words.begin : words.end], span=words, hedged=hedged)
        first, last = view.sentence(at)
        found.append(
            replace(
                before,
                chain=_chain(view, verb, before, said),
                certainty=None,
                certainty_words=(),
                count=None,
                actors=(actor,),
                named=(),
                sentence=view.span(first, last - 1),
                at=view.tokens[at].begin,
                token=at,
                part_of=None,
            )
        )
    return found


def _is_spoken_of(view: Scene, at: int) -> bool:
    """ "The attackers", "those who fired": they were told of before."""
    token = view.tokens[at]
    known = any(view.lower[child] in {"the", "these", "those"} for child in view.children(at, "det"))
    return known and token.dep in {"nsubj", "nsubjpass"}


def _before(view: Scene, drafts: Sequence[Draft], at: int) -> Draft | None:
    sentence = view.tree.sentence[at]
    near = [
        one
        for one in drafts
        if one.part_of is None
        and one.event in DEEDS
        and one.polarity is Polarity.HAPPENED
        and 0 < sentence - view.tree.sentence[one.token] <= _FAR
    ]
    return near[-1] if near else None


def _who(view: Scene, at: int) -> tuple[int, int, bool] | None:
    """The verb, whom it names, and whether words hedge it."""
    verb = view.tokens[at].head
    hedged = False
    if view.lemma[verb] in _SUPPOSES and (inner := view.child(verb, "xcomp", "ccomp")) is not None:
        verb, hedged = inner, True
    if view.child(verb, "neg") is not None:
        return None
    named: list[int] = []
    if view.lemma[verb] == "be":
        named = view.children(verb, "attr", "acomp")
        named += [one for prep in view.children(verb, "prep") if view.lower[prep] == "from" for one in _of(view, prep)]
    elif view.lemma[verb] in _BELONGS or (view.lemma[verb] == "come" and hedged):
        named = [
            one for prep in view.children(verb, "prep") if view.lower[prep] in {"to", "from"} for one in _of(view, prep)
        ]
    named = [one for one in named if _is_named(view, one)]
    if not named:
        return None
    hedged = hedged or any(view.lower[one] in _MAY for one in view.children(verb, "aux"))
    hedged = hedged or any(view.lower[one] in _HEDGES for one in view.children(verb, "advmod"))
    return verb, named[0], hedged


def _of(view: Scene, prep: int) -> list[int]:
    return view.children(prep, "pobj")


def _is_named(view: Scene, at: int) -> bool:
    token = view.tokens[at]
    words = {view.lower[child] for child in view.tree.children[at]} | {view.lower[at]}
    if words & _NOBODY or token.entity in {"DATE", "TIME", "CARDINAL"}:
        return False
    proper = token.tag in {"NNP", "NNPS"} or any(view.tokens[c].tag == "NNP" for c in view.children(at, "compound"))
    return proper or token.entity in {"ORG", "GPE", "NORP"} or view.lemma[at] in STATE | (ARMED - _DOERS)


def _chain(view: Scene, verb: int, before: Draft, said: Chains) -> tuple[Link, ...]:
    """Who says so; "he said" and "it said" are of whoever spoke before."""
    token = view.tokens[verb]
    links = [one for one in said.of(Span(token.begin, token.end)) if one.speaker != UNNAMED]
    spoken = [one for one in links if one.speaker != AUTHOR]
    if spoken and all(one.speaker.lower() in _SELVES for one in spoken):
        return before.chain
    return tuple(spoken) or (Link(speaker=AUTHOR, certainty=Certainty.ASSERTED),)

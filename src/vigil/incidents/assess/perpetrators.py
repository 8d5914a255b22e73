"""Who is said to have done it: what claims say of actors; without claims, who does a violation by the grammar."""

import re
from collections.abc import Iterator

from vigil.incidents.assess.assessment import Perpetrator, Where
from vigil.incidents.assess.roles import roles
from vigil.incidents.assess.told import Told
from vigil.incidents.assess.words import VIOLATION_CLASSES, find
from vigil.model.claim import AUTHOR, UNNAMED, ActorRole, Certainty, Polarity, Reading

MOST = 8
"""Given of one document; the first."""

_FORCES = re.compile(
    r"\b(?:police\w*|officers?|army|military|soldiers?|troops|forces?|guards?|agents?|intelligence|security|marines|navy|"
    r"paramilitar\w+|gendarmes?|navy|air force|jets?|warplanes?|helicopters?|coast guard|commandos?|militar\w+)\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\b(?:unknown|unidentified|masked|armed|gunm[ae]n|assailants?|attackers?|hitm[ae]n|assassins?)\b", re.IGNORECASE
)
_CRIMINAL = re.compile(
    r"\b(?:gangs?|bandits?|cartels?|criminals?|traffickers?|pirates|kidnappers?|abductors?|robbers?|mafia)\b",
    re.IGNORECASE,
)
_RULERS = re.compile(
    r"\b(?:government|authorit(?:y|ies)|regime|junta|state|court|prosecutors?|ministry|officials?|prison|judge|president)\b",
    re.IGNORECASE,
)
_HARMS = frozenset({*VIOLATION_CLASSES, "attack"})


def kind_of(text: str) -> str | None:
    """What an actor is by its words; None where they do not tell."""
    names = {hit.name for hit in find([word.lower() for word in re.findall(r"\w+(?:-\w+)*", text)])}
    if _UNKNOWN.search(text) and not _FORCES.search(re.sub(r"(?i)armed forces", "", text)):
        return "unknown_armed"
    if _CRIMINAL.search(text):
        return "criminal"
    if "armed" in names:
        return "armed_group"
    if _FORCES.search(text):
        return "state_forces"
    return "state" if _RULERS.search(text) else None


def claimed_perpetrators(reading: Reading | None) -> tuple[Perpetrator, ...]:
    """Actors of claims, each with the certainty and the speaker of the claim that is surest of it."""
    found: dict[str, Perpetrator] = {}
    for claim in () if reading is None else reading.claims:
        if claim.polarity is not Polarity.HAPPENED:
            continue
        outermost = claim.chain[0].speaker if claim.chain else AUTHOR
        for actor in claim.actors:
            if actor.role is not ActorRole.PERPETRATOR:
                continue
            certainty = Certainty.SUSPECTED if actor.hedged else claim.certainty
            key = " ".join(actor.text.casefold().split()).removeprefix("the ")
            if key in found:
                found[key] = _with(found[key], Where(actor.span))
            elif len(found) < MOST:
                found[key] = Perpetrator(
                    name=actor.text,
                    kind=kind_of(actor.text),
                    certainty=certainty,
                    according_to=None if outermost in (AUTHOR, UNNAMED) else outermost,
                    words=(Where(actor.span),),
                )
    return tuple(found.values())


def grammatical_perpetrators(told: Told) -> tuple[Perpetrator, ...]:
    """Whoever does a violation by the grammar and is, by a word, armed or a state's. No speaker is looked for."""
    found: dict[str, Perpetrator] = {}
    for first, last in _doers(told):
        text = told.said(first, last)
        kind = kind_of(text)
        key = " ".join(text.casefold().split())
        where = Where(told.span(first, last), told.in_title(first))
        if key in found:
            found[key] = _with(found[key], where)
        elif kind is not None and len(found) < MOST:
            found[key] = Perpetrator(
                name=text, kind=kind, certainty=Certainty.ASSERTED, according_to=None, words=(where,)
            )
    return tuple(found.values())


def _doers(told: Told) -> Iterator[tuple[int, int]]:
    for at, parts in enumerate(roles(told)):
        if any(part.partition(" ")[0] == "does" and part.partition(" ")[2] in _HARMS for part in parts):
            first = min(
                (
                    child
                    for child in told.children[at]
                    if told.tokens[child].dep in {"compound", "amod", "nmod"} and child < at
                ),
                default=at,
            )
            if told.in_title(first) == told.in_title(at) and told.tokens[at].pos in {"NOUN", "PROPN"}:
                yield first, at + 1


def _with(perpetrator: Perpetrator, where: Where) -> Perpetrator:
    return Perpetrator(
        name=perpetrator.name,
        kind=perpetrator.kind,
        certainty=perpetrator.certainty,
        according_to=perpetrator.according_to,
        words=(*perpetrator.words, where),
    )

"""Whom a denial answers: the one before it that lays the deed to whoever denies it."""

from collections.abc import Iterable, Sequence

from vigil.incidents.name_tables import COUNTRIES, FACELESS, STATE
from vigil.incidents.naming import Keys, name_keys, names_no_side, same_actor
from vigil.incidents.voices import names_in_passing
from vigil.model.incident import Publication, StatedClaim

Accusing = tuple[Publication, Sequence[StatedClaim]]
"""A document, and its claims that say that it happened."""


def answered(
    text: str, voices: Iterable[Keys], denied: Sequence[StatedClaim], before: Sequence[Accusing]
) -> str | None:
    """The document that is answered: the latest that accuses who denies it, and else the latest that accuses anybody.

    Args:
        text: Of the denial: "none of my crew was there", from "a recording of Zayd Karmal".
        voices: Its publisher and its speakers.
        denied: Its claims.
        before: The documents before it, in order of time.
    """
    mine = [*voices, *(name_keys(actor.text) for each in denied for actor in each.claim.actors)]
    accusing = [(publication.id, whom) for publication, claims in before if (whom := accused_by(claims))]
    for document, whom in reversed(accusing):
        if any(is_accused(one, actor) for one in mine for actor in whom):
            return document
    for document, whom in reversed(accusing):
        if any(names_in_passing(text, actor - FACELESS) for actor in whom):
            return document
    return accusing[-1][0] if accusing else None


def accused_by(claims: Iterable[StatedClaim]) -> list[Keys]:
    """Whom claims make responsible, without those who could be of any side: not "gunmen"."""
    keys = [name_keys(actor.text) for each in claims for actor in each.claim.actors]
    return [each for each in keys if not names_no_side(each)]


def is_accused(speaker: Keys, actor: Keys) -> bool:
    """Whether a speaker is the one whom a claim makes responsible, as far as names tell."""
    if speaker & STATE and actor & STATE:  # the "military council", and soldiers
        one, other = speaker & COUNTRIES, actor & COUNTRIES
        return "pro" not in speaker ^ actor and not (one and other and not one & other)
    return not names_no_side(speaker) and not names_no_side(actor) and same_actor(speaker, actor)

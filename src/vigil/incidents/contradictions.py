"""What the claims of one incident say against each other: who did it, whether it happened, how many. Side by side."""

from collections.abc import Sequence, Set
from typing import NamedTuple

from vigil.incidents.counting import source_figures
from vigil.incidents.naming import Keys, is_somebody, name_keys, names_no_side, same_actor
from vigil.incidents.order import claim_order
from vigil.incidents.voices import Register, denies, named_speakers, supporting
from vigil.model.claim import ActorRole, Certainty, EventType, Polarity
from vigil.model.figure_words import figure_words
from vigil.model.incident import Contradiction, ContradictionAbout, SourceFigure, SourceName, StatedClaim, Voice


class _Blamed(NamedTuple):
    """One who is said to have done it, under all names that can mean the same."""

    keys: list[Keys]
    words: str
    said: list[StatedClaim]
    hedged: list[bool]  # of each who says so


def contradictions(claims: Sequence[StatedClaim], register: Register) -> tuple[Contradiction, ...]:
    """Every matter in which two voices of an incident differ, in a fixed order."""
    rows = sorted(claims, key=claim_order)
    event = gravest(rows)
    found = [_about_actors(rows, event, register), _about_happening(rows, event, register)]
    found += [_about_counts(rows, each, register) for each in (EventType.KILLING, EventType.INJURY)]
    return tuple(each for each in found if each is not None)


def gravest(claims: Sequence[StatedClaim]) -> EventType:
    """What an incident is of: the gravest event that its claims speak of."""
    return min((each.claim.event for each in claims), key=list(EventType).index)


def speaker(stated: StatedClaim, register: Register) -> SourceName:
    """Who says it: the innermost who is named, or whoever published it."""
    named = named_speakers(stated.claim, stated.publication)
    return register.name(named[-1] if named else stated.publication.source or stated.publication.id)


def _about_actors(rows: Sequence[StatedClaim], event: EventType, register: Register) -> Contradiction | None:
    blamed: list[_Blamed] = []
    for each in supporting(rows):
        for actor in each.claim.actors:
            keys = name_keys(actor.text)
            if actor.role is not ActorRole.PERPETRATOR or not is_somebody(keys) or names_no_side(keys):
                continue
            for one in blamed:
                if all(same_actor(keys, other) for other in one.keys):
                    one.keys.append(keys)
                    one.said.append(each)
                    one.hedged.append(actor.hedged)
                    break
            else:
                blamed.append(_Blamed([keys], actor.text, [each], [actor.hedged]))
    if len(blamed) < 2:
        return None
    voices = tuple(
        _voice(f"{one.words} did it{' (hedged)' if all(one.hedged) else ''}", one.said, register) for one in blamed
    )
    return Contradiction(about=ContradictionAbout.ACTOR, event=event, voices=voices)


def _about_happening(rows: Sequence[StatedClaim], event: EventType, register: Register) -> Contradiction | None:
    yes = supporting(rows)
    said = {each.claim.event for each in yes}
    no = [each for each in rows if denies(each.claim) and not _spares(each, said)]
    if not yes or not no:
        return None
    told = [each for each in yes if each.claim.polarity is Polarity.HAPPENED]
    feared = [each for each in yes if each.claim.polarity is not Polarity.HAPPENED]
    given = (("it happened", told), ("it is feared", feared), ("it did not happen, or not by them", no))
    voices = tuple(_voice(says, said, register) for says, said in given if said)
    return Contradiction(about=ContradictionAbout.HAPPENED, event=event, voices=voices)


def _spares(stated: StatedClaim, said: Set[EventType]) -> bool:
    """ "Houses were burned. Nobody was hurt": says nothing against those who speak of no hurt either."""
    claim = stated.claim
    harm = claim.event in {EventType.KILLING, EventType.INJURY} and claim.event not in said
    return harm and not claim.actors and claim.certainty is not Certainty.DENIED


def _about_counts(rows: Sequence[StatedClaim], event: EventType, register: Register) -> Contradiction | None:
    """Figures that cannot all be true, each with those who give it."""
    given: dict[str, list[SourceFigure]] = {}
    for each in source_figures(rows, register):
        if each.event is event:
            words = figure_words(each.low, each.high, each.exactness) or "in no number"
            given.setdefault(words, []).append(each)
    figures = [one for group in given.values() for one in group]
    if not any(_exclude(one, other) for one in figures for other in figures):
        return None
    voices = tuple(
        Voice(
            says=f"{words} {'killed' if event is EventType.KILLING else 'injured'}",
            sources=tuple(dict.fromkeys(each.source for each in group)),
            claims=tuple(dict.fromkeys(claim for each in group for claim in each.claims)),
            sides=tuple(dict.fromkeys(each.side for each in group if each.side is not None)),
        )
        for words, group in given.items()
    )
    return Contradiction(about=ContradictionAbout.COUNT, event=event, voices=voices)


def _exclude(one: SourceFigure, other: SourceFigure) -> bool:
    low = max(one.low if one.low is not None else 0, other.low if other.low is not None else 0)
    return any(each.high is not None and each.high < low for each in (one, other))


def _voice(says: str, said: Sequence[StatedClaim], register: Register) -> Voice:
    sources = tuple(dict.fromkeys(speaker(each, register) for each in said))
    sides = tuple(dict.fromkeys(side for each in sources if (side := register.side(each)) is not None))
    return Voice(says=says, sources=sources, claims=tuple(dict.fromkeys(each.id for each in said)), sides=sides)

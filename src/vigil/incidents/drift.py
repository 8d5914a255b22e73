"""What changed from one document to the one that repeats it: certainty, bound, number, verb, actor, place, victims.

docs/drift.md says what each flag asks for. A flag is a difference between two texts and no reproach: a later document
may know more.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from vigil.incidents.aliases import of_one_kind
from vigil.incidents.footprints import figure_of
from vigil.incidents.naming import Keys, is_somebody, name_keys, names_no_side, same_actor
from vigil.incidents.retelling import Telling, telling
from vigil.incidents.round_ups import names_beside
from vigil.incidents.widening import names_no_place_but_a_country, widened
from vigil.model.claim import Actor, Certainty, Exactness, VictimKind
from vigil.model.incident import Flag, Hop, Verb

LEVELS: Mapping[Certainty, int] = {
    Certainty.DENIED: 0,
    Certainty.RETRACTED: 0,
    Certainty.UNVERIFIED: 1,
    Certainty.FEARED: 1,
    Certainty.SUSPECTED: 1,
    Certainty.ALLEGED: 2,
    Certainty.CLAIMED: 2,
    Certainty.REPORTED: 3,
    Certainty.ASSERTED: 4,
    Certainty.WITNESSED: 4,  # another ground for saying so, not a higher certainty
    Certainty.CORROBORATED: 5,
    Certainty.CONFIRMED: 6,
}
"""How surely it is said, from denied to confirmed. Equals are no drift."""

_BOUNDED_BELOW = frozenset({Exactness.AT_LEAST, Exactness.MORE_THAN})
_FIGURES = frozenset({Exactness.EXACT, Exactness.AT_LEAST, Exactness.MORE_THAN, Exactness.UP_TO, Exactness.ABOUT})


def hops(parents: Mapping[str, str], tellings: Mapping[str, Telling], order: Sequence[str]) -> tuple[Hop, ...]:
    """A hop for each document that repeats another.

    Args:
        parents: Of each document that repeats, what it repeats.
        tellings: Of every document.
        order: Documents in order of time.
    """
    same = of_one_kind(actor.text for each in tellings.values() for actor in each.actors)
    known = {document: replace(each, names=same) for document, each in tellings.items()} if same else tellings
    return tuple(compare(known[parents[document]], known[document]) for document in order if document in parents)


def compare(earlier: Telling, later: Telling) -> Hop:
    """What changed from the earlier telling to the later one."""
    if later.happened and later.retelling.low != earlier.retelling.low:
        number = figure_of(earlier.head.claim)
        again = telling(later.claims, figure=number) if number is not None else later
        if figure_of(again.head.claim) == number:  # a document with several figures is held against each by its own
            later = again
    found = [(flag, why) for flag, rule in _RULES.items() if (why := rule(earlier, later)) is not None]
    return Hop(
        parent=earlier.publication.id,
        document=later.publication.id,
        flags=tuple(flag for flag, _ in found),
        why=tuple(why for _, why in found),
    )


def _certainty_raised(earlier: Telling, later: Telling) -> str | None:
    return _said(earlier, later) if later.happened and _level(later) > _level(earlier) else None


def _certainty_lowered(earlier: Telling, later: Telling) -> str | None:
    if later.retelling.certainty in (Certainty.DENIED, Certainty.RETRACTED):
        return None  # a denial is no repetition
    return _said(earlier, later) if _level(later) < _level(earlier) else None


def _report_to_confirmation(earlier: Telling, later: Telling) -> str | None:
    before, after = earlier.retelling.certainty, later.retelling.certainty
    if later.happened and after is Certainty.CONFIRMED and before is not Certainty.CONFIRMED:
        return _said(earlier, later)
    return None


def _at_least_dropped(earlier: Telling, later: Telling) -> str | None:
    before, after = earlier.retelling.exactness, later.retelling.exactness
    if before in _BOUNDED_BELOW and after in _FIGURES - _BOUNDED_BELOW and later.happened:
        return f"{_words(before)} became {_words(after)}"
    return None


def _about_dropped(earlier: Telling, later: Telling) -> str | None:
    before, after = earlier.retelling.exactness, later.retelling.exactness
    if before is Exactness.ABOUT and after in _FIGURES - {Exactness.ABOUT} and later.happened:
        return f"{_words(before)} became {_words(after)}"
    return None


def _killed_to_murdered(earlier: Telling, later: Telling) -> str | None:
    if later.happened and later.verb is Verb.MURDERED and earlier.verb in (Verb.KILLED, Verb.DIED):
        return f"{earlier.verb.value} became {later.verb.value}"
    return None


def _perpetrator_named(earlier: Telling, later: Telling) -> str | None:
    if later.happened and not _named(earlier) and _named(later):
        return f"{_actors(earlier) or 'nobody'} became {_actors(later)}"
    return None


def _perpetrator_changed(earlier: Telling, later: Telling) -> str | None:
    before, after = _named(earlier), _named(later)
    if not later.happened or not before or not after:
        return None
    if all(any(same_actor(keys, old) for old, _ in before) for keys, _ in after):
        return None
    return f"{_actors(earlier)} became {_actors(later)}"


def _perpetrator_hedge_dropped(earlier: Telling, later: Telling) -> str | None:
    for keys, actor in _named(earlier):
        same = [now for other, now in _named(later) if same_actor(keys, other) and keys & other]
        if later.happened and actor.hedged and same and not any(now.hedged for now in same):
            return f"{actor.text} was hedged, {same[0].text} is not"
    return None


def _place_widened(earlier: Telling, later: Telling) -> str | None:
    if not later.happened or earlier.place is None:
        return None
    if earlier.place.name is None and earlier.place.text.islower():
        return None  # "the municipality": no name that could be held against another
    if later.place is None:
        wide = names_no_place_but_a_country(later.publication.text)
        return f"{earlier.place.text} became {wide}" if wide is not None else None
    if any(later.place.text in actor.text for actor in later.actors):
        return None  # "Russia" that did it is not where it was done
    after = later.publication.text
    for link in later.head.claim.chain:  # a paper called after a town does not name the town
        after = after.replace(link.speaker, " ")
    if widened(earlier.place, later.place, before=earlier.publication.text, after=after):
        return f"{earlier.place.text} became {later.place.text}"
    return None


def _number_changed(earlier: Telling, later: Telling) -> str | None:
    before, after = figure_of(earlier.head.claim), figure_of(later.head.claim)
    if not later.happened or before is None or after is None or before == after:
        return None
    return f"{before} became {after}"


def _victims_changed(earlier: Telling, later: Telling) -> str | None:
    before, after = earlier.head.claim.victims, later.head.claim.victims
    if not later.happened or (figure_of(earlier.head.claim) is None) != (figure_of(later.head.claim) is None):
        return None
    new = after - before
    if before & after:
        new -= earlier.mentioned  # "14 civilians, four of them children" for "14 civilians and children"
    if new or (VictimKind.COMBATANTS in before and not after):
        return f"{_kinds(before)} became {_kinds(after)}"
    return None


def _attribution_dropped(earlier: Telling, later: Telling) -> str | None:
    if (
        later.happened
        and earlier.retelling.attributed
        and not later.retelling.attributed
        and not _names(later, earlier)
    ):
        return "it no longer says who says so"
    return None


def _names(later: Telling, earlier: Telling) -> bool:
    """Whether the sentence that gives the figure names who published or gave it: "47 fled, as the radio had it"."""
    number = figure_of(later.head.claim)
    places = name_keys(" ".join(each.place.text for each in (earlier, later) if each.place is not None))
    said = [earlier.publication.source or "", *earlier.retelling.speakers]
    names = [name for name in said if is_somebody(name_keys(name)) and not name_keys(name) <= places]
    return number is not None and names_beside(later.publication.text, names, {number}, places)


_RULES: Mapping[Flag, Callable[[Telling, Telling], str | None]] = {
    Flag.CERTAINTY_RAISED: _certainty_raised,
    Flag.CERTAINTY_LOWERED: _certainty_lowered,
    Flag.REPORT_TO_CONFIRMATION: _report_to_confirmation,
    Flag.AT_LEAST_DROPPED: _at_least_dropped,
    Flag.ABOUT_DROPPED: _about_dropped,
    Flag.KILLED_TO_MURDERED: _killed_to_murdered,
    Flag.PERPETRATOR_NAMED: _perpetrator_named,
    Flag.PERPETRATOR_CHANGED: _perpetrator_changed,
    Flag.PERPETRATOR_HEDGE_DROPPED: _perpetrator_hedge_dropped,
    Flag.PLACE_WIDENED: _place_widened,
    Flag.NUMBER_CHANGED: _number_changed,
    Flag.VICTIMS_CHANGED: _victims_changed,
    Flag.ATTRIBUTION_DROPPED: _attribution_dropped,
}


def _level(telling: Telling) -> int:
    return LEVELS[telling.head.claim.certainty]


def _said(earlier: Telling, later: Telling) -> str:
    return f"{earlier.head.claim.certainty.value} became {later.head.claim.certainty.value}"


def _named(telling: Telling) -> list[tuple[Keys, Actor]]:
    found = [(telling.names.get(actor.text) or name_keys(actor.text), actor) for actor in telling.actors]
    return [(keys, actor) for keys, actor in found if is_somebody(keys) and not names_no_side(keys)]


def _actors(telling: Telling) -> str:
    return " and ".join(actor.text for actor in telling.actors)


def _kinds(victims: frozenset[VictimKind]) -> str:
    return " and ".join(sorted(each.value.replace("_", " ") for each in victims)) or "people"


def _words(exactness: Exactness) -> str:
    return exactness.value.replace("_", " ")

"""Whom an event befell: each group that is named apart, with its figure, what is said of it, and its names."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from vigil.model.claim import Count, EventType, Exactness, Span, Unit, Victim, VictimKind
from vigil.testimony.counts.mention import CountMention, Kind
from vigil.testimony.english.event import Event, is_nothing_that_acts, is_somebody
from vigil.testimony.english.lexicon import (
    ANIMALS,
    PHRASES_OF,
    PLACES_OF_BUILDING,
    VICTIM_KINDS,
    VICTIM_PHRASES,
    word_set,
)
from vigil.testimony.english.scene import Scene

_PERSONAL: Final = frozenset(
    {
        EventType.KILLING,
        EventType.INJURY,
        EventType.ARBITRARY_DETENTION,
        EventType.KIDNAPPING,
        EventType.ENFORCED_DISAPPEARANCE,
        EventType.TORTURE,
        EventType.SEXUAL_VIOLENCE,
        EventType.SIEGE,
        EventType.DISPLACEMENT,
        EventType.EVACUATION,
        EventType.OTHER,
    }
)
_UNITS: Final[dict[EventType, frozenset[Unit]]] = {
    EventType.ATTACK: frozenset({Unit.ATTACKS, Unit.MUNITIONS}),
    EventType.PROPERTY_DESTRUCTION: frozenset({Unit.BUILDINGS, Unit.VEHICLES}),
    EventType.OBSTRUCTION: frozenset({Unit.VEHICLES, Unit.PEOPLE, Unit.ATTACKS}),
    EventType.CEASEFIRE: frozenset({Unit.ATTACKS}),
}
_PEOPLE: Final = frozenset({Unit.PEOPLE, Unit.FAMILIES})
_ONE: Final = word_set("he she him her me i i")
_MANY: Final = word_set(
    """family people crowd staff team group couple crew youth public population half majority most some rest number
    personnel police civilian them they community"""
)
_NOBODY_KNOWN: Final = word_set("anyone anybody everyone everybody whoever")
_DONE_TO_ONE: Final = word_set(
    """arrest detention abduction kidnapping disappearance execution killing murder death rape assassination injury
    beheading hanging"""
)
"""Nouns that count persons: 127 arrests are of 127 people."""
_OTHERS: Final = frozenset({"other", "others", "more", "another", "further", "additional"})


@dataclass(slots=True)
class Group:
    """One group of victims (or of what was struck, stopped, destroyed)."""

    head: int | None
    count: Count | None = None
    kinds: set[VictimKind] = field(default_factory=set)
    kind_spans: list[Span] = field(default_factory=list)
    named: list[Victim] = field(default_factory=list)
    part: bool = False  # of the group before it
    mention: CountMention | None = None


def groups(view: Scene, event: Event, mentions: Sequence[CountMention]) -> list[Group]:
    """The groups of an event; one without figure where nobody is counted or named."""
    found: list[Group] = []
    for head in event.victims:
        group = _group(view, event, head, mentions)
        if found and _joins(view, group, head):
            found[-1].kinds |= group.kinds
            found[-1].kind_spans += group.kind_spans
            found[-1].named += group.named
        else:
            found.append(group)
    if event.type not in _PERSONAL and not any(group.count for group in found):
        count = _of_causes(view, event, mentions) or _twice(view, event)
        if count is not None:
            group = found[0] if found else Group(None)
            group.count = count
            return [group]
    if event.noun and not any(group.count for group in found):
        count = _of_noun(view, event, mentions)
        if count is not None:
            if not found:
                found.append(Group(event.head))
            found[0].count = count
    if event.type is EventType.EVACUATION and not any(group.count for group in found):
        found = _of_carriers(view, event, mentions) or found
    if event.noun and found and not found[0].kinds:
        _said_before(view, event.head, found[0])
    return found or [Group(None)]


def _of_carriers(view: Scene, event: Event, mentions: Sequence[CountMention]) -> list[Group]:
    """ "Some 70 buses will evacuate people": so many buses."""
    for at in (*event.causes, *event.agents):
        mention = in_stretch(view, *view.core(at), mentions, frozenset({Unit.VEHICLES}))
        if mention is not None and mention.unit is Unit.VEHICLES:
            return [Group(at, count=counted(mention, Unit.VEHICLES))]
    return []


def _said_before(view: Scene, head: int, group: Group) -> None:
    """ "745 civilian deaths": of civilians."""
    for child in view.children(head, "amod", "compound"):
        kind = VICTIM_KINDS.get(view.lemma[child]) or VICTIM_KINDS.get(view.lower[child])
        if kind is not None:
            group.kinds.add(VictimKind(kind))
            group.kind_spans.append(view.span(child, child))


def units_of(event: EventType) -> frozenset[Unit]:
    """What an event of this kind counts."""
    return _UNITS.get(event, _PEOPLE)


def in_stretch(
    view: Scene, first: int, last: int, mentions: Sequence[CountMention], units: frozenset[Unit] | None
) -> CountMention | None:
    """The figure that stands within these tokens."""
    begin, end = view.tokens[first].begin, view.tokens[last].end
    inside = [
        one
        for one in mentions
        if one.kind is Kind.COUNT
        and begin <= one.number.begin < end
        and (units is None or one.unit is None or one.unit in units)
    ]
    with_unit = [one for one in inside if one.unit is not None]
    plain = [one for one in with_unit if not one.single] or [one for one in inside if not one.single]
    return next(iter(plain or with_unit or inside), None)


def counted(mention: CountMention, unit: Unit) -> Count:
    """A figure as the claim has it: of its own unit, or else of this one."""
    return mention.as_count(mention.unit or unit)


def kinds_in(view: Scene, first: int, last: int) -> tuple[set[VictimKind], list[Span]]:
    """What the words say the victims are."""
    kinds: set[VictimKind] = set()
    spans: list[Span] = []
    for at in range(first, last + 1):
        pair = f"{view.lemma[at - 1]} {view.lemma[at]}" if at > first else ""
        kind = VICTIM_PHRASES.get(pair)
        begin = at - 1
        if kind is None:
            kind, begin = VICTIM_KINDS.get(view.lemma[at]) or VICTIM_KINDS.get(view.lower[at]), at
            if view.tokens[at].dep in {"compound", "poss"} and at < last and kind != "women":
                following = view.lemma[at + 1]
                if following not in VICTIM_KINDS and view.tokens[at + 1].entity != "PERSON":
                    kind = None
        if kind is None and at + 2 < len(view.lemma) and view.lower[at + 1] == "of":
            kind = PHRASES_OF.get((view.lemma[at], view.lemma[at + 2]))
        if kind is not None:
            kinds.add(VictimKind(kind))
            spans.append(view.span(begin, at))
    return kinds, spans


def _group(view: Scene, event: Event, head: int, mentions: Sequence[CountMention]) -> Group:
    first, last = view.core(head)
    units = units_of(event.type)
    group = Group(head)
    if event.type in _PERSONAL or event.type is EventType.ATTACK:
        group.kinds, group.kind_spans = kinds_in(view, first, last)
        _say_more(view, head, group)
    told = _who_they_are(view, event, head)
    if told is not None:
        group.kinds, group.kind_spans = kinds_in(view, *view.core(told))
        head = told
        first, last = view.core(head)
    mention = _own_figure(view, head, mentions) or in_stretch(view, first, last, mentions, units)
    default = Unit.PEOPLE if event.type in _PERSONAL else Unit.BUILDINGS
    some_of = mention is not None and mention.unit is None and _some_of_buildings(view, event, head)
    if mention is not None and (mention.unit is not None or event.type in _PERSONAL or some_of):
        group.count, group.mention = counted(mention, default), mention
        group.part = mention.part_of is not None
    elif event.type in _PERSONAL and mention is None:
        group.count = _single(view, head)
    elif event.type is EventType.PROPERTY_DESTRUCTION and any(
        view.lower[child] in {"a", "an"} for child in view.children(head, "det")
    ):
        group.count = Count(low=1, high=1, exactness=Exactness.EXACT, unit=Unit.BUILDINGS, span=view.span(first, last))
    if event.type in _PERSONAL:
        name = _name(view, head)
        if name is not None:
            kind = next(iter(group.kinds), None)
            group.named.append(Victim(name=view.text[name.begin : name.end], span=name, kind=kind))
    return group


def _some_of_buildings(view: Scene, event: Event, head: int) -> bool:
    """ "About 200 of the 240 houses were burned"."""
    of_what = view.innermost(head)
    return (
        event.type is EventType.PROPERTY_DESTRUCTION and of_what != head and view.lemma[of_what] in PLACES_OF_BUILDING
    )


def _who_they_are(view: Scene, event: Event, head: int) -> int | None:
    """Of "dragged five women into the school and raped them" the women."""
    verb = view.tokens[event.verb]
    if view.lower[head] != "them" or verb.dep != "conj" or not view.is_verb(verb.head):
        return None
    before = view.subjects(verb.head) if view.passive(verb.head) else view.objects(verb.head)
    return next((one for one in before if is_somebody(view, one) and view.tokens[one].pos != "PRON"), None)


def _own_figure(view: Scene, head: int, mentions: Sequence[CountMention]) -> CountMention | None:
    """The figure that is the word itself ("thirteen of the 40 miners"), or that counts it ("more than 30 injured")."""
    token = view.tokens[head]
    for one in mentions:
        if one.kind is not Kind.COUNT or one.single:
            continue
        if token.tag == "CD" and one.number.begin <= token.begin < one.number.end:
            return one
        if one.unit_word is not None and one.unit_word.begin <= token.begin < one.unit_word.end:
            return one
    return None


def _say_more(view: Scene, head: int, group: Group) -> None:
    """Kinds that an apposition gives: "Lena Okar, a reporter"."""
    for child in view.children(head, "appos"):
        first, last = view.core(child)
        if view.child(child, "nummod") is None:
            kinds, spans = kinds_in(view, first, last)
            group.kinds |= kinds
            group.kind_spans += spans


def _single(view: Scene, head: int) -> Count | None:
    """One person, shown by the word itself."""
    token = view.tokens[head]
    lower, lemma = view.lower[head], view.lemma[head]
    span = Span(token.begin, token.end)
    if lower in _ONE:
        return Count(low=1, high=1, exactness=Exactness.EXACT, unit=Unit.PEOPLE, span=span)
    if token.tag.startswith(("JJ", "RB")) or lower in {"more", "others"}:
        return None
    if lemma in _MANY | _NOBODY_KNOWN or token.pos == "PRON" or view.lower[head] in {"injured", "wounded", "dead"}:
        return None
    person = token.entity == "PERSON" or (
        token.tag in {"NN", "NNP"} and (is_somebody(view, head) or _beside(view, head))
    )
    if not person or any(view.lower[child] in {"no", "any", "every", "each"} for child in view.children(head, "det")):
        return None
    headline = token.dep == "nsubjpass" and head == view.sentence(head)[0]  # "Journalist shot dead"
    if (
        token.tag == "NN"
        and not headline
        and not any(
            view.tokens[child].dep in {"det", "poss", "compound", "amod", "appos"} for child in view.tree.children[head]
        )
    ):
        return None
    first, last = view.core(head)
    return Count(low=1, high=1, exactness=Exactness.EXACT, unit=Unit.PEOPLE, span=view.span(first, last))


def _beside(view: Scene, head: int) -> bool:
    """ "Three clergymen and a catechist": whoever is named beside persons is one."""
    token = view.tokens[head]
    if token.dep != "conj" or not is_somebody(view, token.head) or not view.children(head, "det", "poss"):
        return False
    return not is_nothing_that_acts(view, head) and view.lemma[head] not in PLACES_OF_BUILDING | ANIMALS


def _name(view: Scene, head: int) -> Span | None:
    """The name of a victim, where it is one."""
    at = head
    if view.tokens[at].entity != "PERSON":
        named = next((one for one in view.children(head, "appos") if view.tokens[one].entity == "PERSON"), None)
        if named is None:
            return None
        at = named
    first = last = at
    while first > 0 and view.tokens[first - 1].entity == "PERSON" and not view.tokens[first].entity_begins:
        first -= 1
    while (
        last + 1 < len(view.tokens)
        and view.tokens[last + 1].entity == "PERSON"
        and not view.tokens[last + 1].entity_begins
    ):
        last += 1
    return view.span(first, last)


def _joins(view: Scene, group: Group, head: int) -> bool:
    """Whether a coordinated phrase shares the figure before it: "27 women and children"."""
    if group.count is not None:
        return False
    return not any(view.lower[child] in _OTHERS for child in view.tree.children[head])


def _of_causes(view: Scene, event: Event, mentions: Sequence[CountMention]) -> Count | None:
    """Strikes, shells and blows where they are counted: "94 strikes hit", "fired two missiles"."""
    units = units_of(event.type)
    for at in (*event.causes, *event.agents):
        mention = in_stretch(view, *view.core(at), mentions, units)
        if mention is not None and mention.unit in units:
            return counted(mention, Unit.ATTACKS)
    return None


def _twice(view: Scene, event: Event) -> Count | None:
    """ "An F-16 hit it twice"."""
    for child in view.children(event.verb, "advmod", "npadvmod"):
        if view.lower[child] == "twice" and event.type is EventType.ATTACK:
            return Count(low=2, high=2, exactness=Exactness.EXACT, unit=Unit.ATTACKS, span=view.span(child, child))
    return None


def _of_noun(view: Scene, event: Event, mentions: Sequence[CountMention]) -> Count | None:
    """ "The deaths of 12", "a death toll of 40", "put the toll at 29,092", "43 attacks"."""
    mention = in_stretch(view, *view.core(event.head), mentions, None)
    units = units_of(event.type)
    token = view.tokens[event.head]
    if mention is None and token.dep == "pobj" and view.lower[token.head] == "of":
        mention = in_stretch(view, *view.core(view.tokens[token.head].head), mentions, None)
        units = units | {mention.unit} if mention is not None and mention.unit is not None else units
    if mention is not None and (mention.unit in units or mention.unit is None or event.type in _PERSONAL):
        if view.lemma[event.head] in _DONE_TO_ONE:
            return mention.as_count(Unit.PEOPLE)
        return counted(mention, Unit.PEOPLE if event.type in _PERSONAL else Unit.ATTACKS)
    if view.lemma[event.head] == "toll" or view.lower[event.head] in {"displaced", "injured", "wounded", "dead"}:
        first, last = view.sentence(event.head)
        reach = [
            one
            for one in mentions
            if one.kind is Kind.COUNT
            and view.tokens[first].begin <= one.number.begin < view.tokens[last - 1].end
            and one.number.begin > view.tokens[event.head].begin
            and one.part_of is None
        ]
        if reach:
            return counted(reach[0], Unit.PEOPLE)
    return None

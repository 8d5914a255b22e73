"""Events told in a text: which words tell of one, of what kind, and who stands in it as doer and as victim."""

from dataclasses import dataclass, replace
from typing import Final

from vigil.model.claim import EventType
from vigil.testimony.english.lexicon import (
    ADJECTIVES,
    ANIMALS,
    ARMED,
    PARTS_OF_NATURE,
    PERSONS,
    PLACES_OF_BUILDING,
    PRISONS,
    STATE,
    WEAPONS,
    Frame,
    Sense,
    word_set,
)
from vigil.testimony.english.scene import MOST_STEPS, Scene
from vigil.testimony.english.vocabulary import EVENT_NOUNS, SENSES

_WEAK: Final = word_set(
    """hold take seize capture drag force grab round lead bundle vanish cross leave drive throw push bury lose free
    release liberate transfer exchange harm count dig stop take surrender apprehend get hit"""
)
"""Verbs that mean an event only where they befall somebody."""

_TAKING: Final[dict[str, frozenset[str]]] = {
    "force": frozenset({"into"}),
    "lead": frozenset({"away", "off"}),
    "round": frozenset({"up"}),
    "drag": word_set("away out into off from"),
    "grab": word_set("away off from into"),
    "bundle": frozenset({"into", "away"}),
    "hold": PRISONS | word_set("being been is are was were still where captive annex holding by"),
    "take": word_set("away by from at to into prisoner captive hostage in off blindfolded custody was were"),
}
"""What a verb of taking needs beside it."""

_NOT_TAKING: Final = word_set(
    """hospital hospitals clinic part place accountable responsible talks care safety ceremony funeral treatment morgue
    picture photo video oath refuge shelter power"""
)

_HAPPENS: Final = word_set(
    """begin start continue resume happen occur take follow go end expire last collapse hold kill cause leave come
    intensify persist break fail enter remain"""
)
_MADE: Final = word_set(
    """report confirm verify document condemn record announce declare agree allow carry launch conduct suffer demand
    propose reject order allege sign broker negotiate break violate claim face begin impose lift observe request
    seek support offer accept establish deny say urge call admit halt end extend renew reach plan resume start
    prevent investigate witness describe acknowledge mourn blame see cause provide tighten have commit want
    expect"""
)
_EVENTFUL: Final = frozenset({EventType.CEASEFIRE, EventType.EVACUATION, EventType.SIEGE})
_HEADLINE: Final = word_set(
    "kill wound injure hurt arrest detain kidnap abduct displace behead execute jail evacuate release free evict expel"
)
"""Without an object they are passives whose "were" was left out: "four arrested", "and nine others wounded"."""

_DROPPED: Final = word_set("bomb shell missile rocket airstrike strike mortar")
_LETS: Final = frozenset({"let", "allow", "permit"})
_WITH_ABOVE: Final = word_set("let allow permit reach enter")
_STANDING: Final = frozenset({"dead", "wounded", "injured", "missing"})
_RISES: Final = word_set("stand rise reach climb be pass exceed grow jump hit")
_AMOUNTS: Final = word_set("dozen score hundred thousand number lot case instance act incident half third most some")
_JAILED: Final = word_set("prison jail custody charge checkpoint branch cell arrest bars")
_NO_DEED: Final = word_set(
    "dump recover find pull retrieve exhume unearth collect discover dig count extract lose receive"
)
"""Whoever does this to the dead did not kill them."""


@dataclass(frozen=True, slots=True)
class Event:
    """Words that tell of something happening, before it is asked who says so.

    Attributes:
        head: The token that carries it.
        words: Tokens that make it this kind of event.
        verb: The verb of its clause: where its mood and its circumstances are.
        victims: Heads of the phrases of whom, or what, it befell.
        agents: Heads of the phrases of who did it.
        cause: Tokens of what it was done by: an airstrike, a shell.
    """

    type: EventType
    head: int
    words: tuple[int, ...]
    verb: int
    sense: Sense
    victims: tuple[int, ...] = ()
    agents: tuple[int, ...] = ()
    causes: tuple[int, ...] = ()
    noun: bool = False


def events(view: Scene) -> list[Event]:
    """Every event of a text, by the place of its word."""
    found = []
    for at, token in enumerate(view.tokens):
        one = None
        if token.tag.startswith("VB"):
            one = _amod_dead(view, at) or _of_verb(view, at) or _of_adjective(view, at)
        elif token.tag.startswith("NN"):
            one = _of_noun(view, at) or _dead_as_noun(view, at)
        elif token.tag.startswith("JJ") or token.pos == "ADJ":
            one = _of_adjective(view, at)
        if one is not None:
            found.append(_kinded(view, one))
    return found


def is_somebody(view: Scene, at: int) -> bool:
    """Whether a phrase speaks of persons."""
    inner = view.innermost(at)
    lemma, lower = view.lemma[inner], view.lower[inner]
    token = view.tokens[inner]
    if lemma in PERSONS or lower in PERSONS or token.entity == "PERSON":
        return True
    if token.entity == "NORP" and token.tag != "JJ":
        return True
    if (
        token.tag == "NNP"
        and token.entity in {"", "GPE"}
        and view.tokens[at].dep in {"dobj", "nsubjpass"}
        and not any(view.tokens[child].dep == "det" for child in view.tree.children[at])
        and lemma not in WEAPONS | PLACES_OF_BUILDING
    ):
        return any(view.tokens[child].dep == "compound" for child in view.tree.children[at])
    if lower.endswith(("men", "women", "ists", "ers", "ians", "ees")) and token.tag in {"NNS", "NNPS"}:
        return lemma not in WEAPONS and lemma not in PLACES_OF_BUILDING and lemma not in PARTS_OF_NATURE
    return token.tag == "CD" and inner == at


def is_nothing_that_acts(view: Scene, at: int) -> bool:
    """Whether a phrase names a weapon, a blow, a hunger: not somebody."""
    lemma = view.lemma[at]
    return (
        lemma in WEAPONS or view.lower[at] in WEAPONS or lemma in PARTS_OF_NATURE or view.lower[at] in PARTS_OF_NATURE
    )


def _of_verb(view: Scene, at: int) -> Event | None:  # noqa: PLR0912, PLR0915 - one case after another reads best
    lemma = view.lemma[at]
    senses = SENSES.get(lemma)
    if senses is None or _is_modifier(view, at) or _nominal(view, at):
        return None
    words = view.own_words(at)
    if view.tokens[at].dep == "xcomp" and lemma in _WITH_ABOVE:
        words = words | view.own_words(view.tokens[at].head)  # "refused to let", "unable to reach"
    if lemma in _LETS:
        words = words | set(view.lower[at : at + 9])  # "let the trucks through": the grammar makes a clause of it
    passive = view.passive(at)
    subjects, objects = view.subjects(at), view.objects(at)
    patients = subjects if passive else objects
    doers = view.agents(at) if passive else subjects
    for sense in senses:
        if sense.near and not (sense.near & words):
            continue
        if sense.also and not (sense.also & words):
            continue
        if sense.apart & words:
            continue
        if sense.frame in (Frame.BEFALLS, Frame.MOVES):
            if sense.objects and not any(view.lemma[one] in sense.objects for one in objects):
                continue
            if sense.subjects and not any(_among(view, one, sense.subjects) for one in subjects):
                continue
            victims = subjects if not passive or sense.frame is Frame.MOVES else patients
            if lemma in _WEAK and not any(is_somebody(view, one) for one in victims):
                continue
            if victims and is_nothing_that_acts(view, victims[0]):
                continue
            return Event(sense.event, at, _words(view, at), at, sense, _spread(view, victims), ())
        if sense.frame is Frame.LANDS:
            if sense.subjects and not any(_among(view, one, sense.subjects) for one in subjects):
                continue
            return Event(sense.event, at, _words(view, at), at, sense, (), (), _spread(view, subjects))
        if sense.objects and not any(_among(view, one, sense.objects) for one in _spread(view, patients)):
            stops = sense.event is EventType.CEASEFIRE and sense.objects & set(view.lower[at + 1 : at + 3])
            if not stops:  # "stop fighting": a verb as object
                continue
        if (
            sense.person
            and not passive
            and not objects
            and lemma in _HEADLINE
            and view.tokens[at].tag in {"VBD", "VBN"}
        ):
            counted = [one for one in subjects if is_somebody(view, one) and not view.children(at, "aux")]
            patients, doers = (counted, view.agents(at)) if counted else (patients, doers)
        victims = [one for one in patients if not sense.person or _may_be_victim(view, one, lemma, sense)]
        if lemma == "leave" and view.tokens[at].dep in {"acl", "relcl"}:
            continue
        if sense.person and (patients or lemma in _WEAK) and not victims:
            continue
        taken = sense.event is EventType.KIDNAPPING and lemma in _TAKING
        if taken and not (_TAKING[lemma] & words or _by_armed_men(view, lemma, doers, victims)):
            continue
        if taken and (_NOT_TAKING & words or any(view.owns(one, victims) for one in doers)):
            continue
        if lemma in _NO_DEED and sense.objects and not _counted_bodies(view, patients):
            continue
        if lemma in _NO_DEED or (lemma == "bury" and sense.event is EventType.KILLING):
            doers = []
        agents = [one for one in doers if not is_nothing_that_acts(view, one) and not _of_nature(view, one)]
        causes = [one for one in doers if one not in agents]
        return Event(
            sense.event, at, _words(view, at), at, sense, _spread(view, victims), _spread(view, agents), tuple(causes)
        )
    return None


def _by_armed_men(view: Scene, verb: str, doers: list[int], victims: list[int]) -> bool:
    """ "Soldiers searched the houses and took the men": taking needs no other word."""
    if verb not in {"take", "seize", "grab", "hold"}:
        return False
    return any(_phrase(view, one) & (STATE | ARMED) for one in doers) and any(is_somebody(view, one) for one in victims)


def _counted_bodies(view: Scene, patients: list[int]) -> bool:
    """Whether it is said how many dead were found, or at least that some were: not "the bodies"."""
    return not any(
        view.lower[child] in {"the", "these", "those"} for one in patients for child in view.children(one, "det")
    ) or any(
        view.child(one, "nummod") is not None
        or view.lemma[one] != "body"
        or any(is_somebody(view, of) for prep in view.children(one, "prep") for of in view.children(prep, "pobj"))
        for one in patients
    )


def _among(view: Scene, at: int, lemmas: frozenset[str]) -> bool:
    first, last = view.core(at)
    return any(view.lemma[one] in lemmas or view.lower[one] in lemmas for one in range(first, last + 1))


def _may_be_victim(view: Scene, at: int, verb: str, sense: Sense) -> bool:
    if sense.objects:
        return True
    inner = view.innermost(at)
    lemma = view.lemma[inner]
    if lemma == "body" and verb == "bury":
        return True
    if verb == "bury" and view.tokens[inner].pos == "PRON":
        return False
    if is_somebody(view, at):
        return True
    if verb in _WEAK or lemma in ANIMALS or is_nothing_that_acts(view, inner) or lemma in PLACES_OF_BUILDING:
        return False
    return sense.event is not EventType.DISPLACEMENT or view.tokens[inner].tag.startswith("NN")


def _of_nature(view: Scene, at: int) -> bool:
    return view.tokens[at].entity in {"DATE", "TIME", "CARDINAL", "MONEY"} and not is_somebody(view, at)


def _is_modifier(view: Scene, at: int) -> bool:
    """A participle before its noun: "armed", "besieged enclave", "shelling reports"."""
    token = view.tokens[at]
    return token.dep in {"amod", "compound"} and token.head > at


def _nominal(view: Scene, at: int) -> bool:
    """A participle that stands as a noun: "the wounded"."""
    token = view.tokens[at]
    return (
        token.tag == "VBN" and token.dep in {"pobj", "dobj", "nsubj", "nsubjpass"} and view.child(at, "det") is not None
    )


def _words(view: Scene, at: int) -> tuple[int, ...]:
    """The verb with its particle and what it makes of its object: "shot dead", "blew up"."""
    found = [at, *view.children(at, "prt")]
    found += [
        child for child in view.children(at, "oprd", "acomp", "advmod") if view.lower[child] in {"dead", "sexually"}
    ]
    return tuple(sorted(found))


def _spread(view: Scene, heads: list[int]) -> tuple[int, ...]:
    """Phrases with those coordinated with them."""
    found: list[int] = []
    for head in heads:
        found += [one for one in view.conjuncts(head) if one not in found]
    return tuple(found)


def _of_noun(view: Scene, at: int) -> Event | None:  # noqa: PLR0911, PLR0912 - one case after another reads best
    lemma = view.lemma[at]
    token = view.tokens[at]
    if lemma == "toll" and (
        any(view.lemma[child] == "death" for child in view.children(at, "compound"))
        or (token.dep == "nsubj" and view.lemma[token.head] in _RISES)
    ):
        return Event(EventType.KILLING, at, (at,), view.clause(at), EVENT_NOUNS["death"], noun=True)
    sense = EVENT_NOUNS.get(view.lower[at]) or EVENT_NOUNS.get(lemma)
    if sense is None and lemma in _DROPPED and token.dep in {"ROOT", "appos"} and _no_verb(view, at):
        sense = EVENT_NOUNS["attack"]  # "2 barrel bombs on the market": a post without a verb
    if sense is None or token.dep in {"compound", "nmod", "npadvmod"} or token.tag in {"NNP", "NNPS"}:
        return None
    if sense.near and not any(view.lower[child] in sense.near for child in view.tree.children[at]):
        return None
    if lemma in {"custody", "captivity", "detention"}:
        kept = _kept_in(view, at)
        if kept or lemma != "detention":
            return Event(sense.event, at, (at,), view.clause(at), sense, kept) if kept else None
    if lemma in {"body", "corpse"}:
        if token.dep == "pobj" and view.child(at, "nummod") is not None:
            above = view.tokens[token.head].head
            if view.lemma[above] == "grave":  # "a grave with 30 bodies"
                return Event(sense.event, at, (at,), view.clause(at), sense, (at,))
        return None  # where they are found, buried or recovered, the verb tells it
    if lemma in {"clash", "explosion", "blast", "gunfire", "barrage"} and not _told(view, at):
        return None
    victims, agents = _around_noun(view, at)
    counted = any(view.tokens[child].dep == "nummod" for child in view.tree.children[at])
    head = token.head
    if token.dep == "pobj" and view.lower[head] == "of" and view.lemma[view.tokens[head].head] in _AMOUNTS:
        counted = True
    if lemma in {"martyr", "victim", "casualty", "fatality"} and not counted:
        return None
    if lemma in {"strike", "release", "burning", "surrender", "beating"} and not (
        _told(view, at) or victims or counted
    ):
        return None
    if lemma == "grave" and not counted:
        return None
    if sense.event is EventType.SIEGE and token.dep == "pobj" and view.lower[token.head] == "under":
        clause = view.clause(at)
        victims = [one for one in view.subjects(clause) if is_somebody(view, one)] if view.is_verb(clause) else []
        if view.tokens[view.tokens[token.head].head].tag.startswith("NN"):
            victims = [one for one in [view.tokens[token.head].head] if is_somebody(view, one)]
    people = sense.event in {
        EventType.KILLING,
        EventType.INJURY,
        EventType.ARBITRARY_DETENTION,
        EventType.KIDNAPPING,
        EventType.ENFORCED_DISAPPEARANCE,
        EventType.OTHER,
    }
    if people and not (victims or counted or (_told(view, at) and lemma != "death")):
        return None
    return Event(
        sense.event, at, (at,), view.clause(at), sense, _spread(view, victims), _spread(view, agents), noun=True
    )


def _kept_in(view: Scene, at: int) -> tuple[int, ...]:
    """ "The headmaster has been in detention since March": who."""
    clause = view.clause(at)
    if view.tokens[at].dep != "pobj" or view.lower[view.tokens[at].head] != "in":
        return ()
    if (
        view.lemma[clause] not in {"be", "remain", "languish", "keep"}
        or view.tokens[view.tokens[at].head].head != clause
    ):
        return ()
    return _spread(view, [one for one in view.subjects(clause) if is_somebody(view, one)])


def _no_verb(view: Scene, at: int) -> bool:
    first, last = view.sentence(at)
    return not any(view.is_verb(one) or view.tokens[one].pos == "AUX" for one in range(first, last))


def _told(view: Scene, at: int) -> bool:
    """Whether the sentence tells that it happened, and does not merely refer to it."""
    token = view.tokens[at]
    head = token.head
    if head == at:
        return True
    if token.dep in {"nsubj", "nsubjpass"}:
        return view.lemma[head] in _HAPPENS or view.lemma[head] in _MADE
    if token.dep in {"dobj", "attr"}:
        return view.lemma[head] in _MADE or view.lemma[head] == "be"
    if token.dep == "pobj":
        return view.lower[head] in {"of", "for", "to", "on"} and view.lemma[view.tokens[head].head] in {
            "accuse",
            "call",
            "report",
            "before",
            "responsibility",
            "end",
            "evidence",
            "case",
            "campaign",
            "ask",
            "appeal",
            "agree",
        }
    if token.dep == "conj":
        return _told(view, head) if head < at else False
    return token.dep in {"appos", "ccomp"}


def _by_further_on(view: Scene, at: int) -> list[int]:
    """ "The arrest of a student in Aleppo by the police", "92 cases of detention by": "by" hangs on another noun."""
    top = at
    token = view.tokens[at]
    if token.dep == "pobj" and view.lower[token.head] == "of" and view.lemma[view.tokens[token.head].head] in _AMOUNTS:
        top = view.tokens[token.head].head
    first, last = view.stretch(top)
    for one in range(at + 1, min(last, at + 3 * MOST_STEPS) + 1):
        if view.is_verb(one):
            break
        if view.lower[one] == "by" and first <= one:
            return [other for other in view.children(one, "pobj") if not is_nothing_that_acts(view, other)]
    return []


def _claimed_or_blamed(view: Scene, at: int) -> list[int]:
    """Who claims a deed, or is blamed for it, where the deed is a noun."""
    token = view.tokens[at]
    head = token.head
    if token.dep == "dobj" and view.lemma[head] in {"order", "command", "direct", "authorise", "authorize", "carry"}:
        return view.subjects(head) if not view.passive(head) else []
    if token.dep == "dobj" and view.lemma[head] in {"blame", "pin"}:
        on = [*view.children(head, "prep"), *view.children(at, "prep")]
        return [one for prep in on if view.lower[prep] == "on" for one in view.children(prep, "pobj")]
    if token.dep == "pobj" and view.lower[head] == "for":
        above = view.tokens[head].head
        if view.lemma[above] == "responsibility" and view.lemma[view.tokens[above].head] in {
            "claim",
            "admit",
            "accept",
            "take",
        }:
            return view.subjects(view.tokens[above].head)
        if view.lemma[above] in {"blame", "condemn"} and view.is_verb(above) and view.lemma[above] == "blame":
            return view.objects(above)
    return []


def _around_noun(view: Scene, at: int) -> tuple[list[int], list[int]]:
    """Whom an event noun befell ("of ..."), and by whom ("by ...", "Israeli", "the army's")."""
    victims: list[int] = []
    agents = [one for one in view.agents(at) if not is_nothing_that_acts(view, one)]
    agents += _claimed_or_blamed(view, at)
    if not agents:
        agents += _by_further_on(view, at)
    for child in view.tree.children[at]:
        token = view.tokens[child]
        if token.dep == "prep" and token.text.lower() == "of":
            victims += [one for one in view.children(child, "pobj") if not is_nothing_that_acts(view, one)]
        elif (
            token.dep == "prep"
            and token.text.lower() == "for"
            and view.lemma[at] in {"passage", "evacuation", "corridor"}
        ):
            victims += [one for one in view.children(child, "pobj") if is_somebody(view, one)]
        elif token.dep == "poss" and token.entity in {"DATE", "TIME"}:
            continue
        elif token.dep == "poss":
            (
                victims
                if view.lemma[at] in {"death", "killing", "murder", "release", "disappearance", "arrest"}
                and is_somebody(view, child)
                else agents
            ).append(child)
        elif (token.entity in {"NORP", "GPE"} and token.dep in {"amod", "compound"}) or (
            token.dep == "compound"
            and view.lemma[child] != "air"
            and view.lemma[child] in STATE | ARMED | {"coalition"}
        ):
            agents.append(child)
    return victims, agents


def _of_adjective(view: Scene, at: int) -> Event | None:  # noqa: PLR0911, PLR0912 - one case after another reads best
    sense = ADJECTIVES.get(view.lower[at])
    if sense is None:
        return None
    token = view.tokens[at]
    if view.lower[at] == "dead" and at and (view.lemma[at - 1] in {"shoot", "gun"} or view.turned_up_alive(at)):
        return None
    if view.lower[at] in _STANDING and token.dep in {"pobj", "nsubj"} and _figure_of(view, at):
        return Event(sense.event, at, (at,), view.clause(at), sense, noun=True)
    if token.dep == "amod" and view.lower[at] in _STANDING and view.lemma[token.head] == "number":
        return Event(sense.event, at, (at,), token.head, sense, noun=True)
    if token.dep == "amod" and view.tokens[token.head].tag == "CD" and token.head < at:
        return Event(sense.event, at, (at,), view.clause(at), sense, (token.head,))
    if view.lower[at] in {"injured", "wounded", "displaced", "besieged"} and token.tag.startswith("VB"):
        return _numbered(view, at, sense)
    if token.dep in {"amod", "compound"}:
        return None
    head = token.head
    if view.lower[at] == "dead" and token.dep == "pobj" and view.lower[head] == "among":
        clause = view.clause(at)
        among = [one for one in view.subjects(clause) if is_somebody(view, one)]
        return Event(sense.event, at, (at,), clause, sense, _spread(view, among)) if among else None
    if token.dep == "oprd" and view.is_verb(head) and view.lemma[head] == "shoot":
        return None  # shot dead: the verb has it
    if view.child(at, "nummod") is not None:
        return Event(sense.event, at, (at,), view.clause(at), sense, (at,))
    victims = view.children(at, "nsubj")
    if not victims and token.dep in {"acomp", "oprd", "xcomp", "ccomp", "attr"}:
        verb = head
        victims = view.objects(verb) if view.lemma[verb] == "leave" else view.subjects(verb)
    if not victims and token.dep in {"amod", "acl"}:
        victims = [head]
    victims = [one for one in victims if is_somebody(view, one)]
    if not victims or (sense.event is EventType.OTHER and view.lower[at] == "missing" and token.dep == "amod"):
        return None
    return Event(sense.event, at, (at,), view.clause(at), sense, _spread(view, victims))


def _figure_of(view: Scene, at: int) -> bool:
    """ "The number of dead is 14", "the dead number 14"."""
    head = view.tokens[at].head
    if view.tokens[at].dep == "nsubj":
        return view.lemma[head] in {"number", "total"}
    return view.lower[head] == "of" and view.lemma[view.tokens[head].head] in {"number", "total", "count", "figure"}


def _dead_as_noun(view: Scene, at: int) -> Event | None:
    """ "Twelve dead in a raid": a headline."""
    sense = ADJECTIVES.get(view.lower[at])
    if sense is None:
        return None
    if view.lower[at] in _STANDING and view.tokens[at].dep in {"pobj", "nsubj"} and _figure_of(view, at):
        return Event(sense.event, at, (at,), view.clause(at), sense, noun=True)
    if view.child(at, "nummod") is None:
        return None
    return Event(sense.event, at, (at,), view.clause(at), sense, (at,))


def _numbered(view: Scene, at: int, sense: Sense) -> Event | None:
    """ "The number of displaced"."""
    head = view.tokens[at].head
    if view.tokens[at].dep == "pobj" and view.lemma[view.tokens[head].head] in {"number", "total", "count"}:
        return Event(sense.event, at, (at,), view.clause(at), sense, noun=True)
    return None


def _amod_dead(view: Scene, at: int) -> Event | None:
    """Participles as nouns: "nine wounded", "the number of displaced"."""
    sense = ADJECTIVES.get(view.lower[at])
    if sense is not None and (view.child(at, "nummod") is not None or view.is_counted_participle(at)):
        whom = at if view.child(at, "nummod") is not None else at - 1  # "treated 40 wounded and left"
        return Event(sense.event, at, (at,), view.clause(view.tokens[at].head), sense, (whom,))
    return None


def _kinded(view: Scene, one: Event) -> Event:
    """Detention, kidnapping or disappearance, by who took them; torture where a beating happened in custody."""
    if one.type in {EventType.KIDNAPPING, EventType.ARBITRARY_DETENTION}:
        return replace(one, type=_taking(view, one))
    return one


def _taking(view: Scene, one: Event) -> EventType:  # noqa: PLR0911 - one case after another reads best
    takers = {word for agent in one.agents for word in _phrase(view, agent)}
    lemma = view.lemma[one.head]
    words = view.own_words(one.verb)
    if "incommunicado" in words:
        return EventType.ENFORCED_DISAPPEARANCE
    armed = takers & ARMED and not (
        takers & {"state", "intelligence", "security", "police", "army"}
        and not takers & {"unidentified", "unknown", "masked"}
    )
    if armed:
        return EventType.KIDNAPPING
    if takers & STATE or any(view.tokens[agent].entity in {"GPE", "NORP"} for agent in one.agents):
        return EventType.ARBITRARY_DETENTION
    if "force" in takers or "forces" in takers:
        return EventType.ARBITRARY_DETENTION
    if lemma in {"kidnap", "abduct", "snatch", "kidnapping", "abduction", "hostage-taking"} or "hostage" in words:
        return EventType.KIDNAPPING
    if lemma in {
        "arrest",
        "nab",
        "remand",
        "custody",
        "detain",
        "imprison",
        "jail",
        "incarcerate",
        "intern",
        "detention",
        "imprisonment",
        "incarceration",
        "internment",
    }:
        return EventType.ARBITRARY_DETENTION
    if words & _JAILED and not takers:
        return EventType.ARBITRARY_DETENTION
    return EventType.KIDNAPPING


def _phrase(view: Scene, at: int) -> set[str]:
    first, last = view.core(at)
    found: set[str] = set()
    for one in range(first, min(last, first + 3 * MOST_STEPS) + 1):
        found.update((view.lemma[one], view.lower[one]))
    return found

"""Verbs that tell of an event: "killed", "opened fire", "took away", with who stands in them as doer and as victim."""

from typing import Final

from vigil.model.claim import EventType
from vigil.testimony.english.event import Event, by_further_on, is_nothing_that_acts, is_somebody, phrase_words, spread
from vigil.testimony.english.lexicon import (
    AID,
    ANIMALS,
    ARMED,
    HELD_BY,
    ORDERS,
    PLACES_OF_BUILDING,
    PRISONS,
    STATE,
    Frame,
    Sense,
    word_set,
)
from vigil.testimony.english.scene import Scene
from vigil.testimony.english.vocabulary import SENSES

_WEAK: Final = word_set(
    """hold take seize capture drag force grab round lead bundle vanish cross leave drive throw push bury lose free
    release liberate transfer exchange harm count dig stop take surrender apprehend get hit carry"""
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
    """hospital hospitals clinic part place accountable account responsible talks care safety ceremony funeral treatment
    morgue picture photo video oath refuge shelter power rubble debris ruins"""
)
_HURT: Final = word_set("wounded injured dead body bodies remains")
"""Who is taken away where they are helped: "the 12 wounded were taken to Bab al-Hawa"."""

_HEADLINE: Final = word_set(
    """kill wound injure hurt arrest detain kidnap abduct displace behead execute jail evacuate release free evict expel
    pull drag snatch seize"""
)
"""Without an object they are passives whose "were" was left out: "four arrested", "and nine others wounded"."""
_WHO_ORDERS: Final = (
    STATE | ARMED | word_set("spokesman spokeswoman spokesperson mayor governor official leaflet")
) - {"unknown", "masked"}
_WITH_TWO_OBJECTS: Final = frozenset({"refuse", "deny"})
_LETS: Final = frozenset({"let", "allow", "permit"})
_GIVES: Final = word_set("grant issue renew send")
_WITH_ABOVE: Final = word_set("let allow permit reach enter") | _GIVES
_DONE_TO: Final = word_set("drown suffocate")
"""What befalls somebody, and what is done to somebody: "drowned her son"."""
_NO_DEED: Final = word_set(
    """dump recover find pull retrieve exhume unearth collect discover dig count extract lose receive enter register log
    record"""
)
"""Whoever does this to the dead did not kill them."""


def of_verb(view: Scene, at: int) -> Event | None:  # noqa: PLR0911, PLR0912, PLR0915 - one case after another reads best
    """The event a verb tells of in the company it stands in, if any."""
    lemma = view.lemma[at]
    senses = SENSES.get(lemma)
    if senses is None or _is_modifier(view, at) or _nominal(view, at):
        return None
    if view.tokens[at].dep == "acl" and view.lemma[view.tokens[at].head] in _FIGURES_OF:
        numbered = _numbered(view, at, senses)
        if numbered is not None:
            return numbered
    words = view.own_words(at)
    if view.tokens[at].dep == "xcomp" and lemma in _WITH_ABOVE:
        words = words | view.own_words(view.tokens[at].head)  # "refused to let", "unable to reach"
    if lemma in _LETS:
        words = words | set(view.lower[at : at + 9])  # "let the trucks through": the grammar makes a clause of it
    if lemma == "hear" and not view.passive(at):
        return None
    if (lemma == "see" and _is_unseen(view, at)) or (lemma == "survive" and not _died(view, at)):
        return None
    if lemma == "shoot":
        words = words | (
            {"dead"} & {*view.lower[at + 1 : at + 2], *(view.lower[one] for one in view.children(at, "oprd"))}
        )
    if lemma in _GIVES:
        words = words | set(view.lower[at : at + 9])  # "to aid workers": taken for a verb
    if lemma == "die":
        words = words | set(view.lower[at : at + 9])  # "died because there was no oxygen"
    if lemma == "take":  # "up to 200 wounded will be taken out"
        words = words | {view.lower[c] for one in view.subjects(at) for c in view.children(one, "acl", "amod")}
    if lemma == "leave":
        # "have left the town as fighting closed in", "a convoy carrying evacuees left"
        words = words | set(view.lower[view.stretch(at)[0] : view.stretch(at)[1] + 1])
    passive = view.passive(at) or _was_left_out(view, at) or _was_shot_by(view, at)
    subjects, objects = view.subjects(at), view.objects(at)
    if lemma == "set" and any(view.lower[one] == "fire" for one in objects):
        objects = view.behind(at, "to") or objects  # "set fire to 17 cars"
    patients = subjects if passive else objects
    if passive and lemma in _WITH_TWO_OBJECTS and objects:
        patients = objects  # "the convoy was refused entry"
    doers = (view.agents(at) or by_further_on(view, at)) if passive else subjects
    doers = [one for one in doers if view.lemma[one] not in HELD_BY]  # "hung by the wrists"
    doers = _of_both(view, at) if passive and not doers else doers
    if _is_of_what_struck(view, at):
        doers = view.agents(view.tokens[at].head)  # "the bus was bombed, killing 12": the bus killed nobody
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
            if victims and is_nothing_that_acts(view, victims[0]) and not is_somebody(view, victims[0]):
                continue  # but "a total of 640 people have fled"
            if lemma in _DONE_TO and not passive and any(is_somebody(view, one) for one in objects):
                return Event(sense.event, at, _words(view, at), at, sense, spread(view, objects), spread(view, doers))
            return Event(sense.event, at, _words(view, at), at, sense, spread(view, victims), ())
        if sense.frame is Frame.LANDS:
            if sense.subjects and not any(_among(view, one, sense.subjects) for one in subjects):
                continue
            return Event(sense.event, at, _words(view, at), at, sense, (), (), spread(view, subjects))
        if sense.subjects and not any(_among(view, one, sense.subjects) for one in subjects):
            continue
        if sense.objects and not any(_among(view, one, sense.objects) for one in spread(view, patients)):
            stops = sense.event is EventType.CEASEFIRE and sense.objects & set(view.lower[at + 1 : at + 3])
            if not stops:  # "stop fighting": a verb as object
                continue
        if (
            (sense.person or lemma == "evacuate")
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
        if taken and _is_delayed(view, at, doers):
            continue
        if taken and not (_TAKING[lemma] & words or _by_armed_men(view, lemma, doers, victims)):
            continue
        hurt = any(_HURT & set(view.lower[view.tree.first[one] : view.tree.last[one] + 1]) for one in victims)
        behind = set(view.lower[at : view.stretch(at)[1] + 1])  # and not "our part of the town" before it
        if sense.event is EventType.EVACUATION and lemma == "take" and _led_away(view, at, doers):
            continue
        if taken and (hurt or _NOT_TAKING & words & behind or any(view.owns(one, victims) for one in doers)):
            continue
        bodies = sense.event is EventType.KILLING and "body" in sense.objects
        if (bodies or lemma in _NO_DEED) and sense.objects and not _counted_bodies(view, patients):
            continue
        if bodies or lemma in _NO_DEED or (lemma == "bury" and sense.event is EventType.KILLING):
            doers = []
        if sense.event is EventType.INJURY and lemma in _TENDS:
            if view.children(at, "ccomp"):
                continue
            doers = []  # doctors who treat, and what leaves people with wounds
            victims = [one for one in victims if view.lower[one] != "dead"]
        if sense.event is EventType.OBSTRUCTION and sense.person and _are_armed(view, victims):
            continue  # "stopped the attackers from entering"
        if sense.event is EventType.KIDNAPPING and any(view.lemma[one] in _WHO_HELPS for one in doers):
            continue
        if sense.event is EventType.OBSTRUCTION and any(view.lemma[one] in AID for one in doers):
            doers = []  # "a convoy turned back": it was turned
        if lemma in ORDERS:
            if not any(phrase_words(view, one) & _WHO_ORDERS for one in doers) and (doers or not passive):
                continue  # but "residents were told by leaflet to leave"
            doers = []  # whoever tells people to leave moves nobody
        agents = [one for one in doers if not is_nothing_that_acts(view, one) and not _of_nature(view, one)]
        causes = [one for one in doers if one not in agents]
        return Event(
            sense.event, at, _words(view, at), at, sense, spread(view, victims), spread(view, agents), tuple(causes)
        )
    return None


def _is_delayed(view: Scene, at: int, doers: list[int]) -> bool:
    """ "Held up by a closed gate", and not by bandits."""
    up = view.lemma[at] == "hold" and any(view.lower[one] == "up" for one in view.children(at, "prt"))
    return up and not any(phrase_words(view, one) & (STATE | ARMED) for one in doers)


def _led_away(view: Scene, at: int, doers: list[int]) -> bool:
    """ "Soldiers took 40 men out of the village", "were taken out of the camp and shot": not to safety."""
    killed = any(view.lemma[one] in _HARMS for one in view.children(at, "conj"))
    return killed or any(phrase_words(view, one) & (STATE | ARMED) for one in doers)


def _of_both(view: Scene, at: int) -> list[int]:
    """ "Hung by the arms and burned by guards": by them. Not "beaten, and given food by a neighbour"."""
    also = view.child(at, "conj")
    if also is None or not {view.lemma[at], view.lemma[also]} <= _CRUELTIES:
        return []
    apart = view.children(also, "nsubj", "nsubjpass", "aux", "auxpass", "advmod")
    return [] if apart or not view.is_verb(also) else view.agents(also)


def _is_unseen(view: Scene, at: int) -> bool:
    """ "Has not seen the body of their son", "had seen no bodies": nobody's death is denied by it."""
    none = (view.lower[c] == "no" for one in view.objects(at) for c in view.children(one, "det"))
    return view.child(at, "neg") is not None or any(none)


def _died(view: Scene, at: int) -> bool:
    """ "Did not survive", and not "may not survive", "nearly did not survive"."""
    helpers = {view.lower[one] for one in view.children(at, "aux")}
    doubts = {view.lower[one] for one in view.children(at, "advmod")} & {"nearly", "almost", "perhaps", "barely"}
    above = view.tokens[at].head
    untrue = view.tokens[at].dep == "ccomp" and view.child(above, "neg") is not None
    return bool(helpers & {"did", "has", "have", "had"}) and not doubts and not untrue


def _is_of_what_struck(view: Scene, at: int) -> bool:
    """The "killing" of "was bombed, killing 12", and no participle with a doer of its own."""
    token = view.tokens[at]
    if token.dep != "advcl" or token.tag != "VBG" or view.children(at, "nsubj", "nsubjpass", "auxpass", "agent"):
        return False
    return view.lemma[token.head] in _STRIKES and view.passive(token.head)


_STRIKES: Final = word_set(
    "bomb hit shell strike attack ambush raid target rocket mortar torpedo storm blast pound bombard strafe"
)
_CRUELTIES: Final = word_set("beat kick hang burn whip flog torture electrocute strip slap punch lash suspend")


_TENDS: Final = word_set("treat admit leave hospitalise hospitalize")
_WHO_HELPS: Final = word_set(
    """medic paramedic rescuer doctor nurse volunteer firefighter neighbour neighbor friend crew helper lifeguard
    fireman resident ambulance"""
)


def _are_armed(view: Scene, victims: list[int]) -> bool:
    return bool(victims) and all(phrase_words(view, one) & (ARMED | {"attackers"}) for one in victims)


_HARMS: Final = word_set(
    """burn beat kick hang stab shoot torture whip flog rape kill execute detain abduct assault interrogate electrocute
    bomb shell loot destroy damage wound injure arrest"""
)
_FIGURES_OF: Final = frozenset({"number", "total", "figure", "count"})


def _numbered(view: Scene, at: int, senses: tuple[Sense, ...]) -> Event | None:
    """ "The number killed at the sit-in has reached 61": so many."""
    telling = view.tokens[view.tokens[at].head].head
    told = [*view.objects(telling), *view.children(telling, "attr")]
    told += [*view.behind(telling), *view.behind(at, "at")]  # "put the number killed in the raids at 90"
    figure = next((one for one in told if view.tokens[one].tag == "CD" or view.child(one, "nummod") is not None), None)
    sense = next((each for each in senses if each.person and not each.near and not each.also), None)
    if figure is None or sense is None or view.tokens[at].tag != "VBN":
        return None
    return Event(sense.event, at, (at,), at, sense, (figure,), ())


def _was_left_out(view: Scene, at: int) -> bool:
    """ "Five passengers taken off a bus at gunpoint": a headline without its "were"."""
    token = view.tokens[at]
    bare = not view.children(at, "aux", "auxpass", "dobj") and any(is_somebody(view, one) for one in view.subjects(at))
    if bare and view.lemma[at] in {"shoot", "beat", "kill"} and view.lemma[token.head] in {"see", "watch", "witness"}:
        return token.tag in {"VBN", "VBD"} and token.dep == "ccomp"  # "saw four people shot near the gate"
    if token.tag != "VBN" or view.lemma[at] not in _TAKING or view.children(at, "aux", "auxpass"):
        return False
    behind = view.lower[at + 1 : at + 2]
    return bool(behind) and behind[0] in {"off", "from"} and any(is_somebody(view, one) for one in view.subjects(at))


def _was_shot_by(view: Scene, at: int) -> bool:
    """ "Herders, shot at a well, apparently by mercenaries": they were shot at."""
    token = view.tokens[at]
    if token.tag not in {"VBD", "VBN"} or view.children(at, "dobj", "aux") or view.lemma[at] not in _HARMS:
        return False
    return any(phrase_words(view, one) & (STATE | ARMED | {"men", "mercenaries"}) for one in view.agents(at))


def _by_armed_men(view: Scene, verb: str, doers: list[int], victims: list[int]) -> bool:
    """ "Soldiers searched the houses and took the men": taking needs no other word."""
    if verb not in {"take", "seize", "grab", "hold"}:
        return False
    if verb == "take" and any(view.lower[one] == "they" for one in doers):
        return any(view.child(one, "nummod") is not None and is_somebody(view, one) for one in victims)
    return any(phrase_words(view, one) & (STATE | ARMED) for one in doers) and any(
        is_somebody(view, one) for one in victims
    )


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
    if "enclave" in lemmas and view.tokens[at].tag == "NNP" and view.tokens[at].entity in {"GPE", "LOC", "FAC", ""}:
        return True  # "Djibo, which has been cut off"
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
    if at + 1 < len(view.lower) and view.lower[at + 1] == "dead" and at + 1 not in found:
        found.append(at + 1)  # "shot dead her husband": the grammar makes a clause of it
    return tuple(sorted(found))

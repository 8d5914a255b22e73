"""Nouns that tell of an event: "the killing of", "an airstrike by", "a death toll of"."""

from typing import Final

from vigil.model.claim import EventType
from vigil.testimony.english.event import AMOUNTS, Event, by_further_on, is_nothing_that_acts, is_somebody, spread
from vigil.testimony.english.event_states import TREATS
from vigil.testimony.english.lexicon import ARMED, STATE, word_set
from vigil.testimony.english.scene import Scene
from vigil.testimony.english.vocabulary import EVENT_NOUNS

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
_GRAVES: Final = word_set("grave pit trench well ditch shaft cistern cave container")
_DROPPED: Final = word_set("bomb shell missile rocket airstrike strike mortar")
_SETS: Final = word_set("revise raise lower put bring correct")
_RISES: Final = word_set("stand rise reach climb be pass exceed grow jump hit")


def of_noun(view: Scene, at: int) -> Event | None:  # noqa: PLR0911, PLR0912 - one case after another reads best
    """The event a noun tells of, if any."""
    lemma = view.lemma[at]
    token = view.tokens[at]
    if (
        lemma == "toll"
        and not _told_as_state(view, at)
        and (
            any(view.lemma[child] == "death" for child in view.children(at, "compound"))
            or (token.dep == "dobj" and view.lemma[token.head] in _SETS)
            or (token.dep == "nsubj" and view.lemma[token.head] in _RISES)
        )
    ):
        return Event(EventType.KILLING, at, (at,), view.clause(at), EVENT_NOUNS["death"], noun=True)
    sense = EVENT_NOUNS.get(view.lower[at]) or EVENT_NOUNS.get(lemma)
    bare = token.dep in {"ROOT", "appos"} and _no_verb(view, at)
    if sense is None and lemma in _DROPPED and (bare or _upon(view, at)):
        sense = EVENT_NOUNS["attack"]  # "2 barrel bombs on the market": a post without a verb
    if sense is None or token.dep in {"compound", "nmod", "npadvmod"} or token.tag in {"NNP", "NNPS"}:
        return None
    if sense.near and not any(view.lower[child] in sense.near for child in _beside(view, at)):
        return None
    if lemma == "bar" and (view.lower[at] != "bars" or view.lower[token.head] != "behind"):
        return None
    if lemma in {"casualty", "victim"} and token.dep == "dobj" and _tended(view, token.head):
        sense = EVENT_NOUNS["injury"]
    if lemma in {"custody", "captivity", "detention", "bar"}:
        kept = _kept_in(view, at)
        if kept or lemma != "detention":
            return Event(sense.event, at, (at,), view.clause(at), sense, kept) if kept else None
    if lemma in {"body", "corpse"}:
        if token.dep == "pobj" and view.child(at, "nummod") is not None:
            above = view.tokens[token.head].head
            if view.lemma[above] in _GRAVES or (
                view.lower[token.head] == "with" and any(view.lemma[one] in _GRAVES for one in view.objects(above))
            ):  # "a grave with 30 bodies", "found a pit with 13 bodies in it"
                return Event(sense.event, at, (at,), view.clause(at), sense, (at,))
        return None  # where they are found, buried or recovered, the verb tells it
    if lemma in {"clash", "explosion", "blast", "gunfire", "barrage"} and not _told(view, at):
        return None
    victims, agents = _around_noun(view, at)
    included = _included(view, at) if lemma in _LOSSES | {"martyr"} else []
    victims = included or victims
    counted = any(view.tokens[child].dep == "nummod" for child in view.tree.children[at])
    head = token.head
    if token.dep == "pobj" and view.lower[head] == "of" and view.lemma[view.tokens[head].head] in AMOUNTS:
        counted = True
    if lemma in _LOSSES and _none(view, at):
        return Event(sense.event, at, (at,), view.clause(at), sense, noun=True)
    if lemma in {"martyr", "victim", "casualty", "fatality"} and not (counted or included):
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
    return Event(sense.event, at, (at,), view.clause(at), sense, spread(view, victims), spread(view, agents), noun=True)


_TELLS_OF_LOSSES: Final = word_set("report cause record register confirm suffer leave result count claim have inflict")
_LOSSES: Final = word_set("casualty fatality death injury victim")


def _tended(view: Scene, verb: int) -> bool:
    """ "The hospital admitted 19 casualties", and not the morgue."""
    return view.lemma[verb] in TREATS and not any(view.lemma[one] in _MORGUES for one in view.subjects(verb))


_MORGUES: Final = word_set("morgue mortuary cemetery")


def _of_a_blow(view: Scene, at: int) -> bool:
    """ "The victims of the strike", and not those of a fraud."""
    of = view.behind(at)
    return any(is_nothing_that_acts(view, one) for one in of) and not view.children(at, "relcl")


def _beside(view: Scene, at: int) -> list[int]:
    """What hangs on a noun, and whom its "of" and "for" name."""
    return [*view.tree.children[at], *view.behind(at, "of", "for")]


def _none(view: Scene, at: int) -> bool:
    """ "No casualties were reported", "without causing injuries", "caused no deaths"."""
    token = view.tokens[at]
    verb = token.head
    if any(view.lower[one] == "the" for one in view.children(at, "det")) or view.lemma[at] == "victim":
        return False
    if any(view.lower[one] == "of" for one in view.children(at, "prep")):
        return False
    if any(view.lower[one] == "no" for one in view.children(at, "det")) and view.lower[at - 1] != "fewer":
        bare = token.dep in {"ROOT", "attr", "appos", "dep", "conj", "npadvmod", "expl"}
        plain = view.lemma[verb] == "be" and view.child(verb, "acomp") is None and view.child(verb, "expl") is not None
        return bare or plain or view.lemma[verb] in _TELLS_OF_LOSSES
    if token.dep == "pobj":
        return view.lower[verb] == "without"
    caused = token.dep == "dobj" and view.lemma[verb] in {"cause", "report", "inflict", "record", "claim"}
    above = view.tokens[verb].head
    without = view.tokens[verb].dep == "pcomp" and view.lower[above] == "without"
    return caused and (without or view.child(verb, "neg") is not None)


def _included(view: Scene, at: int) -> list[int]:
    """ "The fatalities included two nurses": who."""
    verb = view.tokens[at].head
    if view.tokens[at].dep not in {"nsubj", "ROOT"}:
        return []
    if view.lemma[at] == "victim" and not _of_a_blow(view, at):
        return []
    if view.lemma[verb] == "be":
        return [one for one in view.children(verb, "attr") if view.tokens[one].tag == "CD"]  # "the victims are six"
    told = view.lemma[verb] in {"include", "number", "comprise"} and view.is_verb(verb)
    return [one for one in view.objects(verb) if is_somebody(view, one)] if told else []


def _told_as_state(view: Scene, at: int) -> bool:
    """ "The toll stands at 41 killed": the figure has a word of its own."""
    _, last = view.sentence(at)
    return any(
        view.lower[one] in {"killed", "dead", "martyred"} and view.tokens[one - 1].tag == "CD"
        for one in range(at + 1, last)
    )


def _kept_in(view: Scene, at: int) -> tuple[int, ...]:
    """ "The headmaster has been in detention since March": who."""
    clause = view.clause(at)
    if view.tokens[at].dep != "pobj" or view.lower[view.tokens[at].head] not in {"in", "behind"}:
        return ()
    if (
        view.lemma[clause] not in {"be", "remain", "languish", "keep"}
        or view.tokens[view.tokens[at].head].head != clause
    ):
        return ()
    return spread(view, [one for one in view.subjects(clause) if is_somebody(view, one)])


def _upon(view: Scene, at: int) -> bool:
    """ "About 20 shells on the camp yesterday, 4 killed": so many, and on what."""
    counted = view.child(at, "nummod") is not None
    behind = view.lower[at + 1 : at + 2]
    return counted and behind in (["on"], ["onto"]) and view.tokens[view.tokens[at].head].dep in {"ROOT", "dep"}


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
            "news",
            "truth",
            "rumour",
            "rumor",
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


def claimed_or_blamed(  # noqa: PLR0911 - one case after another reads best
    view: Scene, at: int
) -> list[int]:
    """Who claims a deed, or is blamed for it, where the deed is a noun."""
    token = view.tokens[at]
    head = token.head
    if token.dep == "dobj" and view.lemma[head] in {"order", "command", "direct", "authorise", "authorize", "carry"}:
        return view.subjects(head) if not view.passive(head) else []
    if token.dep == "dobj" and view.lemma[head] in {"blame", "pin"}:
        preps = sorted([*view.children(head, "prep"), *view.children(at, "prep")])
        on = [prep for prep in preps if view.lower[prep] == "on"][-1:]  # "blamed a raid on the town on the army"
        return [one for prep in on for one in view.children(prep, "pobj")]
    if token.dep in {"nsubj", "nsubjpass"} and view.lemma[head] == "be" and view.child(head, "neg") is None:
        work = [one for one in view.children(head, "attr") if view.lemma[one] in {"work", "doing", "handiwork"}]
        return [whom for one in work for whom in view.behind(one, "of")]  # "the deaths were the work of rioters"
    if token.dep == "pobj" and view.lower[head] == "behind" and view.lemma[view.tokens[head].head] in {"be", "stand"}:
        return view.subjects(view.tokens[head].head)
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
    agents += claimed_or_blamed(view, at)
    if not agents:
        agents += by_further_on(view, at)
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

"""Whom a text makes responsible for an event, who is said to stand behind them, and whether words hedge it."""

from collections.abc import Sequence
from typing import Final

from vigil.model.claim import Actor, ActorRole, Link, Span
from vigil.testimony.english.event import Event, is_nothing_that_acts
from vigil.testimony.english.event_nouns import claimed_or_blamed
from vigil.testimony.english.lexicon import ARMED, HELD_BY, PEOPLE_WHO_ACT, PLACES_OF_BUILDING, STATE, word_set
from vigil.testimony.english.scene import Scene

_HEDGES: Final = word_set(
    """allegedly apparently reportedly suspected alleged presumably possibly probably likely believed thought
    purportedly supposedly seemingly presumed perhaps apparent"""
)
_SAID: Final = frozenset({"say", "believe", "think", "suspect", "allege", "report", "presume", "understand", "rumor"})
_WHEN: Final = word_set("overnight today yesterday tonight")
_DOUBTS: Final = _SAID - {"say", "report", "understand"}
_BACKS: Final = word_set(
    "help assist aid back support fund finance arm sponsor train supply bankroll equip direct control link ally"
)
_BY: Final = frozenset({"by", "to", "with"})
_HOLDS: Final = frozenset({"-backed", "-supported", "-funded", "-armed", "-sponsored", "-linked", "-aligned", "-led"})
_PERSONS: Final = word_set(
    """spokesman spokeswoman man woman commander colonel general lieutenant captain major sergeant leader warden bomber
    driver sniper pilot minister mayor governor president official"""
)
_CRAFT: Final = word_set("drone plane jet warplane aircraft helicopter tank gunboat artillery boat vehicle patrol")
_BROKERED: Final = word_set("deal agreement accord truce ceasefire resolution mediation plan supervision")
_SAYS: Final = word_set("say report accuse allege describe")
_MOST_BETWEEN: Final = 12
_NO_ACTOR: Final = (
    word_set(
        """i me it who which that this there what one people resident villager civilian family child woman victim nobody
    none anyone someone everyone survivor death body dozen hundred number half
    plot plan attempt bid scheme conspiracy"""
    )
    | HELD_BY
)


def actors(view: Scene, event: Event, chain: Sequence[Link] = ()) -> tuple[Actor, ...]:
    """The actors of an event, in the order of the text.

    Args:
        chain: Who says so: "the army said it had fired" is of the army.
    """
    found: list[Actor] = []
    agents = list(event.agents) or _by_cause(view, event)
    for agent in agents:
        if not _acts(view, agent) or _not_they(view, agent):
            speaker = _speaker(view, agent, chain)
            if speaker is not None:
                found.append(Actor(text=view.text[speaker.begin : speaker.end], span=speaker))
            continue
        speaker = _speaker(view, agent, chain)
        if speaker is not None:
            found.append(Actor(text=view.text[speaker.begin : speaker.end], span=speaker))
            continue
        first, last = _phrase(view, agent)
        backers = _backers(view, agent) or _said_to_be_backed(view, agent, event)
        hedged = _hedged(view, agent, event) or any(one.hedged for one in backers)
        joined = next((one for one in range(first + 1, last) if view.lower[one] == "and"), None)
        if joined is not None and all(view.tokens[one].text.isupper() for one in range(first, joined)):
            words = view.span(first, joined - 1)  # "RSF and Arab militias": taken for one phrase
            found.append(Actor(text=view.text[words.begin : words.end], span=words, hedged=hedged))
            first = joined + 1
        words = view.span(first, last)
        found.append(Actor(text=view.text[words.begin : words.end], span=words, hedged=hedged))
        found += backers
    return tuple(found)


def _speaker(view: Scene, agent: int, chain: Sequence[Link]) -> Span | None:
    """Whom "it", "they", "he" and "she" stand for, where the doer is the one who says so."""
    lower = view.lower[agent]
    if lower not in {"it", "they", "he", "she"} or not chain or chain[-1].speaker_span is None or chain[-1].direct:
        return None
    span = chain[-1].speaker_span
    at = view.at(span)
    if at is None or at > agent:
        return None
    plural = view.tokens[at].tag in {"NNS", "NNPS"}
    person = view.tokens[at].entity == "PERSON" or view.lemma[at] in _PERSONS
    fits = {"it": not plural and not person, "they": plural, "he": not plural, "she": not plural}[lower]
    return span if fits else None


def _not_they(view: Scene, agent: int) -> bool:
    """ "Not the army but ..."."""
    first = view.tree.first[agent]
    return (first > 0 and view.lower[first - 1] == "not") or view.lower[first] == "not"


def _acts(view: Scene, at: int) -> bool:  # noqa: PLR0911 - one case after another reads best
    lemma, lower, token = view.lemma[at], view.lower[at], view.tokens[at]
    if _believed_to_be(view, at) is not None:
        return True
    unknown = any(view.lower[child] in {"whose", "which", "what"} for child in view.children(at, "poss", "det"))
    if unknown or lemma in _NO_ACTOR or lower in _NO_ACTOR or is_nothing_that_acts(view, at):
        return False  # "could not determine whose aircraft": nobody knows
    if token.pos == "PRON":
        return lower in {"they", "he", "she", "we", "them", "him"}
    if lemma in PLACES_OF_BUILDING and token.entity == "":
        return False
    if lemma in STATE | ARMED | PEOPLE_WHO_ACT or token.entity in {"ORG", "GPE", "NORP", "PERSON"}:
        return True
    if token.tag == "CD" and (inner := view.innermost(at)) != at:
        return _acts(view, inner)  # "one of its jets"
    return token.tag in {"NN", "NNS", "NNP", "NNPS"}


def _by_cause(view: Scene, event: Event) -> list[int]:
    """Who stands with the weapon: "Israeli strikes killed", "killed in an airstrike by the coalition"."""
    found: list[int] = []
    causes = list(event.causes)
    above = view.tokens[event.verb].head
    if view.lemma[event.verb] == "leave" and view.tokens[event.verb].dep == "advcl" and _violent(view, above):
        found += [one for one in view.subjects(above) if _acts(view, one)]  # "opened fire, leaving 11 dead"
    last = _last_of_toll(view, event)
    shared = [] if last is None else [one for one in view.tree.children[last] if one > last]
    for child in (*view.tree.children[event.verb], *shared):
        token = view.tokens[child]
        if token.dep == "agent" and child in shared:
            found += [one for one in view.children(child, "pobj") if not is_nothing_that_acts(view, one)]
        if token.dep in {"prep", "agent"} and view.lower[child] in {"in", "by", "after", "during", "under"}:
            more = (one for one in view.children(child, "pobj") if is_nothing_that_acts(view, one))
            causes += [one for one in more if one not in causes]
        elif token.dep == "advcl" and view.child(child, "advmod", "mark") is not None and not event.agents:
            # "died when soldiers opened fire": who did it stands in the clause of the cause
            found += [
                one
                for one in view.subjects(child)
                if view.child(child, "nsubj") is not None and _acts(view, one) and _violent(view, child)
            ] or [who for one in view.subjects(child) if _violent(view, child) for who in _whose(view, one)]
    if not found and not causes:
        found += _by_attack_before(view, event)
    for cause in causes:
        if view.lemma[cause] in _BROKERED:
            continue  # "left under a deal brokered by Russia"
        found += claimed_or_blamed(view, cause)
        if _believed_to_be(view, cause) is not None:
            found.append(cause)
            continue
        for child in view.tree.children[cause]:
            token = view.tokens[child]
            if (token.entity in {"NORP", "GPE", "ORG"} and token.dep in {"amod", "compound", "poss", "nmod"}) or (
                token.dep in {"compound", "poss", "amod", "nmod"}
                and view.lemma[child] in (STATE | ARMED | {"coalition", "government", "regime", "rebel"}) - {"air"}
            ):
                found.append(child)
            elif token.dep == "acl" and view.is_verb(child):
                found += view.agents(child)
        found += _whose(view, cause)
        found += view.agents(cause)
    return found


def _whose(view: Scene, craft: int) -> list[int]:
    """ "A drone of the army struck a boat"."""
    if view.lemma[craft] not in _CRAFT:
        return []
    of = view.behind(craft, "of")
    return [one for one in of if _acts(view, one)]


def _by_attack_before(view: Scene, event: Event) -> list[int]:
    """ "Jets bombed the camp, 4 dead": a figure without a verb, behind what was done."""
    figure = view.tokens[event.head].head if view.tokens[event.head].dep in {"acl", "amod", "list"} else event.head
    if event.noun or event.victims[:1] not in ((figure,), (event.head,)) or not view.is_counted(figure):
        return []
    first = view.core(figure)[0]
    start = view.sentence(event.head)[0]
    if first - 1 <= start or view.tokens[first - 1].text not in {",", ";", "-", "–", "—"}:
        return []
    for verb in range(first - 2, max(start, first - _MOST_BETWEEN), -1):
        if view.is_verb(verb):
            if not _violent(view, verb):
                return []
            doers = view.agents(verb) if view.passive(verb) else view.subjects(verb)
            return [one for one in doers if _acts(view, one)]
    return []


def _last_of_toll(view: Scene, event: Event) -> int | None:
    """The last participle of "4 killed and 11 wounded in shelling by the army": what stands behind it is of both."""
    figures = view.children(view.tokens[event.head].head, "list")
    return view.child(figures[-1], "acl") if figures else None


def _violent(view: Scene, at: int) -> bool:
    if view.lemma[at] in {"begin", "start", "keep", "continue"}:  # "since the brigade began shelling it"
        inner = view.child(at, "xcomp")
        return inner is not None and _violent(view, inner)
    return view.lemma[at] in {
        "open",
        "fire",
        "shell",
        "bomb",
        "attack",
        "shoot",
        "storm",
        "raid",
        "bombard",
        "strike",
        "ambush",
        "launch",
        "drop",
        "blow",
        "hit",
        "target",
        "overrun",
        "torch",
        "assault",
    }


def _phrase(view: Scene, at: int) -> tuple[int, int]:
    """The words an actor goes by: "three men in uniform", without clauses and without what it does."""
    first, last = view.core(at)
    for child in view.tree.children[at]:
        if view.tokens[child].dep == "prep" and child == last + 1 and view.lower[child] == "in":
            inner = view.child(child, "pobj")
            if inner is not None and view.lemma[inner] in {
                "uniform",
                "headband",
                "headscarf",
                "camouflage",
                "vest",
                "robe",
                "helmet",
                "turban",
                "clothes",
                "fatigues",
                "mask",
                "balaclava",
                "black",
            }:
                last = view.core(inner)[1]
    last = max(last, _believed_to_be(view, at) or last)
    if first + 1 < last and view.tokens[first].text.isupper() and view.tokens[first + 1].text in {"-", "–", "—"}:
        first += 2  # "GOMA - Gunmen": where it is written
    while first < last and view.lower[first] in _HEDGES | _WHEN | {",", "the-", "both", "even", "no"}:
        first += 1
    return first, last


def _believed_to_be(view: Scene, at: int) -> int | None:
    """ "A plane believed to be Russian", "thought to belong to the army": the last of the words for who it may be."""
    if at + 5 >= len(view.lower) or not (view.lemma[at + 1] in _SAID or view.lower[at + 1] == "thought"):
        return None
    if view.lower[at + 2 : at + 4] == ["to", "be"]:
        what = at + 5 if view.lower[at + 4] == "from" else at + 4
    elif view.lower[at + 2 : at + 5] == ["to", "belong", "to"]:
        what = at + 5
    else:
        return None
    if view.lower[what] in {"a", "an", "the"} and what + 1 < len(view.lower):
        what += 1
    token = view.tokens[what]
    if not token.tag.startswith(("JJ", "NN")) or view.sentence(what) != view.sentence(at):
        return None
    end = view.sentence(what)[1]
    while what + 1 < end and view.tokens[what].tag.startswith("NNP") and _names_on(view, what + 1):
        what += 1  # "thought to belong to the Baz Twa Pon gang"
    return what


def _names_on(view: Scene, at: int) -> bool:
    return view.tokens[at].tag.startswith("NNP") or view.lemma[at] in ARMED | {"force", "division", "army", "unit"}


def _hedged(view: Scene, agent: int, event: Event) -> bool:  # noqa: PLR0911 - one case after another reads best
    if _believed_to_be(view, agent) is not None:
        return True
    for child in view.tree.children[agent]:
        token = view.tokens[child]
        if view.lower[child] in _HEDGES:
            return True
        if token.dep in {"acl", "relcl"} and (view.lemma[child] in _SAID or _has_hedge(view, child)):
            return True
    by = view.tokens[agent].head
    if view.tokens[by].dep in {"agent", "prep"} and view.lower[by] == "by" and _has_hedge(view, by):
        return True  # "were taken, allegedly by the guard"
    verb = event.verb
    governor = view.tokens[verb].head
    if view.tokens[verb].dep == "xcomp" and view.lemma[governor] in _DOUBTS and view.passive(governor):
        return True  # "are thought to have been fired by the army"
    # "may have carried out", "apparently carried out by": the hedge stands between the doer and the deed
    if any(view.lower[c] in {"may", "might", "could"} for c in view.children(verb, "aux")) and agent in event.agents:
        return True
    clause = view.clause(agent)
    if clause != verb and _has_hedge(view, clause):
        return True
    return any(
        view.lower[c] in _HEDGES - {"reportedly"} and abs(c - agent) <= 4 and c > verb
        for c in view.children(verb, "advmod")
    )


def _has_hedge(view: Scene, at: int) -> bool:
    return any(view.lower[child] in _HEDGES for child in view.children(at, "advmod", "amod", "acomp"))


def _backers(view: Scene, agent: int) -> list[Actor]:
    found: list[Actor] = []
    for child in view.tree.children[agent]:
        token = view.tokens[child]
        of_others = token.dep == "relcl" and view.lemma[child] in _SAYS  # "whom experts say are backed by"
        if token.dep in {"acl", "relcl"} and (token.tag == "VBN" or of_others):
            hedged = view.lemma[child] in _SAID or _has_hedge(view, child)
            verb = child
            if view.lemma[child] in _SAID or of_others:
                verb = view.child(child, "xcomp", "ccomp") or child
            if view.lemma[verb] not in _BACKS:
                continue
            by = view.agents(verb)
            if not by:
                by = [o for p in view.children(verb, "prep") if view.lower[p] in _BY for o in view.children(p, "pobj")]
            for one in by:
                for each in view.conjuncts(one):
                    words = view.span(*view.core(each))
                    found.append(
                        Actor(text=view.text[words.begin : words.end], span=words, role=ActorRole.BACKER, hedged=hedged)
                    )
        elif token.dep == "amod" and view.lower[child] in {"backed", "supported", "funded", "sponsored", "armed"}:
            found += _hyphened(view, child)
    return found


def _said_to_be_backed(view: Scene, agent: int, event: Event) -> list[Actor]:
    """ "Fighters thought to be linked to ...": found by the order of the words where the grammar loses itself."""
    at = agent + 1
    if at < len(view.lower) and view.lower[at] == ",":
        at += 1
    words = view.lower[at : at + 3]
    if len(words) < 3 or view.lemma[at] not in _SAID or words[1] != "to" or words[2] not in {"be", "have"}:
        return []
    end = event.head if event.head > at else at + 6  # "seized by gunmen, thought to be backed by"
    for one in range(at + 3, min(at + 6, len(view.lower) - 1, end)):
        if view.lemma[one] in _BACKS and view.lower[one + 1] in _BY:
            return [
                Actor(text=view.text[words_of.begin : words_of.end], span=words_of, role=ActorRole.BACKER, hedged=True)
                for other in view.children(one + 1, "pobj")
                for words_of in [view.span(*view.core(other))]
            ]
    return []


def _hyphened(view: Scene, at: int) -> list[Actor]:
    """ "Turkish-backed", "Iran-backed"."""
    if at >= 2 and view.tokens[at - 1].text == "-":
        token = view.tokens[at - 2]
        span = Span(token.begin, token.end)
        return [Actor(text=view.text[span.begin : span.end], span=span, role=ActorRole.BACKER)]
    return []

"""Claims that are made by answering others: denials and blame without the words for the deed, and figures of others.

"Moscow called the report a hoax", "which they deny", "the rebels blamed the army": what was done is told in the words
before, so the claim is that of before in another voice.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from vigil.model.claim import (
    AUTHOR,
    Actor,
    Certainty,
    Link,
    Polarity,
    Span,
)
from vigil.testimony.counts.mention import CountMention
from vigil.testimony.english.corrections import corrected
from vigil.testimony.english.drafts import Draft
from vigil.testimony.english.event import phrase_words
from vigil.testimony.english.figures import counted_by_name, figures_of_others, other_figures
from vigil.testimony.english.lexicon import ARMED, STATE, word_set
from vigil.testimony.english.links import link_of
from vigil.testimony.english.retold import last_before
from vigil.testimony.english.scene import Scene

_DENIES: Final = word_set("deny reject dismiss refute dispute repudiate rebut contradict")
_CALLS: Final = word_set("call describe brand label denounce slam")
_UNTRUE: Final = word_set(
    """false untrue fabricated fabrication baseless unfounded hoax lie lies theatre theater fake nonsense propaganda
    fiction invention slander absurd invented staged rubbish disinformation"""
)
_SAYS: Final = word_set("say claim insist maintain state")
_DID_NOT: Final = ("never happened", "not happen", "n't happen", "not true", "n't true", "never took place")
_KNOWS: Final = word_set("know say tell confirm")
_TRUE: Final = word_set("true right correct accurate so real")
_WHETHER: Final = word_set("if whether")
_IT: Final = word_set("that this it these those they the")


def voices(view: Scene, drafts: list[Draft], mentions: Sequence[CountMention]) -> list[Draft]:
    """The claims, with those that answer them."""
    found = list(drafts)
    for at, lemma in enumerate(view.lemma):
        if not view.is_verb(at):
            continue
        if lemma in _DENIES or (lemma in _CALLS and _called_untrue(view, at)) or _says_it_did_not(view, at):
            found += _denial(view, at, found)
        elif lemma == "blame" or (lemma == "hold" and "responsible" in view.lower[at : at + 12]):
            found += _blame(view, at, found, _blamed(view, at))
        elif lemma == "point":
            found += _blame(view, at, found, _pointed_at(view, at))
    counted_by_name(view, found, mentions)
    found += other_figures(view, found, mentions)
    found += figures_of_others(view, found, mentions)
    found += _it_is_not(view, found)
    _doubted(view, found)
    found = _not_verified(view, found)
    _nobody_confirms(view, found)
    return corrected(view, found, mentions)


def _doubted(view: Scene, drafts: Sequence[Draft]) -> None:
    """ "I don't know if that is true": what was told before is unverified, by whoever says so."""
    for at, lemma in enumerate(view.lemma):
        if lemma not in _KNOWS or not view.is_verb(at) or view.child(at, "neg") is None:
            continue
        match view.lower[at + 1 : min(at + 7, view.sentence(at)[1])]:
            case [whether, it, *rest] if whether in _WHETHER and it in _IT and _TRUE.intersection(rest):
                pass
            case _:
                continue
        subjects = view.subjects(at)
        before = last_before(view, drafts, at)
        if before is None or not subjects or view.lower[subjects[0]] not in {"i", "we"}:
            continue
        cue = view.span(at, at)
        doubt = Link(speaker=AUTHOR, certainty=Certainty.UNVERIFIED, cue=cue)
        for one in drafts:
            if one.sentence == before.sentence and one.token < at and one.polarity is Polarity.HAPPENED:
                if one.chain[-1].direct:  # within the quotation "I" is whoever is quoted
                    one.chain = (*one.chain[:-1], replace(one.chain[-1], certainty=Certainty.UNVERIFIED, cue=cue))
                else:
                    one.chain = (doubt, *(link for link in one.chain if link.speaker != AUTHOR))


_VERIFIES: Final = word_set("verify confirm corroborate authenticate substantiate")


def _not_verified(view: Scene, drafts: list[Draft]) -> list[Draft]:
    """ "We could not verify this displacement": of what the sentence before told, and no event of its own."""
    found = list(drafts)
    for one in drafts:
        token = view.tokens[one.token]
        pointed = any(view.lower[c] in {"this", "these", "that", "those"} for c in view.children(one.token, "det"))
        verb = token.head
        if token.dep != "dobj" or not pointed or view.lemma[verb] not in _VERIFIES or view.child(verb, "neg") is None:
            continue
        before = last_before(view, [each for each in drafts if each is not one], one.token)
        if before is None or view.tree.sentence[before.token] == view.tree.sentence[one.token]:
            continue
        cue = (view.span(verb, verb),)
        for each in drafts:
            if each.sentence == before.sentence and each.polarity is Polarity.HAPPENED:
                each.certainty, each.certainty_words = Certainty.UNVERIFIED, cue
        found = [each for each in found if each is not one]
    return found


def _it_is_not(view: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """ "Damascus says the truce is holding. It is not": the author's denial of what others say."""
    found: list[Draft] = []
    end = 0
    while end < len(view.tokens):
        begin, end = view.sentence(end)
        words = view.lower[begin : min(begin + 4, end)]
        outcry = len(words) > 1 and end - begin <= _OUTCRY and _UNTRUE.intersection(view.lower[begin:end])
        told_so = words[:1] and words[0] in _IT_IS_SAID and words[1:2] and words[1] in _BE | {"'s"}
        if outcry or (told_so and _UNTRUE.intersection(words[2:]) and "not" not in words):
            lie = next(at for at in range(begin, end) if view.lower[at] in _UNTRUE)
            found += _called_a_lie(view, drafts, begin, view.span(lie, lie))  # "LIES.", "It is a lie."
            continue
        if len(words) < 3 or words[0] not in _IT_IS_SAID or words[1] not in _BE or words[2] not in {"not", "n't"}:
            continue
        if len(words) > 3 and words[3] not in {".", ":", ";", ",", "!", "-", "–", "—", "true", "so", "correct"}:
            continue
        found += _called_a_lie(view, drafts, begin, view.span(begin + 1, begin + 2))
    return found


_OUTCRY: Final = 3
"""Words of "LIES." and "All lies!"."""


def _called_a_lie(view: Scene, drafts: Sequence[Draft], begin: int, cue: Span) -> list[Draft]:
    """The author's denial, in these words, of what another was said to say just before."""
    before = last_before(view, drafts, begin)
    if before is None or view.tree.sentence[before.token] == view.tree.sentence[begin]:
        return []
    if before.chain[0].speaker == AUTHOR:
        return []
    before.certainty, before.certainty_words = Certainty.CLAIMED, (cue,)
    link = Link(speaker=AUTHOR, certainty=Certainty.DENIED, cue=cue)
    return [_in_another_voice(view, before, link, begin, polarity=Polarity.NOT_HAPPENED, actors=before.actors)]


def _nobody_confirms(view: Scene, drafts: Sequence[Draft]) -> None:
    """ "None of them can confirm it": of what the sentence before told."""
    for at, lemma in enumerate(view.lemma):
        if lemma not in _VERIFIES:
            continue
        begin, end = view.sentence(at)
        words = view.lower[begin:at]
        if not words or words[0] not in _NOBODY or not {"can", "could"} & set(words):
            continue
        if at + 1 >= end or view.lower[at + 1] not in {"it", "this", "that", "any"}:
            continue
        before = last_before(view, drafts, begin)
        for one in drafts:
            if before is not None and one.sentence == before.sentence and one.polarity is Polarity.HAPPENED:
                one.certainty, one.certainty_words = Certainty.UNVERIFIED, (view.span(begin, at),)


_NOBODY: Final = word_set("none nobody no-one noone")
_IT_IS_SAID: Final = word_set("it this that they these those there he she")
_BE: Final = word_set("is was are were did does do has have had")


def _called_untrue(view: Scene, at: int) -> bool:
    first, last = at + 1, min(view.sentence(at)[1], at + 9)
    return any(view.lower[one] in _UNTRUE for one in range(first, last))


def _says_it_did_not(view: Scene, at: int) -> bool:
    """ "The army says this never happened", "they say it is not true"."""
    if view.lemma[at] not in _SAYS:
        return False
    words = [word for word in view.lower[at + 1 : min(at + 8, view.sentence(at)[1])] if word != "that"]
    if words[:1] == ["it"] or words[:1] == ["this"] or view.lower[at + 1 : at + 3] == ["that", "was"]:
        said = " ".join(words[:6])
        return any(denial in said for denial in _DID_NOT) or (
            "not" not in words[:5] and bool(_UNTRUE.intersection(words[:5]))
        )
    return False


_OF_GUILT: Final = word_set("knowledge guilt charge wrongdoing bail access entry")


def _denial(view: Scene, at: int, drafts: Sequence[Draft]) -> list[Draft]:
    """A denial of what was told before; none where the denied deed stands in its own words."""
    first, last = view.stretch(at)
    told = [one for one in drafts if first <= one.token <= last and one.token > at]
    if any(one.polarity is Polarity.NOT_HAPPENED for one in told):
        return []
    if any(view.lemma[one] in _OF_GUILT for one in view.objects(at)):
        return []  # "they denied any knowledge of the murder"
    subjects = view.agents(at) if view.passive(at) else view.subjects(at)
    if view.tokens[at].dep == "relcl":
        own = view.children(at, "nsubj")
        subjects = own[-1:] if own else []
    if not subjects or view.lower[subjects[0]] in {"nobody", "none", "one"} or view.children(at, "neg"):
        return []
    before = last_before(view, drafts, at)
    if before is None:
        return []
    link = link_of(view, subjects[0], at, Certainty.DENIED)
    return [_in_another_voice(view, before, link, at, polarity=Polarity.NOT_HAPPENED, actors=before.actors)]


def _blamed(view: Scene, at: int) -> list[int]:
    """Whom they blame; of "which survivors blame on the factions" the factions."""
    objects = view.objects(at)
    on = any(view.lower[prep] == "on" for prep in view.children(at, "prep"))
    return view.behind(at, "on") if on and (not objects or view.tokens[at].dep == "relcl") else objects


def _pointed_at(view: Scene, at: int) -> list[int]:
    """ "Pointed the finger at the army", "who in turn pointed to a militia": whom, and no evidence."""
    if not any(view.lemma[one] == "finger" for one in view.children(at, "dobj")) and view.lower[at - 1] != "turn":
        return []  # "pointed to the police for help"
    preps = [prep for prep in view.tree.children[at] if view.lower[prep] in {"to", "at"}]
    preps += [
        prep for one in view.children(at, "dobj") if view.lemma[one] == "finger" for prep in view.children(one, "prep")
    ]
    whom = [one for prep in preps for one in view.children(prep, "pobj")]
    return [one for one in whom if phrase_words(view, one) & (ARMED | STATE)]


def _blame(view: Scene, at: int, drafts: Sequence[Draft], objects: Sequence[int]) -> list[Draft]:
    """ "The rebels blamed the army": the deed told before, with another actor."""
    first, last = view.stretch(at)
    if any(first <= one.token <= last and one.token > at for one in drafts):
        return []
    subjects = view.subjects(at)
    before = last_before(view, drafts, at)
    if not objects or not subjects or before is None or view.passive(at):
        return []
    words = view.span(*view.core(objects[0]))
    actor = Actor(text=view.text[words.begin : words.end], span=words)
    link = link_of(view, subjects[0], at, Certainty.ALLEGED)
    if any(one.victims != before.victims for one in drafts if one.sentence == before.sentence):
        before = replace(before, victims=set(), victim_words=())  # of all of them, not of the last group
    return [_in_another_voice(view, before, link, at, polarity=Polarity.HAPPENED, actors=(actor,))]


def _in_another_voice(
    view: Scene, before: Draft, link: Link, at: int, *, polarity: Polarity, actors: tuple[Actor, ...]
) -> Draft:
    token = view.tokens[at]
    first, last = view.sentence(at)
    word = Span(token.begin, token.end)
    return replace(
        before,
        polarity=polarity,
        polarity_words=(word,) if polarity is Polarity.NOT_HAPPENED else (),
        chain=(link,),
        certainty=None,
        certainty_words=(),
        count=None,
        actors=actors,
        named=(),
        sentence=view.span(first, last - 1),
        at=token.begin,
        token=at,
        part_of=None,
    )

"""Corrections: "nine, not nineteen", "an earlier version said 30", "revised the toll from 39 to 34"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from vigil.model.claim import AUTHOR, UNNAMED, Certainty, Count, EventType, Exactness, Link, Span, Unit
from vigil.testimony.counts.mention import CountMention, Kind
from vigil.testimony.english.drafts import Draft
from vigil.testimony.english.figures import BY_MISTAKE, SETS, with_figure
from vigil.testimony.english.groups import counted
from vigil.testimony.english.lexicon import word_set
from vigil.testimony.english.links import link_of
from vigil.testimony.english.retold import last_before
from vigil.testimony.english.scene import Scene

_SAID_BEFORE: Final = word_set("earlier previous initial first original old preliminary")
_VERSIONS: Final = word_set("version report figure toll story count statement article dispatch tally")
_TOLD_BY_US: Final = _VERSIONS | word_set("post tweet message thread headline alert bulletin broadcast")
_WRONG: Final = word_set("wrong incorrect mistaken inaccurate untrue false erroneous error mistake")
_NEW: Final = (
    "since put",
    "now puts",
    "number at",
    "figure at",
    "correct",
    "now ",
    "actual",
    "in fact",
    "real ",
    "should",
    "revised",
    "figure is",
)
_IT_IS: Final = (*_NEW, "it is ", "it's ", "its ", "it was ", "they are ", "there are ")
_WRITES: Final = word_set("write tweet post report say")
_BEFORE_NOW: Final = word_set("earlier wrongly mistakenly before previously yesterday")
_REVISES: Final = SETS | {"bring"}
"""To bring a total to a figure is to tell of more than one event, and sets nothing."""
_IT: Final = word_set("that this it these those they the")


def corrected(view: Scene, drafts: list[Draft], mentions: Sequence[CountMention]) -> list[Draft]:
    """The claims, with the figures that were taken back and those given in their place."""
    counts = [one for one in mentions if one.kind is Kind.COUNT and not one.single]
    found = list(drafts)
    for mention in counts:
        found += _not_but(view, drafts, mention)
    for at, lemma in enumerate(view.lemma):
        if lemma in _VERSIONS and any(view.lower[c] in _SAID_BEFORE for c in view.children(at, "amod")):
            found += _earlier(view, found, at, counts)
        elif lemma in _TOLD_BY_US and _our_error(view, at):
            for one in found:
                if view.tree.sentence[one.token] == view.tree.sentence[at] and one.token > at:
                    one.certainty, one.certainty_words = Certainty.RETRACTED, (view.span(at, at),)
                    one.chain = (Link(speaker=AUTHOR, certainty=Certainty.ASSERTED),)
        elif lemma in _WRITES and _wrote_before(view, at):
            found += _wrong_before(view, found, at, counts)
        elif lemma in {"apologise", "apologize", "retract", "withdraw", "recant"} and view.is_verb(at):
            found += _taken_back(view, found, at, counts)
        elif lemma in _WRITES | _SPOKE and view.is_verb(at) and (wrongly := _wrongly(view, at)) is not None:
            found += _said_by_mistake(view, found, at, wrongly, counts)
        elif lemma in _REVISES and view.is_verb(at):
            found += _revised(view, found, at, counts)
    return found


_SPOKE: Final = word_set("speak talk give put announce state count")


def _wrongly(view: Scene, at: int) -> int | None:
    """The "mistakenly" of "had earlier spoken mistakenly of twelve"; not of what was wrongly done."""
    return next((one for one in view.children(at, "advmod") if view.lower[one] in BY_MISTAKE), None)


def _said_by_mistake(
    view: Scene, drafts: Sequence[Draft], at: int, wrongly: int, counts: Sequence[CountMention]
) -> list[Draft]:
    """ "17 were abducted, said the police, who had earlier spoken mistakenly of twelve": the twelve are taken back."""
    before = last_before(view, drafts, at)
    first, last = view.stretch(at)
    if before is None or before.count is None or any(first <= one.token <= last for one in drafts):
        return []
    inside = [one for one in counts if at < (view.at(one.number) or 0) <= last]
    subjects = view.subjects(at)
    if not inside or not subjects:
        return []
    taken_back = _retracted(view, before, counted(inside[0], Unit.PEOPLE), wrongly)
    return [replace(taken_back, chain=(link_of(view, subjects[0], at, Certainty.ASSERTED),))]


def _our_error(view: Scene, at: int) -> bool:
    """ "Our story said that 30 died. That was wrong"."""
    if not any(view.lower[c] in {"our", "my"} for c in view.children(at, "poss")) or view.tokens[at].dep != "nsubj":
        return False
    _, end = view.sentence(at)
    behind = view.lower[end : end + 8]
    return bool(behind) and behind[0] in _IT and not _WRONG.isdisjoint(behind) and "not" not in behind


def _wrote_before(view: Scene, at: int) -> bool:
    first = max(view.sentence(at)[0], at - 4)
    return bool({"i", "we"}.intersection(view.lower[first:at]) and _BEFORE_NOW.intersection(view.lower[first : at + 3]))


def _wrong_before(view: Scene, drafts: list[Draft], at: int, counts: Sequence[CountMention]) -> list[Draft]:
    """ "Earlier I wrote 17 killed, it is 7": the old figure taken back, the new one told."""
    sentence = view.tree.sentence[at]
    old = [
        one for one in drafts if view.tree.sentence[one.token] == sentence and one.token > at and one.count is not None
    ]
    if len(old) != 1 or old[0].count is None:
        return []
    new = _new_figure(view, old[0].count.span.end, sentence, counts, cues=_IT_IS)
    if new is None or any(one.count is not None and one.count.span == new.span for one in drafts):
        return []
    author = Link(speaker=AUTHOR, certainty=Certainty.ASSERTED)
    told = with_figure(old[0], new, author)
    old[0].certainty, old[0].certainty_words, old[0].chain = Certainty.RETRACTED, (view.span(at, at),), (author,)
    return [told]


def _behind_an_aside(view: Scene, at: int) -> int:
    """Where "not, as first announced, three" goes on behind its "not"."""
    if at > 4 and view.tokens[at - 1].text == ",":
        back = next((one for one in range(at - 2, max(at - 7, 0), -1) if view.tokens[one].text == ","), None)
        if back is not None and view.lower[back + 1] == "as":
            return back
    return at


def _not_but(view: Scene, drafts: Sequence[Draft], mention: CountMention) -> list[Draft]:
    """ "Killed nine, not nineteen"."""
    at = view.at(mention.number)
    if at is None:
        return []
    at = _behind_an_aside(view, at)
    if at < 2 or view.lower[at - 1] != "not" or view.tokens[at - 2].text not in {",", "and", "-", "–", "—"}:
        return []
    same = [
        one
        for one in drafts
        if one.count is not None
        and view.tree.sentence[one.token] == view.tree.sentence[at]
        and one.count.span.end <= mention.span.begin
    ]
    if not same:
        return []
    return [_retracted(view, same[-1], counted(mention, Unit.PEOPLE), at)]


def _retracted(view: Scene, draft: Draft, count: Count, at: int) -> Draft:
    token = view.tokens[at]
    word = Span(token.begin, token.end)
    unit = draft.count.unit if draft.count is not None else Unit.PEOPLE
    return replace(
        draft,
        count=replace(count, unit=unit),
        certainty=Certainty.RETRACTED,
        certainty_words=(word,),
        chain=draft.chain,
        at=token.begin,
        part_of=None,
    )


def _earlier(view: Scene, drafts: list[Draft], at: int, counts: Sequence[CountMention]) -> list[Draft]:
    """ "An earlier version said 30 had died; the correct figure is 13"."""
    sentence = view.tree.sentence[at]
    end = next((one for one in range(at, view.sentence(at)[1]) if view.tokens[one].text == ";"), view.sentence(at)[1])
    old = [one for one in drafts if at < one.token < end]
    token = view.tokens[at]
    corrected = _figure_before(view, drafts, at, counts)
    if corrected:
        return corrected
    new = _new_figure(view, old[-1].count.span.end if old and old[-1].count else 0, sentence, counts) if old else None
    _, last = view.sentence(at)
    if new is None and not (old and _WRONG & set(view.lower[at:last])):
        return []
    author = Link(speaker=AUTHOR, certainty=Certainty.ASSERTED)
    for one in old:
        one.certainty, one.certainty_words = Certainty.RETRACTED, (Span(token.begin, token.end),)
        if all(
            link.speaker_span is None or link.speaker_span.begin <= token.begin < link.speaker_span.end
            for link in one.chain
        ):
            one.chain = (author,)
        if new is None and all(link.speaker == UNNAMED for link in one.chain):
            one.chain = (author,)
    if new is None or any(one.count is not None and one.count.span == new.span for one in drafts):
        return []  # or "the figure is 13" was read as a claim of its own already
    return [with_figure(old[-1], new, author)]


def _figure_before(view: Scene, drafts: Sequence[Draft], at: int, counts: Sequence[CountMention]) -> list[Draft]:
    """ "Nine had died, correcting an earlier figure of 12": the old figure, of what is told before it."""
    before = [
        one
        for one in drafts
        if one.token < at and one.count is not None and view.tree.sentence[at] - view.tree.sentence[one.token] in {0, 1}
    ]
    if not before or view.lower[at + 1 : at + 2] != ["of"]:
        return []
    for one in counts:
        number = view.at(one.number)
        if number is not None and at < number <= at + 6:
            return [_retracted(view, before[-1], counted(one, Unit.PEOPLE), at)]
    return []


_OF_WORDS: Final = word_set(
    """say report claim statement figure toll number post story write tweet article announce publish announcement count
    confession testimony account mistake error allegation accusation remark"""
)


def _taken_back(view: Scene, drafts: list[Draft], at: int, counts: Sequence[CountMention]) -> list[Draft]:
    """ "He apologised for saying that 120 had died; he now puts it at 25"."""
    first, last = view.stretch(at)
    old = [one for one in drafts if first <= one.token <= last]
    if not old or not _OF_WORDS & {view.lemma[one] for one in range(at, last + 1)}:
        return []  # "the army withdrew from the town after killing 12"
    subjects = view.subjects(at)
    token = view.tokens[at]
    for one in old:
        one.certainty, one.certainty_words = Certainty.RETRACTED, (Span(token.begin, token.end),)
        if subjects and not view.passive(at):
            one.chain = (link_of(view, subjects[0], at, Certainty.RETRACTED),)
    end = old[-1].count.span.end if old[-1].count is not None else view.tokens[old[-1].token].end
    new = _new_figure(view, end, view.tree.sentence[at], counts)
    if new is None:
        return []
    return [with_figure(old[-1], new, replace(old[-1].chain[-1], certainty=Certainty.ASSERTED))]


def _new_figure(
    view: Scene, after: int, sentence: int, counts: Sequence[CountMention], *, cues: Sequence[str] = _NEW
) -> CountMention | None:
    for one in counts:
        at = view.at(one.number)
        if one.span.begin >= after and at is not None and view.tree.sentence[at] - sentence in {0, 1}:
            words = view.text[after : one.span.begin].lower()
            if any(cue in words for cue in cues):
                return one
    return None


def _bound_before(view: Scene, mention: CountMention) -> str:
    """The "from" of "to 34, from an earlier 39"."""
    at = view.at(mention.number) or 0
    while at > 1 and view.lower[at - 1] in _SAID_BEFORE | {"an", "a", "the", "its"}:
        at -= 1
    return view.lower[at - 1] if at > 0 else ""


def _revised(view: Scene, drafts: Sequence[Draft], at: int, counts: Sequence[CountMention]) -> list[Draft]:
    """ "Revised the toll from 30 to 13"."""
    first, last = view.stretch(at)
    begin, end = view.tokens[first].begin, view.tokens[last].end
    inside = [one for one in counts if begin <= one.span.begin < end]
    here = [one for one in drafts if first <= one.token <= last and one.event is EventType.KILLING]
    before = {_bound_before(view, one): one for one in inside}
    both = before.get("from")
    if both is not None and both.low is not None and both.high is not None and both.low != both.high and here:
        figure = replace(counted(both, Unit.PEOPLE), exactness=Exactness.EXACT)  # "from 13 to 35", read as a range
        here[-1].count = replace(figure, low=both.high)
        return [_retracted(view, here[-1], replace(figure, high=both.low), at)]
    if not here or "from" not in before or "to" not in before:
        return []
    draft = here[-1]
    old = _retracted(view, draft, counted(before["from"], Unit.PEOPLE), at)
    draft.count = counted(before["to"], Unit.PEOPLE)
    return [old]

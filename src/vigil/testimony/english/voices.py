"""Claims that are made by answering others: denials and blame without the words for the deed, and corrections.

"Moscow called the report a hoax", "which they deny", "the rebels blamed the army": what was done is told in the words
before, so the claim is that of before in another voice.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from vigil.model.claim import (
    AUTHOR,
    UNNAMED,
    Actor,
    Certainty,
    Count,
    EventType,
    Exactness,
    Link,
    Polarity,
    Span,
    Unit,
)
from vigil.testimony.attribution.certainty import of_lemma
from vigil.testimony.counts.mention import CountMention, Kind
from vigil.testimony.english.drafts import Draft
from vigil.testimony.english.groups import counted
from vigil.testimony.english.lexicon import FIGURES, word_set
from vigil.testimony.english.links import link_of_words
from vigil.testimony.english.scene import Scene

_DENIES: Final = word_set("deny reject dismiss refute dispute repudiate rebut contradict")
_CALLS: Final = word_set("call describe brand label denounce slam")
_UNTRUE: Final = word_set(
    """false untrue fabricated fabrication baseless unfounded hoax lie lies theatre theater fake nonsense propaganda
    fiction invention slander absurd invented staged rubbish disinformation"""
)
_SAYS: Final = word_set("say claim insist maintain state")
_DID_NOT: Final = ("never happened", "not happen", "n't happen", "not true", "n't true", "never took place")
_SAID_BEFORE: Final = word_set("earlier previous initial first original old preliminary")
_VERSIONS: Final = word_set("version report figure toll story count statement article dispatch tally")
_TOLD_BY_US: Final = _VERSIONS | word_set("post tweet message thread headline alert bulletin broadcast")
_RIGHT: Final = word_set("correct actual real right true revised proper")
_STANDS: Final = word_set("be stand rise climb")
_WRONG: Final = word_set("wrong incorrect mistaken inaccurate untrue false erroneous error mistake")
_KNOWS: Final = word_set("know say tell confirm")
_TRUE: Final = word_set("true right correct accurate so real")
_WHETHER: Final = word_set("if whether")
_IT: Final = word_set("that this it these those they the")
_NEW: Final = ("correct", "now ", "actual", "in fact", "real ", "should", "revised", "figure is")
_IT_IS: Final = (*_NEW, "it is ", "it's ", "its ", "it was ", "they are ", "there are ")
_WRITES: Final = word_set("write tweet post report say")
_BEFORE_NOW: Final = word_set("earlier wrongly mistakenly before previously yesterday")
_SETS: Final = word_set("revise correct lower cut reduce change amend adjust raise")
_TAKES_BACK: Final = word_set("revise correct lower cut reduce amend")
_REVISES: Final = _SETS | {"bring"}
"""To bring a total to a figure is to tell of more than one event, and sets nothing."""


def voices(view: Scene, drafts: list[Draft], mentions: Sequence[CountMention]) -> list[Draft]:
    """The claims, with those that answer them."""
    found = list(drafts)
    for at, lemma in enumerate(view.lemma):
        if not view.is_verb(at):
            continue
        if lemma in _DENIES or (lemma in _CALLS and _called_untrue(view, at)) or _says_it_did_not(view, at):
            found += _denial(view, at, found)
        elif lemma == "blame" or (lemma == "hold" and "responsible" in view.lower[at : at + 12]):
            found += _blame(view, at, found)
    _counted_by_name(view, found, mentions)
    found += _other_figures(view, found, mentions)
    found += _figures_of_others(view, found, mentions)
    found += _it_is_not(view, found)
    _doubted(view, found)
    found = _not_verified(view, found)
    _nobody_confirms(view, found)
    return _corrected(view, found, mentions)


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
        before = _last_before(view, drafts, at)
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
        before = _last_before(view, [each for each in drafts if each is not one], one.token)
        if before is None or view.tree.sentence[before.token] == view.tree.sentence[one.token]:
            continue
        cue = (view.span(verb, verb),)
        for each in drafts:
            if each.sentence == before.sentence and each.polarity is Polarity.HAPPENED:
                each.certainty, each.certainty_words = Certainty.UNVERIFIED, cue
        found = [each for each in found if each is not one]
    return found


def _counted_by_name(view: Scene, drafts: Sequence[Draft], mentions: Sequence[CountMention]) -> None:
    """ "The number of people killed is 11": a figure behind the verb, of what stands before it."""
    for one in drafts:
        figure = next((head for head, _ in view.ancestors(one.token) if view.lemma[head] in FIGURES), None)
        if figure is None and one.count is None and view.lower[one.token] in {"dead", "wounded", "injured"}:
            figure = one.token  # "put the dead at 31"
        if one.count is not None or figure is None:
            continue
        verb = view.tokens[figure].head
        if view.tokens[figure].dep == "dobj" and view.lemma[verb] in _SETS | {"put", "bring"}:
            _put_at(view, one, verb, mentions)
            continue
        if view.tokens[figure].dep not in {"nsubj", "nsubjpass"}:
            continue
        if view.lemma[verb] not in _STANDS | _SETS | {"reach", "exceed", "pass", "put"}:
            continue
        begin, end = view.tokens[verb].end, view.tokens[view.stretch(verb)[1]].end
        given = [each for each in mentions if each.kind is Kind.COUNT and begin <= each.span.begin < end]
        if given:
            one.count = counted(given[0], Unit.PEOPLE)


def _put_at(view: Scene, one: Draft, verb: int, mentions: Sequence[CountMention]) -> None:
    """ "Put the number of wounded at 212", "bringing to 31,000 the number of dead"."""
    begin, end = view.tokens[verb].end, view.tokens[view.stretch(verb)[1]].end
    for each in mentions:
        if each.kind is not Kind.COUNT or not begin <= each.span.begin < end:
            continue
        words = view.text[begin : each.span.begin].lower().split()
        if words[-1:] in (["at"], ["to"]):
            one.count = counted(each, Unit.PEOPLE)
            return


def _other_figures(view: Scene, drafts: Sequence[Draft], mentions: Sequence[CountMention]) -> list[Draft]:
    """ "Doctors put the figure at 45", "the number is now 14": what was told before, with a figure of its own."""
    found: list[Draft] = []
    for at, lemma in enumerate(view.lemma):
        sets = lemma == "put" or lemma in _SETS
        if not (view.is_verb(at) or view.tokens[at].pos == "AUX") or not (sets or lemma in _STANDS):
            continue
        named = view.objects(at) if sets and not view.passive(at) else view.subjects(at)
        first, last = view.stretch(at)
        before = _last_before(view, drafts, at)
        if before is None or before.count is None or not any(view.lemma[one] in FIGURES for one in named):
            continue
        if any(first <= one.token <= last and one.token >= named[0] for one in drafts):
            continue
        if any(view.lower[c] in _RIGHT for c in view.children(named[0], "amod")):
            continue  # a correction
        begin, end = view.tokens[at].end, view.tokens[last].end
        given = [one for one in mentions if one.kind is Kind.COUNT and begin <= one.span.begin < end]
        if sets and lemma != "put":
            given = [one for one in given if _word_before(view, one) == "to"]
        new = next(iter(given), None)
        if new is None or any(one.count is not None and one.count.span == new.span for one in drafts):
            continue
        link = Link(speaker=AUTHOR, certainty=Certainty.ASSERTED)
        if sets:
            subjects = view.agents(at) if view.passive(at) else view.subjects(at)
            if not subjects and lemma == "put":
                continue
            if subjects:
                link = _link(view, subjects[0], at, Certainty.ASSERTED)
            elif lemma in _TAKES_BACK and view.tokens[at].dep == "conj":
                link = replace(before.chain[-1], certainty=Certainty.ASSERTED)  # "said 16 died, then revised it to 14"
        draft = _with_figure(before, new, link)
        if lemma in _TAKES_BACK and not view.passive(at):
            before.certainty, before.certainty_words = Certainty.RETRACTED, (view.span(at, at),)
        found.append(replace(draft, token=at, sentence=view.span(view.sentence(at)[0], view.sentence(at)[1] - 1)))
    return found


_GIVES_FIGURES: Final = word_set(
    "say write acknowledge admit count give report claim list estimate put recognise recognize"
)


def _figures_of_others(view: Scene, drafts: Sequence[Draft], mentions: Sequence[CountMention]) -> list[Draft]:
    """ "The union says 20 were killed; the ministry acknowledges 14": what was told before, with another's figure."""
    found: list[Draft] = []
    for at, lemma in enumerate(view.lemma):
        if lemma not in _GIVES_FIGURES or not view.is_verb(at) or view.passive(at):
            continue
        figures = [one for one in view.children(at, "dobj") if one > at and _is_figure(view, one)]
        subjects = view.children(at, "nsubj")
        if not figures or not subjects or not subjects[0] < at:
            continue
        own = [one for one in (*drafts, *found) if one.token in {figures[0], *view.tree.children[figures[0]]}]
        link = _link(view, subjects[0], at, of_lemma(lemma))
        for one in own:  # "the paper says 51 dead, the hospital says 40": each its own
            one.chain = (link,)
        before = _last_before(view, [*drafts, *found], at)
        given = [one for one in mentions if one.kind is Kind.COUNT and _holds(view, one, figures[0])]
        if own or before is None or before.count is None or not given or given[0].unit_word is not None:
            continue
        if before.chain and any(one.cue is not None and view.at(one.cue) == at for one in before.chain):
            before.chain = (
                tuple(one for one in before.chain if one.cue is None or view.at(one.cue) != at) or before.chain
            )
        first, last = view.sentence(at)
        draft = _with_figure(before, given[0], link)
        found.append(replace(draft, token=at, sentence=view.span(first, last - 1)))
    return found


def _is_figure(view: Scene, at: int) -> bool:
    return view.tokens[at].tag == "CD" or view.lower[at] in {"dozens", "scores", "hundreds", "thousands"}


def _holds(view: Scene, mention: CountMention, at: int) -> bool:
    return mention.span.begin <= view.tokens[at].begin < mention.span.end


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
    before = _last_before(view, drafts, begin)
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
        before = _last_before(view, drafts, begin)
        for one in drafts:
            if before is not None and one.sentence == before.sentence and one.polarity is Polarity.HAPPENED:
                one.certainty, one.certainty_words = Certainty.UNVERIFIED, (view.span(begin, at),)


_NOBODY: Final = word_set("none nobody no-one noone")
_IT_IS_SAID: Final = word_set("it this that they these those there he she")
_BE: Final = word_set("is was are were did does do has have had")


def _word_before(view: Scene, mention: CountMention) -> str:
    """The "to" of "revised the number to 27"; "" where the number opens the text."""
    number = view.at(mention.number) or 0
    return view.lower[number - 1] if number > 0 else ""


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


def _denial(view: Scene, at: int, drafts: Sequence[Draft]) -> list[Draft]:
    """A denial of what was told before; none where the denied deed stands in its own words."""
    first, last = view.stretch(at)
    told = [one for one in drafts if first <= one.token <= last and one.token > at]
    if any(one.polarity is Polarity.NOT_HAPPENED for one in told):
        return []
    subjects = view.agents(at) if view.passive(at) else view.subjects(at)
    if view.tokens[at].dep == "relcl":
        own = view.children(at, "nsubj")
        subjects = own[-1:] if own else []
    if not subjects or view.lower[subjects[0]] in {"nobody", "none", "one"} or view.children(at, "neg"):
        return []
    before = _last_before(view, drafts, at)
    if before is None:
        return []
    link = _link(view, subjects[0], at, Certainty.DENIED)
    return [_in_another_voice(view, before, link, at, polarity=Polarity.NOT_HAPPENED, actors=before.actors)]


def _blame(view: Scene, at: int, drafts: Sequence[Draft]) -> list[Draft]:
    """ "The rebels blamed the army": the deed told before, with another actor."""
    first, last = view.stretch(at)
    if any(first <= one.token <= last and one.token > at for one in drafts):
        return []
    objects = view.objects(at)
    subjects = view.subjects(at)
    before = _last_before(view, drafts, at)
    if not objects or not subjects or before is None or view.passive(at):
        return []
    words = view.span(*view.core(objects[0]))
    actor = Actor(text=view.text[words.begin : words.end], span=words)
    link = _link(view, subjects[0], at, Certainty.ALLEGED)
    if any(one.victims != before.victims for one in drafts if one.sentence == before.sentence):
        before = replace(before, victims=set(), victim_words=())  # of all of them, not of the last group
    return [_in_another_voice(view, before, link, at, polarity=Polarity.HAPPENED, actors=(actor,))]


def _last_before(view: Scene, drafts: Sequence[Draft], at: int) -> Draft | None:
    sentence = view.tree.sentence[at]
    near = [
        one
        for one in drafts
        if one.part_of is None
        and one.token < at
        and sentence - view.tree.sentence[one.token] <= 1
        and one.polarity is Polarity.HAPPENED
    ]
    return near[-1] if near else None


def _link(view: Scene, subject: int, verb: int, certainty: Certainty) -> Link:
    return link_of_words(view, view.span(*view.core(subject)), view.span(verb, verb), certainty)


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


def _corrected(view: Scene, drafts: list[Draft], mentions: Sequence[CountMention]) -> list[Draft]:
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
        elif lemma in _REVISES and view.is_verb(at):
            found += _revised(view, found, at, counts)
    return found


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
    told = _with_figure(old[0], new, author)
    old[0].certainty, old[0].certainty_words, old[0].chain = Certainty.RETRACTED, (view.span(at, at),), (author,)
    return [told]


def _not_but(view: Scene, drafts: Sequence[Draft], mention: CountMention) -> list[Draft]:
    """ "Killed nine, not nineteen"."""
    at = view.at(mention.number)
    if (
        at is None
        or at < 2
        or view.lower[at - 1] != "not"
        or view.tokens[at - 2].text not in {",", "and", "-", "–", "—"}
    ):
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
    old = [one for one in drafts if view.tree.sentence[one.token] == sentence and one.token > at]
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
    return [_with_figure(old[-1], new, author)]


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


def _taken_back(view: Scene, drafts: list[Draft], at: int, counts: Sequence[CountMention]) -> list[Draft]:
    """ "He apologised for saying that 120 had died; he now puts it at 25"."""
    first, last = view.stretch(at)
    old = [one for one in drafts if first <= one.token <= last]
    if not old:
        return []
    subjects = view.subjects(at)
    token = view.tokens[at]
    for one in old:
        one.certainty, one.certainty_words = Certainty.RETRACTED, (Span(token.begin, token.end),)
        if subjects and not view.passive(at):
            one.chain = (_link(view, subjects[0], at, Certainty.RETRACTED),)
    end = old[-1].count.span.end if old[-1].count is not None else view.tokens[old[-1].token].end
    new = _new_figure(view, end, view.tree.sentence[at], counts)
    if new is None:
        return []
    return [_with_figure(old[-1], new, replace(old[-1].chain[-1], certainty=Certainty.ASSERTED))]


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


def _with_figure(old: Draft, new: CountMention, link: Link) -> Draft:
    unit = old.count.unit if old.count is not None else Unit.PEOPLE
    return replace(
        old,
        count=replace(counted(new, unit), unit=unit),
        certainty=None,
        certainty_words=(),
        chain=(link,),
        at=new.span.begin,
        part_of=None,
    )


def _revised(view: Scene, drafts: Sequence[Draft], at: int, counts: Sequence[CountMention]) -> list[Draft]:
    """ "Revised the toll from 30 to 13"."""
    first, last = view.stretch(at)
    begin, end = view.tokens[first].begin, view.tokens[last].end
    inside = [one for one in counts if begin <= one.span.begin < end]
    here = [one for one in drafts if first <= one.token <= last and one.event is EventType.KILLING]
    before = {_word_before(view, one): one for one in inside}
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

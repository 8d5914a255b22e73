"""Figures told by others: "doctors put it at 45", "the ministry acknowledges 14", "the number is now 31"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from vigil.model.claim import AUTHOR, Certainty, Link, Unit
from vigil.testimony.attribution.certainty import of_lemma
from vigil.testimony.counts.mention import CountMention, Kind
from vigil.testimony.english.drafts import Draft
from vigil.testimony.english.groups import counted
from vigil.testimony.english.lexicon import FIGURES, word_set
from vigil.testimony.english.links import link_of
from vigil.testimony.english.retold import last_before
from vigil.testimony.english.scene import Scene

_RIGHT: Final = word_set("correct actual real right true revised proper")
_STANDS: Final = word_set("be stand rise climb")
SETS: Final = word_set("revise correct lower cut reduce change amend adjust raise")
TAKES_BACK: Final = word_set("revise correct lower cut reduce amend")
_WARDS: Final = word_set("hospital clinic ward morgue")


def _of_the_harmed(view: Scene, figure: int) -> bool:
    of = view.behind(figure, "of")
    return all(view.lemma[one] in _HARMED or view.lower[one] in _HARMED for one in of)


_HARMED: Final = word_set(
    """dead killed wounded injured missing detained displaced victim casualty fatality death body people person civilian
    martyr detainee prisoner hostage arrest abductee worshipper child woman man"""
)
_GIVES_FIGURES: Final = word_set(
    "say write acknowledge admit count give report claim list estimate put recognise recognize"
)
BY_MISTAKE: Final = word_set("mistakenly wrongly erroneously incorrectly")
_SPEAKS_OF: Final = frozenset({"speak", "talk"})


def counted_by_name(view: Scene, drafts: Sequence[Draft], mentions: Sequence[CountMention]) -> None:
    """ "The number of people killed is 11": a figure behind the verb, of what stands before it."""
    for one in drafts:
        figure = next((head for head, _ in view.ancestors(one.token) if view.lemma[head] in FIGURES), None)
        if figure is None and one.count is None and view.lower[one.token] in {"dead", "wounded", "injured"}:
            figure = one.token  # "put the dead at 31"
        if one.count is not None or figure is None:
            continue
        verb = view.tokens[figure].head
        if view.tokens[figure].dep == "dobj" and view.lemma[verb] in SETS | {"put", "bring"}:
            _put_at(view, one, verb, mentions)
            continue
        if view.tokens[figure].dep not in {"nsubj", "nsubjpass"}:
            continue
        if view.lemma[verb] not in _STANDS | SETS | {"reach", "exceed", "pass", "put"}:
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


def other_figures(  # noqa: PLR0912 - one case after another reads best
    view: Scene, drafts: Sequence[Draft], mentions: Sequence[CountMention]
) -> list[Draft]:
    """ "Doctors put the figure at 45", "the number is now 14": what was told before, with a figure of its own."""
    found: list[Draft] = []
    for at, lemma in enumerate(view.lemma):
        sets = lemma == "put" or lemma in SETS
        if not (view.is_verb(at) or view.tokens[at].pos == "AUX") or not (sets or lemma in _STANDS):
            continue
        named = view.objects(at) if sets and not view.passive(at) else view.subjects(at)
        first, last = view.stretch(at)
        before = last_before(view, drafts, at)
        if before is None or before.count is None or not any(view.lemma[one] in FIGURES for one in named):
            continue
        if any(not _of_the_harmed(view, one) for one in named):
            continue  # "raised the number of troops to 3,000"
        if any(first <= one.token <= last and one.token >= named[0] for one in drafts):
            continue
        if any(view.lower[c] in _RIGHT for c in view.children(named[0], "amod")):
            continue  # a correction
        begin, end = view.tokens[at].end, view.tokens[last].end
        given = [one for one in mentions if one.kind is Kind.COUNT and begin <= one.span.begin < end]
        if sets and lemma != "put":
            given = [one for one in given if word_before(view, one) == "to"]
        new = next(iter(given), None)
        if new is None or any(one.count is not None and one.count.span == new.span for one in drafts):
            continue
        link = Link(speaker=AUTHOR, certainty=Certainty.ASSERTED)
        if sets:
            subjects = view.agents(at) if view.passive(at) else view.subjects(at)
            if not subjects and lemma == "put":
                continue
            if subjects:
                link = link_of(view, subjects[0], at, Certainty.ASSERTED)
            elif lemma in TAKES_BACK and view.tokens[at].dep == "conj":
                link = replace(before.chain[-1], certainty=Certainty.ASSERTED)  # "said 16 died, then revised it to 14"
        draft = with_figure(before, new, link)
        if lemma in TAKES_BACK and not view.passive(at):
            before.certainty, before.certainty_words = Certainty.RETRACTED, (view.span(at, at),)
        found.append(replace(draft, token=at, sentence=view.span(view.sentence(at)[0], view.sentence(at)[1] - 1)))
    return found


def figures_of_others(view: Scene, drafts: Sequence[Draft], mentions: Sequence[CountMention]) -> list[Draft]:
    """ "The union says 20 were killed; the ministry acknowledges 14": what was told before, with another's figure."""
    found: list[Draft] = []
    for at, lemma in enumerate(view.lemma):
        if any(view.lower[c] in BY_MISTAKE for c in view.children(at, "advmod")):
            continue
        if lemma not in _GIVES_FIGURES | _SPEAKS_OF or not view.is_verb(at) or view.passive(at):
            continue
        figures = [one for one in view.children(at, "dobj") if one > at and _is_figure(view, one)]
        if lemma in _SPEAKS_OF:
            figures = [one for one in view.behind(at, "of", "about") if _is_figure(view, one)]
        subjects = view.children(at, "nsubj")
        if not figures or not subjects or not subjects[0] < at:
            continue
        if lemma == "admit" and view.lemma[subjects[0]] in _WARDS:
            continue  # "the hospital admitted 14"
        own = [one for one in (*drafts, *found) if one.token in {figures[0], *view.tree.children[figures[0]]}]
        link = link_of(view, subjects[0], at, of_lemma(lemma))
        for one in own:  # "the paper says 51 dead, the hospital says 40": each its own
            one.chain = (link,)
        before = last_before(view, [*drafts, *found], at)
        given = [one for one in mentions if one.kind is Kind.COUNT and _holds(view, one, figures[0])]
        if own or before is None or before.count is None or not given or given[0].unit_word is not None:
            continue
        if before.chain and any(one.cue is not None and view.at(one.cue) == at for one in before.chain):
            before.chain = (
                tuple(one for one in before.chain if one.cue is None or view.at(one.cue) != at) or before.chain
            )
        first, last = view.sentence(at)
        draft = with_figure(before, given[0], link)
        found.append(replace(draft, token=at, sentence=view.span(first, last - 1)))
    return found


def _is_figure(view: Scene, at: int) -> bool:
    return view.tokens[at].tag == "CD" or view.lower[at] in {"dozens", "scores", "hundreds", "thousands"}


def _holds(view: Scene, mention: CountMention, at: int) -> bool:
    return mention.span.begin <= view.tokens[at].begin < mention.span.end


def word_before(view: Scene, mention: CountMention) -> str:
    """The "to" of "revised the number to 27"; "" where the number opens the text."""
    number = view.at(mention.number) or 0
    return view.lower[number - 1] if number > 0 else ""


def with_figure(old: Draft, new: CountMention, link: Link) -> Draft:
    """What was told before, with another's figure."""
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

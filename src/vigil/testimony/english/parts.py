"""Figures that are part of another: "including 11 women", "most of them children", "half of them"."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from vigil.model.claim import Count, EventType, Exactness, Span, Unit, VictimKind
from vigil.testimony.counts.mention import CountMention, Kind
from vigil.testimony.english.drafts import Draft
from vigil.testimony.english.groups import counted, kinds_in, units_of
from vigil.testimony.english.lexicon import VICTIM_KINDS, word_set
from vigil.testimony.english.scene import Scene

_REACH: Final = 7
"""Words after a figure in which it is said who they are."""


def with_parts(view: Scene, drafts: list[Draft], mentions: Sequence[CountMention]) -> list[Draft]:
    """The claims, with one for each figure that is part of theirs."""
    taken = {draft.count.span.begin for draft in drafts if draft.count is not None}
    found = list(drafts)
    counts = [
        one
        for one in mentions
        if one.kind is Kind.COUNT and (one.part_of is not None or _most(view, one) or _are(view, one))
    ]
    for mention in [*counts, *_halves(view, mentions)]:
        if any(mention.span.begin <= at < mention.span.end for at in taken):
            continue
        whole = _whole(view, drafts, mention)
        if whole is not None and not _only_said_of(view, mention):
            found.append(_part(view, whole, mention, mentions))
    for draft in found:
        if draft.part_of is None and draft.count is not None and _is_part(draft.count, mentions):
            draft.part_of = _larger(found, draft, among=_is_among(view, draft.count, mentions))
    _within_the_total(view, found)
    return found


_BRINGS: Final = word_set(
    "bring brings bringing brought raise raises raising raised take takes taking push pushes pushing"
)


def _within_the_total(view: Scene, drafts: Sequence[Draft]) -> None:
    """ "12 killed today. That brings the toll to 340": the twelve are among them."""
    for total in drafts:
        at = view.at(total.count.span) if total.count is not None else None
        if at is None or total.count is None or total.count.low is None:
            continue
        first, _ = view.sentence(at)
        words = view.lower[max(first, at - 12) : at]
        if not _BRINGS.intersection(words) or "to" not in words[-4:]:
            continue
        for one in drafts:
            own = one.count
            near = 0 <= view.tree.sentence[at] - view.tree.sentence[one.token] <= _NEAR
            if own is None or own.low is None or own.span.begin >= total.count.span.begin or not near:
                continue
            if one.event is total.event and one.part_of is None and own.low < total.count.low:
                one.part_of = total
                total.count = replace(total.count, cumulative=True)


_NEAR: Final = 2
"""Sentences between a figure and the total it brings up."""


def _only_said_of(view: Scene, mention: CountMention) -> bool:
    """ "Some of them critically": how it was, not how many."""
    return view.text[mention.span.begin : mention.span.end].lower().startswith("some")


def _most(view: Scene, mention: CountMention) -> bool:
    words = view.text[mention.span.begin : mention.span.end].lower()
    after = view.text[mention.span.end : mention.span.end + 6].lower().split()
    return mention.exactness is Exactness.VAGUE and words.endswith(" of") and after[:1] in (["them"], ["whom"])


def _are(view: Scene, mention: CountMention) -> bool:
    """ "14 were pulled out, 8 are children"."""
    at = view.at(mention.number)
    if at is None or mention.unit_word is not None or mention.exactness is Exactness.VAGUE or at + 2 >= len(view.lower):
        return False
    return view.lower[at + 1] in {"are", "were"} and bool(
        {view.lemma[at + 2], view.lower[at + 2]} & VICTIM_KINDS.keys()
    )


def _halves(view: Scene, mentions: Sequence[CountMention]) -> list[CountMention]:
    """ "Half were children", where no "of them" stands."""
    found = []
    for at, lower in enumerate(view.lower):
        token = view.tokens[at]
        if lower == "half" and token.dep == "nsubj" and view.lemma[token.head] == "be":
            span = Span(token.begin, token.end)
            if not any(one.span.begin <= span.begin < one.span.end for one in mentions):
                found.append(
                    CountMention(
                        span=span,
                        number=span,
                        low=None,
                        high=None,
                        exactness=Exactness.VAGUE,
                        part_of=span,
                        share=Fraction(1, 2),
                    )
                )
    return found


def _whole(view: Scene, drafts: Sequence[Draft], mention: CountMention) -> Draft | None:
    """The claim a part belongs to: the last figure before it, in its sentence or the one before."""
    at = view.at(mention.number)
    if at is None:
        return None
    sentence = view.tree.sentence[at]
    best: Draft | None = None
    for draft in drafts:
        if draft.count is None or draft.count.span.begin >= mention.number.begin or draft.part_of is not None:
            continue
        away = sentence - view.tree.sentence[draft.token]
        if not 0 <= away <= 1:
            continue
        if away == 1 and not _of_them(view, mention):
            continue
        if mention.unit is not None and mention.unit not in units_of(draft.event):
            continue
        if draft.event is not (_of_the(view, mention) or draft.event):
            continue
        if best is None or draft.count.span.begin >= best.count.span.begin:  # type: ignore[union-attr]
            best = draft
    return best


_OF_THE: Final = {
    "of the dead": EventType.KILLING,
    "of the killed": EventType.KILLING,
    "of those killed": EventType.KILLING,
    "of the victims": EventType.KILLING,
    "of the bodies": EventType.KILLING,
    "of the martyrs": EventType.KILLING,
    "of the wounded": EventType.INJURY,
    "of the injured": EventType.INJURY,
    "of those wounded": EventType.INJURY,
    "of the detained": EventType.ARBITRARY_DETENTION,
    "of the detainees": EventType.ARBITRARY_DETENTION,
}


def _of_the(view: Scene, mention: CountMention) -> EventType | None:
    """ "4 of the dead are children": what befell those they are some of."""
    words = view.text[mention.number.end : mention.number.end + 20].lower().strip()
    return next((event for begin, event in _OF_THE.items() if words.startswith(begin)), None)


def _of_them(view: Scene, mention: CountMention) -> bool:
    words = view.text[mention.span.begin : mention.span.end + 12].lower()
    return " of them" in words or " of whom" in words or " of those" in words or _of_the(view, mention) is not None


def _part(view: Scene, whole: Draft, mention: CountMention, mentions: Sequence[CountMention]) -> Draft:
    kinds, spans = _kinds(view, mention, mentions)
    whole_count = whole.count
    count = counted(mention, Unit.PEOPLE if whole_count is None else whole_count.unit)
    if mention.unit is None and whole_count is not None:
        count = replace(count, unit=whole_count.unit)
    if mention.share is not None and whole_count is not None:
        count = replace(_shared(whole_count, mention), span=mention.span)
        if count.low is not None and view.text[: mention.number.begin].lower().endswith("more than "):
            count = replace(count, high=None, exactness=Exactness.MORE_THAN)  # "more than half of them"
    return replace(
        whole,
        count=count,
        victims=kinds,
        victim_words=tuple(spans),
        named=(),
        part_of=whole,
        at=whole.at,
    )


def _shared(whole: Count, mention: CountMention) -> Count:
    share = mention.share or Fraction(1)
    base = whole.low if whole.low is not None else whole.high
    if whole.exactness in {Exactness.EXACT, Exactness.ABOUT} and base is not None and (base * share).denominator == 1:
        number = int(base * share)
        return replace(whole, low=number, high=number)
    return replace(whole, low=None, high=None, exactness=Exactness.VAGUE)


def _kinds(view: Scene, mention: CountMention, mentions: Sequence[CountMention]) -> tuple[set[VictimKind], list[Span]]:
    first = view.at(mention.number)
    if first is None:
        return set(), []
    later = [one.number.begin for one in mentions if one.number.begin > mention.number.begin]
    last = first
    while last + 1 < len(view.tokens) and last - first < _REACH:
        token = view.tokens[last + 1]
        if token.text in {".", ",", ";", "!", "?", ")"} or any(token.begin == at for at in later):
            break
        last += 1
    return kinds_in(view, first, last)


def _is_part(count: Count, mentions: Sequence[CountMention]) -> bool:
    return any(one.span == count.span and one.part_of is not None for one in mentions)


def _is_among(view: Scene, count: Count, mentions: Sequence[CountMention]) -> bool:
    """ "2,418 were detained, of whom 310 were freed": some of those before, whatever befell them besides."""
    words = {"of whom", "of them", "of those"}
    return any(
        one.span == count.span and one.part_of is not None and view.text[slice(*one.part_of)].lower() in words
        for one in mentions
    )


def _larger(drafts: Sequence[Draft], part: Draft, *, among: bool) -> Draft | None:
    """The last claim before a part whose figure can hold it; of another event only where it is `among` those."""
    size = part.count.low if part.count is not None and part.count.low is not None else 0
    best = None
    for draft in drafts:
        if draft is part or draft.count is None or draft.part_of is not None or draft.at > part.at:
            continue
        top = draft.count.high if draft.count.high is not None else draft.count.low
        if (draft.event is part.event or among) and (top is None or top > size):
            best = draft
    return best

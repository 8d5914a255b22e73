"""Where and when: of the places and times a text mentions, those that belong to one event."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import accumulate, islice
from typing import Final, NamedTuple, TypeVar

from vigil.model.claim import ClaimedPlace, EventType, Link, Polarity, Span
from vigil.testimony.english.event import Event
from vigil.testimony.english.labels import label_of
from vigil.testimony.english.scene import MOST_STEPS, Scene
from vigil.testimony.times.choosing import SAYING_VERBS
from vigil.testimony.times.mention import TimeKind, TimeMention

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH: Final = re.compile(r"\d{4}-\d\d")

_Of = TypeVar("_Of")

_IN_PASSING: Final = frozenset({"acl", "relcl", "pobj", "advcl"})
_ASIDE: Final = frozenset({"prep", "npadvmod", "advmod"})
_ADDRESSEE: Final = frozenset({"dobj", "dative"})
_MEANWHILE: Final = frozenset({"as", "when"})
_PUBLISHES: Final = frozenset({"publish", "release", "issue", "post", "broadcast", "air"})
_FAR: Final = 9
"""Steps along the grammar beyond which a place or a time belongs to something else."""


class Circumstances(NamedTuple):
    """A place and a time of an event, as far as the text gives them."""

    place: ClaimedPlace | None
    time: TimeMention | None


def circumstances(  # noqa: PLR0917 - one case after another reads best
    view: Scene,
    event: Event,
    places: Sequence[ClaimedPlace],
    times: Sequence[TimeMention],
    not_of_it: Sequence[Span],
    others: frozenset[int] = frozenset(),
    cues: frozenset[int] = frozenset(),
    unnamed: Sequence[ClaimedPlace] = (),
) -> Circumstances:
    """The place and the time of an event.

    Args:
        not_of_it: Speakers and cues: what stands in them is theirs.
        others: Heads of other events: what hangs on those that are told in passing is theirs.
        cues: Tokens that make a saying: what hangs on them is of the statement, not of the event.
        unnamed: Places told by common nouns: where no other belongs to the event.
    """
    first, last = view.sentence(event.head)
    begin, end = view.tokens[first].begin, view.tokens[last - 1].end
    way = _way_up(view, event.head)
    taken = _Covered(not_of_it)
    place = None
    for known in (places, unnamed):
        near = [
            (one.span, one)
            for one in known
            if begin <= one.span.begin < end and one.span not in taken and not _is_whence(view, one.span)
        ]
        if event.type in _ON_THE_MOVE:
            near = [one for one in near if not _is_whither(view, one[0])] or near
        place = place or _nearest(view, event, way, others, cues, near)
    place = place or _there(view, event, places) or label_of(view, places, event.head)
    place = None if place is None else _finer(view, place, places)
    time = _nearest(
        view,
        event,
        way,
        others,
        cues,
        (
            (one.span, one)
            for one in times
            if begin <= one.span.begin < end
            and one.edtf
            and (cues or not one.of_saying)
            and one.span not in taken
            and not _is_limit(view, one.span)
            and not _is_of_a_revision(view, one.span)
        ),
    )
    return Circumstances(place, time)


_WHENCE: Final = re.compile(
    r"\bfrom\s+(?:[\w'’-]+\s+){0,3}(?:positions?|bases?|territory|lines|launchers?)\s+(?:in|near|at|around)\s+(?:the\s+)?$"
)


def _is_whence(view: Scene, span: Span) -> bool:
    """ "Shells had come from army positions in Wadi Seidna": where they were fired, and not where they fell."""
    return _WHENCE.search(view.text, max(0, span.begin - 80), span.begin) is not None


_ON_THE_MOVE: Final = frozenset({EventType.EVACUATION, EventType.DISPLACEMENT})


def _is_whither(view: Scene, span: Span) -> bool:
    """ "Bused out of Douma to Jarablus": where they are brought, which is said of it after where they were."""
    at = view.at(span)
    return at is not None and view.lower[view.tokens[at].head] in {"to", "towards", "toward", "for"}


_LIMIT: Final = re.compile(r"\b(?:before|ahead of|prior to|within)\s+(?:the\s+)?(?:next\s+)?$", re.IGNORECASE)


def _finer(view: Scene, place: ClaimedPlace, places: Sequence[ClaimedPlace]) -> ClaimedPlace:
    """ "The market at Dablo, in Sanmatenga province": Dablo."""
    wide = place.precision in {"region", "country"} or place.text.lower().endswith(("province", "region", "state"))
    for one in places if wide else ():
        between = view.text[one.span.end : place.span.begin]
        if one.span.end <= place.span.begin and between.strip(" ,").lower() in {"", "in", "in the"} and "," in between:
            return one
    return place


def _is_limit(view: Scene, span: Span) -> bool:
    """ "Before the weekend", "within 30 days": by when, and not when."""
    return _LIMIT.search(view.text, max(0, span.begin - 24), span.begin) is not None


def _is_of_a_revision(view: Scene, span: Span) -> bool:
    """ "On Sunday revised the toll from Friday's strike": the day of the statement."""
    at = view.at(span)
    prep = None if at is None else view.tokens[at].head
    above = {at if at is None else view.tokens[at].head, None if prep is None else view.tokens[prep].head}
    aside = at is not None and (view.tokens[at].dep in _ASIDE or view.tokens[at].dep == "pobj")
    return aside and any(one is not None and view.lemma[one] in {"revise", "update"} for one in above)


def _there(view: Scene, event: Event, places: Sequence[ClaimedPlace]) -> ClaimedPlace | None:
    """ "The council of Madaya says 23 people starved there": where was named last."""
    above = (*view.children(event.verb, "advmod"), *view.children(event.head, "advmod"))
    here = next((c for c in above if view.lower[c] == "there"), None)
    if here is None:
        return None
    before = [one for one in places if one.span.end <= view.tokens[here].begin]
    if before:
        return before[-1]
    first, _ = view.sentence(here)  # "the local council of Madaya says": in its own name
    named = [one for one in range(first, here) if view.tokens[one].tag == "NNP" and view.tokens[one].entity == "GPE"]
    if not named:
        return None
    span = view.span(named[0], named[0])
    return ClaimedPlace(text=view.text[span.begin : span.end], span=span)


def where_from(view: Scene, link: Link) -> list[Span]:
    """ "My brother in Gaziantep heard that": where who speaks is, and not where it happened."""
    at = view.at(link.speaker_span) if link.speaker_span is not None else None
    if at is None:
        return []
    return [
        view.span(view.tree.first[prep], view.tree.last[prep])
        for prep in view.children(at, "prep")
        if view.lower[prep] in {"in", "from", "at", "of"} and prep > at
    ]


_BEGINS: Final = frozenset({"start", "begin", "commence", "due", "effective"})


def is_to_begin(view: Scene, time: TimeMention, published_on: date | None) -> bool:
    """Whether it is said when something is to start: "a truce starting on Sunday", "due to begin", "from 1 March"."""
    first = (time.edtf or "").split("/")[0]
    if published_on is not None and _DAY.fullmatch(first) and first > published_on.isoformat():
        return True
    at = view.at(time.span)
    if at is None:
        return False
    above = islice(view.ancestors(at), 6)
    return any(view.lemma[one] in _BEGINS and view.tokens[one].tag in {"VBG", "VB", "JJ"} for one, _ in above)


_TO_COME: Final = frozenset({Polarity.PLANNED, Polarity.THREATENED, Polarity.ASKED_FOR, Polarity.CONDITIONAL})


def ahead(time: TimeMention, polarity: Polarity, published_on: date | None) -> str | None:
    """The days of a time; for what is still to come, the next weekday or month of that name, not the latest."""
    edtf = time.edtf
    if edtf is None or published_on is None or polarity not in _TO_COME:
        return edtf
    if time.kind is TimeKind.WEEKDAY and _DAY.fullmatch(edtf):
        day = date.fromisoformat(edtf)
        return (day + timedelta(days=7)).isoformat() if day <= published_on else edtf
    if time.kind is TimeKind.MONTH and _MONTH.fullmatch(edtf) and edtf < published_on.isoformat()[:7]:
        return f"{int(edtf[:4]) + 1:04d}{edtf[4:]}"
    return edtf


def _nearest(  # noqa: PLR0917 - one case after another reads best
    view: Scene,
    event: Event,
    way: dict[int, int],
    others: frozenset[int],
    cues: frozenset[int],
    options: Iterable[tuple[Span, _Of]],
) -> _Of | None:
    best: tuple[bool, int, int, _Of] | None = None
    for span, value in options:
        at = view.at(span)
        if at is None:
            continue
        if view.tokens[at].dep == "pobj" and view.tokens[view.tokens[at].head].dep == "agent":
            continue  # "a truce brokered by Riyadh"
        steps = _steps(view, way, at, others, cues)
        if steps is None or steps > _FAR:
            continue
        apart = abs(view.tokens[event.head].begin - span.begin)
        label = _is_label(view, event, at, span)
        if best is None or (label, steps, apart) < best[:3]:
            best = (label, steps, apart, value)
    return None if best is None else best[3]


def _is_label(view: Scene, event: Event, at: int, span: Span) -> bool:
    """What a post is about, before a colon or as a tag at its end: the place, where no other is told."""
    if span.begin > view.tokens[event.head].begin:
        return view.text[span.begin - 1 : span.begin] == "#"
    return view.text[span.end : span.end + 1] == ":" and view.tree.first[at] <= view.sentence(event.head)[0]


def _way_up(view: Scene, at: int) -> dict[int, int]:
    """Each word above one, with how many steps it is away."""
    found = {at: 0}
    for steps, (head, below) in enumerate(view.ancestors(at), start=1):
        if view.tokens[below].dep == "advcl" and any(
            view.lower[c] in {"while", "whereas", "although", "though"} for c in view.children(below, "mark")
        ):
            break
        found[head] = steps
    return found


def _steps(  # noqa: PLR0911 - one case after another reads best
    view: Scene, way: dict[int, int], at: int, others: frozenset[int], cues: frozenset[int]
) -> int | None:
    """From the event to a word along the grammar; a clause's edge counts double."""
    steps, below = 0, ""
    here = at
    for _ in range(2 * MOST_STEPS):
        if here in way:
            if below in _ASIDE and view.lemma[here] in _PUBLISHES and way[here]:
                return None  # "in a report published on Monday"
            if here in cues and way[here] and below in _ASIDE | _ADDRESSEE and view.lemma[here] in SAYING_VERBS:
                return None  # it hangs on the saying
            return steps + way[here]
        token = view.tokens[here]
        at_once = token.dep == "advcl" and any(
            view.lower[child] in _MEANWHILE for child in view.children(here, "mark", "advmod")
        )
        listed = view.tokens[token.head].dep == "list"
        in_which = token.dep == "pobj" and way.get(view.tokens[token.head].head) == 0  # "nobody died in the raid on"
        passing = token.dep in _IN_PASSING and not at_once and not listed and not in_which
        if token.dep == "acl" and view.lemma[here] in _PUBLISHES:
            return None  # "in a report published on Monday"
        if token.head == here or (here in others and passing):
            return None  # but of both of "3 killed, 8 injured after shelling of Saltivka"
        if token.dep == "advcl" and view.lemma[here] == "bring":
            return None  # "bringing the total since October to 31,000"
        below = token.dep
        steps += 2 if token.dep in {"relcl", "advcl", "ccomp", "parataxis"} else 1
        here = token.head
    return None


class _Covered:
    """Spans, of which it is asked often whether one of them holds another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._begins = [one.begin for one in ordered]
        self._furthest = list(accumulate((one.end for one in ordered), max))

    def __contains__(self, span: Span) -> bool:
        before = bisect_right(self._begins, span.begin)
        return before > 0 and self._furthest[before - 1] >= span.end

"""Claims from one Arabic document. No grammar is needed: the rules read words, their forms and their order."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol, TypeVar

from vigil.model.claim import (
    AUTHOR,
    UNNAMED,
    Actor,
    Certainty,
    Claim,
    ClaimedPlace,
    Count,
    Document,
    EventType,
    Exactness,
    Link,
    Polarity,
    Reading,
    Span,
)
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic import scene, when
from vigil.testimony.arabic.actors import OWN_FORCES, force_at
from vigil.testimony.arabic.chain import Voice, covering, voice
from vigil.testimony.arabic.dictionary import look_up
from vigil.testimony.arabic.doubts import Doubt, doubts
from vigil.testimony.arabic.frame import Frame
from vigil.testimony.arabic.happenings import RIGHT, happenings
from vigil.testimony.arabic.idioms import is_about_a_work
from vigil.testimony.arabic.line import Line, lines
from vigil.testimony.arabic.moods import Mood, is_known, mood
from vigil.testimony.arabic.people import people
from vigil.testimony.arabic.perpetrators import is_done, perpetrators
from vigil.testimony.arabic.rebuttals import answered, rebuttals, well_after_all
from vigil.testimony.arabic.setting import Happening
from vigil.testimony.arabic.speech import frames
from vigil.testimony.arabic.trigger import Trigger
from vigil.testimony.arabic.triggers import STARTS, triggers
from vigil.testimony.arabic.turning import is_over, of_the_wrong
from vigil.testimony.arabic.words import fold_word
from vigil.testimony.counts.mention import CountMention
from vigil.testimony.counts.reading import read_counts
from vigil.testimony.places.gazetteer import Gazetteer
from vigil.testimony.places.reading import read_places
from vigil.testimony.times.calendar import first_day
from vigil.testimony.times.mention import TimeMention
from vigil.testimony.times.reading import read_times


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


_Found = TypeVar("_Found", bound=_Spanned)

READER = "arabic rules 6"

_NEXT = 4
"""Characters between a sentence and the next."""

_ARABIC = re.compile("[\u0620-\u064a]")
_WORDS = re.compile("[\u0620-\u065f\u0670-\u06d3]+")


def read_arabic(document: Document, *, gazetteer: Gazetteer) -> Reading:
    """The claims of a document, in the order of its words.

    A sentence that speaks of an event and yields no claim, or one in another script, is in `Reading.unread`.
    """
    claims, unread = _Document(document, gazetteer).read() if _speaks_of_events(document.text) else ((), ())
    return Reading(document=document.id, lang="ar", reader=READER, claims=claims, unread=unread)


def _speaks_of_events(text: str) -> bool:
    """Whether any word could say that something happened: most posts have none, and are done with."""
    return any(_may_tell(written) for written in _WORDS.findall(text)) and not is_about_a_work(text)


def _may_tell(written: str) -> bool:
    plain = fold_word(written)
    sense = look_up(plain)
    if sense.verb or sense.noun or sense.cut.stem in STARTS or plain in STARTS:
        return True
    return plain[:1] in {"و", "ف"} and plain[1:] in STARTS


class _Document:
    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self._document = document
        self._gazetteer = gazetteer
        self._counts: Sequence[CountMention] = ()
        self._times: Sequence[TimeMention] = ()
        self._places: Sequence[ClaimedPlace] = ()
        self._claims: list[Claim] = []
        self._unread: list[Span] = []

    def read(self) -> tuple[tuple[Claim, ...], tuple[Span, ...]]:
        told = [(line, triggers(line)) for line in lines(self._document.text)]
        if not any(found for _, found in told):
            return (), tuple(line.span for line, _ in told if _other_script(line))
        text = self._document.text
        published_on = self._document.published_on
        self._counts = sorted(read_counts(text, lang="ar"), key=_begin)
        self._times = sorted(read_times(text, lang="ar", published_on=published_on), key=_begin)
        self._places = sorted(read_places(text, lang="ar", gazetteer=self._gazetteer), key=_begin)
        before: Span | None = None
        for line, found in told:
            before = self._line(line, found, before)
        return tuple(self._claims), tuple(self._unread)

    def _line(self, line: Line, found: Sequence[Trigger], before: Span | None) -> Span | None:
        said = frames(line, before)
        source = next(
            (frame.source for frame in reversed(said) if frame.source is not None and not frame.unnamed), None
        )
        if not found:
            self._doubt_before(line)
            self._answer(line, said, ())
            self._perpetrators(line, said)
            self._blame(line, said, ())
            if _other_script(line):
                self._unread.append(line.span)
            return source or before
        counts = _within(self._counts, line.span)
        who = people(line, counts)
        happened = [each for each in happenings(line, found, who, counts, said) if not each.cause]
        if any(each.withdrawn for each in happened):  # which figure is taken back is told: the others stand
            said = [replace(each, way="say", certainty=None) if each.way == "retract" else each for each in said]
            wrong = [each.at for each in happened if each.withdrawn and each.at is not None]
            said = [of_the_wrong(line, each, wrong) for each in said]
        unsure = doubts(line)
        spots = self._spots(line, said, happened)
        index: dict[int, int] = {}
        for each in happened:
            claim = self._claim(line, each, said, unsure, spots, index)
            if claim is not None:
                index[id(each)] = len(self._claims)
                self._claims += _of_each_voice(line, claim, said)
        _within_the_total(self._claims, line)
        self._answer(line, said, [each.trigger.at for each in happened])
        self._blame(line, said, [each.trigger.at for each in happened])
        if not index:
            self._unread.append(line.span)
        return source or before

    def _answer(self, line: Line, said: Sequence[Frame], events: Sequence[int]) -> None:
        """لكن الجيش نفى ذلك, الخبر كذب: a claim of its own."""
        if not self._claims:
            return
        text = self._document.text
        for each in rebuttals(line, said, events):
            self._claims = answered(text, self._claims, each)
        last = self._claims[-1]
        if last.sentence == line.span and (well := well_after_all(line, last)) is not None:
            self._claims = answered(text, self._claims, well)

    def _perpetrators(self, line: Line, said: Sequence[Frame]) -> None:
        """يُعتقد أن المسيّرة تابعة للواء: who did what the sentence before told."""
        named = perpetrators(line) if self._claims else None
        sentence = self._claims[-1].sentence if named is not None else None
        if named is None or sentence is None or line.span.begin - sentence.end > _NEXT:
            return
        told = [each for each in self._claims if each.sentence == sentence and is_done(each)]
        if not told:
            return
        source = next((frame for frame in said if frame.source is not None and frame.way == "say"), None)
        link = Link(speaker=AUTHOR, certainty=Certainty.ASSERTED, cue=named.words)
        if source is not None and source.source is not None:
            words = source.source
            link = replace(link, speaker=line.text[words.begin : words.end], speaker_span=words, cue=source.cue)
        self._claims.append(_laid_to(told[0], line, link, named.actors, named.words))

    def _blame(self, line: Line, said: Sequence[Frame], events: Sequence[int]) -> None:
        """واتهمت الدعم السريع بارتكابها: who did what was just told, by whoever accuses them."""
        for frame in said:
            if frame.way != "accuse" or not frame.accused or any(frame.at <= at < frame.last for at in events):
                continue
            sentence = self._claims[-1].sentence if self._claims else None
            if sentence is None or line.span.begin - sentence.end > _NEXT:
                return
            told = next((each for each in self._claims if each.sentence == sentence and is_done(each)), None)
            if told is None or told.actors:
                return
            source = frame.source or next((each.source for each in said if each.source is not None), None)
            link = Link(speaker=UNNAMED, certainty=Certainty.ALLEGED, cue=frame.cue)
            if source is not None:
                link = replace(link, speaker=line.text[source.begin : source.end], speaker_span=source)
            self._claims.append(_laid_to(told, line, link, frame.accused, frame.cue))
            return

    def _doubt_before(self, line: Line) -> None:
        """ولم يتسن التحقق من ذلك: what was just said stays unverified."""
        for doubt in doubts(line):
            if doubt.back and self._claims:
                sentence = self._claims[-1].sentence
                for n in range(len(self._claims) - 1, -1, -1):
                    claim = self._claims[n]
                    if claim.sentence != sentence or claim.certainty is Certainty.UNVERIFIED:
                        break
                    words = (*claim.spans.get("certainty", ()), doubt.words)
                    spans = {**claim.spans, "certainty": words}
                    self._claims[n] = replace(claim, certainty=Certainty.UNVERIFIED, spans=spans)

    def _spots(self, line: Line, said: Sequence[Frame], happened: Sequence[Happening]) -> list[ClaimedPlace]:
        forces = [actor.span for each in happened for actor in each.actors]
        struck = {EventType.ATTACK, EventType.SIEGE}
        objects = frozenset(
            line.index(actor.span.end)
            for each in happened
            if each.trigger.event in struck and each.trigger.form is not None
            for actor in each.actors
            if actor.span.begin >= line.items[each.trigger.at].word.end
        )
        return scene.places(line, _within(self._places, line.span), said, forces, objects)

    def _where_and_when(
        self, line: Line, each: Happening, said: Sequence[Frame], spots: Sequence[ClaimedPlace]
    ) -> tuple[ClaimedPlace | None, TimeMention | None]:
        """Its place and its time; of a running total none of those of the event that brings it up."""
        trigger, times = each.trigger, _within(self._times, line.span)
        window = when.bounds(line, trigger)
        if _is_total(each) or (each.part_of is not None and _is_total(each.part_of)):
            window = when.of_total(line, trigger, window)
            spots = [one for one in spots if line.index(one.span.begin) < window[1]]
            times = [one for one in times if line.index(one.span.begin) < window[1]]
        last = each.people.last if each.people is not None else None
        return (
            scene.place_of(line, trigger, last, spots, window),
            when.time_of(line, trigger, times, said, window),
        )

    def _up_to_now(self) -> str | None:
        """When what a running total counts happened: at some time up to the day it is told."""
        published_on = self._document.published_on
        return None if published_on is None else f"../{published_on.isoformat()}"

    def _claim(  # noqa: PLR0912, PLR0917 - one case after another reads best
        self,
        line: Line,
        each: Happening,
        said: Sequence[Frame],
        unsure: Sequence[Doubt],
        spots: Sequence[ClaimedPlace],
        index: dict[int, int],
    ) -> Claim | None:
        trigger = each.trigger
        how = mood(line, trigger)
        doubt = next((doubt for doubt in unsure if doubt.first <= trigger.at < doubt.last), None)
        if doubt is not None and doubt.denies and is_known(line, trigger):
            doubt = None  # ليس صحيحاً أن القتلى مسلحون: dead they are
        told = trigger.at if each.at is None else each.at
        if each.withdrawn:  # ذكرنا أنهم 6, والصحيح 4 بحسب الدائرة: the second figure is the office's
            said = [each for each in said if not (each.trailing and each.at > told and _set_right(line, told, each.at))]
        heard = voice(line, told, said, how, own=each.own, unverified=doubt.words if doubt else None)
        heard = _with_doubter(line, heard, doubt)
        polarity, certainty = _settled(heard, how, doubt)
        if each.withdrawn or any(frame.way == "retract" for frame in covering(said, told)):
            certainty = Certainty.RETRACTED
        if polarity is Polarity.ASKED_FOR and _told_of_them(line, each):
            polarity = Polarity.HAPPENED  # الإفراج عن صحفيين تحتجزهم السلطات
        actors = _actors(line, each, said, how)
        place, time = self._where_and_when(line, each, said, spots)
        event = _event(each, actors)
        count = each.count
        ahead = time is not None and polarity is Polarity.HAPPENED and _lies_ahead(time, self._document.published_on)
        if ahead and each.trigger.role == "counted":
            ahead, time = False, None  # تشييع الشهيد غداً: the dead are dead
        polarity = Polarity.PLANNED if ahead else polarity
        if (
            polarity is Polarity.NOT_HAPPENED
            and count is not None
            and (certainty is not Certainty.DENIED or count.exactness is Exactness.NONE)
        ):
            count = None
        if polarity is Polarity.NOT_HAPPENED and each.people is not None and line.plain(each.people.first - 1) in _ANY:
            count = None
        spans: dict[str, tuple[Span, ...]] = {"event": (line.words(trigger.at, trigger.last),)}
        if count is not None:
            spans["count"] = (count.span,)
        if heard.polarity_words:
            spans["polarity"] = heard.polarity_words
        elif ahead and time is not None:
            spans["polarity"] = (time.span,)
        if heard.certainty_words:
            spans["certainty"] = heard.certainty_words
        speakers = tuple(link.speaker_span for link in heard.chain if link.speaker_span is not None)
        if speakers:
            spans["speakers"] = speakers
        if actors:
            spans["actors"] = tuple(actor.span for actor in actors)
        if each.people is not None:
            spans["victims"] = (line.words(each.people.first, each.people.last),)
        if place is not None:
            spans["place"] = (place.span,)
        if time is not None:
            spans["date"] = (time.span,)
        occurred = time.edtf if time is not None else None
        if occurred is None and count is not None and not each.withdrawn and _has_risen(line, each, count):
            occurred, spans["date"] = self._up_to_now(), (count.span,)
        return Claim(
            event=event,
            polarity=polarity,
            certainty=certainty,
            chain=heard.chain,
            count=count,
            actors=actors,
            victims=each.people.kinds if each.people is not None else frozenset(),
            named=each.people.named if each.people is not None else (),
            place=place,
            occurred=occurred,
            subset_of=index.get(id(each.part_of)) if each.part_of is not None else None,
            sentence=line.span,
            spans=spans,
        )


def _has_risen(line: Line, each: Happening, count: Count) -> bool:
    """ارتفعت حصيلة القتلى إلى 91: a running total, of which no start is told. Not وصل 18 جريحاً."""
    if each.part_of is not None and each.part_of.count is not None:
        return _has_risen(line, each.part_of, each.part_of.count)
    at = line.index(count.span.begin)
    return _is_total(each) and any(line.plain(k).startswith(_RISEN) for k in range(max(0, at - 8), at))


_RISEN = ("ارتفع", "وارتفع", "ترتفع", "يرتفع", "لترتفع", "ليرتفع", "ارتفاع")


def _is_total(each: Happening) -> bool:
    return each.count is not None and each.count.cumulative


def _of_each_voice(line: Line, claim: Claim, said: Sequence[Frame]) -> tuple[Claim, ...]:
    """تنفي ما تداولته صفحات عن مقتل سبعة: a claim of the pages, and one of whoever denies it."""
    if claim.certainty is not Certainty.DENIED or len(claim.chain) != 2:
        return (claim,)
    told, denier = claim.chain
    circulated = any(
        frame.trailing and line.plain(frame.at - 1) == "ما" and frame.source == told.speaker_span for frame in said
    )
    if not circulated or told.speaker_span is None or denier.speaker_span is None:
        return (claim,)
    spans = {slot: words for slot, words in claim.spans.items() if slot != "polarity"}
    mine = replace(claim, chain=(denier,), spans={**claim.spans, "speakers": (denier.speaker_span,)})
    words = {**spans, "speakers": (told.speaker_span,), "certainty": (told.cue or told.speaker_span,)}
    theirs = replace(claim, chain=(told,), certainty=Certainty.CLAIMED, polarity=Polarity.HAPPENED, spans=words)
    return mine, theirs


_RISES = re.compile("ل(?:ي|ت)(?:رتفع|صل|صبح|صعد)|(?:ما|مما) (?:ي|ت)?رفع|وبذلك|بذلك (?:ي|ت)رتفع|رافع")


def _within_the_total(claims: list[Claim], line: Line) -> None:
    """ارتقى شهيدان, ليرتفع عدد الشهداء إلى 21: the two are among them."""
    here = [n for n, each in enumerate(claims) if each.sentence == line.span and each.count is not None]
    for total in here:
        count = claims[total].count
        if count is None or count.low is None:
            continue
        for part in here:
            own = claims[part].count
            if part >= total or own is None or own.low is None or claims[part].subset_of is not None:
                continue
            between = line.text[own.span.end : count.span.begin]
            if claims[part].event is claims[total].event and own.low < count.low and _RISES.search(between):
                claims[part] = replace(claims[part], subset_of=total)
                claims[total] = replace(claims[total], count=replace(count, cumulative=True))


def _set_right(line: Line, first: int, last: int) -> bool:
    return any(line.plain(k) in RIGHT for k in range(first, last))


def _laid_to(told: Claim, line: Line, link: Link, actors: tuple[Actor, ...], words: Span) -> Claim:
    """What was told, with whom a sentence of its own lays it to."""
    spans = {slot: words for slot, words in told.spans.items() if slot in {"event", "place", "date"}}
    spans |= {"actors": tuple(each.span for each in actors), "certainty": (words,)}
    if link.speaker_span is not None:
        spans["speakers"] = (link.speaker_span,)
    return replace(
        told,
        certainty=link.certainty,
        chain=(link,),
        count=None,
        actors=actors,
        victims=frozenset(),
        named=(),
        sentence=line.span,
        spans=spans,
    )


def _told_of_them(line: Line, each: Happening) -> bool:
    """A verb with a pronoun right behind those it befell: whom nobody calls to be taken."""
    form, at = each.trigger.form, each.trigger.at
    if form is None or form.object not in {"ه", "ها", "هم"} or not at:
        return False
    before = line.items[at - 1].sense
    return bool(before.person or before.kin or before.noun) and not before.cut.article


def _begin(found: _Spanned) -> int:
    return found.span.begin


def _within(found: Sequence[_Found], span: Span) -> Sequence[_Found]:
    """Those that begin in a span, of what is given in the order of the text."""
    first = bisect_left(found, span.begin, key=_begin)
    return found[first : bisect_left(found, span.end, first, key=_begin)]


def _with_doubter(line: Line, heard: Voice, doubt: Doubt | None) -> Voice:
    """Who could not verify it speaks first."""
    if doubt is not None and doubt.denies:
        named = tuple(each for each in heard.chain if each.speaker != UNNAMED)
        return heard._replace(chain=named or (Link(speaker=AUTHOR, certainty=Certainty.DENIED, cue=doubt.words),))
    if doubt is None or doubt.source is None:
        return heard
    link = Link(
        speaker=line.text[doubt.source.begin : doubt.source.end],
        certainty=Certainty.UNVERIFIED,
        speaker_span=doubt.source,
        cue=doubt.words,
    )
    rest = tuple(each for each in heard.chain if each.speaker != AUTHOR and each.speaker_span != doubt.source)
    return heard._replace(chain=(link, *rest))


def _settled(heard: Voice, how: Mood, doubt: Doubt | None) -> tuple[Polarity, Certainty]:
    polarity, certainty = heard.polarity, heard.certainty
    if doubt is not None and doubt.evidence:
        return Polarity.HAPPENED, Certainty.UNVERIFIED
    if doubt is not None and doubt.denies:
        return Polarity.NOT_HAPPENED, Certainty.DENIED
    if doubt is not None:
        return Polarity.HAPPENED if polarity is Polarity.NOT_HAPPENED else polarity, Certainty.UNVERIFIED
    if certainty is Certainty.DENIED and how.polarity is not Polarity.NOT_HAPPENED:
        polarity = Polarity.NOT_HAPPENED
    if polarity is Polarity.FEARED:
        certainty = Certainty.FEARED
    return polarity, certainty


def _actors(line: Line, each: Happening, said: Sequence[Frame], how: Mood) -> tuple[Actor, ...]:
    actors = each.actors
    around = covering(said, each.trigger.at)
    if not actors:
        owning = next(
            (
                frame
                for frame in around
                if (frame.way in {"adopt", "threaten"} and not is_over(line, frame, each.trigger.at))
                or _takes_blame(line, frame)
                or _of_itself(line, frame, each.trigger)
            ),
            None,
        )
        if owning is not None and owning.source is not None:
            actors = (Actor(text=line.text[owning.source.begin : owning.source.end], span=owning.source),)
    if (
        actors and any(frame.way == "suppose" and frame.silent and _opens_with(line, frame, actors) for frame in said)
    ) or (actors and how.certainty is Certainty.SUSPECTED and _maybe_before(line, actors)):
        actors = tuple(replace(actor, hedged=True) for actor in actors)
    return actors


def _takes_blame(line: Line, frame: Frame) -> bool:
    """أعلن مسؤوليته عن; نفى مسؤوليته عن: of the deed that it owns or denies."""
    return frame.way in {"say", "deny"} and any(
        line.plain(k).startswith(_OWN_PART) for k in range(frame.at, min(frame.end + 2, len(line.items)))
    )


def _of_itself(line: Line, frame: Frame, trigger: Trigger) -> bool:
    """يزعم الجيش أنه قتل, نفى الجيش قصف المستشفى: a force that tells of what it did, or denies having done."""
    source = frame.source
    if source is None or frame.way not in {"say", "deny"} or force_at(line, line.index(source.begin)) is None:
        return False
    if frame.way == "deny" and trigger.at == max(frame.at, line.index(source.end - 1)) + 1:
        own = line.plain(trigger.last) in OWN_FORCES
        return not own and trigger.role in {"deed", "masdar", "object"}  # not نفى الجيش استهداف قواته
    before = trigger.at - 1
    while line.plain(before) in _HELPERS:
        before -= 1
    if trigger.form is None or trigger.passive or trigger.role not in {"object", "fire"}:
        return False
    return trigger.form.person.startswith("3") and line.plain(before).removeprefix("ب") in _THAT_IT


_ANY = frozenset({"اي", "ايه", "باي"})
"""نفى مقتل أي مدني: of nobody, and of no one person."""
_HELPERS = frozenset({"قد", "لم", "لا", "سوف", "لن", "ما"})
_THAT_IT = frozenset({"انه", "انها", "انهم"})
_OWN_PART = ("مسووليت", "ضلوعه", "ضلوعها", "تورطه", "تورطها", "علاقته", "علاقتها", "صلته", "صلتها", "وقوفه", "وقوفها")
"""Whoever denies these denies that they did it themselves."""


def _lies_ahead(time: TimeMention, published_on: date | None) -> bool:
    """وقف إطلاق النار يبدأ غداً: what is to happen after it was told is a plan."""
    return (
        published_on is not None
        and time.edtf is not None
        and (first := first_day(time.edtf)) is not None
        and first > published_on
    )


def _opens_with(line: Line, frame: Frame, actors: Sequence[Actor]) -> bool:
    at = line.index(actors[0].span.begin)
    return 0 <= at - frame.end <= 2


def _maybe_before(line: Line, actors: Sequence[Actor]) -> bool:
    at = line.index(actors[0].span.begin)
    return any(line.plain(k) in small.MAYBE for k in range(max(0, at - 3), at))


def _event(each: Happening, actors: Sequence[Actor]) -> EventType:
    """Whom forces of a state take is detained; whom others take, kidnapped."""
    event = each.trigger.event
    if event is EventType.ARBITRARY_DETENTION and actors and each.state is False:
        return EventType.KIDNAPPING
    if (
        event is EventType.KIDNAPPING
        and actors
        and each.state is True
        and each.trigger.lemma not in {"خطف", "اختطف", "اختطاف"}
    ):
        return EventType.ARBITRARY_DETENTION
    return event


def _other_script(line: Line) -> bool:
    latin = sum(item.word.kind == "latin" for item in line.items)
    arabic = sum(item.word.kind == "word" for item in line.items)
    return latin >= 4 and latin > arabic

"""What answers a claim without telling it again: "but the army denied that", "the news is a lie", "he is well".

Such a denial is a claim of whoever denies, and what it answers is only claimed from then on where the author says so.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from vigil.model.claim import AUTHOR, UNNAMED, Actor, Certainty, Claim, EventType, Link, Polarity, Span
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.frame import Frame
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.words import plain_set

_THAT = plain_set(
    """
    ذلك هذا هذه هاد هالحكي هالكلام الأمر الاتهام الاتهامات التهمة التهم المزاعم الادعاء الادعاءات الأنباء الخبر
    الأخبار التقارير التقرير الرواية الروايات المعلومات صحة صحتها صحته أي كل جميع بشدة نفيا قاطعا قطعيا مسؤوليته
    مسؤوليتها
    """
)
"""What points back at what was told."""
_NEWS = plain_set(
    "الخبر خبر هالخبر الأخبار الكلام هالكلام الحكي هالحكي هذا هاد هذه هي الإشاعة الأنباء المعلومة القصة الرواية"
)
_POINTING = _NEWS | {f"و{word}" for word in _NEWS}
_FALSE = plain_set(
    "كذب كذبة كاذب كاذبة إشاعة إشاعات شائعة شائعات ملفق ملفقة مفبرك مفبركة فبركة تلفيق ملفقة مضلل مضللة زائف زائفة"
)
_NOT_TRUE = frozenset(
    (no, yes)
    for no in plain_set("غير مو مش ليس ليست")
    for yes in plain_set("صحيح صحيحة صحيحا مضبوط دقيق دقيقة حقيقي حقيقية")
)
_WELL = plain_set("بخير عايش عايشة عايشين سالم سالمة سالمين سليم سليمة حي حية")
_TAKEN_FOR_DONE = frozenset(
    {
        EventType.KILLING,
        EventType.INJURY,
        EventType.KIDNAPPING,
        EventType.ARBITRARY_DETENTION,
        EventType.ENFORCED_DISAPPEARANCE,
    }
)
_RUMOURED = frozenset({Certainty.CLAIMED, Certainty.REPORTED})


class Rebuttal(NamedTuple):
    """Words that deny what was told: `source` None where the author does."""

    at: int
    words: Span
    source: Span | None


def rebuttals(line: Line, frames: Sequence[Frame], events: Sequence[int]) -> list[Rebuttal]:
    """The denials of a sentence that point back, in order.

    Args:
        events: Its words of happening.
    """
    found = [each for frame in frames if (each := _denies(line, frame, events)) is not None]
    found += [each for at in range(len(line.items)) if (each := _nothing(line, at) or _not_true(line, at)) is not None]
    last = _called_false(line, events)
    found += [] if last is None else [last]
    found += [
        each
        for at, item in enumerate(line.items)
        if item.text in _POINTING and (each := _is_false(line, at, events)) is not None
    ]
    return sorted(found) if len(found) > 1 else found


def _denies(line: Line, frame: Frame, events: Sequence[int]) -> Rebuttal | None:
    if frame.way != "deny" or frame.source is None or any(frame.at < at < frame.last for at in events):
        return None
    speech = line.items[frame.at].sense.speech
    if speech is not None and speech.form.object and line.plain(frame.at - 1) in small.RELATIVE | {"ما"}:
        return Rebuttal(frame.at, frame.cue, frame.source)  # وهو ما نفته السلطات
    first = line.index(frame.source.end) if frame.source.begin > frame.cue.begin else frame.at + 1
    content = [line.plain(k) for k in range(first, min(first + 3, len(line.items))) if line.is_word(k)]
    if not content or content[0] in _THAT or line.plain(first) in {",", "."}:
        return Rebuttal(frame.at, frame.cue, frame.source)
    return None


_NOTHING = plain_set("شي شيء اشي حاجة حاجه")
_OF_NOTHING = plain_set("ما مافي مافيش مفيش ماكو")
_THERE = plain_set("في فيه فيها صار صاير حصل حاصل عندنا")
_NOT_DONE = frozenset({"حصلش", "محصلش", "ماحصلش", "ماصار", "مصارش"})


def _not_true(line: Line, at: int) -> Rebuttal | None:
    """..., لا يا سادة مش صحيح، ماتوا أربعة: between commas, of what was told before."""
    if (line.plain(at), line.plain(at + 1)) not in _NOT_TRUE or line.plain(at + 2) not in {",", ".", "!"}:
        return None
    apart = line.plain(at - 1) == "," or any(line.plain(k) == "لا" for k in range(max(0, at - 4), at))
    return Rebuttal(at, line.words(at, at + 2), None) if apart and at else None


def _nothing(line: Line, at: int) -> Rebuttal | None:
    """وما في شي أبداً, الكلام دا ما حصل: that it did not happen."""
    bare = line.plain(at).removeprefix("و")
    if bare in _NOT_DONE and line.plain(at - 1) in _POINTING | {"دا", "ده", "دي"}:
        return Rebuttal(at, line.words(at, at + 1, cut=False), None)
    if bare == "ما" and line.plain(at + 1) in {"حصل", "صار", "حصلت", "صارت"}:
        told = any(line.plain(k) in _POINTING for k in range(max(0, at - 3), at))
        return Rebuttal(at, line.words(at, at + 2), None) if told else None
    if bare not in _OF_NOTHING:
        return None
    behind = at + 1 + (line.plain(at + 1) in _THERE)
    if line.plain(behind) not in _NOTHING or line.plain(behind + 1) in {"موكد", "اكيد", "رسمي", "جديد"}:
        return None
    ends = behind + 1 >= len(line.items) or not line.is_word(behind + 1) or line.plain(behind + 1) in _AT_ALL
    return Rebuttal(at, line.words(at, behind + 1), None) if ends else None


_AT_ALL = plain_set("أبدا ابدا أصلا نهائي نهائيا بالمرة كله من")


def _called_false(line: Line, events: Sequence[int]) -> Rebuttal | None:
    """كل ما يشاع عن إعدام أسرى غير صحيح, قصف المستشفى كذب: the last words of a sentence."""
    end = len(line.items)
    while end and line.items[end - 1].word.kind != "word":
        end -= 1
    pair = (line.plain(end - 2), line.plain(end - 1)) if end > 1 else ("", "")
    wide = 2 if pair in _NOT_TRUE else 1 if pair[1] in _FALSE else 0
    before = end - wide - 1
    if not wide or before < 0 or not events or not events[0] < before or line.items[before].word.kind != "word":
        return None
    if line.plain(before) in _POINTING or line.items[before].sense.speech is not None:
        return None
    return Rebuttal(end - wide, line.words(end - wide, end), None)


def _is_false(line: Line, at: int, events: Sequence[int]) -> Rebuttal | None:
    """الخبر كذب, هالحكي مو صحيح."""
    pair = (line.plain(at + 1), line.plain(at + 2))
    wide = 1 if pair[0] in _FALSE else 2 if pair in _NOT_TRUE else 0
    if not wide or at + wide + 1 in events:
        return None
    return Rebuttal(at, line.words(at + 1, at + 1 + wide), None)


def well_after_all(line: Line, claim: Claim) -> Rebuttal | None:
    """الإشاعة عن مقتل فلان: هو بخير. Said of nobody else, for nobody is told to be well but who is said not to be."""
    if claim.certainty not in _RUMOURED or claim.event not in _TAKEN_FOR_DONE or claim.chain[0].speaker != UNNAMED:
        return None
    begin = claim.spans["event"][0].end
    for at in range(line.index(begin), len(line.items)):
        if line.plain(at) in _WELL and not line.plain(at + 1).startswith("ال"):
            return Rebuttal(at, line.words(at, at + 1, cut=False), None)
    return None


def answered(text: str, claims: Sequence[Claim], rebuttal: Rebuttal) -> list[Claim]:
    """The claims with the denial of the last of them that it may answer, and that one as far as it still stands."""
    told = [n for n, each in enumerate(claims) if each.spans["event"][0].begin < rebuttal.words.begin]
    at = next((n for n in reversed(told) if _may_be_answered(text, claims[n], rebuttal)), None)
    made = list(claims)
    if at is None:
        return made
    old = claims[at]
    if rebuttal.source is None:
        for n in told:
            if claims[n].sentence == old.sentence and _may_be_answered(text, claims[n], rebuttal):
                made[n] = _only_claimed(claims[n], rebuttal)
    if any(
        each.event is old.event and each.polarity is Polarity.NOT_HAPPENED and _begin(each) > _begin(old)
        for each in claims
        if each.certainty is not Certainty.DENIED or rebuttal.source is None
    ):
        return made
    speaker = AUTHOR if rebuttal.source is None else text[rebuttal.source.begin : rebuttal.source.end]
    link = Link(speaker=speaker, certainty=Certainty.DENIED, speaker_span=rebuttal.source, cue=rebuttal.words)
    spans = {slot: words for slot, words in old.spans.items() if slot not in {"count", "speakers"}}
    spans |= {"polarity": (rebuttal.words,), "certainty": (rebuttal.words,)}
    if rebuttal.source is not None:
        spans["speakers"] = (rebuttal.source,)
    actors, spans = _of_whom(text, old, rebuttal, spans)
    denial = replace(
        old,
        actors=actors,
        polarity=Polarity.NOT_HAPPENED,
        certainty=Certainty.DENIED,
        chain=(link,),
        count=None,
        subset_of=None,
        spans=spans,
    )
    return [*made, denial]


_A_HAND = re.compile(r"(?:صل[ةت]|علاق[ةت]|تورط|ضلوع|مسؤولي[ةت]|وقوف)(?:ه|ها|هم)?\b")


def _of_whom(
    text: str, old: Claim, rebuttal: Rebuttal, spans: dict[str, tuple[Span, ...]]
) -> tuple[tuple[Actor, ...], dict[str, tuple[Span, ...]]]:
    """Who is denied to have done it: whoever denies a hand in it, or else who was said to have."""
    if rebuttal.source is None or not _A_HAND.search(text, rebuttal.words.begin, rebuttal.source.end + 25):
        return old.actors, spans
    words = text[rebuttal.source.begin : rebuttal.source.end]
    return (Actor(text=words, span=rebuttal.source),), {**spans, "actors": (rebuttal.source,)}


def _begin(claim: Claim) -> int:
    return claim.spans["event"][0].begin


def _may_be_answered(text: str, claim: Claim, rebuttal: Rebuttal) -> bool:
    if claim.polarity is not Polarity.HAPPENED or claim.subset_of is not None:
        return False
    own = claim.chain[-1].speaker
    return rebuttal.source is None or own != text[rebuttal.source.begin : rebuttal.source.end]


def _only_claimed(claim: Claim, rebuttal: Rebuttal) -> Claim:
    """It keeps its speaker; the author who calls it a lie is none."""
    chain = claim.chain
    if chain[0].speaker == AUTHOR:
        chain = (Link(speaker=UNNAMED, certainty=Certainty.CLAIMED, cue=rebuttal.words),)
    words = (*claim.spans.get("certainty", ()), rebuttal.words)
    return replace(claim, chain=chain, certainty=Certainty.CLAIMED, spans={**claim.spans, "certainty": words})

"""Who did it, told in a sentence of its own: المهاجمون من لواء السهول, يُعتقد أن المسيّرة تابعة للجيش."""

from typing import NamedTuple

from vigil.model.claim import Actor, Claim, Polarity, Span
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.actors import force_at
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.words import plain_set
from vigil.testimony.deeds import DEEDS

_DOERS = plain_set(
    """
    مسيرة طائرة طائرات طيران مروحية مقاتلات مهاجم مهاجمون مهاجمين مسلح مسلحون مسلحين منفذ منفذون منفذين خاطف خاطفون
    خاطفين قتلة جناة فاعل قذائف قذيفة صاروخ صواريخ قوة دورية
    """
)
_BELONG = plain_set("تابعة تابعون تابعين تابع تعود يعود ينتمون تنتمي ينتمي يتبعون تتبع من هم هي كانت كانوا محسوبون")
_BETWEEN = plain_set("إلى كانت كانوا هم هي من")
_BACK = 6
"""Words before the doer in which a hedge may stand."""


class Perpetrators(NamedTuple):
    """Whom a sentence names as those who did what was told before it, and the words that say so."""

    actors: tuple[Actor, ...]
    words: Span


def perpetrators(line: Line) -> Perpetrators | None:
    """Whom a sentence without a deed of its own names."""
    for at in range(len(line.items) - 2):
        if not line.plain(at).startswith("ال") or line.stem(at).removeprefix("ال") not in _DOERS:
            continue
        if line.plain(at + 1) not in _BELONG:
            continue
        begin = at + 2
        while line.plain(begin) in _BETWEEN:
            begin += 1
        found = force_at(line, begin) if begin < len(line.items) else None
        if found is None or any(line.plain(k).removeprefix("و") in small.NOT for k in range(max(0, at - 3), begin)):
            continue
        hedged = any(_hedges(line, k) for k in range(max(0, at - _BACK), at))
        actors = tuple(
            Actor(text=each.text, span=each.span, role=each.role, hedged=hedged or each.hedged) for each in found.actors
        )
        return Perpetrators(actors, line.words(at, found.last))
    return None


def _hedges(line: Line, at: int) -> bool:
    speech = line.items[at].sense.speech
    return (speech is not None and speech.way == "suppose") or line.plain(at).removeprefix("و") in small.MAYBE


def is_done(claim: Claim) -> bool:
    """Whether somebody may be said to have done it."""
    return claim.event in DEEDS and claim.polarity is Polarity.HAPPENED and claim.subset_of is None

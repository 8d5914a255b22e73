"""The chain of speakers of a happening, the certainty of each link, and what comes of walking it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from vigil.model.claim import AUTHOR, UNNAMED, Certainty, Link, Polarity, Span
from vigil.testimony.arabic.frame import Frame
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.moods import Mood
from vigil.testimony.arabic.turning import is_over

_OWN_EYES = frozenset(
    {
        "عيني",
        "عيوني",
        "بعيني",
        "بعيوني",
        "گدامي",
        "كدامي",
        "جدامي",
        "گدامنا",
        "كدامنا",
        "قدامي",
        "امامي",
        "قدامنا",
        "امامنا",
        "بعينينا",
        "عينيا",
        "عينيها",
        "عينيه",
        "اعينهم",
        "اعيننا",
        "عيونهم",
        "عيونا",
    }
)
"""أمام عيني: whoever speaks saw it."""


_UPON_US = frozenset({"راسنا", "روسنا", "رووسنا", "جنبي", "جنبنا", "حوالينا", "ونحنا", "واحنا", "بجنبي", "يمي", "يمنا"})
"""فوق راسنا, ونحنا بالقبو: they were there."""


_OWN_HANDS = frozenset(
    {
        *("لقينا", "لقيت", "دفنا", "دفنت", "انتشلنا", "سحبنا", "استلمنا", "عالجنا", "نقلنا", "شلنا", "طلعنا"),
        *(
            "الينا",
            "لعنا",
            "لعندنا",
            "وصلنا",
            "جابولنا",
            "عديت",
            "عدينا",
            "حسبت",
            "حسبتهم",
            "حسبناهم",
            "عددت",
            "احصيت",
            "غسلت",
            "كفنت",
            "كفنا",
        ),
    }
)
"""Whoever found, counted, buried or treated them was there."""


class Voice(NamedTuple):
    """Who says it how surely, in which mood, and on which words that rests."""

    chain: tuple[Link, ...]
    certainty: Certainty
    polarity: Polarity
    certainty_words: tuple[Span, ...]
    polarity_words: tuple[Span, ...]
    adopted: Frame | None = None


def covering(frames: Sequence[Frame], at: int) -> list[Frame]:
    """The sayings that cover a word, outermost first."""
    found = [
        frame
        for frame in frames
        if (frame.first <= at < frame.last and not frame.begin <= at < min(frame.end, frame.first))
        or (frame.back and frame.first <= at < frame.last)
    ]
    cited = [frame for frame in found if frame.cited]
    trailing = sorted((frame for frame in found if frame.trailing and not frame.cited), key=lambda frame: -frame.at)
    return [*trailing, *sorted((frame for frame in found if not frame.trailing), key=lambda frame: frame.at), *cited]


def voice(line: Line, at: int, frames: Sequence[Frame], mood: Mood, *, own: bool, unverified: Span | None) -> Voice:  # noqa: PLR0912 - one case after another reads best
    """The chain of a happening at a word.

    Args:
        own: It befell whoever speaks: "I was hit", "our house".
        unverified: Words that say it could not be verified.
    """
    links: list[Link] = []
    certainty_words: list[Span] = []
    polarity: Polarity | None = None
    polarity_words: list[Span] = []
    author: tuple[Certainty | None, bool] = (None, False)
    adopted: Frame | None = None
    around = [
        replace(frame, polarity=None, certainty=None) if is_over(line, frame, at) else frame
        for frame in covering(frames, at)
    ]
    hands = (line.plain(k) for k in range(max(0, at - 6), at))
    own = own or any(word in _OWN_HANDS or word.removeprefix("و") in _OWN_HANDS for word in hands)
    near = range(max(0, at - 8), min(at + 9, len(line.items)))
    own = own or any(line.plain(k) in _OWN_EYES or line.plain(k) in _UPON_US for k in near)
    denied = any(frame.way == "deny" for frame in around)
    for frame in around:
        if frame.polarity is not None:
            polarity = polarity or frame.polarity
            polarity_words.append(frame.cue)
        if frame.way == "adopt":
            adopted = frame
        if frame.certainty is not None:
            certainty_words.append(frame.cue)
        if frame.silent:
            if links:
                last = links[-1]
                links[-1] = replace(
                    last,
                    certainty=frame.certainty or last.certainty,
                    firsthand=last.firsthand or frame.firsthand,
                    cue=frame.cue if frame.certainty else last.cue,
                )
            else:
                author = (frame.certainty or author[0], author[1] or frame.firsthand)
            continue
        if denied and frame.unnamed and links:
            continue
        links.append(_link(line, frame))
    if not links:
        certainty = author[0] or (Certainty.WITNESSED if own else None) or Certainty.ASSERTED
        links.append(Link(speaker=AUTHOR, certainty=certainty, firsthand=author[1] or own))
    elif own and links[-1].certainty is Certainty.ASSERTED:
        last = links[-1]
        links[-1] = replace(last, certainty=Certainty.WITNESSED, firsthand=True)
    if mood.certainty is not None:
        certainty_words.append(mood.hedges or mood.words or links[-1].cue or line.span)
    if mood.polarity is not None:
        polarity = polarity or mood.polarity
        if mood.words is not None:
            polarity_words.append(mood.words)
    certainty = _walked(links, mood, author[0])
    if unverified is not None:
        certainty = Certainty.UNVERIFIED
        certainty_words.append(unverified)
    return Voice(
        tuple(links), certainty, polarity or Polarity.HAPPENED, tuple(certainty_words), tuple(polarity_words), adopted
    )


def _link(line: Line, frame: Frame) -> Link:
    speaker = (
        UNNAMED
        if frame.unnamed
        else line.text[frame.source.begin : frame.source.end]
        if frame.source is not None
        else AUTHOR
    )
    certainty = frame.certainty or Certainty.ASSERTED
    return Link(
        speaker=speaker,
        certainty=certainty,
        direct=frame.direct,
        firsthand=frame.firsthand,
        speaker_span=frame.source,
        cue=frame.cue,
    )


def _walked(links: Sequence[Link], mood: Mood, author: Certainty | None) -> Certainty:
    if any(link.certainty is Certainty.UNVERIFIED for link in links):
        return Certainty.UNVERIFIED
    if author is not None and author is not Certainty.ASSERTED:
        return author
    for link in links:
        if link.certainty is not Certainty.ASSERTED:
            return link.certainty
    return mood.certainty or Certainty.ASSERTED

"""Where a post is about, when its sentences do not say: its tags, and the words it opens with.

"Juba. Three staff were taken on Sunday #SouthSudan", "#BabaAmr #Homs rockets since dawn, two killed": nobody repeats
the town in every sentence. Only of short texts: a long one speaks of many places.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from vigil.model.claim import ClaimedPlace, Span
from vigil.testimony.places.gazetteer import Gazetteer
from vigil.testimony.places.reading import read_places
from vigil.watch.lexicon.words import fold

_MOST: Final = 700
"""Characters of a text that is one post."""
_OPENING: Final = 60
_TAG: Final = re.compile(r"(?<![\w&])#(\w{3,40})")
_TAGS_FIRST: Final = re.compile(r"(?:[^\w#@]*#\w+)+")
_STOPS: Final = re.compile(r"[.:!?,;\n|…]|\s[–—-]\s| \d\d?[:.]\d\d")
_IN: Final = "in "
_NAME: Final = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HERE: Final = re.compile(
    r"\b(?:I['’]?m|I am|[Ww]e['’]re|[Ww]e are|[Hh]ere|HERE)(?: [a-z]+){0,4}? (?:in|at|on|from|near) (?:the )?"
    r"(?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
)
_SIGNED: Final = re.compile(
    r"[.!?…\n]['”\"]* [—–-]?\s*(?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})(?:, [\w./ ]{2,20})?[.\s]*$"
)
_ELSEWHERE: Final = frozenset(
    {
        *("geneva", "new york", "washington", "brussels", "the hague", "hague", "vienna", "london", "paris", "berlin"),
        *map(fold, ("جنيف", "نيويورك", "واشنطن", "بروكسل", "لاهاي", "فيينا", "لندن", "باريس", "برلين")),
    }
)
"""Where it is told of and seldom done: the towns of conferences, courts and newsrooms."""


def topic(text: str, taken: Iterable[Span] = (), *, gazetteer: Gazetteer) -> ClaimedPlace | None:
    """The place a short text is about by its opening words or its tags; None where neither names one.

    Args:
        taken: Words for speakers and actors: "the hospital of Idlib says" opens with who speaks.
    """
    if len(text) > _MOST:
        return None
    opened = _opening(text, gazetteer)
    if opened is not None and any(one.begin < opened.span.end and opened.span.begin < one.end for one in taken):
        opened = None
    if opened is not None and _is_fine(opened):
        return opened
    first = _TAGS_FIRST.match(text)
    tags = [(match.start() < first.end() if first else False, found) for match in _TAG.finditer(text)
            if (found := _tagged(match, gazetteer)) is not None]  # fmt: skip
    ranked = [found for leading, found in tags if leading] + [found for leading, found in tags if not leading]
    fine = next((each for each in ranked if _is_fine(each)), None)
    written = fine or _written_from(text, gazetteer)
    return written or opened or next(iter(ranked), None)


def _written_from(text: str, gazetteer: Gazetteer) -> ClaimedPlace | None:
    """Where the author says to be, "still here in Mariupol", or signs: "... Minsk, 13.08"."""
    for pattern in (_HERE, _SIGNED):
        match = pattern.search(text)
        if match is None:
            continue
        words = match["place"]
        read = read_places(_IN + words, lang="en", gazetteer=gazetteer)
        known = next((one for one in read if one.name is not None and one.span.begin == len(_IN)), None)
        if known is not None and fold(known.text) not in _ELSEWHERE:
            begin = match.start("place")
            span = Span(begin, begin + len(known.text))
            return replace(known, text=text[span.begin : span.end], span=span)
    return None


def is_of_conferences(place: ClaimedPlace) -> bool:
    """Whether it is a town where things are told of and seldom done."""
    return fold(place.text) in _ELSEWHERE


def _is_fine(place: ClaimedPlace) -> bool:
    return place.precision not in {"region", "country"}


def _opening(text: str, gazetteer: Gazetteer) -> ClaimedPlace | None:
    """ "Juba.", "our team west Mosul:", "Kafr Nabl market 09:20.": what a post begins with before it tells."""
    stop = _STOPS.search(text, 1, _OPENING)
    if stop is None:
        return None
    return _best_of(text, text[: stop.start()], gazetteer)


def _best_of(text: str, words: str, gazetteer: Gazetteer) -> ClaimedPlace | None:
    lang = "ar" if re.search("[\u0620-\u064a]", words) else "en"
    begin = -len(_IN) if _NAME.fullmatch(words) else 0  # "Juba.": alone, it could be anything
    read = read_places(_IN + words if begin else words, lang=lang, gazetteer=gazetteer)
    found = [each for each in read if each.name is not None]
    found = [each for each in found if fold(each.text) not in _ELSEWHERE]
    fine = [each for each in found if _is_fine(each)] or found
    if not fine:
        return None
    place = fine[0]
    span = Span(begin + place.span.begin, begin + place.span.end)
    return replace(place, text=text[span.begin : span.end], span=span)


def _tagged(match: re.Match[str], gazetteer: Gazetteer) -> ClaimedPlace | None:
    """The place of a tag: #Mariupol, #ElGeneina, #حلب."""
    written = match[1].replace("_", " ")
    arabic = re.search("[\u0620-\u064a]", written) is not None
    words = written if arabic else _CAMEL.sub(" ", written)
    before = "في " if arabic else "in "
    places = read_places(before + words, lang="ar" if arabic else "en", gazetteer=gazetteer)
    whole = [each for each in places if each.name is not None and each.span.begin <= len(before)]
    whole = [each for each in whole if each.span.end >= len(before) + len(words) and fold(each.text) not in _ELSEWHERE]
    if not whole:
        return None
    return replace(whole[0], text=match[1], span=Span(match.start(1), match.end(1)))

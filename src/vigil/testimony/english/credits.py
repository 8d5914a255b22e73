"""Whom a post credits for what it says: "per @MSF", "source: a nurse in Mocha", "(SNHR)", "- an activist by phone".

Read by the signs of the page: there is no clause for a grammar to find. What comes of it is only who says so where the
sentence itself names nobody.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from vigil.model.claim import Certainty, ClaimedPlace, Link, Span
from vigil.testimony.english.bylines import BODIES, ROLES
from vigil.testimony.english.event import Event
from vigil.testimony.english.lexicon import ARMED, STATE, word_set
from vigil.testimony.english.links import link_of_words
from vigil.testimony.english.scene import Scene

_HANDLE: Final = r"@\w{2,30}"
_ABBREVIATION: Final = r"[A-Z][A-Z&-]{2,9}"
_NAME: Final = rf"(?:{_HANDLE}|{_ABBREVIATION}|[A-Z][\w’'-]+(?: (?:of|for|al-|[A-Z])[\w’'-]*){{0,5}})"
_PHRASE: Final = rf"(?:{_HANDLE}|(?:(?!@)[\w’'&./-]+ ){{0,8}}?(?!@)[\w’'&-]+)"
_CREDITS: Final = (
    re.compile(rf"(?:^|(?<=[\s(\[—–-]))(?P<cue>per|h/t|HT|via) (?P<name>{_HANDLE})"),
    re.compile(rf"(?:(?<=[.!?,;] )|(?<=[(\[—–-])|(?<=[—–-] ))(?P<cue>[Vv]ia|[Pp]er) (?P<name>{_NAME})(?=[\s.,;)\]]|$)"),
    re.compile(rf"(?<=, )(?P<cue>tells|told|says|said|writes|wrote) (?P<name>{_PHRASE})(?=\s*(?:[(.,!]|$))"),
    re.compile(
        rf"(?:^|(?<=[.!?,;] )|(?<=[(\[—–-])|(?<=[—–-] ))(?P<cue>[Ss]ources?|SOURCE|src)"
        rf"(?:: ?| (?=[@A-Z]))(?P<name>{_PHRASE})(?=\s*(?:[.,;()\[\]#!–—]|$))"
    ),
    re.compile(rf"(?<= )\((?P<name>{_ABBREVIATION}|{_HANDLE})(?P<cue>\))(?=[\s.!]*(?:#\w+\s*)*(?:$|[A-Z\"]))"),
)
"""Behind what they are credited for."""

_CARRIES: Final = re.compile(
    r"(?<= )\((?P<cue>(?:as )?(?:carried|reported|quoted|cited|relayed|published|translated) by |via |from )?"
    rf"(?:the )?(?P<name>{_NAME})(?:, (?:\d{{1,2}} [A-Z][a-z]+|[A-Z][a-z]+ \d{{1,2}}|[A-Z][a-z]+day)(?: \d{{4}})?)?\)"
    r"(?=[\s.!]*(?:$|[A-Z\"]))"
)
"""Behind a sentence that says who says so: whom it was had from. "(carried by Shamsan Wire)", "(Andes Wire, 2 May)"."""

_PAPER: Final = re.compile(rf"\((?P<name>{_NAME}), (?:on )?$")
"""What stands before the day of an issue."""
_LOOKED_BACK: Final = 80

_DASHED: Final = re.compile(
    rf"(?<= [—–-] )(?P<cue>voice note from |voice from |from |by |)(?P<name>{_PHRASE})"
    r"(?= (?:by|on the|over the|via) phone|(?:,[^,]{0,24})?[.!]?$)"
)
"""The last words of a line behind a dash; they may as well say anything else."""

_BEFORE: Final = (
    re.compile(rf"^[(\[](?P<name>{_ABBREVIATION}|{_HANDLE})(?P<cue>[)\]]) "),
    re.compile(rf"^RT (?P<name>{_HANDLE})(?P<cue>:) "),
    re.compile(rf"^(?P<name>{_HANDLE})(?P<more>[^:.!?@]{{0,40}})(?P<cue>:) "),
    re.compile(rf"^(?P<cue>[Aa]ccording to|[Pp]er|[Aa]cc\.? to) (?P<name>{_ABBREVIATION}|{_HANDLE}),? "),
)
"""Before it."""

_TOLD: Final = re.compile(
    r"^(?P<name>(?:[Mm]y|[Oo]ur|[Aa]|[Aa]n|[Tt]he|[Oo]ne|[A-Z])[\w’' -]{1,50}?) (?P<cue>tells?|told|says?|said)"
    r"(?: (?:me|us))?(?: (?:this|so|it))?(?=[,.!]|$)"
)
"""The next sentence: "My cousin in Adre tells me"."""

_MEDIA: Final = word_set(
    """agency wire radio tv television channel press times post herald tribune gazette telegraph chronicle courier mail
    news newspaper daily weekly today online journal digest bulletin reuters afp ap dpa anadolu efe tass"""
)
_SIGNS: Final = (
    *("@", " - ", " – ", " — ", "(", "[", "via", "per", "h/t", "ht ", "source", "src", "acc"),
    *("tell", "told", "say", "said", "write", "wrote"),
)
"""A line without one of these credits nobody."""
_ASKS: Final = word_set("please pls plz help look see check read hey hi dear why what where when hello urgent save do")
_SENTENCES: Final = 3
_NOT_NAMES: Final = word_set(
    "utc gmt edt est cet eet idp idps usa uk eu thread photo video pics update breaking map news"
)
_TOOLS: Final = frozenset({"@youtube", "@addthis", "@sharethis", "@wordpress", "@instagram", "@facebook"})
"""What a post was sent with."""


def credited(view: Scene, event: Event, places: Sequence[ClaimedPlace]) -> Link | None:
    """Who is credited for an event, in its line and no more than two sentences after it.

    Args:
        places: Those of the text: "via Rafah" is a way.
    """
    at = view.tokens[event.head].begin
    begin, end = view.line(at)
    line = view.text[begin:end].lower()
    if not any(sign in line for sign in _SIGNS):
        return None
    for pattern in _BEFORE:
        found = pattern.match(view.text[begin:end])
        if found is not None and begin + found.end() <= at and _may_speak(found["name"]) and not _addresses(found):
            return _link(view, found, begin)
    for found, offset in _behind(view, event, begin, end):
        name = Span(offset + found.start("name"), offset + found.end("name"))
        known = any(one.name is not None and one.span.begin < name.end and name.begin < one.span.end for one in places)
        if _may_speak(found["name"], known=known):
            return _link(view, found, offset)
    return None


def carried_by(view: Scene, event: Event, places: Sequence[ClaimedPlace]) -> Link | None:
    """The paper or the wire in brackets at the end of an event's sentence, which had it from who speaks there."""
    first, last = view.sentence(event.head)
    begin, end = view.tokens[first].begin, view.tokens[last - 1].end
    if "(" not in view.text[begin:end]:
        return None
    for found in _CARRIES.finditer(view.text[begin:end]):
        name = Span(begin + found.start("name"), begin + found.end("name"))
        is_paper = _is_paper(found["name"])
        known = any(one.name is not None and one.span.begin < name.end and name.begin < one.span.end for one in places)
        if (known and not is_paper) or _is_short_for(view.text[begin:end], found):
            continue  # of "Andes Wire" the mountains are known; "the Associated Press (AP)"
        if name.begin > view.tokens[event.head].end and (is_paper or found["cue"]) and _may_speak(found["name"]):
            cue = Span(begin + found.start("cue"), begin + found.end("cue") - 1) if found["cue"] else name
            return link_of_words(view, name, cue, Certainty.ASSERTED)
    return None


def is_issue(text: str, span: Span) -> bool:
    """Whether a date is that of the paper it stands behind in brackets: "(Andes Wire, 20 October)"."""
    before = _PAPER.search(text, max(0, span.begin - _LOOKED_BACK), span.begin)
    return before is not None and text.startswith(")", span.end) and _is_paper(before["name"])


def _is_paper(name: str) -> bool:
    return not _MEDIA.isdisjoint(re.split(r"[\s-]", name.lower()))


def _behind(view: Scene, event: Event, begin: int, end: int) -> Iterator[tuple[re.Match[str], int]]:
    first, after = view.tree.sentence[event.head], view.tokens[event.head].end
    sentences = view.tree.parsed.sentences[first : first + _SENTENCES]
    for number, (one, other) in enumerate(sentences):
        start, stop = max(begin, view.tokens[one].begin), min(end, view.tokens[other - 1].end)
        if start >= stop:
            return
        text = view.text[start:stop]
        told = _TOLD.match(text) if number == 1 else None
        if told is not None:
            yield told, start
        for pattern in _CREDITS:
            for found in pattern.finditer(text):
                if start + found.start("name") > after and not _is_short_for(text, found):
                    yield found, start
        dashed = _DASHED.search(text)
        if dashed is not None and start + dashed.start("name") > after and _is_name(view, dashed, start):
            yield dashed, start


def _addresses(found: re.Match[str]) -> bool:
    """ "@UN please help: 12 killed": of whom something is asked, and who says nothing."""
    return not _ASKS.isdisjoint((found.groupdict().get("more") or "").lower().split())


def _is_short_for(text: str, found: re.Match[str]) -> bool:
    """ "The Syrian Democratic Forces (SDF)": what they are called for short."""
    letters = [word[0] for word in text[: found.start("name")].replace("(", " ").split() if word[0].isalpha()]
    return found["name"].isupper() and "".join(letters[-len(found["name"]) :]).upper() == found["name"]


def _is_name(view: Scene, found: re.Match[str], offset: int) -> bool:
    """Whether the words behind a dash name somebody, and do not say what happened."""
    begin, end = offset + found.start("name"), offset + found.end("name")
    inside = view.inside(Span(begin, end))
    if any(token.tag.startswith(("VB", "CD", "MD")) for token in inside):
        return False
    words = {token.lemma.lower() for token in inside}
    return bool(words & ROLES) or re.fullmatch(rf"{_HANDLE}|{_ABBREVIATION}", found["name"]) is not None


def _may_speak(name: str, *, known: bool = False) -> bool:
    words = set(name.lower().split())
    if words & _TOOLS:
        return False
    if name.startswith("@") or words & (ROLES | BODIES):
        return True
    return not known and name[:1].isupper() and not words & _NOT_NAMES and not words <= ARMED | STATE


def _link(view: Scene, found: re.Match[str], offset: int) -> Link:
    name, cue = (Span(offset + found.start(part), offset + found.end(part)) for part in ("name", "cue"))
    return link_of_words(view, name, cue if cue.begin < cue.end else name, Certainty.ASSERTED)

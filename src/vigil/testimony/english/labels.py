"""Where a post is from, by its first words: "Kale: 25 killed", "Goma, Birere - bombs fall", "#ElGeneina: they came".

A name before a colon may as well be who speaks: "Anadolu: nine killed in Douma". It is a place where a gazetteer knows
it, where a word for a kind of place stands with it, or where the words behind it name no other place.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from vigil.model.claim import ClaimedPlace, Span
from vigil.testimony.english.bylines import BODIES, ROLES
from vigil.testimony.english.lexicon import ARMED, STATE, word_set
from vigil.testimony.english.named_places import KINDS
from vigil.testimony.english.persons import PERSONS
from vigil.testimony.english.scene import Scene

_WORD: Final = r"[A-Z][\w’'-]*"
_PART: Final = rf"#?{_WORD}(?: (?:of|bin|{_WORD})){{0,3}}(?: (?:{'|'.join(sorted(KINDS))}))?"
_DEED: Final = r" (?:attacks?|strikes?|massacre|bombing|shelling|raid|clashes|airstrikes?)\b"
"""What may be told of a place before the colon: "Kelbo attack: 31 dead"."""
_LABEL: Final = re.compile(
    rf"^[^\w\n#@]*(?:(?:BREAKING|UPDATE|URGENT|Breaking|Update|Urgent|UPD)\b[:!\s–-]*)?"
    rf"(?P<label>{_PART}(?:, {_PART})?)(?:{_DEED})?"
    r"(?: (?:today|tonight|now|rn))?(?:: | [–—-] )",
    re.MULTILINE,
)
_BEHIND: Final = re.compile(_DEED)
_NO_PLACE: Final = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december correction update upd edit ps breaking urgent note reminder thread video photo
    photos pictures watch listen read news toll total source sources summary background context highlights day night
    morning today tonight yesterday the this that these my our your his her their it he she we they i victims"""
)
_OPENS: Final = word_set(
    """al el abu deir tel tal tell khan beit bayt bab kafr kfar port um umm jabal jebel ain ayn ras wadi sheikh khirbet
    san saint santa new nahr mount lake"""
)
"""First words of names of places."""
_AGENCIES: Final = word_set("sana wafa saba afp ap reuters tass anadolu sputnik xinhua irna bbc cnn dw ansa efe dpa")


def with_labels(view: Scene, known: Sequence[ClaimedPlace]) -> list[ClaimedPlace]:
    """The places of a text, with those that its lines are labelled by; of "Goma, Birere" the narrower alone."""
    found = list(known)
    for match in _LABEL.finditer(view.text):
        span = Span(match.start("label"), match.end("label"))
        label = _place(view, span, match.end(), found) if _may_be_place(view, span) else None
        if label is not None or view.text[slice(*span)].lower() in _AGENCIES:
            found = [one for one in found if one.span.end <= span.begin or span.end <= one.span.begin]
        found += [] if label is None else [label]
    return sorted(found, key=lambda one: one.span)


def label_of(view: Scene, places: Sequence[ClaimedPlace], at: int) -> ClaimedPlace | None:
    """The place by which the line of a word is labelled."""
    match = _LABEL.match(view.text, view.line(view.tokens[at].begin).begin)
    if match is None:
        return None
    return next((one for one in places if match.start("label") <= one.span.begin < match.end("label")), None)


def _may_be_place(view: Scene, span: Span) -> bool:
    inside = view.inside(span)
    words = {word for token in inside for word in (token.text.lower(), token.lemma.lower())}
    if not words.isdisjoint(_NO_PLACE | _AGENCIES | ROLES | PERSONS | STATE | ARMED | (BODIES - KINDS)):
        return False
    return not any(token.tag.startswith(("VB", "MD", "CD")) for token in inside)


def _place(view: Scene, span: Span, behind: int, known: Sequence[ClaimedPlace]) -> ClaimedPlace | None:
    """The place a label names, if it names one: of two parts the one that no gazetteer knows, or else the first."""
    parts = []
    at = span.begin
    for text in view.text[span.begin : span.end].split(", "):
        begin = at + text.startswith("#")
        parts.append(Span(begin, at + len(text)))
        at += len(text) + 2
    named = [next((one for one in known if part.begin <= one.span.begin < part.end), None) for part in parts]
    if any(one is not None and one.name is not None for one in named):
        chosen = next((index for index, one in enumerate(named) if one is None or one.name is None), 0)
        words, place = parts[chosen], named[chosen]
        text = view.text[words.begin : words.end]
        return ClaimedPlace(text=text, span=words) if place is None else replace(place, text=text, span=words)
    words = parts[0]
    text = view.text[words.begin : words.end]
    of_kind = text.split()[-1] in KINDS
    end = view.line(span.begin).end
    elsewhere = any(behind <= one.span.begin < end and not one.text.islower() for one in known)
    alone = " " not in text or text.split()[0].lower() in _OPENS
    if of_kind or _BEHIND.match(view.text, words.end) or (not elsewhere and alone and not text.isupper()):
        return ClaimedPlace(text=text, span=words)
    return None

"""One speaker of a chain, from the words that name them and the words that say that they speak."""

import itertools
import re
from dataclasses import replace
from typing import Final

from vigil.model.claim import AUTHOR, UNNAMED, Certainty, Link, Span
from vigil.testimony.english.lexicon import word_set
from vigil.testimony.english.scene import Scene

_GOES_ON: Final = re.compile(
    r"(?: (?:del|das?|dos?|du|des|de(?: la| las| los)?|di|d['’])(?: |(?<=['’]))[A-Z][\w’'-]*)+"
)
"""Of a name in another language: "the Collectif Mémoire du Nord"."""

_OF_WHOM: Final = ("its ", "their ")
"""How a role begins that is of a body which the words do not name."""


def link_of_words(view: Scene, words: Span, cue: Span, certainty: Certainty) -> Link:
    """A speaker by their words."""
    return Link(speaker=view.text[words.begin : words.end], certainty=certainty, speaker_span=words, cue=cue)


def link_of(view: Scene, subject: int, cue: int, certainty: Certainty) -> Link:
    """A speaker by the head of their phrase and the word of saying; "I" and "we" are the author."""
    words, said = view.span(*view.core(subject)), view.span(cue, cue)
    if view.text[words.begin : words.end].lower() in {"i", "we"}:
        return Link(speaker=AUTHOR, certainty=certainty, cue=said)
    return link_of_words(view, words, said, certainty)


def cleaned(view: Scene, link: Link) -> Link:
    """The speaker without the quotation mark, comma or "'s" beside the words."""
    if link.speaker_span is None:
        return link
    begin, end = link.speaker_span
    text = view.text
    while begin < end and text[begin] in " \"'“”‘’«»,":
        begin += 1
    while end > begin and text[end - 1] in ' "“”«»,([':  # "The Kurdish forces (SDF) said"
        end -= 1
    if (goes_on := _GOES_ON.match(text, end)) is not None and text[begin:end].rpartition(" ")[2][:1].isupper():
        end = goes_on.end()
    end = _with_its_name(view, link, end)
    if text[begin:end].lower().startswith(_OF_WHOM) and (name := _name_beside(view, link)) is not None:
        begin, end = name  # "its director, Ali Haddad"
    for ending in ("'s", "’s"):
        if text[begin:end].endswith(ending):
            end -= 2
    if begin >= end or (
        text[begin:end].lower() in {"it", "there", "this", "that", "which", "what"} and _expletive(view, link)
    ):
        return Link(speaker=UNNAMED, certainty=link.certainty, direct=link.direct, cue=link.cue)
    if link.certainty is Certainty.REPORTED and link.cue is not None:
        cue = text[link.cue.begin : link.cue.end].lower()
        if not any(word in cue for word in ("report", "rumo", "relay", "told", "hear", "learn")):
            link = replace(link, certainty=Certainty.ASSERTED)  # "according to an inspection report"
    if (begin, end) == link.speaker_span:
        return link
    return replace(link, speaker=text[begin:end], speaker_span=Span(begin, end))


_NAMED_KINDS: Final = word_set(
    """group charity organisation organization agency network monitor committee union channel website newspaper paper
    broadcaster association outlet collective movement"""
)


def _with_its_name(view: Scene, link: Link, end: int) -> int:
    """Where "the aid group Sahel Medical Aid" ends, of which the grammar gave "the aid group"."""
    if link.cue is None or link.cue.begin < end or view.text[:end].rpartition(" ")[2].lower() not in _NAMED_KINDS:
        return end
    behind = [one for one in view.inside(Span(end, link.cue.begin)) if one.begin >= end]
    name = list(itertools.takewhile(lambda one: one.tag.startswith("NNP"), behind))
    rest = behind[len(name) :]
    if not name or any(one.text.lower() not in {"has", "have", "had"} for one in rest):
        return end
    return name[-1].end


def _name_beside(view: Scene, link: Link) -> Span | None:
    at = view.at(link.speaker_span) if link.speaker_span is not None else None
    named = [] if at is None else [one for one in view.children(at, "appos") if view.tokens[one].entity == "PERSON"]
    return view.span(*view.core(named[0])) if named else None


def _expletive(view: Scene, link: Link) -> bool:
    """ "It is believed": nobody's belief."""
    at = view.at(link.cue) if link.cue is not None else None
    return at is not None and view.passive(at)

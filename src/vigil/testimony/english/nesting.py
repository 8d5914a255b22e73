"""Which voice stands within which, where the order of the words misleads.

"Women described being raped, according to a report": the report is outermost, though it comes last. "Denied the raid,
in which doctors say four died": of the doctors alone. "The UN says it has reports": "it" is the UN.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from vigil.model.claim import AUTHOR, UNNAMED, Certainty, Link
from vigil.testimony.attribution.certainty import of_lemma
from vigil.testimony.english.event import Event
from vigil.testimony.english.lexicon import word_set
from vigil.testimony.english.links import link_of
from vigil.testimony.english.scene import Scene

_SAYS: Final = word_set("say report believe claim tell insist estimate allege think fear")
_QUOTES: Final = word_set("quote cite carry relay")
_RELATIVES: Final = word_set("who which that where whom")
_SELVES: Final = word_set("it they he she")
_NOBODY: Final = ("no ", "nobody", "no-one", "none", "neither ")
_OF_THEM: Final = ("one of them", "two of them", "three of them", "some of them", "several of them", "both of them")
_PROVEN: Final = word_set("proven established confirmed proved verified undeniable indisputable documented")
_NEAR: Final = 4
"""Words between a speaker and the word that says that he speaks."""


def untangled(view: Scene, event: Event, links: Sequence[Link]) -> list[Link]:
    """The links without those that speak for nobody, each within the one it had it of."""
    kept = [link for link in links if not _is_none(view, link)]
    if (sure := _as_fact(view, event)) is not None:
        return [*(link for link in kept if link.speaker not in {AUTHOR, UNNAMED}), sure]
    return _quoted_by(view, _outermost_last(view, event, _named(view, _of_a_relative(view, event, kept))))


def _quoted_by(view: Scene, links: list[Link]) -> list[Link]:
    """ "The monitor, quoted by a paper, has documented": the paper is outermost."""
    speaker = view.at(links[0].speaker_span) if links and links[0].speaker_span is not None else None
    for verb in () if speaker is None else view.children(speaker, "acl"):
        if view.lemma[verb] in _QUOTES and (by := view.agents(verb)):
            return [link_of(view, by[0], verb, Certainty.ASSERTED), *links]
    return links


def _as_fact(view: Scene, event: Event) -> Link | None:
    """ "It is now a proven fact that": as sure as words can make it, by whoever writes them."""
    for head, _ in view.ancestors(event.head):
        sure = [c for c in view.children(head, "amod") if view.lower[c] in _PROVEN]
        if view.lemma[head] == "fact" and view.tokens[head].dep == "attr" and sure:
            if view.child(view.tokens[head].head, "neg") is not None:
                return None
            return Link(speaker=AUTHOR, certainty=Certainty.CONFIRMED, cue=view.span(sure[0], head))
    return None


def _is_none(view: Scene, link: Link) -> bool:
    """ "No militia had claimed responsibility"; "three were hurt, one of them seriously": no word of theirs."""
    cue = None if link.cue is None else view.at(link.cue)
    said = link.speaker.lower()
    if cue is None:
        return False
    if view.lemma[cue] == "go":
        return True
    if said.startswith(_NOBODY) and view.lemma[cue] == "claim":
        return any(view.lemma[one] == "responsibility" for one in view.objects(cue))
    speaker = None if link.speaker_span is None else view.at(link.speaker_span)
    return speaker is not None and said.startswith(_OF_THEM) and abs(cue - speaker) > _NEAR


def _of_a_relative(view: Scene, event: Event, links: list[Link]) -> list[Link]:
    """What doctors say in a relative clause is theirs, and not said or denied by whoever speaks around it."""
    for verb, _ in view.ancestors(event.head):
        token = view.tokens[verb]
        if token.dep != "relcl" or view.lemma[verb] not in _SAYS or verb == event.verb:
            continue
        subjects = [one for one in view.children(verb, "nsubj") if view.lower[one] not in _RELATIVES]
        if not subjects:
            return links
        first, last = view.stretch(verb)
        begin, end = view.tokens[first].begin, view.tokens[last].end
        inside = [link for link in links if link.cue is not None and begin <= link.cue.begin < end]
        return inside or [link_of(view, subjects[0], verb, of_lemma(view.lemma[verb]))]
    return links


def _named(view: Scene, links: list[Link]) -> list[Link]:
    """ "The UN says it has reports": for the pronoun whoever says so."""
    if not links or links[0].speaker.lower() not in _SELVES or links[0].cue is None:
        return links
    cue = view.at(links[0].cue)
    for _ in range(4):
        if cue is None or view.tokens[cue].head == cue:
            return links
        above = view.tokens[cue].head
        if view.tokens[cue].dep == "ccomp" and view.lemma[above] in _SAYS:
            subjects = view.subjects(above)
            if (
                subjects
                and view.lower[subjects[0]] not in _SELVES | _RELATIVES
                and view.tokens[subjects[0]].pos != "PRON"
            ):
                mine = link_of(view, subjects[0], above, Certainty.ASSERTED)
                return [replace(links[0], speaker=mine.speaker, speaker_span=mine.speaker_span), *links[1:]]
        cue = above
    return links


def _outermost_last(view: Scene, event: Event, links: list[Link]) -> list[Link]:
    """ "..., according to a report", at the end of all that others say."""
    first, cue = links[0].cue if links else None, links[-1].cue if links else None
    if len(links) < 2 or first is None or cue is None:
        return links
    last = links[-1]
    words = view.text[cue.begin : cue.end].lower()
    behind = cue.begin > view.tokens[event.head].begin > first.begin
    return [last, *links[:-1]] if behind and words.startswith("according") else links

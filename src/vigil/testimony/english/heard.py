"""Who had it from whom, where no name is given: reports received, heard, cited, and those that nobody could verify.

"The office said it had received reports that" is two voices: the office, and whoever reported it.
"""

import re
from dataclasses import replace
from typing import Final, NamedTuple

from vigil.model.claim import AUTHOR, UNNAMED, Certainty, Link, Span
from vigil.testimony.attribution.certainty import hedge
from vigil.testimony.english.event import Event, is_somebody
from vigil.testimony.english.lexicon import word_set
from vigil.testimony.english.links import link_of
from vigil.testimony.english.scene import Scene
from vigil.testimony.times.choosing import SAYING_VERBS

_TOLD: Final = word_set(
    "report account testimony rumour rumor allegation complaint information word claim message call story"
)
"""What is received, where somebody is told something."""

_RECEIVES: Final = word_set(
    """receive get hear cite quote have see collect gather investigate examine review probe check follow study monitor
    document obtain"""
)
_HANDS_ON: Final = word_set("relay recount share publish carry cite quote record collect hear gather pass repeat")
_VERIFIES: Final = word_set("verify confirm corroborate authenticate substantiate establish check")
_REACHES: Final = word_set("reach receive obtain arrive get")
_UNABLE: Final = word_set("unable impossible difficult hard yet unverified unconfirmed")
_PRONOUNS: Final = word_set("it he she they we i who which that")
_IT: Final = word_set("it this that these those them")
_OWN: Final = word_set("his her its their my our")
_WITHOUT_WORD: Final = word_set("have see get check")
"""Verbs for which "claim" and "word" may be something else than what was told."""

_FAR: Final = 7


class _Report(NamedTuple):
    noun: int
    verb: int | None  # what is done with it


def negates_verifying(view: Scene, at: int) -> bool:
    """Whether a "not" at this verb says that something was not verified, and not that it did not happen."""
    return view.lemma[at] in _VERIFIES


def from_reports(  # noqa: PLR0911, PLR0912 - one case after another reads best
    view: Scene, event: Event, links: list[Link]
) -> list[Link]:
    """The chain with those who gave the reports, and those who received them, cited them, could not verify them."""
    links = _cited(view, event, links)
    if (cue := _a_claim_unverified(view, event, links)) is not None:
        named = links or [Link(speaker=AUTHOR, certainty=Certainty.ASSERTED)]
        return [*named[:-1], replace(named[-1], certainty=Certainty.UNVERIFIED, cue=cue)]
    if (doubting := _not_verified_later(view, event)) is not None:
        return [doubting, *(one for one in links if one.speaker != AUTHOR)]
    report = _report_above(view, event)
    if report is None:
        return _reached_by_what_is_cited(view, links)
    noun, verb = report
    if verb is not None and (retold := _retold(view, noun, verb)):
        return _behind(links, retold)
    reached = _reached(view, noun)
    if reached is not None and view.lower[reached] not in {"us", "me"}:
        return [link_of(view, reached, noun, Certainty.ASSERTED), _unnamed(view, noun)]
    if verb is None or view.lemma[verb] not in _RECEIVES | _VERIFIES:
        return links
    if view.lemma[verb] in _WITHOUT_WORD and view.lemma[noun] not in {"report", "account", "allegation", "rumour"}:
        return links
    outer = [one for one in links if one.speaker != UNNAMED and not _at(view, one, verb, noun)]
    outer = [one for one in outer if not (one.speaker == AUTHOR and one.certainty is Certainty.ASSERTED)]
    doers = view.agents(verb) if view.passive(verb) else _subjects(view, verb)
    subject = doers[0] if doers and view.lower[doers[0]] not in {"anyone", "anybody"} else None
    if subject is not None and view.lower[subject] == "it" and view.tokens[subject].head != verb:
        subject = None  # "it was not possible to verify"
    certainty = Certainty.ASSERTED
    if view.lemma[verb] in _VERIFIES:
        if not _not_verified(view, verb):
            return links
        certainty = Certainty.UNVERIFIED
    if subject is not None and not outer and view.lower[subject] in _PRONOUNS - {"i", "we"}:
        # "the UN said it could not confirm": the link of this very verb, already in the name of who speaks
        outer = [one for one in links if one.speaker_span is not None and one.speaker.lower() not in _PRONOUNS][:1]
    if subject is not None and not (outer and _the_same(view, subject)):
        mine = link_of(view, subject, verb, certainty)
        if not any(overlap(one.speaker_span, mine.speaker_span) for one in outer):
            outer = [*outer, mine]
    if certainty is Certainty.UNVERIFIED:
        outer = [*outer[:-1], *(replace(one, certainty=certainty) for one in outer[-1:])]
        return [*outer, replace(_unnamed(view, noun), certainty=Certainty.REPORTED if outer else certainty)]
    return [*outer, _unnamed(view, noun)] if outer else links


def _not_verified_later(view: Scene, event: Event) -> Link | None:
    """ "Asked about reports of 82 killed, the spokesman said the United Nations could not verify them"."""
    for at in range(event.head + 1, view.sentence(event.head)[1]):
        if view.lemma[at] not in _VERIFIES or not view.is_verb(at) or not _not_verified(view, at):
            continue
        told = [view.lower[one] for one in view.objects(at)]
        subjects = _subjects(view, at)
        if not told or told[0] not in _IT or not subjects or view.lower[subjects[0]] in _PRONOUNS:
            continue
        return link_of(view, subjects[0], at, Certainty.UNVERIFIED)
    return None


_UNVERIFIED: Final = re.compile(
    r",\s+(?:an?|the|their|its)\s+(?:claim|figure|account|number|toll|report|assertion|statement|allegation)\s+"
    r"(?:that|which)\s+(?:(?:the\s+)?[\w.’' -]{2,40}?\s+)?"
    r"(?P<cue>(?:could|can|has|have)\s*not\s+(?:yet\s+)?(?:be(?:en)?\s+)?"
    r"(?:immediately\s+)?(?:independently\s+)?(?:be\s+)?(?:verif|confirm|corroborat)\w+)",
    re.IGNORECASE,
)


def _a_claim_unverified(view: Scene, event: Event, links: list[Link]) -> Span | None:
    """ "Claimed to have destroyed six tanks, a claim that could not be verified"."""
    last = view.sentence(event.head)[1] - 1
    found = _UNVERIFIED.search(view.text, view.tokens[event.head].end, view.tokens[last].end)
    if found is None:
        return None
    own = [link.cue.begin for link in links if link.cue is not None]
    for at in range(event.head + 1, last + 1):
        token = view.tokens[at]
        if token.begin >= found.start():
            break
        if view.lemma[at] in SAYING_VERBS and view.is_verb(at) and token.begin not in own:
            return None  # it is what another says in between
    return Span(*found.span("cue"))


def _reached_by_what_is_cited(view: Scene, links: list[Link]) -> list[Link]:
    """ "According to reports reaching the charity"."""
    if len(links) != 1 or links[0].speaker != UNNAMED or links[0].speaker_span is None:
        return links
    noun = view.at(links[0].speaker_span)
    reached = None if noun is None or view.lemma[noun] not in _TOLD else _reached(view, noun)
    if noun is None or reached is None or view.lower[reached] in {"us", "me"}:
        return links
    return [link_of(view, reached, noun, Certainty.ASSERTED), _unnamed(view, noun)]


def _cited(view: Scene, event: Event, links: list[Link]) -> list[Link]:
    """ "According to the monitor, who cited local doctors": one more link inside."""
    first, last = view.sentence(event.head)
    for at in range(first, last):
        if view.lower[at] not in {"cited", "cites", "quoted", "quotes"} or view.tokens[at].dep != "relcl":
            continue
        whose = view.tokens[at].head
        token = view.tokens[whose]
        named = view.objects(at)
        if not named or view.lemma[named[0]] in _TOLD:
            continue
        for index, one in enumerate(links):
            if one.speaker_span is not None and one.speaker_span.begin <= token.begin < one.speaker_span.end:
                mine = link_of(view, named[0], at, Certainty.ASSERTED)
                if not any(overlap(other.speaker_span, mine.speaker_span) for other in links):
                    return [*links[: index + 1], mine, *links[index + 1 :]]
    return links


def _report_above(view: Scene, event: Event) -> _Report | None:
    """The report in whose words an event stands, and the verb that has it as object, or as subject where passive."""
    below = event.head
    for steps, (head, child) in enumerate(view.ancestors(event.head)):
        if steps > _FAR:
            return None
        below = child
        mark = view.child(child, "mark")
        if mark is not None and view.lower[mark] == "that" and mark > 0 and view.lemma[mark - 1] in _TOLD:
            return _Report(mark - 1, _verb_of(view, mark - 1))
        if view.lemma[head] in _TOLD and view.tokens[head].tag.startswith("NN") and head < below:
            dep = view.tokens[child].dep
            if dep in {"acl", "ccomp", "relcl", "appos"} or (dep == "prep" and view.lower[child] in {"of", "about"}):
                return _Report(head, _verb_of(view, head))
    return None


def _retold(view: Scene, noun: int, verb: int) -> list[Link]:
    """ "Relayed the account of two drivers": of the drivers, by way of whoever relayed it."""
    of = [prep for prep in view.children(noun, "prep") if view.lower[prep] in {"of", "from", "by"}]
    tellers = [one for prep in of for one in view.children(prep, "pobj") if is_somebody(view, one)]
    if view.lemma[verb] not in _HANDS_ON or not tellers:
        return []
    given = view.agents(verb) if view.passive(verb) else _subjects(view, verb)
    outer = [link_of(view, one, verb, Certainty.ASSERTED) for one in given[:1]]
    return [*outer, link_of(view, tellers[0], noun, Certainty.ASSERTED)]


def _behind(links: list[Link], inner: list[Link]) -> list[Link]:
    """Those of the voices already found that hand on what `inner` says, before it: named ones, and those that hedge."""
    names = [one.speaker_span for one in inner if one.speaker_span is not None]
    outer = [
        one
        for one in links
        if not any(overlap(one.speaker_span, name) for name in names)
        and (one.speaker_span is not None or one.certainty is not Certainty.ASSERTED)
        and one.speaker.lower() not in _PRONOUNS
    ]
    return [*outer, *inner]


def _verb_of(view: Scene, noun: int) -> int | None:
    at = noun
    for _ in range(4):
        token = view.tokens[at]
        if token.head == at:
            return None
        at, dep = token.head, token.dep
        if dep not in {"dobj", "nsubjpass", "nsubj", "pobj", "prep", "conj", "compound"}:
            return None
        if view.is_verb(at):
            return at
    return None


def _subjects(view: Scene, verb: int) -> list[int]:
    found = view.subjects(verb)
    head = view.tokens[verb].head
    if not found and view.tokens[verb].dep in {"xcomp", "acomp"} and head != verb:
        found = view.subjects(head) or view.subjects(view.tokens[head].head)
    return found


def _not_verified(view: Scene, verb: int) -> bool:
    if view.child(verb, "neg") is not None or view.own_words(verb) & {"cannot", "neither", "nor", "never"}:
        return True
    head = view.tokens[verb].head
    return view.lemma[head] in _UNABLE or (view.lemma[head] in {"be", "able"} and view.child(head, "neg") is not None)


def _reached(view: Scene, noun: int) -> int | None:
    """Whom "reports reaching the charity" reached, or by whom they were received."""
    for child in view.children(noun, "acl", "relcl"):
        if view.lemma[child] not in _REACHES:
            continue
        if view.tokens[child].tag == "VBN":
            return next(iter(view.agents(child)), None)
        return next(iter(view.objects(child)), None)
    return None


def _the_same(view: Scene, subject: int) -> bool:
    return view.lower[subject] in _PRONOUNS or any(view.lower[c] in _OWN for c in view.children(subject, "poss"))


def _at(view: Scene, link: Link, verb: int, noun: int) -> bool:
    """Whether a link was made of this very verb or noun."""
    if link.cue is None:
        return False
    return any(link.cue.begin < view.tokens[one].end and view.tokens[one].begin < link.cue.end for one in (verb, noun))


def _unnamed(view: Scene, noun: int) -> Link:
    token = view.tokens[noun]
    hedges = [made for c in view.children(noun, "amod") if (made := hedge(view.lower[c])) is not None]
    certainty = hedges[0] if hedges else Certainty.REPORTED
    return Link(speaker=UNNAMED, certainty=certainty, cue=Span(token.begin, token.end))


def overlap(one: Span | None, other: Span | None) -> bool:
    """Whether two spans share a letter."""
    return one is not None and other is not None and one.begin < other.end and other.begin < one.end

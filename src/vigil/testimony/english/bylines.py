"""Who says so by where their words stand: before a colon, or behind the last comma, whatever the grammar has."""

from collections.abc import Sequence
from typing import Final

from vigil.model.claim import Certainty, ClaimedPlace, Link
from vigil.testimony.attribution.certainty import of_lemma
from vigil.testimony.english.event import Event
from vigil.testimony.english.lexicon import FIGURES, word_set
from vigil.testimony.english.links import link_of_words
from vigil.testimony.english.scene import Scene

_FINAL: Final = word_set(
    """said says say told writes added adds alleged alleges claimed claims reported reports estimates estimate estimated
    claim allege believe insist warn announced warned warns insisted insists maintains maintained argued
    confirmed confirms counted found testified recalled explained stated noted wrote believes believed fears
    feared"""
)
_MOST_OF_HEADING: Final = 10
_ENDS_NAME: Final = frozenset({",", ".", ";", "(", "-", "–", "!", "?"})
BODIES: Final = word_set(
    """union syndicate association ministry minister office agency observatory monitor monitors network hospital clinic
    police army military spokesman spokeswoman spokesperson official officials mayor governor council committee
    commission envoy group groups activists residents witnesses doctors medics rescuers un ngo crescent cross reuters
    afp ap defence defense helmets coordinator director commander government authorities charity federation coalition
    centre center institute ombudsman prosecutor court president family lawyer lawyers report
    gov govt mod moi moh mfa head room rooms page radio tv television channel newspaper"""
)

ROLES: Final = word_set(
    """activist doctor nurse medic paramedic resident witness volunteer journalist reporter teacher lawyer neighbour
    neighbor friend cousin brother sister aunt uncle colleague relative survivor driver shopkeeper owner farmer imam
    priest monk elder student engineer rescuer worker staff mother father correspondent fixer contact man woman
    spokesman spokeswoman spokesperson somebody someone guy guys people monitor committee dr dr. ambassador pastor
    bishop sheikh midwife surgeon landlord grandmother grandfather niece nephew wife husband son daughter mum mom dad
    classmate roommate flatmate boss tenant chief headmaster principal"""
)
"""Who tells of it, in a word or two."""


def is_place_line(view: Scene, link: Link, places: Sequence[ClaimedPlace]) -> bool:
    """ "Kharkiv: nine killed": where it was, and nobody who speaks. Not "Anadolu: nine killed".

    Args:
        places: Those of the text that a gazetteer knows, among others.
    """
    span = link.speaker_span
    at = view.at(span) if span is not None else None
    if span is None or at is None or view.tokens[view.sentence(at)[0]].begin != span.begin:
        return False
    if view.text[span.end : span.end + 1] != ":":
        return False
    known = any(one.span.begin <= span.begin and span.end <= one.span.end for one in places)
    return known or view.tokens[at].entity in {"GPE", "LOC"}


def at_the_end(  # noqa: PLR0911 - one case after another reads best
    view: Scene, event: Event
) -> Link | None:
    """ "..., the doctors' union alleged.": told by where the words stand, whatever the grammar makes of it."""
    first, last = view.sentence(event.head)
    for at in range(last - 1, max(first, last - 40), -1):
        after = view.tokens[at + 1].text if at + 1 < last else "."
        if view.lower[at] in _FINAL and (at > event.head or after == ","):
            if any(view.tokens[one].text == ";" for one in range(min(at, event.head), max(at, event.head))):
                continue
            if at < event.head:
                opening = next((one for one in range(at - 1, first, -1) if view.tokens[one].text == ","), None)
                if (
                    opening is None
                    or opening == at - 1
                    or at - opening > 10
                    or any(view.is_verb(one) for one in range(opening + 1, at))
                ):
                    continue
                return _named_by(view, opening + 1, at)
            comma = next((one for one in range(at - 1, first, -1) if view.tokens[one].text in {",", '"', "”"}), None)
            if comma == at - 1 and (role := _before_the_name(view, comma, max(event.head, first))) is not None:
                return link_of_words(view, view.span(role + 1, at - 2), view.span(at, at), of_lemma(view.lemma[at]))
            if comma is None or comma < event.head or at - comma > 12 or comma == at - 1:
                continue
            between = range(comma + 1, at)
            if view.lower[comma + 1] in {"whatever", "not"}:
                return None
            if (
                any(view.tokens[one].tag in {"VBD", "VBZ", "VBP", "MD"} for one in between)
                and "who" not in view.lower[comma:at]
            ):
                return None
            if after not in {";", ","} and any(view.is_verb(one) for one in range(at + 1, last)):
                return None
            return _named_by(view, comma + 1, at)
    return None


def _before_the_name(view: Scene, comma: int, least: int) -> int | None:
    """The comma before "the vice-principal, Ali Haddad," where a name stands right before this comma."""
    back = (one for one in range(comma - 1, max(least, comma - 14), -1) if view.tokens[one].text == ",")
    name, role = next(back, None), next(back, None)
    if name is None or role is None or name in {comma - 1, role + 1}:
        return None
    named = all(view.tokens[one].tag.startswith("NNP") for one in range(name + 1, comma))
    return role if named and not any(view.is_verb(one) for one in range(role + 1, name)) else None


def according_to(view: Scene, event: Event) -> Link | None:
    """ "..., two of whom are still held, according to the union.": of all that the sentence tells."""
    first, last = view.sentence(event.head)
    at = next((one for one in range(last - 2, max(first, last - 30), -1) if view.lower[one] == "according"), None)
    if at is None or at <= event.head or view.lower[at + 1] != "to" or view.tokens[at - 1].text != ",":
        return None
    end = next((one for one in range(at + 2, last) if view.tokens[one].text in _ENDS_NAME), last)
    told = any(view.tokens[one].text in {";", ":"} for one in range(event.head, at))
    if told or end < last - 1 or end == at + 2:
        return None
    return link_of_words(view, view.span(at + 2, end - 1), view.span(at, at + 1), Certainty.ASSERTED)


def by_count(view: Scene, event: Event) -> Link | None:
    """ "The ministry's toll stands at 41", "doctors committee count is now 35 killed": whose figure it is."""
    first, last = view.sentence(event.head)
    for at in range(first, min(event.head + 2, last)):
        if view.lemma[at] not in FIGURES or view.tokens[at].dep not in {"nsubj", "nsubjpass"}:
            continue
        whose = [one for one in view.children(at, "poss", "compound") if view.tokens[one].entity not in {"DATE", "GPE"}]
        begin = min((view.tree.first[one] for one in whose), default=at)
        end = next((one for one in range(at - 1, begin - 1, -1) if view.lower[one] not in _OF_A_TOLL), begin)
        words = {word for one in range(begin, end + 1) for word in (view.lower[one], view.lemma[one])}
        if begin < at and words & (BODIES | ROLES) and view.lemma[end] not in _OF_A_TOLL:
            return link_of_words(view, view.span(begin, end), view.span(at, at), Certainty.ASSERTED)
    return None


_OF_A_TOLL: Final = word_set("death casualty victim latest official overall 's ’s")


def by_abbreviation(view: Scene, event: Event) -> Link | None:
    """ "800 dead acc. to the emergency room": as posts write it."""
    last = len(view.lower)  # the abbreviation's dot may have ended the sentence
    for at in range(event.head, min(view.sentence(event.head)[1] + 1, last - 2)):
        if view.lower[at] not in {"acc", "acc."}:
            continue
        to = at + 2 if view.tokens[at + 1].text == "." else at + 1
        end = to + 1
        while end < last and view.tokens[end].text not in _ENDS_NAME and end - to <= _MOST_OF_HEADING:
            end += 1
        if view.lower[to] == "to" and end > to + 1:
            return link_of_words(view, view.span(to + 1, end - 1), view.span(at, to), Certainty.ASSERTED)
    return None


def heading(view: Scene, event: Event) -> Link | None:
    """ "Doctors' union: nine killed": who stands before a colon, where it is a body or somebody that is quoted."""
    first, last = view.sentence(event.head)
    colon = next((at for at in range(first, min(first + _MOST_OF_HEADING, last)) if view.tokens[at].text == ":"), None)
    if colon is None or colon <= first or colon > event.head:
        return None
    last = next((at for at in range(first + 1, colon) if view.lower[at] in {"i", "we"}), colon)  # "a nurse I know"
    if last == colon and (called := _called(view, first, colon)) is not None:
        last = called
    words = {word for at in range(first, last) for word in (view.lower[at], view.lemma[at])}
    if not words & BODIES and (not words & ROLES or view.tokens[first].dep == "prep"):
        return None
    if view.lower[first] == "what" and view.lower[colon - 1] in _FINAL and colon - first > 2:
        return _named_by(view, first + 1, colon - 1)  # "What the hospital confirms: 23 bodies"
    if any(view.tokens[at].tag in {"VBD", "VBZ", "VBP", "MD"} for at in range(first, last)):
        return None
    if not words & BODIES and any(view.tokens[at].tag in {"VBN", "CD"} for at in range(first, last)):
        return None
    return link_of_words(view, view.span(first, last - 1), view.span(colon, colon), Certainty.ASSERTED)


def _called(view: Scene, first: int, colon: int) -> int | None:
    """ "Our pastor just called: ...": where the words for who called end."""
    told = next((k for k in range(first + 1, colon - 1) if view.lower[k] in {"said", "says"}), None)
    if told is not None and view.lower[told + 1] in {"it", "so", "this"}:
        return told  # "Radio Baia said it on air: ..."
    sent = next((k for k in range(first + 1, colon - 1) if view.lower[k] in {"sent", "sends"}), None)
    if sent is not None and _NOTES & set(view.lower[sent:colon]):
        return sent  # "Rohingya brother sent voice note: ..."
    at = colon - 1 - (view.lower[colon - 1] in {"me", "us"})
    if at <= first or view.lower[at] not in _CALLS:
        return None
    while at - 1 > first and (view.tokens[at - 1].tag.startswith("RB") or view.lower[at - 1] in {"has", "have", "'s"}):
        at -= 1
    return at


_NOTES: Final = word_set("note notes message messages audio video text")
_CALLS: Final = word_set("called calls phoned phones texted texts messaged messages rang writes wrote emailed reports")


def _named_by(view: Scene, first: int, at: int) -> Link:
    """The words before a verb of saying, as its speaker."""
    lemma = (
        view.lemma[at] if view.is_verb(at) else {"estimates": "estimate", "claims": "claim"}.get(view.lower[at], "say")
    )
    return link_of_words(view, view.span(first, at - 1), view.span(at, at), of_lemma(lemma))

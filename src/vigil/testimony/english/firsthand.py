"""How near to it whoever speaks was: lived through, seen, heard from somebody, not yet confirmed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from vigil.model.claim import AUTHOR, UNNAMED, Certainty, Link, Polarity
from vigil.testimony.english.bylines import BODIES
from vigil.testimony.english.event import Event, is_somebody
from vigil.testimony.english.lexicon import word_set
from vigil.testimony.english.links import link_of
from vigil.testimony.english.moods import Mood
from vigil.testimony.english.scene import Scene

_SEES: Final = ("i saw", "we saw", "i have seen", "we have seen", "i watched", "i counted", "i witnessed", "we counted")
_BEFORE_ME: Final = (
    "my own eyes",
    "our own eyes",
    "in front of me",
    "in front of us",
    "in front of my eyes",
    "before my eyes",
)
_COUNTED: Final = ("i counted them", "we counted them", "i counted them .", "we counted them .")
_WAS_THERE: Final = ("i was there", "we were there", "i was standing there", "i was right there")
_WAS_IN: Final = ("i was in that", "we were in that", "i was in the same", "i was inside", "we were inside")
_NOT_ITSELF: Final = word_set(
    """report reports post posts claim claims video videos footage news tweet photo photos picture message messages that
    it no evidence nothing signs sign"""
)
"""What is seen, where not the thing itself is."""
_HEARS: Final = word_set("hear learn know")
_UNSURE: Final = word_set("unconfirmed unverified")
_AUTHORS: Final = frozenset({AUTHOR, "I", "i", "We", "we"})
_SELVES: Final = word_set("he she they it who") | {AUTHOR.lower()}
_MOST_OF_LABEL: Final = 6
_MOST_STEPS: Final = 5


def lived(view: Scene, event: Event, how: Mood, links: list[Link]) -> list[Link]:
    """First-person experience, of the author or of who is quoted: "they beat us", "I saw 12 dead"."""
    if how.polarity is not Polarity.HAPPENED:
        return links
    if links and (links[-1].certainty is not Certainty.ASSERTED or links[-1].firsthand):
        return links
    by_author = not links or (len(links) == 1 and links[0].speaker in _AUTHORS)
    if not by_author and not (links and links[-1].direct):
        return links
    first, last = view.stretch(event.head)
    befell = any(
        view.lower[one] in {"us", "me"} and view.tokens[one].dep in {"dobj", "pobj", "dative"}
        for one in range(first, last + 1)
    )
    if not befell and not (by_author and _seen(view, event)):
        return links
    if by_author:
        return [Link(speaker=AUTHOR, certainty=Certainty.WITNESSED, firsthand=True)]
    return [*links[:-1], replace(links[-1], certainty=Certainty.WITNESSED, firsthand=True)]


def _seen(view: Scene, event: Event) -> bool:
    first, last = view.sentence(event.head)
    said = " ".join(view.lower[first:last])
    if any(words in said for words in _BEFORE_ME) or f" {said}".endswith(_COUNTED):
        return True
    before = view.sentence(first - 1)[0] if first else 0
    if " ".join(view.lower[before:first]).startswith(_WAS_THERE) or said.startswith(_WAS_IN):
        return True
    for words in _SEES:
        at = f" {said} ".find(f" {words} ")
        if at >= 0 and not _NOT_ITSELF.intersection(said[at + len(words) :].split()[:3]):
            return True
    return False


def passed_on(view: Scene, event: Event, links: list[Link]) -> list[Link]:
    """ "His brother heard from a guard that": of the guard, by way of the brother."""
    for steps, (verb, _) in enumerate(view.ancestors(event.head)):
        if steps > _MOST_STEPS:
            break
        if view.lemma[verb] not in _HEARS or not view.is_verb(verb):
            continue
        told = [
            one
            for prep in view.children(verb, "prep")
            if view.lower[prep] == "from"
            for one in view.children(prep, "pobj")
            if (is_somebody(view, one) and view.lower[one] != "whom")
            or view.tokens[one].entity in {"PERSON", "ORG"}
            or view.lemma[one] in BODIES
        ]
        if not told:
            continue
        chain = [link for link in links if link.speaker != AUTHOR or link.certainty is not Certainty.ASSERTED]
        for one in (*view.subjects(verb)[:1], told[0]):
            said = link_of(view, one, verb, Certainty.ASSERTED)
            if said.speaker.lower() not in _SELVES and not any(link.speaker.startswith(said.speaker) for link in chain):
                chain.append(said)
        return chain
    return links


_STORIES: Final = word_set("story stories rumour rumours rumor rumors claim claims report reports news")
_CONFIRMED: Final = word_set("confirmed verified corroborated substantiated")


def _of_a_story(view: Scene, event: Event) -> Link | None:
    """ "The story going round that 100 were shot is not confirmed by anyone"."""
    first, last = view.sentence(event.head)
    if not any(view.lower[at] in _STORIES for at in range(first, event.head)):
        return None
    not_ = next((at for at in range(event.head + 1, last) if view.lower[at] in {"not", "n't"}), None)
    if not_ is None or not _CONFIRMED.intersection(view.lower[not_ : min(not_ + 4, last)]):
        return None
    return Link(speaker=UNNAMED, certainty=Certainty.UNVERIFIED, cue=view.span(not_, not_))


def unconfirmed(view: Scene, event: Event, links: Sequence[Link]) -> list[Link]:
    """ "UNCONFIRMED: ...", "BREAKING (unconfirmed)": a label of the author's over all that follows in the sentence."""
    if any(link.speaker not in {AUTHOR, UNNAMED} for link in links):
        return list(links)
    if (doubted := _of_a_story(view, event)) is not None:
        return [doubted]
    if any(link.speaker != AUTHOR for link in links):
        return list(links)
    first, _ = view.sentence(event.head)
    if first and view.tokens[first - 1].text in {")", "!", "!!"}:
        first = view.sentence(first - 1)[0]  # the mark behind the label ended a sentence
    label = next(
        (at for at in range(first, min(first + _MOST_OF_LABEL, event.head)) if view.lower[at] in _UNSURE), None
    )
    if label is None or view.is_verb(label + 1) or view.lower[label + 1] in {"report", "reports", "claims", "rumours"}:
        return list(links)
    return [Link(speaker=AUTHOR, certainty=Certainty.UNVERIFIED, cue=view.span(label, label))]

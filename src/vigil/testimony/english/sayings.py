"""Who says that an event took place: the chain of speakers as the codebook wants it.

The chain itself is found by the room of attributions. Here it is made whole with what only the event shows (a call for
a truce is spoken by who calls for it, a report of eleven dead by who reports them) and freed of links that say nothing
new: the "it" of "the office said it had received", the nobody of "there was no evidence".
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from vigil.model.claim import AUTHOR, UNNAMED, Certainty, ClaimedPlace, Link, Polarity, Span
from vigil.testimony.attribution.chains import Chains
from vigil.testimony.english.bylines import according_to, at_the_end, by_abbreviation, by_count, heading, is_place_line
from vigil.testimony.english.credits import carried_by, credited
from vigil.testimony.english.event import Event
from vigil.testimony.english.firsthand import lived, passed_on, unconfirmed
from vigil.testimony.english.heard import from_reports, negates_verifying, overlap
from vigil.testimony.english.lexicon import word_set
from vigil.testimony.english.links import cleaned, link_of
from vigil.testimony.english.moods import Mood, bare_negation, is_asked
from vigil.testimony.english.nesting import untangled
from vigil.testimony.english.own_speakers import ACCUSES, REPORTS, own_speaker
from vigil.testimony.english.scene import Scene

_PRONOUNS: Final = word_set("it he she they its his her their")
_BACKED: Final = word_set("back support link fund arm affiliate ally finance tie")
_HEARD: Final = word_set("reports report accounts testimony testimonies rumours rumors complaints allegations")
_UNTRUE: Final = word_set(
    "false untrue fabricated fabrication baseless unfounded hoax lie lies fake invented invention nonsense propaganda"
)
_CALLS_UNTRUE: Final = word_set("dismiss reject denounce deny")
_LABELS: Final = word_set(
    """correction update upd edit ps breaking unconfirmed unverified urgent displacement health protection education
    nutrition shelter wash access casualties background context summary highlights note security logistics
    monday tuesday wednesday thursday friday saturday sunday today yesterday tonight now"""
)
"""What a paragraph is about, before a colon, as situation reports have it: nobody who speaks."""
_NO_SPEAKERS: Final = word_set("dont example instance case fact irony paradox tragedy truth problem thing")
_STRENGTH: Final = (Certainty.UNVERIFIED, Certainty.RETRACTED, Certainty.DENIED)


def chain_of(
    view: Scene, event: Event, how: Mood, said: Chains, heads: frozenset[int], *, places: Sequence[ClaimedPlace]
) -> tuple[Link, ...]:
    """The chain of speakers behind an event."""
    token = view.tokens[event.head]
    links = [cleaned(view, link) for link in said.of(Span(token.begin, token.end))]
    links = [link for link in links if not is_place_line(view, link, places) and not _is_deed(view, event, link, heads)]
    links = _behind_the_semicolon(view, event, [link for link in links if not _hedges_actor(view, event, link)])
    links = _behind_the_label(view, event, _in_an_aside(view, links), places)
    links = _named_before(view, event, links, said)
    links = _merged(view, links)
    links = _doubted(view, event, _judged(view, event, _quoted(view, event, links)))
    links = untangled(view, event, from_reports(view, event, _handed_on(view, event, links, said)))
    own = own_speaker(view, event, how)
    if own is not None and own.speaker.lower() in _PRONOUNS and any(one.speaker == UNNAMED for one in links[1:]):
        own = None  # it is who received the reports
    elif own is not None and own.speaker.lower() in _PRONOUNS and links and not _is_author(links[-1]):
        links, own = [*links[:-1], _joined(links[-1], own)], None  # "a resident said he had seen"
    cue = view.at(own.cue) if own is not None and own.cue is not None else None
    if cue is not None and view.lemma[cue] == "threaten":
        told = [link for link in links if link.speaker not in {AUTHOR, UNNAMED}] or _told_around(view, cue)
        links, own = (told, None) if told else (links, own)  # "she said soldiers threatened": she says so
    if own is not None and not any(
        link.speaker_span == own.speaker_span or overlap(link.speaker_span, own.speaker_span) for link in links
    ):
        # "the army said X, while witnesses spoke of Y": Y is not in what the army said
        links = [] if _aside(view, own) else [link for link in links if not _is_author(link)]
        links.append(cleaned(view, own))
    if all(_is_author(link) for link in links):
        last = at_the_end(view, event) or by_abbreviation(view, event) or heading(view, event)
        last = last or according_to(view, event)
        last = last or by_count(view, event) or credited(view, event, places)
        if last is not None:
            links = [last]
    carrier = carried_by(view, event, places) if not all(map(_is_author, links)) else None
    if carrier is not None and not any(overlap(link.speaker_span, carrier.speaker_span) for link in links):
        links = [carrier, *links]
    links = lived(view, event, how, passed_on(view, event, untangled(view, event, links)))
    links = unconfirmed(view, event, links)
    links = _we_are_they([_of_the_author(one) for one in links])
    asked = is_asked(view, event)
    if asked is not None and not any(link.direct for link in links):
        links = [Link(speaker=AUTHOR, certainty=Certainty.UNVERIFIED, cue=view.span(asked, asked))]
    if how.polarity is Polarity.FEARED and how.word is not None:
        links = _feared(view, links, how.word)
    return tuple(links) or (Link(speaker=AUTHOR, certainty=Certainty.ASSERTED),)


def _told_around(view: Scene, threat: int) -> list[Link]:
    """ "A mother said the gunmen had taken her son and threatened to kill him": the mother says so."""
    for head, below in islice(view.ancestors(threat), 3):
        if view.tokens[below].dep == "ccomp" and view.lemma[head] in {"say", "tell", "report"} and view.subjects(head):
            return [link_of(view, view.subjects(head)[0], head, Certainty.ASSERTED)]
        if view.tokens[below].dep not in {"conj", "advcl"}:
            return []
    return []


def _is_deed(  # noqa: PLR0911, PLR0912 - one case after another reads best
    view: Scene, event: Event, link: Link, heads: frozenset[int]
) -> bool:
    """Whether a cue is the word of a deed ("held by a militia"), or of a telling that did not take place."""
    at = view.at(link.cue) if link.cue is not None else None
    if at is None:
        return False
    if at in heads or link.speaker.lower().startswith("whatever"):
        return True
    if link.speaker.lower() in _LABELS or _speaks_for_nobody(view, link, at):
        return True
    if view.tokens[at].dep == "acl" and view.tokens[at].tag == "VBG" and not link.direct:
        spoken = view.tokens[at].head
        if view.tokens[spoken].dep == "nsubj" and view.lemma[view.tokens[spoken].head] != "be":
            return True  # "volunteers registering arrivals believe": of who they are
    if at > event.head and _in_what_is_added(view, event, at):
        return True
    if at > event.head and any(view.tokens[one].text == ";" for one in range(event.head, at)) and not link.direct:
        return True
    if link.speaker == UNNAMED and view.lemma[at] == "deny" and view.passive(at):
        return True  # "has been denied medicine"
    said_to_be = view.lower[at + 1 : at + 3] in (["to", "be"], ["to", "have"], ["to", "belong"]) and event.head > at + 3
    if said_to_be and _of_who_they_are(view, event, at):
        return True
    if said_to_be and view.lemma[at + 3] in _BACKED:
        return True  # "thought to be linked to": it is of the actor, not of the deed
    if view.lemma[at] in ACCUSES and event.head < at and not view.passive(at):
        return True  # what was said before somebody was blamed is not said by who blames
    if view.lower[at - 2 : at - 1] == ["as"] and view.lower[at - 1] in {"first", "initially", "originally", "earlier"}:
        return True  # "six, not nine as first reported, died"
    if link.speaker == UNNAMED and view.lemma[at] in {"correction", "corrections", "update"}:
        return True
    if view.lower[at] == "told" and link.speaker_span is not None and link.speaker_span.begin > view.tokens[at].begin:
        return True  # "the mayor, Ali Haddad, told Reuters": nobody says "told Reuters" of Reuters
    return link.speaker == UNNAMED and view.lemma[at] == "tell" and view.child(at, "neg") is not None


def _in_what_is_added(view: Scene, event: Event, cue: int) -> bool:
    """ "Dropped chlorine on the town, an attack in which, a doctor said, two died": the doctor speaks of the two."""
    between = view.lower[event.head : cue]
    for at in range(event.head + 1, min(cue, event.head + _FAR)):
        if view.lower[at] in {"which", "whom"} and view.lower[at - 1] in {"in", "of", "from", "during", "after"}:
            return view.tokens[at - 2].text != "," or "," in between
    return False


_FAR: Final = 30


def _of_who_they_are(view: Scene, event: Event, cue: int) -> bool:
    """ "Men thought to be from the north kidnapped 12": of the men. Not "people thought to have been killed"."""
    before = cue - 2 if cue > 1 and view.tokens[cue - 1].text == "," else cue - 1  # "the men, thought to be ..., fired"
    if not cue or not view.tokens[before].tag.startswith("NN") or view.tokens[cue].tag not in {"VBN", "VBD"}:
        return False
    perfect = view.tokens[event.head].tag == "VBN" and any(
        view.lower[c] in {"have", "has", "had"} for c in view.children(event.head, "aux")
    )
    return view.lower[cue + 2] in {"be", "belong"} and (perfect or view.tokens[event.head].tag in {"VBD", "VBZ", "VBP"})


def _speaks_for_nobody(view: Scene, link: Link, cue: int) -> bool:
    """ "An example is", "she appeared in court": no word of anybody's."""
    if view.lemma[cue] in {"appear", "seem"} and view.child(cue, "xcomp", "ccomp", "oprd", "acomp", "advcl") is None:
        return True
    if link.speaker.isdigit() or link.speaker.lower() in {"anyone", "anybody"}:
        return True
    if view.lemma[cue] == "know" and link.speaker.lower().startswith(("all ", "every", "the whole ")):
        return True  # "as all of Goma knows"
    speaker = view.at(link.speaker_span) if link.speaker_span is not None else None
    return speaker is not None and view.lemma[speaker] in _NO_SPEAKERS


def _in_an_aside(view: Scene, links: list[Link]) -> list[Link]:
    """ "Blamed the army, which denied that": the author tells of the denial, not whoever blamed."""
    for index, link in enumerate(links):
        cue = view.at(link.cue) if link.cue is not None else None
        if cue is not None and link.certainty is Certainty.DENIED and view.tokens[cue].dep == "relcl":
            return links[index:]
    return links


def _behind_the_label(view: Scene, event: Event, links: list[Link], places: Sequence[ClaimedPlace]) -> list[Link]:
    """ "Haaretz: nine killed in Douma, the army says": the army, by way of the paper.

    "Kale: 25 killed, a rescue team says": where the words give no place, the label is one.
    """
    at = view.at(links[0].speaker_span) if len(links) == 1 and links[0].speaker_span is not None else None
    if at is None or at != view.sentence(at)[0] or view.lower[at + 1 : at + 2] != [":"]:
        return links
    last = at_the_end(view, event)
    if last is None or overlap(last.speaker_span, links[0].speaker_span):
        return links
    first, end = view.sentence(event.head)
    told = view.span(first, end - 1)
    return [*links, last] if any(told.begin <= one.span.begin < told.end for one in places) else [last]


def _behind_the_semicolon(view: Scene, event: Event, links: list[Link]) -> list[Link]:
    """ "The army said nobody died; a herder said he had counted 17": the herder alone."""
    first, _ = view.sentence(event.head)
    stop = next((at for at in range(event.head, first, -1) if view.tokens[at].text == ";"), None)
    if stop is None:
        return links
    here = [link for link in links if link.cue is not None and link.cue.begin > view.tokens[stop].begin]
    return here if here and not any(link.direct for link in links) else links


def _is_author(link: Link) -> bool:
    return link.speaker == AUTHOR and link.certainty is Certainty.ASSERTED and not link.firsthand


def _hedges_actor(view: Scene, event: Event, link: Link) -> bool:
    """Whether a cue stands inside the words for an actor ("fighters thought to be linked to"): it is not of the
    event."""
    if link.cue is None:
        return False
    for agent in (*event.agents, *event.causes):
        first, last = view.stretch(agent)
        inside = view.tokens[first].begin <= link.cue.begin and link.cue.end <= view.tokens[last].end
        if inside and not view.tokens[first].begin <= view.tokens[event.head].begin <= view.tokens[last].end:
            return True
    return False


def _merged(view: Scene, links: Sequence[Link]) -> list[Link]:
    found: list[Link] = []
    for link in links:
        if found:
            before = found[-1]
            pronoun = link.speaker.lower() in _PRONOUNS and before.speaker not in {AUTHOR, UNNAMED}
            if pronoun and _heard_it(view, link):  # "it had received reports that"
                found.append(Link(speaker=UNNAMED, certainty=Certainty.REPORTED, cue=link.cue))
                continue
            if _aside(view, link):  # "X said, while Y said": two voices, not one inside the other
                found = [link]
                continue
            nobody = link.speaker == UNNAMED and (
                before.speaker == UNNAMED or link.certainty is Certainty.UNVERIFIED or _no_source(view, link)
            )
            same = link.speaker == before.speaker or overlap(link.speaker_span, before.speaker_span)
            nobody = nobody or (
                link.speaker == UNNAMED
                and link.certainty in {Certainty.ASSERTED, Certainty.FEARED}
                and before.speaker != AUTHOR
            )
            if pronoun or nobody or same:
                found[-1] = _joined(before, link)
                continue
            if before.speaker == UNNAMED and before.certainty in (*_STRENGTH, Certainty.CONFIRMED):
                # "the ministry's statement was withdrawn": nobody else says so
                found[-1] = replace(link, certainty=before.certainty, cue=before.cue)
                continue
        found.append(link)
    return found


def _heard_it(view: Scene, link: Link) -> bool:
    """Whether a cue speaks of what the speaker was told."""
    if link.cue is None:
        return False
    words = view.text[link.cue.begin : link.cue.end].lower().split()
    return any(
        word
        in {
            "reports",
            "report",
            "accounts",
            "testimony",
            "testimonies",
            "rumours",
            "rumors",
            "told",
            "information",
            "complaints",
            "allegations",
        }
        for word in words
    )


def _aside(view: Scene, link: Link) -> bool:
    if link.cue is None:
        return False
    at = view.at(link.cue)
    for _ in range(4):
        if at is None:
            return False
        if view.tokens[at].dep == "advcl" and any(
            view.lower[c] in {"while", "whereas", "although", "though", "but", "whilst"}
            for c in view.children(at, "mark")
        ):
            return True
        if view.tokens[at].head == at or view.is_verb(at):
            return False
        at = view.tokens[at].head
    return False


def _named_before(view: Scene, event: Event, links: list[Link], said: Chains) -> list[Link]:
    """For the "it" that opens a chain, whoever spoke before in the sentence."""
    if not links or links[0].speaker.lower() not in _PRONOUNS or links[0].speaker_span is None:
        return links
    first, _ = view.sentence(event.head)
    begin = view.tokens[first].begin
    for one in said.attributions:
        source = one.source
        if source is None or not begin <= source.begin < links[0].speaker_span.begin:
            continue
        text = view.text[source.begin : source.end]
        if text.lower() not in _PRONOUNS:
            return [replace(links[0], speaker=text, speaker_span=source), *links[1:]]
    return links


def _joined(before: Link, link: Link) -> Link:
    if before.certainty is Certainty.ASSERTED or link.certainty in _STRENGTH:
        return replace(before, certainty=link.certainty, firsthand=before.firsthand or link.firsthand, cue=link.cue)
    return before


def _no_source(view: Scene, link: Link) -> bool:
    """A noun that holds what is said without anybody being named: evidence, possibility."""
    if link.cue is None:
        return False
    return view.text[link.cue.begin : link.cue.end].lower().split()[-1] in {
        "evidence",
        "proof",
        "sign",
        "signs",
        "claim",
    }


def _quoted(view: Scene, event: Event, links: list[Link]) -> list[Link]:
    """ "According to the agency, quoting medical sources": two links."""
    first, last = view.sentence(event.head)
    named = [one for one in links if one.speaker_span is not None]
    if not named:
        return links
    for at in range(first, last):
        if view.lower[at] not in {"quoting", "citing"}:
            continue
        objects = view.children(at, "dobj")
        if objects and not any(view.lemma[objects[0]] in {"case", "law", "reason"} for _ in (0,)):
            words = view.span(*view.core(objects[0]))
            if any(
                one.speaker_span is not None
                and one.speaker_span.begin < words.end
                and words.begin < one.speaker_span.end
                for one in links
            ):
                continue
            token = view.tokens[at]
            link = Link(
                speaker=view.text[words.begin : words.end],
                certainty=Certainty.ASSERTED,
                speaker_span=words,
                cue=Span(token.begin, token.end),
            )
            return [*links, link]
    return links


def _handed_on(view: Scene, event: Event, links: list[Link], said: Chains) -> list[Link]:
    """Links that stand in a word: "had received reports that", "confirmed what residents reported".

    Reports that are denied vouch for no denial.
    """
    if links and links[-1].certainty is Certainty.DENIED:
        return links
    token = view.tokens[event.head]
    for one in said.attributions:
        cue = view.text[one.cue.begin : one.cue.end].lower()
        covers = any(span.begin <= token.begin and token.end <= span.end for span in one.content)
        if (
            covers
            and cue.split()[-1] in _HEARD
            and not any(link.cue == one.cue or link.speaker == UNNAMED for link in links)
        ):
            source = "" if one.source is None else view.text[one.source.begin : one.source.end].lower()
            if source in _PRONOUNS or not source:
                links = [*links, Link(speaker=UNNAMED, certainty=Certainty.REPORTED, cue=one.cue)]
        elif one.parent is not None and one.source is not None and _says_what(view, one.content):
            outer = said.attributions[one.parent]
            if any(span.begin <= token.begin and token.end <= span.end for span in outer.content):
                speaker = view.text[one.source.begin : one.source.end]
                link = Link(speaker=speaker, certainty=one.certainty, speaker_span=one.source, cue=one.cue)
                links = [*links, link]
    return links


def _says_what(view: Scene, content: tuple[Span, ...]) -> bool:
    return all(view.text[span.begin : span.end].lower() in {"what", "which"} for span in content)


def _doubted(view: Scene, event: Event, links: list[Link]) -> list[Link]:
    """ "No evidence that", "could neither confirm nor deny", "would not say whether": unverified, whatever else is
    said."""
    bare = bare_negation(view, event)
    if bare is not None and negates_verifying(view, bare + 1):
        author = Link(speaker=AUTHOR, certainty=Certainty.ASSERTED)
        named = [one for one in links if one.speaker != AUTHOR] or [author]
        return [*named[:-1], replace(named[-1], certainty=Certainty.UNVERIFIED, cue=view.span(bare, bare + 1))]
    for head, below in view.ancestors(event.head):
        lemma = view.lemma[head]
        nobody = any(view.lower[c] == "neither" for one in view.subjects(head) for c in view.children(one, "det"))
        negated = (
            nobody
            or view.child(head, "neg") is not None
            or any(
                view.lower[c] in {"no", "neither", "little"}
                for c in view.children(head, "det", "preconj", "cc", "amod")
            )
        )
        if lemma in {"evidence", "proof", "sign", "indication"}:
            verb = view.tokens[head].head
            doubted = negated or view.child(verb, "neg") is not None
        elif lemma in {"confirm", "deny", "verify", "say", "know", "clear"} and view.tokens[below].dep in {
            "ccomp",
            "dobj",
            "conj",
            "acomp",
            "csubj",
        }:
            whether = any(view.lower[c] in {"whether", "if"} for c in view.children(below, "mark"))
            neither = any(view.lower[c] in {"neither", "nor"} for c in view.tree.children[head]) or any(
                view.lower[c] in {"neither", "nor"} for c in view.tree.children[view.tokens[head].head]
            )
            doubted = (negated and (whether or lemma in {"confirm", "verify"})) or (
                neither and lemma in {"confirm", "deny"}
            )
        elif lemma in {"investigate", "examine", "assess", "probe"}:
            doubted = any(view.lower[c] == "whether" for c in view.children(below, "mark"))
        else:
            continue
        if not doubted:
            continue
        token = view.tokens[head]
        cue = Span(token.begin, token.end)
        kept = [one for one in links if one.speaker != UNNAMED and one.speaker.lower() not in _PRONOUNS] or links[:1]
        if not kept:
            return [Link(speaker=AUTHOR, certainty=Certainty.UNVERIFIED, cue=cue)]
        return [*kept[:-1], replace(kept[-1], certainty=Certainty.UNVERIFIED, cue=cue)]
    return links


def _judged(view: Scene, event: Event, links: list[Link]) -> list[Link]:  # noqa: PLR0911 - one case after another reads best
    """What is said of the report itself: "reports of rape were fabricated", "the claim that ... was false"."""
    for head, below in view.ancestors(event.head):
        if view.lemma[head] not in REPORTS:
            if view.tokens[below].dep in {"ccomp", "conj", "advcl"}:
                return links
            continue
        noun = view.tokens[head]
        verb = noun.head
        if noun.dep in {"nsubj", "nsubjpass"}:
            words = {
                view.lower[one]
                for one in range(view.tree.first[verb], view.tree.last[verb] + 1)
                if one > head and one not in range(view.tree.first[head], view.tree.last[head] + 1)
            }
            words.add(view.lower[verb])
            certainty = _verdict(words)
        elif noun.dep in {"dobj", "nsubjpass"} and view.lemma[verb] in {
            "reject",
            "dismiss",
            "deny",
            "refute",
            "dispute",
        }:
            certainty = Certainty.DENIED
        elif noun.dep == "pobj" and view.lower[verb] == "as" and view.lemma[view.tokens[verb].head] in _CALLS_UNTRUE:
            verb = view.tokens[verb].head  # "dismissed as fabricated reports that"
            certainty = Certainty.DENIED
        else:
            return links
        if certainty is None:
            return links
        token = view.tokens[verb]
        cue = Span(token.begin, token.end)
        inside = view.span(view.tree.first[head], head)
        outer = [
            one
            for one in links
            if one.speaker != UNNAMED
            and not (one.cue is not None and inside.begin <= one.cue.begin < inside.end)
            and one.speaker.lower() not in _PRONOUNS
        ] or [one for one in links if one.speaker_span is not None and one.speaker.lower() not in _PRONOUNS]
        selves = any(
            view.lower[one] in _PRONOUNS for one in event.agents
        )  # "a report that it had": of whoever rejects it
        aside = certainty is Certainty.DENIED and view.tokens[verb].dep == "advcl" and not selves
        if aside and (told := _teller(view, head)):
            return [link_of(view, told, head, Certainty.CLAIMED)]  # its own words deny it elsewhere
        subjects = view.subjects(verb) if noun.dep in {"dobj", "pobj"} else []
        if subjects and view.lower[subjects[0]] not in _PRONOUNS:
            mine = link_of(view, subjects[0], verb, certainty)
            return [*(one for one in outer if not overlap(one.speaker_span, mine.speaker_span)), mine]
        if outer:
            return [*outer[:-1], replace(outer[-1], certainty=certainty, cue=cue)]
        speaker = AUTHOR if certainty is Certainty.DENIED else UNNAMED
        return [Link(speaker=speaker, certainty=certainty, cue=cue)]
    return links


def _teller(view: Scene, report: int) -> int | None:
    """Whose report it is: "a report by the monitor", "the monitor's claim"."""
    by = view.behind(report, "by")
    named = [*by, *view.children(report, "poss")]
    return next((one for one in named if view.lower[one] not in _PRONOUNS), None)


def _verdict(words: set[str]) -> Certainty | None:
    negated = bool(words & {"not", "n't", "never"})
    if words & _UNTRUE:
        return None if negated else Certainty.DENIED
    if words & {"withdrawn", "retracted", "recanted"}:
        return Certainty.RETRACTED
    if words & {"confirmed", "verified", "substantiated", "corroborated"} and negated:
        return Certainty.UNVERIFIED
    if words & {"unconfirmed", "unverified"}:
        return Certainty.UNVERIFIED
    return None


def _of_the_author(link: Link) -> Link:
    """ "I cannot confirm it", outside of a quotation."""
    if link.direct or link.speaker.lower() not in {"i", "we"}:
        return link
    return replace(link, speaker=AUTHOR, speaker_span=None)


def _we_are_they(links: Sequence[Link]) -> list[Link]:
    """ "We have seen no evidence, a spokesman said", "repeated his appeal": one voice, the one that is named."""
    found = [link for link in links if link.speaker.lower() not in {"his", "her", "their", "its"}] or list(links)
    while len(found) > 1 and found[-1].speaker == AUTHOR and found[-2].speaker not in {AUTHOR, UNNAMED}:
        we = found.pop()
        if found[-1].certainty is Certainty.ASSERTED:
            found[-1] = replace(
                found[-1], certainty=we.certainty, cue=we.cue, firsthand=found[-1].firsthand or we.firsthand
            )
    return found


def _feared(view: Scene, links: list[Link], word: int) -> list[Link]:
    """A fear nobody is named for is the author's; whoever is named for it fears."""
    token = view.tokens[word]
    cue = Span(token.begin, token.end)
    if not links or all(link.speaker in {AUTHOR, UNNAMED} for link in links):
        return [Link(speaker=AUTHOR, certainty=Certainty.FEARED, cue=cue)]
    if any(link.certainty is Certainty.FEARED for link in links):
        return links
    return [*links[:-1], replace(links[-1], certainty=Certainty.FEARED, cue=cue)]

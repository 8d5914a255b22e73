"""Claims from English text: events, told by whom, of whom, how surely, on which words."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from vigil.model.claim import (
    AUTHOR,
    UNNAMED,
    Actor,
    Certainty,
    Claim,
    ClaimedPlace,
    Document,
    EventType,
    Exactness,
    Link,
    Polarity,
    Reading,
    Span,
)
from vigil.testimony.attribution.chains import Chains, chains
from vigil.testimony.counts.mention import CountMention
from vigil.testimony.counts.reading import read_counts
from vigil.testimony.deeds import DEEDS
from vigil.testimony.english.actors import actors
from vigil.testimony.english.causes import without_causes, without_repeats
from vigil.testimony.english.circumstances import ahead, circumstances, is_to_begin, where_from
from vigil.testimony.english.common_places import common_places
from vigil.testimony.english.credits import is_issue
from vigil.testimony.english.drafts import Draft
from vigil.testimony.english.event import Event
from vigil.testimony.english.fates import with_fates
from vigil.testimony.english.finding import events
from vigil.testimony.english.groups import Group, groups
from vigil.testimony.english.harmless import is_about_something_else, is_harmless, of_a_field, of_themselves
from vigil.testimony.english.labels import with_labels
from vigil.testimony.english.lexicon import ARMED, STATE, word_set
from vigil.testimony.english.mended import mended
from vigil.testimony.english.moods import Mood, is_presupposed, mood, of_a_blow
from vigil.testimony.english.named_places import with_named_places
from vigil.testimony.english.parts import with_parts
from vigil.testimony.english.perpetrators import with_perpetrators
from vigil.testimony.english.pieces import pieces, shifted
from vigil.testimony.english.plain_grammar import plain_grammar
from vigil.testimony.english.sayings import chain_of
from vigil.testimony.english.scene import Scene, scene
from vigil.testimony.english.triggers import may_tell
from vigil.testimony.english.typography import as_written, for_grammar
from vigil.testimony.english.voices import voices
from vigil.testimony.parsed import Parse, Parsed
from vigil.testimony.places.gazetteer import Gazetteer
from vigil.testimony.places.reading import read_places
from vigil.testimony.times.mention import TimeMention
from vigil.testimony.times.reading import read_times

VERSION: Final = "6"

_PARTIES: Final = (STATE | ARMED | word_set("spox spokesman spokeswoman spokesperson")) - word_set("police court")
_AGREED: Final = frozenset({EventType.CEASEFIRE, EventType.EVACUATION})
_BY_THE_AUTHOR: Final = (Link(speaker=AUTHOR, certainty=Certainty.ASSERTED),)
_ENDS: Final = word_set("end halt stop lift cease cessation suspend suspension lifting break")


def drafts_of(parsed: Parsed, *, named: Callable[[], Sequence[ClaimedPlace]], published_on: date | None) -> list[Draft]:
    """All claims of one stretch of text.

    Args:
        named: Looks up the places it names, which takes long: it is asked only where something is told.
    """
    parsed = mended(parsed)
    view = scene(parsed)
    found = _in_earnest(view, events(view))
    told = [_alone(view, event) for event in without_repeats(view, without_causes(view, found))]
    if not told:
        return []
    said = chains(parsed.text, parsed=parsed)
    mentions = read_counts(parsed.text, lang="en")
    days = read_times(parsed.text, lang="en", published_on=published_on)
    times = tuple(one for one in days if not is_issue(parsed.text, one.span))
    places = with_labels(view, with_named_places(view, named(), [one.span for one in times]))
    unnamed = common_places(view, [one.span for one in places])
    theirs = [span for one in said.attributions for span in (one.source, one.cue) if span is not None]
    drafts: list[Draft] = []
    heads = frozenset(event.head for event in told)
    cues = frozenset(at for one in said.attributions if (at := view.at(one.cue)) is not None) - heads
    for event in told:
        drafts += _drafts(view, event, said, mentions, places, unnamed, times, theirs, heads, cues, published_on)
    _go_on(view, drafts)
    drafts = with_parts(view, drafts, mentions)
    drafts = with_fates(view, voices(view, drafts, mentions))
    _contested(view, drafts)
    return with_perpetrators(view, drafts, said)


def _contested(view: Scene, drafts: Sequence[Draft]) -> None:
    """ "They saw police hit a boy; an officer said nobody was hurt": what others tell of is denied."""
    for one in drafts:
        named = [link for link in one.chain if link.speaker not in {AUTHOR, UNNAMED}]
        plain = one.certainty is None and all(link.certainty is Certainty.ASSERTED for link in one.chain)
        if one.polarity is not Polarity.NOT_HAPPENED or not named or not plain:
            continue
        sentence = view.tree.sentence[one.token]
        if any(
            other.polarity is Polarity.HAPPENED
            and abs(sentence - view.tree.sentence[other.token]) <= 1
            and (other.event is one.event or {other.event, one.event} <= _HARM)
            and {link.speaker for link in other.chain}.isdisjoint(link.speaker for link in named)
            for other in drafts
        ):
            one.certainty = Certainty.DENIED


_HARM: Final = frozenset({EventType.KILLING, EventType.INJURY})
_OF_THEM: Final = word_set("one both elder eldest younger youngest other others second")


def _go_on(view: Scene, drafts: Sequence[Draft]) -> None:
    """ "Doctors say two boys stepped on a mine. One died, the other lost a leg": of those the doctors told of."""
    for before, one in itertools.pairwise(drafts):
        first, _ = view.sentence(one.token)
        opening = view.lower[first : first + 2]
        anaphoric = opening[:1] == ["both"] or (
            not _OF_THEM.isdisjoint(opening) and view.lower[first + 2 : first + 3] != ["of"]
        )
        away = view.tree.sentence[one.token] - view.tree.sentence[before.token]
        same = away == 0 and one.chain == before.chain
        if anaphoric and (away == 1 or same) and all(link.speaker == AUTHOR for link in one.chain):
            named = all(link.speaker != AUTHOR for link in before.chain)
            one.chain = before.chain if named and not before.chain[-1].direct else one.chain


def _in_earnest(view: Scene, told: Iterable[Event]) -> list[Event]:
    """The events without those of sentences about something else, and those that harm nobody."""
    fields: dict[tuple[int, int], bool] = {}
    found: list[Event] = []
    if is_about_something_else(view.text):
        return found
    for event in told:
        sentence = view.sentence(event.head)
        if sentence not in fields:
            fields[sentence] = of_a_field(view, *sentence)
        if not fields[sentence] and not is_harmless(view, event):
            found.append(event)
    return found


def _alone(view: Scene, event: Event) -> Event:
    """ "Killed themselves" is told as a death without a doer."""
    if not of_themselves(view, event):
        return event
    return replace(event, type=EventType.OTHER, agents=(), victims=tuple(view.subjects(event.verb)))


def _drafts(  # noqa: PLR0917 - one case after another reads best
    view: Scene,
    event: Event,
    said: Chains,
    mentions: Sequence[CountMention],
    places: Sequence[ClaimedPlace],
    unnamed: Sequence[ClaimedPlace],
    times: Sequence[TimeMention],
    theirs: Sequence[Span],
    heads: frozenset[int],
    cues: frozenset[int],
    published_on: date | None,
) -> Iterator[Draft]:
    how = mood(view, event)
    first, last = view.sentence(event.head)
    words = tuple(view.span(one, one) for one in event.words)
    token = view.tokens[event.head]
    chain = chain_of(view, event, how, said, heads, places=places)
    presupposed = is_presupposed(view, event)
    if presupposed:
        chain = tuple(link for link in chain if link.certainty is not Certainty.DENIED) or _BY_THE_AUTHOR
    doers = () if presupposed and of_a_blow(view, event) else actors(view, event, chain)
    own = [*theirs, *(one.span for one in doers)]
    around = circumstances(view, event, places, times, own, heads - {event.head}, cues, unnamed)
    home = [span for link in chain for span in where_from(view, link)]
    if around.place is not None and any(span.begin <= around.place.span.begin < span.end for span in home):
        elsewhere = circumstances(view, event, places, times, [*own, *home], heads - {event.head}, cues, unnamed)
        around = around if elsewhere.place is None else around._replace(place=elsewhere.place)
    found = groups(view, event, mentions)
    whole: Draft | None = None
    polarity, word = how
    if polarity is Polarity.HAPPENED and sum(link.certainty is Certainty.DENIED for link in chain) % 2:
        polarity = Polarity.NOT_HAPPENED
    agreed = around.time is not None and event.type in _AGREED
    begins = agreed and around.time is not None and is_to_begin(view, around.time, published_on)
    coming = Polarity.PLANNED if begins else polarity
    denied = polarity is Polarity.NOT_HAPPENED and word is not None
    for group in found:
        draft = Draft(
            event=_asked(view, event, how),
            words=words,
            polarity=coming if event.type is EventType.CEASEFIRE else polarity,
            polarity_words=() if word is None else (view.span(word, word),),
            chain=chain,
            sentence=view.span(first, last - 1),
            at=token.begin,
            token=event.head,
            count=None
            if denied and not (group.count and group.count.exactness is not Exactness.NONE and _spelled(group))
            else group.count,
            actors=doers,
            victims=set(group.kinds),
            victim_words=tuple(group.kind_spans),
            named=tuple(group.named),
            certainty=Certainty.DENIED if denied and _is_own_denial(event, doers, chain) else None,
            place=around.place,
            occurred=None if around.time is None else ahead(around.time, coming, published_on),
            time_words=() if around.time is None else (around.time.span,),
            part_of=whole if group.part else None,
            noun=event.noun,
        )
        whole = whole if group.part else draft
        yield draft


def _asked(view: Scene, event: Event, how: Mood) -> EventType:
    """A call to end something is not a call for it."""
    if how.polarity is Polarity.ASKED_FOR and how.word is not None:
        first, last = sorted((how.word, event.head))
        governor = view.tokens[event.head].head
        if view.lemma[governor] in _ENDS or any(view.lemma[one] in _ENDS for one in range(first, last + 1)):
            return EventType.OTHER
        if "stop" in view.lower[event.head : event.head + 5] or "stopped" in view.lower[event.head : event.head + 5]:
            return EventType.OTHER
    return event.type


def _is_own_denial(event: Event, doers: Sequence[Actor], chain: Sequence[Link]) -> bool:
    """ "Our forces did not shell the camp", "the army says it shot nobody": whoever would have done it denies it."""
    if event.type is EventType.ATTACK and not doers and len(chain) == 1 and chain[0].certainty is Certainty.ASSERTED:
        return not _PARTIES.isdisjoint(chain[0].speaker.lower().split())  # "the army says there was no strike"
    if event.type not in DEEDS or not doers or any(link.certainty is not Certainty.ASSERTED for link in chain):
        return False
    speakers = {link.speaker.lower() for link in chain}
    return all(
        one.text.lower() == "we" or one.text.lower().startswith("our ") or one.text.lower() in speakers for one in doers
    )


def _spelled(group: Group) -> bool:
    """Whether a figure is written out, and not the "no one" of what did not happen."""
    return group.mention is not None and not group.mention.single and group.count is not None and group.count.low != 0


def in_order(drafts: list[Draft]) -> tuple[Claim, ...]:
    """The claims of all drafts, in the order of the text."""
    ordered = sorted(drafts, key=lambda one: one.at)
    order = {id(one): index for index, one in enumerate(ordered)}
    return tuple(one.claim(order) for one in ordered)


def version(parse: Parse | None) -> str:
    """What reads English, with its version."""
    return f"vigil-english {VERSION} ({parse.version if parse is not None else 'rules alone'})"


def read_english(document: Document, *, parse: Parse | None, gazetteer: Gazetteer) -> Reading:
    """The claims of an English document, in the order of the text.

    Args:
        document: Its text may be of any length: it is read in pieces, so that memory stays flat.
        parse: Finds the grammar. None: it is guessed from the order of the words.
        gazetteer: Where names of places are looked up.
    """
    claims: list[Claim] = []
    grammar = parse or plain_grammar
    for begin, end in pieces(document.text):
        piece = document.text[begin:end]
        if not may_tell(piece):
            continue
        parsed = as_written(grammar(for_grammar(piece)), piece)
        if not parsed.tokens:
            continue
        known = parsed if parse is not None else None
        named = partial(read_places, piece, lang="en", gazetteer=gazetteer, parsed=known)
        found = in_order(drafts_of(parsed, named=named, published_on=document.published_on))
        claims += [shifted(claim, begin, len(claims)) for claim in found]
    return Reading(document=document.id, lang="en", reader=version(parse), claims=tuple(claims))

"""Stories to follow a figure through, with claims written by hand beside the texts, and what a careful reader sees."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from vigil.incidents.stating import state
from vigil.model.claim import (
    AUTHOR,
    UNNAMED,
    Actor,
    ActorRole,
    Certainty,
    Claim,
    ClaimedPlace,
    Count,
    EventType,
    Exactness,
    Link,
    Polarity,
    Reading,
    Span,
    Unit,
    VictimKind,
)
from vigil.model.incident import Publication, SourceName, StatedClaim

FOLDER = Path(__file__).parent / "stories"
NAMES = sorted(path.stem for path in FOLDER.glob("*.jsonl"))


@dataclass(frozen=True)
class Story:
    """A story: its documents in order, their claims by hand, and what is to be seen in them."""

    name: str
    publications: tuple[Publication, ...]
    readings: Mapping[str, Reading]
    gold: Mapping[str, Any]

    @property
    def claims(self) -> list[StatedClaim]:
        """All claims, document by document."""
        return [each for told in self.publications for each in state(self.readings[told.id], told)]


def story(name: str) -> Story:
    """The story of that name."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    gold = json.loads((FOLDER / f"{name}.gold.json").read_text(encoding="utf-8"))
    told = tuple(publication(json.loads(line)) for line in lines)
    readings = {
        each.id: Reading(
            document=each.id,
            lang=each.lang or "en",
            reader="by hand",
            claims=tuple(claim_by_hand(each.text, **page) for page in gold["claims"].get(each.id, ())),
        )
        for each in told
    }
    return Story(name, told, readings, gold)


def publication(page: Mapping[str, Any]) -> Publication:
    """A line of a story as a publication."""
    return Publication(
        id=page["id"],
        source=SourceName(page["source"]),
        published_at=datetime.fromisoformat(page["published_at"]),
        lang=page["lang"],
        title=page["title"],
        text=page["text"],
    )


def claim_by_hand(
    text: str,
    *,
    event: str,
    on: str,
    certainty: str,
    chain: Sequence[Sequence[str | None]],
    polarity: str = "happened",
    count: Sequence[Any] | None = None,
    actors: Sequence[Sequence[Any]] = (),
    victims: Sequence[str] = (),
    place: str | None = None,
    city: str | None = None,
    region: str | None = None,
    date: str | None = None,
    subset_of: int | None = None,
) -> Claim:
    """A claim whose words are looked up in the text: each of them must be there."""
    spans = {"event": (span(text, on),)}
    if count is not None:
        spans["count"] = (span(text, count[0]),)
    there = place is not None and place in text
    return Claim(
        event=EventType(event),
        polarity=Polarity(polarity),
        certainty=Certainty(certainty),
        chain=tuple(link(text, *each) for each in chain),
        count=None
        if count is None
        else Count(
            low=count[1], high=count[2], exactness=Exactness(count[3]), unit=Unit.PEOPLE, span=span(text, count[0])
        ),
        actors=tuple(
            Actor(
                text=each[0],
                span=span(text, each[0]),
                role=ActorRole(each[2]) if len(each) > 2 else ActorRole.PERPETRATOR,
                hedged=each[1],
            )
            for each in actors
        ),
        victims=frozenset(VictimKind(each) for each in victims),
        place=None
        if place is None
        else ClaimedPlace(text=place, span=span(text, place if there else on), city=city, region=region),
        occurred=date,
        subset_of=subset_of,
        spans=spans,
    )


def link(text: str, speaker: str | None, cue: str | None, certainty: str) -> Link:
    """A link of a chain."""
    assert speaker is not None
    named = speaker not in (AUTHOR, UNNAMED) and speaker in text
    return Link(
        speaker=speaker,
        certainty=Certainty(certainty),
        firsthand=certainty == "witnessed",
        speaker_span=span(text, speaker) if named else None,
        cue=span(text, cue) if cue is not None else None,
    )


def span(text: str, words: str) -> Span:
    """Where the words stand."""
    at = text.find(words)
    assert at >= 0, words
    return Span(at, at + len(words))

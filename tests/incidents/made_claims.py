"""Claims made for a test in one line each."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from vigil.incidents.stating import state
from vigil.model.claim import (
    AUTHOR,
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
from vigil.model.ids import Digest
from vigil.model.incident import Publication, SourceName, StatedClaim

NOON = datetime(2019, 7, 18, 12, tzinfo=UTC)


def made(
    document: str = "d1",
    *,
    source: str = "Noor Hospital",
    hours: float = 0,
    event: EventType = EventType.KILLING,
    number: int | None = 12,
    exactness: Exactness = Exactness.EXACT,
    certainty: Certainty = Certainty.ASSERTED,
    polarity: Polarity = Polarity.HAPPENED,
    speakers: Sequence[str] = (AUTHOR,),
    actors: Sequence[tuple[str, bool]] = (),
    place: str | None = "Harbanah",
    city: str | None = None,
    region: str | None = None,
    country: str | None = None,
    at: tuple[float, float] | None = None,
    day: str | None = "2019-07-18",
    victims: Sequence[VictimKind] = (),
    text: str = "",
    media: Sequence[str] = (),
    cumulative: bool = False,
) -> StatedClaim:
    """A claim, alone in its document."""
    claim = claim_of(
        event=event,
        number=number,
        exactness=exactness,
        certainty=certainty,
        polarity=polarity,
        speakers=speakers,
        actors=actors,
        place=ClaimedPlace(
            text=place,
            span=Span(0, 1),
            city=city,
            region=region,
            country=country,
            lat=at[0] if at else None,
            lon=at[1] if at else None,
            precision="city" if at else None,
        )
        if place is not None
        else None,
        day=day,
        victims=victims,
        cumulative=cumulative,
    )
    return told([claim], document, source=source, hours=hours, text=text, media=media)[0]


def told(
    claims: Sequence[Claim],
    document: str = "d1",
    *,
    source: str = "Noor Hospital",
    hours: float = 0,
    text: str = "",
    media: Sequence[str] = (),
) -> tuple[StatedClaim, ...]:
    """Claims of one document."""
    publication = Publication(
        id=document,
        source=SourceName(source) if source else None,
        published_at=NOON + timedelta(hours=hours),
        lang="en",
        text=text,
        media=frozenset(Digest(each) for each in media),
    )
    return state(Reading(document=document, lang="en", reader="by hand", claims=tuple(claims)), publication)


def claim_of(
    *,
    event: EventType = EventType.KILLING,
    number: int | None = 12,
    exactness: Exactness = Exactness.EXACT,
    certainty: Certainty = Certainty.ASSERTED,
    polarity: Polarity = Polarity.HAPPENED,
    speakers: Sequence[str] = (AUTHOR,),
    actors: Sequence[tuple[str, bool]] = (),
    place: ClaimedPlace | None = None,
    day: str | None = "2019-07-18",
    victims: Sequence[VictimKind] = (),
    subset_of: int | None = None,
    cumulative: bool = False,
) -> Claim:
    """A claim without a document."""
    open_high = exactness in (Exactness.AT_LEAST, Exactness.MORE_THAN)
    count = None
    if number is not None:
        count = Count(
            low=None if exactness is Exactness.UP_TO else number,
            high=None if open_high else number,
            exactness=exactness,
            unit=Unit.PEOPLE,
            span=Span(0, 1),
            cumulative=cumulative,
        )
    return Claim(
        event=event,
        polarity=polarity,
        certainty=certainty,
        chain=tuple(Link(speaker=each, certainty=certainty) for each in speakers),
        count=count,
        actors=tuple(
            Actor(text=text, span=Span(0, 1), role=ActorRole.PERPETRATOR, hedged=hedged) for text, hedged in actors
        ),
        victims=frozenset(victims),
        place=place,
        occurred=day,
        subset_of=subset_of,
        spans={"event": (Span(0, 1),)},
    )

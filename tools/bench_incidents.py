"""How fast claims become incidents, and how well on a made-up war: time, memory, pairs found and pairs right.

    .venv/bin/python tools/bench_incidents.py [--claims 100000] [--weigh]

The war is made here: events in 300 towns over four years, each told by one to twelve documents that leave out the day,
give an early toll, copy another word by word or give no figure. What it shows is the time it takes and that nothing
which belongs together is kept apart by the search; not how well real claims are joined: there is no measure of that.
"""

import argparse
import random
import resource
import time
from collections import Counter
from datetime import UTC, datetime, timedelta

from vigil.incidents.joining import Proposal, join
from vigil.incidents.weighing import weigh
from vigil.model.claim import (
    AUTHOR,
    Certainty,
    Claim,
    ClaimedPlace,
    Count,
    EventType,
    Exactness,
    Link,
    Polarity,
    Span,
    Unit,
)
from vigil.model.incident import Publication, SourceName, StatedClaim, claim_id

SEED = 20161213
BEGAN = datetime(2013, 1, 1, tzinfo=UTC)
DAYS = 4 * 365
CONSONANTS = "bdfhjklmnqrstwz"
SYLLABLES = [consonant + vowel for consonant in CONSONANTS for vowel in "aiu"]
EVENTS = (EventType.KILLING, EventType.KILLING, EventType.INJURY, EventType.ATTACK, EventType.ARBITRARY_DETENTION)
WORDS = ["people", "killed", "wounded", "strike", "shells", "market", "street", "morning", "hospital", "house", "night"]


def main() -> None:
    """Run the benchmark and print what it found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--weigh", action="store_true", help="weigh them too: origins, ranges, grades, drift")
    options = parser.parse_args()
    claims, truth = war(options.claims, random.Random(SEED))  # noqa: S311 (a war made up, no secret)
    begun = time.process_time()
    proposal = join(claims)
    took = time.process_time() - begun
    found, right, wanted = pairs(proposal, truth)
    print(f"{len(claims):,} claims joined in {took:.1f} s of processor time, into {len(set(proposal.groups)):,} groups")
    print(
        f"of {wanted:,} pairs of one event {right / wanted:.3f} found; "
        f"of {found:,} pairs found {right / found:.3f} right"
    )
    if options.weigh:
        begun = time.process_time()
        incidents = weigh(claims)
        print(f"joined and weighed in {time.process_time() - begun:.1f} s of it, {len(incidents):,} incidents")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def war(n: int, rng: random.Random) -> tuple[list[StatedClaim], dict[str, int]]:
    """About n claims, and of each which event it is of."""
    towns = sorted({"".join(rng.choices(SYLLABLES, k=3)).capitalize() for _ in range(300)})
    provinces = [f"{''.join(rng.choices(SYLLABLES, k=4)).capitalize()}" for _ in range(14)]
    outlets = [f"{''.join(rng.choices(SYLLABLES, k=2)).capitalize()} News" for _ in range(60)]
    claims: list[StatedClaim] = []
    truth: dict[str, int] = {}
    event = 0
    while len(claims) < n:
        event += 1
        town = rng.randrange(len(towns))
        day = BEGAN + timedelta(days=rng.randrange(DAYS))
        kind, toll = rng.choice(EVENTS), max(1, int(rng.paretovariate(1.0)))
        text = ""
        for number in range(min(12, int(rng.paretovariate(1.2)))):
            told = day + timedelta(hours=rng.expovariate(1 / 30))
            if not text or rng.random() < 0.7:
                text = " ".join([towns[town], str(toll), *rng.choices(WORDS, k=30)])
            publication = Publication(
                id=f"e{event}d{number}", source=SourceName(rng.choice(outlets)), published_at=told, lang="en", text=text
            )
            stated = rng.choice((toll, toll, toll, max(1, toll - rng.randrange(1, 4)), None))
            claim = claimed(kind, stated, towns[town], provinces[town % 14], day if rng.random() < 0.8 else None)
            found = StatedClaim(id=claim_id(publication.id, claim), claim=claim, publication=publication)
            claims.append(found)
            truth[found.id] = event
    return claims, truth


def claimed(kind: EventType, toll: int | None, town: str, province: str, day: datetime | None) -> Claim:
    """A claim of the made-up war."""
    span = Span(0, len(town))
    count = None
    if toll is not None and kind is not EventType.ATTACK:
        count = Count(low=toll, high=toll, exactness=Exactness.EXACT, unit=Unit.PEOPLE, span=span)
    return Claim(
        event=kind,
        polarity=Polarity.HAPPENED,
        certainty=Certainty.ASSERTED,
        chain=(Link(speaker=AUTHOR, certainty=Certainty.ASSERTED),),
        count=count,
        place=ClaimedPlace(text=town, span=span, city=town, region=province, country="Syria", precision="city"),
        occurred=day.date().isoformat() if day is not None else None,
        spans={"place": (span,)},
    )


def pairs(proposal: Proposal, truth: dict[str, int]) -> tuple[int, int, int]:
    """Pairs found, those of them that are right, and pairs there are."""
    groups: Counter[int] = Counter()
    events: Counter[int] = Counter()
    both: Counter[tuple[int, int]] = Counter()
    for stated, group in zip(proposal.claims, proposal.groups, strict=True):
        event = truth[stated.id]
        groups[group] += 1
        events[event] += 1
        both[group, event] += 1
    return tuple(sum(k * (k - 1) // 2 for k in counter.values()) for counter in (groups, both, events))  # type: ignore[return-value]


if __name__ == "__main__":
    main()

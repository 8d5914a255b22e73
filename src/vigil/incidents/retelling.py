"""What each document says of an incident, in the slots that drift: the claim that carries its figure, and what is said
beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from vigil.incidents.footprints import figure_of, place_tokens, words_of
from vigil.incidents.naming import Keys, name_keys, names_no_side, speaks_for_itself
from vigil.incidents.order import claim_order, published_order
from vigil.incidents.verbs import word_of
from vigil.incidents.voices import denies, is_attributed, is_firsthand, is_own, supporting
from vigil.incidents.wording import number
from vigil.model.claim import AUTHOR, Actor, Claim, ClaimedPlace, EventType, Exactness, VictimKind
from vigil.model.incident import NamedActor, Publication, Retelling, StatedClaim, Verb

_GRAVEST = (EventType.KILLING, EventType.INJURY)


@dataclass(frozen=True, slots=True)
class Telling:
    """One document's telling, with what is needed to hold it against another."""

    publication: Publication
    claims: tuple[StatedClaim, ...]  # those that say that it happened; all, where none does
    head: StatedClaim  # the one that carries the figure
    retelling: Retelling
    place: ClaimedPlace | None
    actors: tuple[Actor, ...]
    mentioned: frozenset[VictimKind]  # anywhere in its claims
    happened: bool  # some claim says that it did
    names: Mapping[str, Keys] = field(default_factory=dict)  # of actors that go by another name in another document

    @property
    def verb(self) -> Verb | None:
        """What it says of how they died."""
        return self.retelling.verb


def tellings(claims: Sequence[StatedClaim], *, figure: int | None = None) -> tuple[Telling, ...]:
    """Each document's telling of the incident these claims are of, in order of time.

    Args:
        claims: Of one incident.
        figure: The figure that is followed: a document that gives several is read by this one.
    """
    documents: dict[str, list[StatedClaim]] = {}
    for each in sorted(claims, key=claim_order):
        documents.setdefault(each.publication.id, []).append(each)
    found = [telling(rows, figure=figure) for rows in documents.values()]
    return tuple(sorted(found, key=lambda each: published_order(each.publication)))


def telling(rows: Sequence[StatedClaim], *, figure: int | None = None) -> Telling:
    """One document's telling, by its claims of the incident."""
    supports = supporting(rows)
    considered = tuple(supports or rows)
    head = min(considered, key=lambda each: (*_weight(each.claim, figure), claim_order(each)))
    claim, publication = head.claim, head.publication
    blamed = (tuple(actor for actor in each.claim.actors if name_keys(actor.text)) for each in (head, *considered))
    told = [each for each in blamed if each]
    # "They" are whom the document named, and "armed men" whoever it says they were.
    actors = next((each for each in told if _names_somebody(each)), next(iter(told), claim.actors))
    placed = [each.claim.place for each in (head, *considered) if each.claim.place is not None]
    # "The market", where the document names the town as well, is a market of that town.
    place = next((each for each in placed if _is_named(each)), next(iter(placed), None))
    retelling = Retelling(
        document=publication.id,
        source=publication.source,
        published_at=publication.published_at,
        certainty=claim.certainty,
        attributed=tells_who(claim, publication),
        speakers=tuple(link.speaker for link in claim.chain),
        low=claim.count.low if claim.count is not None else None,
        high=claim.count.high if claim.count is not None else None,
        exactness=claim.count.exactness if claim.count is not None else Exactness.NONE,
        verb=_verb(considered, head),
        actors=tuple(NamedActor(text=actor.text, hedged=actor.hedged) for actor in actors),
        place=place.text if place is not None else None,
        victims=claim.victims,
        claims=tuple(each.id for each in rows),
        keepers_date=publication.keepers_date,
        denies=not supports and any(denies(each.claim) for each in rows),
    )
    return Telling(
        publication=publication,
        claims=considered,
        head=head,
        retelling=retelling,
        place=place,
        actors=tuple(actors),
        mentioned=frozenset[VictimKind]().union(*(each.claim.victims for each in considered)),
        happened=bool(supports),
    )


def placed(told: Telling, where: ClaimedPlace | None) -> Telling:
    """A telling of "the market", in the town of the incident where its text names that town."""
    if told.place is None or where is None or where.name is None or _is_named(told.place):
        return told
    keys = place_tokens(where.text)
    if not keys or not words_of(told.publication.text).issuperset(map(number, keys)):
        return told
    return replace(told, place=where, retelling=replace(told.retelling, place=where.text))


def _is_named(place: ClaimedPlace) -> bool:
    return place.name is not None or not place.text.islower()


def _names_somebody(actors: Sequence[Actor]) -> bool:
    return any(not names_no_side(name_keys(actor.text)) for actor in actors)


def tells_who(claim: Claim, publication: Publication) -> bool:
    """Whether a reader can tell who says so: somebody else, or the publisher of what they saw or counted themselves."""
    own = name_keys(publication.source or "")
    return (
        is_attributed(claim, publication)
        or is_firsthand(claim)
        or speaks_for_itself(own)
        or any(link.speaker != AUTHOR and is_own(name_keys(link.speaker), own) for link in claim.chain)
    )


def _weight(claim: Claim, figure: int | None) -> tuple[bool, int, bool, bool]:
    """What a document is read by: the figure that is followed, deaths before injuries, wholes before parts."""
    number = figure_of(claim)
    gravity = _GRAVEST.index(claim.event) if claim.event in _GRAVEST else len(_GRAVEST)
    vague = claim.count is None or number is None
    return (figure is not None and number != figure, gravity + 3 * vague, claim.subset_of is not None, False)


def _verb(considered: Sequence[StatedClaim], head: StatedClaim) -> Verb | None:
    """The gravest word for the deaths that the telling's figure has."""
    found = [
        verb
        for each in considered
        if each.claim.event is EventType.KILLING and (each is head or each.claim.sentence == head.claim.sentence)
        if (verb := word_of(each)) is not None
    ]
    return max(found, key=list(Verb).index, default=None)

"""Who says so independently: which document had it from which, and whom that leaves as origins.

A document adds a voice of its own only where it shows one: it saw it, it counted it, or it names somebody who says so
and whom nobody named before. Whoever quotes, translates, reposts or copies adds nothing, however many do. Nor does a
denial, the answer of one who is accused, a notice without a figure, or a doubt. A party to the conflict is independent
of its adversary, and is marked.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from vigil.incidents.aliases import keys_of, resolved
from vigil.incidents.answering import accused_by, answered, is_accused
from vigil.incidents.footprints import figure_of
from vigil.incidents.name_tables import PRIMARY
from vigil.incidents.naming import (
    Keys,
    missing,
    name_keys,
    same_name,
    speaks_for_itself,
)
from vigil.incidents.order import claim_order, may_follow
from vigil.incidents.persons import place_words
from vigil.incidents.round_ups import names_beside, numbers_in
from vigil.incidents.told import HARM, Told, told_by_document
from vigil.incidents.voices import (
    NO_SUPPORT,
    Register,
    is_anybody,
    is_firsthand,
    is_own,
    named_speakers,
    names_in_passing,
)
from vigil.incidents.wording import runs, shared
from vigil.model.claim import UNNAMED
from vigil.model.incident import (
    AddsNothing,
    ClaimId,
    Derivation,
    DerivedBy,
    Origin,
    SourceName,
    SourceRecord,
    StatedClaim,
    Unsupporting,
)

NEAR_DUPLICATE = 0.5
"""Part of the shorter text's runs of three words that the other has, from which one is a copy of the other."""

_REPOST = 0.9
"""The same, from which it is the other's text and no rewriting of it."""

# How sure each thing makes it that one had it from the other.
_BY_WORDING, _BY_CHAIN, _BY_NAME, _BY_COMMON = 0.9, 0.95, 0.8, 0.7
_BY_MEDIA, _BY_SELF, _BY_FIGURE, _BY_TIME = 0.75, 0.85, 0.5, 0.3


@dataclass(frozen=True, slots=True)
class Independence:
    """Who had it from whom, and who is left."""

    origins: tuple[Origin, ...]
    derivations: tuple[Derivation, ...]  # of each document that repeats, what it repeats: one parent each
    unsupporting: tuple[Unsupporting, ...]
    answers: Mapping[str, str]  # of documents that deny or doubt: the document they speak to, where one is found


def independence(claims: Sequence[StatedClaim], *, records: Sequence[SourceRecord] = ()) -> Independence:
    """Who says so independently, among claims of one incident."""
    claims = resolved(sorted(claims, key=claim_order))
    keys = keys_of(claims)
    told = told_by_document(claims, keys)
    register = Register(records, claims, keys)
    voices: dict[str, dict[SourceName, tuple[ClaimId, ...]]] = {}
    derivations: list[Derivation] = []
    answers: dict[str, str] = {}
    doubts: dict[str, str] = {}
    reposts: set[str] = set()
    unsupporting: list[Unsupporting] = []
    had: dict[str, str] = {}
    repeats_unsure: dict[str, Derivation] = {}
    for each in told:
        earlier = [other for other in told if may_follow(each.publication, other.publication)]
        had |= {derived.document: derived.parent for derived in derivations[-1:]}
        found = _parent(each, [other for other in earlier if other.publication.id in voices], reposts, had)
        if found is not None and any(
            other.publication.id == found.parent and _is_repost(each, other) for other in earlier
        ):
            reposts.add(each.publication.id)
        if found is None:
            unsure = _parent(each, [other for other in earlier if _is_unsure(other)], reposts, had)
            if unsure is not None and DerivedBy.ATTRIBUTION in unsure.by:
                repeats_unsure[each.publication.id] = unsure
        if each.nothing is not None:
            unsupporting.append(Unsupporting(document=each.publication.id, why=each.nothing))
            spoken_to = _spoken_to(each, found, earlier)
            if spoken_to is not None:
                answers[each.publication.id] = spoken_to
            if found is not None and each.nothing is AddsNothing.NOT_CLAIMED and DerivedBy.ATTRIBUTION in found.by:
                doubts[each.publication.id] = found.parent
            continue
        voices[each.publication.id] = _voices(each, found, told, voices | _passed_by(doubts, voices), register)
        if found is not None and not _own_voice(each, voices):
            derivations.append(found)
            unsupporting.append(Unsupporting(document=each.publication.id, why=AddsNothing.COPY))
        elif found is not None and set(found.by) - {DerivedBy.FIGURE, DerivedBy.TIME}:
            derivations.append(found)  # adds a voice, and repeats another besides
    for document, unsure in repeats_unsure.items():
        if document in voices:
            derivations.append(unsure)
        else:
            answers.setdefault(document, unsure.parent)
    return Independence(_origins(told, voices, register, doubts), tuple(derivations), tuple(unsupporting), answers)


def _spoken_to(told: Told, found: Derivation | None, earlier: Sequence[Told]) -> str | None:
    """What a document that adds nothing speaks to: what it names or repeats, and a denial else whoever accuses."""
    denial = told.nothing in (AddsNothing.DENIAL, AddsNothing.PARTY_ANSWER)
    if found is not None and set(found.by) - {DerivedBy.TIME, DerivedBy.FIGURE}:
        accusers = [other.publication.id for other in earlier if _is_accuser(other, told)] if denial else []
        return accusers[-1] if accusers and found.parent not in accusers else found.parent
    if denial:
        voices = [told.own, *dict(told.speakers).values()]
        whom = answered(
            told.publication.text, voices, told.claims, [(each.publication, each.supports) for each in earlier]
        )
        if whom is not None:
            return whom
    return found.parent if found is not None and set(found.by) - {DerivedBy.TIME} else None


def _passed_by(
    doubts: Mapping[str, str], voices: Mapping[str, dict[SourceName, tuple[ClaimId, ...]]]
) -> dict[str, dict[SourceName, tuple[ClaimId, ...]]]:
    """Of documents that pass on what they could not verify, whom that goes back to: who quotes them adds nothing."""
    return {document: voices[parent] for document, parent in doubts.items() if parent in voices}


def _is_unsure(told: Told) -> bool:
    """A figure that whoever gives it could not verify: nobody's support, and told before others repeat it as sure."""
    return told.nothing is AddsNothing.NOT_CLAIMED and bool(told.figures)


def _parent(told: Told, earlier: Sequence[Told], reposts: Set[str], had: Mapping[str, str]) -> Derivation | None:
    """What a document most likely repeats, of those that came before it and say that it happened.

    Whoever does not show by words, pictures or names that they had it from a repost had it from what was reposted.
    Whoever names a council and the paper that quotes it had it from the paper.

    Args:
        told: The document.
        earlier: Those before it.
        reposts: Of these, those that are another's text.
        had: Of these, what each had it from.
    """
    reasoned = [(at, other, _reasons(told, other)) for at, other in enumerate(earlier)]
    named = {other.publication.id for _, other, why in reasoned if why.get(DerivedBy.ATTRIBUTION, 0.0) > _BY_COMMON}
    found = []
    for at, other, reasons in reasoned:
        if not reasons or (other.publication.id in reposts and max(reasons.values()) <= _BY_COMMON + 0.1):
            continue
        score = max(reasons.values())
        same_figure = bool(told.figures & other.figures)
        accused = told.nothing is AddsNothing.PARTY_ANSWER and _accuses(other, told)
        relays = same_figure and other.publication.id in named and had.get(other.publication.id) in named
        rank = (round(score + 0.03 * same_figure + 0.12 * accused + 0.2 * relays, 6), at)
        found.append((rank, other, reasons))
    if not found:
        return None
    (score, _), other, reasons = max(found, key=lambda item: item[0])
    by = tuple(each for each in DerivedBy if each in reasons)
    why = "; ".join(_WHY[each] for each in by)
    return Derivation(
        document=told.publication.id,
        parent=other.publication.id,
        by=by,
        score=round(min(score, 1.0), 4),
        why=why,
    )


def _is_accuser(told: Told, other: Told) -> bool:
    """Whether a document lays it to whoever speaks, or is spared, in another."""
    spared = [name_keys(actor.text) for each in other.claims for actor in each.claim.actors]
    return _accuses(told, other) or any(is_accused(one, who) for one in spared for who in accused_by(told.supports))


def _accuses(told: Told, other: Told) -> bool:
    """Whether a document lays it to whoever speaks in another."""
    actors = [name_keys(actor.text) for each in told.supports for actor in each.claim.actors]
    return any(
        is_accused(speaker, actor) for speaker in [other.own, *dict(other.speakers).values()] for actor in actors
    )


_WHY = {
    DerivedBy.ATTRIBUTION: "it names the other's source as the one who says so",
    DerivedBy.WORDING: "the words are nearly the same",
    DerivedBy.MEDIA: "it shows the same picture or video",
    DerivedBy.SAME_SOURCE: "the same source says it again",
    DerivedBy.FIGURE: "it gives the same figure later, and does not say whose it is",
    DerivedBy.TIME: "it came later, and does not say of whom it has it",
}


def _is_repost(told: Told, other: Told) -> bool:
    """Whether it is the other's text, with nothing of its own in it that matters."""
    alike = shared(runs(told.publication.text), runs(other.publication.text))
    return alike >= _REPOST and told.details == other.details


def _reasons(told: Told, other: Told) -> dict[DerivedBy, float]:
    reasons: dict[DerivedBy, float] = {}
    alike = shared(runs(told.publication.text), runs(other.publication.text))
    if alike >= NEAR_DUPLICATE:
        reasons[DerivedBy.WORDING] = _BY_WORDING + (1 - _BY_WORDING) * alike  # also of who names the same speaker
    if told.publication.media & other.publication.media:
        reasons[DerivedBy.MEDIA] = _BY_MEDIA
    if told.own and told.own == other.own:
        reasons[DerivedBy.SAME_SOURCE] = _BY_SELF
    cited = _cited(told, other)
    if cited:
        reasons[DerivedBy.ATTRIBUTION] = cited
    if reasons or told.firsthand:
        return reasons
    theirs = told.nothing is None and (told.admits or told.counts or speaks_for_itself(told.own))
    if (not told.speakers or told.reports) and told.figures & other.figures and not theirs:
        details = sum(one is not None and one == same for one, same in zip(told.details, other.details, strict=True))
        reasons[DerivedBy.FIGURE] = _BY_FIGURE + 0.1 * alike + 0.05 * details
    elif not told.speakers and not told.crowd and not theirs and not _is_account(told):
        reasons[DerivedBy.TIME] = _BY_TIME + 0.1 * alike
    return reasons


def _cited(told: Told, other: Told) -> float:
    """How sure a document makes it, by whom it names, that it had it from the other, or from whom the other had it."""
    if other.own and other.own != told.own:
        for at, (_, keys) in enumerate(told.speakers):
            lacking = 0 if keys == other.own else missing(keys, name=other.own)
            if lacking is not None:
                return _BY_CHAIN - 0.05 * min(at, 3) - 0.01 * min(lacking, 5)
        passing = [other.own, other.written, *([other.surname] if told.nothing is not None else [])]
        # The hospital that was struck, and also says so, is named as the place by whoever tells of it.
        places = [name_keys(each.claim.place.text) for each in told.claims if each.claim.place is not None]
        # Nor does "killed in Salma today" name @salma_today.
        struck = any(each and each - told.own - {"today"} <= where for each in passing for where in places)
        own = told.publication.source
        text = told.publication.text.replace(own, " ") if own else told.publication.text  # which names itself
        named = not struck and any(names_in_passing(text, each) for each in passing)
        if named and not is_own(other.own, told.own):
            return _BY_NAME
    for at, (_, keys) in enumerate(told.speakers):
        for _, theirs in other.speakers:
            if missing(keys, name=theirs) is not None or missing(theirs, name=keys) is not None:
                return _BY_COMMON - 0.05 * min(at, 3)
    return 0.0


def _voices(
    told: Told,
    parent: Derivation | None,
    everyone: Sequence[Told],
    voices: Mapping[str, Mapping[SourceName, tuple[ClaimId, ...]]],
    register: Register,
) -> dict[SourceName, tuple[ClaimId, ...]]:
    """Whom a document's claims go back to, each with the claims that do."""
    found: dict[SourceName, tuple[ClaimId, ...]] = {}
    for each in _counting(told):
        for name in _claim_voices(each, told, parent, everyone=everyone, voices=voices, register=register):
            found[name] = (*found.get(name, ()), each.id)
    return found


def _counting(told: Told) -> list[StatedClaim]:
    """The claims that make a document a support: those with a figure where there are any; parts of one do not count."""
    supports = [each for each in told.supports if each.claim.certainty not in NO_SUPPORT]
    whole = [each for each in supports if each.claim.subset_of is None]
    counted = [each for each in whole if figure_of(each.claim) is not None]
    return [each for each in counted if each.claim.event in HARM] or counted or whole or supports


def _claim_voices(
    stated: StatedClaim,
    told: Told,
    parent: Derivation | None,
    *,
    everyone: Sequence[Told],
    voices: Mapping[str, Mapping[SourceName, tuple[ClaimId, ...]]],
    register: Register,
) -> list[SourceName]:
    publication = told.publication
    own = [register.name(publication.source) if publication.source is not None else _nameless(told)]
    firsthand = is_firsthand(stated.claim)
    if firsthand and not (parent is not None and DerivedBy.WORDING in parent.by):
        return own
    speakers = named_speakers(stated.claim, publication)
    if parent is not None and (firsthand or not speakers or _passes_on(stated, parent, everyone)):
        return _of_figure(stated, parent, everyone, voices)  # also of "I saw it", word by word as another wrote it
    if not speakers:
        return own
    # The innermost says so; where they were quoted or published before, whoever they had it from.
    name = register.name(speakers[-1])
    theirs = [
        other.publication.id
        for other in everyone
        if other.publication.id in voices
        and other.publication.source is not None
        and (register.name(other.publication.source) == name or _is_signed(other, stated, speakers[-1]))
    ]
    return _as_before(speakers[-1], parent, everyone, voices, register) or (
        list(voices[theirs[-1]]) if theirs else [name]
    )


def _of_figure(
    stated: StatedClaim,
    parent: Derivation,
    everyone: Sequence[Told],
    voices: Mapping[str, Mapping[SourceName, tuple[ClaimId, ...]]],
) -> list[SourceName]:
    """Whom the repeated document has this figure of, of those it has two figures of; all, where that does not tell."""
    other = next(each for each in everyone if each.publication.id == parent.parent)
    same = {each.id for each in other.claims if figure_of(each.claim) == figure_of(stated.claim)}
    mine = voices[parent.parent]
    return [name for name, claims in mine.items() if same.intersection(claims)] or list(mine)


def _is_signed(told: Told, stated: StatedClaim, speaker: str) -> bool:
    """Whether a person who is quoted signed a document that says it itself: "Dr Amelia Chirindza, director"."""
    keys = name_keys(speaker)
    person = len(keys) > 1 and all(each.startswith("~") for each in keys)
    same = figure_of(stated.claim) in told.figures and not told.speakers
    return person and same and names_in_passing(told.publication.text, keys)


def _as_before(
    speaker: str,
    parent: Derivation | None,
    everyone: Sequence[Told],
    voices: Mapping[str, Mapping[SourceName, tuple[ClaimId, ...]]],
    register: Register,
) -> list[SourceName]:
    """Whom a speaker goes back to in the document that is repeated, where it quotes the same one."""
    if parent is None:
        return []
    keys = register.keys(speaker)
    other = next(each for each in everyone if each.publication.id == parent.parent)
    quoting = {
        each.id
        for each in other.claims
        for theirs in named_speakers(each.claim, other.publication)
        if same_name(keys, register.keys(theirs))
    }
    return [name for name, stated in voices[parent.parent].items() if quoting & set(stated)]


def _passes_on(stated: StatedClaim, parent: Derivation, everyone: Sequence[Told]) -> bool:
    """Whether it is of "reports" or "doctors", after others gave the very figure: no ground of their own."""
    other = next(each for each in everyone if each.publication.id == parent.parent)
    last = stated.claim.chain[-1].speaker
    return (last == UNNAMED or is_anybody(last)) and figure_of(stated.claim) in other.figures


def _own_voice(told: Told, voices: Mapping[str, Mapping[SourceName, object]]) -> bool:
    """Whether a document adds a voice that no earlier one had."""
    mine = voices[told.publication.id]
    before = {name for document, theirs in voices.items() if document != told.publication.id for name in theirs}
    return any(name not in before for name in mine)


def _origins(
    told: Sequence[Told],
    voices: Mapping[str, Mapping[SourceName, tuple[ClaimId, ...]]],
    register: Register,
    doubts: Mapping[str, str],
) -> tuple[Origin, ...]:
    """Each origin, with the documents that had it from them.

    Args:
        doubts: Documents that name who says so, and could not verify it: they had it from that origin and add nothing.
    """
    documents: dict[SourceName, list[str]] = {}
    unsure: set[SourceName] = set()
    claims: dict[SourceName, list[ClaimId]] = {}
    for each in told:
        for name, stated in voices.get(each.publication.id, {}).items():
            documents.setdefault(name, []).append(each.publication.id)
            unsure.discard(name)
            claims.setdefault(name, []).extend(stated)
        if _is_unsure(each) and each.publication.id not in doubts:
            known = {name for other in told for name in voices.get(other.publication.id, ())}
            named = {register.name(said) for said in (each.publication.source, *dict(each.speakers)) if said}
            for name in named & known:
                if name not in documents or name in unsure:  # before whoever repeats it as sure
                    documents.setdefault(name, []).append(each.publication.id)
                    unsure.add(name)
        if each.publication.id in doubts:
            for name in voices.get(doubts[each.publication.id], {}):
                documents.setdefault(name, []).append(each.publication.id)
    for name, own in claims.items():
        documents[name] = _with_beside(name, documents[name], set(own), told=told, voices=voices, register=register)
    return tuple(
        Origin(source=name, documents=tuple(documents[name]), claims=tuple(claims[name]), side=register.side(name))
        for name in documents
        if name in claims
    )


def _with_beside(
    name: SourceName,
    documents: Sequence[str],
    claims: Set[ClaimId],
    *,
    told: Sequence[Told],
    voices: Mapping[str, object],
    register: Register,
) -> list[str]:
    """An origin's documents, with those that give a figure of its own beside others' and name it."""
    places = place_words([stated for each in told for stated in each.claims])
    own = [stated for each in told for stated in each.claims if stated.id in claims]
    figures = {number for stated in own if (number := figure_of(stated.claim)) is not None}
    begun = next(at for at, each in enumerate(told) if each.publication.id in documents)
    met = [said for each in told for said in (each.publication.source, *dict(each.speakers)) if said]
    names = {name, *(said for said in met if register.name(said) == name)}
    alone = _kind_alone(names, {*met} - names, told)
    beside = {
        each.publication.id
        for at, each in enumerate(told)
        if at > begun
        and each.publication.id in voices
        and names_beside(each.publication.text, names, figures, places, alone)
    }
    beside |= {each.publication.id for each in told if _corrects(each, told, documents, figures)}
    return [each.publication.id for each in told if each.publication.id in {*documents, *beside}]


def _kind_alone(names: Iterable[str], others: Iterable[str], told: Sequence[Told]) -> Keys:
    """What of several sources only one is: the police, where no other police speaks and none is accused."""
    mine = frozenset[str]().union(*map(name_keys, names)) & PRIMARY
    blamed = [actor.text for each in told for stated in each.claims for actor in stated.claim.actors]
    return mine - frozenset[str]().union(*map(name_keys, (*others, *blamed)))


def _corrects(told: Told, everyone: Sequence[Told], documents: Sequence[str], figures: Set[int]) -> bool:
    """Whether it is a publisher's word on a figure that they gave before: "not 41 but 14, we are sorry"."""
    before = any(
        other.publication.id in documents and other.own == told.own and may_follow(told.publication, other.publication)
        for other in everyone
    )
    mine = told.nothing is AddsNothing.NO_FIGURE and bool(told.own) and before
    return mine and bool(figures & numbers_in(told.publication.text))


def _nameless(told: Told) -> SourceName:
    return SourceName(f"whoever published {told.publication.id}")


def _is_account(told: Told) -> bool:
    return (told.publication.source or "").lstrip().startswith("@")

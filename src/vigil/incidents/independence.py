"""Who says so independently: which document had it from which, and whom that leaves as origins.

A document adds a voice of its own only where it shows one: it saw it, it counted it, or it names somebody who says so
and whom nobody named before. Whoever quotes, translates, reposts or copies adds nothing, however many do. Nor does a
denial, the answer of one who is accused, a notice without a figure, or a doubt. A party to the conflict is independent
of its adversary, and is marked.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from vigil.incidents.aliases import KeysOf, keys_of, resolved
from vigil.incidents.footprints import figure_of
from vigil.incidents.name_tables import STATE
from vigil.incidents.naming import (
    Keys,
    is_somebody,
    missing,
    name_keys,
    names_no_side,
    same_actor,
    same_name,
    speaks_for_itself,
)
from vigil.incidents.order import claim_order, may_follow, published_order
from vigil.incidents.verbs import word_of
from vigil.incidents.voices import (
    NO_SUPPORT,
    Register,
    asks_a_crowd,
    counts_itself,
    denies,
    is_firsthand,
    is_own,
    named_speakers,
    names_in_passing,
    supporting,
)
from vigil.incidents.wording import runs, shared
from vigil.model.claim import UNNAMED, EventType, VictimKind
from vigil.model.incident import (
    AddsNothing,
    ClaimId,
    Derivation,
    DerivedBy,
    Origin,
    Publication,
    SourceName,
    SourceRecord,
    StatedClaim,
    Unsupporting,
    Verb,
)

NEAR_DUPLICATE = 0.5
"""Part of the shorter text's runs of three words that the other has, from which one is a copy of the other."""

_REPOST = 0.9
"""The same, from which it is the other's text and no rewriting of it."""

_HARM = frozenset({EventType.KILLING, EventType.INJURY})

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


@dataclass(frozen=True, slots=True)
class _Told:
    """A document with its claims of the incident."""

    publication: Publication
    claims: tuple[StatedClaim, ...]
    own: Keys
    written: Keys  # the same, as its name is written and no other
    surname: Keys  # of a person who publishes
    speakers: tuple[tuple[str, Keys], ...]  # named ones, outermost first, each once
    figures: frozenset[int]
    details: tuple[object, ...]  # how the figure is bounded, whom it is laid to, and the word for it
    firsthand: bool
    crowd: bool
    reports: bool  # whoever is named has it of "reports"
    counts: bool  # "our volunteers": it looked with its own people
    supports: tuple[StatedClaim, ...]  # claims that say that it happened, and are no answer of one made responsible
    admits: bool  # one who is made responsible says that they did it
    nothing: AddsNothing | None  # why it supports nothing, before anybody asks whether it is a copy


def independence(claims: Sequence[StatedClaim], *, records: Sequence[SourceRecord] = ()) -> Independence:
    """Who says so independently, among claims of one incident."""
    claims = resolved(sorted(claims, key=claim_order))
    keys = keys_of(claims)
    told = _told(claims, keys)
    register = Register(records, claims, keys)
    voices: dict[str, dict[SourceName, tuple[ClaimId, ...]]] = {}
    derivations: list[Derivation] = []
    answers: dict[str, str] = {}
    doubts: dict[str, str] = {}
    reposts: set[str] = set()
    unsupporting: list[Unsupporting] = []
    repeats_unsure: dict[str, Derivation] = {}
    for each in told:
        earlier = [other for other in told if may_follow(each.publication, other.publication)]
        found = _parent(each, [other for other in earlier if other.publication.id in voices], reposts)
        if found is not None and any(
            other.publication.id == found.parent and _is_repost(each, other) for other in earlier
        ):
            reposts.add(each.publication.id)
        if found is None:
            unsure = _parent(each, [other for other in earlier if _is_unsure(other)], reposts)
            if unsure is not None and DerivedBy.ATTRIBUTION in unsure.by:
                repeats_unsure[each.publication.id] = unsure
        if each.nothing is not None:
            unsupporting.append(Unsupporting(document=each.publication.id, why=each.nothing))
            if found is not None and (set(found.by) - {DerivedBy.TIME}):
                answers[each.publication.id] = found.parent
                if each.nothing is AddsNothing.NOT_CLAIMED and DerivedBy.ATTRIBUTION in found.by:
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


def _passed_by(
    doubts: Mapping[str, str], voices: Mapping[str, dict[SourceName, tuple[ClaimId, ...]]]
) -> dict[str, dict[SourceName, tuple[ClaimId, ...]]]:
    """Of documents that pass on what they could not verify, whom that goes back to: who quotes them adds nothing."""
    return {document: voices[parent] for document, parent in doubts.items() if parent in voices}


def _is_unsure(told: _Told) -> bool:
    """A figure that whoever gives it could not verify: nobody's support, and told before others repeat it as sure."""
    return told.nothing is AddsNothing.NOT_CLAIMED and bool(told.figures)


def _told(claims: Sequence[StatedClaim], keys_of: KeysOf) -> list[_Told]:
    documents: dict[str, list[StatedClaim]] = {}
    for each in sorted(claims, key=claim_order):
        documents.setdefault(each.publication.id, []).append(each)
    counted = _counts_harm(supporting(claims))
    accused = [
        (each.publication.id, name_keys(actor.text))
        for each in supporting(claims)
        for actor in each.claim.actors
        if is_somebody(name_keys(actor.text)) and not names_no_side(name_keys(actor.text))
    ]
    publications = {name: rows[0].publication for name, rows in documents.items()}
    found = []
    for rows in documents.values():
        mine = rows[0].publication
        before = [keys for name, keys in accused if name != mine.id and may_follow(mine, publications[name])]
        elsewhere = {
            figure_of(each.claim)
            for each in claims
            if each.publication.id != mine.id and may_follow(mine, each.publication)
        }
        found.append(_one(rows, keys_of, counted=counted, accused=before, figures=elsewhere))
    return sorted(found, key=lambda told: published_order(told.publication))


def _one(
    rows: list[StatedClaim], keys_of: KeysOf, *, counted: bool, accused: Sequence[Keys], figures: Set[int | None]
) -> _Told:
    """A document.

    Args:
        rows: Its claims.
        keys_of: What tells names apart.
        counted: Whether anybody gives a figure of those harmed.
        accused: Whom documents before it make responsible.
        figures: Those given in documents before it.
    """
    publication = rows[0].publication
    speakers: dict[str, Keys] = {}
    for each in rows:
        for speaker in named_speakers(each.claim, publication):
            speakers.setdefault(speaker, keys_of(speaker))
    own = keys_of(publication.source or "")
    supports = supporting(rows)
    spoken = list(speakers.values()) if speakers else [own]
    blamed = [name_keys(actor.text) for each in supports for actor in each.claim.actors if not actor.hedged]
    admits = any(is_accused(one, actor) for one in spoken for actor in blamed)
    accuses = any(not names_no_side(actor) for actor in blamed) and any(
        figure_of(each.claim) not in figures and each.claim.victims != {VictimKind.COMBATANTS}
        for each in supports
        if figure_of(each.claim) is not None
    )
    answering = {
        each.id
        for each in rows
        if any(
            is_accused(one, actor)
            for one in [keys_of(name) for name in named_speakers(each.claim, publication)] or [own]
            for actor in accused
        )
    }
    ours = [each for each in supports if admits or accuses or each.id not in answering]
    return _Told(
        publication=publication,
        claims=tuple(rows),
        own=own,
        written=name_keys(publication.source or ""),
        surname=_surname(publication.source or ""),
        speakers=tuple(speakers.items()),
        figures=frozenset(number for each in rows if (number := figure_of(each.claim)) is not None),
        details=_details(supports),
        firsthand=any(is_firsthand(each.claim) for each in supports),
        crowd=any(asks_a_crowd(each.claim) for each in supports if figure_of(each.claim) is not None or not counted),
        reports=any(each.claim.chain[-1].speaker == UNNAMED and len(each.claim.chain) > 1 for each in supports),
        counts=counts_itself(publication),
        admits=admits,
        supports=tuple(ours),
        nothing=_nothing(rows, supports, ours, counted=counted, answers=bool(answering)),
    )


def _details(supports: Sequence[StatedClaim]) -> tuple[object, ...]:
    counted = [each.claim for each in supports if each.claim.count is not None]
    exactness = counted[0].count.exactness if counted and counted[0].count is not None else None
    actors = [name_keys(actor.text) for each in supports for actor in each.claim.actors]
    verbs = [verb for each in supports if (verb := word_of(each)) is not None]
    verb = max(verbs, key=list(Verb).index, default=None)
    return exactness, frozenset[str]().union(*actors) or None, verb


def _nothing(
    rows: Sequence[StatedClaim],
    supports: Sequence[StatedClaim],
    ours: Sequence[StatedClaim],
    *,
    counted: bool,
    answers: bool,
) -> AddsNothing | None:
    """Why a document's claims support nothing, if so.

    Args:
        rows: Its claims.
        supports: Those that say that it happened.
        ours: Of these, those that are no answer of one who was made responsible before.
        counted: Whether anybody gives a figure of those harmed.
        answers: Whether one who was made responsible speaks in it.
    """
    if not supports:
        if any(denies(each.claim) for each in rows):
            return AddsNothing.PARTY_ANSWER if answers else AddsNothing.DENIAL
        return AddsNothing.NOT_CLAIMED
    if counted and not _counts_harm(supports):
        return AddsNothing.NO_FIGURE
    if counted and not _counts_harm(ours):
        return AddsNothing.PARTY_ANSWER
    return None if ours else AddsNothing.PARTY_ANSWER


def _counts_harm(claims: Sequence[StatedClaim]) -> bool:
    """Whether any gives a figure of those killed or hurt."""
    return any(figure_of(each.claim) is not None for each in claims if each.claim.event in _HARM)


def is_accused(speaker: Keys, actor: Keys) -> bool:
    """Whether a speaker is the one whom a claim makes responsible, as far as names tell."""
    if speaker & STATE and actor & STATE:
        return same_actor(speaker, actor)
    return not names_no_side(speaker) and not names_no_side(actor) and same_actor(speaker, actor)


def _parent(told: _Told, earlier: Sequence[_Told], reposts: Set[str]) -> Derivation | None:
    """What a document most likely repeats, of those that came before it and say that it happened.

    Whoever does not show by words, pictures or names that they had it from a repost had it from what was reposted.
    """
    found = []
    for at, other in enumerate(earlier):
        reasons = _reasons(told, other)
        if not reasons or (other.publication.id in reposts and max(reasons.values()) <= _BY_COMMON + 0.1):
            continue
        score = max(reasons.values())
        same_figure = bool(told.figures & other.figures)
        accused = told.nothing is AddsNothing.PARTY_ANSWER and _accuses(other, told)
        rank = (round(score + (0.03 if same_figure else 0.0) + (0.12 if accused else 0.0), 6), at)
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


def _accuses(told: _Told, other: _Told) -> bool:
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


def _is_repost(told: _Told, other: _Told) -> bool:
    """Whether it is the other's text, with nothing of its own in it that matters."""
    alike = shared(runs(told.publication.text), runs(other.publication.text))
    return alike >= _REPOST and told.details == other.details


def _reasons(told: _Told, other: _Told) -> dict[DerivedBy, float]:
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


def _cited(told: _Told, other: _Told) -> float:
    """How sure a document makes it, by whom it names, that it had it from the other, or from whom the other had it."""
    if other.own and other.own != told.own:
        for at, (_, keys) in enumerate(told.speakers):
            lacking = 0 if keys == other.own else missing(keys, name=other.own)
            if lacking is not None:
                return _BY_CHAIN - 0.05 * min(at, 3) - 0.01 * min(lacking, 5)
        passing = [other.own, other.written, *([other.surname] if told.nothing is not None else [])]
        # The hospital that was struck, and also says so, is named as the place by whoever tells of it.
        places = [name_keys(each.claim.place.text) for each in told.claims if each.claim.place is not None]
        struck = any(each and each <= where for each in passing for where in places)
        named = not struck and any(names_in_passing(told.publication.text, each) for each in passing)
        if named and not is_own(other.own, told.own):
            return _BY_NAME
    for at, (_, keys) in enumerate(told.speakers):
        for _, theirs in other.speakers:
            if missing(keys, name=theirs) is not None or missing(theirs, name=keys) is not None:
                return _BY_COMMON - 0.05 * min(at, 3)
    return 0.0


def _voices(
    told: _Told,
    parent: Derivation | None,
    everyone: Sequence[_Told],
    voices: Mapping[str, Mapping[SourceName, tuple[ClaimId, ...]]],
    register: Register,
) -> dict[SourceName, tuple[ClaimId, ...]]:
    """Whom a document's claims go back to, each with the claims that do."""
    found: dict[SourceName, tuple[ClaimId, ...]] = {}
    for each in _counting(told):
        for name in _claim_voices(each, told, parent, everyone=everyone, voices=voices, register=register):
            found[name] = (*found.get(name, ()), each.id)
    return found


def _counting(told: _Told) -> list[StatedClaim]:
    """The claims that make a document a support: those with a figure where there are any; parts of one do not count."""
    supports = [each for each in told.supports if each.claim.certainty not in NO_SUPPORT]
    whole = [each for each in supports if each.claim.subset_of is None]
    counted = [each for each in whole if figure_of(each.claim) is not None and each.claim.event in _HARM]
    return counted or whole or supports


def _claim_voices(
    stated: StatedClaim,
    told: _Told,
    parent: Derivation | None,
    *,
    everyone: Sequence[_Told],
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
        return list(voices[parent.parent])  # also of "I saw it", word by word as another wrote it
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


def _is_signed(told: _Told, stated: StatedClaim, speaker: str) -> bool:
    """Whether a person who is quoted signed a document that says it itself: "Dr Amelia Chirindza, director"."""
    keys = name_keys(speaker)
    person = len(keys) > 1 and all(each.startswith("~") for each in keys)
    same = figure_of(stated.claim) in told.figures and not told.speakers
    return person and same and names_in_passing(told.publication.text, keys)


def _as_before(
    speaker: str,
    parent: Derivation | None,
    everyone: Sequence[_Told],
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


def _passes_on(stated: StatedClaim, parent: Derivation, everyone: Sequence[_Told]) -> bool:
    """Whether somebody is named who has it of "reports", after others gave the very figure: no ground of their own."""
    other = next(each for each in everyone if each.publication.id == parent.parent)
    return stated.claim.chain[-1].speaker == UNNAMED and figure_of(stated.claim) in other.figures


def _own_voice(told: _Told, voices: Mapping[str, Mapping[SourceName, object]]) -> bool:
    """Whether a document adds a voice that no earlier one had."""
    mine = voices[told.publication.id]
    before = {name for document, theirs in voices.items() if document != told.publication.id for name in theirs}
    return any(name not in before for name in mine)


def _origins(
    told: Sequence[_Told],
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
    return tuple(
        Origin(source=name, documents=tuple(documents[name]), claims=tuple(claims[name]), side=register.side(name))
        for name in documents
        if name in claims
    )


def _surname(name: str) -> Keys:
    """The last name of one who signs with two or three: "Deputy Ziboka's post" is of Honorine Ziboka."""
    keys = [name_keys(word) for word in name.split()]
    person = len(keys) in {2, 3} and all(len(each) == 1 and next(iter(each)).startswith("~") for each in keys)
    return keys[-1] if person and len(next(iter(keys[-1]))) > 3 else frozenset()


def _nameless(told: _Told) -> SourceName:
    return SourceName(f"whoever published {told.publication.id}")


def _is_account(told: _Told) -> bool:
    return (told.publication.source or "").lstrip().startswith("@")

"""Who says so: the speakers of a claim, and the names by which one of them is the same as another."""

import re
from collections.abc import Callable, Iterable, Sequence

from vigil.incidents.name_tables import CROWD, FACELESS, PRIMARY, ROLES
from vigil.incidents.naming import (
    Keys,
    is_somebody,
    missing,
    name_keys,
    names_no_side,
    side_by_name,
    speaks_for_itself,
)
from vigil.incidents.order import claim_order
from vigil.model.claim import AUTHOR, UNNAMED, Certainty, Claim, Polarity
from vigil.model.incident import Publication, SourceName, SourceRecord, StatedClaim

NO_SUPPORT = frozenset({Certainty.DENIED, Certainty.RETRACTED, Certainty.UNVERIFIED})
"""Certainties with which nothing is supported."""

SAID_TO_BE_SO = frozenset({Polarity.HAPPENED, Polarity.FEARED})

_WORD = re.compile(r"[@\w]+(?:['’]\w+)?")
_OURS = re.compile(r"\s*(?:our|my|we|i)\b|\s*\w{3,}نا\b|\s*نحن\b", re.IGNORECASE)
"""The publisher's own people: "our volunteers"."""
_COUNTERS = re.compile(
    r"\bour (?:\w+ ){0,2}(?:volunteers?|teams?|researchers?|monitors?|staff|medics?|doctors?|nurses?|crews?|rescuers?"
    r"|investigators?|observers?|workers?|members?|documenters?|lawyers?|hospitals?|clinics?)\b"
    r"|\bwe (?:have |ourselves )?(?:buried|counted|recorded|documented|recovered|registered|treated|identified)\b"
    r"|\b(?:دفن|أحصي|احصي|سجل|وثق|انتشل|عالج|حصر|حصي)(?:ّ)?نا\b"
    r"|\b(?:ال)?(?:متطوع|فرق|فريق|باحث|كوادر|كادر|طواقم|طاقم|راصد|موثق|مسعف|مندوب|أطباء|محام)(?:ون|ين|ات|ي|و)?نا\b",
    re.IGNORECASE,
)
"""People of the publisher's own who look and count, bury and treat, and do not pass on what others wrote."""

_LOOKED_AT = 20_000


class Register:
    """Names to the one name of a source: those a case has entered first, then whoever is met, the earliest first."""

    def __init__(
        self,
        records: Iterable[SourceRecord],
        claims: Sequence[StatedClaim],
        keys_of: Callable[[str], Keys] = name_keys,
    ) -> None:
        """A register that knows the sources a case has entered, and who published these claims."""
        self._keys_of = keys_of
        self._known: list[tuple[SourceName, tuple[Keys, ...]]] = []
        self._sides: dict[SourceName, str | None] = {}
        self._met: dict[str, SourceName] = {}
        for record in records:
            self._known.append((record.name, tuple(map(self.keys, (record.name, *record.aliases)))))
            self._sides[record.name] = record.side
        for each in sorted(claims, key=claim_order):
            if each.publication.source is not None:
                self.name(each.publication.source)

    def name(self, said: str) -> SourceName:
        """The source that a name means: one known before whose name it is or shortens, or else a new one."""
        if said not in self._met:
            self._met[said] = self._found(said)
        return self._met[said]

    def _found(self, said: str) -> SourceName:
        keys = self.keys(said)
        found = [
            (lacking, at)
            for at, (_, names) in enumerate(self._known)
            for each in names
            if (lacking := 0 if each == keys else missing(keys, name=each)) is not None
        ]
        if found:
            return self._known[min(found)[1]][0]
        for name, names in self._known:  # a fuller name of somebody who was met under a short one
            if any(missing(each, name=keys) is not None for each in names):
                return name
        self._known.append((SourceName(said), (keys,)))
        return SourceName(said)

    def keys(self, name: str) -> Keys:
        """The keys of a source's name; of one whose words tell nothing ("one", a dove), the name as it is written."""
        return self._keys_of(name) or frozenset({f"={name.strip().casefold()}"})

    def side(self, name: SourceName) -> str | None:
        """Of which party to the conflict a source is: as entered, and else as its own name says."""
        entered = self._sides.get(name)
        return entered if name in self._sides else side_by_name(name_keys(name))


def named_speakers(claim: Claim, publication: Publication) -> list[str]:
    """Those who say so by name, outermost first, without the publisher themselves."""
    own = name_keys(publication.source or "")
    found = []
    for link in claim.chain:
        keys = name_keys(link.speaker)
        if link.speaker in (AUTHOR, UNNAMED) or not is_somebody(keys) or is_own(keys, own) or is_ours(link.speaker):
            continue
        if _is_attacker(keys) or _is_of(link.speaker, own):
            continue
        found.append(link.speaker)
    return found


def _is_attacker(keys: Keys) -> bool:
    """Whether it is no voice but whoever did it: "masked men", "warplanes"."""
    return bool(keys & _ATTACKERS) and names_no_side(keys)


_ATTACKERS = frozenset({"gunman", "men", "militant", "aircraft", "helicopter", "drone", "artillery", "sniper"})


def _is_of(speaker: str, own: Keys) -> bool:
    """Whether a speaker is an officer of the body that publishes: "the area police officer", by the police."""
    keys = name_keys(_RANKS.sub(" ", speaker))
    return (
        _DEFINITE.match(speaker) is not None
        and speaks_for_itself(own)
        and "officer" in keys
        and bool(keys - FACELESS)
        and keys - FACELESS - ROLES <= own & PRIMARY
    )


_DEFINITE = re.compile(r"(?:the|its|an?)\s", re.IGNORECASE)
_RANKS = re.compile(
    r"\b(?:divisional|district|area|zonal|duty|station|commanding|senior|press|information|public relations)\b",
    re.IGNORECASE,
)
"""Of whom an officer is in charge, and of what: it names nobody."""


def is_ours(speaker: str) -> bool:
    """Whether a speaker is of the publisher's own people: "our volunteers", متطوعونا."""
    return _OURS.match(speaker) is not None


def counts_itself(publication: Publication) -> bool:
    """Whether a text says that its publisher's own people looked: "our volunteers buried 26"."""
    text = publication.text[:_LOOKED_AT]
    return _COUNTERS.search(text) is not None or _has_people(publication.source or "", text)


def _has_people(source: str, text: str) -> bool:
    """ "A Relief Caravan team counted 11 bodies", by the Relief Caravan."""
    at = text.find(source) if len(source) > _SHORTEST else -1
    return at >= 0 and _ITS_PEOPLE.match(text, at + len(source)) is not None


_SHORTEST = 3
_ITS_PEOPLE = re.compile(
    r"(?:['’]s)? (?:\w+ )?(?:teams?|staff|volunteers?|researchers?|monitors?|doctors?|medics?|observers?"
    r"|investigators?)\b"
)


def is_own(mention: Keys, own: Keys) -> bool:
    """Whether a speaker is the publisher: named, or "our spokesman" of one whose name says no more."""
    return bool(own) and missing(mention, name=own) is not None


def is_attributed(claim: Claim, publication: Publication) -> bool:
    """Whether the claim says who says so, be it "reports" or "residents"."""
    own = name_keys(publication.source or "")
    return any(
        link.speaker != AUTHOR and not is_own(name_keys(link.speaker), own) and not is_ours(link.speaker)
        for link in claim.chain
    )


def is_firsthand(claim: Claim) -> bool:
    """Whether the author says to have seen it."""
    return claim.certainty is Certainty.WITNESSED and all(
        link.speaker == AUTHOR or not name_keys(link.speaker) - ROLES for link in claim.chain
    )


def is_anybody(speaker: str) -> bool:
    """Whether it could be many: people of a trade, or some body without a name: "doctors", "a rights group"."""
    keys = name_keys(speaker)
    nameless = _SOME.match(speaker) is not None and not any(key.startswith("~") for key in keys)
    return bool(keys) and (nameless or keys - ROLES - CROWD <= _TRADES)


_SOME = re.compile(r"(?:an?|one|some|several)\s", re.IGNORECASE)


_TRADES = frozenset({"doctor", "nurse", "rescue", "medical", "volunteer", "elder"})


def asks_a_crowd(claim: Claim) -> bool:
    """Whether it has it from people who are not told apart: residents, witnesses."""
    return any(name_keys(link.speaker) & CROWD for link in claim.chain)


def supporting(claims: Sequence[StatedClaim]) -> list[StatedClaim]:
    """Those that say that it happened: neither denied nor withdrawn nor unverifiable, nor quoted to be rebutted."""
    rebutted = {(each.publication.id, each.claim.event) for each in claims if _is_own_denial(each)}
    return [
        each
        for each in claims
        if each.claim.polarity in SAID_TO_BE_SO
        and each.claim.certainty not in NO_SUPPORT
        and not (each.claim.certainty is Certainty.CLAIMED and (each.publication.id, each.claim.event) in rebutted)
    ]


def _is_own_denial(stated: StatedClaim) -> bool:
    """Whether whoever publishes it denies it: "the brigade denies what pages claim", by the brigade."""
    own = name_keys(stated.publication.source or "")
    return denies(stated.claim) and all(
        link.speaker == AUTHOR or is_ours(link.speaker) or is_own(name_keys(link.speaker), own)
        for link in stated.claim.chain
    )


def denies(claim: Claim) -> bool:
    """Whether it says that it was not so."""
    return claim.polarity is Polarity.NOT_HAPPENED or claim.certainty is Certainty.DENIED


def names_in_passing(text: str, name: Keys) -> bool:
    """Whether a text names this source anywhere, its words close together. Of one common word alone: no."""
    wanted = name - ROLES - CROWD
    if not wanted or (len(wanted) == 1 and not next(iter(wanted)).startswith("~")):
        return False
    words = [name_keys(word) for word in _WORD.findall(text[:_LOOKED_AT])]
    at = [place for place, keys in enumerate(words) if keys & wanted]
    return any(
        wanted <= frozenset[str]().union(*words[place : place + len(wanted) + 3])
        or wanted <= name_keys(" ".join(_WORD.findall(text[:_LOOKED_AT])[place : place + len(wanted) + 2]))
        for place in at
    )

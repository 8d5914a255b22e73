"""The tolls of a narrative: which numbers of its prose count killed or injured people, and how each stands there.

Numbers come from `testimony.counts`; here each finds the verb or noun that says what befell those counted. What a
figure is worth to a codebook is decided elsewhere. English; a text in another language yields what its claims yield.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from vigil.incidents.codebooks import prose
from vigil.incidents.codebooks.tolls import Harm, Toll, Vague, Voice, Whom
from vigil.incidents.codebooks.words_of_harm import (
    ACTIVE,
    FIGHTERS,
    HARM_NOUNS,
    HARM_OF,
    KINDS,
    LARGE,
    MORE,
    NEGATIONS,
    PART_OF,
    PARTICIPLES,
    PEOPLE,
    THINGS,
    VAGUE,
    WEAK_NOUNS,
)
from vigil.model.claim import Exactness, Span, Unit
from vigil.testimony.counts.reading import CountMention, read_counts

_WORD = re.compile(r"\w+(?:[’'.]\w+)*|[^\w\s]")

_AHEAD = 80
"""Words a verb may stand behind its subject: subjects here carry names, ages and subsets."""

_BACK = 9
"""Words a verb may stand before its object."""

_AUXILIARIES = frozenset("was were been being be is are have had has got get as among".split())
_FILLERS = frozenset(
    """reportedly allegedly apparently at least approximately an a estimated further another additional the other some
    up to as many more than total of between likely also possibly all about around nearly almost over only what
    overall least most roughly close his her their its your my our these those " “ ” ' ‘ ’ ( early late seemingly""".split()
)
_CLAUSE_BREAKS = frozenset("after when while because although though but however whereas if since before until as".split())
_ELSEWHERE = re.compile(
    r"""\b(?:previous(?:ly)?|earlier\s+(?:incident|strike|attack|bombing|air)|(?:another|separate|other|different|second|first)
    \s+(?:\w+\s+)?(?:incident|strike|attack|massacre|bombing|airstrike)s?|separately|in\s+the\s+past|years?\s+(?:ago|earlier|before)
    |days?\s+(?:earlier|before)|since\s+(?:the|october|\d)|so\s+far\s+in|war\s+(?:in|of)|(?:19|20)\d\d\s+(?:war|campaign|offensive)
    |assessed\s+(?:in|as)|both\s+(?:incidents|strikes|attacks)|list\s+of\s+(?:nearly|over|more)|in\s+total,?\s+\w+’s|strikes\s+leading)""",
    re.IGNORECASE | re.VERBOSE,
)
_EARLY = re.compile(
    r"\b(?:initial(?:ly)?|at\s+first|first\s+report|early\s+(?:report|account)|so\s+far|at\s+the\s+time|(?:had|has|have)\s+(?:now\s+)?risen|original(?:ly)?)\b",
    re.IGNORECASE,
)
_TURN = re.compile(r"\b(?:while|but|however|although|though|whereas|later|then|with)\b|;", re.IGNORECASE)
_METHOD = re.compile(
    r"\b(?:minimum|maximum|range|ranges|recorded\s+as|(?:has|have)\s+(?:\w+\s+)?(?:recorded|estimated|quantified|classified|counted|set|put|assumed|increased)"
    r"|(?:was|were|been)\s+(?:therefore\s+)?(?:recorded|estimated|quantified|classified|set|put|increased)\s+(?:at|as|to|the)|upper|lower\s+(?:bound|estimate|range)|lowest|highest|methodology)\b",
    re.IGNORECASE,
)
_SUMMARY_SENTENCES = 2


class _Word(NamedTuple):
    text: str  # lower case
    begin: int
    end: int


@dataclass(slots=True)
class _Number:
    """A number of one sentence, as words [first, last)."""

    first: int
    last: int
    count: CountMention
    noun: str = ""
    noun_at: int = -1
    harm: frozenset[Harm] = frozenset()
    how: str = ""


def read_narrative(text: str, *, document: str = "") -> tuple[Toll, ...]:
    """Every toll of one narrative, in the order of the text."""
    whole = prose.parts(text)
    counts = [count for count in read_counts(text, lang="en") if count.span.end <= whole.prose.end]
    tolls: list[Toll] = []
    at = 0
    for order, sentence in enumerate(prose.sentences(text, whole.prose)):
        mine: list[CountMention] = []
        while at < len(counts) and counts[at].span.begin < sentence.end:
            if counts[at].span.begin >= sentence.begin:
                mine.append(counts[at])
            at += 1
        tolls += _Sentence(text, sentence, mine, order).tolls()
    for fate, lines in whole.listed:
        tolls.append(
            Toll(
                harm=Harm(fate),
                low=len(lines),
                high=len(lines),
                exactness=Exactness.EXACT,
                span=Span(lines[0].begin, lines[-1].end),
                voice=Voice.LIST,
                order=10_000,
            )
        )
    return tuple(replace(toll, document=document) for toll in tolls)


class _Sentence:
    """One sentence with its words and numbers."""

    def __init__(self, text: str, span: Span, counts: Sequence[CountMention], order: int) -> None:
        self.text = text
        self.span = span
        self.order = order
        self.words = [
            _Word(match[0].lower().replace("’", "'"), match.start(), match.end())
            for match in _WORD.finditer(text, span.begin, span.end)
        ]
        self.numbers = list(self._numbers(counts))
        self.string = text[span.begin : span.end]

    def _numbers(self, counts: Sequence[CountMention]) -> Iterator[_Number]:
        at = 0
        for count in counts:
            while at < len(self.words) and self.words[at].end <= count.span.begin:
                at += 1
            last = at
            while last < len(self.words) and self.words[last].begin < count.span.end:
                last += 1
            yield _Number(at, last, count)

    def tolls(self) -> list[Toll]:
        persons: list[_Number] = []
        for i, number in enumerate(self.numbers):
            if number.count.kind != "count" or number.count.unit not in (None, Unit.PEOPLE):
                continue
            if number.count.exactness is Exactness.VAGUE and self._says_nothing_new(i, number):
                continue
            self._find_noun(number)
            if number.noun in THINGS:
                continue
            persons.append(number)
        previous: _Number | None = None
        for number in persons:
            number.harm, number.how = self._harm(number, previous)
            previous = number
        found = [toll for number in persons for toll in self._toll(number)]
        found += self._without_number(persons)
        return found

    def _says_nothing_new(self, i: int, number: _Number) -> bool:
        """ "Others" behind a number counts what the number counts; "the number of" asks how many."""
        if i > 0 and number.first - self.numbers[i - 1].last <= 1 and self.numbers[i - 1].count.kind == "count":
            return True
        before = self.words[number.first - 1].text if number.first else ""
        said = {word.text for word in self.words[number.first : number.last]}
        return "number" in said and (before in ("the", "exact", "total", "overall") or not said & {"a", "an", "large", "high"})

    def _find_noun(self, number: _Number) -> None:
        """The noun that says what is counted, looked for in the few words behind the number."""
        for at in range(number.last, min(number.last + 6, len(self.words))):
            word = self.words[at].text
            if word in THINGS or word in PEOPLE or word in KINDS or word in FIGHTERS or word in WEAK_NOUNS:
                # "12 family members", "three school children": the last noun of the row counts
                following = self.words[at + 1].text if at + 1 < len(self.words) else ""
                if word in THINGS and (following in PEOPLE or following in KINDS or following in FIGHTERS):
                    continue
                if word in ("other", "others", "civilian", "palestinian") and (
                    following in PEOPLE or following in KINDS or following in FIGHTERS or following in HARM_NOUNS
                ):
                    continue
                number.noun, number.noun_at = word, at
                return
            if word in HARM_NOUNS:
                number.noun, number.noun_at = word, at
                return
            if word in {".", ",", ";", ":", "and", "or", "in", "at", "on", "by", "to", "were", "was", "that", "which", ")"}:
                return
            if word == "of" and at > number.last:
                return

    def _harm(self, number: _Number, previous: _Number | None) -> tuple[frozenset[Harm], str]:
        before = self._active_before(number)
        if before is not None:
            return frozenset({before}), "object"
        if number.noun in HARM_NOUNS and self.words[number.noun_at].text not in PEOPLE:
            harm = HARM_NOUNS[number.noun]
            both = self._and_other(number.noun_at, harm)
            return both, "noun"
        toll = self._after_toll(number)
        if toll is not None:
            return frozenset({toll}), "toll"
        ahead = self._passive_ahead(number)
        if ahead:
            return ahead, "subject"
        if self._voice() is Voice.METHOD and number.noun in ("", *PEOPLE):
            named = self._named_before(number)
            if named is not None:
                return frozenset({named}), "method"
        if previous is not None and previous.harm and self._listed_with(previous, number):
            return previous.harm, "listed"
        if number.noun in WEAK_NOUNS:
            return frozenset({Harm.KILLED}), "weak"
        return frozenset(), ""

    def _named_before(self, number: _Number) -> Harm | None:
        """In a sentence on method, the harm named last before the figure: "the range of injured was set at 2 to 7"."""
        for word in reversed(self.words[: number.first]):
            if word.text in ("injured", "injury", "injuries", "wounded"):
                return Harm.INJURED
            if word.text in ("killed", "dead", "deaths", "death", "fatality", "fatalities", "toll"):
                return Harm.KILLED
        return None

    def _and_other(self, at: int, harm: Harm) -> frozenset[Harm]:
        """Of "killed and injured" both, where the second is not another number's."""
        if at + 2 < len(self.words) and self.words[at + 1].text in ("and", "or", "/"):
            other = PARTICIPLES.get(self.words[at + 2].text) or HARM_NOUNS.get(self.words[at + 2].text)
            if other is not None and other is not harm:
                following = {number.first for number in self.numbers}
                if at + 3 not in following:
                    return frozenset({harm, other})
        return frozenset({harm})

    def _active_before(self, number: _Number) -> Harm | None:
        words = self.words
        at = number.first - 1
        of = False
        for _ in range(_BACK):
            if at < 0:
                return None
            word = words[at].text
            if word == "of":
                of = True
                at -= 1
                continue
            if of and word in HARM_OF:
                return HARM_OF[word]
            if word in ACTIVE and not of:
                if word in PARTICIPLES and self._is_passive(at):
                    return None
                if word in ("lost", "losing") and number.noun not in PEOPLE | KINDS:
                    return None
                return ACTIVE[word]
            if word not in _FILLERS:
                return None
            at -= 1
        return None

    def _is_passive(self, at: int) -> bool:
        for back in range(1, 5):
            if at - back < 0:
                return False
            word = self.words[at - back].text
            if word in _AUXILIARIES:
                return True
            if not (word.endswith("ly") or word in ("also", "all", "both", "or", "and") or word in PARTICIPLES):
                return word in ("people", "civilians", "those", "others", "who", "family", "members")
        return False

    def _after_toll(self, number: _Number) -> Harm | None:
        """A number behind "death toll of", "number of injured had risen to"."""
        begin = max(0, number.first - 16)
        before = " ".join(word.text for word in self.words[begin : number.first])
        match = re.search(
            r"(?:\btoll|\bnumber of (?:\S+ ){0,3}?(?:people |those |civilians |individuals |persons )?(?:\S+ )?(killed|dead|deaths|martyrs|fatalities|victims|casualties|injured|wounded|injuries)"
            r"|\b(injured|wounded|injuries|dead|deaths|martyrs|killed|casualties|fatalities) (?:\S+ ){0,6}?(?:rose|risen|rising|reached|reaching|increased)|\bnumber (killed|injured|wounded|dead))"
            r"(?: \S+){0,8}? (?:to|at|as|was|is|were|of|reached|reaching|exceeding|exceeded|surpassed)(?: (?:be|[“\"'”]|at|least|between|around|about|more|than|over))*$",
            before,
        )
        if match is None:
            return None
        word = match[1] or match[2] or match[3]
        if word is None:
            return Harm.INJURED if re.search(r"\b(?:injur|wound)\w*(?: \S+){0,2} toll", before) else Harm.KILLED
        return HARM_NOUNS.get(word, Harm.KILLED)

    def _passive_ahead(self, number: _Number) -> frozenset[Harm]:
        words = self.words
        starts = {other.first: other for other in self.numbers if other is not number}
        part = False  # within a subset of what is counted
        auxiliary = False
        at = number.last
        end = min(len(words), number.last + _AHEAD)
        while at < end:
            word = words[at].text
            if word in (";",) or word in _CLAUSE_BREAKS and not auxiliary and not part and word != "as":
                return frozenset()
            if word in PART_OF:
                part = True
            elif word in ("were", "was", "been", "being"):
                auxiliary = True
                part = False
            elif word in PARTICIPLES:
                harm = PARTICIPLES[word]
                near = at - number.last <= 5 and not any(number.last < start < at for start in starts)
                if auxiliary or near or word in ("died", "perished"):
                    if self._negated(at):
                        return frozenset()
                    if not self._takes_object(at, starts):
                        return self._and_other(at, harm)
                    return frozenset({harm}) if auxiliary else frozenset()
            elif word == "that" and at > number.last and not auxiliary:
                return frozenset()
            elif word in ("missing", "trapped", "displaced", "buried", "rescued", "arrested", "survived", "sheltering") and auxiliary:
                return frozenset()
            elif at in starts and not part and starts[at].count.kind == "count" and self._owns_a_verb(starts[at]):
                pass
            at += 1
        return frozenset()

    def _owns_a_verb(self, number: _Number) -> bool:
        return False

    def _takes_object(self, at: int, starts: dict[int, _Number]) -> bool:
        return self.words[at].text in ACTIVE and at + 1 in starts and not self._is_passive(at)

    def _negated(self, at: int) -> bool:
        return any(word.text in NEGATIONS or word.text.endswith("n't") for word in self.words[max(0, at - 4) : at])

    def _listed_with(self, previous: _Number, number: _Number) -> bool:
        """Whether both stand in one row: "two women and three children"."""
        between = self.words[previous.last : number.first]
        return len(between) <= 14 and not any(
            word.text in PARTICIPLES or word.text in (";", "were", "was", "had", "said", "reported") for word in between
        )

    def _part(self, number: _Number) -> bool:
        if number.count.part_of is not None:
            return True
        # "18 people, including five children and three women": both come off
        seen = 0
        for at in range(number.first - 1, max(-1, number.first - 40), -1):
            word = self.words[at].text
            seen += 1
            if word in PART_OF or (word == "of" and at + 1 < len(self.words) and self.words[at + 1].text in ("whom", "them", "these", "those", "which")):
                return True
            if word in PARTICIPLES or word in ("were", "was", ";", "killing", "injuring"):
                return False
        return False

    def _toll(self, number: _Number) -> Iterator[Toll]:
        count = number.count
        whom = Whom.PEOPLE
        if number.noun in FIGHTERS:
            whom = Whom.FIGHTERS
        elif number.noun in KINDS:
            whom = Whom.KIND
        near = [word.text for word in self.words[max(0, number.first - 2) : number.first]] + [
            word.text for word in self.words[number.first : number.last + 3]
        ]
        for harm in sorted(number.harm):
            yield Toll(
                harm=harm,
                low=count.low,
                high=count.high,
                exactness=count.exactness,
                span=count.span,
                voice=self._voice(),
                whom=whom,
                vague=self._vague(number) if count.exactness is Exactness.VAGUE else None,
                part=self._part(number),
                more=any(word in MORE for word in near),
                elsewhere=count.cumulative or bool(_ELSEWHERE.search(self.string)),
                early=bool(_EARLY.search(self._clause(number.count.span))),
                weak=number.how == "weak",
                order=self.order,
            )

    def _clause(self, span: Span) -> str:
        """The sentence from its last turn before the figure: "at first three, while later five"."""
        turn = self.span.begin
        for match in _TURN.finditer(self.text, self.span.begin, span.begin):
            turn = match.end()
        end = _TURN.search(self.text, span.end, self.span.end)
        return self.text[turn : end.start() if end else self.span.end]

    def _voice(self) -> Voice:
        if self.order >= _SUMMARY_SENTENCES and _METHOD.search(self.string):
            return Voice.METHOD
        return Voice.SUMMARY if self.order < _SUMMARY_SENTENCES else Voice.REPORT

    def _vague(self, number: _Number) -> Vague:
        said = [word.text for word in self.words[number.first : number.last]]
        best = Vague.PLURAL
        for word in said:
            if word in VAGUE and VAGUE[word] is not Vague.PLURAL:
                best = VAGUE[word]
        if best is Vague.PLURAL and any(word in LARGE for word in said):
            best = Vague.LARGE
        return best

    def _without_number(self, persons: Sequence[_Number]) -> list[Toll]:
        """Harm said of people who are not counted: "injuries were reported", "her brother was killed"."""
        taken: set[Harm] = set()
        for number in persons:
            taken |= number.harm
        found = []
        for at, word in enumerate(self.words):
            harm = PARTICIPLES.get(word.text) or HARM_NOUNS.get(word.text)
            if harm is None or harm in taken or self._negated(at):
                continue
            many = self._how_many(at)
            if many is None:
                continue
            taken.add(harm)
            found.append(
                Toll(
                    harm=harm,
                    low=1 if many == 1 else None,
                    high=1 if many == 1 else None,
                    exactness=Exactness.NONE,
                    vague=None if many == 1 else Vague.PLURAL,
                    span=Span(word.begin, word.end),
                    voice=self._voice(),
                    elsewhere=bool(_ELSEWHERE.search(self.string)),
                    early=bool(_EARLY.search(self.string)),
                    order=self.order,
                )
            )
        return found

    def _how_many(self, at: int) -> int | None:
        """1 for one, 2 for more than one, None where the word says nothing of new victims."""
        word = self.words[at].text
        before = [w.text for w in self.words[max(0, at - 5) : at]]
        if word in ("injuries", "martyrs", "deaths"):
            blocked = ("his", "her", "their", "its", "the", "these", "those", "of", "list", "s", "with", "from", "head")
            return None if before[-1:] and (before[-1] in blocked or before[-1].endswith("'s")) and word != "injuries" else 2
        if word in ("martyr", "injury", "fatality"):
            return 1 if before[-1:] and before[-1] in ("a", "an", "one") else None
        if word in PARTICIPLES:
            if "were" in before or ("and" in before and "were" in before):
                return 2
            if "was" in before:
                return 1
            if before[-1:] == ["others"]:
                return 2
            if word == "wounded" and before[-1:] == ["and"]:
                return 2
            if word == "died":
                return 1
        return None

"""Names of places in English text: which words may be one, and what the words beside them say.

Names are found by capitals and by the gazetteer, whether or not there is a grammar; where there is one, what it takes
for a person is no place.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from vigil.model.claim import Span
from vigil.testimony.parsed import Parsed
from vigil.testimony.places.addresses import Addresses
from vigil.testimony.places.candidates import Candidate
from vigil.testimony.places.gazetteer import Gazetteer, Place
from vigil.testimony.places.names import ARTICLES, key
from vigil.testimony.places.transliteration import places_alike
from vigil.testimony.places.villages import small_places
from vigil.testimony.places.words import (
    ABBREVIATIONS,
    CARS,
    COMMON_NAMES,
    DIRECTIONS,
    FUNCTION_WORDS,
    GROUPS,
    KINDS,
    LOCATIVE,
    NEWSPAPERS,
    NO_FIRST_NAME,
    OFFICE_SITES,
    OFFICES,
    SAYING,
    SITES,
    TITLES,
    WITHIN,
    WORDS_TOO,
)
from vigil.testimony.word_lists import listed

_WORD = re.compile(r"[^\W_]+(?:['’ʿʾ‘](?!s\b)[^\W_]+)*")
_DOTTED = {"U.S.A.": "usa", "U.S.": "us", "U.K.": "uk", "U.A.E.": "uae", "D.R.": "dr"}
_DOTS = re.compile(r"\b(?:U\.S\.A\.|U\.S\.|U\.K\.|U\.A\.E\.)")
_GAP = re.compile(r"(?:[ \u00a0]|\s?[-‐‑–]\s?|\r?\n|\.\s)\Z")
_PARTICLES = listed(
    "of the al el ez es as ar ad an de la le les los las del da do dos du des di au aux sur upon on in and ash"
    " am y a bin ul"
)
_MOST_WORDS = 6
_NO_NAMES = FUNCTION_WORDS | frozenset(KINDS) | SITES | TITLES | DIRECTIONS
"""Words that no name of a place begins with, where the gazetteer has none that does."""
_NOT_IN_PLACES = CARS | OFFICES | NEWSPAPERS | COMMON_NAMES | FUNCTION_WORDS | TITLES | GROUPS
_INSIDE = frozenset({"in", "near", "outside", "around"})
_NEVER_PLACES = frozenset(
    {"DATE", "TIME", "NORP", "LANGUAGE", "EVENT", "LAW", "WORK_OF_ART", "MONEY", "PERCENT", "QUANTITY"}
)
"""Entities that stand behind "in" and are no places. A small model takes many names of places for persons."""
_VILLAGES = frozenset({"village", "villages", "hamlet", "hamlets"})
_RURAL, _COUNTRYSIDE = "rural", "countryside"
_POSSESSIVE = frozenset({"", "'", "’"})
_SMALL = frozenset({"neighbourhood", "city", "district", "subdistrict"})
_BEFORE_NAMES = FUNCTION_WORDS | DIRECTIONS | frozenset(KINDS) | LOCATIVE
_BEHIND_NAMES = FUNCTION_WORDS | SITES | frozenset(KINDS)
"""Words that may stand with a capital before and behind a name of a place without being part of a longer one."""


class _Token(NamedTuple):
    begin: int
    end: int
    text: str
    key: str
    capital: bool


def english_candidates(text: str, *, gazetteer: Gazetteer, parsed: Parsed | None) -> list[Candidate]:
    """What may be places, in the order of the text, none overlapping another."""
    tokens = _tokens(text)
    entities = _entities(parsed)
    reader = _English(text, tokens, gazetteer, entities)
    return list(reader.candidates())


def _tokens(text: str) -> list[_Token]:
    found = []
    addresses = Addresses(text)
    for match in _WORD.finditer(text):
        if addresses.cover(match.start()):
            continue
        word = match.group()
        first = word[0]
        capital = first.isupper() or (match.start() > 0 and text[match.start() - 1] == "#")
        found.append(
            _Token(
                match.start(),
                match.end(),
                word,
                word.lower() if word.isascii() and word.isalnum() else key(word),
                capital,
            )
        )
    return found


def _entities(parsed: Parsed | None) -> dict[int, str]:
    """Where a token begins, to the entity it is in."""
    if parsed is None:
        return {}
    return {token.begin: token.entity for token in parsed.tokens if token.entity}


def _surnames(text: str, tokens: Sequence[_Token], gazetteer: Gazetteer) -> set[str]:
    """Second words of pairs like "Jack London": met alone they are the person again."""
    found = set()
    for one, other in itertools.pairwise(tokens):
        if (
            one.capital
            and other.capital
            and len(one.text) > 1
            and one.key not in NO_FIRST_NAME
            and text[one.end : other.begin] == " "
            and one.text[1:].islower()
            and not gazetteer.country_of(one.key)
            and not gazetteer.named(f"{one.key} {other.key}")
        ):
            found.add(other.key)
    return found


class _English:
    def __init__(self, text: str, tokens: Sequence[_Token], gazetteer: Gazetteer, entities: dict[int, str]) -> None:
        self._text = text
        self._tokens = tokens
        self._gazetteer = gazetteer
        self._entities = entities
        self._in_names = _surnames(text, tokens, gazetteer)
        self._last: Candidate | None = None  # what was found last, for lists of places
        self._has_own = gazetteer.has_own

    def candidates(self) -> Iterator[Candidate]:
        at = 0
        tokens = self._tokens
        dots = {match.start(): match for match in _DOTS.finditer(self._text)} if "." in self._text else {}
        while at < len(tokens):
            token = tokens[at]
            if not token.capital and not (token.key in ARTICLES and self._article(at)):
                at += 1
                continue
            if (dotted := dots.get(token.begin)) is not None:
                name = _DOTTED[dotted.group()]
                last = at
                while last < len(tokens) and tokens[last].begin < dotted.end():
                    last += 1
                places = self._gazetteer.named(name)
                if places:
                    yield self._candidate(at, last, name, places, end=dotted.end())
                at = last
                continue
            found = self._longest(at)
            called = self._unknown(at)
            if called is not None and (found is None or called[0] > found[0] or called[1].kind == "site"):
                found = called
            if found is None:
                at += 1
                continue
            last, candidate = found
            self._last = candidate
            yield candidate
            at = last

    def _article(self, at: int) -> bool:
        """Whether "al" begins a name: al-Bab, al Bab."""
        tokens = self._tokens
        return at + 1 < len(tokens) and tokens[at + 1].capital and self._joined(at)

    def _joined(self, at: int) -> bool:
        """Whether token `at` and the next stand side by side, as words of one name do."""
        tokens = self._tokens
        if at < 0 or at + 1 >= len(tokens):
            return False
        gap = self._text[tokens[at].end : tokens[at + 1].begin]
        return gap in {" ", "-"} or (len(gap) < 4 and _GAP.match(gap) is not None and "." not in gap)

    def _longest(self, at: int) -> tuple[int, Candidate] | None:
        tokens = self._tokens
        first = tokens[at].key
        most = min(self._gazetteer.most_words(first), _MOST_WORDS)
        words = [first]
        last = at
        reach = max(most, 4)
        while (
            len(words) < reach
            and self._joined(last)
            and (tokens[last + 1].capital or tokens[last + 1].key in _PARTICLES)
        ):
            last += 1
            words.append(tokens[last].key)
        for count in range(min(most, len(words)), 0, -1):
            if not tokens[at + count - 1].capital:
                continue
            name = " ".join(words[:count])
            places = self._gazetteer.named(name)
            if places and (count > 2 or not self._shouts(at, name)):
                longer = self._own_alike(at, words, count) if not places[0].own else None
                return longer or (at + count, self._candidate(at, at + count, name, places))
            if count == 1 and (country := self._gazetteer.country_of(name)) is not None:
                return at + 1, self._adjective(at, at + 1, name, country)
        for count in (2, 1):
            if count <= len(words) and (country := self._gazetteer.country_of(" ".join(words[:count]))) is not None:
                return at + count, self._adjective(at, at + count, " ".join(words[:count]), country)
        return self._transliterated(at, words)

    def _shouts(self, at: int, name: str) -> bool:
        """Whether it would be an abbreviation, and is not written as one: "Us", "Car"."""
        return name in ABBREVIATIONS and not self._tokens[at].text.isupper()

    def _own_alike(self, at: int, words: Sequence[str], count: int) -> tuple[int, Candidate] | None:
        """A place of the user's own list, transliterated otherwise, of as many words as were found, or more."""
        if not self._has_own:
            return None
        for longer in range(min(4, len(words)), count - 1, -1):
            name = " ".join(words[:longer])
            if not self._tokens[at + longer - 1].capital or (longer == 1 and name in COMMON_NAMES):
                continue
            own = [each for each in places_alike(name, self._gazetteer) if each.own]
            if own:
                known = self._gazetteer.named(name) if longer == count else ()
                return at + longer, self._candidate(at, at + longer, name, [*own, *known])
        return None

    def _adjective(self, first: int, last: int, name: str, country: str) -> Candidate:
        return Candidate(
            span=Span(self._tokens[first].begin, self._tokens[last - 1].end),
            key=name,
            places=[each for each in self._gazetteer.named(key(country)) if each.precision == "country"][:1],
            country_only=True,
        )

    def _transliterated(self, at: int, words: Sequence[str]) -> tuple[int, Candidate] | None:
        for count in range(min(4, len(words)), 0, -1):
            if not self._tokens[at + count - 1].capital:
                continue
            name = " ".join(words[:count])
            if count == 1 and (len(name) < 5 or name in FUNCTION_WORDS or name in COMMON_NAMES or name in KINDS):
                continue
            plainly = self._spoken_for(at, at + count)[0] >= 2
            if not plainly and not self._has_own:
                continue
            places = places_alike(name, self._gazetteer)
            if places and (plainly or any(each.own for each in places)):
                return at + count, self._candidate(at, at + count, name, places)
        return None

    def _unknown(self, at: int) -> tuple[int, Candidate] | None:
        """A name the gazetteer has not, after "village of", or before "hospital"."""
        tokens = self._tokens
        if tokens[at].key in _NO_NAMES:
            return None
        last = self._run(at)
        before = tokens[at - 1].key if at else ""
        before_that = tokens[at - 2].key if at > 1 else ""
        if before == "of" and before_that in KINDS and self._near(at - 2, at - 1) and self._near(at - 1, at):
            kind = KINDS[before_that]
            return last, self._nameless(at, last, kind if kind != "country" else None)
        after = tokens[last].key if last < len(tokens) and self._joined(last - 1) else ""
        there = before in LOCATIVE or (before == "the" and before_that in LOCATIVE)
        office = after in OFFICE_SITES and (not there or self._gazetteer.country_of(tokens[at].key) is not None)
        if after in SITES and not office and (tokens[last].capital or there or before == "the"):
            end = last + 1
            while end < len(tokens) and self._joined(end - 1) and tokens[end].key in SITES:
                end += 1
            site = self._nameless(at, end, "site")
            named = " ".join(each.key for each in tokens[at:last])
            return end, replace(site, named_for=self._gazetteer.named(named))
        if KINDS.get(after) in _SMALL and (before in LOCATIVE or before == "the"):
            return last, self._nameless(at, last, KINDS[after])
        if self._somewhere(at, last, before):
            return last, self._nameless(at, last, None)
        return None

    def _somewhere(self, at: int, last: int, before: str) -> bool:
        """Whether a name is a place because "in" stands before it, or because it goes on with a list of places."""
        tokens = self._tokens
        entity = self._entities.get(tokens[at].begin, "")
        if before in LOCATIVE and entity == "GPE" and self._near(at - 1, at):
            return True
        run = tokens[at:last]
        article = tokens[at].key in ARTICLES and len(run) > 1
        if (
            entity in _NEVER_PLACES
            or any(each.key in _NOT_IN_PLACES and each.key not in ARTICLES for each in run)
            or all(each.text.isupper() for each in run)
            or len(run[-1].key) < 3
            or self._gazetteer.country_of(run[0].key) is not None
        ):
            return False
        if before in _INSIDE and self._near(at - 1, at):
            return True
        end = self._last.span.end if self._last is not None and self._last.spoken_for >= 2 else -1
        return article and end >= 0 and self._text[end : tokens[at].begin] in {", ", " and ", ", and "}

    def _run(self, at: int) -> int:
        """Where the words with capitals that begin there end, at most four of them."""
        tokens = self._tokens
        last = at + 1
        while last < min(len(tokens), at + 4) and self._joined(last - 1):
            key_of_next = tokens[last].key
            if not (tokens[last].capital or key_of_next in ARTICLES) or key_of_next in KINDS or key_of_next in SITES:
                break
            last += 1
        while last > at + 1 and not tokens[last - 1].capital:
            last -= 1
        return last

    def _nameless(self, first: int, last: int, kind: str | None) -> Candidate:
        """A place that the gazetteer has no entry for."""
        tokens = self._tokens
        return Candidate(
            span=Span(tokens[first].begin, tokens[last - 1].end),
            key=" ".join(each.key for each in tokens[first:last]),
            places=(),
            spoken_for=2,
            kind=kind,
        )

    def _near(self, one: int, other: int) -> bool:
        return self._text[self._tokens[one].end : self._tokens[other].begin] in {" ", "\u00a0"}

    def _candidate(
        self, first: int, last: int, name: str, places: Sequence[Place], end: int | None = None
    ) -> Candidate:
        tokens = self._tokens
        spoken_for, kind = self._spoken_for(first, last)
        if self._is_village(first, last):
            places = small_places(places)
        if self._around_it(first, last):
            kind = "region"
            places = self._gazetteer.named(f"rural {name}") or places
        entity = self._entities.get(tokens[first].begin, "")
        in_name = self._in_name(first, last, entity)
        single = last - first == 1
        country = any(each.precision == "country" or each.own for each in places)
        if single and name in self._in_names and spoken_for < 3 and not country:
            in_name = True
        unsaid = kind is None and not any(each.own for each in places) and not self._continues(last)
        if single and unsaid and (name in COMMON_NAMES or (name in WORDS_TOO and spoken_for < 3)):
            in_name = True
        if entity in {"GPE", "LOC", "FAC"} and not in_name:
            spoken_for = max(spoken_for, 1)
        after = tokens[last].key if last < len(tokens) and self._joined(last - 1) else ""
        return Candidate(
            span=Span(tokens[first].begin, end or tokens[last - 1].end),
            key=name,
            places=places,
            spoken_for=spoken_for,
            kind=kind,
            in_name=in_name,
            only_if_called=single and name in COMMON_NAMES and not self._continues(last),
            acts=after in SAYING and spoken_for < 2,
        )

    def _continues(self, last: int) -> bool:
        """Whether a comma and a capital follow: "Justice, Illinois"."""
        tokens = self._tokens
        return (
            last < len(tokens)
            and tokens[last].capital
            and self._text[tokens[last - 1].end : tokens[last].begin] == ", "
        )

    def _spoken_for(self, first: int, last: int) -> tuple[int, str | None]:
        """How much the words beside it make it a place, and of what size."""
        tokens = self._tokens
        kind: str | None = None
        weight = 0
        before = first - 1
        while before >= 0 and tokens[before].key in DIRECTIONS and self._joined(before):
            before -= 1
            weight = max(weight, 1)
        if before >= 0 and tokens[before].key == "the":
            before -= 1
        word = tokens[before].key if before >= 0 and self._beside(before) else ""
        if word in LOCATIVE:
            weight = 3 if word in WITHIN else 2
        elif word == "of" and before > 0:
            of_what = tokens[before - 1].key
            if of_what in KINDS:
                weight, kind = max(weight, 2), KINDS[of_what]
            elif of_what in DIRECTIONS or of_what in {
                "outskirts",
                "parts",
                "streets",
                "centre",
                "center",
                "siege",
                "fall",
                "battle",
                "bombing",
                "people",
                "residents",
            }:
                weight = 2
            else:
                weight = 1
        elif word in {"and", "or"} or (
            before >= 0 and self._text[tokens[before].end : tokens[first].begin].strip() == ","
        ):
            weight = max(weight, 1)
        if first == 0 and self._text[tokens[last - 1].end :].startswith(": "):
            weight = max(weight, 2)  # Kharkiv: nine killed
        if last < len(tokens) and self._joined(last - 1):
            after = tokens[last].key
            if after in KINDS:
                weight, kind = max(weight, 2), KINDS[after]
            elif after in SITES:
                weight = max(weight, 2)
        return weight, kind

    def _is_village(self, first: int, last: int) -> bool:
        """The village of X, X village."""
        tokens = self._tokens
        if first > 1 and tokens[first - 1].key == "of" and tokens[first - 2].key in _VILLAGES:
            return self._near(first - 2, first - 1)
        return last < len(tokens) and self._near(last - 1, last) and tokens[last].key in _VILLAGES

    def _around_it(self, first: int, last: int) -> bool:
        """Whether the country around a town is meant: rural Homs, Homs's countryside, the countryside of Homs."""
        tokens = self._tokens
        before = first - 1
        while before >= 0 and tokens[before].key in DIRECTIONS and self._joined(before):
            if tokens[before].key == _RURAL:
                return True
            before -= 1
        if before > 0 and tokens[before].key == "of" and tokens[before - 1].key == _COUNTRYSIDE:
            return self._near(before, before + 1)
        after = last
        while after < len(tokens) and self._text[tokens[after - 1].end : tokens[after].begin].strip() in _POSSESSIVE:
            if tokens[after].key == _COUNTRYSIDE:
                return True
            if tokens[after].key not in DIRECTIONS and tokens[after].key != "s":
                return False
            after += 1
        return False

    def _beside(self, before: int) -> bool:
        """Only blanks and a dash follow it, up to the next word."""
        gap = self._text[self._tokens[before].end : self._tokens[before + 1].begin]
        return gap.isspace() or gap == "-"

    def _in_name(self, first: int, last: int, entity: str) -> bool:
        """Whether it stands within a longer name: of a person, a paper, an office."""
        if entity == "PERSON":
            return True
        tokens = self._tokens
        before = tokens[first - 1] if first and self._joined(first - 1) else None
        after = tokens[last] if last < len(tokens) and self._joined(last - 1) else None
        if (before is not None and before.key in TITLES) or (
            after is not None and after.capital and (after.key in NEWSPAPERS or after.key in OFFICES)
        ):
            return True
        if entity in {"GPE", "LOC", "FAC"}:
            return False
        return (before is not None and self._is_name(before, tokens[first], _BEFORE_NAMES)) or (
            after is not None and self._is_name(after, tokens[last - 1], _BEHIND_NAMES)
        )

    def _is_name(self, neighbour: _Token, own: _Token, other: frozenset[str]) -> bool:
        """Whether a neighbour with a capital makes a longer name of both: Jack London, London Smith."""
        return (
            neighbour.capital
            and neighbour.key not in other
            and self._gazetteer.country_of(neighbour.key) is None
            and neighbour.text.isupper() == own.text.isupper()
        )

"""What an English number is: a count, or an age, a measure, an address, the name of a thing."""

from dataclasses import replace

from vigil.model.claim import Exactness, Unit
from vigil.testimony.counts import english as words
from vigil.testimony.counts.english_nouns import MEASURES, NOUNS, SINGULAR, STOPS
from vigil.testimony.counts.english_numbers import english_number
from vigil.testimony.counts.mention import CountMention, Kind
from vigil.testimony.counts.numeral import Numeral, written_number
from vigil.testimony.counts.sweep import Sweep

OLDEST = 110
"""Years: below it a number may be somebody's age."""


class EnglishKinds(Sweep):
    """Tells what a number is by the words around it."""

    def _score(self, numeral: Numeral) -> int | None:
        """Where 3-1 ends: two figures joined by a hyphen that fall are no range."""
        first, last = numeral.first, numeral.last
        if self._text(last) != "-" or last + 1 >= len(self.tokens) or self.tokens[last + 1].kind != "numeral":
            return None
        glued = (
            self.tokens[last].begin == self.tokens[last - 1].end
            and self.tokens[last].end == self.tokens[last + 1].begin
        )
        upper = written_number(self.tokens[last + 1].text)
        falls = upper is not None and numeral.value is not None and upper <= numeral.value
        return last + 2 if glued and falls and self.tokens[first].kind == "numeral" else None

    def _kind(self, begin: int, first: int, last: int, rest: int, noun: int | None) -> Kind:  # noqa: PLR0911, PLR0912 - one rule after another
        """A count, or what the number is instead."""
        hyphen = self._text(rest) == "-"
        at = rest + 1 if hyphen else rest
        text = self._text(at)
        if (text in MEASURES and self.tokens[at].kind != "line") or (text == "per" and self._text(at + 1) == "cent"):
            if text == "per":
                return Kind.PERCENTAGE
            return self._measure(at)
        if (
            not hyphen
            and self._text(at + 1) in MEASURES
            and self._text(at)
            in {
                "square",
                "cubic",
                "consecutive",
                "more",
                "straight",
                "full",
                "long",
                "us",
                "nautical",
                "metric",
                "working",
                "calendar",
                "whole",
                "further",
                "additional",
                "short",
                "other",
                "syrian",
                "light",
                "solid",
                "good",
                "successive",
                "different",
                "years",
                "last",
                "or",
                "-",
            }
        ):
            return self._measure(at + 1)
        for place in dict.fromkeys((first, begin)):
            if (found := words.IDENTIFIERS.before(self.tokens, place)) and not self._is(found[0] - 1, {"a"}):
                label, kind = self.tokens[found[0]], found[1]
                if kind is Kind.SCORE and noun is not None:
                    continue
                if label.text == "no" and self.tokens[first].kind != "numeral":
                    continue
                if label.text in {"no", "part", "group", "class", "camp", "area", "unit", "house"} and noun is not None:
                    continue
                if kind in {Kind.IDENTIFIER, Kind.ADDRESS} and (
                    (noun is not None and self._people(noun)) or self._worded(first)
                ):
                    continue
                return kind
        if hyphen and self._describes(at):
            return Kind.OTHER
        if self._address(first, last):
            return Kind.ADDRESS
        if self._rate(rest, noun):
            return Kind.RATE
        if self._name_and_age(first, last) or self._person_of(first, last, noun):
            return Kind.AGE
        return Kind.DATE if self._is_year(first, last, noun, begin) else Kind.COUNT

    def _describes(self, at: int) -> bool:
        """A 15-member council, a two-storey house: the number describes one thing."""
        glued = (
            at < len(self.tokens) and self.tokens[at - 2].end == self.tokens[at - 1].begin == self.tokens[at].begin - 1
        )
        word = self._text(at)
        return (
            glued and self.tokens[at].kind == "word" and word not in words.OF_A_GROUP and not self._is_a_bound(at - 1)
        )

    def _is_a_bound(self, at: int) -> bool:
        return words.AFTER.at(self.tokens, at) is not None

    def _measure(self, at: int) -> Kind:
        kind = MEASURES[self.tokens[at].text]
        if kind is Kind.DURATION:
            following = [self._text(at + step) for step in range(1, 4)]
            if following[:1] in (["old"], ["olds"]) or following[:2] in (["-", "old"], ["of", "age"], ["-", "olds"]):
                return Kind.AGE
        return kind

    def _measure_end(self, at: int) -> int:
        for place in range(at, min(at + 3, len(self.tokens))):
            if self.tokens[place].text in MEASURES:
                end = place + 1
                while self._is(end, {"-", "old", "olds"}) and end < place + 3:
                    end += 1
                if self._is(end, {"of"}) and self._is(end + 1, {"age"}):
                    end += 2
                return end
        return at

    def _grown_onto_a_word(self, first: int) -> bool:
        token = self.tokens[first]
        glued = first > 0 and self.tokens[first - 1].end == token.begin and self.tokens[first - 1].kind == "word"
        return glued and token.kind == "numeral"

    def _people(self, noun: int) -> bool:
        return NOUNS.get(self.tokens[noun].text.removesuffix("'s")) is Unit.PEOPLE

    def _counts_of_ours(self, noun: int) -> bool:
        return NOUNS.get(self.tokens[noun].text.removesuffix("'s")) is not None

    def _worded(self, first: int) -> bool:
        """Two hundred, and not 200: names of things carry digits, but for the small ones."""
        return self.tokens[first].kind == "word" and self._is(first + 1, {"hundred", "thousand", "dozen"})

    def _rate(self, rest: int, noun: int | None) -> bool:
        places = [rest] if noun is None else [noun + 1, rest]
        return any(words.RATES.at(self.tokens, place) is not None for place in places)

    def _address(self, first: int, last: int) -> bool:
        if self.tokens[first].kind != "numeral":
            return False
        return any(
            self._is(last + step, {"street", "st", "road", "avenue", "ave", "lane", "boulevard", "highway"})
            and all(self.tokens[last + each].kind == "word" for each in range(step))
            and not any(self._text(last + each) in STOPS for each in range(step))
            for step in (0, 1, 2)
        ) and not self._is(last, {"street", "road"})

    def _name_and_age(self, first: int, last: int) -> bool:
        """Name, 12, or Name (12): someone's age. The plain text has lost capitals, so commas alone must tell."""
        value = self.tokens[first].text
        if self.tokens[first].kind != "numeral" or last != first + 1 or not value.isdigit() or not 0 < int(value) < 110:
            return False
        before, after = self._text(first - 1), self._text(last)
        name = first - 2
        while name > 0 and self.tokens[name].kind == "line" and name > first - 5:
            name -= 1
        named = name >= 0 and self._names(name)
        if before == "," and after in {",", ".", ";", "", "\n", ")"} and named:
            return True
        return before == "(" and after in {")", ",", "/"} and named and self.tokens[name].text not in STOPS

    def _person_of(self, first: int, last: int, noun: int | None) -> bool:
        """A woman of 26, or of twenty: her age. Not a family of 12, and not a woman of two villages."""
        number = english_number(self.tokens, first)
        if number is None or number.value is None or number.last != last or not self._is(first - 1, {"of"}):
            return False
        if not 0 < number.value < OLDEST:
            return False
        one = first - 2
        return self._is(one, words.ONE_PERSON) and (noun is None or noun == one)

    def _names(self, at: int) -> bool:
        """A name, or a word for one person."""
        word = self.tokens[at]
        return word.kind == "word" and (word.text not in NOUNS or word.text in SINGULAR)

    def _ages_of_the_counted(self) -> None:
        """`two sons, 8 and 11`: as many bare figures as there are people are their ages."""
        for number in range(len(self.found) - 2):
            people = self.found[number]
            low = people.low
            if people.unit is not Unit.PEOPLE or people.kind is not Kind.COUNT or low is None or not 2 <= low <= 9:
                continue
            ages = self.found[number + 1 : number + 1 + low]
            joined = all(
                self._listed(self.places[number + step][1], self.places[number + step + 1][0], first=step == 0)
                for step in range(len(ages))
            )
            if joined and len(ages) == low and all(_may_be_an_age(age) for age in ages):
                for step in range(low):
                    self.found[number + 1 + step] = replace(
                        ages[step],
                        kind=Kind.AGE,
                        low=None,
                        high=None,
                        exactness=Exactness.NONE,
                        unit=None,
                        part_of=None,
                    )

    def _listed(self, end: int, begin: int, *, first: bool) -> bool:
        between = [token.text for token in self.tokens[end:begin]]
        return between in ([","], ["("]) if first else between in ([","], ["and"], [",", "and"])

    def _is_year(self, first: int, last: int, noun: int | None, begin: int) -> bool:
        text = self.tokens[first].text
        if last != first + 1 or not text.isdigit() or len(text) != 4 or not 1800 <= int(text) <= 2100:
            return False
        if begin < first and not self._is(begin, {"around", "about"}):
            return False
        return noun is None or self._is(first - 1, words.MONTHS_AND_IN) or not self._counts_of_ours(noun)


def _may_be_an_age(mention: CountMention) -> bool:
    return (
        mention.kind is Kind.COUNT
        and mention.unit_word is None
        and mention.span == mention.number
        and mention.low is not None
        and mention.low < 110
    )

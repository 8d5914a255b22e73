"""The numbers of an English text with what stands around them."""

from collections.abc import Sequence

from vigil.model.claim import Exactness, Span, Unit
from vigil.testimony.counts import english as words
from vigil.testimony.counts.english_kinds import EnglishKinds
from vigil.testimony.counts.english_nouns import (
    MEASURES,
    NOUNS,
    PARTICIPLES,
    RELATIONS,
    SINGLE_PEOPLE,
    SINGULAR,
    STOPS,
)
from vigil.testimony.counts.english_numbers import STARTS as NUMBER_STARTS
from vigil.testimony.counts.english_numbers import english_number
from vigil.testimony.counts.mention import CountMention, Kind
from vigil.testimony.counts.numeral import Numeral
from vigil.testimony.counts.plain import Token
from vigil.testimony.counts.sweep import bounded

_SINGLES = SINGLE_PEOPLE | {
    noun for noun, unit in SINGULAR.items() if unit in {Unit.FAMILIES, Unit.VEHICLES, Unit.BUILDINGS}
}

STARTS = NUMBER_STARTS | _SINGLES

_MOST_IN_A_RUN = 5
"""Words between a number and the noun it counts, at most: "12 young Syrian aid agency workers"."""


def read(letters: str) -> tuple[CountMention, ...]:
    """All numbers of a plain text."""
    return _Reader(letters).read()


_TOLD = frozenset(
    """
    report reports claim claims rumour rumours rumor rumors allegation allegations story stories post posts tweet
    tweets message messages news video account accounts
    """.split()  # noqa: SIM905
)
_OF_A_REPORT = 9
"""Words back at most to what is told about so many."""


class _Reader(EnglishKinds):
    openings = (
        NUMBER_STARTS
        | words.ORDINALS
        | words.ARTICLES
        | words.OWNERS
        | {"the", "an", "large", "unknown", "quite", "untold", "all", "most"}
    )
    joins = frozenset({",", "and", "or", "&", "to", "-", "plus", "as", "well", "/"})

    def _step(self, at: int) -> int:
        """Reads what begins at a token; where to go on."""
        token = self.tokens[at]
        if (end := self._masked(at)) is not None:
            return end
        numeral = english_number(self.tokens, at)
        if numeral is None:
            if token.text in words.ORDINALS and self._text(at - 1) not in {"one", "two", "a", "at", "-"}:
                self._no_count(at, at + 1, Kind.ORDINAL)
                return at + 1
            return self._single(at)
        if numeral.last > at + 1 and self.covered.at(self.tokens[numeral.last - 1].begin):
            return at + 1
        return self._number(numeral)

    # One number

    def _number(self, numeral: Numeral) -> int:  # noqa: PLR0912 - one rule after another
        low_n, last, exactness = numeral, numeral.last, Exactness.EXACT
        high_n = None
        if (end := self._score(numeral)) is not None:
            self._no_count(numeral.first, end, Kind.SCORE)
            return end
        begin, bound = self._bound_before(numeral.first)
        if found := self._range(numeral):
            high_n = found
            last = high_n.last
            exactness = Exactness.ABOUT
            if self._is(numeral.first - 1, {"between"}):
                begin, bound = numeral.first - 1, None
                outer, outer_bound = self._bound_before(begin)
                if outer_bound is Exactness.ABOUT:
                    begin = outer
        rest, plus = self._plus(last)
        noun, noun_end, participle = self._noun(rest)
        if noun is None and (so := self._bound_after(rest))[1] is not None:
            noun, noun_end, participle = self._noun(so[0])
        kind = self._kind(begin, numeral.first, last, rest, noun)
        if self._grown_onto_a_word(numeral.first):
            kind = Kind.IDENTIFIER
        if kind is not Kind.COUNT:
            end = max(rest, self._measure_end(rest)) if kind not in {Kind.IDENTIFIER, Kind.ADDRESS} else last
            self._no_count(numeral.first, max(last, end), kind)
            return max(last, end)
        if numeral.value is None and not numeral.vague and numeral.share is None:
            self._no_count(numeral.first, last, Kind.OTHER if last > numeral.first else Kind.IDENTIFIER)
            return last
        if numeral.needs_noun and not self._stands_alone(numeral, begin, bound, noun, participle=participle):
            return numeral.first + 1
        end = rest
        after_end, after = self._bound_after(rest)
        if after is None and noun is not None:
            after_end, after = self._bound_after(noun_end)
        if plus:
            after = Exactness.AT_LEAST
        elif after is not None:
            end = after_end
        part = self._part_before(begin) or self._part_after(rest, noun_end)
        further = self._is(numeral.first - 1, words.FURTHER_BEFORE) or self._is(rest, words.FURTHER_AFTER)
        if (family := self._family_of(begin)) is not None and noun is None:
            noun, begin = family, family
        low, high, exactness = bounded(low_n, high_n, bound, after, exactness)
        self.found.append(
            CountMention(
                span=Span(self.tokens[begin].begin, self.tokens[max(end, last) - 1].end),
                number=Span(self.tokens[numeral.first].begin, self.tokens[last - 1].end),
                low=low,
                high=high,
                exactness=exactness,
                unit_word=None if noun is None else Span(self.tokens[noun].begin, self.tokens[noun].end),
                unit=self._unit(noun, numeral) or (self._unit_by_verb(begin, end) if noun is None else None),
                cumulative=self._total_before(begin),
                part_of=part,
                share=numeral.share,
                further=further,
            )
        )
        self.places.append((begin, max(end, noun_end)))
        return max(end, last)

    def _unit(self, noun: int | None, numeral: Numeral) -> Unit | None:
        if noun is None:
            return Unit.PEOPLE if numeral.people else None
        text = self.tokens[noun].text.removesuffix("'s")
        return Unit.PEOPLE if text in words.FAMILY_OF or text in PARTICIPLES else NOUNS.get(text)

    def _unit_by_verb(self, begin: int, end: int) -> Unit | None:
        """`some 300 were wounded`, `killing 12`: who is killed or wounded is a person."""
        at = end
        if found := words.PARTS_AFTER.at(self.tokens, at):
            at = found[0]
        while at < end + 6 and self._is(at, words.AUXILIARIES):
            at += 1
        if (at > end or begin == end) and self._is(at, PARTICIPLES):
            return Unit.PEOPLE
        return Unit.PEOPLE if self._is(begin - 1, words.BEFALLS) else None

    def _stands_alone(
        self, numeral: Numeral, begin: int, bound: Exactness | None, noun: int | None, *, participle: bool
    ) -> bool:
        """Whether "one", "many", "both", "some" count here: they count what follows, or something of a group."""
        if bound is not None and begin < numeral.first and numeral.value is not None:
            return True
        if numeral.value == 1 and self._is(
            numeral.first - 1, {"no", "not", "any", "every", "which", "that", "this", "the", "single"}
        ):
            return noun is not None and self._is(numeral.first - 1, {"the"})
        if self._is(numeral.last, {"of"}):
            return True
        if numeral.value == 2 and numeral.last == numeral.first + 1:  # both, twin
            return noun is not None or self._is(numeral.last, {"were", "are", "of", "died", "killed", "their", "his"})
        if noun is not None:
            return not participle or not numeral.vague or self._is(noun, PARTICIPLES)
        return False

    def _range(self, numeral: Numeral) -> Numeral | None:
        """The upper end of a range that begins with a number."""
        at = numeral.last
        joiner = self._text(at)
        if joiner not in {"to", "-", "or", "and"} or numeral.value is None:
            return None
        if joiner == "and" and not self._is(numeral.first - 1, {"between"}):
            return None
        second = at + 1
        while joiner in {"or", "and", "to"} and self._is(
            second, {"even", "perhaps", "possibly", "maybe", "as", "many"}
        ):
            second += 1
        if second >= len(self.tokens) or self.covered.at(self.tokens[second].begin):
            return None
        upper = english_number(self.tokens, second)
        if upper is None or upper.value is None or upper.vague:
            return None
        return upper if numeral.value < upper.value else None

    def _plus(self, last: int) -> tuple[int, bool]:
        if self._text(last) == "+":
            return last + 1, True
        return last, False

    def _bound_before(self, first: int) -> tuple[int, Exactness | None]:
        """Where the words of the bound begin, and the bound."""
        at = first
        for _ in range(3):
            if found := words.BEFORE.before(self.tokens, at):
                begin, bound = found
                if bound is Exactness.ABOUT and (outer := words.BEFORE.before(self.tokens, begin)):
                    return outer  # at least about 12, up to some 30
                if self._text(begin) == "over" and self._is(
                    begin - 1, {"took", "take", "all", "taken", "handed", "run"}
                ):
                    return first, None
                if self._text(begin) == "about" and at < first and self._text(begin + 1) == "the":
                    return first, None  # asked about the eight bodies
                if self._text(begin) == "about" and self._tells_of(begin):
                    return first, None  # the report about 42 dead
                return begin, bound
            if self._is(at - 1, words.FILLERS):
                at -= 1
            else:
                break
        article = first - 1 if self._is(first - 1, words.FURTHER_BEFORE) else first
        return article, None

    def _tells_of(self, about: int) -> bool:
        """Whether a word for what is told stands before an "about", nothing but its own "by" and "of" between."""
        for at in range(about - 1, max(about - _OF_A_REPORT, -1), -1):
            if self._text(at) in _TOLD:
                return at == about - 1 or self._is(at + 1, {"by", "of", "from", "on", "in"})
        return False

    def _bound_after(self, last: int) -> tuple[int, Exactness | None]:
        if found := words.AFTER.at(self.tokens, last):
            end, bound = found
            if self._text(last) == "minimum" or _number_follows(self.tokens, end):
                return last, None
            return end, bound
        return last, None

    def _noun(self, last: int) -> tuple[int | None, int, bool]:  # noqa: PLR0912 - one rule after another
        """The token of the noun counted, where it ends, and whether it is only a participle (12 wounded)."""
        at, noun, end, participle = last, None, last, False
        if self._is(at, {"of"}):
            at += 1
            while self._is(at, {"the", "his", "her", "their", "its", "these", "those", "our", "my", "all"}):
                at += 1
        elif self._is(at, {"more", "others", "other", "additional", "further"}):
            if self._text(at) == "others":
                return at, at + 1, False
            at += 1
        for place in range(at, min(at + _MOST_IN_A_RUN, len(self.tokens))):
            token = self.tokens[place]
            if token.text in {"-", "'", "/"} and noun is None and place > at:
                continue
            if token.kind != "word" or token.text in STOPS or self.covered.at(token.begin):
                break
            bare = token.text.removesuffix("'s")
            if noun is not None and (bare in PARTICIPLES or (bare == "shot" and self._is(place + 1, {"dead", "by"}))):
                break
            if bare in NOUNS:
                noun, end, participle = place, place + 1, bare in PARTICIPLES
                if participle:
                    break
            elif noun is not None and place > noun:
                break
        if participle and noun is not None and noun + 1 < len(self.tokens):
            after = self.tokens[noun + 1]
            if after.text in NOUNS and after.text not in PARTICIPLES and after.kind == "word":
                return noun + 1, noun + 2, False  # 12 wounded civilians
        return noun, end, participle

    def _family_of(self, begin: int) -> int | None:
        if self._is(begin - 1, {"of"}) and self._is(begin - 2, words.FAMILY_OF):
            return begin - 2
        return None

    def _part_before(self, begin: int) -> Span | None:
        at = begin
        for _ in range(2):
            if found := words.PARTS.before(self.tokens, at):
                return Span(self.tokens[found[0]].begin, self.tokens[at - 1].end)
            if self._is(at - 1, {"were", "are", "was", ":", "the", ","}):
                at -= 1
            else:
                break
        if (
            self._text(begin - 1) == "("
            and self.places
            and begin - 1 - self.places[-1][1] <= 1
            and self.found[-1].kind is Kind.COUNT
        ):
            return Span(self.tokens[begin - 1].begin, self.tokens[begin - 1].end)
        return None

    def _part_after(self, rest: int, noun_end: int) -> Span | None:
        if (
            self._is(rest, {"of"})
            and self._is(rest + 1, {"the", "these", "those", "his", "her", "their"})
            and noun_end > rest
        ):
            return Span(self.tokens[rest].begin, self.tokens[rest + 1].end)
        for at in dict.fromkeys((rest, noun_end)):
            if found := words.PARTS_AFTER.at(self.tokens, at):
                return Span(self.tokens[at].begin, self.tokens[found[0] - 1].end)
        return None

    def _total_before(self, begin: int) -> bool:
        at = begin
        for _ in range(2):
            if words.TOTALS_BEFORE.before(self.tokens, at):
                return True
            if self._is(at - 1, {"to", "of", "at", "is", "reached", "over", "now", "number"}):
                at -= 1
        if not self._is(begin - 1, {"to"}):
            return False
        clause = [self._text(place) for place in range(max(0, begin - 12), begin)]
        return not words.TOTAL_NOUNS.isdisjoint(clause) and not words.TOTAL_VERBS.isdisjoint(clause)

    # One person without a number

    def _single(self, at: int) -> int:
        token = self.tokens[at]
        if token.text not in words.ARTICLES | words.OWNERS | {"the"} and not token.text.endswith("'s"):
            return at + 1
        end = at + 1
        noun = None
        for place in range(at + 1, min(at + 5, len(self.tokens))):
            each = self.tokens[place]
            if each.text == "-":
                continue
            if each.kind != "word" or each.text in STOPS or self.covered.at(each.begin) or each.text in words.ORDINALS:
                break
            if english_number(self.tokens, place) is not None:
                return at + 1
            if each.text in _SINGLES and not self._is(place + 1, {"'"}):
                noun, end = place, place + 1
            elif noun is not None:
                # A noun that another follows describes it: "a school bus", "a hospital strike".
                if each.text in MEASURES or (each.text in NOUNS and each.text not in PARTICIPLES):
                    noun = None
                break
        if noun is None or not self._names_one(at, noun):
            return at + 1
        word = self.tokens[noun]
        self.found.append(
            CountMention(
                span=Span(token.begin, word.end),
                number=Span(token.begin, token.end),
                low=1,
                high=1,
                exactness=Exactness.EXACT,
                unit_word=Span(word.begin, word.end),
                unit=SINGULAR[word.text],
                part_of=self._part_before(at),
                single=True,
                further=token.text == "another",
            )
        )
        self.places.append((at, end))
        return end

    def _names_one(self, at: int, noun: int) -> bool:
        text, head = self.tokens[at].text, self.tokens[noun].text
        if text in words.ARTICLES:
            return True
        if text in words.OWNERS or text.endswith("'s"):
            return head in RELATIONS
        return head in SINGLE_PEOPLE and head not in words.NEVER_SINGLE_AFTER_THE

    # Running totals

    def _totals(self) -> None:
        self._ages_of_the_counted()
        for place in range(len(self.tokens)):
            if self._text(place) in words.SINCE:
                after = self._text(place + 1)
                dated = self.covered.at(self.tokens[place + 1].begin) if place + 1 < len(self.tokens) else None
                if not (after in words.SINCE_OBJECTS or (dated and dated.kind is Kind.DATE) or after.isdigit()):
                    continue
                end = place + 1
            elif found := words.TOTALS.at(self.tokens, place):
                end = found[0]
            else:
                continue
            self._mark_total(place, end)


def _number_follows(tokens_: Sequence[Token], at: int) -> bool:
    """Whether a number follows: then the bound is that one's, not ours."""
    return at < len(tokens_) and english_number(tokens_, at) is not None

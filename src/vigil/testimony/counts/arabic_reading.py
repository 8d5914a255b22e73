"""The numbers of an Arabic text with what stands around them: words, duals, and the noun that follows."""

from vigil.model.claim import Exactness, Span, Unit
from vigil.testimony.counts import arabic as words
from vigil.testimony.counts.arabic_nouns import DUAL, MEASURES, OWNED, PLURAL, SINGULAR
from vigil.testimony.counts.arabic_numbers import STARTS as NUMBER_STARTS
from vigil.testimony.counts.arabic_numbers import arabic_number, clitics, front_of
from vigil.testimony.counts.mention import CountMention, Kind
from vigil.testimony.counts.numeral import Numeral
from vigil.testimony.counts.plain import MARK
from vigil.testimony.counts.sweep import Sweep, bounded

_COUNTED = clitics(list(PLURAL))
_DUALS = clitics(list(DUAL))
_SINGLES = {
    whole: found
    for whole, found in clitics(list(SINGULAR)).items()
    if not found[0].endswith("ل") or found[0] in {"ل", "ول"}
}
_OWNED = {front + word: (front, word) for word in OWNED for front in ("", "و", "ف", "ل", "ب", "ك")}
_MEASURES = clitics(list(MEASURES))

_ONE_OF = {front + word: front for word in ("احد", "احدي") for front in ("", "و", "ف", "ل", "ب", "ك")}

STARTS = NUMBER_STARTS | frozenset(_DUALS) | frozenset(_SINGLES) | frozenset(_OWNED)

_BOUND_STARTS = frozenset(words.BEFORE.firsts) | {"بين", "ما"}

_DEATHS = frozenset(
    """
مقتل قتل قتلت استشهاد استشهد اصابه اصيب اصيبت جرح جرحت وقتل واستشهاد واصابه واصيب وجرح باستشهاد بمقتل
باصابه اعتقال اعتقل واعتقال خطف اختطاف وخطف واختطف اختطف وفاه توفي بوفاه ووفاه قتلوا جثه جثمان انتشال
وانتشال بينهم منهم بينهن ضحيتها اعدام اغتيال واغتيال قضي وقضي ماتت مات وماتت
""".split()  # noqa: SIM905
)
"""Words a single victim stands behind: anywhere else an indefinite noun is not worth a mention."""


def read(letters: str) -> tuple[CountMention, ...]:
    """All numbers of a plain text."""
    return _Reader(letters).read()


class _Reader(Sweep):
    openings = STARTS | frozenset(_ONE_OF)
    joins = frozenset({",", "و", "او", "-", "الي", "/"})

    def _step(self, at: int) -> int:
        if (end := self._masked(at)) is not None:
            return end
        numeral = arabic_number(self.tokens, at)
        one_of = self.tokens[at].text in _ONE_OF and _COUNTED.get(self._text(at + 1), ("", ""))[0] == "ال"
        if numeral is not None and not (one_of and numeral.last == at + 1):
            return self._number(numeral)
        if self.tokens[at].text in _DUALS:
            return self._dual(at)
        return self._single(at)

    # One number

    def _number(self, numeral: Numeral) -> int:  # noqa: PLR0911, PLR0912 - one rule after another
        if numeral.last > numeral.first + 1 and self.covered.at(self.tokens[numeral.last - 1].begin):
            return numeral.first + 1
        begin, bound = self._bound_before(numeral.first)
        last, high, exactness = numeral.last, None, Exactness.EXACT
        if found := self._range(numeral):
            high, exactness = found, Exactness.ABOUT
            last = found.last
            if self._is(numeral.first - 1, words.BETWEEN):
                begin, bound = numeral.first - 1, None
                if self._is(begin - 1, {"ما"}):
                    begin -= 1
        rest = last
        plus = self._text(last) == "+"
        rest += plus
        noun, noun_end = self._noun(rest)
        kind = self._kind(begin, numeral.first, last, rest, noun)
        if kind is not Kind.COUNT:
            measured = self._text(rest) in _MEASURES and kind not in {Kind.IDENTIFIER, Kind.ADDRESS}
            self._no_count(numeral.first, rest + 1 if measured else last, kind)
            return rest + 1 if measured else last
        if numeral.value is None and not numeral.vague and numeral.share is None:
            self._no_count(numeral.first, last, Kind.OTHER)
            return last
        of_them = numeral.needs_noun and self._is(last, _OF_THEM)
        if numeral.needs_noun and not (noun is not None or bound or of_them or self._counted_before(numeral.first)):
            return last
        if numeral.needs_noun and noun is None and not of_them and self._counted_before(numeral.first):
            noun, noun_end = numeral.first - 1, numeral.last  # قتيل واحد
            if self.places and self.places[-1][1] > noun:
                return last
        if self._repeats_a_dual(numeral):
            return last
        end = rest
        after_end, after = self._bound_after(rest)
        if after is None and noun is not None:
            after_end, after = self._bound_after(noun_end)
            if after is None and self._is(noun_end, words.FURTHER_AFTER):
                after_end, after = self._bound_after(noun_end + 1)
        elif after is None and self._is(rest, words.FURTHER_AFTER):  # سبعة آخرون على الأقل
            after_end, after = self._bound_after(rest + 1)
        if plus:
            after = Exactness.AT_LEAST
        elif after is not None:
            end = after_end
        low, upper, exactness = bounded(numeral, high, bound, after, exactness)
        self._add(
            begin,
            max(end, last),
            numeral.first,
            last,
            low=low,
            high=upper,
            exactness=exactness,
            noun=noun,
            noun_end=noun_end,
            numeral=numeral,
        )
        return max(end, last, noun_end)

    def _add(
        self,
        begin: int,
        end: int,
        first: int,
        last: int,
        *,
        low: int | None,
        high: int | None,
        exactness: Exactness,
        noun: int | None,
        noun_end: int,
        numeral: Numeral,
    ) -> None:
        number = Span(self._after(first, front_of(self.tokens, numeral)), self.tokens[last - 1].end)
        unit_word, unit = None, None
        if noun is not None:
            front, word = _COUNTED.get(self.tokens[noun].text, ("", ""))
            unit_word = Span(self._after(noun, front.removesuffix("ال")), self.tokens[noun].end)
            unit = PLURAL.get(word)
        elif self._is(last, _OTHERS):
            unit_word, unit = Span(self.tokens[last].begin, self.tokens[last].end), Unit.PEOPLE
        opening = number.begin if begin == first else self._opening(begin)
        self.found.append(
            CountMention(
                span=Span(opening, max(self.tokens[end - 1].end, number.end)),
                number=number,
                low=low,
                high=high,
                exactness=exactness,
                unit_word=unit_word,
                unit=unit,
                cumulative=self._total_before(begin),
                part_of=self._part_before(begin)
                or self._part_after(last, noun_end)
                or (number if numeral.share else None),
                share=numeral.share,
                further=self._is(last, words.FURTHER_AFTER) or self._is(noun_end, words.FURTHER_AFTER),
            )
        )
        self.places.append((begin, max(end, noun_end)))

    def _range(self, numeral: Numeral) -> Numeral | None:
        at = numeral.last
        if numeral.value is None or numeral.vague or at >= len(self.tokens):
            return None
        text = self._text(at)
        between = self._is(numeral.first - 1, words.BETWEEN)
        second = at
        if text in words.TO or text == words.OR or (text == "و" and between):
            second = at + 1
        elif not (between and text.startswith("و")):
            return None
        if second >= len(self.tokens) or self.covered.at(self.tokens[second].begin):
            return None
        upper = arabic_number(self.tokens, second)
        if upper is None or upper.value is None or upper.vague or upper.value <= numeral.value:
            return None
        return upper

    def _bound_before(self, first: int) -> tuple[int, Exactness | None]:
        at = first
        if self._is(at - 1, words.FILLERS) and words.BEFORE.before(self.tokens, at - 1):
            at -= 1
        found = words.BEFORE.before(self.tokens, at)
        if found is None:
            return first, None
        begin, bound = found
        if bound is Exactness.ABOUT and (outer := words.BEFORE.before(self.tokens, begin)):
            return outer
        return begin, bound

    def _bound_after(self, last: int) -> tuple[int, Exactness | None]:
        found = words.AFTER.at(self.tokens, last)
        return found or (last, None)

    def _noun(self, last: int) -> tuple[int | None, int]:
        """The token of the noun counted, and where it ends: right behind the number, or behind من."""
        at = last
        if self._is(at, words.OF):
            at += 1
        for place in (at, at + 1):
            if place < len(self.tokens) and self.tokens[place].kind == "word":
                front, word = _COUNTED.get(self.tokens[place].text, ("", ""))
                if word and (front in {"", "ال"} or (place == at and front not in {"و", "وال", "ف"})):
                    return place, place + 1
                if place == at and self.tokens[place].text not in _SKIPPED:
                    break
        return None, last

    def _kind(self, begin: int, first: int, last: int, rest: int, noun: int | None) -> Kind:  # noqa: PLR0911 - one rule after another
        measure = _MEASURES.get(self._text(rest))
        if measure and not measure[0].startswith("و") and not self._is(rest + 1, words.WEEKDAYS):
            kind = MEASURES[measure[1]]
            if kind is Kind.DURATION and self._age(begin, rest):
                return Kind.AGE
            return kind
        before = _MEASURES.get(self._text(first - 1))
        if before and before[0].endswith("ال") and self._text(first).startswith("ال"):
            return MEASURES[before[1]]  # الساعات الخمس
        for place in dict.fromkeys((first, begin)):
            if found := words.IDENTIFIERS.before(self.tokens, place):
                label = self.tokens[found[0]].text
                people = noun is not None and PLURAL.get(_COUNTED[self.tokens[noun].text][1]) is not None
                if found[1] is Kind.AGE:
                    return Kind.AGE
                if (
                    people
                    or (self.tokens[first].kind == "word" and found[1] is not Kind.TIME and label != "شهر")
                    or label == "عند"
                ):
                    continue
                return found[1]
        if any(words.RATES.at(self.tokens, place) for place in {rest, rest if noun is None else noun + 1}):
            return Kind.RATE
        text = self.tokens[first].text
        year = last == first + 1 and text.isdigit() and len(text) == 4 and 1800 <= int(text) <= 2100
        if year and noun is None and (begin == first or self._is(begin, words.DATE_WORDS_BEFORE)):
            return Kind.DATE
        if self._name_and_age(first, last):
            return Kind.AGE
        return Kind.COUNT

    def _name_and_age(self, first: int, last: int) -> bool:
        text = self.tokens[first].text
        return (
            text.isdigit()
            and last == first + 1
            and 0 < int(text[:4]) < 110
            and self._text(first - 1) == "("
            and self._text(last) == ")"
            and first >= 2
            and self.tokens[first - 2].text not in _COUNTED
            and self.tokens[first - 2].kind == "word"
        )

    def _age(self, begin: int, rest: int) -> bool:
        if self._is(rest + 1, {"من"}) and self._is(rest + 2, {"العمر"}):
            return True
        return any(self._text(place) in words.AGES_BEHIND for place in range(max(0, begin - 3), begin))

    def _counted_before(self, first: int) -> bool:
        return first > 0 and _COUNTED.get(self._text(first - 1), ("", ""))[1] in SINGULAR

    def _repeats_a_dual(self, numeral: Numeral) -> bool:
        return numeral.value == 2 and self._text(numeral.first - 1) in _DUALS

    # Duals and single persons

    def _dual(self, at: int) -> int:
        front, word = _DUALS[self.tokens[at].text]
        begin, bound = self._bound_before(at)
        after_end, after = self._bound_after(at + 1)
        low, high, exactness = bounded(Numeral(at, at + 1, 2), None, bound, after, Exactness.EXACT)
        own = Span(self._after(at, front.removesuffix("ال")), self.tokens[at].end)
        end = after_end if after else at + 1
        self.found.append(
            CountMention(
                span=Span(own.begin if begin == at else self._opening(begin), self.tokens[end - 1].end),
                number=own,
                low=low,
                high=high,
                exactness=exactness,
                unit_word=own,
                unit=DUAL[word],
                cumulative=self._total_before(begin),
                part_of=self._part_before(begin) or self._part_after(at + 1, at + 1),
                further=self._is(at + 1, words.FURTHER_AFTER),
            )
        )
        self.places.append((begin, end))
        return end

    def _single(self, at: int) -> int:
        text = self.tokens[at].text
        found = _OWNED.get(text)
        if text in _ONE_OF and _COUNTED.get(self._text(at + 1), ("", ""))[0] == "ال":
            return self._one_of(at)
        if found is None:
            found = _SINGLES.get(text)
            if found is None or not self._one_of_them(at, found[0]):
                return at + 1
            if self._is(at + 1, {"واحد", "واحده"}):
                return at + 1
        front, word = found
        own = Span(self._after(at, front), self.tokens[at].end)
        self.found.append(
            CountMention(
                span=own,
                number=own,
                low=1,
                high=1,
                exactness=Exactness.EXACT,
                unit_word=own,
                unit=SINGULAR.get(word) or OWNED.get(word),
                part_of=self._part_before(at),
                single=True,
                further=self._is(at + 1, words.FURTHER_AFTER),
            )
        )
        self.places.append((at, at + 1))
        return at + 1

    def _one_of(self, at: int) -> int:
        """أحد المسعفين: one of the paramedics."""
        word = _COUNTED[self._text(at + 1)][1]
        if PLURAL[word] is not Unit.PEOPLE or word in SINGULAR:
            return at + 1
        number = Span(self._after(at, _ONE_OF[self.tokens[at].text]), self.tokens[at].end)
        noun = Span(self.tokens[at + 1].begin, self.tokens[at + 1].end)
        self.found.append(
            CountMention(
                span=Span(number.begin, noun.end),
                number=number,
                low=1,
                high=1,
                exactness=Exactness.EXACT,
                unit_word=noun,
                unit=Unit.PEOPLE,
                single=True,
            )
        )
        self.places.append((at, at + 2))
        return at + 2

    def _one_of_them(self, at: int, front: str) -> bool:
        """An indefinite noun behind a word of death or injury, or joined to another that was."""
        if self._text(at - 1) in _DEATHS:
            return True
        joined = bool(self.places) and self.places[-1][1] == at and front.startswith("و")
        return joined and self.found[-1].kind is Kind.COUNT and self.found[-1].unit is Unit.PEOPLE

    # Parts and totals

    def _part_before(self, begin: int) -> Span | None:
        if found := words.PARTS.before(self.tokens, begin):
            return Span(self.tokens[found[0]].begin, self.tokens[begin - 1].end)
        return None

    def _part_after(self, last: int, noun_end: int) -> Span | None:
        for at in dict.fromkeys((last, noun_end)):
            if found := words.PARTS_AFTER.at(self.tokens, at):
                follows = arabic_number(self.tokens, found[0]) if found[0] < len(self.tokens) else None
                if follows is None:  # "20 منهم 5 أطفال": it is the next one that is a part
                    return Span(self.tokens[at].begin, self.tokens[found[0] - 1].end)
        return None

    def _total_before(self, begin: int) -> bool:
        return any(words.TOTALS_BEFORE.before(self.tokens, at) for at in (begin, begin - 1) if at > 0)

    def _totals(self) -> None:
        for place in range(len(self.tokens)):
            if self._text(place).removeprefix("و") == words.SINCE:
                mask = self.covered.at(self.tokens[place + 1].begin) if place + 1 < len(self.tokens) else None
                if not (self._is(place + 1, words.SINCE_OBJECTS) or (mask and mask.kind is Kind.DATE)):
                    continue
                self._mark_total(place, place + 2)
            elif found := words.TOTALS.at(self.tokens, place):
                self._mark_total(place, found[0])

    # Letters

    def _opening(self, at: int) -> int:
        """Where the words of a bound begin, without the و or ف written onto them."""
        text = self.tokens[at].text
        joined = text[:1] in {"و", "ف"} and text[1:] in _BOUND_STARTS
        return self._after(at, text[0]) if joined else self.tokens[at].begin

    def _after(self, at: int, front: str) -> int:
        """Where a word begins behind what is written onto it, in the text with its vowel signs."""
        place, left = self.tokens[at].begin, len(front)
        while left:
            left -= self.letters[place] != MARK
            place += 1
        while place < self.tokens[at].end - 1 and self.letters[place] == MARK:
            place += 1
        return place


_OF_THEM = frozenset({"منهم", "منهن", "منا"})
_OTHERS = frozenset({"اخرين", "اخرون", "اخريات", "اخران"})
_SKIPPED = frozenset(
    """
من بين ال اخرين حاله عدد نحو سوري سوريين فلسطيني فلسطينيا مدني اصل افراد منازل جثث
""".split()  # noqa: SIM905
)

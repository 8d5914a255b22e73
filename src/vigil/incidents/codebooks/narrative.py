"""The tolls of a narrative: which numbers of its prose count killed or injured people, and how each stands there.

Numbers come from `testimony.counts`, the verb of each from `befallen`. Here each becomes a toll with all its words say
of it: whether it is a part, an early figure, a minimum, somebody else's incident. What that is worth is a codebook's to
say. English; documents in other languages are read through their claims (`claimed`).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from vigil.incidents.codebooks import prose
from vigil.incidents.codebooks.befallen import find_harm, in_one_row, is_negated
from vigil.incidents.codebooks.persons import persons_by_grammar, persons_on_lines
from vigil.incidents.codebooks.sentence import Number, Sentence
from vigil.incidents.codebooks.tolls import Harm, Stated, Toll, Vague, Voice, Whom, vague_amount
from vigil.incidents.codebooks.words_of_harm import (
    ACTIVE,
    FIGHTERS,
    HARM_NOUNS,
    KINDS,
    MORE,
    PART_OF,
    PARTICIPLES,
    PEOPLE,
    word_set,
)
from vigil.model.claim import Exactness, Span
from vigil.testimony.counts.mention import CountMention
from vigil.testimony.counts.reading import read_counts
from vigil.testimony.parsed import Parsed

_SUMMARY_SENTENCES = 2
"""Sentences at the beginning in which an author sums up."""

_PART_STOPS = word_set(
    """were was ; that said reported alleged stated claimed wrote posted added while but whereas reporting stating
    saying claiming told noted announced confirmed mentioned according"""
)
"""Words across which "including" does not reach."""

_SUBSET = re.compile(r"\b(?:includ\w+|compris\w+|of\s+(?:whom|which|them)|amongst?)\b", re.IGNORECASE)

_ALONGSIDE = re.compile(
    r"""\b(was|were)\s+(?:\w+ly\s+|also\s+)?(killed|injured|wounded|martyred)\s*,?\s+
    (?:along\s?(?:side|with)|together\s+with|with)\s+["“]?(?:(?:his|her|their|the|a|all|of)\s+){0,4}["“]?$""",
    re.IGNORECASE | re.VERBOSE,
)

_STATED = re.compile(r"\b(minimum|lowest|lower)\b|\b(?:maximum|highest|upper)\b", re.IGNORECASE)
_OF_WOUNDS = re.compile(
    r"""\b(?:succumb\w*\s+to|(?:died|dying)\s+(?:\w+\s+){0,3}?(?:of|from))\s+(?:\w+\s+){0,2}?(?:wounds|injuries)\b
    |\b(?:later|subsequently|then|had)\s+died\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Somebody died who had been injured before."""

_STATED_WITHIN = 14
"""Words before a figure in which it may be called a minimum or a maximum."""

_AFTER_ALL = 1_000_000
"""Place of a list among the sentences: behind them."""


def read_narrative(text: str, *, document: str = "", parsed: Parsed | None = None) -> tuple[Toll, ...]:
    """Every toll of one narrative, in the order of the text, then those of its list of victims and of persons named.

    Args:
        text: The narrative.
        document: Its id, set on every toll.
        parsed: Its grammar; without it, only persons on lines of their own are counted.
    """
    whole = prose.parts(text)
    sentences = prose.sentences(text, whole.prose)
    counts = sorted(
        (count for count in read_counts(text, lang="en") if count.span.end <= whole.prose.end),
        key=lambda count: (count.span.begin, count.number.begin),
    )
    tolls: list[Toll] = []
    at = 0
    for order, span in enumerate(sentences):
        mine: list[CountMention] = []
        while at < len(counts) and counts[at].span.begin < span.end:
            if counts[at].span.begin >= span.begin:
                mine.append(counts[at])
            at += 1
        tolls += _tolls(Sentence(text, span, mine, order))
    for fate, lines in whole.listed:
        within = Span(lines[0].begin, lines[-1].end)
        tolls.append(_counted(Harm(fate), len(lines), within, Voice.LIST, _AFTER_ALL))
    persons = persons_on_lines(text, sentences, counts)
    if not persons and parsed is not None:
        persons = persons_by_grammar(parsed, whole.prose)
    tolls += [_counted(each.harm, each.counted + 2 * each.plurals, each.within, Voice.NAMES, 0) for each in persons]
    if _OF_WOUNDS.search(text, *whole.prose):
        tolls = [toll for toll in tolls if not _is_one_injured(toll)]
    return tuple(replace(toll, document=document) for toll in tolls)


def _is_one_injured(toll: Toll) -> bool:
    """One injured person without a number: where somebody died of wounds, it was that one."""
    return toll.harm is Harm.INJURED and toll.exactness is Exactness.NONE and toll.numbers == (1,)


def _counted(harm: Harm, number: int, span: Span, voice: Voice, order: int) -> Toll:
    return Toll(harm=harm, low=number, high=number, exactness=Exactness.EXACT, span=span, voice=voice, order=order)


def _tolls(sentence: Sentence) -> Iterator[Toll]:
    find_harm(sentence)
    voice = Voice.REPORT
    if sentence.order < _SUMMARY_SENTENCES:
        voice = Voice.SUMMARY
    elif sentence.of_method:
        voice = Voice.METHOD
    for number in sentence.people:
        if not number.count.single:
            yield from _of_number(sentence, number, voice)
    yield from _without_number(sentence, voice)
    for number in sentence.people:
        if not number.count.single:
            yield from _together(sentence, number)
    yield from _rows(sentence, voice)


def _of_number(sentence: Sentence, number: Number, voice: Voice) -> Iterator[Toll]:
    count = number.count
    whom = Whom.PEOPLE
    if number.noun in FIGHTERS:
        whom = Whom.FIGHTERS
    elif number.noun in KINDS:
        whom = Whom.KIND
    for harm in sorted(number.harm):
        yield Toll(
            harm=harm,
            low=count.low,
            high=count.high,
            exactness=count.exactness,
            span=count.span,
            voice=voice,
            whom=whom,
            vague=vague_amount(sentence.text[count.span.begin : count.span.end])
            if count.exactness is Exactness.VAGUE
            else None,
            part=_is_part(sentence, number),
            more=not MORE.isdisjoint(sentence.texts(number.first - 2, number.last + 3)),
            elsewhere=count.cumulative or sentence.elsewhere,
            early=sentence.early(count.span),
            weak=number.weak,
            both=len(number.harm) > 1 or number.noun.startswith("casualt"),
            doubted=sentence.doubted(count.span),
            stated=_stated(sentence, number),
            order=sentence.order,
        )


def _is_part(sentence: Sentence, number: Number) -> bool:
    """Whether what is counted was counted before: "18 people, including five children and three women"."""
    if number.noun in ("other", "others"):
        return False
    part_of = number.count.part_of
    if part_of is not None and _SUBSET.search(sentence.text, part_of.begin, part_of.end):
        return True
    bracketed = 0  # a bracket that is closed before the figure says nothing of it
    reach = 5 if number.noun in PEOPLE else 40  # "including two women, and up to 30 civilians were killed"
    for place in range(number.first - 1, max(-1, number.first - 1 - reach), -1):
        word = sentence.at(place)
        bracketed += (word == ")") - (word == "(")
        if bracketed > 0:
            continue
        if word in PART_OF or (word == "of" and sentence.at(place + 1) in ("whom", "them", "these", "those", "which")):
            return True
        if word in PARTICIPLES or word in ACTIVE or word in _PART_STOPS:
            return False
    return False


def _stated(sentence: Sentence, number: Number) -> Stated | None:
    """Whether the words just before it call the figure a minimum or a maximum."""
    said = None
    begin = sentence.words[max(0, number.first - _STATED_WITHIN)].begin
    for match in _STATED.finditer(sentence.text, begin, number.count.number.begin):
        said = Stated.MINIMUM if match[1] else Stated.MAXIMUM
    return said


def _together(sentence: Sentence, number: Number) -> Iterator[Toll]:
    """One with a number of others: "she was killed alongside her five sons", "he and 33 others died"."""
    count = number.count
    if count.low is None or count.low != count.high:
        return
    before = sentence.text[max(sentence.span.begin, count.span.begin - 60) : count.span.begin]
    alongside = _ALONGSIDE.search(before)
    says_others = {"other", "others"} & set(sentence.texts(number.first, number.last + 2))
    if alongside is not None:
        first = 2 if alongside[1].lower() == "were" else 1
        harms = frozenset({PARTICIPLES[alongside[2].lower()]})
    elif says_others and sentence.at(number.first - 1) == "and" and sentence.at(number.first - 2) not in PARTICIPLES:
        first, harms = 1, number.harm
    else:
        return
    for harm in sorted(harms):
        yield Toll(
            harm=harm,
            low=count.low + first,
            high=count.low + first,
            exactness=Exactness.EXACT,
            span=count.span,
            whom=Whom.KIND,
            elsewhere=sentence.elsewhere,
            together=True,
            order=sentence.order,
        )


def _rows(sentence: Sentence, voice: Voice) -> Iterator[Toll]:
    """People of several kinds told one after another, added up: "a girl and her two brothers were killed"."""
    if voice is not Voice.SUMMARY or any(number.harm and number.noun in PEOPLE for number in sentence.people):
        return  # a total is given, or somebody's words about some of them
    row: list[Number] = []
    for number in [*sentence.people, None]:
        if number is not None and _adds_up(sentence, row, number):
            row.append(number)
            continue
        if len(row) > 1:
            total = sum(each.count.low or 0 for each in row)
            for harm in sorted(row[0].harm):
                yield Toll(
                    harm=harm,
                    low=total,
                    high=total,
                    exactness=Exactness.EXACT,
                    span=Span(row[0].count.span.begin, row[-1].count.span.end),
                    voice=voice,
                    whom=Whom.KIND,
                    elsewhere=sentence.elsewhere,
                    together=True,
                    order=sentence.order,
                )
        row = [number] if number is not None and _adds_up(sentence, [], number) else []


def _adds_up(sentence: Sentence, row: list[Number], number: Number) -> bool:
    """Whether a number can stand in a row of kinds, behind those that do."""
    count = number.count
    if not number.harm or count.low is None or count.low != count.high or number.noun in FIGHTERS:
        return False
    if not row:
        return not _is_part(sentence, number)
    behind = row[-1]
    between = sentence.texts(behind.last, number.first)
    return behind.harm == number.harm and in_one_row(sentence, behind, number) and ("and" in between or "," in between)


# People who are not counted


def _without_number(sentence: Sentence, voice: Voice) -> Iterator[Toll]:
    """Harm said of people who are not counted: "injuries were reported", "her brother was killed". Once each."""
    taken = {harm for number in sentence.people for harm in number.harm if not number.count.single}
    for place, word in enumerate(sentence.words):
        harm = PARTICIPLES.get(word.text) or HARM_NOUNS.get(word.text)
        if harm is None or harm in taken or is_negated(sentence, place):
            continue
        many = _how_many(sentence, place)
        if many is None:
            continue
        taken.add(harm)
        span = Span(word.begin, word.end)
        yield Toll(
            harm=harm,
            low=1 if many == 1 else None,
            high=1 if many == 1 else None,
            exactness=Exactness.NONE,
            vague=None if many == 1 else Vague.PLURAL,
            span=span,
            voice=voice,
            elsewhere=sentence.elsewhere,
            early=sentence.early(span),
            doubted=sentence.doubted(span),
            order=sentence.order,
        )
    if voice is Voice.SUMMARY:
        yield from _single(sentence, voice, taken)


def _single(sentence: Sentence, voice: Voice, taken: set[Harm]) -> Iterator[Toll]:
    """One person without a number, where nobody else is spoken of: "the blast killed a teacher"."""
    for number in sentence.people:
        for harm in sorted(number.harm - taken) if number.count.single else ():
            taken.add(harm)
            yield Toll(
                harm=harm,
                low=1,
                high=1,
                exactness=Exactness.NONE,
                span=number.count.span,
                voice=voice,
                elsewhere=sentence.elsewhere,
                early=sentence.early(number.count.span),
                doubted=sentence.doubted(number.count.span),
                order=sentence.order,
            )


def _how_many(sentence: Sentence, place: int) -> int | None:
    """1 for one, 2 for more than one, None where the word says nothing of new victims."""
    word, before = sentence.at(place), sentence.at(place - 1)
    if word in ("injuries", "martyrs", "deaths"):
        return _how_many_nouns(sentence, place)
    one = ("a", "an", "one")
    if word not in PARTICIPLES:
        said = sentence.at(place + 2) if word == "body" and sentence.at(place + 1) == "of" else before
        return 1 if word in ("martyr", "injury", "fatality", "body") and said in one else None
    auxiliary = _auxiliary(sentence, place)
    if auxiliary is not None:
        return 2 if auxiliary == "were" else 1
    if before == "others" or (word == "wounded" and before == "and"):
        return 2
    return 1 if word == "died" else None


def _how_many_nouns(sentence: Sentence, place: int) -> int | None:
    before = sentence.texts(place - 5, place)
    if sentence.at(place) == "injuries":
        if {"sustained", "suffered", "suffering", "with"} & set(before):
            one = {"civilian", "man", "woman", "person", "child", "boy", "girl"}
            return 1 if one & set(sentence.texts(place - 7, place)) else None
        return None if {"his", "her", "their", "from"} & set(before[-3:]) else 2
    if {"his", "her", "their", "from"} & set(before[-3:]):
        return None
    known = ("its", "the", "these", "those", "of", "list", "with", "head")  # taken up, not told
    return None if before and (before[-1] in known or before[-1].endswith("'s")) else 2


def _auxiliary(sentence: Sentence, place: int) -> str | None:
    """The "was" or "were" a participle belongs to, with nothing but adverbs and other participles between."""
    for word in reversed(sentence.texts(place - 6, place)):
        if word in ("was", "were"):
            return word
        between = ("also", "all", "both", "and", "or", "been", "being")
        if not (word.endswith("ly") or word in between or word in PARTICIPLES):
            return None
    return None

"""Persons named in a document: every mention, and which mentions are the same person.

A name is what the grammar takes for a person, what it takes for something else but looks like a person's name, or a
row of capitalised words no grammar has named. A shorter name is the same person as a longer one
that holds all its words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from vigil.incidents.assess.told import Told
from vigil.testimony.english.lexicon import word_set

_WORD = re.compile(r"[^\W\d_](?:[\w'’.-]*\w)?[.]?")
_PARTICLES = word_set(
    """al el bin ibn bint abu abd de da do dos del della di la le van von der den ten y e ul ur uz ud ad ait ould dit
    san st"""
)
_LINKS = frozenset({"-", "'", "’", "‘", "`"})
_TITLES = word_set(
    """mr mrs ms miss dr prof professor sir dame lord hon rev reverend father fr sister brother pastor bishop imam
    sheikh sheik president vice-president minister prime premier chancellor senator sen governor gov mayor judge justice
    magistrate king queen prince princess captain capt general gen colonel col lieutenant lt major maj sergeant
    sgt corporal constable officer inspector superintendent commissioner chief chairman chairwoman chairperson
    chair director secretary secretary-general ambassador congressman congresswoman representative rep mp comrade
    activist activists journalist journalists lawyer lawyers attorney blogger editor reporter correspondent
    photographer photojournalist poet writer author cleric ayatollah mullah maulana cardinal pope archbishop
    engineer doctor nurse spokesman spokeswoman spokesperson former late detective deputy sheriff foreign interior
    attorney human rights defender leader founder member mps members students researcher researchers satirist
    filmmaker photographers editors reporters protester protesters campaigner campaigners haji hajji ustad pvt
    private agent coach star actor actress singer rapper youtuber advocate barrister barr alhaji mallam engr the a
    an and of for with by in on at to from as while when after before says said by"""
)
_NOT_NAMES = word_set(
    """amnesty international watch human rights group union party movement front council committee commission
    association
    federation congress organization organisation organizations foundation institute institution center centre
    network agency bureau office department ministry government parliament assembly senate court police army
    forces force guard military intelligence security service services news times post journal herald tribune
    guardian daily press media radio television tv channel magazine gazette report reports today university
    college school hospital prison jail church mosque temple street road avenue square airport hotel bridge
    district province state city county region republic kingdom island islands river sea north south east west
    northern southern eastern western central africa asia europe america american european african asian muslim
    muslims christian christians jewish islam islamic islamist day days january february march april may june july
    august september october november december monday tuesday wednesday thursday friday saturday sunday act law
    code bill convention treaty declaration constitution article section protocol agreement award prize campaign
    project program programme initiative alliance coalition league club company corporation corp inc ltd llc plc
    bank fund trust board panel team unit squad brigade regiment battalion division twitter facebook youtube
    whatsapp instagram telegram google getty images image photo photos reuters afp ap cnn bbc aljazeera jazeera
    xinhua email address newsletter subscribe breaking update world global national nations united states kingdom
    democratic democracy communist socialist labour labor workers worker people peoples free freedom freedoms
    independent liberation war peace revolution revolutionary resistance minister ministers president secretary
    general director this that these those there here what who why how when where which he she it they we you i
    his her their our my but and or if not no yes mr ms mrs dr all also more most last next first second third new
    old read click share comment comments related see black white lives matter pro anti hong kong islamic covid
    coronavirus covid-19 pandemic pm am gmt est"""
)
MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at one place: tokens [first, last)."""

    first: int
    last: int
    by_grammar: bool  # the grammar took these words for a person


@dataclass(slots=True)
class Person:
    """Whom the document names, by the first of its fullest names."""

    name: str
    mentions: list[Mention] = field(default_factory=list)  # in order; all that are taken for the same person
    full: list[Mention] = field(default_factory=list)  # those that give the whole name


def persons(told: Told) -> tuple[Person, ...]:
    """Everybody named with more than one word, by first full mention, and single names no longer one holds."""
    found = sorted(_mentions(told), key=lambda mention: (mention.first < told.n_title, mention.first))
    keyed = [(mention, _key(told, mention)) for mention in found]
    people: list[tuple[frozenset[str], Person]] = []
    by_word: dict[str, list[int]] = {}
    for mention, key in keyed:
        if len(key) < 2:
            continue
        same = next((at for at in by_word.get(key[-1], ()) if _same(people[at][0], frozenset(key))), None)
        if same is None:
            same = next((at for at in by_word.get(key[0], ()) if _same(people[at][0], frozenset(key))), None)
        if same is None:
            same = len(people)
            people.append((frozenset(key), Person(said(told, mention))))
            for word in key:
                by_word.setdefault(word, []).append(same)
        people[same][1].mentions.append(mention)
        people[same][1].full.append(mention)
    for mention, key in keyed:
        if len(key) != 1:
            continue
        held = by_word.get(key[0], [])
        before = [at for at in held if people[at][1].full[0].first < mention.first]
        if held:
            holder = before[-1] if before else held[-1]
            people[holder][1].mentions.append(mention)
            continue
        people.append((frozenset(key), Person(said(told, mention))))
        by_word[key[0]] = [len(people) - 1]
        people[-1][1].mentions.append(mention)
        people[-1][1].full.append(mention)
    for _, person in people:
        person.mentions.sort(key=lambda mention: mention.first)
    return tuple(person for _, person in people)


def said(told: Told, mention: Mention) -> str:
    """A name as it stands in the text, in one line."""
    return " ".join(told.said(mention.first, mention.last).split())


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one


def _key(told: Told, mention: Mention) -> tuple[str, ...]:
    words = [word for word in told.words[mention.first : mention.last] if word not in _LINKS]
    return tuple(word.strip(".-") for word in words if len(word.strip(".-")) > 1) or (words[0] if words else "",)


def _mentions(told: Told) -> Iterator[Mention]:
    taken = [False] * len(told.tokens)
    for first, last, kind in _entities(told):
        for part_first, part_last in _names_in(told, first, last):
            words = part_last - part_first
            common = any(_is_common(told.words[at]) for at in range(part_first, part_last))
            if kind != "PERSON" and (words < 2 or common):
                continue
            for at in range(part_first, part_last):
                taken[at] = True
            yield Mention(part_first, part_last, by_grammar=kind == "PERSON")
        if kind != "PERSON":
            for at in range(first, last):
                taken[at] = True
    for first, last in told.sentences:
        for row_first, row_last in _rows(told, first, last, taken):
            for part_first, part_last in _names_in(told, row_first, row_last):
                common = any(_is_common(told.words[at]) for at in range(part_first, part_last))
                if part_last - part_first >= 2 and not common:
                    yield Mention(part_first, part_last, by_grammar=False)


def _entities(told: Told) -> Iterator[tuple[int, int, str]]:
    """Names the grammar found; a person's goes on over capitalised words that follow it at once."""
    at = 0
    while at < len(told.tokens):
        kind = told.tokens[at].entity
        if not kind:
            at += 1
            continue
        last = at + 1
        while last < len(told.tokens) and told.tokens[last].entity == kind and not told.tokens[last].entity_begins:
            last += 1
        if kind in {"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART"}:
            first = at
            if kind == "PERSON":
                last = _to_its_end(told, last)
                while first > 0 and _begins_before(told, first):
                    first -= 1
            yield first, last, kind
        at = last


def _begins_before(told: Told, first: int) -> bool:
    """Whether the word before is a part of the name that the grammar left off, and no title or sentence's start."""
    word = told.words[first - 1]
    if told.tokens[first - 1].entity or not _goes_on(told, first) or not _capital(told, first - 1):
        return False
    sentence = told.sentence_of[first]
    same = told.sentence_of[first - 1] == sentence and first - 1 != told.sentences[sentence][0]
    return same and not _is_common(word) and word not in _TITLES


def _to_its_end(told: Told, last: int) -> int:
    """Where a name ends that the grammar broke off: over capitalised words, and "-hung" of "Kim-hung"."""
    while last < len(told.tokens):
        if not told.tokens[last].entity and _goes_on(told, last):
            last += 1
        elif last + 1 < len(told.tokens) and told.words[last] == "-" and _glued(told, last) and _glued(told, last + 1):
            last += 2
        elif told.tokens[last].entity == "PERSON" and _goes_on(told, last):
            last += 1
        else:
            break
    return last


def _second_half(told: Told, at: int) -> bool:
    """Whether this is the "hung" of "Kim-hung"."""
    return (
        at >= 2 and told.words[at - 1] == "-" and told.words[at].isalpha() and _glued(told, at) and _glued(told, at - 1)
    )


def _glued(told: Told, at: int) -> bool:
    return at not in (0, told.n_title) and told.tokens[at].begin == told.tokens[at - 1].end


def _goes_on(told: Told, at: int) -> bool:
    """Whether this token is a capitalised word right after the one before it, with one blank between."""
    before, here = told.tokens[at - 1], told.tokens[at]
    near = at > 0 and at != told.n_title and here.begin - before.end <= 1
    return near and _capital(told, at) and not _is_common(told.words[at])


def _rows(told: Told, first: int, last: int, taken: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Rows of capitalised words in a sentence that no name has taken."""
    at = first
    while at < last:
        if taken[at] or not _capital(told, at) or (at == first and told.words[at] in _TITLES):
            at += 1
            continue
        end = at + 1
        while end < last and not taken[end]:
            inner = end + 1 < last and _inner(told, end) and _capital(told, end + 1)
            if not inner and not _capital(told, end):
                break
            end += 1
        if 2 <= end - at <= 8:
            yield at, end
        at = end


def _inner(told: Told, at: int) -> bool:
    return told.words[at] in _PARTICLES or told.words[at] in _LINKS


def _names_in(told: Told, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The name without titles before it and signs after it; a row over several lines is several names."""
    begin = first
    for at in range(first + 1, last + 1):
        broken = at == last
        if not broken:
            gap = (told.title if told.in_title(at) else told.text)[told.tokens[at - 1].end : told.tokens[at].begin]
            broken = "\n" in gap or told.in_title(at) != told.in_title(at - 1)
        if broken:
            part = _stripped(told, begin, at)
            if part is not None:
                yield part
            begin = at


def _stripped(told: Told, first: int, last: int) -> tuple[int, int] | None:
    while first < last and (told.words[first].strip(".") in _TITLES or not _capital(told, first)):
        if told.words[first] in {"al", "el", "de", "van", "von", "bin", "abu"} and first + 1 < last:
            break
        first += 1
    while last > first and not _capital(told, last - 1) and not _second_half(told, last - 1):
        last -= 1
    if first >= last or last - first > MOST_WORDS + 2:
        return None
    return first, last


def _capital(told: Told, at: int) -> bool:
    text = told.tokens[at].text
    upper = text[:1].isupper() or (len(text) > 3 and text[:3].lower() in {"al-", "el-", "ad-", "as-", "ar-"})
    return upper and _WORD.fullmatch(text) is not None


def _is_common(word: str) -> bool:
    return word.strip(".") in _NOT_NAMES

"""What befell the people a number counts: the verb or noun that says so, found in the number's own sentence.

"Killing 12 and wounding 30", "12 people, including four children, were killed", "the toll rose to 12", "12 dead": each
number belongs to a verb of its own. Where none is found a number counts nobody here.
"""

import itertools
import re

from vigil.incidents.codebooks.sentence import Number, Sentence
from vigil.incidents.codebooks.tolls import Harm
from vigil.incidents.codebooks.words_of_harm import (
    ACTIVE,
    HARM_NOUNS,
    HARM_OF,
    KINDS,
    NEGATIONS,
    PART_OF,
    PARTICIPLES,
    PEOPLE,
    WEAK_NOUNS,
    word_set,
)

_AHEAD = 80
"""Words a verb may stand behind its subject: subjects here carry names, ages and parts."""

_BACK = 9
"""Words a verb may stand before its object."""

_AUXILIARIES = word_set("was were been being be is are have had has got get as among")

_FILLERS = word_set(
    """reportedly allegedly apparently seemingly at least approximately an a estimated further another additional the
    other some up to as many more than total of between likely also possibly all about around nearly almost over only
    what overall most roughly close his her their its your my our these those early late " “ ” ' ‘ ’ ("""
)
"""May stand between a verb and the number that is its object."""

_CLAUSE_BREAKS = word_set("after when while because although though but however whereas if since before until")

_OTHER_FATES = word_set("missing trapped displaced buried rescued arrested survived sheltering")

_UNREALISED = re.compile(
    r"\b(?:authori[sz]\w+|plan(?:ned|s|ning)?|threat\w*|intend\w*|would|order(?:ed|s)|allow\w*)\b[^,;]{0,40}$",
    re.IGNORECASE,
)

_TOLL = re.compile(
    r"""(?:\btoll
    |\bnumber\ of\ (?:\S+\ ){0,4}?(killed|dead|deaths|martyrs|fatalities|victims|casualties|injured|wounded|injuries)
    |\b(injured|wounded|injuries|dead|deaths|martyrs|killed|casualties|fatalities)\ (?:\S+\ ){0,6}?
        (?:rose|risen|rising|reached|reaching|increased)
    |\bnumber\ (killed|injured|wounded|dead)
    |\bestimates?\ of\ (injuries|deaths|injured|killed))
    (?:\ \S+){0,8}?\ (?:to|at|as|was|is|were|of|reached|reaching|exceeding|exceeded|surpassed)
    (?:\ (?:be|[“"'”]|at|least|between|around|about|more|than|over)){0,6}$""",
    re.VERBOSE,
)
"""Just before a number: "the death toll rose to", "the number of injured was"."""

_TOLL_WITHIN = 16
"""Words before the number in which that is looked for."""

_INJURED_TOLL = re.compile(r"\b(?:injur|wound)\w*(?: \S+){0,2} toll")

_UNDER = re.compile(r"\b(?:rubble|missing|trapped|buried)\b", re.IGNORECASE)


def find_harm(sentence: Sentence) -> None:
    """Says of each number of people of a sentence what befell them; nothing where no word says it."""
    previous: Number | None = None
    for number in sentence.people:
        number.harm = _harm(sentence, number, previous)
        if not number.count.single:
            previous = number
    for number, following in itertools.pairwise(each for each in sentence.people if not each.count.single):
        if not number.harm and sentence.bridged(number, following):
            number.harm = following.harm

    for behind, number in itertools.pairwise(sentence.people):
        between = sentence.texts(behind.last, number.first)
        if not number.harm and behind.count.single and number.noun in KINDS and len(between) <= 4 and "and" in between:
            number.harm = behind.harm  # "killed a girl and her two brothers"


def is_negated(sentence: Sentence, place: int) -> bool:
    """Whether the words just before one deny it."""
    return any(word in NEGATIONS or word.endswith("n't") for word in sentence.texts(place - 4, place))


def _harm(sentence: Sentence, number: Number, previous: Number | None) -> frozenset[Harm]:
    begin = number.count.span.begin
    if _UNREALISED.search(sentence.text, max(sentence.span.begin, begin - 80), begin):
        return frozenset()
    own = _own(sentence, number)
    if own:
        return own
    if previous is not None and previous.harm and in_one_row(sentence, previous, number):
        return previous.harm
    if number.noun in WEAK_NOUNS and not sentence.elsewhere:
        number.weak = not _UNDER.search(sentence.text, *sentence.clause(number.count.span))
        return frozenset({Harm.KILLED}) if number.weak else frozenset()
    return frozenset()


def _own(sentence: Sentence, number: Number) -> frozenset[Harm]:
    """By the words that belong to the number alone: its verb, its noun, "the toll rose to"."""
    before = _object_of(sentence, number)
    if before is not None:
        return frozenset({before})
    if number.noun in HARM_NOUNS:
        return _and_other(sentence, number.noun_at, HARM_NOUNS[number.noun])
    toll = _behind_toll(sentence, number)
    if toll is not None:
        return frozenset({toll})
    found = _subject_of(sentence, number)
    if not found and sentence.order > 1 and sentence.of_method and (not number.noun or number.noun in PEOPLE):
        named = _named_before(sentence, number)
        found = frozenset() if named is None else frozenset({named})
    return found


def _object_of(sentence: Sentence, number: Number) -> Harm | None:
    """The verb whose object the number is: "killing at least 12", "the death of 12"."""
    of = False
    for place in range(number.first - 1, max(-1, number.first - 1 - _BACK), -1):
        word = sentence.at(place)
        if word == "of" or (word == "to" and sentence.at(place - 1) in ("injuries", "injury")):
            of = True
        elif of and word in HARM_OF:
            return HARM_OF[word]
        elif word == "dead" and sentence.at(place - 1) == "shot":
            return Harm.KILLED
        elif word in ACTIVE and not of:
            passive = word in PARTICIPLES and _is_passive(sentence, place)
            lost = word in ("lost", "losing") and number.noun not in PEOPLE and number.noun not in KINDS
            return None if passive or lost else ACTIVE[word]
        elif word not in _FILLERS:
            return None
    return None


def _is_passive(sentence: Sentence, place: int) -> bool:
    """Of "killed", whether it is said of those killed."""
    if sentence.at(place - 1) in ("people", "civilians", "those", "others", "who", "family", "members"):
        return True
    for word in reversed(sentence.texts(place - 4, place)):
        if word in _AUXILIARIES:
            return True
        if not (word.endswith("ly") or word in ("also", "all", "both", "or", "and") or word in PARTICIPLES):
            return False
    return False


def _behind_toll(sentence: Sentence, number: Number) -> Harm | None:
    before = " ".join(sentence.texts(number.first - _TOLL_WITHIN, number.first))
    match = _TOLL.search(before)
    if match is None:
        return None
    word = match[1] or match[2] or match[3] or match[4]
    if word is None:
        return Harm.INJURED if _INJURED_TOLL.search(before) else Harm.KILLED
    return HARM_NOUNS.get(word, Harm.KILLED)


def _subject_of(sentence: Sentence, number: Number) -> frozenset[Harm]:
    """What its verb says of a number: "12 people, among them four children, were killed and injured"."""
    part = auxiliary = counted = False
    for place in range(number.last, min(len(sentence.words), number.last + _AHEAD)):
        word = sentence.at(place)
        if word == ";" or (word in _CLAUSE_BREAKS and not auxiliary and not part):
            return frozenset()
        counted = counted or (place in sentence.starts and place > number.last)
        if word in PART_OF:
            part = True
        elif word in ("were", "was", "been", "being"):
            auxiliary, part = True, False
        elif word in PARTICIPLES:
            near = place - number.last <= 5 and not counted
            if auxiliary or near or word in ("died", "perished"):
                if is_negated(sentence, place):
                    return frozenset()
                return _of_participle(sentence, place, auxiliary=auxiliary)
        elif word in ("sustained", "suffered", "suffering", "sustaining"):
            if {"injuries", "injury", "wounds"} & set(sentence.texts(place + 1, place + 5)):
                return frozenset({Harm.INJURED})
        elif (word == "that" and place > number.last and not auxiliary) or (word in _OTHER_FATES and auxiliary):
            return frozenset()
    return frozenset()


def _of_participle(sentence: Sentence, place: int, *, auxiliary: bool) -> frozenset[Harm]:
    harm = PARTICIPLES[sentence.at(place)]
    takes_object = sentence.at(place) in ACTIVE and place + 1 in sentence.starts and not _is_passive(sentence, place)
    if takes_object:
        return frozenset({harm}) if auxiliary else frozenset()
    return _and_other(sentence, place, harm)


def _and_other(sentence: Sentence, place: int, harm: Harm) -> frozenset[Harm]:
    """Of "killed and injured" both, where the second is not another number's."""
    if sentence.at(place + 1) in ("and", "or", "/"):
        second = sentence.at(place + 2)
        other = PARTICIPLES.get(second) or HARM_NOUNS.get(second)
        if other is not None and other is not harm and place + 3 not in sentence.starts:
            return frozenset({harm, other})
    return frozenset({harm})


def _named_before(sentence: Sentence, number: Number) -> Harm | None:
    """In a sentence on method, the harm named last before the figure: "the range of injured was set at 2 to 7"."""
    for word in reversed(sentence.texts(number.first - 60, number.first)):
        if word in ("injured", "injury", "injuries", "wounded"):
            return Harm.INJURED
        if word in ("killed", "dead", "deaths", "death", "fatality", "fatalities", "toll"):
            return Harm.KILLED
    return None


def in_one_row(sentence: Sentence, previous: Number, number: Number) -> bool:
    """Whether both stand in one row: "two women and three children"."""
    between = sentence.texts(previous.last, number.first)
    return len(between) <= 14 and not any(
        word in PARTICIPLES or word in (";", "were", "was", "had", "said", "reported") for word in between
    )

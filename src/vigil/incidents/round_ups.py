"""Origins that a text sets beside its own: "half of the 52 that the harbour master had counted".

A round-up gives two figures with who gave each, and often in words of which no claim is read. Where a sentence has an
origin's figure and names it, the document had that figure from there: it stands among that origin's documents, and adds
nothing.
"""

import re
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache
from itertools import pairwise

from vigil.incidents.name_tables import CROWD, ROLES
from vigil.incidents.naming import Keys, name_keys
from vigil.watch.lexicon.words import fold

_LOOKED_AT = 20_000
_SENTENCE = re.compile(r"(?<=[.!?؟;؛])\s+|\n+")
_WORD = re.compile(r"[@\w]+(?:['’]\w+)?")
_NUMBER = re.compile(r"(?<![\d.,:/-])\d{1,3}(?:[,٬]\d{3})+(?![\d:/-])|(?<![\d.,:/-])\d+(?![\d:/-]|[.,]\d)")
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?|كانون|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|تشرين"
    "|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر"
)
_NO_FIGURE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTHS})\b|\b(?:{_MONTHS}) \d{{1,2}}\b(?! (?:people|dead|killed))"
    r"|(?<!\S)\S+[ -](?:km|kms|kilomet(?:re|er)s?|miles?|metres?|meters?|hours?|minutes?|years?|days?|weeks?|months?"
    r"|per ?cent|percent|كيلومتر\w*|كم|ساعات|ساعه|سنوات|سنه|ايام|يوما|دقيقه)\b|\d+ ?%|\b(?:19|20)\d\d\b",
)
"""Numbers of days, of how far, how long and how old."""
_LEAST_LETTERS = 4  # of one word by which a name is known, its mark among them: "~dnk"

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_BELOW_TWENTY = {word: at for at, word in enumerate(f"{_UNITS} eighteen nineteen".split(), 1)}
_TENS_WORDS = {word: 10 * at for at, word in enumerate(_TENS.split(), 2)}
_NUMBER_WORDS = re.compile(
    rf"\b(?:({'|'.join(_TENS_WORDS)})(?:[- ]({'|'.join(list(_BELOW_TWENTY)[:9])}))?|({'|'.join(_BELOW_TWENTY)}))\b"
)


def names_beside(text: str, names: Iterable[str], figures: Set[int], places: Keys, alone: Keys = frozenset()) -> bool:
    """Whether a sentence of a text gives one of these figures and names one of these: "the mayor had said 14".

    Args:
        text: Of a document.
        names: Of one source.
        figures: That this source gave.
        places: Words of places, by which no source is named: "14 people of Deir Salma", and the Deir Salma council.
        alone: Words by which it is named alone, nobody else here being of that kind: "police gave 11, the union 17".
    """
    places = frozenset(key for key in places if key.startswith("~"))
    said = [(name_keys(name) - ROLES - CROWD, name) for name in names]
    wanted = [(keys - places, {each for each in _pairs(name) if not each <= places}) for keys, name in said]
    return any(
        any(_names(words, keys, pairs) for keys, pairs in wanted) or any(each & alone for each in words)
        for numbers, words in _sentences(text[:_LOOKED_AT])
        if figures & numbers
    )


@lru_cache(maxsize=1024)
def _sentences(text: str) -> tuple[tuple[frozenset[int], tuple[Keys, ...]], ...]:
    """Of each sentence that has a number, its numbers, and its words' keys."""
    found = ((frozenset(numbers_in(each)), each) for each in _SENTENCE.split(text))
    return tuple((numbers, tuple(_words(each))) for numbers, each in found if numbers)


def numbers_in(sentence: str) -> set[int]:
    """The numbers in a sentence, in digits or in English words: "thirty-one dead, and 1,200 fled"."""
    folded = _NO_FIGURE.sub(" ", fold(sentence))
    found = {int(re.sub(r"[,٬]", "", each.group())) for each in _NUMBER.finditer(folded)}
    for tens, unit, small in _NUMBER_WORDS.findall(folded):
        found.add(_BELOW_TWENTY[small] if small else _TENS_WORDS[tens] + _BELOW_TWENTY.get(unit, 0))
    return found


def _words(text: str) -> list[Keys]:
    return [keys for word in _WORD.findall(text.replace("-", " ")) if (keys := name_keys(word))]


def _pairs(name: str) -> set[Keys]:
    """Words of a name that stand side by side, by which it is known in short: "the village council"."""
    words = _words(name)
    return {one | other for one, other in pairwise(words) if one != other}


def _tells_what(keys: Keys) -> bool:
    return not any(key.startswith("~") for key in keys)


def _names(words: Sequence[Keys], keys: Keys, pairs: Set[Keys]) -> bool:
    """Whether words name one by two words of its name side by side, by one of a person's, or by all."""
    if any(one | other in pairs for one, other in pairwise(words)):
        return True
    for one, other in pairwise(words):
        if one != other and one | other <= keys and _tells_what(one | other):
            return True  # "a field hospital" is the Noor Field Hospital
    person = next(iter(keys)) if len(keys) == 1 else ""
    return person.startswith("~") and len(person) >= _LEAST_LETTERS and any(keys <= each for each in words)

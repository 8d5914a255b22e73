"""Whether two names of a source or an actor can mean the same, in English, Arabic, or one of each.

A name becomes a set of keys: what its words mean where that is known (`hospital`, `un`, `army`), and else their
consonants (`~hrbn` for Harbanah and for حربنة), since a transliteration keeps little more. Who is meant in one incident
by "the council" is left to whoever compares: there is usually one.
"""

import re
from functools import lru_cache

from vigil.incidents.name_tables import (
    COUNTRIES,
    CROWD,
    EMPTY,
    FACELESS,
    MEANINGS,
    PRIMARY,
    ROLES,
    SIDES,
    STATE,
    THEREABOUTS,
    TRADES,
    WHOLE,
)
from vigil.watch.lexicon.words import fold

Keys = frozenset[str]

_WORD = re.compile(r"[^\W_]+")
_ARABIC = re.compile("[\u0600-\u06ff]")
_LONGEST = 200
"""Characters of a name that are looked at: what is longer is no name."""

_MEANING = {word: tuple(meaning.split()) for words, meaning in MEANINGS.items() for word in words.split()}
_WHOLE = sorted(WHOLE.items(), key=lambda item: -len(item[0]))
_MEDIA = frozenset({"media"})

# One letter for those that transliterations take for one another; vowels, and w and y which write long ones, go.
_DIGRAPHS = (("sh", "$"), ("ch", "$"), ("kh", "x"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("ph", "f"), ("ou", ""))
_LATIN = str.maketrans(
    {**dict.fromkeys("aeiouwy'", ""), "q": "k", "c": "k", "p": "b", "v": "f", "j": "g", "z": "z", "x": "x"}
)
_ARABIC_LETTERS = str.maketrans(
    {
        **dict.fromkeys("اوىيءئؤآأإعwy", ""),
        **dict(zip("بتثجحخدذرزسشصضطظغفقكلمنهة", "bttghxddrzs$sdtzgfkklmnhh", strict=True)),
    }
)
_CLAUSE = re.compile(r"(?<=\w)(?:\s+(?:التي|الذي|الذين|اللذين|اللتين|اللواتي|اللاتي)|,\s+(?:who|which|whose))\s")
"""What is told of somebody behind their name: "the council, which counted the graves"."""
_CLITICS = ("وال", "بال", "فال", "كال", "لل", "ال")
_SINGLE = "وبلفك"


@lru_cache(maxsize=65_536)
def name_keys(name: str) -> Keys:
    """What tells a name from others. Empty: nothing does, as of "it" and "they"."""
    folded = (
        fold(_CLAUSE.split(name[:_LONGEST], maxsplit=1)[0]).replace("-", " ").replace("'s ", " ").replace("' ", " ")
    )
    found: set[str] = set()
    padded = f" {' '.join(_WORD.findall(folded))} "
    for words, meaning in _WHOLE:
        if f" {words} " in padded or (words.startswith("ال") and _behind_clitic(words, padded)):
            found.update(meaning.split())
            for start in ("", "و", "ب", "ل", "ف"):
                padded = padded.replace(f" {start}{words} ", " ")
            padded = padded.replace(f" لل{words[2:]} ", " ")
    for word in padded.split():
        found.update(_word_keys(word))
    return frozenset(found)


def is_somebody(keys: Keys) -> bool:
    """Whether a speaker can be told by it: more than a pronoun, a role or a crowd."""
    return bool(keys - ROLES - CROWD)


def is_crowd(keys: Keys) -> bool:
    """Whether it speaks of people of whom there are many: residents, witnesses."""
    return bool(keys & CROWD) and not keys - ROLES - CROWD


def speaks_for_itself(keys: Keys) -> bool:
    """Whether a publisher's name says that it counts itself, and does not publish what others counted."""
    return bool(keys & PRIMARY) and not keys & _MEDIA


def side_by_name(keys: Keys) -> str | None:
    """The party to a conflict that a source is of by its name. None: its name says nothing of it."""
    return next((side for side, words in SIDES.items() if keys & words), None)


def missing(mention: Keys, name: Keys) -> int | None:
    """How many keys of a name a mention of it leaves out. None: the mention says something that the name does not.

    Roles are free: the hospital's director speaks for the hospital.
    """
    said = mention - ROLES - CROWD
    said = said - THEREABOUTS or said
    if said - name <= TRADES and any(key.startswith("~") for key in said & name):
        said &= name  # "the lawyer Iraida Montilva" is she
    if said - name <= COUNTRIES and not name & COUNTRIES and any(key.startswith("~") for key in said & name):
        said &= name  # "police in Nigeria's Kaduna state" are the Kaduna State Police
    if said - name <= _PEOPLE and said & name & _HOUSES:
        said &= name  # "doctors at Noor Hospital" speak for it, "rescuers of the Civil Defence" for those
    if not said or said - name:
        return None
    return len(name - mention - ROLES)


_PEOPLE = frozenset({"doctor", "nurse", "rescue", "volunteer", "medical", "team", "officer"})
_HOUSES = frozenset({"hospital", "clinic", "morgue", "civildefence", "redcrescent", "redcross", "msf", "ambulance"})
"""Bodies whose people look and count; "the Doctors' Network" is no network and no house."""


def same_name(one: Keys, other: Keys) -> bool:
    """Whether one of the two names is the other, or a shorter form of it."""
    return missing(one, name=other) is not None or missing(other, name=one) is not None


def names_no_side(keys: Keys) -> bool:
    """Whether an actor's words say nothing of who it was: gunmen, warplanes, unknown men."""
    return not keys - FACELESS - ROLES


def same_actor(one: Keys, other: Keys) -> bool:
    """Whether two words for an actor can mean the same. State forces are the same unless two states are named."""
    one, other = one - FACELESS - ROLES, other - FACELESS - ROLES
    if not one or not other:
        return True
    countries, others = one & COUNTRIES, other & COUNTRIES
    if countries and others and not countries & others:
        return False
    if one & STATE and other & STATE and "pro" not in one ^ other:
        return True
    return one <= other or other <= one


def skeleton(word: str) -> str:
    """A folded word's consonants, alike in Arabic letters and in Latin ones."""
    if _ARABIC.search(word):
        plain = word.translate(_ARABIC_LETTERS)
    else:
        plain = word
        for letters, one in _DIGRAPHS:
            plain = plain.replace(letters, one)
        plain = plain.translate(_LATIN)
    plain = re.sub(r"(.)\1+", r"\1", plain)
    return plain[:-1] if len(plain) > 2 and plain.endswith("h") else plain


def _word_keys(word: str) -> tuple[str, ...]:
    if word in EMPTY:
        return ()
    if word in _MEANING:
        return _MEANING[word]
    if _ARABIC.search(word):
        for bare in bare_forms(word):
            if bare in EMPTY:
                return ()
            if bare in _MEANING:
                return _MEANING[bare]
        for clitic in _CLITICS:
            if word.startswith(clitic) and len(word) > len(clitic) + 1:
                word = word.removeprefix(clitic)
                break
        if word.endswith(("يون", "يين")) and len(word) > 4:
            word = word[:-2]  # الحوثيون and the adjective حوثي
    elif word.endswith("s") and word[:-1] in _MEANING:
        return _MEANING[word[:-1]]
    letters = skeleton(word)
    return (f"~{letters}",) if len(letters) > 1 else (f"~{word}",) if word.isdigit() or len(word) > 3 else ()


def bare_forms(word: str) -> list[str]:
    """A word without what Arabic writes onto its front and end, the least taken off first."""
    found = [word.removeprefix(clitic) for clitic in _CLITICS if word.startswith(clitic)]
    if word[0] in _SINGLE and len(word) > 3:
        found.append(word[1:])
    ends = [
        each.removesuffix(end)
        for each in [word, *found]
        for end in ("ها", "هم", "نا", "ه")
        if each.endswith(end) and len(each) > len(end) + 2
    ]
    return found + ends


def _behind_clitic(words: str, padded: str) -> bool:
    return any(f" {clitic}{words} " in padded for clitic in "وبلف") or f" لل{words[2:]} " in padded

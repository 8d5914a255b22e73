"""The forms an Arabic verb is written in: perfect, imperfect, future, Levantine and Egyptian prefixes, object pronouns.

Vowels are not written, so that active and passive look alike (قتل): which is meant, the words around say.
"""

from typing import NamedTuple

from vigil.testimony.arabic.words import fold_word

_OBJECTS = ("ه", "ها", "هم", "هن", "هما", "ني", "نا", "ك", "كم", "كن")


class Form(NamedTuple):
    """What one written form of a verb says.

    Attributes:
        tense: `perfect`, `imperfect` or `future`.
        person: `3ms`, `3fs`, `3p`, `3d`, `1s`, `1p`, `2`; of its subject.
        object: The pronoun written onto it, or "".
    """

    tense: str
    person: str
    object: str = ""


def forms(perfect: str, imperfect: str = "", first: str = "") -> dict[str, Form]:
    """All written forms of a verb, in plain letters.

    Args:
        perfect: "He did": قتل, أصاب, نفى.
        imperfect: "He does" without its first letter: قتل, صيب, نفي. "": as `perfect`.
        first: What stands before ت in "I did" where it is not `perfect`: أصب for أصاب. "": as `perfect`.
    """
    found: dict[str, Form] = {}
    base, stem = fold_word(perfect), fold_word(imperfect or perfect)
    _perfect(found, base, fold_word(first))
    _imperfect(found, stem)
    return found


def _add(found: dict[str, Form], written: str, form: Form) -> None:
    found.setdefault(written, form)


def _perfect(found: dict[str, Form], base: str, first: str) -> None:
    weak = base[-1] in "اي" and len(base) > 2
    short = base[:-1] if weak else base
    before_object = f"{short}ا" if weak else base
    _add(found, base, Form("perfect", "3ms"))
    _add(found, f"{short}ت", Form("perfect", "3fs"))
    for ending in ("وا", "و", "ون"):
        _add(found, short + ending, Form("perfect", "3p"))
    _add(found, f"{base}ا" if not weak else f"{short}يا", Form("perfect", "3d"))
    _add(found, f"{short}تا", Form("perfect", "3d"))
    doubled = len(base) == 2  # فر: with more letters it would be other words, فرن
    if not doubled:
        _add(found, f"{short}ن", Form("perfect", "3p"))
    mine = first or (f"{short}ي" if weak else base)
    _add(found, f"{mine}ت", Form("perfect", "1s"))
    _add(found, f"{mine}نا", Form("perfect", "1p"))
    for pronoun in () if doubled else _OBJECTS:
        _add(found, before_object + pronoun, Form("perfect", "3ms", pronoun))
        _add(found, f"{short}ت{pronoun}", Form("perfect", "3fs", pronoun))
        _add(found, f"{short}و{pronoun}", Form("perfect", "3p", pronoun))


def _imperfect(found: dict[str, Form], stem: str) -> None:
    weak = stem[-1] in "اي" and len(stem) > 2
    short = stem[:-1] if weak else stem
    persons = (("ي", "3ms"), ("ت", "3fs"), ("ن", "1p"), ("ا", "1s"))
    fronts = (
        ("", "imperfect"),
        ("ل", "imperfect"),
        ("س", "future"),
        ("ب", "imperfect"),
        ("ح", "future"),
        ("ه", "future"),
    )
    for front, tense in fronts:
        for letter, person in persons:
            if front == "ب" and letter == "ن":
                _add(found, f"من{stem}", Form(tense, person))
            if front == "ب" and letter == "ا":  # بقتل is "by killing" before it is "I kill"
                _add(found, f"ب{short}وا", Form(tense, "3p"))
                _add(found, f"ب{short}و", Form(tense, "3p"))
                continue
            if letter == "ن" and len(stem) == 2:
                continue  # نفر is "persons" before it is "we flee"
            whole = f"{front}{letter}{stem}"
            _add(found, whole, Form(tense, person))
            if weak and len(stem) > 3:  # shorter, لم ينف would be many other words
                _add(found, f"{front}{letter}{short}", Form(tense, person))
            for pronoun in _OBJECTS:
                _add(found, whole + pronoun, Form(tense, person, pronoun))
            if letter in "يت":
                for ending in ("ون", "وا", "و"):
                    _add(found, f"{front}{letter}{short}{ending}", Form(tense, "3p"))
                for pronoun in _OBJECTS:
                    _add(found, f"{front}{letter}{short}ون{pronoun}", Form(tense, "3p", pronoun))
                    _add(found, f"{front}{letter}{short}و{pronoun}", Form(tense, "3p", pronoun))
                _add(found, f"{front}{letter}{stem}ان", Form(tense, "3d"))
                _add(found, f"{front}{letter}{stem}ن", Form(tense, "3p"))

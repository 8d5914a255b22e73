"""What the words for a death say of how: died, killed, or murdered, in English and Arabic."""

import re

from vigil.model.claim import EventType
from vigil.model.incident import StatedClaim, Verb
from vigil.watch.lexicon.words import fold

_MURDERED = re.compile(
    r"\b(?:murder(?:s|ed|ing|ers?|ous)?|execut(?:e|es|ed|ing|ions?)|massacr(?:e|es|ed|ing)|slaughter(?:s|ed|ing)?"
    r"|butcher(?:s|ed|ing|y)?|assassinat(?:e|es|ed|ing|ions?)|lynch(?:ed|ing)?|behead(?:ed|ing)?|liquidat(?:ed|ing)"
    r"|cold[ -]blood(?:ed)?|summar(?:y|ily)|exterminat(?:ed|ing|ion)"
    r"|\w{0,3}?(?:اعدم|اعدام|اعدمو|مجزره|مجازر|مذبحه|مذابح|ذبح|اغتال|اغتيال|تصفيه|صفت|صفو|نحر)\w{0,3}|بدم بارد"
    r"|\w{0,3}(?:جريمه|جرايم) (?:ال)?قتل)\b"
)
_KILLED = re.compile(
    r"\b(?:kill(?:s|ed|ing|ings)?|shot|shoot(?:s|ing)?|slain|slew|bombed|shelled|martyr(?:s|ed)?|gunned"
    r"|\w{0,3}?(?:قتل|قتيل|مقتل|قضو|قضي|استشهد|استشهاد|شهيد|شهداء|ضحايا|ضحيت)\w{0,3})\b"
)
_DIED = re.compile(
    r"\b(?:di(?:e|es|ed)|dying|deaths?|dead|perish(?:ed)?|bodies|corpses|lost their lives|fatalit(?:y|ies)"
    r"|\w{0,2}?(?:مات|ماتو|توفي|توفيت|توفو|وفاه|وفيات|جثه|جثث|جثمان|مصرع)\w{0,2})\b"
)


def verb_of(words: str, around: str = "") -> Verb | None:
    """What these words say of how somebody died. None: they say nothing of a death.

    Args:
        words: Those that say it.
        around: The sentence they stand in: what is called a massacre there is no mere death.
    """
    near, far = fold(words), fold(around)
    if _MURDERED.search(near) or (_MURDERED.search(far) and (_KILLED.search(near) or _DIED.search(near))):
        return Verb.MURDERED
    if _KILLED.search(near):
        return Verb.KILLED
    if _DIED.search(near):
        return Verb.DIED
    return None


def word_of(stated: StatedClaim) -> Verb | None:
    """What the words of a claim say of how somebody died. A killing in words that are not known here is a killing."""
    text = stated.publication.text
    words = " ".join(text[begin:end] for begin, end in stated.claim.spans.get("event", ()))
    sentence = stated.claim.sentence
    around = text[sentence.begin : sentence.end] if sentence is not None else ""
    return verb_of(words, around) or (Verb.KILLED if stated.claim.event is EventType.KILLING else None)

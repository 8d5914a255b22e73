"""Whether the words around a time make it that of a statement: "said on Monday", "on Monday, the ministry said that".

The day of the statement is never the day of the event.
"""

import re

_SAID = (
    r"(?:said|says|stated|announced|added|wrote|writes|tweeted|posted|claimed|confirmed|denied|declared|insisted|warned|noted"
    r"|revealed|disclosed|explained|reported|reports|condemned|acknowledged|admitted|urged|alleged|accused|blamed|vowed"
    r"|issued|published|released|updated|spoke|speaking|testified|argued)"
)
_PAPERS = (
    r"(?:statement|statements|report|reports|interview|press\s+conference|news\s+conference|press\s+release|briefing|tweet"
    r"|tweets|post|posts|letter|message|reporters|journalists|speech|editorial|article|video\s+message|broadcast|communique)"
)
_NO_VERB = (
    r"(?!(?:that|when|after|before|was|were|who|which|had|has|died|hit|struck|shot|fell|killing|killed|by)\b|\w+(?:ed|ing)\b)"
    r"[\w'’.@-]+"
)
_BEFORE = re.compile(
    rf"\b(?:{_SAID}(?:\s+(?:in|via|on|during|at|through)\s+(?:an?|the|its|his|her|their|my|Twitter|Facebook|Telegram|state)"
    rf"(?:\s+{_NO_VERB}){{0,4}})?"
    rf"|(?:told|tells|telling|informed)(?:\s+{_NO_VERB}){{1,5}}"
    rf"|{_PAPERS}(?:\s+(?:issued|published|released|posted|made|sent|aired|broadcast|seen|dated|carried|(?:to|by|from|of)"
    rf"\s+{_NO_VERB}(?:\s+{_NO_VERB})?)){{0,2}})"
    r"\s*,?\s*(?:(?:on|late|early|last|this|dated)\s+)*$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:^|[.!?\n\"“”’]\s*)(?:(?:On|Late|Early|In|Also|But|And|Then|Earlier)\s+)*(?:on\s+|late\s+|early\s+)?$"
)
_AFTER = re.compile(
    rf",?\s+(?:{_NO_VERB}\s+){{1,6}}?(?:{_SAID}|told|tells|in\s+a\s+statement)\b|['’]s\s+(?:{_PAPERS})\b|\s+{_PAPERS}\b",
    re.IGNORECASE,
)

_ARABIC_BEFORE = re.compile(
    r"(?<!\w)[وف]?(?:قال|قالت|اعلن|اعلنت|صرح|صرحت|افاد|افادت|ذكر|ذكرت|اكد|اكدت|اضاف|اضافت|اوضح|اوضحت|زعم|زعمت|اتهم|اتهمت|نفي|نفت"
    r"|بيان|تصريح|تصريحات|مؤتمر|تقرير|بيانا|كتب|نشر|نشرت)"
    r"(?:\s+(?!(?:ان|انه|انها|بان|مقتل|استشهاد|اصابه|جرح|قصف|غاره|غارات|اعتقال|وفاه|سقوط|وقوع|قتل|قتلوا|استشهد|قصفت|منذ|هدنه|تبدا|يبدا|تسري|يسري|بدءا|اعتبارا)(?!\w))\w+){0,5}"
    r"\s*[,،]?\s*(?:(?:في|يوم|صباح|مساء|ظهر|فجر|له|لها|صدر)\s+)*$"
)


def of_saying(text: str, begin: int, end: int) -> bool:
    """Whether the time [begin, end) of an English text dates a statement."""
    before = text[max(0, begin - 90) : begin]
    if _BEFORE.search(before):
        return True
    return _OPENING.search(before[-24:]) is not None and _AFTER.match(text[end : end + 110]) is not None


def of_arabic_saying(plain: str, begin: int) -> bool:
    """Whether the time that begins there dates a statement, in plain letters (testimony/plain.py)."""
    return _ARABIC_BEFORE.search(plain[max(0, begin - 80) : begin]) is not None

"""How English writes times: one pattern for each form, and the words around it that change what it means."""

import re
from collections.abc import Mapping

from vigil.testimony.times.calendar import SEASONS
from vigil.testimony.word_lists import in_order, listed

_FULL_MONTHS = in_order("january february march april may june july august september october november december")
MONTHS = {name: at for at, name in enumerate(_FULL_MONTHS, 1)} | {
    **{name[:3]: at for at, name in enumerate(_FULL_MONTHS, 1)},
    "sept": 9,
}
_FULL_DAYS = in_order("monday tuesday wednesday thursday friday saturday sunday")
DAYS = {name: at for at, name in enumerate(_FULL_DAYS)} | {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
NUMBERS = {
    name: at
    for at, name in enumerate(
        in_order("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen")
    )
} | {"a": 1, "an": 1, "couple of": 2, "a couple of": 2, "twenty": 20, "thirty": 30}

# Short months and days only with a capital, and May and March too: "may" and "march" are verbs, "sun" and "sat" are not
# days. (?-i:...) keeps the case where the rest of the pattern does not.
_MONTH = (
    r"(?:(?-i:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)|(?-i:March|May)"
    r"|january|february|april|june|july|(?-i:August)|september|october|november|december"
    r"|(?-i:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|(?-i:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?)"
)
_D = r"(?:(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?)"
_Y = r"(?:(?:19|20)\d\d(?!\d))"
_TO = r"(?:\s?[-–—]\s?|\s+(?:to|and|until|till|through|or)\s+)"
_N = (
    r"(?:\d{1,3}|a\ couple\ of|couple\ of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|twenty|thirty)"
)
_UNIT = r"(?:hours?|days?|nights?|weeks?|fortnights?|months?|years?)"
_PART = r"(?:early|mid|middle|late|beginning|start|end)"
_DAYTIME = r"(?:\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night))?"

_FORMS: Mapping[str, str] = {
    "iso": rf"{_Y}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)",
    "numeric": r"\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?![\d/.]*\d)|(?:19|20)\d\d[/.]\d{1,2}[/.]\d{1,2}(?!\d)",
    "weekday_in_part": rf"{_WEEKDAY}\s+(?:in|of)\s+{_PART}[\s-]+{_MONTH}(?:,?\s+{_Y})?",
    "days_month": rf"(?:the\s+)?{_D}{_TO}(?:the\s+)?{_D}(?:\s+of)?\s+{_MONTH}(?:,?\s+{_Y})?",
    "month_days": rf"{_MONTH}\s+(?:the\s+)?{_D}{_TO}(?:the\s+)?{_D}(?!\s+{_MONTH}|[:\d])(?:,?\s+{_Y})?",
    "day_month": rf"(?:the\s+)?{_D}(?:\s+day)?(?:\s+of)?[\s-]+{_MONTH}(?:,?[\s-]+{_Y})?",
    "month_day": rf"{_MONTH}\s+(?:the\s+)?{_D}(?![:\d]|\s?[ap]\.?m\b)(?:,?\s+{_Y})?",
    "week_of_month": rf"(?:the\s+)?(?:first|second|third|last)\s+week\s+(?:of|in)\s+{_MONTH}(?:,?\s+{_Y})?",
    "part_month": rf"(?:the\s+)?{_PART}(?:[\s-]+|\s+(?:of|in)\s+){_MONTH}(?:,?\s+(?:of\s+)?{_Y})?",
    "month": rf"(?:(?:last|this|next)\s+)?{_MONTH}(?:,?\s+(?:of\s+)?{_Y}|\s+last\s+year)?",
    "season": rf"(?:(?:last|this|next|early|late)\s+)?(?:the\s+)?(?:spring|summer|autumn|fall|winter)\b"
    rf"(?:\s+(?:of\s+)?{_Y})?",
    "ago": rf"(?:(?:about|around|some|over|nearly|almost)\s+)?(?:{_N}\s+{_UNIT}|(?:a\s+few|several|many)\s+{_UNIT}"
    rf"|hours|days|weeks|months|years)\s+ago",
    "past_n": rf"(?:the\s+|these\s+)?(?:last|past|previous)\s+{_N}\s+{_UNIT}",
    "around": r"the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)",
    "beside": r"(?:(?:the\s+)?(?:very\s+)?(?:next|following|previous|same)\s+(?:day|night|morning|evening|afternoon)"
    r"|that\s+(?:same\s+)?(?:day|night|morning|evening|afternoon)|the\s+day\s+(?:before|after))\b",
    "that_month": r"(?:that\s+same|the\s+same|that)\s+month\b",
    "apart": rf"{_N}\s+(?:days?|weeks?|months?|years?)\s+(?:later|earlier|afterwards)",
    "spell": r"(?:(?:earlier|later|late|early)\s+)?(?:last|this|next|past|the\s+past|the\s+last|the\s+coming)\s+"
    r"(?:week|month|year|weekend)(?:\s+of)?\b",
    "recent": r"(?:the\s+)?(?:recent|last\s+few|past\s+few|past\s+several)\s+"
    r"(?:hours|days|weeks|months|years)",
    "overnight": rf"overnight(?:\s+(?:on|into|from)?\s*{_WEEKDAY}(?:{_TO}{_WEEKDAY})?)?"
    rf"|the\s+night\s+of\s+{_WEEKDAY}{_TO}{_WEEKDAY}|the\s+night\s+between\s+{_WEEKDAY}{_TO}{_WEEKDAY}|last\s+night",
    "today": r"today|tonight|this\s+(?:morning|afternoon|evening)|(?:earlier|later)\s+today"
    r"|(?<=since\ )(?:early\s+)?(?:dawn|sunrise|morning|noon|midday)(?!\s+(?:yesterday|of|on))",
    "yesterday": rf"yesterday{_DAYTIME}|last\s+evening",
    "tomorrow": rf"tomorrow{_DAYTIME}",
    "weekday": rf"(?:(?:last|this|next|past|coming|following|previous)\s+)?{_WEEKDAY}{_DAYTIME}"
    r"(?:\s+(?:of\s+)?(?:last|next)\s+week\b)?",
    "weekend": r"the\s+weekend",
    "feast": rf"(?:christmas(?:\s+(?:day|eve))?|new\s+year['’]s\s+(?:day|eve)|eid\s+[ae]l[-\s](?:fitr|adha)|ramadan)\b"
    rf"(?:,?\s+{_Y})?",
    "decade": r"(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?(?:19|20)\d0['’]?s",
    "years": rf"{_Y}\s?[-–—/]\s?(?:{_Y}|\d\d(?!\d))|(?<=from\ ){_Y}\s+to\s+{_Y}|(?<=between\ ){_Y}\s+and\s+{_Y}",
    "part_year": rf"(?:early|mid|late)[\s-]+{_Y}(?![-–/.,]?\d)",
    "since_event": r"since\s+the\s+(?:start|beginning|outbreak|launch)\s+of\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:offensive|war|siege|conflict|uprising|revolution|fighting|invasion|campaign|operation|crackdown|hostilities"
    r"|blockade|protests|unrest)(?!\s+(?:in|on|last)\s)",
    "year": rf"{_Y}(?![-–/.,]?\d)",
}
ANY = re.compile(
    rf"(?<![\w.,/:-])(?:{'|'.join(f'(?P<{name}>{form})' for name, form in _FORMS.items())})(?!\w)", re.IGNORECASE
)
YEAR = re.compile(_Y)

WORD = re.compile(r"[^\W_]+")
STARTS = frozenset([*MONTHS, *DAYS, *SEASONS]) | listed(
    "a an couple one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen twenty thirty the early mid middle late beginning start end last this next about around"
    " some over nearly almost several many hours days weeks months years these past previous following"
    " same very that earlier later recent overnight today tonight yesterday tomorrow coming christmas"
    " new eid ramadan dawn sunrise morning noon midday first second third since"
)
"""The words that a time begins with, besides numbers: elsewhere the pattern is not tried."""

TELLING = frozenset([*MONTHS, *DAYS, *SEASONS]) | listed(
    "hours days weeks months years hour day week month year night nights morning afternoon evening"
    " weekend ago recent overnight today tonight yesterday tomorrow christmas eid ramadan dawn sunrise noon midday"
    " since"
)
"""One of these, or a digit, is in every time: most short texts need no more than this."""
DIGIT = re.compile(r"\d")

SINCE_BEFORE = re.compile(
    r"\b(?:since|starting(?:\s+from)?|ever\s+since)\s+(?:at\s+least\s+|about\s+|around\s+)?(?:the\s+)?$", re.IGNORECASE
)
SINCE_IT_BEGAN = re.compile(
    r"\bsince\s+(?:[\w'’-]+\s+){1,6}?(?:began|started|broke\s+out|erupted|took|fell|seized|captured|launched|resumed"
    r"|collapsed|entered|imposed)\b[^,;.]{0,40}?\b(?:in|on|last)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
""" "Since the offensive began in July": since July."""
SEASON_BEFORE = re.compile(r"\b(?:in|of|since|during|until|by|through|for)\s+$", re.IGNORECASE)
FROM_BEFORE = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
JOIN = re.compile(r"\s*(?:[-–—]|to|and|until|till|through)\s+(?:the\s+)?", re.IGNORECASE)
YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|during|the|by|from|until|till|before|after|early|late|mid|year|through|throughout|around|about"
    r"|to|and|between|for|every|a|its|his|her|their|our)[\s-]+$|\($",
    re.IGNORECASE,
)
YEAR_NOT_AFTER = re.compile(
    r"\s+(?:people|civilians|children|women|men|families|persons|families|dead|killed|wounded|injured|homes|houses|km|miles"
    r"|meters|metres|m\b|dollars|euros|troops|soldiers|fighters|others|times|cases|members|homes|residents|refugees"
    r"|displaced|victims|prisoners|detainees|hours|days|years|tons|tonnes|kg)|\s?%",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"\b(?:will|would|shall|['’]ll|scheduled|plans?|planned|planning|due|expected|is\s+set\s+to|are\s+set\s+to|upcoming"
    r"|intends?|is\s+to|are\s+to|ahead\s+of|expires?|deadline|by\s+next|until|begins?|starts?\s+on|hearing\s+is"
    r"|appear\s+in\s+court\s+on|(?:ceasefire|truce|pause)\s+(?:from|starting|beginning|effective)|going\s+to|threaten(?:s|ed)?\s+to)\b",
    re.IGNORECASE,
)
LASTED = re.compile(
    r"\b(?:fell|lasted|continued|went\s+on|raged|fought|shelled|bombed|bombarded|pounded|stayed|lay|hid|walked|waited"
    r"|rained|remained|struck|hit)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
"""What went on "until Thursday", the past one."""
BACK = re.compile(r"\b(?:was|were|had|has|have|did|killed|arrested|died|hit|struck|shot|fired|found)\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?\n…]+(?:[\"'”’)\]]*\s|$)|\n|[;]")

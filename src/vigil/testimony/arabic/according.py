"""What attributes from beside: بحسب ناشطين, كما قال محام, وفق بيان أصدرته اللجنة, على ما جاء في تقرير."""

from vigil.model.claim import Certainty, Span
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.frame import Frame
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.sources import OF_IT, is_witness, source_behind
from vigil.testimony.arabic.speech_words import ACCORDING
from vigil.testimony.arabic.words import plain_set

_ACCORDING: dict[str, list[tuple[str, ...]]] = {}
"""Phrases that attribute, by their first word; the longest first."""
for _phrase in sorted((tuple(each.split()) for each in ACCORDING), key=len, reverse=True):
    for _front in ("", "و"):
        _ACCORDING.setdefault(_front + _phrase[0], []).append(_phrase)
_NO_SPEAKERS = frozenset({"حصيله", "احصاء", "احصاييه", "احصاءات", "ارقام"})


def according(line: Line, at: int) -> Frame | None:
    """بحسب ناشطين, كما قال محام, نقلاً عن طبيب."""
    for phrase in _ACCORDING.get(line.plain(at), ()):
        if phrase[:2] == ("من", "جانب") and line.plain(at + 2).startswith("واحد"):
            continue  # هدنة من جانب واحد
        if all(line.plain(at + n) == word for n, word in enumerate(phrase) if n):
            break
    else:
        return None
    begin = at + len(phrase)
    clause = phrase[-1] in {"ما", "لما", "حسبما", "وفقما", "كما"}
    certainty: Certainty | None = None
    if clause:
        speech = line.items[begin].sense.speech if begin < len(line.items) else None
        before_now = line.plain(begin + 1) in {"سابقا", "انفا", "قبلا"}
        told_us = line.plain(begin).endswith("نا") and line.plain(begin + 1) in OF_IT
        if line.plain(begin) in _STANDS_IN and line.plain(begin + 1) in {"في", "علي"}:
            return _stands_in(line, at, len(phrase), begin + 2)
        if speech is not None and told_us:
            speech = speech._replace(form=speech.form._replace(person="3ms"))  # أبلغنا به: told us, and not we told
        if speech is None or speech.way not in {"say", "see"} or speech.form.person in {"1s", "1p"} or before_now:
            return None  # كما نشرنا سابقاً, كما ذُكر سابقاً
        certainty = speech.certainty
        begin += 1
    elif (
        line.is_word(begin)
        and not is_witness(line, begin, begin + 1)
        and (line.items[begin].sense.verb or line.items[begin].sense.light or line.items[begin].sense.speech)
    ):
        return None
    paper, begin = begin, _whose_statement(line, begin)
    source, end, unnamed = source_behind(line, begin, trailing=True)
    source = _uncut(line, begin, source) if begin == paper + 1 or phrase[0] in {"وفقا", "طبقا"} else source
    if (source is None and not unnamed) or line.stem(begin) in _NO_SPEAKERS or line.plain(begin) in _NO_SPEAKERS:
        return None
    leading = at == 0 or (line.plain(at - 1) in {",", ":"} and at < 3)
    comma = line.plain(end) == ","
    nested = phrase[:2] == ("نقلا", "عن") and line.plain(end) in small.COMPLEMENT
    over = nested or (leading and (comma or any(line.plain(k) == "," for k in range(end, end + 8))))
    return Frame(
        at,
        end if over else 0,
        len(line.items),
        line.words(at, at + len(phrase)),
        "say",
        certainty,
        source,
        unnamed,
        trailing=not over,
        cited=not over and phrase[-2:] == ("نقلا", "عن"),
        begin=at,
        end=end,
        firsthand=is_witness(line, begin, end),
    )


_STANDS_IN = frozenset({"جاء", "ورد", "جاءت", "وردت"})
_PAPERS = plain_set(
    "بيان تقرير دراسة إحصائية إحصاء وثيقة رسالة تعميم منشور تغريدة نشرة أرقام بيانات معلومات خبر حصيلة تصريح"
)
_ISSUED = plain_set(
    """
    أصدره أصدرته أصدرتها أصدرها نشره نشرته نشرتها نشرها وزعته وزعه بثته بثه أعدته أعدها أجرتها أجراها تلته تلاه
    أوردته أوردتها
    """
)


def _whose_statement(line: Line, begin: int) -> int:
    """بحسب بيان للوساطة, وفق تقرير نشرته اللجنة, وفق بيان صادر عن الوزارة: where whoever speaks is named."""
    if line.stem(begin) not in small.STATEMENTS and line.stem(begin) not in _PAPERS:
        return begin
    if line.plain(begin + 1) in _ISSUED:
        return begin + 2
    if line.plain(begin + 1) in {"صادر", "صدر", "صادره", "صدرت"} and line.plain(begin + 2) == "عن":
        return begin + 3
    return begin + 1 if line.is_word(begin + 1) and _is_of(line, begin + 1) else begin


def _is_of(line: Line, at: int) -> bool:
    """للوساطة, لنقابة المعلمين; not لاحق."""
    word = line.plain(at)
    return line.prep(at) == "ل" or (word.startswith("ل") and len(word) > _SHORTEST and word not in {"لاحقا", "لاحقه"})


def _uncut(line: Line, begin: int, source: Span | None) -> Span | None:
    """Without the ل written onto a word that no list has."""
    if source is None or line.items[begin].sense.known or not line.plain(begin).startswith("ل"):
        return source
    front = 2 if line.plain(begin).startswith("لل") else 1
    return Span(source.begin + front, source.end) if line.items[begin].word.begin == source.begin else source


_SHORTEST = 4


def _stands_in(line: Line, at: int, words: int, paper: int) -> Frame | None:
    """على ما جاء في تقرير لمنظمة: whose report it is, behind what it covers."""
    begin = _whose_statement(line, paper)
    source, end, unnamed = source_behind(line, begin, trailing=True)
    source = _uncut(line, begin, source) if begin == paper + 1 else source
    if source is None or at == 0 or line.stem(begin) in _NO_SPEAKERS or line.plain(begin) in _NO_SPEAKERS:
        return None
    cue = line.words(at, at + words)
    return Frame(at, 0, len(line.items), cue, "say", None, source, unnamed, trailing=True, begin=at, end=end)

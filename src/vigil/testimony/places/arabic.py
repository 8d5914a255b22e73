"""Names of places in Arabic text, without the prepositions that are written onto them.

Arabic has no capitals, and many towns are named for common words: a name is a place where a preposition, a word like
"city" or "countryside", or the gazetteer of the user says so, or where it is a country or a large town.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from vigil.model.claim import Span
from vigil.testimony.places.candidates import Candidate
from vigil.testimony.places.gazetteer import Gazetteer, Place
from vigil.testimony.places.names import key
from vigil.testimony.plain import Plain, plain

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 5

_KINDS = {
    "محافظه": "region", "ريف": "region", "ولايه": "region", "اقليم": "region", "قضاء": "district", "منطقه": "district",
    "مديريه": "district", "ناحيه": "subdistrict", "مدينه": "city", "بلده": "city", "بلدتي": "city", "بلدات": "city", "قريه": "city",
    "قريتي": "city", "قري": "city", "ضاحيه": "city", "العاصمه": "city", "مدينتي": "city", "مدن": "city", "حي": "neighbourhood",
    "احياء": "neighbourhood", "حيي": "neighbourhood", "حاره": "neighbourhood", "ضيعه": "city", "دوله": "country",
    "جمهوريه": "country", "جزيره": "region",
}  # fmt: skip
_SITES = frozenset(
    "مشفي مستشفي مدرسه جامعه مسجد جامع كنيسه سوق جسر مطار مخيم ساحه دوار شارع طريق معبر حاجز سجن محطه ميناء فرن مركز قاعده مجمع"
    .split()
)
_LOCATIVE = frozenset(
    "في من الي نحو قرب شرق غرب شمال جنوب شرقي غربي شمالي جنوبي داخل خارج وسط بين حول باتجاه علي محيط اطراف انحاء ضواحي عبر عند جنوبي قلب"
    " سكان اهالي".split()
)
_DIRECTIONS = frozenset("الشرقيه الغربيه الشماليه الجنوبيه الشرقي الغربي الشمالي الجنوبي القديمه القديم المحاصره".split())
_COMMON = frozenset(
    "باب سلام حريه نصر امل مدينه قريه شرقيه غربيه وسط مركز شمال جنوب شرق غرب يوم ليل امس حرب سلم قلب راس عين جبل نهر بحر بير تل دير"
    " كفر بيت ام ابو خان سوق جديد جديده قديم كبير صغير اول ثاني عام سنه شهر هنا هناك كل بعض مجلس شعب دوله حكومه جيش قوات نظام ثوره"
    " حق عدل نور ايمان احمد محمد علي حسن حسين عمر عثمان خالد سعيد صالح كريم رمضان شعبان رجب شهيد شهداء منطقه محافظه خير ميدان"
    " رقم عشره مئه الف جمعه سبت احد خميس هدف قائم حسكه مال ماء نار طريق حصن صدر كوت عماره مجد بشر سيده زهراء مزرعه قصر مصر".split()
) - {"مصر", "حسكه"}
_CONTAINED = frozenset("بريف ريف بمحافظه".split())
"""What follows a town that is named with the province it lies in."""
_FIRST_HALVES = frozenset("تل كفر بيت عين خان دير ام ابو راس جبل وادي خربه بير برج قلعه شيخ الشيخ عرب حوش مشهد".split())
"""What names of villages of two words begin with."""


class _Word(NamedTuple):
    begin: int  # in the plain letters
    end: int
    text: str


def arabic_candidates(text: str, *, gazetteer: Gazetteer) -> list[Candidate]:
    """What may be places, in the order of the text, none overlapping another."""
    folded = plain(text)
    return _Arabic(folded, gazetteer).candidates()


class _Arabic:
    def __init__(self, folded: Plain, gazetteer: Gazetteer) -> None:
        self._plain = folded
        self._gazetteer = gazetteer
        self._words = [_Word(match.start(), match.end(), match.group()) for match in _WORD.finditer(folded.letters)]

    def candidates(self) -> list[Candidate]:
        found: list[Candidate] = []
        at = 0
        while at < len(self._words):
            result = self._at(at)
            if result is None:
                at += 1
            else:
                at, candidate = result
                found.append(candidate)
        return found

    def _at(self, at: int) -> tuple[int, Candidate] | None:
        word = self._words[at].text
        for cut, clitic in _starts(word):
            bare = word[cut:]
            if not cut and (country := self._gazetteer.country_of(_bare(bare))) is not None:
                return at + 1, self._adjective(at, cut, _bare(bare), country)
            if bare in _KINDS or bare in _SITES or bare in _LOCATIVE:
                continue
            found = self._named(at, cut, clitic)
            if found is not None:
                return found
        return self._unknown(at)

    def _named(self, at: int, cut: int, clitic: str) -> tuple[int, Candidate] | None:
        words = self._words
        first = _bare(words[at].text[cut:])
        most = min(self._gazetteer.most_words(first), _MOST_WORDS)
        if not most and not cut:
            country = self._gazetteer.country_of(first)
            return None if country is None else (at + 1, self._adjective(at, cut, first, country))
        for count in range(min(most, len(words) - at), 0, -1):
            if any(not self._joined(each) for each in range(at, at + count - 1)):
                continue
            name = " ".join([first, *(_bare(each.text) for each in words[at + 1 : at + count])])
            places = self._gazetteer.named(name)
            if places:
                candidate = self._candidate(at, cut, count, name, places, clitic)
                if candidate is not None:
                    return at + count, candidate
        if not cut and (country := self._gazetteer.country_of(first)) is not None:
            return at + 1, self._adjective(at, cut, first, country)
        return None

    def _adjective(self, at: int, cut: int, name: str, country: str) -> Candidate:
        places = [each for each in self._gazetteer.named(key(country)) if each.precision == "country"]
        return Candidate(span=self._span(at, cut, 1), key=name, places=places[:1], country_only=True)

    def _span(self, at: int, cut: int, count: int) -> Span:
        return self._plain.span(self._words[at].begin + cut, self._words[at + count - 1].end)

    def _joined(self, at: int) -> bool:
        gap = self._plain.letters[self._words[at].end : self._words[at + 1].begin]
        return gap.isspace() or gap == "-"

    def _candidate(
        self, at: int, cut: int, count: int, name: str, places: Sequence[Place], clitic: str
    ) -> Candidate | None:
        before = self._words[at - 1].text if at and self._joined(at - 1) else ""
        kind = _KINDS.get(before) or _KINDS.get(before[1:] if before[:1] in "وفبلك" else "")
        spoken_for = 2 if kind or before in _LOCATIVE or before in _SITES or clitic[-1:] in {"ب", "ل"} and clitic else 0
        if before[1:] in _LOCATIVE or before[1:] in _SITES:
            spoken_for = 2
        if spoken_for < 2 and at and before.startswith("و") is False and clitic == "و":
            spoken_for = 1
        after_at = at + count
        after = self._words[after_at].text if after_at < len(self._words) and self._joined(after_at - 1) else ""
        if after in _DIRECTIONS:
            spoken_for = max(spoken_for, 1)
        own = any(each.own for each in places)
        certain = own or places[0].precision in {"country", "region"} or places[0].population >= 150_000
        contained = after in _CONTAINED or after.removeprefix("ب") in _KINDS
        if count == 1 and name in _COMMON and not kind and not (spoken_for and (own or contained)):
            return None
        if not certain and spoken_for < 2:
            return None
        if count == 1 and len(name) < 3 and not kind and clitic:
            return None
        if cut and not certain:
            return None
        return Candidate(
            span=self._span(at, cut, count), key=name, places=places, spoken_for=max(spoken_for, 1), kind=kind
        )

    def _unknown(self, at: int) -> tuple[int, Candidate] | None:
        """A name the gazetteer has not, behind "village" or "hospital"."""
        word = self._words[at].text
        bare = word if word in _KINDS or word in _SITES else word[1:] if word[:1] in "وفبلك" else word
        if at + 1 >= len(self._words) or not self._joined(at):
            return None
        name = self._words[at + 1].text
        if name in _LOCATIVE or name in _KINDS or not name.isalpha() or (len(name) < 3 and name not in _FIRST_HALVES):
            return None
        if bare in {"قريه", "بلده", "حي", "ضيعه"}:
            count = 2 if name in _FIRST_HALVES and at + 2 < len(self._words) and self._joined(at + 1) else 1
            if self._two_words_known(at + 1) or (count == 1 and self._gazetteer.named(_bare(name))):
                return None
            return at + 1 + count, Candidate(
                span=self._span(at + 1, 0, count), key=_bare(name), places=(), spoken_for=2, kind=_KINDS[bare]
            )
        if bare in {"مشفي", "مستشفي", "مدرسه", "مسجد", "جامع", "مخيم", "دوار", "معبر", "سجن", "مطار", "ساحه"}:
            if self._gazetteer.named(_bare(name)):
                return None
            cut = len(word) - len(bare)
            return at + 2, Candidate(span=self._span(at, cut, 2), key=_bare(name), places=(), spoken_for=2, kind="site")
        return None

    def _two_words_known(self, at: int) -> bool:
        if at + 1 >= len(self._words):
            return False
        return bool(self._gazetteer.named(f"{_bare(self._words[at].text)} {_bare(self._words[at + 1].text)}"))


def _starts(word: str) -> list[tuple[int, str]]:
    """Where the name may begin in a word, by what may be written onto it: nothing, then و ف, then ب ل ك."""
    starts = [(0, "")]
    if len(word) > 3 and word[0] in "وف":
        starts.append((1, word[0]))
        if len(word) > 4 and word[1] in "بلك":
            starts.append((2, word[:2]))
    elif len(word) > 3 and word[0] in "بلك":
        starts.append((1, word[0]))
    return starts


def _bare(word: str) -> str:
    """Without the article, as keys are; "لل" is "to the"."""
    return word.removeprefix("ال") if len(word) > 4 else word

"""Names of places in Arabic text, without the prepositions that are written onto them.

Arabic has no capitals, and many towns are named for common words: a name is a place where a preposition, a word like
"city" or "countryside", or the gazetteer of the user says so, or where it is a country or a large town.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from vigil.model.claim import Span
from vigil.testimony.places.addresses import Addresses
from vigil.testimony.places.candidates import Candidate
from vigil.testimony.places.gazetteer import Gazetteer, Place
from vigil.testimony.places.names import key
from vigil.testimony.places.villages import small_places
from vigil.testimony.plain import Plain, plain
from vigil.testimony.word_lists import listed

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 5
_METROPOLIS = 1_000_000
"""People: towns of countries far from where Arabic is spoken have names like common words, and are seldom named."""
_NEAR = listed("SY IQ YE LB PS IL JO EG LY SD TN DZ MA MR SA AE QA KW BH OM SO DJ KM TR IR AF PK TD ER SS")
"""ISO 3166-1 codes of countries where Arabic is spoken, and of their neighbours."""
_LARGE = 150_000
"""People: a town whose name alone is taken for it."""

_KINDS = {
    **dict.fromkeys(listed("محافظه ريف ولايه اقليم جزيره"), "region"),
    **dict.fromkeys(listed("قضاء منطقه مديريه"), "district"),
    **dict.fromkeys(listed("ناحيه"), "subdistrict"),
    **dict.fromkeys(listed("مدينه مدينتي مدن بلده بلدتي بلدات قريه قريتي قري ضاحيه ضيعه العاصمه"), "city"),
    **dict.fromkeys(listed("حي حيي احياء حاره"), "neighbourhood"),
    **dict.fromkeys(listed("دوله جمهوريه"), "country"),
}
_SITES = listed(
    "مشفي مستشفي مدرسه جامعه مسجد جامع كنيسه سوق جسر مطار مخيم ساحه دوار شارع طريق معبر حاجز سجن محطه ميناء"
    " فرن مركز قاعده مجمع معسكر"
)
_LOCATIVE = listed(
    "في من الي نحو قرب شرق غرب شمال جنوب شرقي غربي شمالي جنوبي داخل خارج وسط بين حول باتجاه علي محيط اطراف"
    " انحاء ضواحي عبر عند قلب سكان اهالي"
)
_DIRECTIONS = listed("الشرقيه الغربيه الشماليه الجنوبيه الشرقي الغربي الشمالي الجنوبي القديمه القديم المحاصره")
_COMMON = listed(
    "باب سلام حريه نصر امل مدينه قريه شرقيه غربيه وسط مركز شمال جنوب شرق غرب يوم ليل امس حرب سلم قلب راس عين"
    " جبل نهر بحر بير تل دير كفر بيت ام ابو خان سوق جديد جديده قديم كبير صغير اول ثاني عام سنه شهر هنا هناك كل"
    " بعض مجلس شعب دوله حكومه جيش قوات نظام ثوره حق عدل نور ايمان احمد محمد علي حسن حسين عمر عثمان خالد سعيد"
    " صالح كريم رمضان شعبان رجب شهيد شهداء منطقه محافظه خير ميدان رقم عشره مئه الف جمعه سبت احد خميس هدف قائم"
    " حسكه مال ماء نار طريق حصن صدر كوت عماره مجد بشر سيده زهراء مزرعه قصر مصر سيول سيل كورونا وادي مشهد بيان"
    " منزله منزل طور قم اب حوله ساحل دوري بيض بصره بصر سراي رمادي بورصه سهل تله ربيع زهره ورده حياه موت دم قتل"
    " قصف شمس قمر نجم سماء ارض بلد بيوت ابواب حديد ذهب فضه ملح زيت تين رمان ليمون نخيل شجره زيتون فرح سعاده هدي"
    " رحمه بركه نعمه فتح جهاد قلعه برج بستان حديقه شارع مطعم فندق مصنع معمل فرن خبز كهرباء غاز نفط ابيض اسود"
    " احمر اخضر ازرق معسكر"
) - {"مصر", "حسكه"}
_FUNCTION_WORDS = listed(
    "كما هذا هذه ذلك تلك التي الذي الذين كان كانت كانو كانوا يكون تكون ليس لم لن لا ما ان انه انها بان وان بلا"
    " غير عدم كل بعض قد لقد ثم حتي اذا لكن او ام هو هي هم نحن انا انت بعد قبل منذ عند عندما مع ضد دون مثل ايضا"
    " جدا فقط اليوم امس غدا الان هنا هناك وهو وهي وهم تم يتم حين بينما نفس ذات اكثر اقل اكبر اول اخر مساء صباح"
    " ظهر ميداني خاص عام حكومي مدني"
)
_VILLAGES = listed("قريه بلده حي ضيعه")
_SITES_NAMED = listed("مشفي مستشفي مدرسه مسجد جامع مخيم دوار معبر سجن مطار ساحه معسكر")
_OF_VILLAGES = listed("قريه ضيعه عزبه كفر")
_CALLING = _VILLAGES | _SITES_NAMED
_CONTAINED = listed("بريف ريف بمحافظه")
"""What follows a town that is named with the province it lies in."""
_COUNTRYSIDE = "ريف"
"""The one kind of place that names of regions begin with: ريف دمشق is another governorate than دمشق."""
_FIRST_HALVES = listed("تل كفر بيت عين خان دير ام ابو راس جبل وادي خربه بير برج قلعه شيخ الشيخ عرب حوش مشهد")
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
        addresses = Addresses(folded.letters)
        self._words = [
            _Word(match.start(), match.end(), match.group())
            for match in _WORD.finditer(folded.letters)
            if not addresses.cover(match.start())
        ]

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
        for opening in _openings(word, self._gazetteer):
            if opening.country is not None:
                return at + 1, self._adjective(at, opening)
            found = self._named(at, opening)
            if found is not None:
                return found
        return self._unknown(at) if _may_call(word) else None

    def _named(self, at: int, opening: "_Opening") -> tuple[int, Candidate] | None:
        words = self._words
        for count in range(min(opening.most, len(words) - at), 0, -1):
            if any(not self._joined(each) for each in range(at, at + count - 1)):
                continue
            name = " ".join([opening.key, *(each.text for each in words[at + 1 : at + count])])
            places = self._gazetteer.named(name)
            if places and name != _COUNTRYSIDE:
                candidate = self._candidate(at, opening, name, places)
                if candidate is not None:
                    return at + count, candidate
        return None

    def _adjective(self, at: int, opening: "_Opening") -> Candidate:
        places = [each for each in self._gazetteer.named(key(opening.country or "")) if each.precision == "country"]
        return Candidate(span=self._span(at, 0, 1), key=opening.key, places=places[:1], country_only=True)

    def _span(self, at: int, cut: int, count: int) -> Span:
        return self._plain.span(self._words[at].begin + cut, self._words[at + count - 1].end)

    def _joined(self, at: int) -> bool:
        gap = self._plain.letters[self._words[at].end : self._words[at + 1].begin]
        return gap.isspace() or gap == "-"

    def _candidate(self, at: int, opening: "_Opening", name: str, places: Sequence[Place]) -> Candidate | None:
        count = name.count(" ") + 1
        kind, spoken_for, contained = self._spoken_for(at, at + count, opening)
        if at and self._words[at - 1].text.removeprefix("ب").removeprefix("ال") in _OF_VILLAGES:
            places = small_places(places)
            if not places:
                return None
        own = any(each.own for each in places)
        certain = own or places[0].precision in {"country", "region"} or places[0].population >= _LARGE
        single = count == 1 and not kind
        certain_country = own or places[0].precision in {"country", "region"} or places[0].code in _NEAR
        if (
            (
                single
                and (_without_article(name) in _COMMON or name in _FUNCTION_WORDS)
                and not (spoken_for and (own or contained))
            )
            or (not certain and (spoken_for < 2 or opening.cut))
            or (single and len(name) < 3)
            or (not certain_country and not kind and (places[0].population < _METROPOLIS or spoken_for < 2))
        ):
            return None
        return Candidate(
            span=self._span(at, opening.cut, count),
            key=name,
            places=places,
            spoken_for=max(spoken_for, 1),
            kind=kind,
        )

    def _spoken_for(self, at: int, end: int, opening: "_Opening") -> tuple[str | None, int, bool]:
        """The size that the word before says; how much the words beside make it a place; whether a province follows."""
        before = self._words[at - 1].text if at and self._joined(at - 1) else ""
        bare = before[1:] if before[:1] in ("و", "ف", "ب", "ل", "ك") else ""
        kind = _KINDS.get(before) or _KINDS.get(bare) or self._countryside_of(at, opening)
        beside = _LOCATIVE | _SITES
        after = self._words[end].text if end < len(self._words) and self._joined(end - 1) else ""
        contained = after in _CONTAINED or after.removeprefix("ب") in _KINDS
        if kind or before in beside or bare in beside or opening.clitic[-1:] in ("ب", "ل"):
            return kind, 2, contained
        return kind, int(opening.clitic == "و" or after in _DIRECTIONS), contained

    def _countryside_of(self, at: int, opening: "_Opening") -> str | None:
        """الريف الغربي لحلب."""
        if opening.clitic[-1:] != "ل" or at < 2 or self._words[at - 1].text not in _DIRECTIONS:
            return None
        return "region" if self._words[at - 2].text.endswith(f"ال{_COUNTRYSIDE}") else None

    def _unknown(self, at: int) -> tuple[int, Candidate] | None:
        """A name the gazetteer has not, behind "village" or "hospital"."""
        word = self._words[at].text
        bare = word if word in _CALLING else word[1:]
        if at + 1 >= len(self._words) or not self._joined(at):
            return None
        name = self._words[at + 1].text
        if not _may_be_name(name) or self._two_words_known(at + 1):
            return None
        two = name in _FIRST_HALVES and at + 2 < len(self._words) and self._joined(at + 1)
        known = self._gazetteer.named(name)
        if not two and (small_places(known) if bare in _OF_VILLAGES else known):
            return None
        kind = _KINDS.get(bare, "site")
        first, cut = (at, len(word) - len(bare)) if kind == "site" else (at + 1, 0)
        end = at + 3 if two else at + 2
        span = self._span(first, cut, end - first)
        return end, Candidate(span=span, key=name, places=(), spoken_for=2, kind=kind)

    def _two_words_known(self, at: int) -> bool:
        if at + 1 >= len(self._words):
            return False
        return bool(self._gazetteer.named(f"{self._words[at].text} {self._words[at + 1].text}"))


class _Opening(NamedTuple):
    """Where in a word a name may begin: behind `clitic`, `key` being the first word of names of up to `most` words."""

    cut: int
    clitic: str
    key: str
    most: int
    country: str | None  # the word is its adjective


@lru_cache(maxsize=32_768)
def _openings(word: str, gazetteer: Gazetteer) -> tuple[_Opening, ...]:
    """The ways in which a name may begin in this word. Most words have none, and texts repeat them."""
    found = []
    common = _without_article(word) in _COMMON or word in _FUNCTION_WORDS
    for begin, clitic in _starts(word):
        cut = begin
        if cut and common:
            break
        bare = word[cut:]
        if bare != _COUNTRYSIDE and (bare in _KINDS or bare in _SITES or bare in _LOCATIVE):
            continue
        first = bare
        if clitic.endswith("ل") and bare.startswith("ل") and len(bare) > 3:  # للكلاسه is written for ل and الكلاسه
            first, cut = f"ا{bare}", cut + 1
        country = None if cut else gazetteer.country_of(first)
        most = min(gazetteer.most_words(first), _MOST_WORDS)
        if most or country is not None:
            found.append(_Opening(cut, clitic, first, most, country))
    return tuple(found)


def _may_be_name(word: str) -> bool:
    """Whether the word behind "village" or "hospital" may be its name."""
    if word in _FIRST_HALVES:
        return True
    return (
        len(word) > 2
        and word.isalpha()
        and not word.startswith("و")
        and word not in _LOCATIVE
        and word not in _KINDS
        and word not in _SITES
        and word not in _FUNCTION_WORDS
    )


@lru_cache(maxsize=4_096)
def _may_call(word: str) -> bool:
    """Whether the word, with or without what is written onto it, calls what follows a village or a hospital."""
    return word in _CALLING or (word[0] in "وفبلك" and word[1:] in _CALLING)


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


def _without_article(word: str) -> str:
    return word.removeprefix("ال")

"""A sentence of Arabic: its words with what is known of each, and where sentences begin and end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from vigil.model.claim import Span
from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.dictionary import Sense, look_up
from vigil.testimony.arabic.words import Word, fold_word, original_letters, words

MOST_WORDS = 200
"""A sentence longer than this is cut: what has no end is a list, or no text."""

_LONGEST_NAME = 5
"""Words of a name in quotation marks; what is longer is a quotation."""

_ENDS = frozenset(".!?\n|;…")
_QUOTES = frozenset('"')
_CLOSING = frozenset('")]')


class Item(NamedTuple):
    """A word and what is known of it."""

    word: Word
    sense: Sense

    @property
    def text(self) -> str:
        """The word in plain letters, as written."""
        return self.word.text

    @property
    def stem(self) -> str:
        """What is left of it when cut."""
        return self.sense.cut.stem if self.sense.known else self.word.text


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence."""

    text: str  # the whole text
    items: Sequence[Item]
    quoted: Sequence[bool]  # within quotation marks

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.items[0].word.begin, self.items[-1].word.end)

    def words(self, first: int, last: int, *, cut: bool = True) -> Span:
        """Words [first, last), what is written onto the front of the first left out."""
        begin = self.items[first].word.begin
        if cut:
            begin = original_letters(self.text, self.items[first].word, self.front(first))
        return Span(begin, self.items[last - 1].word.end)

    def front(self, at: int) -> int:
        """How many letters are written onto the front of a word, the article not counted."""
        item = self.items[at]
        cut = item.sense.cut
        if item.word.kind != "word":
            return 0
        if item.sense.known:
            # للتحالف has no letters of the article left once the preposition is cut: التحالف is not written there.
            return len(cut.conjunction) + (2 if cut.article and cut.preposition == "ل" else len(cut.preposition))
        return unknown_front(item.word.text)

    def stem(self, at: int) -> str:
        """The stem of a word; "" where there is none."""
        return self.items[at].stem if 0 <= at < len(self.items) else ""

    def plain(self, at: int) -> str:
        """A word as written, in plain letters; "" where there is none."""
        items = self.items
        return items[at].word.text if 0 <= at < len(items) else ""  # asked for oftener than anything else

    def written_end(self, at: int) -> str:
        """The last letter of a word as written, vowel signs left out: ة is no ه."""
        item = self.items[at]
        return next((each for each in reversed(self.text[item.word.begin : item.word.end]) if fold_word(each)), "")

    def is_word(self, at: int) -> bool:
        """An Arabic word."""
        return 0 <= at < len(self.items) and self.items[at].word.kind == "word"

    def name_in_quotes(self, at: int) -> int | None:
        """Behind the mark that closes a name of a few words which a mark at this word opens: وكالة «برق»; else None."""
        if self.plain(at) not in _QUOTES:
            return None
        for k in range(at + 2, min(at + _LONGEST_NAME + 2, len(self.items))):
            if self.plain(k) in _QUOTES:
                return k + 1
            if self.items[k].word.kind not in {"word", "number", "latin"}:
                return None
        return None

    def prep(self, at: int) -> str:
        """The preposition written onto a word, or standing before it."""
        cut = self.items[at].sense.cut
        if cut.preposition:
            return cut.preposition
        before = self.plain(at - 1)
        return before if before in small.PREPOSITIONS else ""

    def index(self, place: int) -> int:
        """The first word that ends behind a place of the text."""
        low, high = 0, len(self.items)
        while low < high:
            middle = (low + high) // 2
            if self.items[middle].word.end <= place:
                low = middle + 1
            else:
                high = middle
        return low


def is_part_of_name(line: Line, at: int) -> bool:
    """مستشفى كمال عدوان: the last word of a name, whatever else it says."""
    return (
        line.plain(at) == "عدوان"
        and at > 1
        and line.items[at - 2].sense.place
        and line.is_word(at - 1)
        and not line.items[at - 1].sense.known
    )


def unknown_front(word: str) -> int:
    """Letters to leave out before a word no list has: والحلبي is الحلبي, بالحلبي too."""
    for front in ("وبال", "وال", "فال", "بال", "كال"):
        if word.startswith(front) and len(word) > len(front) + 2:
            return len(front) - 2
    return 0


def lines(text: str) -> Iterator[Line]:
    """The sentences of a text. Within quotation marks a full stop ends none if the quotation is short."""
    items = [Item(word, look_up(word.text) if word.kind == "word" else _SIGN) for word in words(text)]
    begin, quoted, inside = 0, [], False
    for at, item in enumerate(items):
        if item.text in _QUOTES and item.word.kind == "sign":
            inside = not inside
        quoted.append(inside)
        ends = item.word.kind in {"sign", "line"} and item.text in _ENDS and not _signs(items, begin, at)
        if item.text == "." and at and items[at - 1].word.kind == "word" and len(items[at - 1].text) == 1:
            ends = False  # أندريه ك.
        closes_next = at + 1 < len(items) and items[at + 1].text in _CLOSING and items[at + 1].word.kind == "sign"
        if (ends and not closes_next and not (inside and item.text != "\n")) or at - begin >= MOST_WORDS:
            if at > begin:
                yield Line(text, items[begin : at + 1], quoted[begin : at + 1])
            begin = at + 1
            if item.word.kind == "line":
                inside = False
    if begin < len(items):
        yield Line(text, items[begin:], quoted[begin:])


def _signs(items: Sequence[Item], begin: int, at: int) -> bool:
    """مقتل ثلاثة | مصادر محلية: what a closing bar is followed by is no sentence."""
    if items[at].text != "|" or at - begin < _LONGEST_TAG:
        return False
    k = at + 1
    while k < len(items) and items[k].word.kind == "word":
        k += 1
    return 0 < k - at - 1 <= _LONGEST_SIGNATURE and (k == len(items) or items[k].word.kind == "line")


_LONGEST_TAG, _LONGEST_SIGNATURE = 4, 6
"""Words before a bar that make it a heading ("urgent | ..."), and behind one that name who says so."""

_SIGN = look_up("")

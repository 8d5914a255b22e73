"""The challenge of our own sentences: its gold read from the text file, and a reading scored against it slot by
slot."""

import itertools
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from vigil.model.claim import ActorRole, Claim, Document
from vigil.watch.lexicon.words import fold

ENGLISH = Path(__file__).with_name("challenge_english.txt")
UNREAD = Path(__file__).with_name("challenge_english_unread.txt")
ARABIC = Path(__file__).with_name("challenge_arabic.txt")
ARABIC_UNREAD = Path(__file__).with_name("challenge_arabic_unread.txt")
OTHERS = tuple(sorted(Path(__file__).parent.glob("challenge_others_*.txt")))
"""By other hands; the even items are not to be looked into."""
SLOTS = ("found", "count", "exactness", "unit", "certainty", "polarity", "speakers", "actors", "hedged", "victims")
SLOTS += ("place", "date", "subset")


@dataclass
class Gold:
    """One claim as the codebook has it; every slot with the values that are right."""

    event: tuple[str, ...]
    slots: dict[str, tuple[str, ...]]

    def of(self, slot: str, otherwise: str) -> tuple[str, ...]:
        return self.slots.get(slot, (otherwise,))


@dataclass
class Item:
    """One text and its claims."""

    document: Document
    claims: list[Gold] = field(default_factory=list)
    number: int = 0


def items(path: Path = ENGLISH) -> list[Item]:
    """All of a challenge file."""
    found: list[Item] = []
    day = date(2016, 12, 14)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@ "):
            day = date.fromisoformat(line[2:])
        elif line.startswith("= "):
            number = len(found) + 1
            found.append(Item(Document(id=str(number), text=line[2:], published_on=day), number=number))
        elif line and not line.startswith("#"):
            found[-1].claims.append(_gold(line))
    return found


def _gold(line: str) -> Gold:
    event, *rest = (part.strip() for part in line.split(";"))
    slots: dict[str, tuple[str, ...]] = {}
    for part in rest:
        key, _, value = part.partition("=")
        slots[key] = _dates(value) if key == "date" else tuple(re.split(r"(?<! \+)/", value))
    return Gold(tuple(event.split("/")), slots)


def _dates(value: str) -> tuple[str, ...]:
    """EDTF intervals have slashes of their own: each date of the list alone, and each two as an interval."""
    parts = value.split("/")
    return (*parts, *(f"{a}/{b}" for a, b in itertools.pairwise(parts)))


_ARABIC_LETTER = re.compile("[\u0620-\u064a]")


def _plain_arabic(text: str) -> str:
    """Without vowel signs, tatweel, article and case endings: جنوداً is جنود, مسلحون is مسلحين."""
    words = re.sub(r"[^\w\s]", " ", fold(text)).split()
    words = [word.removeprefix("ال") for word in words]
    return " ".join(
        re.sub("ون$", "ين", word) if len(word) > 4 else word
        for word in (re.sub("(?<=...)ا$", "", word) for word in words)
    )


def _plain(text: str) -> str:
    if _ARABIC_LETTER.search(text):
        return _plain_arabic(text)
    text = unicodedata.normalize("NFKD", text).casefold().replace("’", "'")
    text = re.sub(r"['`]s\b", " ", text)
    text = re.sub(r"[^\w\s]", " ", text)
    return " ".join(word for word in text.split() if word not in {"the", "a", "an", "its", "his", "her", "their"})


def same_words(one: str, other: str) -> bool:
    """Alike but for articles, or one holding all the words of the other."""
    a, b = _plain(one), _plain(other)
    return a == b or bool(a and b and (f" {a} " in f" {b} " or f" {b} " in f" {a} "))


def _number(claim: Claim) -> str:
    if claim.count is None:
        return "none"
    low, high = claim.count.low, claim.count.high
    match claim.count.exactness.value:
        case "exact":
            return f"{low}"
        case "at_least":
            return f"{low}+"
        case "more_than":
            return f">{low}"
        case "up_to":
            return f"<{high}"
        case "about":
            return f"~{low}" if low == high else f"{low}-{high}"
        case other:
            return str(other)


_EXACTNESS = {"+": "at_least", ">": "more_than", "<": "up_to", "~": "about", "-": "about"}


def _exactness(written: str) -> str:
    if written in {"vague", "none", "-"}:
        return "none" if written == "-" else written
    return next((name for sign, name in _EXACTNESS.items() if sign in written), "exact")


def _counts(gold: Gold) -> list[str]:
    """Every right way to give the count, `1?` being one or none."""
    written = list(gold.of("n", "none"))
    right = [each.removesuffix("?") for each in written]
    if any(each.endswith("?") for each in written):
        right.append("none")
    if gold.of("pol", "happened") == ("not_happened",) and right == ["none"]:
        right.append("0")
    return ["none" if each == "-" else each for each in right]


def _chain(claim: Claim) -> list[str]:
    return [link.speaker for link in claim.chain]


def _same_list(gold: list[str], read: list[str]) -> bool:
    return len(gold) == len(read) and all(
        same_words(a, b) if a not in {"AUTHOR", "UNNAMED"} else a == b for a, b in zip(gold, read, strict=True)
    )


def _speakers_right(gold: Gold, claim: Claim) -> bool:
    ways = gold.of("sp", "AUTHOR")
    return any(_same_list([part.strip() for part in way.split(">")], _chain(claim)) for way in ways)


def _actors(claim: Claim) -> list[str]:
    return sorted((("+" if each.role is ActorRole.BACKER else "") + each.text) for each in claim.actors)


def _actors_right(gold: Gold, claim: Claim) -> bool:
    read = _actors(claim)
    for way in gold.of("act", "-"):
        wanted = sorted(part.strip() for part in way.split("|")) if way != "-" else []
        if len(wanted) == len(read) and all(
            a.startswith("+") == b.startswith("+") and same_words(a, b) for a, b in zip(wanted, read, strict=True)
        ):
            return True
    return False


def _certainty_right(gold: Gold, claim: Claim) -> bool:
    right = set(gold.of("cert", "asserted"))
    if right & {"asserted", "reported"} and gold.of("sp", "AUTHOR") == ("UNNAMED",):
        right |= {"asserted", "reported"}
    return claim.certainty.value in right


def judged(gold: Gold, claim: Claim, order: dict[int, int]) -> dict[str, bool]:
    """Slot by slot, whether a claim read is the one wanted. `order`: gold index of each claim read, where it has
    one."""
    counts = _counts(gold)
    number = _number(claim)
    vague = {each for each in counts if each == "vague"}
    hedged = any(each.hedged for each in claim.actors)
    wanted_hedged = hedged if "hedged/-" in gold.slots else "hedged" in gold.slots
    victims = ",".join(sorted(each.value for each in claim.victims)) or "-"
    subset = str(order.get(claim.subset_of, "?")) if claim.subset_of is not None else "-"
    return {
        "found": True,
        "count": bool(vague) or number in counts or (number == "51+" and ">50" in counts),
        "exactness": (claim.count.exactness.value if claim.count else "none") in {_exactness(each) for each in counts}
        or (number in counts),
        "unit": claim.count is None
        or claim.count.unit.value in gold.of("u", "people")
        or "-" in gold.of("u", "people"),
        "certainty": _certainty_right(gold, claim),
        "polarity": claim.polarity.value in gold.of("pol", "happened"),
        "speakers": _speakers_right(gold, claim),
        "actors": _actors_right(gold, claim),
        "hedged": hedged == wanted_hedged,
        "victims": any(victims == ",".join(sorted(way.split(","))) for way in gold.of("vic", "-")),
        "place": any(
            claim.place is None if way == "-" else claim.place is not None and same_words(way, claim.place.text)
            for way in gold.of("place", "-")
        ),
        "date": (claim.occurred or "-") in gold.of("date", "-"),
        "subset": subset in gold.of("sub", "-"),
    }


_WEIGHT = {"count": 4, "polarity": 2, "certainty": 2, "actors": 1, "speakers": 2, "victims": 2, "place": 1, "date": 1}


def aligned(golds: list[Gold], claims: list[Claim]) -> list[tuple[int, int]]:
    """Which claim read stands for which wanted one: of the same event, best first, each once."""
    pairs = []
    for at, gold in enumerate(golds):
        for index, claim in enumerate(claims):
            if claim.event.value in gold.event:
                verdict = judged(gold, claim, {})
                worth = sum(weight for slot, weight in _WEIGHT.items() if verdict[slot])
                pairs.append((-worth, abs(at - index), at, index))
    taken: list[tuple[int, int]] = []
    for _, _, at, index in sorted(pairs):
        if all(at != a and index != b for a, b in taken):
            taken.append((at, index))
    return taken


@dataclass
class Score:
    """Right and wanted by slot; claims read that stand for none wanted."""

    right: Counter[str] = field(default_factory=Counter)
    wanted: int = 0
    read: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, item: Item, claims: list[Claim]) -> None:
        pairs = aligned(item.claims, claims)
        order = {index: at for at, index in pairs}
        self.wanted += len(item.claims)
        # An attack that only restates the cause is no error.
        self.read += len([c for i, c in enumerate(claims) if i in order or c.event.value != "attack"])
        for at, index in pairs:
            verdict = judged(item.claims[at], claims[index], order)
            self.right.update(slot for slot, right in verdict.items() if right)
            wrong = [slot for slot, right in verdict.items() if not right]
            if wrong:
                self.errors.append(f"{item.number}.{at} {'/'.join(item.claims[at].event)} WRONG {' '.join(wrong)}")
        missed = set(range(len(item.claims))) - {at for at, _ in pairs}
        self.errors += [f"{item.number}.{at} MISSED {'/'.join(item.claims[at].event)}" for at in sorted(missed)]
        for index, claim in enumerate(claims):
            if index not in order and claim.event.value != "attack":
                self.errors.append(f"{item.number} EXTRA {claim.event.value}")

    def share(self, slot: str) -> float:
        """Of the claims wanted, those found with the slot right: what is missed counts as wrong in every slot."""
        return self.right[slot] / self.wanted if self.wanted else 0.0

    def share_of_found(self, slot: str) -> float:
        return self.right[slot] / self.right["found"] if self.right["found"] else 0.0

    def table(self) -> str:
        precision = self.right["found"] / self.read if self.read else 0.0
        lines = [f"claims wanted {self.wanted}, read {self.read}, precision {precision:.3f}"]
        lines += [f"{slot:10} {self.share(slot):.3f}  of found {self.share_of_found(slot):.3f}" for slot in SLOTS]
        return "\n".join(lines)

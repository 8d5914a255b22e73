"""A stretch of English with its grammar, and what can be asked of it: phrases, subjects, objects, conjuncts,
clauses."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from vigil.model.claim import Span
from vigil.testimony.attribution.tree import Tree, grow
from vigil.testimony.english.lexicon import BESIDE, MEANS, word_set
from vigil.testimony.parsed import Parsed, Token

MOST_STEPS: Final = 12
"""Up or along a chain of words: beyond it nothing is looked for, and time stays linear."""

_OF_A_PHRASE: Final = word_set(
    "det nummod amod compound poss nmod quantmod predet advmod case punct hmod nn neg number npadvmod"
)
_QUANTITIES: Final = word_set(
    """dozen score hundred thousand million ten number half third quarter group couple handful family lot majority
    total convoy body one some many most all none each twin plenty crowd column wave series member pair
    ten-thousand case remains part"""
)
"""Nouns that say how much of what comes after "of"."""

_OWN: Final = {"he": "his", "she": "her", "i": "my", "we": "our"}
_LEMMAS: Final[dict[str, str]] = {
    **dict.fromkeys(["raped", "raping", "rapes"], "rape"),
    **dict.fromkeys(["bussed", "bused", "bussing"], "bus"),
    **dict.fromkeys(["shelled", "shelling"], "shell"),
    **dict.fromkeys(["looted", "looting"], "loot"),
    **dict.fromkeys(["maimed", "maiming"], "maim"),
    **dict.fromkeys(["gunned"], "gun"),
    **dict.fromkeys(["gutted", "gutting"], "gut"),
    **dict.fromkeys(["besieged", "besieging"], "besiege"),
    **dict.fromkeys(["torched", "torching"], "torch"),
    **dict.fromkeys(["strafed", "strafing"], "strafe"),
    **dict.fromkeys(["hanged"], "hang"),
    **dict.fromkeys(["fled"], "flee"),
    **dict.fromkeys(["airstrikes", "air-strikes"], "airstrike"),
    "people": "people",
    "children": "child",
    "women": "woman",
    "men": "man",
    "police": "police",
    "gunmen": "gunman",
    "militiamen": "militiaman",
    "policemen": "policeman",
    "bodies": "body",
}
"""Lemmas the model is known to miss."""

CLAUSAL: Final = frozenset(
    {"ccomp", "xcomp", "advcl", "relcl", "acl", "parataxis", "csubj", "csubjpass", "pcomp", "ROOT"}
)


@dataclass(slots=True)
class Scene:
    """A text and its tree."""

    text: str
    tree: Tree
    lower: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Of the text, in order."""
        return self.tree.parsed.tokens

    def children(self, at: int, *labels: str) -> list[int]:
        """Those that hang on a word, of these labels."""
        tokens = self.tree.parsed.tokens
        return [child for child in self.tree.children[at] if tokens[child].dep in labels]

    def child(self, at: int, *labels: str) -> int | None:
        """The first of them."""
        return self.tree.child(at, *labels)

    def behind(self, at: int, *preps: str) -> list[int]:
        """Heads of what stands behind a word's prepositions, or behind these alone: the town of "fled to the town"."""
        return [
            one
            for prep in self.children(at, "prep")
            if not preps or self.lower[prep] in preps
            for one in self.children(prep, "pobj")
        ]

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens first to last, both included."""
        return Span(self.tokens[first].begin, self.tokens[last].end)

    def at(self, span: Span) -> int | None:
        """The head of the words of a span."""
        begins = self.begins
        first = bisect_right(begins, span.begin) - 1
        if first < 0 or self.tokens[first].end <= span.begin:
            first += 1
        last = bisect_left(begins, span.end) - 1
        if first > last or first >= len(begins):
            return None
        for one in range(first, last + 1):
            head = self.tokens[one].head
            if not first <= head <= last or head == one:
                return one
        return first

    def inside(self, span: Span) -> Sequence[Token]:
        """The tokens that begin within a span."""
        return self.tokens[bisect_left(self.begins, span.begin) : bisect_left(self.begins, span.end)]

    def line(self, at: int) -> Span:
        """The line that a character stands in, without its break."""
        end = self.text.find("\n", at)
        return Span(self.text.rfind("\n", 0, at) + 1, len(self.text) if end < 0 else end)

    def sentence(self, at: int) -> tuple[int, int]:
        """[first, last) of the sentence of a word."""
        return self.tree.parsed.sentences[self.tree.sentence[at]]

    def stretch(self, at: int) -> tuple[int, int]:
        """First and last token of all that hangs on a word."""
        return self.tree.first[at], self.tree.last[at]

    def is_verb(self, at: int) -> bool:
        """Whether a word stands as a verb (participles included)."""
        return self.tokens[at].tag.startswith("VB")

    def is_counted_participle(self, at: int) -> bool:
        """ "Treated more than 40 wounded": a number as object, which the participle behind it counts."""
        before, token = self.tokens[at - 1] if at else None, self.tokens[at]
        counted = before is not None and before.tag == "CD" and before.dep == "dobj" and before.head == token.head
        return counted and token.tag == "VBN" and self.child(at, "dobj", "nsubj", "agent", "auxpass") is None

    def turned_up_alive(self, dead: int) -> bool:
        """ "Believed dead were found alive": they did not die."""
        believed = self.lower[dead - 1] in {"believed", "presumed", "thought", "feared", "declared", "reported"}
        return believed and "alive" in self.lower[dead : dead + 8]

    def owns(self, doer: int, whom: Sequence[int]) -> bool:
        """ "He" of "his daughter". Not "they" of "their": one may be the gunmen, the other a family's."""
        own = _OWN.get(self.lower[doer])
        return any(self.lower[child] == own for one in whom for child in self.children(one, "poss"))

    def passive(self, at: int, depth: int = 0) -> bool:  # noqa: PLR0911 - one case after another reads best
        """Whether a verb stands in the passive, or is a participle that hangs on its victim."""
        token = self.tokens[at]
        if token.tag not in {"VBN", "VBD"}:
            return False
        if self.child(at, "auxpass", "nsubjpass") is not None:
            return True
        if (
            token.tag == "VBN"
            and token.head != at
            and self.lemma[token.head] == "have"
            and token.dep in {"ccomp", "acl"}
        ):
            return self.tokens[token.head].pos == "VERB"  # "had their homes burned"
        if self.child(at, "agent") == at + 1 and self.child(at, "dobj", "aux") is None:
            return True  # "after the town hit by drones"
        if self.child(at, "nsubj") is not None or any(
            self.lemma[child] in {"have", "having"} for child in self.children(at, "aux")
        ):
            return False
        if token.dep in {"acl", "amod", "oprd"} and token.tag == "VBN":
            return True
        if token.dep == "conj" and self.is_verb(token.head) and token.head < at:
            alone = self.child(at, "dobj") is None or (token.tag == "VBN" and self.lemma[at] == "give")
            return depth < MOST_STEPS and alone and self.passive(token.head, depth + 1)  # "hung and given shocks"
        return (
            token.tag == "VBN" and token.dep in {"advcl", "ccomp", "xcomp", "ROOT"} and self.child(at, "dobj") is None
        )

    def subjects(self, at: int, depth: int = 0) -> list[int]:  # noqa: PLR0911 - one case after another reads best
        """Heads of the subject of a verb, found where the grammar hides it too."""
        own = self.children(at, "nsubj", "nsubjpass", "csubj")
        if own:
            counted = [one for one in own[1:] if one < at and self.is_counted(one) and not self.is_counted(own[0])]
            if self._is_taken_up_again(at, own):
                return [own[1]]
            return [self._antecedent((counted or own)[0], at)]  # "Idlib: 30 killed": the 30
        token = self.tokens[at]
        if depth >= MOST_STEPS or token.head == at:
            return []
        head = token.head
        if token.dep == "advcl" and token.tag == "VBG" and self.lemma[head] in {"see", "watch", "witness", "hear"}:
            return []  # "they saw police fire at them, hitting a boy": whoever saw it hit nobody
        if token.dep in {"ccomp", "advcl"} and head < at and (before := self._stands_before(at)) is not None:
            return [before]
        if token.dep == "conj" and (self.is_verb(head) or self.tokens[head].pos == "AUX"):
            return self.subjects(head, depth + 1)
        if token.dep in {"acl", "relcl", "amod"}:
            return [head]
        if token.dep in {"xcomp", "ccomp", "advcl"} and self.tokens[head].pos in {"VERB", "AUX"}:
            objects = self.children(head, "dobj") if token.dep == "xcomp" else []
            if token.dep == "ccomp" and self.lemma[head] in {"tell", "inform", "warn"}:
                # "told her soldiers had": the grammar takes the doer for whom it was told
                objects = [one for one in self.children(head, "dobj") if one == self.tree.first[at] - 1]
            return objects[:1] or self.subjects(head, depth + 1)
        if token.dep == "pcomp" and self.tokens[head].dep == "prep":
            verb = self.tokens[head].head
            objects = self.children(verb, "dobj") if self.lemma[head] in {"of", "for", "from", "into"} else []
            if objects:
                return objects[:1]
            if self.tokens[verb].dep == "dobj" and self.lemma[self.tokens[verb].head] in {"accuse", "suspect", "blame"}:
                return [verb]  # "accuse the brigade of": the grammar hangs "of" on the brigade
            return self.subjects(verb, depth + 1) if self.is_verb(verb) else []
        return []

    def _is_taken_up_again(self, at: int, own: list[int]) -> bool:
        """ "The last convoy, a militia hit it": what it was, and then who."""
        again = any(self.lower[one] in {"it", "them", "him", "her"} for one in self.children(at, "dobj"))
        return again and len(own) > 1 and self.lower[self.tree.first[own[1]] - 1] == ","

    def _stands_before(self, at: int) -> int | None:
        """The noun right before a finite verb that has no subject: "watched from the field as soldiers shot her"."""
        auxiliaries = self.children(at, "aux", "auxpass", "neg")
        if self.tokens[at].tag not in {"VBD", "VBZ", "VBP"} and not any(
            self.tokens[one].tag in {"VBD", "VBZ", "VBP"} for one in auxiliaries
        ):
            return None
        last = min([at, *(one for one in auxiliaries if one < at)]) - 1
        found, here = None, last
        for _ in range(MOST_STEPS):
            token = self.tokens[here]
            if here <= self.tokens[at].head or self.tree.last[here] > last:
                break
            if token.tag.startswith("NN") and token.entity not in {"DATE", "TIME"}:
                found = here
            elif token.dep != "prep" and not self.is_verb(here) and token.tag != "JJ":
                break
            own = self.child(here, "nsubj", "nsubjpass")
            if self.is_verb(here) or (token.tag == "JJ" and own is not None):
                # "a missile fired from the hill had flattened it", "gunmen loyal to the mayor had taken him"
                return own if token.tag in {"VBN", "JJ"} else None
            if token.head >= here:
                break
            if token.dep == "conj" or self.lower[token.head] in {"as", "while", "when"}:
                break
            here = token.head
        return found

    def is_counted(self, at: int) -> bool:
        """Whether it is a number, or has one."""
        return self.tokens[at].tag == "CD" or self.child(at, "nummod") is not None

    def objects(self, at: int) -> list[int]:
        """Heads of the object of a verb."""
        own = [self._antecedent(child, at) for child in self.children(at, "dobj", "obj")]
        if not own and self.tokens[at].dep == "relcl" and self.child(at, "nsubj") is not None:
            subject = self.child(at, "nsubj")
            if subject is not None and self.lower[subject] not in {"who", "which", "that", "whom"}:
                return [self.tokens[at].head]  # "the boys it took"
        if not own:
            for other in self.children(at, "conj"):  # "killing or capturing soldiers"
                if self.is_verb(other) and other - at <= 3 and not self.passive(at):
                    return [self._antecedent(child, other) for child in self.children(other, "dobj")]
        return own

    def agents(self, at: int) -> list[int]:
        """Heads of "by ..." of a verb or noun."""
        found = []
        for child in self.tree.children[at]:
            if self.lower[child] == "by" and self.tokens[child].dep in {"agent", "prep"}:
                found += [one for one in self.children(child, "pobj") if not self.is_how_or_where(one)]
        return found

    def is_how_or_where(self, at: int) -> bool:
        """The bus of "were brought out by bus and rail", the river of "shot by the river": nobody who did it."""
        alone = self.child(at, "det", "poss", "nummod", "amod") is None
        return (self.lemma[at] in MEANS and alone) or (self.lemma[at] in BESIDE and self.tokens[at].tag == "NN")

    def _antecedent(self, at: int, verb: int) -> int:
        """What "who", "which" and "that" stand for."""
        if self.lower[at] in {"who", "whom", "which", "that"} and self.tokens[verb].dep == "relcl":
            whom = self.tokens[verb].head
            first = self.tokens[whom].head
            joined = self.tokens[whom].dep == "conj" and self.tokens[first].dep == "attr"
            return first if joined else whom  # "it was the army and its allies who"
        return at

    def conjuncts(self, at: int) -> list[int]:
        """The word and those coordinated with it, in order."""
        found, here = [at], at
        for _ in range(2 * MOST_STEPS):
            following = self.child(here, "conj")
            if following is None:
                following = self._listed(here)
            if following is None or self.is_verb(following) != self.is_verb(at):
                break
            found.append(following)
            here = following
        return found

    def _listed(self, at: int) -> int | None:
        """In "a host, his driver and two girls", the driver, which the grammar may take for a word on the host."""
        for child in self.children(at, "appos"):
            begins = self.lower[self.tree.first[child]]
            if self.child(child, "conj") is not None and (
                begins in {"a", "an", "the", "his", "her", "their", "its"} or self.child(child, "nummod") is not None
            ):
                return child
        return None

    def core(self, at: int) -> tuple[int, int]:
        """First and last token of a noun phrase without its clauses: "the last two of her sons"."""
        first = last = at
        for child in self.tree.children[at]:
            token = self.tokens[child]
            if token.dep in _OF_A_PHRASE and child < at and token.text not in {",", ";", ":"}:
                first = min(first, self.tree.first[child])
            elif token.dep == "prep" and token.text == "of" and self._right_behind(child, last):
                inner = self.child(child, "pobj")
                if inner is not None:
                    last = max(last, self.core(inner)[1])
            elif token.dep == "case" and child == last + 1:
                last = child
        return first, last

    def _right_behind(self, at: int, last: int) -> bool:
        """Behind it but for a quotation mark: '"dozens" of soldiers'."""
        return at == last + 1 or (at == last + 2 and self.tokens[last + 1].text in {'"', "”", "'", "’"})

    def innermost(self, at: int) -> int:
        """Of "dozens of residents" the residents, of "a family of five" the family."""
        for _ in range(MOST_STEPS):
            if self.lemma[at] not in _QUANTITIES and self.tokens[at].tag not in {"CD", "DT"}:
                break
            of = next((c for c in self.children(at, "prep") if self.lower[c] == "of"), None)
            inner = self.child(of, "pobj") if of is not None else None
            if inner is None:
                break
            at = inner
        return at

    def clause(self, at: int) -> int:
        """The verb of the clause a word stands in; the word itself where it is one."""
        for _ in range(4 * MOST_STEPS):
            token = self.tokens[at]
            if token.head == at or self.is_verb(at) or token.pos == "AUX":
                break
            at = token.head
        return at

    def ancestors(self, at: int) -> Iterator[tuple[int, int]]:
        """Each word on the way up, with the one it was reached from."""
        for _ in range(2 * MOST_STEPS):
            head = self.tokens[at].head
            if head == at:
                return
            yield head, at
            at = head

    def own_words(self, at: int) -> set[str]:
        """The words, and lemmas, of the clause of a verb, without those of clauses that hang on it."""
        found: set[str] = set()
        waiting, left = [at], 80
        while waiting and left:
            here = waiting.pop()
            left -= 1
            found.update((self.lower[here], self.lemma[here]))
            for child in self.tree.children[here]:
                token = self.tokens[child]
                if token.dep in CLAUSAL and token.dep not in {"xcomp", "pcomp"}:
                    continue
                if token.dep == "conj" and self.is_verb(child):
                    continue
                waiting.append(child)
        return found


def scene(parsed: Parsed) -> Scene:
    """What can be asked of a text whose grammar is known."""
    tree = grow(parsed)
    return Scene(
        parsed.text,
        tree,
        [token.text.lower() for token in parsed.tokens],
        [_LEMMAS.get(token.text.lower()) or token.lemma.lower() or token.text.lower() for token in parsed.tokens],
        [token.begin for token in parsed.tokens],
    )

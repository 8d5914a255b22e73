"""The grammar of a text as a tree: children, and the stretch of tokens that hangs on each token."""

from dataclasses import dataclass

from vigil.testimony.parsed import Parsed


@dataclass(frozen=True, slots=True)
class Tree:
    """A `Parsed` that can be walked downwards.

    Attributes:
        children: Of each token, in the order of the text.
        labelled: Of each token, its first child of each label.
        first: The leftmost token that hangs on each token, itself included.
        last: The rightmost.
        sentence: The number of the sentence each token stands in.
    """

    parsed: Parsed
    children: tuple[tuple[int, ...], ...]
    labelled: tuple[dict[str, int], ...]
    first: tuple[int, ...]
    last: tuple[int, ...]
    sentence: tuple[int, ...]

    def child(self, token: int, *labels: str) -> int | None:
        """The first child with one of these labels."""
        own = self.labelled[token]
        found = [own[label] for label in labels if label in own]
        return min(found) if found else None

    def lemma(self, token: int) -> str:
        """The lemma, in small letters."""
        return self.parsed.tokens[token].lemma.lower()

    def word(self, token: int) -> str:
        """The word, in small letters."""
        return self.parsed.tokens[token].text.lower()


def grow(parsed: Parsed) -> Tree:
    """The tree of a text, in time linear in its length."""
    tokens = parsed.tokens
    children: list[list[int]] = [[] for _ in tokens]
    labelled: list[dict[str, int]] = [{} for _ in tokens]
    sentence = [0] * len(tokens)
    waiting = [0] * len(tokens)  # children whose own stretch is not known yet
    for number, (begin, end) in enumerate(parsed.sentences):
        for index in range(begin, end):
            sentence[index] = number
            head = tokens[index].head
            if head != index:
                children[head].append(index)
                labelled[head].setdefault(tokens[index].dep, index)
                waiting[head] += 1
    first, last = list(range(len(tokens))), list(range(len(tokens)))
    ready = [index for index in range(len(tokens)) if not waiting[index]]
    while ready:
        index = ready.pop()
        head = tokens[index].head
        if head == index:
            continue
        if first[index] < first[head]:  # noqa: PLR1730 - this is the innermost loop: min() takes twice as long
            first[head] = first[index]
        if last[index] > last[head]:  # noqa: PLR1730
            last[head] = last[index]
        waiting[head] -= 1
        if not waiting[head]:
            ready.append(head)
    return Tree(parsed, tuple(map(tuple, children)), tuple(labelled), tuple(first), tuple(last), tuple(sentence))

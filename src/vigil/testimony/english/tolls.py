"""Tolls without a verb, as headlines and posts have them: "12 dead, 30 wounded in Douma", "7 martyred & 20 hurt".

The small grammar makes one clause of two figures, and hangs the wounded on the dead. But a figure right before its
participle is its own: here each is hung on its own.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from vigil.testimony.attribution.tree import Tree, grow
from vigil.testimony.english.lexicon import word_set
from vigil.testimony.parsed import Parsed, Token

_LEMMAS: Final = {
    "killed": "kill",
    "martyred": "martyr",
    "slain": "slay",
    "murdered": "murder",
    "executed": "execute",
    "wounded": "wound",
    "injured": "injure",
    "hurt": "hurt",
    "maimed": "maim",
    "arrested": "arrest",
    "detained": "detain",
    "abducted": "abduct",
    "kidnapped": "kidnap",
    "displaced": "displace",
    "captured": "capture",
    "shot": "shoot",
    "dead": "dead",
    "missing": "missing",
}
_STATES: Final = frozenset({"dead", "missing"})
_AND: Final = frozenset({"and", "&", "+"})
_BETWEEN: Final = frozenset({",", ";", "and", "&", "-", "–", "—", "/", "+", "•", "plus", "with"})
_BOUNDS: Final = word_set(
    "at least more than over about around some nearly almost up to another also a an only further"
)
_VAGUE: Final = word_set("dozens scores hundreds thousands many several more some few dozen")
_GOES_ON: Final = word_set(
    """in at near after by during when as since on from across inside outside so while amid following around over under
    with among within on per via acc according nr overnight today yesterday
    tonight this last between because due including"""
)
_DAYS: Final = word_set("monday tuesday wednesday thursday friday saturday sunday")
_OF_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})
_AS: Final = {"CD": "nummod", ":": "punct"}
_FAR: Final = 4


class _Figure(NamedTuple):
    """ "12 people killed": its first word, the one that is counted, and the participle; [first, last) in all.

    `also` is the boy of "4 women + 1 boy dead".
    """

    first: int
    head: int
    state: int
    last: int
    also: int | None = None


def with_own_figures(parsed: Parsed) -> Parsed:
    """The text with each participle of a toll, and "dead" and "missing", hung on its own figure."""
    states = [at for at, token in enumerate(parsed.tokens) if token.text.lower() in _LEMMAS]
    if not states:
        return parsed
    tree = grow(parsed)
    figures: list[_Figure] = []
    for at in states:
        figure = _before(tree, at) or _behind(tree, at, figures)
        if figure is not None:
            figures.append(figure)
    wrong = [run for run in _runs(tree, figures) if len(run) > 1 or not _stands(parsed.tokens, run[0])]
    if not wrong:
        return parsed
    tokens = list(parsed.tokens)
    for run in wrong:
        _hang(tree, tokens, run)
    return Parsed(parsed.text, tuple(tokens), _joined(tree, wrong))


def _joined(tree: Tree, runs: Sequence[Sequence[_Figure]]) -> tuple[tuple[int, int], ...]:
    """The sentences, one where the grammar ended one within a toll: "Clashes in Taiz: 3 | Houthis killed"."""
    within = {at for run in runs for at in range(run[0].first + 1, run[-1].last)}
    found: list[tuple[int, int]] = []
    for begin, end in tree.parsed.sentences:
        if begin in within:
            found[-1] = (found[-1][0], end)
        else:
            found.append((begin, end))
    return tuple(found)


def _before(tree: Tree, state: int) -> _Figure | None:
    """The figure right before a participle, where no object or verb comes after it: "12 people killed in Douma"."""
    tokens = tree.parsed.tokens
    end = tree.parsed.sentences[tree.sentence[state]][1]
    last = state + 1
    if tokens[state].text.lower() == "shot":
        if last == end or tokens[last].text.lower() not in {"dead", "by"}:
            return None
        last += tokens[last].text.lower() == "dead"
    at = state - 1
    while at > 0 and tokens[at].tag.startswith("NNP"):
        at -= 1
    if at == state - 1 or tokens[at].text.lower() not in {"of", "from"}:
        at = state  # nothing of "4 fighters of Ahrar killed"
    counted = at - 1
    at = counted
    while at >= 0 and tokens[at].tag in _OF_NOUNS and not _is_quantity(tokens[at]):
        at -= 1
    if at < max(0, counted - _FAR) or not _is_quantity(tokens[at]) or not _ends_there(tokens, last, end):
        return None
    noun = counted if at < counted else None
    if noun is not None and not tokens[noun].tag.startswith("NN"):
        return None
    first = at
    while first > 0 and _is_quantity(tokens[first - 1]):
        first -= 1  # "30 thousand", "five more"
    number = max((one for one in range(first, at + 1) if tokens[one].tag == "CD"), default=first)
    figure = _Figure(first, number if noun is None else noun, state, last)
    before = first - 1
    if noun is None or before <= 1 or tokens[before].text.lower() not in _AND:
        return figure
    first = before - 2
    if tokens[before - 1].tag not in {"NNS", "NN"} or tokens[first].tag != "CD":
        return figure
    return figure._replace(first=first, head=before - 1, also=figure.head)


def _behind(tree: Tree, state: int, figures: Sequence[_Figure]) -> _Figure | None:
    """The figure behind a participle in a list of them: "Killed: 7, wounded: 12"."""
    tokens = tree.parsed.tokens
    begin, end = tree.parsed.sentences[tree.sentence[state]][0], len(tokens)
    at = state + 1
    colon = at < end and tokens[at].text == ":"
    at += colon
    if (
        at >= end
        or not tokens[at].text.isdigit()
        or (at + 1 < end and tokens[at + 1].text.lower() not in _BETWEEN | {".", "("})
    ):
        return None
    follows = bool(figures) and figures[-1].head > figures[-1].state and figures[-1].last >= state - 2
    if not colon and not follows and state > begin and tokens[state - 1].text != ":":
        return None
    return _Figure(state, at, state, at + 1)


def _is_quantity(token: Token) -> bool:
    return token.tag == "CD" or token.text.lower() in _VAGUE


def _ends_there(tokens: tuple[Token, ...], last: int, end: int) -> bool:
    if last >= end:
        return True
    after = tokens[last]
    word = after.text.lower()
    if after.pos in {"PUNCT", "SYM"} or word in _BETWEEN or word in _GOES_ON or word in _DAYS or word[:1] in {"#", "@"}:
        return True
    return after.tag == "CD" and any(tokens[one].text.lower() in _LEMMAS for one in range(last + 1, min(end, last + 4)))


def _runs(tree: Tree, figures: list[_Figure]) -> list[list[_Figure]]:
    """Figures that follow each other with no more between them than a comma and "and"."""
    tokens = tree.parsed.tokens
    runs: list[list[_Figure]] = []
    for figure in figures:
        before = runs[-1][-1] if runs else None
        together = before is not None and all(_joins(tokens[at]) for at in range(before.last, figure.first))
        if together:
            runs[-1].append(figure)
        else:
            runs.append([figure])
    return runs


def _joins(token: Token) -> bool:
    return token.text.lower() in _BETWEEN or token.text.lower() in _BOUNDS


def _stands(tokens: Sequence[Token], one: _Figure) -> bool:
    """Whether the grammar has it right."""
    head, state = tokens[one.head], tokens[one.state]
    if state.text.lower() in _STATES and state.tag not in {"JJ", "VBG"}:
        return False
    if state.text.lower() not in _STATES and state.tag != "VBN":
        return False
    if state.head == one.head and (state.dep == "acl" or (state.dep == "amod" and head.tag == "CD")):
        return True
    if state.dep == "relcl" or sum(t.head == one.state and t.dep in {"nsubj", "nsubjpass"} for t in tokens) > 1:
        return False  # "20 shells on the camp, 4 killed"
    if one.head > one.state:
        return head.head == one.state and head.dep == "dobj"
    return head.head == one.state and head.dep in {"nsubj", "nsubjpass"}


def _hang(tree: Tree, tokens: list[Token], run: list[_Figure]) -> None:
    own = {at for one in run for at in range(one.first, one.last)}
    dep, above = _outside(tokens, run, own)
    first = run[0].head
    for one in run:
        for child in tree.children[one.state]:
            if child not in own and tokens[child].dep in {"nsubj", "nsubjpass"}:
                tokens[child] = tokens[child]._replace(dep="dep")  # the "update" of "UPDATE - 7 killed"
        word = tokens[one.state].text.lower()
        stays = word in _STATES
        tokens[one.state] = tokens[one.state]._replace(
            tag="JJ" if stays else "VBN",
            pos="ADJ" if stays else "VERB",
            dep="acl",
            lemma=_LEMMAS[word],
            head=one.head,
        )
        if one.also is not None:
            tokens[one.also] = tokens[one.also]._replace(dep="conj", head=one.head)
        tokens[one.head] = tokens[one.head]._replace(
            dep=dep if one.head == first else "list", head=above if one.head == first else first
        )
        if tokens[one.last - 1].text.lower() == "dead" and one.last - 1 > one.state:
            tokens[one.last - 1] = tokens[one.last - 1]._replace(dep="oprd", head=one.state)
        if tokens[one.head].text.isdigit():
            tokens[one.head] = tokens[one.head]._replace(tag="CD", pos="NUM")
        for at in set(range(one.first, one.head)) - {one.state}:
            if not one.first <= tokens[at].head <= one.head or tokens[at].head == at:
                tokens[at] = tokens[at]._replace(dep=_AS.get(tokens[at].tag, "amod"), head=one.head)


def _outside(tokens: list[Token], run: list[_Figure], own: set[int]) -> tuple[str, int]:
    """What the whole run hangs on: as its first word that hangs on something outside of it."""
    for one in run:
        for at in (one.state, one.head):
            token = tokens[at]
            if token.head == at:
                break
            if token.head not in own and not _hangs_on(tokens, token.head, own):
                return token.dep, token.head
    above = tokens[run[0].first].head  # "Clashes in Taiz: 3 Houthis killed"
    return ("ROOT", run[0].head) if _hangs_on(tokens, above, own) else ("parataxis", above)


def _hangs_on(tokens: list[Token], at: int, own: set[int]) -> bool:
    for _ in range(len(tokens)):
        if at in own:
            return True
        if tokens[at].head == at:
            return False
        at = tokens[at].head
    return True

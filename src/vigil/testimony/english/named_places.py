"""Places that no gazetteer knows, shown by the words around them: "in Kafr Nabl", "the Jubaila district"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from vigil.model.claim import ClaimedPlace, Span
from vigil.testimony.english.event import is_somebody
from vigil.testimony.english.lexicon import ARMED, STATE, VERBS, word_set
from vigil.testimony.english.scene import Scene
from vigil.testimony.places.words import CARS

_WHERE: Final = word_set(
    """in at near outside around inside across from to of into over off on through towards toward behind beyond
    before"""
)
_LOOSE: Final = frozenset({"of", "to", "from", "on", "before", "over", "through"})
"""Prepositions that are of places only beside a word for a place, or a name the grammar takes for one."""
KINDS: Final = word_set(
    """district quarter neighbourhood neighborhood town village city camp prison jail province governorate crossing
    roundabout square street road bridge valley mountain suburb enclave region county state island port airport
    base checkpoint hospital school university mosque church market clinic mill dam refinery station hotel
    stadium farm field river area corridor highway branch zone subdistrict municipality settlement junction post
    countryside point terminal hangar substation bakery factory warehouse library courthouse barracks cemetery
    monastery temple depot refinery stadium museum embassy consulate theatre centre center compound outpost hamlet
    township commune department highlands plateau peninsula basin gorge pass canal reservoir lake shore coast"""
)
_SIDES: Final = word_set(
    "eastern western northern southern central east west north south rural greater old upper lower downtown"
)
_NO_PLACE: Final = frozenset({"PERSON", "DATE", "TIME", "NORP", "MONEY", "CARDINAL", "PERCENT", "QUANTITY", "LAW"})
_OF_PLACES: Final = word_set("besiege blockade encircle storm retake overrun shell bombard bomb pound invade")
"""Verbs whose object, where it is a name, is a place."""

_LEFT: Final = word_set("leave flee enter hit strike pound overrun retake")
_TAKES_PLACE: Final = word_set(
    """besiege surround blockade encircle storm shell bomb bombard attack raid hit leave flee enter strike pound target
    evacuate retake overrun capture encircle destroy level flatten burn torch raze demolish loot ransack damage"""
)


def with_named_places(view: Scene, known: Sequence[ClaimedPlace], times: Sequence[Span] = ()) -> list[ClaimedPlace]:
    """The places a gazetteer knows, drawn out to all their words, and those only the grammar shows."""
    found: list[ClaimedPlace] = []
    taken: list[Span] = []
    for at in range(len(view.tokens)):
        if not _may_be_place(view, at):
            continue
        first, last = _words(view, at)
        span = view.span(first, last)
        if any(one.begin < span.end and span.begin < one.end for one in (*taken, *times)):
            continue
        text = view.text[span.begin : span.end]
        inside = [one for one in known if span.begin <= one.span.begin and one.span.end <= span.end]
        if inside:
            found.append(replace(inside[-1], text=text, span=span))
        elif not any(one.span.begin < span.end and span.begin < one.span.end for one in known):
            found.append(ClaimedPlace(text=text, span=span))
        else:
            continue
        taken.append(span)
    rest = [one for one in known if not any(span.begin < one.span.end and one.span.begin < span.end for span in taken)]
    return sorted([*found, *rest], key=lambda one: one.span)


def _may_be_place(view: Scene, at: int) -> bool:  # noqa: PLR0911 - one case after another reads best
    token = view.tokens[at]
    if not token.tag.startswith("NN"):
        return _is_left(view, at)
    named = token.tag in {"NNP", "NNPS"} or (
        token.tag == "NN" and token.text[:1].isupper() and token.text[1:].islower()
    )
    proper = named and not (token.text.islower() and view.child(at, "det") is not None)
    kind = view.lemma[at] in KINDS and not _has_a_name(view, at)
    if not proper and not (kind and _named(view, at)):
        return False
    if view.lower[at] in STATE | CARS or view.lemma[at] in ARMED or token.entity in {"DATE", "TIME", "MONEY"}:
        return False
    if token.dep in {"dobj", "nsubjpass"} and view.lemma[token.head] in _OF_PLACES and token.entity != "NORP":
        return True
    if token.dep == "dobj" and proper and view.lemma[token.head] in _LEFT:
        wholly = view.lemma[token.head] in {"flee", "enter"}
        return token.entity != "NORP" and (wholly or not _named(view, at))
    if token.dep in {"nsubj", "nsubjpass"} and proper and _is_besieged(view, head := token.head):
        return token.entity not in {"NORP", "PERSON"}
    if token.entity in {"PERSON", "NORP", "ORG"} and is_somebody(view, at) and token.dep != "pobj":
        return False
    head = token.head
    if token.dep == "pobj" and view.lower[head] in _WHERE:
        if view.lower[head] not in _LOOSE or kind or view.lower[view.tokens[head].head] == "out":
            return not _of_people(view, head)
        return token.entity in {"GPE", "LOC", "FAC"} or view.lemma[view.tokens[head].head] in KINDS | set(VERBS) | {
            "siege"
        }
    if token.dep in {"dobj", "nsubjpass"} and view.is_verb(head):
        return view.lemma[head] in _TAKES_PLACE and (kind or token.entity != "ORG")
    if token.dep == "appos" and proper and token.entity not in {"PERSON", "ORG", "NORP"}:
        return view.lemma[head] in KINDS and head < at and view.children(head, "poss") != []
    if token.dep == "conj" and view.tokens[head].tag in {"NNP", "NNPS"} and head < at:
        return view.tokens[head].dep == "pobj" and _may_be_place(view, head)
    return False


def _has_a_name(view: Scene, at: int) -> bool:
    """ "My mother's village, Tal Banat": the name says which."""
    named = (one for one in view.children(at, "appos") if view.tokens[one].tag == "NNP")
    return view.children(at, "poss") != [] and any(view.tokens[one].entity != "PERSON" for one in named)


def _is_left(view: Scene, at: int) -> bool:
    """ "Would leave Sievierodonetsk on Saturday": a name the grammar takes for an adverb."""
    token = view.tokens[at]
    right_behind = token.dep == "advmod" and token.head == at - 1 and view.lemma[at - 1] in _LEFT | {"reach"}
    return right_behind and token.text[:1].isupper() and token.text[1:].islower() and len(token.text) > _SHORTEST


_SHORTEST: Final = 3


def _is_besieged(view: Scene, verb: int) -> bool:
    """ "Djibo is under siege", "kept Djibo cut off"."""
    under = view.behind(verb, "under")
    off = view.lemma[verb] == "cut" and any(view.lower[c] == "off" for c in view.children(verb, "prt", "advmod"))
    return off or any(view.lemma[one] in {"siege", "blockade", "bombardment", "fire", "shelling"} for one in under)


def _of_people(view: Scene, prep: int) -> bool:
    """ "In an interview with", "at Radio Tamazin": where somebody works."""
    head = view.tokens[prep].head
    return view.tokens[head].tag.startswith("NN") and is_somebody(view, head) and view.lower[prep] == "at"


def _named(view: Scene, at: int) -> bool:
    return any(
        view.tokens[child].tag in {"NNP", "NNPS"}
        and view.tokens[child].dep in {"compound", "nmod", "poss"}
        and child < at
        for child in view.tree.children[at]
    )


def _words(view: Scene, at: int) -> tuple[int, int]:
    """The name with its side and its kind, without article."""
    first = at
    for child in view.tree.children[at]:
        token = view.tokens[child]
        fits = token.dep in {"compound", "nmod", "poss", "case", "punct"} or view.lower[child] in _SIDES
        if fits and child < at and token.entity not in {"DATE", "TIME"} and token.text not in {",", '"', "(", "“"}:
            first = min(first, view.tree.first[child])
    while first < at and view.lower[first] in {
        "the",
        "a",
        "an",
        "-",
        "this",
        "that",
        "its",
        "their",
        "his",
        "her",
        "our",
    }:
        first += 1
    return first, at

"""Places without a name, in the words as they stand: "in the village", "at a school", "the pumping station"."""

from collections.abc import Sequence
from typing import Final

from vigil.model.claim import ClaimedPlace, Span
from vigil.testimony.english.lexicon import word_set
from vigil.testimony.english.scene import Scene

_PLACES: Final = word_set(
    """village town city capital hamlet suburb neighbourhood neighborhood district quarter block camp enclave province
    governorate county region area zone outskirt countryside border frontier frontline coast valley mountain hill
    forest desert island river canal lake bank shore field orchard farm crossing checkpoint roadblock junction
    roundabout square street road highway motorway alley bridge tunnel corridor airport port harbour harbor base
    barracks outpost airfield school kindergarten university college hospital clinic mosque church monastery shrine
    temple market bazaar bakery shop factory warehouse depot mill refinery dam station plant waterworks reservoir hotel
    restaurant cafe stadium museum courthouse office headquarters embassy building tower prison jail cell
    dungeon basement cellar shelter bunker morgue cemetery courtyard yard roof rooftop ruin rubble wreckage house home
    apartment flat pass well ditch ravine quarry garage garden park playground settlement municipality town-hall
    checkpoint compound centre center facility branch site queue funeral wedding hall gate entrance territory ward
    theatre theater cinema laboratory registry terminal dormitory classroom parliament consulate workshop platform
    door doorway"""
)
_IN: Final = word_set(
    "in at near outside around inside across under beneath behind beyond along throughout amid between"
)
_ON: Final = word_set(
    """road highway motorway street bridge roof rooftop square outskirt border frontline coast bank shore hill mountain
    roundabout alley island field"""
)
_BY: Final = word_set("canal river bridge road wall gate roadblock lake")
_FROM: Final = word_set(
    "house home shop clinic office school camp village town city district quarter neighbourhood area"
)
_NEEDS_NOTHING: Final = word_set("prison jail")
"""Stand without an article: "in prison"."""

_NO_TARGET: Final = word_set(
    """building centre center office facility site tower headquarters compound house home
    apartment flat region area well field ruin rubble wreckage roof rooftop pass"""
)
"""As the object of a deed they are what it was done to, and hardly where."""

_STRIKES: Final = word_set(
    """bomb shell bombard hit strike pound attack raid storm target besiege encircle surround blockade evacuate enter
    flee leave overrun retake capture level flatten destroy mortar rocket strafe damage loot demolish torch ransack
    close seal"""
)
_DEEDS: Final = word_set(
    "attack strike airstrike raid bombing shelling bombardment assault offensive siege blockade fire bomb shell rocket"
)
_REMAINS: Final = word_set("ruin rubble wreckage")
_ARTICLES: Final = word_set("its their his her our my")
_NO_NAME: Final = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})


def common_places(view: Scene, taken: Sequence[Span]) -> list[ClaimedPlace]:
    """The unnamed places of a text, in its order; none that stands in what is `taken`."""
    found = []
    for at, lemma in enumerate(view.lemma):
        if lemma not in _PLACES or not _where(view, at):
            continue
        first, last = _words(view, at)
        span = view.span(first, last)
        if not any(one.begin < span.end and span.begin < one.end for one in taken):
            found.append(ClaimedPlace(text=view.text[span.begin : span.end], span=span))
    return found


def _where(view: Scene, at: int) -> bool:  # noqa: PLR0911, PLR0912 - one case after another reads best
    token = view.tokens[at]
    lemma, head = view.lemma[at], token.head
    if not token.tag.startswith("NN") or (token.entity in _NO_NAME and lemma != "quarter"):
        return False
    if lemma in view.lower[at + 1 : at + 3] or lemma in view.lower[max(0, at - 2) : at]:
        return False  # from house to house
    if any(view.lower[child] in {"any", "no"} for child in view.children(at, "det")):
        return False  # "did not hit any school" names none
    if lemma in _REMAINS and view.child(at, "det", "poss") is None:
        return False  # "in ruins" is how it is, not where
    if token.dep == "pobj" and lemma not in _NEEDS_NOTHING and not _shown(view, at):
        return False
    if token.dep == "pobj":
        word = view.lower[head]
        above = view.lemma[view.tokens[head].head]
        if word in _IN or (
            word in {"into", "through"}
            and above in _STRIKES | {"fire", "land", "crash", "tear", "slam", "lob", "throw", "hurl", "herd"}
        ):
            return True
        if word == "to" and above == "set":
            return lemma not in _NO_TARGET  # "set fire to our church"
        if word == "on":
            return lemma in _ON or above in _DEEDS | _STRIKES | {"drop", "fall", "land", "rain", "open"}
        if word == "of" and view.lower[view.tokens[head].head] == "out":
            return True
        if word == "of":
            return above in _DEEDS | _STRIKES | {"evacuation", "destruction"} and lemma not in _NO_TARGET
        if word == "out":
            return True
        if word == "by":
            return lemma in _BY and not view.passive(view.tokens[head].head)
        return word == "from" and lemma in _FROM and above not in {"fire", "come", "launch", "return", "speak", "say"}
    if token.dep in {"dobj", "nsubjpass"} and view.lemma[head] in _STRIKES and view.is_verb(head):
        return lemma not in _NO_TARGET and view.child(at, "nummod") is None
    return False


def _shown(view: Scene, at: int) -> bool:
    return view.tokens[at].tag == "NNS" or view.child(at, "det", "poss", "amod", "compound", "nummod") is not None


def _words(view: Scene, at: int) -> tuple[int, int]:
    """The place with what tells which: "the outskirts of the town"."""
    first, last = view.core(at)
    for prep in view.children(at, "prep"):
        inner = view.child(prep, "pobj")
        if prep == last + 1 and view.lower[prep] == "of" and inner is not None and view.lemma[inner] in _PLACES:
            last = view.core(inner)[1]
    while first < last and view.lower[first] in _ARTICLES:
        first += 1
    return first, last

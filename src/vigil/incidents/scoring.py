"""How far two claims speak of one event: a sum of weights, each for one thing they agree or differ in.

The weights stand for log-odds in bits, as in the record linkage of Fellegi and Sunter (1969), and are set by hand: one
for twice as likely. Nothing was fitted. A pair that cannot be one event (far apart, on other days, of another kind) is
refused whatever else agrees.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from vigil.incidents.footprints import AHEAD, ASKED, EVENTS, HELD, NO_DAY, TOTAL, Footprints, Ints
from vigil.model.claim import EventType

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

ENOUGH = 3.0
"""Bits from which two claims are taken to be of one event: one day and one place, or a figure and a time."""

ENOUGH_OF_FEW = 2.5
"""The same among few claims, which were put together because they are of one matter: less has to be ruled out."""

FEW = 256
"""So many claims are few."""

REFUSED = -100.0

FAR_KM = 60.0
"""Places that both are known and so far apart are two. A town and its countryside are not."""
NEAR_KM = 5.0

MOST_FOR_A_FIGURE = 4.0

_INSIDE = 1.5  # bits of a place that lies in another
_CLOSE, _CLOSE_FROM = 1.25, 10  # so many times the other, and from how many on
_IN_REGION = 0.8  # and in a region: much happens in one on a day
_NOT_FAR = -1.0  # of two places that are known to be two, within FAR_KM
_TRANSLATED = -0.9  # of two places no gazetteer knows, named in two languages: one may be translated
_BOTH_NAMED = -2.5  # the same, where one document names both: it tells of two events
_APART = -2.0  # bits of two places that nothing shows to be one
_IN_PASSING = 1.5  # the same, where a short document names both
_AT_LENGTH = 0.5  # and where a long one does, which names many
_UNPLACED = 2.0  # a claim without a place, in a short document that names the other's
_SHORT = 1500  # characters of a short document: a post, a notice, a report of one event

_SMALL_TOTAL = 3.0  # a running total so many times the other figure is of more than this event

PARTS = ("document", "time", "place", "figure", "actors", "names", "wording", "cites", "answer", "event")

_HARMING = 2  # bits between two claims that one document makes without saying that they are two


def scores(of: Footprints, left: Ints, right: Ints) -> Floats:
    """The sum of weights of each pair (left[k], right[k])."""
    found = _parts(of, left, right)
    total = np.zeros(len(left))
    for each in found.values():
        total += each
    place = found["place"]
    hopeful = np.flatnonzero(_undecided(of, left, right, place) & (total - place + _UNPLACED >= ENOUGH_OF_FEW))
    for at in hopeful.tolist():
        total[at] += _in_passing(of, int(left[at]), int(right[at]), float(place[at])) - place[at]
    return np.where(total < REFUSED / 2, REFUSED, total)


def probability(score: float) -> float:
    """A score as a number from 0 to 1, a half at `ENOUGH`. Not calibrated: there is nothing to calibrate it on."""
    return float(1 / (1 + 2 ** (ENOUGH - score)))


def parts(of: Footprints, left: Ints, right: Ints) -> Mapping[str, Floats]:
    """Each weight of each pair, by the names in `PARTS`."""
    found = _parts(of, left, right)
    for at in np.flatnonzero(_undecided(of, left, right, found["place"])).tolist():
        found["place"][at] = _in_passing(of, int(left[at]), int(right[at]), float(found["place"][at]))
    return found


def _parts(of: Footprints, left: Ints, right: Ints) -> dict[str, Floats]:
    same_document = of.document[left] == of.document[right]
    inside = (of.part_of[left] == right) | (of.part_of[right] == left)
    time = _time(of, left, right)
    same_actor = _any_common(of.actors[left], of.actors[right])
    place = _place(of, left, right)
    two_matters = of.apart[left] != of.apart[right]
    towns = (place == _NOT_FAR) | ((place == _APART) & two_matters)
    place = np.where(same_document & towns, _BOTH_NAMED, place)
    return {
        "document": np.where(inside, 10.0, np.where(same_document & ~two_matters, _HARMING, 0.0)),
        "time": time,
        "place": place,
        "figure": np.where(inside, 0.0, _figure(of, left, right, same_document)),
        "actors": np.where(same_actor, 1.0, 0.0),
        "names": _names(of, left, right),
        "wording": np.where(same_document, 0.0, _wording(of, left, right)),
        "cites": np.where(~same_document & _cites(of, left, right), 2.0 + 0.5 * _is_close(of, left, right), 0.0),
        "answer": np.where(_answers(of, left, right) & (same_actor | (place >= _INSIDE)), 1.0, 0.0),
        "event": _event(of, left, right),
    }


def _answers(of: Footprints, left: Ints, right: Ints) -> Bools:
    """Whether one says that it was not so, soon after the other said that it was: whoever denies answers somebody."""
    denied = of.denied[left] != of.denied[right]
    later = np.where(
        of.denied[left], of.published[left] - of.published[right], of.published[right] - of.published[left]
    )
    return np.asarray(denied & (later >= 0) & (later <= _ANSWERED_DAYS) & (of.mood[left] == of.mood[right]))


_ANSWERED_DAYS = 14


def _event(of: Footprints, left: Ints, right: Ints) -> Floats:
    number = of.number[left]
    totals = (of.family[left] == TOTAL) != (of.family[right] == TOTAL)
    least, most = np.minimum(number, of.number[right]), np.maximum(number, of.number[right])
    toll = totals & (least > 0) & (most <= _SMALL_TOTAL * least)  # "nine so far" is of this event
    part = (of.part_of[left] == right) | (of.part_of[right] == left)
    moods = np.maximum(of.mood[left], of.mood[right]) * (of.mood[left] != of.mood[right])
    refused = (moods == AHEAD) | (totals & (part | ~toll))
    one_figure = (of.document[left] == of.document[right]) & (number == of.number[right]) & (number >= 0)
    one_document = of.document[left] == of.document[right]
    other = of.family[left] != of.family[right]
    raid = other & one_document & (np.maximum(of.family[left], of.family[right]) <= HELD)  # some killed, some taken
    fled = (
        other & one_document & _has(of, left, right, EventType.ATTACK) & _has(of, left, right, EventType.DISPLACEMENT)
    )
    raid |= fled  # "shelled, and 2,400 fled"
    refused |= other & ~one_figure & ~toll & ~raid  # "captured and murdered" is one event
    refused &= ~_spares(of, left, right) | (moods == AHEAD)
    weight = np.where(_counts_alike(of, left, right), 0.0, -0.5) + np.where(moods == ASKED, -2.0, 0.0)
    weight = np.where(raid & ~one_figure, -2.0, weight)
    return np.where(refused, REFUSED, weight)


def _spares(of: Footprints, left: Ints, right: Ints) -> Bools:
    """Whether one denies the attack which others say made people flee: "our brigade shelled no village"."""
    accused = _answers(of, left, right) & _any_common(of.actors[left], of.actors[right])
    return accused & _has(of, left, right, EventType.ATTACK) & _has(of, left, right, EventType.DISPLACEMENT)


def _has(of: Footprints, left: Ints, right: Ints, event: EventType) -> Bools:
    return np.asarray((of.event[left] == EVENTS[event]) | (of.event[right] == EVENTS[event]))


def _time(of: Footprints, left: Ints, right: Ints) -> Floats:
    first = np.maximum(of.first[left], of.first[right])
    last = np.minimum(of.last[left], of.last[right])
    gap = first - last
    known = (of.first[left] != NO_DAY) & (of.first[right] != NO_DAY)
    wide = np.maximum(of.last[left] - of.first[left], of.last[right] - of.first[right])
    both = of.dated[left] & of.dated[right]
    apart = np.abs(of.published[left] - of.published[right])
    undated = np.select([apart <= 1, apart <= 3, apart <= 14, apart <= 60], [1.0, 0.5, 0.0, -1.0], -2.0)
    one_day = np.where(wide <= 3, 2.0, np.where(wide <= 40, 1.0, np.maximum(undated, 0.0)))
    next_day, near = np.full(len(left), -0.5), np.full(len(left), -3.0)
    dated = np.select([gap <= 0, gap == 1, gap <= 3], [one_day, next_day, near], REFUSED)
    day = np.where(of.dated[left], of.first[left], of.first[right])
    told = np.where(of.dated[left], of.published[right], of.published[left])  # when the undated one was told
    behind = told - day
    one = np.select([behind < 0, behind <= 1, behind <= 7, behind <= 60], [REFUSED, 1.5, 1.0, 0.0], -1.0)
    return np.where(~known, 0.0, np.where(both, dated, np.where(of.dated[left] | of.dated[right], one, undated)))


def _place(of: Footprints, left: Ints, right: Ints) -> Floats:
    mine, theirs = of.place[left], of.place[right]
    n_mine, n_theirs = (mine != 0).sum(axis=1), (theirs != 0).sum(axis=1)
    common = (mine[:, :, None] == theirs[:, None, :]) & (mine[:, :, None] != 0)
    n_common = common.any(axis=2).sum(axis=1)
    same = (n_common > 0) & (n_common == np.minimum(n_mine, n_theirs))
    around = of.within[left], of.within[right]
    region = _is(of.whole[left], around[1][:, 1]) | _is(of.whole[right], around[0][:, 1])
    inside = _holds(of.whole[right], around[0]) | _holds(of.whole[left], around[1])
    country = _is(of.whole[left], around[1][:, 2]) | _is(of.whole[right], around[0][:, 2])
    city = _is(around[0][:, 0], around[1][:, 0])
    abroad = (around[0][:, 2] != 0) & (around[1][:, 2] != 0) & (around[0][:, 2] != around[1][:, 2])
    apart = _km(of, left, right)
    stated = (n_mine > 0) & (n_theirs > 0)
    perhaps = (_is_wide(of, left) & _is_unknown(of, right)) | (_is_wide(of, right) & _is_unknown(of, left))
    return np.select(
        [
            abroad & ~same,
            ~stated,
            apart > FAR_KM,
            same,
            country,
            inside & region & ~city,
            inside,
            apart <= NEAR_KM,
            city,
            apart <= FAR_KM,
            perhaps,
            (of.arabic[left] != of.arabic[right]) & _is_unknown(of, left) & _is_unknown(of, right),
        ],
        [REFUSED, 0.0, REFUSED, 3.0, 0.3, _IN_REGION, _INSIDE, 2.0, 0.5, _NOT_FAR, 0.0, _TRANSLATED],
        _APART,
    )


def _is_wide(of: Footprints, at: Ints) -> Bools:
    """A region or a country: more places lie in it than any gazetteer knows."""
    return np.asarray((of.within[at][:, 0] == 0) & (of.within[at][:, 1:] != 0).any(axis=1))


def _is_unknown(of: Footprints, at: Ints) -> Bools:
    """A place that no gazetteer knows, nor what it lies in."""
    return np.asarray((of.within[at] == 0).all(axis=1) & np.isnan(of.lat[at]))


def _undecided(of: Footprints, left: Ints, right: Ints, place: Floats) -> Bools:
    """Pairs whose places nothing shows to be one, or of which just one has a place: the texts may name it."""
    mine, theirs = of.place[left][:, 0] != 0, of.place[right][:, 0] != 0
    unknown = (place == _APART) | (place == _TRANSLATED)
    return np.asarray(unknown | ((mine != theirs) & (of.document[left] != of.document[right])))


def _in_passing(of: Footprints, left: int, right: int, otherwise: float) -> float:
    """What it weighs that one of two documents names the other's place in passing.

    One document that gives each of two places a day or a toll of its own tells of two: "12 killed in Salma, and 5 in
    Tarmal".
    """
    found = otherwise
    if of.document[left] == of.document[right]:
        tolls = of.event[left] == of.event[right] and of.number[left] >= 0 and of.number[right] >= 0
        days = max(of.first[left], of.first[right]) > min(of.last[left], of.last[right])
        if days or (tolls and of.number[left] != of.number[right]):
            return otherwise
        return _IN_PASSING if of.lengths[of.document[left]] <= _SHORT else _AT_LENGTH
    for claim, other in ((left, right), (right, left)):
        tokens = of.place[claim][of.place[claim] != 0].tolist()
        document = of.document[other]
        if tokens and of.named[other].issuperset(tokens):
            bare = of.place[other][0] == 0
            found = max(found, (_UNPLACED if bare else _IN_PASSING) if of.lengths[document] <= _SHORT else _AT_LENGTH)
    return found


def _figure(of: Footprints, left: Ints, right: Ints, same_document: Bools) -> Floats:
    mine, theirs = of.number[left], of.number[right]
    both = (mine >= 0) & (theirs >= 0) & _counts_alike(of, left, right)
    rarity = np.log2(np.maximum(mine, 1)) / 2 + np.where((mine >= 20) & (mine % 10 != 0), 1.0, 0.0)
    least, most = np.minimum(mine, theirs), np.maximum(mine, theirs)
    fits = (of.low[left] <= of.high[right]) & (of.low[right] <= of.high[left])
    differ = np.where(most > 3 * np.maximum(least, 1), -1.5, np.where(fits, -0.2, -0.5))
    differ = np.where(_is_close(of, left, right), 0.0, differ)
    differ = np.where(same_document, differ / 2, differ)
    return np.where(both, np.where(mine == theirs, np.minimum(rarity, MOST_FOR_A_FIGURE), differ), 0.0)


def _counts_alike(of: Footprints, left: Ints, right: Ints) -> Bools:
    """Whether two claims count the same: of people who were taken, whether one says arrested and one abducted."""
    taken = (of.family[left] == HELD) & (of.family[right] == HELD)
    return np.asarray((of.event[left] == of.event[right]) | taken)


def _is_close(of: Footprints, left: Ints, right: Ints) -> Bools:
    """Whether two figures are near each other: 37 counted, and "some 40"."""
    least = np.minimum(of.number[left], of.number[right])
    most = np.maximum(of.number[left], of.number[right])
    return np.asarray(_counts_alike(of, left, right) & (least >= _CLOSE_FROM) & (most <= _CLOSE * least))


def _names(of: Footprints, left: Ints, right: Ints) -> Floats:
    mine, theirs = of.names[left], of.names[right]
    both = (mine[:, 0] != 0) & (theirs[:, 0] != 0)
    return np.where(_any_common(mine, theirs), 5.0, np.where(both, -1.0, 0.0))


def _wording(of: Footprints, left: Ints, right: Ints) -> Floats:
    mine, theirs = of.sketches[of.document[left]], of.sketches[of.document[right]]
    alike = ((mine == theirs) & (mine != 0)).mean(axis=1)
    return np.where(alike >= 0.25, 3.0 * alike, 0.0)


def _cites(of: Footprints, left: Ints, right: Ints) -> Bools:
    return _holds(of.source[right], of.cited[left]) | _holds(of.source[left], of.cited[right])


def _km(of: Footprints, left: Ints, right: Ints) -> Floats:
    """How far apart, over the flat: near enough at tens of kilometres. NaN where a place is not known."""
    south = np.radians(of.lat[left])
    dy = np.radians(of.lat[right]) - south
    dx = np.radians(of.lon[right] - of.lon[left]) * np.cos(south)
    return np.asarray(6371.0 * np.hypot(dx, dy))


def _any_common(mine: Ints, theirs: Ints) -> Bools:
    return np.asarray(((mine[:, :, None] == theirs[:, None, :]) & (mine[:, :, None] != 0)).any(axis=(1, 2)))


def _holds(one: Ints, among: Ints) -> Bools:
    return np.asarray((among == one[:, None]).any(axis=1) & (one != 0))


def _is(one: Ints, other: Ints) -> Bools:
    return np.asarray((one == other) & (one != 0))

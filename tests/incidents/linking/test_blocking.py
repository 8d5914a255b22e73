"""Who is compared with whom."""

from vigil.incidents.linking.blocking import ALL_PAIRS, keys
from vigil.incidents.linking.fields import Role
from vigil.incidents.linking.skeletons import parts


def test_few_records_are_all_compared():
    """Where all pairs can be weighed, none is passed over."""
    assert keys([[(), ()], [()]], [[], []], []) == [[["all", "all"]], [["all"]]]


def test_keys_stay_within_their_budget():
    """A thousand people of one name do not make a million pairs."""
    n = int(ALL_PAIRS**0.5) * 3
    names = [[(parts("Ahmad Ali"),)] * n, [(parts("أحمد علي"),)] * n]
    found = keys(names, [[["2016-01-01"] * n], [["2016-01-01"] * n]], [Role.DATE])
    for left, right in zip(*found, strict=True):
        met = sum(key is not None and key == other for key in set(left) for other in set(right))
        assert met == 0  # every block was larger than the budget


def test_one_slip_does_not_hide_a_pair():
    """Another date, another place or a part of the name left out: some key is still shared."""
    filler = [(parts(f"{'abdefghi'[n % 8]}{'klmnrst'[n % 7]}o{n} Person"),) for n in range(800)]
    left = [*filler, (parts("أحمد علي الشامي"),)]
    right = [*filler, (parts("Ahmed al-Shami"),)]
    dates = [[*["2016-01-01"] * 800, "2017-05-05"], [*["2016-01-01"] * 800, "2017-06-06"]]
    found = keys([left, right], [[dates[0]], [dates[1]]], [Role.DATE])
    assert any(a[-1] is not None and a[-1] == b[-1] for a, b in zip(*found, strict=True))

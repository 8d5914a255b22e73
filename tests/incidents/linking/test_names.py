"""What two names weigh together."""

from vigil.incidents.linking.names import Commonness, name_weight
from vigil.incidents.linking.skeletons import parts

_LIST = [
    parts(name) for name in ["Ahmad Ali Khalil", "Ahmad Omar Shami", "Ahmad Saleh Barakat", "Hiba Ali Khalil"] * 25
]
_COMMON = Commonness(_LIST)


def _weight(one: str, other: str) -> float:
    return name_weight(parts(one), parts(other), _COMMON)


def test_one_name_in_two_scripts_speaks_for_one_person():
    """The Arabic and the Latin form of a name weigh as much as two spellings of it."""
    assert _weight("أحمد علي خليل", "Ahmed Ali Khaleel") > 4
    assert _weight("أحمد علي خليل", "Ahmed Khalil") > 2


def test_a_rare_name_says_more_than_a_common_one():
    """Sharing what few are called is worth more."""
    assert _weight("Barakat Saleh", "Barakat Saleh") > _weight("Ahmad Khalil", "Ahmad Khalil")


def test_a_brother_is_not_the_man():
    """Father and family alike and the given name another: that speaks against."""
    assert _weight("Ahmad Ali Khalil", "Hiba Ali Khalil") < 0
    assert _weight("Ahmad Ali Khalil", "Omar Ali Khalil") < 0


def test_no_name_says_nothing():
    """An empty name weighs nothing either way."""
    assert _weight("", "Ahmad") == 0


def test_order_of_the_two_does_not_matter():
    """A pair weighs the same from both sides."""
    for one, other in [("Ahmad Khalil", "خليل أحمد"), ("Omar Ali Shami", "عمر الشامي"), ("Hiba", "Ahmad Hiba")]:
        assert abs(_weight(one, other) - _weight(other, one)) < 1e-9

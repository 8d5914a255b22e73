"""Words looked up in every list."""

from vigil.testimony.arabic.dictionary import look_up


def test_the_least_cut_that_a_list_knows_is_taken():
    """And they killed is a verb behind "and"."""
    sense = look_up("وقتلوا")
    assert sense.verb is not None
    assert sense.cut.conjunction == "و"


def test_what_no_list_has_is_unknown():
    """It is given back uncut."""
    assert not look_up("زنبقه").known
    assert not look_up("").known

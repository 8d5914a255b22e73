"""How much of one text's wording is another's."""

from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.incidents.wording import SKETCH, runs, shared, sketch

TEXT = "At least nine people were killed when shells hit the bakery in Karsha on Sunday morning, the council said."
OTHER = "The council of another town opened a school on Monday and thanked everybody who had helped to build it."


def test_a_copy_shares_its_wording():
    """A text, its beginning and its retyped form share nearly all runs of words; another text none."""
    assert shared(runs(TEXT), runs(TEXT.upper())) == 1.0
    assert shared(runs(TEXT), runs(TEXT[:60])) == 1.0
    assert shared(runs(TEXT), runs(OTHER)) == 0.0


def test_too_few_words_say_nothing():
    """Two short posts are not copies of each other for three words they share."""
    assert shared(runs("nine people killed"), runs(TEXT)) == 0.0
    assert not sketch("nine people killed").any()


def test_a_sketch_tells_likeness():
    """Equal texts have equal sketches, others hardly a hash in common."""
    assert (sketch(TEXT) == sketch(TEXT.lower())).all()
    assert (sketch(TEXT) == sketch(OTHER)).sum() < SKETCH / 4


@settings(deadline=None)
@given(st.text(max_size=500), st.text(max_size=500))
def test_likeness_is_mutual(one, other):
    """Whatever the texts, likeness is a part of one, and the same both ways."""
    assert 0.0 <= shared(runs(one), runs(other)) == shared(runs(other), runs(one)) <= 1.0

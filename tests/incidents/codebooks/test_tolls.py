"""Values of tolls and ranges."""

import pytest

from vigil.incidents.codebooks.tolls import Harm, Toll, Vague, vague_amount
from vigil.model.claim import Exactness, Span


def test_a_toll_gives_the_numbers_that_are_written():
    """Unknown ends are left out, and a number said twice is one."""
    span = Span(0, 1)
    assert Toll(harm=Harm.KILLED, low=3, high=5, exactness=Exactness.ABOUT, span=span).numbers == (3, 5)
    assert Toll(harm=Harm.KILLED, low=3, high=None, exactness=Exactness.AT_LEAST, span=span).numbers == (3,)
    assert Toll(harm=Harm.KILLED, low=None, high=None, exactness=Exactness.VAGUE, span=span).numbers == ()


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("several", Vague.PLURAL),
        ("a number of", Vague.PLURAL),
        ("a large number of", Vague.LARGE),
        ("Dozens", Vague.DOZENS),
        ("many", Vague.MANY),
        ("hundreds of", Vague.HUNDREDS),
        ("عشرات", Vague.DOZENS),
        ("", Vague.PLURAL),
    ],
)
def test_words_without_a_number_stand_for_an_amount(words, amount):
    """In English and Arabic; what says no more is more than one."""
    assert vague_amount(words) is amount

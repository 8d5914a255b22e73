"""Dates in digits."""

from datetime import date

import pytest

from vigil.testimony.times.numeric import numeric_day


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("13/12/2016", date(2016, 12, 13)),
        ("12/13/2016", date(2016, 12, 13)),
        ("4.5.16", date(2016, 5, 4)),
        ("2016/05/04", date(2016, 5, 4)),
        ("١٣/١٢/٢٠١٦", date(2016, 12, 13)),
        ("31/13/2016", None),
        ("4/5/71", date(1971, 5, 4)),
    ],
)
def test_the_day_stands_first_unless_that_is_impossible(words, found):
    """Day before month, month before day where there is no such month, nothing where there is no such day."""
    assert numeric_day(words) == found

"""Which times date a statement."""

import pytest

from vigil.testimony.times.saying import of_saying


@pytest.mark.parametrize(
    ("text", "time", "saying"),
    [
        ("The ministry said on Monday that 12 died.", "Monday", True),
        ("The ministry said in a statement on Monday that 12 died.", "Monday", True),
        ("A doctor told reporters in the town on Monday.", "Monday", True),
        ("In a statement issued on Monday, it blamed them.", "Monday", True),
        ("On Monday, the ministry said that 12 died.", "Monday", True),
        ("The ministry said three people died on Monday.", "Monday", False),
        ("The ministry reported that shells fell on Monday.", "Monday", False),
        ("On Monday, shells killed 12, the ministry said.", "Monday", False),
        ("Shells fell on Monday, a doctor told reporters.", "Monday", False),
    ],
)
def test_the_time_of_a_statement_is_told_from_that_of_an_event(text, time, saying):
    """ "Said on Monday" dates the saying, "said three died on Monday" the deaths."""
    begin = text.index(time)
    assert of_saying(text, begin, begin + len(time)) is saying

"""What was heard before is known, up to a bound."""

from hypothesis import given
from hypothesis import strategies as st

from vigil.sources.live.known import Known


@given(st.lists(st.text(max_size=3)))
def test_each_key_is_new_once(keys):
    """However often and in whatever order it comes."""
    known = Known()
    new = [key for key in keys if known.add(key)]
    assert new == list(dict.fromkeys(keys))
    assert known.n_repeated == len(keys) - len(new)


def test_the_one_heard_longest_ago_is_forgotten_first():
    """Memory is bounded; what came again lately stays."""
    known = Known(most=2)
    assert [known.add(key) for key in "abacab"] == [True, True, False, True, False, True]

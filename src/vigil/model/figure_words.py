"""A figure in words, with its bound: no page shows a number without what its text said around it."""

from vigil.model.claim import Exactness

_BOUNDS = {
    Exactness.AT_LEAST: "at least ",
    Exactness.MORE_THAN: "more than ",
    Exactness.UP_TO: "up to ",
    Exactness.ABOUT: "about ",
}


def figure_words(low: int | None, high: int | None, exactness: Exactness) -> str | None:
    """`82`, `at least 82`, `about 12 to 15`. None: no number is given, as of "dozens" or of nothing."""
    if exactness is Exactness.VAGUE or (low is None and high is None):
        return None
    ends = [f"{end:,}" for end in (low, high) if end is not None]
    return f"{_BOUNDS.get(exactness, '')}{' to '.join(dict.fromkeys(ends))}"

"""Words that tell of an event only beside others."""

import pytest

from vigil.testimony.arabic.telling import before_armed, displaced_behind, is_besieged, of_families


@pytest.mark.parametrize(
    ("ask", "text", "at", "answer"),
    [
        (of_families, "أسر المفقودين", 0, True),
        (of_families, "أسر الجنود", 0, False),
        (is_besieged, "البلدة محاصرة منذ شهر", 1, True),
        (is_besieged, "محاصرة البلدة منذ شهر", 0, False),
        (displaced_behind, "وصلت 60 عائلة نازحة", 0, True),
        (displaced_behind, "وصلت 60 شاحنة", 0, False),
        (before_armed, "قضى الجيش على ستة مسلحين", 0, True),
        (before_armed, "قضى القاضي على المتهم", 0, False),
    ],
)
def test_the_words_around_say_what_is_meant(line, ask, text, at, answer):
    """Each with its nearest look-alike."""
    assert ask(line(text), at) is answer

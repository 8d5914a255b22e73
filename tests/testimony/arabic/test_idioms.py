"""Words of violence that speak of none."""

import pytest

from vigil.testimony.arabic.idioms import is_faded


@pytest.mark.parametrize(
    ("text", "faded"),
    [
        ("قتلتني هذه الأغنية", True),
        ("قتلنا البرد والانتظار", True),
        ("قتلنا الجيش في بيوتنا", False),
        ("قتل الملل", True),
        ("قتل شاب بالمدينة", False),
    ],
)
def test_nobody_tells_of_their_own_killing(line, text, faded):
    """Of "us", it is a manner of speaking where no force did it."""
    sentence = line(text)
    verb = sentence.items[0].sense.verb
    assert is_faded(sentence, 0, verb.lemma, verb.event, verb.form) is faded

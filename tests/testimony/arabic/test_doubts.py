"""Words of doubt."""

import pytest

from vigil.testimony.arabic.doubts import doubts


def test_who_could_not_verify_it_is_named(line):
    """The agency, without the preposition."""
    text = "ولم يتسن للوكالة التحقق من مقتل رجلين"
    (doubt,) = doubts(line(text))
    assert not doubt.denies
    assert "التحقق" in text[doubt.words.begin : doubt.words.end]


def test_no_evidence_is_no_denial(line):
    """And no truth in it is one."""
    assert doubts(line("لا دليل على مقتل رجلين"))[0].evidence
    assert doubts(line("لا صحة لمقتل رجلين"))[0].denies


def test_plain_words_raise_none(line):
    """Told is told."""
    assert doubts(line("قُتل رجلان")) == []


@pytest.mark.parametrize(
    "text",
    [
        "لم يعثر المحققون على ما يثبت استخدام الغاز في الهجوم.",
        "لم تجد اللجنة أي دليل على تعذيب السجناء الأربعة.",
    ],
)
def test_evidence_that_was_not_found_leaves_it_unverified(claims, text):
    """Whoever looked for it stands between."""
    assert claims(text)[0].certainty.value == "unverified"
    assert claims(text)[0].polarity.value == "happened"


def test_there_is_nothing_to_prove_it(claims):
    """لا يوجد ما يثبت is no proof."""
    (claim,) = claims("لا يوجد ما يثبت أن الجيش قصف المدرسة.")
    assert claim.certainty.value == "unverified"

"""What attributes from beside."""

import pytest


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("وفق بيان أصدرته غرفة العمليات", "غرفة العمليات"),
        ("بحسب تقرير نشرته لجنة الإنقاذ", "لجنة الإنقاذ"),
        ("وفق بيان صادر عن مديرية الصحة", "مديرية الصحة"),
        ("بحسب ما أبلغنا به طبيب في المستشفى", "طبيب في المستشفى"),
        ("على ما جاء في بيان لنقابة المعلمين", "نقابة المعلمين"),
        ("بحسب عمال إغاثة", "عمال إغاثة"),
    ],
)
def test_whose_paper_it_is_says_it(claims, behind, speaker):
    """And not the paper, nor its verb."""
    (claim,) = claims(f"قُتل خمسة أشخاص، {behind}.")
    assert claim.chain[0].speaker == speaker


def test_whoever_speaks_in_a_relative_clause_is_named_without_it(claims):
    """اللجنة التي ذكرت: the committee."""
    read = claims("نزحت مئتا عائلة، وفق بيان أصدرته اللجنة الأهلية التي ذكرت أن أربعة رجال قتلوا.")
    assert {each.chain[-1].speaker for each in read} == {"اللجنة الأهلية"}


def test_what_we_told_ourselves_is_no_other_voice(claims):
    """كما ذكرنا is of the author."""
    (claim,) = claims("قُتل خمسة أشخاص، كما ذكرنا سابقاً.")
    assert claim.chain[0].speaker == "AUTHOR"

"""Who did it, told in an Arabic sentence of its own."""

import pytest

DONE = "قُتل ستة عمال في الغارة. "


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("المهاجمون من لواء السهول.", [("لواء السهول", False)]),
        ("ويُعتقد أن المسيّرة تابعة للواء السهول.", [("لواء السهول", True)]),
        ("الطائرات تابعة للجيش.", [("جيش", False)]),
        ("المهاجمون ليسوا من لواء السهول.", []),
        ("المهاجمون من خارج البلدة.", []),
        ("المهاجمون مجهولون.", []),
    ],
)
def test_who_they_were_goes_back_to_what_was_done(claims, text, actors):
    first, *rest = claims(DONE + text)
    assert first.count.low == 6
    assert [(actor.text, actor.hedged) for each in rest for actor in each.actors] == actors
    for each in rest:
        assert (each.event, each.count) == (first.event, None)
        assert each.spans["event"] == first.spans["event"]


def test_of_nothing_told_before_nobody_is_said_to_have_done_it(claims):
    assert claims("المهاجمون من لواء السهول.") == ()
    assert all(
        each.polarity.value != "happened" or not each.actors
        for each in claims("لم يُقتل أحد. المهاجمون من لواء السهول.")
    )


@pytest.mark.parametrize(
    ("text", "accuser"),
    [
        ("وثّق المرصد مقتل 9 مدنيين، واتهم الدعم السريع بالوقوف وراء ذلك", "المرصد"),
        ("قُتل 9 مدنيين، وحمّل المرصد الدعم السريع المسؤولية", "المرصد"),
        ("قُتل 9 مدنيين. واتهم الجيش الدعم السريع بذلك.", "الجيش"),
        ("قُتل 9 مدنيين. واتهم ناشطون الدعم السريع بارتكابها.", "ناشطون"),
        ("وثّق المرصد مقتل 9 مدنيين، متهماً الدعم السريع بقتلهم", "المرصد"),
    ],
)
def test_whoever_accuses_says_who_did_it(claims, text, accuser):
    """A claim of its own, without the figure."""
    told, blame = claims(text)
    assert (told.count.low, told.actors) == (9, ())
    assert (blame.count, blame.certainty.value) == (None, "alleged")
    assert ([link.speaker for link in blame.chain], [actor.text for actor in blame.actors]) == (
        [accuser],
        ["الدعم السريع"],
    )

"""Where and when goes on from sentence to sentence, and where it does not."""

from datetime import date

import pytest

from vigil import bootstrap
from vigil.model.claim import Claim, Document

READ = bootstrap.claim_reader()


def claims(text: str) -> tuple[Claim, ...]:
    return READ(Document(id="x", text=text, published_on=date(2018, 2, 22))).claims


def places(text: str) -> list[str | None]:
    return [None if each.place is None else each.place.text for each in claims(text)]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Shells hit the market in Arbin on Tuesday. Four people were killed.", ["Arbin", "Arbin"]),
        ("A raid hit Douma. The smoke is black. Two people were killed and six wounded.", ["Douma"] * 3),
        ("Shells hit Arbin. Elsewhere, four people were killed.", ["Arbin", None]),
        ("Shells hit Arbin. Four people were killed in Saqba.", ["Arbin", "Saqba"]),
        (
            "Shells hit Arbin. " + "We have had no bread since Friday and no light. " * 4 + "He was killed.",
            ["Arbin", None],
        ),
        ("قصف الطيران مدينة عربين أمس. استشهد أربعة مدنيين.", ["عربين", "عربين"]),
        ("قصف الطيران مدينة عربين أمس. وفي سياق آخر، استشهد أربعة مدنيين.", ["عربين", None]),
    ],
)
def test_a_place_goes_on_until_another_or_until_the_text_turns(text: str, where: list[str | None]) -> None:
    assert places(text) == where


def test_the_day_goes_with_the_place_and_rests_on_the_same_words() -> None:
    text = "Shells hit the market in Arbin on Tuesday. Four people were killed."
    first, second = claims(text)
    assert (first.occurred, second.occurred) == ("2018-02-20", "2018-02-20")
    for slot in ("place", "date"):
        assert second.spans[slot] == first.spans[slot]


def test_a_day_of_its_own_stays() -> None:
    first, second = claims("Shells hit Arbin on Tuesday. Four people died of their wounds on Wednesday.")
    assert (first.occurred, second.occurred) == ("2018-02-20", "2018-02-21")
    assert second.place is not None
    assert second.place.text == "Arbin"

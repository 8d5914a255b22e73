"""Claims to incidents, whole."""

from made_claims import made

from vigil.incidents.weighing import weigh, weigh_one
from vigil.model.claim import EventType
from vigil.model.incident import incident_id


def test_an_incident_is_named_after_its_first_claim():
    """So it keeps its id when copies and later reports come in."""
    first = made("a")
    later = [made("b", source="Karam Hospital", hours=4), made("c", source="Daily", hours=9)]
    assert weigh([first])[0].id == weigh([*later, first])[0].id == incident_id(first.id)


def test_the_days_are_those_most_claims_allow():
    """As a claim has it where one has just these, else an interval; nothing where none is dated."""

    def days(*stated):
        claims = [made(f"d{n}", day=day, source=f"S{n}") for n, day in enumerate(stated)]
        return weigh_one(claims).occurred

    assert days("2019-07-18", "2019-07") == "2019-07-18"
    assert days("2019-07") == "2019-07"
    assert days("2019-07-17/2019-07-19", "2019-07-18/2019-07-20") == "2019-07-18/2019-07-19"
    assert days("2019-07-18/..") == "2019-07-18/.."
    assert days(None) is None


def test_the_place_is_the_one_most_name():
    """Of equals the most precise."""
    claims = [made("a", place="Harbanah"), made("b", place="Harbanah"), made("c", place="Tarmal")]
    found = weigh_one(claims).place
    assert found is not None
    assert found.text == "Harbanah"
    exact = weigh_one([made("a", place="Tarmal"), made("b", place="Salma", at=(33.0, 36.0))]).place
    assert exact is not None
    assert exact.text == "Salma"


def test_what_wounded_and_killed_is_one_incident_with_two_ranges():
    """Killed and injured stand apart."""
    found = weigh([made("a"), made("b", event=EventType.INJURY, number=40)])
    assert len(found) == 1
    assert found[0].killed is not None
    assert found[0].injured is not None
    assert found[0].injured.best is not None
    assert found[0].injured.best.value == 40


def test_nothing_weighs_nothing():
    """No claims, no incidents."""
    assert weigh([]) == ()

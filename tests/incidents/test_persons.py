"""One person under two titles or in two languages."""

import pytest
from made_claims import made

from vigil.incidents.independence import independence
from vigil.incidents.naming import name_keys
from vigil.incidents.persons import persons, place_words


def one(first, second, place="Harbanah"):
    """Whether two speakers are one person, in an incident at this place."""
    same = persons([made("a", speakers=(first,), place=place), made("b", speakers=(second,), place=place)])
    return bool(same) and same.get(first, name_keys(first)) == same.get(second, name_keys(second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("حاكم الناحية رامي خطاب", "Harbanah subdistrict governor Rami Khattab"),
        ("the harbour master, Rami Khattab", "Mayor Rami Khattab of Harbanah"),
    ],
)
def test_a_name_tells_a_person_whatever_the_title(first, second):
    """Two words of the name side by side are enough."""
    assert one(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the Deir Salma council", "the imam of Deir Salma"),  # a place's name
        ("Mayor Rami Khattab", "Mayor Rami Haddad"),
        ("Blue Ridge Post", "Blue Ridge Wire"),  # papers
        ("Karam Zahra Hospital", "Karam Zahra rescue committee"),  # two bodies of one name
    ],
)
def test_a_place_a_first_name_and_a_body_are_no_person(first, second):
    """What they share is not a person's name."""
    assert not one(first, second, place="Deir Salma")


def test_whoever_is_quoted_by_office_and_by_name_is_one_origin():
    """A radio of one language and a paper of another quote one man."""
    claims = [
        made("a", source="إذاعة حربنة", speakers=("حاكم الناحية رامي خطاب",)),
        made("b", source="Daily Gazette", hours=2, speakers=("Harbanah subdistrict governor Rami Khattab",)),
    ]
    (only,) = independence(claims).origins
    assert only.documents == ("a", "b")


def test_places_are_known_by_what_is_said_and_by_where_they_lie():
    """The words of a place and of its region."""
    assert place_words([made(place="Salma", region="Tarmal")]) == {"~slm", "~trml"}


def test_a_town_has_one_mayor():
    """ "The mayor of Salma" is the mayor who is named elsewhere; of two mayors by name nobody can tell which."""
    assert one("The mayor of Salma", "Mayor Rami Khattab", place="Salma")
    assert not one("The mayor of Salma", "Dr Rami Khattab", place="Salma")
    two = [made("a", speakers=("Mayor Rami Khattab",)), made("b", speakers=("Mayor Zayd Karmal",))]
    assert persons([*two, made("c", speakers=("The mayor of Harbanah",))]) == {}

"""Which columns of two lists are compared."""

from vigil.incidents.linking.columns import JOINT, names, plan, said, values
from vigil.incidents.linking.fields import Role


def test_columns_of_other_names_meet_by_what_they_hold():
    """`الاسم` and `full_name`, `الجنس` and `sex`: lists by different hands."""
    left = [{"id": "1", "الاسم": "أحمد علي", "الجنس": "ذكر", "العمر": "5"}]
    right = [{"id": "7", "full_name": "Ahmad Ali", "sex": "male", "age": "6", "note": "x"}]
    what = plan(left, right, skipped=frozenset({"id"}))
    assert [(field.left, field.right, field.role) for field in what.fields] == [
        ("الجنس", "sex", Role.SEX),
        ("العمر", "age", Role.AGE),
    ]
    assert [column.name for column in (*what.names_left, *what.names_right)] == ["الاسم", "full_name"]
    assert "note" in what.left_out


def test_what_tells_rows_apart_is_not_compared():
    """A column in which nearly every value is another is an identifier, and no trait of a person."""
    rows = [{"number": str(9000 + n), "ward": str(n % 3)} for n in range(50)]
    what = plan(rows, rows, skipped=frozenset())
    assert [field.left for field in what.fields] == ["ward"]


def test_year_month_and_day_make_one_date():
    """Three columns of a birth date are one comparison."""
    rows = [{"by": str(1950 + n % 40), "bm": str(n % 12 + 1), "bd": str(n % 28 + 1)} for n in range(50)]
    what = plan(rows, None, skipped=frozenset())
    assert [(field.left, field.role) for field in what.fields] == [(f"by{JOINT}bm{JOINT}bd", Role.DATE)]
    assert values(rows[:1], what.fields[0].left, Role.DATE) == ["1950-01-01"]


def test_unknown_is_not_a_value():
    """NA, unknown, غير معروف and blanks say nothing, and never agree."""
    assert [said(each) for each in ("NA", "unknown", "غير معروف", " ", "-", "n/a", "Ada")] == [*[""] * 6, "Ada"]


def test_a_given_and_a_family_name_are_put_together():
    """Columns for parts of a name are one name, the given name first."""
    rows = [{"last_name": "Khalil", "first_name": "Ahmad"}]
    what = plan(rows, None, skipped=frozenset())
    assert [part.spelled for part in names(rows, what.names_left)[0][0]] == ["ahmad", "khalil"]

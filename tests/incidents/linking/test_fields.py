"""Values made comparable, and columns known by what they hold."""

from datetime import date

import pytest

from vigil.incidents.linking.fields import Role, number, parsed_date, place, roles, sex


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2016-12-13", date(2016, 12, 13)),
        ("2016/12/13", date(2016, 12, 13)),
        ("13/12/2016", date(2016, 12, 13)),
        ("13.12.2016", date(2016, 12, 13)),
        ("12/13/2016", date(2016, 12, 13)),
        ("٢٠١٦-١٢-١٣", date(2016, 12, 13)),
        ("13 December 2016", date(2016, 12, 13)),
        ("Dec 13, 2016", date(2016, 12, 13)),
        ("13 كانون الأول 2016", date(2016, 12, 13)),
        ("13 ديسمبر 2016", date(2016, 12, 13)),
        ("2016-12-13T10:00:00Z", date(2016, 12, 13)),
        ("2016-02-31", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_read_however_it_is_written(written, day):
    """Digits of either script, month names of either language; what is no day is none."""
    assert parsed_date(written) == day


def test_sexes_and_places_are_the_same_in_both_scripts():
    """ذكر is male, حلب is Aleppo, and سراقب is Saraqib."""
    assert sex("ذكر") == sex("Male") == "m"
    assert place("حلب") == place("Aleppo")
    assert place("سراقب") == place("Saraqib")
    assert number("٤٥ سنة") == number("45") == 45


@pytest.mark.parametrize(
    ("header", "values", "role"),
    [
        ("name", ["Ahmad Ali", "Hiba Omar"], Role.NAME),
        ("الاسم", ["أحمد علي", "هبة عمر"], Role.NAME),
        ("fname_c1", ["KARL", "ANNA"], Role.GIVEN),
        ("lname_c1", ["MEIER", "BAUER"], Role.FAMILY),
        ("Age", ["4", "5"], Role.AGE),
        ("date of death", ["2016-01-02", "2016-01-03"], Role.DATE),
        ("by", ["1949", "1968"], Role.YEAR),
        ("governorate", ["Homs", "Hama"], Role.PLACE),
        ("X1", ["m", "f", "f"], Role.SEX),
        ("X2", [str(year) for year in range(1950, 1990)], Role.YEAR),
        ("X3", ["1", "2", "3"], Role.OTHER),
        ("name", ["1", "2"], Role.OTHER),
    ],
)
def test_a_column_is_known_by_its_name_or_by_what_is_in_it(header, values, role):
    """Names in English and Arabic, and contents where the name does not say."""
    assert roles([header], [values])[0].role is role

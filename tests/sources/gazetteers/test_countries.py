"""Names of countries."""

from vigil.sources.gazetteers.countries import country_names


def test_every_country_has_a_code_and_names_in_both_languages():
    """Codes are two capitals, each once; there is an English and an Arabic name for every one."""
    names = list(country_names())
    codes = [each.code for each in names]
    assert len(codes) == len(set(codes)) > 180
    assert all(len(each.code) == 2 and each.code.isupper() and each.english and each.arabic for each in names)


def test_no_name_is_of_two_countries():
    """A name leads to one country."""
    names = [name for each in country_names() for name in (*each.english, *each.arabic)]
    assert len(names) == len(set(names))

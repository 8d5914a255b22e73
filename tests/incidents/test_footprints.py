"""Claims as columns."""

from datetime import date

from made_claims import claim_of, told

from vigil.incidents.footprints import NO_DAY, days_of, figure_of, footprints, place_tokens, words_of
from vigil.incidents.naming import name_keys
from vigil.incidents.wording import number
from vigil.model.claim import ClaimedPlace, Exactness, Span

DAY = date(2019, 7, 18).toordinal()


def test_a_claim_takes_place_and_day_from_what_stands_before_it():
    """A report names them once; a running total takes no day."""
    place = ClaimedPlace(text="Harbanah", span=Span(0, 1))
    rows = footprints(
        told([claim_of(place=place), claim_of(number=6, day=None), claim_of(number=90, day=None, cumulative=True)])
    )
    assert rows.place[0].tolist() == rows.place[1].tolist()
    assert rows.dated.tolist() == [True, True, False]


def test_days_are_those_stated_or_the_week_before_it_was_told():
    """An open interval ends with publication; what is not dated or not readable is of the week before."""
    assert days_of("2019-07-18", DAY + 3) == (DAY, DAY)
    assert days_of("2019-07-18/..", DAY + 3) == (DAY, DAY + 3)
    assert days_of(None, DAY) == days_of("around noon", DAY) == (DAY - 7, DAY)
    assert days_of(None, NO_DAY) == (NO_DAY, NO_DAY)


def test_a_figure_is_told_by_its_low_end():
    """ "Up to 40" is told by 40, "at least 12" by 12, and no count by nothing."""
    assert figure_of(claim_of(number=40, exactness=Exactness.UP_TO)) == 40
    assert figure_of(claim_of(number=12, exactness=Exactness.AT_LEAST)) == 12
    assert figure_of(claim_of(number=None)) is None


def test_a_place_is_told_without_the_words_around_it():
    """The east of a town is the town; the east of the country is nothing to go by."""
    assert place_tokens("eastern Harbanah") == place_tokens("Harbanah") == name_keys("حربنة")
    assert not place_tokens("the east of the country")


def test_places_named_in_passing_are_found_among_the_words():
    """A text's words are looked up as tokens."""
    tokens = {number(key) for key in name_keys("Tarmal")}
    assert words_of("Shells fell on Harbanah, in the Tarmal countryside.") >= tokens


def test_no_claims_are_no_columns():
    """Nothing to compare breaks nothing."""
    assert len(footprints([]).family) == 0


def test_a_place_that_sounds_like_a_word_for_a_part_keeps_its_name():
    """As-Suwayq is no suq, though their consonants are the same; a market alone tells no place."""
    assert place_tokens("السويق") == place_tokens("قرية السويق") != frozenset()
    assert place_tokens("السوق") == place_tokens("شرق المدينة") == place_tokens("بالسوق الشرقي") == frozenset()
    assert place_tokens("the eastern market of Idlib") == place_tokens("إدلب")

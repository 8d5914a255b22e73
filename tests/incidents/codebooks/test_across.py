"""The range several sources make up."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from vigil.incidents.codebooks import airwars, literal, ucdp
from vigil.incidents.codebooks.across import range_of
from vigil.incidents.codebooks.tolls import Harm, Toll, Vague, Voice, Whom
from vigil.model.claim import Exactness, Span


def toll(low, high=None, *, source="A", exactness=Exactness.EXACT, **more):
    """What a source says of the killed."""
    high = low if high is None and exactness is Exactness.EXACT else high
    fields = {"span": Span(0, 1), "document": source, **more}
    return Toll(harm=Harm.KILLED, low=low, high=high, source=source, exactness=exactness, **fields)


def killed(tolls, codebook=airwars):
    """Low, best and high."""
    found = codebook.figures_of(tolls).killed
    if found is None:
        return None
    return tuple(None if bound is None else bound.value for bound in (found.low, found.best, found.high))


def test_from_the_least_to_the_most_any_source_says():
    """Each bound with the documents and words behind it."""
    found = range_of([toll(15), toll(23, source="B"), toll(15, source="C")], Harm.KILLED, airwars.MANNER)
    assert (found.low.value, found.high.value) == (15, 23)
    assert [document for document, _ in found.low.spans] == ["A", "C"]
    assert found.low.rule == "the lowest figure any source gives"


def test_a_sources_early_figure_gives_way_to_its_later():
    """But an early figure is better than none."""
    assert killed([toll(3, early=True), toll(15)]) == (15, None, 15)
    assert killed([toll(3, early=True)]) == (3, None, 3)


def test_parts_other_incidents_and_fighters_are_no_whole():
    """Fighters count for ucdp."""
    tolls = [toll(9), toll(4, part=True), toll(900, elsewhere=True), toll(2, whom=Whom.FIGHTERS)]
    assert killed(tolls) == (9, None, 9)
    assert killed(tolls, ucdp) == (2, 2, 9)


def test_loose_figures_stand_only_where_there_are_no_better():
    """Casualties together, kinds alone, one person not counted."""
    assert killed([toll(40, both=True), toll(12, source="B")]) == (12, None, 12)
    assert killed([toll(3, whom=Whom.KIND)]) == (3, None, 3)


def test_amounts_raise_a_high_and_lower_nothing():
    """Dozens beside a number may be more; several beside a number says nothing."""
    dozens = toll(None, source="B", exactness=Exactness.VAGUE, vague=Vague.DOZENS)
    several = toll(None, source="B", exactness=Exactness.VAGUE, vague=Vague.PLURAL)
    assert killed([toll(5), dozens]) == (5, None, 24)
    assert killed([toll(5), several]) == (5, None, 5)
    assert killed([several]) == (2, None, 2)
    assert killed([several], ucdp) is None
    assert killed([dozens], literal) is None


def test_literal_leaves_open_what_is_open():
    """At least has no high, up to no low, more than is the number."""
    assert killed([toll(82, exactness=Exactness.AT_LEAST)], literal) == (82, None, None)
    assert killed([toll(None, 40, exactness=Exactness.UP_TO)], literal) == (None, None, 40)
    assert killed([toll(50, exactness=Exactness.MORE_THAN)], literal) == (50, None, None)
    assert killed([toll(50, exactness=Exactness.MORE_THAN)]) == (51, None, 51)


def test_the_best_is_what_most_sources_give():
    """Of equals the lower, as UCDP has it."""
    assert killed([toll(10), toll(12, source="B"), toll(12, source="C")], ucdp) == (10, 12, 12)
    assert killed([toll(12), toll(10, source="B")], ucdp) == (10, 10, 12)


def test_as_many_died_as_are_named():
    """Names raise a low that is lower."""
    named = toll(7, source="B", voice=Voice.NAMES)
    assert killed([toll(5, 20, exactness=Exactness.ABOUT), named])[0] == 7


def test_no_figure_is_not_zero():
    """Nothing said is None."""
    assert killed([]) is None


@given(st.lists(st.builds(toll, st.integers(0, 500), source=st.sampled_from("ABC")), max_size=8), st.randoms())
def test_order_does_not_matter(tolls, random):
    """The same sources in any order make the same range, low never above high."""
    shuffled = [replace(each) for each in tolls]
    random.shuffle(shuffled)
    assert killed(tolls) == killed(shuffled)
    if tolls:
        low, _, high = killed(tolls)
        assert low <= high

"""How many, with the rule and the claims behind each end."""

import pytest
from made_claims import claim_of, made, told

from vigil.incidents.counting import CONVENTIONS, count_range, groups, source_figures
from vigil.incidents.independence import independence
from vigil.incidents.voices import Register
from vigil.model.claim import EventType, Exactness, VictimKind
from vigil.model.errors import InvalidInput
from vigil.model.incident import Reliability, SourceName, SourceRecord


def ends(*claims, codebook="airwars", records=(), event=EventType.KILLING):
    found = independence(claims, records=records)
    given = count_range(claims, found.origins, found.derivations, event=event, codebook=codebook, records=records)
    return None if given is None else tuple(each and each.value for each in (given.low, given.best, given.high))


TWO = [made("a", number=23, exactness=Exactness.AT_LEAST), made("b", source="Karam Hospital", number=19, hours=3)]


def test_a_range_goes_from_the_lowest_to_the_highest_origin():
    """The best is the last of equals, or the lower by UCDP; "at least" leaves the high open when read literally."""
    assert ends(*TWO) == (19, 19, 23)
    assert ends(*TWO, codebook="literal") == (19, 19, 19)
    assert ends(TWO[0], codebook="literal") == (23, 23, None)
    assert ends(made("a", number=50, exactness=Exactness.MORE_THAN)) == (51, 51, 51)


def test_the_best_is_the_most_reliables():
    """A letter that a named person gave goes before the time."""
    record = SourceRecord(name=SourceName("Noor Hospital"), reliability=Reliability.USUALLY)
    assert ends(*TWO, records=[record]) == (19, 23, 23)


def test_a_copy_moves_no_end():
    """Whoever retells 23 as 40 of the hospital has not counted."""
    copy = made("c", source="Daily", speakers=("Noor Hospital",), number=40, hours=9)
    assert ends(*TWO, copy) == ends(*TWO)


def test_an_origin_counts_by_its_last_figure():
    """A toll that rose in the hospital's own statements is the last one."""
    assert ends(made("a", number=5), made("b", number=9, hours=8)) == (9, 9, 9)


def test_parts_and_totals_are_no_figures_of_the_event():
    """Six of them children, ninety since March: neither lowers nor lifts it; children stand apart."""
    rows = told(
        [
            claim_of(),
            claim_of(number=6, victims=[VictimKind.CHILDREN], subset_of=0),
            claim_of(number=90, cumulative=True),
        ]
    )
    assert ends(*rows) == (12, 12, 12)
    found = independence(rows)
    (children,) = groups(rows, found.origins, found.derivations, codebook="airwars")
    assert (children.kind, children.range.high and children.range.high.value) == (VictimKind.CHILDREN, 6)


def test_combatants_count_by_some_codebooks():
    """Airwars counts civilians; UCDP and the literal reading count who was killed."""
    soldiers = made(victims=[VictimKind.COMBATANTS])
    assert ends(soldiers) is None
    assert ends(soldiers, codebook="ucdp") == (12, 12, 12)


def test_no_figure_is_no_range():
    """Not zero."""
    assert ends(made(number=None)) is None
    assert ends(made(), event=EventType.INJURY) is None


def test_an_unknown_codebook_is_refused():
    """The message names those there are."""
    with pytest.raises(InvalidInput, match="literal, airwars, ucdp"):
        ends(made(), codebook="acled")
    assert set(CONVENTIONS) == {"airwars", "ucdp", "literal"}


def test_every_end_names_the_claims_behind_it():
    """And the rule, in words."""
    found = independence(TWO)
    given = count_range(TWO, found.origins, found.derivations, event=EventType.KILLING, codebook="airwars")
    assert given is not None
    assert given.low is not None
    assert given.low.claims == (TWO[1].id,)
    assert given.low.rule


def test_each_source_gives_its_own_figure():
    """As it gives it, a party marked, repeated once."""
    claims = [*TWO, made("c", source="Rebel media office", number=30, hours=4)]
    figures = source_figures(claims, Register([], claims))
    assert [(each.source, each.low, each.high, each.side) for each in figures] == [
        ("Noor Hospital", 23, None, None),
        ("Karam Hospital", 19, 19, None),
        ("Rebel media office", 30, 30, "opposition"),
    ]


def test_a_low_is_never_above_what_an_origin_allows_at_most():
    """ "Up to 20" beside 300: the range has no low, and its best is not outside it."""
    up_to = made("b", source="Karam Hospital", number=20, exactness=Exactness.UP_TO, hours=3)
    assert ends(made("a", number=300), up_to) == (None, 20, 300)
    assert ends(made("a", number=12), up_to) == (12, 20, 20)

"""Who says so independently."""

import pytest
from made_claims import claim_of, made, told

from vigil.incidents.answering import is_accused
from vigil.incidents.independence import independence
from vigil.incidents.naming import name_keys
from vigil.model.claim import AUTHOR, UNNAMED, Certainty, EventType, Polarity, VictimKind
from vigil.model.incident import AddsNothing, DerivedBy, SourceName, SourceRecord

LONG = "At least nine people were killed when shells hit the bakery in Karsha on Sunday morning, and many were hurt."


def sources(*claims, records=()):
    return [each.source for each in independence(claims, records=records).origins]


def test_forty_outlets_are_one_source():
    """Eighty-two said by one office and carried by forty is said once."""
    quoting = [made(f"p{n}", source=f"Paper {n}", hours=n + 1, speakers=("the UN",), number=82) for n in range(40)]
    found = independence([made("o", source="UN human rights office", number=82), *quoting])
    assert [each.source for each in found.origins] == ["UN human rights office"]
    assert len(found.origins[0].documents) == 41
    assert {each.why for each in found.unsupporting} == {AddsNothing.COPY}


def test_whoever_is_quoted_is_the_source_and_not_who_quotes():
    """Two papers that quote one doctor are one; a third that quotes another is a second."""
    claims = [
        made("a", source="Morning Herald", speakers=("Dr Salim Haddad",)),
        made("b", source="Evening Herald", speakers=("Salim Haddad",), hours=2, number=13),
        made("c", source="Daily Gazette", speakers=("the mayor of Karsha",), hours=3, number=14),
    ]
    assert sources(*claims) == ["Dr Salim Haddad", "the mayor of Karsha"]


def test_a_paper_with_two_sources_gives_two():
    """Each figure goes back to whoever gave it."""
    both = told([claim_of(speakers=("the council",)), claim_of(number=9, speakers=("Noor Hospital",))], source="Wire")
    assert sorted(sources(*both)) == ["Noor Hospital", "the council"]


def test_a_figure_repeated_without_a_name_is_no_source():
    """Whoever says later what was said, and not of whom they have it, is taken to repeat it."""
    found = independence([made("a"), made("b", source="Daily", hours=5)])
    assert [each.source for each in found.origins] == ["Noor Hospital"]
    (only,) = found.derivations
    assert only.by == (DerivedBy.FIGURE,)
    assert only.parent == "a"


def test_who_counts_for_themselves_is_a_source_whatever_the_figure():
    """Two hospitals that both count twelve are two; so is whoever saw it."""
    claims = [
        made("a"),
        made("b", source="Karam Hospital", hours=3),
        made("c", source="@rana", hours=4, certainty=Certainty.WITNESSED),
    ]
    assert sources(*claims) == ["Noor Hospital", "Karam Hospital", "@rana"]


@pytest.mark.parametrize("how", ["wording", "media"])
def test_a_copy_is_shown_by_its_words_or_its_picture(how):
    """Nearly the same words, or the same picture, and no name needed."""
    with_it = {"text": LONG} if how == "wording" else {"media": ("a" * 64,)}
    found = independence([made("a", **with_it), made("b", source="@other", hours=1, number=11, **with_it)])
    assert [each.source for each in found.origins] == ["Noor Hospital"]
    assert DerivedBy(how) in found.derivations[0].by


def test_a_witness_copied_word_by_word_is_one_witness():
    """ "I saw it" posted again by another saw nothing."""
    claims = [
        made("a", source="@rana", certainty=Certainty.WITNESSED, text=LONG),
        made("b", source="@second", certainty=Certainty.WITNESSED, text=LONG, hours=2),
    ]
    assert sources(*claims) == ["@rana"]


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (
            made("b", certainty=Certainty.DENIED, polarity=Polarity.NOT_HAPPENED, source="The mayor", number=None),
            AddsNothing.DENIAL,
        ),
        (
            made("b", certainty=Certainty.DENIED, polarity=Polarity.NOT_HAPPENED, source="The army", number=None),
            AddsNothing.PARTY_ANSWER,
        ),
        (made("b", source="The army", actors=(("rebels", False),), hours=9), AddsNothing.PARTY_ANSWER),
        (made("b", source="Farmers' Union", number=None), AddsNothing.NO_FIGURE),
        (made("b", source="UN spokesman", certainty=Certainty.UNVERIFIED), AddsNothing.NOT_CLAIMED),
    ],
    ids=["denial", "the accused denies", "the accused blames others", "no figure", "doubt"],
)
def test_what_adds_no_support(claim, why):
    """It is kept with why, and is no origin."""
    found = independence([made("a", actors=(("the army", False),)), claim])
    assert [each.source for each in found.origins] == ["Noor Hospital"]
    assert [(each.document, each.why) for each in found.unsupporting] == [("b", why)]


def test_an_adversary_is_independent_and_marked():
    """What one party says of its own does not depend on the other, and the page says that it is a party."""
    rebel = made("a", source="Rebel media office", actors=(("the army", False),))
    other = made("b", source="@rana", number=9, certainty=Certainty.WITNESSED, hours=1)
    found = independence([rebel, other])
    sides = {each.source: each.side for each in found.origins}
    assert sides == {"Rebel media office": "opposition", "@rana": None}


def test_a_party_that_is_accused_and_gives_its_own_count_is_independent_of_its_accuser():
    """It lays other dead to another side: that is no mere answer, and it is marked as a party."""
    claims = [
        made("a", actors=(("the army", False),)),
        made("b", source="The army", actors=(("rebels", False),), number=5, hours=9),
    ]
    assert [(each.source, each.side) for each in independence(claims).origins] == [
        ("Noor Hospital", None),
        ("The army", "state"),
    ]


def test_who_admits_it_is_a_source():
    """One who is accused and says that they did it supports it."""
    claims = [
        made("a", actors=(("the Black Banner", False),)),
        made("b", source="Black Banner", actors=(("Black Banner", False),), number=10, hours=5),
    ]
    assert sources(*claims) == ["Noor Hospital", "Black Banner"]


def test_a_case_may_enter_that_two_names_are_one():
    """Aliases are a named person's knowledge."""
    record = SourceRecord(name=SourceName("Noor Hospital"), aliases=("St Mary's",))
    claims = [made("a"), made("b", source="Wire", speakers=("St Mary's",), number=14, hours=2)]
    assert sources(*claims) == ["Noor Hospital", "St Mary's"]
    assert sources(*claims, records=[record]) == ["Noor Hospital"]


def test_reports_of_nobody_later_are_no_source():
    """ "Reportedly" with another figure shows no ground of its own."""
    later = made("b", source="Daily", speakers=(UNNAMED, AUTHOR), number=15, hours=7)
    assert sources(made("a"), later) == ["Noor Hospital"]


def test_nobody_is_nobody():
    """No claims have no origins; a document of nobody known is told by its id."""
    assert independence([]).origins == ()
    assert sources(made("a", source="")) == ["whoever published a"]


def test_accused_is_who_is_named():
    """Gunmen could be anybody, so nobody answers for them; a military source answers for an army."""
    assert is_accused(name_keys("a military source"), name_keys("the army"))
    assert not is_accused(name_keys("a military source"), name_keys("gunmen"))
    assert not is_accused(name_keys("the mayor"), name_keys("militants"))


def test_who_was_quoted_before_goes_back_where_they_went_before():
    """An office that passed on "reports" of a hospital's twelve is no second source when it is said to confirm them."""
    claims = [
        made("a"),
        made("b", source="Daily", speakers=("UN investigators", UNNAMED), certainty=Certainty.REPORTED, hours=20),
        made("c", source="Review", speakers=("UN investigators",), certainty=Certainty.CONFIRMED, hours=99),
    ]
    assert sources(*claims) == ["Noor Hospital"]


def test_a_roundup_that_quotes_the_accused_too_still_had_it_from_its_sources():
    """Only what the accused say in it is an answer."""
    first = made("a", source="Noor Hospital", actors=[("the Plains Brigade", False)])
    roundup = told(
        [
            claim_of(speakers=("Noor Hospital",)),
            claim_of(number=None, polarity=Polarity.NOT_HAPPENED, speakers=("the Plains Brigade",)),
            claim_of(number=2, speakers=("the Plains Brigade",)),
        ],
        document="b",
        source="Briefing Desk",
        hours=9,
    )
    found = independence([first, *roundup])
    assert [(each.source, each.documents) for each in found.origins] == [("Noor Hospital", ("a", "b"))]
    alone = independence([first, made("c", source="Plains Brigade", number=2, hours=3)])
    assert [(each.document, each.why) for each in alone.unsupporting] == [("c", AddsNothing.PARTY_ANSWER)]


def test_the_accused_answer_whoever_accuses_them():
    """And not who told the same later and named nobody."""
    claims = [
        made("a", source="Noor Hospital"),
        made("b", source="@rana", hours=2, actors=[("the Plains Brigade", False)]),
        made("c", source="Daily", hours=5, speakers=("Noor Hospital",)),
        made("d", source="Plains Brigade", hours=8, polarity=Polarity.NOT_HAPPENED, certainty=Certainty.DENIED),
    ]
    assert independence(claims).answers["d"] == "b"


def test_whoever_signed_for_a_hospital_speaks_for_it():
    """A person who is quoted for the figure that the hospital gave over their name is no second source."""
    notice = made("a", source="Noor Hospital", text="Gunmen killed 12. Dr Amelia Chirindza, director")
    quoted = made("b", source="Daily", hours=3, speakers=("Amélia Chirindza",))
    found = independence([notice, quoted])
    assert [(each.source, each.documents) for each in found.origins] == [("Noor Hospital", ("a", "b"))]
    other = made("b", source="Daily", hours=3, speakers=("Amélia Chirindza",), number=40)
    assert len(independence([notice, other]).origins) == 2
    stranger = made("b", source="Daily", hours=3, speakers=("Rana Haddad",))
    assert len(independence([notice, stranger]).origins) == 2


def test_a_figure_counts_before_what_is_told_without_one():
    """Who gives the council's figure of families that fled, and tells that more still flee, is no origin by that."""
    moved = {"event": EventType.DISPLACEMENT}
    both = [claim_of(number=400, speakers=("the council",), **moved), claim_of(number=None, **moved)]
    assert sources(*told(both, source="Gazette")) == ["the council"]


def test_of_several_with_one_figure_the_one_told_alike_is_repeated():
    """Whoever lays it to the same group and tells of the same people had it there, and not from whoever came first."""
    people = [VictimKind.CIVILIANS]
    claims = [
        made("a", source="Wire", actors=[("gunmen", False)]),
        made(
            "b", source="Ledger", hours=2, actors=[("Islamic State gunmen", True)], victims=people, speakers=("Wire",)
        ),
        made("c", source="Daily", hours=4, speakers=("Wire",)),
        made("d", source="Mirror", hours=6, actors=[("the Islamic State organisation", False)], victims=people),
    ]
    found = {each.document: each.parent for each in independence(claims).derivations}
    assert found["d"] == "b"


def test_whoever_names_the_council_and_the_paper_that_quotes_it_had_it_from_the_paper():
    """Also where the paper is only named in passing; one who names the council alone had it there."""
    claims = [
        made("a", source="Salma Council", number=22),
        made("b", source="Lantern Press", hours=2, number=22, speakers=("the Salma Council",)),
        made("c", source="Noon TV", hours=4, number=22, speakers=("the Salma Council",), text="as Lantern Press wrote"),
        made("d", source="Horizon", hours=5, number=22, speakers=("the Salma Council",)),
    ]
    found = {each.document: each.parent for each in independence(claims).derivations}
    assert found == {"b": "a", "c": "b", "d": "a"}


def test_a_hospital_that_names_itself_and_the_town_does_not_name_the_towns_hospital():
    """ "Karam Hospital in Salma received seven", by Karam Hospital, is not of Salma Hospital."""
    claims = [
        made("a", source="Salma Hospital", place="Salma"),
        made("b", source="Karam Hospital", number=7, hours=1, text="Karam Hospital in Salma received seven bodies."),
    ]
    assert sources(*claims) == ["Salma Hospital", "Karam Hospital"]


@pytest.mark.parametrize("event", [EventType.KIDNAPPING, EventType.DISPLACEMENT, EventType.KILLING])
def test_where_others_count_those_taken_or_driven_out_a_notice_without_a_figure_adds_nothing(event):
    """As with those killed."""
    notice = made("b", source="Salma Council", number=None, event=event, hours=2)
    assert sources(made("a", event=event), notice) == ["Noor Hospital"]
    assert sources(made("a", event=event, number=None), notice) == ["Noor Hospital", "Salma Council"]


def test_a_page_called_after_a_town_and_the_day_is_not_named_by_them():
    """ "Killed in Salma today" is no mention of @salma_today."""
    claims = [
        made("a", source="@salma_today", place="Salma"),
        made("b", source="Civil Defence", number=19, hours=9, place="Salma", text="In Salma today our teams found 19."),
    ]
    assert sources(*claims) == ["@salma_today", "Civil Defence"]


def test_doctors_who_say_what_a_hospital_said_are_no_origin():
    """With the same figure; with another they may well be."""
    hospital = made("a", source="Karam Hospital")
    assert sources(hospital, made("b", source="Mirror", hours=9, speakers=("doctors",))) == ["Karam Hospital"]
    other = made("b", source="Mirror", hours=9, number=31, speakers=("doctors",))
    assert sources(hospital, other) == ["Karam Hospital", "doctors"]


def test_who_repeats_one_figure_of_a_round_up_has_it_of_who_gave_that_one():
    """And not of the other whom the round-up quotes."""
    both = [claim_of(number=7, speakers=("the Harbour Council",)), claim_of(number=31, speakers=("Karam Hospital",))]
    post = made("c", source="@rana", number=31, hours=9)
    found = independence([*told(both, "b", source="Wire"), post]).origins
    assert {each.source: each.documents for each in found} == {
        "the Harbour Council": ("b",),
        "Karam Hospital": ("b", "c"),
    }

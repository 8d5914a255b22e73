"""Origins that a text sets beside its own."""

import pytest
from made_claims import made

from vigil.incidents.independence import independence
from vigil.incidents.naming import name_keys
from vigil.incidents.round_ups import names_beside, numbers_in
from vigil.model.incident import AddsNothing

NOWHERE = frozenset()


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("thirty-one dead, and 1,200 fled", {31, 1200}),
        ("Twelve of ٤٥ were children", {12, 45}),
        ("on 2019-07-18 at 14:30, 3.5 km away", set()),
        ("On 18 July, and on July 19, for 36 hours, in 2019", set()),
        ("21 killed on 12 تموز", {21}),
        ("twenty or nineteen", {20, 19}),
    ],
)
def test_numbers_are_read_in_digits_and_words(sentence, numbers):
    """Dates, hours and decimals are no figures."""
    assert numbers_in(sentence) == numbers


def test_a_source_is_named_beside_its_figure():
    """In short, or by a surname, in the same sentence as the figure."""
    text = "The clinic buried 19. That is fewer than the 24 that the harbour council had spoken of."
    council = ("Harbour Council of Tarmal",)
    assert names_beside(text, council, {24}, NOWHERE)
    assert not names_beside(text, council, {19}, NOWHERE)
    assert names_beside("Khattab spoke of 24.", ("Khattab",), {24}, NOWHERE)


def test_a_town_names_no_council():
    """A text that names the town and the figure does not name who gave it."""
    council = ("Deir Salma Council",)
    assert not names_beside("In Deir Salma 24 were killed.", council, {24}, name_keys("Deir Salma"))
    assert names_beside("The Salma council says 24.", council, {24}, name_keys("Deir Salma"))


def test_what_it_is_names_it_too():
    """ "A field hospital" is the one that gave that figure; "a hospital" may be any."""
    assert names_beside("A field hospital speaks of 24.", ("Karam Field Hospital",), {24}, name_keys("field hospital"))
    assert not names_beside("A hospital speaks of 24.", ("Karam Field Hospital",), {24}, NOWHERE)
    assert not names_beside("The army killed 24.", ("the army",), {24}, NOWHERE)


def test_a_publishers_correction_stands_with_what_it_corrects():
    """No figure was read in it, and it names the one that is right: it is of the same origin, and adds nothing."""
    claims = [
        made("a", number=9),
        made("b", source="@rana", number=9, hours=3),
        made("c", source="@rana", number=None, hours=9, text="We wrote of 41 killed. It should have been 9, sorry."),
        made("d", source="@sami", number=None, hours=9, text="I cannot sleep. 9."),
    ]
    (only,) = independence(claims).origins
    assert only.documents == ("a", "b", "c")


def test_a_round_up_stands_with_both_whose_figures_it_gives():
    """Of which just one was read as a claim; it is no origin by either."""
    text = "Noor Hospital counted 24 dead, against the 19 of which the harbour council had spoken."
    claims = [
        made("a", source="Harbour Council", number=19),
        made("b", source="Noor Hospital", number=24, hours=3),
        made("c", source="Daily Gazette", number=24, hours=9, speakers=("Noor Hospital",), text=text),
    ]
    found = {each.source: each.documents for each in independence(claims).origins}
    assert found == {"Harbour Council": ("a", "c"), "Noor Hospital": ("b", "c")}
    plain = [*claims[:2], made("c", source="Daily Gazette", number=24, hours=9, speakers=("Noor Hospital",))]
    assert {each.source: each.documents for each in independence(plain).origins}["Harbour Council"] == ("a",)


def test_a_figure_that_stands_in_a_text_is_repeated_though_it_was_not_read():
    """A post that tells of it and has the figure of one before it is a copy; a hospital that tells of it is none."""

    def adds(source, text):
        post = made("b", source=source, number=None, hours=5, text=text)
        found = independence([made("a", source="Wire", number=26), post])
        return {each.document: each.why for each in found.unsupporting}.get("b")

    assert adds("@rana", "They took 26 of our students, all of them 19 or 20.") is AddsNothing.COPY
    assert adds("@rana", "They took our students on 26 July.") is AddsNothing.NO_FIGURE
    assert adds("Karam Hospital", "We treat those who were hurt. The wire has 26 dead.") is AddsNothing.NO_FIGURE


def test_the_only_police_are_named_by_that_word():
    """ "Police gave 11, the union 17"; where they are accused, or two police speak, it names nobody."""
    text = "Police gave 11 dead, the union 17."
    union = made("a", source="Drivers Union", number=17)

    def police(*more):
        brief = made("c", source="Brief", number=17, hours=9, speakers=("the Drivers Union",), text=text)
        first = made("b", source="Tarmal State Police", number=11, hours=3)
        origins = independence([union, first, brief, *more]).origins
        return next(each.documents for each in origins if each.source == "Tarmal State Police")

    assert police() == ("b", "c")
    assert police(made("d", source="Sami", number=17, hours=10, actors=[("police", False)])) == ("b",)
    assert police(made("d", source="Salma Police", number=4, hours=10)) == ("b",)

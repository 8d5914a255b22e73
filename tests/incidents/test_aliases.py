"""One source under two names."""

import pytest
from made_claims import made

from vigil.incidents.aliases import keys_of, of_one_kind, resolved
from vigil.incidents.independence import independence
from vigil.incidents.naming import name_keys

NETWORK, TRANSLATED = "شبكة أطباء السنط", "the Acacia Doctors' Network"


def test_a_translated_name_with_the_same_figure_is_the_same_source():
    claims = [made("a", source=NETWORK), made("b", source="Nile Wire", hours=3, speakers=(TRANSLATED,))]
    known = keys_of(claims)
    assert known(NETWORK) == known(TRANSLATED) == name_keys(TRANSLATED)
    found = independence(claims)
    assert [(each.source, each.documents) for each in found.origins] == [(NETWORK, ("a", "b"))]


@pytest.mark.parametrize(
    ("source", "speaker", "number"),
    [
        (NETWORK, TRANSLATED, 13),  # another figure
        (NETWORK, "the Acacia Teachers' Network", 12),  # of another trade
        (NETWORK, "the Acacia Network", 12),  # too little to tell it by
        ("أطباء", "doctors", 12),
    ],
)
def test_what_may_be_another_stays_another(source, speaker, number):
    claims = [made("a", source=source), made("b", source="Nile Wire", hours=3, speakers=(speaker,), number=number)]
    assert keys_of(claims)(source) == name_keys(source)


def test_two_networks_of_doctors_in_one_language_are_not_told_apart_by_translation():
    claims = [
        made("a", source=NETWORK),
        made("b", source="Nile Wire", hours=3, speakers=(TRANSLATED,)),
        made("c", source="Delta Wire", hours=4, speakers=("the Jasmine Doctors' Network",)),
    ]
    assert keys_of(claims)(NETWORK) == name_keys(NETWORK)


def test_the_aid_group_is_the_one_named_before_it():
    before, after = (
        made("a", source="Wire", speakers=("the Salween Relief Desk",)),
        made("a", speakers=("The aid group",)),
    )
    assert [link.speaker for each in resolved([before, after]) for link in each.claim.chain] == [
        "the Salween Relief Desk",
        "the Salween Relief Desk",
    ]
    apart = [before, made("b", speakers=("The aid group",))]  # in another document
    assert resolved(apart)[1].claim.chain[0].speaker == "The aid group"
    (ministry,) = resolved([before, made("a", speakers=("The ministry",))])[1:]
    assert ministry.claim.chain[0].speaker == "The ministry"


def test_one_brigade_in_each_language_is_one():
    same = of_one_kind(["لواء السهول", "the Plains Brigade", "the army"])
    assert same == {"لواء السهول": name_keys("the Plains Brigade")}
    assert of_one_kind(["لواء السهول", "the Plains Brigade", "the Hills Brigade"]) == {}
    assert of_one_kind(["لواء السهول", "the Dawn Front"]) == {}


def test_whom_an_agency_quotes_is_whom_it_is_quoted_for():
    """In the other language, for the same figure, where it quotes one."""
    gathering, french = "تجمع الضفاف", "the Collectif des Rives"
    agency = made("a", source="Volta Press Agency", speakers=(french,))
    digest = made("b", source="موجز الساحل", hours=3, speakers=("وكالة فولتا للأنباء", gathering))
    assert keys_of([agency, digest])(gathering) == name_keys(french)
    found = independence([agency, digest])
    assert [(each.source, each.documents) for each in found.origins] == [(french, ("a", "b"))]
    other = made("b", source="موجز الساحل", hours=3, speakers=("وكالة فولتا للأنباء", gathering), number=40)
    assert keys_of([agency, other])(gathering) == name_keys(gathering)
    second = made("a", source="Volta Press Agency", speakers=("the mayor of Karsha",))
    assert keys_of([agency, second, digest])(gathering) == name_keys(gathering)

"""Whom a denial answers."""

from made_claims import made

from vigil.incidents.answering import accused_by, answered, is_accused
from vigil.incidents.independence import independence
from vigil.incidents.naming import name_keys
from vigil.model.claim import Certainty, Polarity

DENIED = {"certainty": Certainty.DENIED, "polarity": Polarity.NOT_HAPPENED, "number": None}


def accusing(document, actor, hours):
    return made(document, source=f"Paper {document}", hours=hours, actors=[(actor, False)])


def spoken_to(*claims):
    return independence(claims).answers


def test_a_denial_answers_whoever_accuses_those_who_deny():
    """Not the one published last, which accuses others."""
    claims = [accusing("a", "the Plains Brigade", 0), accusing("b", "the Harbour Militia", 1)]
    denial = made("c", source="Plains Brigade", hours=5, **DENIED)
    assert spoken_to(*claims, denial) == {"c": "a"}


def test_who_is_named_in_the_text_is_whom_it_is_about():
    """A recording whose publisher is nobody, in which a man gives his name."""
    claims = [accusing("a", "Zayd Karmal's men", 0), accusing("b", "the Harbour Militia", 1)]
    denial = made(
        "c", source="a voice message", hours=5, text="Zayd Karmal speaking. None of my crew was there.", **DENIED
    )
    assert spoken_to(*claims, denial) == {"c": "a"}


def test_a_denial_by_nobody_known_answers_the_latest_that_accuses():
    """And where nobody accuses a side, it answers nothing by that."""
    claims = [accusing("a", "the Plains Brigade", 0), accusing("b", "gunmen", 1)]
    denial = made("c", source="a ministry", hours=5, **DENIED)
    assert spoken_to(*claims, denial) == {"c": "a"}
    assert answered("", [name_keys("a ministry")], [denial], [(claims[1].publication, claims[1:])]) is None


def test_what_came_later_is_not_answered():
    """A denial answers what was said before it."""
    late = accusing("b", "the Plains Brigade", 9)
    assert "c" not in spoken_to(made("a"), late, made("c", source="Plains Brigade", hours=5, **DENIED))


def test_attackers_of_no_side_are_accused_by_nobody():
    """Gunmen can be anybody's."""
    assert accused_by([made(actors=[("gunmen", False), ("the army", False)])]) == [name_keys("the army")]
    assert is_accused(name_keys("a military source"), name_keys("the army"))
    assert is_accused(name_keys("Military Council"), name_keys("soldiers"))
    assert not is_accused(name_keys("the Turkish army"), name_keys("Syrian soldiers"))


def test_a_paper_named_in_passing_is_answered_only_where_it_accuses_them():
    """ "Some who listen to the radio accuse us": the post is answered, for the radio blamed others."""
    claims = [
        made("a", source="Radio Salma", actors=[("gunmen of the Harbour Militia", False)]),
        made("b", source="@rana", hours=2, actors=[("government troops", False)], speakers=("Radio Salma",)),
    ]
    said = "Listeners of Radio Salma accuse us. They are wrong."
    denial = made(
        "c", source="Ministry of defence", hours=5, text=said, actors=[("Government troops", False)], **DENIED
    )
    assert spoken_to(*claims, denial) == {"c": "b"}

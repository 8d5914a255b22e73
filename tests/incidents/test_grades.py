"""Airwars' grades, and the Admiralty's beside them."""

from made_claims import made

from vigil.incidents.contradictions import contradictions
from vigil.incidents.grades import admiralty, grade
from vigil.incidents.independence import independence
from vigil.incidents.voices import Register
from vigil.model.claim import Certainty, Polarity, VictimKind
from vigil.model.incident import Credibility, Grade, Reliability, SourceName, SourceRecord

ARMY = [("the army", False)]


def graded(*claims, records=()):
    found = independence(claims, records=records)
    return grade(claims, found, contradictions(claims, Register(records, claims)), records).grade


def test_one_source_is_weak_however_often_it_is_repeated():
    """Copies lift no grade."""
    copies = [made(f"c{n}", source=f"Paper {n}", speakers=("Noor Hospital",), hours=n + 1) for n in range(5)]
    assert graded(made("a", actors=ARMY), *copies) is Grade.WEAK


def test_two_sources_and_an_attacker_are_fair():
    """Without an attacker, or with one that a named person graded unreliable, it stays weak."""
    two = [made("a", actors=ARMY), made("b", source="Karam Hospital", hours=2)]
    assert graded(*two) is Grade.FAIR
    assert graded(made("a"), made("b", source="Karam Hospital", hours=2)) is Grade.WEAK
    bad = SourceRecord(name=SourceName("Karam Hospital"), reliability=Reliability.UNRELIABLE)
    assert graded(*two, records=[bad]) is Grade.WEAK


def test_who_takes_responsibility_confirms():
    """One who is accused says that they did it."""
    admitted = made("b", source="The army", actors=ARMY, hours=5, number=3)
    assert graded(made("a", actors=ARMY), admitted) is Grade.CONFIRMED


def test_who_claims_to_have_killed_fighters_admits_no_civilian_harm():
    """An army that boasts of militants does not confirm what villagers say it did to civilians."""
    boast = made("b", source="The army", actors=ARMY, hours=5, number=3, victims=(VictimKind.COMBATANTS,))
    assert graded(made("a", actors=ARMY), boast) is not Grade.CONFIRMED


def test_a_hedged_admission_is_none():
    """ "May have been ours" takes no responsibility."""
    hedged = made("b", source="The army", actors=[("the army", True)], hours=5, number=3)
    assert graded(made("a", actors=ARMY), hedged) is not Grade.CONFIRMED


def test_independent_sources_that_blame_different_sides_contest_it():
    """A name that changed on its way from one source does not."""
    rebel = made("a", source="Rebel media office", actors=ARMY)
    state = made("b", source="Village council", actors=[("rebels", False)], hours=1)
    assert graded(rebel, state) is Grade.CONTESTED
    answer = made("b", source="The army", actors=[("rebels", False)], hours=1)
    assert graded(rebel, answer) is Grade.CONTESTED
    other = [("the Russian air force", False)]
    drifted = made("b", source="Daily", speakers=("Rebel media office",), actors=other, hours=1)
    assert graded(rebel, drifted) is Grade.WEAK


def test_what_nobody_says_is_discounted():
    """So is the killing of combatants only."""
    denial = made("a", certainty=Certainty.DENIED, polarity=Polarity.NOT_HAPPENED)
    assert graded(denial) is Grade.DISCOUNTED
    assert graded(made("a", victims=[VictimKind.COMBATANTS])) is Grade.DISCOUNTED


def test_the_letter_is_a_persons_and_the_figure_the_others():
    """A reliable source alone is not confirmed by itself; an unknown one is, by another that agrees."""
    record = SourceRecord(name=SourceName("Noor Hospital"), reliability=Reliability.COMPLETELY)
    (alone,) = admiralty([made("a")], independence([made("a")]), [record])
    assert (alone.reliability, alone.credibility) == (Reliability.COMPLETELY, Credibility.CANNOT_BE_JUDGED)
    two = [made("a"), made("b", source="Karam Hospital", hours=2)]
    assert {each.credibility for each in admiralty(two, independence(two))} == {Credibility.CONFIRMED_BY_OTHERS}
    apart = [made("a"), made("b", source="Karam Hospital", number=9, hours=2)]
    assert {each.credibility for each in admiralty(apart, independence(apart))} == {Credibility.PROBABLY_TRUE}


def test_a_witness_alone_and_one_who_is_denied():
    """Seen by one is possible; denied by one who is not accused is doubtful."""
    saw = made("a", source="@rana", certainty=Certainty.WITNESSED)
    assert admiralty([saw], independence([saw]))[0].credibility is Credibility.POSSIBLY_TRUE
    denied = [saw, made("b", source="The mayor", certainty=Certainty.DENIED, polarity=Polarity.NOT_HAPPENED, hours=1)]
    assert admiralty(denied, independence(denied))[0].credibility is Credibility.DOUBTFUL

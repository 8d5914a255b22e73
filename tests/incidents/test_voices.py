"""Who says so, and by which names."""

from made_claims import made

from vigil.incidents.naming import name_keys
from vigil.incidents.voices import (
    Register,
    asks_a_crowd,
    is_anybody,
    is_attributed,
    is_firsthand,
    named_speakers,
    names_in_passing,
    supporting,
)
from vigil.model.claim import AUTHOR, UNNAMED, Certainty, Polarity
from vigil.model.incident import SourceName, SourceRecord


def test_a_register_knows_a_source_by_all_its_names():
    """Entered names come first, publishers next, and a short form means whoever was met before."""
    record = SourceRecord(name=SourceName("Council of Harbanah"), aliases=("مجلس حربنة",), side="opposition")
    register = Register([record], [made(source="Noor Hospital")])
    assert register.name("the council") == register.name("مجلس حربنة") == "Council of Harbanah"
    assert register.name("the hospital's director") == "Noor Hospital"
    assert register.name("Karam Hospital") == "Karam Hospital"
    assert register.side(SourceName("Council of Harbanah")) == "opposition"


def test_what_was_entered_of_a_side_goes_before_its_name():
    """A named person may say that a source called after an army is of no side."""
    record = SourceRecord(name=SourceName("Salvation Army Kitchen"))
    assert Register([record], []).side(record.name) is None
    assert Register([], []).side(SourceName("the army")) == "state"


def test_speakers_are_those_who_are_named_and_are_not_the_publisher():
    """Its own people, a role, "reports" and the author are nobody else."""
    claim = made(source="Noor Hospital", speakers=(AUTHOR, UNNAMED, "the hospital", "our doctors", "Civil Defence"))
    assert named_speakers(claim.claim, claim.publication) == ["Civil Defence"]


def test_saying_who_says_so():
    """ "Reports say" is said to be of somebody; the author alone, and the publisher's own people, are not."""
    for speakers, said in (((UNNAMED,), True), ((AUTHOR,), False), (("our doctors",), False), (("the police",), True)):
        claim = made(source="Daily", speakers=speakers)
        assert is_attributed(claim.claim, claim.publication) is said


def test_who_saw_it():
    """ "I saw" is firsthand, what a witness told somebody is not."""
    assert is_firsthand(made(certainty=Certainty.WITNESSED).claim)
    assert not is_firsthand(made(certainty=Certainty.WITNESSED, speakers=("Rana K.",)).claim)
    assert asks_a_crowd(made(speakers=("local residents",)).claim)


def test_a_denial_supports_nothing():
    """Neither does what is withdrawn, cannot be verified, is threatened or asked for."""
    claims = [made(certainty=each) for each in (Certainty.DENIED, Certainty.RETRACTED, Certainty.UNVERIFIED)]
    claims += [made(polarity=each) for each in (Polarity.NOT_HAPPENED, Polarity.THREATENED, Polarity.ASKED_FOR)]
    assert supporting(claims) == []
    assert len(supporting([made(), made(polarity=Polarity.FEARED)])) == 2


def test_a_source_is_named_in_passing_by_its_whole_name():
    """A common word of it is not enough."""
    text = "The council's toll was first carried by Mashriq News Agency on Sunday."
    assert names_in_passing(text, name_keys("Mashriq News Agency"))
    assert names_in_passing("بحسب وكالة أنباء المشرق", name_keys("Mashriq News Agency"))
    assert not names_in_passing(text, name_keys("Orient News Agency"))
    assert not names_in_passing(text, name_keys("Council"))


def test_names_whose_words_tell_nothing_stay_apart():
    """A dove, a number word, another script: they are as different as they are written."""
    register = Register([SourceRecord(name=SourceName("one"), side="army")], [])
    assert [register.name(each) for each in ("two", "🕊️", "✦", "One ")] == ["two", "🕊️", "✦", "one"]
    assert register.side(SourceName("two")) is None


def test_an_officer_of_the_body_that_publishes_is_no_other_source():
    """By the police, "the area police officer" is they; by a paper, or of another body, it is who is quoted."""

    def quoted(speaker, source):
        claim = made(source=source, speakers=(speaker,))
        return named_speakers(claim.claim, claim.publication)

    assert quoted("the Area Police Officer", "Tarmal Police Command") == []
    assert quoted("the Area Police Officer", "Tarmal Gazette") == ["the Area Police Officer"]
    assert quoted("the Area Police Officer", "Noor Hospital") == ["the Area Police Officer"]
    assert quoted("Police Officer Rami Khattab", "Tarmal Police Command") == ["Police Officer Rami Khattab"]


def test_attackers_are_no_speakers():
    """ "Masked men believed to be guards" burned it; they did not say so."""
    claim = made(source="Wire", speakers=("the council", "Masked men"))
    assert named_speakers(claim.claim, claim.publication) == ["the council"]


def test_some_body_without_a_name_could_be_any():
    """ "A rights group", "doctors"; "the rights group" was named before, and "a Salma Relief team" has a name."""
    assert all(map(is_anybody, ("a rights group", "doctors", "Some medics")))
    assert not any(map(is_anybody, ("the rights group", "a Salma Relief team", "Noor Hospital")))

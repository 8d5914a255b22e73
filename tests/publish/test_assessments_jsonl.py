"""The line of an assessment: the keys others read, null for what is not stated, and words for each answer."""

from vigil.incidents.assess.assessment import AssessedPlace, AssessedVictim, Assessment, Perpetrator, Violation, Where
from vigil.incidents.codebooks.tolls import Bound, Figures, Range
from vigil.model.claim import Certainty, Reading, Span
from vigil.publish.assessments_jsonl import assessment_page


def test_what_is_not_stated_is_null():
    """All keys are there."""
    page = assessment_page(Assessment(document="d", reading=None, figures=None))
    assert page["incident"] == {
        "killed": None,
        "injured": None,
        "violations": [],
        "victims": [],
        "perpetrators": [],
        "place": None,
        "date": None,
    }
    assert page["rests_on"]["date"] is None


def test_each_answer_has_its_words():
    """In the text and in the title apart, and the rule behind each end of a range."""
    words = (Where(Span(1, 4)), Where(Span(0, 2), in_title=True))
    page = assessment_page(
        Assessment(
            document="d",
            reading=Reading(document="d", lang="en", reader="r", claims=()),
            figures=Figures(
                codebook="c 1", killed=Range(low=Bound(value=3, rule="said", spans=(("d", Span(5, 6)),)), high=None)
            ),
            violations=(Violation(kind="killing", probability=0.5, words=words),),
            victims=(AssessedVictim(name="Omar Feld", number=1, words=words),),
            perpetrators=(
                Perpetrator(
                    name="the army", kind="state_forces", certainty=Certainty.ALLEGED, according_to="the mayor"
                ),
            ),
            place=AssessedPlace(country="Ruritania", city="Harbiya", words=words),
            occurred="2017-05",
            occurred_words=words,
        )
    )
    incident, rests = page["incident"], page["rests_on"]
    assert incident["killed"] == {"low": 3, "high": None}
    assert rests["killed"] == {"low": {"rule": "said", "text": [[5, 6]]}}
    assert incident["victims"][0]["name"] == "Omar Feld"
    assert rests["victims"] == [{"text": [[1, 4]], "title": [[0, 2]]}]
    assert incident["perpetrators"][0]["certainty"] == "alleged"
    assert incident["place"]["city"] == "Harbiya"
    assert (incident["date"], page["codebook"], page["reader"]) == ("2017-05", "c 1", "r")

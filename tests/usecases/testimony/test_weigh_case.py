"""A case weighed: what was read becomes incidents, and what was judged stands on top."""

from datetime import timedelta

import pytest
from case_kinds import Kept, put, row
from shouting import AT_US, UNTIL, Shouting, unpack

from vigil.model.errors import InvalidInput
from vigil.model.incident import Grade, Reliability, SourceName, SourceRecord
from vigil.usecases.testimony import judge_incidents
from vigil.usecases.testimony.weigh_case import claim_named, incident_named, weigh_case

DAY = 86_400_000_000
WHO = {"by": "Rana K.", "reason": "read both"}


@pytest.fixture(params=["memory", "encrypted"])
def kept(request, tmp_path):
    return Kept(request.param, tmp_path / "aleppo.vigil")


def fill(case):
    put(
        case,
        [
            row(account="1", handle="one", post="a", text="two killed at the market", published_us=AT_US - 30 * DAY),
            row(account="2", handle="two", post="b", text="a driver killed on the road", published_us=AT_US),
        ],
    )


def weigh(case, until=UNTIL):
    return weigh_case(case, as_of=until, reader=Shouting(), unpack=unpack, keep=case)


def clock():
    return UNTIL - timedelta(hours=1)


def test_a_case_becomes_incidents_by_their_claims(kept):
    """Each claim in one incident, and everything named by what it was read and counted with."""
    with kept.writer() as case:
        fill(case)
        found = weigh(case)
    assert sorted(claim for each in found.incidents for claim in each.claims) == sorted(found.stated)
    assert (found.reader, found.codebook, found.reading.n_new) == ("shouting 1", "airwars", 2)


def test_every_judgement_stands_and_can_be_taken_back(kept):
    """Merged, split, accepted, rejected and graded; withdrawn, each leaves what the machine proposed."""
    with kept.writer() as case:
        fill(case)
        before = weigh(case)
        assert len(before.incidents) == 2
        merged = judge_incidents.merge(before.incidents, case=case, clock=clock, **WHO)
        (one,) = weigh(case).incidents
        assert one.judgements == (merged.id,)
        judge_incidents.accept(one, case=case, clock=clock, **WHO)
        graded = judge_incidents.grade(one, Grade.CONTESTED, case=case, clock=clock, **WHO)
        (one,) = weigh(case).incidents
        assert (one.accepted, one.grade.grade, one.grade.rule) == (True, Grade.CONTESTED, "Rana K.")
        judge_incidents.withdraw(graded.id[:8], case=case, clock=clock, **WHO)
        assert weigh(case).incidents[0].grade.grade is not Grade.CONTESTED
        judge_incidents.split(one, one.claims[:1], case=case, clock=lambda: UNTIL, **WHO)
        assert len(weigh(case).incidents) == 2
        judge_incidents.reject(weigh(case).incidents[0], case=case, clock=lambda: UNTIL, **WHO)
        assert [each.accepted for each in weigh(case).incidents].count(False) == 1
        assert len(weigh(case).judgements) == 6
        assert weigh(case, UNTIL - timedelta(hours=2)).judgements == ()


def test_a_judgement_whose_claims_are_gone_is_told(kept):
    """Nothing of it is lost: it waits, and the page says so."""
    with kept.writer() as case:
        fill(case)
        judge_incidents.accept(weigh(case).incidents[0], case=case, clock=clock, **WHO)
        put(case, [row(account="1", post="a", kind="delete", published_us=AT_US + 1)])
        put(case, [row(account="2", post="b", kind="delete", published_us=AT_US + 1)])
        found = weigh(case)
        assert (found.incidents, len(found.idle)) == ((), 1)


@pytest.mark.parametrize(
    "who", [{"by": "", "reason": "x"}, {"by": "me", "reason": "x"}, {"by": "Rana K.", "reason": " "}]
)
def test_without_a_person_and_a_reason_nothing_is_judged(kept, who):
    """Whatever is judged, and of sources too."""
    with kept.writer() as case:
        fill(case)
        incidents = weigh(case).incidents
        record = SourceRecord(name=SourceName("A"), judged_by=who["by"], reason=who["reason"])
        for judge in (
            lambda: judge_incidents.merge(incidents, case=case, clock=clock, **who),
            lambda: judge_incidents.accept(incidents[0], case=case, clock=clock, **who),
            lambda: judge_incidents.enter_source(record, case=case, at=UNTIL),
        ):
            with pytest.raises(InvalidInput):
                judge()
        assert case.testimony.judgements() == []
        assert case.testimony.speakers() == []


def test_what_cannot_be_judged_is_refused(kept):
    """One incident merged with itself, a split of nothing, of all or of strangers; a withdrawal twice, or of one."""
    with kept.writer() as case:
        fill(case)
        one, other = weigh(case).incidents
        with pytest.raises(InvalidInput, match="two"):
            judge_incidents.merge([one, one], case=case, clock=clock, **WHO)
        for claims in ((), one.claims, other.claims):
            with pytest.raises(InvalidInput, match="split"):
                judge_incidents.split(one, claims, case=case, clock=clock, **WHO)
        made = judge_incidents.accept(one, case=case, clock=clock, **WHO)
        back = judge_incidents.withdraw(made.id, case=case, clock=clock, **WHO)
        for name in (made.id, back.id, "j-", "j-nothing", ""):
            with pytest.raises(InvalidInput, match="withdraw"):
                judge_incidents.withdraw(name, case=case, clock=clock, **WHO)
        record = SourceRecord(name=SourceName(" "), judged_by="Rana K.", reason="x")
        with pytest.raises(InvalidInput, match="name"):
            judge_incidents.enter_source(record, case=case, at=UNTIL)


def test_incidents_and_claims_are_found_by_the_beginning_of_their_ids(kept):
    """Whole, short, without the letter; by a claim; and nothing is guessed."""
    with kept.writer() as case:
        fill(case)
        found = weigh(case)
    one = found.incidents[0]
    assert incident_named(found, one.id) == incident_named(found, one.id[2:9]) == incident_named(found, one.claims[0])
    assert claim_named(found, one.claims[0][:9]) == one.claims[0]
    for name in ("i-", "", "i-zz", "c-", "c-zz"):
        with pytest.raises(InvalidInput):
            incident_named(found, name)


def test_what_is_entered_of_a_source_counts_when_weighing(kept):
    """The newest entry, with its side and grade."""
    with kept.writer() as case:
        fill(case)
        record = SourceRecord(
            name=SourceName("one"),
            side="army",
            reliability=Reliability.UNRELIABLE,
            judged_by="Rana K.",
            reason="its own channel",
        )
        judge_incidents.enter_source(record, case=case, at=UNTIL)
        found = weigh(case)
        origins = [origin for each in found.incidents for origin in each.origins if origin.source == "one"]
        assert [each.side for each in origins] == ["army"]

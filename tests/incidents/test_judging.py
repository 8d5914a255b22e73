"""Judgements of named persons on top of what is proposed."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from made_claims import made

from vigil.incidents.joining import join
from vigil.incidents.judging import judge, standing
from vigil.incidents.weighing import weigh
from vigil.model.incident import Grade, Judgement, JudgementKind, judgement_id

AT = datetime(2026, 1, 1, tzinfo=UTC)
HERE = [made("a"), made("b", source="Council", hours=2)]
THERE = [
    made("c", place="Karsha", day="2019-07-01", hours=-400),
    made("d", place="Karsha", day="2019-07-01", hours=-399),
]


def decided(kind, claims=(), *, hours=0, grade=None, withdraws=None):
    at = AT + timedelta(hours=hours)
    ids = tuple(each.id for each in claims)
    name = judgement_id(kind, ids, by="Rana K.", reason="note 3", at=at, grade=grade, withdraws=withdraws)
    return Judgement(
        id=name, kind=kind, claims=ids, by="Rana K.", reason="note 3", at=at, grade=grade, withdraws=withdraws
    )


def incidents(*judgements):
    return weigh([*HERE, *THERE], judgements=judgements)


@settings(deadline=None)
@given(st.sampled_from(HERE), st.sampled_from(THERE))
def test_merged_and_split_is_as_before(one, other):
    """What was merged by any of its claims and split by all of one side's is what was proposed."""
    merge = decided(JudgementKind.MERGE, [one, other])
    split = decided(JudgementKind.SPLIT, THERE, hours=1)
    assert len(incidents(merge)) == 1
    again = incidents(merge, split)
    assert [(each.id, each.claims, each.origins) for each in again] == [
        (each.id, each.claims, each.origins) for each in incidents()
    ]


def test_a_withdrawn_judgement_is_as_if_never_made():
    """And whoever withdraws what is not there yet withdraws nothing."""
    merge = decided(JudgementKind.MERGE, [HERE[0], THERE[0]])
    withdrawal = decided(JudgementKind.WITHDRAW, hours=1, withdraws=merge.id)
    early = decided(JudgementKind.WITHDRAW, hours=-1, withdraws=merge.id)
    assert incidents(merge, withdrawal) == incidents()
    assert standing([early, merge]) == [merge]


def test_the_order_in_which_judgements_are_given_makes_no_difference():
    """They are applied in order of their own time."""
    merge = decided(JudgementKind.MERGE, [HERE[0], THERE[0]])
    split = decided(JudgementKind.SPLIT, [HERE[1]], hours=1)
    assert incidents(merge, split) == incidents(split, merge)


def test_what_comes_in_later_joins_the_part_it_hangs_on():
    """A report published after a split goes where its figure is."""
    claims = [made("a", number=82), made("b", source="Council", number=41, hours=2)]
    split = decided(JudgementKind.SPLIT, [claims[1]])
    late = made("z", source="Wire", number=41, speakers=("Council",), hours=24 * 365 * 9)
    parts = judge(join([*claims, late]), [split])
    assert sorted(len(each.claims) for each in parts) == [1, 2]
    assert next(each for each in parts if len(each.claims) == 2).claims == (1, 2)


def test_a_persons_grade_stands_and_the_proposal_beside_it():
    """Accepted, rejected and graded by a named person, and what the claims come to is still said."""
    graded = decided(JudgementKind.GRADE, [HERE[0]], grade=Grade.CONFIRMED)
    rejected = decided(JudgementKind.REJECT, [HERE[0]], hours=1)
    found = next(each for each in incidents(graded, rejected) if HERE[0].id in each.claims)
    assert found.grade.grade is Grade.CONFIRMED
    assert found.grade.rule == "Rana K."
    assert "weak" in found.grade.why or "fair" in found.grade.why
    assert found.accepted is False
    assert found.judgements == (graded.id, rejected.id)
    assert next(each for each in incidents(graded) if HERE[0].id not in each.claims).accepted is None


def test_a_merged_claim_names_who_put_it_there():
    """Why it stands where it stands is the judgement."""
    merge = decided(JudgementKind.MERGE, [HERE[0], THERE[0]])
    (found,) = incidents(merge)
    assert merge.id in {each.judgement for each in found.joined}
    assert sum(each.to is None and each.judgement is None for each in found.joined) == 1


def test_claims_that_are_gone_bind_nobody():
    """A judgement about claims that are no longer there does nothing, and breaks nothing."""
    assert incidents(decided(JudgementKind.MERGE, [made("gone"), HERE[0]])) != ()
    assert [each.claims for each in incidents(decided(JudgementKind.SPLIT, [made("gone")]))] == [
        each.claims for each in incidents()
    ]

"""Coverage as it is shown: by collector, over a time, with what showed it."""

from datetime import UTC, datetime, timedelta

import pytest
from case_kinds import Kept

from vigil.model.coverage import CoverageSpan, Hearing
from vigil.model.errors import InvalidInput
from vigil.model.ids import AccountId, CollectorName, Platform, WitnessName
from vigil.model.witness import Account, Basis, WatchedAccount, Witness
from vigil.usecases.listening.ports import ListenedFor
from vigil.usecases.listening.pulses import Stretch
from vigil.usecases.listening.show_coverage import STEPS, show_coverage

NOW = datetime(2016, 12, 5, 7, tzinfo=UTC)
X, EAR = Platform("x"), CollectorName("ear")
ONE, TWO, OTHER = Account(X, AccountId("1")), Account(X, AccountId("2")), Account(Platform("telegram"), AccountId("3"))
DAY = timedelta(days=1)


def hours_ago(n):
    return NOW - timedelta(hours=n)


@pytest.fixture
def case(tmp_path):
    with Kept("plain", tmp_path / "aleppo.vigil").writer() as opened:
        for name, account in (("Swallow", ONE), ("Wren", TWO), ("Robin", OTHER)):
            accounts = (WatchedAccount(account=account),)
            opened.put_witness(Witness(name=WitnessName(name), accounts=accounts, basis=Basis.CONSENT))
        yield opened


def test_nobody_listened_is_said(case):
    """An empty record is no good hearing."""
    shown = show_coverage(case, now=NOW, over=DAY)
    assert (shown.collectors, shown.n_unheard) == ((), 3)


def test_each_collector_is_shown_over_its_accounts(case):
    """Twelve deaf hours of the source, and one account its archive mended."""
    for account in (ONE, TWO):
        case.listening.join(EAR, account, ListenedFor(joined_at=hours_ago(48)))
    case.listening.say(
        EAR,
        X,
        [
            Stretch(account=None, begin=hours_ago(24), end=hours_ago(12), hearing=Hearing.HEALTHY),
            Stretch(account=None, begin=hours_ago(12), end=NOW, hearing=Hearing.BLIND, why="closed"),
            Stretch(account=TWO, begin=hours_ago(12), end=NOW, hearing=Hearing.DEGRADED, why="filled"),
        ],
    )
    (ear,) = show_coverage(case, now=NOW, over=DAY).collectors
    assert (round(ear.shares.healthy, 2), round(ear.shares.degraded, 2), round(ear.shares.blind, 2)) == (
        0.5,
        0.25,
        0.25,
    )
    assert [step.healthy for step in ear.strip] == [1.0] * (STEPS // 2) + [0.0] * (STEPS // 2)
    assert {one.witness: one.hearing for one in ear.accounts} == {"Swallow": Hearing.BLIND, "Wren": Hearing.DEGRADED}
    assert [span.shown_by for span in ear.spans] == ["pulse", "pulse:closed", "pulse:filled"]
    assert show_coverage(case, now=NOW, over=DAY).n_unheard == 1


def test_it_can_be_asked_for_one_witness_or_collector(case):
    """What does not exist is refused."""
    case.add_coverage(
        [
            CoverageSpan(collector=CollectorName(name), begin=hours_ago(2), end=NOW, hearing=Hearing.HEALTHY)
            for name in ("ear", "phone")
        ]
    )
    (phone,) = show_coverage(case, now=NOW, over=DAY, collector="phone", witness="Wren").collectors
    assert (phone.collector, [one.witness for one in phone.accounts]) == ("phone", ["Wren"])
    with pytest.raises(InvalidInput, match="no witness"):
        show_coverage(case, now=NOW, over=DAY, witness="Nobody")
    with pytest.raises(InvalidInput, match="no collector"):
        show_coverage(case, now=NOW, over=DAY, collector="nobody")
    with pytest.raises(InvalidInput, match="--over"):
        show_coverage(case, now=NOW, over=timedelta())


def test_what_ended_before_is_not_shown(case):
    """A file's month long ago says nothing of the last day."""
    case.add_coverage([CoverageSpan(collector=EAR, begin=hours_ago(99), end=hours_ago(50), hearing=Hearing.HEALTHY)])
    assert show_coverage(case, now=NOW, over=DAY).collectors == ()
    assert len(show_coverage(case, now=NOW, over=5 * DAY).collectors) == 1

"""Making a case, with what its maker has to be told."""

from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from vigil.model.errors import InvalidInput
from vigil.store.memory import memory_case
from vigil.usecases.new_case import BUDGET_SETTING, new_case

NOW = datetime(2016, 12, 4, tzinfo=UTC)
GOOD = "six random words of a test"


def make(passphrase=GOOD, *, recovery=False, budget=None):
    case = memory_case()
    made = []

    def maker(path, *, passphrase, recovery):
        made.append(path)
        return "KEY" if recovery else None

    @contextmanager
    def open_case(path, secrets):
        yield case

    try:
        report = new_case(
            Path("aleppo.vigil"),
            passphrase=passphrase,
            recovery=recovery,
            budget_per_year=budget,
            make=maker,
            open_case=open_case,
            clock=lambda: NOW,
        )
    except InvalidInput:
        assert not made
        raise
    return report, case


def test_a_lost_passphrase_is_said_to_be_final():
    """Whoever makes a case is told, in so many words, before there is anything to lose."""
    report, _ = make()
    assert report.encrypted
    assert any("a lost passphrase is final: nobody" in warning for warning in report.warnings)


def test_a_recovery_key_is_given_once_and_never_printed_by_accident():
    """It is in the report and not in its picture."""
    report, _ = make(recovery=True)
    assert report.recovery_key == "KEY"
    assert "KEY" not in repr(report)
    assert any("unless you keep the recovery key" in warning for warning in report.warnings)


def test_a_plain_case_is_called_so():
    """Nobody keeps a watchlist in the clear without having been told."""
    report, _ = make(None)
    assert not report.encrypted
    assert "NOT encrypted" in report.warnings[0]


def test_a_short_passphrase_is_called_short():
    """It is taken, and its maker told what it means."""
    assert any("short" in warning for warning in make("hunter2")[0].warnings)


@pytest.mark.parametrize("passphrase", ["", "  "])
def test_an_empty_passphrase_makes_no_case(passphrase):
    """Empty never means yes."""
    with pytest.raises(InvalidInput):
        make(passphrase)


def test_the_budget_is_kept_with_the_case():
    """A setting that can change a finding is stored where findings are made."""
    _, case = make(budget=3.6)
    assert case.setting(BUDGET_SETTING).value == "3.6"
    assert case.setting(BUDGET_SETTING).recorded_at == NOW
    assert make()[1].setting(BUDGET_SETTING) is None


@pytest.mark.parametrize("budget", [0.0, -1.0, float("inf"), float("nan")])
def test_an_impossible_budget_makes_no_case(budget):
    """False alarms per account and year are above zero, and finite."""
    with pytest.raises(InvalidInput, match="--budget"):
        make(budget=budget)

"""Calibrating to a case: honest about the rate, kept, and undone."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import polars as pl
import pytest

sys.path.append(str(Path(__file__).parents[1] / "watch"))  # made-up people

from people import people, plain_model

from vigil.model.errors import InvalidInput
from vigil.model.ids import WitnessName
from vigil.sources import open_source
from vigil.store.memory import memory_case
from vigil.usecases.calibrate import AccountRate, _interval, calibrate, forget_calibration, kept_correction
from vigil.usecases.import_posts import import_posts

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def case(tmp_path):
    """A case in memory that watches twenty people for more than a year."""
    crowd = people(20, days=450)
    owner = np.repeat(np.array(crowd.names), np.diff(crowd.starts))
    path = tmp_path / "posts.parquet"
    pl.DataFrame({"account": owner, "at": crowd.at_us}).select(
        "account", published_at=pl.from_epoch("at", time_unit="us").dt.replace_time_zone("UTC")
    ).write_parquet(path)
    case = memory_case()
    import_posts([open_source(path)], case=case, clock=lambda: NOW, watch=True)
    return case


def calibrated(case, **said):
    return calibrate(case, model=plain_model(), budget_per_year=4.0, now=NOW, rng=np.random.default_rng(0), **said)


def test_rate_comes_with_its_interval_and_for_whom(case):
    """The rate is given with an interval around it, for the accounts with past enough, and they are named."""
    found = calibrated(case)

    assert found.n_accounts == len(found.judged) == 20
    assert found.rate is not None
    assert found.rate_95 is not None
    assert found.rate_95[0] <= found.rate <= found.rate_95[1]
    assert all(one.false_alarms_per_year > 20 for one in found.above_5x)
    assert found.account_years > 15


def test_no_false_alarm_is_not_said_to_be_none_for_certain():
    """Twelve accounts of half a year each without one: up to 3.7 false alarms were as likely as 1 in 40 (Garwood)."""
    judged = [
        AccountRate(witness=WitnessName(f"w{k}"), handle=None, false_alarms_per_year=0.0, years=0.5) for k in range(12)
    ]
    low, high = _interval(judged, np.random.default_rng(0))

    assert low == 0.0
    assert high == pytest.approx(3.689 / 6, rel=1e-3)


def test_correction_is_kept_and_named_with_its_date(case):
    """What check uses afterwards is what was fitted, and findings name it."""
    assert kept_correction(case, plain_model()) == (None, "plain")
    calibrated(case)
    correction, name = kept_correction(case, plain_model())

    assert correction is not None
    assert correction.beta.any()
    assert name == "plain, calibrated 2026-01-01"


def test_dry_run_keeps_nothing(case):
    """With --dry-run the report is given and the case is as it was."""
    calibrated(case, keep=False)

    assert kept_correction(case, plain_model()) == (None, "plain")


def test_reset_goes_back_to_the_shipped_model(case):
    """The undo: from then on the model stands as shipped."""
    calibrated(case)
    forget_calibration(case, now=NOW)

    assert kept_correction(case, plain_model()) == (None, "plain")


def test_another_models_correction_is_not_used(case):
    """A correction belongs to the model it was fitted to."""
    import dataclasses

    calibrated(case)

    assert kept_correction(case, dataclasses.replace(plain_model(), version="next")) == (None, "next")


def test_nobody_watched_is_said():
    """An empty watchlist is an error that says what to do."""
    with pytest.raises(InvalidInput, match="vigil watch"):
        calibrated(memory_case())

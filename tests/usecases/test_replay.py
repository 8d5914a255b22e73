"""Replaying files: every distinct time answered once, from any format, whatever is given twice."""

import sys
from pathlib import Path

import numpy as np
import polars as pl
import pytest

sys.path.append(str(Path(__file__).parents[1] / "watch"))  # made-up people

from people import people, plain_model

from vigil.model.errors import InvalidInput
from vigil.sources import open_source
from vigil.usecases.replay import false_alarms_of, read_timelines, replay


@pytest.fixture(scope="module")
def crowd():
    return people(8, days=200)


@pytest.fixture
def posts(tmp_path, crowd):
    """The crowd's posts as Parquet, one of them twice."""
    owner = np.repeat(np.array(crowd.names), np.diff(crowd.starts))
    rows = pl.DataFrame({"account": owner, "at": crowd.at_us}).select(
        "account", published_at=pl.from_epoch("at", time_unit="us").dt.replace_time_zone("UTC")
    )
    path = tmp_path / "posts.parquet"
    pl.concat([rows, rows.head(1)]).write_parquet(path)
    return path


def test_every_distinct_time_is_answered_once_a_budget(posts, crowd):
    """Rows are one a distinct (account, instant) and budget, with the columns promised."""
    alarms, report = replay([open_source(posts)], budgets=[4, 1], model=plain_model())

    assert alarms.columns == ["account", "last_post_at", "budget_per_year", "alarm_after_s"]
    assert alarms.height == 2 * crowd.at_us.size == 2 * report.n_answered
    assert not alarms.select("account", "last_post_at", "budget_per_year").is_duplicated().any()
    assert alarms["alarm_after_s"].is_nan().sum() == 0
    assert alarms["last_post_at"].dtype.time_zone == "UTC"


def test_a_file_given_twice_counts_once(posts):
    """Overlapping files change nothing."""
    once, _ = replay([open_source(posts)], budgets=[4], model=plain_model())
    twice, _ = replay([open_source(posts), open_source(posts)], budgets=[4], model=plain_model())

    assert once.equals(twice)


def test_same_id_on_two_platforms_is_two_accounts(tmp_path):
    """An account's id is its platform's: the same letters elsewhere are somebody else."""
    path = tmp_path / "two.csv"
    path.write_text("account,published_at,platform\na,2016-12-04T10:00Z,x\na,2016-12-04T11:00Z,telegram\n")
    read = read_timelines([open_source(path)])

    assert sorted(read.timelines.names) == ["telegram:a", "x:a"]
    assert (read.n_posts, read.twice) == (2, ("a",))


def test_no_id_can_pass_for_another_with_its_platform(tmp_path):
    """An id that looks like a platform and an id is written with its own platform where it could be mistaken."""
    path = tmp_path / "alike.csv"
    path.write_text(
        "account,published_at,platform\n"
        "1,2016-12-04T10:00Z,x\n1,2016-12-04T11:00Z,telegram\nx:1,2016-12-04T12:00Z,rss\ny:1,2016-12-04T12:00Z,rss\n"
    )
    assert sorted(read_timelines([open_source(path)]).timelines.names) == ["rss:x:1", "telegram:1", "x:1", "y:1"]


def test_refused_rows_are_told_by_file_reason_and_place(tmp_path):
    """What did not read is said as an import says it."""
    path = tmp_path / "faulty.csv"
    path.write_text("account,published_at\na,2016-12-04T10:00Z\n,2016-12-04T10:00Z\na,2016-12-04T10:00\n")
    (refused,) = read_timelines([open_source(path)]).refusals

    assert (refused.path, refused.n_rows) == (path, 2)
    assert refused.reasons["account: missing"].first == ["line 3"]


def test_changes_of_account_state_are_no_signs_of_life(tmp_path):
    """A suspension is the platform's doing, and ends no silence."""
    path = tmp_path / "state.csv"
    path.write_text(
        "account,published_at,kind,state\na,2016-12-04T10:00Z,post,\na,2016-12-05T10:00Z,account_state,suspended\n"
    )
    timelines = read_timelines([open_source(path)]).timelines

    assert timelines.at_us.size == 1


@pytest.mark.parametrize("budgets", [[], [0], [-1], [0.05], [1000], [float("nan")]])
def test_unusable_budgets_are_refused(posts, budgets):
    """A budget outside what the model knows is refused with the range that works."""
    with pytest.raises(InvalidInput, match="--budget"):
        replay([open_source(posts)], budgets=budgets, model=plain_model())


def test_nothing_to_replay_is_said(tmp_path):
    """A file with a heading and no rows gives no rows, and no rate."""
    path = tmp_path / "empty.csv"
    path.write_text("account,published_at\n")
    alarms, report = replay([open_source(path)], budgets=[4], model=plain_model())

    assert alarms.height == 0
    assert report.rates[0].false_alarms_per_year is None


def test_false_alarms_are_gaps_that_outlasted_the_alarm(crowd):
    """Counted by hand on one account: gaps longer than the alarm, per year from its thirtieth day on."""
    flat = np.full(crowd.at_us.size, 40 * 3600.0)
    (rate, years), *_ = false_alarms_of(crowd, flat)
    at = crowd.of(0)
    first = max(50, int(np.searchsorted(at, at[0] + 30 * 86400 * 10**6)))
    by_hand = (np.diff(at[first:]) > 40 * 3600e6).sum()

    assert rate * years == pytest.approx(by_hand)
    assert by_hand > 0

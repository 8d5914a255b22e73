"""Replay uses only what was known by then, and answers everything."""

import numpy as np
import pytest
from people import people, plain_model, timelines

from vigil.watch.reading import CAP_S
from vigil.watch.replay import grid_rates, replay_timelines

BUDGETS = np.array([4.0, 1.0])


@pytest.fixture(scope="module")
def crowd():
    return people(24, days=260)


@pytest.fixture(scope="module")
def whole(crowd):
    return replay_timelines(crowd, plain_model(), BUDGETS)


def test_correction_was_fitted(whole):
    """The history is long enough to be learnt from, so that the laws below are not held idly."""
    assert whole.n_corrections >= 3


@pytest.mark.parametrize(("account", "cut"), [(0, 60), (3, 700), (7, 1200), (11, 300), (23, 1)])
def test_cutting_an_account_leaves_its_last_row(crowd, whole, account, cut):
    """Cut an account at a post: the alarm after that post, and after all before it, is the same."""
    parts = [crowd.of(k) for k in range(crowd.n_accounts)]
    parts[account] = parts[account][:cut]
    again = replay_timelines(timelines(parts), plain_model(), BUDGETS)
    mine = slice(int(crowd.starts[account]), int(crowd.starts[account]) + cut)
    theirs = sum(len(p) for p in parts[:account])

    np.testing.assert_allclose(again.alarms_s[theirs : theirs + cut], whole.alarms_s[mine], rtol=1e-9)


def test_every_post_is_answered(crowd, whole):
    """Each row has an alarm for each budget, the smaller budget's never sooner."""
    assert whole.alarms_s.shape == (crowd.at_us.size, 2)
    assert np.isfinite(whole.alarms_s).all()
    assert (whole.alarms_s[:, 1] >= whole.alarms_s[:, 0]).all()


def test_past_brings_the_rate_to_the_budget():
    """From a model that is far off, the case's own past brings the false alarms near the budget.

    What the first year had too many is made up for by at most a factor of 1.6, so the second may have fewer.
    """
    crowd = people(40, days=900, seed=4)
    far_off = plain_model(hours=(40.0, 20.0, 10.0, 6.0, 3.0, 1.2))
    alarms = replay_timelines(crowd, far_off, np.array([16.0])).alarms_s[:, 0]
    rates = []
    for k in range(crowd.n_accounts):
        at = crowd.of(k)
        late = np.flatnonzero(at[:-1] > at[0] + 400 * 86400e6)
        gaps = np.diff(at)[late] / 1e6
        rates.append((gaps > alarms[crowd.starts[k] + late]).sum() / ((at[-1] - at[late[0]]) / 365.25 / 86400e6))

    assert 16 / 1.6 * 0.8 < np.mean(rates) < 1.4 * 16


def test_between_budgets_alarms_are_between():
    """A budget between two rates of the grid has an alarm between theirs."""
    crowd = people(4, days=60)
    alarms = replay_timelines(crowd, plain_model(), np.array([4.0, 2.0, 1.0])).alarms_s

    assert (alarms[:, 0] <= alarms[:, 1]).all()
    assert (alarms[:, 1] <= alarms[:, 2]).all()
    assert grid_rates(np.array([2.0])).tolist() == [1, 2]
    assert grid_rates(np.array([4.0, 1.0])).tolist() == [1, 2]


def test_nobody_is_replayed_too():
    """No accounts, and accounts without posts, give no rows and no error."""
    empty = timelines([np.empty(0, np.int64), np.array([5_000_000], np.int64)])

    assert replay_timelines(empty, plain_model(), BUDGETS).alarms_s.shape == (1, 2)
    assert replay_timelines(timelines([]), plain_model(), BUDGETS).alarms_s.shape == (0, 2)
    assert CAP_S == 365 * 86400

"""The model is read as it was fitted, and refused where it does not fit."""

import dataclasses

import lightgbm as lgb
import numpy as np
import pytest
from people import people, plain_model

from vigil.model.errors import InvalidInput
from vigil.watch.habits import N_HABITS, habits_of
from vigil.watch.rhythm_model import straight_terms


@pytest.fixture(scope="module")
def habits():
    return habits_of(people(1).of(0) / 1e6)


def test_trees_are_read_as_their_makers_read_them(habits):
    """Our reading of boosted trees agrees with the library that grew them, on every row."""
    from tools.rhythm_fitting import _nodes

    target = habits[:, 3] * 0.3 + np.sin(habits[:, 0])
    booster = lgb.train(
        {"verbose": -1, "num_leaves": 9, "num_iterations": 25, "min_data_in_leaf": 20, "num_threads": 1},
        lgb.Dataset(habits, target),
    )
    trees, roots, feature, threshold, child = _nodes([[booster]] + [[]] * 5)
    model = dataclasses.replace(
        plain_model(), trees=trees, roots=roots, feature=feature, threshold=threshold, child=child
    )
    added = model.log_alarms(habits, np.array([0])) - plain_model().log_alarms(habits, np.array([0]))

    np.testing.assert_allclose(added[:, 0], booster.predict(habits), atol=1e-9)


def test_another_versions_model_is_refused():
    """Figures of another shape are refused, not misread."""
    with pytest.raises(InvalidInput):
        dataclasses.replace(plain_model(), slope=np.zeros((6, 3)))
    with pytest.raises(InvalidInput):
        dataclasses.replace(plain_model(), feature=np.array([N_HABITS], np.int16))


def test_straight_terms_begin_with_one(habits):
    """The first straight term is the constant, and all are finite."""
    terms = straight_terms(habits)

    assert (terms[:, 0] == 1).all()
    assert np.isfinite(terms).all()


def test_shipped_model_is_whole():
    """The model in the package has every rate, and says less silence is needed where more false alarms are allowed."""
    from vigil.bootstrap import rhythm_model

    model = rhythm_model()
    rows = np.concatenate([habits_of(people(1, seed=s).of(0) / 1e6)[-5:] for s in range(6)])
    alarms = model.log_alarms(rows, np.arange(6))

    assert model.version
    assert (np.diff(model.trees) > 0).all()
    assert (np.diff(np.median(alarms, axis=0)[[0, 1, 2, 3, 5]]) < 0).all()

"""What Splink finds, in the form that is weighed."""

from vigil.incidents.linking.fields import Role
from vigil.incidents.linking.linking import Comparable
from vigil.sources.linking.splink_pairs import splink_pairs


def test_pairs_share_a_key_and_their_values_are_compared():
    """The same day is the best outcome, a day next to it the next, another year the worst; nothing said is -1."""
    left = Comparable(n_rows=2, keys=[["k", "x"]], values=[["2016-01-02", None]])
    right = Comparable(
        n_rows=4, keys=[["k", "k", "k", "x"]], values=[["2016-01-02", "2016-01-03", "1999-07-30", "2016-01-02"]]
    )
    found = splink_pairs([left, right], [Role.DATE])
    assert list(zip(found.left.tolist(), found.right.tolist(), strict=True)) == [(0, 0), (0, 1), (0, 2), (1, 3)]
    assert found.outcomes[:, 0].tolist() == [0, 1, 3, -1]
    assert abs(found.u[0].sum() - 1) < 1e-9


def test_within_one_list_each_pair_comes_once():
    """A row is never paired with itself, nor a pair told twice, though it shares two keys."""
    rows = Comparable(n_rows=3, keys=[["k", "k", None], ["j", "j", "j"]], values=[["m", "m", "f"]])
    found = splink_pairs([rows], [Role.SEX])
    assert sorted(zip(found.left.tolist(), found.right.tolist(), strict=True)) == [(0, 1), (0, 2), (1, 2)]


def test_no_file_is_left_behind(tmp_path, monkeypatch):
    """All is in memory: nothing is spilled where the command was run."""
    monkeypatch.chdir(tmp_path)
    rows = Comparable(n_rows=50, keys=[["k"] * 50], values=[["m", "f"] * 25])
    splink_pairs([rows], [Role.SEX])
    assert list(tmp_path.iterdir()) == []

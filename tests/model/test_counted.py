"""Counting things in a sentence."""

from vigil.model.counted import counted


def test_one_is_not_called_many():
    """Nobody reads `1 rows` without wondering what else was not looked at."""
    assert [counted(n, "row") for n in (0, 1, 2, 22657)] == ["0 rows", "1 row", "2 rows", "22,657 rows"]
    assert [counted(n, "entry", "entries") for n in (1, 2)] == ["1 entry", "2 entries"]

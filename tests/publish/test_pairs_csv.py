"""Pairs as CSV."""

from vigil.publish.pairs_csv import pairs_csv


def test_pairs_are_a_table_of_three_columns():
    """Identifiers as the lists gave them, quoted where they must be."""
    assert pairs_csv([("a,1", "b", 0.5)]) == 'id_a,id_b,p\n"a,1",b,0.500000\n'

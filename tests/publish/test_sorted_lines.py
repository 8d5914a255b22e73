"""However many lines, in whatever order: they come back sorted by their bytes, and nothing is left on disk."""

from hypothesis import given
from hypothesis import strategies as st

from vigil.publish.sorted_lines import SortedLines


@given(st.lists(st.binary(max_size=8).map(lambda line: line.replace(b"\n", b"") + b"\n")), st.integers(1, 5))
def test_lines_come_back_in_the_order_of_their_bytes(tmp_path_factory, lines, at_once):
    """Sorted at once or in many runs, the same."""
    folder = tmp_path_factory.mktemp("runs")
    taken = SortedLines(folder, at_once=at_once)
    for line in lines:
        taken.add(line)
    assert list(folder.iterdir()) == []
    assert list(taken) == sorted(lines)
    taken.close()

"""Pairs of records as CSV: id_a, id_b, p."""

import csv
import io
from collections.abc import Iterable

Row = tuple[str, str, float]


def pairs_csv(pairs: Iterable[Row]) -> str:
    """The table, a line a pair, in the order given."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("id_a", "id_b", "p"))
    writer.writerows((one, other, f"{p:.6f}") for one, other, p in pairs)
    return out.getvalue()

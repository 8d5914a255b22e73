"""A watchlist from a file: all of it, or none.

Half a watchlist would leave someone unwatched and nobody the wiser, so one fault refuses the file, and every fault is
named.
"""

from collections.abc import Sequence

from vigil.model.errors import InvalidInput
from vigil.usecases.ports import CaseWriter, Rejected
from vigil.usecases.watch_witnesses import WatchEntry, WatchReport, watch


def import_watchlist(
    entries: Sequence[WatchEntry], refused: Sequence[Rejected], *, case: CaseWriter, dry_run: bool = False
) -> WatchReport:
    """Put a file's entries on the watchlist. Safe to repeat.

    Raises:
        InvalidInput: Rows were refused, or some cannot stand beside the watchlist; every fault is named.
    """
    if refused:
        faults = [f"line {one.position}: {reason}" for one in refused for reason in one.reasons]
        raise InvalidInput("\n".join(faults))
    return watch(entries, case=case, dry_run=dry_run)

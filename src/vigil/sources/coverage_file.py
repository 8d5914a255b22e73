"""CSV that says when our collectors heard: collector, begin, end, state (a hearing); platform and place if it has one.

Without platform and place a row speaks of every account the collector hears.
"""

from pathlib import Path

from vigil.model.coverage import CoverageSpan, Hearing
from vigil.model.ids import CollectorName, PlaceName, Platform
from vigil.model.instants import from_micros
from vigil.sources.opened import OpenedFile
from vigil.sources.options import ReadOptions
from vigil.sources.small_tables import TableRow, csv_rows
from vigil.sources.times import NotAnInstant, instant_us
from vigil.usecases.import_coverage import CoverageRows
from vigil.usecases.ports import Rejected

REQUIRED = ("collector", "begin", "end", "state")
COLUMNS = (*REQUIRED, "platform", "place")


def read_coverage(path: Path, options: ReadOptions) -> CoverageRows:
    """Every span the file holds, and every row that is none.

    Raises:
        InvalidInput: It is empty, a column is missing or there twice, or it is not CSV in UTF-8.
        Unavailable: It cannot be read.
    """
    opened = OpenedFile.at(path)
    spans: list[CoverageSpan] = []
    refused: list[Rejected] = []
    for row in csv_rows(path, REQUIRED, COLUMNS):
        read = row if isinstance(row, Rejected) else _span(row, opened, options)
        if isinstance(read, CoverageSpan):
            spans.append(read)
        else:
            refused.append(read)
    return CoverageRows(digest=opened.digest, spans=tuple(spans), refused=tuple(refused))


def _span(row: TableRow, opened: OpenedFile, options: ReadOptions) -> CoverageSpan | Rejected:
    faults = [f"{name}: missing" for name in ("collector", "state") if row.values[name] is None]
    state = (row.values["state"] or "").lower()
    if state and state not in list(Hearing):
        faults.append(f"state: not one of {', '.join(Hearing)}")
    ends_us: dict[str, int] = {}
    for name in ("begin", "end"):
        try:
            ends_us[name] = instant_us(row.values[name], options)
        except NotAnInstant as fault:
            faults.append(f"{name}: {fault}")
    if len(ends_us) == 2 and ends_us["end"] <= ends_us["begin"]:
        faults.append("end: not after begin")
    if faults:
        return row.refusal(faults)
    platform, place = row.values.get("platform"), row.values.get("place")
    return CoverageSpan(
        collector=CollectorName(row.values["collector"] or ""),
        begin=from_micros(ends_us["begin"]),
        end=from_micros(ends_us["end"]),
        hearing=Hearing(state),
        platform=Platform(platform.lower()) if platform else None,
        place=PlaceName(place) if place else None,
        shown_by=opened.digest,
    )

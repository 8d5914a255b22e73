"""When collectors were healthy, degraded or blind, from a file. Rows that cannot stand are refused alone."""

from dataclasses import dataclass

from vigil.model.coverage import CoverageSpan
from vigil.model.ids import Digest
from vigil.usecases.ports import CaseWriter, Rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRows:
    """What a file says of our hearing."""

    digest: Digest
    spans: tuple[CoverageSpan, ...]
    refused: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageReport:
    """What became of its rows. A dry run does not tell the first two."""

    added: int | None
    already_known: int | None
    n_read: int  # rows, the refused ones among them
    refused: tuple[Rejected, ...]


def import_coverage(rows: CoverageRows, *, case: CaseWriter | None) -> CoverageReport:
    """Add every span that is new; spans may overlap. Without a case it is a dry run."""
    added = case.add_coverage(rows.spans) if case is not None else None
    return CoverageReport(
        added=added,
        already_known=None if added is None else len(rows.spans) - added,
        n_read=len(rows.spans) + len(rows.refused),
        refused=rows.refused,
    )

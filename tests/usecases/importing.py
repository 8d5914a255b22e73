"""What the tests of importing share: files to import, and everything a case holds, to compare."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from vigil.sources import ReadOptions, open_source
from vigil.usecases.import_posts import ImportReport, import_posts
from vigil.usecases.ports import CaseReader, CaseWriter, Source

NOW = datetime(2026, 3, 1, tzinfo=UTC)
EVER = datetime(9000, 1, 1, tzinfo=UTC)


def post(index: int, **changes: object) -> dict[str, object]:
    """A row of the shared layout, without an id."""
    at = f"2016-12-04T{index // 60 % 24:02}:{index % 60:02}:00Z"
    return {"account": "a", "published_at": at, "text": f"post {index}", **changes}


def file_of(folder: Path, rows: Sequence[Mapping[str, object]], name: str = "posts.jsonl") -> Path:
    """The rows as JSON Lines."""
    path = folder / name
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def imported(paths: Sequence[Path], case: CaseWriter | None, **options: object) -> ImportReport:
    """Import files with the readers' defaults."""
    return importing_into(case, [open_source(path, ReadOptions()) for path in paths], **options)


def importing_into(case: CaseWriter | None, sources: Sequence[Source], **options: object) -> ImportReport:
    """Import opened files, at `NOW`."""
    return import_posts(sources, case=case, clock=lambda: NOW, **options)  # type: ignore[arg-type]


def contents(case: CaseReader) -> dict[str, object]:
    """Everything a case says, of what an import can change."""
    info = case.info()
    accounts = case.accounts_with_posts()
    names = [watched.account for watched in accounts]
    begin = datetime(1970, 1, 1, tzinfo=UTC)
    return {
        "counts": (info.n_observations, info.n_quarantined, info.n_accounts, info.n_witnesses, info.n_files),
        "accounts": accounts,
        "posts": [
            (post.observation, post.deleted)
            for account in names
            for post in case.posts(account, since=begin, until=EVER, limit=1_000_000)
        ],
        "changes": case.state_changes(names, until=EVER),
        "coverage": set(case.coverage(until=EVER)),
        "watchlist": case.watchlist(),
        "files": [(file.digest, file.name, file.complete, file.n_rows, file.n_quarantined) for file in case.files()],
    }

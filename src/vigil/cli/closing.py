"""`vigil case close`, and what `vigil verify` says of a closed case whose files are not as they were."""

import json
from pathlib import Path
from typing import Annotated

import typer

from vigil import bootstrap
from vigil.cli.options import Case, DryRun, PassphraseFile, secrets
from vigil.cli.progress import progress_bar
from vigil.model.counted import counted
from vigil.usecases.close_case import Closing, close_case

EPILOG = "Example: vigil case close --by 'N. N.' --reason 'handed to the archive, 12/16' --case aleppo"

_SHOWN = 50


def close(
    *,
    case: Case,
    by: Annotated[str, typer.Option("--by", help="Who answers for it.")],
    reason: Annotated[str, typer.Option("--reason", help="Why. It is logged.")],
    passphrase_file: PassphraseFile = None,
    dry_run: DryRun = False,
) -> None:
    """Verify a case and sign the digest of every file of its folder, so that any changed byte is noticed from then on.

    What is written afterwards opens it again: close it again then. Keep copies of both files elsewhere.
    """
    path = bootstrap.case_path(case)
    given = secrets(path, passphrase_file)
    if dry_run:
        typer.echo(f"would verify {path}, log that it is closed, and sign the digests of its files", err=True)
        return
    with progress_bar("verifying") as progress:
        closed = close_case(
            path,
            given,
            by=by,
            reason=reason,
            read=bootstrap.case_reader,
            close=bootstrap.close_folder,
            clock=bootstrap.clock,
            progress=progress,
        )
    typer.echo(
        f"closed: {counted(closed.n_files, 'file')}, {counted(closed.n_entries, 'entry', 'entries')} of the log. "
        f"{closed.list.name} and {closed.signature.name} in the folder say so"
    )


def tell_doubts(closing: Closing | None) -> None:
    """What is wrong with the list of a closed case, where the case itself does not open any more."""
    for each in closing.doubts if closing is not None else ():
        typer.echo(f"DOUBT  {each.kind}: {each.says}")


def files_changed(path: Path, closing: Closing | None, *, as_json: bool) -> bool:
    """Whether a case that was closed has other files now. Then that is said, and nothing of it need be opened."""
    if closing is None or not closing.changed:
        return False
    if as_json:
        doubts = [{"kind": each.kind, "at": None, "says": each.says} for each in closing.changed]
        typer.echo(json.dumps({"verified": False, "closed": True, "files": closing.n_files, "doubts": doubts}))
        return True
    lines = [f"DOUBT  {each.kind}: {each.says}" for each in closing.changed[:_SHOWN]]
    if len(closing.changed) > _SHOWN:
        lines.append(f"and {len(closing.changed) - _SHOWN:,} further doubts (--json gives all)")
    lines += [
        f"checked: {counted(closing.n_files, 'file')} of {path.name} against the digests it was closed with",
        "nothing was opened: this is not the case that was closed. Who has written to it since has to close it again",
        "NOT VERIFIED",
    ]
    typer.echo("\n".join(lines))
    return True

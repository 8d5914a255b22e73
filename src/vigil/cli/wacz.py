"""`vigil export wacz`, and `vigil verify` of such a file. cli/evidence.py puts both at their place."""

import json
from pathlib import Path
from typing import Annotated

import typer

from vigil import bootstrap
from vigil.cli.kept_elsewhere import Outside, kept_elsewhere
from vigil.cli.options import Case, Json, PassphraseFile, writer
from vigil.cli.progress import progress_bar
from vigil.cli.weighing import Gazetteers, OnlyIncident, captures_of
from vigil.model.counted import counted
from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.ids import WitnessName
from vigil.publish.verify_bag import Broken, Report
from vigil.publish.verify_wacz import verify_wacz
from vigil.publish.wacz import SUFFIX, WaczFile, signature_of
from vigil.usecases.export_bag import export_bag

EPILOG = "Example: vigil export wacz handed-over.wacz --by 'N. N.' --reason 'to the court, 12/16' --case aleppo"

_SHOWN = 50


def export_wacz(
    file: Annotated[Path, typer.Argument(help="The file to make, named .wacz; its signature goes beside it.")],
    *,
    case: Case,
    by: Annotated[str, typer.Option("--by", help="Who answers for handing it over.")],
    reason: Annotated[str, typer.Option("--reason", help="Why, and to whom. It is logged.")],
    passphrase_file: PassphraseFile = None,
    witness: Annotated[
        list[str] | None, typer.Option("--witness", help="Only this witness's. May be repeated.", show_default=False)
    ] = None,
    incident: OnlyIncident = None,
    gazetteer: Gazetteers = None,
    checkpoint: Outside = None,
    as_json: Json = False,
) -> None:
    """Hand captures over in clear, as a WACZ web archive that replays, with proofs and a program that verifies it.

    Left out, and counted: what its author deleted and nobody released, and what is of witnesses without a stated basis
    or who asked not to be watched. FILE.sig beside it is a signature over the whole file: they go together.
    """
    notes, _ = kept_elsewhere(checkpoint or [])
    with writer(case, passphrase_file) as opened, progress_bar("exporting") as progress:
        only = captures_of(opened, incident, gazetteer, progress)
        made = WaczFile(file, made_at=bootstrap.clock())
        try:
            report = export_bag(
                made,
                case=opened,
                clock=bootstrap.clock,
                by=by,
                reason=reason,
                witnesses=[WitnessName(name) for name in witness or ()],
                only=only,
                outside=notes,
                progress=progress,
            )
        finally:
            made.abandon()
    if as_json:
        page = {"file": str(file), "signature": str(signature_of(file)), "captures": report.n_captures}
        page |= {"bytes": report.n_bytes, "left_out": dict(report.left_out), "entries": report.n_entries}
        typer.echo(json.dumps(page))
    else:
        captures, size = counted(report.n_captures, "capture"), counted(report.n_bytes, "byte")
        typer.echo(f"{file}: {captures}, {size}, proven against the log")
        for why, n in sorted(report.left_out.items()):
            typer.echo(f"  left out: {n:,} {why}")
    stamps = counted(report.n_timestamps, "timestamp")
    typer.echo(f"it is NOT encrypted; {stamps} by others in it; {signature_of(file).name} belongs to it", err=True)


def is_wacz(path: Path) -> bool:
    """Whether something is meant that `vigil export wacz` made."""
    return path.suffix == SUFFIX and not path.is_dir()


def verify_wacz_file(path: Path, notes: list[bytes], key: str | None, *, as_json: bool) -> bool:
    """Check a WACZ and say what was checked; whether everything holds."""
    try:
        report = verify_wacz(path, notes, key)
    except Broken as error:
        raise InvalidInput(str(error)) from error
    except OSError as error:
        raise Unavailable(f"{path} cannot be read: {error.strerror}") from error
    typer.echo(json.dumps(_page(report)) if as_json else _words(report, len(notes), own_key=key is None))
    return not report.doubts


def _page(report: Report) -> dict[str, object]:
    return {
        "files": report.n_files,
        "captures": report.n_captures,
        "checkpoints": report.n_checkpoints,
        "entries": report.n_entries,
        "outside": report.n_outside,
        "origin": report.origin,
        "timestamps": report.timestamps,
        "doubts": [{"kind": kind, "where": where, "says": says} for kind, where, says in report.doubts],
        "verified": not report.doubts,
    }


def _words(report: Report, n_notes: int, *, own_key: bool) -> str:
    lines = [f"DOUBT  {kind}: {where}: {says}" for kind, where, says in report.doubts[:_SHOWN]]
    if len(report.doubts) > _SHOWN:
        lines.append(f"and {len(report.doubts) - _SHOWN:,} further doubts (--json gives all)")
    lines.append(
        f"checked: {counted(report.n_files, 'file')} and the signature over the whole; "
        f"{counted(report.n_captures, 'capture')} led to the root of "
        f"{counted(report.n_entries, 'entry', 'entries')}; {counted(report.n_checkpoints, 'checkpoint')} by "
        f"{report.origin or 'nobody'}"
    )
    lines += [f"timestamp  {line} (vigil/README.txt: how to verify who signed it)" for line in report.timestamps]
    if own_key:
        lines.append("the key is the file's own: whoever made the file anew made the key anew too")
    if n_notes:
        lines.append(f"checkpoints kept elsewhere: {report.n_outside:,} of {n_notes:,} hold")
    else:
        lines.append("no checkpoint kept elsewhere was given: a log made anew would not have been noticed")
    lines.append("NOT VERIFIED" if report.doubts else "verified")
    return "\n".join(lines)

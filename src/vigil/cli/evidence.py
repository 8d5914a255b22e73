"""`vigil verify`, `vigil checkpoint`, `vigil export`: evidence checked, vouched for, handed over."""

import json
from pathlib import Path
from typing import Annotated

import typer

from vigil import bootstrap
from vigil.cli import stamp, wacz
from vigil.cli.closing import files_changed, tell_doubts
from vigil.cli.kept_elsewhere import Outside, kept_elsewhere, key_file
from vigil.cli.options import Case, DryRun, Json, PassphraseFile, reader, writer
from vigil.cli.progress import progress_bar
from vigil.cli.weighing import Gazetteers, OnlyIncident, captures_of
from vigil.evidence.open_timestamps import parse_block_header
from vigil.evidence.signed_note import parse_verifier_key
from vigil.evidence.verify import DoubtKind
from vigil.model.counted import counted
from vigil.model.errors import IntegrityError, InvalidInput, Unavailable
from vigil.model.ids import WitnessName
from vigil.publish.bag import BagFolder
from vigil.publish.bag_stamps import token_files
from vigil.publish.private_file import private_file, write_private
from vigil.publish.verify_bag import Broken, verify_bag
from vigil.usecases.close_case import verify_closed
from vigil.usecases.export_bag import export_bag
from vigil.usecases.make_checkpoint import NOT_TIMESTAMPED, export_checkpoint
from vigil.usecases.timestamping.hand_over_timestamps import of_checkpoint, timestamps_to_hand
from vigil.usecases.verify_case import CaseReport

EXIT_IN_DOUBT = 1
_SHOWN = 50

checkpoints = typer.Typer(name="checkpoint", help="Sign the evidence log as it stands.", no_args_is_help=True)
checkpoints.command("stamp", epilog=stamp.EPILOG)(stamp.stamp)
handing_over = typer.Typer(name="export", help="Hand evidence over.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command(
        "verify",
        epilog="Examples: vigil verify aleppo   ·   vigil verify aleppo --checkpoint /media/usb/monday   ·   "
        "vigil verify handed-over/   ·   vigil verify handed-over.wacz",
    )(verify)
    handing_over.command("wacz", epilog=wacz.EPILOG)(wacz.export_wacz)
    app.add_typer(checkpoints)
    app.add_typer(handing_over)


@checkpoints.callback()
def _checkpoints() -> None:
    pass


@handing_over.callback()
def _handing_over() -> None:
    pass


def verify(
    what: Annotated[
        str, typer.Argument(metavar="CASE|BAG|WACZ", help="A case, by name or path; a bag's folder; a WACZ.")
    ],
    *,
    passphrase_file: PassphraseFile = None,
    checkpoint: Outside = None,
    block_header: Annotated[
        list[Path] | None,
        typer.Option(
            "--block-header",
            help="A file with the 80 bytes of a Bitcoin block's header, from a source you trust. May be repeated.",
            show_default=False,
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Check every captured byte, the log, its checkpoints; say what was checked. Exits 1 on any doubt.

    Without a checkpoint kept elsewhere, an older copy put in the place of a case, or a log made anew, is not noticed.
    """
    notes, key = kept_elsewhere(checkpoint or [])
    headers = [_header(file) for file in block_header or ()]
    if wacz.is_wacz(Path(what)):
        if not wacz.verify_wacz_file(Path(what), notes, key, as_json=as_json):
            raise typer.Exit(EXIT_IN_DOUBT)
        return
    if _is_bag(Path(what)):
        _verify_bag(Path(what), notes, key, as_json=as_json)
        return
    path = bootstrap.case_path(what)
    with progress_bar("verifying") as progress:
        closing = bootstrap.closing_of(path, progress)
    if files_changed(path, closing, as_json=as_json):
        raise typer.Exit(EXIT_IN_DOUBT)
    outside_key = parse_verifier_key(key) if key else None
    try:
        with reader(what, passphrase_file) as opened, progress_bar("verifying") as progress:
            report = verify_closed(
                opened,
                closing,
                outside=notes,
                outside_key=outside_key,
                block_headers=headers,
                progress=progress,
            )
    except IntegrityError:
        tell_doubts(closing)
        raise
    typer.echo(json.dumps(_case_json(report)) if as_json else _case_words(report))
    if not report.verified:
        raise typer.Exit(EXIT_IN_DOUBT)


@checkpoints.command("export", epilog="Example: vigil checkpoint export /media/usb/monday --case aleppo")
def export(
    file: Annotated[Path, typer.Argument(help="Where it goes; the key goes beside it as FILE.key.")],
    *,
    case: Case,
    passphrase_file: PassphraseFile = None,
    dry_run: DryRun = False,
) -> None:
    """Write a signed checkpoint for somebody who keeps it where this case cannot be changed. It names nobody."""
    beside = key_file(file)
    if dry_run:
        with reader(case, passphrase_file) as opened:
            typer.echo(f"would sign {opened.evidence.log.size():,} entries and write {file} and {beside}", err=True)
        return
    with writer(case, passphrase_file) as opened:
        made = export_checkpoint(case=opened, clock=bootstrap.clock)
        stamps = of_checkpoint(timestamps_to_hand(opened), made.checkpoint.note)
    write_private(file, made.checkpoint.note.decode())
    write_private(beside, made.verifier_key + "\n")
    typer.echo(f"checkpoint over {made.checkpoint.size:,} entries: {file}, and its key: {beside}", err=True)
    for number, each in enumerate(stamps, start=1):
        for name, content in token_files(each, f"{file.name}.{number}"):
            with private_file(file.with_name(name)) as stream:
                stream.write(content)
        typer.echo(f"timestamp {file}.{number}.* by {each.authority}", err=True)
    typer.echo(
        f"{'Keep all' if stamps else NOT_TIMESTAMPED + '. Keep both'} away from here; they hold no name", err=True
    )


@handing_over.command(
    "bag", epilog="Example: vigil export bag handed-over --by 'N. N.' --reason 'to the court, 12/16' --case aleppo"
)
def bag(
    folder: Annotated[Path, typer.Argument(help="The folder to make.")],
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
    """Hand captures over in clear, as a BagIt bag with proofs and a program that verifies it without Vigil.

    Left out, and counted: what its author deleted and nobody released, and what is of witnesses without a stated basis
    or who asked not to be watched.
    """
    notes, _ = kept_elsewhere(checkpoint or [])
    with writer(case, passphrase_file) as opened, progress_bar("exporting") as progress:
        only = captures_of(opened, incident, gazetteer, progress)
        made = BagFolder(folder)
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
        page = {"folder": str(folder), "captures": report.n_captures, "bytes": report.n_bytes}
        typer.echo(json.dumps({**page, "left_out": dict(report.left_out), "entries": report.n_entries}))
    else:
        captures, size = counted(report.n_captures, "capture"), counted(report.n_bytes, "byte")
        typer.echo(f"{folder}: {captures}, {size}, proven against the log")
        for why, n in sorted(report.left_out.items()):
            typer.echo(f"  left out: {n:,} {why}")
    typer.echo(f"it is NOT encrypted; {counted(report.n_timestamps, 'timestamp')} by others in it", err=True)


def _is_bag(path: Path) -> bool:
    return (path / "bagit.txt").exists() or (path / "manifest-sha256.txt").exists()


def _header(file: Path) -> bytes:
    try:
        return parse_block_header(file.read_bytes())
    except FileNotFoundError as error:
        raise InvalidInput(f"--block-header: there is no file {file}") from error
    except OSError as error:
        raise Unavailable(f"--block-header: {file} cannot be read: {error.strerror}") from error


def _verify_bag(folder: Path, notes: list[bytes], key: str | None, *, as_json: bool) -> None:
    try:
        report = verify_bag(folder, notes, key)
    except Broken as error:
        raise InvalidInput(str(error)) from error
    except OSError as error:
        raise Unavailable(f"{folder} cannot be read: {error.strerror}") from error
    doubts = [{"kind": kind, "where": where, "says": says} for kind, where, says in report.doubts]
    if as_json:
        page = {"files": report.n_files, "captures": report.n_captures, "checkpoints": report.n_checkpoints}
        page |= {"entries": report.n_entries, "outside": report.n_outside}
        timestamps = report.timestamps
        typer.echo(
            json.dumps(
                {**page, "origin": report.origin, "timestamps": timestamps, "doubts": doubts, "verified": not doubts}
            )
        )
    else:
        lines = [f"DOUBT  {each['kind']}: {each['where']}: {each['says']}" for each in doubts[:_SHOWN]]
        lines += _more(len(doubts))
        lines.append(
            f"checked: {counted(report.n_files, 'file')}; {counted(report.n_captures, 'capture')} led to the root of "
            f"{counted(report.n_entries, 'entry', 'entries')}; {counted(report.n_checkpoints, 'checkpoint')} by "
            f"{report.origin or 'nobody'}"
        )
        if key is None:
            lines.append("the key is the bag's own: whoever made the bag anew made the key anew too")
        lines += [f"timestamp  {line} (README.txt: how to verify who signed it)" for line in report.timestamps]
        lines.append(_outside_words(len(notes), report.n_outside))
        lines.append("NOT VERIFIED" if doubts else "verified")
        typer.echo("\n".join(lines))
    if doubts:
        raise typer.Exit(EXIT_IN_DOUBT)


def _case_words(report: CaseReport) -> str:
    log = report.log
    lines = []
    for doubt in report.doubts[:_SHOWN]:
        place = "" if doubt.at is None else f" {doubt.at}"
        lines.append(f"DOUBT  {doubt.kind}{place}: {doubt.says}")
    lines += _more(len(report.doubts))
    vault, size = counted(report.n_contents, "file"), counted(report.n_bytes, "byte")
    entries = counted(log.size, "entry", "entries")
    vouched = counted(log.n_vouched, "entry", "entries")
    lines += [
        f"checked: {vault} of the vault, {size}, opened and hashed",
        f"         {entries} of the log, {log.n_opened:,} opened; of captures: {report.n_captures:,}",
        f"         checkpoints that hold: {len(log.checkpoints):,}, over {vouched}",
    ]
    if report.n_closed is not None:
        lines.append(f"closed: {counted(report.n_closed, 'file')} of its folder are, to the last byte, as was signed")
    if report.n_withdrawn:
        lines.append(f"         {report.n_withdrawn:,} entries were withdrawn: what they said is destroyed")
    if log.n_clock_set_back:
        lines.append(f"         {log.n_clock_set_back:,} entries bear an earlier time than the one before them")
    if report.n_left_over:
        lines.append(f"         {report.n_left_over:,} files left over from a writer that was cut short: harmless")
    lines += [
        "not in the log, so not checked by it: imported posts, the watchlist, coverage",
        *stamp.timestamp_words(report.timestamps),
        _outside_words(log.n_outside, len(log.outside)),
        "verified" if report.verified else "NOT VERIFIED",
    ]
    if report.doubts and all(doubt.kind is DoubtKind.UNCOVERED for doubt in report.doubts):
        lines.append(
            "nothing else is in doubt: what was logged last is not signed yet. `vigil checkpoint export FILE` signs "
            "it; `vigil listen` does so every hour and when it ends"
        )
    return "\n".join(lines)


def _more(n_doubts: int) -> list[str]:
    return [f"and {n_doubts - _SHOWN:,} further doubts (--json gives all)"] if n_doubts > _SHOWN else []


def _outside_words(n_given: int, n_holding: int) -> str:
    if n_given == 0:
        return (
            "no checkpoint kept elsewhere was given: an older copy put in its place, or a log made anew, "
            "would not have been noticed"
        )
    return f"checkpoints kept elsewhere: {n_holding:,} of {n_given:,} hold"


def _case_json(report: CaseReport) -> dict[str, object]:
    log = report.log
    return {
        "verified": report.verified,
        "files": report.n_contents,
        "bytes": report.n_bytes,
        "entries": log.size,
        "opened": log.n_opened,
        "captures": report.n_captures,
        "withdrawn": report.n_withdrawn,
        "left_over": report.n_left_over,
        "closed_files": report.n_closed,
        "clock_set_back": log.n_clock_set_back,
        "root": log.root.hex(),
        "keys": list(log.keys),
        "checkpoints": [{"size": each.size, "root": each.root.hex()} for each in log.checkpoints],
        "timestamps": stamp.timestamp_json(report.timestamps),
        "outside_given": log.n_outside,
        "outside_holding": len(log.outside),
        "doubts": [{"kind": each.kind, "at": each.at, "says": each.says} for each in report.doubts],
    }

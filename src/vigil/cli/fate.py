"""`vigil fate` and `vigil confirm-return`: what became of a witness, and proof of life."""

import json
from datetime import datetime
from typing import Annotated, Any

import typer

from vigil import bootstrap
from vigil.cli.options import Case, DryRun, Json, PassphraseFile, reader, writer
from vigil.model.errors import InvalidInput
from vigil.model.fate import Fate, FateEntry, ProofOfLife
from vigil.model.ids import WitnessName
from vigil.model.instants import parse_instant, rfc3339
from vigil.publish.outside_text import plain
from vigil.usecases.confirm_return import Confirmed, confirm_return
from vigil.usecases.record_fate import Recorded, record_fate, withdraw_fate
from vigil.usecases.show_fates import RegisterLine, show_fates

register_of_fates = typer.Typer(
    name="fate",
    help="The register of what became of witnesses. Entries are added, never overwritten.",
    no_args_is_help=True,
)

_FATES = tuple(fate.value for fate in Fate if fate is not Fate.WITHDRAWN)

WitnessArgument = Annotated[str, typer.Argument(metavar="WITNESS", help="Their name in this case.", show_default=False)]
JudgedBy = Annotated[str, typer.Option("--judged-by", help="The named person who answers for it.", show_default=False)]
AsOf = Annotated[
    str | None, typer.Option("--as-of", help="As it stood then: 2016-12-13T06:00:00Z.", show_default=False)
]


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.add_typer(register_of_fates)
    epilog = (
        'Example: vigil confirm-return hawk --spoke-with "Dr Salma" --how "video call" --judged-by "Rana K." '
        "--case aleppo"
    )
    app.command("confirm-return", epilog=epilog)(confirm)


@register_of_fates.command(
    "set",
    epilog='Example: vigil fate set hawk detained --claimed-by "a cousin" --evidence "note 14" --judged-by "Rana K." '
    "--occurred 2016-12-19~ --case aleppo",
)
def set_fate(
    witness: WitnessArgument,
    fate: Annotated[str, typer.Argument(metavar="FATE", help=f"One of {', '.join(_FATES)}.", show_default=False)],
    *,
    claimed_by: Annotated[
        str, typer.Option("--claimed-by", help="Who says so: an outlet, an office, a relative by role.")
    ],
    evidence: Annotated[str, typer.Option("--evidence", help="What it rests on: a reference, never someone's secret.")],
    judged_by: JudgedBy,
    case: Case,
    occurred: Annotated[
        str | None,
        typer.Option("--occurred", help="When, in EDTF: 2016-12-04, 2016-12?, 2016-12-04/.., ../2016-12-13."),
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Why it was judged so.")] = None,
    passphrase_file: PassphraseFile = None,
    dry_run: DryRun = False,
) -> None:
    """Enter what became of a witness. `not_to_be_watched` ends the watching: they leave the board."""
    entry = FateEntry(
        witness=WitnessName(witness),
        fate=_fate(fate),
        claimed_by=claimed_by.strip(),
        evidence=evidence.strip(),
        judged_by=judged_by.strip(),
        recorded_at=bootstrap.clock(),
        occurred=occurred.strip() if occurred else None,
        reason=reason.strip() if reason else None,
    )
    with writer(case, passphrase_file) as opened:
        recorded = record_fate(entry, case=opened, dry_run=dry_run)
    _say_recorded(recorded, dry_run=dry_run)
    if entry.fate is Fate.NOT_TO_BE_WATCHED:
        _say("they asked not to be watched: this ends the watching of all their accounts, from the next check on")


@register_of_fates.command(
    epilog='Example: vigil fate withdraw hawk 2 --reason "meant another" --judged-by "Rana K." --case aleppo'
)
def withdraw(
    witness: WitnessArgument,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The entry's number, as `vigil fate show` gives it.")],
    *,
    reason: Annotated[str, typer.Option("--reason", help="Why it was an error.")],
    judged_by: JudgedBy,
    case: Case,
    passphrase_file: PassphraseFile = None,
    dry_run: DryRun = False,
) -> None:
    """Take back an entry made in error. It stays in the register, marked as withdrawn."""
    with writer(case, passphrase_file) as opened:
        recorded = withdraw_fate(
            WitnessName(witness),
            number,
            judged_by=judged_by,
            reason=reason,
            now=bootstrap.clock(),
            case=opened,
            dry_run=dry_run,
        )
    _say_recorded(recorded, dry_run=dry_run)


@register_of_fates.command(epilog="Example: vigil fate show hawk --case aleppo --json")
def show(
    case: Case,
    witness: Annotated[str | None, typer.Argument(metavar="[WITNESS]", help="One witness; else all.")] = None,
    as_of: AsOf = None,
    passphrase_file: PassphraseFile = None,
    as_json: Json = False,
) -> None:
    """Show the register: every entry, with its number and whether it is withdrawn."""
    with reader(case, passphrase_file) as opened:
        lines = show_fates(opened, witness=WitnessName(witness) if witness else None, as_of=_instant(as_of))
    if not lines and not as_json:
        _say("the register has no entry")
    for line in lines:
        typer.echo(json.dumps(_as_json(line), ensure_ascii=False) if as_json else _as_text(line))


def confirm(
    witness: WitnessArgument,
    *,
    spoke_with: Annotated[str, typer.Option("--spoke-with", help="Who spoke to them.", show_default=False)],
    how: Annotated[str, typer.Option("--how", help="By what they were sure it was them.", show_default=False)],
    judged_by: JudgedBy,
    case: Case,
    spoken_at: Annotated[
        str | None,
        typer.Option("--spoken-at", help="When they were spoken to; now, where not given.", show_default=False),
    ] = None,
    passphrase_file: PassphraseFile = None,
    dry_run: DryRun = False,
) -> None:
    """Record proof of life. Only this takes a return off the board; it covers all accounts, up to when they spoke."""
    now = bootstrap.clock()
    proof = ProofOfLife(
        witness=WitnessName(witness),
        spoke_with=spoke_with.strip(),
        how=how.strip(),
        judged_by=judged_by.strip(),
        recorded_at=now,
        confirmed_until=_instant(spoken_at) or now,
    )
    with writer(case, passphrase_file) as opened:
        confirmed = confirm_return(proof, case=opened, dry_run=dry_run)
    _say_confirmed(confirmed, dry_run=dry_run)


def _say_recorded(recorded: Recorded, *, dry_run: bool) -> None:
    what = f"entry {recorded.number}, {recorded.entry.fate.value}"
    if recorded.already_stands:
        _say(f"{what}: it is in the register already; nothing was added")
    elif dry_run:
        _say(f"{what}: would be added to the register")
    else:
        _say(f"{what}: added to the register")


def _say_confirmed(confirmed: Confirmed, *, dry_run: bool) -> None:
    until, n = rfc3339(confirmed.proof.confirmed_until), len(confirmed.accounts)
    what = f"proof of life until {until} for {n} account{'' if n == 1 else 's'}"
    if confirmed.added:
        _say(f"{what}: recorded")
    else:
        _say(f"{what}: would be recorded" if dry_run else f"{what}: recorded already; nothing was added")
    if confirmed.posted_since and confirmed.last_post_at is not None:
        _say(f"they posted after that, last at {rfc3339(confirmed.last_post_at)}: this is not covered")


def _as_text(line: RegisterLine) -> str:
    entry = line.entry
    occurred = f", occurred {entry.occurred}" if entry.occurred else ""
    withdrawn = f" [withdrawn by entry {line.withdrawn_by}]" if line.withdrawn_by else ""
    what = f"withdraws {entry.evidence}" if entry.fate is Fate.WITHDRAWN else entry.fate.value.replace("_", " ")
    said = [f"{entry.witness} {line.number}. {what}{occurred}{withdrawn}"]
    if entry.fate is not Fate.WITHDRAWN:
        said.append(f"claimed by {entry.claimed_by}; evidence: {entry.evidence}")
    said.append(f"judged by {entry.judged_by}, {rfc3339(entry.recorded_at)}" + _because(entry.reason))
    return "\n    ".join(plain(each) for each in said)


def _because(reason: str | None) -> str:
    return f"; because {reason}" if reason else ""


def _as_json(line: RegisterLine) -> dict[str, Any]:
    entry = line.entry
    return {
        "witness": entry.witness,
        "number": line.number,
        "fate": entry.fate.value,
        "claimed_by": entry.claimed_by,
        "evidence": entry.evidence,
        "judged_by": entry.judged_by,
        "recorded_at": rfc3339(entry.recorded_at),
        "occurred": entry.occurred,
        "reason": entry.reason,
        "withdrawn_by": line.withdrawn_by,
    }


def _fate(text: str) -> Fate:
    if text not in _FATES:
        raise InvalidInput(f"fate: not one the register knows; one of {', '.join(_FATES)}")
    return Fate(text)


def _instant(text: str | None) -> datetime | None:
    return parse_instant(text) if text else None


def _say(sentence: str) -> None:
    typer.echo(plain(sentence), err=True)

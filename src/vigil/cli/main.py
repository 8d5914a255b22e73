"""The `vigil` command: its subjects put together, and errors turned into one clear sentence and an exit code."""

import sys
from typing import NoReturn

import typer
import typer.exceptions

from vigil import __version__
from vigil.cli.late import LateCommands
from vigil.model.errors import IntegrityError, InvalidInput, Unavailable, VigilError

EXIT_NOT_SATISFIED, EXIT_MISUSED, EXIT_UNAVAILABLE = 1, 2, 3

COMMANDS = {  # name: its module here (with `register(app)`), and the first sentence of its help; in the order of use
    "demo": ("demo", "Tell the whole story on a simulated siege, and show its morning board. Needs no data."),
    "new": ("case", "Make a case: a folder holding everything of one investigation, encrypted."),
    "import": ("imports", "Bring posts into a case: each row once, each refused row with its reason. Safe to repeat."),
    "watch": ("watch", "Who is watched, where they are, on what basis."),
    "coverage": ("imports", "When our collectors were healthy, degraded or blind."),
    "check": (
        "check",
        "Say who has gone dark, how rare that is for them, who near them still speaks, and whether we listened at all.",
    ),
    "fate": ("fate", "The register of what became of witnesses. Entries are added, never overwritten."),
    "confirm-return": ("fate", "Record proof of life."),
    "replay": ("replay", "Say what would have been raised, and when, had these accounts been watched all along."),
    "calibrate": ("replay", "Fit the rhythm model to this case's own past, and report what its alarms really cost."),
    "keep": (
        "keep",
        "Preserve files byte for byte: sealed in the case, in its evidence log, under a signed checkpoint.",
    ),
    "verify": (
        "evidence",
        "Check every captured byte, the log, its checkpoints; say what was checked. Exits 1 on any doubt.",
    ),
    "checkpoint": ("evidence", "Sign the evidence log as it stands."),
    "export": ("evidence", "Hand evidence over."),
    "case": ("case", "Keep a case: copies, passphrase, schema, what it says of itself."),
}


class _Commands(LateCommands):
    table = COMMANDS


app = typer.Typer(
    name="vigil",
    cls=_Commands,
    help="Keep watch over the people who report from inside a siege.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # a traceback with local values could print a passphrase or a name
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"vigil {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    pass


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    try:
        code = app(prog_name="vigil", standalone_mode=False)
    except typer.exceptions.Abort:
        _say("stopped")
        sys.exit(130)
    except typer.exceptions.TyperException as error:  # an option that is missing, unknown or unreadable
        if error.format_message():  # empty where a bare `vigil` or `vigil case` has just printed its help
            _say(f"{error.format_message()} (--help tells more)")
        sys.exit(EXIT_MISUSED)
    except InvalidInput as error:
        _say(str(error))
        sys.exit(EXIT_MISUSED)
    except Unavailable as error:
        _say(str(error))
        sys.exit(EXIT_UNAVAILABLE)
    except IntegrityError as error:
        _say(f"evidence does not match: {error}")
        sys.exit(EXIT_NOT_SATISFIED)
    except VigilError as error:
        _say(str(error))
        sys.exit(EXIT_NOT_SATISFIED)
    sys.exit(code if isinstance(code, int) else 0)


def _say(sentence: str) -> None:
    typer.echo(f"vigil: {sentence}", err=True)

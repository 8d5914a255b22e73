"""The `vigil` command: its subjects put together, and errors turned into one clear sentence and an exit code."""

import contextlib
import errno
import os
import sys
from typing import NoReturn

import typer
import typer.exceptions

from vigil import __version__
from vigil.cli.late import LateCommands
from vigil.cli.misuse import misuse_in_words
from vigil.model.errors import IntegrityError, InvalidInput, Unavailable, VigilError

EXIT_NOT_SATISFIED, EXIT_MISUSED, EXIT_UNAVAILABLE = 1, 2, 3
EXIT_UNHEARD = 141
"""Nobody reads our output any more: 128 + SIGPIPE, what a shell reports of grep or git there. Never 0, which would say
that all was told and, after --fail-on, that nothing was found."""

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, errno.EIO, *([errno.EDQUOT] if hasattr(errno, "EDQUOT") else [])})
"""Nothing more can be written where we write: the disk, or our share of it, is full or broken."""

COMMANDS = {  # name: its module here (with `register(app)`), and the first sentence of its help; in the order of use
    "demo": ("demo", "Tell the whole story on a simulated siege, and show its morning board. Needs no data."),
    "new": ("case", "Make a case: a folder holding everything of one investigation, encrypted."),
    "import": ("imports", "Bring posts into a case: each row once, each refused row with its reason. Safe to repeat."),
    "quarantine": (
        "imports",
        "Show the rows that were refused: where each stands, why, and the row as it was kept.",
    ),
    "watch": ("watch", "Who is watched, where they are, on what basis."),
    "coverage": ("coverage", "When our collectors were healthy, degraded or blind."),
    "sources": ("sources", "What a case listens with, and whether we can hear it now."),
    "listen": (
        "listen",
        "Follow every watched account on every platform at once, until stopped. What comes is kept as evidence.",
    ),
    "check": (
        "check",
        "Say who has gone dark, how rare that is for them, who near them still speaks, and whether we listened at all.",
    ),
    "fate": ("fate", "The register of what became of witnesses. Entries are added, never overwritten."),
    "confirm-return": ("fate", "Record proof of life."),
    "replay": ("replay", "Say what would have been raised, and when, had these accounts been watched all along."),
    "calibrate": ("replay", "Fit the rhythm model to this case's own past, and report what its alarms really cost."),
    "attributions": ("attributions", "Show who says what in documents, and on which words."),
    "claims": (
        "claims",
        "Show what is claimed to have happened, by whom, how surely, and on which words it rests.",
    ),
    "drift": (
        "drift",
        "Show how a figure changed as it was repeated: who said it first, who had it from whom, what changed.",
    ),
    "assess": (
        "assess",
        "Assess each document as one incident: range of casualties, violations, victims, perpetrators, place and date.",
    ),
    "keep": (
        "keep",
        "Preserve files and pages byte for byte: sealed in the case, in its evidence log, under a signed checkpoint.",
    ),
    "media": ("media", "Pictures and videos that posts showed, and what is known of them."),
    "verify": (
        "evidence",
        "Check every captured byte, the log, its checkpoints; say what was checked. Exits 1 on any doubt.",
    ),
    "checkpoint": ("evidence", "Sign the evidence log as it stands."),
    "export": ("evidence", "Hand evidence over."),
    "held": (
        "held",
        "List captures of what its author deleted: kept, and in no export until released. No words are shown.",
    ),
    "release": ("held", "Let held captures go into exports from now on. It is logged, and cannot be unmade."),
    "incidents": (
        "incidents",
        "Join what a case says into incidents: how many, who says so independently, what speaks against it.",
    ),
    "actors": (
        "incidents",
        "Put each actor's incidents on one line: what repeats, who says so, and what only one side says.",
    ),
    "judge": (
        "judge",
        "Decide about incidents and sources: kept with name, time and reason, and never overwritten.",
    ),
    "link": (
        "link",
        "Say which records of two lists, or of one list, may be the same person, and how probably.",
    ),
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
        code = _run()
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()  # here a reader that went away can still be met; at the interpreter's end it could not
        if sys.stdout is None and code == 0:  # closed from the start, as with `>&-`
            code = EXIT_UNHEARD
    except BrokenPipeError:
        code = _unheard()
    except OSError as error:
        if error.errno not in _FULL:
            raise
        code = _unwritten(error)
    except SystemExit as left:  # typer and rich leave with 1 where a pipe breaks: that would read as not satisfied
        if not isinstance(left.__context__, BrokenPipeError):
            raise
        code = _unheard()
    sys.exit(code)


def _run() -> int:
    try:
        code = app(prog_name="vigil", standalone_mode=False)
    except typer.exceptions.Abort:
        _say("stopped")
        return 130
    except typer.exceptions.TyperException as error:  # an option that is missing, unknown or unreadable
        if said := misuse_in_words(error):  # empty where a bare `vigil` or `vigil case` has just printed its help
            _say(f"{said} (--help tells more)")
        return EXIT_MISUSED
    except IntegrityError as error:
        _say(f"evidence does not match: {error}")
        return EXIT_NOT_SATISFIED
    except VigilError as error:
        _say(str(error))
        return _exit_code(error)
    return code if isinstance(code, int) else 0


def _exit_code(error: VigilError) -> int:
    if isinstance(error, InvalidInput):
        return EXIT_MISUSED
    return EXIT_UNAVAILABLE if isinstance(error, Unavailable) else EXIT_NOT_SATISFIED


def _unheard() -> int:
    """Leave quietly where nobody reads on, as in `vigil ... | head`: what is still unwritten goes nowhere."""
    _drop_what_is_unwritten()
    return EXIT_UNHEARD


def _unwritten(error: OSError) -> int:
    """A full disk is no finding: what was written so far is cut off, and the sentence says so."""
    with contextlib.suppress(OSError):  # stderr may be on the same disk
        _say(f"what was asked for cannot be written whole: {error.strerror}; make room, and run it again")
    _drop_what_is_unwritten()
    return EXIT_UNAVAILABLE


def _drop_what_is_unwritten() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        if not os.isatty(stream):
            os.dup2(nowhere, stream)


def _say(sentence: str) -> None:
    typer.echo(f"vigil: {sentence}", err=True)


if __name__ == "__main__":
    main()

"""`vigil listen`: follow every watched account on every platform at once."""

import json
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from types import FrameType
from typing import Annotated

import typer

from vigil import bootstrap
from vigil.cli.options import Case, Json, PassphraseFile, secrets
from vigil.model.ids import CollectorName
from vigil.model.instants import rfc3339, to_the_second
from vigil.publish.listening_terminal import change_line, hearing_of, listening_page, media_lines, summary_lines
from vigil.usecases.listening.listen import ListenSettings, ListenStatus, SourceStatus, listen
from vigil.usecases.timestamping.stamp_beside import StampingBeside

EXIT_NOT_HEARD = 1

Tell = Callable[[ListenStatus, Sequence[str]], None]
"""Shows how it stands, with further lines."""
_MEDIA_WITHIN_S = 600.0  # with --once: so long media that were shown are fetched
_STAMPED_WITHIN_S = 120.0  # with --once; what has no timestamp by then waits for the next time


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command(
        "listen",
        epilog="Examples: vigil listen --case aleppo   ·   vigil listen --once --case aleppo   ·   "
        "vigil listen --source telegram --case aleppo",
    )(listen_live)


def listen_live(
    *,
    case: Case,
    passphrase_file: PassphraseFile = None,
    once: Annotated[bool, typer.Option("--once", help="Catch up with the present and stop, as cron wants it.")] = False,
    source: Annotated[
        list[str] | None,
        typer.Option("--source", help="With this source only, by its name. May be repeated.", show_default=False),
    ] = None,
    media: Annotated[
        bool,
        typer.Option("--media/--no-media", help="Fetch and keep pictures, video and sound that posts show."),
    ] = True,
    as_json: Json = False,
) -> None:
    """Follow every watched account on every platform at once, until stopped. What comes is kept as evidence.

    Sources are added with `vigil sources add`. A terminal shows how each hears; elsewhere a line is written at every
    change. With --once, exits 1 where a source could not be heard.
    """
    stop = threading.Event()
    path = bootstrap.case_path(case)
    unlocked = secrets(path, passphrase_file)
    with (
        bootstrap.case_writer(path, unlocked) as opened,
        bootstrap.media_beside(path, unlocked) if media else nullcontext() as beside,
        _stopping(stop),
        _telling(case, as_json=as_json) as tell,
    ):
        stamping = StampingBeside(opened, bootstrap.stamp_services, bootstrap.clock)

        def told(status: ListenStatus) -> None:
            tell(status, media_lines(beside.counts, beside.trouble) if beside else ())
            stamping.turn()

        status = listen(
            opened,
            bootstrap.source_kinds(),
            version=bootstrap.version(),
            clock=bootstrap.clock,
            settings=ListenSettings(once=once),
            only=source or (),
            stop=stop,
            tell=told,
            shows=beside.offer if beside else None,
            signed=stamping.due,
            opened=bootstrap.dropped_file,
        )
        if beside and once:
            beside.finish(within_s=_MEDIA_WITHIN_S)
        stamped = stamping.end(within_s=_STAMPED_WITHIN_S if once else 1.0, begin=once)
        also = media_lines(beside.counts, beside.trouble) if beside else []
    _conclude(status, as_json=as_json)
    for sentence in (*also, *(stamped.words if stamped is not None else ())):
        typer.echo(sentence, err=True)
    if once and not all(one.heard for one in status.sources if one.n_accounts or one.kind == "folder"):
        raise typer.Exit(EXIT_NOT_HEARD)


@contextmanager
def _stopping(stop: threading.Event) -> Iterator[None]:
    """The first Ctrl-C or SIGTERM stops in order; a second one breaks off."""
    names = (signal.SIGINT, signal.SIGTERM)
    before = {each: signal.getsignal(each) for each in names}

    def end(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - a handler's form
        stop.set()
        signal.signal(number, before[signal.Signals(number)])

    for each in names:
        signal.signal(each, end)
    try:
        yield
    finally:
        for each in names:
            signal.signal(each, before[each])


@contextmanager
def _telling(case: str, *, as_json: bool) -> Iterator[Tell]:
    """A page that is drawn again where there is a terminal, else a line for every change."""
    if as_json or not sys.stderr.isatty():
        yield _Lines(as_json=as_json).tell
        return
    from rich.console import Console
    from rich.live import Live

    console = Console(stderr=True)
    with Live(console=console, auto_refresh=False, transient=True) as live:
        yield lambda status, also: live.update(listening_page(status, case, console, also=also), refresh=True)


class _Lines:
    """Writes a line whenever a source hears otherwise than before."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self._said: dict[CollectorName, tuple[object, ...]] = {}
        self._held_up: str | None = None

    def tell(self, status: ListenStatus, also: Sequence[str]) -> None:  # noqa: ARG002 - told at the end
        for source in status.sources:
            now = (*hearing_of(source, status.at), source.n_blind_accounts)
            if self._said.get(source.collector) != now:
                self._said[source.collector] = now
                if self._as_json:
                    typer.echo(json.dumps(_as_json(source, status)))
                else:
                    typer.echo(change_line(source, status.at), err=True)
        if status.held_up != self._held_up:
            self._held_up = status.held_up
            said = "kept again" if status.held_up is None else f"nothing can be kept: {status.held_up}"
            typer.echo(f"{to_the_second(status.at)}  {said}", err=True)


def _conclude(status: ListenStatus, *, as_json: bool) -> None:
    if as_json:
        for source in status.sources:
            typer.echo(json.dumps({**_as_json(source, status), "ended": True}))
        return
    for line in summary_lines(status):
        typer.echo(line, err=True)


def _as_json(source: SourceStatus, status: ListenStatus) -> dict[str, object]:
    hearing, why = hearing_of(source, status.at)
    pulse = source.pulse
    return {
        "at": rfc3339(status.at),
        "source": source.collector,
        "kind": source.kind,
        "hearing": hearing.value,
        "why": why or None,
        "accounts": source.n_accounts,
        "accounts_not_heard": source.n_blind_accounts,
        "heard_until": rfc3339(pulse.heard_until) if pulse and pulse.heard_until else None,
        "retry_at": rfc3339(pulse.retry_at) if pulse and pulse.retry_at else None,
        "rate_per_s": round(pulse.rate_per_s, 3) if pulse else None,
        "kept": source.kept.n_captures,
        "new": source.kept.n_observations,
        "malformed": source.n_malformed,
        "gaps": source.kept.n_gaps,
        "held_up": status.held_up,
    }

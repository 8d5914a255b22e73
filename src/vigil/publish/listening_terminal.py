"""A session of listening on a terminal: a row a source, readable at 80 columns, without colour and in a pipe."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from rich.console import Console, Group
from rich.text import Text

from vigil.model.counted import counted
from vigil.model.coverage import Hearing
from vigil.model.heard import Pulse
from vigil.publish.hearing_words import why_in_words
from vigil.publish.outside_text import escaped
from vigil.publish.terminal_lines import TerminalLines
from vigil.usecases.listening.listen import ListenStatus, SourceStatus
from vigil.usecases.media.keep_media import MediaCounts

_WIDEST = 110
_COLUMNS = (
    ("source", 12),
    ("hears", 8),
    ("why not better", 0),
    ("accounts", 8),
    ("a sec.", 6),
    ("late", 6),
    ("kept", 7),
    ("bad", 5),
)
"""Each column's name and width; the one without has what is left."""

_NUMBERS = frozenset({"accounts", "a sec.", "late", "kept", "bad"})
_NARROW = 74
_NEEDED = frozenset({"source", "hears", "why not better", "kept"})
"""What a terminal narrower than that still shows."""

_STYLES = {Hearing.HEALTHY: "green", Hearing.DEGRADED: "yellow", Hearing.BLIND: "bold red"}
_OVERDUE = timedelta(minutes=1)
"""A pulse comes every ten seconds: after a minute without one nobody can say that it hears."""


def listening_page(status: ListenStatus, case: str, console: Console, *, also: Sequence[str] = ()) -> Group:
    """The page as it is drawn again and again, with further sentences."""
    return Group(*_lines(status, case, TerminalLines(console, widest=_WIDEST), also))


def media_lines(counts: MediaCounts, trouble: str | None) -> list[str]:
    """How keeping media stands: nothing where nothing was shown."""
    said = []
    if counts != MediaCounts():
        numbers = (
            (counts.waiting, "waiting"),
            (counts.given_up, "given up"),
            (counts.turned_away, "too many to fetch"),
        )
        words = [f"{counts.kept:,} kept ({counts.kept_bytes / 1e6:,.1f} MB)"]
        words += [f"{n:,} {what}" for n, what in numbers if n]
        said.append(f"media: {', '.join(words)}")
    said += [f"media cannot be kept: {why}" for why in (counts.held_up, trouble) if why]
    return said


def change_line(source: SourceStatus, at: datetime) -> str:
    """One source's hearing in one line, for a log."""
    hearing, why = hearing_of(source, at)
    retry = f", again at {source.pulse.retry_at:%H:%M:%S}" if source.pulse and source.pulse.retry_at else ""
    because = f" ({why}{retry})" if why or retry else ""
    deaf = f"; {source.n_blind_accounts} of its accounts not heard" if source.n_blind_accounts else ""
    refused = f"; {source.kept.n_refused} could not be kept" if source.kept.n_refused else ""
    return escaped(f"{at:%Y-%m-%dT%H:%M:%SZ}  {source.collector}  {hearing}{because}{deaf}{refused}")


def summary_lines(status: ListenStatus) -> Iterator[str]:
    """What a session came to."""
    for source in status.sources:
        kept = source.kept
        said = [
            f"{counted(kept.n_captures, 'message')} kept",
            f"{counted(kept.n_observations, 'observation')} new",
        ]
        if kept.n_files:
            said.append(f"{counted(kept.n_files, 'file')} imported")
        if kept.n_rows_refused:
            said.append(f"{counted(kept.n_rows_refused, 'row')} of it in quarantine")
        if source.n_malformed:
            said.append(f"{source.n_malformed:,} could not be read since it was added")
        if kept.n_refused:
            said.append(f"{kept.n_refused:,} could not be kept")
        if kept.n_gaps:
            said.append(counted(kept.n_gaps, "gap"))
        line = f"{source.collector}: {', '.join(said)}"
        yield line
        yield from (f"  {escaped(each)}" for each in (source.trouble, kept.faulty_file) if each)
    yield from status.notices


def hearing_of(source: SourceStatus, at: datetime) -> tuple[Hearing, str]:
    """How a source hears as of an instant, and why not better."""
    pulse = source.pulse
    if source.trouble:
        return Hearing.BLIND, source.trouble
    if pulse is None:
        return Hearing.BLIND, "nobody to listen for" if source.n_accounts == 0 else "connecting"
    if at - pulse.at > _OVERDUE and not source.ended:
        return Hearing.BLIND, "no pulse any more"
    return pulse.hearing, why_in_words(pulse.why)


def _lines(status: ListenStatus, case: str, lay: TerminalLines, also: Sequence[str]) -> Iterator[Text]:
    since = Text(f"vigil  {lay.outside(case)}", style="bold").append(
        f"   listening since {status.began_at:%Y-%m-%d %H:%M} UTC", style="dim"
    )
    yield lay.both_ends(since, Text(f"{status.at:%H:%M:%S} UTC"))
    yield Text()
    columns = _COLUMNS if lay.width >= _NARROW else tuple(one for one in _COLUMNS if one[0] in _NEEDED)
    why_w = lay.width - sum(width for _, width in columns) - len(columns)
    widths = [width or why_w for _, width in columns]
    heads = [Text(name.rjust(width) if name in _NUMBERS else name, style="dim") for name, width in columns]
    yield lay.cells(heads, widths)
    for source in status.sources:
        cells = _cells(source, status.at)
        yield lay.cells([cells[name] for name, _ in columns], widths)
        if source.n_blind_accounts:
            told = f"{source.n_blind_accounts} of its accounts cannot be heard: `vigil coverage` says since when"
            yield lay.paragraph(Text(told), indent=2)
        for said in (source.trouble, source.kept.faulty_file):
            if said:
                yield lay.paragraph(Text(lay.outside(said)), indent=2)
    yield Text()
    newest = max((one.kept.last_sign_at for one in status.sources if one.kept.last_sign_at), default=None)
    if newest is not None:
        yield lay.paragraph(Text(f"The newest sign of life was at {newest:%Y-%m-%d %H:%M:%S} UTC."), indent=0)
    if status.held_up:
        words = f"Nothing can be kept: {status.held_up}. {status.n_waiting:,} messages wait; it is tried again."
        yield lay.paragraph(Text(words, style="bold red"), indent=0)
    for notice in (*also, *status.notices):
        yield lay.paragraph(Text(f"{notice[0].upper()}{notice[1:]}."), indent=0)
    yield Text("Ctrl-C stops. What was kept is kept; the next start goes on from here.", style="dim")


def _cells(source: SourceStatus, at: datetime) -> dict[str, Text]:
    hearing, why = hearing_of(source, at)
    pulse = source.pulse
    if pulse is not None and pulse.retry_at is not None and pulse.retry_at > at:
        why = f"{why}, again {pulse.retry_at:%H:%M:%S}".removeprefix(", ")
    numbers = {
        "accounts": f"{source.n_accounts:,}",
        "a sec.": _rate(pulse),
        "late": _lag(pulse),
        "kept": f"{source.kept.n_captures:,}",
        "bad": f"{source.n_malformed:,}",
    }
    return {
        "source": Text(source.collector),
        "hears": Text(hearing.value, style=_STYLES[hearing]),
        "why not better": Text("see below" if source.trouble else why),
        **{name: Text(numbers[name].rjust(width)) for name, width in _COLUMNS if name in numbers},
    }


def _rate(pulse: Pulse | None) -> str:
    if pulse is None:
        return "-"
    return f"{pulse.rate_per_s:,.0f}" if pulse.rate_per_s >= 10 else f"{pulse.rate_per_s:.1f}"


def _lag(pulse: Pulse | None) -> str:
    if pulse is None or pulse.lag_s is None:
        return "-"
    seconds = max(0.0, pulse.lag_s)
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} m" if seconds < 6000 else f"{seconds / 3600:.0f} h"

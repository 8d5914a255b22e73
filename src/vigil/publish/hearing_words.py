"""Why a source does not hear as well as it should, in plain words."""

from vigil.model.coverage import PULSE
from vigil.model.heard import Deafness, Missing
from vigil.usecases.listening.pulses import CLOCK, FILLED, NOT_LISTENED_FOR, REPLAYED

_WORDS = {
    Deafness.CONNECTING: "connecting",
    Deafness.UNREACHABLE: "cannot be reached",
    Deafness.REFUSED: "refuses us",
    Deafness.RATE_LIMITED: "asks us to wait",
    Deafness.CLOSED: "closed the connection",
    Deafness.QUIET: "sends nothing",
    Deafness.TOO_SLOW: "dropped us for being slow",
    Deafness.CATCHING_UP: "catching up",
    Deafness.RATE_FELL: "far less comes than usual",
    Deafness.LOGGED_OUT: "logged us out",
    Deafness.NOT_THERE: "does not show it",
    Deafness.BEHIND: "left something out",
    Deafness.LATE: "its turn is overdue",
    Deafness.SPENT: "the budget is used up",
    Missing.CURSOR_TOO_OLD: "no longer has what we missed",
    Missing.CURSOR_UNKNOWN: "counts anew",
    Missing.TOO_BIG: "a message was too large",
    Missing.CONTENT_ABSENT: "a post came without its content",
    Missing.UNREADABLE: "a message could not be read",
    Missing.CHAIN_BROKEN: "changes are missing",
    Missing.HOST_BEHIND: "does not hear it itself",
    Missing.NUMBERS_SKIPPED: "numbers were skipped",
    Missing.TOO_OLD: "the archive does not go back so far",
    CLOCK: "our clock was set back",
    FILLED: "filled from the archive",
    REPLAYED: "replayed after an interruption",
    NOT_LISTENED_FOR: "not listened for",
}


def why_in_words(why: str | None) -> str:
    """A reason in words; empty where there is none."""
    return "" if why is None else _WORDS.get(why, why.replace("_", " "))


def shown_by_in_words(shown_by: str | None) -> str:
    """What shows a span of coverage, in words."""
    if shown_by is None:
        return ""
    kind, _, why = shown_by.partition(":")
    if kind == PULSE:
        return why_in_words(why or None)
    return f"file {shown_by[:12]}" if len(shown_by) == 64 else shown_by

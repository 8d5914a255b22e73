"""Why a finding is as it is: plain English sentences for a desk officer, each resting on a number in the finding."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from vigil.model.ids import CollectorName
from vigil.model.instants import from_micros
from vigil.model.observation import AccountState
from vigil.model.verdict import Finding, Verdict
from vigil.usecases.check_returns import Return
from vigil.watch.neighbours import FEWEST_NEIGHBOURS, NEVER_US, SharedSilence
from vigil.watch.reading import RAREST_DAYS

_STATES = {
    AccountState.DELETED: "deleted",
    AccountState.DEACTIVATED: "deactivated",
    AccountState.SUSPENDED: "suspended",
    AccountState.TAKEN_DOWN: "taken down",
    AccountState.PRIVATE: "private",
    AccountState.MOVED: "moved",
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY_S = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the sentences need beyond the finding itself."""

    changed: AccountState | None
    returned: Return | None
    shared: SharedSilence | None
    place_returned: bool  # the account did not return with its place
    counted_s: float | None  # heard silence
    n_signs: int
    history_days: float
    n_automated: int
    n_future: int
    deaf_collector: CollectorName | None
    deaf_since: datetime | None


def reasons_of(finding: Finding, known: Known) -> tuple[str, ...]:
    """The sentences, the most telling first."""
    return tuple(sentence for part in _PARTS for sentence in part(finding, known))


def _verdict(finding: Finding, known: Known) -> Iterator[str]:
    if finding.verdict is Verdict.ACCOUNT_CHANGED and known.changed is not None and finding.since is not None:
        yield f"The platform says that the account is {_STATES[known.changed]}, seen {_at(finding.since)}."
    if finding.verdict is Verdict.RETURNED and known.returned is not None:
        back = known.returned
        gone = "after being dark" if back.after is None else f"after the platform said {_STATES[back.after]}"
        away = _span((back.back_at - back.gone_at).total_seconds())
        yield f"Posted again {_at(back.back_at)} {gone}, {away} without a word; nobody has confirmed that it is them."
    if finding.verdict is Verdict.BLIND:
        yield _blind(known)
    if finding.verdict is Verdict.TOO_LITTLE_HISTORY:
        yield from _too_new(finding, known)
    if finding.verdict is Verdict.OUTAGE and known.shared is not None:
        yield from _outage(finding, known.shared)


def _waits(finding: Finding, known: Known) -> Iterator[str]:
    if finding.waits and known.shared is not None:
        shared = known.shared
        yield (
            f"Beyond its alarm of {_span(finding.alarm_after_s or 0.0)}, which waits: {shared.n_silent} of "
            f"{shared.n_usable} neighbours have been silent with it since {_at(from_micros(shared.begin_us))}. "
            "Looked at again when one of them speaks, after ten days at most."
        )


def _rhythm(finding: Finding, known: Known) -> Iterator[str]:
    if finding.silence_s is None:
        yield "Never heard of."
        return
    if finding.verdict is Verdict.TOO_LITTLE_HISTORY:
        return
    silent = _span(finding.silence_s)
    if finding.usual_gap_s is None or finding.longest_gap_90d_s is None or finding.expected_once_in_days is None:
        yield f"Now silent {silent}."
        return
    rhythm = (
        f"Posts about every {_span(finding.usual_gap_s)} while awake; "
        f"longest silence in 90 days {_span(finding.longest_gap_90d_s)}"
    )
    if finding.verdict in (Verdict.SPEAKING, Verdict.RETURNED):
        yield f"{rhythm}; last heard {silent} ago."
    else:
        heard = known.counted_s if known.counted_s is not None else finding.silence_s
        so_long = "a silence this long" if heard > 0.95 * finding.silence_s else f"{_span(heard)} of silence heard"
        once = _once_in(finding.expected_once_in_days)
        yield f"{rhythm}; now silent {silent}; {so_long} comes to this account {once}."


def _neighbours(finding: Finding, known: Known) -> Iterator[str]:
    if finding.verdict not in (Verdict.DARK, Verdict.QUIET, Verdict.TOO_LITTLE_HISTORY, Verdict.ACCOUNT_CHANGED):
        return
    if known.place_returned and known.shared is not None:
        begin, over = from_micros(known.shared.begin_us), from_micros(known.shared.over_us)
        yield (f"Its place fell silent together {_at(begin)} and returned {_at(over)}; it did not return with it.")
    if finding.waits:
        return
    if finding.neighbours.of < FEWEST_NEIGHBOURS:
        if finding.verdict in (Verdict.DARK, Verdict.TOO_LITTLE_HISTORY):
            yield "No neighbours to compare with: an outage can't be excluded."
    else:
        n, m = finding.neighbours.speaking, finding.neighbours.of
        yield f"{n} of {m} neighbours at {finding.place} have spoken since."


def _hearing(finding: Finding, known: Known) -> Iterator[str]:
    if finding.verdict in (Verdict.BLIND, Verdict.SPEAKING) or finding.silence_s is None:
        return
    shares = finding.coverage
    if shares.blind > 0.005:
        yield f"Nobody listened for {_percent(shares.blind)} of that time: it counts for nothing."
    if shares.degraded > 0.005:
        yield f"{_percent(shares.degraded)} of it was heard with gaps and counts for half."
    if shares.healthy > 0.995 and finding.verdict is Verdict.DARK:
        yield "It was heard well throughout."
    elif finding.verdict is Verdict.DARK and known.counted_s is not None:
        yield f"{_span(known.counted_s)} of silence count."


def _left_aside(_: Finding, known: Known) -> Iterator[str]:
    if known.n_automated:
        posts = (
            "1 post that a program made is"
            if known.n_automated == 1
            else f"{known.n_automated} posts that a program made are"
        )
        yield f"{posts} no sign of life and left aside."
    if known.n_future:
        posts = "1 post is" if known.n_future == 1 else f"{known.n_future} posts are"
        yield f"{posts} dated in the future and left aside: a wrong clock, theirs or ours."


_PARTS = (_verdict, _rhythm, _waits, _neighbours, _hearing, _left_aside)


def _blind(known: Known) -> str:
    if known.deaf_collector is None:
        return "No coverage is recorded for this account: nobody can say whether it was heard."
    if known.deaf_since is None:
        return f"{known.deaf_collector} does not hear it: its silence says nothing."
    return f"{known.deaf_collector} has not heard it since {_at(known.deaf_since)}: its silence says nothing."


def _too_new(finding: Finding, known: Known) -> Iterator[str]:
    signs = "1 sign of life" if known.n_signs == 1 else f"{known.n_signs} signs of life"
    yield f"Only {signs} over {_span(known.history_days * _DAY_S)}: too little for a rhythm."
    if finding.silence_s is not None and finding.alarm_after_s is not None:
        limit = _span(finding.alarm_after_s)
        beyond = "beyond" if finding.silence_s >= finding.alarm_after_s else "within"
        yield f"Silent {_span(finding.silence_s)}, {beyond} the plain limit of {limit} that stands in for one."


def _outage(finding: Finding, shared: SharedSilence) -> Iterator[str]:
    yield (
        f"{shared.n_silent} of {shared.n_usable} neighbours at {finding.place} fell silent with it, "
        f"since {_at(from_micros(shared.begin_us))}: longer than they would be by chance."
    )
    if shared.over_us != NEVER_US:
        returned = _at(from_micros(shared.over_us))
        yield f"The place returned {returned}; this account is given its usual silence to return."
    elif shared.back_us != NEVER_US:
        yield f"The first of them spoke again {_at(from_micros(shared.back_us))}; fewer than half have."


def _at(at: datetime) -> str:
    at = at.astimezone(UTC)
    return f"{at.day} {_MONTHS[at.month - 1]} {at:%H:%M} UTC"


def _span(seconds: float) -> str:
    """A length of time in words, as the board says it."""
    minutes = round(seconds / 60)
    if minutes < 100:
        return f"{max(minutes, 1)} minute{'' if minutes <= 1 else 's'}"
    hours = round(seconds / 3600)
    if hours < 48:
        return f"{hours} h"
    days, hours = divmod(hours, 24)
    return f"{days} days {hours} h" if days < 7 and hours else f"{days} days"


def _once_in(days: float) -> str:
    if days < 2 / 3:
        return f"about {round(1 / max(days, 1 / 24))} times a day"
    if days < 1.5:
        return "about once a day"
    for limit, unit, length in (
        (14, "days", 1.0),
        (60, "weeks", 7.0),
        (24 * 30.44, "months", 30.44),
        (RAREST_DAYS - 1, "years", 365.25),
    ):
        if days < limit:
            return f"about once in {round(days / length)} {unit}"
    return "less than once in 10 years"


def _percent(share: float) -> str:
    return f"{max(round(100 * share), 1)} %"

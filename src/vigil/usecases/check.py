"""Check: the verdicts of a case as of a moment, and the board they make.

Nothing is kept: the same case gives the same findings as of the same moment, on any machine.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from vigil.model.board import Board, Chance, arrange
from vigil.model.budget import checked_budget
from vigil.model.errors import InvalidInput
from vigil.model.fate import FateEntry, ProofOfLife
from vigil.model.instants import from_micros, rfc3339, to_micros
from vigil.model.verdict import Finding, Verdict
from vigil.usecases.check_accounts import Gathered, gather
from vigil.usecases.check_findings import LEAST_DAYS, LEAST_SIGNS, Judged, findings_of, judge
from vigil.usecases.check_returns import find_returns
from vigil.usecases.check_rhythms import Rhythms
from vigil.usecases.check_strips import deaf_ears, heard_over_24h, outages_of, strip_of
from vigil.usecases.check_words import HeldText, last_words_of, opened, unlike_of
from vigil.usecases.new_case import budget_of
from vigil.usecases.ports import CaseReader, CaseWriter
from vigil.watch.false_discovery import expected_by_chance, n_discoveries, p_value
from vigil.watch.last_words import RULES_VERSION

CALL_AFTER = timedelta(hours=24)

RULES = f"neighbours-1, {RULES_VERSION}"
"""Stored with every finding beside the rhythm model's version."""

JUDGED = frozenset({Verdict.DARK, Verdict.QUIET, Verdict.SPEAKING, Verdict.OUTAGE, Verdict.RETURNED})
"""Accounts whose silence could be judged."""

_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""No file's rows are older (docs/formats.md, "Times"), so before it there is nothing to say."""

_CLOCKS_APART = timedelta(minutes=5)
"""Clocks of several machines differ; less than this is no sign that one is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How a check is asked for. Everything here can change a finding."""

    as_of: datetime | None = None  # None: now
    budget_per_year: float | None = None  # for witnesses without one of their own; None: the case's
    call_after: timedelta = CALL_AFTER  # the plain limit for accounts too new for a rhythm
    least_signs: int = LEAST_SIGNS
    least_days: float = LEAST_DAYS
    false_discovery: float | None = None

    def __post_init__(self) -> None:
        """Refuse what no check can be made with.

        Raises:
            InvalidInput: A budget, limit or share is out of range.
        """
        if self.budget_per_year is not None:
            checked_budget(self.budget_per_year)
        if self.call_after <= timedelta():
            raise InvalidInput("--call-after: a length of time above 0, for example 24h")
        if self.false_discovery is not None and not 0 < self.false_discovery < 1:
            raise InvalidInput("--false-discovery: a share between 0 and 1, for example 0.2")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check found."""

    board: Board
    findings: tuple[Finding, ...]  # in the board's order
    notices: tuple[str, ...] = ()  # what is amiss with the case or the clock


def check(
    case: CaseReader, *, name: str, rhythms: Rhythms, now: datetime, asked: Asked | None = None, simulated: bool = False
) -> Checked:
    """Every watched account's verdict, and the board of the case.

    Args:
        case: The case.
        name: How the board calls it.
        rhythms: Reads rhythms.
        now: Our clock.
        asked: How it is asked for.
        simulated: Nobody in the case exists.
    Raises:
        InvalidInput: The moment is yet to come, or before anything that can be read.
    """
    asked = asked or Asked()
    as_of = asked.as_of or now
    if as_of > now:
        raise InvalidInput(f"--as-of {rfc3339(as_of)}: yet to come; this machine's clock says {rfc3339(now)}")
    if as_of < _EARLIEST:
        raise InvalidInput(f"--as-of {rfc3339(as_of)}: nothing is read from before {_EARLIEST.year}; ask from then on")
    budget, proofs = _budget(case, asked), case.proofs_of_life()
    gathered = gather(case, rhythms=rhythms, as_of=as_of, now=now, budget_per_year=budget)
    returns = find_returns(
        gathered,
        rhythms=rhythms,
        proofs=proofs,
        as_of=as_of,
        watched_from=case.info().created_at,
    )
    judged = judge(gathered.accounts, returns, as_of=as_of, least_signs=asked.least_signs, least_days=asked.least_days)
    model = f"{rhythms.version}, {RULES}"
    findings = findings_of(
        judged,
        as_of=as_of,
        call_after_s=asked.call_after.total_seconds(),
        model=model,
        last_words=[last_words_of(case, each) for each in judged],
        unlike=[unlike_of(case, each, as_of) for each in judged],
    )
    board = _board(
        case,
        judged,
        findings,
        proofs=proofs,
        asked=asked,
        budget=budget,
        as_of=as_of,
        name=name,
        model=model,
        simulated=simulated,
    )
    ordered = [account.finding for row in board.rows for account in row.accounts]
    return Checked(
        board=board, findings=tuple(ordered), notices=tuple(_notices(case, gathered, judged, as_of=as_of, now=now))
    )


def show_held(case: CaseWriter, checked: Checked, *, reason: str, by: str, now: datetime) -> tuple[HeldText, ...]:
    """The words of held last words, for a named person, who is logged before they see them.

    Raises:
        InvalidInput: No reason is given, or nobody is named.
    """
    if not reason.strip() or not by.strip():
        raise InvalidInput("--show-held: needs --reason and --by: what the author deleted is opened by a named person")
    held = [(finding, word) for finding in checked.findings for word in finding.last_words if word.held]
    case.log(
        "held_text_opened",
        at=now,
        by=by.strip(),
        detail={
            "reason": reason.strip(),
            "as_of": rfc3339(checked.board.as_of),
            "witnesses": ", ".join(sorted({finding.witness for finding, _ in held})),
            "posts": str(len({(finding.account, word.post) for finding, word in held})),
        },
    )
    return opened(case, held)


def _board(
    case: CaseReader,
    judged: Sequence[Judged],
    findings: Sequence[Finding],
    *,
    proofs: Sequence[ProofOfLife],
    asked: Asked,
    budget: float,
    as_of: datetime,
    name: str,
    model: str,
    simulated: bool,
) -> Board:
    strips = {each.one.account.account: strip_of(each, as_of) for each in judged}
    witnesses = {each.one.witness.name: each.one.witness for each in judged}
    rows = arrange(
        findings,
        strips=strips,
        fates=_known_by(case.fates(), as_of),
        proofs=proofs,
        bases={name: witness.basis for name, witness in witnesses.items()},
        notes={name: witness.note for name, witness in witnesses.items() if witness.note},
    )
    return Board(
        case=name,
        as_of=as_of,
        simulated=simulated,
        rows=rows,
        chance=_chance(judged, asked),
        heard_24h=heard_over_24h(judged, as_of),
        deaf=deaf_ears(judged, as_of),
        outages=outages_of(judged),
        budget_per_year=budget,
        model=model,
    )


def _budget(case: CaseReader, asked: Asked) -> float:
    """As asked for, else the case's own, else the default."""
    return budget_of(case) if asked.budget_per_year is None else asked.budget_per_year


def _known_by(entries: Sequence[FateEntry], as_of: datetime) -> list[FateEntry]:
    return [entry for entry in entries if entry.recorded_at <= as_of]


def _chance(judged: Sequence[Judged], asked: Asked) -> Chance:
    """How much of the board chance alone would give."""
    told = [each for each in judged if each.verdict in JUDGED]
    dark = [each for each in told if each.verdict is Verdict.DARK]
    n_kept = None
    if asked.false_discovery is not None:
        p_values = [p_value(each.one.reading, each.counted_s) for each in dark]
        n_kept = n_discoveries(p_values, len(told), asked.false_discovery)
    return Chance(
        n_judged=len(told),
        n_alarms=len(dark),
        n_expected=expected_by_chance([(each.one.reading, each.one.alarm_s) for each in told]),
        false_discovery=asked.false_discovery,
        n_kept=n_kept,
    )


def _notices(
    case: CaseReader, gathered: Gathered, judged: Sequence[Judged], *, as_of: datetime, now: datetime
) -> list[str]:
    """What is amiss with the case or the clock, in sentences."""
    said = []
    newest = max((file.imported_at for file in case.files()), default=None)
    if newest is not None and newest > now + _CLOCKS_APART:
        said.append(
            f"This machine's clock says {rfc3339(now)}, before the case's last import at {rfc3339(newest)}: "
            "if it went backwards, silences are measured too short."
        )
    n_future = sum(one.n_future for one in gathered.accounts)
    if n_future:
        posts = "1 post is" if n_future == 1 else f"{n_future:,} posts are"
        said.append(f"{posts} dated in the future and left aside: a wrong clock, theirs or ours.")
    return said + _mostly_blind(judged, to_micros(as_of))


def _mostly_blind(judged: Sequence[Judged], now_us: int) -> list[str]:
    """Where most accounts are blind: until when they were heard, and so which board would tell more."""
    blind = [each for each in judged if each.blind]
    ends_us = Counter(us for each in blind if (us := each.one.heard.deaf_since(now_us)[1]) is not None)
    if not ends_us or 2 * len(blind) <= len(judged):
        return []
    heard_until = rfc3339(from_micros(max(ends_us, key=lambda us: (ends_us[us], us))))  # most of them, else the latest
    accounts = f"{len(blind):,} of {len(judged):,} watched accounts are"
    if len(judged) == 1:
        accounts = "The one watched account is"
    ask = f"`--as-of {heard_until}` shows the board of that moment"
    since = "If somebody has listened since, `vigil coverage import` says so; `vigil listen` listens from now on."
    return [f"{accounts} blind, last heard until {heard_until}: {ask}. {since}"]

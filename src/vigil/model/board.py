"""The morning board: every watched witness on one row, most urgent first, and what the whole of it is worth.

The board is a value. publish/ puts it on a terminal, on a page or into JSON Lines; nothing is decided there.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from vigil.model.coverage import Hearing, Shares
from vigil.model.errors import InvalidInput
from vigil.model.fate import FateEntry, ProofOfLife, standing
from vigil.model.ids import CollectorName, PlaceName, WitnessName
from vigil.model.verdict import Finding, Grade, LastWord, Verdict
from vigil.model.witness import Account, Basis

BOARD_ORDER = (
    Verdict.ACCOUNT_CHANGED,
    Verdict.RETURNED,
    Verdict.DARK,
    Verdict.OUTAGE,
    Verdict.BLIND,
    Verdict.TOO_LITTLE_HISTORY,
    Verdict.QUIET,
    Verdict.SPEAKING,
)
"""From what cannot wait to what can. It is not the order in which verdicts are tried (verdict.Verdict)."""

_TO_ACT_ON = frozenset({Verdict.ACCOUNT_CHANGED, Verdict.RETURNED, Verdict.DARK})

SIX_HOURS_S = 6 * 3600
"""The step of a rhythm strip: 30 days are 120 bars, which still read on a telephone."""

_GRADES = (Grade.CRITICAL, Grade.SERIOUS, Grade.CONCERN)


class StripMark(StrEnum):
    """What a stretch of a rhythm strip is marked as."""

    SILENCE = "silence"
    OUTAGE = "outage"
    BLIND = "blind"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedSpan:
    """A stretch of time marked on a strip."""

    mark: StripMark
    begin: datetime
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Signs of life counted over equal steps, oldest first, with what explains the gaps among them.

    Attributes:
        begin: When the first step begins.
        counts: Signs of life heard in each step. Under a `blind` mark a 0 means nothing was heard, not nothing said.
        step_s: The length of a step.
        marks: Stretches to mark; they may reach beyond the strip on either side.
    """

    begin: datetime
    counts: tuple[int, ...]
    step_s: int = SIX_HOURS_S
    marks: tuple[MarkedSpan, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a strip nobody could draw.

        Raises:
            InvalidInput: A count is negative, or a step takes no time.
        """
        if self.step_s <= 0 or any(count < 0 for count in self.counts):
            raise InvalidInput("strip: steps take time, and counts are not negative")

    @property
    def end(self) -> datetime:
        """When the last step ends."""
        return self.begin + timedelta(seconds=self.step_s * len(self.counts))


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """One account on the board: its finding, and its last weeks at a glance."""

    finding: Finding
    strip: Strip | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessRow:
    """One witness on the board, with the accounts beneath, most urgent first, at least one."""

    witness: WitnessName
    verdict: Verdict
    accounts: tuple[AccountRow, ...]
    fates: tuple[FateEntry, ...] = ()  # the register's entries that stand, oldest first
    spoken_to: ProofOfLife | None = None  # the newest proof of life, where it is newer than any sign of life
    basis: Basis = Basis.UNSTATED
    note: str | None = None  # do no harm: what to mind before anyone acts

    @property
    def lead(self) -> AccountRow:
        """The account the row speaks of: the first whose verdict is the witness's."""
        return next((row for row in self.accounts if row.finding.verdict is self.verdict), self.accounts[0])

    @property
    def place(self) -> PlaceName | None:
        """Where the lead account is."""
        return self.lead.finding.place

    @property
    def silence_s(self) -> float | None:
        """Time since the last sign of life; None where there never was one.

        On any account; where the row is there for a change or return of one account, on that account.
        """
        if self.verdict in (Verdict.ACCOUNT_CHANGED, Verdict.RETURNED):
            return self.lead.finding.silence_s
        return min((s for row in self.accounts if (s := row.finding.silence_s) is not None), default=None)

    @property
    def speaking_elsewhere(self) -> Finding | None:
        """The account last heard of those that still speak, where the row is there for one that does not."""
        if self.verdict in (Verdict.SPEAKING, Verdict.QUIET):
            return None
        speaking = (row.finding for row in self.accounts if row.finding.verdict is Verdict.SPEAKING)
        return min(speaking, key=lambda finding: finding.silence_s or 0.0, default=None)

    @property
    def last_words(self) -> tuple[LastWord, ...]:
        """The hits of all accounts, gravest first, then latest."""
        words = {word: None for row in self.accounts for word in row.finding.last_words}
        return tuple(sorted(words, key=lambda word: (_GRADES.index(word.grade), -word.published_at.timestamp())))

    @property
    def grade(self) -> Grade | None:
        """The gravest grade of the last words; None where no rule hit."""
        return self.last_words[0].grade if self.last_words else None

    @property
    def fate(self) -> FateEntry | None:
        """The newest entry of the register."""
        return self.fates[-1] if self.fates else None

    @property
    def waits(self) -> bool:
        """Past its alarm, which waits because its neighbours are silent with it."""
        return self.lead.finding.waits

    @property
    def to_act_on(self) -> bool:
        """Whether someone has to act on it, or to know why not yet: such a row carries its reasons in full."""
        return self.verdict in _TO_ACT_ON or self.past_plain_limit or self.waits

    @property
    def past_plain_limit(self) -> bool:
        """Too new for a rhythm, and silent beyond the plain limit that stands in for one."""
        finding = self.lead.finding
        return (
            self.verdict is Verdict.TOO_LITTLE_HISTORY
            and finding.silence_s is not None
            and finding.alarm_after_s is not None
            and finding.silence_s >= finding.alarm_after_s
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """How much of tonight's board chance alone would give.

    Attributes:
        n_judged: Accounts whose silence could be judged at all.
        n_alarms: How many of them read `dark`.
        n_expected: How many would read `dark` tonight if all of them were well.
        false_discovery: The share of chance among alarms that is asked for, for example 0.1; None: not asked.
        n_kept: How many alarms, the rarest first, keep chance within that share; None with `false_discovery`.
    """

    n_judged: int
    n_alarms: int
    n_expected: float
    false_discovery: float | None = None
    n_kept: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ear:
    """A collector that hears less than well at the moment of the board."""

    collector: CollectorName
    hearing: Hearing
    since: datetime | None  # None: it was never heard well
    n_accounts: int  # watched accounts that nobody else hears better


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """A place that fell silent together, at the moment of the board."""

    place: PlaceName
    since: datetime
    n_silent: int
    n_accounts: int  # usable neighbours of the place, the silent ones among them
    signal: str | None = None  # a network signal that says so too


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Everything a desk sees of one case as of one moment."""

    case: str
    as_of: datetime
    simulated: bool
    rows: tuple[WitnessRow, ...]  # as `arrange` orders them
    chance: Chance
    heard_24h: Shares  # how well the watched accounts were heard over the last 24 h, taken together
    deaf: tuple[Ear, ...] = ()
    outages: tuple[Outage, ...] = ()
    budget_per_year: float | None = None  # the case's own; a witness may have another
    model: str = ""

    def counts(self) -> dict[Verdict, int]:
        """How many witnesses have each verdict, in the board's order, zeros included."""
        return {verdict: sum(row.verdict is verdict for row in self.rows) for verdict in BOARD_ORDER}

    def rows_of(self, verdict: Verdict) -> tuple[WitnessRow, ...]:
        """The rows of one verdict, in order."""
        return tuple(row for row in self.rows if row.verdict is verdict)


def arrange(
    findings: Iterable[Finding],
    *,
    strips: Mapping[Account, Strip] | None = None,
    fates: Iterable[FateEntry] = (),
    proofs: Iterable[ProofOfLife] = (),
    bases: Mapping[WitnessName, Basis] | None = None,
    notes: Mapping[WitnessName, str] | None = None,
) -> tuple[WitnessRow, ...]:
    """A row a witness, most urgent first.

    Among the dark the gravest last words come first, then the rarest silence; a witness too new for a rhythm but
    beyond the plain limit stands with the dark; those in an outage stand by place; of the quiet, those whose alarm
    waits come first; the rest by silence.

    Args:
        findings: One an account.
        strips: The rhythm strip of each account that has one.
        fates: The register's entries in the order recorded; those withdrawn are left out here.
        proofs: Proofs of life in the order recorded.
        bases: Why each witness may be watched.
        notes: What to mind before anyone acts on a witness.
    """
    strips, bases, notes = strips or {}, bases or {}, notes or {}
    accounts: dict[WitnessName, list[AccountRow]] = defaultdict(list)
    for finding in findings:
        accounts[finding.witness].append(AccountRow(finding=finding, strip=strips.get(finding.account)))
    entries: dict[WitnessName, list[FateEntry]] = defaultdict(list)
    for entry in fates:
        entries[entry.witness].append(entry)
    newest: dict[WitnessName, ProofOfLife] = {}
    for proof in proofs:
        before = newest.get(proof.witness)
        if before is None or proof.confirmed_until >= before.confirmed_until:
            newest[proof.witness] = proof
    rows = (
        WitnessRow(
            witness=witness,
            verdict=beneath[0].finding.witness_verdict,
            accounts=tuple(sorted(beneath, key=_account_urgency)),
            fates=standing(entries[witness]),
            spoken_to=_if_newer(newest.get(witness), beneath),
            basis=bases.get(witness, Basis.UNSTATED),
            note=notes.get(witness),
        )
        for witness, beneath in accounts.items()
    )
    return tuple(sorted(rows, key=_urgency))


def _if_newer(proof: ProofOfLife | None, beneath: Iterable[AccountRow]) -> ProofOfLife | None:
    """A proof of life of a time from which no account says anything; none from after the board's moment."""
    findings = [row.finding for row in beneath]
    if proof is None or any(proof.confirmed_until > finding.as_of for finding in findings):
        return None
    heard = max((finding.last_post_at for finding in findings if finding.last_post_at is not None), default=None)
    return proof if heard is None or proof.confirmed_until > heard else None


def _account_urgency(row: AccountRow) -> tuple[int, str, str]:
    finding = row.finding
    return BOARD_ORDER.index(finding.verdict), finding.account.platform, finding.account.id


def _urgency(row: WitnessRow) -> tuple[int, str, bool, int, float, float, str]:
    standing = Verdict.DARK if row.past_plain_limit else row.verdict
    grouped_by = (row.place or "") if row.verdict in (Verdict.OUTAGE, Verdict.BLIND) else ""
    gravity = _GRADES.index(row.grade) if row.grade else len(_GRADES)
    rarity_days = row.lead.finding.expected_once_in_days or 0.0
    silence_s = row.silence_s if row.silence_s is not None else math.inf
    return BOARD_ORDER.index(standing), grouped_by, not row.waits, gravity, -rarity_days, -silence_s, row.witness

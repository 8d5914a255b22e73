"""What Vigil says of a silence, and what it rests on."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from vigil.model.coverage import Shares
from vigil.model.ids import PlaceName, WitnessName
from vigil.model.witness import Account


class Verdict(StrEnum):
    """For one account, as of a moment, exactly one: the first that holds, in this order."""

    ACCOUNT_CHANGED = "account_changed"
    RETURNED = "returned"
    BLIND = "blind"
    TOO_LITTLE_HISTORY = "too_little_history"
    OUTAGE = "outage"
    DARK = "dark"
    QUIET = "quiet"
    SPEAKING = "speaking"


class Danger(StrEnum):
    """What danger last words speak of, gravest first."""

    FAREWELL = "farewell"
    THREAT_TO_LIFE = "threat_to_life"
    CAPTURE = "capture"
    INJURY = "injury"
    CALL_FOR_HELP = "call_for_help"
    GIVING_UP_HOPE = "giving_up_hope"


class Grade(StrEnum):
    """How grave last words are. It ranks the board among the dark; it never decides a verdict."""

    CRITICAL = "critical"
    SERIOUS = "serious"
    CONCERN = "concern"


@dataclass(frozen=True, slots=True, kw_only=True)
class LastWord:
    """One hit of one rule in one of the last posts."""

    post: str  # the platform's id of the post, or our row's where it has none
    published_at: datetime
    danger: Danger
    grade: Grade
    rule: str  # the rule's name, as in docs/last-words.md
    span: tuple[int, int]  # [begin, end) in Unicode code points of the post's text
    held: bool  # the author deleted it: its text is not shown
    text: str | None = None  # the words at the span; None where held


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """How many usable neighbours are speaking, of how many. With `of` < 3, an outage can't be excluded."""

    speaking: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What Vigil says of one account as of one moment, with everything it rests on."""

    account: Account
    handle: str | None
    witness: WitnessName
    place: PlaceName | None
    verdict: Verdict
    witness_verdict: Verdict
    as_of: datetime
    last_post_at: datetime | None  # the last sign of life
    silence_s: float | None
    expected_once_in_days: float | None  # a silence this long comes about once in so many days, for this account
    budget_per_year: float
    neighbours: Neighbours
    coverage: Shares
    last_words: tuple[LastWord, ...] = ()
    since: datetime | None = None  # when the silence, outage, change or return is dated from
    reasons: tuple[str, ...] = ()
    model: str = ""
    alarm_after_s: float | None = None  # the silence at which this account is called dark; None: not within a year
    usual_gap_s: float | None = None  # median gap while awake
    longest_gap_90d_s: float | None = None
    waits: bool = False  # past its alarm, which waits because its neighbours fell silent with it
    unlike_before: tuple[str, ...] = field(default=())  # with `returned`: what differs from before the silence

"""How well a stream hears: what it was asked to keep in mind of every message, and the pulse that comes of it.

Instants are our clock's, in UTC; durations come from a clock that never jumps. Neither is read here.
"""

from collections import deque
from dataclasses import dataclass
from datetime import datetime

from vigil.model.coverage import Hearing
from vigil.model.heard import Cursor, Deafness, Pulse
from vigil.model.ids import CollectorName, Platform

CATCHING_UP_S = 60.0
"""An event older than this when it comes is the past being replayed. Our choice: clocks differ by seconds."""

USUAL_AFTER_S = 60.0
"""How long a stream must have been heard before its usual rate is known."""

USUAL_HALF_LIFE_S = 1800.0
"""The usual rate follows the time of day: half of it is from the last half hour."""

FELL_BELOW = 0.1
"""Less than a tenth of the usual rate over `RATE_OVER_S` is more than an evening's ebb. Our choice."""

RATE_OVER_S = 60.0

LEAST_USUAL_PER_S = 1.0
"""Below one event a second a quiet minute is nothing unusual, and the rate says nothing."""

_DEGRADED = frozenset({Deafness.CATCHING_UP, Deafness.RATE_FELL})


@dataclass(slots=True)
class _Stretch:
    length_s: float
    n_events: int


class Vitals:
    """What a stream has heard, and whether it hears now."""

    def __init__(self, collector: CollectorName, platform: Platform, unbroken_since: datetime | None) -> None:
        """A stream that has not connected yet; `unbroken_since` is where its cursor goes on from."""
        self.why: Deafness | None = Deafness.CONNECTING
        self.retry_at: datetime | None = None
        self.n_malformed = 0
        self.n_repeated = 0
        self.heard_until = unbroken_since
        self._collector, self._platform = collector, platform
        self._unbroken_since = unbroken_since
        self._n_events = 0
        self._lag_s: float | None = None
        self._usual: float | None = None
        self._learnt_s = 0.0
        self._recent: deque[_Stretch] = deque()
        self._rate = 0.0

    def event(self, received_at: datetime, said_at: datetime | None) -> None:
        """A message came. `said_at` is when the platform says that it happened; None: it does not say."""
        self._n_events += 1
        until = received_at
        if said_at is not None:
            self._lag_s = (received_at - said_at).total_seconds()
            if self._lag_s > CATCHING_UP_S:
                until = said_at
        self._heard(until)
        if until is not received_at:
            self.why = Deafness.CATCHING_UP
        elif self.why is not Deafness.RATE_FELL:
            self.why = None
        self.retry_at = None

    def proved(self, at: datetime) -> None:
        """It was shown that nobody spoke, and that we would have heard it."""
        self._heard(at)
        self.why, self.retry_at = None, None

    def deaf(self, why: Deafness, retry_at: datetime | None = None) -> None:
        """It does not hear from here on."""
        self.why, self.retry_at = why, retry_at

    def broken(self, until: datetime) -> None:
        """Something of every account was lost before this instant."""
        self._unbroken_since = until
        self.heard_until = max(until, self.heard_until) if self.heard_until else until

    def beat(self, at: datetime, *, over_s: float, cursor: Cursor | None) -> Pulse:
        """The pulse as of now, `over_s` seconds after the one before."""
        self._weigh(over_s)
        pulse = Pulse(
            collector=self._collector,
            platform=self._platform,
            at=at,
            hearing=self._hearing(),
            why=self.why,
            unbroken_since=self._unbroken_since,
            heard_until=self.heard_until,
            n_events=self._n_events,
            rate_per_s=self._rate,
            usual_rate_per_s=self.usual_rate_per_s,
            lag_s=self._lag_s,
            n_malformed=self.n_malformed,
            n_repeated=self.n_repeated,
            cursor=cursor,
            retry_at=self.retry_at,
        )
        self._n_events = 0
        return pulse

    @property
    def usual_rate_per_s(self) -> float | None:
        """How many events a second are usual, or None: it has not heard long enough to say."""
        return self._usual if self._learnt_s >= USUAL_AFTER_S else None

    def _heard(self, until: datetime) -> None:
        if self._unbroken_since is None:
            self._unbroken_since = until
        self.heard_until = max(until, self.heard_until) if self.heard_until else until

    def _hearing(self) -> Hearing:
        if self.why is None:
            return Hearing.HEALTHY
        return Hearing.DEGRADED if self.why in _DEGRADED else Hearing.BLIND

    def _weigh(self, over_s: float) -> None:
        """Compare the last minute with what is usual, and learn from it if the stream hears well."""
        if over_s <= 0:
            return
        self._recent.append(_Stretch(over_s, self._n_events))
        while sum(each.length_s for each in self._recent) - self._recent[0].length_s >= RATE_OVER_S:
            self._recent.popleft()
        length_s = sum(each.length_s for each in self._recent)
        self._rate = sum(each.n_events for each in self._recent) / length_s
        usual = self.usual_rate_per_s
        fell = usual is not None and usual >= LEAST_USUAL_PER_S and self._rate < FELL_BELOW * usual
        if self.why is None and fell and length_s >= RATE_OVER_S:
            self.why = Deafness.RATE_FELL
        elif self.why is Deafness.RATE_FELL and not fell:
            self.why = None
        if self.why is None:
            rate = self._n_events / over_s
            # Until the half-life has passed, the plain average: no stretch may weigh more than it lasted.
            weight = max(over_s / (self._learnt_s + over_s), 1 - 0.5 ** (over_s / USUAL_HALF_LIFE_S))
            self._usual = rate if self._usual is None else self._usual + weight * (rate - self._usual)
            self._learnt_s += over_s

"""What a live collector's pulses, gaps and fillings say of when it heard: the stretches that become coverage.

A stretch, once written, is written over by what is known better later: blind until the platform replays the time,
degraded where its archive filled it. docs/listening.md has the rules as a table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from vigil.model.coverage import Hearing
from vigil.model.heard import Filled, Gap, Heard, Manifest, Pulse
from vigil.model.witness import Account

BRIEF = timedelta(minutes=3)
"""An interruption that the platform replayed whole is no harm if it was no longer than this; else what it brought is
called degraded, on the careful side. As long as going deaf may take to show."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FOREVER = datetime(9999, 12, 31, tzinfo=UTC)

CLOCK = "clock_set_back"
FILLED = "filled"
REPLAYED = "replayed"
NOT_LISTENED_FOR = "not_listened_for"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """From `begin` to `end` a collector heard so, of one account or, without one, of all.

    Attributes:
        hearing: None takes back what was said of the time.
        why: What shows it, where it was not simply heard.
        fills: Only where it was not heard: what was heard stays.
        lowers: Only where it was heard well: what was not heard stays so.
    """

    account: Account | None
    begin: datetime
    end: datetime
    hearing: Hearing | None
    why: str | None = None
    fills: bool = False
    lowers: bool = False


@dataclass(slots=True)
class _Ear:
    """What is known of one scope: one account, or all."""

    until: datetime | None = None  # heard to here
    since: datetime | None = None  # nothing missing from here on
    first_at: datetime | None = None  # of the first pulse of this session
    deaf: bool = True  # until it is heard for the first time in this session


class PulseBook:
    """Keeps what the pulses of one collector come to."""

    def __init__(
        self,
        manifest: Manifest,
        *,
        until: datetime | None = None,
        of_accounts: Mapping[Account, datetime] | None = None,
    ) -> None:
        """A session begins; `until` is to when an earlier one heard, as a whole and of each account."""
        self._asks_each = manifest.asks_each
        self._all = _Ear(until=until)
        self._ears = {account: _Ear(until=at) for account, at in (of_accounts or {}).items()}
        self._joined: dict[Account, datetime] = {}
        self._earliest: dict[Account, datetime] = {}

    def heard_until(self, account: Account | None = None) -> datetime | None:
        """To when it was heard: of an account that is asked for in turn, or of all."""
        ear = self._all if account is None else self._ears.get(account)
        return None if ear is None else ear.until

    def joined(self, account: Account, at: datetime, *, again: bool) -> list[Stretch]:
        """An account is listened for from now on. `again`: it was once before, and what was heard then stays."""
        self._joined[account] = at
        if self._asks_each:
            return []
        said = [Stretch(account=account, begin=at, end=FOREVER, hearing=None)]
        if not again:
            said.append(
                Stretch(account=account, begin=EPOCH, end=at, hearing=Hearing.BLIND, why=NOT_LISTENED_FOR),
            )
        return said

    def left(self, account: Account, at: datetime) -> list[Stretch]:
        """An account is not listened for any more."""
        self._ears.pop(account, None)
        if self._asks_each:
            return []
        return [Stretch(account=account, begin=at, end=FOREVER, hearing=Hearing.BLIND, why=NOT_LISTENED_FOR)]

    def interrupted(self) -> None:
        """The collector broke off: what it brings next was not heard as it happened."""
        for ear in (self._all, *self._ears.values()):
            ear.deaf = True

    def take(self, item: Heard | Gap | Filled | Pulse) -> list[Stretch]:
        """What an item says of our hearing, in the order in which it is to be written."""
        match item:
            case Heard():
                self._note(item)
                return []
            case Gap():
                return self._gap(item)
            case Filled():
                return self._filled(item)
            case Pulse(account=None):
                return self._of_all(item)
            case Pulse():
                return self._of_one(item)

    def _note(self, heard: Heard) -> None:
        """Remember how far back the archive went."""
        if heard.backfilled:
            for seen in heard.observations:
                account = Account(seen.platform, seen.account)
                self._earliest[account] = min(seen.published_at, self._earliest.get(account, seen.published_at))

    def _of_all(self, pulse: Pulse) -> list[Stretch]:
        if self._asks_each:  # it says only when nobody was heard; that somebody was, each account's own pulse says
            return self._deaf(self._all, pulse) if pulse.hearing is Hearing.BLIND else self._awake(self._all, pulse)
        return self._pulse(self._all, pulse)

    def _of_one(self, pulse: Pulse) -> list[Stretch]:
        assert pulse.account is not None  # noqa: S101 - `take` has looked
        ear = self._ears.setdefault(pulse.account, _Ear())
        if self._asks_each:
            return self._pulse(ear, pulse)
        if pulse.hearing is Hearing.HEALTHY:  # what hears it is the stream: an open doubt is closed, no more
            ear.until = pulse.heard_until or pulse.at
            return [Stretch(account=pulse.account, begin=pulse.at, end=FOREVER, hearing=None)]
        begin = ear.until or pulse.heard_until or self._joined.get(pulse.account) or self._all.since or pulse.at
        if pulse.hearing is Hearing.DEGRADED:  # the stream goes on; should it fall deaf, this must not hide it
            return [
                Stretch(
                    account=pulse.account, begin=begin, end=pulse.at, hearing=pulse.hearing, why=pulse.why, lowers=True
                )
            ]
        return [Stretch(account=pulse.account, begin=begin, end=FOREVER, hearing=pulse.hearing, why=pulse.why)]

    def _pulse(self, ear: _Ear, pulse: Pulse) -> list[Stretch]:
        said = self._clock_set_back(ear, pulse)
        said += self._advanced(ear, pulse)
        if pulse.hearing is Hearing.BLIND:
            return said + self._deaf(ear, pulse)
        self._awake(ear, pulse)
        return said

    def _clock_set_back(self, ear: _Ear, pulse: Pulse) -> list[Stretch]:
        """What was said of a time that is yet to come is taken back: our clock was ahead, or is behind now."""
        if ear.until is None or ear.until <= pulse.at:
            return []
        ahead, ear.until, ear.deaf = ear.until, pulse.at, True
        return [Stretch(account=pulse.account, begin=pulse.at, end=ahead, hearing=Hearing.BLIND, why=CLOCK)]

    def _advanced(self, ear: _Ear, pulse: Pulse) -> list[Stretch]:
        """The time between two pulses, so far as it was heard."""
        since, until = pulse.unbroken_since, pulse.heard_until
        before = ear.until
        if since is None or until is None:
            return []
        if until > pulse.at:  # dated by a clock that has been set back since
            if pulse.hearing is not Hearing.HEALTHY:
                return []
            until = pulse.at
        ear.since = since
        ear.until = until if before is None else max(until, before)
        begin = since if before is None else max(since, before)
        if begin >= until:
            return []
        if pulse.hearing is Hearing.DEGRADED:
            return [
                Stretch(account=pulse.account, begin=begin, end=until, hearing=Hearing.DEGRADED, why=pulse.why),
            ]
        if ear.deaf and before is not None and pulse.at - before > BRIEF:
            return [
                Stretch(account=pulse.account, begin=begin, end=until, hearing=Hearing.DEGRADED, why=REPLAYED),
            ]
        return [Stretch(account=pulse.account, begin=begin, end=until, hearing=Hearing.HEALTHY)]

    def _deaf(self, ear: _Ear, pulse: Pulse) -> list[Stretch]:
        ear.deaf = True
        ear.first_at = ear.first_at or pulse.at
        begin = ear.until or pulse.heard_until or ear.first_at
        if self._asks_each and pulse.account is None:
            begin = min(pulse.heard_until or ear.first_at, pulse.at)
        if begin >= pulse.at:
            return []
        return [
            Stretch(account=pulse.account, begin=begin, end=pulse.at, hearing=Hearing.BLIND, why=pulse.why),
        ]

    def _awake(self, ear: _Ear, pulse: Pulse) -> list[Stretch]:
        ear.first_at = ear.first_at or pulse.at
        ear.deaf = False
        if self._asks_each and pulse.account is None and pulse.heard_until is not None:
            ear.until = pulse.heard_until
        return []

    def _gap(self, gap: Gap) -> list[Stretch]:
        if gap.account is None:
            begin, end = gap.begin or self._all.until, gap.end or self._all.until
            if begin is None or end is None or begin >= end:
                return []
            return [Stretch(account=None, begin=begin, end=end, hearing=Hearing.BLIND, why=gap.why)]
        begin = gap.begin or self._joined.get(gap.account) or self._all.since or EPOCH
        end = gap.end or FOREVER
        if begin >= end:
            return []
        return [Stretch(account=gap.account, begin=begin, end=end, hearing=Hearing.BLIND, why=gap.why)]

    def _filled(self, filled: Filled) -> list[Stretch]:
        account = filled.account
        begin = filled.begin
        if begin is None:
            begin = filled.end if account is None else self._earliest.get(account, filled.end)
        said = []
        if begin < filled.end:
            said.append(
                Stretch(account=account, begin=begin, end=filled.end, hearing=Hearing.DEGRADED, why=FILLED, fills=True)
            )
        if account is not None and not self._asks_each:
            said.append(Stretch(account=account, begin=filled.end, end=FOREVER, hearing=None))
        return said


def reason(stretch: Stretch) -> str | None:
    """Why a stretch is what it is, for `CoverageSpan.shown_by`."""
    return None if stretch.why is None else str(stretch.why)

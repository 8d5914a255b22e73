"""From pulses to verdicts: nobody is dark on a time that was not heard, and what was withheld is given afterwards."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from listened import ROUNDS, STREAM
from watched_cases import DAY, HOUR, NOW, T0, CaseOf, X, account, person, rows

from vigil.model.coverage import Hearing
from vigil.model.heard import Deafness, Filled, Gap, Missing, Pulse
from vigil.model.ids import CollectorName
from vigil.model.verdict import Verdict
from vigil.store.memory import memory_case
from vigil.usecases.listening.keeping import SourceKeeper

EAR = CollectorName("stream")
SILENT_FROM = NOW - 10 * DAY


class Heard:
    """A case whose only ear is a live stream, told hour by hour how it hears."""

    def __init__(self, manifest=STREAM):
        self.of = CaseOf().say(rows("a0", person(0, until=SILENT_FROM))).watch("a0")
        self.at = T0
        self.since = T0
        self.keeper = SourceKeeper(EAR, manifest, self.of.case, version="test", clock=lambda: self.at)
        self.keeper.begin()
        self.keeper.watch([watched for _, watched in self.of.case.watchlist().accounts()])
        self.heard_until = T0

    def give(self, *items):
        batch = self.keeper.taken(items)
        with self.of.case.transaction():
            self.keeper.write(batch)
        self.keeper.done(batch)

    def pulse(self, at, hearing=Hearing.HEALTHY, why=None, whose=None):
        self.at = at
        if hearing is not Hearing.BLIND:
            self.heard_until = at
        self.give(
            Pulse(
                collector=EAR,
                platform=X,
                at=at,
                hearing=hearing,
                why=why,
                unbroken_since=self.since,
                heard_until=self.heard_until,
                account=whose,
            )
        )

    def well(self, until, **said):
        while self.at < until:
            self.pulse(min(self.at + HOUR, until), **said)
        return self

    def deaf(self, until):
        return self.well(until, hearing=Hearing.BLIND, why=Deafness.CLOSED)

    def verdict(self, now=NOW):
        return self.of.found("a0", as_of=now, now=now) if now != NOW else self.of.found("a0")


def test_heard_silence_is_dark():
    """Ten days of it, by somebody who posts every hour."""
    assert Heard().well(NOW).verdict().verdict is Verdict.DARK


def test_while_the_stream_is_deaf_nobody_is_dark():
    """It went deaf before they fell silent: their silence says nothing. Nor when it died without a word."""
    assert Heard().well(SILENT_FROM - HOUR).deaf(NOW).verdict().verdict is Verdict.BLIND
    assert Heard().well(SILENT_FROM - HOUR).verdict().verdict is Verdict.BLIND


def test_when_hearing_returns_what_was_withheld_is_given():
    """The platform replays the deaf days: they count for half, and the verdict is there."""
    heard = Heard().well(SILENT_FROM - HOUR).deaf(NOW - HOUR)
    assert heard.verdict(NOW - HOUR).verdict is Verdict.BLIND
    found = heard.well(NOW).verdict()
    assert found.verdict is Verdict.DARK
    assert found.coverage.degraded > 0.9


def test_days_that_the_platform_did_not_replay_count_for_nothing():
    """Until the account's archive fills them; then for half."""
    lost = Gap(collector=EAR, why=Missing.CURSOR_TOO_OLD, begin=SILENT_FROM - HOUR, end=NOW - HOUR)
    heard = Heard().well(SILENT_FROM - HOUR).deaf(NOW - HOUR)
    heard.give(lost)
    heard.since = NOW - HOUR
    assert heard.well(NOW).verdict().verdict is not Verdict.DARK
    heard.give(Filled(collector=EAR, begin=lost.begin, end=lost.end, account=account("a0")))
    assert heard.verdict().verdict is Verdict.DARK


def test_an_account_the_stream_left_out_is_not_dark():
    """A probe found it: the stream was healthy, and did not hear this one."""
    heard = Heard().well(SILENT_FROM - HOUR)
    heard.pulse(SILENT_FROM - HOUR, whose=account("a0"))
    heard.well(NOW - HOUR)
    heard.give(
        Pulse(
            collector=EAR,
            platform=X,
            at=NOW - HOUR,
            hearing=Hearing.BLIND,
            why=Deafness.BEHIND,
            unbroken_since=T0,
            heard_until=SILENT_FROM - HOUR,
            account=account("a0"),
        )
    )
    assert heard.well(NOW).verdict().verdict is Verdict.BLIND


def test_an_account_asked_for_in_turn_is_judged_between_two_turns():
    """For half an hour after its last one, and not for longer."""
    heard = Heard(ROUNDS)
    heard.well(NOW - timedelta(minutes=20), whose=account("a0"))
    assert heard.verdict().verdict is Verdict.DARK
    late = Heard(ROUNDS)
    late.well(NOW - timedelta(minutes=40), whose=account("a0"))
    assert late.verdict().verdict is Verdict.BLIND


STEP = timedelta(minutes=1)
WENT = st.lists(st.tuples(st.sampled_from(["well", "deaf", "replayed", "lost"]), st.integers(1, 12)), max_size=12)


@given(WENT)
@settings(max_examples=80, deadline=None)
def test_no_minute_is_called_heard_that_was_not(went):
    """Whatever a stream goes through: a record of what really was heard, against what coverage claims."""
    case = memory_case()
    clock = [T0]
    keeper = SourceKeeper(EAR, STREAM, case, version="test", clock=lambda: clock[0])
    keeper.begin()
    really: list[bool] = []
    since, until = T0, T0

    def give(*items):
        batch = keeper.taken(items)
        with case.transaction():
            keeper.write(batch)
        keeper.done(batch)

    def pulse(hearing, why=None):
        give(
            Pulse(
                collector=EAR,
                platform=X,
                at=clock[0],
                hearing=hearing,
                why=why,
                unbroken_since=since,
                heard_until=until,
            )
        )

    pulse(Hearing.HEALTHY)
    for what, minutes in went:
        if what in {"replayed", "lost"}:
            if what == "replayed":  # all that the platform still has is given again
                lost_until = int((since - T0) / STEP)
                really[lost_until:] = [True] * (len(really) - lost_until)
            else:
                give(Gap(collector=EAR, why=Missing.CURSOR_TOO_OLD, begin=until, end=clock[0]))
                since = clock[0]
            until = clock[0]
        for _ in range(minutes):
            clock[0] += STEP
            heard = what != "deaf"
            really.append(heard)
            if heard and until < clock[0] - STEP:  # it was deaf, and goes on without a word: nothing was replayed
                give(Gap(collector=EAR, why=Missing.CURSOR_UNKNOWN, begin=until, end=clock[0] - STEP))
                since = clock[0] - STEP
            until = clock[0] if heard else until
            pulse(Hearing.HEALTHY if heard else Hearing.BLIND, None if heard else Deafness.CLOSED)
    claimed = [False] * len(really)
    for span in case.coverage(until=clock[0] + DAY):
        if span.hearing is not Hearing.BLIND:
            begin, end = int((span.begin - T0) / STEP), int((span.end - T0) / STEP)
            claimed[begin:end] = [True] * (end - begin)
    assert [n for n, (said, was) in enumerate(zip(claimed, really, strict=True)) if said and not was] == []
    assert sum(claimed) >= sum(really) - 1

"""Accounts asked for in turn: fairly, patiently, and with a word of each on whether it was heard."""

import asyncio
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from vigil.model.coverage import Hearing
from vigil.model.errors import Malformed
from vigil.model.heard import Deafness, Filled, Gap, Heard, Missing, Pulse
from vigil.model.ids import AccountId, CollectorName, Platform
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.live.rounds import Rounds, RoundSettings, Unanswered

EAR, X = CollectorName("ear"), Platform("x")
QUICK = RoundSettings(every_s=0.3, least_apart_s=0.0, pulse_every_s=0.05, first_wait_s=0.05)

SLOW = RoundSettings(every_s=30.0, least_apart_s=0.0, pulse_every_s=0.05, first_wait_s=0.05)


def watched(name):
    return WatchedAccount(account=Account(X, AccountId(name)))


def now():
    return datetime.now(UTC)


class Scripted:
    """Answers as told: nothing new, unless something is said of an account."""

    collector, platform = EAR, X

    def __init__(self):
        self.n_malformed, self.n_repeated = 0, 0
        self.asked = []
        self.says = {}  # by account: what its next askings do
        self.takes_s = 0.0

    async def ask(self, watched):
        name = watched.account.id
        self.asked.append((name, asyncio.get_running_loop().time()))
        await asyncio.sleep(self.takes_s)
        steps = self.says.get(name, [])
        for item in steps.pop(0) if steps else ():
            if isinstance(item, Exception):
                raise item
            yield item

    def names(self):
        return [name for name, _ in self.asked]


def heard():
    return Heard(collector=EAR, raw=b"{}", received_at=now(), url="https://x.example")


async def gathered(rounds, *, enough, once=False, within_s=60.0):
    """Items until there is enough."""
    items = []
    async with asyncio.timeout(within_s), aclosing(rounds.listen(once=once)) as stream:
        async for item in stream:
            items.append(item)
            if enough(items):
                break
    return items


def of(items, name):
    return [item for item in items if isinstance(item, Pulse) and item.account and item.account.id == name]


def of_all(items):
    return [item for item in items if isinstance(item, Pulse) and item.account is None]


def run(asker, names, *, enough=lambda _: False, once=False, settings=QUICK, after=None):
    async def play():
        rounds = Rounds(asker, [watched(name) for name in names], settings, clock=now)
        if after is not None:
            asyncio.get_running_loop().call_later(after[0], after[1], rounds)
        return await gathered(rounds, enough=enough, once=once)

    return asyncio.run(play())


def test_once_asks_for_each_account_once():
    """And says of each that it was heard, and of the source."""
    asker = Scripted()
    items = run(asker, ["a", "b", "c"], once=True)
    assert asker.names() == ["a", "b", "c"]
    assert [[pulse.hearing for pulse in of(items, name)] for name in "abc"] == [[Hearing.HEALTHY]] * 3
    assert of_all(items)[-1].hearing is Hearing.HEALTHY


def test_what_an_asking_brings_is_passed_on_before_the_pulse():
    """So that a pulse never says more than what was given."""
    asker = Scripted()
    asker.says["a"] = [[heard(), heard()]]
    items = run(asker, ["a"], once=True)
    kinds = [type(item) for item in items if isinstance(item, Heard) or (isinstance(item, Pulse) and item.account)]
    assert kinds == [Heard, Heard, Pulse]


def test_everybody_has_a_turn_in_each_interval():
    """In the same order again and again; an account that is new comes first."""
    asker = Scripted()
    run(
        asker,
        ["a", "b"],
        enough=lambda _: len(asker.asked) >= 7,
        after=(0.1, lambda rounds: rounds.watch([watched("a"), watched("b"), watched("c")])),
    )
    assert asker.names()[:3] == ["a", "b", "c"]
    times = [at for name, at in asker.asked if name == "a"]
    assert times[1] - times[0] >= 0.9 * QUICK.every_s
    assert {*asker.names()[3:6]} == {"a", "b", "c"}


def test_who_is_not_watched_any_more_is_not_asked_for():
    """From the next turn on."""
    asker = Scripted()
    run(
        asker,
        ["a", "b"],
        enough=lambda _: len(asker.asked) >= 6,
        after=(0.1, lambda rounds: rounds.watch([watched("b")])),
    )
    assert asker.names().count("a") == 1


def test_askings_are_kept_apart():
    """A server is not asked faster than it takes."""
    asker = Scripted()
    run(asker, ["a", "b", "c"], once=True, settings=RoundSettings(every_s=9.0, least_apart_s=0.05))
    at = [at for _, at in asker.asked]
    assert all(later - sooner >= 0.05 for sooner, later in pairwise(at))


def test_an_account_that_was_not_answered_is_said_and_asked_again_sooner():
    """Of it alone: the source hears the others."""
    asker = Scripted()
    asker.says["a"] = [[Unanswered(Deafness.NOT_THERE)], []]
    items = run(asker, ["a", "b"], enough=lambda items: len(of(items, "a")) >= 2, settings=SLOW)
    assert [(pulse.hearing, pulse.why) for pulse in of(items, "a")] == [
        (Hearing.BLIND, Deafness.NOT_THERE),
        (Hearing.HEALTHY, None),
    ]
    at = [at for name, at in asker.asked if name == "a"]
    assert at[1] - at[0] < SLOW.every_s
    assert all(pulse.why in (None, Deafness.CONNECTING) for pulse in of_all(items))


def test_a_server_that_asks_to_be_left_alone_is_left_alone():
    """By everybody; the source says until when, at once."""
    asker = Scripted()
    asker.says["a"] = [[Unanswered(Deafness.RATE_LIMITED, retry_after_s=0.4, everyone=True)]]
    items = run(asker, ["a", "b"], enough=lambda _: len(asker.asked) >= 3)
    assert asker.asked[1][1] - asker.asked[0][1] >= 0.4
    limited = [pulse for pulse in of_all(items) if pulse.why is Deafness.RATE_LIMITED]
    assert limited[0].retry_at is not None
    assert limited[0].hearing is Hearing.BLIND
    assert of_all(items)[-1].why in (None, Deafness.RATE_LIMITED)


def test_once_ends_where_the_server_asks_to_be_left_alone():
    """It does not wait for an hour; who was not asked is not called heard."""
    asker = Scripted()
    asker.says["a"] = [[Unanswered(Deafness.RATE_LIMITED, retry_after_s=3600.0, everyone=True)]]
    items = run(asker, ["a", "b"], once=True)
    assert asker.names() == ["a"]
    assert of(items, "b") == []
    assert of_all(items)[-1].why is Deafness.RATE_LIMITED


def test_a_server_that_is_gone_is_asked_less_and_less():
    """Up to the interval; every pulse meanwhile says that it is gone."""
    asker = Scripted()
    asker.says["a"] = [[Unanswered(Deafness.UNREACHABLE, everyone=True)] for _ in range(6)]
    items = run(asker, ["a"], enough=lambda _: len(asker.asked) >= 6, settings=SLOW)
    at = [at for _, at in asker.asked]
    assert at[5] - at[4] > 0.05 * 2**4 * 0.5 - 0.01
    assert of(items, "a")[-1].heard_until is None
    assert {pulse.why for pulse in of_all(items)} == {Deafness.CONNECTING, Deafness.UNREACHABLE}


def test_a_gap_begins_the_unbroken_time_anew():
    """What lies before it is not all known."""
    asker = Scripted()
    gap = Gap(collector=EAR, why=Missing.NUMBERS_SKIPPED, begin=None, end=None, account=watched("a").account)
    asker.says["a"] = [[], [gap]]
    items = run(asker, ["a"], enough=lambda items: len(of(items, "a")) >= 2)
    first, second = of(items, "a")
    assert first.unbroken_since < second.unbroken_since == second.heard_until


def test_unbroken_time_goes_on_over_good_turns():
    """From the first to the last asking."""
    asker = Scripted()
    items = run(asker, ["a"], enough=lambda items: len(of(items, "a")) >= 3)
    pulses = of(items, "a")
    assert len({pulse.unbroken_since for pulse in pulses}) == 1
    assert pulses[-1].heard_until > pulses[0].heard_until


def test_a_filling_is_passed_on():
    """As it is."""
    asker = Scripted()
    filled = Filled(collector=EAR, begin=None, end=now(), account=watched("a").account)
    asker.says["a"] = [[filled]]
    assert filled in run(asker, ["a"], once=True)


def test_a_turn_that_is_overdue_is_said():
    """Where the server is too slow for so many accounts, those that wait are not called heard."""
    asker = Scripted()
    asker.takes_s = 0.2
    names = [f"a{n}" for n in range(12)]
    items = run(
        asker, names, enough=lambda items: any(item.why is Deafness.LATE for item in items if isinstance(item, Pulse))
    )
    late = items[-1]
    assert (late.why, late.hearing) == (Deafness.LATE, Hearing.BLIND)
    assert of(items, late.account.id) == [late]


def test_without_accounts_it_beats_and_waits():
    """Until there is somebody."""
    asker = Scripted()
    items = run(asker, [], enough=lambda items: len(of_all(items)) >= 3)
    assert asker.asked == []
    assert len(items) == 3
    assert run(asker, [], once=True)[-1].account is None


@pytest.mark.parametrize("why", list(Deafness))
def test_why_says_nothing_of_whom(why):
    """The error names no account."""
    assert "a1" not in str(Unanswered(why))


def test_a_server_that_does_not_answer_shows_while_it_is_waited_for():
    """The source goes on beating, says that nothing comes, and whose turn is overdue."""
    asker = Scripted()
    asker.takes_s = 3600.0
    settings = replace(QUICK, quiet_after_s=0.1)
    items = run(
        asker, ["a", "b"], settings=settings, enough=lambda items: {item.why for item in items} >= {Deafness.LATE}
    )
    assert asker.names() == ["a"]
    assert Deafness.QUIET in {pulse.why for pulse in of_all(items)}
    assert of_all(items)[-1].hearing is Hearing.BLIND
    assert {pulse.account.id for pulse in items if pulse.why is Deafness.LATE} <= {"a", "b"}


def test_an_asking_that_is_not_understood_stops_nobody():
    """Whatever an asker makes of an account, the others have their turns."""
    asker = Scripted()
    asker.says["a"] = [[Malformed("not what it should be")]]
    items = run(asker, ["a", "b"], once=True)
    assert [pulse.why for pulse in of(items, "a")] == [Deafness.REFUSED]
    assert [pulse.hearing for pulse in of(items, "b")] == [Hearing.HEALTHY]


def test_a_machine_that_slept_did_not_hear():
    """Its turns lie hours apart by the clock: the time between is filled, and not unbroken."""
    asker, slept = Scripted(), timedelta()

    def clock():
        return now() + slept

    async def play():
        nonlocal slept
        rounds = Rounds(asker, [watched("a")], QUICK, clock=clock)
        items = []
        async with asyncio.timeout(60), aclosing(rounds.listen(once=False)) as stream:
            async for item in stream:
                items.append(item)
                if len(of(items, "a")) == 1 and not slept:
                    slept = timedelta(hours=3)
                if len(of(items, "a")) == 2:
                    return items
        return items

    items = asyncio.run(play())
    first, second = of(items, "a")
    (filled,) = [item for item in items if isinstance(item, Filled)]
    assert (filled.begin, filled.end) == (first.heard_until, second.heard_until)
    assert second.unbroken_since == second.heard_until


def test_who_stops_listening_closes_what_was_asked():
    """Nothing is left running."""
    closed = []

    class Closing(Scripted):
        async def ask(self, watched):
            try:
                yield heard()
                await asyncio.sleep(3600)
            finally:
                closed.append(watched.account.id)

    run(Closing(), ["a"], enough=lambda items: isinstance(items[-1], Heard))
    assert closed == ["a"]


def probed(asker, answers, *, enough):
    """Rounds of one account that is asked once, and probes."""

    async def probe():
        answer = answers.pop(0) if answers else None
        if answer is not None:
            raise answer

    async def play():
        settings = replace(QUICK, every_s=900.0, probe_every_s=0.05)
        return await gathered(Rounds(asker, [watched("a")], settings, clock=now, probe=probe), enough=enough)

    return asyncio.run(play())


def test_between_turns_it_is_seen_whether_the_server_answers():
    """That it does not is said of the source, at once, and that it does again."""
    asker = Scripted()
    gone = Unanswered(Deafness.UNREACHABLE)
    items = probed(
        asker,
        [None, gone, gone, None],
        enough=lambda items: (
            [pulse.why for pulse in of_all(items)].count(Deafness.UNREACHABLE) and not of_all(items)[-1].why
        ),
    )
    assert asker.names() == ["a"]
    whys = [pulse.why for pulse in of_all(items)]
    assert whys[-1] is None
    back = of_all(items)[-1]
    assert back.heard_until > of(items, "a")[-1].heard_until
    assert [pulse.why for pulse in of(items, "a")] == [None]


def test_a_probe_that_is_asked_to_wait_waits():
    """Nobody is asked meanwhile."""
    asker = Scripted()
    limited = Unanswered(Deafness.RATE_LIMITED, retry_after_s=0.4, everyone=True)
    items = probed(
        asker,
        [limited],
        enough=lambda items: (
            any(item.why is Deafness.RATE_LIMITED for item in of_all(items)) and not of_all(items)[-1].why
        ),
    )
    said = [pulse for pulse in of_all(items) if pulse.why is Deafness.RATE_LIMITED]
    assert of_all(items)[-1].at - said[0].at >= timedelta(seconds=0.4)
    assert said[0].retry_at is not None


def test_a_probe_that_is_answered_hides_no_refusal():
    """A server that answers, and shows nobody to us, does not hear."""
    asker, n_probed = Scripted(), []
    asker.says["a"] = [[Unanswered(Deafness.LOGGED_OUT, retry_after_s=0.3, everyone=True)] for _ in range(2)]

    async def probe():
        n_probed.append(None)

    async def play():
        settings = replace(QUICK, probe_every_s=0.05)
        rounds = Rounds(asker, [watched("a")], settings, clock=now, probe=probe)
        return await gathered(rounds, enough=lambda items: of(items, "a")[-1:] and of(items, "a")[-1].why is None)

    items = asyncio.run(play())
    whys = [pulse.why for pulse in of_all(items)]
    refused = whys.index(Deafness.LOGGED_OUT)
    assert {*whys[refused:-1]} == {Deafness.LOGGED_OUT}
    assert whys[-1] is None


def test_one_account_s_server_that_asks_for_time_is_given_it():
    """Where every account has a server of its own: the others' turns go on."""
    asker = Scripted()
    asker.says["a"] = [[Unanswered(Deafness.RATE_LIMITED, retry_after_s=0.5)]]
    run(asker, ["a", "b"], enough=lambda _: asker.names().count("a") >= 2)
    at = [at for name, at in asker.asked if name == "a"]
    assert at[1] - at[0] >= 0.5
    assert asker.names().count("b") >= 2


def test_a_server_s_return_shows_within_its_longest_wait():
    """However long it was gone: not each account's interval later."""
    asker = Scripted()
    settings = RoundSettings(every_s=30.0, least_apart_s=0.0, pulse_every_s=0.05, first_wait_s=0.05, longest_wait_s=0.1)
    asker.says["a"] = [[Unanswered(Deafness.UNREACHABLE, everyone=True)] for _ in range(12)]
    items = run(
        asker, ["a"], enough=lambda items: any(p.hearing is Hearing.HEALTHY for p in of(items, "a")), settings=settings
    )
    assert asker.asked[-1][1] - asker.asked[0][1] < 20.0
    assert of_all(items)[-1].hearing is Hearing.HEALTHY


def test_a_gap_in_the_past_takes_nothing_back():
    """What was heard since is unbroken as before."""
    asker = Scripted()
    old = datetime(2016, 12, 4, tzinfo=UTC)
    gap = Gap(collector=EAR, why=Missing.CONTENT_ABSENT, begin=old, end=old, account=watched("a").account)
    asker.says["a"] = [[], [gap]]
    items = run(asker, ["a"], enough=lambda items: len(of(items, "a")) >= 2)
    first, second = of(items, "a")
    assert second.unbroken_since == first.unbroken_since

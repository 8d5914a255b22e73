"""The rules of the stream, and how long is waited. What is heard on it: test_collector.py."""

import asyncio
from datetime import UTC, datetime

from x_stand_in import X, given, source

from vigil.model.heard import Deafness
from vigil.model.ids import CollectorName
from vigil.sources.live.rounds import Unanswered
from vigil.sources.x.memory import Memory
from vigil.sources.x.stream import MOST_RULE, Stream, StreamSettings, rules_for, rules_there
from vigil.sources.x.telling import Telling


def test_rules_are_few_and_none_is_too_long():
    """500 accounts of the longest numbers."""
    numbers = [str(10**18 + n) for n in range(500)]
    rules = rules_for(numbers)
    assert len(rules) == 28
    assert max(map(len, rules)) <= MOST_RULE
    assert [part.removeprefix("from:") for rule in rules for part in rule.split(" OR ")] == numbers
    assert rules_for([]) == []
    assert rules_for(["5", "x", "from:1 OR cats"]) == ["from:5"]


def test_rules_of_ours_and_of_others_are_told_apart():
    """By their tag."""
    with X().running() as site:
        site.rules |= {"1": "from:5", "2": "cats"}
        api = source(site)._api(given())

        async def ask():
            async with api:
                return await rules_there(api)

        assert asyncio.run(ask()) == ({"1": "from:5"}, 1)


def test_waits_grow_as_x_asks():
    """Linear to 16 s where the connection fails, doubling to 320 s where it is refused."""
    telling = Telling(CollectorName("x"))

    class Even:
        def uniform(self, least, most):
            return most

    stream = Stream(
        None, Memory([], None, 10, 1), telling, StreamSettings(), clock=lambda: datetime.now(UTC), rng=Even()
    )

    def waits(why, n, **more):
        return [stream._wait_s(Unanswered(why, **more)) for _ in range(n)]

    assert waits(Deafness.CLOSED, 4) == [0, 0.25, 0.5, 0.75]
    assert waits(Deafness.QUIET, 100)[-1] == 16
    assert waits(Deafness.REFUSED, 8) == [5, 10, 20, 40, 80, 160, 320, 320]
    assert waits(Deafness.RATE_LIMITED, 1, retry_after_s=7.0) == [7]
    stream._n_refused = 0
    assert waits(Deafness.RATE_LIMITED, 2) == [60, 120]

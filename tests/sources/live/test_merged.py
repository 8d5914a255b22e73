"""Several streams told as one."""

import asyncio

import pytest

from vigil.sources.live.merged import merged


async def numbers(*given, wait_s=0.0, closed=None, error=None):
    try:
        for each in given:
            await asyncio.sleep(wait_s)
            yield each
        if error is not None:
            raise error
    finally:
        if closed is not None:
            closed.append(given)


def gathered(*sources):
    async def run():
        return [item async for item in merged(sources)]

    return asyncio.run(run())


def test_all_is_given_until_one_ends():
    """And the others are closed."""
    closed = []
    given = gathered(numbers(1, 2, 3, wait_s=0.01), numbers(*range(10, 20), wait_s=30.0, closed=closed))
    assert given == [1, 2, 3]
    assert len(closed) == 1


def test_more_than_can_wait_waits():
    """Nothing is lost, and all is in order."""
    assert gathered(numbers(*range(5000))) == list(range(5000))


def test_an_error_of_one_is_an_error_of_all():
    """After what came before it."""
    with pytest.raises(ValueError, match="broken"):
        gathered(numbers(1, error=ValueError("broken")), numbers(wait_s=1.0))

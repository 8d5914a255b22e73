"""No document can stop the listener."""

import asyncio
import os

import foreign_readers
import pytest

from vigil.model.errors import Malformed
from vigil.sources.apart import Apart


@pytest.fixture(scope="module")
def run():
    """Reads in one process that serves all tests, begun anew where a test kills it."""
    with asyncio.Runner() as runner:
        apart = Apart(within_s=60)
        yield lambda reader, *args: runner.run(apart.read(reader, *args))
        apart.close()


def test_a_document_is_read_in_another_process(run):
    """And what comes of it comes back."""
    assert run(foreign_readers.length, b"x" * 10_000_000) == 10_000_000
    assert run(foreign_readers.process_id) != os.getpid()


@pytest.mark.parametrize("name", ["says_so", "fails", "falls_over", "takes_all"])
def test_what_cannot_be_read_is_malformed_and_the_next_is_read(run, name):
    """Whether the reader says so, raises, dies, or wants more memory than there is."""
    with pytest.raises(Malformed) as error:
        run(getattr(foreign_readers, name), b"their words")
    assert "words" not in str(error.value)
    assert run(foreign_readers.length, b"abc") == 3


def test_what_takes_too_long_is_killed():
    """Its process is gone, and the next document is read in a new one."""

    async def both():
        apart = Apart(within_s=5)
        first = await apart.read(foreign_readers.process_id)
        apart._within_s = 0.2
        with pytest.raises(Malformed):
            await apart.read(foreign_readers.never_ends, b"")
        with pytest.raises(ProcessLookupError):
            os.kill(first, 0)
        apart._within_s = 60
        assert await apart.read(foreign_readers.length, b"abc") == 3
        apart.close()
        apart.close()

    asyncio.run(both())


def test_others_are_heard_meanwhile():
    """The loop goes on while a document is read."""

    async def both():
        apart = Apart(within_s=60)
        await apart.read(foreign_readers.length, b"")
        apart._within_s = 1
        reading = asyncio.create_task(apart.read(foreign_readers.never_ends, b""))
        n = 0
        while not reading.done():
            await asyncio.sleep(0.01)
            n += 1
        with pytest.raises(Malformed):
            await reading
        return n

    assert asyncio.run(both()) > 3

"""Several ways of listening, told as one stream."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import TypeVar

_T = TypeVar("_T")

MOST_WAITING = 100
"""Items that wait for whoever listens. Beyond it nothing more is asked for or read."""


async def merged(sources: Sequence[AsyncGenerator[_T, None]]) -> AsyncGenerator[_T, None]:
    """What several streams give, as it comes, until the first of them ends; then all are closed."""
    waiting: asyncio.Queue[_T] = asyncio.Queue(MOST_WAITING)

    async def pump(source: AsyncGenerator[_T, None]) -> None:
        async with aclosing(source):
            async for item in source:
                await waiting.put(item)

    pumps = [asyncio.create_task(pump(source)) for source in sources]
    try:
        while True:
            taking = asyncio.create_task(waiting.get())
            try:
                await asyncio.wait([taking, *pumps], return_when=asyncio.FIRST_COMPLETED)
                if taking.done():
                    yield taking.result()
                    continue
            finally:
                taking.cancel()
            while not waiting.empty():
                yield waiting.get_nowait()
            for each in pumps:
                if each.done():
                    each.result()  # an error in one is an error of all
            return
    finally:
        for each in pumps:
            each.cancel()
        await asyncio.gather(*pumps, return_exceptions=True)

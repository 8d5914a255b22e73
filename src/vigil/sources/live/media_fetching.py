"""Fetches the media that posts show, as `usecases/keep_media` asks for them: with all the care of `fetching`."""

from vigil.model.capture import MOST_BYTES
from vigil.model.errors import InvalidInput
from vigil.sources.live.fetching import Fetcher, FetchSettings, Hop, NotFetched
from vigil.sources.live.pinned import Fault

SETTINGS = FetchSettings(most_bytes=MOST_BYTES, within_s=900.0)
"""A video of the size that is kept at most, over a line of 300 kB/s."""

_FOR_EVER = frozenset({Fault.BAD_ADDRESS, Fault.FORBIDDEN, Fault.TOO_BIG})


class MediaFetcher:
    """Fulfils Fetch."""

    def __init__(self, fetcher: Fetcher) -> None:
        """Through this one."""
        self._fetcher = fetcher

    async def __call__(self, url: str, *, most_bytes: int) -> Hop:
        """The last answer: what a redirect said on the way there is not kept with media.

        Raises:
            InvalidInput: It will never be had: the address is none, leads where nothing may be asked, or to too much.
            Unavailable: It was not to be had now.
        """
        try:
            return (await self._fetcher.fetch(url, most_bytes=most_bytes)).last
        except NotFetched as error:
            if error.why in _FOR_EVER:
                raise InvalidInput(str(error)) from error
            raise

"""RSS and Atom feeds, heard by asking for each in turn.

`feed` says what a document holds, `asker` what of it is new, and here is the kind of source. An account is a feed's
address.
"""

from vigil.model.errors import InvalidInput, Malformed
from vigil.model.heard import Manifest
from vigil.model.witness import WatchedAccount
from vigil.sources.apart import Apart
from vigil.sources.live.fetching import FetchSettings, Hop, readable
from vigil.sources.live.visiting import Visitor
from vigil.sources.rss.asker import RSS, FeedAsker
from vigil.sources.rss.feed import read_feed
from vigil.sources.visited import LOOK, MOST_EVERY_S, SETTINGS, Collecting, every_s, fetcher, named, trial
from vigil.usecases.listening.collecting import Given, Trial

MANIFEST = Manifest(
    platform=RSS,
    hears=("entries of RSS 0.9 to 2.0 and Atom feeds", "changes of the words of an entry that is still on the feed"),
    needs=("nothing",),
    cannot_see=(
        "deletions: an entry that is gone from a feed may only be old",
        "what was written and taken down, or changed twice, between two looks",
        "more new entries than a feed holds at a time: that shows as a gap",
        "whether the site still makes its feed anew, where nothing new is on it",
        "when an entry was written, where the feed does not say: then it is dated by when it was seen",
    ),
    most_accounts=None,
    deaf_within_s=60.0,
    asks_each=True,
    probe_every_s=float(MOST_EVERY_S),
)


class RssSource:
    """The kind of source for feeds."""

    name = "rss"
    manifest = MANIFEST
    settings = SETTINGS

    def __init__(self, look: FetchSettings = LOOK) -> None:
        """`look`: how each feed is asked for."""
        self._look = look

    def collector(self, given: Given) -> Collecting:
        """A collector that has not begun. Raises InvalidInput: a setting is not what it has to be."""
        return Collecting(FeedAsker(given, self._visitor(given)), given)

    async def trial(self, given: Given) -> Trial:
        """Whether the watched feeds answer now, and are feeds."""
        apart = Apart()

        async def understood(hop: Hop) -> None:
            await _read(apart, hop)

        try:
            every_s(given)
            return await trial(self._visitor(given), given, "feed", understood=understood)
        except InvalidInput as error:
            return Trial(hears=False, says=(f"{error}.",))
        finally:
            apart.close()

    async def account(self, given: Given, name: str) -> WatchedAccount:
        """The feed at an address.

        Raises:
            InvalidInput: It is no address, or no feed is there.
            Unavailable: It does not answer now.
        """
        found = await named(fetcher(given, self._look), RSS, name)
        apart = Apart()
        try:
            await _read(apart, found.hop)
        except Malformed as error:
            raise InvalidInput(
                "what is at this address is no feed: look for the address of its RSS or Atom feed on the page, "
                "or watch the page itself as web"
            ) from error
        finally:
            apart.close()
        return WatchedAccount(account=found.account)

    def _visitor(self, given: Given) -> Visitor:
        return Visitor(fetcher(given, self._look), clock=given.clock)


async def _read(apart: Apart, hop: Hop) -> None:
    await apart.read(read_feed, readable(hop), content_type=hop.header("content-type"), url=hop.url)

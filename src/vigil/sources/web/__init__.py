"""Web pages, heard by looking at each in turn for other words.

`page` tells a page's main text, `asker` whether it is another, and here is the kind of source. An account is a page's
address.
"""

from vigil.model.errors import InvalidInput, Malformed
from vigil.model.heard import Deafness, Manifest
from vigil.model.witness import WatchedAccount
from vigil.sources.apart import Apart
from vigil.sources.live.fetching import FetchSettings, Hop, readable
from vigil.sources.live.rounds import Unanswered
from vigil.sources.live.visiting import Visitor
from vigil.sources.visited import LOOK, MOST_EVERY_S, SETTINGS, Collecting, every_s, fetcher, named, trial
from vigil.sources.web.asker import WEB, PageAsker
from vigil.sources.web.page import Text, read_page
from vigil.usecases.listening.collecting import Given, Trial

MANIFEST = Manifest(
    platform=WEB,
    hears=("the main text of a page when first seen", "that its words have changed since the last look"),
    needs=("nothing",),
    cannot_see=(
        "when a page was changed, unless its server says so: it is dated by when that was seen",
        "who changed it: a page made by a program changes by itself",
        "what was changed and changed back between two looks",
        "pictures and video, comments, and whatever a page shows only by running its scripts",
        "deletions: a page that is gone is not heard any more, and no more is said of it",
    ),
    most_accounts=None,
    deaf_within_s=60.0,
    asks_each=True,
    probe_every_s=float(MOST_EVERY_S),
)


class WebSource:
    """The kind of source for web pages."""

    name = "web"
    manifest = MANIFEST
    settings = SETTINGS

    def __init__(self, look: FetchSettings = LOOK) -> None:
        """`look`: how each page is asked for."""
        self._look = look

    def collector(self, given: Given) -> Collecting:
        """A collector that has not begun. Raises InvalidInput: a setting is not what it has to be."""
        return Collecting(PageAsker(given, self._visitor(given)), given)

    async def trial(self, given: Given) -> Trial:
        """Whether the watched pages answer now, and say something."""
        apart = Apart()

        async def understood(hop: Hop) -> None:
            if (await _read(apart, hop)).asks_who:
                raise Unanswered(Deafness.LOGGED_OUT)

        try:
            every_s(given)
            return await trial(self._visitor(given), given, "page", understood=understood)
        except InvalidInput as error:
            return Trial(hears=False, says=(f"{error}.",))
        finally:
            apart.close()

    async def account(self, given: Given, name: str) -> WatchedAccount:
        """The page at an address.

        Raises:
            InvalidInput: It is no address, no page is there, or one that is shown to nobody who is not signed in.
            Unavailable: It does not answer now.
        """
        found = await named(fetcher(given, self._look), WEB, name)
        apart = Apart()
        try:
            page = await _read(apart, found.hop)
        except Malformed as error:
            raise InvalidInput(
                "what is at this address is no page with text: `vigil keep` keeps it as it is"
            ) from error
        finally:
            apart.close()
        if page.asks_who:
            raise InvalidInput("this page asks who looks: only pages that everyone can see are watched")
        return WatchedAccount(account=found.account)

    def _visitor(self, given: Given) -> Visitor:
        return Visitor(fetcher(given, self._look), clock=given.clock)


async def _read(apart: Apart, hop: Hop) -> Text:
    return await apart.read(read_page, readable(hop), content_type=hop.header("content-type"))

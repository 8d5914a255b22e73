"""A web page asked for again: whether its words are others than at the last look.

A page says seldom when it was changed, so a change is dated by when it was seen, unless the server says that its file
changed since the last look. Where nothing but figures changed (a counter, a clock, the number of the dead), the page is
kept and no sign of life is seen in it: a program may have done that.
"""

import hashlib
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

from vigil.model.errors import Malformed
from vigil.model.heard import Deafness, Filled, Gap, Heard
from vigil.model.ids import Digest, Platform
from vigil.model.observation import Kind, Observation, Origin
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.apart import Apart
from vigil.sources.live.fetching import Hop, readable
from vigil.sources.live.rounds import Unanswered
from vigil.sources.live.visiting import Visitor, validators
from vigil.sources.visited import (
    Memory,
    Unheard,
    every_s,
    filled,
    header_instant,
    joined,
    kept_validators,
    not_after,
    with_validators,
)
from vigil.sources.web.page import Text, read_page
from vigil.usecases.listening.collecting import Given

WEB = Platform("web")


class PageAsker:
    """Asks for one page after the other."""

    def __init__(self, given: Given, visitor: Visitor) -> None:
        """Nothing is asked yet."""
        self.collector, self.platform = given.collector, WEB
        self.n_malformed = self.n_repeated = 0
        self.memory, self.apart = Memory(given.cursor), Apart()
        self._visitor, self._clock = visitor, given.clock
        self._unheard = Unheard(given.heard_until, longest=timedelta(seconds=2 * every_s(given)))

    async def ask(self, watched: WatchedAccount) -> AsyncIterator[Heard | Gap | Filled]:
        """What is new on a page. Raises `Unanswered`: it was not there, or something else in its place."""
        account, begun = watched.account, self._clock()
        state = self.memory.of(account)
        had = isinstance(state.get("bytes"), str)
        hop = await self._visitor.visit(account.id, kept_validators(state) if had else None)
        since, until = self._unheard.since(account, begun), self._unheard.until(account)
        digest = _sha256(hop.body) if hop is not None else None
        if hop is not None and digest is not None and state.get("bytes") != digest:
            page = await self._read(hop)
            if page.text is None and state.get("text"):  # what said something yesterday is more likely broken
                raise Unanswered(Deafness.NOT_THERE)
            text, lasting = _digest(page.text or ""), _digest(page.lasting)
            n_edits = _number(state.get("edits"))
            same = had and state.get("lasting") == lasting
            n_edits += had and not same
            now = {"bytes": digest, "text": text if page.text else "", "lasting": lasting, "edits": n_edits}
            self.memory.keep(account, with_validators(now, validators(hop)))
            if not had or state.get("text") != now["text"]:
                kind = Kind.EDIT if had and state.get("text") else Kind.POST
                seen = None if same or page.text is None else self._seen(account, hop, page, kind=kind, until=until)
                yield self._heard(
                    account, hop, seen, key=_key(account, n_edits, text), late=not had or since is not None
                )
        for item in filled(self.collector, account, since, begun):
            yield item
        self._unheard.heard(account, begun)

    async def _read(self, hop: Hop) -> Text:
        try:
            page = await self.apart.read(read_page, readable(hop), content_type=hop.header("content-type"))
        except Malformed as error:
            self.n_malformed += 1
            raise Unanswered(Deafness.REFUSED) from error
        if page.asks_who:
            self.n_malformed += 1
            raise Unanswered(Deafness.LOGGED_OUT)
        return page

    def _seen(self, account: Account, hop: Hop, page: Text, *, kind: Kind, until: datetime | None) -> Observation:
        changed = header_instant(hop.header("last-modified"))
        if kind is Kind.EDIT and changed is not None and (until is None or changed <= until):
            changed = None  # the words are others since, whatever the file's date says
        return Observation(
            platform=WEB,
            account=account.id,
            published_at=not_after(changed, hop.received_at),
            kind=kind,
            origin=Origin(file=_sha256(hop.body), position="page"),
            post=account.id,
            text=page.text,
            url=hop.url,
        )

    def _heard(self, account: Account, hop: Hop, seen: Observation | None, *, key: str, late: bool) -> Heard:
        return Heard(
            collector=self.collector,
            raw=hop.body,
            received_at=hop.received_at,
            url=hop.url,
            headers=joined(hop.headers),
            cursor=self.memory.cursor(),
            keys=(key,) if seen is not None else (),
            backfilled=late,
            observations=(seen,) if seen is not None else (),
            account=account,
            status=hop.status,
        )


def _sha256(body: bytes) -> Digest:
    return Digest(hashlib.sha256(body).hexdigest())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _number(value: object) -> int:
    return value if type(value) is int and value >= 0 else 0


def _key(account: Account, n_edits: int, text: str) -> str:
    """The same for one version of a page, however often it is had; one changed back is another version."""
    return hashlib.sha256(f"{account.id}\0{n_edits}\0{text}".encode()).hexdigest()[:32]

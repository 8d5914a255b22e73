"""A live source that says what a test tells it to: a numbered row of messages, resumed by number. All is made up."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime, timedelta

from vigil.model.coverage import Hearing
from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.heard import Cursor, Deafness, Filled, Heard, Manifest, Media, Pulse
from vigil.model.ids import AccountId, Digest, Platform
from vigil.model.observation import Kind, Observation, Origin
from vigil.model.witness import Account, WatchedAccount
from vigil.usecases.listening.collecting import Given, Item, SourceSetting, Trial

SPOKEN = Platform("spoken")
BEGAN = datetime(2016, 12, 5, 7, tzinfo=UTC)

Step = Callable[["ScriptedCollector"], object]


def said(number: int, account: AccountId, *, kind: Kind = Kind.POST, size: int = 0) -> bytes:
    """A message as this platform sends it."""
    page = {"n": number, "by": account, "kind": kind, "text": f"line {number}", "filling": "." * size}
    return json.dumps(page).encode()


def _nothing(_: object) -> None:
    pass


class ScriptedCollector:
    """Gives messages from its cursor on, each followed by what the script says."""

    def __init__(self, kind: "ScriptedKind", given: Given) -> None:
        self.kind, self.given = kind, given
        self.accounts = {watched.account for watched in given.accounts}
        self.filled = set(given.heard_until)
        self.next = 0 if given.cursor is None else int(given.cursor)
        self.since = given.clock()

    async def listen(self, *, once: bool) -> AsyncIterator[Item]:
        self.kind.n_begun += 1
        yield self.pulse(Hearing.BLIND, Deafness.CONNECTING)
        while True:
            for account in sorted(self.accounts - self.filled):
                self.filled.add(account)
                yield Filled(collector=self.given.collector, begin=None, end=self.given.clock(), account=account)
            if self.next >= len(self.kind.messages):
                yield self.pulse(Hearing.HEALTHY)
                if once:
                    return
                await asyncio.sleep(self.kind.beat_s)
                continue
            number, self.next = self.next, self.next + 1
            item = self.kind.messages[number]
            if callable(item):
                self.kind.messages[number] = _nothing  # it happens once
                outcome = item(self)
                if isinstance(outcome, Exception):
                    raise outcome
                if outcome == "stall":
                    await asyncio.sleep(3600)
                continue
            heard = self.heard(item)
            if heard is not None:
                yield heard

    def watch(self, accounts: Sequence[WatchedAccount]) -> None:
        self.accounts = {watched.account for watched in accounts}

    def heard(self, raw: bytes) -> Heard | None:
        page = json.loads(raw)
        account = Account(SPOKEN, AccountId(page["by"]))
        if account not in self.accounts:
            return None
        seen = Observation(
            platform=SPOKEN,
            account=account.id,
            published_at=BEGAN + timedelta(seconds=page["n"]),
            kind=Kind(page["kind"]),
            origin=Origin(file=Digest(hashlib.sha256(raw).hexdigest()), position="message"),
            post=str(page["n"]),
            text=page["text"],
        )
        return Heard(
            collector=self.given.collector,
            raw=raw,
            received_at=self.given.clock(),
            url="https://spoken.example/stream",
            headers={"content-type": "application/json"},
            cursor=Cursor(str(self.next)),
            keys=(str(page["n"]),),
            observations=(seen,),
            media=(Media(url=f"https://spoken.example/{page['n']}.jpg", account=account, post=seen.post),),
        )

    def pulse(self, hearing: Hearing, why: Deafness | None = None) -> Pulse:
        now = self.given.clock()
        deaf = hearing is Hearing.BLIND
        return Pulse(
            collector=self.given.collector,
            platform=SPOKEN,
            at=now,
            hearing=hearing,
            why=why,
            unbroken_since=None if deaf else self.since,
            heard_until=None if deaf else now,
            lag_s=0.1,
            n_malformed=self.kind.n_malformed,
            cursor=Cursor(str(self.next)),
        )


class ScriptedKind:
    """A kind of source for tests."""

    name = "spoken"
    manifest = Manifest(
        platform=SPOKEN,
        hears=("what a test says",),
        needs=("nothing",),
        cannot_see=("the rest",),
        most_accounts=None,
        deaf_within_s=1.0,
    )
    settings = (
        SourceSetting(name="server", says="Where it is.", default="https://spoken.example"),
        SourceSetting(name="token", says="What lets us in.", secret=True),
    )

    def __init__(self, messages: Sequence[bytes | Step] = (), *, beat_s: float = 0.02) -> None:
        self.messages = list(messages)
        self.beat_s = beat_s
        self.n_begun = 0
        self.n_malformed = 0
        self.hears = True

    def collector(self, given: Given) -> ScriptedCollector:
        for watched in given.accounts:
            if " " in watched.account.id:
                raise InvalidInput("an account of this platform has no blank in it")
        return ScriptedCollector(self, given)

    async def trial(self, given: Given) -> Trial:
        return Trial(hears=self.hears, says=(f"{given.settings['server']} was asked.",))

    async def account(self, given: Given, name: str) -> WatchedAccount:
        if name == "away":
            raise Unavailable("the platform does not answer")
        if not name.startswith("@"):
            raise InvalidInput("write it like @name")
        return WatchedAccount(account=Account(SPOKEN, AccountId(name[1:].upper())), handle=name[1:])

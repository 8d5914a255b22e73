"""The kind of source that `vigil sources add bluesky` makes: its settings, a trial, and whose a name is."""

import asyncio
import re
from contextlib import aclosing
from dataclasses import replace
from urllib.parse import unquote

from vigil.model.errors import InvalidInput, Malformed, Unavailable
from vigil.model.heard import Deafness, Pulse
from vigil.model.ids import AccountId
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.bluesky import MANIFEST
from vigil.sources.bluesky.backfill import status
from vigil.sources.bluesky.collector import BlueskyCollector, Manner
from vigil.sources.bluesky.events import PLATFORM, did_of, handle_of
from vigil.sources.bluesky.homes import Homes, NoHome
from vigil.sources.bluesky.resolve import account_of, home_of
from vigil.sources.bluesky.setup import HOME, NOBODY, SETTINGS, Setup, setup_of
from vigil.sources.live.asking import Service
from vigil.sources.live.line import listen
from vigil.usecases.listening.collecting import Given, Trial

ANYONE = "did:plc:z72i7hdynmk6r22z27h6tvur"
"""The account of Bluesky itself: a trial asks for it, and so names nobody who is watched."""

TRIED_FOR_S = 45.0
"""So long a trial listens: a connection, five seconds of quiet, and a second connection to see if anyone is heard."""

_PROFILE = re.compile(r"https?://(?:www\.)?bsky\.app/profile/([^/?#\s]+)(?:[/?#]\S*)?", re.IGNORECASE)

_WORDS = {
    Deafness.UNREACHABLE: "The stream cannot be reached: is the address right, and is there a network?",
    Deafness.REFUSED: "The server answers, but not with a stream: is it of the kind that `wire` says?",
    Deafness.RATE_LIMITED: "The server asks to be left alone for a while: try again later.",
    Deafness.CLOSED: "The server closes the connection again and again.",
    Deafness.QUIET: "The stream is open, and nobody at all is heard on it: the server does not hear.",
}


class BlueskyKind:
    """Bluesky, and every other service of the AT Protocol."""

    name = "bluesky"
    manifest = MANIFEST
    settings = SETTINGS

    def __init__(self, manner: Manner | None = None) -> None:
        """`manner`: how patient to be."""
        self._manner = manner or Manner()

    def collector(self, given: Given) -> BlueskyCollector:
        """A collector that has not begun.

        Raises:
            InvalidInput: A setting is not what it has to be, or an account is no DID.
        """
        return BlueskyCollector(given, setup_of(given.settings), self._manner)

    async def trial(self, given: Given) -> Trial:
        """Whether anybody is heard now, and whether the archive answers."""
        setup = setup_of(given.settings)
        hears, heard = await self._heard(given, setup)
        return Trial(hears=hears, says=(heard, await self._archive(given, setup)))

    async def account(self, given: Given, name: str) -> WatchedAccount:
        """The account behind a handle, a DID, or the address of a profile on bsky.app.

        Raises:
            InvalidInput: It is none of these, or nobody goes by it.
            Unavailable: Who says whose a handle is, or the directory, does not answer.
        """
        setup, said = setup_of(given.settings), name.strip().removeprefix("at://")
        profile = _PROFILE.fullmatch(said)
        said = unquote(profile[1]) if profile else said
        async with (
            Service(setup.names, self._manner.filling, clock=given.clock) as names,
            Service(setup.directory, self._manner.filling, clock=given.clock) as directory,
        ):
            if said.startswith("did:"):
                did, handle = await self._claimed(names, directory, setup, said)
            else:
                did, handle = await account_of(names, said), handle_of(said.removeprefix("@"))
        return WatchedAccount(account=Account(PLATFORM, did), handle=handle)

    async def _claimed(
        self, names: Service, directory: Service, setup: Setup, said: str
    ) -> tuple[AccountId, str | None]:
        """A DID, and the handle it claims, if the handle claims it back."""
        try:
            did = AccountId(did_of(said))
        except Malformed as error:
            raise InvalidInput("not a DID: write it like did:plc:, with the 24 letters and digits after it") from error
        if did.startswith("did:web:"):
            return did, None  # its directory is its holder's own domain, which is not asked
        handle = (await home_of(directory, did, on_this_machine=setup.on_this_machine)).handle
        try:
            held = handle is not None and await account_of(names, handle) == did
        except (InvalidInput, Unavailable):
            held = False
        return did, handle if held else None

    async def _heard(self, given: Given, setup: Setup) -> tuple[bool, str]:
        """Whether anybody is heard within a trial's time."""
        ear = setup.ear([ANYONE], collector=given.collector, cursor=None)
        line = replace(self._manner.line, pulse_every_s=min(2.0, self._manner.line.pulse_every_s))
        why: Deafness | None = Deafness.UNREACHABLE
        try:
            async with (
                asyncio.timeout(min(TRIED_FOR_S, 4 * self._manner.once_within_s)),
                aclosing(listen(ear, line, clock=given.clock)) as items,  # type: ignore[type-var]
            ):
                n_failed = 0
                async for item in items:
                    if not isinstance(item, Pulse):
                        continue
                    if item.why in {None, Deafness.CATCHING_UP, Deafness.RATE_FELL}:
                        return True, "The stream is open, and somebody was heard on it just now."
                    if item.why is not Deafness.CONNECTING:
                        why, n_failed = item.why, n_failed + 1
                    if n_failed >= 3 and why in {Deafness.REFUSED, Deafness.RATE_LIMITED, Deafness.UNREACHABLE}:
                        break
                    if item.why is Deafness.CONNECTING and ear.connected_at is not None:
                        why = Deafness.QUIET
        except TimeoutError:
            pass
        return False, _WORDS.get(why or Deafness.QUIET, _WORDS[Deafness.QUIET])

    async def _archive(self, given: Given, setup: Setup) -> str:
        """Whether what the stream does not bring could be asked for."""
        if setup.archive == NOBODY:
            return "No archive is asked: what the stream loses stays lost, and accounts are not probed."
        who = "The directory, or the account's server," if setup.archive == HOME else "The archive"
        did = given.accounts[0].account.id if given.accounts else ANYONE
        async with Homes(setup, clock=given.clock) as homes:
            try:
                async with homes.server_of(did, self._manner.probes.patience) as server:
                    await status(server, did, collector=given.collector)
            except NoHome:
                return "The directory answers; it names no server that may be asked for the account tried."
            except InvalidInput:
                return "The archive answers; it does not know the account tried."
            except Unavailable:
                return f"{who} does not answer: what the stream loses cannot be filled now."
        return "The archive answers."

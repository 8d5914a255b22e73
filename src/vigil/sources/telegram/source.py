"""Telegram as a kind of source: what it needs to be told, whether it can hear now, and who goes by a name."""

import random
from collections.abc import Callable

from vigil.model.errors import InvalidInput, Malformed, Unavailable
from vigil.model.heard import Deafness, Manifest
from vigil.model.witness import WatchedAccount
from vigil.sources.live.asking import Patience
from vigil.sources.live.mtproto import Mtproto
from vigil.sources.live.rounds import Rounds, RoundSettings, Unanswered
from vigil.sources.telegram.asker import Asker
from vigil.sources.telegram.collector import PreviewCollector
from vigil.sources.telegram.memory import Memory
from vigil.sources.telegram.names import PLATFORM, account_of, channel_number, handle_name, username_of
from vigil.sources.telegram.pages import PreviewPages
from vigil.sources.telegram.preview import read_page, what_stands_there
from vigil.sources.telegram.session import Client, SessionCollector, SessionPages, is_public_channel, name_of
from vigil.sources.telegram.site import ADDRESS, Site
from vigil.sources.telegram.telling import Telling
from vigil.usecases.listening.collecting import Collector, Given, SourceSetting, Trial

MOST_EVERY_MIN = 15
MOST_TRIED = 20
"""Channels asked for in a trial."""

APART_S = 1.0
"""Between two askings: 500 channels take 8 of their 15 minutes. Telegram does not say how much it suffers."""

MANIFEST = Manifest(
    platform=PLATFORM,
    hears=(
        "posts, replies and forwarded posts of public channels",
        "edits, and deletions of posts that were known here, when the channel's turn comes",
        "changes of a channel's name",
    ),
    needs=(
        "nothing for the public preview (way=preview), which shows most public channels",
        "for way=session: an account of your own, with api_id and api_hash from my.telegram.org and a session",
    ),
    cannot_see=(
        "private chats, invite-only channels, groups and what others say there: they are refused",
        "through the preview: channels that Telegram gives none, and whether such a one was deleted, renamed or closed",
        "through the preview: posts made and deleted between two turns, and when a post was edited or deleted",
        "who of a channel's administrators posted, edited or deleted",
        "the words of a post before an edit that was made while nobody listened",
    ),
    most_accounts=500,
    deaf_within_s=150.0,
    asks_each=True,
    probe_every_s=1800.0,
)

SETTINGS = (
    SourceSetting(name="way", says="preview: the public pages, without an account; session: as you", default="preview"),
    SourceSetting(name="preview_address", says="where the public pages are, if not at t.me", default=ADDRESS),
    SourceSetting(name="api_id", says="for way=session: from my.telegram.org, API development tools", secret=True),
    SourceSetting(name="api_hash", says="for way=session: from the same page", secret=True),
    SourceSetting(
        name="session",
        says="for way=session: a StringSession of Telethon's, of an account you use for nothing else",
        secret=True,
    ),
    SourceSetting(
        name="every", says=f"how often each channel is asked for, in minutes, from 1 to {MOST_EVERY_MIN}", default="15"
    ),
)

_WORDS = {
    Deafness.UNREACHABLE: "Telegram does not answer.",
    Deafness.RATE_LIMITED: "Telegram asks to be left alone for now.",
    Deafness.LOGGED_OUT: "The session is not valid any more, or a page to sign in came in place of what was asked for.",
    Deafness.REFUSED: "What answers does not answer as Telegram does.",
}


class TelegramSource:
    """`vigil sources add telegram`."""

    name = "telegram"
    manifest = MANIFEST
    settings = SETTINGS

    def __init__(
        self,
        *,
        patience: Patience | None = None,
        rounds: RoundSettings | None = None,
        rng: random.Random | None = None,
        make_client: Callable[[Given], Client] | None = None,
    ) -> None:
        """How patient to be, where it is not as usual. `make_client`: another way to speak to Telegram."""
        self._make_client = make_client
        self._patience, self._rounds, self._rng = patience, rounds, rng

    def collector(self, given: Given) -> Collector:
        """A collector that has not begun. Raises InvalidInput: a setting is not what it has to be."""
        settings = self._rounds or RoundSettings(every_s=_every_s(given), least_apart_s=APART_S)
        memory, telling = Memory(given.accounts, given.cursor), Telling(given.collector)
        if _way(given) == "session":
            client = self._client(given)
            pages = SessionPages(client, telling, clock=given.clock)
            asker = Asker(pages, memory, telling, given.heard_until, clock=given.clock)
            rounds = Rounds(asker, given.accounts, settings, clock=given.clock, rng=self._rng, probe=client.ping)
            return SessionCollector(client, memory, telling, asker, rounds, clock=given.clock)
        site = self._site(given)
        asker = Asker(PreviewPages(site, telling), memory, telling, given.heard_until, clock=given.clock)
        rounds = Rounds(asker, given.accounts, settings, clock=given.clock, rng=self._rng, probe=site.probe)
        return PreviewCollector(site, memory, rounds)

    async def trial(self, given: Given) -> Trial:
        """Whether we can hear now. It raises nothing of the network's."""
        says: list[str] = []
        try:
            _every_s(given)
            if _way(given) == "session":
                return await self._session_tried(given, says)
            async with self._site(given) as site:
                await site.probe()
                says.append("The site answers.")
                return await _channels_shown(site, given, says)
        except InvalidInput as fault:
            return Trial(hears=False, says=(*says, f"{str(fault)[:1].upper()}{str(fault)[1:]}."))
        except Unanswered as unanswered:
            return Trial(hears=False, says=(*says, _WORDS.get(unanswered.why, "Telegram does not answer.")))

    async def account(self, given: Given, name: str) -> WatchedAccount:
        """The channel that goes by @name or t.me/name, with its number.

        Raises:
            InvalidInput: It is no name, nobody goes by it, it is a person, group or private, or has no preview.
            Unavailable: The site does not answer.
        """
        username = username_of(name)
        try:
            if _way(given) == "session":
                return await self._named_in_session(given, username)
            async with self._site(given) as site:
                return await _channel_named(site, username)
        except Unanswered as unanswered:
            raise Unavailable(_WORDS.get(unanswered.why, "Telegram does not answer").rstrip(".")) from None

    async def _session_tried(self, given: Given, says: list[str]) -> Trial:
        client = self._client(given)
        try:
            await client.ping()
            says.append("Telegram answers this session.")
            pages, n_read = SessionPages(client, Telling(given.collector), clock=given.clock), 0
            for channel in Memory(given.accounts[:MOST_TRIED], given.cursor).all():
                try:
                    await pages.page(channel)
                    n_read += 1
                except Unanswered as unanswered:
                    if unanswered.everyone:
                        raise
        finally:
            await client.close()
        n_tried = min(len(given.accounts), MOST_TRIED)
        if not n_tried:
            return Trial(hears=True, says=(*says, "No channel is watched yet."))
        says.append(f"{n_read} of {n_tried} watched channels tried can be read.")
        return Trial(hears=n_read == n_tried, says=tuple(says))

    async def _named_in_session(self, given: Given, username: str) -> WatchedAccount:
        client = self._client(given)
        try:
            chat = await client.named(username)
        except Unanswered as unanswered:
            if unanswered.why is Deafness.NOT_THERE:
                raise InvalidInput(_NOT_SHOWN[None]) from None
            raise
        finally:
            await client.close()
        if chat is None:
            raise InvalidInput(_NOT_SHOWN["person"])
        if not is_public_channel(chat):
            raise InvalidInput(_NOT_SHOWN["group"])
        return WatchedAccount(account=account_of(chat.id), handle=name_of(chat) or username)

    def _client(self, given: Given) -> Client:
        if self._make_client is not None:
            return self._make_client(given)
        missing = [each for each in ("session", "api_id", "api_hash") if not given.secrets.get(each, "").strip()]
        if missing:
            raise InvalidInput(f"{missing[0]}: needed for way=session; way=preview needs no account")
        secrets = given.secrets
        return Mtproto(secrets["session"], secrets["api_id"], secrets["api_hash"], clock=given.clock)

    def _site(self, given: Given) -> Site:
        address = given.settings.get("preview_address", "").strip() or ADDRESS
        return Site(address, clock=given.clock, patience=self._patience, rng=self._rng)


async def _channels_shown(site: Site, given: Given, says: list[str]) -> Trial:
    n_shown = n_unnamed = 0
    tried = given.accounts[:MOST_TRIED]
    for watched in tried:
        number, name = channel_number(watched.account), handle_name(watched.handle)
        if number is None or name is None:
            n_unnamed += 1
            continue
        try:
            n_shown += read_page((await site.page(name)).body).number == number
        except Malformed:
            continue
        except Unanswered as unanswered:
            if unanswered.everyone:
                raise
    if not tried:
        return Trial(hears=True, says=(*says, "No channel is watched yet."))
    says.append(
        f"{n_shown} of {len(tried)} watched channels tried are shown, under the number and name they are known by."
    )
    if n_unnamed:
        says.append(f"{n_unnamed} have no number or no public name: `vigil sources find` gives both.")
    if n_shown + n_unnamed < len(tried):
        says.append("The others have no preview, another name now, or are closed: way=session may hear them.")
    return Trial(hears=n_shown == len(tried), says=tuple(says))


async def _channel_named(site: Site, username: str) -> WatchedAccount:
    try:
        answer = await site.page(username)
    except Unanswered as unanswered:
        if unanswered.why is not Deafness.NOT_THERE:
            raise
        about = await site.about(username)
        what = what_stands_there(about.body) if about.status == 200 else None
        raise InvalidInput(_NOT_SHOWN.get(what, _NOT_SHOWN[None])) from None
    try:
        page = read_page(answer.body)
    except Malformed as error:
        raise Unavailable("the site answers, but not as the preview does") from error
    if page.number is None:
        raise InvalidInput("this channel shows no post yet, so its number cannot be known: try again when it does")
    return WatchedAccount(account=account_of(page.number), handle=page.name or username)


_NOT_SHOWN = {
    None: "nobody goes by this name on Telegram: look at how it is written",
    "channel": "Telegram gives no public preview of this channel: it can be heard with way=session",
    "group": "this is a group: only public channels are heard, where the others who speak did not agree to it",
    "person": "this is a person or a bot: only public channels are heard",
}


def _way(given: Given) -> str:
    way = given.settings.get("way", "").strip().lower() or "preview"
    if way not in {"preview", "session"}:
        raise InvalidInput("way: neither preview nor session")
    return way


def _every_s(given: Given) -> float:
    text = given.settings.get("every", "").strip() or str(MOST_EVERY_MIN)
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text[:4]) <= MOST_EVERY_MIN:
        raise InvalidInput(f"every: a whole number of minutes from 1 to {MOST_EVERY_MIN}")
    return 60.0 * int(text)

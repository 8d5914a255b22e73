"""Mastodon as a kind of source: what it needs to be told, whether it can hear now, and who goes by a name."""

import asyncio
import random
import re
from contextlib import aclosing
from dataclasses import replace
from urllib.parse import urlsplit

from vigil.model.errors import InvalidInput, Malformed, Unavailable
from vigil.model.heard import Deafness, Manifest, Pulse
from vigil.model.witness import WatchedAccount
from vigil.sources.live.address import stream as stream_address
from vigil.sources.live.asking import Patience
from vigil.sources.live.line import LineSettings
from vigil.sources.live.rounds import Rounds, RoundSettings, Unanswered
from vigil.sources.mastodon.asker import Asker
from vigil.sources.mastodon.collector import MastodonCollector, heard_on
from vigil.sources.mastodon.ear import MastodonEar
from vigil.sources.mastodon.entities import PLATFORM, host_of, person_of
from vigil.sources.mastodon.lives import Lives, handle_of
from vigil.sources.mastodon.memory import restore
from vigil.sources.mastodon.server import Server, json_of
from vigil.usecases.listening.collecting import Collector, Given, SourceSetting, Trial

EVERY_S = 900.0
MOST_EVERY_S = 1800.0
"""An account is asked for at least this often: half an hour is what `Manifest.probe_every_s` promises."""

APART_S = 2.2
"""Between two accounts where they are many: two requests each, of 300 in 5 minutes, and some to spare."""

FEW = 100
"""So many accounts can be asked for at once within those 300 requests."""

PROBE_EVERY_S = 60.0

MANIFEST = Manifest(
    platform=PLATFORM,
    hears=(
        "posts, replies and boosts that are public or unlisted, with their content warnings",
        "edits, and deletions of posts that were known here; on the stream at once, else when an account's turn comes",
        "accounts suspended, moved, limited, in memory, and active again; changes of handle",
        "the day an account last posted on, where nothing of it showed",
    ),
    needs=(
        "the address of the server where the accounts are at home; one source a server",
        "a token of any account there for the stream, and where the server answers nobody without one",
    ),
    cannot_see=(
        "posts to followers and direct messages: they are not kept, even where the token would show them",
        "silence of an account that is at home on another server: what reaches this one is kept, and proves nothing",
        "posts made and deleted between two turns, where the stream does not carry them: replies, boosts, unlisted",
        "who deleted a post: its author, a moderator, or the server's own clearing of old posts",
        "whether a suspended account was suspended or deleted by its holder: the server says the same",
        "the words of a post before an edit that was made while nobody listened",
    ),
    most_accounts=500,
    deaf_within_s=150.0,
    asks_each=True,
    probe_every_s=MOST_EVERY_S,
)

SETTINGS = (
    SourceSetting(name="server", says="the server's address, such as https://mastodon.example", required=True),
    SourceSetting(
        name="token",
        says="an access token with the scope `read` alone: Preferences, Development, New application, on the server",
        secret=True,
    ),
    SourceSetting(
        name="stream",
        says="auto: listen to the stream where there is a token; on: also without (servers before 4.2); off",
        default="auto",
    ),
    SourceSetting(
        name="streaming",
        says="the address of the stream, where the server has another for it: `vigil sources test` says which",
    ),
    SourceSetting(
        name="every", says="how often each account is asked for at least, in minutes, from 1 to 30", default="15"
    ),
)

_NAME = re.compile(r"@?([\w.-]{1,500})(?:@([\w.-]{1,253}(?::\d{1,5})?))?")
_PAGE = re.compile(r"/(?:@|users/)([\w.-]{1,500})(?:@([\w.-]{1,253}))?/?")


class MastodonSource:
    """`vigil sources add mastodon`."""

    name = "mastodon"
    manifest = MANIFEST
    settings = SETTINGS

    def __init__(
        self,
        *,
        patience: Patience | None = None,
        line: LineSettings | None = None,
        rounds: RoundSettings | None = None,
        probe_every_s: float = PROBE_EVERY_S,
        rng: random.Random | None = None,
    ) -> None:
        """How patient to be, where it is not as usual. `rounds`: in place of what `every` and the accounts ask for."""
        self._patience, self._line, self._rounds = patience, line or LineSettings(), rounds
        self._probe_every_s, self._rng = probe_every_s, rng

    def collector(self, given: Given) -> Collector:
        """A collector that has not begun. Raises InvalidInput: a setting is not what it has to be."""
        if any(host_of(each.account.id) is None for each in given.accounts):
            raise InvalidInput(
                "an account's id is not its address, such as https://mastodon.example/users/name: "
                "`vigil sources find` gives it"
            )
        server = self._server(given)
        lives = Lives(given.collector, server.base, given.accounts)
        restore(lives, given.cursor)
        asker = Asker(server, lives, given.heard_until, clock=given.clock)
        rounds = Rounds(
            asker,
            given.accounts,
            self._round_settings(given),
            clock=given.clock,
            rng=self._rng or random.SystemRandom(),
        )
        return MastodonCollector(
            server,
            lives,
            asker,
            rounds,
            self._ear(given, lives),
            line=self._line,
            probe_every_s=self._probe_every_s,
            clock=given.clock,
        )

    async def trial(self, given: Given) -> Trial:
        """Whether we can hear now. It raises nothing of the network's."""
        says: list[str] = []
        try:
            server = self._server(given)
            ear = self._ear(given, Lives(given.collector, server.base, ()))
            async with server:
                says += await _about(server)
                says += await _token_works(server, given)
                known, says_accounts = await _accounts_known(server, given)
                says += says_accounts
        except InvalidInput as fault:
            return Trial(hears=False, says=(*says, f"{str(fault)[:1].upper()}{str(fault)[1:]}."))
        except Unanswered as unanswered:
            return Trial(hears=False, says=(*says, _WORDS.get(unanswered.why, "The server does not answer.")))
        if ear is None:
            says.append("No stream is listened to: what is new is heard when an account's turn comes.")
        else:
            says.append(await self._stream_says(ear))
        return Trial(hears=known, says=tuple(says))

    async def account(self, given: Given, name: str) -> WatchedAccount:
        """The account that goes by @name@host, name, or the address of its page, with its stable id.

        Raises:
            InvalidInput: It is no name, or the server knows nobody by it.
            Unavailable: The server does not answer, or not as Mastodon does.
        """
        acct = _acct(name)
        async with self._server(given) as server:
            try:
                answer = await server.get("api/v1/accounts/lookup", {"acct": acct})
            except Unanswered as unanswered:
                raise Unavailable(_WORDS.get(unanswered.why, "the server does not answer")) from None
            if answer.status != 200:
                raise InvalidInput(
                    "nobody goes by this name on the server: write it like @name@mastodon.example, "
                    "and name the server where the account is at home"
                )
            try:
                person = person_of(json_of(answer))
            except Malformed as error:
                raise Unavailable("the server's answer is not what Mastodon's is") from error
        return WatchedAccount(account=person.account, handle=handle_of(person, server.base))

    def _server(self, given: Given) -> Server:
        address = given.settings.get("server", "")
        if not address.strip():
            raise InvalidInput("server: missing: give the server's address, such as server=https://mastodon.example")
        return Server(
            address if "://" in address else f"https://{address}",
            clock=given.clock,
            token=given.secrets.get("token") or None,
            patience=self._patience,
            rng=self._rng,
        )

    def _ear(self, given: Given, lives: Lives) -> MastodonEar | None:
        wanted = given.settings.get("stream", "auto").strip().lower()
        if wanted not in {"auto", "on", "off"}:
            raise InvalidInput("stream: neither auto nor on nor off")
        token = given.secrets.get("token") or None
        address = given.settings.get("streaming", "").strip() or lives.server
        stream_address(address)
        if wanted == "off" or (wanted == "auto" and token is None):
            return None
        return MastodonEar(address, lives, token=token)

    def _round_settings(self, given: Given) -> RoundSettings:
        try:
            every_s = float(given.settings.get("every", "15")) * 60
        except ValueError:
            every_s = float("nan")
        if not 60 <= every_s <= MOST_EVERY_S:
            raise InvalidInput("every: not a number of minutes from 1 to 30")
        if self._rounds is not None:
            return self._rounds
        n_accounts = len(given.accounts)
        apart_s = 0.2 if n_accounts <= FEW else APART_S
        return RoundSettings(every_s=max(every_s, min(n_accounts * APART_S, MOST_EVERY_S)), least_apart_s=apart_s)

    async def _stream_says(self, ear: MastodonEar) -> str:
        """What comes of listening to the stream for a moment."""
        hasty = replace(self._line, prove_after_s=min(self._line.prove_after_s, 5.0))
        why: Deafness | None = Deafness.CONNECTING
        try:
            async with asyncio.timeout(20), aclosing(heard_on(ear, hasty)) as items:
                async for item in items:
                    if isinstance(item, Pulse) and (why := item.why) is not Deafness.CONNECTING:
                        break
        except TimeoutError:
            why = Deafness.QUIET
        if why is None:
            return "The stream is heard."
        return _STREAM_WORDS.get(why, "The stream cannot be reached; accounts are asked for in turn all the same.")


_WORDS = {
    Deafness.UNREACHABLE: "The server cannot be reached.",
    Deafness.LOGGED_OUT: "The server answers only with a token, or the one it was given is not valid: give a new one.",
    Deafness.RATE_LIMITED: "The server asks to be left alone for a while: too much was asked of it.",
    Deafness.SPENT: "The server's limit of requests is used up for the moment.",
    Deafness.REFUSED: "The server answers, but not as a Mastodon server does.",
    Deafness.NOT_THERE: "The server does not know the account, or does not show it.",
}

_STREAM_WORDS = {
    Deafness.REFUSED: "The stream is refused: it wants a token of an account on this server, or a new one.",
    Deafness.LOGGED_OUT: "The stream is refused: it wants a token of an account on this server, or a new one.",
    Deafness.RATE_LIMITED: "The stream asks to be left alone for a while.",
    Deafness.QUIET: "The stream is open, and nothing came on it so far; accounts are asked for in turn all the same.",
}


async def _about(server: Server) -> list[str]:
    """What the server says of itself, and where its stream is."""
    answer = await server.get("api/v2/instance")
    if answer.status != 200:
        answer = await server.get("api/v1/instance")
    said = json_of(answer)
    if answer.status != 200 or not isinstance(said, dict) or not isinstance(said.get("version"), str):
        raise Unanswered(Deafness.REFUSED)
    says = ["The server answers, and speaks Mastodon's API."]
    streaming = _streaming(said)
    if streaming is not None and urlsplit(streaming).netloc.lower() != urlsplit(server.base).netloc.lower():
        says.append(f"Its stream has an address of its own: add streaming={streaming}.")
    return says


def _streaming(said: dict[str, object]) -> str | None:
    configuration = said.get("configuration")
    urls = configuration.get("urls") if isinstance(configuration, dict) else said.get("urls")
    at = (urls.get("streaming") or urls.get("streaming_api")) if isinstance(urls, dict) else None
    try:
        stream_address(at) if isinstance(at, str) else None
    except InvalidInput:
        return None
    return at if isinstance(at, str) and at.isprintable() and len(at) <= 300 else None


async def _token_works(server: Server, given: Given) -> list[str]:
    if not given.secrets.get("token"):
        return []
    answer = await server.get("api/v1/apps/verify_credentials", as_holder=True)
    return ["The token is valid."] if answer.status == 200 else ["The token could not be tried."]


async def _accounts_known(server: Server, given: Given) -> tuple[bool, list[str]]:
    """Whether accounts that are at home here can be asked for; of many, a few are tried."""
    lives = Lives(given.collector, server.base, given.accounts)
    home = [each for each in given.accounts if lives.at_home(each.account)]
    says = []
    if len(home) < len(given.accounts):
        n_others = len(given.accounts) - len(home)
        says.append(
            f"{n_others} of {len(given.accounts)} watched accounts are at home on other servers: "
            "their silence cannot be told here. Add their servers as sources of their own."
        )
    asker = Asker(server, lives, {}, clock=given.clock)
    n_known = 0
    for watched in home[:10]:
        n_known += await asker.is_known(watched)
    if home:
        says.append(f"{n_known} of {len(home[:10])} watched accounts that were tried are known here.")
    return not given.accounts or n_known > 0, says


def _acct(name: str) -> str:
    """name or name@host, as the server looks it up."""
    text = name.strip()
    if "://" in text:
        try:
            parts = urlsplit(text)
        except ValueError:
            parts = urlsplit("")
        page = _PAGE.fullmatch(parts.path)
        if page is None or not parts.netloc or parts.scheme not in {"https", "http"}:
            raise InvalidInput("not the address of an account: it is like https://mastodon.example/@name")
        return f"{page[1]}@{page[2] or parts.netloc.lower()}"
    matched = _NAME.fullmatch(text)
    if matched is None:
        raise InvalidInput("not a name on Mastodon: write it like @name@mastodon.example")
    return matched[1] if matched[2] is None else f"{matched[1]}@{matched[2].lower()}"

"""A stand-in for a Mastodon server on loopback: its REST API and its stream on one port, misbehaving on demand.

Written from docs.joinmastodon.org (methods/accounts, methods/statuses, methods/streaming, entities/Account,
entities/Status, api/rate-limits) and github.com/mastodon/mastodon, streaming/index.js. Names and words are made up.
"""

import asyncio
import contextlib
import json
import logging
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

from websockets.asyncio.server import serve
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Response

from vigil.model.heard import Gap, Heard, Pulse
from vigil.model.ids import AccountId, CollectorName, Platform
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.live.asking import Patience
from vigil.sources.live.line import LineSettings
from vigil.sources.live.rounds import RoundSettings
from vigil.sources.mastodon import MastodonSource
from vigil.usecases.listening.collecting import Given

TOKEN = "stand-in_token-0123456789abcdefghijk"
LOGIN_PAGE = b"<!DOCTYPE html><html><body><form action='/auth/sign_in'>Log in</form></body></html>"

HASTY_LINE = LineSettings(
    pulse_every_s=0.05,
    quiet_after_s=1.0,
    prove_after_s=0.5,
    probe_within_s=0.5,
    connect_within_s=5.0,
    first_wait_s=0.02,
    longest_wait_s=0.1,
    pong_within_s=5.0,
    proxy=None,
)
HASTY_ROUNDS = RoundSettings(every_s=0.2, least_apart_s=0.01, pulse_every_s=0.05, first_wait_s=0.05)
HASTY = Patience(trust_system=False, attempts=1, answer_within_s=10.0)


def stamp(at: datetime) -> str:
    """An instant as Mastodon's JSON has it."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass
class MastodonStandIn:
    """Accounts, their posts, and a stream of what happens."""

    needs_token: bool = False  # a closed server: nothing without a token
    stream_needs_token: bool = True  # since 4.2
    tokens: set[str] = field(default_factory=lambda: {TOKEN})
    says_uri: bool = True  # since 4.2
    limit_left: int | None = None  # X-RateLimit-Remaining
    reset: str | None = None
    next_answers: list[tuple[int, dict[str, str], bytes]] = field(default_factory=list)
    always: tuple[int, dict[str, str], bytes] | None = None
    only_for: str = ""  # the two above concern only paths that hold this
    hides_from_stream: bool = False
    close_after: int | None = None  # events on a connection, then 1006
    hang: bool = False  # nothing is sent, the connection stays
    twice: bool = False
    shuffled: bool = False
    junk: list[bytes | str] = field(default_factory=list)  # before each event
    refuse_stream: tuple[int, dict[str, str]] | None = None
    accounts: dict[str, dict] = field(default_factory=dict)
    gone_accounts: set[str] = field(default_factory=set)
    posts: list[dict] = field(default_factory=list)
    events: list[tuple[str, object]] = field(default_factory=list)
    asked: list[tuple[str, dict[str, str], bool]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    n_connections: int = 0
    port: int = 0
    _number: int = 109_000_000_000_000

    @property
    def base(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def person(self, name: str, *, at: str | None = None, **what) -> dict:
        """Somebody has an account, here or on another server."""
        number = str(self._next())
        host = at or f"127.0.0.1:{self.port}"
        scheme = "https" if at else "http"
        account = {
            "id": number,
            "username": name,
            "acct": f"{name}@{at}" if at else name,
            "display_name": name.title(),
            "locked": False,
            "bot": False,
            "created_at": "2022-11-01T00:00:00.000Z",
            "note": "<p>made up</p>",
            "url": f"{scheme}://{host}/@{name}",
            "uri": f"{scheme}://{host}/users/{name}",
            "followers_count": 3,
            "following_count": 4,
            "statuses_count": 0,
            "last_status_at": None,
            "emojis": [],
            "fields": [],
            **what,
        }
        self.accounts[number] = account
        return account

    def post(self, who: dict, words: str = "", *, at: datetime | None = None, tell: bool = True, **what) -> dict:
        """Somebody posts, now unless told otherwise."""
        number, made_at = str(self._next()), at or datetime.now(UTC)
        status = {
            "id": number,
            "created_at": stamp(made_at),
            "in_reply_to_id": None,
            "in_reply_to_account_id": None,
            "sensitive": False,
            "spoiler_text": "",
            "visibility": "public",
            "language": "en",
            "uri": f"{who['uri']}/statuses/{number}",
            "url": f"{who['url']}/{number}",
            "edited_at": None,
            "content": f"<p>{words or 'number ' + number}</p>",
            "reblog": None,
            "application": {"name": "Web", "website": None},
            "media_attachments": [],
            "mentions": [],
            "tags": [],
            "account": who["id"],
            **what,
        }
        if status["reblog"] is not None:
            status["uri"] = status["url"] = f"{who['uri']}/statuses/{number}/activity"
            status["content"] = ""
        self.posts.append(status)
        who["statuses_count"] += 1
        if status["visibility"] != "direct":
            who["last_status_at"] = max(who["last_status_at"] or "", made_at.date().isoformat())
        if tell and self._is_streamed(status):
            self.events.append(("update", self._shown(status)))
        return status

    def edit(self, status: dict, words: str, *, at: datetime | None = None) -> None:
        """A post is edited."""
        status["content"], status["edited_at"] = f"<p>{words}</p>", stamp(at or datetime.now(UTC))
        if self._is_streamed(status):
            self.events.append(("status.update", self._shown(status)))

    def delete(self, status: dict, *, tell: bool = True) -> None:
        """A post is deleted, and what boosted it with it."""
        boosts = [each for each in self.posts if each["reblog"] and each["reblog"]["id"] == status["id"]]
        for each in [status, *boosts]:
            self.posts.remove(each)
            self.accounts[each["account"]]["statuses_count"] -= 1
            if tell and self._is_streamed(each):
                self.events.append(("delete", each["id"]))

    def boosted(self, status: dict) -> dict:
        """A post as it stands within a boost."""
        return {**self._shown(status), "reblog": None}

    def _is_streamed(self, status: dict) -> bool:
        account = self.accounts[status["account"]]
        own = status["in_reply_to_account_id"] in {None, account["id"]}
        public = status["visibility"] == "public" and status["reblog"] is None and not account.get("limited")
        return public and own and not self.hides_from_stream

    def _next(self) -> int:
        self._number += random.randint(1, 5_000)  # noqa: S311 - numbers are skipped, as on any server
        return self._number

    def _person_shown(self, account: dict) -> dict:
        return account if self.says_uri else {key: value for key, value in account.items() if key != "uri"}

    def _shown(self, status: dict) -> dict:
        return {**status, "account": self._person_shown(self.accounts[status["account"]])}

    @contextlib.asynccontextmanager
    async def running(self):
        """The server, on a port of its own."""
        async with serve(
            self._connection,
            "127.0.0.1",
            self.port,
            process_request=self._request,
            select_subprotocol=lambda _, offered: offered[0] if offered else None,  # as Mastodon's does
            max_size=None,
            ping_interval=None,
            logger=logging.Logger("silent", logging.CRITICAL + 1),  # what it would log is what we look for in logs
        ) as server:
            self.port = server.sockets[0].getsockname()[1]
            yield self

    def _request(self, connection, request):
        parts = urlsplit(request.path)
        authorization = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if "websocket" in request.headers.get("Upgrade", "").lower():
            return self._upgrade(request)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        self.asked.append((parts.path, asked, bool(authorization)))
        status, headers, body = self._answer(parts.path, asked, authorization)
        limits = {} if self.limit_left is None else {"X-RateLimit-Remaining": str(self.limit_left)}
        limits |= {} if self.reset is None else {"X-RateLimit-Reset": self.reset}
        return _response(status, {"Content-Type": "application/json; charset=utf-8", **limits, **headers}, body)

    def _upgrade(self, request):
        self.n_connections += 1
        if self.refuse_stream is not None:
            return _response(*self.refuse_stream, b"")
        token = request.headers.get("Sec-WebSocket-Protocol")
        if (self.stream_needs_token or token is not None) and token not in self.tokens:
            return _response(401, {"X-Error-Message": "Invalid access token"}, b"")
        return None

    def _answer(self, path, asked, authorization):
        if self.only_for in path:
            if self.next_answers:
                return self.next_answers.pop(0)
            if self.always is not None:
                return self.always
        if authorization and authorization not in self.tokens:
            return _error(401, "The access token is invalid")
        if self.needs_token and not authorization:
            return _error(401, "This API requires an authenticated user")
        match path.removeprefix("/").split("/")[2:]:
            case ["instance"]:
                return 200, {}, json.dumps({"version": "4.5.0", "domain": f"127.0.0.1:{self.port}"}).encode()
            case ["apps", "verify_credentials"]:
                return (200, {}, b'{"name":"x"}') if authorization else _error(401, "The access token is invalid")
            case ["accounts", "lookup"]:
                name = asked.get("acct", "").removesuffix(f"@127.0.0.1:{self.port}")
                found = next((one for one in self.accounts.values() if one["acct"] == name), None)
                return self._person_answer(found)
            case ["accounts", number]:
                return self._person_answer(self.accounts.get(number))
            case ["accounts", number, "statuses"]:
                return self._page(number, asked, path, holder=bool(authorization))
            case ["statuses", number]:
                found = next((each for each in self.posts if each["id"] == number), None)
                if found is None or found["visibility"] not in {"public", "unlisted"}:
                    return _error(404, "Record not found")
                return 200, {}, json.dumps(self._shown(found)).encode()
        return _error(404, "Record not found")

    def _person_answer(self, account):
        if account is None or account["id"] in self.gone_accounts:
            return _error(404, "Record not found")
        return 200, {}, json.dumps(self._person_shown(account)).encode()

    def _page(self, number, asked, path, *, holder):
        if number not in self.accounts or number in self.gone_accounts:
            return _error(404, "Record not found")
        seen = {"public", "unlisted", "private"} if holder else {"public", "unlisted"}
        own = [each for each in self.posts if each["account"] == number and each["visibility"] in seen]
        if self.accounts[number].get("suspended"):
            own = []
        own.sort(key=lambda each: int(each["id"]))
        limit = min(int(asked.get("limit", 20)), 40)
        if "max_id" in asked:
            own = [each for each in own if int(each["id"]) < int(asked["max_id"])]
        if "min_id" in asked:
            own = [each for each in own if int(each["id"]) > int(asked["min_id"])][:limit]
        page = own[-limit:][::-1]
        link = f'<{self.base}{path}?max_id={page[-1]["id"]}>; rel="next"' if page else ""
        return 200, {"Link": link}, json.dumps([self._shown(each) for each in page]).encode()

    async def _connection(self, socket):
        asked = {name: values[0] for name, values in parse_qs(urlsplit(socket.request.path).query).items()}
        self.told.append(socket.request.path)
        at, n_sent = len(self.events), 0
        with contextlib.suppress(ConnectionClosed):
            if asked.get("stream") != "public":
                await socket.send(json.dumps({"error": "Unknown stream type", "status": 400}))
            while socket.close_code is None:
                batch = [] if self.hang else self.events[at:]
                at = at if self.hang else len(self.events)
                for event, payload in batch[::-1] if self.shuffled else batch:
                    text = payload if isinstance(payload, str) else json.dumps(payload)
                    frame = json.dumps({"stream": ["public"], "event": event, "payload": text})
                    for each in [*self.junk, *[frame] * (2 if self.twice else 1)]:
                        if self.close_after is not None and n_sent >= self.close_after:
                            socket.transport.abort()
                            return
                        await socket.send(each)
                        n_sent += 1
                await asyncio.sleep(0.01)


def _error(status: int, words: str):
    return status, {}, json.dumps({"error": words}).encode()


def _response(status: int, headers: dict[str, str], body: bytes) -> Response:
    whole = Headers({"Content-Length": str(len(body)), "Connection": "close", **headers})
    return Response(status, HTTPStatus(status).phrase, whole, body)


def watched(account: dict, *, handle: str | None = None) -> WatchedAccount:
    """An account on the watchlist."""
    return WatchedAccount(account=Account(Platform("mastodon"), AccountId(account["uri"])), handle=handle)


def given(server: MastodonStandIn, *accounts: dict, token: str | None = None, **what) -> Given:
    """What a collector is given."""
    settings = {"server": server.base, "stream": "auto", "every": "15", **what.pop("settings", {})}
    return Given(
        collector=CollectorName("mastodon-1"),
        accounts=tuple(watched(each) for each in accounts),
        clock=what.pop("clock", lambda: datetime.now(UTC)),
        settings=settings,
        secrets={} if token is None else {"token": token},
        **what,
    )


def source(**what) -> MastodonSource:
    """The kind of source, in haste."""
    hasty = {"patience": HASTY, "line": HASTY_LINE, "rounds": HASTY_ROUNDS, "probe_every_s": 0.1, **what}
    return MastodonSource(**hasty)


async def hearing(collector, until=lambda items: False, *, once=False, within_s=60.0, while_doing=None):
    """What a collector gives until enough has come, or until it ends, or an error that says what did."""
    items = []
    doing = asyncio.create_task(while_doing()) if while_doing else None
    stream = collector.listen(once=once)
    try:
        async with asyncio.timeout(within_s):
            async for item in stream:
                items.append(item)
                if doing is not None and doing.done():
                    doing.result()
                if until(items):
                    return items
    except TimeoutError:
        pulses = [(pulse.why, pulse.account is None) for pulse in of(items, Pulse)]
        raise AssertionError(f"not within {within_s} s; {seen(items)[-20:]}, pulses {pulses[-20:]}") from None
    finally:
        await stream.aclose()
        if doing is not None:
            doing.cancel()
            await asyncio.gather(doing, return_exceptions=True)
    return items


def heard_once(server, *accounts, token=None, **what):
    """What one round brings, of a server that runs for as long."""
    return asyncio.run(_heard_once(server, accounts, token, what))


async def _heard_once(server, accounts, token, what):
    async with server.running():
        return await hearing(source().collector(given(server, *accounts, token=token, **what)), once=True)


def of(items, kind):
    """The items of a kind."""
    return [item for item in items if isinstance(item, kind)]


def seen(items):
    """Every observation, in order: kind and what it concerns."""
    return [
        (str(each.kind), each.post.rpartition("/statuses/")[2] if each.post else str(each.state))
        for item in of(items, Heard)
        for each in item.observations
    ]


def posts(items):
    """The same, without states."""
    return [each for each in seen(items) if each[0] != "account_state"]


def observations(items):
    """Every observation of a post, in order."""
    return [each for item in of(items, Heard) for each in item.observations if each.post is not None]


def states(items):
    """Every state, with its words."""
    return [
        (str(each.state), each.text) for item in of(items, Heard) for each in item.observations if each.post is None
    ]


def whys(items, *, of_accounts=False):
    """Why it did not hear, pulse by pulse, of the source or of single accounts."""
    return [pulse.why for pulse in of(items, Pulse) if (pulse.account is not None) == of_accounts]


def gaps(items):
    """Why something is missing."""
    return [gap.why for gap in of(items, Gap)]

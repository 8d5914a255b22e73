"""The API v2 of X on loopback, written from docs.x.com, and misbehaving on demand. All of it is made up."""

import contextlib
import json
import queue
import random
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from vigil.model.ids import AccountId, CollectorName
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.live.asking import Patience
from vigil.sources.live.long_lines import LongSettings
from vigil.sources.live.rounds import RoundSettings
from vigil.sources.x import XSource
from vigil.sources.x.asker import AskerSettings
from vigil.sources.x.names import PLATFORM
from vigil.sources.x.stream import StreamSettings
from vigil.usecases.listening.collecting import Given

EAR = CollectorName("x")
TOKEN = "AAAAmadeUpToken%3Dnobodys"
EPOCH_MS = 1_288_834_974_657
LOGIN = b"<!DOCTYPE html><html><head><title>Log in to X</title></head><body><form>Password</form></body></html>"


def now():
    """Now."""
    return datetime.now(UTC)


def snowflake(at, n=0):
    """An id of this instant."""
    return str(((int(at.timestamp() * 1000) - EPOCH_MS) << 22) + n)


@dataclass
class Person:
    """One made-up account."""

    number: str
    name: str
    protected: bool = False
    suspended: bool = False
    gone: bool = False
    posts: list[dict] = field(default_factory=list)  # the newest version of each, the oldest first
    hidden: set[str] = field(default_factory=set)  # left out of the timeline

    def watched(self):
        return WatchedAccount(account=Account(PLATFORM, AccountId(self.number)), handle=self.name)

    @property
    def account(self):
        return Account(PLATFORM, AccountId(self.number))


class X:
    """The API, with its accounts, and what is wrong with it."""

    def __init__(self):
        self.people, self.media, self.rules = {}, {}, {}
        self.broken = lambda path, asked: None  # status, headers, body in place of the answer
        self.cut = lambda body: body
        self.backwards = self.twice = False
        self.seen, self.given = [], []  # what was asked; each thing that was given, as X charges for it
        self.address, self.beat_s, self.mute = "", 0.05, False
        self.refuse_stream = lambda: None
        self._wires, self._n = [], 0
        self.usage = {"project_usage": "120", "project_cap": "10000", "cap_reset_day": 1}
        self._lock = threading.Lock()

    def person(self, name="swallow", number="1500001", **more):
        self.people[number] = Person(number, name, **more)
        return self.people[number]

    def post(self, person, text="made up", *, at=None, media=0, **more):
        """A new post; on the stream too."""
        self._n += 1
        at = at or now()
        number = more.pop("id", None) or snowflake(at, self._n)
        said = {
            "id": number,
            "author_id": person.number,
            "text": text,
            "created_at": at.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
            "edit_history_tweet_ids": [number],
            "lang": "en",
            **more,
        }
        if media:
            keys = [f"3_{number}{n}" for n in range(media)]
            said["attachments"] = {"media_keys": keys}
            self.media |= {k: {"media_key": k, "type": "photo", "url": f"https://pbs.twimg.com/{k}.jpg"} for k in keys}
        with self._lock:
            person.posts.append(said)
        self.push(said)
        return said

    def edit(self, person, post, text, at=None):
        """A later version of a post takes its place."""
        with self._lock:
            person.posts.remove(post)
        history = post["edit_history_tweet_ids"]
        self._n += 1
        number = snowflake(at or now(), self._n)
        kept = {key: post[key] for key in ("referenced_tweets", "attachments") if key in post}
        return self.post(person, text, at=at, id=number, edit_history_tweet_ids=[*history, number], **kept)

    def delete(self, person, post):
        with self._lock:
            person.posts.remove(post)

    # The stream.

    def push(self, said):
        """Give a post to whoever streams and has a rule for it."""
        rule = f"from:{said['author_id']}"
        if any(rule in value.split(" OR ") for value in self.rules.values()):
            self.write(self.line(said))

    def line(self, said):
        keys = said.get("attachments", {}).get("media_keys", [])
        more = {"includes": {"media": [self.media[key] for key in keys]}} if keys else {}
        return json.dumps({"data": said, **more, "matching_rules": [{"id": "1", "tag": "vigil"}]}).encode() + b"\r\n"

    def write(self, raw):
        """Bytes to every open connection."""
        if not self.mute:
            for wire in list(self._wires):
                wire.put(raw)

    def hang_up(self):
        for wire in list(self._wires):
            wire.put(None)

    @property
    def n_streams(self):
        return len(self._wires)

    def asked(self, part):
        return sum(part in path for path in self.seen)

    @contextlib.contextmanager
    def running(self):
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        self.address = f"http://127.0.0.1:{server.server_port}"
        try:
            yield self
        finally:
            self.hang_up()
            server.shutdown()
            thread.join()
            server.server_close()

    # What is answered.

    def answer(self, method, path, asked, body, token):
        broken = self.broken(path, asked)
        if broken is not None:
            return broken
        if token != f"Bearer {TOKEN}":
            return 401, {}, _json({"title": "Unauthorized", "type": "about:blank", "status": 401})
        parts = path.strip("/").split("/")[1:]
        with self._lock:
            return 200, {}, self.cut(_json(self._said(method, parts, asked, body)))

    def _said(self, method, parts, asked, body):
        match parts:
            case ["users"]:
                return self._lookup(asked["ids"].split(","), "ids")
            case ["users", "by", "username", name]:
                found = [each for each in self.people.values() if each.name.lower() == name.lower() and not each.gone]
                if not found:
                    return {"errors": [_not_found("user", name, "username")]}
                said = self._lookup([found[0].number], "username")
                return said if "errors" in said else {"data": said["data"][0]}
            case ["users", number, "tweets"]:
                return self._timeline(number, asked)
            case ["tweets"]:
                return self._posts(asked["ids"].split(","))
            case ["usage", "tweets"]:
                return {"data": self.usage}
            case ["tweets", "search", "stream", "rules"]:
                return self._rules(method, body)
        raise AssertionError(parts)

    def _lookup(self, numbers, parameter):
        data, errors = [], []
        for number in numbers:
            person = self.people.get(number)
            if person is None or person.gone:
                errors.append(_not_found("user", number, parameter))
            elif person.suspended:
                errors.append(_suspended(number, parameter))
            else:
                self.given.append(f"u{number}")
                newest = {"most_recent_tweet_id": person.posts[-1]["id"]} if person.posts else {}
                data.append(
                    {"id": number, "username": person.name, "name": "Made Up", "protected": person.protected, **newest}
                )
        return {**({"data": data} if data else {}), **({"errors": errors} if errors else {})}

    def _timeline(self, number, asked):
        person = self.people.get(number)
        if person is None or person.gone:
            return {"errors": [_not_found("user", number, "id")]}
        if person.suspended:
            return {"errors": [_suspended(number, "id")]}
        if person.protected:
            return {"errors": [_not_authorized(number)]}
        most = int(asked["max_results"])
        assert 5 <= most <= 100
        posts = sorted((p for p in person.posts if p["id"] not in person.hidden), key=lambda p: -int(p["id"]))[:3200]
        if "since_id" in asked:
            posts = [p for p in posts if int(p["id"]) > int(asked["since_id"])]
        if "start_time" in asked:
            posts = [p for p in posts if p["created_at"] >= asked["start_time"].replace("Z", ".000Z")]
        begin = int(asked.get("pagination_token", "7140dib0")[7:])
        page, rest = posts[begin : begin + most], posts[begin + most :]
        media = []
        if "attachments.media_keys" in asked.get("expansions", ""):
            media = [self.media[k] for p in page for k in p.get("attachments", {}).get("media_keys", [])]
        self.given += [f"p{p['id']}" for p in page] + [f"m{m['media_key']}" for m in media]
        if self.backwards:
            page = page[::-1]
        if self.twice:
            page = page + page[:2]
        meta = {"result_count": len(page)}
        if rest:
            meta["next_token"] = f"7140dib{begin + most}"
        said = {"meta": meta} if not page else {"data": page, "meta": meta}
        return {**said, **({"includes": {"media": media}} if media else {})}

    def _posts(self, numbers):
        there = {}
        for person in self.people.values():
            for post in person.posts:
                there |= dict.fromkeys(post["edit_history_tweet_ids"], post)
        data = [{"id": n, "author_id": there[n]["author_id"], "text": ""} for n in numbers if n in there]
        self.given += [f"p{each['id']}" for each in data]
        errors = [_not_found("tweet", n, "ids") for n in numbers if n not in there]
        return {**({"data": data} if data else {}), **({"errors": errors} if errors else {})}

    def _rules(self, method, body):
        if method == "POST":
            wanted = json.loads(body)
            for number in wanted.get("delete", {}).get("ids", []):
                self.rules.pop(number, None)
            for rule in wanted.get("add", []):
                assert len(rule["value"]) <= 512
                self._n += 1
                self.rules[f"16{self._n:04}"] = rule["value"]
            return {"meta": {"sent": "2026-01-05T00:00:00.000Z", "summary": {"created": 1}}, "data": []}
        data = [
            {"id": n, "value": value, **({"tag": "vigil"} if value.startswith("from:") else {})}
            for n, value in self.rules.items()
        ]
        return {**({"data": data} if data else {}), "meta": {"sent": "2026-01-05T00:00:00.000Z"}}


def _handler(site):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            parts = urlsplit(self.path)
            site.seen.append(self.path)
            if parts.path == "/2/tweets/search/stream":
                self._stream()
                return
            self._plain(parts, b"")

        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            site.seen.append(f"POST {self.path}")
            self._plain(urlsplit(self.path), body)

        def _plain(self, parts, sent):
            asked = {k: v[0] for k, v in parse_qs(parts.query).items()}
            status, headers, body = site.answer(self.command, parts.path, asked, sent, self.headers["Authorization"])
            self.send_response(status)
            for name, value in {"Set-Cookie": "guest_id=not_to_be_kept", **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with contextlib.suppress(ConnectionError):
                self.wfile.write(body)

        def _stream(self):
            refused = site.refuse_stream()
            if refused is not None:
                status, headers, body = refused
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                return
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            wire = queue.Queue()
            site._wires.append(wire)
            self.end_headers()
            self.close_connection = True
            with contextlib.suppress(ConnectionError, OSError):
                while True:
                    try:
                        raw = wire.get(timeout=site.beat_s)
                    except queue.Empty:
                        raw = b"\r\n" if not site.mute else b""
                    if raw is None:
                        break
                    for piece in _pieces(raw):
                        self.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
                    self.wfile.flush()
            site._wires.remove(wire)
            self.connection.close()

        def log_message(self, *words):
            pass

    return Handler


def _pieces(raw):
    """A line in chunks of any size."""
    while raw:
        n = random.randint(1, 2000) if len(raw) < 100_000 else 1_000_000  # noqa: S311 - chance, not a secret
        yield raw[:n]
        raw = raw[n:]


def _json(said):
    return json.dumps(said).encode()


def _not_found(kind, number, parameter):
    return {
        "value": number,
        "detail": f"Could not find {kind} with {parameter}: [{number}].",
        "title": "Not Found Error",
        "resource_type": kind,
        "parameter": parameter,
        "resource_id": number,
        "type": "https://api.x.com/2/problems/resource-not-found",
    }


def _suspended(number, parameter):
    return {
        **_not_found("user", number, parameter),
        "detail": f"User has been suspended: [{number}].",
        "title": "Forbidden",
    }


def _not_authorized(number):
    return {
        "resource_id": number,
        "parameter": "id",
        "resource_type": "user",
        "section": "data",
        "title": "Authorization Error",
        "value": number,
        "detail": f"Sorry, you are not authorized to see the user with id: [{number}].",
        "type": "https://api.x.com/2/problems/not-authorized-for-resource",
    }


QUICK_ROUNDS = RoundSettings(
    every_s=0.4, least_apart_s=0.0, pulse_every_s=0.05, quiet_after_s=20.0, probe_every_s=0.5, first_wait_s=0.05
)


def source(site, *, rounds=QUICK_ROUNDS, gone_for_s=0.05, media=True, look_after=5, quiet_after_s=20.0):
    """The source, in a hurry."""
    return XSource(
        address=site.address,
        patience=Patience(attempts=1, answer_within_s=30.0, trust_system=False),
        rounds=rounds,
        long=LongSettings(quiet_after_s=quiet_after_s, trust_system=False),
        stream=StreamSettings(
            closed_step_s=0.02,
            closed_most_s=0.1,
            refused_first_s=0.05,
            refused_most_s=0.2,
            look_again_s=0.1,
            media=media,
        ),
        asker=AskerSettings(media=media, look_after=look_after, gone_for=timedelta(seconds=gone_for_s)),
        rng=random.Random(7),  # noqa: S311 - chance, not a secret
    )


def given(*people, clock=now, cursor=None, heard_until=None, token=TOKEN, reads="100000", **settings):
    """What a collector is given."""
    return Given(
        collector=EAR,
        accounts=tuple(each.watched() if isinstance(each, Person) else each for each in people),
        clock=clock,
        settings={"reads_per_month": reads, **settings},
        secrets={"token": token} if token else {},
        cursor=cursor,
        heard_until=heard_until or {},
    )

"""A directory, a server and whoever knows names, in one, on loopback: for answers a real server does not give."""

import json
from datetime import UTC, datetime

from answers import answering
from stand_ins import ALICE

from vigil.model.heard import Heard
from vigil.model.ids import CollectorName
from vigil.model.observation import Kind, Observation, Origin
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.bluesky.events import PLATFORM
from vigil.sources.bluesky.setup import setup_of
from vigil.sources.live.asking import Patience

EAR = CollectorName("ear")
HASTY_ASKING = Patience(trust_system=False, attempts=1, answer_within_s=5)
ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"

JUNK = [
    b"",
    b"\x00" * 100,
    b"<html><body>Please log in</body></html>",
    b'{"records": [',
    b"[]",
    b"null",
    b'{"records": null, "active": "yes", "did": 7}',
    b'{"records": [null, 7, [], {}, {"uri": 7}, {"uri": "at://x"}], "did": [], "active": {}}',
    b'{"records": "' + b"x" * 10_000_000 + b'"}',
    "\ud800".encode("utf-8", "surrogatepass"),
]
"""What comes in place of an answer."""


def tid(at):
    """The key of a record made at an instant."""
    number = int(at.timestamp() * 1_000_000) << 10
    return "".join(ALPHABET[number >> 5 * k & 31] for k in reversed(range(13)))


def watched(did):
    """An account, as it is watched."""
    return WatchedAccount(account=Account(PLATFORM, did))


def now():
    """Our clock."""
    return datetime.now(UTC)


def seen(post, text="words", kind=Kind.POST, did=ALICE):
    """One observation."""
    return Observation(
        platform=PLATFORM,
        account=did,
        published_at=now(),
        kind=kind,
        origin=Origin(file="0" * 64, position="event"),
        post=post,
        text=text,
    )


def heard(*observations):
    """One message."""
    keys = tuple(str(k) for k in range(len(observations)))
    return Heard(collector=EAR, raw=b"", received_at=now(), url="", keys=keys, observations=observations)


class BlueskyService:
    """What it says can be changed while it runs."""

    def __init__(self):
        self.records = {}  # did -> [(rkey, text)], newest first
        self.states = {}  # did -> (active, word)
        self.handles = {}
        self.down = False
        self.junk = None  # in place of any answer but the directory's
        self.address = ""
        self.asked = []

    def running(self):
        """The server; the address is known from here on."""
        return answering(self._answer)

    def setup(self, base, **settings):
        """The settings of a source that asks nobody else."""
        self.address = base
        told = {"service": "ws://127.0.0.1:1", "directory": base, "names": base, **settings}
        return setup_of(told)

    def post(self, did, at, text="words", rkey=None):
        """Another post."""
        self.records.setdefault(did, []).insert(0, (rkey or tid(at), text, at))
        return f"at://{did}/app.bsky.feed.post/{self.records[did][0][0]}"

    def _answer(self, path, asked):
        self.asked.append(path)
        if path.startswith("/did:"):
            return self._document(path[1:])
        if self.down:
            return 503, {}, b""
        if self.junk is not None:
            return 200, {}, self.junk
        method = path.removeprefix("/xrpc/")
        if method == "com.atproto.identity.resolveHandle":
            did = next((did for did, handle in self.handles.items() if handle == asked["handle"]), None)
            return (200, {}, _json({"did": did})) if did else (400, {}, _json({"error": "InvalidRequest"}))
        did = asked.get("did", asked.get("repo"))
        if did not in self.states:
            return 400, {}, _json({"error": "RepoNotFound", "message": "could not find it"})
        if method == "com.atproto.sync.getRepoStatus":
            active, word = self.states[did]
            newest = self.records.get(did) or [(None,)]
            said = {"did": did, "active": active} | ({"status": word} if word else {})
            return 200, {}, _json(said | ({"rev": newest[0][0]} if newest[0][0] else {}))
        records = self.records.get(did, []) if asked["collection"] == "app.bsky.feed.post" else []
        begin = int(asked.get("cursor", "0"))
        page = records[begin : begin + int(asked["limit"])]
        listed = [
            {
                "uri": f"at://{did}/{asked['collection']}/{rkey}",
                "cid": f"bafy{rkey}",
                "value": {"text": text, "createdAt": at.isoformat()},
            }
            for rkey, text, at in page
        ]
        more = {"cursor": str(begin + len(page))} if begin + len(page) < len(records) else {}
        return 200, {}, _json({"records": listed, **more})

    def _document(self, did):
        if did not in self.states:
            return 404, {}, b"{}"
        server = {"id": "#atproto_pds", "type": "AtprotoPersonalDataServer", "serviceEndpoint": self.address}
        handle = self.handles.get(did)
        said = {"id": did, "service": [server], "alsoKnownAs": [f"at://{handle}"] if handle else []}
        return 200, {}, _json(said)


def _json(said):
    return json.dumps(said).encode()

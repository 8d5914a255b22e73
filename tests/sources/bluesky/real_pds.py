"""A real PDS with its PLC directory on loopback, what people do on it, and a wire that can be cut."""

import asyncio
import base64
import contextlib
import hashlib
import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import libipld
import pytest
from websockets.asyncio.client import connect

PDS = Path(__file__).parent / "pds"
POST, REPOST = "app.bsky.feed.post", "app.bsky.feed.repost"


def installed() -> Path:
    """The folder that holds the packages, installed if need be; or skip, loudly."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("NO REAL PDS WAS TRIED: it needs Node 18.7 or newer, with npm, on the path")
    lock = (PDS / "package-lock.json").read_bytes()
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    folder = cache / "vigil-tests" / f"pds-{hashlib.sha256(lock).hexdigest()[:16]}"
    folder.mkdir(parents=True, exist_ok=True)
    with alone(folder):
        _install(folder, npm)
    return folder


@contextlib.contextmanager
def alone(folder):
    """Tests may run in several processes: one of them installs, the others wait."""
    with (folder / "lock").open("w") as stream:
        with contextlib.suppress(ImportError):  # not on Windows
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_EX)
        yield


def _install(folder, npm):
    if not (folder / "whole").exists():
        for name in ("package.json", "package-lock.json"):
            shutil.copy(PDS / name, folder / name)
        done = subprocess.run(
            [npm, "ci", "--no-audit", "--no-fund"], cwd=folder, capture_output=True, text=True, check=False, timeout=900
        )
        if done.returncode != 0:
            pytest.skip(f"NO REAL PDS WAS TRIED: npm ci failed: {done.stderr.strip()[-300:]}")
        (folder / "whole").touch()
    if not (folder / "start.mjs").exists() or (folder / "start.mjs").read_bytes() != (PDS / "start.mjs").read_bytes():
        shutil.copy(PDS / "start.mjs", folder / "start.mjs")


@contextlib.contextmanager
def running():
    """A server, stopped at the end whatever happens."""
    environment = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    process = subprocess.Popen(
        ["node", "start.mjs"],
        cwd=installed(),
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        for line in process.stdout:
            if line.startswith('{"plc"'):
                said = json.loads(line)
                break
        else:
            raise AssertionError(f"the PDS did not start: {process.stderr.read()[-2000:]}")
        server = RealPds(said["pds"], said["plc"])
        yield server
        server.leave()
    finally:
        process.stdin.close()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()
        process.stderr.close()


def tid(at):
    """The key of a record made at an instant, as servers make them."""
    number, digits = int(at.timestamp() * 1_000_000) << 10, "234567abcdefghijklmnopqrstuvwxyz"
    return "".join(digits[number >> 5 * k & 31] for k in reversed(range(13)))


@dataclass
class Person:
    """An account on the server."""

    did: str
    headers: dict[str, str]


class RealPds:
    """What people and the server's operator do."""

    def __init__(self, pds, plc):
        self.url, self.directory = pds, plc
        self.stream = pds.replace("http://", "ws://")
        # Each request on a connection of its own: the server drops an idle one just as the next request is sent.
        alone = httpx.Limits(max_keepalive_connections=0)
        self._client = httpx.Client(base_url=f"{pds}/xrpc/", trust_env=False, timeout=20, limits=alone)

    def _do(self, method, body=None, **how):
        answer = self._client.post(method, json=body, **how) if body is not None else self._client.post(method, **how)
        assert answer.status_code == 200, (method, answer.text)
        return answer.json() if answer.content else None

    def leave(self):
        """Nothing more is done here."""
        self._client.close()

    def join(self, name) -> Person:
        """A new account."""
        asked = {"email": f"{name}@example.com", "handle": f"{name}.test", "password": "a password of a test"}
        said = self._do("com.atproto.server.createAccount", asked)
        return Person(said["did"], {"Authorization": f"Bearer {said['accessJwt']}"})

    def post(self, person, text, *, answering=None, collection=POST, rkey=None, **fields):
        """A post, or an answer to one; its address and digest."""
        record = {"$type": collection, "createdAt": "2016-12-04T18:30:00.000Z", **fields}
        if text is not None:
            record["text"] = text
        if answering is not None:
            record["reply"] = {"root": answering, "parent": answering}
        asked = {"repo": person.did, "collection": collection, "record": record, **({"rkey": rkey} if rkey else {})}
        said = self._do("com.atproto.repo.createRecord", asked, headers=person.headers)
        return {"uri": said["uri"], "cid": said["cid"]}

    def picture(self, person, data, kind="image/png"):
        """A blob, to be shown in a post."""
        headers = {**person.headers, "Content-Type": kind}
        return self._do("com.atproto.repo.uploadBlob", content=data, headers=headers)["blob"]

    def repost(self, person, subject):
        """A repost."""
        return self.post(person, None, collection=REPOST, subject=subject)

    def edit(self, person, post, text):
        """New words for a post."""
        record = {"$type": POST, "createdAt": "2016-12-04T18:30:00.000Z", "text": text}
        asked = {"repo": person.did, "collection": POST, "rkey": post["uri"].split("/")[-1], "record": record}
        self._do("com.atproto.repo.putRecord", asked, headers=person.headers)

    def delete(self, person, post):
        """A post or repost taken back."""
        _, _, _, collection, rkey = post["uri"].split("/")
        asked = {"repo": person.did, "collection": collection, "rkey": rkey}
        self._do("com.atproto.repo.deleteRecord", asked, headers=person.headers)

    def rename(self, person, handle):
        """Another handle."""
        self._do("com.atproto.identity.updateHandle", {"handle": handle}, headers=person.headers)

    def deactivate(self, person):
        """The holder switches the account off."""
        self._do("com.atproto.server.deactivateAccount", {}, headers=person.headers)

    def reactivate(self, person):
        """And on again."""
        self._do("com.atproto.server.activateAccount", headers=person.headers)

    def take_down(self, person, *, applied=True):
        """The operator does, or takes it back."""
        subject = {"$type": "com.atproto.admin.defs#repoRef", "did": person.did}
        asked = {"subject": subject, "takedown": {"applied": applied, **({"ref": "a test"} if applied else {})}}
        self._do("com.atproto.admin.updateSubjectStatus", asked, auth=("admin", "admin-pass"))

    def destroy(self, person):
        """The account is deleted for good."""
        self._do("com.atproto.admin.deleteAccount", {"did": person.did}, auth=("admin", "admin-pass"))


class Wire:
    """A wire to the server that can be cut, as 1006 does: without a word."""

    def __init__(self, url):
        self._host, _, port = url.removeprefix("ws://").partition(":")
        self._port = int(port)
        self._writers = []
        self.n_cuts = 0

    @contextlib.asynccontextmanager
    async def strung(self):
        """The address to listen at."""
        server = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        try:
            yield f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        finally:
            self.cut()
            server.close()
            await server.wait_closed()

    def cut(self):
        """Everyone's connection is gone."""
        self.n_cuts += bool(self._writers)
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()

    async def _carry(self, reader, writer):
        try:
            there_reader, there_writer = await asyncio.open_connection(self._host, self._port)
        except OSError:  # nobody is there: whoever came hears so, and nothing is left open
            writer.transport.abort()
            return
        self._writers += [writer, there_writer]
        await asyncio.gather(_pour(reader, there_writer), _pour(there_reader, writer))


async def _pour(reader, writer):
    with contextlib.suppress(ConnectionError):
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
    with contextlib.suppress(ConnectionError):
        writer.close()


def as_json(value):
    """A record as JSON has it: a link, in binary here, is an object there (atproto.com/specs/data-model)."""
    if isinstance(value, dict):
        return {name: as_json(each) for name, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    if isinstance(value, bytes):
        return {"$link": "b" + base64.b32encode(value).decode().lower().rstrip("=")}
    return value


@contextlib.asynccontextmanager
async def fed(stand_in, pds):
    """A Jetstream's stand-in, fed by the real server's firehose."""

    async def feed():
        async with connect(f"{pds.stream}/xrpc/com.atproto.sync.subscribeRepos?cursor=0", proxy=None) as socket:
            while True:
                header, body = libipld.decode_dag_cbor_multi(await socket.recv())
                kind = header["t"].removeprefix("#")
                did, at = body.get("repo") or body["did"], datetime.fromisoformat(body["time"])
                # Jetstream's instants are its own and rise; a server's may fall together.
                at = max([at, *(event.at + timedelta(microseconds=1) for event in stand_in.events[-1:])])
                common = {"at": at, "kind": kind, "revision": body.get("rev")}
                if kind != "commit":
                    stand_in.did(did, **common, status=body.get("status"), handle=body.get("handle"))
                    continue
                blocks = libipld.decode_car(body["blocks"])[1]
                for operation in body["ops"]:
                    collection, rkey = operation["path"].split("/")
                    record = as_json(blocks.get(operation["cid"], {}))
                    what = {"action": operation["action"], "collection": collection, "rkey": rkey, "record": record}
                    stand_in.did(did, **common, **what)

    feeding = asyncio.create_task(feed())
    try:
        async with stand_in.running() as address:
            n = -1
            while n != len(stand_in.events):
                n = len(stand_in.events)
                await asyncio.sleep(0.5)
            yield address
            if feeding.done():
                feeding.result()  # why it is no longer fed
    finally:
        feeding.cancel()
        await asyncio.gather(feeding, return_exceptions=True)

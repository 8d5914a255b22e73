"""What listening costs to the disk, and what a kill leaves: figures of docs/listening.md.

A server on its own core sends 10,000 Jetstream events a second without end, one in a hundred of them by one of 5,000
watched accounts, and replays from any cursor. The whole of `vigil listen` hears it, into an encrypted case.

    python tools/measure_listening.py                 30 s: how long from an event to its being on disk, and the backlog
    python tools/measure_listening.py --seconds 600   the same, longer
    python tools/measure_listening.py --firehose      2,000 events a second of a relay's firehose in their place
    python tools/measure_listening.py --kills 200     SIGKILL at random moments; some 7 minutes
    python tools/measure_listening.py --full-disk     a disk of 300 MB that fills, and has room again (Linux, as root)
"""

import argparse
import asyncio
import contextlib
import multiprocessing
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "sources" / "live"))

from stand_ins import Event, firehose_frame, subscribe_frame
from websockets.asyncio.server import ServerConnection, serve

from vigil.model.heard import Manifest
from vigil.model.ids import AccountId, CollectorName, Platform, WitnessName
from vigil.model.witness import Account, Basis, WatchedAccount, Witness
from vigil.sources.bluesky.firehose import FirehoseEar
from vigil.sources.bluesky.jetstream import JetstreamEar, Wire
from vigil.sources.live.line import Ear, LineSettings
from vigil.sources.live.line import listen as line
from vigil.store.casefile import create_case, writing_case
from vigil.store.keys import ScryptCost
from vigil.usecases.listening import keeping
from vigil.usecases.listening.collecting import Given, Item, SourceSetting, Trial
from vigil.usecases.listening.listen import ListenSettings, listen
from vigil.usecases.listening.ports import AddedSource
from vigil.usecases.make_checkpoint import make_checkpoint
from vigil.usecases.ports import Secrets
from vigil.usecases.verify_case import verify_case

RATES = {"jetstream": 10_000, "firehose": 2_000}  # events a second
WATCHED = [f"did:plc:{k:024d}" for k in range(5_000)]
OTHERS = [f"did:plc:x{k:023d}" for k in range(100_000)]
TEXT = "what a post of the usual length says, in two lines or three, with a name and a place and a time " * 2
SECRETS = Secrets(passphrase="six random words of a tool")  # noqa: S106 - of a case that is thrown away
EAR = CollectorName("bluesky")


def now() -> datetime:
    return datetime.now(UTC)


def event(number: int, began: datetime, rate: int) -> Event:
    """The same event at the same instant whenever it is asked for. One in a hundred is a watched account's."""
    did = WATCHED[number // 100 % len(WATCHED)] if number % 100 == 0 else OTHERS[number % len(OTHERS)]
    record = {"$type": "app.bsky.feed.post", "text": TEXT, "createdAt": "2016-12-04T18:30:00Z", "langs": ["en"]}
    at = began + timedelta(microseconds=number * 1_000_000 // rate)
    return Event(number=number, did=did, at=at, rkey=f"r{number}", record=record)


def served(port: "Synchronized[int]", began_s: float, wire: str) -> None:
    """The server, in a process of its own. A firehose counts its events, a Jetstream dates them."""
    began, rate = datetime.fromtimestamp(began_s, UTC), RATES[wire]
    frame = subscribe_frame if wire == "jetstream" else firehose_frame

    def number_at(micros: int) -> int:
        return max(0, int((micros / 1e6 - began_s) * rate))

    def begin(cursor: int) -> int:
        return number_at(cursor) if wire == "jetstream" else cursor

    async def connection(socket: ServerConnection) -> None:
        asked = parse_qs(urlsplit(socket.request.path if socket.request else "").query)
        number = begin(int(asked["cursor"][0])) if "cursor" in asked else number_at(int(time.time() * 1e6))
        with contextlib.suppress(Exception):
            while True:
                for number in range(number, min(number_at(int(time.time() * 1e6)), number + 2_000)):  # noqa: B020
                    await socket.send(frame(event(number, began, rate)))
                number += 1
                await asyncio.sleep(0.002)

    async def run() -> None:
        async with serve(connection, "127.0.0.1", 0, compression=None, max_size=None) as server:
            port.value = server.sockets[0].getsockname()[1]
            await asyncio.sleep(86_400)

    asyncio.run(run())


class Stream:
    """The stream alone: what fills gaps and probes accounts is measured elsewhere."""

    name = "stream"
    manifest = Manifest(
        platform=Platform("bluesky"), hears=(), needs=(), cannot_see=(), most_accounts=None, deaf_within_s=90.0
    )
    settings: tuple[SourceSetting, ...] = (
        SourceSetting(name="service", says="where", required=True),
        SourceSetting(name="wire", says="which", required=True),
    )

    def collector(self, given: Given) -> "Heard_":
        return Heard_(given)

    async def trial(self, given: Given) -> Trial:
        raise NotImplementedError

    async def account(self, given: Given, name: str) -> WatchedAccount:
        raise NotImplementedError


class Heard_:  # noqa: N801 - a collector of this tool
    def __init__(self, given: Given) -> None:
        service, watched = given.settings["service"], [watched.account.id for watched in given.accounts]
        self._ear: Ear = (
            JetstreamEar(service + Wire.SUBSCRIBE, watched, collector=given.collector, cursor=given.cursor)
            if given.settings["wire"] == "jetstream"
            else FirehoseEar(service, watched, collector=given.collector, cursor=given.cursor)
        )

    async def listen(self, *, once: bool) -> AsyncIterator[Item]:  # noqa: ARG002 - it has no end
        async for item in line(self._ear, LineSettings(pulse_every_s=1, proxy=None)):
            yield item

    def watch(self, accounts: Sequence[WatchedAccount]) -> None:
        pass


def new_case(folder: Path, service: str, wire: str) -> None:
    create_case(folder, passphrase=SECRETS.passphrase, created_at=now(), written_by="tool", cost=ScryptCost(n=2**4))
    with writing_case(folder, SECRETS) as case, case.transaction():
        for k, did in enumerate(WATCHED):
            accounts = (WatchedAccount(account=Account(Platform("bluesky"), AccountId(did))),)
            case.put_witness(Witness(name=WitnessName(f"w-{k}"), accounts=accounts, basis=Basis.CONSENT))
        source = AddedSource(
            collector=EAR, kind="stream", settings={"service": service, "wire": wire}, secrets={}, added_at=now()
        )
        case.listening.add_source(source)


def noticed(batch: keeping.Batch) -> list[tuple[int, float]]:
    """Each capture's event and how long it took from its instant to the disk, in seconds."""
    at = now()
    return [
        (
            int(str(item.observations[0].post).rpartition("/r")[2]),
            (at - item.observations[0].published_at).total_seconds(),
        )
        for item in batch.heard
        if item.observations
    ]


def listening(folder: Path, stop: threading.Event, acknowledged: list[tuple[int, float]], *, aloud: bool) -> str:
    """Listen, and note every event that is on disk."""
    done = keeping.SourceKeeper.done

    def noting(self: keeping.SourceKeeper, batch: keeping.Batch):  # type: ignore[no-untyped-def] # noqa: ANN202
        media = done(self, batch)
        took = noticed(batch)
        acknowledged.extend(took)
        if aloud and took:
            print(*(number for number, _ in took), flush=True)
        return media

    keeping.SourceKeeper.done = noting  # type: ignore[method-assign]
    waiting: list[int] = []
    try:
        with writing_case(folder, SECRETS) as case:
            status = listen(
                case,
                {"stream": Stream()},
                version="tool",
                clock=now,
                settings=ListenSettings(),
                stop=stop,
                tell=lambda status: waiting.append(status.n_waiting),
            )
    finally:
        keeping.SourceKeeper.done = done  # type: ignore[method-assign]
    held = f", held up: {status.held_up}" if status.held_up else ""
    return f"most waiting {max(waiting, default=0):,}, at the end {status.n_waiting:,}{held}"


@contextlib.contextmanager
def server(wire: str):  # type: ignore[no-untyped-def]  # noqa: ANN201
    port = multiprocessing.Value("i", 0)
    process = multiprocessing.Process(target=served, args=(port, time.time() - 1, wire), daemon=True)
    process.start()
    while not port.value:
        time.sleep(0.01)
    try:
        yield f"ws://127.0.0.1:{port.value}"
    finally:
        process.kill()
        process.join()


def rates(folder: Path, seconds: int, wire: str) -> None:
    """How long an event takes to the disk, the whole of listening included."""
    with server(wire) as service:
        new_case(folder, service, wire)
        stop, acknowledged = threading.Event(), []  # type: ignore[var-annotated]
        ending = threading.Timer(seconds, stop.set)
        ending.start()
        cpu, began = time.process_time(), time.monotonic()
        said = listening(folder, stop, acknowledged, aloud=False)
        took, cpu = time.monotonic() - began, time.process_time() - cpu
    lags = sorted(lag for _, lag in acknowledged)
    numbers = sorted(number for number, _ in acknowledged)
    missing = (numbers[-1] - numbers[0]) // 100 + 1 - len(set(numbers))
    print(
        f"{RATES[wire]:,} events/s of a {wire} for {took:.0f} s, {len(lags):,} captures on disk: "
        f"median {lags[len(lags) // 2]:.2f} s, "
        f"99 % within {lags[int(len(lags) * 0.99)]:.2f} s, at most {lags[-1]:.2f} s; {cpu / took:.0%} of a core"
    )
    print(f"{said}; {missing} missing, {len(numbers) - len(set(numbers))} twice")
    print(f"most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    judged(folder, numbers)


def judged(folder: Path, acknowledged: Sequence[int]) -> None:
    """Whether all that was acknowledged is there, once and in order, and the case verifies."""
    with writing_case(folder, SECRETS) as case:
        make_checkpoint(case=case, clock=now)
        posts = [str(leaf.said.post) for leaf in case.evidence.leaves() if leaf.said and leaf.said.post]
        there = [int(post.rpartition("/r")[2]) for post in posts]
        report = verify_case(case)
        n_rows = case.info().n_observations
    lost = len(set(acknowledged) - set(there))
    skipped = sum(later - sooner != 100 for sooner, later in pairwise(there))
    print(
        f"{len(there):,} captures, {n_rows:,} rows; of {len(set(acknowledged)):,} acknowledged {lost} lost, "
        f"{len(there) - len(set(there))} twice, {skipped} out of order or skipped; verified={report.verified}"
    )


def kill(folder: Path, kills: int) -> None:
    """SIGKILL, again and again, while events come at full rate."""
    chance = random.Random(kills)  # noqa: S311
    acknowledged: list[int] = []
    with server("jetstream") as service:
        new_case(folder, service, "jetstream")
        for n in range(kills):
            words = [sys.executable, __file__, "--listen-until-killed", str(folder)]
            with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - this very file
                printed = iter(process.stdout or ())
                lines = [next(printed)]
                time.sleep(chance.uniform(0, 1.0))
                process.kill()
                lines += [line for line in printed if line.endswith("\n")]
            acknowledged += [int(number) for line in lines for number in line.split()]
            if n % 50 == 49 or n == kills - 1:
                print(f"{n + 1} kills:", end=" ")
                judged(folder, acknowledged)


def full_disk(folder: Path) -> None:
    """A file system of 300 MB, filled up by another, and emptied again, while events come at full rate."""
    disk = folder / "disk"
    disk.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if mount is None or umount is None:
        sys.exit("there is no mount here")
    subprocess.run([mount, "-t", "tmpfs", "-o", "size=300m", "tmpfs", str(disk)], check=True)  # noqa: S603
    try:
        with server("jetstream") as service:
            new_case(disk / "case.vigil", service, "jetstream")
            stop, acknowledged = threading.Event(), []  # type: ignore[var-annotated]

            def fill_and_empty() -> None:
                time.sleep(5)
                with contextlib.suppress(OSError), (disk / "other").open("wb") as other:
                    while True:
                        other.write(bytes(2**16))
                        other.flush()
                time.sleep(10)
                (disk / "other").unlink()
                time.sleep(10)
                stop.set()

            filling = threading.Thread(target=fill_and_empty)
            filling.start()
            print(listening(disk / "case.vigil", stop, acknowledged, aloud=False))
            filling.join()
            judged(disk / "case.vigil", [number for number, _ in acknowledged])
    finally:
        subprocess.run([umount, str(disk)], check=True)  # noqa: S603


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--firehose", action="store_true")
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--full-disk", action="store_true")
    parser.add_argument("--listen-until-killed", metavar="CASE", help=argparse.SUPPRESS)
    parser.add_argument("--folder", help="where the case is made; else a temporary folder")
    given = parser.parse_args()
    if given.listen_until_killed:
        listening(Path(given.listen_until_killed), threading.Event(), [], aloud=True)
        return
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        if given.full_disk:
            full_disk(Path(folder))
        elif given.kills:
            kill(Path(folder) / "case.vigil", given.kills)
        else:
            rates(Path(folder) / "case.vigil", given.seconds, "firehose" if given.firehose else "jetstream")


if __name__ == "__main__":
    main()

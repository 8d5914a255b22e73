"""How much a stream hears: Jetstream's JSON and the firehose's CBOR, over loopback, from a server on its own core.

5,000 accounts are watched and one event in a hundred is theirs. Reading alone is held against decoding alone, in the
same run. Latency is from the server's clock, in the same machine, to the moment the item is given; nothing is stored.

    python tools/bench_hearing.py [seconds]
"""

import asyncio
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "sources" / "live"))

import libipld
import orjson
from stand_ins import Event, events_frame, firehose_frame
from websockets.asyncio.server import ServerConnection, serve

from vigil.model.heard import Heard, Pulse
from vigil.model.ids import CollectorName
from vigil.sources.bluesky.firehose import FirehoseEar
from vigil.sources.bluesky.jetstream import JetstreamEar, Wire
from vigil.sources.live.line import Ear, LineSettings, listen

Frame = Callable[[Event], bytes | str]

WATCHED = [f"did:plc:{k:024d}" for k in range(5_000)]
TEXT = "what a post of the usual length says, in two lines or three, with a name and a place and a time " * 2


def event(number: int) -> Event:
    """One in a hundred is a watched account's."""
    did = WATCHED[number // 100 % len(WATCHED)] if number % 100 == 0 else f"did:plc:x{number % 1_000_000:023d}"
    record = {"$type": "app.bsky.feed.post", "text": TEXT, "createdAt": "2016-12-04T18:30:00Z", "langs": ["en"]}
    return Event(number=number, did=did, at=datetime.now(UTC), rkey=f"r{number}", record=record)


def served(frame: Frame, rate: int, seconds: int, port: "Synchronized[int]") -> None:
    """A server that sends so many events a second to the first who connects."""

    async def run() -> None:
        async def connection(socket: ServerConnection) -> None:
            begun, number = time.monotonic(), 0
            while number < rate * seconds:
                due = int((time.monotonic() - begun) * rate)
                for number in range(number + 1, min(due, rate * seconds) + 1):  # noqa: B020 - it goes on
                    await socket.send(frame(event(number)))
                await asyncio.sleep(0.002)
            await asyncio.sleep(3600)

        async with serve(connection, "127.0.0.1", 0, compression=None, max_size=None) as server:
            port.value = server.sockets[0].getsockname()[1]
            await asyncio.sleep(3600)

    asyncio.run(run())


def heard_live(make_ear: Callable[[str], Ear], frame: Frame, rate: int, seconds: int) -> str:
    """How long after it was sent each item is given, and how far behind the end is."""
    port = multiprocessing.Value("i", 0)
    server = multiprocessing.Process(target=served, args=(frame, rate, seconds, port), daemon=True)
    server.start()
    while not port.value:
        time.sleep(0.01)
    lags: list[float] = []
    n_events = 0
    cpu = time.process_time()
    begun = time.monotonic()

    async def run() -> None:
        nonlocal n_events
        stream = listen(make_ear(f"ws://127.0.0.1:{port.value}"), LineSettings(pulse_every_s=1, proxy=None))
        async for item in stream:
            if isinstance(item, Heard):
                lags.append((datetime.now(UTC) - item.observations[0].published_at).total_seconds())
            elif isinstance(item, Pulse):
                n_events += item.n_events
                if n_events >= rate * seconds:
                    break
        await stream.aclose()

    asyncio.run(run())
    took = time.monotonic() - begun
    cpu = time.process_time() - cpu
    server.kill()
    server.join()
    lags.sort()
    half = lags[len(lags) // 2] * 1000
    most = lags[int(len(lags) * 0.99)] * 1000
    return (
        f"{n_events:,} events at {rate:,}/s in {took:.1f} s, {len(lags):,} given; median {half:.0f} ms, "
        f"99 % within {most:.0f} ms, {cpu / took:.0%} of a core"
    )


def read_alone(ear: Ear, frames: list[bytes], decode: Callable[[bytes], object]) -> str:
    """Reading against decoding the same frames, five times each in turn."""
    ratios, rates = [], []
    for _ in range(5):
        begun = time.perf_counter()
        for each in frames:
            decode(each)
        plain = time.perf_counter() - begun
        begun = time.perf_counter()
        for each in frames:
            ear.read(each, datetime.now(UTC))
        whole = time.perf_counter() - begun
        ratios.append(whole / plain)
        rates.append(len(frames) / whole)
    return f"{sorted(rates)[2]:,.0f} frames/s, {sorted(ratios)[2]:.1f} times decoding alone"


def main() -> None:
    """Both streams."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    name = CollectorName("bench")
    json_ear = JetstreamEar("wss://x.example", WATCHED, collector=name)
    cbor_ear = FirehoseEar("wss://x.example", WATCHED, collector=name)
    json_frames = [events_frame(event(k)).encode() for k in range(20_000)]
    cbor_frames = [firehose_frame(event(k)) for k in range(20_000)]
    print("Jetstream, reading  ", read_alone(json_ear, json_frames, orjson.loads))
    print("firehose, reading   ", read_alone(cbor_ear, cbor_frames, libipld.decode_dag_cbor_multi))
    del json_frames, cbor_frames
    print("firehose, live      ", heard_live(firehose_of_all, firehose_frame, 2_000, seconds))
    print("Jetstream, live     ", heard_live(jetstream_of_all, events_frame, 10_000, seconds))
    print(f"most memory          {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def jetstream_of_all(base: str) -> JetstreamEar:
    """5,000 watched, asked for by a message; the stand-in sends everyone's all the same."""
    return JetstreamEar(base + Wire.SUBSCRIBE, WATCHED, collector=CollectorName("bench"))


def firehose_of_all(base: str) -> FirehoseEar:
    """The same 5,000."""
    return FirehoseEar(base, WATCHED, collector=CollectorName("bench"))


if __name__ == "__main__":
    main()

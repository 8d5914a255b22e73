"""An answer without end, line by line."""

import asyncio
import contextlib
import random
import socket
import threading
from contextlib import aclosing
from datetime import UTC, datetime

import pytest

from vigil.model.heard import Deafness
from vigil.sources.live.asking import Answer
from vigil.sources.live.long_lines import LongSettings, Opened, _Cut, long_lines
from vigil.sources.live.rounds import Unanswered

HEAD = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-A: b\r\n\r\n"


@contextlib.contextmanager
def serving(*pieces, hold=False):
    """A server that says these bytes and closes, or holds on."""
    listener = socket.create_server(("127.0.0.1", 0))
    done = threading.Event()

    def serve():
        with contextlib.suppress(OSError):
            wire, _ = listener.accept()
            with wire:
                wire.recv(65_536)
                for piece in pieces:
                    wire.sendall(piece)
                if hold:
                    done.wait(60)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        done.set()
        listener.close()
        thread.join()


def came(address, **settings):
    """Everything, and why it ended."""
    items = []

    async def read():
        patience = LongSettings(trust_system=False, **settings)
        lines = long_lines(
            address, "x", {}, headers={"A": "b"}, settings=patience, clock=lambda: datetime(2026, 3, 1, tzinfo=UTC)
        )
        async with asyncio.timeout(60), aclosing(lines) as stream:
            async for item in stream:
                items.append(item)  # noqa: PERF401 - what came before it ends is wanted

    try:
        asyncio.run(read())
    except Unanswered as unanswered:
        return items, unanswered.why
    return items, None


def chunk(raw):
    """As it goes over the wire."""
    return f"{len(raw):x}\r\n".encode() + raw + b"\r\n"


def test_lines_come_as_they_came_and_its_end_is_said():
    """However they are cut, with keep-alives between."""
    with serving(HEAD, chunk(b'{"a"'), chunk(b':1}\r\n\r\n{"b'), chunk(b'":2}\n'), b"0\r\n\r\n") as address:
        items, why = came(address)
    assert isinstance(items[0], Opened)
    assert [item.raw for item in items[1:]] == [b'{"a":1}', b"", b'{"b":2}']
    assert items[1].headers["x-a"] == "b"
    assert why is Deafness.CLOSED


def test_a_line_that_is_cut_is_not_given():
    """What ends without an end is not whole."""
    with serving(HEAD, chunk(b'one\r\n{"tw')) as address:
        items, why = came(address)
    assert [item.raw for item in items[1:]] == [b"one"]
    assert why is Deafness.CLOSED


def test_quiet_without_closing_is_said():
    """Not even keep-alives."""
    with serving(HEAD, chunk(b"one\n"), hold=True) as address:
        items, why = came(address, quiet_after_s=0.3)
    assert [item.raw for item in items[1:]] == [b"one"]
    assert why is Deafness.QUIET


def test_a_line_that_is_too_long_is_passed_over_and_told():
    """10 MB; what follows is heard."""
    with serving(HEAD, chunk(b"x" * 10_000_000), chunk(b"y\none\n"), b"0\r\n\r\n") as address:
        items, _ = came(address)
    assert [(item.raw, item.too_long) for item in items[1:]] == [(b"", True), (b"one", False)]


@pytest.mark.parametrize("status", ["429 Too Many Requests", "302 Found", "503 Unavailable"])
def test_a_refusal_is_an_answer(status):
    """With its body, up to a bound; a redirect is not followed."""
    head = f"HTTP/1.1 {status}\r\nLocation: http://127.0.0.1:9/\r\nRetry-After: 5\r\n\r\n".encode()
    with serving(head, b"z" * 200_000) as address:
        (answer,), why = came(address)
    assert isinstance(answer, Answer)
    assert answer.status == int(status[:3])
    assert len(answer.body) == 65_536
    assert answer.headers["retry-after"] == "5"
    assert why is None


def test_nobody_there_and_no_http():
    """Unreachable."""
    assert came("http://127.0.0.1:9") == ([], Deafness.UNREACHABLE)
    with serving(b"\x00\xff not http\r\n\r\n") as address:
        assert came(address) == ([], Deafness.UNREACHABLE)


def test_however_bytes_are_cut_the_lines_are_the_same():
    """Lines up to the bound whole; longer ones told as such."""
    rng = random.Random(5)  # noqa: S311 - chance, not a secret
    for _ in range(300):
        lines = [bytes(rng.choices(b"ab\r", k=rng.choice([0, 1, 9, 10, 11, 50]))) for _ in range(8)]
        raw, cut, found = b"".join(line + b"\n" for line in lines), _Cut(10), []
        while raw:
            n = rng.randint(1, 30)
            found += cut.lines(raw[:n])
            raw = raw[n:]
        assert found == [line.removesuffix(b"\r") if len(line) <= 10 else None for line in lines]

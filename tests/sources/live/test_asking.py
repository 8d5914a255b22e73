"""A service is asked patiently, within bounds, and nobody else is."""

import asyncio
import logging
import time

import pytest
from answers import answering
from timestamp_stand_ins import serving

from vigil.model.errors import Unavailable
from vigil.sources.live import asking
from vigil.sources.live.asking import Patience, Service

HASTY = Patience(trust_system=False, attempts=3, first_wait_s=0.01, longest_retry_after_s=2, answer_within_s=2)


def get(base, path="x", asked=None):
    """One answer."""

    async def run():
        async with Service(base, HASTY) as service:
            return await service.get(path, asked)

    return asyncio.run(run())


def test_an_answer_is_kept_as_it_came():
    """Bytes, headers, our clock, and an address without what was asked."""
    with answering(lambda path, asked: (200, {"X-Served-By": "a"}, b'{"a": 1 }')) as (base, seen):
        answer = get(base, "xrpc/m", {"repo": "did:plc:secret"})
    assert (answer.status, answer.body, answer.headers["x-served-by"]) == (200, b'{"a": 1 }', "a")
    assert answer.url == f"{base}/xrpc/m"
    assert seen == ["/xrpc/m?repo=did%3Aplc%3Asecret"]


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("wait", [None, "1"])
def test_a_busy_service_is_asked_again_when_it_says(status, wait):
    """With and without Retry-After."""
    answers = iter([(status, {} if wait is None else {"Retry-After": wait}, b""), (200, {}, b"ok")])
    begun = time.monotonic()
    with answering(lambda path, asked: next(answers)) as (base, _):
        assert get(base).body == b"ok"
    assert time.monotonic() - begun >= float(wait or 0)


def test_a_service_that_wants_too_long_is_left():
    """An hour's Retry-After does not hold everything up."""
    with answering(lambda path, asked: (429, {"Retry-After": "3600"}, b"")) as (base, seen):
        with pytest.raises(Unavailable):
            get(base)
        assert len(seen) == 1


def test_nobody_there_is_said_after_the_last_attempt():
    """Without naming whom we asked about."""
    with answering(lambda path, asked: (200, {}, b"")) as (base, _):
        pass
    with pytest.raises(Unavailable) as gone:
        get(base, asked={"repo": "did:plc:secret"})
    assert "secret" not in str(gone.value)


def test_a_redirect_is_an_answer_and_never_followed():
    """Whom we ask about does not reach whoever a server likes."""
    with answering(lambda path, asked: (200, {}, b"lured")) as (trap, lured):
        with answering(lambda path, asked: (302, {"Location": f"{trap}/x"}, b"")) as (base, _):
            assert get(base).status == 302
        assert not lured


def test_an_endless_answer_is_not_read_on(monkeypatch):
    """Memory is bounded."""
    monkeypatch.setattr(asking, "MAX_ANSWER_BYTES", 1000)
    with answering(lambda path, asked: (200, {}, b"x" * 100_000)) as (base, _), pytest.raises(Unavailable):
        get(base)


def test_no_log_says_whom_we_asked_about(caplog):
    """Not even at its most talkative."""
    caplog.set_level(logging.DEBUG)
    with answering(lambda path, asked: (200, {}, b"the words")) as (base, _):
        get(base, "xrpc/m", {"repo": "did:plc:secret"})
    assert "secret" not in caplog.text
    assert "the words" not in caplog.text


def post(base, content=b"asked", **options):
    """One answer to some bytes."""

    async def run():
        async with Service(base, HASTY) as service:
            return await service.post(options.pop("path", ""), content, **options)

    return asyncio.run(run())


def test_bytes_are_posted_as_they_are():
    """To the address itself where no path is given, with what kind they are."""

    def answer(method, path, headers, body):
        return 200, {}, b"|".join((method.encode(), path.encode(), headers["Content-Type"].encode(), body))

    with serving(answer) as (base, _):
        got = post(f"{base}/tsr", b"\x00\xff", headers={"Content-Type": "application/timestamp-query"})
    assert got.body == b"POST|/tsr|application/timestamp-query|\x00\xff"


def test_a_busy_service_is_given_the_bytes_again():
    """Only what may be given twice is posted."""
    answers = iter([(503, {}, b""), (200, {}, b"ok")])
    with serving(lambda *asked: next(answers)) as (base, seen):
        assert post(base).body == b"ok"
    assert [body for _, _, body in seen] == [b"asked", b"asked"]


def test_an_answer_longer_than_wanted_is_not_read_on():
    """The bound is the one that was given."""
    with (
        serving(lambda *asked: (200, {}, b"x" * 100_000)) as (base, _),
        pytest.raises(Unavailable, match="1,000 bytes"),
    ):
        post(base, most_bytes=1000)
    with serving(lambda *asked: (302, {"Location": "http://127.0.0.1:1"}, b"")) as (base, _):
        assert post(base).status == 302


@pytest.mark.parametrize("status", [200, 404, 429, 503])
def test_asked_once_whatever_the_answer(status):
    """For those who wait by their own measure."""

    async def run(base):
        async with Service(base, HASTY) as service:
            return await service.once("x", {"repo": "did:plc:secret"})

    with answering(lambda path, asked: (status, {"Retry-After": "900"}, b"said")) as (base, seen):
        answer = asyncio.run(run(base))
    assert (answer.status, answer.body, answer.headers["retry-after"], len(seen)) == (status, b"said", "900", 1)
    with pytest.raises(Unavailable) as gone:
        asyncio.run(run(base))
    assert gone.value.__cause__ is None
    assert "secret" not in str(gone.value)

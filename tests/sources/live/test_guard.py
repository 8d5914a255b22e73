"""A browser reaches the public network and nothing near us."""

import asyncio

from page_stand_in import Page, pages, socks

from vigil.sources.live.guard import guarded


def ask(request, *, most_bytes=1_000_000, within_s=60, **changed):
    """What comes back for some bytes."""

    async def run():
        async with asyncio.timeout(within_s), guarded(most_bytes=most_bytes, **changed) as port:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(request)
            answer = await reader.read()
            writer.close()
            return answer

    return asyncio.run(run())


async def here(host, port):
    return ["127.0.0.1"]


async def near(host, port):
    return ["192.168.1.1"]


def test_what_is_near_is_refused_in_a_tunnel_and_without():
    """By number, by name, and by a name that leads there."""
    with pages(lambda path, headers: Page(b"secret")) as (base, asked):
        port = base.rpartition(":")[2]
        for request in (
            f"GET {base}/ HTTP/1.1\r\n\r\n",
            f"CONNECT 127.0.0.1:{port} HTTP/1.1\r\n\r\n",
            f"CONNECT localhost:{port} HTTP/1.1\r\n\r\n",
            f"CONNECT [::ffff:127.0.0.1]:{port} HTTP/1.1\r\n\r\n",
            "GET http://169.254.169.254/latest HTTP/1.1\r\n\r\n",
        ):
            assert ask(request.encode()).startswith(b"HTTP/1.1 403")
        assert ask(b"CONNECT bait.example:443 HTTP/1.1\r\n\r\n", resolve=near).startswith(b"HTTP/1.1 403")
        assert not asked


def test_what_is_no_request_is_refused():
    """Whatever the browser is made to say."""
    for request in (
        b"\0\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET ftp://a/ HTTP/1.1\r\n\r\n",
        b"CONNECT :1 H\r\n\r\n",
        b"x" * 99_999,
    ):
        assert ask(request + b"\r\n\r\n") in {
            b"",
            b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        }


def test_a_page_comes_through_without_and_in_a_tunnel():
    """Its host is asked as a host, and is not told of a proxy."""
    with pages(lambda path, headers: Page(b"words")) as (base, asked):
        port = base.rpartition(":")[2]
        plain = f"GET http://page.example:{port}/a?b HTTP/1.1\r\nHost: page.example\r\nProxy-Connection: x\r\n\r\n"
        assert ask(plain.encode(), resolve=here, loopback=True).endswith(b"words")
        tunnel = f"CONNECT page.example:{port} HTTP/1.1\r\n\r\nGET /c HTTP/1.1\r\nHost: page.example\r\n\r\n"
        assert ask(tunnel.encode(), resolve=here, loopback=True).endswith(b"words")
    assert [path for path, _ in asked] == ["/a?b", "/c"]
    assert not any(name.startswith("proxy") for _, headers in asked for name in headers)


def test_a_host_that_is_not_wanted_is_not_resolved():
    """A browser asks its maker for this and that."""
    asked = []

    async def resolve(host, port):
        asked.append(host)
        return ["127.0.0.1"]

    request = b"CONNECT Maker.example.:443 HTTP/1.1\r\n\r\n"
    answer = ask(request, resolve=resolve, loopback=True, wanted=lambda host: host != "maker.example")
    assert answer.startswith(b"HTTP/1.1 403")
    assert not asked


def test_what_comes_has_an_end():
    """A page that asks for more and more does not get it."""
    with pages(lambda path, headers: Page(b"x" * 3_000_000)) as (base, _):
        answer = ask(f"GET {base}/ HTTP/1.1\r\n\r\n".encode(), loopback=True, most_bytes=100_000)
    assert len(answer) <= 100_000


def test_it_goes_on_through_a_proxy():
    """Which resolves the names."""
    with pages(lambda path, headers: Page(b"far")) as (base, _), socks(int(base.rpartition(":")[2])) as (proxy, told):
        at = ("127.0.0.1", int(proxy.rpartition(":")[2]))
        assert ask(b"GET http://abc.onion/ HTTP/1.1\r\n\r\n", proxy=at, resolve=near).endswith(b"far")
    assert told == [("abc.onion", 80)]

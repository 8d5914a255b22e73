"""What a stranger's link leads to is had without harm, and every answer on the way is kept."""

import asyncio
import gzip
import logging
import ssl
import zlib
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given, settings
from hypothesis import strategies as st
from page_stand_in import Page, pages, socks

from vigil.model.errors import InvalidInput, Malformed
from vigil.sources.live.fetching import Fetcher, FetchSettings, Hop, NotFetched, proxy_of, readable, web_address
from vigil.sources.live.pinned import Fault

HERE = {"loopback": True, "within_s": 60.0}


def fetch(url, *, resolve=None, tls=None, headers=None, **changed):
    """One address, with this machine let in."""
    given = {} if resolve is None else {"resolve": resolve}
    fetcher = Fetcher(FetchSettings(**{**HERE, **changed}), tls=tls, **given)
    return asyncio.run(fetcher.fetch(url, headers=headers))


def refused(url, **changed):
    """Why, and what was had until then."""
    with pytest.raises(NotFetched) as error:
        fetch(url, **changed)
    assert url not in str(error.value)
    return error.value


def names(table):
    """A resolver that knows these."""

    async def resolve(host, port):
        asked.append(host)
        if host not in table:
            raise OSError("no such name")
        return table[host].pop(0) if isinstance(table[host][0], list) else table[host]

    asked = resolve.asked = []
    return resolve


def test_a_page_is_kept_as_it_came():
    """Status, headers in order and repeated, bytes, address and our clock."""
    raw = b"HTTP/1.1 404 Gone\r\nX-B: 2\r\nX-A: caf\xc3\xa9\r\nX-B: 1\r\nContent-Length: 4\r\n\r\n\x00\xff<p"
    with pages(lambda path, headers: Page(raw=raw)) as (base, asked):
        (hop,) = fetch(f"{base}/a?b=c#d").hops
    assert (hop.status, hop.body, hop.encrypted, hop.address) == (404, b"\x00\xff<p", False, "127.0.0.1")
    assert hop.headers == (("X-B", "2"), ("X-A", "caf\xc3\xa9"), ("X-B", "1"), ("Content-Length", "4"))
    assert hop.url == f"{base}/a?b=c"
    assert abs(datetime.now(UTC) - hop.received_at) < timedelta(seconds=60)
    path, headers = asked[0]
    assert path == "/a?b=c"
    assert headers["accept-encoding"] == "identity"
    assert not {"cookie", "referer", "authorization"} & set(headers)


def test_every_answer_on_the_way_is_kept():
    """A shortened link says where it led, with no cookie taken along."""

    def answer(path, headers):
        if path == "/s":
            return Page(b"moved", 301, {"Location": "/t", "Set-Cookie": "a=b"})
        return Page(b"there", 200) if path == "/u" else Page(b"", 307, {"Location": "u"})

    with pages(answer) as (base, asked):
        hops = fetch(f"{base}/s").hops
    assert [(hop.url.removeprefix(base), hop.status, hop.body) for hop in hops] == [
        ("/s", 301, b"moved"),
        ("/t", 307, b""),
        ("/u", 200, b"there"),
    ]
    assert not any("cookie" in headers for _, headers in asked)


@pytest.mark.parametrize(
    "location",
    [
        "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://[::ffff:127.0.0.1]/", "http://[::1%25lo]/",
        "http://[fd00::1]/", "http://0.0.0.0/", "http://0/", "http://192.168.0.1:8080/", "http://[64:ff9b::a00:1]/",
        "http://[2002:a00:1::]/",
    ],
)  # fmt: skip
def test_a_redirect_into_a_private_network_is_not_followed(location):
    """What was answered until then is given along."""
    with pages(lambda path, headers: Page(b"lure", 302, {"Location": location})) as (base, _):
        error = refused(f"{base}/x")
    assert error.why in {Fault.FORBIDDEN, Fault.BAD_ADDRESS}
    assert [hop.body for hop in error.hops] == [b"lure"]


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "ftp://host/x", "gopher://127.0.0.1:6379/_x", "data:text/html,x", "javascript:alert(1)",
     "http://", "http://user:word@example.org/", "http://a b/", "//", "http://[::1", "http://host:99999/", "http:///x",
     "\x00", "http://exa\xffmple.\x01/"],
)  # fmt: skip
def test_a_redirect_to_what_is_no_page_is_not_followed(location):
    """Whatever its scheme."""
    raw = b"HTTP/1.1 302 x\r\nContent-Length: 0\r\nLocation: " + location.encode("latin-1") + b"\r\n\r\n"
    with pages(lambda path, headers: Page(raw=raw)) as (base, _):
        error = refused(f"{base}/x")
    assert error.why in {Fault.BAD_ADDRESS, Fault.NOT_HTTP, Fault.NO_SUCH_NAME, Fault.TOO_MANY_REDIRECTS}


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:{}/", "http://127.1:{}/", "http://2130706433:{}/", "http://0x7f.1:{}/", "http://0177.0.0.1:{}/",
            "http://localhost:{}/", "http://[::ffff:127.0.0.1]:{}/"]
)  # fmt: skip
def test_this_machine_is_not_asked_in_any_spelling(url):
    """Without the switch for tests, nothing arrives."""
    with pages(lambda path, headers: Page(b"secret")) as (base, asked):
        error = refused(url.format(base.rpartition(":")[2]), loopback=False)
        assert error.why in {Fault.FORBIDDEN, Fault.NO_SUCH_NAME, Fault.BAD_ADDRESS}
        assert not asked


def test_a_name_is_resolved_once_and_that_very_address_connected_to():
    """A resolver that says something else a moment later changes nothing (DNS rebinding)."""
    with pages(lambda path, headers: Page(b"ours")) as (base, asked):
        port = base.rpartition(":")[2]
        resolve = names({"bait.example": [["127.0.0.1"], ["127.0.0.2"]]})
        hop = fetch(f"http://bait.example:{port}/", resolve=resolve).last
        assert (hop.body, hop.address) == (b"ours", "127.0.0.1")
        assert resolve.asked == ["bait.example"]
        assert asked[0][1]["host"] == f"bait.example:{port}"


def test_a_name_that_turns_private_between_two_redirects_is_refused():
    """Each hop is looked at anew."""
    resolve = names({"bait.example": [["127.0.0.1"], ["10.0.0.1"]]})
    with pages(lambda path, headers: Page(b"", 302, {"Location": "/again"})) as (base, asked):
        error = refused(f"http://bait.example:{base.rpartition(':')[2]}/", resolve=resolve)
    assert (error.why, len(error.hops), len(asked)) == (Fault.FORBIDDEN, 1, 1)


def test_of_several_addresses_only_public_ones_are_tried():
    """And when one does not answer, the next is."""
    with pages(lambda path, headers: Page(b"ours")) as (base, _):
        resolve = names({"host.example": ["10.0.0.1", "::ffff:127.0.0.1", "::1", "127.0.0.1"]})
        hop = fetch(f"http://host.example:{base.rpartition(':')[2]}/", resolve=resolve).last
    assert hop.address == "127.0.0.1"


def test_who_is_not_there_is_told_apart():
    """No such name, nobody at the address, and a name that must never be asked a resolver for."""
    with pages(lambda path, headers: Page()) as (base, _):
        pass
    resolve = names({"private.example": ["10.0.0.1"]})
    assert refused(f"{base}/").why is Fault.UNREACHABLE
    assert refused("http://nobody.example/", resolve=resolve).why is Fault.NO_SUCH_NAME
    assert refused("http://private.example/", resolve=resolve).why is Fault.FORBIDDEN
    assert refused("http://abcdef.onion/", resolve=resolve).why is Fault.NO_SUCH_NAME
    assert "abcdef.onion" not in resolve.asked


def test_redirects_have_an_end():
    """A loop is left after five."""
    with pages(lambda path, headers: Page(b"", 302, {"Location": "/x"})) as (base, asked):
        error = refused(f"{base}/x")
    assert (error.why, len(error.hops), len(asked)) == (Fault.TOO_MANY_REDIRECTS, 6, 6)


def test_an_answer_that_is_too_large_is_not_read_on():
    """Whatever it says of its length, or nothing."""
    big = b"x" * 3_000_000
    for headers in ({}, {"Content-Length": None}):
        with pages(lambda path, asked, headers=headers: Page(big, 200, headers)) as (base, _):
            assert refused(f"{base}/", most_bytes=1_000_000).why is Fault.TOO_BIG


def test_an_answer_that_is_cut_is_no_answer():
    """By its length, in chunks, in the head, or before anything came."""
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel"
    for page in (Page(b"x" * 1000, cut_after=10), Page(raw=chunked), Page(raw=b"HTTP/1.1 200"), Page(raw=b"")):
        with pages(lambda path, headers, page=page: page) as (base, _):
            assert refused(f"{base}/").why is Fault.CUT


@pytest.mark.parametrize("raw", [b"SSH-2.0-OpenSSH_9\r\n\r\n", b"\x00" * 200, b"HTTP/1.1 abc\r\n\r\n", b"x" * 300_000])
def test_what_is_no_web_server_is_told(raw):
    """Its words are not taken."""
    with pages(lambda path, headers: Page(raw=raw)) as (base, _):
        assert refused(f"{base}/").why in {Fault.NOT_HTTP, Fault.CUT}


def test_silence_is_not_waited_for_without_end():
    """Connected, and nothing comes; or the whole takes too long."""
    with pages(lambda path, headers: Page(silent=True)) as (base, _):
        assert refused(f"{base}/", quiet_at_most_s=0.2).why is Fault.TOO_SLOW
        assert refused(f"{base}/", within_s=0.2).why is Fault.TOO_SLOW


def test_headers_go_to_the_address_they_are_for_and_to_no_other():
    """What one host gave us to show again is not shown to the one it redirects to."""

    def answer(path, headers):
        return Page(b"", 302, {"Location": "/b"}) if path == "/a" else Page(b"x")

    with pages(answer) as (base, asked):
        fetch(f"{base}/a", headers={f"{base}/b": {"If-None-Match": '"1"'}})
    assert [headers.get("if-none-match") for _, headers in asked] == [None, '"1"']


def certificate(tmp_path, name):
    """A server's and a client's side of a certificate for one name."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "test")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    page = made.public_bytes(serialization.Encoding.PEM)
    plain = serialization.NoEncryption()
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    (tmp_path / "both.pem").write_bytes(page + secret)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(tmp_path / "both.pem")
    return server, ssl.create_default_context(cadata=page.decode())


def test_tls_is_held_against_the_name_and_not_the_number(tmp_path):
    """The name goes to the server, and its certificate must be for it."""
    server, client = certificate(tmp_path, "news.example")
    told = []
    server.sni_callback = lambda connection, name, context: told.append(name)
    resolve = names({"news.example": ["127.0.0.1"], "other.example": ["127.0.0.1"]})
    with pages(lambda path, headers: Page(b"said"), tls=server) as (base, _):
        port = base.rpartition(":")[2]
        hop = fetch(f"https://news.example:{port}/", resolve=resolve, tls=client).last
        assert (hop.body, hop.encrypted, told) == (b"said", True, ["news.example"])
        assert refused(f"https://other.example:{port}/", resolve=resolve, tls=client).why is Fault.UNTRUSTED
        assert refused(f"https://news.example:{port}/", resolve=resolve).why is Fault.UNTRUSTED
    with pages(lambda path, headers: Page(b"plain")) as (base, _):
        assert refused(base.replace("http:", "https:"), tls=client).why is Fault.UNTRUSTED
        assert refused(base, plain_http=False).why is Fault.UNTRUSTED


def test_through_a_proxy_the_name_is_the_proxys_to_resolve():
    """It is told the name, we ask no resolver, and numbers near us are still refused."""
    resolve = names({})
    with (
        pages(lambda path, headers: Page(b"far")) as (base, asked),
        socks(int(base.rpartition(":")[2])) as (proxy, told),
    ):
        hop = fetch("http://abcdef.onion/x", resolve=resolve, proxy=proxy).last
        assert (hop.body, hop.address, told, resolve.asked) == (b"far", None, [("abcdef.onion", 80)], [])
        assert asked[0][1]["host"] == "abcdef.onion"
        for near in ("http://127.0.0.1/", "http://[::1]/", "http://10.0.0.1/", "http://localhost/", "http://127.1/"):
            assert refused(near, resolve=resolve, proxy=proxy).why is Fault.FORBIDDEN
        assert len(told) == 1
    assert refused("http://host.example/", proxy=proxy).why is Fault.UNREACHABLE


@pytest.mark.parametrize(
    "proxy", ["http://127.0.0.1:1", "socks5://127.0.0.1:1", "socks5h://127.0.0.1", "x", "socks5h://a:b@c:1"]
)
def test_a_proxy_that_would_have_us_resolve_is_none(proxy):
    """A name asked of our own resolver tells its operator what we look at."""
    with pytest.raises(InvalidInput):
        proxy_of(proxy)


def test_addresses_have_one_spelling():
    """Host in lower case and ASCII, no fragment."""
    assert web_address(" HTTPS://Example.ORG/A#b ") == "https://example.org/A"
    assert web_address("https://bücher.example/") == "https://xn--bcher-kva.example/"
    for bad in (
        "",
        "example.org",
        "ftp://a/",
        "https://",
        "https://u@a/",
        "https://u:p@a/",
        "https://[x",
        "mailto:a@b",
    ):
        with pytest.raises(InvalidInput):
            web_address(bad)


@given(st.text(max_size=60) | st.text(max_size=60).map(lambda text: f"http://{text}"))
@settings(max_examples=300, deadline=None)
def test_no_text_is_more_than_refused(text):
    """Whatever is written where an address should be."""
    try:
        web_address(text)
    except InvalidInput:
        return
    assert text.strip().lower().startswith("http")


def hop(body, **headers):
    pairs = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return Hop(url="https://a/", status=200, headers=pairs, body=body, received_at=at, encrypted=True, address=None)


def test_what_is_compressed_all_the_same_is_kept_so_and_opens():
    """Gzip and deflate; bombs, cut and false ones do not."""
    assert readable(hop(b"as is")) == b"as is"
    assert readable(hop(gzip.compress(b"words"), Content_Encoding="gzip")) == b"words"
    assert readable(hop(zlib.compress(b"words"), Content_Encoding="Deflate")) == b"words"
    for body, coding in [
        (gzip.compress(b"0" * 1_000_000), "gzip"),
        (gzip.compress(b"words")[:-3], "gzip"),
        (b"words", "gzip"),
        (b"words", "br"),
    ]:
        with pytest.raises(Malformed):
            readable(hop(body, Content_Encoding=coding), most_bytes=10_000)


def test_no_log_says_what_was_fetched(caplog):
    """Not even at its most talkative."""
    caplog.set_level(logging.DEBUG)
    with pages(lambda path, headers: Page(b"the words")) as (base, _):
        fetch(f"{base}/secret")
    assert "secret" not in caplog.text
    assert "the words" not in caplog.text

"""Addresses as indices sort them: the same as the library the format's own tools use."""

import pytest

from vigil.publish.warc import url_key

ADDRESSES = [
    "https://www.Example.com/A/b/?b=2&a=1#x",
    "wss://host.org/path?x=1",
    "urn:sha256:abc",
    "http://x.com:8080/",
    "http://x.com:80/",
    "https://x.com:443/a?",
    "https://e.org",
    "https://e.org/a/",
    "https://ex.org/%D8%AD?q=%20a+b&&c",
    "https://user:pw@e.org/x",
    "https://192.168.0.1/x",
    "https://e.org/a//b",
    "https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed?limit=100",
    "https://t.me/s/channel?before=1000",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_sorted_as_others_sort_it(address):
    """`surt`, which wacz and pywb use."""
    surt = pytest.importorskip("surt")
    assert url_key(address) == surt.surt(address)


@pytest.mark.parametrize(
    "address", ["https://e.org:port/x", "x:y", "http://[::1/x", "http:///x", "https://e.org:99999/"]
)
def test_what_is_no_address_is_sorted_somehow(address):
    """Nothing a description can hold stops an export."""
    assert url_key(address)

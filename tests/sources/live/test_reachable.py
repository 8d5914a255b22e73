"""What a stranger's link may lead to, address by address."""

from ipaddress import ip_address

import pytest

from vigil.sources.live.reachable import is_public, literal

NEAR = [
    "0.0.0.0",  # noqa: S104 - it is refused
    "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.8.8.8", "169.254.169.254", "172.16.0.1",
    "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.51.100.1",
    "203.0.113.9", "224.0.0.251", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:0:8.8.8.8",
    "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1", "100::1", "2001::1", "2001:0:7f00:1::", "2001:db8::1",
    "2002:7f00:1::1", "2002:808:808::1", "3fff::1", "5f00::1", "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0",
    "fec0::1", "ff02::1", "ff0e::1", "4000::1", "2606:4700::1%eth0",
]  # fmt: skip


@pytest.mark.parametrize("text", NEAR)
def test_nothing_near_us_is_public(text):
    """Private, shared, local, many hosts at once, or with another address inside: none is."""
    assert not is_public(ip_address(text))


@pytest.mark.parametrize("text", ["8.8.8.8", "1.1.1.1", "100.63.255.255", "172.32.0.1", "2606:4700::1111", "2a00::1"])
def test_hosts_of_the_public_network_are(text):
    """Beside the edges of what is not, too."""
    assert is_public(ip_address(text))


def test_this_machine_is_let_in_only_by_the_switch_for_it():
    """And nothing else with it, nor this machine inside another form."""
    assert is_public(ip_address("127.0.0.1"), loopback=True)
    assert is_public(ip_address("::1"), loopback=True)
    for text in NEAR:
        if text not in {"127.0.0.1", "127.8.8.8", "::1"}:
            assert not is_public(ip_address(text), loopback=True), text


def test_a_name_is_no_address():
    """What only a resolver takes for one is left to it."""
    assert literal("example.org") is None
    assert literal("127.1") is None
    assert str(literal("[::1]")) == "::1"

"""Which addresses a link that a stranger wrote may lead us to: hosts of the public network, and nothing near us.

A link in a post can name a router's own page, a database on this machine, or the service where a cloud keeps the keys
of its machines. So every address a name stands for is looked at before it is connected to. What carries another address
inside it (mapped, 6to4, Teredo, NAT64) is refused whole: what it leads to is decided by somebody else.
"""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

IPAddress = IPv4Address | IPv6Address

_REFUSED = tuple(
    ip_network(text)
    for text in (
        # IANA IPv4 Special-Purpose Address Registry, and what is not one host: multicast, broadcast, reserved.
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",  # shared by a provider's customers (CGNAT)
        "127.0.0.0/8",
        "169.254.0.0/16",  # link-local, and the metadata of clouds
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        # IANA IPv6 Special-Purpose Address Registry, and multicast.
        "::/96",  # unspecified, loopback, and the old IPv4-compatible form
        "::ffff:0:0/96",  # IPv4-mapped
        "::ffff:0:0:0/96",  # IPv4-translated (SIIT)
        "64:ff9b::/96",  # NAT64
        "64:ff9b:1::/48",  # NAT64 of one's own network
        "100::/64",
        "2001::/23",  # Teredo, ORCHID, benchmarks
        "2001:db8::/32",
        "2002::/16",  # 6to4
        "3fff::/20",
        "5f00::/16",
        "fc00::/7",
        "fe80::/10",
        "fec0::/10",  # site-local, of old
        "ff00::/8",
    )
)

_PUBLIC_IPV6 = ip_network("2000::/3")
"""All that IANA gives out as global unicast."""


def is_public(address: IPAddress, *, loopback: bool = False) -> bool:
    """Whether an address is one host of the public network. `loopback`: or this machine, as tests need it."""
    if loopback and address in _LOOPBACK[address.version]:
        return True
    if isinstance(address, IPv6Address) and (address.scope_id is not None or address not in _PUBLIC_IPV6):
        return False
    return address.is_global and not any(
        address in network for network in _REFUSED if network.version == address.version
    )


def literal(host: str) -> IPAddress | None:
    """The address a host is, where it is one in its usual spelling and no name."""
    try:
        return ip_address(host.strip("[]"))
    except ValueError:
        return None


_LOOPBACK = {4: ip_network("127.0.0.0/8"), 6: ip_network("::1/128")}

"""Where a live source may connect to: the host that was configured, encrypted, and no other.

Which accounts are watched stands in what is asked. It leaves this machine only over TLS, or over loopback, where tests
and services of one's own run.
"""

from ipaddress import ip_address
from urllib.parse import urlsplit

from vigil.model.errors import InvalidInput

_SCHEMES = frozenset({"https", "wss", "http", "ws"})


_PRIVATE_DOMAINS = frozenset({"localhost", "local", "internal", "lan", "home", "corp", "arpa", "test", "onion"})
"""RFC 6761 and 6762, and what routers give out."""


def service(text: str) -> str:
    """The host of a service with its port and path, without scheme and without a slash at the end.

    Args:
        text: As a person writes it: `jetstream.us-east.bsky.network`, `https://host`, `ws://127.0.0.1:6008/subscribe`.

    Raises:
        InvalidInput: It is no such address, names a person or a query, or would be reached unencrypted over a network.
    """
    whole = text.strip()
    whole = whole if "://" in whole else f"wss://{whole}"
    try:
        parts = urlsplit(whole)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise InvalidInput("not the address of a service: write it like wss://host") from error
    if parts.scheme not in _SCHEMES or not host or any(c.isspace() or ord(c) < 32 for c in whole):
        raise InvalidInput("not the address of a service: write it like wss://host or https://host")
    if parts.username is not None or parts.query or parts.fragment:
        raise InvalidInput("the address of a service has neither a user nor a query")
    if parts.scheme in {"ws", "http"} and not _is_loopback(host):
        raise InvalidInput("an address beyond this machine must begin with wss:// or https://")
    bracketed = f"[{host}]" if ":" in host else host
    return f"{bracketed}{'' if port is None else f':{port}'}{parts.path.rstrip('/')}"


def encrypted(text: str) -> bool:
    """Whether the address, which `service` took, is reached over TLS."""
    return urlsplit(text.strip() if "://" in text else f"wss://{text}").scheme in {"wss", "https"}


def web(text: str) -> str:
    """The service's address for requests: https, or http on loopback."""
    host = service(text)
    return f"{'https' if encrypted(text) else 'http'}://{host}"


def stream(text: str) -> str:
    """The service's address for streams: wss, or ws on loopback."""
    host = service(text)
    return f"{'wss' if encrypted(text) else 'ws'}://{host}"


def beyond_this_machine(text: str) -> bool:
    """Whether an address somebody else gave us is a host by its name in the public network, reached over TLS.

    An address in numbers, or a name without a dot or in a private domain, may be a machine of our own network. What a
    public name resolves to is not looked at here.
    """
    service(text)
    host = (urlsplit(text.strip() if "://" in text else f"wss://{text}").hostname or "").rstrip(".")
    try:
        ip_address(host)
    except ValueError:
        private = host.rpartition(".")[2] in _PRIVATE_DOMAINS
        return encrypted(text) and "." in host and not private and not host.rpartition(".")[2].isdecimal()
    return False


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False

"""Only the host that was named, and only encrypted beyond this machine."""

import pytest

from vigil.model.errors import InvalidInput
from vigil.sources.live.address import beyond_this_machine, stream, web


@pytest.mark.parametrize(
    ("text", "for_streams", "for_requests"),
    [
        ("relay.example", "wss://relay.example", "https://relay.example"),
        (" https://relay.example/ ", "wss://relay.example", "https://relay.example"),
        (
            "wss://relay.example:8443/subscribe",
            "wss://relay.example:8443/subscribe",
            "https://relay.example:8443/subscribe",
        ),
        ("http://localhost:2583", "ws://localhost:2583", "http://localhost:2583"),
        ("ws://127.0.0.1:6008", "ws://127.0.0.1:6008", "http://127.0.0.1:6008"),
        ("ws://[::1]:6008", "ws://[::1]:6008", "http://[::1]:6008"),
    ],
)
def test_an_address_serves_streams_and_requests(text, for_streams, for_requests):
    """One address for both, whichever way it is written."""
    assert (stream(text), web(text)) == (for_streams, for_requests)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ftp://relay.example",
        "file:///etc/passwd",
        "wss://",
        "wss://user:secret@relay.example",
        "wss://relay.example?wantedDids=x",
        "wss://relay.example#x",
        "wss://relay.example:port",
        "wss://relay example",
        "http://relay.example",
        "ws://192.168.0.1",
        "ws://localhost.example",
        "wss://[::1",
    ],
)
def test_what_cannot_or_may_not_be_reached_is_refused(text):
    """Unencrypted, a list of endangered people would cross the network to be read."""
    with pytest.raises(InvalidInput) as refused:
        stream(text)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "beyond"),
    [
        ("https://pds.example.org", True),
        ("https://localhost", False),
        ("http://127.0.0.1:80", False),
        ("https://10.0.0.1", False),
        ("https://169.254.169.254", False),
        ("https://[fd00::1]", False),
        ("https://router.lan", False),
        ("https://metadata.internal.", False),
        ("https://intranet", False),
        ("https://0x7f.1", False),
    ],
)
def test_an_address_somebody_else_gave_us_is_not_a_machine_of_ours(text, beyond):
    """A directory entry is written by whoever owns the account."""
    assert beyond_this_machine(text) is beyond

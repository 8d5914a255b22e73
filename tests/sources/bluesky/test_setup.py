"""What a Bluesky source is told, and what is refused before anything is asked."""

import pytest

from vigil.model.errors import InvalidInput
from vigil.model.ids import CollectorName
from vigil.sources.bluesky.firehose import FirehoseEar
from vigil.sources.bluesky.jetstream import JetstreamEar
from vigil.sources.bluesky.setup import SETTINGS, setup_of

DID = "did:plc:alicealicealicealicealic"


def test_nothing_has_to_be_told():
    """The defaults make a Jetstream, and each account's own server."""
    setup = setup_of({})
    assert (setup.wire, setup.archive, setup.on_this_machine) == ("jetstream", "home", False)
    assert setup.service.startswith("wss://jetstream.")
    assert not any(setting.secret or setting.required for setting in SETTINGS)
    assert isinstance(setup.ear([DID], collector=CollectorName("ear"), cursor=None), JetstreamEar)


@pytest.mark.parametrize(
    ("told", "wire"),
    [
        ({"service": "wss://bsky.network"}, "firehose"),
        ({"service": "relay1.us-east.bsky.network"}, "firehose"),
        ({"service": "wss://pds.example.org/xrpc/com.atproto.sync.subscribeRepos"}, "firehose"),
        ({"service": "wss://pds.example.org", "wire": " Firehose "}, "firehose"),
        ({"service": "wss://bsky.network", "wire": "jetstream"}, "jetstream"),
        ({"service": "ws://127.0.0.1:6008"}, "jetstream"),
    ],
)
def test_the_wire_is_said_or_follows_from_the_address(told, wire):
    """A relay is told by its name or path; what is said counts for more."""
    setup = setup_of(told)
    assert setup.wire == wire
    ear = setup.ear([DID], collector=CollectorName("ear"), cursor=None)
    assert isinstance(ear, FirehoseEar if wire == "firehose" else JetstreamEar)


@pytest.mark.parametrize(
    "told",
    [
        {"service": "ws://somewhere.example.org"},
        {"service": "wss://user:word@host.example.org"},
        {"wire": "smoke signals"},
        {"archive": "ftp://example.org"},
        {"directory": "http://plc.example.org"},
        {"names": "https://names.example.org/?who=me"},
        {"sentinels": "did:plc:alicealicealicealicealic, someone"},
    ],
)
def test_what_cannot_be_used_is_refused(told):
    """Before anything is asked, and in words."""
    with pytest.raises(InvalidInput):
        setup_of(told)


def test_sentinels_and_archives_are_told_apart():
    """Commas or spaces between DIDs; words or an address for the archive."""
    other = "did:plc:bobbobbobbobbobbobbobbob"
    assert setup_of({"sentinels": f"{DID}, {other}"}).sentinels == (DID, other)
    assert setup_of({"archive": " None "}).archive == "none"
    assert setup_of({"archive": "archive.example.org"}).archive == "https://archive.example.org"
    assert setup_of({"directory": "http://127.0.0.1:2582"}).on_this_machine

"""A handle's account and an account's server, as the one named service says. A real one is in test_real_pds.py."""

import asyncio
import json

import pytest
from answers import answering

from vigil.model.errors import InvalidInput, Unavailable
from vigil.sources.bluesky.resolve import account_of, home_of
from vigil.sources.live.asking import Patience, Service

DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz"
HASTY = Patience(trust_system=False, attempts=1, answer_within_s=5)


def ask(function, what, status, body):
    """What a function makes of a service's answer, and what the service was asked."""

    async def run(base):
        async with Service(base, HASTY) as service:
            return await function(service, what)

    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    with answering(lambda path, asked: (status, {}, data)) as (base, seen):
        return asyncio.run(run(base)), seen


def test_a_handle_leads_to_an_account():
    """Capitals, spaces and an @ do not matter."""
    found, seen = ask(account_of, " @Witness.Example.org", 200, {"did": DID})
    assert found == DID
    assert seen == ["/xrpc/com.atproto.identity.resolveHandle?handle=witness.example.org"]


@pytest.mark.parametrize("handle", ["", "nodot", "a..b", "name.example/../x", "x" * 300 + ".example", "handle.invalid"])
def test_what_is_no_handle_is_not_asked_for(handle):
    """Nothing is sent."""
    with pytest.raises(InvalidInput):
        ask(account_of, handle, 200, {"did": DID})


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (400, b"{}", InvalidInput),
        (200, {"did": "x"}, Unavailable),
        (200, b"<html>", Unavailable),
        (200, [], Unavailable),
        (302, b"", Unavailable),
        (200, {}, Unavailable),
    ],
)
def test_an_answer_that_is_none_is_an_error_without_the_handle(status, body, error):
    """It may be in a log."""
    with pytest.raises(error) as raised:
        ask(account_of, "witness.example.org", status, body)
    assert "witness" not in str(raised.value)


def entry(server, **changed):
    """A directory's entry."""
    service = {"id": "#atproto_pds", "type": "AtprotoPersonalDataServer", "serviceEndpoint": server}
    return {"id": DID, "alsoKnownAs": ["at://witness.example.org"], "service": [service], **changed}


def test_an_account_leads_to_its_server():
    """As the directory has it."""
    home, seen = ask(home_of, DID, 200, entry("https://pds.example.org/"))
    assert (home.handle, home.server) == ("witness.example.org", "https://pds.example.org")
    assert seen == [f"/{DID}"]


@pytest.mark.parametrize(
    "server",
    [
        "http://pds.example.org",
        "https://127.0.0.1",
        "https://[::1]",
        "https://169.254.169.254/latest",
        "https://localhost",
        "https://router.lan",
        "file:///etc/passwd",
        "https://a@b.example",
        "https://b.example?x",
        7,
        None,
        {},
    ],
    ids=str,
)
def test_a_server_inside_our_network_is_not_given(server):
    """Whoever owns the account writes the entry."""
    home, _ = ask(home_of, DID, 200, entry(server))
    assert home.server is None


@pytest.mark.parametrize("junk", [None, 7, "x", [], [7], {}, ["did:x"], ["at://"]], ids=str)
def test_a_broken_entry_is_unknown_not_wrong(junk):
    """No handle and no server."""
    home, _ = ask(home_of, DID, 200, {"id": DID, "alsoKnownAs": junk, "service": junk})
    assert (home.handle, home.server) == (None, None)


@pytest.mark.parametrize("did", ["did:web:evil.example", "did:plc:short", "did:plc:%2e%2e%2fx", "x", DID + "/../admin"])
def test_only_the_directorys_own_accounts_are_asked_for(did):
    """A did:web would have to be asked of the host it names."""
    with pytest.raises(InvalidInput):
        ask(home_of, did, 200, entry("https://pds.example.org"))


def test_another_accounts_entry_is_refused():
    """The directory answers of whom it was asked."""
    with pytest.raises(Unavailable):
        ask(home_of, DID, 200, entry("https://pds.example.org", id="did:plc:aaaaaaaaaaaaaaaaaaaaaaaa"))

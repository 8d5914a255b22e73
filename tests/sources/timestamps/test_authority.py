"""An authority's token is taken once it bears out the request, and verifies with plain openssl."""

import asyncio
import random

import pytest
from timestamp_stand_ins import HASTY, Authority, openssl_verifies, serving

from vigil.evidence.digests import sha256
from vigil.evidence.timestamps import Exchange, check_exchange, parse_roots, split_exchange
from vigil.model.errors import IntegrityError, InvalidInput, Malformed, Unavailable, VigilError
from vigil.model.instants import parse_instant
from vigil.publish.verify_bag import stamped_at
from vigil.sources.timestamps.authority import AuthorityService

NOTE = "vigil-log.invalid/00\n3\nroot\n\n— made up\n".encode()


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("tsa"))


def stamped(authority, answer=None, roots=None):
    with serving(answer or authority.answer) as (address, seen):
        service = AuthorityService(address, authority.pem if roots is None else roots, patience=HASTY)
        return asyncio.run(service.stamp(NOTE)), seen


def test_a_token_is_had_and_openssl_verifies_it(authority, tmp_path):
    """By the checkpoint's bytes, and by the request with its number."""
    token, seen = stamped(authority)
    exchange = split_exchange(token)
    assert [(method, path) for method, path, _ in seen] == [("POST", "/")]
    assert seen[0][2] == exchange.request
    assert check_exchange(exchange, NOTE, parse_roots(authority.pem)).signer == "CN=TSA made up"
    (tmp_path / "checkpoint").write_bytes(NOTE)
    (tmp_path / "token.tsr").write_bytes(exchange.response)
    (tmp_path / "token.tsq").write_bytes(exchange.request)
    (tmp_path / "ca.pem").write_bytes(authority.pem)
    last = ("-in", "token.tsr", "-CAfile", "ca.pem")
    assert openssl_verifies(tmp_path, "-data", "checkpoint", *last)
    assert openssl_verifies(tmp_path, "-queryfile", "token.tsq", *last)
    (tmp_path / "checkpoint").write_bytes(NOTE + b"x")
    assert not openssl_verifies(tmp_path, "-data", "checkpoint", *last)


def test_a_certificate_in_between_comes_with_the_token(tmp_path):
    """As public authorities have it: RSA, three certificates, and the user names the root alone."""
    authority = Authority(tmp_path / "deep", name="deep", deep=True)
    token, _ = stamped(authority)
    exchange = split_exchange(token)
    said = check_exchange(exchange, NOTE, parse_roots(authority.pem))
    assert said.signer == "CN=TSA deep"
    assert said.at == parse_instant(stamped_at(exchange.response, sha256(NOTE)))
    (tmp_path / "checkpoint").write_bytes(NOTE)
    (tmp_path / "token.tsr").write_bytes(exchange.response)
    (tmp_path / "ca.pem").write_bytes(authority.pem)
    assert openssl_verifies(tmp_path, "-data", "checkpoint", "-in", "token.tsr", "-CAfile", "ca.pem")


def test_what_leaves_is_a_digest(authority):
    """Nothing of the checkpoint itself is sent."""
    _, [(_, _, sent)] = stamped(authority)
    assert b"vigil-log" not in sent
    assert len(sent) < 80


@pytest.mark.parametrize(
    ("how", "kind", "says"),
    [
        ("other nonce", IntegrityError, "number"),
        ("no nonce", IntegrityError, "number"),
        ("other imprint", IntegrityError, "SHA-256"),
        ("another purpose", IntegrityError, "for timestamps only"),
        ("unnamed certificate", IntegrityError, "RFC 5035"),
        ("rejection", Unavailable, "gave no timestamp"),
        ("web page", Malformed, "web page"),
        ("429", Unavailable, "later"),
        ("503", Unavailable, "later"),
        ("500", Unavailable, "later"),
        ("404", Unavailable, "HTTP 404"),
        ("redirect", Unavailable, "points elsewhere"),
        ("10 MB", Unavailable, "longer than"),
        ("truncated", Malformed, "cut short"),
        ("nothing", Malformed, "cut short"),
    ],
)
def test_a_misbehaving_authority_is_told_as_what_it_does(authority, how, kind, says):
    """Each wrong answer is an error of its own, and no token."""
    with pytest.raises(kind, match=says):
        stamped(authority, authority.misbehaving(how))


def test_what_we_take_openssl_takes(authority, tmp_path):
    """Of tokens changed by a byte, whole, or signed anew: whatever we accept, `openssl ts -verify` accepts as well."""
    token, _ = stamped(authority)
    exchange, roots = split_exchange(token), parse_roots(authority.pem)
    (tmp_path / "q").write_bytes(exchange.request)
    (tmp_path / "ca.pem").write_bytes(authority.pem)
    chance = random.Random(20161204)  # noqa: S311
    tokens = [exchange.response, authority.without_its_certificate_s_digest(exchange.request)]
    for _ in range(400):
        changed = bytearray(exchange.response)
        changed[chance.randrange(len(changed))] ^= chance.randrange(1, 256)
        tokens.append(bytes(changed))
    taken = 0
    for each in tokens:
        try:
            check_exchange(Exchange(exchange.request, each), NOTE, roots)
        except VigilError:
            continue
        taken += 1
        (tmp_path / "r").write_bytes(each)
        assert openssl_verifies(tmp_path, "-queryfile", "q", "-in", "r", "-CAfile", "ca.pem"), each.hex()
    assert taken >= 1
    (tmp_path / "r").write_bytes(tokens[1])
    assert not openssl_verifies(tmp_path, "-queryfile", "q", "-in", "r", "-CAfile", "ca.pem")


def test_an_ended_certificate_and_another_root_are_refused(authority, tmp_path):
    """Valid at the time in the token, and led to the root that was named."""
    with pytest.raises(IntegrityError, match="valid until"):
        stamped(Authority(tmp_path / "ended", ended=True))
    other = Authority(tmp_path / "other", name="another")
    with pytest.raises(IntegrityError, match="root that was named"):
        stamped(authority, roots=other.pem)


def test_without_a_root_nobody_vouches(authority):
    """The token is had; whose it is, is not said."""
    token, _ = stamped(authority, roots=b"")
    assert check_exchange(split_exchange(token), NOTE).signer is None


def test_nobody_there_is_unavailable(authority):
    """An authority that is not reached is one to ask later."""
    with serving(authority.answer) as (address, _):
        pass
    with pytest.raises(Unavailable):
        asyncio.run(AuthorityService(address, patience=HASTY).stamp(NOTE))


@pytest.mark.parametrize("address", ["", "http://tsa.example/", "https://a:b@tsa.example", "not an address"])
def test_an_address_that_cannot_be_used_is_refused(address):
    """Beyond this machine only over TLS."""
    with pytest.raises(InvalidInput):
        AuthorityService(address)

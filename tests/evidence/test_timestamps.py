"""A token is split, read and held; whatever is not one is a clear error, and nothing else."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rfc3161_client import TimestampRequestBuilder
from rfc3161_client.base import HashAlgorithm
from timestamp_stand_ins import Authority

from vigil.evidence.timestamps import (
    MOST_TOKEN_BYTES,
    Exchange,
    check_exchange,
    join_exchange,
    parse_roots,
    split_exchange,
)
from vigil.model.errors import IntegrityError, InvalidInput, Malformed, VigilError

NOTE = b"a checkpoint\n"


def request_for(note=NOTE):
    return TimestampRequestBuilder().data(note).hash_algorithm(HashAlgorithm.SHA256).build().as_bytes()


@pytest.fixture(scope="module")
def given_token(tmp_path_factory):
    authority = Authority(tmp_path_factory.mktemp("tsa"))
    request = request_for()
    return Exchange(request, authority.reply(request)), parse_roots(authority.pem)


def test_request_and_answer_are_kept_as_one_and_split_again(given_token):
    """As they were, byte for byte."""
    exchange, _ = given_token
    assert split_exchange(join_exchange(exchange)) == exchange


@pytest.mark.parametrize(
    "kept", [b"", b"0", b"0\x00", b"0\x00x", b"0\x85\x01\x01\x01\x01\x01", b"<html>", b"\x00" * 99]
)
def test_what_is_no_exchange_is_malformed(kept):
    """Not taken for a token."""
    with pytest.raises(Malformed):
        split_exchange(kept)


def test_a_token_on_another_checkpoint_or_request_is_refused(given_token):
    """Digest and number have to be those that were asked with."""
    exchange, roots = given_token
    with pytest.raises(IntegrityError, match="this checkpoint"):
        check_exchange(exchange, NOTE + b"x", roots)
    with pytest.raises(IntegrityError, match="number"):
        check_exchange(Exchange(request_for(), exchange.response), NOTE, roots)


def test_every_changed_byte_is_told_or_changes_nothing_that_is_said(given_token):
    """Two thousand single-byte changes: an error of ours, or the same time by the same signer."""
    exchange, roots = given_token
    expected = check_exchange(exchange, NOTE, roots)
    chance = random.Random(20161204)  # noqa: S311
    n_noticed = 0
    for _ in range(2000):
        response = bytearray(exchange.response)
        response[chance.randrange(len(response))] ^= chance.randrange(1, 256)
        try:
            assert check_exchange(Exchange(exchange.request, bytes(response)), NOTE, roots) == expected
        except VigilError:
            n_noticed += 1
    assert n_noticed > 1900


def test_every_cut_is_malformed(given_token):
    """However much is missing."""
    exchange, roots = given_token
    for length in range(0, len(exchange.response), 7):
        with pytest.raises(Malformed):
            check_exchange(Exchange(exchange.request, exchange.response[:length]), NOTE, roots)


@given(st.binary(max_size=300))
def test_rubbish_is_malformed(content):
    """As a request and as an answer."""
    with pytest.raises(VigilError):
        check_exchange(Exchange(request_for(), content), NOTE)
    with pytest.raises(VigilError):
        check_exchange(Exchange(content, content), NOTE)


@pytest.mark.parametrize("content", [b"0" * 10_000_000, b"\x00" * 10_000, b"<html>" * 100, b"{}"])
def test_what_is_far_from_a_token_is_malformed(content):
    """Ten megabytes, zeros, a login page, JSON."""
    with pytest.raises(Malformed):
        check_exchange(Exchange(request_for(), content), NOTE)
    assert MOST_TOKEN_BYTES < 10_000_000


@pytest.mark.parametrize(
    "pem", [b"", b"rubbish", b"\xff\x00", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"]
)
def test_a_file_without_certificates_is_refused(pem):
    """Before it is kept."""
    with pytest.raises(InvalidInput):
        parse_roots(pem)

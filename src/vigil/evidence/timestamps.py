"""Timestamps on checkpoints by an authority: the request, the answer, and whether the one bears out the other.

An authority signs that it saw a digest at a time (RFC 3161). The digest here is SHA-256 of the exact bytes of a signed
checkpoint. What is kept is the request followed by the answer, both in DER: so the number of chance in the request, by
which an old answer would be noticed, can be held against the answer for ever, and both are what
`openssl ts -verify -queryfile` takes.

Whose signature it is, a certificate says that the user named beforehand. Without one only digest and number are held.
Certificates count as they were at the time in the token: that they ended later takes nothing away from it.

Source: RFC 3161; RFC 5816 and 5035 for the certificate's digest in the token. Signatures and chains are the library's.
"""

import hashlib
import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding
from rfc3161_client import PKIStatus, VerifierBuilder, _rust, decode_timestamp_response
from rfc3161_client.errors import VerificationError
from rfc3161_client.tsp import TimeStampRequest, TimeStampResponse

from vigil.evidence.der import Value, values, within
from vigil.evidence.digests import sha256
from vigil.model.errors import IntegrityError, InvalidInput, Malformed, Unavailable

MOST_TOKEN_BYTES = 200_000
"""Of an answer. Our choice: those of public authorities, certificates included, have 1 to 10 kB."""

MOST_ROOTS = 100

_UNREADABLE = (
    Malformed,
    ValueError,
    IndexError,
    KeyError,
    TypeError,
    OverflowError,
    UnsupportedAlgorithm,
    x509.InvalidVersion,
    x509.DuplicateExtension,
    x509.UnsupportedGeneralNameType,
)
"""What the libraries raise over bytes that are not what they should be, found by changing them at random."""

_SHA256_OID = "2.16.840.1.101.3.4.2.1"
_TIME = re.compile(rb"[0-9]{14}(?:\.([0-9]{1,9}))?Z")
_SEQUENCE = 0x30
_FIRST = 0xA0  # [0], of a structure


class TimestampKind(StrEnum):
    """What kind of timestamp a checkpoint bears."""

    RFC3161 = "rfc3161"
    OPENTIMESTAMPS = "opentimestamps"


@dataclass(frozen=True, slots=True)
class Exchange:
    """What an authority was asked and what it answered: DER of TimeStampReq and TimeStampResp."""

    request: bytes
    response: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """What a token says, as far as it was held.

    Attributes:
        at: When the authority saw the checkpoint, by its clock.
        signer: Whose certificate signed, as the certificate puts it. None: no root was named, so nobody vouches for it.
    """

    at: datetime
    signer: str | None


def join_exchange(exchange: Exchange) -> bytes:
    """The bytes an exchange is kept as."""
    return exchange.request + exchange.response


def split_exchange(kept: bytes) -> Exchange:
    """The exchange that was kept.

    Raises:
        Malformed: It is not two values in DER, one after the other.
    """
    found = values(kept)
    if [each.tag for each in found] != [_SEQUENCE, _SEQUENCE]:
        raise Malformed("timestamp: expected a request and its answer in DER, found something else")
    return Exchange(kept[: found[0].end], kept[found[1].begin :])


def parse_roots(pem: bytes) -> tuple[x509.Certificate, ...]:
    """The certificates of a PEM file, which vouch for an authority.

    Raises:
        InvalidInput: There is none in it, too many, or one does not read.
    """
    try:
        found = tuple(x509.load_pem_x509_certificates(pem))
    except (ValueError, UnsupportedAlgorithm) as error:
        raise InvalidInput("no certificate can be read there: expected PEM (-----BEGIN CERTIFICATE-----)") from error
    if not 0 < len(found) <= MOST_ROOTS:
        raise InvalidInput(f"expected 1 to {MOST_ROOTS} certificates, found {len(found)}")
    return found


def check_exchange(exchange: Exchange, note: bytes, roots: Sequence[x509.Certificate] = ()) -> Stamped:
    """What the authority says of a checkpoint, once everything that can be held was found to hold.

    Args:
        note: The signed checkpoint, exactly as it was.
        roots: Certificates that were named for this authority. None: its signature is not held against anything.
    Raises:
        Unavailable: The authority refused to give a token; the message has its reason, cut short.
        Malformed: Request or answer cannot be read.
        IntegrityError: The answer is to another request, over another digest, or its signature or certificates do not
            hold: the message says which.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an odd certificate is no reason to print: it holds, or it does not
        return _check_exchange(exchange, note, roots)


def _check_exchange(exchange: Exchange, note: bytes, roots: Sequence[x509.Certificate]) -> Stamped:
    request, answer = _request(exchange.request), _answer(exchange.response)
    try:
        info = answer.tst_info
        imprint, nonce, at = info.message_imprint, info.nonce, _at(exchange.response, info.gen_time)
        algorithm, digest = imprint.hash_algorithm.dotted_string, imprint.message
        asked = request.message_imprint.message
    except _UNREADABLE as error:
        raise Malformed("timestamp: its content is not what RFC 3161 says") from error
    expected = sha256(note)
    if asked != expected:
        raise IntegrityError("timestamp: expected a request for this checkpoint, found one for other bytes")
    if algorithm != _SHA256_OID or digest != expected:
        raise IntegrityError(f"timestamp: expected one over SHA-256 {expected.hex()}, found {digest.hex()}")
    if request.nonce is None or nonce != request.nonce:
        raise IntegrityError("timestamp: expected the number that was asked with, found another: it is an older answer")
    return Stamped(at=at, signer=_signer(answer, expected, at, roots) if roots else None)


def _request(der: bytes) -> TimeStampRequest:
    try:
        return _rust.parse_timestamp_request(der)
    except _UNREADABLE as error:
        raise Malformed("timestamp: its request cannot be read") from error


def _answer(der: bytes) -> TimeStampResponse:
    """The answer, once it was found to carry a token."""
    if len(der) > MOST_TOKEN_BYTES:
        raise Malformed(f"timestamp: {len(der):,} bytes, and no more than {MOST_TOKEN_BYTES:,} are read")
    if der.lstrip()[:1] == b"<":
        raise Malformed("timestamp: expected a token, found a web page. Is that the authority's address?")
    try:
        answer = decode_timestamp_response(_in_order(der))
        status = answer.status
    except _UNREADABLE as error:
        raise Malformed("timestamp: not an answer as RFC 3161 has it: cut short, or something else") from error
    if status != PKIStatus.GRANTED:
        raise Unavailable(f"the authority gave no timestamp (status {status}{_reason(answer)})")
    return answer


def _reason(answer: TimeStampResponse) -> str:
    """What a refusal says of itself, without anything a terminal would act on."""
    try:
        said = " ".join(answer.status_string)
    except _UNREADABLE:
        return ""
    plain = "".join(c if c.isascii() and c.isprintable() else "?" for c in said[:120])
    return f": {plain}" if plain else ""


def _signer(answer: TimeStampResponse, digest: bytes, at: datetime, roots: Sequence[x509.Certificate]) -> str:
    """Whose signature it is, once it and the chain to a root were found to hold."""
    try:
        leaf = _leaf(answer)
        if not leaf.not_valid_before_utc <= at <= leaf.not_valid_after_utc:
            raise IntegrityError(
                f"timestamp: its certificate was valid until {leaf.not_valid_after_utc:%Y-%m-%d} "
                f"(from {leaf.not_valid_before_utc:%Y-%m-%d}), and the token says {at:%Y-%m-%d}"
            )
        _check_purpose(leaf)
        VerifierBuilder(roots=list(dict.fromkeys(roots))).build().verify(answer, digest)
        _check_named(answer, leaf)
        return leaf.subject.rfc4514_string()
    except VerificationError as error:
        raise IntegrityError(
            "timestamp: its signature does not hold, or does not lead to the root that was named"
        ) from error
    except _UNREADABLE as error:
        raise Malformed("timestamp: its certificates or signature cannot be read") from error


def _leaf(answer: TimeStampResponse) -> x509.Certificate:
    """The certificate that signed."""
    signers = list(answer.signed_data.signer_infos)
    certificates = [x509.load_der_x509_certificate(der) for der in answer.signed_data.certificates]
    if len(signers) != 1:
        raise IntegrityError(f"timestamp: expected one signature, found {len(signers)}")
    for each in certificates:
        if each.issuer == signers[0].issuer and each.serial_number == signers[0].serial_number:
            return each
    raise IntegrityError("timestamp: expected the certificate that signed it within, found none or another")


def _check_purpose(leaf: x509.Certificate) -> None:
    """See that the certificate is one for timestamps, and says that it is for nothing else (RFC 3161, 2.3)."""
    try:
        found = leaf.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    except x509.ExtensionNotFound:
        found = None
    if found is None or not found.critical or list(found.value) != [x509.oid.ExtendedKeyUsageOID.TIME_STAMPING]:
        raise IntegrityError("timestamp: its certificate is not one for timestamps only (RFC 3161, 2.3)")


def _check_named(answer: TimeStampResponse, leaf: x509.Certificate) -> None:
    """See that the token names its certificate by digest (RFC 5035), which `openssl ts -verify` insists on."""
    token, der = answer.time_stamp_token(), leaf.public_bytes(Encoding.DER)
    if not any(hashlib.new(name, der).digest() in token for name in ("sha1", "sha256", "sha384", "sha512")):
        raise IntegrityError("timestamp: expected the digest of its certificate in the token (RFC 5035), found none")


def _signed_data(der: bytes) -> Value:
    """The part of an answer that holds content, certificates and signature (RFC 5652, 5.1)."""
    [whole] = values(der)
    [signed] = within(der, within(der, within(der, whole)[1])[1])
    return signed


def _at(der: bytes, second: datetime) -> datetime:
    """The time in a token with the fraction of a second it may have, which the library leaves out.

    Raises:
        ValueError: The token is not as it should be.
    """
    [octets] = within(der, within(der, within(der, _signed_data(der))[2])[1])
    [info] = within(der, octets)
    said = within(der, info)[4]
    found = _TIME.fullmatch(der[said.body : said.end])
    if found is None:
        raise ValueError("not a time in UTC")
    return second + timedelta(microseconds=int((found[1] or b"").ljust(6, b"0")[:6]))


def _in_order(der: bytes) -> bytes:
    """The answer with its certificates in the order of their bytes, which the library insists on.

    RFC 5652 does not: authorities give them as a chain, in any order, and no signature is over it. What is kept and
    handed over is what they gave.
    """
    try:
        certificates = [each for each in within(der, _signed_data(der)) if each.tag == _FIRST]
        if not certificates:
            return der
        given = within(der, certificates[0])
    except (Malformed, IndexError, ValueError):
        return der  # the library says what it is
    ordered = b"".join(sorted(der[each.begin : each.end] for each in given))
    return der[: certificates[0].body] + ordered + der[certificates[0].end :]

"""A timestamp authority, asked as RFC 3161 says in 3.4: the request is posted, the answer is the token."""

from rfc3161_client import TimestampRequestBuilder
from rfc3161_client.base import HashAlgorithm

from vigil.evidence.timestamps import (
    MOST_TOKEN_BYTES,
    Exchange,
    TimestampKind,
    check_exchange,
    join_exchange,
    parse_roots,
)
from vigil.model.errors import Unavailable
from vigil.sources.live.address import web
from vigil.sources.live.asking import Answer, Patience, Service

STAMPING = Patience(attempts=3, first_wait_s=1.0, longest_wait_s=5.0, longest_retry_after_s=30.0, answer_within_s=30.0)
"""A checkpoint can wait for the next run; whoever waits for the command should not."""

_HTTP_OK = 200
_HEADERS = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}


class AuthorityService:
    """Fulfils StampService."""

    kind = TimestampKind.RFC3161

    def __init__(self, address: str, roots: bytes = b"", *, patience: Patience = STAMPING) -> None:
        """Nothing is asked yet. `roots`: certificates in PEM that vouch for it; empty: none was named.

        Raises:
            InvalidInput: The address or the certificates cannot be used.
        """
        self.authority = web(address)
        self._roots = parse_roots(roots) if roots else ()
        self._patience = patience

    async def stamp(self, note: bytes) -> bytes:
        """Request and token on a checkpoint, held against each other and against the certificates named."""
        asked = TimestampRequestBuilder().data(note).hash_algorithm(HashAlgorithm.SHA256).build().as_bytes()
        async with Service(self.authority, self._patience) as service:
            answer = await service.post("", asked, headers=_HEADERS, most_bytes=MOST_TOKEN_BYTES)
        exchange = Exchange(asked, body_of(answer))
        check_exchange(exchange, note, self._roots)
        return join_exchange(exchange)

    async def upgrade(self, note: bytes, token: bytes) -> None:
        """There is nothing to come."""


def body_of(answer: Answer) -> bytes:
    """What was answered.

    Raises:
        Unavailable: It was an error, or a redirect, which is not followed.
    """
    if answer.status == _HTTP_OK:
        return answer.body
    elsewhere = ", which points elsewhere: name the address it points to" if 300 <= answer.status < 400 else ""
    raise Unavailable(f"it answers HTTP {answer.status}{elsewhere}")

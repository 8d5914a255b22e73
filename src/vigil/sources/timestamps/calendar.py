"""An OpenTimestamps calendar, asked as its server answers: POST /digest, and later GET /timestamp/<what it promised>.

The library's own client is not used: every connection is made in sources/live, to a host a person named. A promise may
name another calendar than the one that was asked (pools do): that one is asked only once it is named too.
"""

import secrets
from collections.abc import Iterable

from vigil.evidence.open_timestamps import (
    CHANCE_BYTES,
    MOST_ANSWER_BYTES,
    Promise,
    digest_to_submit,
    new_proof,
    read_proof,
    upgraded,
)
from vigil.evidence.timestamps import TimestampKind
from vigil.model.errors import InvalidInput, Malformed, Unavailable
from vigil.sources.live.address import web
from vigil.sources.live.asking import Patience, Service
from vigil.sources.timestamps.authority import STAMPING, body_of

_NOT_FOUND = 404
_HEADERS = {"Accept": "application/vnd.opentimestamps.v1"}


class CalendarService:
    """Fulfils StampService."""

    kind = TimestampKind.OPENTIMESTAMPS

    def __init__(self, address: str, named: Iterable[str] = (), *, patience: Patience = STAMPING) -> None:
        """Nothing is asked yet. `named`: further calendars that may be asked to redeem a promise.

        Raises:
            InvalidInput: An address cannot be used.
        """
        self.authority = web(address)
        self._named = {self.authority, *(web(each) for each in named)}
        self._patience = patience

    async def stamp(self, note: bytes) -> bytes:
        """The calendar's promise on a checkpoint, as an .ots file."""
        chance = secrets.token_bytes(CHANCE_BYTES)
        async with Service(self.authority, self._patience, headers=_HEADERS) as service:
            answer = await service.post("digest", digest_to_submit(note, chance), most_bytes=MOST_ANSWER_BYTES)
        return new_proof(note, chance, _no_page(body_of(answer)))

    async def upgrade(self, note: bytes, token: bytes) -> bytes | None:
        """The .ots file with the path to a block, once the calendar has it. None: not yet."""
        elsewhere = None
        for promise in read_proof(token, note).promises:
            address = _address(promise)
            if address not in self._named:
                elsewhere = address or "an address that cannot be used"
                continue
            async with Service(address, self._patience, headers=_HEADERS) as service:
                answer = await service.get(f"timestamp/{promise.commitment.hex()}")
            if answer.status == _NOT_FOUND:
                continue
            if (fuller := upgraded(token, note, promise, _no_page(body_of(answer)))) is not None:
                return fuller
        if elsewhere is not None:
            raise Unavailable(f"its promise is {elsewhere}'s to redeem, which was not named: --calendar names it")
        return None


def _address(promise: Promise) -> str | None:
    try:
        return web(promise.calendar)
    except InvalidInput:
        return None


def _no_page(body: bytes) -> bytes:
    if body.lstrip()[:1] == b"<":
        raise Malformed("OpenTimestamps: expected a timestamp, found a web page. Is that the calendar's address?")
    return body

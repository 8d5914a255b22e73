"""What is known of media, one row a capture, sealed under the key that the capture is sealed under.

It can be found again from the captured bytes, so it is no entry of the log; and it is destroyed with them, by the key.
"""

from collections.abc import Iterator

from vigil.model.capture import Description, parse_description
from vigil.model.errors import IntegrityError, InvalidInput
from vigil.model.media import MediaRecord, parse_record, record_bytes
from vigil.store.database import Conflict, Database
from vigil.store.log import StoredLog, capture_place

_AT_ONCE = 1000

_MEDIA = """
SELECT m.capture_no, m.sealed, c.key_no, c.sealed FROM media AS m JOIN capture AS c USING (capture_no)
WHERE m.capture_no > ? ORDER BY m.capture_no LIMIT ?
"""


def stored_media(database: Database, log: StoredLog) -> Iterator[tuple[int, Description, MediaRecord]]:
    """Number, description and record of every capture of media, in order, but for those that were withdrawn.

    Raises:
        IntegrityError: One does not open, or is not what was sealed.
    """
    last = 0
    while found := database.rows(_MEDIA, (last, _AT_ONCE)):
        for number, sealed, key_no, described in found:
            sealer = log.sealer(key_no)
            if sealer is None or sealed is None or described is None:
                continue
            try:
                said = parse_description(sealer.open_text(bytes(described), where=capture_place(number)))
                record = parse_record(sealer.open_text(bytes(sealed), where=media_place(number)))
            except InvalidInput as error:
                raise IntegrityError("what is kept of media is not of its form") from error
            yield number, said, record
        last = found[-1][0]


def add_media(database: Database, log: StoredLog, capture_no: int, record: MediaRecord) -> None:
    """Add the row of a capture.

    Raises:
        InvalidInput: There is no such capture, its witness has withdrawn, or there is a row already.
    """
    found = database.row("SELECT key_no FROM capture WHERE capture_no = ?", (capture_no,))
    sealer = None if found is None else log.sealer(found[0])
    if sealer is None:
        raise InvalidInput("media: there is no capture of this number, or its witness has withdrawn")
    sealed = sealer.seal_text(record_bytes(record), where=media_place(capture_no))
    try:
        database.run("INSERT INTO media (capture_no, sealed) VALUES (?, ?)", (capture_no, sealed))
    except Conflict as error:
        raise InvalidInput("media: what is known of this capture is said already, and never changed") from error


def media_place(capture_no: int) -> bytes:
    """Where a record is kept: it opens nowhere else."""
    return b"media of capture %d" % capture_no

"""A file kept by hand: its bytes as they are, as a capture."""

import re
import sys
from datetime import datetime
from pathlib import Path

from vigil import __version__
from vigil.model.capture import MOST_BYTES, Capture
from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.ids import CollectorName
from vigil.model.witness import Account

COLLECTOR = CollectorName("by hand")
STDIN = Path("-")

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+):/")


def capture_of_file(
    path: Path,
    *,
    captured_at: datetime,
    url: str | None = None,
    published_at: datetime | None = None,
    published_on: str | None = None,
    account: Account | None = None,
    post: str | None = None,
) -> Capture:
    """The file as a capture; `-` is what comes on stdin.

    Args:
        path: The file, of at most 256 MiB.
        captured_at: Now: from when on these bytes are vouched for.
        url: Where it was had from, as whoever keeps it says.
        published_at: When it was published, as whoever keeps it says.
        published_on: The day instead, in EDTF, where they say no time.
        account: Whose it is.
        post: The platform's id of the post it holds.
    Raises:
        InvalidInput: It is no file, empty, or too large.
        Unavailable: It cannot be read.
    """
    try:
        with sys.stdin.buffer if path == STDIN else path.open("rb") as stream:
            body = stream.read(MOST_BYTES + 1)
    except IsADirectoryError as error:
        raise InvalidInput(f"{path} is a folder: give the files in it") from error
    except FileNotFoundError as error:
        if (scheme := _SCHEME.match(str(path))) is not None:
            raise InvalidInput(f"{scheme.group(1)}: is not fetched: pages by https:// and http:// are") from error
        raise InvalidInput(f"there is no file {path}") from error
    except OSError as error:
        raise Unavailable(f"{path} cannot be read: {error.strerror}") from error
    if not body:
        raise InvalidInput(f"{path} is empty: there is nothing to keep")
    if len(body) > MOST_BYTES:
        raise InvalidInput(f"{path} has more than {MOST_BYTES // 2**20} MiB, the most a capture holds")
    return Capture(
        body=body,
        captured_at=captured_at,
        collector=COLLECTOR,
        collector_version=__version__,
        published_at=published_at,
        published_on=published_on,
        url=url,
        name=None if path == STDIN else path.name,
        account=account,
        post=post,
    )

"""A file on disk about to be read: its digest and size, and whether it stayed what it was while we read it."""

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.ids import Digest
from vigil.usecases.ports import ReadBatch

_CHANGED = "the file changed while it was being read; import it again"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedFile:
    """A file as it stood when it was opened."""

    path: Path
    digest: Digest
    size: int
    changed_ns: int  # the file system's time of last change

    @classmethod
    def at(cls, path: Path) -> "OpenedFile":
        """Read the file through once for its digest.

        Raises:
            InvalidInput: It is a folder, or empty.
            Unavailable: It is not there, or may not be read.
        """
        try:
            if path.is_dir():
                raise InvalidInput(f"{path}: a folder; name the files in it")
            if path.exists() and not path.is_file():
                raise InvalidInput(f"{path}: not a file on disk; it is read twice, so save it as one first")
            with path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
            status = path.stat()
        except OSError as error:
            raise Unavailable(f"{path}: {error.strerror or error}") from error
        if status.st_size == 0:
            raise InvalidInput(f"{path}: the file is empty")
        return cls(path=path, digest=Digest(digest), size=status.st_size, changed_ns=status.st_mtime_ns)

    def watched(self, batches: Iterator[ReadBatch]) -> Iterator[ReadBatch]:
        """The same batches, ending in an error where the file was written to meanwhile.

        Raises:
            Unavailable: The file is not any more the one whose digest we took, or cannot be read on.
        """
        try:
            yield from batches
            status = self.path.stat()
        except OSError as error:
            raise Unavailable(f"{self.path}: {error.strerror or error}") from error
        except (EOFError, zlib.error) as error:  # it was whole when it was opened
            raise Unavailable(f"{self.path}: {_CHANGED}") from error
        if (status.st_size, status.st_mtime_ns) != (self.size, self.changed_ns):
            raise Unavailable(f"{self.path}: {_CHANGED}")

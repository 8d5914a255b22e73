"""Checkpoints that were kept elsewhere, as `--checkpoint` names them: each a file, its key beside it."""

from pathlib import Path
from typing import Annotated

import typer

from vigil.evidence.signed_note import VerifierKey, parse_verifier_key
from vigil.model.errors import InvalidInput, Unavailable

_MOST_BYTES = 1024 * 1024
"""A checkpoint has some hundred bytes; with many signatures a few thousand."""

Outside = Annotated[
    list[Path] | None,
    typer.Option(
        "--checkpoint",
        help="A checkpoint that was kept elsewhere, its key beside it as FILE.key. May be repeated.",
        show_default=False,
    ),
]


def key_file(checkpoint: Path) -> Path:
    """Where the key of an exported checkpoint lies."""
    return checkpoint.with_name(checkpoint.name + ".key")


def kept_elsewhere(files: list[Path]) -> tuple[list[bytes], str | None]:
    """Checkpoints that were kept elsewhere, and the key kept with them, where there is one.

    Raises:
        InvalidInput: There is no such file, it is far too large, or the keys are none or of several cases.
        Unavailable: One cannot be read.
    """
    notes, keys = [], set()
    for file in files:
        try:
            notes.append(_read(file))
            if key_file(file).is_file():
                keys.add(_read(key_file(file)).decode().strip())
        except FileNotFoundError as error:
            raise InvalidInput(f"--checkpoint: there is no file {file}") from error
        except (OSError, UnicodeDecodeError) as error:
            raise Unavailable(f"--checkpoint: {file} or its key cannot be read") from error
    if len(keys) > 1:
        raise InvalidInput("--checkpoint: the keys beside these checkpoints differ: they are of several cases")
    for key in keys:
        _parsed(key)
    return notes, keys.pop() if keys else None


def _read(file: Path) -> bytes:
    with file.open("rb") as stream:
        read = stream.read(_MOST_BYTES + 1)
    if len(read) > _MOST_BYTES:
        raise InvalidInput(f"--checkpoint: {file} is no checkpoint, or its key: it is over {_MOST_BYTES // 1024} KiB")
    return read


def _parsed(key: str) -> VerifierKey:
    try:
        return parse_verifier_key(key)
    except InvalidInput as error:
        raise InvalidInput(f"the key beside the checkpoint: {error}") from error

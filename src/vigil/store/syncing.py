"""Onto the disk itself: a file's name is safe only once its folder is."""

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Wait until the folder's list of names is on disk."""
    if os.name == "nt":  # Windows cannot open a folder; its rename is journalled
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

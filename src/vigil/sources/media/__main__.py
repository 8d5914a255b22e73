"""Reads one file from its standard input and writes what it is as JSON: the process that `examining` begins.

Everything it needs is loaded first. Then it gives up what it could do harm with: more time and memory than it was told,
opening any file or connection (no further descriptor), writing to a disk, and leaving its memory behind in a core file.
"""

import contextlib
import importlib
import io
import json
import logging
import os
import pkgutil
import signal
import sys
import time

from vigil.model.media import facts_page
from vigil.sources.media.facts import CREDENTIALS, PICTURES, VIDEOS, facts_of, versioned


def main() -> None:
    """Read, give up, examine, say."""
    within_s, most_memory_bytes = int(sys.argv[1]), int(sys.argv[2])
    answers = os.dup(1)
    os.dup2(2, 1)  # what a library writes of itself is not the answer
    logging.disable(logging.CRITICAL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever stops the listener ends this with its input
    body = sys.stdin.buffer.read()
    _load()
    _give_up(within_s, most_memory_bytes)
    page = json.dumps(facts_page(facts_of(body))).encode()
    with os.fdopen(answers, "wb") as stream:
        stream.write(page)


def _load() -> None:
    """What libraries load by themselves when first used has to be there before files can no longer be opened."""
    import av
    from PIL import Image

    for module in pkgutil.walk_packages(av.__path__, "av."):
        if not module.name.startswith("av.__main__"):
            importlib.import_module(module.name)
    Image.init()
    for name in (*PICTURES, *VIDEOS, *CREDENTIALS):
        versioned(name)
    for kind in ("PNG", "JPEG", "GIF", "WEBP"):
        stream = io.BytesIO()
        Image.new("RGB", (8, 8)).save(stream, kind)
        facts_of(stream.getvalue())


def _give_up(within_s: int, most_memory_bytes: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    spent_s = int(time.process_time())
    limits = [
        (resource.RLIMIT_CPU, spent_s + within_s, 1),  # a signal of its own, and a second later the end
        (resource.RLIMIT_AS, most_memory_bytes, 0),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_NOFILE, 0, 0),
    ]
    for limit, value, more in limits:
        with contextlib.suppress(ValueError, OSError):  # a system that does not know it, or has a lower one
            resource.setrlimit(limit, (value, value + more))


if __name__ == "__main__":
    main()

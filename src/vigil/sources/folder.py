"""A folder in which people put files for the case: exports and lists, in the formats of `vigil import`.

A file counts once it has not changed between two looks, so that one still being copied is left alone. It stays where it
is, and is not kept as evidence: an archive holds its owner's private messages. `vigil keep` preserves a file by hand.
"""

import asyncio
import contextlib
import json
import os
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from vigil.model.coverage import Hearing
from vigil.model.errors import InvalidInput
from vigil.model.heard import Cursor, Deafness, Manifest, Pulse
from vigil.model.ids import Platform
from vigil.model.witness import WatchedAccount
from vigil.usecases.listening.collecting import Dropped, Given, SourceSetting, Trial

PLATFORM = Platform("folder")

Look = dict[str, tuple[int, int]]
"""Each file's size in bytes and when it was changed, in nanoseconds, by its path within the folder."""

MANIFEST = Manifest(
    platform=PLATFORM,
    hears=("posts in files that are put there: every format of `vigil import`, each told by its content",),
    needs=("a folder on this machine",),
    cannot_see=(
        "until when a file holds everything: its accounts count as heard to each one's last row",
        "files that need an option to be read, such as a time zone or a channel: import those by hand",
    ),
    most_accounts=0,
    deaf_within_s=60.0,
)


class FolderCollector:
    """Looks into one folder."""

    def __init__(self, given: Given, *, every_s: float) -> None:
        self._given, self._every_s = given, every_s
        self._folder = _folder(given)
        self._done = _parsed(given.cursor)
        self._since = given.clock()

    async def listen(self, *, once: bool) -> AsyncIterator[Dropped | Pulse]:
        """Every file that is new or was changed, each followed by a pulse that notes it as done."""
        before: Look | None = None
        while True:
            now = _look(self._folder)
            if now is None:
                yield self._pulse(Hearing.BLIND, Deafness.UNREACHABLE)
                if once:
                    return
            else:
                for name in sorted(now):
                    settled = before is not None and before.get(name) == now[name]
                    if settled and self._done.get(name) != now[name]:
                        yield Dropped(collector=self._given.collector, path=self._folder / name)
                        self._done[name] = now[name]
                        yield self._pulse(Hearing.HEALTHY)
                gone = set(self._done) - set(now)
                for name in gone:
                    del self._done[name]
                yield self._pulse(Hearing.HEALTHY)
                if once and before is not None:
                    return
            before = now
            await asyncio.sleep(min(self._every_s, 1.0) if once else self._every_s)

    def watch(self, accounts: Sequence[WatchedAccount]) -> None:
        """Whom a file is about stands in the file."""

    def _pulse(self, hearing: Hearing, why: Deafness | None = None) -> Pulse:
        now = self._given.clock()
        deaf = hearing is Hearing.BLIND
        return Pulse(
            collector=self._given.collector,
            platform=PLATFORM,
            at=now,
            hearing=hearing,
            why=why,
            unbroken_since=None if deaf else self._since,
            heard_until=None if deaf else now,
            cursor=Cursor(json.dumps(self._done)),
        )


class FolderKind:
    """`vigil sources add folder path=FOLDER`."""

    name = "folder"
    manifest = MANIFEST
    settings = (
        SourceSetting(name="path", says="The folder to look into.", required=True),
        SourceSetting(name="every", says="Seconds between two looks, 1 to 3600.", default="10"),
    )

    def collector(self, given: Given) -> FolderCollector:
        """A collector that has not begun. Raises InvalidInput: a setting is not what it has to be."""
        return FolderCollector(given, every_s=_every_s(given))

    async def trial(self, given: Given) -> Trial:
        """Whether the folder is there and can be read."""
        found = _look(_folder(given))
        if found is None:
            return Trial(hears=False, says=("The folder is not there, or may not be read.",))
        return Trial(hears=True, says=(f"The folder is there: {len(found)} files in it.",))

    async def account(self, given: Given, name: str) -> WatchedAccount:  # noqa: ARG002 - as every kind is asked
        """Nobody can be asked for in a folder."""
        raise InvalidInput("a folder knows no accounts: look the id up in the file, or ask the account's platform")


def _look(folder: Path) -> Look | None:
    """The files of a folder, without those that are hidden or lead elsewhere. None: it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            files = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError:
        return None
    there: Look = {}
    for entry in files:
        with contextlib.suppress(OSError):  # it went away since
            if entry.is_file(follow_symlinks=False):
                stat = entry.stat(follow_symlinks=False)
                there[entry.name] = (stat.st_size, stat.st_mtime_ns)
    return there


def _folder(given: Given) -> Path:
    path = given.settings.get("path", "").strip()
    if not path:
        raise InvalidInput("path: the folder to look into")
    return Path(path).expanduser().absolute()


def _every_s(given: Given) -> float:
    text = given.settings.get("every", "10")
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 1.0 <= seconds <= 3600.0:
        raise InvalidInput("every: seconds between two looks, 1 to 3600")
    return seconds


def _parsed(cursor: Cursor | None) -> Look:
    if cursor is None:
        return {}
    try:
        return {str(name): (int(size), int(changed)) for name, (size, changed) in json.loads(cursor).items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise InvalidInput("the cursor is not one of a folder") from error

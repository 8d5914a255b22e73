"""Show media: what is kept of them, what their bytes say, and which of them look alike.

What its author deleted is held: that it is there is shown, and nothing of it, also not what looks like it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vigil.evidence.alike import Columns, can_be_told, columns_of, near
from vigil.model.errors import InvalidInput
from vigil.usecases.ports import CaseReader, KeptMedia


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Another capture of media that looks like this one."""

    number: int  # of the capture
    bits_apart: int  # of 256, between the two frames that are nearest
    same_bytes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMedia:
    """One capture of media. Of a held one only `number` and `held` may be shown."""

    media: KeptMedia
    alike: tuple[Alike, ...] = ()  # the nearest first

    @property
    def held(self) -> bool:
        """Whether its author deleted it."""
        return self.media.held


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaPage:
    """Some of a case's media."""

    shown: tuple[ShownMedia, ...]
    n_all: int
    n_held: int


def show_media(case: CaseReader, *, skip: int = 0, limit: int = 50) -> MediaPage:
    """Media in the order they were kept, `limit` at most, each with all others of the case that look like it.

    Raises:
        InvalidInput: `skip` or `limit` is below zero.
        IntegrityError: What is kept of media does not open.
    """
    if skip < 0 or limit < 0:
        raise InvalidInput("--skip and --limit: whole numbers from 0 on")
    kept = list(case.evidence.media())
    among = _Looks(kept)
    return MediaPage(
        shown=tuple(_shown(one, among) for one in kept[skip : skip + limit]),
        n_all=len(kept),
        n_held=sum(one.held for one in kept),
    )


def show_one_media(case: CaseReader, number: int) -> ShownMedia:
    """The media that a capture holds.

    Raises:
        InvalidInput: The capture of this number holds none.
        IntegrityError: What is kept of media does not open.
    """
    kept = list(case.evidence.media())
    found = next((one for one in kept if one.number == number), None)
    if found is None:
        raise InvalidInput(f"no media are kept under number {number}: `vigil media` shows which there are")
    return _shown(found, _Looks(kept))


class _Looks:
    """How all media of a case look that are not held, and which bytes they are."""

    def __init__(self, kept: Iterable[KeptMedia]) -> None:
        open_ones = [one for one in kept if not one.held]
        frames = [
            (one.number, picture.pdq)
            for one in open_ones
            for picture in one.record.facts.pictures
            if can_be_told(picture)
        ]
        self._numbers: NDArray[np.int64] = np.array([number for number, _ in frames], dtype=np.int64)
        self._hashes: Columns = columns_of([pdq for _, pdq in frames])
        self._digests = {one.number: one.said.digest for one in open_ones}
        self._of_bytes: dict[str, list[int]] = {}
        for one in open_ones:
            self._of_bytes.setdefault(one.said.digest, []).append(one.number)

    def like(self, one: KeptMedia) -> tuple[Alike, ...]:
        nearest = dict.fromkeys(self._of_bytes[one.said.digest], 0)
        for picture in one.record.facts.pictures:
            if can_be_told(picture):
                for place, apart in near(picture.pdq, self._hashes):
                    number = int(self._numbers[place])
                    nearest[number] = min(nearest.get(number, apart), apart)
        nearest.pop(one.number, None)
        return tuple(
            Alike(number=number, bits_apart=apart, same_bytes=self._digests[number] == one.said.digest)
            for number, apart in sorted(nearest.items(), key=lambda item: (item[1], item[0]))
        )


def _shown(one: KeptMedia, among: _Looks) -> ShownMedia:
    return ShownMedia(media=one, alike=() if one.held else among.like(one))

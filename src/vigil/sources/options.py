"""What a reader must be told, because the file itself cannot say it."""

from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

from vigil.model.ids import Platform

Epoch = Literal["s", "ms"]
"""What a bare number counts since 1970: seconds or milliseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read a file: the user's word on what it leaves open."""

    epoch: Epoch = "s"
    timezone: ZoneInfo | None = None  # of times written without a zone; None refuses them
    platform: Platform | None = None  # of rows that name none; None: `unknown`
    channels: frozenset[str] = frozenset()  # the Telegram channels to read, by name or id

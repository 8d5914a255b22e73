"""What a person calls an account on X: @name, x.com/name, twitter.com/name. Its stable id is a number."""

import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

from vigil.model.errors import InvalidInput
from vigil.model.ids import AccountId, Platform
from vigil.model.witness import Account
from vigil.sources.x_archive import PLATFORM as ARCHIVE_PLATFORM

PLATFORM = Platform(ARCHIVE_PLATFORM)
"""As in the archives X gives: imported and heard posts are one timeline."""

_NAME = re.compile(r"[A-Za-z0-9_]{1,15}")
_NUMBER = re.compile(r"[1-9][0-9]{0,18}")
_HOSTS = frozenset({"x.com", "www.x.com", "mobile.x.com", "twitter.com", "www.twitter.com", "mobile.twitter.com"})
_PAGES = frozenset({"i", "home", "search", "explore", "hashtag", "intent", "share", "settings", "login", "messages"})
"""Addresses on x.com that are nobody's."""

_EPOCH_MS = 1_288_834_974_657
"""Ids are snowflakes since 4 Nov 2010: milliseconds since then, above 22 bits (docs.x.com/fundamentals/x-ids)."""

WRITTEN = "write the account like @name or x.com/name"


def username_of(text: str) -> str:
    """The name in what a person wrote.

    Raises:
        InvalidInput: It is no name. The words do not hold it.
    """
    written = text.strip()
    if "/" not in written:
        return _checked(written.removeprefix("@"))
    try:
        parts = urlsplit(written if "://" in written else f"https://{written}")
        host = (parts.hostname or "").lower()
    except ValueError as error:
        raise InvalidInput(f"not the address of an account: {WRITTEN}") from error
    name = parts.path.strip("/").partition("/")[0].removeprefix("@")
    if host not in _HOSTS or parts.scheme not in {"https", "http"} or name.lower() in _PAGES:
        raise InvalidInput(f"not the address of an account on X: {WRITTEN}")
    return _checked(name)


def is_number(text: object) -> bool:
    """Whether this is an id of X's: of an account, or of a post."""
    return isinstance(text, str) and _NUMBER.fullmatch(text) is not None


def is_name(text: object) -> bool:
    """Whether this is a name an account can go by."""
    return isinstance(text, str) and _NAME.fullmatch(text) is not None


def account_of(number: str) -> Account:
    """The account of this id."""
    return Account(PLATFORM, AccountId(number))


def made_at(number: str) -> datetime | None:
    """When a post was made, to the second, as its id says. None: from before ids said so."""
    ms = int(number) >> 22
    return None if ms == 0 else datetime.fromtimestamp((ms + _EPOCH_MS) // 1000, UTC)


def _checked(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise InvalidInput(f"not a name on X: {WRITTEN}")
    return name

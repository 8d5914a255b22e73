"""What a person calls a channel: @name, t.me/name, t.me/s/name. Whatever is not public is refused in words."""

import re
from urllib.parse import urlsplit

from vigil.model.errors import InvalidInput
from vigil.model.ids import AccountId, Platform
from vigil.model.witness import Account

PLATFORM = Platform("telegram")

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}")
"""core.telegram.org/method/account.checkUsername: letters, digits and underscores, 5 to 32; 4 where it was bought."""

_HOSTS = frozenset({"t.me", "telegram.me", "telegram.dog", "www.t.me"})
_INVITES = frozenset({"joinchat", "addlist", "addstickers", "proxy", "socks", "login", "share", "c"})
_NUMBER = re.compile(r"[1-9][0-9]{0,18}")
_MARKED = "-100"
"""What Telegram's libraries write before a channel's number."""

WRITTEN = "write the channel like @name or t.me/name"


def username_of(text: str) -> str:
    """The public name in what a person wrote.

    Raises:
        InvalidInput: It is an invitation, a private chat or a person's number, or no name. The words do not hold it.
    """
    written = text.strip()
    if written.startswith("+") or written.lstrip("+-").isdecimal():
        raise InvalidInput(f"a number is not the name of a public channel: {WRITTEN}")
    if written.startswith("@"):
        return _checked(written[1:])
    if "/" not in written and "." not in written:
        return _checked(written)
    try:
        parts = urlsplit(written if "://" in written else f"https://{written}")
        host = (parts.hostname or "").lower()
    except ValueError as error:
        raise InvalidInput(f"not the address of a channel: {WRITTEN}") from error
    if host not in _HOSTS:
        name, _, domain = host.partition(".")  # name.t.me, as Telegram also writes it
        if domain == "t.me" and not parts.path.strip("/"):
            return _checked(name)
        raise InvalidInput(f"not an address on t.me: {WRITTEN}")
    path = [each for each in parts.path.split("/") if each]
    if path and path[0].lower() == "s":
        path = path[1:]
    if path and path[0].startswith("+"):
        raise InvalidInput("an invitation leads to a private chat: only public channels are heard")
    if path and path[0].lower() in _INVITES:
        raise InvalidInput("this address leads to a private chat, or to none: only public channels are heard")
    return _checked(path[0] if path else "")


def handle_name(handle: str | None) -> str | None:
    """The public name in a handle of the watchlist, or None: it is none, such as a channel's title."""
    name = (handle or "").strip().removeprefix("@")
    return name if _NAME.fullmatch(name) else None


def channel_number(account: Account) -> int | None:
    """A channel's number, or None: the account's id is none."""
    number = account.id.removeprefix(_MARKED)
    return int(number) if _NUMBER.fullmatch(number) else None


def account_of(number: int) -> Account:
    """The account of a channel of this number."""
    return Account(PLATFORM, AccountId(str(number)))


def _checked(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise InvalidInput(f"not the name of a public channel: {WRITTEN}")
    return name

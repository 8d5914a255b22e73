"""What is held: captures of what its author deleted since. Kept sealed, and in no export until somebody releases them.

One page can hold many posts, and one of them may be deleted later. So what was deleted is also looked for in the bytes:
by the platform's id, and by its words however they are written there (escaped, in HTML, broken over lines). Where it
is in doubt, a capture is held: a person can look and release it, and nobody can take back what was handed over.
"""

import html
import re
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from vigil.model.witness import Account

MOST_SEARCHED = 16 * 2**20
"""Bytes of one capture that are searched; a page of posts has a thousandth of it."""

_LEAST_WORDS, _LEAST_LETTERS = 4, 20
"""Of a text to be looked for: fewer are said by anyone."""

_SHORT_ID = 6
"""An id of fewer letters than this is a running number, and means something on its own account's pages only."""

_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_ESCAPES = re.compile(r"\\[nrtbf/\"\\]")
_TAG = re.compile(r"<[^<>]{1,2000}>")
_WORD = re.compile(r"\w+")


class HeldFor(StrEnum):
    """Why a capture is held."""

    POST = "post_deleted"  # its author deleted the post it is of
    ACCOUNT = "account_deleted"  # its author deleted or deactivated their account
    PART = "holds_deleted_post"  # among other things it holds a post that its author deleted


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A named person let a held capture go into exports."""

    capture: int  # its number, from 1
    judged_by: str
    reason: str
    recorded_at: datetime


@dataclass(slots=True)
class DeletedPosts:
    """Posts that their authors deleted, to be looked for in other bytes. It grows with what was deleted alone."""

    _by_word: dict[str, list["_Sought"]] = field(default_factory=dict)

    def add(self, account: Account, post: str, texts: Iterable[str]) -> None:
        """Look for this post from now on, by its id and by each text it had."""
        own = _Sought(words=_spaced(_WORD.findall(post.casefold())), account=account, post=post, by_id=True)
        self._look_for(own)
        for text in texts:
            words = _words(text)
            if len(words) >= _LEAST_WORDS and sum(map(len, words)) >= _LEAST_LETTERS:
                # In binary forms the first and last word can run into what stands beside them.
                inner = words[1:-1] if len(words) > _LEAST_WORDS else words
                self._look_for(_Sought(words=_spaced(inner), account=account, post=post, by_id=False))

    def __bool__(self) -> bool:
        return bool(self._by_word)

    def in_body(self, body: bytes, *, account: Account | None, post: str | None) -> bool:
        """Whether any of them stands in these bytes.

        Args:
            account: Whose the capture is said to be.
            post: The one post it is said to be of. Then the id of another is no more than a mention of it: its words
                have to be there too.
        """
        text = _unescaped(_unpacked(body)[:MOST_SEARCHED].decode("utf-8", "replace"))
        with_tags = _WORD.findall(text.casefold())  # an id may stand within a tag, and a tag within a text
        for by_id, words in ((True, with_tags), (False, _words(text) if "<" in text else with_tags)):
            candidates = [
                sought
                for word in self._by_word.keys() & set(words)
                for sought in self._by_word[word]
                if sought.by_id == by_id and sought.counts(account, post)
            ]
            said = _spaced(words) if candidates else ""
            if any(sought.words in said for sought in candidates):
                return True
        return False

    def _look_for(self, sought: "_Sought") -> None:
        words = sought.words.split()
        if words:
            self._by_word.setdefault(max(words, key=len), []).append(sought)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sought:
    words: str
    account: Account
    post: str
    by_id: bool

    def counts(self, account: Account | None, post: str | None) -> bool:
        if not self.by_id:
            return True
        if post is not None and post != self.post:
            return False
        return len(self.post) >= _SHORT_ID or account == self.account


def _unpacked(body: bytes) -> bytes:
    """What a server sent packed, as far as it unpacks."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    with suppress(zlib.error):
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, MOST_SEARCHED)
    return body


def _unescaped(text: str) -> str:
    """A text as it is meant, where it is written as JSON or HTML, or as one within the other."""
    said = _ESCAPES.sub(" ", _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text))
    return html.unescape(said)


def _words(text: str) -> list[str]:
    """The words of a text, without tags between."""
    return _WORD.findall(html.unescape(_TAG.sub(" ", text)).casefold())


def _spaced(words: list[str]) -> str:
    return f" {' '.join(words)} "

"""The words of a post that came as HTML, as someone reads them: no markup, no script, no style.

One way for an archive and for the live platform: an edit is the same edit if its words are.

It reads in one pass, whatever stands there. The standard library's parser was measured at 16 s for 50 kB of `<a `, and
a listener must not be stopped by one post.
"""

import html
import re

_BREAKS = frozenset({"p", "br", "div", "li", "blockquote"})
_UNREAD = frozenset({"script", "style", "template", "noscript"})
"""What a browser does not show as words."""

_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_TO_QUOTE_OR_END = re.compile(r"[^>\"']*+")


def words(content: str) -> str:
    """The words of a fragment of HTML; paragraphs and breaks as line feeds, character references resolved."""
    return _Words(content).read()


class _Words:
    """One fragment, read from its beginning to its end. What was looked for in vain is not looked for again."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._pieces: list[str] = []
        self._absent: set[str] = set()

    def read(self) -> str:
        at, content = 0, self._content
        while (begin := content.find("<", at)) >= 0:
            self._say(content[at:begin])
            named = _NAME.match(content, begin + 1)
            if named is not None:
                end = self._tag_end(named.end())
                at = begin if end is None else self._opened(named[0].lower(), end)
            elif content[begin + 1 : begin + 2] in {"/", "!", "?"}:
                end = self._other_end(begin)
                at = begin if end is None else end
            else:
                end = begin  # "<" as a sign among words
                self._pieces.append("<")
                at = begin + 1
            if end is None:
                break  # it never ends: all that is left are words, as they stand
        self._say(content[at:])
        return "".join(self._pieces).strip()

    def _say(self, text: str) -> None:
        if text:
            try:
                self._pieces.append(html.unescape(text))
            except ValueError:  # a number of thousands of digits
                self._pieces.append(text)

    def _opened(self, name: str, end: int) -> int:
        """What an opening tag does; gives where to read on."""
        if name in _BREAKS and self._pieces:
            self._pieces.append("\n")
        if name not in _UNREAD:
            return end
        closing = re.compile(f"</{name}", re.IGNORECASE).search(self._content, end)
        after = self._find(">", closing.end()) if closing is not None else None
        return len(self._content) if after is None else after

    def _tag_end(self, at: int) -> int | None:
        """Behind the bracket that closes a tag; brackets in quotes do not."""
        while True:
            at = self._passed(at)
            if at >= len(self._content):
                return None
            sign = self._content[at]
            if sign == ">":
                return at + 1
            closed = self._find(sign, at + 1)
            at = at + 1 if closed is None else closed

    def _passed(self, at: int) -> int:
        matched = _TO_QUOTE_OR_END.match(self._content, at)
        return at if matched is None else matched.end()

    def _other_end(self, begin: int) -> int | None:
        """Behind a comment, a closing tag or a declaration."""
        if self._content.startswith("<!--", begin) and (end := self._find("-->", begin + 4)) is not None:
            return end
        return self._find(">", begin + 1)

    def _find(self, what: str, at: int) -> int | None:
        """Behind the next of something. None: there is none any more."""
        if what in self._absent:
            return None
        found = self._content.find(what, at)
        if found < 0:
            self._absent.add(what)
            return None
        return found + len(what)

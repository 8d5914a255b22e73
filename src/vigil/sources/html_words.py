"""The words of a post that came as HTML, as someone reads them: no markup, no script, no style.

One way for an archive and for the live platform: an edit is the same edit if its words are.
"""

from html.parser import HTMLParser

_BREAKS = frozenset({"p", "br", "div", "li", "blockquote"})
_UNREAD = frozenset({"script", "style", "template", "noscript"})
"""What a browser does not show as words."""


def words(content: str) -> str:
    """The words of a fragment of HTML; paragraphs and breaks as line feeds, character references resolved."""
    reader = _Words()
    try:
        reader.feed(content)
        reader.close()
    except AssertionError:  # the parser's answer to some broken declarations: what came before them is given
        pass
    return "".join(reader.pieces).strip()


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unread: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base's form
        if self._unread is None and tag in _UNREAD:
            self._unread = tag
        if tag in _BREAKS and self.pieces:
            self.pieces.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNREAD:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._unread:
            self._unread = None

    def handle_data(self, data: str) -> None:
        if self._unread is None:
            self.pieces.append(data)

"""What stands on a web page: its main text, as `trafilatura` tells it from menus and footers.

It runs in a process of its own (`sources.apart`).
"""

import re
from dataclasses import dataclass

from vigil.model.errors import Malformed
from vigil.sources.characters import decoded
from vigil.sources.html_words import words
from vigil.sources.sign_in import asks_for_password, sets_puzzle

MOST_CHARACTERS = 100_000
"""Of a page's words: a book's chapter."""

_FEW = 500
"""Characters: a page that asks for a password, or for proof that a person looks, says little else."""

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What a page says."""

    text: str | None  # None: nothing
    lasting: str  # its words alone: what is left when counters, clocks and spaces change
    asks_who: bool  # it asks who is there, in place of what was asked for


def read_page(document: bytes, *, content_type: str | None = None) -> Text:
    """What a page says.

    Args:
        document: As it came, uncompressed.
        content_type: As the server said.
    Raises:
        Malformed: It is no page of text.
    """
    import trafilatura

    kind = (content_type or "text/html").partition(";")[0].strip().lower()
    if not (kind.startswith("text/") or kind in {"application/xhtml+xml", "application/xml", ""}):
        raise Malformed("it is no page: pictures and documents are not read for words")
    html = decoded(document, content_type)
    if kind == "text/plain":
        text = html.strip()
    else:
        found = trafilatura.extract(html, include_comments=False, with_metadata=False, favor_recall=True)
        text = (found if isinstance(found, str) else "").strip() or words(html)
    text = _lines(text)[:MOST_CHARACTERS]
    asks = len(text) < _FEW and (asks_for_password(document) or sets_puzzle(document))
    return Text(text=text or None, lasting=" ".join(_WORD.findall(text)), asks_who=asks)


def _lines(text: str) -> str:
    """Without empty lines and spaces at the ends: they differ from one look to the next for no reason."""
    return "\n".join(line for line in (" ".join(line.split()) for line in text.splitlines()) if line)

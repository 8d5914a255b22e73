"""A PDF as a document: the text of its pages, and the title it has. Runs apart (`sources.apart`)."""

import io
import re
from datetime import date
from typing import TYPE_CHECKING, Final

from vigil.model.errors import Malformed

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES: Final = 2_000
MOST_CHARACTERS: Final = 20_000_000

_BROKEN_WORD: Final = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_WRAPPED: Final = re.compile(r"(?<=[^\n.:!?])\n(?=[a-z0-9(])")
"""A line end within a sentence: PDF has lines, not paragraphs."""


def read_pdf(body: bytes) -> tuple[str, str | None, date | None]:
    """Text and title; no date is believed: it tells when the file was made.

    Raises:
        Malformed: It is locked, damaged, or longer than can be read.
    """
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(io.BytesIO(body), strict=False)
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = None if locked else _pages(reader)
        title = None if locked or not reader.metadata else reader.metadata.title
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise Malformed("a damaged PDF: get it again, or save it as text") from error
    if locked:
        raise Malformed("a PDF locked with a password: unlock it first")
    if pages is None:
        raise Malformed(
            f"a PDF of more than {MOST_PAGES} pages, or that unfolds to more than any report: give it in parts"
        )
    text = _WRAPPED.sub(" ", _BROKEN_WORD.sub("", "\n\n".join(pages)))
    return text, (str(title).strip() or None) if title else None, None


def _pages(reader: "PdfReader") -> list[str] | None:
    """The text of each page; None where there is too much of it."""
    if len(reader.pages) > MOST_PAGES:
        return None
    pages: list[str] = []
    n_characters = 0
    for page in reader.pages:
        pages.append(page.extract_text())
        n_characters += len(pages[-1])
        if n_characters > MOST_CHARACTERS:
            return None
    return pages

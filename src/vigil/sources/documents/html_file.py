"""An HTML page as a document: its main text, its title and the day it says it is of. Runs apart (`sources.apart`)."""

from datetime import date

from vigil.model.errors import Malformed
from vigil.sources.characters import decoded
from vigil.sources.html_words import words

MOST_BYTES = 20 * 2**20
"""Of a page: far more than any article."""


def read_html(body: bytes) -> tuple[str, str | None, date | None]:
    """Text, title and day of publication; None for what the page does not say.

    Raises:
        Malformed: It is too long for a page.
    """
    import trafilatura

    if len(body) > MOST_BYTES:
        raise Malformed(f"a page of more than {MOST_BYTES // 2**20} MB")
    html = decoded(body, "text/html")
    found = trafilatura.bare_extraction(html, include_comments=False, with_metadata=True, favor_recall=True)
    if found is None or isinstance(found, dict):
        return words(html), None, None
    text = str(found.text or "").strip() or words(html)
    title = str(found.title).strip() if found.title else None
    return text, title or None, _day(found.date)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None

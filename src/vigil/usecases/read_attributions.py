"""Read who says what: every attribution in each of many documents, one document at a time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from vigil.model.claim import Document
from vigil.testimony.attribution.attribution import Attribution
from vigil.usecases.ports import Progress, no_progress

Read = Callable[[str], tuple[Attribution, ...]]
"""Reads the attributions of a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributedDocument:
    """A document with who says what in it."""

    document: Document
    attributions: tuple[Attribution, ...]


def read_attributions_of(
    documents: Iterable[Document], *, read: Read, progress: Progress = no_progress
) -> Iterator[AttributedDocument]:
    """Each document with its attributions, one by one: memory does not grow with them."""
    for number, document in enumerate(documents, start=1):
        yield AttributedDocument(document=document, attributions=read(document.text))
        progress(number, None, "documents")

"""Read claims from documents, one by one: memory does not grow with them. Those of a case are read by `read_case`."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from vigil.model.claim import Document, Reading
from vigil.usecases.ports import Progress, no_progress

Read = Callable[[Document], Reading]
"""Reads the claims of a document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """A document with what was read in it."""

    document: Document
    reading: Reading


def read_claims(
    documents: Iterable[Document], *, read: Read, progress: Progress = no_progress
) -> Iterator[ReadDocument]:
    """Each document with its claims."""
    for number, document in enumerate(documents, start=1):
        yield ReadDocument(document=document, reading=read(document))
        progress(number, None, "documents")

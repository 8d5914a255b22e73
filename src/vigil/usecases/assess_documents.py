"""Assess documents: each as one incident, by one codebook, with the claims behind it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vigil.incidents.assess.assessing import assess
from vigil.incidents.assess.assessment import Assessment
from vigil.incidents.codebooks.language import is_read_as_english
from vigil.incidents.codebooks.named import OfDocument
from vigil.model.claim import Document
from vigil.testimony.parsed import Parse, Parsed
from vigil.testimony.places.gazetteer import Gazetteer
from vigil.testimony.places.of_document import place_of_document
from vigil.testimony.times.of_document import date_of_document
from vigil.usecases.ports import Progress, no_progress
from vigil.usecases.testimony.read_claims import Read


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentTools:
    """What an assessment needs from outside.

    Attributes:
        read: Reads claims.
        parse: Finds English grammar. None: names and violations are found by words alone, less well.
        codebook: Turns claims and text into figures, by its published rules.
    """

    read: Read
    parse: Parse | None
    gazetteer: Gazetteer
    codebook: OfDocument


class ParsedOnce:
    """A grammar that remembers the last texts it was asked for: claims and assessment ask for the same."""

    _KEPT = 4

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._last: dict[str, Parsed] = {}

    @property
    def version(self) -> str:
        """That of the grammar."""
        return self._parse.version

    def __call__(self, text: str) -> Parsed:
        """The grammar of all of the text."""
        if text not in self._last:
            while len(self._last) >= self._KEPT:
                del self._last[next(iter(self._last))]
            self._last[text] = self._parse(text)
        return self._last[text]


def assess_documents(
    documents: Iterable[Document], *, tools: AssessmentTools, progress: Progress = no_progress
) -> Iterator[Assessment]:
    """Each document assessed, one by one: memory does not grow with them."""
    for number, document in enumerate(documents, start=1):
        yield assess_document(document, tools=tools)
        progress(number, None, "documents")


def assess_document(document: Document, *, tools: AssessmentTools) -> Assessment:
    """One document as one incident."""
    reading = tools.read(document)
    english = is_read_as_english(document, reading)
    lang = "en" if english else reading.lang
    parsed = tools.parse(document.text) if tools.parse is not None and english else None
    title = tools.parse(document.title) if tools.parse is not None and english and document.title else None
    return assess(
        document,
        reading=reading,
        figures=tools.codebook(document, reading, parsed=parsed),
        place=place_of_document(
            document.text, lang=lang, gazetteer=tools.gazetteer, title=document.title, parsed=parsed
        ),
        time=date_of_document(document.text, lang=lang, published_on=document.published_on),
        parsed=parsed,
        parsed_title=title,
    )

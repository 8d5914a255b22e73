"""Whether a document is read as English prose, or through its claims alone."""

import re

from vigil.model.claim import Document, Reading

_LATIN = re.compile(r"[A-Za-z]")
_OTHER = re.compile(r"[^\W\d_A-Za-z\u00c0-\u024f]")

_LOOKED_AT = 4_000
"""Characters: enough to tell one script from another."""


def is_read_as_english(document: Document, reading: Reading | None) -> bool:
    """By the language said; where none is, by whether most letters are Latin."""
    said = document.lang or (reading.lang if reading is not None else None)
    if said:
        return said.partition("-")[0].casefold() == "en"
    sample = document.text[:_LOOKED_AT]
    return len(_LATIN.findall(sample)) >= len(_OTHER.findall(sample))

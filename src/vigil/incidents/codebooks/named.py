"""The codebooks by name: what `--codebook` chooses among."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from vigil.incidents.codebooks import airwars, literal, ucdp
from vigil.incidents.codebooks.tolls import Figures, Toll
from vigil.model.claim import Document, Reading
from vigil.model.errors import InvalidInput
from vigil.testimony.parsed import Parsed


class OfDocument(Protocol):
    """Figures of one document."""

    def __call__(self, document: Document, reading: Reading | None = None, *, parsed: Parsed | None = None) -> Figures:
        """As `airwars.figures`."""
        ...


@dataclass(frozen=True, slots=True)
class Codebook:
    """A set of published rules that turns claims into figures."""

    name: str
    version: str  # stored with every figure
    figures: OfDocument
    figures_of: Callable[[Iterable[Toll]], Figures]


CODEBOOKS: Mapping[str, Codebook] = {
    module.NAME: Codebook(module.NAME, module.VERSION, module.figures, module.figures_of)
    for module in (airwars, ucdp, literal)
}
"""The first is what is used where none is asked for."""


def codebook(name: str) -> Codebook:
    """The codebook of that name.

    Raises:
        InvalidInput: There is none.
    """
    try:
        return CODEBOOKS[name]
    except KeyError:
        raise InvalidInput(f"--codebook: one of {', '.join(CODEBOOKS)}") from None

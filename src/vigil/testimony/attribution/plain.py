"""Who says what where no grammar is at hand."""

from vigil.testimony.attribution.attribution import Attribution


def read_plainly(text: str) -> tuple[Attribution, ...]:
    """What quotation marks and the order of words show."""
    return () if text else ()

"""Who says what, as a line of JSON: what annotators would mark, and inside it what its speakers say of others."""

from collections.abc import Sequence

from vigil.model.claim import Span
from vigil.testimony.attribution.attribution import Attribution
from vigil.testimony.attribution.reading import outermost

Page = dict[str, object]


def attributions_page(document: str, attributions: Sequence[Attribution]) -> Page:
    """One document's line. Spans are [begin, end) in code points of the original text.

    The list holds what stands inside no other attribution; what stands inside one is its `within`.
    """
    number = {id(one): index for index, one in enumerate(attributions)}
    inside: dict[int, list[int]] = {}
    for index, one in enumerate(attributions):
        if one.parent is not None:
            inside.setdefault(one.parent, []).append(index)
    return {
        "id": document,
        "attributions": [_page(attributions, number[id(one)], inside) for one in outermost(attributions)],
    }


def _page(attributions: Sequence[Attribution], index: int, inside: dict[int, list[int]]) -> Page:
    """One attribution. They are inside one another eight deep at most."""
    one = attributions[index]
    page: Page = {
        "source": None if one.source is None else _span(one.source),
        "cue": _span(one.cue),
        "content": [_span(span) for span in one.content],
        "certainty": one.certainty.value,
        "direct": one.direct,
        "firsthand": one.firsthand,
    }
    if index in inside:
        page["within"] = [_page(attributions, child, inside) for child in inside[index]]
    return page


def _span(span: Span) -> list[int]:
    return [span.begin, span.end]

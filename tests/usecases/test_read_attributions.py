"""Who says what, document by document."""

from vigil.model.claim import Document
from vigil.testimony.attribution.reading import read_attributions
from vigil.usecases.read_attributions import read_attributions_of


def test_documents_are_read_one_by_one_and_progress_is_told():
    """Nothing is read before it is asked for."""
    told = []
    texts = ("The mayor said that the road was closed.", "It rained.")
    documents = (Document(id=str(number), text=text) for number, text in enumerate(texts))
    found = read_attributions_of(
        documents,
        read=lambda text: read_attributions(text, parsed=None),
        progress=lambda done, total, note="": told.append((done, total)),
    )
    first = next(found)
    assert (first.document.id, len(first.attributions)) == ("0", 1)
    assert told == []
    assert [len(each.attributions) for each in found] == [0]
    assert told == [(1, None), (2, None)]

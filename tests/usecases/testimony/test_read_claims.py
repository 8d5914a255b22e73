"""Documents are read one by one."""

from vigil.model.claim import Document, Reading
from vigil.usecases.testimony.read_claims import read_claims


def read(document):
    return Reading(document=document.id, lang="en", reader="none", claims=())


def test_documents_are_read_one_by_one():
    """In order, with progress told."""
    told = []
    documents = (Document(id=str(number), text="x") for number in range(3))
    found = list(read_claims(documents, read=read, progress=lambda done, total, note="": told.append(done)))
    assert [each.reading.document for each in found] == ["0", "1", "2"]
    assert told == [1, 2, 3]

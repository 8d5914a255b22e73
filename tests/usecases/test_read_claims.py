"""Reading the posts of a case: what was deleted is counted, and neither read nor shown."""

from datetime import UTC, datetime

from importing import EVER, file_of, imported, post

from vigil.model.claim import Document, Reading
from vigil.store.memory import memory_case
from vigil.usecases.read_claims import PassedOver, posts_of, read_claims


def read(document):
    return Reading(document=document.id, lang="en", reader="none", claims=())


def test_documents_are_read_one_by_one():
    """In order, with progress told."""
    told = []
    documents = (Document(id=str(number), text="x") for number in range(3))
    found = list(read_claims(documents, read=read, progress=lambda done, total, note="": told.append(done)))
    assert [each.reading.document for each in found] == ["0", "1", "2"]
    assert told == [1, 2, 3]


def test_what_was_deleted_is_counted_and_not_given(tmp_path):
    """A deleted post, and every post of an account that is gone with its author; the others in order of time."""
    case = memory_case()
    rows = [
        post(2, id="12", text="later"),
        post(1, id="11", text="earlier", handle="rana"),
        post(3, id="13", text="a secret"),
        post(4, id="13", kind="delete", text=None),
        post(5, account="b", id="21", text="another secret"),
        post(6, account="b", kind="account_state", state="deactivated", text=None),
        post(7, id="14", text=None),
    ]
    imported([file_of(tmp_path, rows)], case)
    passed_over = PassedOver()
    found = list(posts_of(case, until=EVER, passed_over=passed_over))
    assert [each.text for each in found] == ["earlier", "later"]
    assert passed_over.n_held == 2
    assert "secret" not in repr(found)
    assert found[0].published_on == datetime(2016, 12, 4, tzinfo=UTC).date()


def test_what_was_published_later_is_left_out(tmp_path):
    """A case can be read as of any moment."""
    case = memory_case()
    imported([file_of(tmp_path, [post(1, id="1"), post(100, id="2")])], case)
    until = datetime(2016, 12, 4, 1, tzinfo=UTC)
    assert [each.text for each in posts_of(case, until=until, passed_over=PassedOver())] == ["post 1"]

"""When the matter of a document happened."""

from datetime import date

from vigil.testimony.times.of_document import WEIGHTS, date_of_document, features
from vigil.testimony.times.reading import read_times

PUBLISHED = date(2016, 12, 16)
TEXT = (
    "Armed men abducted a teacher on 4 May 2016 near the market, her family said on Monday."
    " The school was founded in 1987. A hearing is due on 20 December."
)


def test_the_date_beside_the_violence_is_the_document_s():
    """Of a statement, a founding and a hearing, the day of the abduction is chosen."""
    found = date_of_document(TEXT, lang="en", published_on=PUBLISHED)
    assert found is not None
    assert found.edtf == "2016-05-04"


def test_a_document_without_times_has_no_date():
    """Empty gives nothing, never the day of publication."""
    assert date_of_document("Armed men abducted a teacher.", lang="en", published_on=PUBLISHED) is None


def test_every_feature_has_a_weight():
    """Vectors are as long as the table of weights."""
    mentions = read_times(TEXT, lang="en", published_on=PUBLISHED)
    assert {len(vector) for _, vector in features(TEXT, mentions, published_on=PUBLISHED)} == {len(WEIGHTS)}

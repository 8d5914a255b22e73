"""What the tests of Arabic claims share: the claims and the lines of a made-up sentence."""

from datetime import date

import pytest

from vigil.model.claim import Document
from vigil.testimony.arabic.line import lines
from vigil.testimony.arabic.reading import read_arabic


@pytest.fixture(scope="session")
def claims(few_places):
    def read(text):
        document = Document(id="x", text=text, published_on=date(2016, 12, 14))
        return read_arabic(document, gazetteer=few_places).claims

    return read


@pytest.fixture(scope="session")
def line():
    return lambda text: next(iter(lines(text)))

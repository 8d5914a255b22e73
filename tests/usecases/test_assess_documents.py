"""Assessing documents one by one."""

from vigil.incidents.codebooks import literal
from vigil.model.claim import Document, Reading
from vigil.testimony.parsed import Parsed
from vigil.usecases.assess_documents import AssessmentTools, ParsedOnce, assess_documents


class Nowhere:
    """A gazetteer without a place."""

    version = "none"
    has_own = False

    def most_words(self, first):
        return 0

    def named(self, key):
        return ()

    def alike(self, skeleton):
        return ()

    def country_of(self, adjective):
        return None


def tools():
    return AssessmentTools(
        read=lambda document: Reading(document=document.id, lang="en", reader="none", claims=()),
        parse=None,
        gazetteer=Nowhere(),
        codebook=literal.figures,
    )


def test_each_document_is_assessed():
    """In order, with progress told, and nothing lost."""
    told = []
    given = [Document(id="a", text="Police arrested an editor on 3 May 2017.", lang="en"), Document(id="b", text="")]
    found = list(assess_documents(given, tools=tools(), progress=lambda done, total, note="": told.append(done)))
    assert [each.document for each in found] == ["a", "b"]
    assert told == [1, 2]
    assert found[0].occurred == "2017-05-03"


def test_a_text_is_parsed_once_for_all_who_ask():
    """And only the last few are kept."""
    asked = []

    class Grammar:
        version = "g"

        def __call__(self, text):
            asked.append(text)
            return Parsed(text, (), ())

    parse = ParsedOnce(Grammar())
    for text in ("a", "a", "b", "c", "d", "e", "a"):
        parse(text)
    assert asked == ["a", "b", "c", "d", "e", "a"]
    assert parse.version == "g"

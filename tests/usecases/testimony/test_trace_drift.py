"""How a figure changed as it was repeated."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from made_claims import made
from told_stories import NAMES, story

from vigil import bootstrap
from vigil.incidents.weighing import weigh_one
from vigil.model.claim import Document, Reading
from vigil.model.errors import InvalidInput
from vigil.model.incident import Publication
from vigil.usecases.testimony.trace_drift import document_of, read_all, set_aside, trace_drift


def said(name):
    told = story(name)
    return [(each, told.readings[each.id]) for each in told.publications]


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_documents_makes_no_difference(name):
    """Read in any order, told in order of time."""
    found = trace_drift(reversed(said(name)))
    assert found == trace_drift(said(name))
    times = [each.published_at for each in found.publications]
    assert times == sorted(times)
    assert found.readers == ("by hand",)


def test_only_incidents_with_the_figure_are_told():
    """Eighty-two is followed, what else the documents speak of is left out; eighty-three is nowhere."""
    both = [*said("aleppo-82"), *said("market")]
    (found,) = trace_drift(both, figure=82).incidents
    assert {each.low for each in found.retellings} == {82}
    assert trace_drift(both, figure=83).incidents == ()
    assert len(trace_drift(both).incidents) > 2
    assert [each.source for each in trace_drift(both, figure=82).origins] == ["UN human rights office"]


def test_an_id_that_is_there_twice_is_refused():
    """Who had it from whom could not be said."""
    publication, reading = said("bus")[0]
    with pytest.raises(InvalidInput, match="there twice"):
        trace_drift([(publication, reading), (publication, reading)])


def test_documents_are_read_one_by_one():
    """Each as the reader wants it, and told how far it is."""
    publications = story("bus").publications
    asked: list[Document] = []
    done: list[int] = []

    def read(document):
        asked.append(document)
        return Reading(document=document.id, lang="en", reader="by hand", claims=())

    found = trace_drift(read_all(publications, read=read, progress=lambda n, total, note="": done.append(n)))
    assert found.incidents == ()
    assert [each.id for each in asked] == [each.id for each in publications]
    assert done == list(range(1, len(publications) + 1))
    assert document_of(replace(publications[0], published_at=None)).published_on is None


def test_what_one_document_tells_besides_is_set_aside():
    """A figure of its own in a text that repeats another is set aside: nobody is an origin by it."""
    publications = [
        Publication(id=name, source=source, published_at=datetime(2019, 7, 18, hour, tzinfo=UTC), text=text)
        for name, source, hour, text in (
            ("a", "Noor Hospital", 8, "Shells killed 12 people in Douma today, our doctors counted."),
            (
                "b",
                "Daily",
                12,
                "Shells killed 12 people in Douma today, Noor Hospital said. 6,000 people fled Ibb.",
            ),
        )
    ]
    read = bootstrap.claim_reader(rules_only=True)
    found = trace_drift(read_all(publications, read=read))
    assert [[told.document for told in each.retellings] for each in found.incidents] == [["a", "b"]]
    assert [each.source for each in found.origins] == ["Noor Hospital"]
    assert [each.event.value for each in found.asides] == ["displacement"]
    (asked,) = trace_drift(read_all(publications, read=read), figure=6000).incidents
    assert asked.event.value == "displacement"


def test_what_several_tell_besides_without_a_figure_is_set_aside():
    """That the lines were cut, told by two of three who tell how many were killed, is no incident to follow."""

    def incident(name, documents, low):
        claims = [made(each, number=low, source=each) for each in documents]
        return replace(weigh_one(claims), id=name)

    killed, cut = incident("killed", "abc", 12), incident("cut", "bc", None)
    assert set_aside([killed, cut]) == ((killed,), (cut,))
    fled = incident("fled", "bc", 400)
    assert set_aside([killed, fled]) == ((killed, fled), ())
    assert set_aside([cut]) == ((cut,), ())

"""Ways in which English tells of an event, a short sentence each; and every slot of longer ones."""

from datetime import date
from pathlib import Path

import pytest
from challenge_score import Score, items

from vigil.model.claim import Document
from vigil.testimony.english.reading import read_english

TOLD = Path(__file__).with_name("ways_of_telling_english.txt")
WAYS = Path(__file__).with_name("ways_of_telling_events_english.txt")


def _ways():
    for line in WAYS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            event, _, sentence = line.partition("|")
            yield pytest.param(event, sentence, id=sentence[:60])


@pytest.mark.parametrize(("event", "sentence"), list(_ways()))
def test_an_event_is_told_and_no_other(event, sentence, grammar, few_places):
    document = Document(id="x", text=sentence, published_on=date(2024, 5, 14))
    found = read_english(document, parse=grammar, gazetteer=few_places).claims
    assert [each.event.value for each in found] == ([] if event == "-" else [event])


@pytest.mark.parametrize("item", items(TOLD), ids=lambda item: item.document.text[:60])
def test_every_slot_is_right(item, grammar, few_places):
    score = Score()
    score.add(item, list(read_english(item.document, parse=grammar, gazetteer=few_places).claims))
    assert not score.errors

"""What another reader answered is believed no further than the words of the text go."""

import pytest

from vigil.model.claim import Certainty, Document, EventType, Exactness, VictimKind
from vigil.model.errors import Malformed
from vigil.testimony.answers import held_against

DOCUMENT = Document(id="a", text="The mayor said at least 12 women were killed by soldiers in Douma.", lang="en")
CLAIM = {
    "event": "killing",
    "event_words": "killed",
    "count_words": "at least 12",
    "speakers": [{"words": "The mayor", "certainty": "asserted", "cue": "said"}],
    "actors": [{"words": "soldiers", "role": "perpetrator", "hedged": False}],
    "victims": [{"kind": "women", "words": "women"}],
    "place_words": "Douma",
}


def held(**changes):
    return held_against(DOCUMENT, {"claims": [{**CLAIM, **changes}]}, reader="model 1")


def test_an_answer_in_the_words_of_the_text_is_taken():
    """With spans of our own finding, and the reader's name."""
    found = held()
    (claim,) = found.reading.claims
    assert found.n_refused == 0
    assert found.reading.reader == "model 1"
    assert (claim.event, claim.certainty, claim.victims) == (
        EventType.KILLING,
        Certainty.ASSERTED,
        frozenset({VictimKind.WOMEN}),
    )
    assert (claim.count.low, claim.count.high, claim.count.exactness) == (12, None, Exactness.AT_LEAST)
    for spans in claim.spans.values():
        assert all(DOCUMENT.text[span.begin : span.end] for span in spans)


@pytest.mark.parametrize(
    ("changes", "slot"),
    [
        ({"count_words": "82"}, "count"),
        ({"count_words": "women"}, "count"),
        ({"place_words": "Aleppo"}, "place"),
        ({"actors": [{"words": "the army"}]}, "actors"),
        ({"victims": [{"kind": "children", "words": "children"}]}, "victims"),
    ],
)
def test_a_slot_without_its_words_in_the_text_is_refused(changes, slot):
    """And counted; the rest of the claim stands."""
    found = held(**changes)
    (claim,) = found.reading.claims
    assert not getattr(claim, slot)
    assert found.n_refused == 1


def test_a_claim_whose_event_has_no_words_is_refused_whole():
    """Nothing happened that the text does not say."""
    for changes in ({"event_words": "tortured"}, {"event_words": None}, {"event": "war"}):
        assert held(**changes).reading.claims == ()


@pytest.mark.parametrize("answer", [None, [], {}, {"claims": 3}, "text"])
def test_what_is_no_answer_is_malformed(answer):
    """Rather than an empty reading, which would say that nothing is claimed."""
    with pytest.raises(Malformed):
        held_against(DOCUMENT, answer, reader="model 1")


def test_broken_parts_of_an_answer_are_passed_over():
    """Whatever stands where a list or an object should."""
    found = held_against(
        DOCUMENT, {"claims": [3, None, {**CLAIM, "speakers": "x", "actors": [1], "victims": {}}]}, reader="model 1"
    )
    assert len(found.reading.claims) == 1

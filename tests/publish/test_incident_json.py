"""Incidents and drift as JSON."""

import json

import pytest
from told_stories import NAMES, story

from vigil.model.incident import Flag
from vigil.publish.incident_json import drift_page, incident_page
from vigil.usecases.testimony.trace_drift import trace_drift


def followed(name):
    told = story(name)
    return trace_drift([(each, told.readings[each.id]) for each in told.publications])


@pytest.mark.parametrize("name", NAMES)
def test_drift_has_the_form_of_the_codebook(name):
    """Incidents, origins with their documents, every document's reading, hops with flags."""
    found = followed(name)
    page = json.loads(json.dumps(drift_page(found)))
    assert {"incidents", "origins", "documents", "hops"} <= set(page)
    assert set(page["documents"]) == {each.id for each in found.publications}
    for origin in page["origins"]:
        assert {"source", "documents"} <= set(origin)
        assert set(origin["documents"]) <= set(page["documents"])
    for hop in page["hops"]:
        assert {hop["from"], hop["to"]} <= set(page["documents"])
        assert set(hop["flags"]) <= {each.value for each in Flag}
        assert len(hop["why"]) == len(hop["flags"])


def test_a_document_says_what_it_adds():
    """An origin, a copy with whom it has it from, a doubt; one without a claim is there too."""
    documents = drift_page(followed("aleppo-82"))["documents"]
    assert isinstance(documents, dict)
    assert documents["briefing"]["adds"] == "origin"
    assert documents["opinion"]["adds"] == "copy"
    assert documents["opinion"]["derived"]["from"] == "briefing"
    assert documents["spokesman"]["adds"] == "not_claimed"
    told = story("aleppo-82")
    bare = {**told.readings, "wire": type(told.readings["wire"])(document="wire", lang="en", reader="x", claims=())}
    page = drift_page(trace_drift([(each, bare[each.id]) for each in told.publications]))
    assert isinstance(page["documents"], dict)
    assert page["documents"]["wire"]["adds"] == "no_claim"


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_of_an_incident_names_its_rule_and_claims(name):
    """A bound without them is not written."""
    for incident in followed(name).incidents:
        page = json.loads(json.dumps(incident_page(incident)))
        claims = set(page["claims"])
        for event in ("killed", "injured"):
            for end in ("low", "best", "high"):
                bound = (page[event] or {}).get(end)
                assert bound is None or (bound["rule"] and set(bound["claims"]) <= claims)
        assert [each["claim"] for each in page["joined"]] == page["claims"]

"""Attributions as JSON: what stands outside, and inside it what its speakers say of others."""

from vigil.model.claim import Certainty, Span
from vigil.publish.attributions_json import attributions_page
from vigil.testimony.attribution.attribution import Attribution


def _said(cue, content, *, parent=None, p=1.0, source=None):
    return Attribution(source=source, cue=cue, content=(content,), certainty=Certainty.ASSERTED, parent=parent, p=p)


def test_what_is_inside_another_is_its_within():
    """A list of those outside; spans as pairs; a source that is not named is null."""
    outer = _said(Span(5, 9), Span(10, 60), source=Span(0, 4))
    inner = _said(Span(20, 25), Span(26, 60), parent=0)
    page = attributions_page("a", [outer, inner])
    (one,) = page["attributions"]
    assert (page["id"], one["source"], one["cue"], one["content"]) == ("a", [0, 4], [5, 9], [[10, 60]])
    (two,) = one["within"]
    assert two["source"] is None
    assert two["certainty"] == "asserted"


def test_what_annotators_would_hardly_mark_stands_inside_alone():
    """Kept for chains, it is not listed by itself, and does not hide what it holds."""
    unlikely = _said(Span(0, 4), Span(5, 60), p=0.05)
    likely = _said(Span(10, 14), Span(15, 60), parent=0)
    (one,) = attributions_page("a", [unlikely, likely])["attributions"]
    assert one["cue"] == [10, 14]

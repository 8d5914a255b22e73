"""An assessment as a line of JSON: the incident file of docs/assessing.md, its claims, the words behind each answer.

`incident` holds null for what is not stated. `rests_on` has the same keys; the words are [begin, end) in code points of
the text, or of the title.
"""

from collections.abc import Iterable

from vigil.incidents.assess.assessment import AssessedPlace, AssessedVictim, Assessment, Perpetrator, Where
from vigil.incidents.codebooks.tolls import Range
from vigil.publish.claims_json import claim_page

Page = dict[str, object]


def assessment_page(assessment: Assessment) -> Page:
    """One document's line."""
    reading, figures = assessment.reading, assessment.figures
    return {
        "id": assessment.document,
        "lang": reading.lang if reading else None,
        "reader": reading.reader if reading else None,
        "codebook": figures.codebook if figures else None,
        "claims": [claim_page(each) for each in reading.claims] if reading else [],
        "incident": {
            "killed": _range(figures.killed if figures else None),
            "injured": _range(figures.injured if figures else None),
            "violations": [each.kind for each in assessment.violations],
            "victims": [_victim(each) for each in assessment.victims],
            "perpetrators": [_perpetrator(each) for each in assessment.perpetrators],
            "place": _place(assessment.place) if assessment.place else None,
            "date": assessment.occurred,
        },
        "rests_on": {
            "killed": _bounds(figures.killed if figures else None),
            "injured": _bounds(figures.injured if figures else None),
            "violations": [
                {"violation": each.kind, "probability": each.probability, **_words(each.words)}
                for each in assessment.violations
            ],
            "victims": [_words(each.words) for each in assessment.victims],
            "perpetrators": [_words(each.words) for each in assessment.perpetrators],
            "place": _words(assessment.place.words) if assessment.place else None,
            "date": _words(assessment.occurred_words) if assessment.occurred else None,
        },
    }


def _range(found: Range | None) -> Page | None:
    if found is None:
        return None
    page: Page = {"low": found.low.value if found.low else None, "high": found.high.value if found.high else None}
    if found.best is not None:
        page["best"] = found.best.value
    return page


def _bounds(found: Range | None) -> Page | None:
    if found is None:
        return None
    page: Page = {}
    for name, bound in (("low", found.low), ("high", found.high), ("best", found.best)):
        if bound is not None:
            page[name] = {"rule": bound.rule, "text": [list(span) for _, span in bound.spans]}
    return page


def _victim(victim: AssessedVictim) -> Page:
    return {
        "name": victim.name,
        "kind": victim.kind,
        "sex": victim.sex,
        "age_group": victim.age_group,
        "number": victim.number,
    }


def _perpetrator(one: Perpetrator) -> Page:
    return {
        "name": one.name,
        "kind": one.kind,
        "certainty": one.certainty.value,
        "according_to": one.according_to,
    }


def _place(place: AssessedPlace) -> Page:
    return {
        "country": place.country,
        "region": place.region,
        "city": place.city,
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "pcode": place.pcode,
    }


def _words(words: Iterable[Where]) -> Page:
    given = tuple(words)
    return {
        "text": [list(each.span) for each in given if not each.in_title],
        "title": [list(each.span) for each in given if each.in_title],
    }

"""Places and dates of documents as analysts read them, on a public set that is not part of the repository."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILE = ROOT.parent / "shared" / "data" / "testimony" / "hrdsattack_train.jsonl"


@pytest.mark.data
@pytest.mark.slow
def test_documents_are_placed_and_dated_as_often_as_the_page_says(monkeypatch):
    """Not less than two standard errors below the cross-validated figures of docs/places-and-dates.md."""
    if not FILE.exists():
        pytest.skip(f"SKIPPED, NOT THERE: {FILE}")
    monkeypatch.syspath_prepend(ROOT / "tools")
    import measure_places_and_dates as measure

    documents = list(measure.read(FILE, grammar=False))
    total = measure.score(
        documents,
        measure.places.COUNTRY_WEIGHTS,
        measure.places.CITY_WEIGHTS,
        measure.times.WEIGHTS,
    )
    sys.modules.pop("measure_places_and_dates")
    for part, least in {"country": 0.76, "city": 0.52, "month": 0.64, "day": 0.49}.items():
        assert total[part] / total[f"n {part}"] >= least, part

"""Which claims are compared."""

from made_claims import made

from vigil.incidents import blocking
from vigil.incidents.blocking import candidates
from vigil.incidents.footprints import footprints


def met(claims):
    return {
        pair
        for left, right in candidates(footprints(claims))
        for pair in zip(left.tolist(), right.tolist(), strict=True)
    }


def test_few_are_all_compared():
    """Nothing is lost by searching where there is nothing to search."""
    assert met([made("a"), made("b", place="Karsha", day="2001-01-01"), made("c")]) == {(0, 1), (0, 2), (1, 2)}


def test_what_shares_nothing_is_not_compared(monkeypatch):
    """Among many, claims meet by place and week, figure, wording or source."""
    monkeypatch.setattr(blocking, "FEW", 0)
    claims = [
        made("a", source="A", number=82),
        made("b", source="B", number=3, day="2019-07-20"),  # the same place and week
        made("c", source="C", number=82, place="Elsewhere", hours=30),  # the same figure
        made("d", source="D", number=4, place="Nowhere", day="2018-01-01", hours=-9999),
        made("e", source="E", number=5, place="Otherwhere", day="2017-01-01", hours=99999, speakers=("F",)),
    ]
    assert {(0, 1), (0, 2)} <= met(claims)
    assert not any(3 in pair or 4 in pair for pair in met(claims))


def test_what_is_under_one_key_is_compared_with_the_next_few(monkeypatch):
    """However many claims share a place, the work grows with their number and no faster."""
    monkeypatch.setattr(blocking, "FEW", 0)
    claims = [made(f"d{n}", source=f"S{n}", number=n + 5) for n in range(100)]
    assert len(met(claims)) < 100 * blocking.WINDOW * 3

"""All gazetteers as one."""

from vigil.sources.gazetteers.opened import open_gazetteers


def test_the_user_s_own_goes_first(tmp_path):
    """A name that both have is the user's first; versions of both are told."""
    path = tmp_path / "places.csv"
    path.write_text("name,pcode,country\nAleppo,C9001,Syria\n", encoding="utf-8")
    gazetteer = open_gazetteers([path])
    assert gazetteer.has_own
    assert gazetteer.named("aleppo")[0].pcode == "C9001"
    assert gazetteer.version.startswith("places.csv ")
    assert "GeoNames" in gazetteer.version

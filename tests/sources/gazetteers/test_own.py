"""Gazetteers of the user's own."""

import contextlib
import json
import random

import pytest

from vigil.model.errors import InvalidInput, Malformed, Unavailable, VigilError
from vigil.sources.gazetteers.own import own_gazetteer

QUARTERS = """NAME_EN,NAME_AR,PCODE,ADM4_EN,ADM3_EN,ADM2_EN,ADM1_EN,ADM0_EN,ADM0_PCODE,LATITUDE,LONGITUDE
Warda,وردة,N9001,Aleppo,Jebel,Jebel,Aleppo,Syrian Arab Republic,SY,36.2,37.1
Qamar,القمر,N9002,Aleppo,Jebel,Jebel,Aleppo,Syrian Arab Republic,SY,36.3,37.2
"""


def written(tmp_path, text, name="places.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_quarters_of_a_town(tmp_path):
    """With a town above it an entry is a neighbourhood, with its code, names in two languages and short country."""
    index = own_gazetteer(written(tmp_path, QUARTERS))
    (place,) = index.named("warda")
    assert (place.precision, place.city, place.region, place.country, place.pcode) == (
        "neighbourhood",
        "Aleppo",
        "Aleppo",
        "Syria",
        "N9001",
    )
    assert (place.lat, place.lon, place.own) == (36.2, 37.1, True)
    assert index.named("وردة".replace("ة", "ه")) == [place]
    assert "2 places" in index.version


@pytest.mark.parametrize(
    ("header", "row", "precision"),
    [
        ("NAME_EN,PCODE,ADM0_EN", "Warda,X1,Syria", "region"),
        ("NAME_EN,PCODE,ADM1_EN,ADM0_EN", "Warda,X1,Idlib,Syria", "district"),
        ("NAME_EN,PCODE,ADM2_EN,ADM1_EN,ADM0_EN", "Warda,X1,Harim,Idlib,Syria", "subdistrict"),
        ("ADM2_EN,ADM2_PCODE,ADM1_EN,ADM0_EN", "Warda,X1,Idlib,Syria", "district"),
        ("adm4_en,adm4_pcode,adm3_en,adm1_en,adm0_en", "Warda,X1,Harim,Idlib,Syria", "city"),
        ("name,country,precision", "Warda,Syria,site", "site"),
        ("name,country", "Warda,Syria", "city"),
    ],
)
def test_levels_follow_from_the_columns(tmp_path, header, row, precision):
    """What an entry is follows from what lies above it, or is said."""
    (place,) = own_gazetteer(written(tmp_path, f"{header}\n{row}\n")).named("warda")
    assert (place.precision, place.country) == (precision, "Syria")
    assert place.pcode == ("X1" if "pcode" in header.lower() else None)


def test_geojson(tmp_path):
    """Features have the same columns as properties; coordinates may come from the geometry."""
    square = {"type": "Polygon", "coordinates": [[[37.0, 36.0], [37.2, 36.0], [37.2, 36.4], [37.0, 36.0]]]}
    features = [
        {
            "type": "Feature",
            "properties": {"NAME_EN": "Warda", "ADM1_EN": "Idlib", "ADM0_EN": "Syria"},
            "geometry": square,
        },
        {"type": "Feature", "properties": {"NAME_EN": "Qamar"}, "geometry": None},
    ]
    path = written(tmp_path, json.dumps({"type": "FeatureCollection", "features": features}), "places.geojson")
    index = own_gazetteer(path)
    assert [(each.lat, each.lon) for each in index.named("warda")] == [(36.2, 37.1)]
    assert [(each.lat, each.lon) for each in index.named("qamar")] == [(None, None)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty|no entries"),
        ("a,b\n1,2\n", "no column of names"),
        ("name,name\nx,y\n", "there twice"),
        ("name,lat\nWarda,north\n", "line 2: lat: not a number"),
        ("name,lat\nWarda,99\n", "line 2: lat: not between"),
        ("name,lat\nWarda,nan\n", "line 2: lat: not between"),
        ("name,precision\nWarda,moon\n", "line 2: precision: not one of"),
        ("name,population\nWarda,many\n", "line 2: population: not a number"),
        ("name,lat\n,1\n", "line 2: name: missing"),
        ("name,lat\nWarda\n", "line 2: 1 cells"),
        ("name\n", "no entries"),
        ("{", "not JSON"),
        ("[]", "no FeatureCollection"),
        ('{"features": [1]}', r"features\[0\].properties: missing"),
        ('{"features": []}', "no entries"),
    ],
)
def test_broken_files_say_what_is_wrong_and_where(tmp_path, text, words):
    """Every fault has its line or feature, and no word of the row."""
    with pytest.raises(InvalidInput, match=words) as raised:
        own_gazetteer(written(tmp_path, text))
    assert "Warda" not in str(raised.value)


def test_all_faults_are_told_together(tmp_path):
    """Thirty bad rows are thirty faults, twenty told."""
    with pytest.raises(Malformed, match="10 more"):
        own_gazetteer(written(tmp_path, "name,lat\n" + "x,bad\n" * 30))


def test_what_is_not_there_is_unavailable(tmp_path):
    """A missing file, and one that is not UTF-8."""
    with pytest.raises(Unavailable):
        own_gazetteer(tmp_path / "nothing.csv")
    path = tmp_path / "latin.csv"
    path.write_bytes("name\nAllée\n".encode("latin-1"))
    with pytest.raises(Malformed, match="UTF-8"):
        own_gazetteer(path)


@pytest.mark.parametrize("seed", range(60))
def test_damaged_files_never_crash(tmp_path, seed):
    """Bytes changed, cut or repeated give a gazetteer or an error with words."""
    rng = random.Random(seed)  # noqa: S311 -- damage, not secrets
    body = bytearray(QUARTERS.encode())
    for _ in range(rng.randint(1, 12)):
        at = rng.randrange(len(body))
        body[at : at + rng.randint(0, 3)] = bytes(rng.randrange(256) for _ in range(rng.randint(0, 3)))
    path = tmp_path / "places.csv"
    path.write_bytes(bytes(body))
    with contextlib.suppress(VigilError):
        assert own_gazetteer(path).version

"""A gazetteer of the user's own: CSV or GeoJSON, in the form of OCHA's common operational datasets or a plain one.

Columns are found by name, in any case: NAME_EN or name, NAME_AR, PCODE, ADM0_EN ... ADM4_EN with _AR and _PCODE,
LATITUDE and LONGITUDE (or lat_mid, lon_mid, lat, lon), and `precision` where the user says it. How precise an entry is
follows from what lies above it: with a town above it is a neighbourhood, with a district a subdistrict. What a GeoJSON
feature has no columns for is taken from its geometry.
"""

import csv
import hashlib
import io
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import orjson

from vigil.model.errors import InvalidInput, Malformed, Unavailable
from vigil.sources.gazetteers.countries import country_names
from vigil.testimony.places.gazetteer import PRECISIONS, Place
from vigil.testimony.places.index import PlaceIndex
from vigil.testimony.places.names import key

MOST_FAULTS = 20
"""Faults told of one file, before the rest are only counted."""
MOST_BYTES = 512 * 1024 * 1024
"""A gazetteer of all settlements of a large country, with polygons, is about a quarter of this."""

_NAMES = ("name_en", "nam_en_ref", "name", "name:en", "adm_en", "featurename_en", "featurenam")
_ARABIC_NAMES = ("name_ar", "nam_ar_ref", "name:ar", "adm_ar", "featurename_ar")
_OTHER_NAMES = ("other_names", "alternate_names", "alt_names", "altname_en", "alt_name")
_PCODES = ("pcode", "p_code", "adm_pcode", "place_code")
_LATITUDES = ("latitude", "lat", "lat_mid", "center_lat", "y")
_LONGITUDES = ("longitude", "lon", "lng", "long", "lon_mid", "center_lon", "x")
_BY_LEVEL = {0: "country", 1: "region", 2: "district", 3: "subdistrict", 4: "city"}
_WITHIN = {0: "region", 1: "district", 2: "subdistrict", 3: "city", 4: "neighbourhood"}
"""What an entry is, by the deepest level above it."""


def own_gazetteer(path: Path) -> PlaceIndex:
    """The gazetteer a file holds.

    Raises:
        Unavailable: It cannot be read.
        InvalidInput: It has no entries, no column of names, or is too large.
        Malformed: It is neither CSV nor GeoJSON, or entries cannot be read: each fault with its line, up to
            MOST_FAULTS.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InvalidInput(f"{path}: over {MOST_BYTES // 1024 // 1024} MB: is this a gazetteer?")
        body = path.read_bytes()
    except OSError as error:
        raise Unavailable(f"{path}: cannot be read ({error.strerror})") from error
    rows = (
        _geojson_rows(path, body) if body.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in {b"{", b"["} else _csv_rows(path, body)
    )
    entries: list[tuple[Place, Sequence[str]]] = []
    faults: list[str] = []
    short = _short_names()
    for where, row in rows:
        try:
            entries.append(_entry(row, short))
        except InvalidInput as fault:
            faults.append(f"{where}: {fault}")
    if faults:
        more = f"\n... and {len(faults) - MOST_FAULTS} more" if len(faults) > MOST_FAULTS else ""
        raise Malformed(f"{path}: entries that cannot be read\n" + "\n".join(faults[:MOST_FAULTS]) + more)
    if not entries:
        raise InvalidInput(f"{path}: no entries")
    return PlaceIndex(entries, version=f"{path.name} {hashlib.sha256(body).hexdigest()[:12]}, {len(entries)} places")


def _csv_rows(path: Path, body: bytes) -> Iterator[tuple[str, Mapping[str, str]]]:
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Malformed(f"{path}: byte {error.start} is not UTF-8: save the table as UTF-8") from error
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        header = [each.strip().lower() for each in next(reader, [])]
        if not header:
            raise InvalidInput(f"{path}: empty")
        _check_columns(path, header)
        for cells in reader:
            if any(cells):
                if len(cells) != len(header):
                    raise Malformed(f"{path}: line {reader.line_num}: {len(cells)} cells, the header has {len(header)}")
                yield f"line {reader.line_num}", {name: each.strip() for name, each in zip(header, cells, strict=True)}
    except csv.Error as error:
        raise Malformed(f"{path}: line {reader.line_num}: not CSV ({error})") from error


def _check_columns(path: Path, header: Sequence[str]) -> None:
    twice = sorted({each for each in header if each and header.count(each) > 1})
    if twice:
        raise InvalidInput(f"{path}: column {twice[0]} is there twice")
    if _name_columns(header) == ([], []):
        raise InvalidInput(f"{path}: no column of names: call it name, NAME_EN or NAME_AR, or ADM1_EN, ADM2_EN ...")


def _geojson_rows(path: Path, body: bytes) -> Iterator[tuple[str, Mapping[str, str]]]:
    try:
        whole = orjson.loads(body.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        raise Malformed(f"{path}: line {error.lineno}: not JSON ({error.msg})") from error
    features = whole.get("features") if isinstance(whole, dict) else None
    if not isinstance(features, list):
        raise Malformed(f"{path}: no FeatureCollection: a GeoJSON gazetteer has a list `features`")
    for number, feature in enumerate(features):
        properties = feature.get("properties") if isinstance(feature, dict) else None
        if not isinstance(properties, dict):
            raise Malformed(f"{path}: features[{number}].properties: missing")
        row = {
            str(name).strip().lower(): str(value).strip()
            for name, value in properties.items()
            if isinstance(value, (str, int, float)) and not isinstance(value, bool)
        }
        if number == 0:
            _check_columns(path, list(row))
        if _first(row, _LATITUDES) is None and (middle := _middle(feature.get("geometry"))) is not None:
            row["longitude"], row["latitude"] = (str(each) for each in middle)
        yield f"features[{number}]", row


def _middle(geometry: object) -> tuple[float, float] | None:
    """The middle of the box around a geometry; None where it has no positions."""
    lowest, highest = [math.inf, math.inf], [-math.inf, -math.inf]
    waiting = [geometry.get("coordinates")] if isinstance(geometry, dict) else []
    while waiting:
        each = waiting.pop()
        if not isinstance(each, list) or not each:
            continue
        if all(isinstance(number, (int, float)) for number in each[:2]) and len(each) >= 2:
            for axis in (0, 1):
                lowest[axis], highest[axis] = min(lowest[axis], each[axis]), max(highest[axis], each[axis])
        else:
            waiting.extend(each)
    if lowest[0] == math.inf:
        return None
    return round((lowest[0] + highest[0]) / 2, 6), round((lowest[1] + highest[1]) / 2, 6)


def _name_columns(header: Sequence[str]) -> tuple[list[str], list[str]]:
    """The columns of the entries' own names, English and Arabic: by name, or the deepest of ADM1_EN, ADM2_EN ..."""
    english = [each for each in _NAMES if each in header]
    arabic = [each for each in _ARABIC_NAMES if each in header]
    if english or arabic:
        return english, arabic
    deepest = max((level for level in range(5) for name in _level_names(level) if name in header), default=None)
    if deepest is None:
        return [], []
    return (
        [each for each in _level_names(deepest) if each in header],
        [each for each in (f"adm{deepest}_ar", f"admin{deepest}name_ar") if each in header],
    )


def _level_names(level: int) -> tuple[str, ...]:
    return (f"adm{level}_en", f"admin{level}name_en", f"adm{level}_name", f"adm{level}_ref")


def _entry(row: Mapping[str, str], short: Mapping[str, tuple[str, str]]) -> tuple[Place, list[str]]:
    english, arabic = _name_columns(list(row))
    names = [row[each] for each in (*english, *arabic) if row[each]]
    for column in _OTHER_NAMES:
        names += [each.strip() for each in row.get(column, "").replace(";", "|").split("|") if each.strip()]
    if not names or not any(key(each) for each in names):
        raise InvalidInput("name: missing")
    own_columns = english == [] or english[0] in _NAMES or bool(arabic and arabic[0] in _ARABIC_NAMES)
    above = {level: found for level in range(5) if (found := _first(row, _level_names(level))) is not None}
    if own_columns:
        deepest = max(above, default=None)
        precision = "city" if deepest is None else _WITHIN[deepest]
    else:
        precision = _BY_LEVEL[max(above)]
        names = names[:]
    precision = _precision(row, precision)
    country, code = _country(row, short)
    name = names[0]
    city = name if precision == "city" else above.get(4) if precision in {"neighbourhood", "site"} else None
    city = _first(row, ("city", "town")) or city
    place = Place(
        name=name,
        precision=precision,
        city=city,
        region=name if precision == "region" else above.get(1) or _first(row, ("region", "governorate", "province")),
        country=country,
        code=code,
        lat=_degrees(row, _LATITUDES, 90.0),
        lon=_degrees(row, _LONGITUDES, 180.0),
        pcode=_pcode(row, above, own_columns=own_columns),
        population=_population(row),
        own=True,
        area=_first(row, ("area_en",)) or above.get(3) or above.get(2),
    )
    return place, names


def _precision(row: Mapping[str, str], found: str) -> str:
    said = _first(row, ("precision", "place_precision"))
    if said is None:
        return found
    if said.lower() not in PRECISIONS:
        raise InvalidInput(f"precision: not one of {', '.join(PRECISIONS)}")
    return said.lower()


def _pcode(row: Mapping[str, str], above: Mapping[int, str], *, own_columns: bool) -> str | None:
    if (found := _first(row, _PCODES)) is not None or own_columns or not above:
        return found
    return _first(row, (f"adm{max(above)}_pcode", f"admin{max(above)}pcode"))


def _country(row: Mapping[str, str], short: Mapping[str, tuple[str, str]]) -> tuple[str | None, str | None]:
    for column in (
        "adm0_pcode",
        "admin0pcode",
        "country_code",
        "iso2",
        "adm0_en",
        "adm0_ar",
        "adm0_name",
        "admin0name_en",
        "country",
    ):
        said = row.get(column, "")
        if said and (found := short.get(key(said))) is not None:
            return found
    return _first(row, ("adm0_en", "adm0_name", "admin0name_en", "country")), None


def _short_names() -> dict[str, tuple[str, str]]:
    """Every name and code of a country to its short name and code."""
    return {
        key(each): (names.english[0], names.code)
        for names in country_names()
        for each in (names.code, *names.english, *names.arabic)
    }


def _first(row: Mapping[str, str], columns: Sequence[str]) -> str | None:
    return next((row[each] for each in columns if row.get(each)), None)


def _degrees(row: Mapping[str, str], columns: Sequence[str], most: float) -> float | None:
    for column in columns:
        said = row.get(column)
        if not said:
            continue
        try:
            number = float(said)
        except ValueError as error:
            raise InvalidInput(f"{column}: not a number") from error
        if not math.isfinite(number) or abs(number) > most:
            raise InvalidInput(f"{column}: not between -{most:.0f} and {most:.0f} degrees")
        return number
    return None


def _population(row: Mapping[str, str]) -> int:
    said = row.get("population") or ""
    try:
        return max(0, int(float(said.replace(",", "")))) if said else 0
    except (ValueError, OverflowError) as error:
        raise InvalidInput("population: not a number") from error

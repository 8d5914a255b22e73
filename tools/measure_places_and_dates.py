"""Measure where and when documents say that something happened, against what analysts read in them.

    tools/measure_places_and_dates.py ../shared/data/testimony/hrdsattack_dev.jsonl         as shipped
    tools/measure_places_and_dates.py ../shared/data/testimony/hrdsattack_train.jsonl --fit cross-validated

The files are HRDsAttack's (Ran and others 2023); they are not part of the repository. Folds are of documents about
different victims, so that the same event told twice stands in one fold. Without `--grammar` the rules read alone.
"""

import argparse
import calendar
import html
import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from vigil.sources.gazetteers.world import World
from vigil.sources.grammar.english import english_grammar
from vigil.testimony.places import of_document as places
from vigil.testimony.times import of_document as times
from vigil.testimony.times.reading import read_times

ALIKE = {
    "usa": "united states",
    "us": "united states",
    "u.s.": "united states",
    "united states of america": "united states",
    "people's republic of china": "china",
    "uk": "united kingdom",
    "burma": "myanmar",
    "yemeni": "yemen",
    "republic of the philippines": "philippines",
    "the philippines": "philippines",
    "russian federation": "russia",
}
MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
FOLDS = 15
RIDGE = 10.0
"""Strength of the penalty on squared weights, features scaled to one standard deviation: chosen among 1, 4 and 10 by
cross-validation on the training part."""
SHARE = 1e-3


@dataclass(frozen=True, slots=True)
class Read:
    """One document, read; and what the analysts found."""

    fold: int
    voices: places.Voices
    mentions: list[tuple[Any, tuple[float, ...]]]
    gold: Mapping[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--grammar", action="store_true")
    options = parser.parse_args()
    documents = list(read(options.file, grammar=options.grammar))
    if not options.fit:
        tell(
            "as shipped", score(documents, dict(places.COUNTRY_WEIGHTS), dict(places.CITY_WEIGHTS), dict(times.WEIGHTS))
        )
        return
    total: Counter[str] = Counter()
    for fold in range(FOLDS):
        weights = fitted([each for each in documents if each.fold % FOLDS != fold])
        total += score([each for each in documents if each.fold % FOLDS == fold], *weights)
    tell(f"{FOLDS}-fold", total)
    weights = fitted(documents)
    tell("fitted to these", score(documents, *weights))
    for each in weights:
        print(json.dumps({name: round(weight, 2) for name, weight in each.items()}))


def read(path: Path, *, grammar: bool) -> Iterable[Read]:
    """The documents of a file, each read once."""
    gazetteer, parse = World(), english_grammar() if grammar else None
    groups: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        sample, gold = row["sample"], row["merged_sample"]
        published = date.fromisoformat(sample["Input.publish_date"][:10])
        text = html.unescape(re.sub(r"<[^>]+>", "", sample["Input.article_interface"].replace("</p>", "\n\n"))).strip()
        parsed = parse(text) if parse else None
        names = sorted(each for one in gold["victims"] if (each := norm(one["victim_name"])))
        group = groups.setdefault(" ".join(names) or (sample["Input.title"] or "")[:25].casefold(), len(groups))
        yield Read(
            group,
            places.heard(text, lang="en", gazetteer=gazetteer, title=sample["Input.title"], parsed=parsed),
            times.features(text, read_times(text, lang="en", published_on=published), published_on=published),
            gold,
        )


def norm(said: str | None) -> str:
    plain = (said or "").strip().casefold()
    return "" if plain in {"none", "unknown", "nan"} else ALIKE.get(plain, plain)


def number(said: object, *, month: bool = False) -> int | None:
    plain = norm(str(said))
    if month and plain in MONTHS:
        return MONTHS[plain]
    try:
        return int(float(plain))
    except ValueError:
        return None


def score(
    documents: Sequence[Read],
    country_weights: Mapping[str, float],
    city_weights: Mapping[str, float],
    date_weights: Mapping[str, float],
) -> Counter[str]:
    """How often each part is stated by the analysts (`n country`) and is the same (`country`)."""
    total: Counter[str] = Counter()
    for each in documents:
        found = places.decided(each.voices, country_weights, city_weights)
        for part in ("country", "city"):
            if want := norm(each.gold[part]):
                total[f"n {part}"] += 1
                total[part] += norm(getattr(found, part)) == want
        mention = times.decided(each.mentions, date_weights)
        parts = ((mention.edtf or "") if mention else "").split("/")[0].split("-")
        for at, (part, name) in enumerate((("year", "year"), ("month", "month"), ("day", "date"))):
            if want_number := number(each.gold[name], month=part == "month"):
                total[f"n {part}"] += 1
                total[part] += len(parts) > at and parts[at].isdigit() and int(parts[at]) == want_number
    return total


def tell(what: str, total: Counter[str]) -> None:
    print(
        what,
        "; ".join(
            f"{part} {total[part] / total[f'n {part}']:.3f} ± {_error(total[part], total[f'n {part}']):.3f}"
            f" ({total[part]} of {total[f'n {part}']})"
            for part in ("country", "city", "year", "month", "day")
            if total[f"n {part}"]
        ),
    )


def _error(hits: int, of: int) -> float:
    """One standard error of a share."""
    share = hits / of
    return math.sqrt(share * (1 - share) / of)


def fitted(documents: Sequence[Read]) -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    country = _fit(documents, tuple(places.COUNTRY_WEIGHTS), _country_choices)
    city = _fit(documents, tuple(places.CITY_WEIGHTS), lambda each: _city_choices(each, country))
    return country, city, _fit(documents, tuple(times.WEIGHTS), _date_choices)


Choices = Iterable[tuple[Sequence[float], float]]


def _country_choices(each: Read) -> Choices:
    want = norm(each.gold["country"])
    return [(vector, float(norm(name) == want)) for name, vector in places.country_features(each.voices).items()]


def _city_choices(each: Read, weights: Mapping[str, float]) -> Choices:
    want = norm(each.gold["city"])
    shares = places.country_shares(each.voices, weights)
    return [
        (vector, float(bool(want) and norm(places.spelt(each.voices, name)) == want))
        for name, vector in places.city_features(each.voices, shares).items()
    ]


def _date_choices(each: Read) -> Choices:
    """Each mention with the share of what the analysts state that is right, the day counting most."""
    want = [number(each.gold["year"]), number(each.gold["month"], month=True), number(each.gold["date"])]
    found = []
    for mention, vector in each.mentions:
        parts = (mention.edtf or "").split("/")[0].split("-")
        right, possible, whole = 0.0, 0.0, True
        for at, (wanted, weight) in enumerate(zip(want, (0.5, 1.0, 1.5), strict=True)):
            if wanted:
                possible += weight
                whole = whole and len(parts) > at and parts[at].isdigit() and int(parts[at]) == wanted
                right += weight * whole
        found.append((vector, right / possible if possible else 0.0))
    return found


def _fit(documents: Sequence[Read], names: tuple[str, ...], choices: Callable[[Read], Choices]) -> dict[str, float]:
    """Weights that make the right choice of each document probable: a conditional logit with a ridge."""
    sets = []
    for each in documents:
        listed = list(choices(each))
        if listed and max(right for _, right in listed) > 0:
            sets.append((np.array([vector for vector, _ in listed]), np.array([right for _, right in listed])))
    spread = np.concatenate([vectors for vectors, _ in sets]).std(0)
    spread[spread == 0] = 1.0
    scaled = [(vectors / spread, right) for vectors, right in sets]

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = RIDGE / 2 * weights @ weights, RIDGE * weights
        for vectors, right in scaled:
            raised = np.exp(vectors @ weights - (vectors @ weights).max())
            chance = raised / raised.sum()
            expected = chance @ right + SHARE
            total -= np.log(expected)
            slope = slope - vectors.T @ (chance * (right - chance @ right) / expected)
        return total, slope

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x / spread
    return dict(zip(names, (float(each) for each in best), strict=True))


if __name__ == "__main__":
    main()

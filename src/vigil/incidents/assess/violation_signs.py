"""What in a document speaks for each violation: how often, how early, of whom, and as what."""

import math
from collections.abc import Mapping

from vigil.incidents.assess.roles import roles
from vigil.incidents.assess.told import Told
from vigil.incidents.assess.words import OTHER_CLASSES, VICTIM_CLASSES, VIOLATION_CLASSES, Hit

_PLAIN = (
    "kill",
    "die",
    "execute",
    "arrest",
    "jail",
    "court",
    "kidnap",
    "captive",
    "taken",
    "torture",
    "beat",
    "disappear",
    "missing",
    "attack",
)
_COUNTED = (
    *(name for names in VIOLATION_CLASSES.values() for name in names),
    *OTHER_CLASSES,
    "state",
    "armed",
    "sweeping",
    "unjust",
    "suspect",
    "misfortune",
    "report",
    "law",
    "story",
    "journalist",
    "defender",
    "unionist",
)


def violation_signs(told: Told) -> Mapping[str, float]:
    """Features of the whole document, by name. All are 0 where nothing speaks for anything."""
    by_class: dict[str, list[Hit]] = {name: [] for name in _COUNTED}
    for hit in told.hits:
        if hit.name in by_class:
            by_class[hit.name].append(hit)
    n_sentences = max(1, len(told.sentences))
    signs: dict[str, float] = {"length": math.log1p(len(told.tokens))}
    total = sum(len(by_class[names[0]]) for names in VIOLATION_CLASSES.values())
    for name, hits in by_class.items():
        signs[f"{name} title"] = float(any(told.in_title(hit.first) for hit in hits))
        signs[f"{name} lead"] = math.log1p(sum(told.in_lead(hit.first) for hit in hits))
        signs[f"{name} any"] = float(bool(hits))
        signs[f"{name} count"] = math.log1p(len(hits))
        signs[f"{name} share"] = math.sqrt(len(hits) / n_sentences)
    for name in _PLAIN:
        hits = by_class[name]
        real = [hit for hit in hits if told.is_real(hit)]
        windows = [told.around(hit) for hit in real]
        near = [told.classes_in(*window) for window in windows]
        borne = sum(_borne(told, window, classes) for window, classes in zip(windows, near, strict=True))
        signs[f"{name} real"] = math.log1p(len(real))
        signs[f"{name} borne"] = math.log1p(borne)
        signs[f"{name} by state"] = math.log1p(sum("state" in classes for classes in near))
        signs[f"{name} by armed"] = math.log1p(sum("armed" in classes for classes in near))
        signs[f"{name} unreal"] = math.log1p(len(hits) - len(real))
        signs[f"{name} first"] = 1 - min((hit.first for hit in hits), default=len(told.tokens)) / max(
            1, len(told.tokens)
        )
    signs.update(_part_signs(told))
    for names in VIOLATION_CLASSES.values():
        signs[f"{names[0]} of all"] = len(by_class[names[0]]) / max(1, total)
    return signs


def _part_signs(told: Told) -> dict[str, float]:  # noqa: PLR0912 - the cases of one question stand together
    """How many bear each violation, and who: people of the kind this is about, anyone named, or the accused."""
    counts: dict[str, float] = {
        f"{violation} {how}": 0.0
        for violation in (*VIOLATION_CLASSES, "attack")
        for how in ("whom", "named", "he", "early", "suspect", "state does", "armed does")
    }
    for at, parts in enumerate(roles(told)):
        if not parts:
            continue
        classes = told.classes.get(at, frozenset())
        for part in parts:
            verb, _, violation = part.partition(" ")
            if violation not in (*VIOLATION_CLASSES, "attack"):
                continue
            if verb == "bears":
                if "accused" in parts:
                    counts[f"{violation} suspect"] += 1
                    continue
                if classes.intersection(VICTIM_CLASSES):
                    counts[f"{violation} whom"] += 1
                if told.tokens[at].entity == "PERSON":
                    counts[f"{violation} named"] += 1
                if told.words[at] in ("he", "she", "him", "her", "his", "they", "them", "i", "we"):
                    counts[f"{violation} he"] += 1
                if told.in_title(at) or told.in_lead(at):
                    counts[f"{violation} early"] += 1
            else:
                if "state" in classes:
                    counts[f"{violation} state does"] += 1
                if "armed" in classes:
                    counts[f"{violation} armed does"] += 1
    return {name: math.log1p(value) for name, value in counts.items()}


def _borne(told: Told, window: tuple[int, int], classes: frozenset[str]) -> bool:
    """Whether somebody who could be a victim stands near: in these tokens, of these classes."""
    return bool(classes.intersection(VICTIM_CLASSES)) or any(
        token.entity == "PERSON" for token in told.tokens[slice(*window)]
    )

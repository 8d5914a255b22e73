"""How well stories are followed from text to flags: origins, parents, flags, and what must not be said.

    .venv/bin/python tools/measure_drift.py [FOLDER]

FOLDER (tests/incidents/stories; those of other hands are in tests/incidents/stories_by_others) holds NAME.jsonl and
NAME.gold.json: `origins` with their documents, accepted `parents` of each document, `hops` with the flags of
each, `must_not`, and documents that are `other` events or `loose`.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from vigil import bootstrap
from vigil.model.incident import Publication
from vigil.sources.publications_file import publications_or_refused
from vigil.usecases.ports import Rejected
from vigil.usecases.testimony.trace_drift import Drift, read_all, trace_drift

STORIES = Path(__file__).parents[1] / "tests" / "incidents" / "stories"


def main() -> None:
    """Follow every story and print what was seen of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=STORIES)
    options = parser.parse_args()
    read = bootstrap.claim_reader()
    totals = [0] * 9
    for path in sorted(options.folder.glob("*.jsonl")):
        gold = json.loads(path.with_suffix("").with_suffix(".gold.json").read_text(encoding="utf-8"))
        figures = measure(trace_drift(read_all(documents_of(path), read=read)), gold)
        print(f"{path.stem:12} {told(figures)}")
        totals = [one + other for one, other in zip(totals, figures, strict=True)]
    print(f"{'all':12} {told(totals)}")


def documents_of(path: Path) -> Iterator[Publication]:
    """The documents of a story; a line that is none ends the measurement."""
    for each in publications_or_refused(path):
        if isinstance(each, Rejected):
            raise SystemExit(f"{path}, line {each.position}: {'; '.join(each.reasons)}")
        yield each


def measure(found: Drift, gold: dict[str, object]) -> list[int]:
    """Origins right and wanted and wrong, parents right of all, flags right, given and wanted, must_not held of all."""
    apart = {*gold.get("other", ()), *gold.get("loose", ())}
    wanted = {frozenset(each["documents"]) for each in gold["origins"]}
    given = {frozenset(each.documents) - apart for each in found.origins} - {frozenset()}
    hops = {each.document: each for incident in found.incidents for each in incident.hops}
    judged = [each for each in hops.values() if each.document in gold["hops"]]
    flags = {(each.document, flag.value) for each in judged for flag in each.flags}
    right = {(document, flag) for document, those in gold["hops"].items() for flag in those}
    parents = [hops[each].parent in gold["parents"][each] if each in hops else False for each in gold["hops"]]
    held = [holds(found, line, flags) for line in gold["must_not"]]
    return [
        *(len(wanted & given), len(wanted), len(given - wanted)),
        *(sum(parents), len(parents)),
        *(len(flags & right), len(flags), len(right)),
        len(held) - sum(held),
    ]


def holds(found: Drift, line: list[str], flags: set[tuple[str, str]]) -> bool:
    """Whether what must not be said is not said."""
    kind, what, *more = line
    if kind == "flag":
        return (what, more[0]) not in flags
    if kind == "origin":
        return not any(what in (each.source, each.documents[0]) for each in found.origins)
    return not any({what, more[0]} <= {each.document for each in incident.retellings} for incident in found.incidents)


def told(figures: list[int]) -> str:
    """The figures in words."""
    origins, wanted, extra, parents, hops, right, given, flags, broken = figures
    return (
        f"origins {origins}/{wanted}, {extra} too many; parents {parents}/{hops}; "
        f"flags: {right} right of {given} given and {flags} wanted; must_not broken {broken}"
    )


if __name__ == "__main__":
    main()

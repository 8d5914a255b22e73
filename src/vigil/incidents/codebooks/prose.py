"""Where the prose of a narrative ends and its list of victims begins, and where its sentences are."""

import re
from typing import NamedTuple

from vigil.model.claim import Span

_STATUS = {
    "killed": "killed",
    "dead": "killed",
    "died": "killed",
    "deceased": "killed",
    "injured": "injured",
    "wounded": "injured",
}
"""A line of a list of victims that says nothing else says what became of one person."""

_LONGEST_LIST_LINE = 80
"""Characters: a name, an age, a relation. Longer lines are prose."""

_END = re.compile(r"""[.!?…]['"”’)\]*]*\s+(?=["'“‘(\[@#]*[A-Z0-9@#])|\n\s*\n""")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(“\"])(?:dr|mr|mrs|ms|prof|st|no|gen|col|lt|maj|capt|sgt|eng|rev|jr|sr|vs|approx|[a-z])\.$", re.IGNORECASE
)


class Listed(NamedTuple):
    """Persons of a list of victims with the same fate: the lines that say so."""

    fate: str  # killed, injured
    lines: tuple[Span, ...]


class Parts(NamedTuple):
    """A narrative cut in two."""

    prose: Span
    listed: tuple[Listed, ...]


def parts(text: str) -> Parts:
    """The prose, and the fates counted in a list that closes the text, if one does."""
    lines: list[tuple[int, str]] = []
    begin = 0
    for line in text.split("\n"):
        lines.append((begin, line))
        begin += len(line) + 1
    at = [i for i, (_, line) in enumerate(lines) if line.strip().casefold() in _STATUS]
    if not at:
        return Parts(Span(0, len(text)), ())
    first = at[0]
    while first > 0 and _is_of_a_list(lines[first - 1][1]):
        first -= 1
    if any(not _is_of_a_list(line) for _, line in lines[first:]):
        return Parts(Span(0, len(text)), ())  # such lines stand in the middle of prose: not a list
    fates: dict[str, list[Span]] = {}
    for i in at:
        begin, line = lines[i]
        start = begin + len(line) - len(line.lstrip())
        fates.setdefault(_STATUS[line.strip().casefold()], []).append(Span(start, start + len(line.strip())))
    return Parts(Span(0, lines[first][0]), tuple(Listed(fate, tuple(spans)) for fate, spans in fates.items()))


def _is_of_a_list(line: str) -> bool:
    line = line.strip()
    return len(line) <= _LONGEST_LIST_LINE and not line.endswith((".", "!", "?", ".”", '."'))


def sentences(text: str, within: Span) -> tuple[Span, ...]:
    """The sentences of the prose, in order. A line break within one is a blank: names are often lines of their own."""
    found: list[Span] = []
    begin = within.begin
    for match in _END.finditer(text, within.begin, within.end):
        if _ABBREVIATED.search(text, max(begin, match.start() - 8), match.start() + 1):
            continue
        end = match.end() - len(match[0]) + len(match[0].rstrip())
        if text[begin:end].strip():
            found.append(Span(begin, end))
        begin = match.end()
    if text[begin : within.end].strip():
        found.append(Span(begin, within.end))
    return tuple(found)

"""Two lists side by side: which of their columns say the same thing, and their records made comparable."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vigil.incidents.linking.fields import NAMES, Column, Role, number, parsed_date, place, plain_value, roles, sex
from vigil.incidents.linking.skeletons import Part, parts

Rows = Sequence[Mapping[str, str]]

NOT_SAID = frozenset(
    "na n/a nan null none unknown unk - -- ? . غير معروف|مجهول|لا يوجد|غير محدد".replace("|", " ").split()
) | {"غير معروف", "لا يوجد", "غير محدد"}
"""What stands in a cell that says nothing."""

_AN_IDENTIFIER = 0.8
"""A column whose values are nearly all different, and no name or date, tells rows apart and not persons."""

_SAMPLE = 2000

JOINT = "\x1f"
"""Joins the names of columns that make one date."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing both lists say of a person, besides the name: the column of each list, and what it holds."""

    left: str
    right: str
    role: Role


@dataclass(frozen=True, slots=True)
class Plan:
    """What is compared with what.

    Attributes:
        names_left: The columns of the first list that hold names, a given name before a family's.
        names_right: Those of the second.
        fields: What else both lists say.
        left_out: Columns that are not compared: in one list only, or telling rows apart.
    """

    names_left: tuple[Column, ...]
    names_right: tuple[Column, ...]
    fields: tuple[Field, ...]
    left_out: tuple[str, ...]


def plan(left: Rows, right: Rows | None, *, skipped: frozenset[str]) -> Plan:
    """What of two lists (or of one) can be compared: columns of one name, then columns of one meaning."""
    first = _columns(left, skipped)
    second = first if right is None else _columns(right, skipped)
    names_left, names_right = _names(first), _names(second)
    others = {column.name: column for column in second.values() if column.role not in NAMES}
    fields, matched = [], set()
    for column in first.values():
        if column.role in NAMES:
            continue
        if column.name in others:
            role = column.role if column.role is others[column.name].role else Role.OTHER
            fields.append(Field(column.name, column.name, role))
            matched |= {column.name}
    seen_left, seen_right = set(matched), set(matched)
    for column in first.values():
        if column.role in NAMES or column.name in seen_left or column.role is Role.OTHER:
            continue
        for other in others.values():
            if other.name not in seen_right and _meaning(other) == _meaning(column):
                fields.append(Field(column.name, other.name, column.role))
                seen_left.add(column.name)
                seen_right.add(other.name)
                break
    fields = _with_whole_dates(fields)
    if not (names_left and names_right):
        names_left = names_right = ()
    used = {name for field in fields for side in (field.left, field.right) for name in side.split(JOINT)}
    used |= {column.name for column in (*names_left, *names_right)}
    everything = [*left[0], *(right[0] if right else ())]
    left_out = tuple(dict.fromkeys(name for name in everything if name not in used and name not in skipped))
    return Plan(names_left, names_right, tuple(fields), left_out)


def _with_whole_dates(fields: Sequence[Field]) -> list[Field]:
    """Year, month and day in columns of their own make one date: slips in two of them are no two slips."""
    by_name = {field.left: field for field in fields}
    found = list(fields)
    for year in fields:
        if year.role is not Role.YEAR:
            continue
        for whole, short in (("year", ("month", "day")), ("y", ("m", "d"))):
            head, part, tail = year.left.rpartition(whole)
            month, day = (by_name.get(head + each + tail) for each in short)
            if part and month and day:
                three = (year, month, day)
                found = [field for field in found if field not in three]
                left, right = (JOINT.join(getattr(each, side) for each in three) for side in ("left", "right"))
                found.append(Field(left, right, Role.DATE))
                break
    return found


def _columns(rows: Rows, skipped: frozenset[str]) -> dict[str, Column]:
    names = [name for name in rows[0] if name not in skipped]
    step = max(1, len(rows) // _SAMPLE)
    samples = [[said(row[name]) for row in rows[::step]] for name in names]
    found = {}
    for column, values in zip(roles(names, samples), samples, strict=True):
        filled = [value for value in values if value]
        if not filled:
            continue
        telling_apart = column.role is Role.OTHER and len(set(filled)) > _AN_IDENTIFIER * len(filled)
        if not telling_apart or len(filled) < 20:
            found[column.name] = column
    return found


def _names(columns: Mapping[str, Column]) -> tuple[Column, ...]:
    rank = {Role.GIVEN: 0, Role.NAME: 1, Role.FAMILY: 2}
    return tuple(sorted((c for c in columns.values() if c.role in NAMES), key=lambda column: rank[column.role]))


def _meaning(column: Column) -> tuple[Role, str]:
    header = column.name.casefold()
    about = ""
    if column.role in {Role.DATE, Role.YEAR}:
        about = "birth" if re.search("birth|dob|yob|ميلاد|ولاد", header) else "event"
    return column.role, about


def said(value: str) -> str:
    """A cell's words, or "" where they say nothing."""
    text = value.strip()
    return "" if text.casefold() in NOT_SAID else text


def names(rows: Rows, columns: Sequence[Column]) -> list[tuple[tuple[Part, ...], ...]]:
    """Each record's name in every way the list gives it: in full, and as given and family name put together."""
    full = [column.name for column in columns if column.role is Role.NAME]
    split = [column.name for column in columns if column.role is not Role.NAME]
    result = []
    for row in rows:
        ways = [parts(said(row[name])) for name in full]
        if split:
            ways.append(tuple(part for name in split for part in parts(said(row[name]))))
        result.append(tuple(dict.fromkeys(way for way in ways if way)))
    return result


def values(rows: Rows, column: str, role: Role) -> list[str | None]:
    """A column's values made comparable; None where nothing is said."""
    if JOINT in column:
        return [_value("-".join(said(row[each]) for each in column.split(JOINT)), role) for row in rows]
    return [_value(said(row[column]), role) for row in rows]


def _value(text: str, role: Role) -> str | None:
    if not text:
        return None
    if role is Role.SEX:
        return sex(text)
    if role is Role.DATE:
        day = parsed_date(text)
        return None if day is None else day.isoformat()
    if role in {Role.YEAR, Role.AGE}:
        value = number(text)
        return None if value is None else str(value)
    return place(text) if role is Role.PLACE else plain_value(text)

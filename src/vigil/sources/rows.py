"""Rows of the shared column layout into observations: columns at once, and row by row where something is amiss.

`observe` checks whole columns; a row that is not plainly right goes to `read_row`, which holds every rule and either
mends it (spaces, capitals) or names every fault it has. The two agree: tests/sources/test_rows.py holds them to it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from vigil.model.ids import UNKNOWN_PLATFORM
from vigil.model.observation import AccountState, Kind
from vigil.sources.options import ReadOptions
from vigil.sources.times import NotAnInstant, instant_us, instants_us
from vigil.usecases.ports import OBSERVATION_SCHEMA, Rejected

REQUIRED = ("account", "published_at")
OPTIONAL = (
    "handle",
    "id",
    "platform",
    "text",
    "lang",
    "url",
    "place",
    "kind",
    "state",
    "client",
    "reply_to",
    "repost_of",
)
COLUMNS = REQUIRED + OPTIONAL
"""The columns that are read. Others are named in the report and left."""

MAX_RAW_CHARS = 4096
"""How much of a refused row is kept."""

MAX_IDENTIFIER_CHARS = 2048
"""Longer accounts, ids and addresses are taken for text that slipped into the wrong column."""

_KINDS = frozenset(kind.value for kind in Kind)
_STATES = frozenset(state.value for state in AccountState)
_CONTROL = r"[\x00-\x1f\x7f]"
_CONTROL_CHARACTER = re.compile(_CONTROL)
_PLAIN = ("handle", "id", "lang", "url", "place", "client", "reply_to", "repost_of")
_TEXTUAL = ("account", *OPTIONAL)

Value = str | int | None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Every fault of one row, each with its path."""

    reasons: tuple[str, ...]


def no_observations() -> pl.DataFrame:
    """A batch without rows."""
    return pl.DataFrame(schema=OBSERVATION_SCHEMA)


def observe(
    table: pl.DataFrame,
    position: pl.Series,
    options: ReadOptions,
    *,
    row_at: Callable[[int], Mapping[str, object]],
    raw_at: Callable[[int], str | None],
    suspects: Sequence[int] = (),
) -> tuple[pl.DataFrame, list[Rejected]]:
    """Observations of a table's rows in order, and its refused rows.

    Args:
        table: Some of `COLUMNS`; any other type than text is allowed where its meaning is plain.
        position: 1-based line or row of each row, rising.
        options: The user's word on what the file leaves open.
        row_at: A row as the file holds it, for `read_row`.
        raw_at: A row as it stood, to keep with its refusal.
        suspects: Rows, from 0, that columns cannot express and `read_row` must see.
    """
    frame = _checked(table, options).with_columns(position=position.cast(pl.Int64))
    plain = frame.get_column("plain")
    if suspects:
        plain = plain.scatter(list(suspects), values=False)
    kept = frame.filter(plain).select(list(OBSERVATION_SCHEMA))
    if plain.all():
        return kept, []
    mended: list[dict[str, Value]] = []
    rejected: list[Rejected] = []
    for index in (~plain).arg_true().to_list():
        read = read_row(row_at(index), options)
        if isinstance(read, Refusal):
            raw = raw_at(index)
            rejected.append(
                Rejected(position=position[index], reasons=read.reasons, raw=raw[:MAX_RAW_CHARS] if raw else raw)
            )
        else:
            mended.append({**read, "position": position[index]})
    if mended:
        kept = pl.concat([kept, pl.DataFrame(mended, schema=OBSERVATION_SCHEMA)]).sort("position", maintain_order=True)
    return kept, rejected


def read_row(row: Mapping[str, object], options: ReadOptions) -> dict[str, Value] | Refusal:
    """One row as an observation's columns, or every fault it has."""
    faults: list[str] = []

    def noted(name: str, value: str | NotText | None) -> str | None:
        if isinstance(value, NotText):
            faults.append(f"{name}: {value.reason}")
            return None
        return value

    account = noted("account", _identifier(row.get("account")))
    if account is None and not any(fault.startswith("account:") for fault in faults):
        faults.append("account: missing")
    try:
        published_us = instant_us(row.get("published_at"), options)
    except NotAnInstant as fault:
        published_us = 0
        faults.append(f"published_at: {fault}")
    values = {name: noted(name, _identifier(row.get(name))) for name in _PLAIN}
    platform = noted("platform", _identifier(row.get("platform")))
    text = noted("text", _text(row.get("text")))
    kind = noted("kind", _word(row.get("kind"), _KINDS))
    state = noted("state", _word(row.get("state"), _STATES))
    if not any(fault.startswith(("kind:", "state:")) for fault in faults):
        kind = kind or _implied_kind(values)
        if state is not None and kind != Kind.ACCOUNT_STATE:
            faults.append("state: given, but kind is not account_state")
        if state is None and kind == Kind.ACCOUNT_STATE:
            faults.append("state: missing, and kind is account_state")
    if faults:
        return Refusal(tuple(faults))
    return {
        "platform": platform.lower() if platform else options.platform or UNKNOWN_PLATFORM,
        "account": account,
        "published_us": published_us,
        "kind": kind,
        "text": text,
        "state": state,
        "post": values.pop("id"),
        **values,
    }


@dataclass(frozen=True, slots=True)
class NotText:
    """Why a value cannot be read as what its column holds."""

    reason: str


def _identifier(value: object) -> str | NotText | None:
    match value:
        case None:
            return None
        case bool() | float():
            return NotText("a number that may have lost digits, or a truth value: write it as text")
        case int():
            return str(value)
        case str():
            return _name(value.strip())
        case _:
            return NotText("not text")


def _name(text: str) -> str | NotText | None:
    if _CONTROL_CHARACTER.search(text):
        return NotText("holds a control character")
    if len(text) > MAX_IDENTIFIER_CHARS:
        return NotText(f"longer than {MAX_IDENTIFIER_CHARS} characters")
    return text or None


def _text(value: object) -> str | NotText | None:
    match value:
        case None | "":
            return None
        case str():
            return NotText("holds a NUL character") if "\x00" in value else value
        case int() | float() if not isinstance(value, bool):
            return NotText("a number, not text: write it in quotes")
        case _:
            return NotText("not text")


def _word(value: object, words: frozenset[str]) -> str | NotText | None:
    read = _identifier(value)
    if isinstance(read, str):
        word = read.lower()
        return word if word in words else NotText(f"not one of {', '.join(sorted(words))}")
    return read


def _implied_kind(values: Mapping[str, str | None]) -> str:
    """What a row without a kind is: a repost where it names what it repeats, a reply where it answers, else a post."""
    if values["repost_of"]:
        return Kind.REPOST.value
    return Kind.REPLY.value if values["reply_to"] else Kind.POST.value


def _checked(table: pl.DataFrame, options: ReadOptions) -> pl.DataFrame:
    """Every row as an observation would have it, and `plain`: whether it is right beyond doubt."""
    texts = {name: _as_text(table.get_column(name)) for name in COLUMNS if name in table.columns and name in _TEXTUAL}
    frame = pl.DataFrame([column.alias(name) for name, column in texts.items()])
    cleaned = frame.select(_cleaned(name) for name in texts).with_columns(
        *(pl.lit(None, dtype=pl.String).alias(name) for name in _TEXTUAL if name not in texts),
        published_us=instants_us(table.get_column("published_at"), options),
    )
    known = cleaned.with_columns(_platform(options), _kind(), post=pl.col("id"))
    doubts = [doubt for name in texts for doubt in _doubts(name)]
    doubts += [pl.lit(table.get_column(name).is_not_null() & column.is_null()) for name, column in texts.items()]
    doubts += [pl.col("account").is_null(), pl.col("published_us").is_null()]
    if "state" in texts:
        doubts += [(pl.col("kind") == Kind.ACCOUNT_STATE.value) != pl.col("state").is_not_null()]
    else:
        doubts += [pl.col("kind") == Kind.ACCOUNT_STATE.value]
    return known.with_columns(plain=~pl.any_horizontal(doubts).fill_null(value=True))


def _as_text(column: pl.Series) -> pl.Series:
    """The column as text; null where its type is not plainly text or a whole number."""
    dtype = column.dtype
    if dtype == pl.String:
        return column
    if dtype.is_integer() or isinstance(dtype, (pl.Categorical, pl.Enum, pl.Null)):
        return column.cast(pl.String)
    return pl.Series([None] * len(column), dtype=pl.String)


def _cleaned(name: str) -> pl.Expr:
    column = pl.col(name)
    if name != "text":
        column = column.str.strip_chars()
    if name in ("platform", "kind", "state"):
        column = column.str.to_lowercase()
    return pl.when(column != "").then(column).alias(name)


def _doubts(name: str) -> list[pl.Expr]:
    """What sends a row to `read_row`, for one column that is there. A null is no doubt."""
    column = pl.col(name)
    match name:
        case "text":
            doubts = [column.str.contains("\x00", literal=True)]
        case "kind":
            doubts = [~column.is_in(sorted(_KINDS))]
        case "state":
            doubts = [~column.is_in(sorted(_STATES))]
        case _:
            doubts = [column.str.contains(_CONTROL), column.str.len_chars() > MAX_IDENTIFIER_CHARS]
    return [doubt.fill_null(value=False) for doubt in doubts]


def _platform(options: ReadOptions) -> pl.Expr:
    return pl.col("platform").fill_null(options.platform or UNKNOWN_PLATFORM)


def _kind() -> pl.Expr:
    """As `_implied_kind`."""
    implied = (
        pl.when(pl.col("repost_of").is_not_null())
        .then(pl.lit(Kind.REPOST.value))
        .when(pl.col("reply_to").is_not_null())
        .then(pl.lit(Kind.REPLY.value))
        .otherwise(pl.lit(Kind.POST.value))
    )
    return pl.coalesce(pl.col("kind"), implied).alias("kind")

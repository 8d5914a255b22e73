"""Pairs of records by Splink on DuckDB, in memory: who shares a key, how their values compare, what chance would give.

What is found is weighed elsewhere (incidents.linking.weighing). Nothing is written to disk, and
Splink's own words, which
name columns and counts, are kept off the terminal.
"""

import logging
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from vigil.incidents.linking.fields import Role
from vigil.incidents.linking.linking import Comparable, Compared
from vigil.model.errors import Unavailable

_MOST_SAMPLED = 1_000_000
"""Random pairs that chance agreement is measured on."""

_LEAST_U = 1e-5


def splink_pairs(lists: Sequence[Comparable], roles: Sequence[Role]) -> Compared:
    """The pairs that share a key, each once, ordered by their rows.

    Raises:
        Unavailable: The lists do not fit in memory.
    """
    connection = duckdb.connect(":memory:")
    try:
        connection.execute("SET temp_directory = ''")  # persons' names are never spilled to disk
        connection.execute("SET threads = 2")
        connection.execute("SET enable_progress_bar = false")  # the command draws its own
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _pairs(connection, lists, roles)
    except duckdb.OutOfMemoryException as error:
        raise Unavailable("the lists do not fit in memory: link parts of them, by place or by month") from error
    finally:
        connection.close()


def _pairs(connection: duckdb.DuckDBPyConnection, lists: Sequence[Comparable], roles: Sequence[Role]) -> Compared:
    from splink import Linker, SettingsCreator, block_on
    from splink.backends.duckdb import DuckDBAPI

    for name in ("splink", "splink.internals"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    api = DuckDBAPI(connection=connection)
    tables = []
    for n, each in enumerate(lists):
        connection.register(f"list_{n}", _table(each))
        tables.append(api.register(f"list_{n}", dataset_display_name=f"d{n}"))
    settings = SettingsCreator(
        link_type="dedupe_only" if len(lists) == 1 else "link_only",
        comparisons=[_comparison(n, role) for n, role in enumerate(roles)] or [_any_comparison()],
        blocking_rules_to_generate_predictions=[block_on(f"key_{n}") for n in range(len(lists[0].keys))],
        unique_id_column_name="row_number",
        retain_matching_columns=True,  # with them come the outcomes of the comparisons
    )
    linker = Linker(tables, settings, log_level=logging.CRITICAL)
    if roles:
        linker.training.estimate_u_using_random_sampling(max_pairs=_MOST_SAMPLED, seed=1)
    model = linker.misc.save_model_to_json()
    predicted: Any = linker.inference.predict(warning_mode="never")
    found = _wanted(connection, predicted, len(roles), one_list=len(lists) == 1)
    return _compared(found, model, len(roles), one_list=len(lists) == 1)


def _wanted(connection: duckdb.DuckDBPyConnection, predicted: Any, n_fields: int, *, one_list: bool) -> pa.Table:  # noqa: ANN401
    """The rows and outcomes of the pairs, without the values: those would fill the memory."""
    columns = [
        "row_number_l",
        "row_number_r",
        *(f"CAST(gamma_value_{n} AS TINYINT) AS gamma_value_{n}" for n in range(n_fields)),
    ]
    if not one_list:
        columns.append("source_dataset_l = 'd1' AS turned")
    table: pa.Table = connection.sql(f"SELECT {', '.join(columns)} FROM {predicted.physical_name}").to_arrow_table()  # noqa: S608
    predicted.drop_table_from_database_and_remove_from_cache()
    return table


def _table(each: Comparable) -> pa.Table:
    columns: dict[str, Any] = {"row_number": pa.array(range(each.n_rows), pa.int64())}
    for n, keys in enumerate(each.keys):
        columns[f"key_{n}"] = pa.array(keys, pa.string())
    for n, values in enumerate(each.values):
        columns[f"value_{n}"] = pa.array(values, pa.string())
    return pa.table(columns)


def _any_comparison() -> Any:  # noqa: ANN401 - Splink is untyped
    import splink.comparison_library as cl

    return cl.ExactMatch("key_0")


def _comparison(n: int, role: Role) -> Any:  # noqa: ANN401 - Splink is untyped
    import splink.comparison_level_library as cll
    import splink.comparison_library as cl

    column = f"value_{n}"
    near = _NEAR.get(role, ())
    return cl.CustomComparison(
        output_column_name=column,
        comparison_levels=[
            cll.NullLevel(column),
            cll.ExactMatchLevel(column),
            *(cll.CustomLevel(sql.format(left=f"{column}_l", right=f"{column}_r")) for sql in near),
            cll.ElseLevel(),
        ],
    )


_DIFFERENCE = "abs(try_cast({left} AS INTEGER) - try_cast({right} AS INTEGER)) <= "
_DAYS = "abs(date_diff('day', try_cast({left} AS DATE), try_cast({right} AS DATE))) <= "
_NEAR: Mapping[Role, tuple[str, ...]] = {
    Role.YEAR: (_DIFFERENCE + "1", _DIFFERENCE + "3"),
    Role.AGE: (_DIFFERENCE + "1", _DIFFERENCE + "3", _DIFFERENCE + "10"),
    Role.DATE: (
        _DAYS + "1",
        _DAYS + "7 OR ({left}[1:4] = {right}[1:4] AND {left}[6:7] = {right}[9:10] AND {left}[9:10] = {right}[6:7])"
        " OR {left}[6:10] = {right}[6:10] OR {left}[1:7] = {right}[1:7]"
        " OR ({left}[1:4] = {right}[1:4] AND {left}[9:10] = {right}[9:10])",
    ),
    Role.PLACE: (
        "len(list_intersect(string_split({left}, ' '), string_split({right}, ' '))) > 0",
        "jaro_winkler_similarity({left}, {right}) >= 0.88",
    ),
}
"""What is less than the same, by what a column holds, the nearest first."""


def _compared(found: pa.Table, model: Mapping[str, Any], n_fields: int, *, one_list: bool) -> Compared:
    left = found["row_number_l"].to_numpy().astype(np.int64)
    right = found["row_number_r"].to_numpy().astype(np.int64)
    if not one_list:
        turned = found["turned"].to_numpy()
        left, right = np.where(turned, right, left), np.where(turned, left, right)
    order = np.lexsort((right, left))
    outcomes = np.full((left.size, n_fields), -1, dtype=np.int8)
    chances = []
    for n in range(n_fields):
        levels = [level for level in model["comparisons"][n]["comparison_levels"] if not level.get("is_null_level")]
        gamma = found[f"gamma_value_{n}"].to_numpy()
        outcomes[:, n] = np.where(gamma < 0, -1, len(levels) - 1 - gamma)
        u = np.array([max(float(level.get("u_probability") or 0.0), _LEAST_U) for level in levels])
        chances.append(u / u.sum())
    return Compared(left=left[order], right=right[order], outcomes=outcomes[order], u=tuple(chances))

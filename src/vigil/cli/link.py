"""`vigil link`: which records of two lists may be the same person."""

import json
from pathlib import Path
from typing import Annotated

import typer

from vigil.cli.options import Json
from vigil.cli.progress import progress_bar
from vigil.model.counted import counted


def register(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command(
        "link",
        epilog="Examples: vigil link ours.csv theirs.csv --out pairs.csv   ·   vigil link ours.csv --id row --out twice.csv",  # noqa: E501
    )(link_lists)


def link_lists(
    lists: Annotated[
        list[Path],
        typer.Argument(help="One CSV list of persons, or two. UTF-8, with a header.", show_default=False),
    ],
    *,
    out: Annotated[Path, typer.Option("--out", help="The CSV file to write: id_a, id_b, p.", show_default=False)],
    id_column: Annotated[
        str | None,
        typer.Option("--id", help="The column that tells rows apart. Default: id, row or the like, else row numbers."),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", help="A column not to be compared. May be repeated.")
    ] = None,
    repeats: Annotated[
        bool, typer.Option("--repeats", help="A person may be several times in one of two lists.")
    ] = False,
    no_neighbours: Annotated[
        bool,
        typer.Option("--no-neighbours", help="Without names: do not let rows near each other vouch for each other."),
    ] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Let --out replace a file that is there.")] = False,
    as_json: Json = False,
) -> None:
    """Say which records of two lists, or of one list, may be the same person, and how probably.

    Names may be in Arabic in one and in Latin letters in the other. Nothing is sent anywhere, and nothing but --out is
    written. A pair is a proposal: whether two records are one person is for a named person to judge.
    """
    from vigil.model.errors import InvalidInput
    from vigil.publish.pairs_csv import pairs_csv
    from vigil.publish.private_file import refuse_unwritable, write_private
    from vigil.sources.linking.list_file import read_list
    from vigil.sources.linking.splink_pairs import splink_pairs
    from vigil.usecases.link_records import link_records

    if len(lists) > 2:
        raise InvalidInput("link takes one list or two")
    refuse_unwritable(out, overwrite=overwrite, inputs=lists)
    read = [read_list(path, id_column=id_column) for path in lists]
    first, second = read[0], read[1] if len(read) > 1 else None
    skipped = {each.id_column for each in read if each.id_column} | _named(ignore or [], read[0].rows, read[-1].rows)
    with progress_bar("linking"):
        linked = link_records(
            first.rows,
            None if second is None else second.rows,
            skipped=frozenset(skipped),
            find=splink_pairs,
            once=not repeats,
            neighbours=not no_neighbours,
        )
    other = first if second is None else second
    write_private(
        out,
        pairs_csv((first.ids[pair.left], other.ids[pair.right], pair.p) for pair in linked.pairs),
        overwrite=overwrite,
    )
    if as_json:
        typer.echo(
            json.dumps(
                {
                    "pairs": len(linked.pairs),
                    "likely": linked.n_likely,
                    "compared": dict(linked.compared),
                    "left_out": list(linked.left_out),
                },
                ensure_ascii=False,
            )
        )
        return
    compared = ", ".join(f"{columns} ({role})" for columns, role in linked.compared.items())
    typer.echo(f"compared: {compared}", err=True)
    if linked.left_out:
        typer.echo(f"not compared: {', '.join(linked.left_out)}", err=True)
    likely = counted(linked.n_likely, "pair")
    typer.echo(f"{likely} at one half or above, of {len(linked.pairs)} told, in {out}", err=True)


def _named(ignored: list[str], *lists: tuple[dict[str, str], ...]) -> set[str]:
    """The columns to be left out, as they are written in the lists."""
    from vigil.model.errors import InvalidInput

    found = set()
    for name in ignored:
        here = {column for rows in lists for column in rows[0] if column.casefold() == name.strip().casefold()}
        if not here:
            raise InvalidInput("--ignore: no list has a column of that name")
        found |= here
    return found

"""Commands whose modules are loaded when they are asked for, so that `vigil --help` and tab completion answer at once.

Loading every command's libraries (polars, SQLAlchemy, numba) takes over a second; listing the commands needs none.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup


class LateCommands(TyperGroup):
    """A group that lists its commands from a table and loads the module of the one that is run.

    Attributes:
        table: Each command's name, to its module in `vigil.cli` and the sentence it is listed with. The module has
            `register(app)`, and the sentence is that of the command's own help: a test compares them.
    """

    table: Mapping[str, tuple[str, str]] = {}

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401 - typer's own
        """Put a stand-in for each command of the table."""
        super().__init__(**attributes)
        for name, (_, sentence) in self.table.items():
            self.add_command(TyperCommand(name, help=sentence))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - its types are private to typer
        """The command the arguments begin with, its module loaded."""
        name = args[0] if args else ""
        if isinstance(self.commands.get(name), TyperCommand) and name in self.table:
            self.add_command(loaded(self.table[name][0]).commands[name], name)
        return super().resolve_command(ctx, args)


def loaded(module: str) -> TyperGroup:
    """The commands of one module of `vigil.cli`."""
    app = typer.Typer()
    app.callback()(_nothing)  # makes it a group even where the module has a single command
    import_module(f"vigil.cli.{module}").register(app)
    return typer.main.get_group(app)


def _nothing() -> None:
    pass

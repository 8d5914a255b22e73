"""Write docs/cli.md from the commands themselves: what each does, its words and options, an example."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.core import TyperArgument, TyperGroup

from vigil.cli.late import loaded
from vigil.cli.main import COMMANDS

PAGE = Path(__file__).parents[1] / "docs" / "cli.md"

HEAD = r"""# Commands

Written from the commands themselves with `make docs`; a test keeps it true. `vigil COMMAND --help` says the same at the
terminal, and `vigil --install-completion` teaches your shell to complete commands and options with the tab key.

Data goes to stdout (`--json` for machines), words to stderr. Every command runs without a terminal: what is missing is
then an error, never a question.

| exit code | means |
|---|---|
| 0 | done |
| 1 | checked, and not satisfied: rows in quarantine, what `--fail-on` names, evidence that does not match |
| 2 | misused: an option, file or passphrase that cannot be used as it is |
| 3 | unavailable: a file, disk or process that is not there now and may be later |
| 130 | stopped with Ctrl-C |
| 141 | nobody reads the output any more, as with `vigil ... \| head`: what a shell reports of most commands there |

| variable | is |
|---|---|
| `VIGIL_CASE` | the case, where `--case` is not given |
| `VIGIL_CASES` | the folder in which a case given by its name is looked for and made; else the current one |
| `VIGIL_PASSPHRASE` | the passphrase, where `--passphrase-file` is not given; else you are asked |
| `VIGIL_NEW_PASSPHRASE` | the passphrase a rekey sets, where `--new-passphrase-file` is not given |
| `VIGIL_READER_KEY` | the key of a reader elsewhere (`vigil claims --reader`), where it wants one |
| `NO_COLOR` | set to anything: no colour |

A passphrase in the environment can be read by whoever may list your processes' environment: prefer a file, or the
question.
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for words, command in commands():
        parts.append(f"## vigil {' '.join(words)}\n" if len(words) == 1 else f"### vigil {' '.join(words)}\n")
        parts.append(f"{_one_line(command.help)}\n")
        if not isinstance(command, TyperGroup):
            parts += [f"    {example}\n" for example in _examples(command.epilog)]
            parts.append(_table(command))
    return "\n".join(part for part in parts if part)


def commands(group: TyperGroup | None = None, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command, groups before their members: the words that lead to it, and the command."""
    names = COMMANDS if group is None else group.commands
    for name in names:
        one = loaded(COMMANDS[name][0]).commands[name] if group is None else group.commands[name]
        yield (*words, name), one
        if isinstance(one, TyperGroup):
            yield from commands(one, (*words, name))


def _examples(epilog: str | None) -> list[str]:
    told = (epilog or "").removeprefix("Examples:").removeprefix("Example:")
    return ["\n    ".join(_one_line(example) for example in told.split("·"))]


def _table(command: Any) -> str:  # noqa: ANN401 - click's own classes are private to typer
    rows = []
    for parameter in command.params:
        if parameter.name == "help":
            continue
        if isinstance(parameter, TyperArgument):
            name = f"`{(parameter.metavar or parameter.name).upper()}`"
        else:
            name = ", ".join(f"`{option}`" for option in parameter.opts)
        said = _one_line(parameter.help).replace("|", "\\|")
        needed = " Needed." if parameter.required else ""
        default = _default(parameter)
        rows.append(f"| {name} | {said}{needed}{default} |")
    return "\n".join(["| word or option | says |", "|---|---|", *rows, ""]) if rows else ""


def _default(parameter: Any) -> str:  # noqa: ANN401
    value = parameter.default
    if parameter.required or value is None or isinstance(value, bool) or not parameter.show_default:
        return ""
    return f" Else `{getattr(value, 'value', value)}`."


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

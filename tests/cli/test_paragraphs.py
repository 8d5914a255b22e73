"""Lines at a terminal are wrapped at words; elsewhere they stay whole."""

import io

from rich.cells import cell_len
from rich.console import Console

from vigil.cli.paragraphs import echo_wrapped
from vigil.publish.outside_text import isolated

LINE = (
    "      “"
    + isolated("أعلنت مديرية الصحة في حلب مقتل ما لا يقل عن اثني عشر مدنيا بينهم ثلاثة أطفال [bold] في حي الشعار")
    + "”"
)


def written(terminal):
    console = Console(file=io.StringIO(), force_terminal=terminal, width=60, color_system=None)
    echo_wrapped(["[0] killing", LINE], console=console)
    return console.file.getvalue()


def test_at_a_terminal_no_word_is_broken_and_the_indent_is_kept():
    """Nothing is lost, and brackets are no markup."""
    head, *rest = written(terminal=True).splitlines()
    assert head == "[0] killing"
    assert len(rest) > 1
    assert all(line.startswith("      ") and cell_len(line) <= 60 for line in rest)
    assert " ".join(" ".join(rest).split()) == " ".join(LINE.split())


def test_elsewhere_a_line_stays_a_line(capsys):
    """A script that searches finds what stood in one line in one line."""
    written(terminal=False)
    assert capsys.readouterr().out.splitlines() == ["[0] killing", LINE]

"""Lines for a terminal of a given width and encoding: cells side by side, paragraphs beneath, rules between."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from vigil.publish.outside_text import FIRST_STRONG_ISOLATE, POP_ISOLATE, isolated

_PLAINER = {"“": '"', "”": '"', "·": "-", "…": "~", "─": "-", FIRST_STRONG_ISOLATE: "", POP_ISOLATE: ""}
"""What stands in for a character of ours that the encoding lacks."""


class TerminalLines:
    """Lays text out for one console."""

    def __init__(self, console: Console, *, widest: int) -> None:
        self.console = console
        self.encoding = console.encoding
        self.width = max(min(console.width, widest), 40)

    def outside(self, text: str) -> str:
        """Text from outside: it acts on nothing, keeps to its own direction, and can be written here."""
        return self.fit(isolated(text))

    def fit(self, text: str) -> str:
        """The text as this console can write it: what its encoding lacks is written as its number, not lost."""
        if not self._writes(text):
            text = "".join(c if self._writes(c) else _PLAINER.get(c, c) for c in text)
        return text if self._writes(text) else text.encode(self.encoding, "backslashreplace").decode(self.encoding)

    def cells(self, cells: Sequence[Text], widths: Sequence[int]) -> Text:
        """Cells side by side, each cut or filled to its width."""
        line = Text(" ").join(self._sized(cell, width) for cell, width in zip(cells, widths, strict=True))
        line.rstrip()
        return line

    def paragraph(self, text: Text, *, indent: int, label: str = "", label_width: int = 0) -> Text:
        """Text wrapped beneath a row, with its label in a column before it."""
        left = indent + label_width
        lines = text.wrap(self.console, max(self.width - left, 20))
        out = Text()
        for nth, line in enumerate(lines):
            line.rstrip()
            out.append("\n" if nth else "")
            out.append((" " * indent + (label if nth == 0 else "")).ljust(left), style="dim")
            out.append_text(line)
        return out

    def rule(self, heading: Text) -> Text:
        """A heading with a line to the edge."""
        dash = self.fit("─")
        line = Text(f"{dash}{dash} ", style="dim").append_text(heading).append(" ")
        line.append(dash * max(self.width - line.cell_len, 0), style="dim")
        return self._sized(line, self.width)

    def both_ends(self, left: Text, right: Text) -> Text:
        """Something on the left and something on the right of one line."""
        return self._sized(left, self.width - right.cell_len - 1).append(" ").append_text(right)

    def _sized(self, cell: Text, width: int) -> Text:
        sized = cell.copy()
        if sized.cell_len > width:
            sized.truncate(width - 1, overflow="crop")
            sized.append(self.fit("…"))
            if FIRST_STRONG_ISOLATE in sized.plain and POP_ISOLATE not in sized.plain:
                sized.append(POP_ISOLATE)  # an isolate whose end was cut off would take in the rest of the row
        sized.pad_right(width - sized.cell_len)
        return sized

    def _writes(self, text: str) -> bool:
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

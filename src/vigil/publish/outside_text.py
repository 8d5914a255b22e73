"""Text that came from outside (a handle, a post, a file's place name) made fit to stand on a board.

Escape sequences would drive a terminal, control characters forge a line, and override characters turn a row around:
they are taken out. What a person wrote to be read, in any script, stays.
"""

import re
import unicodedata

_SEQUENCES = re.compile(
    # ECMA-48: CSI sequences, then strings (DCS, OSC, APC, PM, SOS) up to their end, then any other escape.
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[P\]_^X]|[\x90\x9d\x9f\x9e\x98])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)

# Format characters without which scripts cannot be written: the joiners, and the signs that enclose Arabic and Syriac
# numbers. All others, the bidirectional controls among them, go.
_WRITTEN_WITH = frozenset("\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")

_MAX_MARKS = 4
"""So many marks may stand on one letter: vocalised Arabic needs three, a stack of fifty covers the lines around it."""

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def plain(text: str) -> str:
    """The text on one line, without anything that acts instead of being read."""
    kept: list[str] = []
    n_marks = 0
    for character in _SEQUENCES.sub("", text):
        category = unicodedata.category(character)
        if category in ("Mn", "Me"):
            n_marks += 1
            if n_marks > _MAX_MARKS:
                continue
        else:
            n_marks = 0
        kept.append(_fit(character, category))
    return " ".join("".join(kept).split())


def escaped(text: str) -> str:
    """The text on one line with whatever acts instead of being read written as its number: nothing is left out.

    For bytes that are shown as evidence of themselves, such as a row that does not read. `plain` is for what people
    wrote.
    """
    return "".join(_written_out(character) for character in text)


def isolated(text: str) -> str:
    """Plain text that does not disturb the order of the row it stands in, whatever its direction."""
    text = plain(text)
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}" if reads_rightwards_to_left(text) else text


def reads_rightwards_to_left(text: str) -> bool:
    """Whether any letter of it is written from right to left."""
    return any(unicodedata.bidirectional(character) in ("R", "AL", "AN") for character in text)


def _written_out(character: str) -> str:
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") and character not in _WRITTEN_WITH:
        return character.encode("unicode_escape", "backslashreplace").decode("ascii")
    return character


def _fit(character: str, category: str) -> str:
    if category == "Cs":
        return "\ufffd"  # half of a surrogate pair cannot be written in UTF-8 at all
    if category in ("Cc", "Zl", "Zp"):
        return " "
    if category == "Cf" and character not in _WRITTEN_WITH:
        return ""
    return character

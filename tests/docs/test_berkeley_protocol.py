"""docs/berkeley-protocol.md names what shows each requirement, and all of it is there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "berkeley-protocol.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))


@pytest.mark.parametrize(("file", "name"), NAMED, ids="::".join)
def test_what_the_page_names_is_there(file, name):
    """A test that was renamed or removed is missed."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize(
    "word",
    [
        "Authenticity",
        "Availability",
        "Identity",
        "Persistence",
        "Renderability",
        "Understandability",
        "Chain of custody",
        "Evidentiary copy",
        "Working copy",
    ],
)
def test_every_requirement_has_something_that_shows_it(word):
    """At least one test stands in its row."""
    [row] = [line for line in PAGE.splitlines() if line.startswith(f"| **{word}**")]
    assert "::test_" in row

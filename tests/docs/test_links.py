"""No page leads nowhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_points_to_is_there(page):
    """Links between pages, and the modules and tools they name in code."""
    text = page.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        assert (page.parent / link).exists(), link
    for named in re.findall(r"`((?:src|tests|tools|docs)/[\w./-]+\.(?:py|md))`", text):
        assert (ROOT / named).exists(), named


def test_every_page_can_be_found():
    """Each page of docs/ is linked from the README, and each decision from its index."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    index = (ROOT / "docs" / "adr" / "README.md").read_text(encoding="utf-8")
    for page in (ROOT / "docs").glob("*.md"):
        assert f"docs/{page.name}" in readme, page.name
    for page in (ROOT / "docs" / "adr").glob("[0-9]*.md"):
        assert page.name in index, page.name

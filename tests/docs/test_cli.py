"""docs/cli.md says what the commands say."""

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "cli.md"


@pytest.fixture(scope="module")
def written():
    """The page as the commands are now."""
    spec = importlib.util.spec_from_file_location("write_cli_docs", ROOT / "tools" / "write_cli_docs.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool.page()


def test_the_page_is_up_to_date(written):
    """Whoever changes a command writes the page anew: `make docs`."""
    assert PAGE.read_text(encoding="utf-8") == written


def test_every_variable_of_the_environment_is_documented(written):
    """What the environment can set can be read about."""
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    for name in set(re.findall(r"\bVIGIL_[A-Z_]*[A-Z]\b", source)):
        assert f"`{name}`" in written, name

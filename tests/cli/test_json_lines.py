"""Lines of JSON for other programs."""

import json

import pytest

from vigil.cli.json_lines import json_line


@pytest.mark.parametrize("text", ["Aleppo", "حلب", "🏃", "\n", "\x00"])
def test_letters_are_written_as_they_are(text):
    """One line, and it reads back."""
    line = json_line({"text": text})
    assert "\n" not in line
    assert json.loads(line) == {"text": text}
    assert "\\u0062" not in line


def test_half_of_a_surrogate_pair_can_be_written():
    """It reads back as it was."""
    line = json_line({"text": "broken \ud83c emoji in حلب"})
    assert line.isascii()
    assert json.loads(line)["text"] == "broken \ud83c emoji in حلب"

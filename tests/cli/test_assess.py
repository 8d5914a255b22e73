"""`vigil assess` as it is typed, without a terminal."""

import json

import pytest
from test_case import vigil  # noqa: F401 - the fixture that runs commands

TEXT = "At least 12 people were killed on Tuesday when shells hit a bread queue in Douma, the mayor said."
LINE = json.dumps({"id": "a", "title": "Shells kill 12", "text": TEXT, "published_at": "2016-12-14", "lang": "en"})


def test_a_file_is_assessed_and_broken_lines_are_named(vigil, tmp_path):  # noqa: F811
    """The good line is written, the broken one told by its number, and the exit code says so."""
    (tmp_path / "news.jsonl").write_text(f"{LINE}\n{{broken\n")
    code, _, said = vigil("assess", "news.jsonl", "--out", "out.jsonl", "--rules-only")
    assert code == 1
    assert "line 2: not JSON" in said
    assert "1 document assessed by airwars, 1 line refused" in said
    (page,) = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert page["id"] == "a"
    assert page["incident"]["killed"]["low"] == 12
    assert page["incident"]["date"] == "2016-12-13"
    begin, end = page["rests_on"]["date"]["text"][0]
    assert "Tuesday" in TEXT[begin:end]


def test_lines_go_to_stdout(vigil, tmp_path):  # noqa: F811
    """By --json, and by --out -."""
    (tmp_path / "news.jsonl").write_text(LINE)
    for words in (("--json",), ("--out", "-")):
        code, out, _ = vigil("assess", "news.jsonl", *words, "--rules-only", "--codebook", "literal")
        assert code == 0
        assert json.loads(out)["codebook"].startswith("literal")


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("none.jsonl", "--json"), 3, "none.jsonl"),
        (("empty.jsonl", "--json"), 2, "nothing but blanks"),
        (("news.jsonl", "--json", "--codebook", "other"), 2, "--codebook"),
        (("news.jsonl", "--out", "news.jsonl"), 2, "news.jsonl"),
    ],
)
def test_misuse_gets_one_clear_sentence(vigil, tmp_path, words, code, says):  # noqa: F811
    """And an exit code that tells whose turn it is."""
    (tmp_path / "news.jsonl").write_text(LINE)
    (tmp_path / "empty.jsonl").write_text("")
    found, _, said = vigil("assess", *words, "--rules-only")
    assert found == code
    assert says in said

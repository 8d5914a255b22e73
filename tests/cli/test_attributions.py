"""`vigil attributions` as it is typed, without a terminal."""

import json

import pytest
from test_case import vigil  # noqa: F401 - the fixture that runs commands

TEXT = "The mayor said that the road was closed."


def test_a_line_a_document_is_written(vigil, tmp_path):  # noqa: F811
    """To a file that is whole or not there, or to stdout; spans are characters of the text."""
    (tmp_path / "news.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}) + "\n", encoding="utf-8")
    code, out, said = vigil("attributions", "news.jsonl", "--out", "said.jsonl", "--rules-only")
    assert (code, out) == (0, "")
    assert "1 attribution in 1 document; read by vigil" in said
    line = (tmp_path / "said.jsonl").read_text(encoding="utf-8")
    page = json.loads(line)
    (one,) = page["attributions"]
    assert page["id"] == "a"
    assert [TEXT[slice(*span)] for span in (one["source"], one["cue"], *one["content"])] == [
        "The mayor",
        "said",
        "the road was closed",
    ]
    code, out, _ = vigil("attributions", "news.jsonl", "--rules-only")
    assert (code, out) == (0, line)


def test_a_broken_line_is_named_and_the_others_are_read(vigil, tmp_path):  # noqa: F811
    """And the exit code says so."""
    (tmp_path / "news.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}) + '\n{"id": "b"}\n', encoding="utf-8")
    code, _, said = vigil("attributions", "news.jsonl", "--out", "said.jsonl", "--rules-only")
    assert code == 1
    assert "news.jsonl, line 2: text: missing" in said
    assert json.loads((tmp_path / "said.jsonl").read_text(encoding="utf-8"))["id"] == "a"


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        ((), 2, "FILE"),
        (("none.txt",), 3, "none.txt"),
        (("a.txt", "--out", "a.txt"), 2, "a.txt"),
        (("a.txt", "--out", "there.jsonl"), 2, "exists already"),
        (("a.txt", "--out", "folder"), 2, "folder"),
    ],
)
def test_misuse_gets_one_clear_sentence(vigil, tmp_path, words, code, says):  # noqa: F811
    """And an exit code that tells whose turn it is."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "there.jsonl").write_text("")
    (tmp_path / "folder").mkdir()
    found, _, said = vigil("attributions", *words, "--rules-only")
    assert found == code
    assert says in said


def test_a_file_that_is_there_is_replaced_where_that_is_asked_for(vigil, tmp_path):  # noqa: F811
    """And only then."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "there.jsonl").write_text("old")
    assert vigil("attributions", "a.txt", "--out", "there.jsonl", "--overwrite", "--rules-only")[0] == 0
    assert json.loads((tmp_path / "there.jsonl").read_text())["id"] == "a.txt"

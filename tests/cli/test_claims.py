"""`vigil claims` as it is typed, without a terminal."""

import json

import pytest
from test_case import vigil  # noqa: F401 - the fixture that runs commands

TEXT = "At least 12 people were killed on Tuesday when shells hit a bread queue in Douma, the mayor said."


def test_a_file_is_read_for_people_and_for_machines(vigil, tmp_path):  # noqa: F811
    """The same claims both ways, with the reader's name."""
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    words = ("claims", "note.txt", "--published", "2016-12-14", "--rules-only")
    code, out, said = vigil(*words)
    assert code == 0
    assert "killing, at least 12 people, in Douma" in out
    assert "says the mayor: asserted" in out
    assert "1 claim in 1 document; read by vigil-english" in said
    code, out, _ = vigil(*words, "--json")
    page = json.loads(out)
    (claim,) = page["claims"]
    assert (code, page["id"], claim["low"], claim["date"]) == (0, "note.txt", 12, "2016-12-13")
    begin, end = claim["spans"]["count"][0]
    assert TEXT[begin:end] == "At least 12"


def test_half_of_a_surrogate_pair_is_written_escaped(vigil, tmp_path):  # noqa: F811
    """JSON can carry it, and stdout cannot."""
    (tmp_path / "odd.jsonl").write_text('{"id": "\\ud83d", "text": "Twelve people were killed \\ud83d in Douma."}\n')
    code, out, _ = vigil("claims", "odd.jsonl", "--json", "--rules-only")
    assert code == 0
    assert json.loads(out)["claims"][0]["low"] == 12


def test_a_broken_line_is_named_and_the_others_are_read(vigil, tmp_path):  # noqa: F811
    """Of every file, as `vigil assess` does; at most twenty one by one."""
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "Twelve people were killed in Douma."}\n{broken\n[]\n')
    (tmp_path / "b.jsonl").write_text("{}\n" * 20 + '{"id": "b", "text": "Nine people were killed in Homs."}\n')
    code, out, said = vigil("claims", "a.jsonl", "b.jsonl", "--rules-only")
    assert code == 1
    assert "12 people" in out
    assert "9 people" in out
    assert "a.jsonl, line 2: not JSON" in said
    assert "a.jsonl, line 3: not a JSON object" in said
    assert "b.jsonl, line 18: text: missing" in said
    assert "b.jsonl, line 19" not in said
    assert "and 2 further lines refused" in said
    assert "2 claims in 2 documents; read by vigil-english" in said
    assert ", 22 lines refused" in said
    assert "broken" not in said


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        ((), 2, "name a file"),
        (("a.txt", "--case", "x"), 2, "not both"),
        (("none.txt",), 3, "none.txt"),
        ((".",), 2, "a folder"),
        (("--case", "x", "--published", "2016-12-14"), 2, "vigil keep --published"),
        (("a.txt", "--published", "soon"), 2, "--published"),
        (("empty.txt",), 2, "nothing but blanks"),
    ],
)
def test_misuse_gets_one_clear_sentence(vigil, tmp_path, words, code, says):  # noqa: F811
    """And an exit code that tells whose turn it is."""
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "empty.txt").write_text("")
    found, _, said = vigil("claims", *words, "--rules-only")
    assert found == code
    assert says in said


def test_what_a_case_holds_is_read_and_what_is_held_is_not_shown(vigil, tmp_path):  # noqa: F811
    """A deleted post is counted, without a word of it."""
    assert vigil("new", "aleppo")[0] == 0
    (tmp_path / "posts.csv").write_text(
        "platform,account,published_at,kind,id,text\n"
        'x,1,2016-12-14T06:00:00Z,post,11,"Twelve people were killed in Douma."\n'
        'x,1,2016-12-14T07:00:00Z,post,12,"Nine soldiers were killed in Homs."\n'
        "x,1,2016-12-14T08:00:00Z,delete,12,\n",
        encoding="utf-8",
    )
    assert vigil("import", "posts.csv", "--case", "aleppo")[0] == 0
    code, out, said = vigil("claims", "--case", "aleppo", "--rules-only")
    assert code == 0
    assert "12 people" in out
    assert "soldiers" not in out + said
    assert "1 text held" in said
    code, out, _ = vigil("claims", "--case", "aleppo", "--rules-only", "--json", "--as-of", "2016-12-14T06:30:00Z")
    assert [len(json.loads(line)["claims"]) for line in out.splitlines()] == [1]

"""`vigil drift` as it is typed, from text to flags."""

import json
from pathlib import Path

import pytest
from test_case import vigil  # noqa: F401 - the fixture that runs commands

STORY = Path(__file__).parents[1] / "incidents" / "stories" / "aleppo-82.jsonl"


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The story of the eighty-two, read by the readers and followed."""
    from typer.testing import CliRunner

    from vigil.cli.main import app

    result = CliRunner().invoke(app, ["drift", str(STORY), "--figure", "82", "--json"])
    assert result.exit_code == 0
    return json.loads(result.stdout)


def test_eighty_two_is_one_incident_of_one_origin(page):
    """However many carried it."""
    assert len(page["incidents"]) == 1
    (origin,) = page["origins"]
    assert "UN human rights office" in origin["source"]
    assert {"briefing", "repost", "interview", "wire", "opinion"} == set(origin["documents"])


def test_its_certainty_its_verb_and_its_perpetrator_drifted(page):
    """Three certainties, three descriptions of who did it, and a later "confirmed" that nobody had said."""
    told = [each for each in page["documents"].values() if each["incident"] is not None]
    assert len({each["certainty"] for each in told}) >= 3
    assert len({json.dumps(each["perpetrators"]) for each in told if each["perpetrators"]}) >= 3
    flags = {each["to"]: set(each["flags"]) for each in page["hops"]}
    wanted = {"certainty_raised", "report_to_confirmation", "killed_to_murdered", "perpetrator_changed"}
    assert wanted <= flags["opinion"]
    assert not any("at_least_dropped" in each or "number_changed" in each for each in flags.values())


def test_a_person_reads_it_hop_by_hop(vigil):  # noqa: F811
    """Documents in order of time, each with what it says, what it repeats and what changed."""
    code, out, said = vigil("drift", str(STORY))
    assert code == 0
    assert "origin: " in out
    assert "report_to_confirmation" in out
    assert "at least 82 murdered" in out
    assert "6 documents" in said


def test_a_file_that_is_none_is_misuse(vigil, tmp_path):  # noqa: F811
    """Said in a sentence, with exit code 2; a file that is not there, with 3."""
    (tmp_path / "bad.jsonl").write_text(" \n", encoding="utf-8")
    code, _, said = vigil("drift", "bad.jsonl")
    assert code == 2
    assert "nothing but blanks" in said
    assert vigil("drift", "none.jsonl")[0] == 3
    assert vigil("drift", str(STORY), "--codebook", "acled")[0] == 2


def test_a_broken_line_is_named_and_the_others_are_followed(vigil, tmp_path):  # noqa: F811
    """From files with exit code 1; in a case it is counted, and the rest of the file is read."""
    whole = STORY.read_text(encoding="utf-8").splitlines()
    (tmp_path / "bad.jsonl").write_text("\n".join([whole[0], '{"id": "a"}', "{", *whole[1:]]), encoding="utf-8")
    code, out, said = vigil("drift", "bad.jsonl")
    assert code == 1
    assert "bad.jsonl, line 2: text: missing" in said
    assert "bad.jsonl, line 3: not JSON" in said
    assert "6 documents" in said
    assert "2 lines refused" in said
    assert out == vigil("drift", str(STORY))[1]
    assert vigil("new", "karsa")[0] == 0
    assert vigil("keep", "bad.jsonl", "--case", "karsa")[0] == 0
    for _ in ("read", "read before"):
        assert "6 documents" in vigil("drift", "--case", "karsa")[2]
        assert "2 lines of kept files that could not be read as documents" in vigil("claims", "--case", "karsa")[2]
        shown = " ".join(vigil("incidents", "--case", "karsa")[1].split())
        assert "2 lines of kept files that could not be read as documents" in shown


def test_half_of_a_surrogate_pair_is_taken_from_a_file_and_from_a_case(vigil, tmp_path):  # noqa: F811
    """As `vigil claims` and `assess` take it: broken emoji are no reason to leave a document out."""
    first = {"id": "a\ud83d", "source": "Office \ud83d", "published_at": "2019-07-19"}
    first["text"] = "Fourteen people were killed in Tarmal \ud83d on Thursday, said mayor Omar\ud83d."
    second = {"id": "b", "title": "\ud83d", "url": "http://x/\ud83d", "published_at": "2019-07-20"}
    second["text"] = "Mayor Omar\ud83d said that fourteen people were killed in Tarmal on Thursday."
    lines = (json.dumps(first), json.dumps(second))
    (tmp_path / "odd.jsonl").write_text("\n".join(lines), encoding="utf-8")
    code, out, said = vigil("drift", "odd.jsonl", "--json")
    assert code == 0
    assert "2 documents" in said
    assert set(json.loads(out)["documents"]) == {"a\ud83d", "b"}
    assert "a\ufffd" in vigil("drift", "odd.jsonl")[1]
    assert vigil("new", "karsa")[0] == 0
    assert vigil("keep", "odd.jsonl", "--case", "karsa")[0] == 0
    for _ in ("read", "read before"):
        assert "2 documents" in vigil("drift", "--case", "karsa")[2]
        code, out, _ = vigil("incidents", "--case", "karsa")
        assert code == 0
        assert "of 2 read" in " ".join(out.split())

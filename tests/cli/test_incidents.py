"""`vigil incidents`, `actors`, `judge` and `export --incident`, as they are typed, on documents and posts made up."""

import json

import pytest
from test_case import vigil  # noqa: F401 - the fixture that runs commands

STORY = [
    {
        "id": "office",
        "source": "Relief Office of Karsa",
        "published_at": "2019-07-19T09:00:00Z",
        "text": "The Relief Office of Karsa said on Friday that at least 14 civilians were killed when army shells hit "
        "the market of Tarmal on Thursday.",
    },
    {
        "id": "daily",
        "source": "The Karsa Daily",
        "published_at": "2019-07-20T06:00:00Z",
        "text": "At least 14 civilians were killed by army shells at the market of Tarmal on Thursday, according to "
        "the Relief Office of Karsa.",
    },
    {
        "id": "column",
        "source": "A column",
        "published_at": "2019-08-02T06:00:00Z",
        "text": "The Relief Office of Karsa confirmed that 14 civilians were murdered by the army in Tarmal on "
        "18 July.",
    },
]
WHO = ("--by", "Rana Karim", "--reason", "read all three", "--case", "karsa")


@pytest.fixture
def case(vigil, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setenv("VIGIL_PASSPHRASE", "six random words of a test")
    lines = "".join(json.dumps(each) + "\n" for each in STORY)
    (tmp_path / "story.jsonl").write_text(lines, encoding="utf-8")
    assert vigil("new", "karsa")[0] == 0
    assert vigil("keep", "story.jsonl", "--case", "karsa")[0] == 0


def incidents(vigil):  # noqa: F811
    code, out, said = vigil("incidents", "--case", "karsa", "--json")
    assert code == 0, said
    return [json.loads(line) for line in out.splitlines()]


def test_one_figure_repeated_is_one_incident_of_one_source(vigil, case):  # noqa: F811
    """With its range, whoever repeats it, what changed, and every word it rests on; the second time from the case."""
    found = [each for each in incidents(vigil) if each["killed"]]
    assert len(found) == 1
    assert [each["source"] for each in found[0]["origins"]] == ["Relief Office of Karsa"]
    assert {each["document"] for each in found[0]["stated"]} == {"capture/1", "capture/1/1", "capture/1/2"}
    assert found[0]["killed"]["low"]["value"] == 14
    flags = {flag for hop in found[0]["hops"] for flag in hop["flags"]}
    assert {"report_to_confirmation", "killed_to_murdered", "at_least_dropped"} <= flags
    again = [{**each, "as_of": None} for each in incidents(vigil) if each["killed"]]
    assert again == [{**each, "as_of": None} for each in found]
    code, out, _ = vigil("incidents", "--case", "karsa")
    assert code == 0
    assert "1 independent source: Relief Office of Karsa (repeated by 2 documents)" in " ".join(out.split())
    assert "read by" in out
    code, out, _ = vigil("incidents", found[0]["id"][:8], "--case", "karsa")
    assert code == 0
    for words in ("How many, and by which rule", "What changed as it was repeated", "murdered by the army", "c-"):
        assert words in " ".join(out.split()), words


def test_a_case_is_followed_as_its_documents_are(vigil, case, tmp_path):  # noqa: F811
    """The same hops and flags from the case as from the file; by a figure nobody gives, nothing; never both."""
    by_file = json.loads(vigil("drift", "story.jsonl", "--json")[1])
    by_case = json.loads(vigil("drift", "--case", "karsa", "--figure", "14", "--json")[1])
    assert [each["flags"] for each in by_case["hops"]] == [each["flags"] for each in by_file["hops"]]
    assert len(by_case["documents"]) == 3
    assert json.loads(vigil("drift", "--case", "karsa", "--figure", "15", "--json")[1])["incidents"] == []
    assert vigil("drift")[0] == 2
    assert vigil("drift", "story.jsonl", "--case", "karsa")[0] == 2


def test_what_was_published_later_is_left_out(vigil, case):  # noqa: F811
    """As of the day before the column, nothing had been confirmed."""
    code, out, _ = vigil("incidents", "--case", "karsa", "--as-of", "2019-07-21T00:00:00Z", "--json")
    assert code == 0
    assert out == ""  # nothing had been kept by then


def test_a_person_judges_and_takes_it_back(vigil, case):  # noqa: F811
    """Graded, rejected, withdrawn; listed with name and reason; and refused without either."""
    (one,) = [each["id"] for each in incidents(vigil) if each["killed"]]
    code, out, _ = vigil("judge", "grade", one, "contested", *WHO)
    assert code == 0
    made = out.split()[0]
    assert incidents(vigil)[0]["grade"]["rule"] == "Rana Karim"
    assert vigil("judge", "reject", one, *WHO)[0] == 0
    assert "REJECTED" in vigil("incidents", "--case", "karsa")[1]
    assert vigil("actors", "--case", "karsa")[1] == ""
    assert vigil("judge", "withdraw", made, *WHO)[0] == 0
    assert incidents(vigil)[0]["grade"]["rule"] != "Rana Karim"
    listed = vigil("judge", "list", "--case", "karsa")[1]
    assert "WITHDRAWN" in listed
    assert "Rana Karim: read all three" in listed
    pages = [json.loads(line) for line in vigil("judge", "list", "--case", "karsa", "--json")[1].splitlines()]
    assert [each["kind"] for each in pages] == ["grade", "reject", "withdraw"]
    assert vigil("judge", "accept", one, "--by", "me", "--reason", "x", "--case", "karsa")[0] == 2
    assert vigil("judge", "accept", "i-nothing", *WHO)[0] == 2
    assert vigil("judge", "grade", one, "certain", *WHO)[0] == 2
    assert vigil("judge", "merge", one, one, *WHO)[0] == 2
    assert vigil("checkpoint", "export", "kept", "--case", "karsa")[0] == 0
    assert vigil("verify", "karsa")[0] == 0


def test_what_is_known_of_a_source_is_entered_and_counts(vigil, case):  # noqa: F811
    """Its side is shown wherever it speaks."""
    entered = ("judge", "source", "Relief Office of Karsa", "--side", "rebels", "--reliability", "C", *WHO)
    assert vigil(*entered)[0] == 0
    assert "party: rebels" in " ".join(vigil("incidents", "--case", "karsa")[1].split())
    assert "rebels" in vigil("judge", "sources", "--case", "karsa")[1]
    assert json.loads(vigil("judge", "sources", "--case", "karsa", "--json")[1])["reliability"] == "C"
    assert vigil("judge", "source", " ", *WHO)[0] == 2


def test_an_actor_is_shown_with_who_says_so(vigil, case):  # noqa: F811
    """And a name nobody gives is told."""
    code, out, said = vigil("actors", "army", "--case", "karsa")
    assert code == 0
    assert "made responsible by Relief Office of Karsa" in " ".join(out.split())
    assert "claims, no findings" in said
    assert json.loads(vigil("actors", "--case", "karsa", "--json")[1].splitlines()[0])["incidents"]
    assert vigil("actors", "nobody at all", "--case", "karsa")[0] == 2


def test_only_an_incident_is_handed_over(vigil, case, tmp_path):  # noqa: F811
    """Its documents and nothing else, in a bag that verifies."""
    (tmp_path / "else.txt").write_text("Nothing happened here.", encoding="utf-8")
    assert vigil("keep", "else.txt", "--case", "karsa")[0] == 0
    (one,) = [each["id"] for each in incidents(vigil) if each["killed"]]
    assert vigil("export", "bag", "out", "--incident", one, *WHO)[0] == 0
    assert vigil("verify", "out")[0] == 0
    assert len([path for path in (tmp_path / "out" / "data").rglob("*") if b"Relief Office" in _bytes(path)]) == 1
    assert not [path for path in (tmp_path / "out").rglob("*") if b"Nothing happened" in _bytes(path)]
    assert vigil("export", "wacz", "out.wacz", "--incident", "i-nothing", *WHO)[0] == 2


def test_an_incident_is_handed_over_as_the_gazetteer_makes_it(vigil, tmp_path):  # noqa: F811
    """Two names are one place by the desk's own list: the export sees the incident that `vigil incidents` showed."""
    told = {
        "office": "Fourteen civilians were killed when army shells hit the market of Tarmal on Thursday.",
        "daily": "Army shells killed 14 civilians at a market in Zorbatha on Thursday, witnesses said.",
    }
    for source, text in told.items():
        line = {"id": source, "source": source, "published_at": "2019-07-19T09:00:00Z", "text": text}
        (tmp_path / f"{source}.jsonl").write_text(json.dumps(line), encoding="utf-8")
    places = "name,other_names,country,lat,lon\nTarmal,Zorbatha,Karsa,36.2,37.1\n"
    (tmp_path / "places.csv").write_text(places, encoding="utf-8")
    assert vigil("new", "karsa")[0] == 0
    assert vigil("keep", "office.jsonl", "daily.jsonl", "--case", "karsa")[0] == 0
    assert len(incidents(vigil)) == 2
    own = ("--gazetteer", "places.csv")
    (one,) = [json.loads(line)["id"] for line in vigil("incidents", "--json", "--case", "karsa", *own)[1].splitlines()]
    assert "1 capture," in vigil("export", "bag", "without", "--incident", one, *WHO)[1]
    assert "2 captures," in vigil("export", "bag", "with", "--incident", one, *own, *WHO)[1]
    assert "2 captures," in vigil("export", "wacz", "with.wacz", "--incident", one, *own, *WHO)[1]
    code, _, said = vigil("export", "bag", "all", *own, *WHO)
    assert (code, "--gazetteer goes with --incident" in said) == (2, True)
    code, _, said = vigil("export", "wacz", "none.wacz", "--incident", one, "--gazetteer", "none.csv", *WHO)
    assert (code, "none.csv" in said) == (3, True)
    assert not (tmp_path / "none.wacz").exists()


def test_a_closed_case_is_read_and_not_written(vigil, case):  # noqa: F811
    """What is read of it is kept nowhere, and nothing can be judged; its bytes stay as they were signed."""
    assert vigil("case", "close", *WHO)[0] == 0
    assert len(incidents(vigil)) >= 1
    one = incidents(vigil)[0]["id"]
    code, _, said = vigil("judge", "accept", one, *WHO)
    assert code == 2
    assert "closed" in said
    assert vigil("verify", "karsa")[0] == 0


def test_the_date_its_keeper_says_is_counted_from_and_said_to_be_theirs(vigil, tmp_path):  # noqa: F811
    """On every page that shows it, and in what machines get."""
    text = "At least 12 people were killed on Tuesday when shells hit a bread queue in Douma, the mayor said."
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    assert vigil("new", "karsa")[0] == 0
    assert vigil("keep", "report.txt", "--published", "2016-12-14?", "--case", "karsa")[0] == 0
    (one,) = incidents(vigil)
    assert one["date"] == "2016-12-13?"
    assert one["documents"]["capture/1"]["keepers_date"] == "2016-12-14?"
    assert one["stated"][0]["keepers_date"] == "2016-12-14?"
    words = "2016-12-14?, says whoever kept it"
    for command in (("incidents", one["id"]), ("drift",), ("claims", "--rules-only")):
        code, out, _ = vigil(*command, "--case", "karsa")
        assert code == 0
        assert words in " ".join(out.split()), command
    page = json.loads(vigil("claims", "--rules-only", "--json", "--case", "karsa")[1])
    assert page["keepers_date"] == "2016-12-14?"
    assert vigil("export", "bag", "out", *WHO)[0] == 0
    (row,) = json.loads((tmp_path / "out" / "data" / "captures.json").read_text(encoding="utf-8"))
    assert (row["published_at"], row["published_on"]) == (None, "2016-12-14?")
    assert vigil("verify", "out")[0] == 0
    assert vigil("verify", "karsa")[0] == 0


def test_nothing_to_read_is_told(vigil, monkeypatch):  # noqa: F811
    """An empty case; and options that are none."""
    monkeypatch.setenv("VIGIL_PASSPHRASE", "six random words of a test")
    assert vigil("new", "karsa")[0] == 0
    assert "no claims were found" in vigil("incidents", "--case", "karsa")[2]
    assert vigil("incidents", "--case", "karsa", "--codebook", "mine")[0] == 2
    assert vigil("incidents", "--case", "karsa", "--timezone", "Moon/Sea")[0] == 2
    assert vigil("incidents", "--case", "karsa", "--as-of", "yesterday")[0] == 2
    assert vigil("incidents", "--case", "karsa", "--gazetteer", "nowhere.csv")[0] in {2, 3}


def _bytes(path):
    return path.read_bytes() if path.is_file() else b""

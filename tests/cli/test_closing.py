"""`vigil case close`, and `vigil verify` of a closed case, as they are typed, without a terminal."""

import json

from test_case import vigil  # noqa: F401 - the fixture that runs commands
from test_evidence import case  # noqa: F401 - two files kept by hand


def test_a_case_is_closed_verified_and_doubted(vigil, case):  # noqa: F811
    """With a person and a reason; a changed file is named, without anything being opened."""
    words = ("case", "close", "--reason", "to the archive", "--case", "aleppo")
    assert vigil(*words)[0] == 2
    assert vigil(*words, "--by", "me")[0] == 2
    code, _, said = vigil(*words, "--by", "N. Noor", "--dry-run")
    assert (code, "would verify" in said) == (0, True)
    assert not list(case.glob("closed*"))
    code, out, _ = vigil(*words, "--by", "N. Noor")
    assert code == 0
    assert "closed: 4 files" in out
    code, out, _ = vigil("verify", "aleppo")
    assert (code, out.splitlines()[-1]) == (0, "verified"), out
    assert "closed: 4 files of its folder are, to the last byte, as was signed" in out
    assert json.loads(vigil("verify", "aleppo", "--json")[1])["closed_files"] == 4
    header = case / "vigil.json"
    header.write_text(header.read_text() + "\n")
    code, out, _ = vigil("verify", "aleppo")
    assert code == 1
    assert "DOUBT  file_changed: vigil.json" in out
    assert out.splitlines()[-1] == "NOT VERIFIED"
    page = json.loads(vigil("verify", "aleppo", "--json")[1])
    assert (page["verified"], page["doubts"][0]["kind"]) == (False, "file_changed")


def test_what_is_wrong_with_the_list_is_told_where_the_case_does_not_open(vigil, case):  # noqa: F811
    """Both are damaged, and both are said."""
    assert vigil("case", "close", "--by", "N. Noor", "--reason", "x", "--case", "aleppo")[0] == 0
    (case / "closed-sha256.txt").unlink()
    next(case.glob("case-*.db")).write_bytes(b"x" * 5000)
    code, out, said = vigil("verify", "aleppo")
    assert code == 1
    assert "DOUBT  file_missing: closed-sha256.txt" in out
    assert "does not open under its key" in said

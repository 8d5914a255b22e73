"""`vigil held` and `vigil release` as they are typed, without a terminal."""

import json

import pytest
from test_case import vigil  # noqa: F401 - the fixture that runs commands


@pytest.fixture
def case(vigil, tmp_path):  # noqa: F811
    """Two posts kept by hand, one of which its author deleted since."""
    assert vigil("new", "aleppo")[0] == 0
    watch = ("watch", "add", "w-001", "--account", "x:1", "--basis", "consent", "--case", "aleppo")
    assert vigil(*watch)[0] == 0
    for post in ("11", "12"):
        (tmp_path / f"{post}.json").write_text(f'{{"text": "They are here: {post}."}}')
        assert vigil("keep", f"{post}.json", "--account", "x:1", "--post", post, "--case", "aleppo")[0] == 0
    (tmp_path / "heard.csv").write_text(
        "platform,account,published_at,kind,id\nx,1,2016-12-05T06:00:00Z,delete,11\n", encoding="utf-8"
    )
    assert vigil("import", "heard.csv", "--case", "aleppo")[0] == 0


def exported(vigil, name):  # noqa: F811
    words = ("export", "bag", name, "--by", "N. Noor", "--reason", "the court", "--case", "aleppo", "--json")
    return json.loads(vigil(*words)[1])


def test_what_is_held_is_shown_without_words_and_in_no_export(vigil, case):  # noqa: F811
    """Until it is released by somebody who knows that this cannot be unmade."""
    code, out, said = vigil("held", "--case", "aleppo")
    assert code == 0
    assert out.split()[0] == "1"
    assert "w-001  its post was deleted" in out
    assert "They are here" not in out
    assert "1 capture held" in said
    assert json.loads(vigil("held", "--case", "aleppo", "--json")[1])["why"] == "post_deleted"
    assert exported(vigil, "one")["left_out"] == {"deleted by its author": 1}
    words = ("release", "1", "--by", "N. Noor", "--reason", "she asks for it", "--case", "aleppo")
    code, _, said = vigil(*words)
    assert code == 2
    assert "--yes" in said
    code, out, said = vigil(*words, "--dry-run")
    assert (code, out.split()[0]) == (0, "1")
    assert "would be released" in said
    assert vigil(*words, "--yes")[0] == 0
    assert vigil("held", "--case", "aleppo")[1] == ""
    assert exported(vigil, "two")["captures"] == 2
    assert vigil("release", "2", "--by", "N. Noor", "--reason", "x", "--yes", "--case", "aleppo")[0] == 2

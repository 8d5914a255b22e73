"""`vigil keep`, `verify`, `checkpoint export` and `export bag` as they are typed, without a terminal."""

import json
from datetime import timedelta

import pytest
from page_stand_in import Page, pages
from test_case import vigil  # noqa: F401 - the fixture that runs commands

from vigil import bootstrap
from vigil.model.errors import Unavailable
from vigil.sources.live.fetching import Fetcher, FetchSettings


@pytest.fixture
def case(vigil, tmp_path):  # noqa: F811
    """A case with two files kept by hand, one of them of a witness."""
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8 a photo")
    (tmp_path / "post.json").write_text('{"text": "They are here."}')
    assert vigil("new", "aleppo")[0] == 0
    watch = ("watch", "add", "w-001", "--account", "x:1", "--basis", "consent", "--case", "aleppo")
    assert vigil(*watch)[0] == 0
    code, out, said = vigil("keep", "photo.jpg", "--case", "aleppo")
    assert code == 0
    assert "photo.jpg" in out
    assert "not timestamped yet" in said
    words = ("keep", "post.json", "--account", "x:1", "--post", "11", "--url", "https://x.com/1/11", "--json")
    code, out, _ = vigil(*words, "--published-at", "2016-12-04T18:30:00Z", "--case", "aleppo")
    assert code == 0
    assert json.loads(out)["bytes"] == 26
    return tmp_path / "aleppo.vigil"


@pytest.mark.parametrize(
    "published",
    [
        "soon",
        "",
        "2016",
        "2016-12-XX",
        "2016-13-01",
        "2016-12-04T18:30",
        "2016-12-04/2016-12-05",
        "9999-12-31",
        "9999-12-31T00:00:00Z",
    ],
)
def test_a_date_that_is_none_or_has_not_come_is_refused(vigil, tmp_path, published):  # noqa: F811
    """Before anything is kept, with what to write."""
    (tmp_path / "a.txt").write_text("x")
    assert vigil("new", "aleppo")[0] == 0
    code, _, said = vigil("keep", "a.txt", "--published", published, "--case", "aleppo")
    assert code == 2
    assert "--published: " in said
    assert ("has not come yet" in said) == published.startswith("9999")
    assert "of captures: 0" in vigil("verify", "aleppo")[1]


@pytest.mark.parametrize(("hours_ahead", "code"), [(13, 0), (38, 2)])
def test_tomorrow_is_today_in_the_furthest_east(vigil, tmp_path, hours_ahead, code):  # noqa: F811
    """A day is compared with the latest day there is on earth, 14 hours ahead, whatever the hour this runs at."""
    (tmp_path / "a.txt").write_text("x")
    assert vigil("new", "aleppo")[0] == 0
    day = (bootstrap.clock() + timedelta(hours=hours_ahead)).date().isoformat()
    assert vigil("keep", "a.txt", "--published", day, "--case", "aleppo")[0] == code


def test_what_was_kept_is_verified_and_tampering_ends_with_1(vigil, case):  # noqa: F811
    """Words and JSON, with and without a checkpoint kept elsewhere."""
    code, out, _ = vigil("verify", "aleppo")
    assert code == 0
    assert "no checkpoint kept elsewhere was given" in out
    assert "of captures: 2" in out
    assert vigil("checkpoint", "export", "kept", "--case", "aleppo")[0] == 0
    code, out, _ = vigil("verify", "aleppo", "--checkpoint", "kept", "--json")
    assert code == 0
    assert (json.loads(out)["verified"], json.loads(out)["outside_holding"]) == (True, 1)
    path = next((case / "vault").glob("*/*"))
    path.write_bytes(path.read_bytes()[:-1])
    code, out, _ = vigil("verify", "aleppo")
    assert code == 1
    assert "DOUBT  file_changed" in out
    assert out.splitlines()[-1] == "NOT VERIFIED"


def test_a_bag_is_made_verified_and_doubted(vigil, case, tmp_path):  # noqa: F811
    """It needs a person and a reason; a changed byte ends with 1; the checkpoint kept elsewhere takes part."""
    assert vigil("export", "bag", "bag", "--case", "aleppo")[0] == 2
    assert vigil("export", "bag", "bag", "--by", "me", "--reason", "x", "--case", "aleppo")[0] == 2
    assert not (tmp_path / "bag").exists()
    assert vigil("checkpoint", "export", "kept", "--case", "aleppo")[0] == 0
    code, out, said = vigil("export", "bag", "bag", "--by", "N. Noor", "--reason", "the court", "--case", "aleppo")
    assert code == 0
    assert "2 captures" in out
    assert "NOT encrypted" in said
    code, out, _ = vigil("verify", "bag", "--checkpoint", "kept")
    assert (code, out.splitlines()[-1]) == (0, "verified")
    assert json.loads(vigil("verify", "bag", "--json")[1])["verified"]
    assert vigil("export", "bag", "bag", "--by", "N. Noor", "--reason", "x", "--case", "aleppo")[0] == 2
    one = (
        "export",
        "bag",
        "one",
        "--witness",
        "w-001",
        "--json",
        "--by",
        "N. Noor",
        "--reason",
        "x",
        "--case",
        "aleppo",
    )
    assert json.loads(vigil(*one)[1])["captures"] == 1
    (tmp_path / "bag" / "data" / "captures.csv").write_text("else")
    code, out, _ = vigil("verify", "bag")
    assert code == 1
    assert "DOUBT  file_changed: data/captures.csv" in out
    assert vigil("verify", "aleppo")[0] == 0


def test_pages_are_kept_with_what_led_to_them(vigil, case, monkeypatch):  # noqa: F811
    """What cannot be had ends with 1 and its reason; the others are kept, and verify."""

    def answer(path, headers):
        return {
            "/a": Page(b"", 301, {"Location": "/b"}),
            "/b": Page(b"\x00 words", 200),
            "/cut": Page(b"words", cut_after=2),
            "/lure": Page(b"", 302, {"Location": "http://169.254.169.254/"}),
        }[path]

    monkeypatch.setattr(bootstrap, "fetcher", lambda *, proxy: Fetcher(FetchSettings(loopback=True, proxy=proxy)))
    with pages(answer) as (base, _):
        assert vigil("keep", f"{base}/a", "--dry-run", "--case", "aleppo")[0] == 0
        code, out, said = vigil("keep", f"{base}/a", "photo.jpg", f"{base}/b#c", "--account", "x:1", "--case", "aleppo")
        assert code == 0
        assert "unencrypted" in out
        assert out.count("status 200") == 2
        assert "same bytes as before" in out
        code, out, said = vigil("keep", f"{base}/cut", f"{base}/lure", f"{base}/b", "--json", "--case", "aleppo")
    assert code == 1
    assert [json.loads(line)["status"] for line in out.splitlines()] == [302, 200]
    assert f"vigil: {base}/cut: the connection ended" in said
    assert f"vigil: {base}/lure: the address leads to" in said
    code, out, _ = vigil("verify", "aleppo")
    assert code == 0
    assert "of captures: 8" in out


def test_a_picture_of_a_page_is_kept_beside_it(vigil, case, monkeypatch):  # noqa: F811
    """Where no picture is had the page is kept, and it ends with 1; without a browser nothing is begun."""

    def photograph(url):
        if url.endswith("/b"):
            raise Unavailable("the browser does not start")
        return b"\x89PNG"

    monkeypatch.setattr(bootstrap, "fetcher", lambda *, proxy: Fetcher(FetchSettings(loopback=True, proxy=proxy)))
    with pages(lambda path, headers: Page(b"words")) as (base, _):
        words = ("keep", f"{base}/a", f"{base}/b", "--screenshot", "--case", "aleppo")
        with monkeypatch.context() as none:
            none.setattr("shutil.which", lambda name: None)
            code, out, said = vigil(*words)
            assert (code, out) == (2, "")
            assert "needs a browser" in said
        monkeypatch.setattr(bootstrap, "photographer", lambda *, proxy: photograph)
        code, out, said = vigil(*words)
    assert code == 1
    assert ["(screenshot)" in line for line in out.splitlines()] == [False, True, False]
    assert "the browser does not start" in said
    assert "of captures: 5" in vigil("verify", "aleppo")[1]


def test_dry_runs_change_nothing(vigil, case, tmp_path):  # noqa: F811
    """Said, not done."""
    before = vigil("verify", "aleppo", "--json")[1]
    assert vigil("keep", "photo.jpg", "--dry-run", "--case", "aleppo")[0] == 0
    assert vigil("checkpoint", "export", "kept", "--dry-run", "--case", "aleppo")[0] == 0
    assert not (tmp_path / "kept").exists()
    assert vigil("verify", "aleppo", "--json")[1] == before


@pytest.mark.parametrize(
    "words",
    [
        ("keep", "nothing.jpg"),
        ("keep", "photo.jpg", "post.json", "--url", "https://example.org/"),
        ("keep", "post.json", "--post", "11"),
        ("keep", "post.json", "--account", ":"),
        ("keep", "https://u:p@example.org/"),
        ("keep", "https://example.org/", "--url", "https://example.org/"),
        ("keep", "https://example.org/", "--proxy", "http://127.0.0.1:1"),
        ("checkpoint", "export", "photo.jpg"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_is_misused(vigil, case, words):  # noqa: F811
    """Exit code 2 and a sentence; no file is written over."""
    before = (case.parent / "photo.jpg").read_bytes()
    code, _, said = vigil(*words, "--case", "aleppo")
    assert code == 2
    assert said.startswith("vigil: ")
    assert (case.parent / "photo.jpg").read_bytes() == before


def test_a_checkpoint_that_is_not_there_or_another_s_is_said(vigil, case, tmp_path):  # noqa: F811
    """Misused where there is none; in doubt where it is no checkpoint of this case."""
    assert vigil("verify", "aleppo", "--checkpoint", "nothing")[0] == 2
    (tmp_path / "rubbish").write_bytes(b"\xff")
    code, out, _ = vigil("verify", "aleppo", "--checkpoint", "rubbish")
    assert code == 1
    assert "outside_unreadable" in out
    (tmp_path / "rubbish.key").write_text("no key")
    assert vigil("verify", "aleppo", "--checkpoint", "rubbish")[0] == 2
    assert vigil("verify", "nowhere")[0] == 2


def test_what_is_not_signed_yet_is_told_with_what_signs_it(vigil, case, tmp_path):  # noqa: F811
    """As after any entry that was made since: it is a doubt, and the only one."""
    assert vigil("watch", "add", "Swallow", "--account", "x:99", "--basis", "consent", "--case", "aleppo")[0] == 0
    said = ("--claimed-by", "a friend", "--evidence", "a call", "--judged-by", "N. N.")
    assert vigil("fate", "set", "Swallow", "missing", *said, "--case", "aleppo")[0] == 0
    code, out, _ = vigil("verify", "aleppo")
    assert code == 1
    assert "nothing else is in doubt: what was logged last is not signed yet" in out
    assert vigil("checkpoint", "export", str(tmp_path / "signed"), "--case", "aleppo")[0] == 0
    assert vigil("verify", "aleppo")[0] == 0


def test_a_file_far_too_large_is_no_checkpoint(vigil, case, tmp_path):  # noqa: F811
    """Whatever lies on the stick, no more of it is read than a checkpoint can have; its key no more either."""
    (tmp_path / "huge").write_bytes(b"x" * (1 << 21))
    code, _, said = vigil("verify", "aleppo", "--checkpoint", "huge")
    assert (code, "huge is no checkpoint" in said) == (2, True)
    assert vigil("checkpoint", "export", "kept", "--case", "aleppo")[0] == 0
    (tmp_path / "kept.key").write_bytes(b"x" * (1 << 21))
    code, _, said = vigil("verify", "aleppo", "--checkpoint", "kept")
    assert (code, "kept.key is no checkpoint" in said) == (2, True)

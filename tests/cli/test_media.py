"""`vigil media` as it is typed, without a terminal."""

import json
from datetime import UTC, datetime

import pytest
from case_kinds import put, row
from test_case import PASSPHRASE, vigil  # noqa: F401 - the fixture that runs commands

from vigil import bootstrap
from vigil.model.capture import Capture
from vigil.model.ids import AccountId, CollectorName, Platform
from vigil.model.media import Action, Credentials, Ingredient, MediaFacts, MediaRecord, PictureHash, Standing
from vigil.model.witness import Account
from vigil.usecases.ports import Secrets

NOW = datetime(2016, 12, 5, 7, tzinfo=UTC)
ONE = Account(Platform("x"), AccountId("1"))
FORGED = "Camera\x1b[2J\nverified\u202e"


def add(case, body, facts, post):
    capture = Capture(
        body=body,
        captured_at=NOW,
        collector=CollectorName("media"),
        collector_version="1",
        url="https://elsewhere.example/1.jpg",
        account=ONE,
        post=post,
    )
    with case.transaction():
        (one,) = case.evidence.add([capture], recorded_at=NOW)
        case.evidence.add_media(one.number, MediaRecord(url=f"https://pictures.example/{post}.jpg", facts=facts))


@pytest.fixture
def case(vigil, tmp_path):  # noqa: F811
    """A case with a signed picture, a video like it, a file that does not read, and a picture that is held."""
    assert vigil("new", "aleppo")[0] == 0
    path = tmp_path / "aleppo.vigil"
    hashed = PictureHash(pdq=bytes(32), quality=88)
    said = Credentials(
        standing=Standing.UNTRUSTED,
        faults=("a.fault",),
        made_with="Made-up camera 1.2",
        signer=FORGED,
        organisation="Made-up Camera Works",
        signed_at="2016-12-04T10:00:00Z",
        actions=(Action(name="c2pa.created", made_with="firmware", source_type="http://x.example/digitalCapture"),),
        ingredients=(Ingredient(title="the first one", relationship="parentOf"),),
    )
    signed = MediaFacts(mime="image/jpeg", width=640, height=480, has_exif=True, pictures=(hashed,), credentials=said)
    frames = (PictureHash(pdq=bytes(31) + b"\7", quality=70, at_ms=1500),)
    video = MediaFacts(mime="video/mp4", width=320, height=240, duration_ms=4000, pictures=frames)
    broken = MediaFacts(mime="image/png", unreadable="it is cut short", credentials_unread="they cannot be read")
    with bootstrap.case_writer(path, Secrets(passphrase=PASSPHRASE)) as opened:
        add(opened, b"signed", signed, "11")
        add(opened, b"video", video, "12")
        add(opened, b"broken", broken, "13")
        add(opened, b"deleted", MediaFacts(mime="image/webp", pictures=(hashed,)), "14")
        put(opened, [row(post="14", kind="delete")])
    return path


def test_media_are_listed(vigil, case):  # noqa: F811
    """A line each: kind, size, quality, credentials, what looks like it; of a held one that it is held."""
    code, out, _ = vigil("media", "--case", "aleppo")
    lines = out.splitlines()
    assert code == 0
    assert "image/jpeg" in lines[0]
    assert "6 bytes  640 x 480  PDQ quality 88  C2PA untrusted  looks like 2 (3 of 256 bits apart)" in lines[0]
    assert "320 x 240  4.0 s  PDQ quality 70 of 1 key frame  looks like 1 (3 of 256 bits apart)" in lines[1]
    assert "C2PA not read  not read: it is cut short" in lines[2]
    assert lines[3].split("  ")[-1] == "held: its author deleted it"
    assert lines[4] == "4 files, 1 of them held"
    code, out, _ = vigil("media", "--case", "aleppo", "--skip", "1", "--limit", "1")
    assert "and 2 more: --skip 2" in out
    assert vigil("media")[0] == 2


def test_one_is_shown_in_full(vigil, case):  # noqa: F811
    """What its credentials claim is shown as claims; nothing a file says acts on the terminal."""
    code, out, _ = vigil("media", "show", "1", "--case", "aleppo")
    assert code == 0
    for words in (
        "x:1, post 11",
        "https://pictures.example/11.jpg",
        "https://elsewhere.example/1.jpg",
        "EXIF         there; not read, since it may hold a place",
        "untrusted: unchanged since somebody signed it whom no trust list vouches for",
        "of Made-up Camera Works: as it says",
        "c2pa.created by firmware (digitalCapture)",
        "the first one (parentOf)",
        "fault      a.fault",
        "looks like   2 (3 of 256 bits apart)",
        "00" * 32,
    ):
        assert words in out, words
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "\nverified" not in out
    assert "authentic" not in out
    out = vigil("media", "show", "2", "--case", "aleppo")[1]
    assert "none, which says nothing" in out
    assert "at 1.500 s" in out
    assert "they cannot be read" in vigil("media", "show", "3", "--case", "aleppo")[1]
    assert vigil("media", "show", "9", "--case", "aleppo")[0] == 2


def test_machines_are_given_json(vigil, case):  # noqa: F811
    """One object a line, with every frame's hash."""
    code, out, _ = vigil("media", "--case", "aleppo", "--json")
    first, second, _, held = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert first["facts"]["credentials"]["standing"] == "untrusted"
    assert second["facts"]["pictures"] == [{"at_ms": 1500, "pdq": "00" * 31 + "07", "quality": 70}]
    assert first["alike"] == [{"bits_apart": 3, "capture": 2, "same_bytes": False}]
    assert held == {"capture": 4, "held": True}
    assert json.loads(vigil("media", "show", "1", "--case", "aleppo", "--json")[1]) == first


def test_of_a_held_one_no_detail_is_shown(vigil, case):  # noqa: F811
    """Neither its kind nor its address, in no form."""
    for words in (("media", "show", "4"), ("media",), ("media", "--json"), ("media", "show", "4", "--json")):
        code, out, said = vigil(*words, "--case", "aleppo")
        assert code == 0
        assert "image/webp" not in out + said
        assert "14.jpg" not in out + said

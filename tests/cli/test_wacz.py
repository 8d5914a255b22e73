"""`vigil export wacz` and `vigil verify` of what it made, as they are typed, without a terminal."""

import json

from test_case import vigil  # noqa: F401 - the fixture that runs commands
from test_evidence import case  # noqa: F401 - two files kept by hand


def test_a_wacz_is_made_verified_and_doubted(vigil, case, tmp_path):  # noqa: F811
    """It needs a person and a reason; without its signature, or with a changed byte, it ends with 1."""
    assert vigil("export", "wacz", "a.wacz", "--case", "aleppo")[0] == 2
    words = ("export", "wacz", "a.wacz", "--reason", "the court", "--case", "aleppo")
    assert vigil(*words, "--by", "me")[0] == 2
    assert vigil("export", "wacz", "a.zip", "--by", "N. Noor", "--reason", "x", "--case", "aleppo")[0] == 2
    assert not list(tmp_path.glob("*a.*"))
    assert vigil("checkpoint", "export", "kept", "--case", "aleppo")[0] == 0
    code, out, said = vigil(*words, "--by", "N. Noor")
    assert code == 0
    assert "2 captures" in out
    assert "NOT encrypted; 0 timestamps by others in it; a.wacz.sig belongs to it" in said
    code, out, _ = vigil("verify", "a.wacz", "--checkpoint", "kept")
    assert (code, out.splitlines()[-1]) == (0, "verified"), out
    assert vigil("keep", "photo.jpg", "--case", "aleppo")[0] == 0
    linked = ("export", "wacz", "c.wacz", "--by", "N. Noor", "--reason", "x", "--checkpoint", "kept")
    assert vigil(*linked, "--case", "aleppo")[0] == 0
    assert "checkpoints kept elsewhere: 1 of 1 hold" in vigil("verify", "c.wacz", "--checkpoint", "kept")[1]
    assert "checkpoints kept elsewhere" not in vigil("verify", "a.wacz")[1]
    assert json.loads(vigil("verify", "a.wacz", "--json")[1])["verified"]
    assert vigil(*words, "--by", "N. Noor")[0] == 2
    more = ("export", "wacz", "b.wacz", "--by", "N. Noor", "--reason", "x", "--witness", "w-001", "--json")
    assert json.loads(vigil(*more, "--case", "aleppo")[1])["captures"] == 1
    (tmp_path / "b.wacz.sig").unlink()
    code, out, _ = vigil("verify", "b.wacz")
    assert code == 1
    assert "DOUBT  file_missing: b.wacz.sig" in out
    body = (tmp_path / "a.wacz").read_bytes()
    (tmp_path / "a.wacz").write_bytes(body[:3000] + bytes([body[3000] ^ 1]) + body[3001:])
    code, out, _ = vigil("verify", "a.wacz")
    assert code == 1
    assert "DOUBT  file_changed: a.wacz" in out
    assert out.splitlines()[-1] == "NOT VERIFIED"

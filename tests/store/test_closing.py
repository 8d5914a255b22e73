"""A closed case is vouched for to the last byte, and says so of itself: the list cannot be taken away unnoticed."""

import random
import shutil
import subprocess

import pytest
from captured import N_ENTRIES, ONE, capture, filled, ticking
from case_kinds import NOW, put, row

from vigil.evidence.signed_note import SigningKey, encode_verifier_key, sign_note
from vigil.model.errors import CaseHeld, IntegrityError, InvalidInput
from vigil.store import closing
from vigil.store.casefile import reading_case
from vigil.store.closing import LIST, SIGNATURE, close_folder, closing_of
from vigil.store.holding import held
from vigil.usecases.close_case import close_case, verify_closed
from vigil.usecases.keep_captures import keep_captures
from vigil.usecases.make_checkpoint import make_checkpoint


@pytest.fixture(params=["plain", "encrypted"])
def kept(request, tmp_path):
    kept = filled(request.param, tmp_path / "aleppo.vigil")
    closed(kept)
    return kept


def closed(kept, **given):
    given = {"by": "N. Noor", "reason": "to the archive", **given}
    return close_case(kept.folder, kept.secrets, read=reading_case, close=close_folder, clock=ticking(), **given)


def doubts(kept):
    """What `vigil verify` does: files first, and only if those are right what is in them."""
    said = closing_of(kept.folder)
    if said is not None and said.changed:
        return [(str(doubt.kind), doubt.says.partition(":")[0]) for doubt in said.changed]
    with kept.reader() as case:
        report = verify_closed(case, said)
    return [(str(doubt.kind), doubt.says.partition(":")[0]) for doubt in report.doubts]


def test_a_closed_case_is_verified_with_every_file_of_its_folder(kept):
    """However often it is read and verified."""
    for _ in range(2):
        assert doubts(kept) == []
    with kept.reader() as case:
        report = verify_closed(case, closing_of(kept.folder))
    assert report.verified
    assert report.log.size == N_ENTRIES + 1
    listed = (kept.folder / LIST).read_text().splitlines()
    assert report.n_closed == len(listed) == 7
    assert (kept.folder / LIST).stat().st_mode & 0o777 == 0o600


def test_sha256sum_checks_it(kept):
    """The list is what sha256sum reads."""
    if shutil.which("sha256sum") is None:
        pytest.skip("the list was NOT checked by sha256sum: it is not here")
    words = ["sha256sum", "--strict", "--check", LIST]
    assert subprocess.run(words, cwd=kept.folder, capture_output=True, check=False).returncode == 0


def test_any_changed_byte_of_any_file_is_noticed_as_that_file_s(kept):
    """Pages of the database that nothing speaks of and the header's spaces too; nothing is opened for it."""
    chance = random.Random(7)  # noqa: S311
    for name in [line.partition("  ")[2] for line in (kept.folder / LIST).read_text().splitlines()]:
        path = kept.folder / name
        body = path.read_bytes()
        at = chance.randrange(len(body))
        for changed in (body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :], body[:-1], body + b"\n"):
            path.write_bytes(changed)
            assert doubts(kept) == [("file_changed", name)]
        path.unlink()
        assert doubts(kept) == [("file_missing", name)]
        path.write_bytes(body)
    (kept.folder / "vault" / "more").write_bytes(b"x")
    assert doubts(kept) == [("file_added", "vault/more")]


def test_a_log_of_writes_slipped_in_is_not_played_back(kept):
    """The engine would take it for commits that were not yet in the database."""
    [database] = kept.folder.glob("case-*.db")
    (kept.folder / f"{database.name}-wal").write_bytes(b"x" * 100)
    assert doubts(kept) == [("file_added", f"{database.name}-wal")]


def test_the_list_and_its_signature_are_held_to_each_other_and_to_the_log(kept, tmp_path):
    """Changed, cut, taken away one by one or both, made anew by another key."""
    listed, signature = kept.folder / LIST, kept.folder / SIGNATURE
    for path, kind in ((listed, "file_changed"), (signature, "signature_broken")):
        body = path.read_bytes()
        for at in range(0, len(body), 7):
            path.write_bytes(body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :])
            assert doubts(kept) == [(kind, path.name)], at
        path.write_bytes(b"")
        assert doubts(kept) == [(kind, path.name)]
        path.unlink()
        assert doubts(kept) == [("file_missing", path.name)]
        path.write_bytes(body)
    whose, text = SigningKey("somebody.example", b"\1" * 32), signature.read_text().split("\n")
    text[1], text[3] = whose.name, encode_verifier_key(whose.verifier())
    note = signature.read_bytes()
    signature.write_bytes(sign_note("\n".join(text[:4]) + "\n", [whose]))
    assert [kind for kind, _ in doubts(kept)] == ["key_differs"]
    signature.write_bytes(note)
    assert doubts(kept) == []
    listed.unlink()
    signature.unlink()
    assert [kind for kind, _ in doubts(kept)] == ["file_missing"]


def test_what_is_logged_afterwards_opens_it_again(kept):
    """Then only the log is vouched for, until it is closed anew; reading, or writing nothing, leaves it closed."""
    with kept.writer():
        pass
    assert doubts(kept) == []
    with kept.writer() as case:
        keep_captures([capture(b"more", ONE)], case=case, clock=ticking())
        make_checkpoint(case=case, clock=ticking())
    assert doubts(kept) == []
    assert closing_of(kept.folder) is None
    closed(kept, reason="closed again")
    assert doubts(kept) == []
    with kept.reader() as case:
        report = verify_closed(case, closing_of(kept.folder))
    assert (report.log.size, report.n_closed) == (N_ENTRIES + 3, 8)


def test_what_is_written_and_not_logged_is_a_change(kept):
    """Imported posts are in no log: a closed case that has more of them is not the one that was closed."""
    with kept.writer() as case:
        put(case, [row(post="1")])
    assert [kind for kind, _ in doubts(kept)] == ["file_changed"]


def test_without_a_person_a_reason_or_a_whole_case_nothing_is_closed(tmp_path, monkeypatch):
    """Nor while somebody has it open."""
    kept = filled("plain", tmp_path / "a.vigil")
    for given in ({"by": "me"}, {"reason": ""}):
        with pytest.raises(InvalidInput):
            closed(kept, **given)
    file = next((kept.folder / "vault").glob("*/*"))
    body = file.read_bytes()
    file.write_bytes(body[:-1])
    with pytest.raises(IntegrityError, match="in doubt"):
        closed(kept)
    file.write_bytes(body)
    monkeypatch.setattr(closing, "held", lambda *given, **named: held(*given, **named, wait_s=0.1))
    with kept.reader(), pytest.raises(CaseHeld):
        close_folder(kept.folder, kept.secrets, by="N. Noor", reason="x", at=NOW)
    assert closing_of(kept.folder) is None
    assert doubts(kept) == []

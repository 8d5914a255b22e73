"""Checkpoints grow with the log, contradict nothing, and are verified by others."""

import shutil
import subprocess

import pytest
from captured import N_ENTRIES, capture, fill, ticking
from case_kinds import Kept

from vigil.evidence.checkpoint import open_checkpoint
from vigil.evidence.signed_note import parse_verifier_key
from vigil.model.errors import InvalidInput
from vigil.usecases.keep_captures import keep_captures
from vigil.usecases.make_checkpoint import export_checkpoint, make_checkpoint


@pytest.fixture(params=["memory", "plain", "encrypted"])
def kept(request, tmp_path):
    return Kept(request.param, tmp_path / "aleppo.vigil")


def test_nothing_logged_is_nothing_to_sign(kept):
    """An empty log has no checkpoint: it would show nothing."""
    with kept.writer() as case:
        assert make_checkpoint(case=case, clock=ticking()) is None
        with pytest.raises(InvalidInput, match="nothing"):
            export_checkpoint(case=case, clock=ticking())


def test_it_covers_everything_and_is_made_once(kept):
    """Repeating it gives the same one; a new entry asks for a new one."""
    with kept.writer() as case:
        fill(case)
        first = make_checkpoint(case=case, clock=ticking())
        assert make_checkpoint(case=case, clock=ticking()) == first
        keep_captures([capture(b"more")], case=case, clock=ticking())
        second = export_checkpoint(case=case, clock=ticking())
        assert [each.size for each in case.evidence.checkpoints()] == [N_ENTRIES, N_ENTRIES + 1]
    key = parse_verifier_key(second.verifier_key)
    assert open_checkpoint(second.checkpoint.note, [key]).size == N_ENTRIES + 1


def test_openssl_verifies_it(tmp_path):
    """Another program than ours holds the signature."""
    if shutil.which("openssl") is None:
        pytest.skip("a checkpoint was NOT verified with OpenSSL: it is not here")
    with Kept("encrypted", tmp_path / "a.vigil").writer() as case:
        fill(case)
        made = export_checkpoint(case=case, clock=ticking())
    (tmp_path / "key").write_text(made.verifier_key + "\n")
    (tmp_path / "checkpoint").write_bytes(made.checkpoint.note)
    script = """
    cut -d + -f 3- key | base64 -d | tail -c 32 > public
    { printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'; cat public; } > public.der
    head -n 3 checkpoint > text
    tail -n 1 checkpoint | cut -d ' ' -f 3 | base64 -d | tail -c 64 > signature
    openssl pkeyutl -verify -pubin -keyform DER -inkey public.der -rawin -in text -sigfile signature
    """
    done = subprocess.run(["sh", "-ec", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Signature Verified Successfully" in done.stdout
    (tmp_path / "checkpoint").write_bytes(made.checkpoint.note.replace(b"\n10\n", b"\n11\n"))
    done = subprocess.run(["sh", "-ec", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode != 0


def test_the_log_signs_nothing_that_looks_like_a_checkpoint(kept):
    """What else its key signs cannot be passed off as the log at some size."""
    with kept.writer() as case:
        fill(case)
        origin = case.evidence.log.key().name
        assert b"vigil-bag/1" in case.evidence.log.sign("vigil-bag/1\n")
        with pytest.raises(InvalidInput):
            case.evidence.log.sign(f"{origin}\n3\nAAAA\n")

"""Signed notes, against the example Go publishes."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.evidence.signed_note import (
    MOST_NOTE_BYTES,
    MOST_SIGNATURES,
    SigningKey,
    VerifierKey,
    encode_verifier_key,
    open_note,
    parse_verifier_key,
    sign_note,
)
from vigil.model.errors import IntegrityError, InvalidInput

# golang.org/x/mod/sumdb/note, note_test.go: keys, text and signatures of TestNewVerifier, TestNewSigner, TestSign and
# TestOpen. The seed is what follows the type byte in Go's PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyN....
PETER_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
ENOCH_KEY = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
PETER_SECRET = SigningKey("PeterNeumann", base64.b64decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")[1:])
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
PETER_LINE = (
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
ENOCH_LINE = (
    "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n"
)
PETER, ENOCH = parse_verifier_key(PETER_KEY), parse_verifier_key(ENOCH_KEY)


def note(*lines, text=TEXT):
    return (text + "\n" + "".join(lines)).encode()


def test_the_published_note_is_what_we_sign():
    """Ed25519 gives one signature: from Go's key and text, Go's note to the byte."""
    assert sign_note(TEXT, [PETER_SECRET]) == note(PETER_LINE)


def test_the_published_key_is_what_we_write():
    """From the seed to the line that others are given, and back."""
    assert PETER_SECRET.verifier() == PETER
    assert encode_verifier_key(PETER) == PETER_KEY
    assert encode_verifier_key(ENOCH) == ENOCH_KEY


def test_a_known_signature_is_enough_and_unknown_ones_are_passed_over():
    """One of two keys known: the note opens, and says how many signatures said nothing."""
    opened = open_note(note(PETER_LINE, ENOCH_LINE), [PETER])
    assert (opened.text, opened.signed_by, opened.n_unknown) == (TEXT, (PETER,), 1)
    assert open_note(note(PETER_LINE, ENOCH_LINE), [ENOCH, PETER]).signed_by == (PETER, ENOCH)


def test_the_same_signature_twice_counts_once():
    """As in Go: a signer cannot be made to look like two."""
    assert open_note(note(PETER_LINE, PETER_LINE), [PETER]).signed_by == (PETER,)


def test_a_note_nobody_known_signed_is_refused():
    """And says whose signature was missed."""
    with pytest.raises(IntegrityError, match="expected a signature by one of the keys af0cfe78, found 1 by other"):
        open_note(note(PETER_LINE), [ENOCH])


def test_no_key_verifies_nothing():
    """An empty list of trusted keys never opens a note."""
    with pytest.raises(InvalidInput):
        open_note(note(PETER_LINE), [])


def test_a_known_key_s_bad_signature_condemns_the_note():
    """Also where another known key's holds."""
    forged = "— PeterNeumann " + base64.b64encode(PETER.id + bytes(64)).decode() + "\n"
    for lines in ((forged, ENOCH_LINE), (ENOCH_LINE, forged), (PETER_LINE, forged)):
        with pytest.raises(IntegrityError, match="does not hold"):
            open_note(note(*lines), [PETER, ENOCH])


def test_a_key_of_the_same_name_or_id_alone_is_unknown():
    """Name and id together say which key (c2sp.org/signed-note)."""
    renamed = PETER_LINE.replace("PeterNeumann", "CarmenSandiego")
    with pytest.raises(IntegrityError, match="by other keys"):
        open_note(note(renamed), [PETER])
    assert open_note(note(renamed, PETER_LINE), [PETER]).n_unknown == 1


@given(st.data())
def test_one_changed_byte_is_noticed(data):
    """Anywhere in a note with one signature."""
    changed = bytearray(note(PETER_LINE))
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises((IntegrityError, InvalidInput)):
        open_note(bytes(changed), [PETER])


def test_every_single_bit_is_noticed():
    """All of them, not a sample."""
    for k in range(8 * len(note(PETER_LINE))):
        changed = bytearray(note(PETER_LINE))
        changed[k // 8] ^= 1 << k % 8
        with pytest.raises((IntegrityError, InvalidInput)):
            open_note(bytes(changed), [PETER])


def test_a_truncated_note_is_noticed():
    """At every length; and with anything after it."""
    whole = note(PETER_LINE)
    for n in range(len(whole)):
        with pytest.raises((IntegrityError, InvalidInput)):
            open_note(whole[:n], [PETER])
    for more in (b"\n", b"Unexpected line.\n", b"\x00", b"\xe2\x80\x94 "):
        with pytest.raises((IntegrityError, InvalidInput)):
            open_note(whole + more, [PETER])


@pytest.mark.parametrize(
    "malformed",
    [
        b"",
        b"\n\n",
        TEXT.encode(),
        note(),
        note(PETER_LINE[:-1]),
        b"\x01" + note(PETER_LINE),
        b"\xff" + note(PETER_LINE),
        note(PETER_LINE, text="carriage\r\nreturn\n"),
        note("— Bad Name x08go/ZJkuBS9UG\n"),
        note("- PeterNeumann x08go/ZJkuBS9UG=\n"),
        note("— a+b AAAAAAAA\n", PETER_LINE),
        note("—  AAAAAAAA\n", PETER_LINE),
        note("— short AAAAAA==\n", PETER_LINE),
        note("— one\n", PETER_LINE),
        note("— no AAAAA\n", PETER_LINE),
        note("— url AAAA_-AA\n", PETER_LINE),
        note("— bits AAAAAAB=\n", PETER_LINE),
        note("— arabic ٠٠٠٠٠٠٠٠\n", PETER_LINE),
        note(PETER_LINE * (MOST_SIGNATURES + 1)),
        note(PETER_LINE, text="x" * MOST_NOTE_BYTES + "\n"),
    ],
)
def test_what_is_no_note_is_refused_before_any_signature(malformed):
    """Go's malformed examples, and base64 in another spelling, which Go lets through."""
    with pytest.raises(InvalidInput):
        open_note(malformed, [PETER])


@given(st.binary(max_size=300))
def test_noise_is_refused(noise):
    """Whatever comes, one of the two errors."""
    with pytest.raises((InvalidInput, IntegrityError)):
        open_note(noise, [PETER])


KEYS = st.builds(
    SigningKey,
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1).filter(lambda name: "+" not in name),
    st.binary(min_size=32, max_size=32),
)


@given(st.text(st.characters(codec="utf-8", min_codepoint=32)), st.lists(KEYS, min_size=1))
def test_what_was_signed_is_what_is_opened(text, keys):
    """Any text, any signers, blank lines within it and all."""
    text = text.replace("\x7f", "\n\n") + "\n"
    opened = open_note(sign_note(text, keys), [key.verifier() for key in keys])
    assert opened.text == text
    assert set(opened.signed_by) == {key.verifier() for key in keys}


@pytest.mark.parametrize("text", ["", "no line end", "tab\t\n", "nul\x00\n", "return\r\n", "\ud800\n"])
def test_what_cannot_be_a_note_s_text_is_not_signed(text):
    """Nothing is signed that a reader would refuse."""
    with pytest.raises(InvalidInput):
        sign_note(text, [PETER_SECRET])


def test_a_note_without_a_signer_is_not_made():
    """No keys, no note."""
    with pytest.raises(InvalidInput):
        sign_note(TEXT, [])


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\u00a0b", "a\u2003b", "a\nb", "a\x00b", "\ud800"])
def test_a_name_that_would_break_a_signature_line_is_refused(name):
    """Unicode spaces and plus stand between the parts of lines and keys."""
    with pytest.raises(InvalidInput):
        VerifierKey(name, bytes(32))
    with pytest.raises(InvalidInput):
        SigningKey(name, bytes(32))


def test_every_part_of_a_key_matters():
    """As in Go's TestNewVerifier: no substring of a key is a key, nor the key with one character raised."""
    for i in range(len(PETER_KEY)):
        for j in range(i + 1, len(PETER_KEY) + 1):
            if (i, j) != (0, len(PETER_KEY)):
                with pytest.raises(InvalidInput):
                    parse_verifier_key(PETER_KEY[i:j])
        with pytest.raises(InvalidInput):
            parse_verifier_key(PETER_KEY[:i] + chr(ord(PETER_KEY[i]) + 1) + PETER_KEY[i + 1 :])


@pytest.mark.parametrize(
    "text",
    [
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        PETER_KEY.upper(),
        PETER_KEY + "\n",
        PETER_KEY + "+",
        "+c74f20a3+",
        "++",
        "\ud800+c74f20a3+AAAA",
    ],
)
def test_what_is_no_ed25519_key_is_refused(text):
    """Go's wrong length and unknown algorithm, each with its id adjusted, and other manglings."""
    with pytest.raises(InvalidInput):
        parse_verifier_key(text)


@pytest.mark.parametrize("n", [0, 31, 33, 64])
def test_a_key_of_another_length_is_refused(n):
    """Ed25519 keys and seeds have 32 bytes."""
    with pytest.raises(InvalidInput):
        VerifierKey("name", bytes(n))
    with pytest.raises(InvalidInput):
        SigningKey("name", bytes(n))


def test_a_seed_is_never_shown():
    """A signing key printed by mistake, in a log or a traceback, does not give itself away."""
    shown = repr(PETER_SECRET) + str(PETER_SECRET)
    assert repr(PETER_SECRET.seed) not in shown
    assert PETER_SECRET.seed.hex() not in shown
    assert "PeterNeumann" in shown


def test_32_bytes_that_are_no_key_verify_nothing():
    """A public key that is no point of the curve holds no signature."""
    no_point = VerifierKey("PeterNeumann", b"\x02" + bytes(31))
    line = "— PeterNeumann " + base64.b64encode(no_point.id + bytes(64)).decode() + "\n"
    with pytest.raises(IntegrityError):
        open_note(note(line), [no_point])

"""Checkpoints: the three lines, and whose they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from logs import KEY, ORIGIN, OTHER_KEY

from vigil.evidence.checkpoint import (
    Checkpoint,
    checkpoint_of,
    checkpoint_text,
    log_origin,
    open_checkpoint,
    parse_checkpoint_text,
    sign_checkpoint,
)
from vigil.evidence.merkle import EMPTY_ROOT, Frontier, append
from vigil.evidence.signed_note import SigningKey, sign_note
from vigil.model.errors import IntegrityError, InvalidInput

# The example of c2sp.org/tlog-checkpoint.
PUBLISHED = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
ROOT = bytes(range(32))
ONE = Checkpoint(origin=ORIGIN, size=1, root=ROOT)
KEYS = [KEY.verifier()]


def test_the_published_checkpoint_is_read_and_written():
    """The specification's example, there and back."""
    read = parse_checkpoint_text(PUBLISHED)
    assert (read.origin, read.size, read.extensions) == ("example.com/behind-the-sofa", 20852163, ())
    assert read.root.hex() == "0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62"
    assert checkpoint_text(read) == PUBLISHED


def test_extension_lines_are_read_and_not_signed():
    """Other programs may have put some there; c2sp.org/tlog-checkpoint advises against them."""
    read = parse_checkpoint_text(PUBLISHED + "more\n")
    assert read.extensions == ("more",)
    assert checkpoint_text(read) == PUBLISHED + "more\n"
    with pytest.raises(InvalidInput):
        sign_checkpoint(read, SigningKey("example.com/behind-the-sofa", bytes(32)))


@given(st.integers(1, 2**63 - 1), st.binary(min_size=32, max_size=32), st.binary(min_size=16, max_size=16))
def test_what_was_signed_is_what_is_opened(size, root, log_id):
    """Any size and root of any log."""
    key = SigningKey(log_origin(log_id), root)
    checkpoint = Checkpoint(origin=key.name, size=size, root=root)
    assert open_checkpoint(sign_checkpoint(checkpoint, key), [key.verifier()]) == checkpoint


def test_a_log_is_checkpointed_as_it_stands():
    """Size and root are the frontier's; an empty log can say that it is empty."""
    frontier = append(Frontier(), [ROOT, ROOT]).frontier
    assert checkpoint_of(frontier, origin=ORIGIN) == Checkpoint(origin=ORIGIN, size=2, root=frontier.root())
    assert checkpoint_of(Frontier(), origin=ORIGIN).root == EMPTY_ROOT


def test_the_origin_says_nothing_of_the_case():
    """It is the log's 16 bytes of chance and a name that leads nowhere (RFC 2606), and nothing else goes in."""
    assert log_origin(bytes(range(16))) == "vigil-log.invalid/000102030405060708090a0b0c0d0e0f"
    for n in (0, 15, 17):
        with pytest.raises(InvalidInput):
            log_origin(bytes(n))


def test_every_single_bit_of_a_checkpoint_is_noticed():
    """Origin, size, root, signature: all of them."""
    whole = sign_checkpoint(ONE, KEY)
    for k in range(8 * len(whole)):
        changed = bytearray(whole)
        changed[k // 8] ^= 1 << k % 8
        with pytest.raises((IntegrityError, InvalidInput)):
            open_checkpoint(bytes(changed), KEYS)


def test_another_log_s_key_cannot_speak_for_this_one():
    """A trusted key signs under its own log's name: its word on another origin is refused."""
    other = SigningKey(log_origin(bytes(16)), bytes(32))
    with pytest.raises(InvalidInput):
        sign_checkpoint(ONE, other)
    forged = sign_note(checkpoint_text(ONE), [other])
    with pytest.raises(IntegrityError, match="origin: expected"):
        open_checkpoint(forged, [other.verifier(), *KEYS])


def test_a_new_key_of_the_same_log_can_take_over():
    """Keys may be replaced: one of those trusted is enough, none is too few."""
    note = sign_checkpoint(ONE, OTHER_KEY)
    assert open_checkpoint(note, [KEY.verifier(), OTHER_KEY.verifier()]) == ONE
    with pytest.raises(IntegrityError):
        open_checkpoint(note, KEYS)
    with pytest.raises(InvalidInput):
        open_checkpoint(note, [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "Log\n123\n",
        "\n" + PUBLISHED.split("\n", 1)[1],
        PUBLISHED[:-1],
        PUBLISHED + "\n",
        PUBLISHED + "\nmore\n",
        PUBLISHED.replace("20852163", "bananas"),
        PUBLISHED.replace("20852163", "-34"),
        PUBLISHED.replace("20852163", "+34"),
        PUBLISHED.replace("20852163", "034"),
        PUBLISHED.replace("20852163", " 34"),
        PUBLISHED.replace("20852163", "1_000"),
        PUBLISHED.replace("20852163", "٣٤"),
        PUBLISHED.replace("20852163", "3438945738945739845734895735"),
        PUBLISHED.replace("20852163", str(2**63)),
        PUBLISHED.replace("20852163", "9" * 10_000),
        PUBLISHED.replace("20852163", "0"),
        "Log\n123\nThisIsn'tBase64\n",
        "Log\n123\nYmFuYW5hcw==\n",
        PUBLISHED.replace("2I=", "2J="),
        PUBLISHED.replace("=", ""),
        PUBLISHED.replace("/X", "_X"),
        PUBLISHED.replace("Cs", "\ud800"),
    ],
)
def test_what_is_no_checkpoint_is_refused(text):
    """The bad examples of transparency-dev/formats (log/checkpoint_test.go), and more of their kinds."""
    with pytest.raises(InvalidInput):
        parse_checkpoint_text(text)


def test_a_validly_signed_text_that_is_no_checkpoint_is_refused():
    """A signature makes no checkpoint."""
    with pytest.raises(InvalidInput):
        open_checkpoint(sign_note("Log\n12\n", [KEY]), KEYS)


@pytest.mark.parametrize(
    "fields",
    [
        {"origin": ""},
        {"origin": "a\nb"},
        {"size": -1},
        {"size": 2**63},
        {"size": 0},
        {"root": bytes(31)},
        {"extensions": ("",)},
        {"extensions": ("a\nb",)},
    ],
    ids=str,
)
def test_a_checkpoint_that_would_read_as_another_cannot_be_made(fields):
    """A line end smuggled into a line would frame another checkpoint; an empty log has the empty root."""
    with pytest.raises(InvalidInput):
        Checkpoint(**{"origin": ORIGIN, "size": 5, "root": ROOT} | fields)


@given(st.text(max_size=200))
def test_noise_is_refused(noise):
    """Whatever comes, InvalidInput."""
    with pytest.raises(InvalidInput):
        parse_checkpoint_text(noise)

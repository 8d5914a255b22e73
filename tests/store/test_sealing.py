"""What is sealed opens under its key, at its place, unchanged, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.model.errors import IntegrityError
from vigil.store import sealing
from vigil.store.sealing import MAGIC, Sealer, padded_length

SEALER, OTHER = Sealer(bytes(32)), Sealer(bytes([1]) * 32)


@given(st.binary(max_size=200), st.integers(1, 5))
def test_contents_come_back_in_however_many_pieces(content, pieces):
    """A round trip over the edges of pieces."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealing, "SMALLEST_BYTES", 1)
        whole = padded_length(len(content) + 8)
        patch.setattr(sealing, "PIECE_BYTES", max(1, whole // pieces))
        sealed = SEALER.seal_content(content, name=b"n")
        assert SEALER.open_content(sealed, name=b"n") == content


@pytest.mark.parametrize("n_bytes", [0, 1, 503, 504, 505, 100_000, 2**20 - 8, 2**20, 3 * 2**20 + 7])
def test_contents_of_every_size_come_back(n_bytes):
    """Padding is taken off again, and what lies on disk tells the size by an eighth at most."""
    content = b"\xa5" * n_bytes
    sealed = SEALER.seal_content(content, name=b"n")
    assert SEALER.open_content(sealed, name=b"n") == content
    assert content[:100] not in sealed or n_bytes < 10
    assert len(sealed) <= max(600, 1.13 * n_bytes + 600)


def test_short_contents_look_alike():
    """Every content of up to 504 bytes has the same length on disk."""
    assert len({len(SEALER.seal_content(b"x" * n, name=b"n")) for n in (0, 1, 140, 280, 504)}) == 1


@given(st.data())
def test_a_changed_byte_is_always_noticed(data):
    """Anywhere in the file, in its mark, its salt or its pieces."""
    sealed = bytearray(SEALER.seal_content(b"They are here.", name=b"n"))
    at = data.draw(st.integers(0, len(sealed) - 1))
    sealed[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(IntegrityError):
        SEALER.open_content(bytes(sealed), name=b"n")


def test_pieces_dropped_repeated_or_exchanged_are_noticed():
    """A file of three pieces is those three, in that order."""
    sealed = SEALER.seal_content(bytes(2 * 2**20 + 100_000), name=b"n")
    begin, piece = len(MAGIC) + 16, 2**20 + 16
    head, one, two, three = (
        sealed[:begin],
        sealed[begin : begin + piece],
        sealed[begin + piece : begin + 2 * piece],
        sealed[begin + 2 * piece :],
    )
    for changed in (
        one + two,
        one + three,
        two + one + three,
        one + two + two + three,
        one,
        b"",
        one + two + three[:-1],
    ):
        with pytest.raises(IntegrityError):
            SEALER.open_content(head + changed, name=b"n")
    assert len(SEALER.open_content(head + one + two + three, name=b"n")) == 2 * 2**20 + 100_000


def test_what_was_moved_or_is_another_s_does_not_open():
    """Under another name, at another place, with another key."""
    content, text = SEALER.seal_content(b"x", name=b"n"), SEALER.seal_text(b"x", where=b"here")
    assert SEALER.open_text(text, where=b"here") == b"x"
    for attempt in (
        lambda: SEALER.open_content(content, name=b"m"),
        lambda: OTHER.open_content(content, name=b"n"),
        lambda: SEALER.open_text(text, where=b"there"),
        lambda: OTHER.open_text(text, where=b"here"),
        lambda: SEALER.open_text(b"", where=b"here"),
    ):
        with pytest.raises(IntegrityError):
            attempt()


def test_a_name_confirms_nothing_without_the_key():
    """The same content has another name under another key, and none is its digest."""
    digest = bytes(range(32))
    assert len({SEALER.name_of(digest), OTHER.name_of(digest), digest}) == 3


@pytest.mark.parametrize(("n_bytes", "padded"), [(512, 512), (513, 544), (1000, 1024), (1025, 1088), (9, 512)])
def test_lengths_are_padded_as_padme_does(n_bytes, padded):
    """Nikitin et al. (2019), algorithm 1, worked by hand."""
    assert padded_length(n_bytes) == padded

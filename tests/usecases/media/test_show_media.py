"""What is kept of media is shown with what looks like it; of what its author deleted nothing is."""

import pytest
from captured import ONE, capture
from case_kinds import NOW, Kept, put, row

from vigil.model.errors import InvalidInput
from vigil.model.media import MediaFacts, MediaRecord, PictureHash
from vigil.usecases.media.show_media import Alike, show_media, show_one_media


@pytest.fixture(params=["memory", "plain", "encrypted"])
def kept(request, tmp_path):
    return Kept(request.param, tmp_path / "aleppo.vigil")


def hashed(n_bits, *, quality=100, at_ms=None):
    """A hash with so many bits set: as far from the one with none."""
    return PictureHash(pdq=((1 << n_bits) - 1).to_bytes(32, "big"), quality=quality, at_ms=at_ms)


def add(case, body, *pictures, post=None):
    record = MediaRecord(url="https://pictures.example/x", facts=MediaFacts(mime="image/jpeg", pictures=pictures))
    with case.transaction():
        (one,) = case.evidence.add([capture(body, ONE, post=post)], recorded_at=NOW)
        case.evidence.add_media(one.number, record)
    return one.number


def alike(case):
    return {one.media.number: [(each.number, each.bits_apart) for each in one.alike] for one in show_media(case).shown}


def test_what_looks_alike_is_named_the_nearest_first(kept):
    """Within 31 bits of 256, both ways, and not through a third."""
    with kept.writer() as case:
        for n_bits in (0, 31, 20, 62, 200):
            add(case, b"%d" % n_bits, hashed(n_bits))
        assert alike(case) == {
            1: [(3, 20), (2, 31)],
            2: [(3, 11), (1, 31), (4, 31)],
            3: [(2, 11), (1, 20)],
            4: [(2, 31)],
            5: [],
        }


def test_a_picture_of_which_little_can_be_told_is_like_nothing(kept):
    """Two black frames are no two copies; the same bytes still are."""
    with kept.writer() as case:
        add(case, b"a", hashed(0, quality=49))
        add(case, b"b", hashed(0, quality=49))
        add(case, b"c", hashed(0, quality=100))
        add(case, b"a", hashed(0, quality=49), post="again")
        assert alike(case) == {1: [(4, 0)], 2: [], 3: [], 4: [(1, 0)]}
        assert show_one_media(case, 1).alike == (Alike(number=4, bits_apart=0, same_bytes=True),)


def test_one_frame_in_common_is_enough(kept):
    """A picture is found in the video it was taken from; the nearest frame counts."""
    with kept.writer() as case:
        add(case, b"video", hashed(0, at_ms=0), hashed(100, at_ms=1000), hashed(104, at_ms=2000))
        add(case, b"still", hashed(103))
        assert alike(case) == {1: [(2, 1)], 2: [(1, 1)]}


def test_of_what_is_held_nothing_is_shown(kept):
    """Not what it is like either: neither from its side nor from the other's."""
    with kept.writer() as case:
        add(case, b"a", hashed(0), post="11")
        add(case, b"b", hashed(1), post="12")
        add(case, b"a", hashed(0), post="13")
        put(case, [row(post="11", kind="delete")])
        page = show_media(case)
        assert [one.held for one in page.shown] == [True, False, False]
        assert alike(case) == {1: [], 2: [(3, 1)], 3: [(2, 1)]}
        assert (page.n_all, page.n_held) == (3, 1)
        assert show_one_media(case, 1).alike == ()


def test_some_are_shown_at_a_time(kept):
    """Each is compared with all others, not with those on its page."""
    with kept.writer() as case:
        assert show_media(case).shown == ()
        for at in range(5):
            add(case, b"%d" % at, hashed(at))
        page = show_media(case, skip=3, limit=1)
        assert [one.media.number for one in page.shown] == [4]
        assert len(page.shown[0].alike) == 4
        assert show_media(case, skip=9).shown == ()
        for wrong in ({"skip": -1}, {"limit": -1}):
            with pytest.raises(InvalidInput, match="--skip and --limit"):
                show_media(case, **wrong)


def test_a_number_that_is_none_is_said_to_be(kept):
    """And where to find those there are."""
    with kept.writer() as case, pytest.raises(InvalidInput, match="vigil media"):
        show_one_media(case, 7)

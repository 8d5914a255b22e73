"""Real files, made here: what is said of them, and that none of them does any harm."""

import asyncio
import io
import random
import socket
import struct
import sys
import time
import zlib
from pathlib import Path

import av
import media_made as made
import numpy as np
import pytest
from pdq_described import pdq_by_description
from PIL import Image

from vigil.evidence.alike import MOST_BITS_APART, bits_apart, columns_of
from vigil.model.media import MOST_LISTED, Credentials, MediaFacts, Standing, facts_page, parse_facts_page
from vigil.sources.media.credentials import CredentialsUnread, read_credentials
from vigil.sources.media.examining import FELL_OVER, TOO_LONG, Examiner
from vigil.sources.media.facts import NOT_READ, facts_of
from vigil.sources.media.kinds import kind_of
from vigil.sources.media.videos import MOST_FRAMES, spread

EXIF_WITH_PLACE = Image.Exif()
EXIF_WITH_PLACE[0x010F] = "Made-up Camera Works"
EXIF_WITH_PLACE.get_ifd(0x8825)[2] = (36.0, 12.0, 7.0)  # GPSLatitude

OPEN = Path("/proc/self/fd")

CUT = "it is cut short, or not what its first bytes say"


def apart(one, other):
    (a,), (b,) = facts_of(one).pictures, facts_of(other).pictures
    return int(bits_apart(a.pdq, columns_of([b.pdq]))[0])


@pytest.mark.parametrize(
    ("kind", "mime"),
    [
        ("JPEG", "image/jpeg"),
        ("PNG", "image/png"),
        ("WEBP", "image/webp"),
        ("GIF", "image/gif"),
        ("AVIF", "image/avif"),
        ("BMP", "image/bmp"),
        ("TIFF", "image/tiff"),
    ],
)
def test_a_picture_of_each_kind_is_known_by_its_bytes(kind, mime):
    """Its kind, its size, and a hash by which it is the same picture in every format."""
    body = made.saved(made.picture(1, (640, 480)), kind)
    facts = facts_of(body)
    assert (facts.mime, facts.width, facts.height, facts.unreadable) == (mime, 640, 480, None)
    assert facts.pictures[0].quality >= 50
    assert apart(body, made.jpeg()) <= MOST_BITS_APART
    assert {each.split()[0] for each in facts.read_with} >= {"pillow", "pdqhash"}


def test_the_same_picture_sent_again_looks_alike_and_others_do_not():
    """Compressed hard, made smaller, turned to grey, brightened; thirty other pictures are far from it."""
    original = made.picture(1)
    body = made.saved(original, quality=95)
    again = {
        "compressed": made.saved(original, quality=20),
        "smaller": made.saved(original.resize((320, 240)), quality=70),
        "grey": made.saved(original.convert("L"), quality=80),
        "brighter": made.saved(original.point(lambda value: min(255, value + 25)), quality=80),
        "another shape": made.saved(original.resize((1600, 1000)), quality=80),
    }
    for how, other in again.items():
        assert apart(body, other) <= MOST_BITS_APART, how
    others = [made.jpeg(seed) for seed in range(2, 32)]
    assert min(apart(body, other) for other in others) > 2 * MOST_BITS_APART


def test_a_second_implementation_finds_the_same_hash():
    """PDQ written anew from its description, bit for bit, and in the order in which others write it."""
    for seed in range(1, 6):
        image = made.picture(seed, (640, 480))
        (hashed,) = facts_of(made.saved(image, "PNG")).pictures
        bits, quality = pdq_by_description(np.asarray(image.convert("RGB")))
        assert bits_apart(hashed.pdq, columns_of([bits]))[0] <= 2  # values at the median may fall to either side
        assert abs(hashed.quality - quality) <= 1


def test_how_a_picture_is_turned_for_the_eye_counts():
    """A phone writes pictures on their side and says so; a platform turns them: both are one picture."""
    turned = Image.Exif()
    turned[0x0112] = 6  # to be turned by 270 degrees
    on_its_side = made.saved(made.picture(1, (640, 480)).rotate(90, expand=True), exif=turned, quality=90)
    facts = facts_of(on_its_side)
    assert (facts.width, facts.height) == (640, 480)
    assert apart(on_its_side, made.jpeg()) <= MOST_BITS_APART


def test_exif_is_said_to_be_there_and_a_place_in_it_is_not_read():
    """Nothing that finds a person is in the facts."""
    body = made.saved(made.picture(1, (64, 64)), exif=EXIF_WITH_PLACE)
    facts = facts_of(body)
    assert facts.has_exif
    assert "36" not in str(facts_page(facts)["has_exif"])
    assert set(facts_page(facts)) == {
        "credentials",
        "credentials_unread",
        "duration_ms",
        "has_exif",
        "height",
        "mime",
        "pictures",
        "read_with",
        "unreadable",
        "width",
    }
    assert facts_of(made.jpeg()).has_exif is False


def test_of_what_moves_the_first_frame_is_hashed():
    """An animated GIF or WebP looks like its first picture."""
    frames = [made.picture(seed, (320, 240)) for seed in (1, 2, 3)]
    for kind in ("GIF", "WEBP"):
        body = made.saved(frames[0], kind, save_all=True, append_images=frames[1:])
        assert apart(body, made.saved(frames[0])) <= MOST_BITS_APART


def test_what_is_transparent_is_white():
    """As it is seen on a page; whatever colour lies beneath."""
    seen = made.picture(1, (320, 240)).convert("RGBA")
    seen.putalpha(Image.new("L", seen.size, 0))
    (hashed,) = facts_of(made.saved(seen, "PNG")).pictures
    assert hashed.quality < 50


def test_a_picture_without_anything_in_it_has_no_quality():
    """A black frame is no reason to take two files for one."""
    (hashed,) = facts_of(made.saved(Image.new("RGB", (300, 300)))).pictures
    assert hashed.quality == 0
    for size in ((1, 1), (4, 900), (900, 4)):
        assert facts_of(made.saved(Image.new("RGB", size), "PNG")).pictures == ()


def bomb(width=60_000, height=60_000):
    """A PNG of a few kilobytes that says that it has billions of pixels."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(3_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(60_000, 60_000), (12_000, 9_000)], ids=str)
def test_a_picture_that_would_fill_the_memory_is_not_opened(size):
    """However few bytes it takes to say so."""
    facts = facts_of(bomb(*size))
    assert facts.unreadable == "it has too many pixels"
    assert facts.pictures == ()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_what_is_cut_short_is_said_to_be(kind):
    """What was known by then is given; half a picture is not hashed as if it were whole."""
    body = made.saved(made.picture(1, (640, 480)), kind)
    facts = facts_of(body[: len(body) // 2])
    assert facts.unreadable == CUT
    assert facts.pictures == ()
    assert facts.mime == kind_of(body)


@pytest.mark.parametrize(
    ("codec", "container", "mime"),
    [
        ("libx264", "mp4", "video/mp4"),
        ("libx264", "mov", "video/quicktime"),
        ("mpeg4", "avi", "video/x-msvideo"),
        ("libx264", "matroska", "video/x-matroska"),
        ("libvpx-vp9", "webm", "video/webm"),
        ("libx264", "mpegts", "video/mp2t"),
    ],
)
def test_a_video_of_each_kind_has_key_frames(codec, container, mime):
    """Its length, its size, and what it shows at each second, which is another picture."""
    if codec not in av.codecs_available:
        pytest.skip(f"NOT TESTED: this build of PyAV has no {codec}")
    facts = facts_of(made.video(codec=codec, container=container, seconds=2 if codec == "libvpx-vp9" else 4))
    assert (facts.mime, facts.width, facts.height, facts.unreadable) == (mime, 320, 240, None)
    assert facts.duration_ms == pytest.approx(2000 if codec == "libvpx-vp9" else 4000, abs=100)
    assert [each.at_ms for each in facts.pictures][:2] == pytest.approx([0, 1000], abs=50)
    for second, each in enumerate(facts.pictures):
        (still,) = facts_of(made.saved(made.picture(100 + second, (320, 240)))).pictures
        assert bits_apart(each.pdq, columns_of([still.pdq]))[0] <= MOST_BITS_APART


def test_of_a_long_video_some_key_frames_are_hashed():
    """At most so many, spread from the first to the last."""
    facts = facts_of(made.video(seconds=30, size=(64, 48), gop=5))
    assert len(facts.pictures) == MOST_FRAMES
    assert facts.pictures[0].at_ms == 0
    assert facts.pictures[-1].at_ms > 29_000
    assert spread(range(100), 4) == [0, 33, 66, 99]
    assert spread([1, 2], 4) == [1, 2]


def test_a_video_cut_short_gives_what_reads():
    """A cut MP4 has lost its index; a cut stream has the frames before the cut."""
    whole = made.video()
    assert facts_of(whole[: len(whole) // 2]).unreadable == CUT
    stream = made.video(container="mpegts")
    assert 0 < len(facts_of(stream[: len(stream) // 2]).pictures) < len(facts_of(stream).pictures)


def test_a_recording_has_a_length_and_no_picture():
    """Sound alone is a file like others."""
    facts = facts_of(made.sound())
    assert (facts.mime, facts.duration_ms, facts.pictures, facts.unreadable) == ("audio/wav", 1000, (), None)


def test_a_file_that_refers_to_another_opens_no_other(tmp_path):
    """A playlist is no video here, whatever it begins with: what it names is not looked at."""
    (tmp_path / "other.ts").write_bytes(made.video(container="mpegts"))
    playlist = f"#EXTM3U\n#EXTINF:4,\n{tmp_path / 'other.ts'}\n#EXT-X-ENDLIST\n".encode()
    assert facts_of(playlist) == MediaFacts(mime=None, unreadable=NOT_READ)
    for before in (b"G" + bytes(187), b"\x1aE\xdf\xa3webm", b"\0\0\0\x18ftypisom"):
        assert facts_of(before + playlist).pictures == ()


@pytest.mark.parametrize(
    ("body", "mime"),
    [
        (b"", None),
        (b"\0" * 1000, None),
        (b"  <!DOCTYPE html><title>Log in</title>", "text/html"),
        (b"\xef\xbb\xbf<html>", "text/html"),
        (b'{"error": "log in"}', None),
        (b"%PDF-1.7\n", "application/pdf"),
        (b"PK\3\4", "application/zip"),
        (b"BM, said the man", None),
        (b"Good morning", None),
        (b"RIFF....nothing", None),
        (b"....ftypheic", "image/heic"),
        (b"....ftypM4A ", "audio/mp4"),
        (b"....ftypmp42", "video/mp4"),
    ],
)
def test_the_kind_is_in_the_bytes(body, mime):
    """Not in what a server calls them; what is not known is not guessed."""
    assert kind_of(body) == mime
    facts = facts_of(body)
    assert facts.mime == mime
    assert facts.unreadable is not None


def test_credentials_are_shown_as_claims():
    """Who signed, made with what, done what: as it says. Nobody vouches for the signer, and that is said."""
    facts = facts_of(made.signed(made.jpeg()))
    said = facts.credentials
    assert said.standing is Standing.UNTRUSTED
    assert said.faults == ()
    assert (said.signer, said.organisation, said.made_with) == (
        "Camera 7",
        "Made-up works of Camera 7",
        "Made-up camera 1.2",
    )
    (action,) = said.actions
    assert (action.name, action.made_with) == ("c2pa.created", "Made-up firmware 3")
    assert action.source_type.endswith("/digitalCapture")
    assert facts.pictures
    assert facts.read_with[-1].startswith("c2pa-python ")


def test_what_was_changed_after_signing_is_invalid():
    """In the picture or in the claims; and the fault has the specification's name."""
    whole = made.signed(made.jpeg())
    changed = bytearray(whole)
    changed[-100] ^= 1
    said = facts_of(bytes(changed)).credentials
    assert (said.standing, said.faults) == (Standing.INVALID, ("assertion.dataHash.mismatch",))
    claim = whole.replace(b"Made-up camera", b"Real-ly camera", 1)
    assert claim != whole
    assert facts_of(claim).credentials.standing is Standing.INVALID


def test_a_trust_list_that_is_given_makes_it_valid():
    """Never `authentic`: it is who signed that is vouched for."""
    root, _, _ = made.authority()
    body = made.signed(made.jpeg())
    assert read_credentials(body, "image/jpeg", trust_anchors=root.decode()).standing is Standing.VALID
    assert not any("authentic" in standing for standing in Standing)


def test_what_a_file_was_made_from_is_shown():
    """Ingredients, with how they were used, as it says."""
    said = facts_of(made.signed(made.jpeg(), ingredient=made.jpeg(2))).credentials
    assert [(each.title, each.relationship) for each in said.ingredients] == [("the first one", "componentOf")]


def test_no_credentials_are_no_sign():
    """They are absent, and nothing is said of it."""
    facts = facts_of(made.jpeg())
    assert (facts.credentials, facts.credentials_unread) == (None, None)


def test_broken_credentials_do_not_cost_the_picture():
    """What should be credentials and does not read is said; the rest of the facts is there."""
    whole = made.signed(made.jpeg())
    at = whole.index(b"jumb")
    n = 0
    for off in range(0, 400, 7):
        broken = bytearray(whole)
        broken[at + off] ^= 0xFF
        facts = facts_of(bytes(broken))
        assert facts.pictures
        assert facts.credentials is None or facts.credentials.standing is not Standing.VALID
        n += facts.credentials_unread is not None
    assert n
    with pytest.raises(CredentialsUnread):
        read_credentials(b"no picture at all", "image/jpeg")


def test_credentials_that_lie_elsewhere_are_not_fetched():
    """Asking there would tell whoever made the file who looks at it: that there are some is said."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        body = made.signed(made.jpeg(), elsewhere=f"http://127.0.0.1:{server.getsockname()[1]}/manifest.c2pa")
        facts = facts_of(body)
        with pytest.raises(BlockingIOError):
            server.accept()
    assert (facts.credentials, facts.credentials_unread) == (None, "they lie elsewhere, and are not fetched")
    assert facts.pictures


def test_a_video_carries_credentials_too():
    """In an MP4 as in a picture."""
    facts = facts_of(made.signed(made.video(seconds=1), "video/mp4"))
    assert facts.credentials.standing is Standing.UNTRUSTED
    assert len(facts.pictures) == 1


def test_what_credentials_say_is_bounded():
    """A thousand actions or a title of a megabyte are cut."""
    created = {"action": "c2pa.created", "digitalSourceType": "http://c2pa.org/digitalsourcetype/empty"}
    actions = [created, *({"action": "c2pa.edited", "softwareAgent": "x" * 5000},) * 200]
    body = made.signed(made.jpeg(), assertions=[{"label": "c2pa.actions", "data": {"actions": actions}}])
    said = facts_of(body).credentials
    assert len(said.actions) == MOST_LISTED
    assert max(len(each.made_with or "") for each in said.actions) == 300


def test_any_change_to_a_file_leaves_facts_that_are_of_their_form():
    """Bytes changed, removed and doubled anywhere: facts come, and hold to their form."""
    rng = random.Random(11)  # noqa: S311 - which bytes change is no secret
    bodies = [
        made.saved(made.picture(1, (160, 120)), kind) for kind in ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "BMP", "TIFF")
    ]
    bodies += [made.video(seconds=1, size=(64, 48)), made.video(seconds=1, size=(64, 48), container="mpegts")]
    bodies += [made.signed(made.saved(made.picture(1, (160, 120))))]
    for body in bodies:
        for _ in range(25):
            changed = bytearray(body)
            for _ in range(rng.randint(1, 8)):
                at = rng.randrange(len(changed))
                what = rng.randrange(3)
                if what == 0:
                    changed[at] = rng.randrange(256)
                elif what == 1:
                    del changed[at : at + rng.randint(1, 50)]
                else:
                    changed[at:at] = changed[at : at + rng.randint(1, 50)]
            facts = facts_of(bytes(changed))
            assert parse_facts_page(facts_page(facts)) == facts


def test_a_file_is_read_in_a_process_of_its_own():
    """With everything closed to it that it does not need, it finds what is found here."""
    examiner = Examiner()
    for body in (
        made.jpeg(),
        made.video(),
        made.signed(made.jpeg()),
        made.sound(),
        b"",
        made.saved(made.picture(1), "AVIF"),
    ):
        assert examiner.examine(body) == facts_of(body)


def misread(order, *, within_s=60, begin_within_s=60, **more):
    examiner = Examiner(reader="media_misreader", within_s=within_s, begin_within_s=begin_within_s, **more)
    return examiner.examine(b"\xff\xd8\xff" if order is None else order + b" " * 300_000)


def test_a_reader_that_never_ends_is_ended():
    """The listener goes on, and it is said."""
    assert misread(b"never-ends", within_s=1, begin_within_s=1) == MediaFacts(unreadable=TOO_LONG)


def test_a_reader_ends_with_whoever_waits_for_it():
    """Whoever stops listening does not wait for a file that never ends to be read."""

    async def stop_soon():
        reading = asyncio.create_task(Examiner(reader="media_misreader", within_s=3000)(b"never-ends"))
        await asyncio.sleep(0)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading

    began_s = time.monotonic()
    asyncio.run(stop_soon())  # it waits for its threads, and so for the process
    assert time.monotonic() - began_s < 600


@pytest.mark.parametrize("order", [b"dies", b"floods", b"lies", b"is-silent"])
def test_a_reader_that_falls_over_or_lies_gives_no_facts(order):
    """It died, answered without end, or something that is none of our facts."""
    assert misread(order) == MediaFacts(unreadable=FELL_OVER)


def test_a_reader_is_not_told_our_secrets(monkeypatch):
    """The environment may hold a passphrase: nothing of it is passed on but what is named."""
    monkeypatch.setenv("VIGIL_PASSPHRASE", "six random words")
    names = set(misread(b"tells", environment={"NAMED": "1"}).mime.split(","))
    assert names - {"LC_CTYPE", "__CF_USER_TEXT_ENCODING"} == {
        "NAMED",
        "OPENBLAS_NUM_THREADS",
        "PYTHONPATH",
        "RAYON_NUM_THREADS",
    }


@pytest.mark.skipif(sys.platform != "linux", reason="the bound on memory holds on Linux")
def test_a_reader_has_so_much_memory_and_no_more():
    """A picture that wants more is not read, and the process that tried is gone."""
    large = made.saved(Image.new("RGB", (9_000, 9_000)), "PNG")
    assert Examiner(most_memory_bytes=900_000_000).examine(made.jpeg()).unreadable is None
    assert Examiner(most_memory_bytes=200_000_000).examine(large).unreadable is not None


@pytest.mark.skipif(not OPEN.is_dir(), reason="asks the system for open descriptors")
def test_nothing_stays_open():
    """After ten files as before the first."""
    examiner = Examiner(reader="media_misreader")
    examiner.examine(b"dies")
    before = len(list(OPEN.iterdir()))
    for _ in range(10):
        examiner.examine(b"dies" + bytes(io.DEFAULT_BUFFER_SIZE))
    assert len(list(OPEN.iterdir())) == before


def test_credentials_have_no_field_for_a_place():
    """What is not there cannot be shown by mistake."""
    assert set(Credentials.__dataclass_fields__) == {
        "standing",
        "faults",
        "made_with",
        "signer",
        "organisation",
        "signed_at",
        "actions",
        "ingredients",
    }

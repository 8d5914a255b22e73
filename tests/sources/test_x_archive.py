"""X archives: the account's public posts and its record, and nothing else in the zip."""

import io
import zipfile
from pathlib import Path

import pytest
from files import PLANTED, read, read_batches, tweet, write, x_archive_bytes

from vigil.model.errors import InvalidInput
from vigil.model.instants import parse_instant, to_micros
from vigil.sources import open_source
from vigil.usecases.ports import ReadBatch

AT_US = to_micros(parse_instant("2016-12-04T00:01:07Z"))


def _rezipped(content: bytes, **changes: bytes | None) -> bytes:
    """The archive with members replaced, added, or left out (None)."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        members = {name: old.read(name) for name in old.namelist()} | changes
        for name, value in members.items():
            if value is not None:
                new.writestr(name, value)
    return packed.getvalue()


def test_posts_replies_reposts_and_deletions(tmp_path: Path) -> None:
    """Each tweet becomes what it was; a deleted one is a post and its deletion."""
    tweets = [
        tweet(1),
        tweet(2, in_reply_to_status_id_str="55", full_text="@x yes"),
        tweet(3, full_text="RT @other: help us"),
        tweet(4, edit_info={"edit": {"initialTweetId": "800000000000000001"}}),
    ]
    deleted = [tweet(5, deleted_at="Mon Dec 05 09:00:00 +0000 2016", full_text="goodbye")]
    frame, rejected = read(write(tmp_path / "twitter.zip", x_archive_bytes(tweets, deleted)))
    assert rejected == []
    assert set(frame.select("platform", "account", "handle").rows()) == {("x", "1234567", "example_witness")}
    assert frame.select("kind", "post", "text", "reply_to", "state", "position").rows() == [
        ("account_state", None, None, None, "active", 1),
        ("post", "800000000000000001", "Number 1: bread & water are gone", None, None, 1),
        ("reply", "800000000000000002", "@x yes", "55", None, 2),
        ("repost", "800000000000000003", "RT @other: help us", None, None, 1),
        ("edit", "800000000000000001", "Number 4: bread & water are gone", None, None, 2),
        ("post", "800000000000000005", "goodbye", None, None, 1),
        ("delete", "800000000000000005", None, None, None, 1),
    ]
    assert frame.get_column("published_us")[1] == AT_US
    assert frame.get_column("client")[1] == "Twitter for Android"


def test_members_are_named_with_their_rows(tmp_path: Path) -> None:
    """A row can be traced to the member it came from."""
    batches = read_batches(write(tmp_path / "a.zip", x_archive_bytes([tweet(1), tweet(2)])))
    assert [batch.member for batch in batches] == [
        "data/account.js",
        "data/tweets.js",
        "data/tweets-part1.js",
        "data/deleted-tweets.js",
    ]


def test_no_other_member_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages, numbers and addresses are not so much as unpacked, and the e-mail is never parsed."""
    path = write(tmp_path / "a.zip", x_archive_bytes([tweet(1)], [tweet(2)]))
    opened: list[str] = []
    real = zipfile.ZipFile.open

    def spied(self: zipfile.ZipFile, name: object, *args: object, **kwargs: object) -> object:
        opened.append(str(getattr(name, "filename", name)))
        return real(self, name, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(zipfile.ZipFile, "open", spied)
    batches = read_batches(path)
    assert set(opened) == {"data/account.js", "data/tweets.js", "data/tweets-part1.js", "data/deleted-tweets.js"}
    _holds_nothing_planted(batches)


def _holds_nothing_planted(batches: list[ReadBatch]) -> None:
    everything = repr([(batch.frame.to_dicts(), batch.rejected, batch.member) for batch in batches])
    for what, words in PLANTED.items():
        assert words not in everything, what


def test_a_faulty_entry_is_refused_without_a_copy_of_it(tmp_path: Path) -> None:
    """An entry that does not read may be anything: its place and fault are told, not its words."""
    tweets = [tweet(1, created_at="yesterday"), tweet(2, id_str="", id=None), tweet(3), tweet(4, full_text=["x"])]
    deleted = [tweet(5, full_text=PLANTED["direct message"])]
    batches = read_batches(write(tmp_path / "a.zip", x_archive_bytes(tweets, deleted)))
    rejected = [one for batch in batches for one in batch.rejected]
    assert [(one.member, one.position, one.reasons[0].split(":")[0], one.raw) for one in rejected] == [
        ("data/tweets.js", 1, "published_at", None),
        ("data/tweets.js", 2, "id_str", None),
        ("data/tweets-part1.js", 2, "text", None),
        ("data/deleted-tweets.js", 1, "deleted_at", None),
    ]
    _holds_nothing_planted(batches)


def test_an_old_archive_and_one_zipped_again_in_a_folder(tmp_path: Path) -> None:
    """Archives before 2022 have tweet.js; people unpack an archive and zip its folder."""
    plain = x_archive_bytes([tweet(1)])
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        old = {"data/tweet.js": archive.read("data/tweets.js"), "data/tweets.js": None, "data/tweets-part1.js": None}
        folder = {f"twitter-2022/{name}": archive.read(name) for name in archive.namelist()}
        moved = dict.fromkeys(archive.namelist(), None)
    for content in (_rezipped(plain, **old), _rezipped(plain, **moved, **folder)):
        frame, _ = read(write(tmp_path / "a.zip", content))
        assert len(frame) == 2


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"data/account.js": None}, "without exactly one data/account.js"),
        ({"x/data/account.js": b"[]"}, "without exactly one data/account.js"),
        ({"data/account.js": b"window.YTD.account.part0 = [{"}, "account record does not read"),
        ({"data/account.js": b'[{"account": {"username": "x"}}]'}, "no accountId"),
        (
            {"data/tweets.js": None, "data/tweets-part1.js": None, "data/deleted-tweets.js": None},
            "without data/tweets.js",
        ),
    ],
)
def test_a_zip_that_is_no_whole_archive_is_refused(tmp_path: Path, changes: dict[str, bytes | None], says: str) -> None:
    """Without the account's record nobody can say whose posts these are."""
    with pytest.raises(InvalidInput, match=says):
        open_source(write(tmp_path / "a.zip", _rezipped(x_archive_bytes([tweet(1)]), **changes)))


def test_a_bomb_is_refused_unopened(tmp_path: Path) -> None:
    """A member that says it unpacks to far more than posts ever could is left packed."""
    packed = io.BytesIO(x_archive_bytes([tweet(1)]))
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data/tweets-part2.js", b"[" + b" " * (80 << 20) + b"]")
    with pytest.raises(InvalidInput, match="no archive of posts does that"):
        open_source(write(tmp_path / "a.zip", packed.getvalue()))


def test_paths_that_lead_elsewhere_are_left_alone(tmp_path: Path) -> None:
    """Nothing is ever unpacked to disk."""
    evil = {"/etc/planted": b"x", "../../planted": b"x", "data/../data/tweets.js": b"[]"}
    before = sorted(tmp_path.rglob("*"))
    path = write(tmp_path / "a.zip", _rezipped(x_archive_bytes([tweet(1)]), **evil))
    frame, _ = read(path)
    assert len(frame) == 2
    assert sorted(tmp_path.rglob("*")) == [*before, path]


@pytest.mark.parametrize("at", [0.1, 0.5, 0.9, 0.99])
def test_a_zip_cut_off_is_refused_whole(tmp_path: Path, at: float) -> None:
    """Its table of contents stands at its end."""
    content = x_archive_bytes([tweet(number) for number in range(50)])
    with pytest.raises(InvalidInput, match="not a whole zip"):
        open_source(write(tmp_path / "a.zip", content[: int(len(content) * at)]))


def test_a_changed_byte_in_the_posts_is_noticed(tmp_path: Path) -> None:
    """The zip's own checksum is compared before a post is believed."""
    content = bytearray(_rezipped(x_archive_bytes([tweet(1), tweet(2)])))  # stored, not packed
    content[content.index(b"bread")] ^= 1
    with pytest.raises(InvalidInput, match="not a whole zip"):
        open_source(write(tmp_path / "a.zip", bytes(content)))

"""Mastodon outboxes: what was said in public, and nothing else in the file."""

import json
from pathlib import Path

import pytest
from files import PLANTED, activity, outbox, read, read_batches, write

from vigil.model.instants import parse_instant, to_micros

PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
FOLLOWERS = "https://example.social/users/witness/followers"


def _file(tmp_path: Path, *activities: dict[str, object], indent: int | None = None) -> Path:
    return write(tmp_path / "outbox.json", json.dumps(outbox(activities), indent=indent))


@pytest.mark.parametrize("indent", [None, 2], ids=["compact", "indented"])
def test_posts_replies_boosts_and_edits(tmp_path: Path, indent: int | None) -> None:
    """Each activity becomes what it was; of an edited post only the last words are in the file."""
    reply, edited, boost = activity(2), activity(3), activity(4)
    reply["object"] = {**reply["object"], "inReplyTo": "https://other.example/1"}  # type: ignore[dict-item]
    edited["object"] = {**edited["object"], "updated": "2016-12-05T00:00:00Z", "summary": "War"}  # type: ignore[dict-item]
    boost.update(type="Announce", object="https://other.example/2")
    frame, rejected = read(_file(tmp_path, activity(1), reply, edited, boost, indent=indent))
    assert rejected == []
    account = "https://example.social/users/witness"
    assert set(frame.select("platform", "account", "handle").rows()) == {
        ("mastodon", account, "witness@example.social")
    }
    assert frame.select("kind", "text", "reply_to", "repost_of", "position").rows() == [
        ("post", "Number 1: bread & water\nare gone", None, None, 1),
        ("reply", "Number 2: bread & water\nare gone", "https://other.example/1", None, 2),
        ("post", None, None, None, 3),
        ("edit", "War\n\nNumber 3: bread & water\nare gone", None, None, 3),
        ("repost", None, None, "https://other.example/2", 4),
    ]
    assert frame.get_column("published_us")[0] == to_micros(parse_instant("2016-12-04T00:01:00Z"))


@pytest.mark.parametrize(
    ("to", "cc", "read_it"),
    [
        ([PUBLIC], [FOLLOWERS], True),
        ([FOLLOWERS], [PUBLIC], True),
        ("as:Public", None, True),
        ([FOLLOWERS], [], False),
        (["https://other.example/users/friend"], [], False),
        ([], [], False),
        (None, None, False),
    ],
    ids=["public", "unlisted", "short", "followers", "direct", "nobody", "unsaid"],
)
def test_only_what_is_addressed_to_the_public_is_read(tmp_path: Path, to: object, cc: object, *, read_it: bool) -> None:
    """Posts to followers and direct messages lie in the same file: they are passed over, and counted."""
    private = activity(1, to=to, cc=cc)
    if not read_it:
        private["object"] = {**private["object"], "content": PLANTED["direct message"]}  # type: ignore[dict-item]
    batches = read_batches(_file(tmp_path, private))
    assert sum(len(batch.frame) for batch in batches) == int(read_it)
    assert sum(batch.passed_over for batch in batches) == int(not read_it)
    assert PLANTED["direct message"] not in repr([(batch.frame.to_dicts(), batch.rejected) for batch in batches])


def test_faulty_activities_are_refused_without_a_copy(tmp_path: Path) -> None:
    """Their place and fault are told, not their words."""
    path = _file(tmp_path, activity(1, type="Move"), activity(2, actor=None), activity(3, object="x"), activity(4))
    frame, rejected = read(path)
    assert len(frame) == 1
    assert [(one.position, one.reasons[0].split(":")[0], one.raw) for one in rejected] == [
        (1, "type", None),
        (2, "account", None),
        (3, "type", None),
    ]


def test_an_outbox_cut_off_gives_what_came_before_and_says_so(tmp_path: Path) -> None:
    """The posts before the break are read; that more is missing is told."""
    text = json.dumps(outbox([activity(number) for number in range(100)]))
    frame, rejected = read(write(tmp_path / "outbox.json", text[: len(text) // 2]))
    assert 40 < len(frame) < 60
    assert [one.position for one in rejected] == [len(frame) + 1]


def test_an_outbox_cut_off_before_its_first_post_says_so(tmp_path: Path) -> None:
    """Nothing read is no success."""
    frame, rejected = read(write(tmp_path / "outbox.json", '{"orderedItems": [ {"id": "x'))
    assert (len(frame), [one.position for one in rejected]) == (0, [1])

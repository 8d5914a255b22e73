"""Telegram exports: the public channels named, and nothing else in the file."""

import json
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from files import PLANTED, read, read_batches, telegram_export, telegram_message, write

from vigil.model.errors import InvalidInput
from vigil.model.instants import parse_instant, to_micros
from vigil.sources import ReadOptions, open_source

NAMED = frozenset({"Example Channel"})


def _file(tmp_path: Path, content: object) -> Path:
    return write(tmp_path / "result.json", json.dumps(content, ensure_ascii=False, indent=1))


def _single(messages: list[dict[str, object]], kind: str = "public_channel") -> dict[str, object]:
    return {"name": "Example Channel", "type": kind, "id": 1009, "messages": messages}


def test_a_channel_s_messages_edits_replies_and_forwards(tmp_path: Path) -> None:
    """Each message becomes what it was. The words before an edit are not in the file, and none are made up."""
    messages = [
        {
            "id": 1,
            "type": "service",
            "action": "create_channel",
            "actor": "Example Channel",
            "date": "2015-01-01T00:00:00",
            "date_unixtime": "1420070400",
        },
        telegram_message(2, text=["call ", {"type": "bold", "text": "now"}, " please"]),
        telegram_message(3, edited_unixtime="1480849999", text="as edited"),
        telegram_message(4, reply_to_message_id=2),
        telegram_message(5, forwarded_from="A private person", forwarded_from_id="user5"),
        telegram_message(6, forwarded_from="Other channel", forwarded_from_id="channel77"),
        telegram_message(7, edited="1970-01-01T03:00:00"),
        {"id": 8, "type": "service", "action": "pin_message", "date_unixtime": "1480849999"},
    ]
    batches = read_batches(_file(tmp_path, telegram_export(messages)), channels=NAMED)
    frame = batches[0].frame
    assert frame.select("kind", "post", "text", "reply_to", "repost_of", "position").rows() == [
        ("account_state", None, None, None, None, 1),
        ("post", "2", "call now please", None, None, 2),
        ("post", "3", None, None, None, 3),
        ("edit", "3", "as edited", None, None, 3),
        ("reply", "4", "message 4", "2", None, 4),
        ("repost", "5", "message 5", None, None, 5),
        ("repost", "6", "message 6", None, "channel77", 6),
        ("post", "7", "message 7", None, None, 7),
    ]
    assert set(frame.select("platform", "account", "handle").rows()) == {("telegram", "1009", "Example Channel")}
    assert sum(batch.passed_over for batch in batches) == 1
    assert "private person" not in repr(frame.to_dicts())


@pytest.mark.parametrize("name", ["Example Channel", "example channel", "1009", "-1001009", "@Example Channel"])
def test_a_channel_is_named_by_its_name_or_id(tmp_path: Path, name: str) -> None:
    """As it stands in the file, or as Telegram's tools write its id."""
    path = _file(tmp_path, telegram_export([telegram_message(1)]))
    assert len(read(path, channels=frozenset({name}))[0]) == 1


def test_nothing_private_is_read(tmp_path: Path) -> None:
    """Private chats, contacts, numbers and addresses never leave the file."""
    everything = repr(
        [
            (batch.frame.to_dicts(), batch.rejected)
            for batch in read_batches(_file(tmp_path, telegram_export([telegram_message(1)])), channels=NAMED)
        ]
    )
    for what, words in PLANTED.items():
        assert words not in everything, what


@pytest.mark.parametrize(
    ("channels", "says"),
    [
        (frozenset[str](), r"--channel.*Example Channel \(1009\)"),
        (frozenset({"nowhere"}), "no channel nowhere"),
        (frozenset({"Our own"}), "Our own is private"),
        (frozenset({"A friend"}), "A friend is private"),
        (frozenset({"77"}), "77 is private"),
    ],
)
def test_only_public_channels_named_are_read(tmp_path: Path, channels: frozenset[str], says: str) -> None:
    """The refusal names what is public in the file and nothing else of it."""
    path = _file(tmp_path, telegram_export([telegram_message(1)]))
    with pytest.raises(InvalidInput, match=says) as refusal:
        open_source(path, ReadOptions(channels=channels))
    assert "A friend" not in str(refusal.value) or "A friend" in channels


def test_a_single_chat_s_export(tmp_path: Path) -> None:
    """Exported by itself, a chat is the whole file."""
    assert len(read(_file(tmp_path, _single([telegram_message(1)])), channels=NAMED)[0]) == 1
    with pytest.raises(InvalidInput, match="private"):
        open_source(_file(tmp_path, _single([], "personal_chat")), ReadOptions(channels=NAMED))


def test_in_a_group_only_its_own_name_is_heard(tmp_path: Path) -> None:
    """Those who speak in a public group were not named by the user."""
    messages = [telegram_message(1), telegram_message(2, from_id="user9", text=PLANTED["private chat"])]
    batches = read_batches(_file(tmp_path, _single(messages, "public_supergroup")), channels=NAMED)
    assert [batch.frame.get_column("post").to_list() for batch in batches if len(batch.frame)] == [["1"]]
    assert sum(batch.passed_over for batch in batches) == 1


def test_local_times_of_old_exports_need_a_zone(tmp_path: Path) -> None:
    """Before 2021 exports held only the exporter's local time."""
    message = telegram_message(1)
    del message["date_unixtime"]
    path = _file(tmp_path, _single([message]))
    assert "no time zone" in read(path, channels=NAMED)[1][0].reasons[0]
    frame, _ = read(path, channels=NAMED, timezone=ZoneInfo("Asia/Damascus"))
    assert frame.get_column("published_us").to_list() == [to_micros(parse_instant("2016-12-04T10:00:00Z"))]


def test_what_telegram_writes_for_control_characters_is_read(tmp_path: Path) -> None:
    r"""Telegram Desktop writes \x0B, which is no JSON; a backslash followed by x is left as it is."""
    text = json.dumps(_single([telegram_message(1, text="one|two \\x41")])).replace("|", "\\x0B")
    frame, rejected = read(write(tmp_path / "result.json", text), channels=NAMED)
    assert rejected == []
    assert frame.get_column("text").to_list() == ["one\x0btwo \\x41"]


def test_faulty_messages_are_refused_without_a_copy(tmp_path: Path) -> None:
    """Their place and fault are told, not their words."""
    messages = [
        {"id": 1, "type": "unsupported"},
        telegram_message(2, date_unixtime="soon"),
        telegram_message(3, text={"private": "x"}),
        telegram_message(4, text=[{"type": "plain"}]),
        telegram_message(5, type="poem"),
        telegram_message(6),
        "nonsense",
    ]
    frame, rejected = read(_file(tmp_path, _single(messages)), channels=NAMED)  # type: ignore[arg-type]
    assert frame.get_column("post").to_list() == ["6"]
    assert [(one.position, one.reasons[0].split(":")[0], one.raw) for one in rejected] == [
        (1, "type", None),
        (2, "date_unixtime", None),
        (3, "text", None),
        (4, "text", None),
        (5, "type", None),
        (7, "entry", None),
    ]


def test_an_export_cut_off_gives_what_came_before_and_says_so(tmp_path: Path) -> None:
    """The messages before the break are read; that more is missing is told."""
    text = json.dumps(_single([telegram_message(number) for number in range(1, 101)]))
    frame, rejected = read(write(tmp_path / "result.json", text[: len(text) // 2]), channels=NAMED)
    assert 40 < len(frame) < 60
    assert [(one.position, "missing" in one.reasons[0]) for one in rejected] == [(len(frame) + 1, True)]

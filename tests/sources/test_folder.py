"""A folder that is looked into: each file once it is whole, again when it changed."""

import asyncio
from datetime import UTC, datetime

import pytest

from vigil.model.coverage import Hearing
from vigil.model.errors import InvalidInput
from vigil.model.heard import Cursor, Deafness, Pulse
from vigil.model.ids import CollectorName
from vigil.sources.folder import FolderKind
from vigil.usecases.listening.collecting import Dropped, Given

KIND = FolderKind()


def given(path, cursor=None, **settings):
    return Given(
        collector=CollectorName("folder"),
        accounts=(),
        clock=lambda: datetime.now(UTC),
        settings={"path": str(path), "every": "1", **settings},
        cursor=cursor,
    )


def once(path, cursor=None):
    async def collect():
        return [item async for item in KIND.collector(given(path, cursor)).listen(once=True)]

    items = asyncio.run(collect())
    return [item.path.name for item in items if isinstance(item, Dropped)], items[-1]


def test_each_file_is_given_once(tmp_path):
    """Over sessions, too; a changed one again. Hidden files, folders and links are no files of ours."""
    (tmp_path / "posts.csv").write_text("account\n")
    (tmp_path / ".posts.csv.part").write_text("half")
    (tmp_path / "inner").mkdir()
    (tmp_path / "link.csv").symlink_to(tmp_path / "posts.csv")
    names, last = once(tmp_path)
    assert names == ["posts.csv"]
    assert (last.hearing, last.why) == (Hearing.HEALTHY, None)
    assert once(tmp_path, last.cursor)[0] == []
    (tmp_path / "posts.csv").write_text("account\nanother\n")
    assert once(tmp_path, last.cursor)[0] == ["posts.csv"]


def test_a_file_that_still_grows_is_left_alone(tmp_path):
    """It counts once two looks saw the same."""
    path = tmp_path / "posts.csv"
    path.write_text("account\n")

    async def collect():
        seen = []
        async for item in KIND.collector(given(tmp_path)).listen(once=False):
            if isinstance(item, Dropped):
                return seen, item.path.stat().st_size
            seen.append(item)
            if len(seen) == 1:
                path.write_text("account\nmore\n")
        return None

    seen, size = asyncio.run(collect())
    assert len(seen) >= 2
    assert size == 13


def test_a_folder_that_is_not_there_is_deaf(tmp_path):
    """And heard again when it is: a drive that was unplugged."""
    names, last = once(tmp_path / "usb")
    assert (names, last.hearing, last.why) == ([], Hearing.BLIND, Deafness.UNREACHABLE)
    assert isinstance(last, Pulse)
    assert not asyncio.run(KIND.trial(given(tmp_path / "usb"))).hears
    (tmp_path / "usb").mkdir()
    assert asyncio.run(KIND.trial(given(tmp_path / "usb"))).hears
    assert once(tmp_path / "usb", last.cursor)[1].hearing is Hearing.HEALTHY


@pytest.mark.parametrize(
    ("settings", "cursor", "words"),
    [
        ({"path": " "}, None, "path"),
        ({"every": "soon"}, None, "every"),
        ({"every": "0"}, None, "every"),
        ({"every": "nan"}, None, "every"),
        ({}, "[", "cursor"),
        ({}, '{"a": 1}', "cursor"),
        ({}, "[1]", "cursor"),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path, settings, cursor, words):
    """Before anything is looked into."""
    with pytest.raises(InvalidInput, match=words):
        KIND.collector(given(**{"path": tmp_path, **settings}, cursor=None if cursor is None else Cursor(cursor)))


def test_nobody_can_be_asked_for(tmp_path):
    """A folder knows no accounts."""
    with pytest.raises(InvalidInput, match="no accounts"):
        asyncio.run(KIND.account(given(tmp_path), "@amal"))

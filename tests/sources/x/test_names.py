"""What a person calls an account."""

from datetime import UTC, datetime

import pytest

from vigil.model.errors import InvalidInput
from vigil.sources.x.names import PLATFORM, is_name, is_number, made_at, username_of
from vigil.sources.x_archive import PLATFORM as ARCHIVE_PLATFORM


@pytest.mark.parametrize(
    "written",
    [
        "@Made_up1",
        "Made_up1",
        " @Made_up1 ",
        "x.com/Made_up1",
        "https://x.com/Made_up1",
        "https://x.com/@Made_up1/",
        "https://twitter.com/Made_up1/status/2034706469483446",
        "http://mobile.twitter.com/Made_up1?s=20",
        "www.x.com/Made_up1/with_replies",
    ],
)
def test_a_name_is_read_however_it_is_written(written):
    """With @, as an address of the account, or of one of its posts."""
    assert username_of(written) == "Made_up1"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "@",
        "name with spaces",
        "sixteen_letters_",
        "x.com/",
        "x.com/i/lists/12",
        "https://x.com/home",
        "ftp://x.com/a",
        "https://x.com.evil.example/name",
        "https://example.com/name",
        "https://[/",
        "@naïve",
        "a" * 10_000,
        "x\x00y",
    ],
)
def test_what_is_no_name_is_refused_in_words_that_do_not_hold_it(written):
    """And never taken for another's."""
    with pytest.raises(InvalidInput) as refused:
        username_of(written)
    assert not written.strip("@ ") or written == "x.com/" or written not in str(refused.value)


def test_the_platform_is_the_archives():
    """Imported and heard posts are one timeline."""
    assert PLATFORM == ARCHIVE_PLATFORM


def test_ids_say_when_a_post_was_made():
    """By the example of docs.x.com: id 1212092628029698048, created_at 2019-12-31T19:26:16.000Z."""
    assert made_at("1212092628029698048") == datetime(2019, 12, 31, 19, 26, 16, tzinfo=UTC)
    assert made_at("20") is None
    assert made_at("9" * 19).year > 2080


def test_ids_and_names():
    """What can be one."""
    assert is_number("1")
    assert not any(is_number(each) for each in ("", "0", "-1", "1e3", "１", "9" * 20, 5, None))
    assert is_name("a_1")
    assert not any(is_name(each) for each in ("", "a-b", "a" * 16, 5, None))

"""What a person calls a channel is understood; what is not public is refused, in words that do not repeat it."""

import pytest

from vigil.model.errors import InvalidInput
from vigil.model.ids import AccountId
from vigil.model.witness import Account
from vigil.sources.telegram.names import PLATFORM, account_of, channel_number, handle_name, username_of


@pytest.mark.parametrize(
    "text",
    [
        "@swallow_news",
        "swallow_news",
        " t.me/swallow_news ",
        "https://t.me/swallow_news",
        "https://t.me/s/swallow_news",
        "t.me/s/swallow_news/12?before=3",
        "http://telegram.me/swallow_news/12",
        "swallow_news.t.me",
    ],
)
def test_a_channel_is_named_in_many_ways(text):
    """All of them mean one."""
    assert username_of(text) == "swallow_news"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("https://t.me/+AbCdEf0123", "private"),
        ("t.me/joinchat/AbCdEf0123", "private"),
        ("https://t.me/c/1500001/12", "private"),
        ("t.me/addlist/AbCdEf", "private"),
        ("+491700000000", "number"),
        ("1500001", "number"),
        ("https://chat.example/swallow_news", "t.me"),
        ("@a b", "not the name"),
        ("@ab", "not the name"),
        ("", "not the name"),
        ("t.me/", "not the name"),
        ("https://[t.me/x", "not the address"),
    ],
)
def test_what_is_not_public_is_refused(text, says):
    """With what to do; an invitation or number is not repeated."""
    with pytest.raises(InvalidInput, match=says) as refused:
        username_of(text)
    assert "AbCdEf" not in str(refused.value)
    assert "4917" not in str(refused.value)


def test_a_title_is_no_name():
    """Imports have a channel's title in place of its name."""
    assert handle_name("@swallow_news") == "swallow_news"
    assert handle_name("The Swallow News") is None
    assert handle_name(None) is None


@pytest.mark.parametrize(
    ("given", "number"), [("1500001", 1500001), ("-1001500001", 1500001), ("swallow", None), ("0", None)]
)
def test_an_account_is_a_channels_number(given, number):
    """With or without what libraries write before it."""
    assert channel_number(Account(PLATFORM, AccountId(given))) == number
    assert account_of(1500001).id == "1500001"

"""Watchlists as files: every entry, every fault with its column, nothing guessed."""

from datetime import UTC, date, datetime

import pytest

from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.ids import UNKNOWN_PLATFORM
from vigil.model.witness import Account, Basis
from vigil.sources.watchlist_file import parse_account, parse_day_or_instant, read_watchlist

LINES = (
    "account,platform,witness,place,from,budget,basis,review_on\n"
    "1234567,X,hawk,aleppo,2016-12-04,3.6,Consent,2027-01-31\n"
)
JSON = (
    '{"account": "1234567", "platform": "X", "witness": "hawk", "place": "aleppo", "from": "2016-12-04", '
    '"budget": 3.6, "basis": "Consent", "review_on": "2027-01-31"}\n'
)


@pytest.mark.parametrize("text", [LINES, JSON], ids=["csv", "jsonl"])
def test_both_forms_say_the_same(tmp_path, text):
    """CSV and JSON Lines give one entry, with the values as they are meant."""
    (tmp_path / "list").write_text(text, encoding="utf-8")
    ((entry,), refused) = read_watchlist(tmp_path / "list")
    assert refused == []
    assert entry.account == Account("x", "1234567")
    assert (entry.witness, entry.place, entry.budget_per_year, entry.basis) == ("hawk", "aleppo", 3.6, Basis.CONSENT)
    assert (entry.begin, entry.review_on) == (datetime(2016, 12, 4, tzinfo=UTC), date(2027, 1, 31))


def test_every_fault_of_a_row_is_told_with_its_column(tmp_path):
    """A person mends a row once, not once a fault."""
    (tmp_path / "list").write_text("account,budget,basis,from\n,many,because,yesterday\n", encoding="utf-8")
    entries, (row,) = read_watchlist(tmp_path / "list")
    assert entries == []
    assert [reason.split(":")[0] for reason in row.reasons] == ["account", "from", "budget", "basis"]


def test_what_no_entry_may_say_is_told_beside_what_does_not_read(tmp_path):
    """A budget out of range, or a stay that ends before it begins, is a fault of the row like any other."""
    rows = "account,budget,basis,place,from,until\n1,5000,because,aleppo,2016-12-04,2016-12-03\n2,5000,,,,\n"
    (tmp_path / "list").write_text(rows, encoding="utf-8")
    entries, (row, other) = read_watchlist(tmp_path / "list")
    assert entries == []
    assert [reason.split(":")[0] for reason in row.reasons] == ["basis", "budget", "until"]
    assert other.reasons == ("budget: must lie between 0.1 and 100 false alarms per account and year",)


def test_a_name_given_twice_in_json_is_refused(tmp_path):
    """Which of two places was meant nobody can say."""
    (tmp_path / "list").write_text('{"account": "1", "place": "a", "place": "b"}\n', encoding="utf-8")
    (row,) = read_watchlist(tmp_path / "list")[1]
    assert row.reasons == ("place: there twice",)


def test_a_file_without_rows_is_no_watchlist(tmp_path):
    """An empty list would read as nobody to watch."""
    (tmp_path / "list").write_text("account,place\n", encoding="utf-8")
    with pytest.raises(InvalidInput):
        read_watchlist(tmp_path / "list")
    with pytest.raises(Unavailable):
        read_watchlist(tmp_path / "none")


def test_an_account_is_written_platform_and_id():
    """The platform in any case; an id may hold colons itself."""
    assert parse_account(" Mastodon:https://example.org/@a ") == Account("mastodon", "https://example.org/@a")
    assert parse_account("unknown:1234567") == Account(UNKNOWN_PLATFORM, "1234567")
    with pytest.raises(InvalidInput, match="or unknown:example if the platform is really not known"):
        parse_account("example")
    for wrong in ("", ":1", "x:", "x: "):
        with pytest.raises(InvalidInput):
            parse_account(wrong)


def test_a_day_begins_at_midnight_utc_and_an_instant_needs_its_zone():
    """Nothing is guessed from the machine's own zone."""
    assert parse_day_or_instant("2016-12-04") == datetime(2016, 12, 4, tzinfo=UTC)
    assert parse_day_or_instant("2016-12-04T02:00:00+02:00") == datetime(2016, 12, 4, tzinfo=UTC)
    with pytest.raises(InvalidInput):
        parse_day_or_instant("2016-12-04T02:00:00")

"""Where a watched account is, when."""

from datetime import UTC, datetime

from vigil.model.ids import AccountId, PlaceName, Platform
from vigil.model.witness import Account, Stay, WatchedAccount, Watchlist, Witness, WitnessName

ACCOUNT = Account(Platform("x"), AccountId("1"))


def day(number):
    return datetime(2016, 12, number, tzinfo=UTC)


def at(place, begin=None, end=None):
    return Stay(place=PlaceName(place), begin=begin, end=end)


def test_a_stay_begins_with_its_begin_and_ends_before_its_end():
    """Two stays that meet never both hold."""
    stay = at("aleppo", day(4), day(19))
    assert [stay.covers(day(n)) for n in (3, 4, 18, 19)] == [False, True, True, False]
    assert at("aleppo").covers(day(1))


def test_of_the_stays_that_hold_the_one_begun_last_counts():
    """Someone evacuated is where they were brought, though nobody ended the stay before."""
    watched = WatchedAccount(account=ACCOUNT, stays=(at("idlib", day(19)), at("aleppo"), at("homs", day(2), day(3))))
    assert [watched.place_at(day(n)) for n in (1, 2, 3, 18, 19)] == ["aleppo", "homs", "aleppo", "aleppo", "idlib"]
    assert WatchedAccount(account=ACCOUNT).place_at(day(1)) is None


def test_a_watchlist_gives_every_account_with_its_witness():
    """Accounts of one witness stay together; a witness without any gives none."""
    one = WatchedAccount(account=ACCOUNT)
    hawk = Witness(name=WitnessName("hawk"), accounts=(one, one))
    assert Watchlist(witnesses=(hawk, Witness(name=WitnessName("owl")))).accounts() == [(hawk, one), (hawk, one)]

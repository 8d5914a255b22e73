"""Who is watched, on what basis, and where they are, from when to when."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from vigil.model.ids import AccountId, PlaceName, Platform, WitnessName


class Basis(StrEnum):
    """Why this account may be watched. `unstated` is shown, and bars live listening and export."""

    CONSENT = "consent"
    REQUEST = "request"  # they, or those who speak for them, asked for it
    PUBLIC_ROLE = "public_role"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True, order=True)
class Account:
    """One account on one platform, by its stable id."""

    platform: Platform
    id: AccountId


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """An account is at a place from one instant to another; None is open. Outside it, it is no neighbour there."""

    place: PlaceName
    begin: datetime | None = None
    end: datetime | None = None

    def covers(self, at: datetime) -> bool:
        """Whether the stay holds at an instant: begin included, end not."""
        return (self.begin is None or self.begin <= at) and (self.end is None or at < self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedAccount:
    """An account on the watchlist."""

    account: Account
    handle: str | None = None
    stays: tuple[Stay, ...] = ()

    def place_at(self, at: datetime) -> PlaceName | None:
        """Where it is at an instant: of the stays that hold then, the one begun last."""
        held = [stay for stay in self.stays if stay.covers(at)]
        return max(held, key=lambda stay: (stay.begin is not None, stay.begin)).place if held else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """One witness (a person, or several) with their accounts."""

    name: WitnessName
    accounts: tuple[WatchedAccount, ...] = ()
    basis: Basis = Basis.UNSTATED
    review_on: date | None = None  # when the basis is to be looked at again
    budget_per_year: float | None = None  # false alarms per account and year; None is the case's own
    note: str | None = None  # do no harm: what to mind before anyone acts on this witness


@dataclass(frozen=True, slots=True, kw_only=True)
class Watchlist:
    """Everyone a case watches."""

    witnesses: tuple[Witness, ...] = field(default=())

    def accounts(self) -> list[tuple[Witness, WatchedAccount]]:
        """Every watched account with its witness."""
        return [(witness, watched) for witness in self.witnesses for watched in witness.accounts]

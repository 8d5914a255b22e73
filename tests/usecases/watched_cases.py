"""Cases in memory for the tests of checking: people who sleep at night, at places, heard by one collector."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import polars as pl
from rhythms import OwnGaps

from vigil.model.coverage import CoverageSpan, Hearing
from vigil.model.ids import AccountId, CollectorName, PlaceName, Platform, WitnessName
from vigil.model.instants import from_micros, to_micros
from vigil.model.witness import Account, Stay, WatchedAccount, Witness
from vigil.store.memory import memory_case
from vigil.usecases.check import Asked, check
from vigil.usecases.ports import OBSERVATION_SCHEMA, ReadBatch

T0 = datetime(2016, 6, 1, tzinfo=UTC)
NOW = T0 + timedelta(days=100)
X = Platform("x")
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


class Posts:
    """Rows as if from a file."""

    path, size, format, ignored_columns = Path("posts"), 0, "csv", ()

    def __init__(self, digest):
        self.digest = digest


def account(name, platform=X):
    return Account(Platform(platform), AccountId(name))


def person(seed, *, until=NOW, a_day=12.0):
    """Instants of someone who sleeps from 22 to 6 UTC."""
    rng = np.random.default_rng(seed)
    at = rng.integers(0, (NOW - T0) // timedelta(seconds=1), int(100 * a_day * 1.5))
    at = np.unique(at[(at % 86_400 >= 6 * 3600) & (at % 86_400 < 22 * 3600)])
    instants = [T0 + timedelta(seconds=int(second)) for second in at]
    return [instant for instant in instants if instant <= until]


def rows(name, instants, *, platform=X, **columns):
    """Posts of an account, an id each, in the form files are read into."""
    return [
        {
            "platform": platform,
            "account": name,
            "published_us": to_micros(at),
            "kind": "post",
            "post": f"{name}-{k}",
            "text": f"post {k}",
            **columns,
        }
        for k, at in enumerate(instants)
    ]


class CaseOf:
    """A case being put together."""

    def __init__(self, created_at=T0):
        self.case = memory_case(created_at=created_at)
        self.n_files = 0

    def say(self, *given, imported_at=NOW):
        """Import rows."""
        self.n_files += 1
        said = [row for some in given for row in some]
        frame = pl.DataFrame(
            [{column: row.get(column) for column in OBSERVATION_SCHEMA} for row in said], schema=OBSERVATION_SCHEMA
        ).with_columns(position=pl.int_range(1, len(said) + 1, dtype=pl.Int64))
        file = Posts(f"{self.n_files:064}")
        self.case.begin_file(file, imported_at=imported_at)
        self.case.append(file.digest, ReadBatch(frame=frame))
        self.case.end_file(file.digest)
        return self

    def watch(self, name, *accounts, place=None, **said):
        """Put a witness on the watchlist; without accounts, the one of their name."""
        stays = () if place is None else (Stay(place=PlaceName(place)),)
        watched = tuple(
            WatchedAccount(account=each, handle=f"@{each.id}", stays=stays) for each in accounts or [account(name)]
        )
        self.case.put_witness(Witness(name=WitnessName(name), accounts=watched, **said))
        return self

    def listen(self, begin=T0, end=NOW, hearing=Hearing.HEALTHY, collector="ear", **scope):
        """Say how well somebody listened."""
        span = CoverageSpan(
            collector=CollectorName(collector), begin=begin, end=end, hearing=hearing, shown_by="test", **scope
        )
        self.case.add_coverage([span])
        return self

    def check(self, as_of=None, now=NOW, **asked):
        """Check it with the stand-in model, at a budget under which chance hardly shows in a hundred days."""
        asked = Asked(as_of=as_of, **({"budget_per_year": 0.5} | asked))
        return check(self.case, name="test", rhythms=OwnGaps(), now=now, asked=asked)

    def found(self, name, as_of=None, **asked):
        """The finding of one account."""
        (finding,) = [each for each in self.check(as_of, **asked).findings if each.account.id == name]
        return finding


def place_of(n=5, *, gone=None, silent_from=None, silent_until=None, place="Ferdous", **options):
    """A place of n accounts a0, a1, ...: some gone from an instant on, or all of them silent for a time."""
    case = CaseOf(**options).listen()
    for k in range(n):
        instants = person(k, until=(gone or {}).get(k, NOW))
        if silent_from is not None:
            end = NOW if silent_until is None else silent_until
            instants = [at for at in instants if not silent_from < at <= end]
        case.say(rows(f"a{k}", instants)).watch(f"a{k}", place=place)
    return case


__all__ = [
    "DAY",
    "HOUR",
    "NOW",
    "T0",
    "CaseOf",
    "X",
    "account",
    "from_micros",
    "person",
    "place_of",
    "rows",
]

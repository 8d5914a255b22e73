"""A case with captures of two witnesses and of nobody, and entries of every kind. All of it is made up."""

from datetime import UTC, datetime, timedelta
from itertools import count

from case_kinds import Kept

from vigil.model.capture import Capture
from vigil.model.fate import Fate, FateEntry, ProofOfLife
from vigil.model.ids import AccountId, CollectorName, Platform, WitnessName
from vigil.model.witness import Account, Basis, WatchedAccount, Witness
from vigil.usecases.keep_captures import keep_captures
from vigil.usecases.make_checkpoint import make_checkpoint
from vigil.usecases.ports import CaseWriter, Setting

BEGUN_AT = datetime(2016, 12, 4, 18, tzinfo=UTC)
SWALLOW, WREN = WitnessName("Swallow"), WitnessName("Wren")
ONE, TWO = Account(Platform("x"), AccountId("1")), Account(Platform("x"), AccountId("2"))


def ticking():
    """A clock that goes on by a second each time it is looked at."""
    seconds = count()
    return lambda: BEGUN_AT + timedelta(seconds=next(seconds))


def capture(body: bytes, account: Account | None = None, **more) -> Capture:
    return Capture(
        body=body,
        captured_at=BEGUN_AT,
        collector=CollectorName("test"),
        collector_version="1",
        account=account,
        **more,
    )


def fill(case: CaseWriter, clock=None) -> None:
    """Two witnesses, six captures, a fate, a proof of life, a setting, an event, and a checkpoint."""
    clock = clock or ticking()
    for name, account in ((SWALLOW, ONE), (WREN, TWO)):
        watched = (WatchedAccount(account=account),)
        case.put_witness(Witness(name=name, accounts=watched, basis=Basis.CONSENT))
    keep_captures(
        [
            capture(b"They are here.", ONE, post="11", url="https://x.com/1/11"),
            capture(b"Pray for us.", ONE, post="12"),
            capture(b"They are here.", TWO, post="21"),
            capture(b"They are here.", ONE, post="11"),
            capture(b"\xff\xd8 a picture" * 300, None, name="photo.JPG"),
            capture(b"an advertisement", Account(Platform("x"), AccountId("unwatched"))),
        ],
        case=case,
        clock=clock,
    )
    case.add_fate(
        FateEntry(
            witness=SWALLOW,
            fate=Fate.MISSING,
            claimed_by="her sister",
            evidence="a call",
            judged_by="N. Noor",
            recorded_at=clock(),
        )
    )
    case.add_proof_of_life(
        ProofOfLife(
            witness=WREN,
            spoke_with="N. Noor",
            how="a call",
            judged_by="N. Noor",
            recorded_at=clock(),
            confirmed_until=BEGUN_AT,
        )
    )
    case.put_setting(Setting(name="budget_per_year", value="4", recorded_at=clock()))
    case.log("case made", at=clock(), by=None, detail={})
    make_checkpoint(case=case, clock=clock)


def filled(kind, folder) -> Kept:
    kept = Kept(kind, folder)
    with kept.writer() as case:
        fill(case)
    return kept


N_ENTRIES = 10
N_CAPTURES = 6
N_FILES = 5

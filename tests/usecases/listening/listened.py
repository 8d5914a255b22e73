"""What tests of listening share: a case that listens for one account of a scripted source, and how it is looked at."""

import threading
import time
from datetime import UTC, datetime, timedelta

from scripted_source import SPOKEN

from vigil.model.heard import Manifest
from vigil.model.ids import AccountId, CollectorName, Platform, WitnessName
from vigil.model.witness import Account, Basis, WatchedAccount, Witness
from vigil.usecases.listening.listen import ListenSettings, listen
from vigil.usecases.listening.ports import AddedSource

X = Platform("x")
T0 = datetime(2016, 12, 5, 7, tzinfo=UTC)
STREAM = Manifest(platform=X, hears=(), needs=(), cannot_see=(), most_accounts=None, deaf_within_s=90.0)
ROUNDS = Manifest(platform=X, hears=(), needs=(), cannot_see=(), most_accounts=None, deaf_within_s=90.0, asks_each=True)
ONE, TWO = Account(SPOKEN, AccountId("one")), Account(SPOKEN, AccountId("two"))
EAR = CollectorName("spoken")
LATER = datetime(2100, 1, 1, tzinfo=UTC)
QUICK = {"look_every_s": 0.05, "tell_every_s": 0.02, "first_wait_s": 0.02, "longest_wait_s": 0.1}
ONCE = ListenSettings(once=True, **QUICK)


def now():
    return datetime.now(UTC)


def watch(case, name="Swallow", account=ONE, basis=Basis.CONSENT):
    case.put_witness(Witness(name=WitnessName(name), accounts=(WatchedAccount(account=account),), basis=basis))


def begin(case, account=ONE):
    watch(case, account=account)
    case.listening.add_source(AddedSource(collector=EAR, kind="spoken", settings={}, secrets={}, added_at=now()))


def once(case, kind, **more):
    return listen(case, {"spoken": kind}, version="1", clock=now, settings=more.pop("settings", ONCE), **more)


def texts(case, account=ONE):
    posts = case.posts(account, since=datetime(2000, 1, 1, tzinfo=UTC), until=LATER, limit=10_000)
    return [post.observation.text for post in reversed(posts)]


def lines(*numbers):
    return [f"line {number}" for number in numbers]


def hearing_now(case, account=None):
    spans = [span for span in case.coverage(until=LATER) if span.account == account]
    return spans[-1].hearing if spans else None


class Running:
    """Listening on a thread, until it is stopped."""

    def __init__(self, kept, kind, **settings):
        self.stop, self.status, self.error, self.seen = threading.Event(), None, None, []
        self._thread = threading.Thread(target=self._run, args=(kept, kind, ListenSettings(**{**QUICK, **settings})))
        self._thread.start()

    def _run(self, kept, kind, settings):
        try:
            with kept.writer() as case:
                self.status = once(case, kind, settings=settings, stop=self.stop, tell=self.seen.append)
        except Exception as error:  # noqa: BLE001 - `end` and `until` raise it
            self.error = error

    def until(self, holds, within_s=60.0):
        ends = time.monotonic() + within_s
        while time.monotonic() < ends:
            if self.seen and holds(self.seen[-1]):
                return self.seen[-1]
            assert self.error is None, self.error
            time.sleep(0.01)
        raise AssertionError(f"not within {within_s} s: {self.seen[-1:]}")

    def end(self):
        self.stop.set()
        self._thread.join(60)
        assert not self._thread.is_alive()
        assert self.error is None, self.error
        return self.status


def at(minutes):
    """So many minutes after seven in the morning."""
    return T0 + timedelta(minutes=minutes)

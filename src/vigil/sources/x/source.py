"""X as a kind of source: what it needs to be told, what it costs, whether it can hear now, and who goes by a name."""

import random

import orjson

from vigil.model.errors import InvalidInput, Malformed, Unavailable
from vigil.model.heard import Deafness, Manifest
from vigil.model.witness import WatchedAccount
from vigil.sources.live.asking import Patience
from vigil.sources.live.long_lines import LongSettings
from vigil.sources.live.rounds import Rounds, RoundSettings, Unanswered
from vigil.sources.live.x_api import ADDRESS, XApi
from vigil.sources.x.answers import page_in
from vigil.sources.x.api import Patient
from vigil.sources.x.asker import Asker, AskerSettings
from vigil.sources.x.collector import XCollector
from vigil.sources.x.memory import MOST_WRITTEN, Memory
from vigil.sources.x.names import PLATFORM, account_of, is_number, username_of
from vigil.sources.x.post import person_of
from vigil.sources.x.stream import Stream, StreamSettings, rules_for, rules_there
from vigil.sources.x.telling import Telling
from vigil.usecases.listening.collecting import Collector, Given, SourceSetting, Trial

MOST_EVERY_MIN = 30
STREAM_EVERY_MIN = 30
"""Where the stream brings what is new, asking only looks whether it left something out."""

APART_S = 0.5
"""Between two askings: 500 accounts take 4 of their 15 minutes, and 900 are asked for in 15 at most
(docs.x.com/x-api/fundamentals/rate-limits)."""

MANIFEST = Manifest(
    platform=PLATFORM,
    hears=(
        "posts, replies, reposts and quotes of public accounts, with their whole words",
        "edits, as later versions of the post they change",
        "accounts suspended, made private, gone, and back again; changes of name within a day or so",
        "deletions of an account's newest posts, as far as the budget allows to look after them",
    ),
    needs=(
        "a bearer token of the X API, which X sells by what is read",
        "reads_per_month: how many reads may be spent; none is spent beyond them",
    ),
    cannot_see=(
        "private accounts: they are refused",
        "anything, from when the month's reads are used up until they renew",
        "posts made and deleted between two turns",
        "deletions of posts but the newest, and when a post was deleted",
        "whether an account that is gone was deactivated by its holder or deleted since: X says the same",
        "more than the newest 3,200 posts of an account",
    ),
    most_accounts=500,
    deaf_within_s=150.0,
    asks_each=True,
    probe_every_s=1800.0,
)

SETTINGS = (
    SourceSetting(
        name="token",
        says="the bearer token of an application of your own: console.x.com, Apps, Keys and tokens",
        secret=True,
        required=True,
    ),
    SourceSetting(name="reads_per_month", says="how many reads may be spent in a month, such as 10000", required=True),
    SourceSetting(name="renews_on", says="the day of the month on which they renew, from 1 to 28", default="1"),
    SourceSetting(
        name="way",
        says="timelines: each account is asked in turn; stream: X sends what is new, and accounts are asked every "
        "30 minutes; both",
        default="timelines",
    ),
    SourceSetting(
        name="every", says=f"how often each account is asked for, in minutes, from 1 to {MOST_EVERY_MIN}", default="15"
    ),
    SourceSetting(
        name="media", says="yes: ask for the addresses of pictures too: each may count as a read; no", default="yes"
    ),
    SourceSetting(
        name="look_after",
        says=f"how many of each account's newest posts to look after, to see deletions, from 0 to {MOST_WRITTEN}",
        default="5",
    ),
)

_WORDS = {
    Deafness.UNREACHABLE: "X does not answer.",
    Deafness.RATE_LIMITED: "X asks to be left alone for now: its limit of requests is used up.",
    Deafness.LOGGED_OUT: "X does not take the token: give a new one.",
    Deafness.SPENT: "X gives no more reads: what was paid for is used up.",
    Deafness.NOT_THERE: "X does not know what was asked for.",
    Deafness.REFUSED: "X answers, but not what was asked: the application may lack access to it.",
}


class XSource:
    """`vigil sources add x`."""

    name = "x"
    manifest = MANIFEST
    settings = SETTINGS

    def __init__(
        self,
        *,
        address: str = ADDRESS,
        patience: Patience | None = None,
        rounds: RoundSettings | None = None,
        long: LongSettings | None = None,
        stream: StreamSettings | None = None,
        asker: AskerSettings | None = None,
        rng: random.Random | None = None,
    ) -> None:
        """How patient to be, where it is not as usual. `address`: where the API is; the token goes there."""
        self._address, self._patience, self._rounds, self._long = address, patience, rounds, long
        self._stream, self._asker, self._rng = stream, asker, rng

    def collector(self, given: Given) -> Collector:
        """A collector that has not begun. Raises InvalidInput: a setting is not what it has to be."""
        if any(not is_number(each.account.id) for each in given.accounts):
            raise InvalidInput("an account's id is not its number on X: `vigil sources find` gives it")
        told = _Told(given)
        api, memory = self._api(given), told.memory(given)
        telling = Telling(given.collector)
        asks = self._asker or AskerSettings(media=told.media, look_after=told.look_after)
        patient = Patient(api, clock=given.clock)
        asker = Asker(patient, memory, telling, given.heard_until, asks, clock=given.clock)
        settings = self._rounds or RoundSettings(every_s=told.every_s, least_apart_s=APART_S)
        rounds = Rounds(asker, given.accounts, settings, clock=given.clock, rng=self._rng, probe=patient.probe)
        stream = None
        if told.streams:
            patience = self._stream or StreamSettings(media=told.media)
            stream = Stream(api, memory, telling, patience, clock=given.clock, rng=self._rng)
        return XCollector(api, memory, asker, rounds, stream)

    async def trial(self, given: Given) -> Trial:
        """Whether we can hear now, and what it will cost. Nothing is spent on it."""
        says: list[str] = []
        try:
            told = _Told(given)
            says += _cost(told, given)
            async with self._api(given) as api:
                await Patient(api, clock=given.clock).probe()
                says.append("X answers, and takes the token.")
                says += _counted(await api.usage(), told)
                if told.streams:
                    says += await _stream_says(api, given)
        except InvalidInput as fault:
            return Trial(hears=False, says=(*says, f"{str(fault)[:1].upper()}{str(fault)[1:]}."))
        except Unanswered as unanswered:
            return Trial(hears=False, says=(*says, _WORDS.get(unanswered.why, "X does not answer.")))
        if told.memory(given).budget.left(given.clock()) < 5:
            return Trial(hears=False, says=(*says, "The month's reads are used up: nothing is heard until they renew."))
        return Trial(hears=True, says=tuple(says))

    async def account(self, given: Given, name: str) -> WatchedAccount:
        """The account that goes by @name, x.com/name or twitter.com/name, with its number. It costs one read.

        Raises:
            InvalidInput: It is no name, nobody goes by it, or it is private or suspended.
            Unavailable: X does not answer.
        """
        username = username_of(name)
        try:
            async with self._api(given) as api:
                page = page_in(await api.person_named(username))
        except Unanswered as unanswered:
            if unanswered.why is Deafness.NOT_THERE:
                raise InvalidInput(_NOBODY) from None
            raise Unavailable(_WORDS.get(unanswered.why, "X does not answer.").rstrip(".")) from None
        if not page.entries:
            if any(fault.state is not None for fault in page.faults):
                raise InvalidInput("this account is suspended or private: it cannot be listened to")
            raise InvalidInput(_NOBODY)
        try:
            person = person_of(page.entries[0])
        except Malformed as error:
            raise Unavailable("X answers, but not what was asked") from error
        if person.protected:
            raise InvalidInput("this account is private: only public accounts are heard")
        return WatchedAccount(account=account_of(person.number), handle=person.name)

    def _api(self, given: Given) -> XApi:
        return XApi(
            given.secrets.get("token", ""),
            clock=given.clock,
            address=self._address,
            patience=self._patience,
            long=self._long,
            rng=self._rng,
        )


_NOBODY = "nobody goes by this name on X: look at how it is written"


class _Told:
    """The settings, read."""

    def __init__(self, given: Given) -> None:
        """Raises InvalidInput: a setting is not what it has to be."""
        settings = given.settings
        self.per_month = _whole(settings.get("reads_per_month", ""), "reads_per_month", 1, 100_000_000)
        self.renews_on = _whole(settings.get("renews_on", "") or "1", "renews_on", 1, 28)
        way = (settings.get("way", "") or "timelines").strip().lower()
        if way not in {"timelines", "stream", "both"}:
            raise InvalidInput("way: neither timelines nor stream nor both")
        every = _whole(settings.get("every", "") or "15", "every", 1, MOST_EVERY_MIN)
        self.streams = way != "timelines"
        self.every_s = 60.0 * (STREAM_EVERY_MIN if way == "stream" else every)
        media = (settings.get("media", "") or "yes").strip().lower()
        if media not in {"yes", "no"}:
            raise InvalidInput("media: neither yes nor no")
        self.media = media == "yes"
        self.look_after = _whole(settings.get("look_after", "") or "5", "look_after", 0, MOST_WRITTEN)

    def memory(self, given: Given) -> Memory:
        """What is known, and what was spent."""
        return Memory(given.accounts, given.cursor, self.per_month, self.renews_on)


def _whole(text: str, name: str, least: int, most: int) -> int:
    text = text.strip()
    if not text.isascii() or not text.isdecimal() or len(text) > 12 or not least <= int(text) <= most:
        raise InvalidInput(f"{name}: a whole number from {least} to {most}")
    return int(text)


def _cost(told: _Told, given: Given) -> list[str]:
    """What listening costs, before any of it is spent."""
    memory, now = told.memory(given), given.clock()
    budget, n = memory.budget, len(given.accounts)
    forecast = budget.forecast(n, now)
    basis = "by what was read in the days before" if forecast.measured else "at a guess of 10 posts of each account"
    says = [
        f"This costs about {forecast.reads_a_day:,.0f} reads a day, {basis}, of {told.per_month:,} a month.",
        f"{forecast.spent:,} were spent this month, and {forecast.left:,} are left until {forecast.renews_on}.",
    ]
    if told.media:
        says.append("Pictures come on top, where X counts their addresses as reads: media=no does without.")
    new = sum(each.asked_at is None and each.account not in given.heard_until for each in memory.all())
    if new:
        each_post = 5 if told.media else 1
        most = max(5, min(3200, budget.past_of_each(n) // each_post)) * each_post + 1
        says.append(f"To begin with, {new} accounts that are new cost up to {min(new * most, forecast.left):,} reads.")
        if new * (5 * each_post) > forecast.left:
            says.append("That is more than is left: not all of them will be heard before the reads renew.")
    if forecast.spent_on is not None:
        says.append(
            f"At that rate the reads are used up on {forecast.spent_on}: nothing is heard from then until "
            f"{forecast.renews_on}. Watch fewer accounts, or allow more reads."
        )
    elif forecast.spent * 2 > told.per_month:
        says.append("More than half of the month's reads are spent.")
    if n * APART_S > told.every_s:
        says.append("There are more accounts than can be asked for as often as said: their turns will be late.")
    return says


def _counted(answer: object, told: _Told) -> list[str]:
    """What X itself counts, for the whole project."""
    try:
        said = orjson.loads(getattr(answer, "body", b""))["data"]
        used, cap = int(said["project_usage"]), int(said["project_cap"])
    except (ValueError, KeyError, TypeError):
        return []
    says = [f"X counts {used:,} of {cap:,} posts for the whole project this month."]
    if cap < told.per_month:
        says.append("That is less than reads_per_month allows: X will stop answering before.")
    day = said.get("cap_reset_day")
    if type(day) is int and 1 <= day <= 28 and day != told.renews_on:
        says.append(f"X counts anew on day {day} of the month: give renews_on={day}.")
    return says


async def _stream_says(api: XApi, given: Given) -> list[str]:
    own, others = await rules_there(api)
    if others:
        return [
            f"The stream is not listened to: {others} rules of the application are not Vigil's.",
            "What they let through would be paid from these reads. Accounts are asked for in turn all the same.",
        ]
    n = len(rules_for([each.account.id for each in given.accounts]))
    return [f"The stream can be listened to, with {n} rules; {len(own)} of Vigil's stand there now."]

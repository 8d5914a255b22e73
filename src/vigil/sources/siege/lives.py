"""From a person's instants to everything their account does: posts, replies, reposts, edits, deletions, the script."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np
import polars as pl
from numpy.typing import NDArray

from vigil.model.ids import Platform
from vigil.model.instants import HOUR_US, SECOND_US, to_micros
from vigil.model.observation import AccountState, Kind
from vigil.model.witness import Account
from vigil.sources.siege import cast, words
from vigil.sources.siege.city import ABROAD, BEGINS_AT, DISTRICTS, ENDS_AT, District
from vigil.sources.siege.rhythm import CELL_US, Surroundings
from vigil.usecases.ports import OBSERVATION_SCHEMA

PLATFORM = Platform("simulated")


@dataclass(slots=True, kw_only=True)
class Life:
    """One simulated account on its way from instants to rows."""

    witness: str
    account: Account
    handle: str
    district: District
    langs: tuple[words.Lang, ...]
    replies: float
    reposts: float
    client: str
    at_us: NDArray[np.int64]
    leaves_at: datetime | None = None
    arrives_at: datetime | None = None


def scripted(life: Life) -> NDArray[np.int64]:
    """The instants that are left once the script has had its way with them."""
    at_us = life.at_us
    for absence in absences(life):
        if absence.changed_hands and absence.end is not None:
            after = at_us >= to_micros(absence.end)
            at_us = np.where(after, at_us + _OTHER_HOURS_US, at_us)
    return np.unique(at_us[_outside_silences(life, at_us)])


_OTHER_HOURS_US = 9 * HOUR_US
"""Whoever holds the phone after a change of hands is awake at other hours."""


def _outside_silences(life: Life, at_us: NDArray[np.int64]) -> NDArray[np.bool_]:
    outside = at_us < to_micros(ENDS_AT)
    for begin, end in silences(life):
        outside &= (at_us < to_micros(begin)) | (at_us >= to_micros(end))
    return outside


def silences(life: Life) -> Iterator[tuple[datetime, datetime]]:
    """When the script keeps this account silent, from and to; what is said then is in the script too."""
    for absence in absences(life):
        # What leads up to a silence belongs to the scripted words, and so does the quarter of an hour before them.
        words_min = max((said.minutes_before + 15 for said in absence.last), default=0)
        yield absence.begin - timedelta(minutes=words_min), absence.end or ENDS_AT
    if life.district.place == cast.OUTAGE_PLACE:
        yield cast.OUTAGE_BEGINS_AT, cast.OUTAGE_ENDS_AT
    if life.witness == cast.NEWCOMER:
        yield BEGINS_AT, cast.NEWCOMER_BEGINS_AT
        yield cast.NEWCOMER_SILENT_AT, ENDS_AT
    if life.witness == cast.SCHEDULED:
        yield cast.SCHEDULED_SILENT_AT, ENDS_AT
    if life.witness == cast.TWO_ACCOUNTS and life.account.platform == PLATFORM:
        yield cast.TWO_ACCOUNTS_SILENT_AT, ENDS_AT
    if life.leaves_at is not None and life.arrives_at is not None:
        yield life.leaves_at, life.arrives_at


def absences(life: Life) -> list[cast.Absence]:
    """The silences of the script that are this account's own."""
    if life.account.platform != PLATFORM:
        return []
    return [absence for absence in cast.ABSENCES if absence.witness == life.witness]


def rows(rng: np.random.Generator, life: Life, around: list[Surroundings]) -> pl.DataFrame:
    """Everything one account does, as columns."""
    posts = _posts(rng, life, around[DISTRICTS.index(life.district)])
    afterwards = pl.concat([_edits(rng, posts), _deletes(rng, posts)])
    afterwards = afterwards.filter(pl.Series(_outside_silences(life, afterwards["published_us"].to_numpy())))
    # Among the scripted posts nothing is edited or taken back by chance.
    return pl.concat([posts, afterwards, frame_of(life, list(_script(life)))])


def _posts(rng: np.random.Generator, life: Life, around: Surroundings) -> pl.DataFrame:
    n = life.at_us.size
    chance = rng.random(n)
    kind = np.where(chance < life.reposts, 2, np.where(chance < life.reposts + life.replies, 1, 0))
    shelled = around.shelling[np.minimum((life.at_us - to_micros(BEGINS_AT)) // CELL_US, around.shelling.size - 1)]
    text, lang = _texts(rng, life, kind, shelled)
    slug = life.account.id
    others = rng.integers(0, 10_000, n)
    return pl.DataFrame(
        {
            "published_us": life.at_us,
            "kind": np.array([Kind.POST.value, Kind.REPLY.value, Kind.REPOST.value], dtype=object)[kind],
            "post": [f"{slug}-{k}" for k in range(n)],
            "text": text,
            "lang": lang,
            "client": _clients(life),
            "reply_to": [f"sim-other-{other}" if k == 1 else None for k, other in zip(kind, others, strict=True)],
            "repost_of": [f"sim-other-{other}" if k == 2 else None for k, other in zip(kind, others, strict=True)],
        },
        schema_overrides={"text": pl.String, "lang": pl.String, "reply_to": pl.String, "repost_of": pl.String},
    ).pipe(_completed, life)


def _texts(
    rng: np.random.Generator, life: Life, kind: NDArray[np.int64], shelled: NDArray[np.bool_]
) -> tuple[list[str], list[str]]:
    """What each post says: of the shelling while there is some, else of the day, as the days are by then."""
    n = kind.size
    lang = [life.langs[k] for k in rng.integers(0, len(life.langs), n)]
    other_hands_us = _other_hands_us(life)
    lang = ["en" if at >= other_hands_us else tongue for at, tongue in zip(life.at_us.tolist(), lang, strict=True)]
    hard = (life.at_us >= to_micros(_HARD_FROM)) & (rng.random(n) < 0.6) | (life.at_us >= to_micros(_HARDEST_FROM))
    abroad = life.at_us >= to_micros(life.arrives_at or ENDS_AT)
    topics = (words.EVERYDAY, words.REPLIES, words.SHELLING, words.HARD_DAYS, words.ABROAD)
    topic = np.select([kind == 1, abroad, shelled & (rng.random(n) < 0.7), hard], [1, 4, 2, 3], default=0)
    said = {
        (about, tongue): [text.format(place=_place_in(tongue, life)) for text in sentences]
        for about, catalogue in enumerate(topics)
        for tongue, sentences in catalogue.items()
    }
    text = []
    for about, tongue, draw in zip(topic.tolist(), lang, rng.random(n).tolist(), strict=True):
        choices = said[about, tongue]
        text.append(choices[int(draw * len(choices))])
    return text, [str(tongue) for tongue in lang]


_HARD_FROM = datetime(2016, 11, 15, tzinfo=UTC)
_HARDEST_FROM = datetime(2016, 12, 5, tzinfo=UTC)


def _place_in(tongue: str, life: Life) -> str:
    return life.district.arabic if tongue == "ar" else life.district.place


def _other_hands_us(life: Life) -> int:
    """From when on somebody else holds the phone; the end where nobody does."""
    changed = [to_micros(absence.end) for absence in absences(life) if absence.changed_hands and absence.end]
    return min(changed, default=to_micros(ENDS_AT))


def _clients(life: Life) -> list[str]:
    other_hands_us = _other_hands_us(life)
    return ["sim-other-client" if at >= other_hands_us else life.client for at in life.at_us.tolist()]


def _edits(rng: np.random.Generator, posts: pl.DataFrame) -> pl.DataFrame:
    """One post in a hundred is edited within the quarter of an hour."""
    chosen = posts.filter(pl.Series(rng.random(posts.height) < 0.01) & (posts["kind"] == Kind.POST.value))
    later = pl.Series(rng.integers(20, 900, chosen.height) * SECOND_US)
    return chosen.with_columns(
        published_us=pl.col("published_us") + later,
        kind=pl.lit(Kind.EDIT.value),
        text=pl.col("text") + " (corrected)",
    )


def _deletes(rng: np.random.Generator, posts: pl.DataFrame) -> pl.DataFrame:
    """One post in two hundred is taken back while its author is there anyway: with a later post of theirs."""
    heights = np.flatnonzero(rng.random(posts.height) < 0.005)
    if posts.height == 0 or heights.size == 0:
        return posts.clear()
    with_post = np.minimum(heights + rng.integers(1, 12, heights.size), posts.height - 1)
    return posts[heights].with_columns(
        published_us=posts["published_us"].gather(pl.Series(with_post)) + 5 * SECOND_US,
        kind=pl.lit(Kind.DELETE.value),
        text=pl.lit(None, dtype=pl.String),
    )


def _script(life: Life) -> Iterator[dict[str, str | int | None]]:
    """The posts and deletions the script gives to this account."""
    for nth, absence in enumerate(absences(life)):
        ids = [f"{life.account.id}-script-{nth}-{k}" for k in range(len(absence.last))]
        for post, said in zip(ids, absence.last, strict=True):
            at = absence.begin - timedelta(minutes=said.minutes_before)
            yield said_row(at, Kind.POST, post, text=said.text, lang=said.lang, client=life.client)
            if absence.takes_back:
                taken_back_at = absence.begin - timedelta(seconds=30)
                yield said_row(taken_back_at, Kind.DELETE, post, client=life.client)
        if absence.first is not None and absence.end is not None:
            client = "sim-other-client" if absence.changed_hands else life.client
            post = f"{life.account.id}-script-{nth}-first"
            first = absence.first
            yield said_row(absence.end, Kind.POST, post, text=first.text, lang=first.lang, client=client)
    if life.arrives_at is not None and not absences(life):
        lang = life.langs[0]
        text = words.ARRIVED[lang][len(life.witness) % len(words.ARRIVED[lang])]
        post = f"{life.account.id}-arrived"
        text = text.format(place=_place_in(lang, life))
        yield said_row(life.arrives_at, Kind.POST, post, text=text, lang=lang, client=life.client)
    if life.witness in cast.DEAF_TO:
        for nth, after_h in enumerate((1.5, 4.2, 14.0)):
            at = cast.DEAF_FROM + timedelta(hours=after_h)
            lang = life.langs[0]
            text = words.HARD_DAYS[lang][nth].format(place=_place_in(lang, life))
            yield said_row(at, Kind.POST, f"{life.account.id}-deaf-{nth}", text=text, lang=lang, client=life.client)
    if life.witness == cast.SCHEDULED:
        at = BEGINS_AT
        while at < ENDS_AT:
            post = f"{life.account.id}-scheduled-{at:%m%d%H}"
            yield said_row(at, Kind.POST, post, text=words.SCHEDULED, lang="en", client=cast.SCHEDULED_CLIENT)
            at += timedelta(hours=6)


def said_row(
    at: datetime,
    kind: Kind,
    post: str | None,
    *,
    text: str | None = None,
    lang: str | None = None,
    client: str | None = None,
    state: AccountState | None = None,
) -> dict[str, str | int | None]:
    """One row of the script."""
    return {
        "published_us": to_micros(at),
        "kind": kind.value,
        "post": post,
        "text": text,
        "lang": lang,
        "client": client,
        "state": state.value if state else None,
    }


def frame_of(life: Life, rows: list[dict[str, str | int | None]]) -> pl.DataFrame:
    """Rows of the script as columns."""
    columns = ("published_us", "kind", "post", "text", "lang", "client", "reply_to", "repost_of", "state")
    schema = {column: OBSERVATION_SCHEMA[column] for column in columns}
    return pl.DataFrame(rows, schema=schema).pipe(_completed, life)


def _completed(frame: pl.DataFrame, life: Life) -> pl.DataFrame:
    """The columns every row of an account shares, in the order of OBSERVATION_SCHEMA."""
    arrived_us = to_micros(life.arrives_at) if life.arrives_at else to_micros(ENDS_AT)
    abroad = pl.col("published_us") >= arrived_us
    given = frame.with_columns(
        platform=pl.lit(life.account.platform),
        account=pl.lit(life.account.id),
        handle=pl.lit(life.handle),
        place=pl.when(abroad).then(pl.lit(ABROAD)).otherwise(pl.lit(life.district.place)),
        position=pl.lit(0, dtype=pl.Int64),
    )
    missing = {
        column: pl.lit(None, dtype=dtype) for column, dtype in OBSERVATION_SCHEMA.items() if column not in given.columns
    }
    return given.with_columns(**missing).select(pl.col(c).cast(t) for c, t in OBSERVATION_SCHEMA.items())

"""The simulated siege: the same from the same seed, human in its statistics, and the story it has to tell."""

import re
from datetime import UTC, datetime, timedelta
from itertools import chain, pairwise

import numpy as np
import polars as pl
import pytest

from vigil.model.coverage import Hearing
from vigil.model.fate import Fate
from vigil.model.instants import HOUR_US, from_micros, to_micros
from vigil.model.observation import SIGNS_OF_LIFE, AccountState, Kind
from vigil.sources.siege import BEGINS_AT, ENDS_AT, cast, human_rhythm, simulate_siege, timeline, words
from vigil.usecases.ports import OBSERVATION_SCHEMA

SIGNS = [kind.value for kind in SIGNS_OF_LIFE]


@pytest.fixture(scope="module")
def siege():
    return simulate_siege(1)


def of(siege, witness, frame=None):
    """What was heard of a witness's first account."""
    frame = siege.heard if frame is None else frame
    return frame.filter((pl.col("account") == f"sim-{witness.lower()}") & (pl.col("platform") == "simulated"))


def between(frame, begin, end):
    return frame.filter(pl.col("published_us").is_between(to_micros(begin), to_micros(end), closed="left"))


def test_the_same_seed_gives_the_same_siege_and_another_seed_another(siege):
    """A demonstration can be repeated row by row."""
    assert simulate_siege(1).heard.equals(siege.heard)
    assert simulate_siege(1).watchlist == siege.watchlist
    assert not simulate_siege(2).heard.equals(siege.heard)


@pytest.mark.parametrize("seed", [1, 7])
def test_rows_are_as_the_port_wants_them(seed):
    """An importer can take the frames as they are: schema, closed vocabularies, order, positions."""
    siege = simulate_siege(seed)
    for frame in (siege.heard, siege.backfilled, siege.unheard):
        assert dict(frame.schema) == OBSERVATION_SCHEMA
        assert frame.select("platform", "account", "published_us", "kind", "position").null_count().row(0) == (0,) * 5
        assert set(frame["kind"]) <= {kind.value for kind in Kind}
        assert frame["published_us"].is_sorted()
        assert frame["position"].to_list() == list(range(1, frame.height + 1))
        assert frame["published_us"].min() >= to_micros(BEGINS_AT)
        assert frame["published_us"].max() < to_micros(ENDS_AT)


def test_nothing_in_it_can_be_taken_for_real(siege):
    """Platform, handles, collectors and evidence all say that they are simulated."""
    assert all(platform.startswith("simulated") for platform in siege.heard["platform"].unique())
    assert all(handle.startswith("sim_") for handle in siege.heard["handle"].unique())
    assert all(span.collector.startswith("sim-") for span in siege.coverage)
    assert all(entry.evidence.startswith("simulated") and "simulated" in entry.judged_by for entry in siege.fates)


def test_some_sixty_witnesses_are_watched_on_a_stated_basis(siege):
    """Every account heard is on the watchlist, one witness has two, every witness a basis and a review date."""
    watched = siege.watchlist.accounts()
    assert len(siege.watchlist.witnesses) == 60
    assert len(watched) == 61
    heard = set(siege.heard.select("platform", "account").unique().iter_rows())
    assert {(w.account.platform, w.account.id) for _, w in watched} == heard
    assert all(witness.review_on for witness in siege.watchlist.witnesses)


def test_there_is_history_enough_to_learn_a_rhythm(siege):
    """All but the newcomer have 120 days and a hundred signs of life before the goodbye of 4 December."""
    before = siege.heard.filter(pl.col("published_us") < to_micros(datetime(2016, 12, 4, tzinfo=UTC)))
    per_account = before.group_by("account").agg(n=pl.len(), first=pl.col("published_us").min())
    assert per_account.height == 60  # 61 accounts without the newcomer
    assert per_account["n"].min() > 100
    assert per_account["first"].max() < to_micros(BEGINS_AT + timedelta(days=12))


def test_rhythms_are_human_and_not_noise(siege):
    """Gaps come in sessions with a long tail, nights are quiet, people differ tenfold in how much they post."""
    before = siege.heard.filter(
        (pl.col("published_us") < to_micros(datetime(2016, 11, 15, tzinfo=UTC)))
        & pl.col("kind").is_in(SIGNS)
        & (pl.col("client") != cast.SCHEDULED_CLIENT)
    )
    spread, rates, at_night = [], [], []
    for (_,), rows in before.group_by("account"):
        at_us = np.unique(rows["published_us"].to_numpy())
        gaps_h = np.diff(at_us) / HOUR_US
        spread.append(gaps_h.std() / gaps_h.mean())
        rates.append(at_us.size / 106)
        assert np.median(gaps_h) < gaps_h.mean() / 2
        at_night.append(np.mean(np.mod(at_us / HOUR_US + 3, 24) // 1 == 4))
    assert np.median(spread) > 2  # a Poisson process has 1
    assert max(rates) > 8 * min(rates)
    assert np.median(at_night) < 0.015  # of 24 hours, one would have 0.042


def test_prayers_leave_a_dip_and_fridays_differ():
    """Over many people the twenty minutes after noon's call hold fewer posts than those before."""
    rng = np.random.default_rng(5)
    begin = datetime(2016, 8, 1, tzinfo=UTC)
    at_us = np.concatenate(
        [
            timeline(rng, human_rhythm(rng, posts_per_day=30), begin=begin, end=begin + timedelta(days=60))
            for _ in range(30)
        ]
    )
    of_day_h = at_us % (24 * HOUR_US) / HOUR_US
    call_h = 9.6  # noon prayer in UTC, August
    during = np.count_nonzero((of_day_h >= call_h) & (of_day_h < call_h + 1 / 3))
    earlier = np.count_nonzero((of_day_h >= call_h - 0.5) & (of_day_h < call_h - 1 / 6))
    assert during < 0.9 * earlier


def test_a_timeline_follows_its_chance_alone():
    """The generator that tests may borrow is repeatable, increasing, in whole seconds and within its bounds."""
    begin = datetime(2020, 1, 1, tzinfo=UTC)
    end = begin + timedelta(days=90)
    first, second = (
        timeline(np.random.default_rng(3), human_rhythm(np.random.default_rng(4)), begin=begin, end=end) for _ in "ab"
    )
    assert (first == second).all()
    assert (np.diff(first) > 0).all()
    assert (first % 1_000_000 == 0).all()
    assert to_micros(begin) <= first[0] <= first[-1] < to_micros(end)


def test_the_child_says_goodbye_and_the_account_is_deleted_and_back_a_day_later(siege):
    """4 December: words, taken back, deleted. About 24 hours later: there again, under attack."""
    child = of(siege, cast.CHILD)
    states = child.filter(pl.col("kind") == Kind.ACCOUNT_STATE.value)
    assert states["state"].to_list() == [AccountState.DELETED.value, AccountState.ACTIVE.value]
    deleted_at, back_at = (from_micros(at) for at in states["published_us"])
    assert deleted_at.date() == datetime(2016, 12, 4, tzinfo=UTC).date()
    assert timedelta(hours=20) < back_at - deleted_at < timedelta(hours=28)
    last = between(child, deleted_at - timedelta(hours=1), deleted_at)
    assert set(last["kind"]) == {Kind.POST.value, Kind.DELETE.value}
    assert "Goodbye" in last.filter(pl.col("kind") == "post")["text"].to_list()[-1]
    assert between(child, deleted_at + timedelta(seconds=1), back_at).is_empty()
    assert "Nowhere to go" in between(child, back_at, ENDS_AT).filter(pl.col("kind") == "post")["text"].to_list()[0]


def test_that_she_is_safe_is_first_said_by_others(siege):
    """19 December: two others say it, on a photograph and a statement; the account itself is silent."""
    said = [entry for entry in siege.fates if entry.witness == cast.CHILD]
    assert [entry.fate for entry in said] == [Fate.UNREACHABLE, Fate.EVACUATED, Fate.SAFE]
    assert "photograph" in said[1].evidence
    assert "doctors" in said[2].claimed_by
    assert between(of(siege, cast.CHILD), said[1].recorded_at - timedelta(hours=12), ENDS_AT).is_empty()


def test_a_district_falls_silent_together_and_returns_but_for_one(siege):
    """The outage: nobody of the place is heard while it lasts, all but one are heard within two days of its end."""
    members = [name for name, place in _places(siege).items() if place == cast.OUTAGE_PLACE]
    assert len(members) >= 6
    for name in members:
        assert between(of(siege, name), cast.OUTAGE_BEGINS_AT, cast.OUTAGE_ENDS_AT).is_empty()
    after = {
        name
        for name in members
        if not between(of(siege, name), cast.OUTAGE_ENDS_AT, cast.OUTAGE_ENDS_AT + timedelta(days=2)).is_empty()
    }
    assert set(members) - after == {cast.NOT_BACK_FROM_OUTAGE}


def test_the_deaf_collector_hears_nothing_while_people_post(siege):
    """A deaf collector looks exactly like silent witnesses: what they said is filled in later, or lost."""
    deaf = {f"sim-{name.lower()}" for name in cast.DEAF_TO}
    heard = between(siege.heard, cast.DEAF_FROM, cast.DEAF_UNTIL)
    assert not deaf & set(heard["account"])
    assert set(siege.backfilled["account"]) | set(siege.unheard["account"]) == deaf
    assert set(siege.backfilled["account"]) == {f"sim-{name.lower()}" for name in cast.FILLED_IN_LATER}
    blind = {span.account.id for span in siege.coverage if span.hearing is Hearing.BLIND}
    assert blind == deaf
    assert {span.hearing for span in siege.backfill_coverage} == {Hearing.DEGRADED}


def test_every_watched_account_is_covered_without_a_break(siege):
    """Whoever is watched is heard, well or badly, from beginning to end."""
    for _, watched in siege.watchlist.accounts():
        spans = sorted(
            (span for span in siege.coverage if span.account == watched.account), key=lambda span: span.begin
        )
        assert spans[0].begin == BEGINS_AT
        assert spans[-1].end == ENDS_AT
        assert all(a.end == b.begin for a, b in pairwise(spans))


def test_who_is_gone_is_not_heard_again_but_for_programs(siege):
    """After the moment the truth gives, nothing of an account is a person's doing."""
    assert len(siege.gone) >= 15
    for account, gone_at in siege.gone.items():
        after = siege.heard.filter(
            (pl.col("account") == account.id)
            & (pl.col("platform") == account.platform)
            & (pl.col("published_us") > to_micros(gone_at))
        )
        assert set(after["client"]) <= {cast.SCHEDULED_CLIENT}


def test_the_program_goes_on_after_its_people_stop(siege):
    """Scheduled posts come every six hours to the second, before and after."""
    at_us = of(siege, cast.SCHEDULED).filter(pl.col("client") == cast.SCHEDULED_CLIENT)["published_us"].to_numpy()
    assert set(np.diff(at_us)) == {6 * HOUR_US}
    assert from_micros(int(at_us[-1])) > cast.SCHEDULED_SILENT_AT + timedelta(days=7)


def test_one_witness_is_silent_on_one_account_and_speaks_on_the_other(siege):
    """The other account is on another platform and goes on after the first has stopped."""
    (witness,) = [w for w in siege.watchlist.witnesses if w.name == cast.TWO_ACCOUNTS]
    first, second = witness.accounts
    assert first.account.platform != second.account.platform
    assert between(of(siege, cast.TWO_ACCOUNTS), cast.TWO_ACCOUNTS_SILENT_AT, ENDS_AT).is_empty()
    others = siege.heard.filter(pl.col("account") == second.account.id)
    assert between(others, cast.TWO_ACCOUNTS_SILENT_AT, ENDS_AT).height > 20


def test_the_newcomer_has_too_little_history(siege):
    """Some signs of life, over fewer than 14 days."""
    rows = of(siege, cast.NEWCOMER)
    assert rows.height >= 3
    assert rows["published_us"].min() > to_micros(cast.NEWCOMER_SILENT_AT - timedelta(days=14))
    assert rows["published_us"].max() < to_micros(cast.NEWCOMER_SILENT_AT)


def test_a_return_in_other_hands_differs_from_before(siege):
    """Another client, another language, other hours."""
    (absence,) = [absence for absence in cast.ABSENCES if absence.changed_hands]
    rows = of(siege, absence.witness)
    before, after = between(rows, BEGINS_AT, absence.begin), between(rows, absence.end, ENDS_AT)
    assert not set(before["client"]) & set(after["client"])
    assert set(after["lang"].drop_nulls()) == {"en"}


def test_evacuated_witnesses_have_dated_places(siege):
    """Someone evacuated stops counting as a neighbour where they were."""
    moved = [watched for _, watched in siege.watchlist.accounts() if len(watched.stays) == 2]
    assert len(moved) >= 20
    for watched in moved:
        before, after = watched.stays
        assert before.place != after.place
        assert before.end <= after.begin


@pytest.mark.parametrize("catalogue", [words.EVERYDAY, words.SHELLING, words.REPLIES, words.HARD_DAYS, words.ABROAD])
def test_ordinary_words_hold_no_address_name_or_link(catalogue):
    """Nothing in the sentences leads to anybody."""
    for sentence in chain.from_iterable(catalogue.values()):
        assert not re.search(r"https?:|@|#|\d{5,}", sentence)
        sentence.format(place="X")


def _places(siege):
    return {witness.name: witness.accounts[0].stays[0].place for witness in siege.watchlist.witnesses}

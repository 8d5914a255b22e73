"""What a person types in to add Bluesky and its accounts, and what a trial tells them."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from bluesky_service import EAR, HASTY_ASKING, BlueskyService, now, watched
from stand_ins import ALICE, BOB, HASTY, STRANGER, JetstreamStandIn

from vigil.model.errors import InvalidInput, Unavailable
from vigil.sources.bluesky import MANIFEST
from vigil.sources.bluesky.collector import Manner
from vigil.sources.bluesky.kind import BlueskyKind
from vigil.sources.bluesky.probes import ProbeSettings
from vigil.usecases.listening.collecting import Given

KIND = BlueskyKind(
    Manner(line=HASTY, filling=HASTY_ASKING, probes=ProbeSettings(patience=HASTY_ASKING), once_within_s=1.0)
)


def given(accounts=(), **settings):
    """What a source is given."""
    return Given(collector=EAR, accounts=tuple(watched(did) for did in accounts), clock=now, settings=settings)


def account(name, *, down=False):
    """What a name leads to."""
    service = BlueskyService()
    service.states = {ALICE: (True, None), BOB: (True, None)}
    service.handles = {ALICE: "alice.example.org", STRANGER: "bob.example.org", BOB: "bob.example.org"}
    service.down = down
    with service.running() as (base, seen):
        service.address = base
        return asyncio.run(KIND.account(given(directory=base, names=base), name)), seen


@pytest.mark.parametrize(
    "name",
    [
        "alice.example.org",
        " @Alice.Example.org ",
        "at://alice.example.org",
        ALICE,
        f"at://{ALICE}",
        f"https://bsky.app/profile/{ALICE}",
        "https://bsky.app/profile/alice.example.org",
        "https://www.bsky.app/profile/alice.example.org/post/3abc?ref=x",
        f"https://bsky.app/profile/{ALICE.replace(':', '%3A')}",
    ],
)
def test_every_way_to_write_an_account_leads_to_it(name):
    """By its DID, which stays when the handle changes."""
    found, _ = account(name)
    assert (found.account.id, found.handle) == (ALICE, "alice.example.org")


def test_a_handle_that_does_not_claim_its_account_back_is_not_given():
    """Anybody may claim a handle in the directory."""
    found, _ = account(BOB)
    assert (found.account.id, found.handle) == (BOB, None)


def test_a_did_of_the_web_is_taken_as_it_is():
    """Its holder's own domain is not asked, nor anybody else."""
    found, seen = account("did:web:someone.example.org")
    assert found.account.id == "did:web:someone.example.org"
    assert seen == []


@pytest.mark.parametrize(
    "name",
    [
        "",
        "nobody.example.org",
        "did:plc:nobodynobodynobodynobody",
        "did:",
        "did:plc:x\x00y",
        "https://example.org/profile/alice.example.org",
        "https://bsky.app/",
        "alice",
        "x" * 10_000,
        "https://bsky.app/profile/" + "a" * 10_000,
    ],
)
def test_what_leads_nowhere_is_refused_without_being_repeated(name):
    """The message names nobody."""
    with pytest.raises(InvalidInput) as refused:
        account(name)
    assert "nobody" not in str(refused.value).replace("nobody goes by this handle", "")


def test_who_does_not_answer_is_not_taken_for_a_no():
    """Names that cannot be looked up now may be there."""
    with pytest.raises(Unavailable):
        account("alice.example.org", down=True)


def trial(*, hears=True, knows=True, down=False, **settings):
    """What a trial says."""

    async def run(base, service):
        server = JetstreamStandIn()
        if hears:
            server.did(STRANGER)
        async with server.running() as address:
            service.address = base
            told = {"service": address, "directory": base, "names": base, **settings}
            said = await KIND.trial(given([ALICE], **told))
            assert all(ALICE not in str(asked) for asked in server.asked), "a trial names nobody who is watched"
            return said

    service = BlueskyService()
    service.states = {ALICE: (True, None)} if knows else {}
    service.down = down
    with service.running() as (base, _):
        return asyncio.run(run(base, service))


def test_a_trial_says_that_it_hears():
    """Somebody was heard in the last half minute, and the archive answers."""
    said = trial()
    assert said.hears
    assert len(said.says) == 2
    assert "heard" in said.says[0]
    assert "answers" in said.says[1]


@pytest.mark.parametrize(
    ("how", "word"),
    [
        ({"hears": False}, "nobody"),
        ({"service": "ws://127.0.0.1:1"}, "reached"),
        ({"wire": "firehose", "hears": False}, "nobody"),
    ],
)
def test_a_trial_says_why_it_does_not_hear(how, word):
    """In words, within seconds, and whatever the archive does."""
    said = trial(**how)
    assert not said.hears
    assert word in said.says[0]


@pytest.mark.parametrize(
    ("how", "word"),
    [
        ({"down": True}, "does not answer"),
        ({"knows": False}, "no server"),
        ({"archive": "none"}, "stays lost"),
        ({"directory": "http://127.0.0.1:1"}, "does not answer"),
    ],
)
def test_a_trial_says_what_the_archive_does(how, word):
    """The stream hears all the same."""
    said = trial(**how)
    assert said.hears
    assert word in said.says[1]
    assert ALICE not in " ".join(said.says)


def test_a_collector_is_refused_what_it_cannot_listen_with():
    """Before it begins."""
    for told in ({"service": "ws://far.example.org"}, {"wire": "x"}):
        with pytest.raises(InvalidInput):
            KIND.collector(given([ALICE], **told))
    with pytest.raises(InvalidInput):
        KIND.collector(given(["no did"]))


def test_with_nobody_to_listen_for_catching_up_is_over():
    """And nobody is asked."""

    async def run():
        return [item async for item in KIND.collector(given()).listen(once=True)]

    assert asyncio.run(run()) == []


def test_who_is_watched_can_be_refused_and_then_nothing_has_changed():
    """Another platform's account, or too many of them."""
    ear = KIND.collector(given([ALICE]))
    with pytest.raises(InvalidInput):
        ear.watch([watched("no did")])
    with pytest.raises(InvalidInput):
        ear.watch([replace(watched(BOB), account=replace(watched(BOB).account, platform="mastodon"))])
    assert list(ear._watched) == [watched(ALICE).account]
    ear.watch([watched(BOB)])  # before it begins, too
    assert list(ear._watched) == [watched(BOB).account]


def test_the_manifest_promises_what_is_done():
    """Each account is probed every half hour, with time to spare for what must be minutes old."""
    manner = Manner()
    assert manner.rounds.every_s + manner.probes.unheard_after_s + 60 <= MANIFEST.probe_every_s <= 1800
    assert manner.probes.every_s == MANIFEST.probe_every_s


def test_every_setting_is_documented():
    """With its default."""
    page = (Path(__file__).parents[3] / "docs" / "hearing-bluesky.md").read_text(encoding="utf-8")
    for setting in KIND.settings:
        (row,) = [line for line in page.splitlines() if line.startswith(f"| `{setting.name}` |")]
        assert setting.default is None or setting.default in row

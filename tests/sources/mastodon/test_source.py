"""What Mastodon as a source needs to be told, whether it hears, and who goes by a name."""

import asyncio

import pytest
from mastodon_stand_in import LOGIN_PAGE, TOKEN, MastodonStandIn, given, source

from vigil.model.errors import InvalidInput, Unavailable
from vigil.sources.mastodon import MANIFEST, MastodonSource
from vigil.sources.mastodon.source import EVERY_S, MOST_EVERY_S
from vigil.usecases.listening.collecting import Given


def tried(prepare=lambda server: (), *, token=None, settings=None, **knobs):
    """What a trial says, of a server prepared so; it gives who is watched."""

    async def running():
        async with MastodonStandIn(**knobs).running() as server:
            people = prepare(server)
            return await source().trial(given(server, *people, token=token, settings=settings or {}))

    return asyncio.run(running())


def found(name, prepare=lambda server: None, **knobs):
    """The account that goes by a name, and the server's address."""

    async def running():
        async with MastodonStandIn(**knobs).running() as server:
            server.person("someone")
            server.person("distant", at="other.example")
            prepare(server)
            text = name.replace("HERE", f"127.0.0.1:{server.port}")
            return await source().account(given(server), text), server.base

    return asyncio.run(running())


@pytest.mark.parametrize(
    "name",
    ["someone", "@someone", " @someone@HERE ", "someone@HERE", "http://HERE/@someone", "http://HERE/users/someone/"],
)
def test_an_account_is_found_by_any_of_its_names(name):
    """Its address is the id, its whole name the handle."""
    account, base = found(name)
    assert account.account.id == f"{base}/users/someone"
    assert account.account.platform == "mastodon"
    assert account.handle == f"someone@{base.removeprefix('http://')}"


@pytest.mark.parametrize("name", ["@distant@other.example", "https://HERE/@distant@other.example"])
def test_an_account_of_another_server_has_the_id_it_has_there(name):
    """So that it is one account, through whichever server it is heard."""
    account, _ = found(name)
    assert account.account.id == "https://other.example/users/distant"
    assert account.handle == "distant@other.example"


@pytest.mark.parametrize(
    "name", ["", "stranger", "a b", "@@", "https://HERE/", "https://[", "ftp://HERE/@someone", "x" * 999]
)
def test_who_is_nobody_is_said_without_the_name(name):
    """An error names no account."""
    with pytest.raises(InvalidInput) as refused:
        found(name)
    assert not name.strip() or name not in str(refused.value)


@pytest.mark.parametrize("always", [(200, {}, LOGIN_PAGE), (503, {}, b""), (429, {}, b""), (200, {}, b"[]")])
def test_a_server_that_does_not_say_is_unavailable(always):
    """It may, later."""
    with pytest.raises(Unavailable):
        found("someone", always=always)


def test_a_server_that_is_well_and_one_that_is_heard_on_its_stream():
    """In plain words, and naming nobody."""

    def prepare(server):
        people = [server.person("someone"), server.person("distant", at="other.example")]
        server.post(people[0])
        return people

    trial = tried(prepare)
    assert trial.hears
    assert "1 of 1 watched accounts that were tried are known here." in trial.says
    assert any(says.startswith("1 of 2 watched accounts are at home on other servers") for says in trial.says)
    assert any(says.startswith("No stream") for says in trial.says)
    assert "someone" not in repr(trial) + repr(tried(prepare, token=TOKEN))
    assert "The token is valid." in tried(prepare, token=TOKEN).says


@pytest.mark.parametrize(
    ("knobs", "token", "hears", "word"),
    [
        ({"needs_token": True}, None, False, "only with a token"),
        ({"needs_token": True}, TOKEN, True, "The token is valid"),
        ({"tokens": set()}, TOKEN, False, "is not valid"),
        ({"always": (200, {}, LOGIN_PAGE)}, None, False, "only with a token"),
        ({"always": (429, {}, b"")}, None, False, "left alone"),
        ({"always": (200, {}, b"{}")}, None, False, "not as a Mastodon server"),
        ({"always": (404, {}, b"")}, None, False, "not as a Mastodon server"),
        ({"refuse_stream": (401, {})}, TOKEN, True, "stream is refused"),
        ({"hang": True}, TOKEN, True, "nothing came on it"),
    ],
)
def test_what_is_wrong_is_said(knobs, token, hears, word):
    """And what to do about it."""
    trial = tried(token=token, **knobs)
    assert trial.hears is hears
    assert word in " ".join(trial.says)
    assert TOKEN not in repr(trial)


def test_a_stream_of_another_address_is_named():
    """It is not connected to before somebody says so."""

    def prepare(server):
        server.only_for = "/instance"
        server.always = (
            200,
            {},
            b'{"version":"4.5.0","configuration":{"urls":{"streaming":"wss://streaming.other.example"}}}',
        )
        return ()

    assert "add streaming=wss://streaming.other.example." in " ".join(tried(prepare).says)


@pytest.mark.parametrize(
    "settings",
    [
        {"server": ""},
        {"server": "http://mastodon.example"},
        {"server": "ftp://mastodon.example"},
        {"server": "https://u:SECRET@mastodon.example"},
        {"stream": "maybe"},
        {"streaming": "http://stream.example"},
        {"every": "0"},
        {"every": "31"},
        {"every": "often"},
        {"every": "nan"},
    ],
    ids=str,
)
def test_a_setting_that_cannot_be_is_refused(settings):
    """Before anything is asked, and in words."""
    told = given(MastodonStandIn(port=1), settings=settings)
    with pytest.raises(InvalidInput) as refused:
        source().collector(told)
    assert "SECRET" not in str(refused.value)


def test_an_id_that_is_no_address_is_refused():
    """It is another platform's, or a handle."""
    told = given(MastodonStandIn(port=1), {"uri": "someone@mastodon.example"})
    with pytest.raises(InvalidInput) as refused:
        source().collector(told)
    assert "someone" not in str(refused.value)


def test_a_token_that_cannot_be_is_refused_without_repeating_it():
    """It would go into a header."""
    told = given(MastodonStandIn(port=1), token="PLANTED\nSECRET")
    with pytest.raises(InvalidInput) as refused:
        source().collector(told)
    assert "PLANTED" not in str(refused.value) + repr(told)


@pytest.mark.parametrize(
    ("n_accounts", "every_s", "apart_s"), [(1, EVERY_S, 0.2), (100, EVERY_S, 0.2), (500, 1100, 2.2), (818, 1800, 2.2)]
)
def test_many_accounts_are_asked_for_within_the_limits(n_accounts, every_s, apart_s):
    """Two requests each, of 300 in 5 minutes, and every account within half an hour."""
    people = [{"uri": f"https://mastodon.example/users/p{number}"} for number in range(n_accounts)]
    settings = MastodonSource()._round_settings(given(MastodonStandIn(port=1), *people))
    assert settings.every_s == pytest.approx(every_s, abs=1)
    assert settings.least_apart_s == apart_s
    assert settings.every_s <= MOST_EVERY_S == MANIFEST.probe_every_s
    assert min(2 * n_accounts, 2 * 300 / settings.least_apart_s) <= 300 or n_accounts > 100


def test_every_setting_has_its_line_of_help():
    """And what is secret is said to be."""
    assert {each.name for each in MastodonSource.settings if each.secret} == {"token"}
    assert {each.name for each in MastodonSource.settings if each.required} == {"server"}
    assert all(each.says for each in MastodonSource.settings)
    assert isinstance(given(MastodonStandIn(port=1)), Given)

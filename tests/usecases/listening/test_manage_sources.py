"""Sources are added with what they need, tried, asked for an account, and removed."""

from datetime import UTC, datetime

import pytest
from case_kinds import Kept
from scripted_source import ScriptedKind

from vigil.model.errors import InvalidInput, Unavailable
from vigil.usecases.listening.collecting import SourceSetting
from vigil.usecases.listening.manage_sources import add_source, find_account, kind_named, remove_source, try_sources
from vigil.usecases.verify_case import verify_case

KIND = ScriptedKind()
KINDS = {"spoken": KIND}


def now():
    return datetime.now(UTC)


@pytest.fixture
def case(tmp_path):
    with Kept("encrypted", tmp_path / "aleppo.vigil").writer() as opened:
        yield opened


def add(case, kind=KIND, name=None, ask=None, **said):
    return add_source(case, kind, said=said, name=name, ask=ask, clock=now)


def test_kinds_go_by_their_names():
    """In any case of letters; what is unknown is refused with what there is."""
    assert kind_named(KINDS, " Spoken") is KIND
    with pytest.raises(InvalidInput, match="there are spoken"):
        kind_named(KINDS, "radio")


def test_a_source_is_called_as_its_kind_and_numbered(case):
    """Unless it is named; a name that was used for hearing is not given again by itself."""
    assert [add(case).collector, add(case).collector, add(case, name="hq").collector] == ["spoken", "spoken-2", "hq"]
    for name in ("", "Ü", "file:x", "-a", "a b"):
        with pytest.raises(InvalidInput, match="--name"):
            add(case, name=name)
    with pytest.raises(InvalidInput, match="already"):
        add(case, name="hq")


def test_secrets_are_asked_for_and_kept_apart(case):
    """What is said as a setting is shown; what is asked for unseen never is."""
    source = add(case, ask=lambda prompt: "sesame" if prompt.startswith("token") else "", server="https://a.example")
    assert (dict(source.settings), dict(source.secrets)) == ({"server": "https://a.example"}, {"token": "sesame"})
    assert "sesame" not in repr(case.listening.sources())


def test_what_is_missing_or_unknown_is_told(case):
    """With where to get it."""
    with pytest.raises(InvalidInput, match="no setting colour: its settings are server, token"):
        add(case, colour="red")

    class Needs(ScriptedKind):
        settings = (SourceSetting(name="token", says="Given out at the gate.", secret=True, required=True),)

    with pytest.raises(InvalidInput, match="Given out at the gate"):
        add(case, Needs())
    with pytest.raises(InvalidInput, match="token is needed"):
        add(case, Needs(), ask=lambda _: " ")
    assert case.listening.sources() == []


def test_trying_says_in_words_whether_it_hears(case):
    """Each source for itself; a setting that cannot be used is told as that."""
    add(case)

    class Refuses(ScriptedKind):
        async def trial(self, given):
            raise InvalidInput("the server's address is none")

    assert [(one.trial.hears, one.trial.says) for one in try_sources(case, KINDS, only=(), clock=now)] == [
        (True, ("https://spoken.example was asked.",))
    ]
    (refused,) = try_sources(case, {"spoken": Refuses()}, only=["spoken"], clock=now)
    assert (refused.trial.hears, refused.trial.says) == (False, ("the server's address is none",))


def test_an_account_is_found_by_its_name(case):
    """Its id is what the platform says, and its handle stays beside it."""
    add(case)
    found = find_account(case, KINDS, source="spoken", name="@amal", clock=now)
    assert (found.account.id, found.handle) == ("AMAL", "amal")
    with pytest.raises(Unavailable):
        find_account(case, KINDS, source="spoken", name="away", clock=now)


def test_a_source_is_removed_with_its_secrets(case):
    """And the case's log says that there was one."""
    add(case, ask=lambda _: "sesame")
    remove_source(case, "spoken", clock=now)
    assert case.listening.sources() == []
    assert verify_case(case).verified
    with pytest.raises(InvalidInput, match="vigil sources list"):
        remove_source(case, "spoken", clock=now)

"""Nobody is asked unless named; whoever was stays known, so that what they signed can be verified."""

import pytest
from captured import fill, ticking
from case_kinds import Kept
from timestamp_stand_ins import Authority

from vigil.evidence.timestamps import parse_roots
from vigil.model.errors import IntegrityError, InvalidInput
from vigil.usecases.ports import Setting
from vigil.usecases.timestamping.name_authorities import SETTING, Named, forget, name_authority, name_calendar, named

TSA, OTS = "https://tsa.example/tsr", "https://calendar.example"


@pytest.fixture(params=["memory", "plain", "encrypted"])
def kept(request, tmp_path):
    return Kept(request.param, tmp_path / "aleppo.vigil")


def test_nobody_is_named_by_default(kept):
    """A new case asks nobody."""
    with kept.reader() as case:
        assert named(case) == Named()


def test_what_is_named_is_kept_once(kept, tmp_path):
    """Naming again changes nothing and logs nothing."""
    pem = Authority(tmp_path / "tsa").pem
    with kept.writer() as case:
        fill(case)
        name_authority(TSA, case=case, clock=ticking(), roots=pem)
        name_calendar(OTS, case=case, clock=ticking())
        size = case.evidence.log.size()
        name_authority(TSA, case=case, clock=ticking(), roots=pem)
        name_authority(TSA, case=case, clock=ticking())
        name_calendar(OTS, case=case, clock=ticking())
        assert case.evidence.log.size() == size
    with kept.reader() as case:
        assert [(each.address, each.asked) for each in named(case).authorities] == [(TSA, True)]
        assert parse_roots(named(case).roots(TSA)) == parse_roots(pem)
        assert named(case).calendars == (OTS,)


def test_a_new_root_stands_beside_the_old(kept, tmp_path):
    """Tokens from before have to be verified too; a key left in the file by mistake is not kept."""
    old, new = Authority(tmp_path / "old"), Authority(tmp_path / "new", name="new")
    with kept.writer() as case:
        name_authority(TSA, case=case, clock=ticking(), roots=old.pem)
        name_authority(TSA, case=case, clock=ticking(), roots=new.pem + (tmp_path / "new" / "tsa.key").read_bytes())
        assert len(parse_roots(named(case).roots(TSA))) == 2
        assert "PRIVATE" not in case.setting(SETTING).value


def test_who_is_forgotten_is_asked_no_more_and_still_known(kept, tmp_path):
    """Only who is asked can be forgotten."""
    with kept.writer() as case:
        with pytest.raises(InvalidInput):
            forget(TSA, case=case, clock=ticking())
        name_authority(TSA, case=case, clock=ticking(), roots=Authority(tmp_path / "tsa").pem)
        name_calendar(OTS, case=case, clock=ticking())
        forget(TSA, case=case, clock=ticking())
        forget(OTS, case=case, clock=ticking())
        assert [each.asked for each in named(case).authorities] == [False]
        assert named(case).roots(TSA)
        assert named(case).calendars == ()
        with pytest.raises(InvalidInput):
            forget(TSA, case=case, clock=ticking())


@pytest.mark.parametrize("value", ["", "[]", "{}", '{"authorities": [{}], "calendars": []}', "null"])
def test_a_setting_that_was_changed_is_said(kept, value):
    """Not taken for nobody."""
    with kept.writer() as case:
        case.put_setting(Setting(name=SETTING, value=value, recorded_at=ticking()()))
        with pytest.raises(IntegrityError):
            named(case)

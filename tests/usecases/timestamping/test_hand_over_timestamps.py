"""What is handed over are files for another's tools; what does not hold is not handed over."""

import pytest
from captured import filled, ticking
from test_verify_case import database_of
from test_verify_timestamps import stamp
from timestamp_stand_ins import Authority

from vigil.evidence.timestamps import Exchange, TimestampKind, check_exchange, parse_roots
from vigil.model.errors import IntegrityError
from vigil.usecases.make_checkpoint import export_checkpoint
from vigil.usecases.timestamping.hand_over_timestamps import of_checkpoint, timestamps_to_hand


def test_each_goes_with_its_checkpoint_and_root(tmp_path):
    """And is enough to verify it."""
    authority = Authority(tmp_path / "tsa")
    kept = filled("encrypted", tmp_path / "aleppo.vigil")
    with kept.writer() as case:
        stamp(case, authority)
        handed = timestamps_to_hand(case)
        newest = export_checkpoint(case=case, clock=ticking()).checkpoint
    assert [(each.kind, each.size < newest.size or each.checkpoint == newest.note) for each in handed] == [
        (TimestampKind.RFC3161, True)
    ] * 2
    for each in handed:
        said = check_exchange(Exchange(each.request, each.token), each.checkpoint, parse_roots(each.roots))
        assert said.at == each.at
    assert [each.size for each in of_checkpoint(handed, newest.note)] == [newest.size]


def test_one_that_does_not_hold_stops_the_hand_over(tmp_path):
    """It is said, not left out."""
    kept = filled("plain", tmp_path / "aleppo.vigil")
    with kept.writer() as case:
        stamp(case, Authority(tmp_path / "tsa"))
    with database_of(kept) as database:
        database.run("UPDATE timestamp SET received_us = 0")
    with kept.reader() as case, pytest.raises(IntegrityError, match="verify"):
        timestamps_to_hand(case)

"""What was acknowledged is kept, once, and whole; what could not be is not half there."""

from contextlib import suppress

import pytest
from captured import ONE, TWO, capture, fill, filled, ticking
from case_kinds import Kept

from vigil.model.errors import InvalidInput
from vigil.usecases import keep_captures as module
from vigil.usecases.keep_captures import keep_captures
from vigil.usecases.verify_case import verify_case


@pytest.fixture(params=["memory", "plain", "encrypted"])
def kept(request, tmp_path):
    return Kept(request.param, tmp_path / "aleppo.vigil")


def test_what_was_kept_comes_back_byte_for_byte(kept):
    """Bytes, headers, address, both clocks, collector and version."""
    with kept.writer() as case:
        fill(case)
    with kept.reader() as case:
        leaves = [leaf for leaf in case.evidence.leaves() if leaf.said is not None]
        bodies = [case.evidence.read_content(leaf.filed) for leaf in leaves]
    assert bodies[:2] == [b"They are here.", b"Pray for us."]
    assert leaves[0].said.url == "https://x.com/1/11"
    assert [leaf.said.account for leaf in leaves[:3]] == [ONE, ONE, TWO]
    assert (leaves[0].said.collector, leaves[0].said.collector_version) == ("test", "1")


def test_the_same_bytes_of_one_witness_are_stored_once(kept):
    """Each capture is an entry; a file is shared within a witness and never across."""
    with kept.writer() as case:
        report = keep_captures([capture(b"x", ONE), capture(b"x", ONE), capture(b"x")], case=case, clock=ticking())
        assert case.evidence.n_contents() == 1  # nobody watches ONE yet: both are under the case's key
        fill(case)
        again = keep_captures([capture(b"x", ONE), capture(b"x", TWO)], case=case, clock=ticking())
        assert case.evidence.n_contents() == 1 + 5 + 2
    assert [one.known for one in report.kept] == [False, True, True]
    assert report.n_known == 2
    assert [one.known for one in again.kept] == [False, False]
    assert [one.place for one in report.kept] == [0, 1, 2]


def test_many_go_in_groups(kept, monkeypatch):
    """A failure costs its own group; those before it stay."""
    monkeypatch.setattr(module, "AT_ONCE", 3)
    monkeypatch.setattr("vigil.store.captures.MOST_BYTES", 100)
    bodies = [b"%d" % n for n in range(7)] + [b"x" * 101]
    with kept.writer() as case:
        with pytest.raises(InvalidInput, match="at most"):
            keep_captures([capture(body) for body in bodies], case=case, clock=ticking())
        assert (case.evidence.log.size(), case.evidence.n_contents()) == (6, 6)
        told = []
        keep_captures(
            [capture(body) for body in bodies[6:7]], case=case, clock=ticking(), progress=lambda *at: told.append(at)
        )
        assert told == [(1, None)]


def test_bytes_too_make_a_group(monkeypatch):
    """What is sealed at once is bounded by bytes as well."""
    monkeypatch.setattr(module, "BYTES_AT_ONCE", 10)
    assert [len(group) for group in module._groups(capture(b"x" * 6) for _ in range(5))] == [2, 2, 1]
    assert list(module._groups([])) == []


def test_captures_stand_or_fall_with_their_transaction(kept):
    """A collector that adds observation and capture together gets both or neither; what is left over goes."""
    with kept.writer() as case:
        fill(case)
        with suppress(RuntimeError), case.transaction():
            keep_captures([capture(b"never was")], case=case, clock=ticking())
            raise RuntimeError
        assert case.evidence.log.size() == 10
        assert case.evidence.n_left_over() == 1
        keep_captures([capture(b"is")], case=case, clock=ticking())
        assert case.evidence.n_left_over() == 0
        with case.transaction():
            keep_captures([capture(b"one")], case=case, clock=ticking())
            keep_captures([capture(b"two")], case=case, clock=ticking())
        assert case.evidence.n_left_over() == 0


def test_of_a_witness_who_withdrew_nothing_is_kept_any_more(tmp_path):
    """Their key is gone and is not made anew."""
    kept = filled("plain", tmp_path / "a.vigil")
    with kept.writer() as case:
        case._database.run("UPDATE witness_key SET wrapped = NULL, destroyed_us = 1 WHERE witness_no = 1")
    with kept.writer() as case:
        with pytest.raises(InvalidInput, match="withdrawn"):
            keep_captures([capture(b"x", ONE)], case=case, clock=ticking())
        keep_captures([capture(b"x", TWO)], case=case, clock=ticking())


def test_the_cost_of_a_capture_does_not_grow_with_the_case(tmp_path):
    """Statements and rows read for the next capture are as many after a thousand as at the start."""
    kept = Kept("plain", tmp_path / "a.vigil")
    with kept.writer() as case:
        counts = []
        for n in (16, 1024):
            while case.evidence.log.size() < n:
                keep_captures(
                    [capture(b"%d %d" % (n, k)) for k in range(n - case.evidence.log.size())],
                    case=case,
                    clock=ticking(),
                )
            seen = []
            case._database._raw.set_trace_callback(seen.append)
            keep_captures([capture(b"the next of %d" % n)], case=case, clock=ticking())
            case._database._raw.set_trace_callback(None)
            counts.append(len(seen))
    assert counts[1] <= counts[0] + 8  # log2(1024) - log2(16) rows of the frontier more at the very most
    with kept.reader() as case:
        assert case.evidence.log.size() == 1025
        assert verify_case(case).log.size == 1025

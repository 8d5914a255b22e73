"""Timestamps in a bag: each with its checkpoint, held as far as Python's standard library can, and to plain openssl."""

import random
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from captured import capture, filled, ticking
from hypothesis import given
from hypothesis import strategies as st
from test_bag import bag_at
from test_verify_timestamps import stamp
from timestamp_stand_ins import Authority, Calendar, openssl_verifies

from vigil.evidence.digests import sha256
from vigil.evidence.open_timestamps import digest_to_submit, new_proof
from vigil.evidence.timestamps import TimestampKind
from vigil.publish.bag import BagFolder
from vigil.publish.bag_stamps import stamp_files, stamp_words
from vigil.publish.verify_bag import Broken, stamped_at, verify_bag
from vigil.usecases.export_bag import export_bag
from vigil.usecases.keep_captures import keep_captures
from vigil.usecases.timestamping.hand_over_timestamps import timestamps_to_hand

CHANCE = bytes(16)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A bag with two stamped checkpoints, the case it is of, and its authority."""
    folder = tmp_path_factory.mktemp("stamped")
    authority = Authority(folder / "tsa")
    kept = filled("plain", folder / "a.vigil")
    with kept.writer() as case:
        stamp(case, authority)
        keep_captures([capture(b"later")], case=case, clock=ticking())
    return bag_at(folder / "bag", kept), kept, authority


def bag_with(folder, kept, stamps):
    """A bag signed as it should be, with other timestamps than the case's."""

    class Exchanged(BagFolder):
        def finish(self, log):
            super().finish(replace(log, stamps=stamps))

    with kept.writer() as case:
        export_bag(Exchanged(folder), case=case, clock=ticking(), by="N. Noor", reason="to the court")
    return folder


def of_case(kept):
    with kept.reader() as case:
        return timestamps_to_hand(case)


def doubts(bag):
    return [(kind, where.rpartition("/")[2]) for kind, where, _ in verify_bag(bag, []).doubts]


def test_a_bag_names_its_timestamps(made):
    """Which checkpoint, which time, and how to hold the signature."""
    bag, _, _ = made
    report = verify_bag(bag, [])
    assert report.doubts == []
    assert len(report.timestamps) == 2
    assert all("over the checkpoint of" in line and "says 20" in line for line in report.timestamps)
    assert "openssl ts -verify -data checkpoint -in 1.tsr -CAfile 1.pem" in (bag / "README.txt").read_text()


def test_openssl_and_the_bag_s_verifier_say_the_same_time(made):
    """Of the same token, each on its own."""
    bag, _, _ = made
    for folder in sorted((bag / "data" / "log" / "timestamps").iterdir()):
        assert openssl_verifies(folder, "-data", "checkpoint", "-in", "1.tsr", "-CAfile", "1.pem")
        words = ["openssl", "ts", "-reply", "-in", "1.tsr", "-text"]
        said = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=True).stdout
        at = stamped_at((folder / "1.tsr").read_bytes(), sha256((folder / "checkpoint").read_bytes()))
        [line] = [line for line in said.splitlines() if line.startswith("Time stamp:")]
        assert at[11:19] in line


def test_any_changed_byte_of_a_timestamp_is_noticed(made, tmp_path):
    """As the file it is in."""
    bag = shutil.copytree(made[0], tmp_path / "bag")
    chance = random.Random(20161204)  # noqa: S311
    paths = sorted(path for path in (bag / "data" / "log" / "timestamps").rglob("*") if path.is_file())
    for _ in range(200):
        path = chance.choice(paths)
        body = path.read_bytes()
        at = chance.randrange(len(body))
        path.write_bytes(body[:at] + bytes([body[at] ^ chance.randrange(1, 256)]) + body[at + 1 :])
        assert [kind for kind, _ in doubts(bag)] == ["file_changed"]
        path.write_bytes(body)


def test_a_token_over_another_checkpoint_is_broken(made, tmp_path):
    """Even in a bag that is signed as it should be."""
    _, kept, _ = made
    first, second = of_case(kept)
    exchanged = [replace(first, token=second.token), second]
    assert doubts(bag_with(tmp_path / "bag", kept, exchanged)) == [("timestamp_broken", "1.tsr")]


def test_a_checkpoint_of_no_such_size_is_broken(made, tmp_path):
    """A timestamp on a checkpoint that does not lead to this log shows nothing of it."""
    _, kept, _ = made
    other = filled("plain", tmp_path / "b.vigil")
    with other.writer() as case:
        stamp(case, made[2])
    strange = of_case(other)[:1]
    assert doubts(bag_with(tmp_path / "bag", kept, strange)) == [("timestamp_broken", "1.tsr")]


def test_a_proof_that_begins_elsewhere_is_broken(made, tmp_path):
    """An .ots file is held to the checkpoint beside it."""
    _, kept, _ = made
    first, _ = of_case(kept)

    def proof(note):
        _, _, answer = Calendar().answer("POST", "/digest", {"Host": "c.example"}, digest_to_submit(note, CHANCE))
        return new_proof(note, CHANCE, answer)

    calendar = replace(first, kind=TimestampKind.OPENTIMESTAMPS, request=b"", roots=b"")
    holding = bag_with(tmp_path / "holding", kept, [replace(calendar, token=proof(first.checkpoint))])
    assert (doubts(holding), len(verify_bag(holding, []).timestamps)) == ([], 1)
    broken = bag_with(tmp_path / "broken", kept, [replace(calendar, token=proof(b"else"))])
    assert doubts(broken) == [("timestamp_broken", "1.ots")]


def test_files_are_numbered_within_their_checkpoint(made):
    """Two authorities on one checkpoint stand side by side; without a root there is no .pem."""
    first, second = of_case(made[1])
    names = [name for name, _ in stamp_files([first, replace(first, roots=b""), second])]
    at = f"data/log/timestamps/{first.size:012}"
    assert names[:6] == [f"{at}/{name}" for name in ("checkpoint", "1.tsr", "1.tsq", "1.pem", "2.tsr", "2.tsq")]
    assert f"{second.size:012}/1.tsr   by {second.authority}" in stamp_words([first, second])
    assert stamp_words([]).startswith("No timestamp authority")


@given(st.binary(max_size=300))
def test_rubbish_is_no_token(content):
    """To the reader in the bag either."""
    with pytest.raises(Broken):
        stamped_at(content, bytes(32))


def test_a_token_that_was_changed_or_cut_is_broken_or_says_a_time(made):
    """Nothing but its own kind of error."""
    [folder, *_] = sorted(Path(made[0] / "data" / "log" / "timestamps").iterdir())
    token, digest = (folder / "1.tsr").read_bytes(), sha256((folder / "checkpoint").read_bytes())
    chance = random.Random(20161204)  # noqa: S311
    for _ in range(3000):
        changed = bytearray(token)
        changed[chance.randrange(len(changed))] = chance.choice([chance.randrange(256), 0, 0x80, 0xFF])
        try:
            assert re.fullmatch(r"[0-9]{4}-[0-9-]{5}T[0-9:.]+Z", stamped_at(bytes(changed), digest))
        except Broken:
            continue
    for length in range(len(token)):
        with pytest.raises(Broken):
            stamped_at(token[:length], digest)

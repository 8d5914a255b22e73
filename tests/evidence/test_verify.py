"""A whole log held against its checkpoints."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from logs import BEGUN_AT, KEY, OTHER_KEY, leaves, signed
from trees import grown

from vigil.evidence.checkpoint import Checkpoint, log_origin, sign_checkpoint
from vigil.evidence.digests import commitment_to, sha256
from vigil.evidence.leaf import EntryKind, LogEntry, entry_bytes
from vigil.evidence.merkle import EMPTY_ROOT
from vigil.evidence.proofs import inclusion_proof
from vigil.evidence.signed_note import SigningKey, encode_verifier_key
from vigil.evidence.verify import DoubtKind, Leaf, verify_disclosed, verify_log
from vigil.model.errors import IntegrityError, InvalidInput

KEYS = [KEY.verifier()]
EMPTY = sign_checkpoint(Checkpoint(origin=KEY.name, size=0, root=EMPTY_ROOT), KEY)


def kinds(report):
    return [doubt.kind for doubt in report.doubts]


def checked(some, *, checkpoints=None, outside=(), keys=KEYS):
    """A log held against its own checkpoint over all of it, unless others are given."""
    return verify_log(
        some, checkpoints=[signed(some)] if checkpoints is None else checkpoints, keys=keys, outside=outside
    )


def test_a_whole_log_is_verified():
    """Every entry read, opened and vouched for; and the report says what that rests on."""
    some = leaves(20)
    report = checked(some, checkpoints=[signed(some[:7]), signed(some)], outside=[signed(some[:12])])
    assert report.verified
    assert report.doubts == ()
    assert (report.size, report.n_opened, report.n_vouched, report.n_clock_set_back) == (20, 20, 20, 0)
    assert [checkpoint.size for checkpoint in report.checkpoints] == [7, 20]
    assert [checkpoint.size for checkpoint in report.outside] == [12]
    assert report.root == report.checkpoints[-1].root
    assert report.keys == (encode_verifier_key(KEYS[0]),)


def test_it_says_when_there_was_no_outside_checkpoint():
    """Not a doubt, but never left unsaid: nobody would have noticed a rollback."""
    report = checked(leaves(3))
    assert report.verified
    assert not report.had_outside
    assert report.n_outside == 0
    assert checked(leaves(3), outside=[signed(leaves(2))]).had_outside


@pytest.mark.parametrize("checkpoints", [[], [EMPTY]], ids=["none", "an empty one"])
def test_an_empty_log_is_not_verified(checkpoints):
    """Nothing checked is nothing verified."""
    report = checked([], checkpoints=checkpoints)
    assert not report.verified
    assert DoubtKind.NO_ENTRIES in kinds(report)


def test_a_log_without_checkpoints_is_not_verified():
    """Nobody vouches for it, however well its entries open."""
    report = checked(leaves(5), checkpoints=[])
    assert not report.verified
    assert kinds(report) == [DoubtKind.NO_CHECKPOINT, DoubtKind.UNCOVERED]
    assert report.n_vouched == 0


def test_no_key_is_refused():
    """Without a key no checkpoint is anybody's; with those of two logs it is not clear whose."""
    with pytest.raises(InvalidInput):
        checked(leaves(5), keys=[])
    with pytest.raises(InvalidInput):
        checked(leaves(5), keys=[KEYS[0], SigningKey(log_origin(bytes(16)), bytes(32)).verifier()])


def test_entries_after_the_last_checkpoint_are_in_doubt():
    """What no checkpoint reaches could have been changed yesterday."""
    some = leaves(9)
    report = checked(some, checkpoints=[signed(some[:7])])
    assert kinds(report) == [DoubtKind.UNCOVERED]
    assert report.n_vouched == 7
    assert "9 entries, found one over 7" in report.doubts[0].says


@given(st.integers(1, 12), st.data())
def test_one_changed_byte_in_an_entry_is_noticed(n, data):
    """Whether it is still an entry or not: the root is another."""
    some = leaves(n)
    note = signed(some)
    k = data.draw(st.integers(0, n - 1))
    entry = bytearray(some[k].entry)
    entry[data.draw(st.integers(0, len(entry) - 1))] ^= data.draw(st.integers(1, 255))
    some[k] = replace(some[k], entry=bytes(entry))
    report = checked(some, checkpoints=[note])
    assert not report.verified
    assert DoubtKind.ROOT_DIFFERS in kinds(report)
    assert report.n_vouched == 0


@given(st.integers(2, 12), st.data())
def test_removed_added_and_exchanged_entries_are_noticed(n, data):
    """Anywhere, the end included; and each is called what it is."""
    some = leaves(n)
    note = signed(some)
    k = data.draw(st.integers(0, n - 1))
    without = some[:k] + some[k + 1 :]
    assert DoubtKind.ENTRIES_MISSING in kinds(checked(without, checkpoints=[note]))
    doubled = [*some[:k], some[k], *some[k:]]
    told = kinds(checked(doubled, checkpoints=[note]))
    assert DoubtKind.UNCOVERED in told
    if k < n - 1:
        exchanged = [*without, some[k]]
        assert DoubtKind.ROOT_DIFFERS in kinds(checked(exchanged, checkpoints=[note]))
        assert DoubtKind.ROOT_DIFFERS in told


def test_an_entry_that_cannot_be_read_is_told_with_its_place():
    """And the rest is read all the same."""
    some = leaves(5)
    some[2] = Leaf(b"{}")
    report = checked(some)
    assert [(doubt.kind, doubt.at) for doubt in report.doubts] == [(DoubtKind.ENTRY_UNREADABLE, 2)]
    assert report.n_opened == 4
    assert not report.verified, "although the checkpoint over these very bytes holds"


def test_changed_content_is_told_apart_from_a_changed_log():
    """The log is whole, the capture is not what was logged: that, and nothing else, is in doubt."""
    some = leaves(5)
    some[3] = replace(some[3], digest=sha256(b"another"))
    report = checked(some)
    assert [(doubt.kind, doubt.at) for doubt in report.doubts] == [(DoubtKind.CONTENT_CHANGED, 3)]
    assert report.n_opened == 4
    assert report.n_vouched == 5


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"digest": None}, DoubtKind.CONTENT_MISSING),
        ({"salt": None}, DoubtKind.SALT_MISSING),
        ({"salt": bytes(31)}, DoubtKind.CONTENT_CHANGED),
        ({"digest": b""}, DoubtKind.CONTENT_CHANGED),
    ],
)
def test_content_without_its_salt_or_salt_without_its_content_is_in_doubt(fields, kind):
    """Removing one of them does not make a capture look withdrawn."""
    some = leaves(5)
    some[1] = replace(some[1], **fields)
    assert [(doubt.kind, doubt.at) for doubt in checked(some).doubts] == [(kind, 1)]


def test_sealed_and_withdrawn_content_leaves_the_log_whole():
    """Salt and content both gone: verified as far as the log goes, and counted as not opened."""
    some = leaves(5)
    some[1] = Leaf(some[1].entry)
    report = checked(some)
    assert report.verified
    assert report.n_opened == 4


def test_a_clock_set_back_is_counted_and_no_doubt():
    """A laptop's clock is corrected; the order stays the log's."""
    some = leaves(6)
    some[2], some[3] = some[3], some[2]
    report = checked(some)
    assert report.verified
    assert report.n_clock_set_back == 1


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        (b"", DoubtKind.CHECKPOINT_UNREADABLE),
        (b"\xff", DoubtKind.CHECKPOINT_UNREADABLE),
        (signed(leaves(3), OTHER_KEY), DoubtKind.CHECKPOINT_UNSIGNED),
        (signed(leaves(3)).replace(b"\n3\n", b"\n4\n"), DoubtKind.CHECKPOINT_UNSIGNED),
        (signed(leaves(3))[:-1], DoubtKind.CHECKPOINT_UNREADABLE),
    ],
)
def test_a_checkpoint_that_is_none_vouches_for_nothing(note, kind):
    """Damaged, unsigned or signed by another key; own and outside ones are told apart."""
    some = leaves(3)
    report = checked(some, checkpoints=[note])
    assert kinds(report) == [kind, DoubtKind.UNCOVERED]
    outside = checked(some, outside=[note])
    assert kinds(outside) == [DoubtKind(kind.value.replace("checkpoint", "outside"))]
    assert not outside.verified
    assert (outside.n_outside, outside.had_outside) == (1, False)


def test_a_rollback_is_noticed_against_an_outside_checkpoint():
    """An older copy of the case, put in its place, is consistent in itself: only what was kept elsewhere shows it."""
    some = leaves(10)
    older = checked(some[:6])
    assert older.verified
    held = checked(some[:6], outside=[signed(some)])
    assert kinds(held) == [DoubtKind.ROLLED_BACK]
    assert "expected 10 entries, found 6" in held.doubts[0].says


@pytest.mark.parametrize("kept", [1, 3, 4, 7, 10])
def test_a_fork_is_noticed_against_an_outside_checkpoint(kept):
    """Someone with the case's key rewrites an early entry and signs anew: every checkpoint kept after it shows it."""
    some = leaves(10)
    rewritten = [leaves(99)[98], *some[1:], *leaves(12)[10:]]
    assert checked(rewritten).verified
    held = checked(rewritten, outside=[signed(some[:kept])])
    assert kinds(held) == [DoubtKind.FORKED]
    assert not held.had_outside


def test_what_came_after_an_outside_checkpoint_it_cannot_show():
    """It vouches for the entries it is over, and no further."""
    some = leaves(10)
    rewritten = [*some[:6], leaves(99)[98], *some[7:]]
    report = checked(rewritten, outside=[signed(some[:6])])
    assert report.verified
    assert [checkpoint.size for checkpoint in report.outside] == [6]


def test_an_outside_checkpoint_of_an_empty_log_shows_nothing():
    """Every log begins with the empty one: it must not count as held elsewhere."""
    report = checked(leaves(4), outside=[EMPTY])
    assert kinds(report) == [DoubtKind.OUTSIDE_EMPTY]
    assert not report.had_outside


def test_an_outside_checkpoint_vouches_where_the_case_s_own_are_gone():
    """It is the better witness; that there are none of the case's own is a doubt still."""
    some = leaves(4)
    report = checked(some, checkpoints=[], outside=[signed(some)])
    assert kinds(report) == [DoubtKind.NO_CHECKPOINT]
    assert report.n_vouched == 4


def test_checkpoints_that_shrink_are_in_doubt():
    """A log only grows: its checkpoints were reordered, or made for another copy of the case."""
    some = leaves(8)
    report = checked(some, checkpoints=[signed(some), signed(some[:5])])
    assert [(doubt.kind, doubt.at) for doubt in report.doubts] == [(DoubtKind.CHECKPOINTS_OUT_OF_ORDER, 1)]
    same = checked(some, checkpoints=[signed(some), signed(some)])
    assert same.verified


def test_two_signed_histories_of_one_size_are_noticed():
    """The log's own key signed both: one of them does not lead to these entries."""
    some = leaves(5)
    other = [*some[:4], leaves(99)[98]]
    report = checked(some, checkpoints=[signed(some), signed(other)])
    assert [(doubt.kind, doubt.at) for doubt in report.doubts] == [(DoubtKind.ROOT_DIFFERS, 1)]
    assert not report.verified


def test_checkpoints_at_every_size_hold():
    """The root is looked at wherever a checkpoint stands, across batches as well."""
    some = leaves(4100, opened=False)
    sizes = [1, 2, 3, 4095, 4096, 4097, 4100]
    report = checked(some, checkpoints=[signed(some[:size]) for size in sizes])
    assert report.verified
    assert [checkpoint.size for checkpoint in report.checkpoints] == sizes


DIGEST, SALT = sha256(b"they are here"), sha256(b"salt")
ENTRY = entry_bytes(LogEntry(kind=EntryKind.CAPTURE, commitment=commitment_to(DIGEST, salt=SALT), recorded_at=BEGUN_AT))


def handed_over():
    """What goes with one capture of a log of seven."""
    some = leaves(7)
    some[4] = Leaf(ENTRY)
    _, nodes = grown([leaf.entry for leaf in some])
    return {
        "digest": DIGEST,
        "salt": SALT,
        "entry": ENTRY,
        "proof": inclusion_proof(nodes, index=4, size=7),
        "checkpoint": signed(some),
        "keys": KEYS,
    }


def test_one_capture_is_shown_to_be_in_the_log():
    """From its bytes to the signature, without the log: what a court's expert is given."""
    assert verify_disclosed(**handed_over()).recorded_at == BEGUN_AT


@given(st.sampled_from(["digest", "salt", "entry", "checkpoint"]), st.data())
def test_one_changed_byte_in_what_was_handed_over_is_noticed(part, data):
    """In the content's digest, the salt, the entry or the checkpoint."""
    given_ = handed_over()
    changed = bytearray(given_[part])
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises((IntegrityError, InvalidInput)):
        verify_disclosed(**given_ | {part: bytes(changed)})


@pytest.mark.parametrize(
    "fields",
    [
        {"proof": replace(handed_over()["proof"], index=3)},
        {"proof": replace(handed_over()["proof"], size=8)},
        {"proof": replace(handed_over()["proof"], path=())},
        {"checkpoint": signed(leaves(7))},
        {"checkpoint": signed(leaves(3))},
        {"keys": [OTHER_KEY.verifier()]},
        {"entry": leaves(1)[0].entry},
    ],
    ids=["index", "size", "no path", "other log", "other size", "other key", "other entry"],
)
def test_what_does_not_belong_together_is_refused(fields):
    """Each part holds on its own, and they do not lead to each other."""
    with pytest.raises(IntegrityError):
        verify_disclosed(**handed_over() | fields)


def test_nothing_to_trust_verifies_nothing():
    """Without a key there is no signature to end at."""
    with pytest.raises(InvalidInput):
        verify_disclosed(**handed_over() | {"keys": []})

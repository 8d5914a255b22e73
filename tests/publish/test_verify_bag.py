"""The program of one file: it stands alone, agrees with other implementations, and notices everything."""

import random
import shutil
import subprocess
import sys

import pytest
from captured import N_CAPTURES, N_ENTRIES, filled, ticking
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st
from test_bag import bag_at

from vigil.evidence.merkle import Frontier, append, leaf_hash, node_hash, root_of
from vigil.evidence.proofs import consistency_proof, inclusion_proof
from vigil.publish.verify_bag import Broken, consistent, ed25519_holds, included, verify_bag
from vigil.usecases.make_checkpoint import export_checkpoint


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A bag, the checkpoint that was given away before it, and its key."""
    folder = tmp_path_factory.mktemp("bag")
    kept = filled("plain", folder / "a.vigil")
    with kept.writer() as case:
        outside = export_checkpoint(case=case, clock=ticking())
    return bag_at(folder / "bag", kept), outside.checkpoint.note, outside.verifier_key


@pytest.fixture
def bag(made, tmp_path):
    return shutil.copytree(made[0], tmp_path / "bag")


def doubts(bag, outside=(), key=None):
    return [(kind, where) for kind, where, _ in verify_bag(bag, list(outside), key).doubts]


def test_an_untouched_bag_is_verified(made):
    """Every file, every capture, both checkpoints; with the one kept elsewhere and its key as well."""
    bag, note, key = made
    report = verify_bag(bag, [note], key)
    assert report.doubts == []
    assert (report.n_captures, report.n_entries, report.n_checkpoints) == (N_CAPTURES, N_ENTRIES + 1, 2)
    assert report.n_outside == 1
    assert report.n_files == 3 * N_CAPTURES + 4 + 6


def test_it_runs_alone(made, tmp_path):
    """From inside the bag, with nothing of ours to be found, and says so with its exit code."""
    bag, note, key = made
    words = [sys.executable, "-I", "-S", str(bag / "verify.py")]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "VERIFIED")
    assert "No checkpoint kept elsewhere took part" in done.stdout
    (tmp_path / "kept").write_bytes(note)
    (tmp_path / "kept.key").write_text(key)
    more = [*words, "--key", "kept.key", "--checkpoint", "kept"]
    done = subprocess.run(more, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0
    assert "took part" not in done.stdout
    changed = shutil.copytree(bag, tmp_path / "changed")
    (changed / "data" / "captures.csv").write_text("else")
    done = subprocess.run([*words, str(changed)], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (1, "NOT VERIFIED")
    assert subprocess.run([*words, str(tmp_path)], capture_output=True, check=False).returncode == 2


def test_any_changed_byte_is_noticed_as_what_it_is(made, bag):
    """A thousand random single-byte changes anywhere: one doubt each, about that very file."""
    chance = random.Random(20161204)  # noqa: S311
    paths = sorted(path for path in bag.rglob("*") if path.is_file())
    for _ in range(1000):
        path = chance.choice(paths)
        body = path.read_bytes()
        at = chance.randrange(len(body))
        path.write_bytes(body[:at] + bytes([body[at] ^ chance.randrange(1, 256)]) + body[at + 1 :])
        found = doubts(bag)
        name = path.relative_to(bag).as_posix()
        kind = "signature_broken" if name.endswith(".sig") else "file_changed"
        assert {where for _, where in found} == {name}, found
        assert {said for said, _ in found} == {kind}
        path.write_bytes(body)
    assert doubts(bag) == []


def test_removed_cut_added_and_exchanged_files_are_noticed(bag):
    """Every file: gone, a byte shorter, empty, longer; one too many; two in each other's place."""
    for path in sorted(path for path in bag.rglob("*") if path.is_file()):
        body, name = path.read_bytes(), path.relative_to(bag).as_posix()
        for changed in (body[:-1], b"", body + b"\n"):
            path.write_bytes(changed)
            assert {where for _, where in doubts(bag)} == {name}
        path.unlink()
        assert {where for _, where in doubts(bag)} == {name}
        path.write_bytes(body)
    (bag / "data" / "captures" / "more.txt").write_text("x")
    assert doubts(bag) == [("file_added", "data/captures/more.txt")]
    (bag / "data" / "captures" / "more.txt").unlink()
    (bag / "note.txt").write_text("x")
    assert doubts(bag) == [("file_added", "note.txt")]
    (bag / "note.txt").unlink()
    (bag / "data" / "captures" / "000001").rename(bag / "swap")
    (bag / "data" / "captures" / "000002").rename(bag / "data" / "captures" / "000001")
    (bag / "swap").rename(bag / "data" / "captures" / "000002")
    assert {kind for kind, _ in doubts(bag)} == {"file_changed"}
    assert {where.split("/")[2] for _, where in doubts(bag)} == {"000001", "000002"}


def made_anew(bag):
    """The manifests written again over what is there, as someone without the key would."""
    import hashlib

    for name, wanted in (("manifest-sha256.txt", True), ("tagmanifest-sha256.txt", False)):
        files = sorted(path.relative_to(bag).as_posix() for path in bag.rglob("*") if path.is_file())
        lines = [
            f"{hashlib.sha256((bag / file).read_bytes()).hexdigest()}  {file}\n"
            for file in files
            if file.startswith("data/") == wanted and not file.startswith("tagmanifest")
        ]
        (bag / name).write_text("".join(lines))


def test_a_content_changed_with_all_digests_is_not_the_one_that_was_logged(bag):
    """Manifests can be written anew by anyone: signature, description and proof cannot."""
    content = bag / "data" / "captures" / "000001" / "content.bin"
    content.write_bytes(b"They are not here.")
    made_anew(bag)
    assert set(doubts(bag)) == {
        ("file_changed", "tagmanifest-sha256.txt"),
        ("proof_broken", "data/captures/000001"),
    }


@pytest.mark.parametrize("spoil", ["salt", "path", "entry", "index", "size", "content"])
def test_a_proof_that_was_changed_with_all_digests_leads_nowhere(bag, spoil):
    """Each part of a proof."""
    import json

    path = bag / "data" / "captures" / "000002" / "proof.json"
    page = json.loads(path.read_text())
    page[spoil] = {
        "salt": "00" * 32,
        "path": page["path"][:-1],
        "entry": page["entry"].replace("2016", "2015"),
        "index": page["index"] + 1,
        "size": page["size"] + 1,
        "content": "../000001/content.bin",
    }[spoil]
    path.write_text(json.dumps(page))
    made_anew(bag)
    assert ("proof_broken", "data/captures/000002") in doubts(bag)


def test_the_key_kept_elsewhere_tells_a_bag_made_anew(made, tmp_path):
    """Another case's bag is in order by itself."""
    _, note, key = made
    other = bag_at(tmp_path / "bag", filled("plain", tmp_path / "b.vigil"))
    assert doubts(other) == []
    assert {"key_differs", "signature_broken", "checkpoint_broken"} <= {kind for kind, _ in doubts(other, [note], key)}
    assert [kind for kind, _ in doubts(other, [note])] == ["outside_unsigned"]


def test_a_checkpoint_kept_elsewhere_tells_a_rollback(made, tmp_path):
    """A bag of an older log does not reach it; one in between without a proof is said to be that."""
    kept = filled("plain", tmp_path / "c.vigil")
    bag = bag_at(tmp_path / "bag", kept)
    with kept.writer() as case:
        case.log("one", at=ticking()(), by=None, detail={})
        later = export_checkpoint(case=case, clock=ticking()).checkpoint.note
    assert [kind for kind, _ in doubts(bag, [later])] == ["rolled_back"]
    shutil.rmtree(tmp_path / "bag" / "data" / "log" / "earlier")
    with kept.reader() as case:
        first = case.evidence.checkpoints()[0].note
    assert "outside_not_linked" in {kind for kind, _ in doubts(bag, [first])}


def test_what_is_no_bag_is_said_to_be_none(tmp_path):
    """Not verified, and no traceback."""
    with pytest.raises(Broken, match="no bag"):
        verify_bag(tmp_path, [])


@given(st.binary(min_size=32, max_size=32), st.binary(max_size=100), st.integers(0, 63), st.integers(1, 255))
def test_its_ed25519_is_the_one_of_cryptography(seed, message, at, flip):
    """What the other library signs holds; what it refuses is refused."""
    private = Ed25519PrivateKey.from_private_bytes(seed)
    public, signature = private.public_key().public_bytes_raw(), private.sign(message)
    assert ed25519_holds(public, signature, message)
    spoilt = bytearray(signature)
    spoilt[at] ^= flip
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(bytes(spoilt), message)
    except InvalidSignature:
        assert not ed25519_holds(public, bytes(spoilt), message)
    assert not ed25519_holds(public, signature, message + b"x")


def test_ed25519_of_rfc_8032():
    """RFC 8032, 7.1, test 3; and a signature whose s is not reduced (8.4) is refused."""
    public = bytes.fromhex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
    signature = bytes.fromhex(
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    )
    assert ed25519_holds(public, signature, bytes.fromhex("af82"))
    order = 2**252 + 27742317777372353535851937790883648493
    grown = int.from_bytes(signature[32:], "little") + order
    assert not ed25519_holds(public, signature[:32] + grown.to_bytes(32, "little"), bytes.fromhex("af82"))
    assert not ed25519_holds(public, signature[:63], bytes.fromhex("af82"))


class Nodes(dict):
    def read(self, wanted):
        return [self[place] for place in wanted]


@given(st.integers(1, 70), st.data())
def test_its_proofs_are_those_of_the_evidence_room(size, data):
    """Two implementations of RFC 9162, one answer; a proof cut or lengthened is refused by this one too."""
    entries = [b"entry %d" % n for n in range(size)]
    grown = append(Frontier(), [leaf_hash(entry) for entry in entries])
    nodes, root = Nodes({node.id: node.hash for node in grown.nodes}), grown.frontier.root()
    index = data.draw(st.integers(0, size - 1))
    path = list(inclusion_proof(nodes, index=index, size=size).path)
    assert included(entries[index], index, size, path) == root
    first = data.draw(st.integers(1, size))
    first_root = root_of([leaf_hash(entry) for entry in entries[:first]])
    steps = list(consistency_proof(nodes, first=first, second=size).path)
    assert consistent(first, size, first_root, steps) == (first_root, root)
    for wrong in (path[:-1], [*path, node_hash(root, root)]):
        if wrong != path:
            with pytest.raises(Broken):
                included(entries[index], index, size, wrong)

"""What lies on disk of an encrypted case says nothing to whoever takes it."""

from case_kinds import CHEAP, NOW, PASSPHRASE, SECRETS, FileOf, new_case_at, put, row

from vigil.model.capture import Capture
from vigil.model.fate import Fate, FateEntry
from vigil.model.ids import CollectorName, PlaceName, WitnessName
from vigil.model.witness import Stay, WatchedAccount, Witness
from vigil.store.casefile import writing_case
from vigil.store.keeping import KeptCase
from vigil.usecases.keep_captures import keep_captures
from vigil.usecases.make_checkpoint import make_checkpoint
from vigil.usecases.ports import Rejected, Secrets

PLANTED = (
    "planted_handle",
    "planted text نص",
    "Planted-Pseudonym",
    "planted_account",
    "Planted Square",
    "planted raw",
    "planted-body",
    "planted-header",
    "planted.jpg",
    "planted.example",
)


def found_in(folder):
    bodies = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    needles = [word.encode(encoding) for word in (*PLANTED, PASSPHRASE) for encoding in ("utf-8", "utf-16-le")]
    return [needle for needle in needles for body in bodies if needle in body]


def test_nothing_planted_is_found_on_disk(tmp_path, monkeypatch):
    """Through making, importing (quickly and surely), reading, copying and rekeying, nothing is readable anywhere."""
    scratch = tmp_path / "tmp"
    scratch.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(scratch))
    monkeypatch.chdir(scratch)
    folder = tmp_path / "aleppo.vigil"
    new_case_at(folder)
    rows = [
        row(
            account="planted_account",
            handle="planted_handle",
            text="planted text نص",
            place="Planted Square",
            post=post,
        )
        for post in [None, "1", *map(str, range(3000))]
    ]
    refused = Rejected(position=1, reasons=("text: too long",), raw="planted raw")
    digests = set()
    with writing_case(folder, SECRETS) as case:
        for letter in "ab":
            put(case, rows, file=FileOf(letter), rejected=(refused,))
            assert found_in(tmp_path) == []
        [found] = case.accounts_with_posts()
        watched = WatchedAccount(
            account=found.account, handle="planted_handle", stays=(Stay(place=PlaceName("Planted Square")),)
        )
        case.put_witness(Witness(name=WitnessName("Planted-Pseudonym"), accounts=(watched,)))
        case.add_fate(
            FateEntry(
                witness=WitnessName("Planted-Pseudonym"),
                fate=Fate.SPEAKING,
                claimed_by="planted_handle",
                evidence="planted text نص",
                judged_by="N. N.",
                recorded_at=NOW,
            )
        )
        keep_captures(
            [
                Capture(
                    body=b"planted-body" * times,
                    captured_at=NOW,
                    collector=CollectorName("test"),
                    collector_version="1",
                    url="https://planted.example/",
                    name="planted.jpg",
                    headers=(("x", "planted-header"),),
                    account=whose,
                )
                for whose in (found.account, None)
                for times in (1, 2_000)
            ],
            case=case,
            clock=lambda: NOW,
        )
        make_checkpoint(case=case, clock=lambda: NOW)
        digests.update(kept.digest for leaf in case.evidence.leaves() if (kept := leaf.said) is not None)
        assert found_in(tmp_path) == []
        case.log("held text shown", at=NOW, by="N. N.", detail={"of": "planted_handle"})
        case.signs_of_life([found.account], until=NOW)
        case.posts(found.account, since=NOW.replace(year=2000), until=NOW, limit=5000)
        assert found_in(tmp_path) == []
    keeper = KeptCase(folder, SECRETS, written_by="test", cost=CHEAP)
    keeper.backup(tmp_path / "copy.vigil")
    assert found_in(tmp_path) == []
    keeper.restore(tmp_path / "copy.vigil", SECRETS)
    keeper.rekey("another passphrase", recovery=True)
    KeptCase(folder, Secrets(passphrase="another passphrase"), written_by="test", cost=CHEAP).upgrade()
    assert found_in(tmp_path) == []
    assert list(scratch.iterdir()) == []
    assert len(digests) == 2
    names = [path.name for path in tmp_path.rglob("vault/*/*")]
    assert len(names) == 8  # two contents of two owners, in the case and in its copy
    assert not digests & set(names)


def test_what_is_planted_is_found_where_a_case_is_plain(tmp_path):
    """The search above does find what is there."""
    new_case_at(tmp_path / "a.vigil", None)
    with writing_case(tmp_path / "a.vigil", Secrets()) as case:
        put(case, [row(handle="planted_handle", text="planted text نص")])
    assert found_in(tmp_path)

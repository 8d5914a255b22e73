"""Change, cut, remove and reorder bytes at random in what was handed over and in closed cases: is every one noticed?

python tools/measure_tampering.py                  10,000 changes each of a bag, a WACZ, and a closed case, plain and
                                                   encrypted; some minutes
python tools/measure_tampering.py --unclosed       the same of cases that were not closed: what a checkpoint covers

A change counts as noticed where verification is in doubt or refuses, and as told as itself where every doubt names a
file that was changed, and none calls it by another name (a signature that does not hold, where a file was changed).
"""

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from vigil.model.capture import Capture
from vigil.model.errors import VigilError
from vigil.model.fate import Fate, FateEntry
from vigil.model.ids import AccountId, CollectorName, Platform, WitnessName
from vigil.model.witness import Account, Basis, WatchedAccount, Witness
from vigil.publish.bag import BagFolder
from vigil.publish.verify_bag import Broken, verify_bag
from vigil.publish.verify_wacz import verify_wacz
from vigil.publish.wacz import WaczFile
from vigil.store.casefile import create_case, reading_case, writing_case
from vigil.store.closing import SIGNATURE, close_folder, closing_of
from vigil.store.keys import ScryptCost
from vigil.usecases.close_case import close_case, verify_closed
from vigil.usecases.export_bag import export_bag
from vigil.usecases.keep_captures import keep_captures
from vigil.usecases.make_checkpoint import make_checkpoint
from vigil.usecases.ports import Secrets

AT = datetime(2016, 12, 4, 18, tzinfo=UTC)
QUICK = ScryptCost(n=2**4)
SECRET = "six random words of a tool"  # noqa: S105 - of a case that is thrown away
WHO = {"by": "N. Noor", "reason": "a measurement"}
HOW = ("one byte", "removal", "truncation", "reordering")

Doubts = list[tuple[str, str]]  # kind, and the file it is about


@dataclass(frozen=True)
class Target:
    """Files that are verified together.

    `own` gives the kinds of doubt that are about a changed file of this name; None: only noticing is counted.
    """

    name: str
    root: Path
    verify: Callable[[], Doubts]
    own: Callable[[str], set[str]] | None


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=20161216)
    parser.add_argument("--unclosed", action="store_true")
    parser.add_argument("--folder", help="where files are made, best in memory; else a temporary folder")
    given = parser.parse_args()
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a folder of our own is made in it
    with tempfile.TemporaryDirectory(dir=given.folder or memory) as folder:
        found = unclosed(Path(folder)) if given.unclosed else targets(Path(folder))
        for target in found:
            begun = time.monotonic()
            tell(target, tamper(target, given.count, random.Random(given.seed)), time.monotonic() - begun)  # noqa: S311


def tell(target: Target, told: "Told", took_s: float) -> None:
    print(f"{target.name}: {len(files_of(target.root))} files, {took_s:.0f} s")
    for how in HOW:
        made, noticed, itself = (told.counts[how, what] for what in ("made", "noticed", "itself"))
        as_such = f" {itself:7,} told as themselves" if target.own else ""
        print(f"  {how:12}{made:7,} made {noticed:7,} noticed{as_such}")
    for line in told.missed[:20] if target.own else ():
        print(f"  {line}")


# --- what is tampered with


def targets(folder: Path) -> list[Target]:
    """A bag, a WACZ with its signature, and a closed case of each kind."""
    found = []
    for kind, secrets in (("encrypted", Secrets(passphrase=SECRET)), ("plain", Secrets())):
        case = made_case(folder / kind / "case.vigil", secrets)
        if kind == "encrypted":
            found += handed_over(folder, case, secrets)
        close_case(case, secrets, **WHO, read=reading_case, close=close_folder, clock=ticking())
        found.append(Target(f"closed case, {kind}", case, _verify_case(case, secrets), _kinds_of_case))
    return found


def unclosed(folder: Path) -> list[Target]:
    """A case of each kind, with a checkpoint over all its entries and no more."""
    found = []
    for kind, secrets in (("encrypted", Secrets(passphrase=SECRET)), ("plain", Secrets())):
        case = made_case(folder / kind / "case.vigil", secrets)
        found.append(Target(f"case not closed, {kind}", case, _verify_case(case, secrets), None))
    return found


def handed_over(folder: Path, case: Path, secrets: Secrets) -> list[Target]:
    bag, wacz = folder / "handed" / "bag", folder / "file" / "handed.wacz"
    for path in (bag, wacz):
        path.parent.mkdir()
    with writing_case(case, secrets) as opened:
        for made in (BagFolder(bag), WaczFile(wacz, made_at=AT)):
            export_bag(made, case=opened, clock=ticking(), **WHO)
            made.abandon()
    return [
        Target("bag", bag, lambda: [each[:2] for each in verify_bag(bag, []).doubts], _kinds_of_handed),
        Target("WACZ", wacz.parent, lambda: _inside(verify_wacz(wacz, []).doubts), _kinds_of_handed),
    ]


def made_case(path: Path, secrets: Secrets) -> Path:
    path.parent.mkdir()
    create_case(path, passphrase=secrets.passphrase, created_at=AT, written_by="tool", cost=QUICK)
    chance, clock = random.Random(1), ticking()  # noqa: S311
    accounts = [Account(Platform("x"), AccountId(str(n))) for n in range(3)]
    with writing_case(path, secrets) as case:
        for account in accounts:
            witness = WitnessName(f"w-{account.id}")
            case.put_witness(Witness(name=witness, accounts=(WatchedAccount(account=account),), basis=Basis.CONSENT))
        captures = [
            Capture(
                body=b'{"text": "post %d"}' % n + chance.randbytes(chance.choice((0, 100, 3000))),
                captured_at=AT,
                collector=CollectorName("tool"),
                collector_version="1",
                account=accounts[n % 3],
                post=str(n),
                url=f"https://example.org/{n}" if n % 2 else None,
                status=200 if n % 4 == 1 else None,
            )
            for n in range(24)
        ]
        keep_captures(captures, case=case, clock=clock)
        case.add_fate(
            FateEntry(
                witness=WitnessName("w-1"),
                fate=Fate.MISSING,
                claimed_by="her sister",
                evidence="a call",
                judged_by="N. Noor",
                recorded_at=clock(),
            )
        )
        make_checkpoint(case=case, clock=clock)
    return path


def ticking() -> Callable[[], datetime]:
    seconds = count()
    return lambda: AT + timedelta(seconds=next(seconds))


def _verify_case(case: Path, secrets: Secrets) -> Callable[[], Doubts]:
    def verify() -> Doubts:
        closing = closing_of(case)
        if closing is not None and closing.changed:
            return [(str(doubt.kind), doubt.says.partition(": ")[0]) for doubt in closing.changed]
        with reading_case(case, secrets) as opened:
            doubts = verify_closed(opened, closing).doubts
        return [(str(doubt.kind), _whole_name(case, doubt.says.partition(": ")[0])) for doubt in doubts]

    return verify


def _whole_name(case: Path, said: str) -> str:
    """A file of the vault is named by how its name begins."""
    begins = said.removeprefix("file ")
    found = [path for path in case.glob(f"vault/*/{begins}*") if begins != said]
    return found[0].relative_to(case).as_posix() if found else said


def _inside(doubts: list[tuple[str, str, str]]) -> Doubts:
    """What is inside the ZIP is of the ZIP."""
    return [(kind, where.partition("/")[0]) for kind, where, _ in doubts]


def _kinds_of_handed(name: str) -> set[str]:
    known = {"file_changed", "file_missing", "file_added"}
    return {"signature_broken", "file_missing"} if name.endswith(".sig") else known


def _kinds_of_case(name: str) -> set[str]:
    if name == SIGNATURE:
        return {"signature_broken", "file_missing"}
    return {"file_changed", "file_missing", "refused"}


# --- tampering


class Told:
    """How many changes were made, noticed, and told as themselves."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self.missed: list[str] = []


def tamper(target: Target, n: int, chance: random.Random) -> Told:
    """Change the files at random, one change at a time, and verify after each."""
    told, whole = Told(), files_of(target.root)
    if target.verify():
        raise SystemExit(f"{target.name}: in doubt before anything was changed")
    for _ in range(n):
        how, changed = drawn(whole, chance)
        for name, body in changed.items():
            write(target.root / name, body)
        try:
            doubts = target.verify()
        except Broken:  # there is nothing left to verify, and that is what it says
            doubts = [("file_missing", next(iter(changed)))]
        except VigilError as error:  # it does not open: header or database, as the words say
            doubts = [("refused", "vigil.json" if "vigil.json" in str(error) else "case-1.db")]
        told.counts[how, "made"] += 1
        told.counts[how, "noticed"] += bool(doubts)
        itself = all(_is_about(kind, where, changed, target) for kind, where in doubts)
        told.counts[how, "itself"] += bool(doubts) and itself
        if not doubts or not itself:
            told.missed.append(f"{how} of {', '.join(changed)}: {doubts or 'NOT NOTICED'}")
        restore(target.root, whole, changed)
    if target.verify():
        raise SystemExit(f"{target.name}: in doubt after everything was put back")
    return told


def _is_about(kind: str, where: str, changed: dict[str, bytes | None], target: Target) -> bool:
    """Whether a doubt is about a file that was changed, and calls it that."""
    if target.own is None:
        return True
    if where in changed and kind in target.own(where):
        return True
    # With the manifest changed too, no digest is left that says so: what is signed or proven in the other file breaks.
    broken = kind in {"proof_broken", "checkpoint_broken"} and "manifest-sha256.txt" in changed
    return broken and any(name == where or name.startswith(f"{where}/") for name in changed)


def drawn(whole: dict[str, bytes], chance: random.Random) -> tuple[str, dict[str, bytes | None]]:
    """A change, and what the changed files hold then; None: removed. Files by number or by size, as it comes."""
    names = [name for name, body in whole.items() if body]
    while True:
        weights = [len(whole[name]) for name in names] if chance.random() < 0.5 else None
        [name] = chance.choices(names, weights)
        body, how = whole[name], chance.choice(HOW)
        if how == "one byte":
            at = chance.randrange(len(body))
            changed = {name: body[:at] + bytes([body[at] ^ chance.randrange(1, 256)]) + body[at + 1 :]}
        elif how == "removal":
            begin = chance.randrange(len(body))
            end = begin + chance.choice((1, 1, chance.randrange(1, len(body) + 1)))
            changed = {name: None if chance.random() < 0.3 else body[:begin] + body[end:]}
        elif how == "truncation":
            changed = {name: body[: chance.randrange(len(body))]}
        else:
            changed = reordered(whole, names, name, chance)
        if any(content != whole[each] for each, content in changed.items()):
            return how, {each: content for each, content in changed.items() if content != whole[each]}


def reordered(whole: dict[str, bytes], names: list[str], name: str, chance: random.Random) -> dict[str, bytes | None]:
    """Two pieces of a file, two lines of it, or two files, in each other's place."""
    body, way = whole[name], chance.randrange(3)
    if way == 0:
        other = chance.choice(names)
        return {name: whole[other], other: body}
    if way == 1:
        lines = body.splitlines(keepends=True)
        one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[one], lines[two] = lines[two], lines[one]
        return {name: b"".join(lines)}
    a, b, c = sorted(chance.randrange(len(body) + 1) for _ in range(3))
    return {name: body[:a] + body[b:c] + body[a:b] + body[c:]}


def files_of(root: Path) -> dict[str, bytes]:
    passing = {"open.lock", "import.lock", "listen.lock"}
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name not in passing and path.parent.name != "holders"
    }


def write(path: Path, body: bytes | None) -> None:
    if body is None:
        path.unlink()
    else:
        path.write_bytes(body)


def restore(root: Path, whole: dict[str, bytes], changed: dict[str, bytes | None]) -> None:
    for name in changed:
        write(root / name, whole[name])
    for path in root.glob("*.db-*"):
        path.unlink()


if __name__ == "__main__":
    main()

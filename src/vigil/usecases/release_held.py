"""What is held, and releasing it: a named person lets single captures into exports, with a reason, for good.

What a frightened person deleted is kept and never handed over by itself. A release is an entry of the log; it cannot be
unmade, because what went out cannot be called back. Whoever has to be kept out of exports after all is entered as
`not_to_be_watched`, which bars everything of theirs, whatever was released before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from vigil.model.errors import InvalidInput
from vigil.model.held import HeldFor, Release
from vigil.model.ids import WitnessName
from vigil.usecases.ports import CaseReader, CaseWriter, Clock, Progress, no_progress
from vigil.usecases.record_fate import unnamed


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One held capture, without a word of it.

    Attributes:
        number: To release it by.
        entry: Of the log, from 0.
        witness: Whose account it is of. None: of an account nobody is watched under, or of none.
    """

    number: int
    entry: int
    captured_at: datetime
    published_at: datetime | None
    published_on: str | None
    witness: WitnessName | None
    n_bytes: int
    why: HeldFor


def show_held(case: CaseReader, *, progress: Progress = no_progress) -> list[Held]:
    """Every capture that is held, in the order they were logged."""
    held_back = case.evidence.held_back()
    of = {one.account: each.name for each in case.watchlist().witnesses for one in each.accounts}
    found = []
    total = case.evidence.log.size()
    for leaf in case.evidence.leaves():
        progress(leaf.place, total, "entries")
        why = held_back.why(leaf)
        if why is None or leaf.said is None or leaf.number is None:
            continue
        found.append(
            Held(
                number=leaf.number,
                entry=leaf.place,
                captured_at=leaf.said.captured_at,
                published_at=leaf.said.published_at,
                published_on=leaf.said.published_on,
                witness=of.get(leaf.said.account) if leaf.said.account else None,
                n_bytes=leaf.said.n_bytes,
                why=why,
            )
        )
    return found


def release_captures(
    numbers: Sequence[int],
    *,
    case: CaseWriter,
    clock: Clock,
    by: str,
    reason: str,
    dry_run: bool = False,
    progress: Progress = no_progress,
) -> list[Held]:
    """Let these captures go into exports from now on; gives what was held of them until now.

    Args:
        numbers: As `show_held` gives them. One that was released before stays so and is passed over.
        by: The person who answers for it.
        reason: Why their author's wish does not stand against it.
    Raises:
        InvalidInput: Nobody answers for it, no reason is given, or one of the numbers is not held; none is released.
    """
    faults = [*unnamed("by", by), *([] if reason.strip() else ["reason: nothing is given"])]
    if faults:
        raise InvalidInput("; ".join(faults))
    with case.transaction():
        released = {release.capture for release in case.evidence.releases()}
        wanted = sorted(set(numbers) - released)
        held = {each.number: each for each in show_held(case, progress=progress)} if wanted else {}
        if missing := [number for number in wanted if number not in held]:
            named = ", ".join(map(str, missing[:10]))
            raise InvalidInput(f"not held: {named}. `vigil held` lists what is; nothing was released")
        now = clock()
        for number in wanted:
            if not dry_run:
                release = Release(capture=number, judged_by=by.strip(), reason=reason.strip(), recorded_at=now)
                case.evidence.release(release)
    return [held[number] for number in wanted]

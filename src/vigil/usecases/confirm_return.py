"""Record proof of life: a named person says who spoke to the witness, and how. Only this ends `returned`.

Whoever holds the phone can post, so a post proves nothing about who wrote it. A proof covers what was posted up to the
moment they were spoken to, on all of the witness's accounts; what is posted later, after another silence, is judged
anew. It is not refused where no account is returned just now: a call to someone quiet is worth recording, and cannot
vouch for the future.
"""

from dataclasses import dataclass
from datetime import datetime

from vigil.model.errors import InvalidInput
from vigil.model.fate import ProofOfLife
from vigil.model.ids import WitnessName
from vigil.model.instants import from_micros
from vigil.model.witness import Account, Witness
from vigil.usecases.ports import CaseReader, CaseWriter
from vigil.usecases.record_fate import unnamed


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """What a proof of life covers."""

    proof: ProofOfLife
    accounts: tuple[Account, ...]  # the witness's
    last_post_at: datetime | None  # their last sign of life; None where nothing is known of them
    posted_since: bool  # they posted after being spoken to: that is not covered
    added: bool  # False on a dry run, and where the same proof is recorded already


def confirm_return(proof: ProofOfLife, *, case: CaseWriter, dry_run: bool = False) -> Confirmed:
    """Record a proof of life.

    Raises:
        InvalidInput: The witness is not in the case, was spoken to in the future, or nobody answers for it.
    """
    faults = [*unnamed("judged by", proof.judged_by), *unnamed("spoke with", proof.spoke_with)]
    if not proof.how.strip():
        faults.append("how: say by what they were sure it was them")
    if proof.confirmed_until > proof.recorded_at:
        faults.append("spoken at: this lies in the future")
    if faults:
        raise InvalidInput("; ".join(faults))
    with case.transaction():
        witness = _witness(proof.witness, case)
        accounts = tuple(watched.account for watched in witness.accounts)
        last_post_at = _last_sign_of_life(accounts, case, until=proof.recorded_at)
        known = any(_says_the_same(proof, each) for each in case.proofs_of_life())
        if not dry_run and not known:
            case.add_proof_of_life(proof)
    return Confirmed(
        proof=proof,
        accounts=accounts,
        last_post_at=last_post_at,
        posted_since=last_post_at is not None and last_post_at > proof.confirmed_until,
        added=not dry_run and not known,
    )


def _witness(name: WitnessName, case: CaseReader) -> Witness:
    found = next((witness for witness in case.watchlist().witnesses if witness.name == name), None)
    if found is None:
        raise InvalidInput("no such witness in this case: `vigil watch list --case CASE` lists their names")
    return found


def _last_sign_of_life(accounts: tuple[Account, ...], case: CaseReader, *, until: datetime) -> datetime | None:
    timelines = case.signs_of_life(accounts, until=until).timelines
    return from_micros(int(timelines.at_us.max())) if timelines.at_us.size else None


def _says_the_same(one: ProofOfLife, other: ProofOfLife) -> bool:
    return (one.witness, one.spoke_with, one.how, one.judged_by, one.confirmed_until) == (
        other.witness,
        other.spoke_with,
        other.how,
        other.judged_by,
        other.confirmed_until,
    )

"""The verdict: for one account, as of a moment, exactly one, the first that holds from the top of the table.

What holds is worked out elsewhere and comes in as `Holds`; here it is put in order, for accounts and for witnesses.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from vigil.model.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Holds:
    """What holds of an account as of a moment.

    Attributes:
        changed: The platform says it is not as it was, and it has not posted since.
        returned: It posted again after dark or account_changed, nobody has confirmed it, and it has not fallen dark or
            silent with its place again: whoever is gone again is gone.
        blind: Nobody listens to it now.
        too_little_history: It has too few signs of life, or too few days of them.
        outage: Its silence belongs to its place.
        dark: Its heard silence is beyond its budget.
        quiet: It is longer than is usual on most days.
    """

    changed: bool = False
    returned: bool = False
    blind: bool = False
    too_little_history: bool = False
    outage: bool = False
    dark: bool = False
    quiet: bool = False


def verdict_of(holds: Holds) -> Verdict:
    """The first of the table that holds; who is nothing else is speaking."""
    table = (
        (holds.changed, Verdict.ACCOUNT_CHANGED),
        (holds.returned, Verdict.RETURNED),
        (holds.blind, Verdict.BLIND),
        (holds.too_little_history, Verdict.TOO_LITTLE_HISTORY),
        (holds.outage, Verdict.OUTAGE),
        (holds.dark, Verdict.DARK),
        (holds.quiet, Verdict.QUIET),
    )
    return next((verdict for true, verdict in table if true), Verdict.SPEAKING)


def witness_verdict(accounts: Sequence[tuple[Verdict, bool]]) -> Verdict:
    """The verdict of a witness, from each account's verdict and whether it is silent beyond its limit.

    Any account's speech counts for the witness; a change or an unconfirmed return on one is louder than speech on
    another. Where none speaks, what keeps us from saying dark comes first: a witness whose other account nobody hears
    may be speaking there.

    Args:
        accounts: At least one. The second tells a new account beyond the plain limit from one that spoke lately.
    """
    verdicts = [verdict for verdict, _ in accounts]
    for loud in (Verdict.ACCOUNT_CHANGED, Verdict.RETURNED):
        if loud in verdicts:
            return loud
    if Verdict.SPEAKING in verdicts:
        return Verdict.SPEAKING
    if (Verdict.TOO_LITTLE_HISTORY, False) in accounts:
        return Verdict.TOO_LITTLE_HISTORY
    silent = (Verdict.QUIET, Verdict.BLIND, Verdict.OUTAGE, Verdict.DARK, Verdict.TOO_LITTLE_HISTORY)
    return next(verdict for verdict in silent if verdict in verdicts)

"""Make a checkpoint: the evidence log as it stands, signed by the case's own key, and given away."""

from dataclasses import dataclass

from vigil.evidence.signed_note import encode_verifier_key
from vigil.model.errors import InvalidInput
from vigil.usecases.ports import CaseWriter, Clock, KeptCheckpoint

NOT_TIMESTAMPED = "not timestamped yet: when it was there is shown only by whom you give it to"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedCheckpoint:
    """A checkpoint to be kept where whoever could change the case cannot."""

    checkpoint: KeptCheckpoint
    verifier_key: str  # one line; it and the checkpoint belong together


def make_checkpoint(*, case: CaseWriter, clock: Clock) -> KeptCheckpoint | None:
    """Sign the log as it stands. A checkpoint that covers it already is given again. None: nothing was logged yet."""
    with case.transaction():
        return case.evidence.log.add_checkpoint(clock())


def export_checkpoint(*, case: CaseWriter, clock: Clock) -> ExportedCheckpoint:
    """A checkpoint over everything logged so far, with the key it is verified by.

    Raises:
        InvalidInput: Nothing was logged yet.
    """
    made = make_checkpoint(case=case, clock=clock)
    if made is None:
        raise InvalidInput("nothing was logged in this case yet: there is nothing to sign")
    return ExportedCheckpoint(checkpoint=made, verifier_key=encode_verifier_key(case.evidence.log.key()))

"""What was told just before, which a denial, a correction or another's figure goes back to."""

from collections.abc import Sequence

from vigil.model.claim import Polarity
from vigil.testimony.english.drafts import Draft
from vigil.testimony.english.scene import Scene


def last_before(view: Scene, drafts: Sequence[Draft], at: int) -> Draft | None:
    """What happened by the words before a token, in its sentence or the one before; no part of a figure."""
    sentence = view.tree.sentence[at]
    near = [
        one
        for one in drafts
        if one.part_of is None
        and one.token < at
        and sentence - view.tree.sentence[one.token] <= 1
        and one.polarity is Polarity.HAPPENED
    ]
    return near[-1] if near else None

"""An attribution: a source, the words that make it a saying, and what is said."""

from dataclasses import dataclass

from vigil.model.claim import Certainty, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One saying, thought, wish or judgement that a text gives to somebody."""

    source: Span | None  # None: nobody is named ("reportedly", "is said to")
    cue: Span  # the word or words that make it a saying
    content: tuple[Span, ...]  # what is said, in order, at least one span
    certainty: Certainty  # how surely this source says it
    direct: bool = False  # all of it within quotation marks
    firsthand: bool = False  # the source saw, heard or lived it
    parent: int | None = None  # index of the attribution this one stands inside
    saying: bool = True  # it can carry a claim: said, reported, believed; not praised, wanted, called upon
    p: float = 1.0  # how likely an annotator would mark it, by the model of `weighing`; 1 by rule

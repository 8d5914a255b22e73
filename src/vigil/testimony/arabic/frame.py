"""A saying: who says it, how surely, and which words of a sentence it covers."""

from dataclasses import dataclass

from vigil.model.claim import Actor, Certainty, Polarity, Span


@dataclass(frozen=True, slots=True)
class Frame:
    """One saying, and the words of its sentence [first, last) that it covers.

    Attributes:
        at: The word of the cue: frames stand inside one another in this order.
        certainty: None where it is neutral.
        source: None where the author or nobody named speaks.
        unnamed: "Reports", "it is said": somebody nobody names.
        silent: It adds no speaker of its own: it only says how surely its speaker has it.
        polarity: The mood it puts what it covers in.
        accused: Whom it makes responsible.
        trailing: It stands behind what it covers, and outside everything in it.
        cited: Whoever else speaks has it of this one: نقلاً عن.
        back: It covers what came before as well.
        adopts: The speaker owns up to it.
    """

    at: int
    first: int
    last: int
    cue: Span
    way: str
    certainty: Certainty | None = None
    source: Span | None = None
    unnamed: bool = False
    silent: bool = False
    polarity: Polarity | None = None
    accused: tuple[Actor, ...] = ()
    trailing: bool = False
    cited: bool = False
    direct: bool = False
    firsthand: bool = False
    back: bool = False
    begin: int = -1  # where the frame itself begins, source included
    end: int = -1  # where the content of a leading frame begins

"""What a rule of last words is, and what a language brings for reading one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vigil.model.verdict import Danger, Grade

CRITICAL, SERIOUS, CONCERN = Grade.CRITICAL, Grade.SERIOUS, Grade.CONCERN


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Phrases that speak of one danger, and how grave they are in which company.

    The gravest grade that applies counts; where none does, the phrase is no hit.
    """

    name: str  # language, then what it says: en.last-message
    danger: Danger
    phrases: tuple[str, ...]  # as in lexicon.phrases
    alone: Grade | None = None  # whatever else the post says
    near_war: Grade | None = None  # where the post also speaks of arms, siege, blood, or another grave danger
    urgent: Grade | None = None  # where it also says now, tonight, any moment
    unless: tuple[str, ...] = ()  # phrases anywhere in the post that show it is meant otherwise
    negatable: bool = True  # False where the phrase holds its own "not", or is as grave when denied
    example: str = ""  # of our own making, for the table


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language's rules with its ways of negating, reporting, joking and remembering."""

    code: str  # BCP 47
    script: str  # a regular expression for one of its letters, folded
    rules: tuple[Rule, ...]
    classes: Mapping[str, str] = field(default_factory=dict)  # word lists
    expansions: Mapping[str, str] = field(default_factory=dict)  # short forms
    common: frozenset[str] = frozenset()  # words in almost every post
    clitics: str = ""  # letters that may stand before a word, written together with it
    breakers: frozenset[str] = frozenset()  # words that end the reach of a negation
    negations: tuple[str, ...] = ()  # just before a hit, with no breaker between: it is denied
    negations_through: tuple[str, ...] = ()  # before a hit, whatever stands between: "I don't think we ..."
    reports: tuple[str, ...] = ()  # before a hit, in its clause: somebody else's words
    speech: tuple[str, ...] = ()  # anywhere, with the hit in quotation marks: somebody else's words
    war: tuple[str, ...] = ()
    dire: tuple[str, ...] = ()  # blood, graves, the cellar: as grave company as war, but known to sport and films too
    urgent: tuple[str, ...] = ()
    everyday: tuple[str, ...] = ()  # sport, screens, exams: no hit, unless war is in the post too
    laughter: tuple[str, ...] = ()  # no hit; beside war a lower grade
    past: tuple[str, ...] = ()  # it is remembered, not happening

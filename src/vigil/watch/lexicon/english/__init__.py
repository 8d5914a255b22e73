"""English rules, for native and for second-language writers who type in a hurry on a phone.

They are written for someone speaking of themselves, now: "we", "us", "my". News of others, jokes, sport, memories and
quotations use the same words; what tells them apart stands beside the rules, at the end.
"""

from vigil.watch.lexicon.english import company
from vigil.watch.lexicon.english.capture import CAPTURE
from vigil.watch.lexicon.english.farewell import FAREWELL
from vigil.watch.lexicon.english.hope import HOPE
from vigil.watch.lexicon.english.injury import INJURY
from vigil.watch.lexicon.english.plea import PLEA
from vigil.watch.lexicon.english.threat import THREAT
from vigil.watch.lexicon.english.vocabulary import CLASSES, COMMON, EXPANSIONS
from vigil.watch.lexicon.rule import Language

ENGLISH = Language(
    code="en",
    script="[a-z]",
    rules=(*FAREWELL, *THREAT, *CAPTURE, *INJURY, *PLEA, *HOPE),
    classes=CLASSES,
    expansions=EXPANSIONS,
    breakers=frozenset({"and", "but", "so", "because", "then", "i", "we", "they", "he", "she", "you", "now", "please"}),
    common=COMMON,
    negations=company.NEGATIONS,
    negations_through=company.NEGATIONS_THROUGH,
    reports=company.REPORTS,
    speech=company.SPEECH,
    war=company.WAR,
    dire=company.DIRE,
    urgent=company.URGENT,
    everyday=company.EVERYDAY,
    laughter=company.LAUGHTER,
    past=company.PAST,
)

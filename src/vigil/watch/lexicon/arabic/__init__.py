"""Arabic rules: the written language and the spoken ones of Syria, Iraq, Palestine, Egypt and Sudan.

Who speaks is in the verb and its endings: نموت "we die", اقتحموا علينا "they stormed in on us", بيتنا "our house". News
of others has the same words without them. Formulae of every day (God rest him, pray for me, farewell Ramadan, I die
for you) are told apart beside the rules, in `otherwise`.
"""

from vigil.watch.lexicon.arabic import company
from vigil.watch.lexicon.arabic.capture import CAPTURE
from vigil.watch.lexicon.arabic.farewell import FAREWELL
from vigil.watch.lexicon.arabic.hope import HOPE
from vigil.watch.lexicon.arabic.injury import INJURY
from vigil.watch.lexicon.arabic.plea import PLEA
from vigil.watch.lexicon.arabic.threat import THREAT
from vigil.watch.lexicon.arabic.vocabulary import CLASSES, COMMON, EXPANSIONS
from vigil.watch.lexicon.rule import Language

ARABIC = Language(
    code="ar",
    script="[\u0621-\u064a]",
    rules=(*FAREWELL, *THREAT, *CAPTURE, *INJURY, *PLEA, *HOPE),
    classes=CLASSES,
    expansions=EXPANSIONS,
    common=COMMON,
    clitics="وفبكلعسها",
    breakers=frozenset({"لكن", "بس", "لان", "لأن", "نحن", "نحنا", "احنا", "انا", "هم", "عم", "يا"}),
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

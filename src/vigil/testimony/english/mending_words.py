"""Words by which a wrongly hung word is known, shared by the rooms that hang it where it belongs."""

from typing import Final

from vigil.testimony.english.lexicon import word_set

DEEDS: Final = word_set(
    """kill wound injure hurt maim destroy damage displace murder slay execute arrest detain kidnap abduct seize hit
    strike target level flatten burn trap claim force drive leave"""
)
"""Whose participle and past are one word, and which have one object."""
TELLS: Final = word_set("say find report confirm add believe announce claim document conclude establish show hear tell")
ANSWERS: Final = word_set(
    """deny accuse blame reject dismiss call say add warn promise vow threaten urge describe put insist stress maintain
    argue"""
)
ADMITS: Final = word_set("acknowledge admit concede accept state declare")
"""Deeds of speech: in "the army said its troops had killed 20 and denied striking", the army's."""
TOLD: Final = word_set(
    "report claim rumour rumor allegation story post tweet message news video account statement accusation article"
)
"""What is about somebody, and not about so many."""
MOST_STEPS: Final = 8
OF_A_SENTENCE: Final = 30
OF_A_NAME: Final = 16
"""Words at most in which somebody is introduced: "Colonel Ali Haddad, spokesman for the ministry of defence"."""

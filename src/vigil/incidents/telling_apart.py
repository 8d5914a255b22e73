"""Whether a text says of what it brings up that it is another matter: "in a separate attack", "unrelated to".

A report of one event often ends with another: "It is unclear if there is any link to the fire".
"""

import re

_APART = re.compile(
    r"\b(?:whether|not|no|unclear|nothing)\b[^.!?]{0,60}\b(?:linked|links?|connected|connection|related|to do with)\b"
    r"|\bunrelated\b|\bunconnected\b|\bseparately\b"
    r"|\b(?:in|to|from) (?:a separate|a different|another|an unrelated) (?:\w+ )?(?:attack|strike|raid|incident|event"
    r"|shelling|bombing|bombardment|explosion|blast|shooting|clash|ambush|killing|massacre)\b"
    r"|(?:لا|ولا|بلا|دون) (?:أي )?(?:علاقة|صلة)|منفصل(?:ة)?|بشكل منفصل|على صعيد آخر"
    r"|في (?:حادث|هجوم|قصف|انفجار) (?:آخر|مختلف)|في (?:حادثة|غارة|ضربة) (?:أخرى|مختلفة)",
    re.IGNORECASE,
)


def says_apart(sentence: str) -> bool:
    """Whether a sentence says that it tells of another matter: "in a separate strike nearby"."""
    return _APART.search(sentence) is not None

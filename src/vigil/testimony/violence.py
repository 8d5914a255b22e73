"""Words of violence and of power over people, English: where a text about an event is likely to speak of it."""

import re

_WORDS = re.compile(
    r"\b(?:kill|murder|shot\b|shoot|gunned|arrest|detain|detention|abduct|kidnap|tortur|beat|attack|disappear|missing|assault"
    r"|bomb|shell|strike|struck|raid|massacre|execut|assassinat|injur|wound|died\b|dead|death|jailed|imprison|prison|sentenc"
    r"|threat|harass|seiz|held\b|custody|charg|ambush|gunm|rape|hostage|stab|explo|convict|taken\b|captur|picked\s+up)",
    re.IGNORECASE,
)


def violent_words(text: str) -> list[int]:
    """Where each such word begins."""
    return [match.start() for match in _WORDS.finditer(text)]

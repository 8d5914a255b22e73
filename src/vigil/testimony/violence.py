"""Words of violence and of power over people, English and Arabic: a text about an event speaks of it near them."""

import re

from vigil.testimony.plain import plain

_WORDS = re.compile(
    r"\b(?:kill|murder|shot\b|shoot|gunned|arrest|detain|detention|abduct|kidnap|tortur|beat|attack|disappear|missing|assault"
    r"|bomb|shell|strike|struck|raid|massacre|execut|assassinat|injur|wound|died\b|dead|death|jailed|imprison|prison|sentenc"
    r"|threat|harass|seiz|held\b|custody|charg|ambush|gunm|rape|hostage|stab|explo|convict|taken\b|captur|picked\s+up)"
    r"|(?:قتل|مقتل|قتيل|استشهد|استشهاد|شهيد|شهداء|ضحايا|قصف|غاره|غارات|جرح|جريح|اصيب|اصاب|هجوم|هاجم|اعتقل|اعتقال|خطف|اختطف"
    r"|تعذيب|عذب|اغتيال|اغتال|اعدام|اعدم|مجزر|انفجار|تفجير|حصار|محاصر|نزوح|اقتحم|مداهم|طعن|اغتصاب)",
    re.IGNORECASE,
)


def violent_words(text: str) -> list[int]:
    """Where each such word begins."""
    folded = plain(text)
    return [folded.span(match.start(), match.end()).begin for match in _WORDS.finditer(folded.letters)]

"""Being taken and never heard of again: what makes of a detention an enforced disappearance."""

import re
from typing import Final

from vigil.model.claim import EventType, Polarity, Span
from vigil.testimony.english.drafts import Draft
from vigil.testimony.english.scene import Scene

_WITHHELD: Final = re.compile(
    r"""(?:never|not|n't|n’t)\s(?:been\s)?(?:seen|heard\s(?:from|of))(?:\s(?:again|since))?
      | never\sseen\sagain | never\sheard\sfrom
      | where\s[^.!?]{3,60}?(?:nobody|no\sone)\s(?:will|would)\s(?:answer|say)
      | (?:never|not)\sbeen\stold\s(?:where|what)
      | (?:nobody|no\sone)\s(?:will|would|has)\s(?:tell|told)
      | (?:nobody|no\sone)\sknows\swhere | (?:not|n't|n’t)\sknown?\swhere
      | no\s(?:word|trace|news|information)\s(?:of|about|on|from)\s(?:him|her|them|his|their)
      | (?:whereabouts|fates?)\s(?:of\s)?(?:\w+\s){0,3}?(?:remains?\s|is\s|are\s)?(?:still\s)?unknown
      | unknown\swhereabouts
      | refus\w+\sto\s(?:say|tell|disclose|reveal)\s(?:\w+\s){0,3}?(?:where|whether)
      | (?:den\w+|disclaim\w*)\s(?:all\s|any\s)?knowledge\sof\s(?:his|her|their)\s(?:whereabouts|fates?)
      | (?:went|gone|been|is|are|was|were)\smissing\s(?:after|since|following)\s(?:his|her|their|being)\s
      | never\sadmitted\s(?:holding|detaining|arresting|taking) | incommunicado
      | (?:none|nobody|no\sone|neither)\s(?:of\sthem\s)?(?:has|have|was|were)\s(?:been\s)?(?:seen|heard\s(?:from|of))
      | no\s(?:office|one|authority|official|department|police|branch)\s(?:\w+\s){0,2}?(?:tells?|told|says?|knows?)
        \s(?:\w+\s)?where
      | (?:has|have)\snot\sbeen\sheard | vanished\s(?:without|into) | disappeared\swithout
    """,
    re.IGNORECASE | re.VERBOSE,
)
_GONE: Final = "missing"
_THEN: Final = re.compile(r"missing\s(?:after|since|following)")
_TAKINGS: Final = frozenset({EventType.ARBITRARY_DETENTION, EventType.KIDNAPPING})


def with_fates(view: Scene, drafts: list[Draft]) -> list[Draft]:
    """The claims, those of whom nothing was heard since as disappearances."""
    found = list(drafts)
    for match in _WITHHELD.finditer(view.text):
        at = view.at(Span(match.start(), match.end()))
        if at is None:
            continue
        sentence = view.tree.sentence[at]
        near = [
            one
            for one in found
            if (one.event in _TAKINGS or one.event is EventType.ENFORCED_DISAPPEARANCE)
            and one.polarity is Polarity.HAPPENED
            and 0 <= sentence - view.tree.sentence[one.token] <= 2
        ]
        after = _THEN.search(match.group().lower()) is not None  # "went missing after his arrest"
        taken = [one for one in near if after or view.tokens[one.token].begin < match.end()]
        if after:
            taken = [one for one in taken if view.tree.sentence[one.token] == sentence and one.event in _TAKINGS]
        if not taken:
            continue
        first = taken[0] if len(taken) < 3 else taken[-1]
        first.event = EventType.ENFORCED_DISAPPEARANCE
        first.words = (*first.words, Span(match.start(), match.end()))
        later = [
            one
            for one in found
            if one is not first
            and one.event in _TAKINGS
            and (one.count is None or (one.count.exactness.value == "exact" and one.count.low == 1))
            and match.start() - 5 <= view.tokens[one.token].begin <= match.end() + 40
        ]
        same = [one for one in found if view.tree.sentence[one.token] == sentence]
        told_again = [one for one in same if one.event is EventType.OTHER and _GONE in _words(view, one)]
        told_again += [one for one in found if one.event is EventType.ENFORCED_DISAPPEARANCE and _within(match, one)]
        later += [one for one in told_again if one is not first]
        found = [one for one in found if not any(one is other for other in later)]
    return found


def _within(match: re.Match[str], draft: Draft) -> bool:
    return match.start() <= draft.words[0].begin < match.end()


def _words(view: Scene, draft: Draft) -> set[str]:
    return {view.text[span.begin : span.end].lower() for span in draft.words}

"""Which of the times a text mentions is that of an event.

The nearest in the event's sentence, by grammar where there is one. A time that dates a statement is never the event's,
nor is one that stands only in another sentence, unless the caller says that dates carry over.
"""

from collections.abc import Sequence

from vigil.model.claim import Span
from vigil.testimony.nearness import FAR, distance, governors, sentence_of
from vigil.testimony.parsed import Parsed
from vigil.testimony.times.mention import TimeMention
from vigil.testimony.word_lists import listed

SAYING_VERBS = listed(
    "say tell announce state add write tweet claim confirm deny declare insist warn report condemn urge accuse"
    " note reveal disclose explain acknowledge admit allege"
)


def choose_time(
    text: str,
    mentions: Sequence[TimeMention],
    event: Span,
    *,
    parsed: Parsed | None = None,
    carried: bool = False,
) -> TimeMention | None:
    """The mention that most probably dates the event; None where its sentence has none.

    Args:
        mentions: All of the text, as `read_times` gives them.
        event: The words of the event.
        carried: Take the last time of the sentence before where the event's own has none.
    """
    sentence = sentence_of(text, event.begin, parsed)
    fitting = [
        each
        for each in mentions
        if each.edtf is not None
        and sentence.begin <= each.span.begin < sentence.end
        and not each.of_saying
        and not _hangs_on_saying(parsed, each.span, event)
    ]
    if fitting:
        return min(fitting, key=lambda each: (min(FAR, distance(text, each.span, event, parsed)), each.span.begin))
    if not carried or sentence.begin == 0 or any(sentence.begin <= each.span.begin < sentence.end for each in mentions):
        return None
    before = sentence_of(text, sentence.begin - 1, parsed)
    earlier = [
        each
        for each in mentions
        if each.edtf is not None and before.begin <= each.span.begin < before.end and not each.of_saying
    ]
    return earlier[-1] if earlier else None


def _hangs_on_saying(parsed: Parsed | None, span: Span, event: Span) -> bool:
    """Whether the verb the time belongs to is one of saying, and not the event itself."""
    if parsed is None:
        return False
    for at in governors(parsed, span):
        token = parsed.tokens[at]
        if token.begin < event.end and event.begin < token.end:
            return False
        if token.pos in {"VERB", "AUX"}:
            return token.lemma in SAYING_VERBS
    return False

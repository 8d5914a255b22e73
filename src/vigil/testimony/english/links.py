"""One speaker of a chain, from the words that name them and the words that say that they speak."""

from vigil.model.claim import AUTHOR, Certainty, Link, Span
from vigil.testimony.english.scene import Scene


def link_of_words(view: Scene, words: Span, cue: Span, certainty: Certainty) -> Link:
    """A speaker by their words."""
    return Link(speaker=view.text[words.begin : words.end], certainty=certainty, speaker_span=words, cue=cue)


def link_of(view: Scene, subject: int, cue: int, certainty: Certainty) -> Link:
    """A speaker by the head of their phrase and the word of saying; "I" and "we" are the author."""
    words, said = view.span(*view.core(subject)), view.span(cue, cue)
    if view.text[words.begin : words.end].lower() in {"i", "we"}:
        return Link(speaker=AUTHOR, certainty=certainty, cue=said)
    return link_of_words(view, words, said, certainty)

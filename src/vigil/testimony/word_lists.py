"""Lists of words written as running text, so that they can be read and added to."""


def listed(words: str) -> frozenset[str]:
    """The words, which blanks stand between."""
    return frozenset(words.split())


def in_order(words: str) -> list[str]:
    """The same, keeping their order."""
    return words.split()

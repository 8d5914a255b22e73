"""Word lists, written as words are."""


def words(listed: str) -> list[str]:
    """The words of a list that are parted by blanks and line breaks."""
    return listed.split()

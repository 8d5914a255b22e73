"""Links and handles."""

from vigil.testimony.places.addresses import Addresses


def test_letters_of_links_and_handles_are_covered():
    """From the beginning of a text to its end."""
    text = "see https://x.org/a and @b now"
    addresses = Addresses(text)
    covered = "".join(each for at, each in enumerate(text) if addresses.cover(at))
    assert covered == "https://x.org/a@b"

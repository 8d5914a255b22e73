"""What can go wrong, in three families: the caller's mistake, the world's absence, evidence that does not match.

A message is written for the person who meets it: what is wrong, and what to do. It never holds a secret, the text
of a post, or a name from a watchlist.
"""


class VigilError(Exception):
    """The root of every error Vigil raises on purpose."""


class InvalidInput(VigilError):
    """The caller's mistake: a value, file or option that cannot be used as it is."""


class Malformed(InvalidInput):
    """Something from outside is not what its format says. The words name the field, and never what stood in it."""


class WrongPassphrase(InvalidInput):
    """The case does not open with this passphrase, or it is not a case at all: the two cannot be told apart."""


class Unavailable(VigilError):
    """The world's absence: a file, disk, process or service that is not there now and may be later."""


class CaseHeld(Unavailable):
    """Another process holds the case for something that must be alone, or a write waited longer than it may."""


class IntegrityError(VigilError):
    """Stored evidence does not match its digest, or a case contradicts itself. Never retried, skipped or defaulted."""

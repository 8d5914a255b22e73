"""Distinct strings get distinct types, so that a handle is never taken for an account."""

from typing import NewType

AccountId = NewType("AccountId", str)
"""The platform's stable id of an account. A handle changes; this does not."""

Platform = NewType("Platform", str)
"""A platform's name in lower case (x, telegram, mastodon, bluesky, ...). Unknown is `UNKNOWN_PLATFORM`."""

WitnessName = NewType("WitnessName", str)
"""The pseudonym a witness has in this case. Never their own name."""

PlaceName = NewType("PlaceName", str)
"""A place as this case calls it: the unit within which accounts are neighbours."""

CollectorName = NewType("CollectorName", str)
"""One of our ears: a process or file through which accounts are heard."""

Digest = NewType("Digest", str)
"""SHA-256, 64 lower-case hexadecimal digits."""

UNKNOWN_PLATFORM = Platform("unknown")

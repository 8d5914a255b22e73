"""A page that asks who is there, in place of what was asked for."""

import re

MOST_LOOKED_AT = 500_000
"""Bytes: a page that asks for nothing but a password is far shorter."""

_PASSWORD = re.compile(rb"<input\b[^<>]{0,2000}?\btype\s{0,9}=\s{0,9}[\"']?password\b", re.IGNORECASE)

_PUZZLE = re.compile(
    rb"class\s{0,9}=\s{0,9}[\"'](?:g-recaptcha|h-captcha|cf-turnstile)|/cdn-cgi/challenge-platform/|cf-challenge|"
    rb"<title>\s{0,9}Just a moment",
    re.IGNORECASE,
)


def asks_for_password(page: bytes) -> bool:
    """Whether a page has a field for a password."""
    return _PASSWORD.search(page[:MOST_LOOKED_AT]) is not None


def sets_puzzle(page: bytes) -> bool:
    """Whether a page wants it shown that a person looks at it."""
    return _PUZZLE.search(page[:MOST_LOOKED_AT]) is not None

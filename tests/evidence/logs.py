"""Small logs to prove things about."""

from vigil.evidence.checkpoint import log_origin
from vigil.evidence.signed_note import SigningKey

ORIGIN = log_origin(bytes(range(16)))
KEY = SigningKey(ORIGIN, bytes(32))
OTHER_KEY = SigningKey(ORIGIN, bytes([1]) * 32)

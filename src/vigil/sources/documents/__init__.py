"""Documents to read claims from: plain text, HTML, PDF and JSON Lines."""

from vigil.sources.documents.opening import Documents

__all__ = ["Documents"]

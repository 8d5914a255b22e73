"""X (Twitter), heard through its API v2: timelines in turn, and the filtered stream beside it.

X charges for what is read. So what may be spent is told first, counted, and kept to; what it hears until then, and why
not any more after, is in the pulses. docs/hearing-x.md says what is heard and what is not.
"""

from vigil.sources.x.source import MANIFEST, XSource

__all__ = ["MANIFEST", "XSource"]

"""Mastodon, and servers that speak its API, heard live.

`source` is the kind of source; `collector` listens in two ways: `asker` asks for each account in turn, `ear` hears the
stream. What was known and what is new is told in `lives`, what the server's JSON says in `entities`, and `server` asks.
"""

from vigil.sources.mastodon.source import MANIFEST, MastodonSource

__all__ = ["MANIFEST", "MastodonSource"]

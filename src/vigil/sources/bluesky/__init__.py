"""Bluesky and other services of the AT Protocol, heard live.

`collector` is the whole: the stream, what is filled from the archive, and what probes find. `kind` is what a person
adds. Of its parts, `jetstream` hears chosen accounts with little traffic; `firehose` hears a whole relay or one server,
as its servers sign it; `backfill` asks an account's server for what was missed; `resolve` finds the stable id behind a
handle. What an event means is in `events`, which touches nothing.
"""

from vigil.model.heard import Manifest
from vigil.sources.bluesky.events import PLATFORM

MANIFEST = Manifest(
    platform=PLATFORM,
    hears=(
        "posts, replies and reposts as they are made",
        "edits, and deletions of posts and reposts",
        "accounts deactivated, suspended, taken down, deleted, and active again",
        "changes of handle",
    ),
    needs=(
        "a Jetstream, a relay or the account's own server (PDS) that can be reached; no account and no key",
        "for probes and gaps: each account's own server, which learns that somebody asks, or an archive of your choice",
    ),
    cannot_see=(
        "direct messages, and whatever is not in an account's public repository",
        "likes, follows, blocks and changes of profile: they are passed over",
        "pictures and video themselves: an event names them, it does not hold them",
        "what was edited or deleted during a gap that had to be filled from the archive",
        "through Jetstream: the signed commit. Only the firehose carries what a server signed",
        "which program posted: the platform does not say",
    ),
    most_accounts=10_000,
    deaf_within_s=90.0,
    probe_every_s=1800.0,
)

__all__ = ["MANIFEST"]

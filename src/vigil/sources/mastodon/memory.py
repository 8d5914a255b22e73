"""What is remembered of each account from one run to the next: the cursor of a source that has none.

A Mastodon server keeps no place for us, and lists posts as they are now. So that a post deleted while nobody listened
is missed, its number has to be known still; the newest of each account are written down, and how far back its archive
was read. Nothing here is believed to have been given: what lies after an account was last heard is given again.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import orjson

from vigil.model.errors import InvalidInput, Malformed
from vigil.model.heard import Cursor
from vigil.model.instants import from_micros, to_micros
from vigil.sources.mastodon.entities import id_of
from vigil.sources.mastodon.lives import KnownPost, Life, Lives, Past

MOST_REMEMBERED = 20
"""Posts of each account: some 50 bytes each, 500 kB for 500 accounts, measured."""

_VERSION = 1
_TAILS = frozenset({"", "/activity"})


def written(lives: Lives) -> Cursor:
    """What is to be remembered, on one line."""
    accounts = {life.account.id: _life(life) for life in lives.all() if life.id is not None}
    return Cursor(orjson.dumps({"mastodon": _VERSION, "accounts": accounts}).decode())


def restore(lives: Lives, cursor: Cursor | None) -> None:
    """Know again what was remembered. What cannot be read is forgotten: it is asked for as if it were new."""
    try:
        said = orjson.loads(cursor or "{}")
    except orjson.JSONDecodeError:
        return
    accounts = said.get("accounts") if isinstance(said, dict) and said.get("mastodon") == _VERSION else None
    if not isinstance(accounts, dict):
        return
    for life in lives.all():
        body = accounts.get(life.account.id)
        if isinstance(body, dict):
            try:
                _restore(life, body)
            except (Malformed, InvalidInput, TypeError, ValueError, KeyError, OverflowError):
                life.posts.clear()
                life.past = None


def _life(life: Life) -> dict[str, object]:
    newest = sorted(life.posts.items(), key=lambda each: each[1].made_at)[-MOST_REMEMBERED:]
    past = life.past
    return {
        "n": life.n_posts,
        "on": life.last_post_on.isoformat() if life.last_post_on else None,
        "newest": _us(life.newest_at),
        "past": past and [past.before_id, _us(past.since), _us(past.end), past.n_pages, _us(past.oldest_at)],
        "posts": [
            [number, _shortened(known.uri, life, number), _us(known.made_at), _us(known.edited_at), known.boosted_id]
            for number, known in newest
        ],
    }


def _restore(life: Life, body: Mapping[str, object]) -> None:
    posts, past = body["posts"], body["past"]
    if not isinstance(posts, list) or not isinstance(past, list | None):
        raise TypeError
    for number, uri, made_us, edited_us, boosted in posts[-MOST_REMEMBERED:]:
        made_at = _at(made_us)
        if made_at is None or not isinstance(uri, str):
            raise TypeError
        life.posts[id_of(number, "id")] = KnownPost(
            uri=_usual(life, str(number)) + uri if uri in _TAILS else uri,
            made_at=made_at,
            edited_at=_at(edited_us),
            worded=True,
            boosted_id=None if boosted is None else id_of(boosted, "id"),
            restored=True,
        )
    if past is not None:
        before_id, since_us, end_us, n_pages, oldest_us = past
        end = _at(end_us)
        if end is None or not isinstance(n_pages, int):
            raise TypeError
        life.past = Past(id_of(before_id, "id"), _at(since_us), end, n_pages, _at(oldest_us))
    n_posts, day = body["n"], body["on"]
    life.n_posts = n_posts if isinstance(n_posts, int) else None
    life.last_post_on = date.fromisoformat(day) if isinstance(day, str) else None
    life.newest_at = _at(body["newest"])


def _usual(life: Life, number: str) -> str:
    """The address Mastodon gives a post; a boost has a tail."""
    return f"{life.account.id}/statuses/{number}"


def _shortened(uri: str, life: Life, number: str) -> str:
    tail = uri.removeprefix(_usual(life, number))
    return tail if tail in _TAILS else uri


def _us(at: datetime | None) -> int | None:
    return None if at is None else to_micros(at)


def _at(micros: object) -> datetime | None:
    return from_micros(micros).astimezone(UTC) if isinstance(micros, int) else None

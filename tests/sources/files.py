"""Synthetic files of every format, small enough to read here. Nobody in them exists."""

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl

from vigil.sources import ReadOptions, open_source
from vigil.sources.rows import no_observations
from vigil.usecases.ports import ReadBatch, Rejected

Row = Mapping[str, object]


def read(path: Path, **options: object) -> tuple[pl.DataFrame, list[Rejected]]:
    """Everything a file gives."""
    batches = read_batches(path, **options)
    return pl.concat([no_observations(), *(batch.frame for batch in batches)]), [
        one for batch in batches for one in batch.rejected
    ]


def read_batches(path: Path, **options: object) -> list[ReadBatch]:
    """The batches a file gives."""
    return list(open_source(path, ReadOptions(**options)).batches())  # type: ignore[arg-type]


def write(path: Path, content: str | bytes) -> Path:
    """A file with this content; text as UTF-8."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def csv_bytes(rows: Sequence[Row], columns: Sequence[str] | None = None) -> bytes:
    """Rows as CSV."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns or list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def jsonl_bytes(rows: Sequence[Row]) -> bytes:
    """Rows as JSON Lines."""
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def parquet_bytes(rows: Sequence[Row], row_group_size: int | None = None) -> bytes:
    """Rows as Parquet, times as instants."""
    frame = pl.DataFrame(rows).with_columns(pl.col("published_at").str.to_datetime(time_zone="UTC"))
    packed = io.BytesIO()
    frame.write_parquet(packed, row_group_size=row_group_size)
    return packed.getvalue()


def posts(n_posts: int) -> list[dict[str, str]]:
    """Posts of three accounts, some minutes apart, in two languages, quoted and over several lines."""
    words = [
        "Shelling again near the bakery.",
        "القصف لا يتوقف منذ الفجر",
        'She said "we are still here", and then nothing.',
        "First line\nsecond line, with a comma",
    ]
    return [
        {
            "account": f"acc-{index % 3}",
            "published_at": f"2016-12-{4 + index // 1440 % 20:02}T{index // 60 % 24:02}:{index % 60:02}:00Z",
            "id": f"p{index}",
            "text": words[index % 4],
            "kind": "post",
        }
        for index in range(n_posts)
    ]


PLANTED = {
    "direct message": "meet me at the old mill",
    "phone": "+963911222333",
    "ip": "203.0.113.77",
    "email": "nobody@planted.example",
    "private chat": "tell nobody where we hide",
    "contact": "Planted Contact",
}
"""What must never reach a case, by what it is."""


def x_archive_bytes(tweets: Sequence[Row], deleted: Sequence[Row] = (), account: Row | None = None) -> bytes:
    """An X archive, with everything private a real one has beside the posts."""
    record = {
        "email": PLANTED["email"],
        "createdVia": "web",
        "username": "example_witness",
        "accountId": "1234567",
        "createdAt": "2015-03-01T10:00:00.000Z",
        "accountDisplayName": "Example",
    }
    half = (len(tweets) + 1) // 2
    members = {
        "data/account.js": _assigned("account", 0, [{"account": record if account is None else account}]),
        "data/tweets.js": _assigned("tweets", 0, [{"tweet": tweet} for tweet in tweets[:half]]),
        "data/tweets-part1.js": _assigned("tweets", 1, [{"tweet": tweet} for tweet in tweets[half:]]),
        "data/deleted-tweets.js": _assigned("deleted_tweets", 0, [{"tweet": tweet} for tweet in deleted]),
        "data/direct-messages.js": _assigned(
            "direct_messages", 0, [{"dmConversation": {"text": PLANTED["direct message"]}}]
        ),
        "data/phone-number.js": _assigned("device", 0, [{"device": {"phoneNumber": PLANTED["phone"]}}]),
        "data/ip-audit.js": _assigned("ip_audit", 0, [{"ipAudit": {"loginIp": PLANTED["ip"]}}]),
        "data/contact.js": _assigned("contact", 0, [{"contact": {"name": PLANTED["contact"]}}]),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name), text, compress_type=zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _assigned(name: str, part: int, value: object) -> str:
    return f"window.YTD.{name}.part{part} = {json.dumps(value, indent=2)}"


def tweet(number: int, **changes: object) -> dict[str, object]:
    """A tweet as the archive has it."""
    return {
        "id_str": str(800000000000000000 + number),
        "created_at": f"Sun Dec 04 {number // 60 % 24:02}:{number % 60:02}:07 +0000 2016",
        "full_text": f"Number {number}: bread &amp; water are gone",
        "lang": "en",
        "source": '<a href="http://twitter.com" rel="nofollow">Twitter for Android</a>',
        "retweeted": False,
        **changes,
    }


def telegram_message(number: int, **changes: object) -> dict[str, object]:
    """A channel's message as Telegram Desktop exports it."""
    return {
        "id": number,
        "type": "message",
        "date": "2016-12-04T12:00:00",
        "date_unixtime": str(1480845600 + 60 * number),
        "from": "Example Channel",
        "from_id": "channel1009",
        "text": f"message {number}",
        "text_entities": [{"type": "plain", "text": f"message {number}"}],
        **changes,
    }


def telegram_export(messages: Sequence[Row]) -> dict[str, object]:
    """A whole export: one public channel among private chats, contacts and sessions."""
    private = {"id": 1, "type": "message", "date_unixtime": "1480845600", "text": PLANTED["private chat"]}
    return {
        "about": "Here is the data you requested.",
        "personal_information": {"first_name": "Planted", "phone_number": PLANTED["phone"]},
        "contacts": {"list": [{"first_name": PLANTED["contact"], "phone_number": PLANTED["phone"]}]},
        "sessions": {"list": [{"last_ip": PLANTED["ip"]}]},
        "chats": {
            "about": "This page lists all chats from this export.",
            "list": [
                {"name": "A friend", "type": "personal_chat", "id": 77, "messages": [private]},
                {"name": "Example Channel", "type": "public_channel", "id": 1009, "messages": list(messages)},
                {"name": "Our own", "type": "private_channel", "id": 1010, "messages": [private]},
            ],
        },
    }


def activity(number: int, **changes: object) -> dict[str, object]:
    """A public post in a Mastodon outbox."""
    actor = "https://example.social/users/witness"
    note = {
        "id": f"{actor}/statuses/{number}",
        "type": "Note",
        "published": f"2016-12-04T{number // 60 % 24:02}:{number % 60:02}:00Z",
        "content": f"<p>Number {number}: bread &amp; water<br>are gone</p>",
        "contentMap": {"en": "..."},
        "inReplyTo": None,
    }
    return {
        "id": f"{actor}/statuses/{number}/activity",
        "type": "Create",
        "actor": actor,
        "published": note["published"],
        "to": ["https://www.w3.org/ns/activitystreams#Public"],
        "cc": [f"{actor}/followers"],
        "object": note,
        **changes,
    }


def outbox(activities: Sequence[Row]) -> dict[str, object]:
    """A Mastodon outbox."""
    head = {"@context": "https://www.w3.org/ns/activitystreams", "id": "outbox.json", "type": "OrderedCollection"}
    return {**head, "totalItems": len(activities), "orderedItems": list(activities)}


def gzipped(content: bytes) -> bytes:
    """The same, packed."""
    return gzip.compress(content, mtime=0)

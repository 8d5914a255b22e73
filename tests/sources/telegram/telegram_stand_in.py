"""The public preview of Telegram on loopback: pages as t.me/s gives them, and misbehaving on demand. All is made up.

Written from what public programs read in such pages (tchan, snscrape, RSSHub) and pages they keep as samples.
"""

import contextlib
import html
import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from answers import answering

from vigil.model.ids import AccountId, CollectorName
from vigil.model.witness import Account, WatchedAccount
from vigil.sources.telegram.names import PLATFORM

EAR = CollectorName("telegram")
BEGAN = datetime(2026, 1, 5, 7, tzinfo=UTC)
PAGE = 20


@dataclass
class Message:
    """One message of a made-up channel."""

    id: int
    text: str | None = None
    at: datetime | None = None
    edited: bool = False
    service: bool = False
    forwarded: str | None = None  # the address it was forwarded from; "" for a person's
    reply: int | None = None
    album: tuple[int, ...] = ()
    photo: str | None = None
    via: str | None = None

    @property
    def when(self) -> datetime:
        return self.at or BEGAN + timedelta(minutes=self.id)


@dataclass
class Channel:
    """One made-up channel."""

    name: str
    number: int
    messages: dict[int, Message] = field(default_factory=dict)
    has_preview: bool = True
    kind: str = "channel"
    hidden: set[int] = field(default_factory=set)  # the pages leave them out; they are there
    repeat: bool = False
    backwards: bool = False
    with_number: bool = True

    def say(self, text: str | None = None, number: int | None = None, **more: object) -> Message:
        said = Message(id=number or max(self.messages, default=0) + 1, text=text, **more)
        self.messages[said.id] = said
        return said

    def watched(self, handle: str | None = None) -> WatchedAccount:
        return WatchedAccount(account=Account(PLATFORM, AccountId(str(self.number))), handle=handle or self.name)


class Telegram:
    """The site, with its channels, and what is wrong with it."""

    def __init__(self) -> None:
        self.channels: dict[str, Channel] = {}
        self.broken = lambda path, asked: None  # status, headers, body in place of the answer
        self.cut = lambda body: body
        self.address = ""
        self.seen: list[str] = []

    def channel(self, name: str = "swallow_news", number: int = 1500001, **more: object) -> Channel:
        self.channels[name.lower()] = Channel(name, number, **more)
        return self.channels[name.lower()]

    def rename(self, channel: Channel, name: str) -> None:
        """It goes by another name; the old one still leads to it, as where a channel has several."""
        channel.name = name
        self.channels[name.lower()] = channel

    @contextlib.contextmanager
    def running(self):
        with answering(self._answer) as (self.address, self.seen):
            yield self

    def asked(self, part: str) -> int:
        return sum(part in path for path in self.seen)

    def _answer(self, path, asked):
        broken = self.broken(path, asked)
        if broken is not None:
            return broken
        parts = path.strip("/").split("/")
        if parts[0] == "s":
            channel = self.channels.get(parts[1].lower())
            if channel is None or not channel.has_preview:
                return 302, {"Location": f"https://t.me/{parts[1]}"}, b""
            before = int(asked["before"]) if "before" in asked else None
            return 200, HTML, self.cut(page(channel, before))
        channel = self.channels.get(parts[0].lower())
        if len(parts) == 2:
            return 200, HTML, embedded(channel, int(parts[1]))
        return 200, HTML, about(channel, parts[0])


HTML = {"Content-Type": "text/html; charset=utf-8", "Set-Cookie": "stel_ssid=not_to_be_kept"}


def page(channel: Channel, before: int | None = None) -> bytes:
    """A page of messages."""
    shown = [m for m in sorted(channel.messages.values(), key=lambda m: m.id) if before is None or m.id < before]
    in_albums = {part for m in shown for part in m.album}
    shown = [m for m in shown if m.id not in in_albums and m.id not in channel.hidden][-PAGE:]
    earlier = bool(shown) and any(number < shown[0].id for number in channel.messages)
    blocks = [block(channel, m) for m in shown]
    if channel.repeat:
        blocks += blocks[-2:]
    if channel.backwards:
        blocks.reverse()
    if not shown and before is not None:
        blocks = [NOTHING]
    more = ""
    if earlier:
        link = f'<a href="/s/{channel.name}?before={shown[0].id}" data-before="{shown[0].id}"></a>'
        more = BETWEEN.format('<div class="tgme_widget_message_centered js-messages_more_wrap">' + link + "</div>")
        more += BETWEEN.format('<div class="tgme_widget_message_service_date">January 5</div>')
    return f"""<!DOCTYPE html>
<html><head><title>{channel.name} – Telegram</title></head><body class="widget_frame_base tgme_webpreview">
<main class="tgme_main">
<div class="tgme_channel_info_header_username"><a href="https://t.me/{channel.name}">@{channel.name}</a></div>
<section class="tgme_channel_history js-message_history">
{more}{"".join(blocks)}</section></main></body></html>
<!-- page generated in 8.21ms -->
""".encode()


BETWEEN = '<div class="tgme_widget_message_wrap js-widget_message_wrap">{}</div>'
"""What is no message stands in the same frame."""

NOTHING = (
    '<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message_centered">'
    '<div class="tme_no_messages_found">No posts found</div></div></div>'
)


def block(channel: Channel, said: Message) -> str:
    """One message as a page shows it."""
    view = urlsafe_b64encode(json.dumps({"c": -channel.number, "p": said.id}).encode()).decode().rstrip("=")
    data_view = f' data-view="{view}"' if channel.with_number else ""
    service = " service_message" if said.service else ""
    inner = ""
    if said.forwarded is not None:
        name = '<span dir="auto">Somebody</span>'
        link = f'<a class="tgme_widget_message_forwarded_from_name" href="{said.forwarded}">{name}</a>'
        by = link if said.forwarded else name
        inner += f'<div class="tgme_widget_message_forwarded_from">Forwarded from&nbsp;{by}</div>'
    if said.reply is not None:
        inner += (
            f'<a class="tgme_widget_message_reply" href="https://t.me/{channel.name}/{said.reply}">'
            '<div class="tgme_widget_message_text js-message_reply_text" dir="auto">what was answered</div></a>'
        )
    if said.via:
        inner += f'<a class="tgme_widget_message_via_bot" href="https://t.me/x">{said.via}</a>'
    for part in (said.id, *said.album) if said.album else ():
        inner += (
            '<a class="tgme_widget_message_photo_wrap grouped_media_wrap" '
            f'href="https://t.me/{channel.name}/{part}?single" '
            f"style=\"width:1px;background-image:url('https://cdn.example/{part}.jpg')\"></a>"
        )
    if said.photo:
        inner += f'<a class="tgme_widget_message_photo_wrap" style="background-image:url(\'{said.photo}\')"></a>'
    if said.text is not None:
        words = html.escape(said.text).replace("\n", "<br/>")
        inner += f'<div class="tgme_widget_message_text js-message_text" dir="auto">{words}</div>'
    post = f"{channel.name}/{said.id}"
    return "".join(
        [
            '<div class="tgme_widget_message_wrap js-widget_message_wrap">',
            f'<div class="tgme_widget_message text_not_supported_wrap{service} js-widget_message" ',
            f'data-post="{post}"{data_view}>\n',
            f'<div class="tgme_widget_message_user"><a href="https://t.me/{channel.name}">',
            '<i class="tgme_widget_message_user_photo"><img src="https://cdn.example/face.jpg"></i></a></div>\n',
            f'<div class="tgme_widget_message_bubble">{inner}\n',
            '<div class="tgme_widget_message_footer compact js-message_footer">',
            '<div class="tgme_widget_message_info short js-message_info">',
            '<span class="tgme_widget_message_views">1.2K</span><span class="copyonly"> views</span>',
            f'<span class="tgme_widget_message_meta">{"edited &nbsp;" if said.edited else ""}',
            f'<a class="tgme_widget_message_date" href="https://t.me/{post}">',
            f'<time datetime="{said.when.isoformat()}" class="time">07:00</time></a></span></div></div>\n',
            "</div></div></div>\n",
        ]
    )


def embedded(channel: Channel | None, number: int) -> bytes:
    """The page of a single post."""
    if channel is None or number not in channel.messages:
        inner = '<div class="tgme_widget_message_error">Post not found</div>'
    else:
        inner = block(channel, channel.messages[number])
    return f"<!DOCTYPE html><html><body>{inner}</body></html>".encode()


def about(channel: Channel | None, name: str) -> bytes:
    """The page that says to open Telegram."""
    if channel is None:
        words = f"If you have <strong>Telegram</strong>, you can contact @{name} right away."
        description = f'<div class="tgme_page_description">{words}</div>'
        return f'<html><body><div class="tgme_page">{description}</div></body></html>'.encode()
    extra = {"channel": "12 345 subscribers", "group": "99 members, 3 online", "person": f"@{name}"}[channel.kind]
    return (
        f'<html><body><div class="tgme_page"><div class="tgme_page_title">{name}</div>'
        f'<div class="tgme_page_extra">{extra}</div></div></body></html>'
    ).encode()

"""A channel read page by page, the newest first: through the public preview here, through a session in `session`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from vigil.model.errors import Malformed
from vigil.model.heard import Deafness
from vigil.sources.live.asking import Answer
from vigil.sources.live.rounds import Unanswered
from vigil.sources.telegram.memory import Channel
from vigil.sources.telegram.names import channel_number
from vigil.sources.telegram.post import Post
from vigil.sources.telegram.preview import Page, read_page, says_post_is_gone, shows_post
from vigil.sources.telegram.site import Site
from vigil.sources.telegram.telling import Came, Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What looking for one message brought: whether it is gone (None: nobody can tell), and the bytes that say so."""

    gone: bool | None
    raw: bytes
    came: Came


class Pages(Protocol):
    """One way to read channels."""

    async def page(self, channel: Channel, before: int | None = None) -> tuple[Page, Came]:
        """A channel's newest messages, or those before a number. Raises Unanswered: they cannot be had."""
        ...

    async def look(self, channel: Channel, number: int) -> Looked:
        """Whether a message is there. Raises Unanswered: that cannot be asked."""
        ...

    def should_have_come(self, channel: Channel, post: Post, now: datetime) -> bool:
        """Whether a message that was not known should have been brought by a stream."""
        ...


class PreviewPages:
    """The public preview."""

    def __init__(self, site: Site, telling: Telling) -> None:
        """`telling` counts what cannot be read."""
        self._site, self._telling = site, telling

    async def page(self, channel: Channel, before: int | None = None) -> tuple[Page, Came]:
        """A page of a channel, and of no other that goes by its name now."""
        answer = await self._site.page(channel.name or "", before)
        try:
            page = read_page(answer.body)
        except Malformed:
            self._telling.n_malformed += 1
            raise Unanswered(Deafness.REFUSED) from None
        if page.number is not None and page.number != channel_number(channel.account):
            raise Unanswered(Deafness.NOT_THERE)  # the name is somebody else's now
        if page.posts and page.number is None:
            self._telling.n_malformed += 1
            raise Unanswered(Deafness.REFUSED)  # it does not say whose it is
        return page, self._came(answer)

    async def look(self, channel: Channel, number: int) -> Looked:
        """Whether a message's own page says "Post not found"."""
        answer = await self._site.post(channel.name or "", number)
        gone = True if says_post_is_gone(answer.body) else False if shows_post(answer.body) else None
        return Looked(gone=gone, raw=answer.body, came=self._came(answer))

    def should_have_come(self, channel: Channel, post: Post, now: datetime) -> bool:  # noqa: ARG002 - the Protocol's
        """There is no stream."""
        return False

    def _came(self, answer: Answer) -> Came:
        return Came(
            received_at=answer.received_at,
            url=self._site.shown_as,
            headers=self._site.kept(answer.headers),
            status=answer.status,
        )

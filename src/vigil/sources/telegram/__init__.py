"""Public channels on Telegram, heard through the public preview or through a session of the user's own.

`preview` reads a page of t.me/s, `names` what a person calls a channel, `memory` is what is known of each channel,
`telling` what of it is new, `asker` asks for one channel after the other, and `source` is the kind of source.
`messages` and `session` are the same over Telegram's own protocol, for those who have a session.

A channel's account is its number, as in Telegram Desktop's exports (sources/telegram_export.py), and a post's id is the
number of the message: what was imported and what is heard is one timeline.
"""

from vigil.sources.telegram.source import TelegramSource

__all__ = ["TelegramSource"]

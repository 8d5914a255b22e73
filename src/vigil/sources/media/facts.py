"""Everything that is read of a file, in one go. To be called only where a stranger's file can do no harm."""

from dataclasses import replace
from functools import cache
from importlib.metadata import version

from vigil.model.media import MediaFacts
from vigil.sources.media.credentials import KINDS, CredentialsUnread, read_credentials
from vigil.sources.media.kinds import kind_of
from vigil.sources.media.pictures import FORMATS, picture_facts
from vigil.sources.media.videos import READERS, video_facts

PICTURES, VIDEOS, CREDENTIALS = ("pillow", "pdqhash"), ("av", "pdqhash"), ("c2pa-python",)
"""The libraries that read each."""

NOT_READ = "files of this kind are not read"


def facts_of(body: bytes) -> MediaFacts:
    """What the bytes say. It raises nothing: what cannot be read is said."""
    mime = kind_of(body)
    by: tuple[str, ...] = ()
    if mime in FORMATS:
        facts = picture_facts(body, mime)
        by = PICTURES
    elif mime in READERS:
        facts = video_facts(body, mime)
        by = VIDEOS
    else:
        facts = MediaFacts(mime=mime, unreadable=NOT_READ if body else "it is empty")
    if mime in KINDS:
        by += CREDENTIALS
        try:
            facts = replace(facts, credentials=read_credentials(body, mime))
        except CredentialsUnread as error:
            facts = replace(facts, credentials_unread=str(error))
    return replace(facts, read_with=tuple(versioned(name) for name in by))


@cache
def versioned(name: str) -> str:
    """A library's name and version. It is looked up on the disk once."""
    return f"{name} {version(name)}"

"""What was heard live, put into a case as `vigil listen` puts it there. All of it is made up."""

from datetime import timedelta

from captured import BEGUN_AT, capture
from case_kinds import frame

from vigil.model.ids import CollectorName

HEARER = CollectorName("hearer")
WORDS = "They took the bakery and shelled the street behind it"
OTHER = "Bread is sold again in the street behind the hospital"


def hear(case, body, rows, account=None, **more):
    """One message and what was read from it; gives the capture's number."""
    with case.transaction():
        case.listening.begin(HEARER, at=BEGUN_AT)
        [kept] = case.evidence.add([capture(body, account, **more)], recorded_at=BEGUN_AT + timedelta(minutes=1))
        if rows:
            case.listening.add_rows(HEARER, frame(rows, first=kept.number).with_columns(position=kept.number))
    return kept.number


def deleted(case, post, account="1", at=9):
    """Its author deleted a post: heard live, as a message of its own."""
    row = {"platform": "x", "account": account, "published_us": at, "kind": "delete", "post": post}
    return hear(case, b"deleted", [row | BLANK])


BLANK = dict.fromkeys(("handle", "text", "lang", "url", "place", "state", "client", "reply_to", "repost_of"))


def row(post, text, account="1", kind="post", at=1, **more):
    return {
        **BLANK,
        "platform": "x",
        "account": account,
        "published_us": at,
        "kind": kind,
        "post": post,
        "text": text,
        **more,
    }

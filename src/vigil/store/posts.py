"""One account's posts with their text, and whether their author has deleted them since."""

from vigil.model.ids import Digest, PlaceName
from vigil.model.instants import from_micros
from vigil.model.observation import Kind, Observation, Origin
from vigil.model.witness import Account
from vigil.store.database import Database
from vigil.store.identity import post_of
from vigil.store.terms import account_no
from vigil.store.words import KIND_NO, KIND_OF, POST_NOS
from vigil.usecases.ports import KeptPost

_POSTS = f"""
SELECT o.published_us, o.kind_no, o.mark, o.row_no, f.digest, f.format, part.member, o.position,
    (SELECT term FROM term WHERE term_no = o.handle_no), d.text, (SELECT term FROM term WHERE term_no = d.lang_no),
    d.url, (SELECT term FROM term WHERE term_no = o.place_no),
    (SELECT term FROM term WHERE term_no = o.client_no), d.reply_to, d.repost_of
FROM observation AS o JOIN part USING (part_no) JOIN file AS f USING (file_no) LEFT JOIN detail AS d USING (row_no)
WHERE o.account_no = ? AND o.published_us BETWEEN ? AND ? AND o.kind_no IN ({", ".join(map(str, POST_NOS))})
ORDER BY o.published_us DESC, o.kind_no DESC, o.mark DESC, o.nth DESC LIMIT ?
"""  # noqa: S608 - our own numbers

_DELETIONS = """
SELECT mark FROM observation INDEXED BY observation_with_id
WHERE account_no = ? AND kind_no = ? AND typeof(mark) = 'text'
"""


def posts_of(database: Database, account: Account, *, since_us: int, until_us: int, limit: int) -> list[KeptPost]:
    """What an account said, newest first. A deletion we know of today counts from the first moment."""
    number = account_no(database, account)
    if number is None:
        return []
    gone = deleted_ids(database, number)
    kept = []
    for row in database.rows(_POSTS, (number, since_us, until_us, limit)):
        published_us, kind_no, mark, row_no, digest, file_format, member, position = row[:8]
        handle, text, lang, url, place, client, reply_to, repost_of = row[8:]
        post = post_of(mark, kind_no)
        observation = Observation(
            platform=account.platform,
            account=account.id,
            published_at=from_micros(published_us),
            kind=KIND_OF[kind_no],
            origin=Origin(file=Digest(digest), position=position_words(file_format, member, position)),
            post=post,
            handle=handle,
            text=text,
            lang=lang,
            url=url,
            place=PlaceName(place) if place is not None else None,
            client=client,
            reply_to=reply_to,
            repost_of=repost_of,
        )
        kept.append(KeptPost(row=row_no, observation=observation, deleted=post is not None and post in gone))
    return kept


def deleted_ids(database: Database, number: int) -> set[str]:
    """Ids of the posts an account is known to have deleted."""
    delete = KIND_NO[Kind.DELETE]
    marks = database.rows(_DELETIONS, (number, delete))
    return {post for (mark,) in marks if (post := post_of(mark, delete)) is not None}


def position_words(file_format: str, member: str, position: int) -> str:
    """Where a row stood: `line 17` of a text file, `row 17` of columns, `tweets.js[17]` inside an archive."""
    if member:
        return f"{member}[{position}]"
    return f"{'line' if file_format in {'csv', 'jsonl'} else 'row'} {position}"

"""Which captures are held: their post, or their account, was deleted by its author since, as far as was heard.

A capture leads to a post in four ways: it is said to be of that post; a row heard live stands at its number; the post
is found in its bytes, which is how a page of many posts is known that brought nothing new; or it is a picture of a page
that is held, under the same address. Captures are asked about in the order they were kept.
"""

from collections.abc import Callable, Iterator

from vigil.model.capture import Description
from vigil.model.held import DeletedPosts, HeldFor, Release
from vigil.model.ids import AccountId, Platform
from vigil.model.instants import from_micros
from vigil.model.observation import AccountState, Kind
from vigil.model.witness import Account
from vigil.store.database import Database
from vigil.store.listening import LIVE_FORMAT
from vigil.store.posts import deleted_ids
from vigil.store.words import KIND_NO, ONCE_PER_ID, STATE_NO
from vigil.usecases.ports import OpenedLeaf, StoredContent

_GONE_WITH_ITS_AUTHOR = (STATE_NO[AccountState.DELETED], STATE_NO[AccountState.DEACTIVATED])
_NO_WORDS = ("image/", "video/", "audio/", "font/")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".mp4", ".mov", ".webm", ".mp3", ".ogg")

_WITH_DELETIONS = f"""
SELECT account_no, platform, id FROM account AS a WHERE EXISTS (
    SELECT 1 FROM observation INDEXED BY observation_with_id
    WHERE account_no = a.account_no AND kind_no = {KIND_NO[Kind.DELETE]} AND typeof(mark) = 'text')
"""  # noqa: S608 - our own number

GONE = f"""
SELECT account_no, platform, id FROM account AS a WHERE (
    SELECT d.state_no FROM observation AS o JOIN detail AS d USING (row_no)
    WHERE o.account_no = a.account_no AND o.kind_no = 6 AND d.state_no IS NOT NULL
    ORDER BY o.published_us DESC, o.row_no DESC LIMIT 1) IN ({", ".join(map(str, _GONE_WITH_ITS_AUTHOR))})
"""  # noqa: S608 - our own numbers

_ROWS_OF_POST = f"""
SELECT row_no, part_no, position FROM observation INDEXED BY observation_with_id
WHERE account_no = ?1 AND kind_no IN ({", ".join(map(str, ONCE_PER_ID))}) AND mark = ?2
    AND typeof(mark) = 'text'
UNION ALL
SELECT row_no, part_no, position FROM observation INDEXED BY observation_with_id
WHERE account_no = ?1 AND kind_no IN ({KIND_NO[Kind.EDIT]}, {KIND_NO[Kind.DELETE]})
    AND mark BETWEEN ?2 || '@' AND ?2 || '@~' AND typeof(mark) = 'text'
"""  # noqa: S608 - our own numbers


class HeldCaptures:
    """Fulfils HeldBack, as of when it was made. What it remembers grows with what was deleted, not with the case."""

    def __init__(self, database: Database, *, read: Callable[[StoredContent], bytes | None]) -> None:
        self._database = database
        self._read = read
        self._released = {number for (number,) in database.rows("SELECT capture_no FROM release")}
        self._live_parts = {
            part_no
            for (part_no,) in database.rows(
                "SELECT part_no FROM part JOIN file USING (file_no) WHERE format = ?", (LIVE_FORMAT,)
            )
        }
        self._posts: dict[Account, set[str]] = {}
        self._sought = DeletedPosts()
        self._linked: dict[int, HeldFor] = {}
        self._gone: set[Account] = set()
        self._addresses: set[str] = set()  # of what was found to be held
        self._find_gone()
        self._find_deleted()

    def why(self, leaf: OpenedLeaf) -> HeldFor | None:
        """Why a capture may be in no export. None: it may, or it was released."""
        if leaf.said is None or leaf.number is None:
            return None
        why = self._reason(leaf, leaf.said, leaf.number)
        if why is not None and leaf.said.url is not None:
            self._addresses.add(leaf.said.url)
        return None if leaf.number in self._released else why

    def _reason(self, leaf: OpenedLeaf, said: Description, number: int) -> HeldFor | None:
        if said.account in self._gone:
            return HeldFor.ACCOUNT
        if said.account is not None and said.post is not None and said.post in self._posts.get(said.account, ()):
            return HeldFor.POST
        if number in self._linked:
            return self._linked[number]
        if _is_picture(said):  # what is in it is seen on the page it was taken of, which was kept before it
            return HeldFor.PART if said.url in self._addresses else None
        return HeldFor.PART if self._sought and self._found_in(leaf, said) else None

    def _found_in(self, leaf: OpenedLeaf, said: Description) -> bool:
        if leaf.filed is None:
            return False
        body = self._read(leaf.filed)
        return body is not None and self._sought.in_body(body, account=said.account, post=said.post)

    def _find_gone(self) -> None:
        for account_no, platform, name in self._database.rows(GONE):
            self._gone.add(Account(Platform(platform), AccountId(name)))
            rows = self._database.rows("SELECT part_no, position FROM observation WHERE account_no = ?", (account_no,))
            self._link(rows, HeldFor.ACCOUNT)

    def _find_deleted(self) -> None:
        for account_no, platform, name in self._database.rows(_WITH_DELETIONS):
            account = Account(Platform(platform), AccountId(name))
            posts = self._posts[account] = deleted_ids(self._database, account_no)
            for post in posts:
                rows = self._database.rows(_ROWS_OF_POST, (account_no, post))
                self._link([(part_no, position) for _, part_no, position in rows], HeldFor.PART)
                self._sought.add(account, post, self._texts([row_no for row_no, _, _ in rows]))

    def _texts(self, row_nos: list[int]) -> Iterator[str]:
        """Every text a post had, edits and other copies included; where a copy was heard live, its capture too."""
        for row_no in row_nos:
            for (text,) in self._database.rows("SELECT text FROM detail WHERE row_no = ? AND text <> ''", (row_no,)):
                yield text
            for part_no, position, text in self._database.rows(
                "SELECT part_no, position, text FROM variant WHERE row_no = ?", (row_no,)
            ):
                self._link([(part_no, position)], HeldFor.PART)
                if text:
                    yield text

    def _link(self, rows: list[tuple[int, int]], why: HeldFor) -> None:
        """A row heard live stands at the number of the capture it was read from."""
        for part_no, position in rows:
            if part_no in self._live_parts:
                self._linked.setdefault(position, why)


def _is_picture(said: Description) -> bool:
    """Whether it is a picture, video or sound, by what its server or its name says: there are no words in its bytes."""
    kinds = [value.casefold() for name, value in said.headers if name.casefold() == "content-type"]
    by_name = said.name is not None and said.name.casefold().endswith(_PICTURES)
    return by_name or any(kind.startswith(_NO_WORDS) for kind in kinds)


def releases(database: Database) -> list[Release]:
    """Every release, in the order they were made."""
    return [
        Release(capture=capture_no, judged_by=judged_by, reason=reason, recorded_at=from_micros(recorded_us))
        for capture_no, judged_by, reason, recorded_us in database.rows(
            "SELECT capture_no, judged_by, reason, recorded_us FROM release ORDER BY release_no"
        )
    ]

"""Read claims: from documents, and from the posts a case holds.

What its author deleted is held: it is counted, and neither read nor shown. Nor is anything read of those who asked
not to
be watched.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from vigil.model.claim import Document, Reading
from vigil.model.fate import watching_ended
from vigil.model.observation import AccountState
from vigil.model.witness import Account
from vigil.usecases.ports import CaseReader, Progress, no_progress

Read = Callable[[Document], Reading]
"""Reads the claims of a document."""

_AT_ONCE = 1_000_000
"""Posts of one account that are asked for: more than anyone has."""

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_GONE_WITH_ITS_AUTHOR = frozenset({AccountState.DELETED, AccountState.DEACTIVATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """A document with what was read in it."""

    document: Document
    reading: Reading


@dataclass(slots=True, kw_only=True)
class PassedOver:
    """Posts of a case that were not read, counted while they are passed over."""

    n_held: int = 0  # their author deleted them, or the account
    n_not_watched: int = 0  # of those who asked not to be watched


def read_claims(
    documents: Iterable[Document], *, read: Read, progress: Progress = no_progress
) -> Iterator[ReadDocument]:
    """Each document with its claims, one by one: memory does not grow with them."""
    for number, document in enumerate(documents, start=1):
        yield ReadDocument(document=document, reading=read(document))
        progress(number, None, "documents")


def posts_of(case: CaseReader, *, until: datetime, passed_over: PassedOver, zone: tzinfo = UTC) -> Iterator[Document]:
    """The posts of a case as documents, by account and then by time.

    Args:
        case: Open for reading.
        until: What was published later is left out.
        passed_over: Counts what is held or not to be watched.
        zone: In which an instant becomes the day that "yesterday" is told from.
    """
    not_watched = {
        each.account
        for witness in case.watchlist().witnesses
        if watching_ended(case.fates(witness.name))
        for each in witness.accounts
    }
    accounts = [each.account for each in case.accounts_with_posts()]
    gone = _gone(case, accounts, until)
    for account in accounts:
        posts = case.posts(account, since=_BEGINNING, until=until, limit=_AT_ONCE)
        for post in reversed(posts):
            seen = post.observation
            if not seen.text:
                continue
            if account in not_watched:
                passed_over.n_not_watched += 1
            elif post.deleted or account in gone:
                passed_over.n_held += 1
            else:
                yield Document(
                    id=f"{account.platform}/{account.id}/{seen.post}" if seen.post else f"row/{post.row}",
                    text=seen.text,
                    published_on=seen.published_at.astimezone(zone).date(),
                    source=seen.handle or account.id,
                    lang=seen.lang,
                )


def _gone(case: CaseReader, accounts: list[Account], until: datetime) -> frozenset[Account]:
    """Accounts that their holders deleted, as far as was heard last."""
    last: dict[Account, AccountState] = {}
    for change in sorted(case.state_changes(accounts, until=until), key=lambda each: each.at):
        last[change.account] = change.state
    return frozenset(account for account, state in last.items() if state in _GONE_WITH_ITS_AUTHOR)

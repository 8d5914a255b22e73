"""Last words of those who fell silent, and what is unlike before of those who returned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from vigil.model.ids import WitnessName
from vigil.model.instants import from_micros
from vigil.model.observation import AccountState
from vigil.model.verdict import Finding, LastWord, Verdict
from vigil.usecases.check_findings import Judged
from vigil.usecases.ports import CaseReader, KeptPost
from vigil.watch.last_words import LAST_WORDS_AT_MOST, LAST_WORDS_WITHIN, KeptText, last_words
from vigil.watch.unlike import LOOK_BACK, Profile, Utterance, unlike_before

_GONE_WITH_ITS_AUTHOR = (AccountState.DELETED, AccountState.DEACTIVATED)
_LIMIT = 4 * LAST_WORDS_AT_MOST  # reposts and edits stand among the posts
_A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldText:
    """A text its author deleted, opened by a named person."""

    witness: WitnessName
    word: LastWord
    text: str


def last_words_of(case: CaseReader, each: Judged) -> tuple[LastWord, ...]:
    """The danger the last posts speak of; nothing for those who speak."""
    if each.one.last_us is None or each.verdict is Verdict.SPEAKING:
        return ()
    gone = each.changed in _GONE_WITH_ITS_AUTHOR
    last_at = from_micros(each.one.last_us)
    if each.verdict is Verdict.RETURNED and each.returned is not None:
        last_at = each.returned.gone_at
    posts = case.posts(each.one.account.account, since=last_at - LAST_WORDS_WITHIN, until=last_at, limit=_LIMIT)
    texts = [_kept(post, held=gone) for post in posts if post.observation.text]
    return last_words(texts, last_sign_at=last_at)


def opened(case: CaseReader, held: Sequence[tuple[Finding, LastWord]]) -> tuple[HeldText, ...]:
    """The whole text of each held post. Call it only for a named person who is logged."""
    found = []
    for finding, word in held:
        around = timedelta(microseconds=1)
        for post in case.posts(
            finding.account, since=word.published_at - around, until=word.published_at + around, limit=_LIMIT
        ):
            if _name(post) == word.post and post.observation.text:
                found.append(HeldText(witness=finding.witness, word=word, text=post.observation.text))
                break
    return tuple(found)


def unlike_of(case: CaseReader, each: Judged, as_of: datetime) -> tuple[str, ...]:
    """What is unlike before the silence, for an account that returned."""
    if each.verdict is not Verdict.RETURNED or each.returned is None:
        return ()
    account, back = each.one.account.account, each.returned
    before = case.posts(account, since=back.gone_at - _A_YEAR, until=back.gone_at, limit=LOOK_BACK)
    after = case.posts(account, since=back.back_at, until=as_of, limit=LOOK_BACK)
    return unlike_before(
        [_utterance(post) for post in before],
        [_utterance(post) for post in after],
        profile_before=_profile(before),
        profile_after=_profile(after),
    )


def _kept(post: KeptPost, *, held: bool) -> KeptText:
    return KeptText(
        post=_name(post),
        published_at=post.observation.published_at,
        text=post.observation.text or "",
        held=post.deleted or held,
        kind=post.observation.kind,
    )


def _name(post: KeptPost) -> str:
    return post.observation.post or f"row {post.row}"


def _utterance(post: KeptPost) -> Utterance:
    seen = post.observation
    return Utterance(at=seen.published_at, kind=seen.kind, client=seen.client, lang=seen.lang, text=seen.text)


def _profile(posts: Sequence[KeptPost]) -> Profile:
    """Its handle as of the newest of these posts that has one; names and bios are in no file we read."""
    return Profile(handle=next((post.observation.handle for post in posts if post.observation.handle), None))

"""What is unlike before, when an account speaks again after a silence.

Whoever holds the phone can post. Beside a return stands what changed: hours, language, client, style, name, and whether
much was deleted. It compares an account with its own past and nothing else; it says what differs, never who writes.

People vary, and post in bursts: one evening is always unlike the average. So what came after the return is held against
every earlier stretch of as many posts in a row, and is called unlike only where few of those were as far from the
account's usual. That is a conformal p-value over stretches, and needs no assumption about independent posts.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from vigil.model.observation import Kind

POSTS_BEFORE, POSTS_AFTER = 40, 5
"""Fewest posts before and after for a comparison: with fewer, one odd evening is all there is."""

STRETCHES = 19
"""Fewest earlier stretches: with n of them no p-value is below 1 / (n + 1), here 0.05."""

P_UNLIKE = 0.05
"""Called unlike at or below this p-value. Each thing compared is called so by chance about once in twenty returns."""

LOOK_BACK = 1000
"""Posts before the silence that are compared, newest: habits of years ago are not what is usual now."""

MASS_DELETION = 5
"""Deletions within a day from which they are worth a sentence, if no day before had as many."""

_DAY = timedelta(days=1)
_URL = ("http://", "https://", "www.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One observation of an account, as far as it shows habits."""

    at: datetime
    kind: Kind = Kind.POST
    client: str | None = None
    lang: str | None = None  # BCP 47; None leaves it to the script of the text
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What an account says of itself. None is unknown, and compared with nothing."""

    handle: str | None = None
    name: str | None = None
    bio: str | None = None


def unlike_before(
    before: Sequence[Utterance],
    after: Sequence[Utterance],
    *,
    profile_before: Profile | None = None,
    profile_after: Profile | None = None,
) -> tuple[str, ...]:
    """What is unlike before, a sentence each; never empty.

    Args:
        before: What the account did before it fell silent, in any order.
        after: What it did from its return on.
        profile_before: Its name, handle and bio then.
        profile_after: The same now.
    Returns:
        Changes of name, deletions and new clients first, then hours, language and style with their p-values, then
        how much was compared. With under `POSTS_BEFORE` or `POSTS_AFTER` posts it says that there are too few.
    """
    posts, returned = _posts(before)[-LOOK_BACK:], _posts(after)
    said = [*_renamed(profile_before, profile_after), *_mass_deletion(before, after), *_new_client(posts, returned)]
    if len(posts) < POSTS_BEFORE or len(returned) < POSTS_AFTER:
        return (*said, f"too few posts to compare habits: {len(posts)} before, {len(returned)} since the return")
    if len(_stretches(len(posts), len(returned))) < STRETCHES:
        returned = returned[: 2 * len(posts) // (STRETCHES + 1)]
    compared = [sentence for habit in _HABITS for sentence in habit(posts, returned)]
    unlike = [sentence for sentence, p in compared if p <= P_UNLIKE]
    return (*said, *unlike, _how_much(len(compared), unlike, len(posts), len(returned)))


def hours_p_value(before_h: NDArray[np.float64], after_h: NDArray[np.float64]) -> tuple[float, float]:
    """How far the hours of the day moved, and how unusual that is for this account.

    Args:
        before_h: Hours of the day of its posts in order, [0, 24), shape (n,).
        after_h: The same after the return, shape (m,), 1 <= m < n.
    Returns:
        The distance in hours between the two daily profiles (first Wasserstein distance on the circle of 24 hours),
        and (1 + k) / (s + 1) with k of the s earlier stretches of m posts at least as far from all others.
    """
    usual = _histogram(before_h)
    moved_h = _around_the_clock(usual, _histogram(after_h))
    m = after_h.size
    others = [
        _around_the_clock(usual - _histogram(before_h[i : i + m]), _histogram(before_h[i : i + m]))
        for i in _stretches(before_h.size, m)
    ]
    return moved_h, (1 + sum(other >= moved_h for other in others)) / (len(others) + 1)


def stretch_p_value(before: NDArray[np.float64], after: NDArray[np.float64]) -> float:
    """How unusual the mean of `after` is among means of earlier stretches of as many values, both sides counted.

    Args:
        before: One value a post, in order, shape (n,).
        after: The same after the return, shape (m,), 1 <= m < n.
    Returns:
        (1 + k) / (s + 1): k of the s stretches lie as far from the account's median stretch, or further.
    """
    m = after.size
    means = np.array([before[i : i + m].mean() for i in _stretches(before.size, m)])
    usual = float(np.median(means))
    far = abs(float(after.mean()) - usual)
    # Rounding must not make a stretch of equal values look nearer than it is.
    return float(1 + np.count_nonzero(np.abs(means - usual) >= far - 1e-12)) / (means.size + 1)


_Habit = Callable[[Sequence[Utterance], Sequence[Utterance]], list[tuple[str, float]]]


def _posts(observations: Sequence[Utterance]) -> list[Utterance]:
    """What was written, in order: deletions and changes of state are no writing, reposts no writing of theirs."""
    written = [each for each in observations if each.kind in (Kind.POST, Kind.REPLY, Kind.STORY)]
    return sorted(written, key=lambda each: each.at)


def _stretches(n: int, m: int) -> range:
    """Where stretches of m posts begin among n, each half over the one before."""
    return range(0, n - m + 1, max(1, m // 2))


def _renamed(before: Profile | None, after: Profile | None) -> list[str]:
    if before is None or after is None:
        return []
    pairs = (("handle", before.handle, after.handle), ("name", before.name, after.name), ("bio", before.bio, after.bio))
    return [
        f"its {what} changed" + (f" from {then} to {now}" if what != "bio" else "")
        for what, then, now in pairs
        if then is not None and now is not None and then != now
    ]


def _mass_deletion(before: Sequence[Utterance], after: Sequence[Utterance]) -> list[str]:
    deleted = [each.at for each in after if each.kind is Kind.DELETE]
    most, most_before = _most_in_a_day(deleted), _most_in_a_day([e.at for e in before if e.kind is Kind.DELETE])
    if most < MASS_DELETION or most <= most_before:
        return []
    return [f"{most} posts deleted within a day since the return; at most {most_before} a day before"]


def _most_in_a_day(instants: Sequence[datetime]) -> int:
    ordered = sorted(instants)
    return max((sum(at <= each < at + _DAY for each in ordered) for at in ordered), default=0)


def _new_client(before: Sequence[Utterance], after: Sequence[Utterance]) -> list[str]:
    known = Counter(each.client for each in before if each.client is not None)
    new = Counter(each.client for each in after if each.client is not None and each.client not in known)
    n, m = sum(known.values()), sum(each.client is not None for each in after)
    if n < POSTS_BEFORE or not new:
        return []
    return [
        f"posts with {client}, never used in {n} posts before ({k} of {m} posts)" for client, k in new.most_common()
    ]


def _hours(before: Sequence[Utterance], after: Sequence[Utterance]) -> list[tuple[str, float]]:
    then, now = _hours_of(before), _hours_of(after)
    moved_h, p = hours_p_value(then, now)
    sentence = (
        f"hours of day moved by {moved_h:.1f} h (p = {p:.2f}): "
        f"most between {_busiest(then)} UTC before, {_busiest(now)} UTC now"
    )
    return [(sentence, p)]


def _hours_of(posts: Sequence[Utterance]) -> NDArray[np.float64]:
    instants = [each.at.astimezone(UTC) for each in posts]
    return np.array([at.hour + at.minute / 60 + at.second / 3600 for at in instants])


def _histogram(hours: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.bincount(hours.astype(np.int64) % 24, minlength=24).astype(np.float64)


def _around_the_clock(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """First Wasserstein distance on the circle, in hours: Rabin, Delon & Gousseau (2011), J. Math. Imaging Vis. 41."""
    if one.sum() == 0 or other.sum() == 0:
        return 0.0
    apart = np.cumsum(one / one.sum() - other / other.sum())
    return float(np.abs(apart - np.median(apart)).sum())


def _busiest(hours: NDArray[np.float64]) -> str:
    """The six hours with most posts, as 18-24."""
    counts = np.concatenate([_histogram(hours)] * 2)
    begin = int(np.argmax([counts[i : i + 6].sum() for i in range(24)]))
    return f"{begin:02d}-{(begin + 6) % 24 or 24:02d}"


def _language(before: Sequence[Utterance], after: Sequence[Utterance]) -> list[tuple[str, float]]:
    then, now = [_lang(each) for each in before], [_lang(each) for each in after]
    named = [lang for lang in then if lang is not None]
    if len(named) < POSTS_BEFORE or sum(lang is not None for lang in now) < POSTS_AFTER:
        return []
    usual = Counter(named).most_common(1)[0][0]
    is_then = np.array([float(lang == usual) for lang in named])
    is_now = np.array([float(lang == usual) for lang in now if lang is not None])
    p = stretch_p_value(is_then, is_now)
    return [(f"language: {usual} in {_percent(is_then)} of posts before, {_percent(is_now)} now (p = {p:.2f})", p)]


def _lang(each: Utterance) -> str | None:
    """The language given, without its region; else what the script shows: Arabic or Latin letters."""
    if each.lang is not None and each.lang not in ("und", ""):
        return each.lang.split("-", maxsplit=1)[0].lower()
    letters = [letter for letter in each.text or "" if letter.isalpha()]
    if not letters:
        return None
    arabic = sum("\u0600" <= letter <= "\u06ff" for letter in letters)
    return "Arabic script" if 2 * arabic > len(letters) else "another script"


def _client(before: Sequence[Utterance], after: Sequence[Utterance]) -> list[tuple[str, float]]:
    then = [each.client for each in before if each.client is not None]
    now = [each.client for each in after if each.client is not None]
    if len(then) < POSTS_BEFORE or len(now) < POSTS_AFTER:
        return []
    usual = Counter(then).most_common(1)[0][0]
    is_then = np.array([float(client == usual) for client in then])
    is_now = np.array([float(client == usual) for client in now])
    p = stretch_p_value(is_then, is_now)
    return [(f"client: {usual} in {_percent(is_then)} of posts before, {_percent(is_now)} now (p = {p:.2f})", p)]


def _style(before: Sequence[Utterance], after: Sequence[Utterance]) -> list[tuple[str, float]]:
    then, now = [e.text for e in before if e.text], [e.text for e in after if e.text]
    if len(then) < POSTS_BEFORE or len(now) < POSTS_AFTER:
        return []
    compared = []
    for what, measure in _MEASURES:
        was, is_now = np.array([measure(text) for text in then]), np.array([measure(text) for text in now])
        p = stretch_p_value(was, is_now)
        compared.append((f"{what}: {was.mean():.1f} a post before, {is_now.mean():.1f} now (p = {p:.2f})", p))
    return compared


def _length(text: str) -> float:
    return float(len(text))


def _emoji(text: str) -> float:
    return float(sum(unicodedata.category(each) == "So" for each in text))


def _punctuation(text: str) -> float:
    return float(sum(unicodedata.category(each).startswith("P") and each not in "@#/:_" for each in text))


def _links(text: str) -> float:
    return float(sum(word.lower().startswith(_URL) for word in text.split()))


_MEASURES: tuple[tuple[str, Callable[[str], float]], ...] = (
    ("characters", _length),
    ("emoji", _emoji),
    ("punctuation marks", _punctuation),
    ("links", _links),
)
_HABITS: tuple[_Habit, ...] = (_hours, _language, _client, _style)


def _percent(shares: NDArray[np.float64]) -> str:
    return f"{100 * shares.mean():.0f} %"


def _how_much(n_compared: int, unlike: Sequence[str], n_before: int, n_after: int) -> str:
    found = "nothing unlike before" if not unlike else f"{len(unlike)} unlike before"
    chance = n_compared * P_UNLIKE
    return (
        f"{found} of {n_compared} habits compared ({n_before} posts before, {n_after} since the return); "
        f"about {chance:.1f} would be by chance"
    )

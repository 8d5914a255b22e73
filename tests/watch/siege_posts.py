"""The siege posts, cut by lot into those the rules were worked on with and those kept unseen meanwhile.

`python tools/measure_siege_posts.py` prints what is found of them. Keep the unseen part unread while rules are written.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import siege_posts_ar
import siege_posts_en

from vigil.model.verdict import Danger, Grade
from vigil.watch.last_words import gravity, read

SEED = 20161213
WORKED_ON = 0.6


@dataclass(frozen=True, slots=True)
class SiegePost:
    """A made-up post; `danger` None where it is harmless, `grave` where it should be graded above concern."""

    text: str
    danger: Danger | None = None
    grave: bool = False


def siege_posts(language: str, *, unseen: bool) -> list[SiegePost]:
    """One part of one language's posts, the same at each call."""
    source = {"en": siege_posts_en, "ar": siege_posts_ar}[language]
    lines = [line.split(maxsplit=1) for line in source.DANGER.strip().splitlines()]
    dangerous = [SiegePost(rest.removeprefix("! "), Danger(name), rest.startswith("! ")) for name, rest in lines]
    harmless = [SiegePost(line) for line in source.HARMLESS.strip().splitlines()]
    part: list[SiegePost] = []
    for posts in (*([post for post in dangerous if post.danger is danger] for danger in Danger), harmless):
        drawn = random.Random(SEED).sample(posts, len(posts))  # noqa: S311  (a lot, not a secret)
        cut = round(WORKED_ON * len(drawn))
        part += drawn[cut:] if unseen else drawn[:cut]
    return part


def more_harmless(language: str) -> list[SiegePost]:
    """Harmless posts written after the first reading, all worked on."""
    source = {"en": siege_posts_en, "ar": siege_posts_ar}[language]
    return [SiegePost(line) for line in source.MORE_HARMLESS.strip().splitlines()]


def grade(text: str) -> Grade | None:
    """The gravest grade of a post, or None where nothing is found."""
    return min((hit.grade for hit in read(text)), key=gravity, default=None)


def found(posts: Sequence[SiegePost]) -> float:
    """The share of posts with any hit."""
    return sum(grade(post.text) is not None for post in posts) / len(posts)


def above_concern(posts: Sequence[SiegePost]) -> float:
    """The share of posts graded serious or critical."""
    return sum(grade(post.text) in {Grade.CRITICAL, Grade.SERIOUS} for post in posts) / len(posts)

"""The siege posts, cut by lot into those the rules were worked on with and those kept unseen meanwhile.

    PYTHONPATH=src python tests/watch/siege_posts.py [--unseen] [--show]

prints what is found of each danger and how often harmless posts are hit. `--show` lists misses and false hits, of the
part worked on only: the unseen part is never listed.
"""

import argparse
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
        drawn = random.Random(SEED).sample(posts, len(posts))
        cut = round(WORKED_ON * len(drawn))
        part += drawn[cut:] if unseen else drawn[:cut]
    return part


def grade(text: str) -> Grade | None:
    """The gravest grade of a post, or None where nothing is found."""
    return min((hit.grade for hit in read(text)), key=gravity, default=None)


def found(posts: Sequence[SiegePost]) -> float:
    """The share of posts with any hit."""
    return sum(grade(post.text) is not None for post in posts) / len(posts)


def above_concern(posts: Sequence[SiegePost]) -> float:
    """The share of posts graded serious or critical."""
    return sum(grade(post.text) in {Grade.CRITICAL, Grade.SERIOUS} for post in posts) / len(posts)


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unseen", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    for language in ("en", "ar"):
        posts = siege_posts(language, unseen=options.unseen)
        print(f"{language}, {'unseen' if options.unseen else 'worked on'}")
        for danger in (*Danger, None):
            some = [post for post in posts if post.danger is danger]
            right = sum(any(hit.rule.danger is danger for hit in read(post.text)) for post in some)
            name = danger.value if danger else "harmless"
            print(f"  {name:<16}{len(some):>4}  hit {found(some):.2f}  above concern {above_concern(some):.2f}", end="")
            print(f"  as this danger {right / len(some):.2f}" if danger else "")
        dangerous = [post for post in posts if post.danger]
        grave = [post for post in posts if post.grave]
        print(f"  all in danger   {len(dangerous):>4}  hit {found(dangerous):.3f}", end="")
        print(f"  above concern, of {len(grave)} that should be {above_concern(grave):.3f}")
        if options.show and not options.unseen:
            for post in posts:
                graded = grade(post.text)
                if (post.grave and graded not in {Grade.CRITICAL, Grade.SERIOUS}) or (post.danger is None) == bool(
                    graded
                ):
                    names = [hit.rule.name for hit in read(post.text)]
                    print(f"    {post.danger or 'HARMLESS'}: {post.text}  -> {graded} {names}")


if __name__ == "__main__":
    _main()

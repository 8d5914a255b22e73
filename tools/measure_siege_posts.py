"""What the rules of last words find of the made-up siege posts in tests/watch, by language and danger.

    python tools/measure_siege_posts.py [--unseen] [--show]

`hit` is the share with any hit, `above concern` the share graded serious or critical, `as this danger` the share with a
hit of the danger the post was written for. `--show` lists misses and false hits of the part worked on; the unseen part
is never listed.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "watch"))

from siege_posts import above_concern, found, grade, siege_posts  # type: ignore[import-not-found]

from vigil.model.verdict import Danger, Grade
from vigil.watch.last_words import RULES_VERSION, read


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unseen", action="store_true", help="the part kept unseen while rules were written")
    parser.add_argument("--show", action="store_true", help="list misses and false hits of the part worked on")
    options = parser.parse_args()
    for language in ("en", "ar"):
        _measure(language, unseen=options.unseen, show=options.show and not options.unseen)


def _measure(language: str, *, unseen: bool, show: bool) -> None:
    posts = siege_posts(language, unseen=unseen)
    print(f"{language}, {'unseen' if unseen else 'worked on'}, rules {RULES_VERSION}")
    for danger in (*Danger, None):
        some = [post for post in posts if post.danger is danger]
        right = sum(any(hit.rule.danger is danger for hit in read(post.text)) for post in some)
        line = f"  {danger.value if danger else 'harmless':<16}{len(some):>4}  hit {found(some):.2f}"
        line += f"  above concern {above_concern(some):.2f}"
        print(f"{line}  as this danger {right / len(some):.2f}" if danger else line)
    dangerous = [post for post in posts if post.danger]
    grave = [post for post in posts if post.grave]
    print(f"  {'all in danger':<16}{len(dangerous):>4}  hit {found(dangerous):.3f}", end="")
    print(f"  above concern, of the {len(grave)} that should be, {above_concern(grave):.3f}")
    for post in posts if show else ():
        graded = grade(post.text)
        too_low = post.grave and graded not in {Grade.CRITICAL, Grade.SERIOUS}
        if too_low or (post.danger is None) == (graded is not None):
            print(
                f"    {post.danger or 'harmless'}: {post.text} -> {graded} {[hit.rule.name for hit in read(post.text)]}"
            )


if __name__ == "__main__":
    main()

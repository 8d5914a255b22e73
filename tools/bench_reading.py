"""How fast texts are read into claims: posts a second and megabytes a minute of one core's own time.

python tools/bench_reading.py                                         sentences of the challenge, each about violence
python tools/bench_reading.py --posts POSTS.parquet --news NEWS.jsonl  real posts (a column `text`) and articles
python tools/bench_reading.py --memory 1000000                        whether memory grows over so many posts

The full reader has the grammar; the other reads by rules alone. Most posts of a real stream speak of nothing that
happened to anyone and are done with at a glance; of the challenge every one is read to the end.
"""

import argparse
import html
import itertools
import json
import re
import resource
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from vigil import bootstrap
from vigil.model.claim import Document

CHALLENGE = Path(__file__).parents[1] / "tests" / "testimony" / "challenge_english.txt"
_SECONDS = 15.0
_DAY = date(2016, 12, 14)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", type=Path)
    parser.add_argument("--news", type=Path)
    parser.add_argument("--memory", type=int)
    given = parser.parse_args()
    readers = {
        "full reader": bootstrap.claim_reader(),
        "rules alone": bootstrap.claim_reader(rules_only=True),
    }
    if given.memory:
        memory(readers["rules alone"], given.memory)
        return
    sets = {"challenge": list(sentences())}
    if given.posts:
        sets["posts"] = list(posts(given.posts))
    if given.news:
        sets["news"] = list(articles(given.news))
    for name, reader in readers.items():
        for kind, texts in sets.items():
            print(f"{name}, {kind}: {rate(reader, texts)}")


def rate(reader: bootstrap.ClaimReader, texts: list[str]) -> str:
    """What a reader does in fifteen seconds of its own time, begun anew where the texts end before."""
    reader(Document(id="first", text="Two people were killed in Aleppo on Monday.", lang="en"))
    n = n_claims = n_characters = 0
    began = time.process_time()
    for text in itertools.cycle(texts):
        n_claims += len(reader(Document(id=str(n), text=text, published_on=_DAY, lang="en")).claims)
        n += 1
        n_characters += len(text)
        if (took := time.process_time() - began) > _SECONDS:
            break
    return f"{n / took:,.0f} texts/s, {n_characters / took * 60 / 1e6:.2f} MB/min, {n_claims / n:.2f} claims a text"


def memory(reader: bootstrap.ClaimReader, n_posts: int) -> None:
    """Read so many posts, no two alike, and say how much memory was ever held on the way."""
    texts = list(sentences())
    for n in range(n_posts):
        text = f"{texts[n % len(texts)]} ({n})" if n % 50 == 0 else f"Good morning, this is post {n} of a quiet day."
        reader(Document(id=str(n), text=text, published_on=_DAY, lang="en"))
        if n % (n_posts // 10) == 0:
            print(f"{n:>10,} posts: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB at most")


def sentences() -> Iterator[str]:
    """The sentences of the challenge."""
    for line in CHALLENGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            yield line[2:].split(" (@ ")[0]


def posts(path: Path) -> Iterable[str]:
    """The posts of a table."""
    import polars as pl

    return [text for text in pl.read_parquet(path)["text"].to_list() if text]


def articles(path: Path) -> Iterator[str]:
    """The articles of a file of HRDsAttack."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            body = json.loads(line)["sample"]["Input.article_interface"].replace("</p>", "\n\n")
            yield html.unescape(re.sub(r"<[^>]+>", "", body))


if __name__ == "__main__":
    main()

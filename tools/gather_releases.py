"""When people published software: timelines of a third kind to learn rhythms from (docs/rhythm.md).

    python tools/gather_releases.py NAMES.txt --index 'https://INDEX/{name}/json' --out releases.parquet

NAMES.txt has a package a line; INDEX is the JSON interface of a package index. Either it says for each release when its
files were uploaded and for each package who owns it, as the Python Package Index does: taken are packages of one owner
and of no organisation. Or it says for each version when it appeared and who its author is, as the npm registry does
(`--index 'https://INDEX/{name}'`): taken are authors with a first and a last name that is no organisation's. All of a
person's releases are one account. Of who owns or signs what nothing is kept: an account is a digest under a key that is
thrown away. Columns: account, published_at (UTC, to the second).
"""

import argparse
import hashlib
import re
import secrets
import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import polars as pl

AT_ONCE = 4
LEAST = 150
TRIES = 3
ORGANISATION = re.compile(
    r"team|inc\b|ltd|gmbh|contributors|google|microsoft|facebook|meta\b|amazon|aws|sdk|authors|community|foundation"
    r"|labs?\b|corp|adobe|vercel|bot\b|company|group|software|technolog|llc|@|\.com|\.io|open|project|org\b|studio|cloud"
    r"|systems|digital|ab\b|s\.a|core|dev\b|uber|airbnb|alibaba|tencent|ant"
)
"""In small letters, what stands in the names of organisations: too much is taken for one rather than too little."""


def main() -> int:
    """Ask for every package, and write what was published when."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", type=Path, help="package names, one a line")
    parser.add_argument("--index", required=True, help="address of a package's JSON, with {name} in it")
    parser.add_argument("--least", type=int, default=LEAST, help="signs of life an account must have")
    parser.add_argument("--out", type=Path, required=True)
    said = parser.parse_args()
    if "{name}" not in said.index:
        parser.error("--index must hold {name}")
    names = [line.strip() for line in said.names.read_text(encoding="utf-8").splitlines() if line.strip()]
    times: dict[str, set[datetime]] = defaultdict(set)
    failed = 0
    with httpx.Client(timeout=40, follow_redirects=True) as client, ThreadPoolExecutor(AT_ONCE) as workers:
        asked = workers.map(lambda name: ask(client, said.index.format(name=quote(name, safe=""))), names)
        for done, package in enumerate(asked, 1):
            failed += package is None
            for person, at in signs(package or {}):
                times[person].add(at)
            if done % 100 == 0 or done == len(names):
                print(f"\r{done} of {len(names)} packages, {failed} not given", end="", file=sys.stderr)
    print(file=sys.stderr)
    key = secrets.token_bytes(32)
    rows = [
        (hashlib.blake2b(owner.encode(), digest_size=6, key=key).hexdigest(), at)
        for owner, instants in times.items()
        if len(instants) >= said.least
        for at in instants
    ]
    found = pl.DataFrame(rows, schema={"account": pl.String, "published_at": pl.Datetime("us", "UTC")}, orient="row")
    found.sort("account", "published_at").write_parquet(said.out)
    print(f"{found['account'].n_unique()} accounts, {found.height} signs of life")
    return 0


def ask(client: httpx.Client, address: str) -> dict[str, Any] | None:
    """A package's JSON; None where the index does not give it."""
    for _ in range(TRIES):
        try:
            answer = client.get(address)
            return dict(answer.raise_for_status().json())
        except httpx.HTTPStatusError as error:
            if error.response.is_client_error:
                return None
        except (httpx.HTTPError, ValueError):
            continue
    return None


def signs(package: dict[str, Any]) -> Iterator[tuple[str, datetime]]:
    """Who published when: the owner each release, or the author of each version that version."""
    owner = only_owner(package)
    if owner is not None:
        yield from ((owner, at) for at in releases(package))
    appeared = package.get("time", {})
    for version, told in package.get("versions", {}).items():
        person = author(told)
        if person is not None and version in appeared:
            yield person, datetime.fromisoformat(appeared[version]).astimezone(UTC).replace(microsecond=0)


def author(version: dict[str, Any]) -> str | None:
    """The person who signed a version, in small letters; None where nobody, one word, or an organisation did."""
    told = version.get("author")
    name = (
        told.get("name") if isinstance(told, dict) else re.split(r"[<(]", told)[0] if isinstance(told, str) else ""
    ) or ""
    name = name.strip().lower()
    return name if " " in name and ORGANISATION.search(name) is None else None


def only_owner(package: dict[str, Any]) -> str | None:
    """The one person who owns a package; None where there are several, or an organisation."""
    ownership = package.get("ownership") or {}
    owners = [role["user"] for role in ownership.get("roles", ()) if role.get("role") == "Owner"]
    return owners[0] if len(owners) == 1 and not ownership.get("organization") else None


def releases(package: dict[str, Any]) -> set[datetime]:
    """When each of a package's releases first appeared, to the second."""
    uploaded = (
        min(each["upload_time_iso_8601"] for each in files) for files in package.get("releases", {}).values() if files
    )
    return {datetime.fromisoformat(at).astimezone(UTC).replace(microsecond=0) for at in uploaded}


if __name__ == "__main__":
    sys.exit(main())

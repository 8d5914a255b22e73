"""`vigil keep`: preserve files and pages by hand, as evidence."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from vigil import bootstrap
from vigil.cli.options import Case, DryRun, Json, PassphraseFile, reader, writer
from vigil.cli.progress import progress_bar
from vigil.model.capture import Capture
from vigil.model.edtf import parse_day
from vigil.model.errors import InvalidInput, Unavailable
from vigil.model.instants import parse_instant, rfc3339
from vigil.model.witness import Account
from vigil.sources.kept_file import capture_of_file
from vigil.sources.kept_page import KeptPage, capture_of_picture, captures_of_page, is_address
from vigil.sources.live.fetching import Fetcher, web_address
from vigil.sources.watchlist_file import parse_account
from vigil.usecases.keep_captures import keep_captures
from vigil.usecases.make_checkpoint import NOT_TIMESTAMPED, make_checkpoint
from vigil.usecases.ports import CaseWriter, KeptCapture

_FURTHEST_EAST = timedelta(hours=14)
"""In the Line Islands, UTC+14, it is tomorrow already."""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command(
        "keep",
        epilog="Examples: vigil keep photo.jpg page.html --case aleppo   ·   "
        "vigil keep https://example.org/report --proxy socks5h://127.0.0.1:9050 --case aleppo   ·   "
        "vigil keep post.json --account x:123 --post 805 --url https://x.com/a/status/805 --case aleppo",
    )(keep)


def keep(
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|URL...",
            help="Files, and pages by their address (https:// or http://); - is what comes on stdin.",
            show_default=False,
        ),
    ],
    *,
    case: Case,
    passphrase_file: PassphraseFile = None,
    url: Annotated[
        str | None, typer.Option("--url", help="Where a file was had from, as you say; one file only.")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            "--published",
            "--published-at",
            metavar="DATE",
            help="When it was published, as you say: a day such as 2016-12-04, with ? where you are not sure, or an "
            "instant such as 2016-12-04T18:30:00Z. Where a page says its own, yours stands.",
            show_default=False,
        ),
    ] = None,
    account: Annotated[
        str | None, typer.Option("--account", help="Whose it is, such as x:123: kept under their witness's key.")
    ] = None,
    post: Annotated[
        str | None, typer.Option("--post", help="The platform's id of the post; with --account, one only.")
    ] = None,
    proxy: Annotated[
        str | None,
        typer.Option(
            "--proxy",
            help="Ask for pages through this proxy, such as Tor's socks5h://127.0.0.1:9050: else their server sees "
            "where you are. It resolves the names.",
        ),
    ] = None,
    screenshot: Annotated[
        bool,
        typer.Option(
            "--screenshot",
            help="Also keep a picture of each page as a browser on this machine shows it. It runs the page's scripts "
            "and asks for all that the page refers to, so whoever made the page sees more of the visit.",
        ),
    ] = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Preserve files and pages byte for byte: sealed in the case, in its evidence log, under a signed checkpoint.

    A page is asked for once, without cookies, and every answer on the way to it is kept, whatever its status. Pictures
    and scripts it refers to are not, unless you name them. Exits 1 if a page could not be had; the others are kept.

    The files themselves stay where they are. Vigil can say that it had these bytes when it logged them, not where a
    file came from: what --url and --published say is your word, and is shown as that.
    """
    files = [Path(each) for each in what if not is_address(each)]
    pages = [web_address(each) for each in what if is_address(each)]
    if url is not None and (pages or len(files) > 1):
        raise InvalidInput("--url is said of one file, and a page's address is known: keep them one by one")
    if post is not None and len(what) > 1:
        raise InvalidInput("--post is said of one file or page: keep them one by one")
    if post is not None and account is None:
        raise InvalidInput("--post goes with --account: a post's id means something on its platform only")
    published_at, published_on = (None, None) if published is None else _published(published, bootstrap.clock())
    words = _Words(
        published_at=published_at,
        published_on=published_on,
        account=parse_account(account) if account else None,
        post=post,
    )
    captures = _captures(files, url, words)
    ask = _Asking(
        fetcher=bootstrap.fetcher(proxy=proxy), photograph=bootstrap.photographer(proxy=proxy) if screenshot else None
    )
    if dry_run:
        with reader(case, passphrase_file):
            for each in captures:
                typer.echo(f"{each.name or '-'}: {len(each.body):,} bytes would be kept")
            for page in pages:
                typer.echo(f"{page}: would be asked for")
        return
    missed = False
    with writer(case, passphrase_file) as opened:
        if files:
            with progress_bar("keeping") as progress:
                kept = keep_captures(captures, case=opened, clock=bootstrap.clock, progress=progress).kept
            for file, one in zip(files, kept, strict=True):
                _say_kept(one, {"file": str(file)}, str(file), as_json=as_json)
        for page in pages:
            missed |= _keep_page(page, words, opened, ask, as_json=as_json)
        checkpoint = make_checkpoint(case=opened, clock=bootstrap.clock)
    if checkpoint is not None:
        typer.echo(f"checkpoint over {checkpoint.size:,} entries, {NOT_TIMESTAMPED}", err=True)
        typer.echo("`vigil checkpoint export FILE` writes it for somebody who keeps it elsewhere", err=True)
    if missed:
        raise typer.Exit(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What whoever keeps it says of it."""

    published_at: datetime | None
    published_on: str | None
    account: Account | None
    post: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asking:
    """What asks for pages."""

    fetcher: Fetcher
    photograph: Callable[[str], bytes] | None  # None: no pictures are wanted


def _published(text: str, now: datetime) -> tuple[datetime | None, str | None]:
    """The instant that is said, or the day."""
    written = text.strip()
    try:
        day = parse_day(written)
    except InvalidInput:
        day = None
    if day is not None:
        if day > (now + _FURTHEST_EAST).date():
            raise InvalidInput(f"--published: {written} has not come yet: give the day it was published")
        return None, written
    try:
        at = parse_instant(written)
    except InvalidInput as error:
        raise InvalidInput(
            f"--published: {written!r} is neither a day such as 2016-12-04, with ?, ~ or % where you are not sure, nor "
            "an instant with its zone such as 2016-12-04T18:30:00Z"
        ) from error
    if at > now:
        raise InvalidInput(f"--published: {written} has not come yet: give when it was published")
    return at, None


def _captures(files: list[Path], url: str | None, words: _Words) -> Iterator[Capture]:
    for file in files:
        yield capture_of_file(
            file,
            captured_at=bootstrap.clock(),
            url=url,
            published_at=words.published_at,
            published_on=words.published_on,
            account=words.account,
            post=words.post,
        )


def _keep_page(url: str, words: _Words, case: CaseWriter, ask: _Asking, *, as_json: bool) -> bool:
    """Keep what is at an address, and say so; whether it could not be had."""
    page: KeptPage = captures_of_page(
        url,
        fetcher=ask.fetcher,
        published_at=words.published_at,
        published_on=words.published_on,
        account=words.account,
        post=words.post,
    )
    kept = keep_captures(page.captures, case=case, clock=bootstrap.clock).kept
    for capture, one in zip(page.captures, kept, strict=True):
        said: dict[str, object] = {"url": capture.url, "status": capture.status}
        said["captured_at"] = rfc3339(capture.captured_at)
        unencrypted = ", unencrypted: anyone on the way could change it" * (capture.url or "").startswith("http:")
        _say_kept(one, said, f"{capture.url}  (status {capture.status}{unencrypted})", as_json=as_json)
    if page.missed is not None:
        typer.echo(f"vigil: {url}: {page.missed}", err=True)
        return True
    return ask.photograph is not None and _keep_picture(url, words, case, ask.photograph, as_json=as_json)


def _keep_picture(
    url: str, words: _Words, case: CaseWriter, photograph: Callable[[str], bytes], *, as_json: bool
) -> bool:
    """Keep what a page looks like, and say so; whether no picture could be had."""
    try:
        png = photograph(url)
    except Unavailable as error:
        typer.echo(f"vigil: {url}: {error}", err=True)
        return True
    at = bootstrap.clock()
    capture = capture_of_picture(png, url, captured_at=at, account=words.account, post=words.post)
    (kept,) = keep_captures([capture], case=case, clock=bootstrap.clock).kept
    said: dict[str, object] = {"url": url, "screenshot": True, "captured_at": rfc3339(at)}
    _say_kept(kept, said, f"{url}  (screenshot)", as_json=as_json)
    return False


def _say_kept(kept: KeptCapture, said: dict[str, object], words: str, *, as_json: bool) -> None:
    if as_json:
        page = {**said, "sha256": kept.digest, "bytes": kept.n_bytes, "entry": kept.place, "known": kept.known}
        typer.echo(json.dumps(page, ensure_ascii=False))
        return
    known = ", the same bytes as before: stored once" if kept.known else ""
    typer.echo(f"{kept.digest}  {words}  (entry {kept.place}{known})")

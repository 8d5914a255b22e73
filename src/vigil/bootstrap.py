"""The one place that reads configuration and chooses what stands behind each port."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from vigil import __version__
from vigil.model.errors import InvalidInput, Unavailable
from vigil.store import casefile, closing, header, keeping
from vigil.store.keys import CAREFUL, ScryptCost
from vigil.store.migrate import SHIPPED
from vigil.usecases.close_case import Closed, Closing
from vigil.usecases.keep_case import CaseKeeper
from vigil.usecases.ports import CaseReader, CaseWriter, Progress, Secrets, Source

if TYPE_CHECKING:
    from vigil.model.claim import Document, Reading
    from vigil.sources.documents import Documents
    from vigil.sources.live.claim_endpoint import ClaimEndpoint
    from vigil.sources.live.fetching import Fetcher
    from vigil.testimony.attribution.attribution import Attribution
    from vigil.testimony.parsed import Parse
    from vigil.testimony.reader import Tools
    from vigil.usecases.assess_documents import AssessmentTools
    from vigil.usecases.check_rhythms import Rhythms
    from vigil.usecases.demo import Simulated
    from vigil.usecases.listening.collecting import SourceKind
    from vigil.usecases.media.keep_beside import MediaBeside
    from vigil.usecases.media.ports import Examine, Fetch
    from vigil.usecases.testimony.read_case import Unpack
    from vigil.usecases.timestamping.stamp_checkpoints import StampService
    from vigil.watch.rhythm_model import RhythmModel

SUFFIX = ".vigil"

Ask = Callable[[str], str]
"""Asks the person at the terminal for something that is not shown, and gives the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the environment sets. A setting that can change a finding is kept in the case, not here."""

    cases: Path  # where a case given by its name is looked for and made: VIGIL_CASES, else the current folder
    passphrase: str | None = field(default=None, repr=False)  # VIGIL_PASSPHRASE
    new_passphrase: str | None = field(default=None, repr=False)  # VIGIL_NEW_PASSPHRASE, for a rekey
    cost: ScryptCost = CAREFUL  # of one guess at a passphrase set from now on


def settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings as the environment gives them.

    Raises:
        InvalidInput: VIGIL_CASES is no folder.
    """
    cases = Path(environment.get("VIGIL_CASES") or ".")
    if not cases.is_dir():
        raise InvalidInput("VIGIL_CASES: no such folder")
    return Settings(
        cases=cases,
        passphrase=environment.get("VIGIL_PASSPHRASE"),
        new_passphrase=environment.get("VIGIL_NEW_PASSPHRASE"),
    )


def clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


def version() -> str:
    """Of this Vigil."""
    return __version__


def source_kinds() -> "dict[str, SourceKind]":
    """Every kind of live source, by name, in the order they are shown."""
    from vigil.sources.bluesky.kind import BlueskyKind
    from vigil.sources.folder import FolderKind
    from vigil.sources.mastodon.source import MastodonSource
    from vigil.sources.rss import RssSource
    from vigil.sources.telegram import TelegramSource
    from vigil.sources.web import WebSource
    from vigil.sources.x.source import XSource

    kinds: list[SourceKind] = [
        BlueskyKind(),
        MastodonSource(),
        TelegramSource(),
        XSource(),
        RssSource(),
        WebSource(),
        FolderKind(),
    ]
    return {kind.name: kind for kind in kinds}


def dropped_file(path: Path) -> "Source":
    """A file of posts that was put in a folder, opened."""
    from vigil.sources import ReadOptions, open_source

    return open_source(path, ReadOptions())


def examiner(environment: Mapping[str, str] = os.environ) -> "Examine":
    """What says what the bytes of media are: a process for each file, which is given nothing of our environment."""
    from vigil.sources.media.examining import Examiner

    needed = ("SYSTEMROOT", "PATH")  # without the first no process begins on Windows
    return Examiner(environment={name: environment[name] for name in needed if name in environment})


def media_fetcher(*, proxy: str | None = None) -> "Fetch":
    """What fetches the media that posts show.

    Raises:
        InvalidInput: The proxy is none.
    """
    from dataclasses import replace

    from vigil.sources.live.fetching import Fetcher
    from vigil.sources.live.media_fetching import SETTINGS, MediaFetcher

    return MediaFetcher(Fetcher(replace(SETTINGS, proxy=proxy), clock=clock))


def media_beside(case: Path, secrets: Secrets, *, proxy: str | None = None) -> "MediaBeside":
    """What keeps the media that posts show, on a thread of its own, while it is entered.

    Raises:
        InvalidInput: The proxy is none.
    """
    from contextlib import contextmanager

    from vigil.usecases.media.keep_beside import MediaBeside
    from vigil.usecases.media.keep_media import MediaKeeper

    fetch, examine = media_fetcher(proxy=proxy), examiner()

    @contextmanager
    def make() -> "Iterator[MediaKeeper]":
        with case_writer(case, secrets) as opened:
            yield MediaKeeper(opened, fetch, examine, version=__version__, clock=clock)

    return MediaBeside(make)


@dataclass(frozen=True, slots=True)
class ClaimReader:
    """Reads the claims of a document with the tools that were chosen."""

    tools: "Tools"

    @property
    def version(self) -> str:
        """Everything a finding depends on, by name and version."""
        return self.tools.version

    def __call__(self, document: "Document") -> "Reading":
        """The claims of a document."""
        from vigil.testimony.reader import read

        return read(document, tools=self.tools)


def claim_reader(*, gazetteers: tuple[Path, ...] = (), rules_only: bool = False) -> ClaimReader:
    """What reads claims: with a grammar where one is installed, with the user's own gazetteers before the world's.

    Raises:
        InvalidInput: A gazetteer is none.
        Unavailable: A gazetteer cannot be read.
    """
    from vigil.sources.gazetteers.opened import open_gazetteers
    from vigil.sources.grammar.english import english_grammar
    from vigil.testimony.reader import Tools

    parse = None if rules_only else english_grammar()
    return ClaimReader(Tools(gazetteer=open_gazetteers(gazetteers), parse=parse))


@dataclass(frozen=True, slots=True)
class AttributionReader:
    """Reads who says what, with a grammar or by rules alone."""

    parse: "Parse | None"

    @property
    def version(self) -> str:
        """What reads, by name and version."""
        return f"vigil {__version__}, {self.parse.version if self.parse else 'rules alone'}"

    def __call__(self, text: str) -> "tuple[Attribution, ...]":
        """The attributions of a text."""
        from vigil.testimony.attribution.reading import read_attributions

        return read_attributions(text, parsed=None if self.parse is None else self.parse(text))


def attribution_reader(*, rules_only: bool = False) -> AttributionReader:
    """What reads attributions: with a grammar where one is installed."""
    from vigil.sources.grammar.english import english_grammar

    return AttributionReader(None if rules_only else english_grammar())


def claim_endpoint(address: str, model: str, environment: Mapping[str, str] = os.environ) -> "ClaimEndpoint":
    """A reader elsewhere, asked over HTTP; its key, where it wants one, stands in VIGIL_READER_KEY.

    Raises:
        InvalidInput: The address cannot be used, or no model is named.
    """
    from vigil.sources.live.claim_endpoint import ClaimEndpoint

    return ClaimEndpoint(address, model, key=environment.get("VIGIL_READER_KEY"))


def assessment_tools(
    codebook: str, *, gazetteers: tuple[Path, ...] = (), rules_only: bool = False
) -> "AssessmentTools":
    """What assesses documents by a codebook: airwars, ucdp or literal. The grammar is asked once for each text.

    Raises:
        InvalidInput: A gazetteer is none, or there is no such codebook.
        Unavailable: A gazetteer cannot be read.
    """
    from vigil.incidents.codebooks import named
    from vigil.testimony.reader import Tools
    from vigil.usecases.assess_documents import AssessmentTools, ParsedOnce

    tools = claim_reader(gazetteers=gazetteers, rules_only=rules_only).tools
    parse = None if tools.parse is None else ParsedOnce(tools.parse)
    return AssessmentTools(
        read=ClaimReader(Tools(gazetteer=tools.gazetteer, parse=parse)),
        parse=parse,
        gazetteer=tools.gazetteer,
        codebook=named.codebook(codebook).figures,
    )


def documents() -> "Documents":
    """What reads files of documents; enter it, so that what it begins is ended."""
    from vigil.sources.documents import Documents

    return Documents()


@contextmanager
def kept_documents() -> "Iterator[Unpack]":
    """What finds the documents in what was kept of no account; what it begins is ended with it."""
    from vigil.sources.documents.kept import Unpacker

    with documents() as opened:
        yield Unpacker(opened)


def utc() -> tzinfo:
    """The zone of days where no other is asked for."""
    return UTC


def case_path(name: str, given: Settings | None = None, *, where: str = "--case") -> Path:
    """The folder of a case given by its name or path, with or without `.vigil`.

    Raises:
        InvalidInput: The name, given as `where`, is empty.
    """
    if not name.strip() or Path(name).name in {"", ".."}:
        raise InvalidInput(f"{where}: give the case's name or path, for example aleppo")
    path = Path(name).expanduser()
    if path.suffix != SUFFIX and not (path / header.HEADER_NAME).is_file():
        path = path.with_name(path.name + SUFFIX)
    return path if path.is_absolute() else (given or settings()).cases / path


def secrets(
    case: Path,
    *,
    passphrase_file: Path | None = None,
    ask: Ask | None = None,
    given: Settings | None = None,
    any_schema: bool = False,
) -> Secrets:
    """What opens this case: from --passphrase-file, else VIGIL_PASSPHRASE, else asked for. A plain case needs none.

    Args:
        case: The case's folder.
        passphrase_file: The file named with --passphrase-file.
        ask: Asks at the terminal; None where there is none.
        given: Settings in place of the environment's.
        any_schema: Also for a case of another schema, as `upgrade` and `restore` need it.
    Raises:
        InvalidInput: There is no case, it is a newer Vigil's, or it is encrypted and nobody can be asked.
        Unavailable: The passphrase file cannot be read.
    """
    page = header.read_header(case) if any_schema else casefile.current_header(case, SHIPPED)
    if not page.encrypted:
        return Secrets()
    return Secrets(passphrase=passphrase(passphrase_file, ask=ask, prompt="Passphrase of the case", given=given))


def passphrase(passphrase_file: Path | None, *, ask: Ask | None, prompt: str, given: Settings | None = None) -> str:
    """A passphrase from --passphrase-file, else VIGIL_PASSPHRASE, else asked for.

    Raises:
        InvalidInput: It is empty, or there is no terminal to ask at.
        Unavailable: The file cannot be read.
    """
    return _first_given(
        passphrase_file,
        (given or settings()).passphrase,
        ask,
        prompt=prompt,
        otherwise="give --passphrase-file FILE, or set VIGIL_PASSPHRASE",
    )


def new_passphrase(passphrase_file: Path | None, *, ask: Ask | None, given: Settings | None = None) -> str:
    """The passphrase to be set: from --new-passphrase-file, else VIGIL_NEW_PASSPHRASE, else asked for.

    Raises:
        InvalidInput: It is empty, or there is no terminal to ask at.
        Unavailable: The file cannot be read.
    """
    return _first_given(
        passphrase_file,
        (given or settings()).new_passphrase,
        ask,
        prompt="The new passphrase",
        otherwise="give --new-passphrase-file FILE, or set VIGIL_NEW_PASSPHRASE",
    )


def create_case(
    case: Path,
    *,
    passphrase: str | None,
    recovery: bool = False,
    now: datetime | None = None,
    given: Settings | None = None,
) -> str | None:
    """Make an empty case; gives its recovery key where asked for. Without a passphrase it is plain."""
    return casefile.create_case(
        case,
        passphrase=passphrase,
        created_at=now or clock(),
        written_by=__version__,
        recovery=recovery,
        cost=(given or settings()).cost,
    )


def is_case(case: Path) -> bool:
    """Whether there is a case at a path."""
    return header.is_case(case)


def refuse_taken(case: Path) -> None:
    """See that a new case can be made at a path, before a passphrase is asked for.

    Raises:
        InvalidInput: There is something there already.
        Unavailable: There is no folder to make it in.
    """
    casefile.refuse_taken(case)


def refuse_backup(case: Path, backup: Path) -> None:
    """See that a backup can be restored as this case, before its passphrase is asked for.

    Raises:
        InvalidInput: There is none, or it is the case itself.
    """
    keeping.refuse_backup(case, backup)


def case_reader(case: Path, secrets: Secrets) -> AbstractContextManager[CaseReader]:
    """A case open for reading."""
    return casefile.reading_case(case, secrets)


def case_writer(case: Path, secrets: Secrets) -> AbstractContextManager[CaseWriter]:
    """A case open for writing."""
    return casefile.writing_case(case, secrets)


def case_keeper(case: Path, secrets: Secrets, *, given: Settings | None = None) -> CaseKeeper:
    """What changes a case as a whole: copies, passphrase, schema."""
    return keeping.KeptCase(case, secrets, written_by=__version__, cost=(given or settings()).cost)


def timestamp_address(text: str) -> str:
    """The address of a timestamp authority or calendar, as it is kept.

    Raises:
        InvalidInput: It is none that may be asked.
    """
    from vigil.sources.live.address import web

    return web(text)


def stamp_services(case: CaseReader) -> "list[StampService]":
    """Who was named in a case to timestamp its checkpoints; nobody by default.

    Raises:
        IntegrityError: The setting does not read.
    """
    from vigil.sources.timestamps.authority import AuthorityService
    from vigil.sources.timestamps.calendar import CalendarService
    from vigil.usecases.timestamping.name_authorities import named

    who = named(case)
    return [
        *(AuthorityService(each.address, each.roots) for each in who.authorities if each.asked),
        *(CalendarService(each, who.calendars) for each in who.calendars),
    ]


def close_folder(case: Path, secrets: Secrets, *, by: str, reason: str, at: datetime) -> Closed:
    """Log that a case is closed, and sign the digest of every file of its folder."""
    return closing.close_folder(case, secrets, by=by, reason=reason, at=at)


def closing_of(case: Path, progress: Progress) -> Closing | None:
    """What the files of a closed case say, before anything is opened. None: it is not closed."""
    return closing.closing_of(case, progress=progress)


def _first_given(file: Path | None, set_to: str | None, ask: Ask | None, *, prompt: str, otherwise: str) -> str:
    found = _read_secret(file) if file else set_to
    if found is None and ask is not None:
        found = ask(prompt)
    if found is None:
        raise InvalidInput(f"this needs a passphrase and there is no terminal to ask at: {otherwise}")
    if not found.strip():
        raise InvalidInput("the passphrase is empty")
    return found


def _read_secret(file: Path) -> str:
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise Unavailable(f"the passphrase file cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InvalidInput("the passphrase file is not UTF-8 text") from error
    return text.removesuffix("\n").removesuffix("\r")


def rhythm_model() -> "RhythmModel":
    """The rhythm model shipped with this version.

    Raises:
        InvalidInput: The installed package is not whole.
    """
    import numpy as np

    from vigil.watch.rhythm_model import RhythmModel

    shipped = resources.files("vigil.watch").joinpath("rhythm_model.npz")
    try:
        with shipped.open("rb") as stream, np.load(stream, allow_pickle=False) as fields:
            columns = {name: fields[name] for name in fields.files}
    except FileNotFoundError as error:
        raise InvalidInput("the rhythm model is missing from this installation: install Vigil anew") from error
    return RhythmModel(**(columns | {"version": str(columns["version"])}))


def rhythms(case: CaseReader) -> "Rhythms":
    """What reads rhythms for a check: the shipped model, corrected to the case's own past where it was calibrated.

    Raises:
        InvalidInput: The installed package is not whole.
    """
    from vigil.usecases.calibrate import kept_correction
    from vigil.usecases.check_rhythms import ModelRhythms

    model = rhythm_model()
    correction, version = kept_correction(case, model)
    return ModelRhythms(model, correction, version)


def fetcher(*, proxy: str | None = None) -> "Fetcher":
    """What fetches pages that are named by hand.

    Raises:
        InvalidInput: The proxy is none.
    """
    from dataclasses import replace

    from vigil.sources.kept_page import SETTINGS
    from vigil.sources.live.fetching import Fetcher

    return Fetcher(replace(SETTINGS, proxy=proxy), clock=clock)


def photographer(*, proxy: str | None = None) -> "Callable[[str], bytes]":
    """What takes a picture of a page, as PNG, with a browser on this machine.

    Raises:
        InvalidInput: There is none, or the proxy is none.
    """
    import asyncio
    from dataclasses import replace

    from vigil.sources.kept_page import SETTINGS
    from vigil.sources.live.browser import BROWSERS, find_browser, picture
    from vigil.sources.live.fetching import proxy_of

    browser = find_browser()
    if browser is None:
        raise InvalidInput(f"--screenshot needs a browser, and none is found: one of {', '.join(BROWSERS)}")
    if proxy is not None:
        proxy_of(proxy)
    look = replace(SETTINGS, proxy=proxy, within_s=120.0)
    return lambda url: asyncio.run(picture(url, browser, look))


def simulated(seed: int) -> "tuple[Simulated, CaseWriter]":
    """The simulated siege for `vigil demo`, and an empty case in memory to hold it."""
    from vigil.sources.siege import BEGINS_AT, ENDS_AT, simulate_siege
    from vigil.sources.siege.cast import ABSENCES
    from vigil.store.memory import memory_case
    from vigil.usecases.demo import Simulated

    siege = simulate_siege(seed)
    told = Simulated(
        heard=siege.heard,
        late=siege.backfilled,
        watchlist=siege.watchlist,
        coverage=siege.coverage,
        late_coverage=siege.backfill_coverage,
        fates=siege.fates,
        moments=siege.moments,
        unreachable=frozenset(absence.end for absence in ABSENCES if absence.end is not None),
        begins_at=BEGINS_AT,
        ends_at=ENDS_AT,
    )
    return told, memory_case(created_at=_DESK_OPENS_AT)


_DESK_OPENS_AT = datetime(2016, 12, 1, tzinfo=UTC)  # from when on returns wait to be confirmed in the simulated case


def rhythms_as_shipped() -> "Rhythms":
    """What reads rhythms where there is no case of one's own."""
    from vigil.usecases.check_rhythms import ModelRhythms

    model = rhythm_model()
    return ModelRhythms(model, None, model.version)

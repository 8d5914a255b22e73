"""What a Bluesky source is told when it is added, and the stream that follows from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from vigil.model.errors import InvalidInput, Malformed
from vigil.model.heard import Cursor
from vigil.model.ids import CollectorName
from vigil.sources.bluesky.events import did_of
from vigil.sources.bluesky.firehose import METHOD, FirehoseEar
from vigil.sources.bluesky.jetstream import JetstreamEar
from vigil.sources.bluesky.watching import BlobAddress
from vigil.sources.live.address import encrypted, stream, web
from vigil.usecases.listening.collecting import SourceSetting

Ear = JetstreamEar | FirehoseEar

HOME, NOBODY = "home", "none"

SETTINGS = (
    SourceSetting(
        name="service",
        says="the Jetstream, relay or server (PDS) that is listened to",
        default="wss://jetstream.us-east.bsky.network",
    ),
    SourceSetting(name="wire", says="jetstream or firehose; without it, what the address tells"),
    SourceSetting(
        name="archive",
        says="who is asked for what the stream did not bring: home, each account's own server, as the directory "
        "names it; one address, for all accounts; or none",
        default=HOME,
    ),
    SourceSetting(name="directory", says="who says where accounts are at home", default="https://plc.directory"),
    SourceSetting(name="names", says="who says whose a handle is", default="https://public.api.bsky.app"),
    SourceSetting(
        name="sentinels", says="DIDs of accounts known to post often, with commas between: they show that it hears"
    ),
)


class Speaks(StrEnum):
    """What a service speaks."""

    JETSTREAM = "jetstream"
    FIREHOSE = "firehose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """A Bluesky source's settings, looked over."""

    service: str
    wire: Speaks
    archive: str  # HOME, NOBODY, or an address
    directory: str
    names: str
    sentinels: tuple[str, ...]

    @property
    def on_this_machine(self) -> bool:
        """Whether the directory is on this machine, so that the servers it names may be too."""
        return not encrypted(self.directory)

    def ear(
        self,
        watched: Iterable[str],
        *,
        collector: CollectorName,
        cursor: Cursor | None,
        blobs: BlobAddress | None = None,
    ) -> Ear:
        """The stream for these accounts. `blobs`: where pictures and video are.

        Raises:
            InvalidInput: A DID or the cursor cannot be used, or there are more accounts than may be asked for.
        """
        if self.wire is Speaks.FIREHOSE:
            return FirehoseEar(self.service, watched, collector=collector, cursor=cursor, blobs=blobs)
        return JetstreamEar(
            self.service, watched, collector=collector, sentinels=self.sentinels, cursor=cursor, blobs=blobs
        )


def setup_of(settings: Mapping[str, str]) -> Setup:
    """The settings by their names; what is not given is as `SETTINGS` says.

    Raises:
        InvalidInput: One is not what it has to be.
    """
    defaults = {setting.name: setting.default for setting in SETTINGS}
    told = {name: settings.get(name) or default or "" for name, default in defaults.items()}
    service = stream(told["service"])
    archive = told["archive"].strip()
    return Setup(
        service=service,
        wire=_wire(told["wire"].strip().lower(), service),
        archive=archive.lower() if archive.lower() in {HOME, NOBODY} else web(archive),
        directory=web(told["directory"]),
        names=web(told["names"]),
        sentinels=tuple(_did(each) for each in told["sentinels"].replace(",", " ").split()),
    )


def _wire(said: str, service: str) -> Speaks:
    if said:
        try:
            return Speaks(said)
        except ValueError as error:
            raise InvalidInput("wire: jetstream or firehose") from error
    host = urlsplit(service).hostname or ""
    relay = service.endswith(METHOD) or host == "bsky.network" or host.startswith("relay")
    return Speaks.FIREHOSE if relay else Speaks.JETSTREAM


def _did(text: str) -> str:
    try:
        return did_of(text)
    except Malformed as error:
        raise InvalidInput("sentinels: DIDs, such as did:plc:..., with commas between") from error

"""The stable id (DID) behind a handle, and where an account is at home.

Only the service that was named is asked. A handle's own domain is not, nor is the server a directory names: both are
chosen by whoever owns the account, and would learn that somebody looks. What comes back is returned, never followed.
"""

import re
from dataclasses import dataclass

import orjson

from vigil.model.errors import InvalidInput, Malformed, Unavailable
from vigil.model.ids import AccountId
from vigil.sources.bluesky.events import did_of, handle_of
from vigil.sources.live.address import beyond_this_machine, web
from vigil.sources.live.asking import Answer, Service

RESOLVE_HANDLE = "xrpc/com.atproto.identity.resolveHandle"

_PLC = re.compile(r"did:plc:[a-z2-7]{24}")  # web.plc.directory/spec/v0.1/did-plc, "Identifier Syntax"


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Where an account is at home, as the directory says."""

    account: AccountId
    handle: str | None  # the one it claims; that the handle claims it back is for `account_of` to say
    server: str | None  # the address of its server (PDS). None: none, or one that may not be connected to


async def account_of(service: Service, handle: str) -> AccountId:
    """The DID a handle stands for, as the service says.

    Args:
        service: Any that answers `com.atproto.identity.resolveHandle`, such as https://public.api.bsky.app.
        handle: With or without its @.

    Raises:
        InvalidInput: It is no handle, or nobody goes by it.
        Unavailable: The service does not answer, or not as the protocol says.
    """
    name = handle_of(handle.strip().removeprefix("@"))
    if name is None:
        raise InvalidInput("not a handle: write it like name.bsky.social")
    said = _object(await service.get(RESOLVE_HANDLE, {"handle": name}), "nobody goes by this handle")
    try:
        return AccountId(did_of(said.get("did")))
    except Malformed as error:
        raise Unavailable("the service's answer is not what the protocol says") from error


async def home_of(directory: Service, account: AccountId, *, on_this_machine: bool = False) -> Home:
    """Where an account is at home.

    Args:
        directory: The PLC directory, such as https://plc.directory.
        account: A `did:plc`. A `did:web` would have to be asked of itself.
        on_this_machine: Whether a server on loopback may be returned; otherwise one in the public network only.

    Raises:
        InvalidInput: It is no such DID, or the directory does not know it.
        Unavailable: The directory does not answer, or not as it should.
    """
    if not _PLC.fullmatch(account):
        raise InvalidInput("only a did:plc is in the directory: name the server of a did:web by hand")
    said = _object(await directory.get(account), "the directory does not know this account")
    if said.get("id") != account:
        raise Unavailable("the directory's answer is of another account")
    return Home(
        account=account, handle=_handle(said.get("alsoKnownAs")), server=_server(said.get("service"), on_this_machine)
    )


def _handle(names: object) -> str | None:
    first = (
        next((name for name in names if isinstance(name, str) and name.startswith("at://")), None)
        if isinstance(names, list)
        else None
    )
    return handle_of(first.removeprefix("at://")) if first else None


def _server(services: object, on_this_machine: bool) -> str | None:  # noqa: FBT001 - passed on
    for entry in services if isinstance(services, list) else ():
        if isinstance(entry, dict) and str(entry.get("id")).endswith("#atproto_pds"):
            address = entry.get("serviceEndpoint")
            try:
                usable = isinstance(address, str) and (on_this_machine or beyond_this_machine(address))
                return web(address) if usable and isinstance(address, str) else None
            except InvalidInput:
                return None
    return None


def _object(answer: Answer, unknown: str) -> dict[str, object]:
    if answer.status in {400, 404, 410}:
        raise InvalidInput(unknown)
    try:
        said = orjson.loads(answer.body) if answer.status == 200 else None
    except orjson.JSONDecodeError:
        said = None
    if not isinstance(said, dict):
        raise Unavailable("the service's answer is not what the protocol says")
    return said

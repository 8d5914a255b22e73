"""Who timestamps a case's checkpoints: authorities and calendars named by a person, kept in the case. None by default.

An authority that is not asked any more is kept with its certificates: what it signed has to be verified for ever.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from cryptography.hazmat.primitives.serialization import Encoding

from vigil.evidence.timestamps import parse_roots
from vigil.model.errors import IntegrityError, InvalidInput
from vigil.usecases.ports import CaseReader, CaseWriter, Clock, Setting

SETTING = "timestamping"


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """A timestamp authority (RFC 3161)."""

    address: str
    roots: bytes = b""  # PEM, certificates only. Empty: none was named, so its signatures are held against nothing
    asked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Everyone who may be asked."""

    authorities: tuple[Authority, ...] = ()
    calendars: tuple[str, ...] = ()

    def roots(self, address: str) -> bytes:
        """The certificates named for an authority, in PEM; empty where there are none."""
        return next((each.roots for each in self.authorities if each.address == address), b"")


def named(case: CaseReader) -> Named:
    """Who was named in this case.

    Raises:
        IntegrityError: The setting does not read: it was changed.
    """
    setting = case.setting(SETTING)
    if setting is None:
        return Named()
    try:
        page = json.loads(setting.value)
        authorities = tuple(
            Authority(address=str(each["address"]), roots=str(each["roots"]).encode(), asked=each["asked"] is True)
            for each in page["authorities"]
        )
        return Named(authorities=authorities, calendars=tuple(str(each) for each in page["calendars"]))
    except (ValueError, KeyError, TypeError) as error:
        raise IntegrityError("the case's setting of who timestamps its checkpoints does not read") from error


def name_authority(address: str, *, case: CaseWriter, clock: Clock, roots: bytes | None = None) -> Named:
    """Ask this authority from now on.

    Args:
        roots: Certificates in PEM that vouch for it, beside those named before. Anything else in the file is dropped.
    Raises:
        InvalidInput: The file holds no certificates.
    """
    before = named(case)
    known = next((each for each in before.authorities if each.address == address), Authority(address=address))
    changed = replace(known, roots=_joined(known.roots, roots or b""), asked=True)
    others = tuple(each for each in before.authorities if each.address != address)
    return _put(replace(before, authorities=(*others, changed)), before, case, clock)


def name_calendar(address: str, *, case: CaseWriter, clock: Clock) -> Named:
    """Ask this calendar (OpenTimestamps) from now on."""
    before = named(case)
    return _put(replace(before, calendars=tuple(dict.fromkeys((*before.calendars, address)))), before, case, clock)


def forget(address: str, *, case: CaseWriter, clock: Clock) -> Named:
    """Ask this authority or calendar no more. What it gave is kept, and verified as before.

    Raises:
        InvalidInput: It is not one that is asked.
    """
    before = named(case)
    if address not in [*before.calendars, *(each.address for each in before.authorities if each.asked)]:
        raise InvalidInput(f"{address} is not asked in this case: there is nothing to forget")
    return _put(
        Named(
            authorities=tuple(
                replace(each, asked=each.asked and each.address != address) for each in before.authorities
            ),
            calendars=tuple(each for each in before.calendars if each != address),
        ),
        before,
        case,
        clock,
    )


def _joined(*pems: bytes) -> bytes:
    """Certificates of several files, each once, in PEM and nothing beside them: no key left in a file by mistake."""
    found = dict.fromkeys(_encoded(pem for pem in pems if pem))
    return b"".join(found)


def _encoded(pems: Iterable[bytes]) -> Iterable[bytes]:
    for pem in pems:
        for each in parse_roots(pem):
            yield each.public_bytes(Encoding.PEM)


def _put(after: Named, before: Named, case: CaseWriter, clock: Clock) -> Named:
    if after != before:
        page = {
            "authorities": [
                {"address": each.address, "roots": each.roots.decode("ascii"), "asked": each.asked}
                for each in after.authorities
            ],
            "calendars": list(after.calendars),
        }
        case.put_setting(Setting(name=SETTING, value=json.dumps(page, sort_keys=True), recorded_at=clock()))
    return after

"""Content credentials (C2PA) that a file carries: read, checked against the bytes, and shown as claims.

To be called only where a stranger's file can do no harm (`examining`). Nothing is fetched: a file may say that its
credentials are elsewhere, and asking there would tell its maker who is looking. Places in them are not read.
"""

import io
import json
from typing import Any

import c2pa

from vigil.model.media import MOST_CHARACTERS, MOST_LISTED, Action, Credentials, Ingredient, Standing

KINDS = frozenset(
    {
        "application/pdf",
        "audio/flac",
        "audio/mp4",
        "audio/mpeg",
        "audio/wav",
        "image/avif",
        "image/gif",
        "image/heic",
        "image/jpeg",
        "image/jxl",
        "image/png",
        "image/tiff",
        "image/webp",
        "video/mp4",
        "video/quicktime",
        "video/x-msvideo",
    }
)
"""Kinds that the library reads credentials from."""

_SETTINGS: dict[str, Any] = {
    "verify": {
        "verify_after_reading": True,
        "verify_trust": True,
        "ocsp_fetch": False,
        "remote_manifest_fetch": False,
    }
}

_NOT_ON_A_LIST = "signingCredential.untrusted"


class CredentialsUnread(Exception):
    """The file carries something that should be credentials and does not read."""


def read_credentials(body: bytes, mime: str, *, trust_anchors: str | None = None) -> Credentials | None:
    """The credentials a file carries. None: it carries none, which is no sign of anything.

    Args:
        body: The file.
        mime: Its kind, one of `KINDS`.
        trust_anchors: Certificates in PEM of those whose signatures are to count as `valid`. None: nobody's do.
    Raises:
        CredentialsUnread: What it carries cannot be read, or lies elsewhere.
    """
    settings = _SETTINGS | ({"trust": {"user_anchors": trust_anchors}} if trust_anchors else {})
    try:
        context = c2pa.Context(c2pa.Settings.from_dict(settings))
        with io.BytesIO(body) as stream:
            reader = c2pa.Reader.try_create(mime, stream, context=context)
            if reader is None:
                return None
            with reader:
                page = json.loads(reader.json())
    except Exception as error:  # whatever the library raises, its words may hold what is in the file
        elsewhere = str(error).startswith("Remote")  # `RemoteManifest: `, or `Remote: ` with no class of its own
        why = "they lie elsewhere, and are not fetched" if elsewhere else "they cannot be read"
        raise CredentialsUnread(why) from error
    return _credentials(page)


def _credentials(page: dict[str, Any]) -> Credentials:
    manifest = _object(_object(page.get("manifests")).get(str(page.get("active_manifest"))))
    signature = _object(manifest.get("signature_info"))
    faults = [_text(each.get("code")) for each in _objects(page.get("validation_status"))]
    return Credentials(
        standing=_standing(page.get("validation_state")),
        faults=tuple(sorted({each for each in faults if each and each != _NOT_ON_A_LIST}))[:MOST_LISTED],
        made_with=_made_with(manifest),
        signer=_text(signature.get("common_name")),
        organisation=_text(signature.get("issuer")),  # the library calls it so, and gives the signer's own
        signed_at=_text(signature.get("time")),
        actions=tuple(_actions(manifest))[:MOST_LISTED],
        ingredients=tuple(
            Ingredient(title=_text(each.get("title")), relationship=_text(each.get("relationship")))
            for each in _objects(manifest.get("ingredients"))
        )[:MOST_LISTED],
    )


def _standing(state: object) -> Standing:
    """In our words: the library says `Valid` of what is intact, whoever signed it."""
    if state == "Trusted":
        return Standing.VALID
    return Standing.UNTRUSTED if state == "Valid" else Standing.INVALID


def _made_with(manifest: dict[str, Any]) -> str | None:
    named = [_named(each) for each in _objects(manifest.get("claim_generator_info"))]
    return _text(", ".join(each for each in named if each)) or _text(manifest.get("claim_generator"))


def _actions(manifest: dict[str, Any]) -> list[Action]:
    found = []
    for assertion in _objects(manifest.get("assertions")):
        if str(assertion.get("label")).startswith("c2pa.actions"):
            for each in _objects(_object(assertion.get("data")).get("actions")):
                agent = each.get("softwareAgent")
                made_with = _named(agent) if isinstance(agent, dict) else _text(agent)
                source = _text(each.get("digitalSourceType"))
                found.append(Action(name=_text(each.get("action")) or "-", made_with=made_with, source_type=source))
    return found


def _named(page: dict[str, Any]) -> str | None:
    return _text(" ".join(str(page[key]) for key in ("name", "version") if page.get(key)))


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _objects(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _text(value: object) -> str | None:
    return value[:MOST_CHARACTERS] if isinstance(value, str) and value else None

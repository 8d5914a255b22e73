"""What kind of file some bytes are, by the bytes themselves: what a server or a name calls them is not asked.

Sources: the WHATWG MIME Sniffing standard, and each format's own mark.
"""

_BEGINS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"\xff\x0a", "image/jxl"),
    (b"\0\0\0\x0cJXL \r\n\x87\n", "image/jxl"),
    (b"%PDF-", "application/pdf"),
    (b"PK\3\4", "application/zip"),
    (b"OggS", "application/ogg"),
    (b"fLaC", "audio/flac"),
    (b"ID3", "audio/mpeg"),
    (b"#!AMR", "audio/amr"),
    (b"\0\0\1\xba", "video/mpeg"),
    (b"FLV\1", "video/x-flv"),
)

_RIFF = {b"WEBP": "image/webp", b"AVI ": "video/x-msvideo", b"WAVE": "audio/wav"}

_BRANDS = {
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"hevc": "image/heic",
    b"mif1": "image/heic",
    b"msf1": "image/heic",
    b"qt  ": "video/quicktime",
    b"M4A ": "audio/mp4",
}

_TS_PACKET_BYTES = 188
_BMP_HEADERS = frozenset({12, 40, 52, 56, 64, 108, 124})

HTML = "text/html"


def kind_of(body: bytes) -> str | None:
    """The MIME type the bytes are of. None: of none that is known here."""
    marked = next((mime for mark, mime in _BEGINS if body.startswith(mark)), None)
    return marked or _boxed(body) or _counted(body) or (HTML if _is_page(body) else None)


def _boxed(body: bytes) -> str | None:
    """Of a container that holds many kinds, and says which."""
    if body[:4] == b"RIFF":
        return _RIFF.get(body[8:12])
    if body[4:8] == b"ftyp":
        return _BRANDS.get(body[8:12], "video/mp4")
    if body[:4] == b"\x1aE\xdf\xa3":
        return "video/webm" if b"webm" in body[:64] else "video/x-matroska"
    return None


def _counted(body: bytes) -> str | None:
    """Of a kind with so short a mark that more of it has to fit."""
    if body[:2] == b"BM" and len(body) > 18 and int.from_bytes(body[14:18], "little") in _BMP_HEADERS:
        return "image/bmp"
    if body[:1] == b"G" and all(body[at : at + 1] == b"G" for at in range(0, 4 * _TS_PACKET_BYTES, _TS_PACKET_BYTES)):
        return "video/mp2t"
    if len(body) > 2 and body[0] == 0xFF and body[1] & 0xE6 in {0xE2, 0xE4, 0xE6}:
        return "audio/mpeg"
    return None


def _is_page(body: bytes) -> bool:
    begin = body[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return begin.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<script"))

"""The characters of a page or feed, whatever is said of their coding.

Servers and documents say it wrongly, and Arabic read as Latin is no text at all. What is UTF-8 in every byte is that,
whatever is said: nothing else looks like it by chance. Only then the server's word counts, then the document's own.
"""

import codecs
import re

_SAID = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_DECLARED = re.compile(rb"(?:encoding|charset)\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
"""How a document begins in these codings (Extensible Markup Language 1.0, appendix F; RFC 7303, section 3.3)."""

_NEVER = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
"""Characters that neither XML nor a text holds."""


def decoded(document: bytes, content_type: str | None = None) -> str:
    """The characters of a document, without such as no text holds; what cannot be told is U+FFFD."""
    for mark, coding in _MARKS:
        if document.startswith(mark):
            return document.decode(coding, "replace").translate(_NEVER)
    said, declared = _SAID.search(content_type or ""), _DECLARED.search(document[:1024])
    for candidate in ("utf-8", said and said[1], declared and declared[1].decode("ascii")):
        if candidate is None or candidate.lower().replace("_", "-") not in _CODINGS:
            continue
        try:
            return document.decode(candidate).translate(_NEVER)
        except (LookupError, UnicodeError):
            continue
    return document.decode("utf-8", "replace").translate(_NEVER)


_CODINGS = frozenset(
    {
        "utf-8",
        "utf8",
        "us-ascii",
        "ascii",
        "latin1",
        "latin-1",
        "macintosh",
        "koi8-r",
        "koi8-u",
        "gbk",
        "gb2312",
        "gb18030",
    }
    | {"big5", "shift-jis", "euc-jp", "euc-kr", "iso-2022-jp", "utf-16", "utf-16le", "utf-16be", "cp1251", "cp1256"}
    | {f"iso-8859-{n}" for n in range(1, 17)}
    | {f"windows-{n}" for n in (874, *range(1250, 1259))}
)
"""What browsers read (WHATWG Encoding), as far as Python has it. Python has others that do other things to bytes."""

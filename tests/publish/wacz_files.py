"""A case with captures of every form a web archive knows, and the WACZ file of it. All of it is made up."""

import gzip

from captured import BEGUN_AT, ONE, capture, ticking

from vigil.publish.wacz import WaczFile
from vigil.usecases.export_bag import export_bag
from vigil.usecases.keep_captures import keep_captures

HTML = b"<p>They are here.</p>"
PAGES = [
    capture(
        HTML,
        ONE,
        url="https://X.com/One/?b=2&a=1#top",
        status=200,
        headers=(
            ("Content-Type", "text/html; charset=utf-8"),
            ("content-length", "99"),
            ("Transfer-Encoding", "chunked"),
            ("X-Odd", "a\r\nSet-Cookie: b"),
            (":status", "200"),
            ("ETag", '"م"'),
        ),
    ),
    capture(
        gzip.compress(HTML, mtime=0),
        ONE,
        url="https://x.com/packed",
        status=200,
        headers=(("content-encoding", "gzip"), ("content-type", "text/html")),
    ),
    capture(
        HTML,
        ONE,
        url="https://x.com/unpacked",
        status=200,
        headers=(("Content-Encoding", "gzip"), ("Content-Type", "text/html")),
    ),
    capture(b"", ONE, url="https://x.com/gone", status=404),
    capture(b'{"kind":"commit"}', ONE, url="wss://jetstream.example.org/subscribe?x=1"),
    capture(b"%PDF-1.7", None, name="report.pdf"),
    capture(b"a page", None, url="https://www.example.org:8443/ب ج?q=\r\nX: y", name="page.html"),
    capture(b"not an address", None, url="the library, third shelf"),
]


def wacz_at(path, kept, pages=PAGES):
    with kept.writer() as case:
        keep_captures(pages, case=case, clock=ticking())
        made = WaczFile(path, made_at=BEGUN_AT)
        try:
            export_bag(made, case=case, clock=ticking(), by="N. Noor", reason="to the court")
        finally:
            made.abandon()
    return path

"""One board served from memory on the loopback interface, for one person, for as long as they look at it.

It is the standard library's server and not Granian, which serves the pages of later issues: Granian cannot say which
port the kernel chose, shares its port with any other program of the same user that asks for it, and runs in one
process only in a mode it calls experimental. One page from memory needs none of what it is good at.

The page's address holds a token nobody can guess. Whoever can list this machine's processes can see it on a browser's
command line: on a machine shared with people who must not read the board, do not open one.
"""

import hmac
import os
import secrets
import sys
import threading
import time
import webbrowser
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer, ThreadingMixIn

from vigil.model.errors import Unavailable

LOOPBACK = "127.0.0.1"

IDLE_S = 30 * 60.0
"""Half an hour without a request ends it: long enough for a meeting, shorter than a forgotten evening."""

_CONNECTION_S = 10.0
"""A connection that says nothing for so long is closed."""

_POLL_S = 0.1

_HEADERS = {
    # The page's own policy names its style sheet by hash and is stricter; a browser obeys both.
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}


def serve_board(
    html: str,
    *,
    announce: Callable[[str, bool], None],
    open_page: Callable[[str], bool] | None = None,
    idle_s: float = IDLE_S,
    stop: threading.Event | None = None,
) -> None:
    """Serve the page until Ctrl-C, until `stop` is set, or until nobody has asked for it for `idle_s`.

    Args:
        html: The page. It is kept in memory alone.
        announce: Told the address, and whether a browser was opened at it.
        open_page: Opens an address, and says whether it could; by default the desktop's browser, where there is one.
        idle_s: Seconds without a request after which serving ends.
        stop: Ends serving from another thread.
    """
    with BoardServer(html) as server:
        opened = (open_page or open_in_browser)(server.url)
        announce(server.url, opened)
        try:
            server.serve(idle_s=idle_s, stop=stop or threading.Event())
        except KeyboardInterrupt:
            return


def open_in_browser(url: str) -> bool:
    """Open the desktop's browser; False where there is no desktop or no browser."""
    has_desktop = sys.platform in ("win32", "darwin") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    if not has_desktop:
        return False  # what is left is a browser in this very terminal, which would take it over
    try:
        return webbrowser.open(url)
    except (webbrowser.Error, OSError):
        return False


class BoardServer(ThreadingMixIn, TCPServer):
    """A server of one page on a port of the kernel's choosing."""

    daemon_threads = True
    allow_reuse_address = False  # nobody else may sit down at this port while we do
    timeout = _POLL_S

    def __init__(self, html: str) -> None:
        """Bind and listen.

        Raises:
            Unavailable: This machine has no loopback interface, or no free port.
        """
        self.page = html.encode()
        self.path = f"/{secrets.token_urlsafe(32)}/"
        self.asked_at_s = time.monotonic()
        try:
            super().__init__((LOOPBACK, 0), _Handler)
        except OSError as error:
            raise Unavailable(f"the board cannot be served on this machine: {error.strerror or error}") from error
        port = self.server_address[1]
        self.hosts = frozenset({f"{LOOPBACK}:{port}", f"localhost:{port}"})
        self.url = f"http://{LOOPBACK}:{port}{self.path}"

    def serve(self, *, idle_s: float, stop: threading.Event) -> None:
        """Answer until told to stop, or idle for too long."""
        self.asked_at_s = time.monotonic()
        while not stop.is_set() and time.monotonic() - self.asked_at_s < idle_s:
            self.handle_request()

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002 - the signature is the base's
        """A connection that broke is no concern of the terminal's; anything else is a defect and is shown."""
        if not isinstance(sys.exception(), OSError):
            raise  # noqa: PLE0704 - called from within the base's except clause


class _Handler(BaseHTTPRequestHandler):
    """GET the page at its address; everything else is refused without a word of what is here."""

    server: BoardServer
    protocol_version = "HTTP/1.1"
    timeout = _CONNECTION_S

    def do_GET(self) -> None:
        """The page."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """The page's headers."""
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        if self.headers.get_all("Host", []) not in [[host] for host in self.server.hosts]:
            # A page elsewhere whose name was turned to this address (DNS rebinding) says its own name here.
            self.send_error(421)
        elif not hmac.compare_digest(self.path.encode(), self.server.path.encode()):
            self.send_error(404)
        else:
            self.server.asked_at_s = time.monotonic()
            self._send(200, self.server.page, "text/html; charset=utf-8", with_body=with_body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Refuse, in three digits: the base would write back what it was sent."""
        self.close_connection = True
        self._send(code, f"{int(code)}\n".encode(), "text/plain; charset=utf-8", with_body=self.command != "HEAD")

    def _send(self, code: int, body: bytes, content_type: str, *, with_body: bool) -> None:
        self.send_response(code)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        if code == 501:
            self.send_header("Allow", "GET, HEAD")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def version_string(self) -> str:
        """No word of which versions run here."""
        return "vigil"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Keep no log: the address is a secret."""

"""A web server on loopback that says exactly the bytes a test has prepared, and hangs up when it is told to."""

import contextlib
import socket
import socketserver
import threading
from dataclasses import dataclass, field


@dataclass
class Page:
    """One answer. `raw`: all of it, in place of everything else."""

    body: bytes = b""
    status: int = 200
    headers: dict = field(default_factory=dict)
    raw: bytes | None = None
    cut_after: int | None = None  # bytes of the body; then the connection ends
    silent: bool = False  # the connection stays open, and nothing comes

    def bytes(self):
        if self.raw is not None:
            return self.raw
        head = [f"HTTP/1.1 {self.status} Said"]
        headers = {"Content-Length": str(len(self.body)), **self.headers}
        head += [f"{name}: {value}" for name, value in headers.items() if value is not None]
        body = self.body if self.cut_after is None else self.body[: self.cut_after]
        return "\r\n".join(head).encode("latin-1") + b"\r\n\r\n" + body


@contextlib.contextmanager
def pages(answer, tls=None):
    """Its address and what it was asked: (path, headers). `answer` is given a path and headers, and gives a Page."""
    asked, over = [], threading.Event()

    class Handler(socketserver.BaseRequestHandler):
        def handle(self):
            with contextlib.suppress(OSError, ValueError, IndexError):
                connection = tls.wrap_socket(self.request, server_side=True) if tls else self.request
                taken = b""
                while b"\r\n\r\n" not in taken:
                    some = connection.recv(65536)
                    if not some:
                        return
                    taken += some
                    if taken[0] == 0x16:  # TLS, where none is spoken
                        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                        return
                first, *rest = taken.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
                headers = {line.split(":", 1)[0].lower(): line.split(":", 1)[1].strip() for line in rest}
                path = first.split(" ")[1]
                asked.append((path, headers))
                page = answer(path, headers)
                page = page if isinstance(page, Page) else Page(page)
                if page.silent:
                    over.wait(60)
                    return
                connection.sendall(page.bytes())
                if tls:
                    connection.close()

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address, daemon_threads, request_queue_size = True, True, 64

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    scheme = "https" if tls else "http"
    try:
        yield f"{scheme}://127.0.0.1:{server.server_address[1]}", asked
    finally:
        over.set()
        server.shutdown()
        thread.join()
        server.server_close()


@contextlib.contextmanager
def socks(lead_to):
    """A SOCKS5 proxy that leads everywhere to one port of this machine: its address, and whom it was asked for."""
    asked = []

    class Handler(socketserver.BaseRequestHandler):
        def handle(self):
            with contextlib.suppress(OSError):
                self.request.recv(3)
                self.request.sendall(b"\x05\x00")
                head = self.request.recv(5)
                name = self.request.recv(head[4])
                port = int.from_bytes(self.request.recv(2), "big")
                asked.append((name.decode(), port))
                with socket.create_connection(("127.0.0.1", lead_to)) as onward:
                    self.request.sendall(b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00")
                    onward.sendall(self.request.recv(65536))
                    while some := onward.recv(65536):
                        self.request.sendall(some)

    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"socks5h://127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()

"""The board on loopback: one page, from memory, for whoever holds its address."""

import http.client
import socket
import threading
import time
from urllib.parse import urlsplit

import pytest

from vigil.web.board_server import BoardServer, serve_board

PAGE = "<!doctype html><title>نورس</title>"


@pytest.fixture
def server():
    stop = threading.Event()
    with BoardServer(PAGE) as running:
        thread = threading.Thread(target=running.serve, kwargs={"idle_s": 60, "stop": stop})
        thread.start()
        yield running
        stop.set()
        thread.join()


def ask(server, path=None, *, method="GET", host=None, body=None):
    """A real request; its answer with the body read."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=5)
    headers = {} if host is None else {"Host": host}
    connection.request(method, path or server.path, body=body, headers=headers)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer, text


def test_the_page_is_at_its_address(server):
    """What was rendered is what arrives, byte for byte."""
    answer, text = ask(server)
    assert answer.status == 200
    assert text == PAGE
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


def test_it_listens_on_loopback_only(server):
    """Nobody on the network can even connect."""
    assert server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize("path", ["/", "/favicon.ico", "/x/", "/../etc/passwd", "//", "/%00", "/" + "a" * 43 + "/"])
def test_every_other_address_is_refused_with_nothing_said(server, path):
    """Without the token there is nothing here, and the answer repeats nothing of the question."""
    answer, text = ask(server, path)
    assert (answer.status, text) == (404, "404\n")


def test_the_token_cannot_be_guessed():
    """256 bits of it, and a new one each time."""
    with BoardServer(PAGE) as one, BoardServer(PAGE) as other:
        assert one.path != other.path
        assert len(one.path) >= 43


def test_part_of_the_address_is_not_enough(server):
    """Neither the token without its end nor with a query is the address."""
    for path in (server.path[:-1], server.path + "x", server.path + "?x=1", server.path.upper()):
        assert ask(server, path)[0].status == 404


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "", "localhost"])
def test_a_name_turned_to_this_machine_is_refused(server, host):
    """DNS rebinding: a page that reaches us under its own name gets nothing, even with the right path."""
    answer, text = ask(server, host=host.format(port=server.server_address[1]))
    assert (answer.status, text) == (421, "421\n")


def test_two_host_headers_are_refused(server):
    """What two readers could read differently is not read at all."""
    port = server.server_address[1]
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        lines = [f"GET {server.path} HTTP/1.1", f"Host: 127.0.0.1:{port}", "Host: evil.example", "", ""]
        connection.sendall("\r\n".join(lines).encode())
        assert connection.recv(4096).startswith(b"HTTP/1.1 421")


def test_localhost_is_this_machine_too(server):
    """The name people type works."""
    assert ask(server, host=f"localhost:{server.server_address[1]}")[0].status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"])
def test_there_is_nothing_to_write_to(server, method):
    """Reads never write, and nothing but reads is answered."""
    answer, text = ask(server, method=method)
    assert answer.status == 501
    assert answer.headers["Allow"] == "GET, HEAD"
    assert text == "501\n"


@pytest.mark.parametrize("path", [None, "/"])
def test_every_answer_forbids_keeping_framing_and_running(server, path):
    """Also a refusal carries the headers: nothing is cached, framed, sniffed or sent on."""
    headers = ask(server, path)[0].headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Server"] == "vigil"
    assert "Access-Control-Allow-Origin" not in headers


def test_head_gives_headers_alone(server):
    """HEAD is GET without the page."""
    answer, text = ask(server, method="HEAD")
    assert answer.status == 200
    assert int(answer.headers["Content-Length"]) == len(PAGE.encode())
    assert text == ""


def test_nothing_is_logged_or_written(server, capfd, tmp_path, monkeypatch):
    """The address is a secret: neither the terminal nor the disk learns it."""
    monkeypatch.chdir(tmp_path)
    ask(server)
    ask(server, "/wrong")
    with socket.create_connection(("127.0.0.1", server.server_address[1]), timeout=5) as connection:
        connection.sendall(b"\x16\x03\x01 not http at all\r\n\r\n")
        connection.recv(4096)
    assert capfd.readouterr() == ("", "")
    assert list(tmp_path.iterdir()) == []


def test_one_who_says_nothing_does_not_keep_others_waiting(server):
    """A connection left open does not block the page."""
    with socket.create_connection(("127.0.0.1", server.server_address[1])):
        assert ask(server)[0].status == 200


def test_it_ends_when_nobody_asks():
    """A board forgotten on a screen is not served all night."""
    began_s = time.monotonic()
    serve_board(PAGE, announce=lambda *_: None, open_page=lambda _: False, idle_s=0.3)
    assert time.monotonic() - began_s < 5


def test_it_ends_on_ctrl_c_and_gives_its_port_back():
    """Ctrl-C is the way out, without a traceback."""
    said = []

    class Interrupting(threading.Event):
        def is_set(self):
            raise KeyboardInterrupt

    serve_board(PAGE, announce=lambda *a: said.append(a), open_page=lambda _: False, stop=Interrupting())
    port = urlsplit(said[0][0]).port
    with socket.socket() as again, pytest.raises(ConnectionRefusedError):
        again.connect(("127.0.0.1", port))


@pytest.mark.parametrize("opens", [True, False])
def test_the_address_is_announced_and_whether_a_browser_was_opened(opens):
    """Where there is no browser, whoever runs the command can still open the page."""
    said, tried = [], []
    stop = threading.Event()
    stop.set()
    serve_board(PAGE, announce=lambda *a: said.append(a), open_page=lambda url: tried.append(url) or opens, stop=stop)
    ((url, opened),) = said
    assert opened is opens
    assert tried == [url]
    assert url.startswith("http://127.0.0.1:")


def test_without_a_desktop_no_browser_takes_over_the_terminal(monkeypatch):
    """Over ssh the address is printed; no text browser starts in the terminal."""
    from vigil.web import board_server

    monkeypatch.setattr(board_server.sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(board_server.webbrowser, "open", lambda _: pytest.fail("a browser was started"))
    assert board_server.open_in_browser("http://127.0.0.1:1/x/") is False

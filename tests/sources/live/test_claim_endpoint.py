"""An endpoint asked for claims, against a stand-in on loopback."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from vigil.model.claim import Document
from vigil.model.errors import InvalidInput, Unavailable
from vigil.sources.live.asking import Patience
from vigil.sources.live.claim_endpoint import ClaimEndpoint

QUICK = Patience(attempts=1, answer_within_s=5.0, trust_system=False)
TEXT = "Twelve people were killed in Douma."


class Standing:
    """What it was asked, and what it answers."""

    def __init__(self):
        self.asked, self.status = [], 200
        self.content = '{"claims": [{"event": "killing", "event_words": "killed", "count_words": "Twelve"}]}'


@pytest.fixture
def stand_in():
    standing = Standing()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            standing.asked.append((self.path, json.loads(body), self.headers.get("Authorization")))
            answer = json.dumps({"choices": [{"message": {"content": standing.content}}]}).encode()
            self.send_response(standing.status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    standing.address = f"http://127.0.0.1:{server.server_port}/v1"
    yield standing
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_answer_is_held_against_the_text(stand_in):
    """Only the text is sent, with the key that was given; the finding names the model."""
    read = ClaimEndpoint(stand_in.address, "some-model", key="k", patience=QUICK)
    reading = read(Document(id="secret-name", text=TEXT, source="w-001"))
    assert [each.count.low for each in reading.claims] == [12]
    assert "some-model" in reading.reader
    ((path, question, key),) = stand_in.asked
    assert (path, key) == ("/v1/chat/completions", "Bearer k")
    assert question["messages"][1]["content"] == TEXT
    assert "secret-name" not in json.dumps(question)
    assert "w-001" not in json.dumps(question)


def test_what_is_no_answer_is_unavailable(stand_in):
    """Never an empty reading."""
    read = ClaimEndpoint(stand_in.address, "m", patience=QUICK)
    for content in ("I cannot help with that.", "[]", ""):
        stand_in.content = content
        with pytest.raises(Unavailable, match="no list of claims"):
            read(Document(id="a", text=TEXT))
    stand_in.status = 401
    with pytest.raises(Unavailable, match="401"):
        read(Document(id="a", text=TEXT))


def test_an_invented_slot_is_refused_and_counted(stand_in):
    """The figure is what our own reader of numbers makes of the words."""
    stand_in.content = '```json\n{"claims": [{"event": "killing", "event_words": "killed", "count_words": "82"}]}\n```'
    read = ClaimEndpoint(stand_in.address, "m", patience=QUICK)
    (claim,) = read(Document(id="a", text=TEXT)).claims
    assert claim.count is None
    assert read.n_refused == 1


def test_where_it_may_be_is_as_for_every_service():
    """Encrypted, or on this machine; and the model has a name."""
    with pytest.raises(InvalidInput):
        ClaimEndpoint("http://models.example.org/v1", "m")
    with pytest.raises(InvalidInput, match="--model"):
        ClaimEndpoint("https://models.example.org/v1", " ")
    with pytest.raises(InvalidInput, match="in parts"):
        ClaimEndpoint("https://models.example.org/v1", "m")(Document(id="a", text="a" * 70_000))

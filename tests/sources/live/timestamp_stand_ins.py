"""A timestamp authority and an OpenTimestamps calendar on loopback, which misbehave on demand.

The authority is `openssl ts -reply` behind HTTP as RFC 3161 has it in 3.4, under a root made for the test. The calendar
answers in the real format, built through the library, as opentimestamps-server does (otsserver/rpc.py): POST /digest,
GET /timestamp/<hex>, 404 while no block is there.
"""

import contextlib
import hashlib
import shutil
import subprocess
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from opentimestamps.core.notary import BitcoinBlockHeaderAttestation, PendingAttestation
from opentimestamps.core.op import OpAppend, OpPrepend, OpSHA256
from opentimestamps.core.serialize import BytesSerializationContext
from opentimestamps.core.timestamp import Timestamp
from rfc3161_client import _rust

from vigil.sources.live.asking import Patience

HASTY = Patience(trust_system=False, attempts=2, first_wait_s=0.01, longest_retry_after_s=1, answer_within_s=60)

CONFIG = """
[tsa]
serial = serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
"""
BLOCK = 700_000
TSA_INFO = "1.2.840.113549.1.9.16.1.4"


@contextlib.contextmanager
def serving(answer):
    """Its address and what it was asked. `answer` is given method, path, headers and body."""
    seen = []

    class Handler(BaseHTTPRequestHandler):
        def _answer(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            seen.append((self.command, self.path, body))
            status, headers, said = answer(self.command, self.path, self.headers, body)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            with contextlib.suppress(ConnectionError):
                self.wfile.write(said)

        do_GET = _answer  # noqa: N815 - the library's own spelling
        do_POST = _answer  # noqa: N815

        def log_message(self, *words):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", seen
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Authority:
    """A timestamp authority with a root of its own."""

    def __init__(self, folder, name="made up", *, ended=False, deep=False):
        if shutil.which("openssl") is None:
            pytest.skip("timestamps were NOT tried against `openssl ts`: it is not here")
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        now = datetime.now(UTC)
        begin, end = (now - timedelta(days=60), now + timedelta(days=30))
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.root = _certificate(f"Root {name}", self.key, f"Root {name}", self.key, (begin, end), ca=True)
        validity = (begin, now - timedelta(days=1)) if ended else (begin, end)
        leaf_key = rsa.generate_private_key(65537, 3072) if deep else ec.generate_private_key(ec.SECP256R1())
        issuer, issuer_key, config = f"Root {name}", self.key, CONFIG
        if deep:  # as public authorities are: the token brings a certificate between its own and the root
            issuer, issuer_key, root_key = f"Between {name}", ec.generate_private_key(ec.SECP384R1()), issuer_key
            between = _certificate(issuer, issuer_key, f"Root {name}", root_key, (begin, end), ca=True)
            (folder / "between.pem").write_bytes(between.public_bytes(Encoding.PEM))
            config += "certs = between.pem\nclock_precision_digits = 3\ntsa_name = yes\ness_cert_id_chain = yes\n"
        self.leaf = _certificate(f"TSA {name}", leaf_key, issuer, issuer_key, validity)
        self.pem = self.root.public_bytes(Encoding.PEM)
        (folder / "ca.pem").write_bytes(self.pem)
        (folder / "tsa.pem").write_bytes(self.leaf.public_bytes(Encoding.PEM))
        _write_key(folder / "tsa.key", leaf_key)
        (folder / "ts.cnf").write_text(config)
        (folder / "serial").write_text("01\n")
        self._lock = threading.Lock()

    def reply(self, query: bytes) -> bytes:
        """What `openssl ts -reply` answers."""
        with self._lock:
            (self.folder / "query").write_bytes(query)
            words = "openssl ts -reply -config ts.cnf -section tsa -queryfile query -signer tsa.pem -inkey tsa.key"
            subprocess.run([*words.split(), "-out", "reply"], cwd=self.folder, check=True, capture_output=True)
            return (self.folder / "reply").read_bytes()

    def for_another_purpose(self, query: bytes) -> bytes:
        """A token that is whole but for its certificate, which is a web server's."""
        self._certify_web_server()
        return self._signed_anew(query, "-cades -signer web.pem -inkey web.key")

    def without_its_certificate_s_digest(self, query: bytes) -> bytes:
        """A token that is whole but for the digest of its certificate, which RFC 5816 asks for."""
        return self._signed_anew(query, "-signer tsa.pem -inkey tsa.key")

    def _certify_web_server(self):
        now = datetime.now(UTC)
        key = ec.generate_private_key(ec.SECP256R1())
        validity = (now - timedelta(days=60), now + timedelta(days=30))
        issuer = self.root.subject.rfc4514_string().removeprefix("CN=")
        leaf = _certificate("A web server", key, issuer, self.key, validity, use=x509.ExtendedKeyUsageOID.SERVER_AUTH)
        (self.folder / "web.pem").write_bytes(leaf.public_bytes(Encoding.PEM))
        _write_key(self.folder / "web.key", key)

    def _signed_anew(self, query, signer):
        reply = self.reply(query)
        with self._lock:
            (self.folder / "reply").write_bytes(reply)
            token = "openssl ts -reply -in reply -token_out -out token"
            info = "openssl cms -verify -noverify -inform DER -in token -binary -out info"
            sign = f"openssl cms -sign -binary -nodetach -md sha256 -econtent_type {TSA_INFO} -in info"
            sign += f" {signer} -outform DER -out signed"
            for words in (token, info, sign):
                subprocess.run(words.split(), cwd=self.folder, check=True, capture_output=True)
            signed = (self.folder / "signed").read_bytes()
        body = b"\x30\x03\x02\x01\x00" + signed
        return b"\x30\x82" + len(body).to_bytes(2, "big") + body

    def answer(self, method, path, headers, body):
        """Behave."""
        if headers.get("Content-Type") != "application/timestamp-query" or method != "POST":
            return 415, {}, b""
        return 200, {"Content-Type": "application/timestamp-reply"}, self.reply(body)

    def misbehaving(self, how):
        """An answer of some wrong kind."""

        def answer(method, path, headers, body):
            reply = {"Content-Type": "application/timestamp-reply"}
            digest = _rust.parse_timestamp_request(body).message_imprint.message
            match how:
                case "other nonce":  # the request ends in its number, and three bytes that ask for certificates
                    return 200, reply, self.reply(body[:-4] + bytes([body[-4] ^ 1]) + body[-3:])
                case "no nonce":
                    query = f"openssl ts -query -digest {digest.hex()} -sha256 -no_nonce -cert".split()
                    asked = subprocess.run(query, check=True, capture_output=True).stdout
                    return 200, reply, self.reply(asked)
                case "other imprint":
                    return 200, reply, self.reply(body.replace(digest, hashlib.sha256(b"other").digest()))
                case "rejection":
                    return 200, reply, self.reply(body[:20])
                case "another purpose":
                    return 200, reply, self.for_another_purpose(body)
                case "unnamed certificate":
                    return 200, reply, self.without_its_certificate_s_digest(body)
                case "web page":
                    return 200, {"Content-Type": "text/html"}, b"<!doctype html><p>Log in to the hotel's network"
                case "10 MB":
                    return 200, reply, b"\x30" * 10_000_000
                case "truncated":
                    return 200, reply, self.reply(body)[:-7]
                case "nothing":
                    return 200, reply, b""
                case "redirect":
                    return 302, {"Location": "http://127.0.0.1:1/"}, b""
                case _:
                    return int(how), {}, b""

        return answer


class Calendar:
    """An OpenTimestamps calendar. Until `mined`, it only promises."""

    def __init__(self, address=None):
        self.address = address  # what its promises say it is; None: as it was asked
        self.mined = False
        self.roots = []

    def answer(self, method, path, headers, body):
        """Behave."""
        if (method, path) == ("POST", "/digest"):
            whole = Timestamp(body)
            last = whole.ops.add(OpAppend(b"calendar")).ops.add(OpSHA256())
            last.attestations.add(PendingAttestation(self.address or f"http://{headers['Host']}"))
            return 200, {"Content-Type": "application/octet-stream"}, serialized(whole)
        if not path.startswith("/timestamp/") or not self.mined:
            return 404, {}, b"Pending confirmation in Bitcoin blockchain"
        whole = Timestamp(bytes.fromhex(path.rpartition("/")[2]))
        last = whole.ops.add(OpPrepend(b"tree")).ops.add(OpSHA256()).ops.add(OpSHA256())
        last.attestations.add(BitcoinBlockHeaderAttestation(BLOCK))
        self.roots.append(last.msg)
        return 200, {}, serialized(whole)

    def header(self, at: datetime) -> bytes:
        """A block's header with the newest root."""
        return b"\x01" * 36 + self.roots[-1] + int(at.timestamp()).to_bytes(4, "little") + b"\x02" * 8


def serialized(whole: Timestamp) -> bytes:
    """As a calendar writes it."""
    context = BytesSerializationContext()
    whole.serialize(context)
    return context.getbytes()


def openssl_verifies(folder, *words: str) -> bool:
    """Whether `openssl ts -verify` accepts it."""
    done = subprocess.run(["openssl", "ts", "-verify", *words], cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode == 0 and "Verification: OK" in done.stdout


def _certificate(name, key, issuer, issuer_key, validity, *, ca=False, use=x509.ExtendedKeyUsageOID.TIME_STAMPING):
    said = [x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, each)]) for each in (name, issuer)]
    made = x509.CertificateBuilder(said[1], said[0], key.public_key(), x509.random_serial_number(), *validity)
    made = made.add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    others = "content_commitment key_encipherment data_encipherment key_agreement encipher_only decipher_only"
    used = dict.fromkeys(others.split(), False)
    signs = x509.KeyUsage(digital_signature=not ca, key_cert_sign=ca, crl_sign=ca, **used)
    made = made.add_extension(signs, critical=True)
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    made = made.add_extension(identifier, critical=False)
    of_issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key())
    made = made.add_extension(of_issuer, critical=False)
    if not ca:
        made = made.add_extension(x509.ExtendedKeyUsage([use]), critical=True)
    return made.sign(issuer_key, hashes.SHA256())


def _write_key(path, key):
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))

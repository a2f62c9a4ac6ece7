"""The client against real sockets: what TLS, cuts and addresses do to it."""

from __future__ import annotations

import datetime as dt
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.x509.oid import NameOID

from fieldapp.contract.messages import Question
from fieldapp.errors import OfflineError, ProtocolError
from fieldapp.sync.client import Client

KEY = Ed25519PrivateKey.generate().public_key()
QUESTION = Question(device="laptop-1", exchange=UUID(int=7))
OURS = b"HTTP/1.1 200 OK\r\nContent-Type: application/vnd.fieldapp.exchange\r\nFieldapp-Exchange: " + bytes(
    str(UUID(int=7)), "ascii"
)


@contextmanager
def server(reply: bytes, context: ssl.SSLContext | None = None) -> Iterator[int]:
    """A server that reads one request and says ``reply``, whatever was asked."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        try:
            plain, _ = listener.accept()
            with context.wrap_socket(plain, server_side=True) if context else plain as line:
                line.recv(65536)
                line.sendall(reply)
        except OSError:
            return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        listener.close()
        thread.join(5)


def code(url: str) -> str:
    with pytest.raises((OfflineError, ProtocolError)) as failed:
        Client(url, "token", KEY).exchange(QUESTION)
    return failed.value.code


@pytest.mark.parametrize("url", ["http://pusat.example", "ftp://pusat.example", "pusat.example", ""])
def test_only_https_is_spoken_beyond_this_laptop(url: str) -> None:
    with pytest.raises(ProtocolError, match="insecure"):
        Client(url, "token", KEY)


@pytest.mark.parametrize("url", ["https://pusat.example", "http://127.0.0.1:1", "http://localhost:1", "http://[::1]:1"])
def test_https_and_this_laptop_itself_are_spoken_to(url: str) -> None:
    Client(url, "token", KEY)


def test_nobody_listening_is_offline() -> None:
    assert code("http://127.0.0.1:9") == "sync.offline"
    assert not Client("http://127.0.0.1:9", "token", KEY).reachable()


@pytest.mark.parametrize(
    "reply",
    [b"", b"HTTP/1.1 200 OK\r\nContent-Le", OURS + b"\r\nContent-Length: 900\r\n\r\nFA1", b"HTTP/1.1 200 OK\r\n\r\n"],
)
def test_a_line_that_breaks_is_a_cut(reply: bytes) -> None:
    with server(reply) as port:
        assert code(f"http://127.0.0.1:{port}") == "sync.cut"


def test_a_chunked_body_that_breaks_is_a_cut() -> None:
    with server(OURS + b"\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nFA1") as port:
        assert code(f"http://127.0.0.1:{port}") == "sync.cut"


def test_a_body_without_length_that_ends_early_is_not_an_answer() -> None:
    with server(OURS + b"\r\n\r\nFA1 and a bit") as port:
        assert code(f"http://127.0.0.1:{port}").startswith("wire.")


def test_a_certificate_that_the_system_does_not_know_asks_about_the_clock(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_certificate(tmp_path))
    with server(b"HTTP/1.1 200 OK\r\n\r\n", context) as port:
        assert code(f"https://127.0.0.1:{port}") == "sync.certificate"
    with server(b"HTTP/1.1 200 OK\r\n\r\n", context) as port:
        assert code(f"https://localhost:{port}") == "sync.certificate"


def test_a_redirect_is_not_followed() -> None:
    with server(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n") as port:
        assert code(f"http://127.0.0.1:{port}") == "sync.not_the_centre"


def _certificate(directory: Path) -> Path:
    """A certificate for this machine that nobody has signed but itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = directory / "centre.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + signed.public_bytes(serialization.Encoding.PEM))
    return path

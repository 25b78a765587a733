"""A real push service on this machine: it takes what is meant for its browsers, and they can read it."""

import json
import ssl
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Thread
from typing import Any

import http_ece
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.accounts.models import LoginSession, User
from app.core import clock, tokens
from app.core.db import db
from app.notifications.models import PushDevice
from app.notifications.push import Subscription

SECRET = b"only-we-two-know"


@dataclass
class Arrived:
    """A request as the service got it."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class PushService:
    """``status`` is what it answers; its browsers have a key each."""

    host: str
    status: int = 201
    got: list[Arrived] = field(default_factory=list)
    keys: dict[str, ec.EllipticCurvePrivateKey] = field(default_factory=dict)

    def a_browser(self, name: str = "phone") -> Subscription:
        """Return what a browser of this service tells about itself."""
        key = self.keys.setdefault(name, ec.generate_private_key(ec.SECP256R1()))
        form = serialization.PublicFormat.UncompressedPoint
        point = key.public_key().public_bytes(serialization.Encoding.X962, form)
        return Subscription(f"https://{self.host}/{name}", _text(point), _text(SECRET))

    def a_device(self, person: User, name: str = "phone") -> PushDevice:
        """Return a device on which a person is signed in and gets notifications."""
        session = LoginSession(
            fingerprint=tokens.fingerprint(f"{person.id} {name}"),
            user_id=person.id,
            device="Firefox, Android",
            expires_at=clock.now() + timedelta(days=1),
        )
        told = self.a_browser(name)
        device = PushDevice(
            session=session,
            address=told.address,
            public_key=told.public_key,
            secret=told.secret,
        )
        db.session.add(device)
        db.session.flush()
        return device

    def shown(self) -> list[dict[str, str]]:
        """Return what the browsers read, in the order of arrival."""
        return [json.loads(self._read(arrived)) for arrived in self.got]

    def _read(self, arrived: Arrived) -> bytes:
        key = self.keys[arrived.path.removeprefix("/")]
        text: bytes = http_ece.decrypt(
            arrived.body, private_key=key, auth_secret=SECRET, version="aes128gcm"
        )
        return text


@contextmanager
def a_push_service(folder: Path) -> Iterator[PushService]:
    """Run a push service; its certificate is ``cert.pem`` in ``folder``."""
    running = PushService("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            running.got.append(Arrived(self.path, headers, body))
            self.send_response(running.status)
            self.send_header("Location", f"https://{running.host}/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_POST  # noqa: N815 -- a redirect that is followed would come so

        def log_message(self, *words: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.host = f"127.0.0.1:{server.server_port}"
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(_certificate(folder))
    server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield running
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _certificate(folder: Path) -> Path:
    key, now = ec.generate_private_key(ec.SECP256R1()), clock.now()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "push service")])
    ours = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(ours, critical=False)
        .sign(key, hashes.SHA256())
    )
    encoding, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    secret = key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, plain)
    path = folder / "cert.pem"
    path.write_bytes(secret + certificate.public_bytes(encoding))
    return path


def _text(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()

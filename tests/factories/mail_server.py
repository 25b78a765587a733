"""A real mail server on this machine, that keeps what it gets."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session


@dataclass
class MailServer:
    """``nobody@`` does not exist here, the mailbox of ``full@`` is full."""

    url: str
    got: list[Envelope] = field(default_factory=list)
    passwords: list[tuple[str, str]] = field(default_factory=list)
    meanwhile: Callable[[], object] = bool  # what happens before it says that all is well

    @property
    def messages(self) -> list[EmailMessage]:
        """What arrived, in the order of arrival."""
        return [
            message_from_bytes(envelope.content, policy=policy.default) for envelope in self.got
        ]

    async def handle_RCPT(  # noqa: N802 -- the name aiosmtpd calls
        self, server: SMTP, session: Session, envelope: Envelope, name: str, options: list[str]
    ) -> str:
        if name.startswith("nobody@"):
            return "550 no such mailbox"
        if name.startswith("full@"):
            return "452 mailbox full"
        envelope.rcpt_tos.append(name)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 -- the name aiosmtpd calls
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        self.meanwhile()
        self.got.append(envelope)
        return "250 OK"


@contextmanager
def a_mail_server(certificate: Path | None = None, *, scheme: str = "smtp") -> Iterator[MailServer]:
    """Run a mail server; with a ``certificate`` it speaks TLS and asks for a password."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = MailServer(f"{scheme}://127.0.0.1:{port}")
    controller = Controller(server, hostname="127.0.0.1", port=port, **_secure(server, certificate))
    controller.start()
    try:
        yield server
    finally:
        controller.stop()


def _secure(server: MailServer, certificate: Path | None) -> dict[str, Any]:
    if certificate is None:
        return {}

    def note(
        _smtp: SMTP, _session: Session, _envelope: Envelope, _way: str, told: Any
    ) -> AuthResult:
        server.passwords.append((told.login.decode(), told.password.decode()))
        return AuthResult(success=True)

    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(certificate, certificate.with_name("key.pem"))
    if server.url.startswith("smtps"):
        return {"ssl_context": tls, "authenticator": note, "auth_require_tls": False}
    return {"tls_context": tls, "require_starttls": True, "authenticator": note}


def part(message: EmailMessage, kind: str) -> str:
    """Return what a mail says as ``plain`` text or as a page (``html``)."""
    body = message.get_body((kind,))
    assert body is not None
    return "\n".join(body.get_content().splitlines())

"""Devices with passkeys, as a telephone is one: they answer what a page asks of them."""

import hashlib
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from flask.testing import FlaskClient
from webauthn.helpers import bytes_to_base64url, encode_cbor
from werkzeug.test import TestResponse

from app.accounts.models import User
from app.accounts.passkey_models import Passkey
from app.core.db import db

HOST = "aanzet.example"
ORIGIN = f"https://{HOST}"
DOOR, ASKS, OWN, ASKS_NEW = (
    *("/inloggen/passkey", "/inloggen/passkey/vraag"),
    *("/mijn/passkeys", "/mijn/passkeys/vraag"),
)
PRESENT, VERIFIED, BACKED_UP, NEW = 0x01, 0x04, 0x18, 0x40  # flags of the answer of a device


@dataclass
class Device:
    """A device with one passkey; what it says can be made wrong."""

    secret: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    credential: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    handle: str | None = None
    count: int = 0
    flags: int = PRESENT | VERIFIED
    form: str = "none"  # in which it tells its make
    host: str = HOST
    origin: str = ORIGIN

    def makes(self, question: dict[str, Any], **wrong: Any) -> str:
        """Return the answer to ``navigator.credentials.create``; ``wrong`` changes what it says."""
        self.handle = question["user"]["id"]
        says = self._says("webauthn.create", question, wrong)
        size = len(self.credential).to_bytes(2, "big")
        made = b"".join([bytes(16), size, self.credential, encode_cbor(self._public_key())])
        about = self._about(self.flags | NEW) + made
        whole = encode_cbor({"fmt": self.form, "attStmt": {}, "authData": about})
        response = {
            "clientDataJSON": bytes_to_base64url(says),
            "attestationObject": bytes_to_base64url(whole),
            "transports": ["internal"],
        }
        return self._answer(response)

    def shows(self, question: dict[str, Any], **wrong: Any) -> str:
        """Return the answer to ``navigator.credentials.get``; ``wrong`` changes what it says."""
        says, about = self._says("webauthn.get", question, wrong), self._about(self.flags)
        signed = about + hashlib.sha256(says).digest()
        response = {
            "clientDataJSON": bytes_to_base64url(says),
            "authenticatorData": bytes_to_base64url(about),
            "signature": bytes_to_base64url(self.secret.sign(signed, ec.ECDSA(SHA256()))),
            "userHandle": self.handle,
        }
        return self._answer(response)

    def copied(self, **changes: Any) -> "Device":
        """Return a device with the same passkey."""
        return replace(self, **changes)

    def _says(self, kind: str, question: dict[str, Any], wrong: dict[str, Any]) -> bytes:
        says = {"type": kind, "challenge": question["challenge"], "origin": self.origin}
        return json.dumps(says | wrong).encode()

    def _about(self, flags: int) -> bytes:
        host = hashlib.sha256(self.host.encode()).digest()
        return b"".join([host, bytes([flags]), self.count.to_bytes(4, "big")])

    def _public_key(self) -> dict[int, object]:
        point = self.secret.public_key().public_numbers()
        x, y = (number.to_bytes(32, "big") for number in (point.x, point.y))
        return {1: 2, 3: -7, -1: 1, -2: x, -3: y}  # EC2, ES256, P-256

    def _answer(self, response: dict[str, Any]) -> str:
        number = bytes_to_base64url(self.credential)
        return json.dumps(
            {"id": number, "rawId": number, "type": "public-key", "response": response}
        )


def a_passkey(person: User, *, name: str = "Telefoon", device: Device | None = None) -> Device:
    """Give ``person`` a passkey on a device, which is returned."""
    device = device or Device()
    device.handle = bytes_to_base64url(hashlib.sha256(f"passkeys of {person.id}".encode()).digest())
    db.session.add(
        Passkey(
            user_id=person.id,
            credential_id=bytes_to_base64url(device.credential),
            public_key=encode_cbor(device._public_key()),
            sign_count=device.count,
            transports="internal",
            name=name,
        )
    )
    db.session.flush()
    return device


def asked(client: FlaskClient, at: str = ASKS) -> dict[str, Any]:
    """Return what the portal asks of this browser."""
    question: dict[str, Any] = client.post(at).get_json()
    return question


def shows(client: FlaskClient, device: Device, *, go_on: str = "", **wrong: Any) -> TestResponse:
    """Let ``device`` sign in in this browser."""
    answer = device.shows(asked(client), **wrong)
    return client.post(DOOR, data={"passkey": answer, "verder": go_on})


def names(passkeys: Iterable[Passkey]) -> list[str]:
    """Return how passkeys are called."""
    return [passkey.name for passkey in passkeys]

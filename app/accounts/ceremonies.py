"""What a browser is asked about passkeys, and whether its answer is right (WebAuthn, by py_webauthn).

Name and address of this portal come from the settings, never from a request.
"""

import hashlib
from collections.abc import Iterable
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

from flask import current_app
from webauthn import (
    base64url_to_bytes,
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import (
    bytes_to_base64url,
    parse_attestation_object,
    parse_authentication_credential_json,
    parse_registration_credential_json,
)
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AttestationFormat,
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from app.accounts.models import User
from app.accounts.passkey_models import LONGEST_ID, Passkey

TIME = 120_000  # milliseconds that a browser gives somebody to find the device
NEEDED = (
    UserVerificationRequirement.REQUIRED
)  # a finger, a face or a PIN: that is the second factor
SAYS_NO_MAKE = {AttestationFormat.NONE, AttestationFormat.PACKED}  # what a browser leaves of it
NOT_RIGHT = (WebAuthnException, ValueError, TypeError, LookupError)


class WrongAnswer(Exception):
    """What a browser sent does not prove anything."""


class Made(NamedTuple):
    """A passkey that a browser just made."""

    credential_id: str
    public_key: bytes
    sign_count: int
    transports: str
    is_backed_up: bool


class Shown(NamedTuple):
    """What a device says with a passkey that is right."""

    sign_count: int
    is_backed_up: bool


def origin() -> str:
    """Return where passkeys of this portal work, ``https://aanzet.example``; nothing when nowhere.

    A browser makes none for an address that is a number.
    """
    known = urlsplit(current_app.config["PUBLIC_URL"])
    try:
        ip_address(known.hostname or "")
    except ValueError:
        return f"{known.scheme}://{known.netloc}" if known.hostname else ""
    return ""


def question_to_make(person: User, challenge: str, *, known: Iterable[Passkey]) -> str:
    """Return as JSON what a browser needs to make a passkey for ``person`` on a device without one."""
    return options_to_json(
        generate_registration_options(
            rp_id=_host(),
            rp_name=current_app.config["PORTAL_NAME"],
            user_id=_handle(person.id),
            user_name=person.email,
            user_display_name=person.name,
            challenge=base64url_to_bytes(challenge),
            timeout=TIME,
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED, user_verification=NEEDED
            ),
            exclude_credentials=_described(known),
        )
    )


def question_to_show(challenge: str, *, known: Iterable[Passkey]) -> str:
    """Return as JSON what a browser needs to show one of ``known``; none of them: whatever it has."""
    return options_to_json(
        generate_authentication_options(
            rp_id=_host(),
            challenge=base64url_to_bytes(challenge),
            timeout=TIME,
            allow_credentials=_described(known),
            user_verification=NEEDED,
        )
    )


def made(answer: str, challenge: str) -> Made:
    """Return the passkey that a browser made. Raises ``WrongAnswer``."""
    try:
        given = parse_registration_credential_json(answer)
        if parse_attestation_object(given.response.attestation_object).fmt not in SAYS_NO_MAKE:
            raise WrongAnswer("the device tells its make, which was not asked")
        new = verify_registration_response(
            credential=given,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=_host(),
            expected_origin=origin(),
            require_user_verification=True,
        )
        credential_id = bytes_to_base64url(new.credential_id)
    except NOT_RIGHT as error:
        raise WrongAnswer(str(error)) from error
    if len(credential_id) > LONGEST_ID:
        raise WrongAnswer("the id of the passkey is too long")
    return Made(
        credential_id=credential_id,
        public_key=new.credential_public_key,
        sign_count=new.sign_count,
        transports=" ".join(sorted({way.value for way in given.response.transports or []})),
        is_backed_up=new.credential_backed_up,
    )


def named(answer: str) -> str:
    """Return which passkey an answer says it is of, as base64url. Raises ``WrongAnswer``."""
    try:
        return bytes_to_base64url(parse_authentication_credential_json(answer).raw_id)
    except NOT_RIGHT as error:
        raise WrongAnswer(str(error)) from error


def shown(answer: str, passkey: Passkey, challenge: str) -> Shown:
    """Return what the device says with the passkey; its count is not looked at. Raises ``WrongAnswer``."""
    try:
        given = parse_authentication_credential_json(answer)
        right = verify_authentication_response(
            credential=given,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=_host(),
            expected_origin=origin(),
            credential_public_key=passkey.public_key,
            credential_current_sign_count=0,
            require_user_verification=True,
        )
    except NOT_RIGHT as error:
        raise WrongAnswer(str(error)) from error
    handle = given.response.user_handle
    if handle is not None and handle != _handle(passkey.user_id):
        raise WrongAnswer("the passkey says that it is of somebody else")
    return Shown(right.new_sign_count, right.credential_backed_up)


def _host() -> str:
    return urlsplit(origin()).hostname or "nowhere"


def _handle(user_id: int) -> bytes:
    """Return how devices know a person of this portal: the same for all passkeys, and no name."""
    return hashlib.sha256(f"passkeys of {user_id}".encode()).digest()


def _described(known: Iterable[Passkey]) -> list[PublicKeyCredentialDescriptor]:
    return [
        PublicKeyCredentialDescriptor(
            id=base64url_to_bytes(one.credential_id),
            transports=[AuthenticatorTransport(way) for way in one.transports.split()],
        )
        for one in known
    ]

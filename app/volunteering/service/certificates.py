"""Certificates of help: made by the volunteer out of noted hours, withdrawn by them or an organiser."""

import secrets

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import record
from app.core import clock
from app.core.db import db
from app.core.errors import OutOfDate
from app.core.permissions import authorize
from app.core.tokens import LETTERS
from app.initiatives.models import Initiative
from app.volunteering import messages, queries, rules
from app.volunteering.models import Certificate
from app.volunteering.service import places

CODE_LENGTH = 12  # 60 bits: nobody guesses one, and a person can type it


def make_certificate(initiative: Initiative, name: str, *, by: User) -> Certificate:
    """Make a certificate about what ``by`` did for ``initiative``, with ``name`` on it.

    Returns the one there is when it would say the same; another one is withdrawn. Raises
    ``OutOfDate`` (409) without noted hours.
    """
    places.lock_person(by)
    helped = queries.helped(by, initiative)
    if helped is None:
        raise OutOfDate(_("Er staan nog geen uren van jou bij dit plan."))
    before = queries.valid_certificate(by, initiative)
    says = {**helped._asdict(), "what": list(helped.what), "name": name}
    if before is not None:
        if all(getattr(before, column) == value for column, value in says.items()):
            return before
        withdraw_certificate(before, by=by)
    certificate = Certificate(
        user_id=by.id, initiative=initiative, code=_new_code(), made_at=clock.now(), **says
    )
    db.session.add(certificate)
    record(by, "certificates.make", certificate)
    return certificate


def withdraw_certificate(certificate: Certificate, *, by: User) -> None:
    """Let a certificate count no more; whose it is hears it from an organiser. Twice is fine."""
    authorize(by, rules.withdraw_certificate, certificate)
    places.lock(certificate)
    if certificate.withdrawn_at is not None:
        return
    certificate.withdrawn_at = clock.now()
    record(by, "certificates.withdraw", certificate)
    if certificate.user_id != by.id:
        messages.tell_certificate_withdrawn(certificate)


def _new_code() -> str:
    return "".join(secrets.choice(LETTERS) for _letter in range(CODE_LENGTH))

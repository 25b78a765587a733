"""A certificate as it is read on paper, and the code on it as people type it."""

import re
from typing import NamedTuple

from flask_babel import gettext as _
from markupsafe import Markup

from app.core.dates import date_words
from app.volunteering import words
from app.volunteering.models import Certificate
from app.web.addresses import whole, written
from app.web.qr import qr_code

NOT_IN_A_CODE = re.compile(r"[^0-9A-Z]")
PART = 4  # letters that are written together


class Paper(NamedTuple):
    """Everything that a certificate says, in words."""

    name: str
    title: str
    what: tuple[str, ...]
    hours: str
    period: str
    said_by: str
    made_on: str
    code: str
    address: str
    picture: Markup  # of the code, for a phone


def paper_of(certificate: Certificate) -> Paper:
    """Return what a certificate says; of a plan that is hidden by now nothing but that it was one."""
    code, plan = grouped(certificate.code), certificate.initiative
    address = whole("volunteering.verify", code=code)
    return Paper(
        name=certificate.name,
        title=certificate.public_title,
        what=tuple(certificate.what) if plan.is_public else (),
        hours=words.hours(certificate.quarters),
        period=_period(certificate),
        said_by=plan.organisation.name if plan.organisation else "",
        made_on=date_words(certificate.made_at),
        code=code,
        address=written("volunteering.verify", code=code),
        picture=qr_code(address, _("QR-code voor %(address)s", address=address)),
    )


def grouped(code: str) -> str:
    """Return ``ABCDEFGHJKLM`` as it stands on paper: ``ABCD-EFGH-JKLM``."""
    return "-".join(code[start : start + PART] for start in range(0, len(code), PART))


def typed(text: str) -> str:
    """Return the code in what somebody typed: capitals, and nothing between them."""
    return NOT_IN_A_CODE.sub("", text.upper())


def _period(certificate: Certificate) -> str:
    first, last = date_words(certificate.first_on), date_words(certificate.last_on)
    if first == last:
        return first
    return str(_("%(first)s tot en met %(last)s", first=first, last=last))

"""What we say about a certificate of help."""

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.core.speech import to_each
from app.notifications.service import tell
from app.volunteering.models import Certificate


@to_each(lambda certificate: [certificate.user])
def tell_certificate_withdrawn(person: User, certificate: Certificate) -> None:
    """An organiser withdrew your certificate."""
    tell(
        person,
        _("Je bewijs is ingetrokken: %(title)s", title=certificate.public_title),
        _(
            "De organisatoren van “%(title)s” hebben je bewijs van hulp ingetrokken. "
            "Het geldt niet meer. Vraag hun waarom.",
            title=certificate.public_title,
        ),
        link=url_for("volunteering.certificate", certificate_id=certificate.id),
        link_label=_("Bekijk het bewijs"),
        why=_("Je krijgt deze mail omdat je dit bewijs maakte."),
    )

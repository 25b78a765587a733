"""What people read in a mail about their passkeys: in case it was somebody else."""

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.accounts.signals import mail_wanted
from app.core.speech import speaking


def tell_about_passkey(person: User, name: str) -> None:
    """Tell ``person`` that a passkey was made."""
    with speaking(person.language):
        _send(
            person,
            _("Je hebt een passkey gemaakt"),
            _("Bij je account hoort nu deze passkey: %(name)s. Je kunt ermee inloggen.", name=name),
        )


def tell_about_removal(person: User, name: str) -> None:
    """Tell ``person`` that a passkey was removed."""
    with speaking(person.language):
        _send(
            person,
            _("Je passkey is verwijderd"),
            _(
                "Deze passkey werkt niet meer: %(name)s. Je kunt er niet meer mee inloggen.",
                name=name,
            ),
        )


def warn_of_copy(person: User, name: str) -> None:
    """Tell ``person`` that somebody may have a copy of a passkey."""
    with speaking(person.language):
        _send(
            person,
            _("Misschien is je passkey gekopieerd"),
            _(
                "Iemand wilde bij je inloggen met deze passkey: %(name)s. We hielden dat tegen, want"
                " het lijkt op een kopie. Verwijder deze passkey en maak een nieuwe.",
                name=name,
            ),
        )


def _send(person: User, subject: str, what: str) -> None:
    hello = _("Beste %(name)s,", name=person.name)
    not_you = _("Was jij dit niet? Bel ons dan meteen, en verwijder passkeys die je niet kent.")
    mail_wanted.send(
        email=person.email,
        subject=subject,
        text=f"{hello}\n\n{what}\n\n{not_you}",
        link=url_for("accounts.passkeys"),
        link_label=_("Bekijk je passkeys"),
    )

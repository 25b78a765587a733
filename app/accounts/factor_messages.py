"""What staff read in a mail about how they sign in: in case it was somebody else."""

from flask_babel import gettext as _
from flask_babel import ngettext

from app.accounts.models import User
from app.accounts.signals import mail_wanted
from app.core.speech import speaking


def tell_about_app(person: User) -> None:
    """Tell ``person`` that an app for codes was set up."""
    with speaking(person.language):
        _send(
            person,
            _("Je logt nu in met een code uit een app"),
            _(
                "Je hebt net een app voor codes ingesteld. Op al je andere apparaten ben je uitgelogd."
            ),
        )


def tell_about_new_device(person: User, device: str) -> None:
    """Tell ``person`` that somebody signed in on a kind of device that was not seen before."""
    with speaking(person.language):
        _send(
            person,
            _("Er is ingelogd op een nieuw apparaat"),
            _(
                "Iemand logde net bij je in op een apparaat dat we nog niet kenden: %(device)s.",
                device=device or _("een onbekend apparaat"),
            ),
        )


def tell_about_recovery_code(person: User, left: int) -> None:
    """Tell ``person`` that a recovery code was used, and how many are ``left``."""
    with speaking(person.language):
        _send(
            person,
            _("Er is ingelogd met een herstelcode"),
            ngettext(
                "Iemand logde net bij je in met een herstelcode. Er is nog %(num)s code over.",
                "Iemand logde net bij je in met een herstelcode. Er zijn nog %(num)s codes over.",
                left,
            ),
        )


def tell_about_new_recovery_codes(person: User) -> None:
    """Tell ``person`` that there are new recovery codes."""
    with speaking(person.language):
        _send(
            person,
            _("Je hebt nieuwe herstelcodes"),
            _("Je hebt net nieuwe herstelcodes gemaakt. Je oude codes werken niet meer."),
        )


def tell_about_reset(person: User) -> None:
    """Tell ``person`` that a colleague took the app for codes and the passkeys away."""
    with speaking(person.language):
        _send(
            person,
            _("Je app en je passkeys werken niet meer"),
            _(
                "Een beheerder heeft je app voor codes en je passkeys uitgezet. Je bent overal uitgelogd."
                " Log opnieuw in en stel ze daarna weer in."
            ),
        )


def warn_of_guessing(person: User) -> None:
    """Tell ``person`` that somebody who knows the password gave wrong codes."""
    with speaking(person.language):
        _send(
            person,
            _("Iemand probeert bij je in te loggen"),
            _(
                "Iemand gaf bij je account te vaak een verkeerde code. Inloggen met een code kan een"
                " uur niet. Wie een code mag geven, kent je wachtwoord of leest je mail."
            ),
        )


def _send(person: User, subject: str, what: str) -> None:
    not_you = _("Was jij dit niet? Bel ons dan meteen, en kies een nieuw wachtwoord.")
    hello = _("Beste %(name)s,", name=person.name)
    text = f"{hello}\n\n{what}\n\n{not_you}"
    mail_wanted.send(email=person.email, subject=subject, text=text, link="", link_label="")

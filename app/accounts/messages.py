"""What accounts say in a mail."""

from datetime import date

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import OneTimeLink, Purpose, User
from app.accounts.roles import Role
from app.accounts.signals import last_mail_wanted, mail_wanted
from app.core.dates import date_words
from app.core.speech import speaking


def send_link(link: OneTimeLink, token: str) -> None:
    """Mail the link that opens the door for which it was made."""
    if link.purpose == Purpose.PASSWORD:
        _password_link(link.email, token)
    else:
        _sign_in_link(link.email, token)


def tell_about_new_password(person: User) -> None:
    """Tell ``person`` that the password changed, in case it was somebody else."""
    with speaking(person.language):
        mail_wanted.send(
            email=person.email,
            subject=_("Je wachtwoord is veranderd"),
            text=_(
                "Beste %(name)s,\n\nHet wachtwoord van je account is net veranderd. Je bent op al je"
                " andere apparaten uitgelogd.\n\nHeb jij dit niet gedaan? Neem dan meteen contact met"
                " ons op.",
                name=person.name,
            ),
            link="",
            link_label="",
        )


def tell_about_sign_out(person: User) -> None:
    """Tell ``person`` that an administrator ended all their sessions."""
    with speaking(person.language):
        mail_wanted.send(
            email=person.email,
            subject=_("Je bent overal uitgelogd"),
            text=_(
                "Beste %(name)s,\n\nEen beheerder heeft je uitgelogd op al je apparaten. Wat je typte op een"
                " pagina die nog open staat, blijft daar staan. Je kunt gewoon weer inloggen.\n\nWeet je niet"
                " waarom? Neem dan contact met ons op.",
                name=person.name,
            ),
            link=url_for("accounts.sign_in"),
            link_label=_("Inloggen"),
        )


def tell_about_new_role(person: User, role: Role, where: str) -> None:
    """Tell ``person`` about a role and how to use it."""
    with speaking(person.language):
        mail_wanted.send(
            email=person.email,
            subject=_("Je hebt een nieuwe rol: %(role)s", role=role.label),
            text=_(
                "Beste %(name)s,\n\nJe hebt nu de rol %(role)s (%(where)s). Log opnieuw in om ermee te"
                " werken.\n\nKlopt dit niet? Neem dan contact met ons op.",
                name=person.name,
                role=role.label,
                where=where,
            ),
            link=url_for("accounts.sign_in"),
            link_label=_("Inloggen"),
        )


def warn_of_end(person: User, until: date) -> None:
    """Tell ``person`` that the account goes for want of use, and how to keep it."""
    with speaking(person.language):
        mail_wanted.send(
            email=person.email,
            subject=_("Wil je je account houden?"),
            text=_(
                "Beste %(name)s,\n\nJe bent hier twee jaar niet geweest. Daarom verwijderen we je account"
                " na %(day)s.\n\nWil je het houden? Log dan voor die tijd één keer in. Wil je het niet"
                " houden? Dan hoef je niets te doen.",
                name=person.name,
                day=date_words(until),
            ),
            link=url_for("accounts.sign_in"),
            link_label=_("Inloggen"),
        )


def say_goodbye(email: str, name: str, language: str) -> None:
    """Tell somebody that the account is gone; nothing of this mail is kept."""
    with speaking(language):
        last_mail_wanted.send(
            email=email,
            subject=_("Je account is verwijderd"),
            text=_(
                "Beste %(name)s,\n\nJe account is verwijderd. Je naam en je e-mailadres staan niet meer"
                " op de site. Dit is onze laatste mail aan jou.\n\nHeb jij dit niet gedaan? Neem dan"
                " meteen contact met ons op.",
                name=name,
            ),
        )


def _sign_in_link(email: str, token: str) -> None:
    mail_wanted.send(
        email=email,
        subject=_("Je link om in te loggen"),
        text=_(
            "Met deze link log je in. De link werkt 15 minuten en één keer.\n\nHeb je hier niet"
            " om gevraagd? Dan hoef je niets te doen. Iemand heeft misschien per ongeluk jouw"
            " e-mailadres ingevuld."
        ),
        link=url_for("accounts.enter", token=token),
        link_label=_("Inloggen"),
    )


def _password_link(email: str, token: str) -> None:
    mail_wanted.send(
        email=email,
        subject=_("Kies je wachtwoord"),
        text=_(
            "Met deze link kies je een wachtwoord voor je account. De link werkt 15 minuten en"
            " één keer. Is de link te oud? Dan kun je op de pagina een nieuwe vragen.\n\nHeb je"
            " hier niet om gevraagd? Dan hoef je niets te doen."
        ),
        link=url_for("accounts.choose_password", token=token),
        link_label=_("Kies je wachtwoord"),
    )

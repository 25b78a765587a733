"""Come in with a link from the mail, and see what is new."""

from typing import Protocol

from journeys.steps.phone import Phone


class Mail(Protocol):
    """The mail server of a test."""

    def last_link(self, address: str) -> str: ...


def sign_in(phone: Phone, mailbox: Mail, email: str, *, name: str = "") -> None:
    """Ask for a link and use it; who is new here says their ``name``."""
    phone.go("/inloggen")
    ask_link(phone, email)
    open_link(phone, mailbox, email, name=name)


def ask_link(phone: Phone, email: str) -> None:
    """Ask for a link on the page that asks who you are."""
    phone.answer("Je e-mailadres", email)
    phone.press("Stuur mij een link")
    assert phone.heading == "Kijk in je mail"


def open_link(phone: Phone, mailbox: Mail, email: str, *, name: str = "") -> None:
    """Open the link in the newest mail and go in."""
    phone.go(mailbox.last_link(email))
    if name:
        phone.answer("Hoe heet je?", name)
        phone.tick("Ik ben 16 jaar of ouder")
    phone.press("Maak mijn account" if name else "Log in")


def unread(phone: Phone) -> int:
    """Return the number of new messages that the menu tells."""
    badge = phone.page.locator(".menu__toggle .nl-number-badge")
    return int((badge.text_content() or "").split()[0]) if badge.count() else 0


def new_in_inbox(phone: Phone) -> list[str]:
    """Return the subjects of the messages that were not read yet, the newest first."""
    phone.go("/berichten")
    return phone.all("article.message:has(.tag) h2")

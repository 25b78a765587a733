"""Wil, who helps residents of the north, and plans that Wil writes down for Greet."""

from app.accounts import service as accounts
from app.accounts.models import User
from app.accounts.post import NOWHERE, Address
from app.accounts.roles import Role
from app.areas.models import Area
from app.core.db import db
from app.initiatives import queries, service
from app.initiatives.assisted import AssistedEntry
from app.initiatives.models import Registration
from app.initiatives.service import What, Where, Who
from app.notifications.models import Message
from factories.accounts import a_person
from factories.areas import a_town

AT_HOME = Address("Molenstraat 12", "2611 AB", "Proefstad")
EMAIL = "greet@voorbeeld.example"


def a_worker(name: str = "Wil", area: Area | None = None) -> User:
    """Return a community worker, of the north when no area is said."""
    return a_person(name, role=Role.COMMUNITY_WORKER, area=area or a_town().north)


def a_plan_for_greet(
    by: User, *, email: str = "", where: Address = AT_HOME, title: str = "Bankjes"
) -> tuple[AssistedEntry, Registration]:
    """Return a plan that is written down and that Greet was not asked about; with an address on paper, or e-mail."""
    registration = service.begin_for_resident(by=by)
    greet = Who("Iedereen", name="Greet", email=email, address=NOWHERE if email else where)
    for answers in (
        What(title, "Bankjes in het Molenpark."),
        Where(a_town().mill.id, "Bij de vijver"),
        greet,
    ):
        service.keep_answers(registration, answers, by=by)
    db.session.commit()
    entry = queries.entry_of(registration.initiative_id)
    assert entry is not None
    return entry, registration


def a_plan_that_waits(by: User, *, email: str = "") -> tuple[AssistedEntry, Registration]:
    """Return a plan about which Greet was asked."""
    entry, registration = a_plan_for_greet(by, email=email)
    service.ask_resident(registration, by=by)
    db.session.commit()
    return entry, registration


def secret_in_mail(email: str = EMAIL) -> str:
    """Return the secret in the newest link that was mailed to an address."""
    mail = db.session.query(Message).filter_by(email=email).order_by(Message.id.desc()).first()
    assert mail is not None
    return mail.link.rpartition("/")[2]


def greet_without_e_mail(name: str = "Greet", area: Area | None = None) -> User:
    """Return somebody in the Molenbuurt, or in ``area``, who gets letters."""
    here = area or a_town().mill
    return accounts.person_by_post(name, AT_HOME, neighbourhood_id=here.id)

"""Say that a plan is good without being signed in: a link in the mail confirms it, and signs in."""

from app.accounts import service as accounts
from app.accounts.models import Purpose, User
from app.initiatives import messages, rules
from app.initiatives.models import Initiative
from app.initiatives.queries import Shown
from app.initiatives.service.voices import endorse


def ask_to_endorse(initiative: Shown, email: str, *, go_on: str) -> None:
    """Mail whoever reads ``email`` the link that says that this is a good plan.

    A link that closed is replaced by one to sign in with, which leads to ``go_on``.
    Raises ``Refused`` for what is no address, and after five links in an hour.
    """
    token = accounts.make_link(email, Purpose.SIGN_IN, subject_id=initiative.id, go_on=go_on)
    messages.confirm_endorsement(email, initiative, token)


def endorse_by_mail(initiative: Initiative, token: str, *, name: str = "") -> User:
    """Use the link: return whom it lets in, who has then said that this is a good plan.

    Of who runs the plan nothing is counted; ``name`` is for who is new here.
    Raises like ``accounts.enter``; then the link is not used.
    """
    person, _link = accounts.enter(token, name=name)
    if rules.endorse(person, initiative):
        endorse(initiative, by=person)
    return person

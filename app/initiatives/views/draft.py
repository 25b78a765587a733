"""The draft of this browser: which one it is, and the way from page to page."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.roles import Permission
from app.core.errors import OutOfDate
from app.initiatives import queries, service
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative, Registration
from app.initiatives.queries.words import step_titles
from app.initiatives.service.drafts import Answers

FOR_RESIDENT = "for_resident"  # in the session: the number of the draft that is written for one
IN_SESSION = "draft"  # in the session; it stays when the browser is closed
PAGES = {"wat": "what", "waar": "where", "wie": "who", "nodig": "needed", "controle": "check"}
BACK = "controle"


@dataclass(frozen=True)
class Page:
    """Where in the registration a page is."""

    step: str
    number: int
    total: int
    title: str
    back_url: str
    draft: Registration | None

    @property
    def initiative(self) -> Initiative | None:
        """The plan as far as it is written."""
        return self.draft.initiative if self.draft else None


def current() -> Registration | None:
    """Return the draft that this browser is writing."""
    registration = sent_or_draft()
    is_draft = registration is not None and registration.initiative.state == State.DRAFT
    return registration if is_draft else None


def sent_or_draft() -> Registration | None:
    """Return the draft of this browser, also when it was sent in already; of staff that for a resident first."""
    if FOR_RESIDENT in session:
        return queries.written_for_resident(session[FOR_RESIDENT], current_user)
    return queries.registration_with(session.get(IN_SESSION), current_user)


def remember(secret: str) -> None:
    """Open the draft with ``secret`` from this browser, also after it was closed."""
    session[IN_SESSION] = secret
    session.permanent = True


def write_for_resident(registration: Registration) -> None:
    """Let the pages write in this draft; one's own draft waits until ``stop_writing``."""
    session[FOR_RESIDENT] = registration.id


def stop_writing() -> None:
    """Leave the draft for a resident as it is, and be oneself again."""
    session.pop(FOR_RESIDENT, None)


def page(step: str) -> Page:
    """Return the page of a step: its number, and the way back.

    Raises ``OutOfDate`` (409) when a draft for a resident is opened that went to a colleague, or is gone.
    """
    if request.method == "GET" and _is_lost():
        stop_writing()
        if current_user.may(Permission.ASSIST):
            raise _lost()
    steps = list(PAGES)
    number = steps.index(step) + 1
    if _comes_from_check() and step != BACK:
        back = url_for("initiatives.check")
    elif number == 1:
        back = url_for("initiatives.start")
    else:
        back = url_for(f"initiatives.{PAGES[steps[number - 2]]}")
    return Page(step, number, len(steps), step_titles()[step], back, current())


def keep(page: Page, answers: Answers, kept: Sequence[str]) -> ResponseReturnValue:
    """Keep the answers of a page, and go on: to the next page, or straight back to the check.

    ``kept`` are the kinds of personal data that the writer was warned about and wants to keep.
    Raises ``OutOfDate`` (409) instead of writing in another draft than that of the resident.
    """
    draft = page.draft
    if _is_lost():
        raise _lost()
    if draft is None:
        draft, secret = service.start(by=current_user)
        remember(secret)
    session.modified = True  # the cookie lasts from the last answer on, as the draft does
    service.keep_answers(draft, answers, by=current_user)
    service.insist(draft.initiative, kept, by=current_user)
    return redirect(_next_url(page, draft.initiative), 303)


def first_missing(draft: Registration) -> str | None:
    """Return the first page without the answers it needs; a visitor also says who they are."""
    missing = queries.first_missing(draft.initiative)
    known = draft.says_who if draft.writer_id else current_user.is_authenticated or draft.says_who
    if missing is None and not known:
        return "wie"
    return missing


def way_on(draft: Registration) -> str:
    """Return the address of the first page that was not answered yet; else of the check."""
    missing = first_missing(draft) or ("nodig" if draft.step != "nodig" else BACK)
    return url_for(f"initiatives.{PAGES[missing]}")


def _next_url(page: Page, initiative: Initiative) -> str:
    if _comes_from_check():
        return url_for("initiatives.check")
    if page.step == "waar" and queries.alike_near(initiative):
        return url_for("initiatives.alike")
    return url_for(f"initiatives.{list(PAGES.values())[page.number]}")


def _comes_from_check() -> bool:
    return request.args.get("terug") == BACK


def _is_lost() -> bool:
    return FOR_RESIDENT in session and current() is None


def _lost() -> OutOfDate:
    return OutOfDate(
        _(
            "Je schrijft niet meer aan dit plan. Een collega ging ermee verder, het is gewist, of je bent"
            " uitgelogd. Kijk bij Plannen voor bewoners."
        )
    )

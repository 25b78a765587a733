"""Sending a plan in, and sending it in again after a moderator asked for a change."""

import pytest

from app.accounts.models import Purpose, Visitor
from app.accounts.service import make_link
from app.audit.queries import history
from app.core.db import db
from app.core.errors import NotAllowed, NotFound, OutOfDate, Refused
from app.initiatives import service
from app.initiatives.lifecycle import State, TextState
from app.initiatives.models import Initiative, InitiativeVersion
from app.initiatives.signals import state_changed, waiting_for_review
from app.notifications.models import Message
from factories.accounts import a_person
from factories.initiatives import a_version, an_initiative


def test_a_first_submission_gives_a_reference_a_version_and_a_receipt() -> None:
    initiative = an_initiative(state=State.DRAFT)
    heard: list[dict[str, object]] = []

    def listen(sender: Initiative, **news: object) -> None:
        heard.append({"sender": sender, **news})

    with waiting_for_review.connected_to(listen), state_changed.connected_to(listen):
        service.submit(initiative, by=a_person())

    assert initiative.state == State.SUBMITTED
    assert initiative.reference is not None
    assert initiative.submitted_at is not None
    version = db.session.query(InitiativeVersion).one()
    assert (version.number, version.state) == (1, TextState.WAITING)
    assert version.texts == initiative.texts
    assert heard[0] == {
        "sender": initiative,
        "title": "Geveltuintjes",
        "text": "\n".join(initiative.texts.values()),
        "author": a_person(),
        "district_id": initiative.district_id,
        "is_appeal": False,
    }
    assert heard[1] == {
        "sender": initiative,
        "old": State.DRAFT,
        "new": State.SUBMITTED,
        "by": a_person(),
    }
    message = db.session.query(Message).one()
    assert message.subject == f"We hebben je initiatief ontvangen: {initiative.reference}"
    assert [event.action for event in history("initiatives", initiative.id)] == [
        "initiatives.submit"
    ]


def test_sending_in_again_keeps_the_reference_and_both_versions() -> None:
    initiative = an_initiative(state=State.CHANGES_REQUESTED)
    reference = initiative.reference
    a_version(initiative, state=TextState.RETURNED)
    initiative.summary = "Nu duidelijker."

    service.submit(initiative, by=a_person())

    versions = db.session.query(InitiativeVersion).order_by(InitiativeVersion.number).all()
    assert [(one.number, one.state) for one in versions] == [
        (1, TextState.RETURNED),
        (2, TextState.WAITING),
    ]
    assert initiative.reference == reference
    assert db.session.query(Message).count() == 0  # one receipt is enough


@pytest.mark.parametrize(
    ("field", "value", "step"),
    [
        ("title", "", "Wat wil je doen?"),
        ("neighbourhood_id", None, "Waar?"),
        ("for_whom", "", "Voor wie en met wie?"),
    ],
)
def test_an_unfinished_plan_says_which_page_is_missing(
    field: str, value: str | None, step: str
) -> None:
    initiative = an_initiative(state=State.DRAFT)
    setattr(initiative, field, value)

    with pytest.raises(Refused, match=step.replace("?", r"\?")):
        service.submit(initiative, by=a_person())
    assert initiative.state == State.DRAFT


def test_a_neighbour_cannot_send_in_the_plan_of_somebody_else() -> None:
    with pytest.raises(NotAllowed):
        service.submit(an_initiative(state=State.DRAFT), by=a_person("Bilal"))


def test_a_plan_is_sent_in_once() -> None:
    with pytest.raises(OutOfDate):
        service.submit(an_initiative(state=State.SUBMITTED), by=a_person())


def test_a_draft_of_somebody_else_cannot_be_sent_in() -> None:
    registration, _secret = service.start(by=a_person())

    with pytest.raises(NotFound):
        service.submit_draft(registration, by=a_person("Bilal"))


def test_no_link_is_mailed_for_a_plan_that_is_not_complete() -> None:
    registration, _secret = service.start(by=Visitor())

    with pytest.raises(Refused):
        service.ask_confirmation(registration)
    assert db.session.query(Message).count() == 0


def test_a_link_is_of_no_use_once_somebody_signed_in_took_the_draft() -> None:
    registration, _secret = service.start(by=Visitor())
    who = service.Who("Iedereen", name="Anna", email="anna@voorbeeld.example")
    service.keep_answers(registration, who, by=Visitor())
    number = registration.initiative_id
    token = make_link("anna@voorbeeld.example", Purpose.SUBMIT, subject_id=number)
    registration.initiative.owner = a_person("Bilal")

    with pytest.raises(OutOfDate):
        service.confirm(token)

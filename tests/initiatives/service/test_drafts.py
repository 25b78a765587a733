"""Writing a draft: what is kept, for how long, and for whom."""

from datetime import timedelta

import pytest

from app.accounts.models import Visitor
from app.core import clock, tokens
from app.core.db import db
from app.core.errors import NotFound, Refused
from app.core.jobs import Job, work_off
from app.initiatives import queries, service
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative, InitiativeTheme, Registration, Theme
from app.initiatives.service import Who
from app.organisations.models import Membership, Organisation, OrganisationKind
from factories.accounts import a_person
from factories.areas import a_town

WHAT = service.What("Geveltuintjes", "Tuintjes langs de gevels.", themes=(Theme.LIVING,))


def test_only_the_fingerprint_of_the_secret_is_kept() -> None:
    registration, secret = service.start(by=Visitor())

    assert registration.fingerprint == tokens.fingerprint(secret)
    assert queries.registration_with(secret, Visitor()) is registration
    assert queries.registration_with("x" + secret, Visitor()) is None
    assert queries.registration_with(None, Visitor()) is None


def test_every_answer_gives_the_draft_two_more_weeks() -> None:
    registration, _secret = service.start(by=Visitor())
    registration.expires_at = clock.now() + timedelta(days=1)

    service.keep_answers(registration, WHAT, by=Visitor())

    assert registration.expires_at > clock.now() + timedelta(days=13)
    assert registration.step == "wat"


def test_answering_again_replaces_the_themes_and_keeps_the_same() -> None:
    registration, _secret = service.start(by=Visitor())
    service.keep_answers(registration, WHAT, by=Visitor())
    both = service.What("Tuintjes", "Ja.", themes=(Theme.LIVING, Theme.SAFETY))
    service.keep_answers(registration, both, by=Visitor())

    service.keep_answers(registration, service.What("Tuintjes", "Ja."), by=Visitor())

    assert db.session.query(InitiativeTheme).count() == 0


def test_somebody_who_is_signed_in_owns_the_draft() -> None:
    anna = a_person()
    registration, secret = service.start(by=anna)

    assert registration.initiative.owner_id == anna.id
    assert queries.drafts_of(anna) == [registration]
    assert queries.registration_with(secret, Visitor()) is None
    with pytest.raises(NotFound):
        service.keep_answers(registration, WHAT, by=a_person("Bilal"))


def test_an_organisation_of_somebody_else_is_refused() -> None:
    association = Organisation(
        kind=OrganisationKind.RESIDENTS_ASSOCIATION, name="De Molen", slug="de-molen"
    )
    db.session.add(association)
    db.session.flush()
    anna = a_person()
    registration, _secret = service.start(by=anna)
    mine = Who("Iedereen", organisation_id=association.id)

    with pytest.raises(Refused):
        service.keep_answers(registration, mine, by=anna)

    db.session.add(Membership(organisation=association, user_id=anna.id))
    service.keep_answers(registration, mine, by=anna)
    assert registration.initiative.organisation_id == association.id


def test_a_place_that_is_no_neighbourhood_is_refused_at_its_field() -> None:
    registration, _secret = service.start(by=Visitor())

    with pytest.raises(Refused) as refusal:
        service.keep_answers(registration, service.Where(a_town().north.id), by=Visitor())

    assert refusal.value.field == "neighbourhood_id"


def test_a_plan_that_was_sent_in_is_no_draft_any_more() -> None:
    registration, _secret = service.start(by=a_person())
    initiative = registration.initiative
    initiative.title, initiative.neighbourhood_id = "x", a_town().mill.id
    initiative.district_id = a_town().north.id
    initiative.state = State.SUBMITTED

    with pytest.raises(NotFound):
        service.keep_answers(registration, WHAT, by=a_person())


def test_a_draft_is_forgotten_two_weeks_after_the_last_answer() -> None:
    registration, _secret = service.start(by=Visitor())
    service.keep_answers(registration, WHAT, by=Visitor())
    _time_passes(timedelta(days=15))

    work_off()

    assert db.session.query(Initiative).count() == 0
    assert db.session.query(Registration).count() == 0


def test_a_draft_that_is_still_written_is_kept_and_looked_at_later() -> None:
    registration, _secret = service.start(by=Visitor())
    db.session.query(Job).update({"due_at": clock.now()})
    registration.expires_at = clock.now() + timedelta(days=9)
    db.session.commit()

    work_off()

    assert db.session.query(Initiative).count() == 1
    waiting = db.session.query(Job).filter(Job.done_at.is_(None)).one()
    assert waiting.due_at > clock.now() + timedelta(days=8)


def test_of_a_plan_that_was_sent_in_only_the_way_back_is_forgotten() -> None:
    anna = a_person()
    registration, _secret = service.start(by=anna)
    service.keep_answers(registration, WHAT, by=anna)
    service.keep_answers(registration, service.Where(a_town().mill.id), by=anna)
    service.keep_answers(registration, Who("Iedereen"), by=anna)
    service.submit_draft(registration, by=anna)
    _time_passes(timedelta(days=15))

    work_off()

    assert db.session.query(Registration).count() == 0
    assert db.session.query(Initiative).one().state == State.SUBMITTED


def _time_passes(time: timedelta) -> None:
    """Move everything that has to happen, or stops, that much nearer."""
    for row in db.session.query(Registration):
        row.expires_at -= time
    for job in db.session.query(Job):
        job.due_at -= time
    db.session.commit()

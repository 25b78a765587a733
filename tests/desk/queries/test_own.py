"""What somebody belongs to, wrote and was asked."""

from datetime import timedelta

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.core.inquiries import answer
from app.desk.queries import own
from app.initiatives.models import Invitation
from app.moderation.lifecycle import ReviewState
from app.moderation.models import Review
from app.organisations.models import MemberRole
from factories.accounts import a_person
from factories.initiatives import an_initiative
from factories.organisations import an_admin_of, an_organisation


def a_text(
    person: User,
    title: str,
    *,
    subject_id: int = 1,
    subject_type: str = "questions",
    state: ReviewState = ReviewState.WAITING,
    days_ago: int = 0,
) -> Review:
    review = Review(
        subject_type=subject_type,
        subject_id=subject_id,
        title=title,
        author_id=person.id,
        flags=[],
        state=state,
        promised_on=clock.today(),
        decided_at=clock.now() - timedelta(days=days_ago),
    )
    db.session.add(review)
    db.session.flush()
    return review


def test_the_organisations_of_a_person_come_with_the_role() -> None:
    anna = a_person("Anna")
    an_admin_of(an_organisation("De Brug"), anna)

    (found,) = answer(own.memberships(anna))

    assert (found.name, found.role) == ("De Brug", MemberRole.ADMIN)


def test_texts_wait_for_a_moderator_or_came_back_lately() -> None:
    anna = a_person("Anna")
    asked = ReviewState.CHANGES_REQUESTED
    a_text(anna, "Eerst gevraagd", subject_id=1, state=asked)
    a_text(anna, "Opnieuw gestuurd", subject_id=1)
    a_text(anna, "Aanpassen", subject_id=2, state=asked)
    a_text(anna, "Lang geleden", subject_id=3, state=asked, days_ago=31)
    a_text(anna, "Geplaatst", subject_id=4, state=ReviewState.PUBLISHED)
    a_text(anna, "Heel plan", subject_type="initiatives")
    a_text(a_person("Bilal"), "Van Bilal", subject_id=5)

    assert [one.title for one in answer(own.own_texts(anna, 10))] == [
        "Opnieuw gestuurd",
        "Aanpassen",
    ]


def test_a_team_that_asks_for_somebody_is_found_by_the_address() -> None:
    anna, bilal = a_person("Anna"), a_person("Bilal")
    plan = an_initiative(anna)
    db.session.add(Invitation(initiative_id=plan.id, email=bilal.email, invited_by_id=anna.id))
    db.session.flush()

    assert [one.initiative_id for one in answer(own.team_invitations(bilal, 10))] == [plan.id]
    assert answer(own.team_invitations(anna, 10)) == ()

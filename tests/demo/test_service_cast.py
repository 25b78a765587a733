"""Everybody of the cast finds work that waits."""

from sqlalchemy import func, select

from app.accounts import passwords
from app.accounts.models import User
from app.capacity import queries as capacity
from app.capacity.models import Response
from app.core import clock
from app.core.db import db
from app.demo import cast
from app.demo.cast import Player
from app.demo.service.parties import open_quarter
from app.initiatives import queries as initiatives
from app.initiatives.lifecycle import State
from app.initiatives.models import Invitation
from app.matching import queries as matching
from app.matching import service as matching_service
from app.matching.lifecycle import RoundState
from app.matching.models import Invitation as ResponseInvitation
from app.moderation import queries as moderation
from app.moderation import rules
from app.organisations import queries as organisations
from app.support import queries as support
from app.support.lifecycle import RequestState
from app.support.models import SupportKind, SupportRequest
from app.support.post import LetterKind
from app.volunteering import queries as volunteering
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import Shift, ShiftSeries, SignUp, VolunteerTask
from app.volunteering.repeating import WEEKDAYS
from factories.demo import fill


def person(player: Player) -> User:
    return db.session.scalars(select(User).where(User.email == player.email)).one()


def test_staff_have_the_demo_password_and_residents_none() -> None:
    fill()

    for player in cast.CAST:
        kept = person(player).password_hash
        assert passwords.fits(cast.PASSWORD, kept) is (player.role is not None)


def test_everybody_is_marked_as_an_example_at_a_domain_that_cannot_exist() -> None:
    fill()

    people = db.session.scalars(select(User)).all()
    assert {one.email.partition("@")[2] for one in people} == {"voorbeeld.example"}
    assert all(one.name.endswith(" (voorbeeld)") for one in people)


def test_roos_has_a_plan_with_a_question_to_answer_and_one_to_change() -> None:
    fill()

    plans = initiatives.of_person(person(cast.RESIDENT))
    assert {plan.state for plan in plans} == {
        State.PUBLISHED,
        State.CHANGES_REQUESTED,
        State.COMPLETED,
    }
    asked_to_change = next(one for one in plans if one.state is State.CHANGES_REQUESTED)
    assert initiatives.reason_to_change(asked_to_change) != ""


def test_the_main_job_waits_six_hours_and_money_asked_and_three_teams_that_could_answer() -> None:
    fill()
    coordinator = person(cast.COORDINATOR)
    plan = next(
        one for one in initiatives.of_person(person(cast.RESIDENT)) if one.state is State.PUBLISHED
    )

    request = db.session.scalars(
        select(SupportRequest).where(SupportRequest.initiative_id == plan.id)
    ).one()
    ranking = matching_service.suggest_for(matching.found(coordinator, request.id), by=coordinator)

    line = next(need.id for need in request.needs if need.kind is SupportKind.TEAM_HOURS)
    ranked = next(one for one in ranking.suggestion.lines if one.line_id == line)
    offers = [place.supply_id for place in ranked.places if place.supply_id.startswith("offer:")]
    assert request.state is RequestState.SUBMITTED
    assert {need.kind: (need.hours, need.cents) for need in request.needs} == {
        SupportKind.TEAM_HOURS: (6, 0),
        SupportKind.MONEY: (0, 35_000),
    }
    assert request.decision_due_on >= clock.today()
    assert db.session.query(Response).filter_by(request_id=request.id).count() == 0
    assert len(offers) == len({ranking.question.candidates[one].name for one in offers}) == 3


def test_bilal_is_on_shifts_on_a_waiting_list_and_has_a_place_to_accept() -> None:
    fill()

    bilal = person(cast.NEIGHBOUR)
    coming = db.session.scalars(
        select(SignUp.state)
        .join(SignUp.shift)
        .where(SignUp.user_id == bilal.id, Shift.starts_at > clock.now())
    )
    invitation = db.session.scalars(select(Invitation).where(Invitation.email == bilal.email)).one()
    assert sorted(coming) == ["confirmed", "offered", "waiting"]
    assert invitation.initiative.organisation.name == cast.ASSOCIATION.name


def test_truus_runs_three_initiatives_and_three_people_wait_for_her_answer() -> None:
    fill()

    truus = person(cast.CHAIR)
    plans = initiatives.of_person(truus)
    asked = db.session.scalar(
        select(func.count())
        .select_from(SignUp)
        .join(SignUp.shift)
        .join(Shift.task)
        .where(
            VolunteerTask.initiative_id.in_([plan.id for plan in plans]),
            SignUp.state == SignUpState.REQUESTED,
        )
    )
    assert [one.name for one in organisations.run_by(truus)] == [cast.ASSOCIATION.name]
    assert len(plans) == 3
    assert asked == 3


def test_the_coordinator_has_requests_and_some_are_late() -> None:
    fill()

    due = [one.decision_due_on for one in _open_requests(cast.COORDINATOR)]
    assert sum(day < clock.today() for day in due) >= 2
    assert any(day >= clock.today() for day in due)


def test_the_coordinator_finds_a_proposal_for_the_hours_of_her_district_that_can_be_approved() -> (
    None
):
    fill()
    femke = person(cast.COORDINATOR)

    (one,) = db.session.scalars(matching.visible_rounds(femke))

    plan = matching.standing_plan(one)
    assert plan is not None
    assert (one.state, one.by) == (RoundState.PROPOSED, femke)
    asked, served, *_hours = matching.totals(plan)
    assert asked >= 2
    assert served >= 1
    matching_service.approve(one, plan.id, by=femke)
    assert one.state is RoundState.APPROVED


def test_advisers_and_deciders_find_requests_that_are_as_far_as_they_need() -> None:
    fill()

    assert _states(cast.ADVISER) >= {RequestState.IN_ASSESSMENT}
    assert _states(cast.DECISION_MAKER) >= {RequestState.PROPOSED}
    assert _states(cast.PROFESSIONAL) >= {RequestState.SUBMITTED}


def test_the_team_of_the_cast_was_asked_to_respond() -> None:
    fill()

    team = db.session.scalars(
        select(ResponseInvitation.organisation_id).join(ResponseInvitation.organisation)
    ).all()
    own = organisations.of_person(person(cast.PROFESSIONAL))[0].organisation_id
    assert own in team


def test_the_team_lead_has_exactly_ten_hours_left_of_one_kind_and_few_of_the_other() -> None:
    fill()

    teams = capacity.teams_led_by(person(cast.TEAM_LEAD))
    today = open_quarter(clock.today())
    free = [one.free for one in capacity.offers_of(teams) if one.starts_on == today.starts_on]
    assert free == [10, 4]


def test_two_moderators_have_texts_to_read_and_one_is_for_the_second_only() -> None:
    fill()

    first, second = person(cast.MODERATOR), person(cast.SECOND_MODERATOR)
    waiting = db.session.scalars(moderation.waiting_for(first)).all()
    appeal = next(one for one in waiting if one.is_appeal)
    assert appeal.earlier_moderator_id == first.id
    assert (rules.judge(first, appeal), rules.judge(second, appeal)) == (False, True)
    assert ["phone"] in [one.flags for one in waiting]


def _open_requests(player: Player) -> list[SupportRequest]:
    return list(db.session.scalars(support.open_requests(person(player))))


def _states(player: Player) -> set[RequestState]:
    return {one.state for one in _open_requests(player)}


def test_what_was_sent_in_has_its_letters_in_order_each_of_its_own_day() -> None:
    fill()

    kinds: set[LetterKind] = set()
    for request in db.session.scalars(select(SupportRequest)):
        letters = support.letters_about(request)
        days = [letter.written_at for letter in letters]
        assert days == sorted(days)
        assert bool(letters) == (request.submitted_at is not None)
        decided = support.decision_of(request) is not None
        assert [one.kind for one in letters].count(LetterKind.DECISION) == decided
        assert days[:1] == ([request.submitted_at] if request.submitted_at else [])
        kinds.update(letter.kind for letter in letters)
    assert kinds == {LetterKind.RECEIPT, LetterKind.QUESTION, LetterKind.DECISION}


def test_bilal_has_a_certificate_of_what_was_noted_and_the_walk_comes_back_every_week() -> None:
    fill()
    bilal = person(cast.NEIGHBOUR)

    (paper,) = volunteering.certificates_of(bilal)

    helped = volunteering.helped(bilal, paper.initiative)
    assert helped is not None
    assert helped._asdict() == {name: getattr(paper, name) for name in helped._fields} | {
        "what": helped.what
    }
    (series,) = db.session.scalars(select(ShiftSeries))
    walks = db.session.scalars(select(Shift).where(Shift.series_id == series.id)).all()
    days = {clock.day_of(shift.starts_at).weekday() for shift in walks}
    assert (len(walks), series.rule) == (4, f"FREQ=WEEKLY;INTERVAL=1;BYDAY={WEEKDAYS[days.pop()]}")
    assert days == set()

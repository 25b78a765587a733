"""What offices work with: requests for support, hours of teams, rounds, and the register."""

from app.accounts import queries as queries_of_accounts
from app.archive import service as archives
from app.capacity.lapsed import LapsedHours
from app.capacity.lifecycle import ReservationState
from app.core import clock
from app.core.db import db
from app.core.jobs import Job
from app.filters.models import Queue, SavedFilter
from app.initiatives.lifecycle import TextState
from app.matching.models import ChoiceKind
from app.notifications.models import PushDevice
from app.notifications.service import tell
from app.organisations.models import MemberRole, Membership
from app.support import queries, service
from app.support.batches import Batch, Deed
from app.support.lifecycle import RequestState
from app.support.models import CostLine, SupportRequest
from app.support.values import Advice, Protest
from factories.accounts import a_person, a_session
from factories.archive import refused
from factories.areas import a_town
from factories.assisting import a_plan_that_waits, greet_without_e_mail
from factories.capacity import a_professional, a_response, a_team, an_offer, reserved
from factories.cast import an_association
from factories.notifications import a_message
from factories.passkeys import a_passkey
from factories.rounds import a_round, asks, solved, tried
from factories.second_factor import an_app
from factories.support import a_budget, a_judgement, a_request, a_type, asked_back, team_hours
from permissions.plans import Ids, of_anna
from permissions.secrets import Secret

AT_REST = ("draft", "submitted", "in_assessment")


def requests() -> dict[str, Ids]:
    """Return a request of Anna in each state that makes a difference, by its name."""
    made = {name: _asked(RequestState(name)) for name in AT_REST}
    made["incomplete"] = _asked()
    asked_back(made["incomplete"], by=a_person("Carla"), text=f"Hoe diep? {Secret.SUPPLEMENT}")
    made["proposed"] = _asked(RequestState.IN_ASSESSMENT)
    _advise(made["proposed"])
    made["draft"].explanation = f"Voor later: {Secret.DRAFT_REQUEST}"
    ids: dict[str, Ids] = {name: {"request_id": request.id} for name, request in made.items()}
    return ids | {"partly granted": _granted(), "objected": _objected()}


def answered() -> Ids:
    """Return a request on which Petra wrote something that a moderator gave back to her."""
    request = a_request(of_anna(), needs=[team_hours()])
    organisation = a_team("Wijkteam Molen").organisation
    petra, text = a_professional(organisation), f"Dat kan. {Secret.RETURNED_RESPONSE}"
    given_back = a_response(
        request, organisation, author=petra, state=TextState.RETURNED, text=text
    )
    return {"request_id": request.id, "response_id": given_back.id}


def archive() -> Ids:
    """Return a list of Ada with a file that is past its term, of which the export was taken."""
    refused()
    one = archives.make(by=a_person("Ada"))
    one.exported_at = clock.now()
    return {"list_id": one.id, "line_id": one.lines[0].id}


def a_round_of_carla() -> Ids:
    """Return a round of the north with a plan, and a change of it that waits to be kept."""
    carla = a_person("Carla")
    need, offer = asks("Wandelen"), an_offer(a_team("Wijkteam Plein"))
    one = a_round(carla)
    solved(one, by=carla)
    tried(one, need, offer, ChoiceKind.VETO, by=carla)
    return {"round_id": one.id, "need_id": need.id, "code": "voorstel"}


def hours() -> Ids:
    """Return hours of a team that Lea leads, and some of them reserved by Petra."""
    team = a_team("Wijkteam Haven")
    for name in ("Lea", "Petra"):
        member = Membership(organisation_id=team.organisation_id, user_id=a_person(name).id)
        db.session.add(member)
    db.session.flush()
    offer = an_offer(team, 40)
    need = a_request(of_anna(), needs=[team_hours()]).needs[0]
    reservation = reserved(offer, need, by=a_person("Petra"))
    return {
        "offer_id": offer.id,
        "reservation_id": reservation.id,
        "organisation_id": team.organisation_id,
    }


def lapsed_hours() -> Ids:
    """Return hours that the team of Lea took back from a plan of Anna."""
    reservation = reserved(
        an_offer(a_team("Wijkteam Sluis"), 9), a_request(of_anna(), needs=[team_hours()]).needs[0]
    )
    lapsed = LapsedHours(reservation=reservation, why="Grote drukte.")
    reservation.state = ReservationState.RELEASED
    db.session.add(lapsed)
    db.session.flush()
    return {"lapsed_id": lapsed.id}


def for_residents() -> Ids:
    """Return a plan that Wim wrote down for Greet, and a message to Greet that goes on paper."""
    entry, _registration = a_plan_that_waits(a_person("Wim"))
    greet = greet_without_e_mail()
    message = a_message(greet, f"Nieuws {Secret.BY_POST}")
    return {"entry_id": entry.id, "message_id": message.id}


def own_things() -> Ids:
    """Return what is of Noor alone."""
    noor = a_person("Noor")
    session = a_session(noor, device="Firefox op een oude tablet")
    device = PushDevice(
        session_id=session.id, address="https://push.example/noor", public_key="k", secret="s"
    )
    db.session.add(device)
    message = a_message(noor, f"Nieuws {Secret.MESSAGE}")
    a_passkey(noor)
    return {
        "message_id": message.id,
        "session_id": session.id,
        "device_id": device.id,
        "passkey_id": queries_of_accounts.passkeys_of(noor)[0].id,
    }


def association() -> Ids:
    """Return the association of the plans, and the membership of Lies."""
    one = an_association()
    members = db.session.query(Membership).filter_by(organisation_id=one.id)
    return {"slug": one.slug, "membership_id": members.filter_by(role=MemberRole.MEMBER).one().id}


def desk() -> Ids:
    """Return what Carla keeps for her work, and what the register of the portal holds."""
    carla, petra, help_with = a_person("Carla"), a_person("Petra"), a_type()
    saved = SavedFilter(user_id=carla.id, queue=Queue.SUPPORT, name="Van mij", arguments={})
    batch = Batch(by_id=carla.id, key="k", deed=Deed.TAKE_ON)
    db.session.add_all([saved, batch])
    an_app(petra)
    return {
        "code": Queue.SUPPORT.value,
        "letter": "a",
        "filter_id": saved.id,
        "batch_id": batch.id,
        "budget_id": a_budget(name="Wijkbudget Molen").id,
        "type_id": help_with.id,
        "slug": help_with.slug,
        "assignment_id": petra.assignments[0].id,
        "user_id": petra.id,
        "job_id": _a_lost_mail(),
    }


def _a_lost_mail() -> int:
    anna = a_person("Anna")
    anna.neighbourhood_id = a_town().mill.id
    tell(anna, "Je plan", "Het staat op de site.")
    job = db.session.query(Job).order_by(Job.id.desc()).first()
    assert job is not None
    job.dead_at, job.attempts, job.last_error = clock.now(), 16, "refused for good"
    db.session.flush()
    return job.id


def _asked(state: RequestState = RequestState.SUBMITTED) -> SupportRequest:
    request = a_request(of_anna(), state=state)
    request.cost_lines.append(CostLine(description=f"Extra {Secret.COSTS}", cents=1))
    return request


def _granted() -> Ids:
    request, agreement = _asked(RequestState.IN_ASSESSMENT), f"Tot oktober. {Secret.LETTER}"
    _advise(request)
    judgement = a_judgement("grant_partly", cents=100_00, agreement=agreement)
    service.decide(request, judgement, by=a_person("Dirk"))
    letter = queries.letters_about(request)[-1]
    return {"request_id": request.id, "letter_id": letter.id}


def _objected() -> Ids:
    request = _asked(RequestState.IN_ASSESSMENT)
    decision = service.decide(request, a_judgement("refuse"), by=a_person("Dirk"))
    protest = Protest(f"Niet waar. {Secret.OBJECTION}", wants_hearing=False)
    service.object_to(decision, protest, by=a_person("Anna"))
    return {"request_id": request.id}


def _advise(request: SupportRequest) -> None:
    vera, advice = a_person("Vera"), Advice(f"Doen. {Secret.ADVICE}", a_budget().id, 100_00)
    service.propose(request, advice, by=vera)

"""Who was asked, who answered, and who could answer."""

from app.accounts.models import User
from app.capacity.models import ResponseKind
from app.core import clock
from app.core.db import db
from app.core.inquiries import answer
from app.matching import queries
from app.matching.models import Invitation
from app.organisations.models import Organisation
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.matching import a_professional, a_request, a_response, an_organisation


def an_invitation(
    request: SupportRequest, organisation: Organisation, supply: str = "offer:1"
) -> Invitation:
    invitation = Invitation(
        request=request,
        supply=supply,
        organisation_id=organisation.id,
        invited_by_id=a_coordinator().id,
    )
    db.session.add(invitation)
    db.session.flush()
    return invitation


def waiting(person: User) -> list[int]:
    return [invitation.id for invitation in answer(queries.waiting_invitations(person, limit=10))]


def test_an_invitation_is_found_by_its_supply() -> None:
    request = a_request()
    invitation = an_invitation(request, an_organisation("De Brug"), "facility:2")

    assert queries.invitation_for(request, "facility:2") is invitation
    assert queries.invitation_for(request, "facility:3") is None
    assert queries.invitations_of(request) == {"facility:2": invitation}


def test_somebody_who_is_blocked_cannot_answer() -> None:
    team = an_organisation("De Brug")
    a_professional(team, a_town().north).blocked_at = clock.now()

    assert queries.responders(team.id, a_request()) == []


def test_invitations_wait_for_the_members_of_the_organisation_the_oldest_first() -> None:
    bridge, other = an_organisation("De Brug"), an_organisation("Anders")
    petra = a_professional(bridge, a_town().north)
    first, second = a_request(), a_request()
    made = [an_invitation(one, bridge).id for one in (first, second)]
    an_invitation(first, other, "offer:9")

    assert waiting(petra) == made


def test_an_invitation_that_was_answered_waits_no_more() -> None:
    bridge, request = an_organisation("De Brug"), a_request()
    petra = a_professional(bridge, a_town().north)
    an_invitation(request, bridge)
    a_response(request, bridge, ResponseKind.WE_DO_NOT)

    assert waiting(petra) == []


def test_an_invitation_to_a_request_that_was_decided_waits_no_more() -> None:
    bridge = an_organisation("De Brug")
    petra = a_professional(bridge, a_town().north)
    an_invitation(a_request(state=RequestState.REFUSED), bridge)

    assert waiting(petra) == []

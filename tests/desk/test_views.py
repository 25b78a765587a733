"""My overview: for every role what waits, since when and what comes next, in few statements."""

from collections.abc import Callable
from datetime import timedelta

import html5lib
import pytest
from flask.testing import FlaskClient

from app.accounts.models import RoleAssignment, User
from app.accounts.roles import Role
from app.capacity.lifecycle import ReservationState
from app.capacity.models import CapacityReservation, ResponseKind
from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.initiatives.lifecycle import State, TextState
from app.initiatives.models import Invitation
from app.matching.models import Invitation as ResponseInvitation
from app.moderation.lifecycle import ReviewState
from app.moderation.models import Review
from app.organisations.models import MemberRole, Membership, OrganisationKind
from app.support.decisions import Proposal
from app.support.lifecycle import RequestState
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import SignUp
from factories.accounts import a_coordinator, a_moderator, a_person, an_administrator
from factories.areas import a_town
from factories.counting import statements
from factories.initiatives import a_question, an_initiative
from factories.matching import (
    a_professional,
    a_request,
    a_response,
    a_team,
    an_offer,
    an_organisation,
)
from factories.moderation import a_review
from factories.volunteering import a_shift, a_task

Browser = Callable[[User], FlaskClient]


def read(browser: FlaskClient) -> dict[str, list[str]]:
    """Return the words of every item on a desk, by the heading of its section."""
    answer = browser.get("/mijn")
    assert answer.status_code == 200
    page = html5lib.parse(answer.text, namespaceHTMLElements=False)
    return {
        _words(section.find("h2")): [_words(item) for item in section.findall("ul/li")]
        for section in page.findall(".//main/section")
        if section.get("class") != "contact"
    }


def _words(element: object) -> str:
    return " ".join("".join(element.itertext()).split())  # type: ignore[attr-defined]


def test_a_visitor_signs_in_first(client: FlaskClient) -> None:
    assert client.get("/mijn").location == "/inloggen?verder=/mijn"


def test_a_new_resident_is_invited_to_begin_and_to_help(signed_in: Browser) -> None:
    browser = signed_in(a_person("Anna"))

    assert read(browser) == {"Je initiatieven": [], "Waar je meehelpt": []}
    html = browser.get("/mijn").text
    assert "Dag Anna. Er wacht nu niets op je." in html
    assert 'href="/initiatieven/nieuw"' in html
    assert 'href="/doe-mee"' in html


def test_a_resident_reads_what_waits_first(signed_in: Browser) -> None:
    anna = a_person("Anna")
    plan = an_initiative(anna)
    a_question(plan, text="Mag mijn hond mee?")
    task = a_task(plan, title="Planten", organiser_confirms=True)
    shift = a_shift(task)
    db.session.add(SignUp(shift=shift, user=a_person("Bilal"), state=SignUpState.REQUESTED))
    other = a_shift(a_task(an_initiative(a_person("Bilal")), title="Koken"))
    offered = SignUp(shift=other, user=anna, state=SignUpState.OFFERED)
    offered.answer_by = clock.now() + timedelta(hours=24)
    db.session.add(offered)
    asks = a_request(plan)
    a_response(
        asks, an_organisation("Welzijn"), ResponseKind.WE_NEED_TO_KNOW
    ).state = TextState.PUBLISHED
    invited = an_initiative(a_person("Bilal"), title="Buurtkeuken")
    db.session.add(
        Invitation(initiative_id=invited.id, email=anna.email, invited_by_id=invited.owner_id)
    )
    db.session.add(
        Review(
            subject_type="questions",
            subject_id=1,
            title="Je vraag",
            author_id=anna.id,
            flags=[],
            state=ReviewState.CHANGES_REQUESTED,
            promised_on=clock.today(),
            decided_at=clock.now(),
        )
    )

    desk = read(signed_in(anna))

    assert list(desk) == [
        "Je bent gevraagd voor een team",
        "Teksten om aan te passen",
        "Vragen om te beantwoorden",
        "Aanmeldingen om te bevestigen",
        "Je vragen om hulp",
        "Waar je meehelpt",
        "Je initiatieven",
    ]
    today = date_words(clock.today())
    assert desk["Vragen om te beantwoorden"] == [
        f"Mag mijn hond mee? Over: Geveltuintjes. Wacht sinds {today}. Hierna: schrijf een antwoord."
    ]
    assert "1 mens wacht." in desk["Aanmeldingen om te bevestigen"][0]
    assert "een organisatie die wil helpen" in desk["Je vragen om hulp"][0]
    assert "Hierna: zeg of je komt, voor " in desk["Waar je meehelpt"][0]


def test_a_text_at_the_moderator_says_by_when_one_hears(signed_in: Browser) -> None:
    anna = a_person("Anna")
    db.session.add(
        Review(
            subject_type="questions", subject_id=1, title="Je vraag", author_id=anna.id, flags=[],
            promised_on=clock.today() - timedelta(days=1),
        )
    )  # fmt: skip

    (text,) = read(signed_in(anna))["Teksten bij de moderator"]

    assert f"Te laat: {date_words(clock.today() - timedelta(days=1))}" in text


def test_a_request_to_finish_leads_to_its_check(signed_in: Browser) -> None:
    anna = a_person("Anna")
    draft = a_request(an_initiative(anna), state=RequestState.DRAFT)

    html = signed_in(anna).get("/mijn").text

    assert f'href="/ondersteuning/{draft.id}/controle"' in html


def test_a_request_that_waits_says_by_when_the_answer_comes(signed_in: Browser) -> None:
    anna = a_person("Anna")
    request = a_request(an_initiative(anna))

    (text,) = read(signed_in(anna))["Je vragen om hulp"]

    assert f"Je krijgt antwoord op of voor {date_words(request.decision_due_on)}." in text


def test_a_shift_that_was_called_off_says_so(signed_in: Browser) -> None:
    anna, shift = a_person("Anna"), a_shift()
    db.session.add(SignUp(shift=shift, user=anna, state=SignUpState.CANCELLED))
    shift.cancelled_at = clock.now()

    (text,) = read(signed_in(anna))["Waar je meehelpt"]

    assert text.endswith("Dit gaat niet door.")


def test_an_association_sees_its_plans(signed_in: Browser) -> None:
    bridge = an_organisation("De Brug", OrganisationKind.RESIDENTS_ASSOCIATION)
    admin = a_person("Baas")
    db.session.add(Membership(organisation_id=bridge.id, user_id=admin.id, role=MemberRole.ADMIN))
    an_initiative(title="Straatfeest").organisation_id = bridge.id

    desk = read(signed_in(admin))

    assert len(desk["Initiatieven van De Brug"]) == 1


def test_a_team_lead_sees_who_asks_and_where_the_hours_go(signed_in: Browser) -> None:
    team, request, other = a_team("Wijkteam Noord"), a_request(), a_request()
    offer = an_offer(team, 20, taken=6)
    lead = a_professional(team.organisation, a_town().north)
    lead.assignments.append(RoleAssignment(role=Role.TEAM_LEAD, area_id=a_town().north.id))
    db.session.add(
        ResponseInvitation(
            request=request,
            supply=f"offer:{offer.id}",
            organisation_id=team.organisation_id,
            invited_by_id=a_coordinator().id,
        )
    )
    db.session.add(
        CapacityReservation(
            offer=offer, need=other.needs[0], hours=6, by_id=lead.id, state=ReservationState.CONFIRMED
        )
    )  # fmt: skip

    desk = read(signed_in(lead))

    assert list(desk) == [
        "Een reactie gevraagd",
        "Vragen uit je wijken",
        "Uren van je team",
        "Waar de uren naartoe gaan",
    ]
    assert len(desk["Vragen uit je wijken"]) == 1
    assert "14 van 20 uur vrij." in desk["Uren van je team"][0]
    assert "Bevestigd 6 uur." in desk["Waar de uren naartoe gaan"][0]


def test_a_professional_who_sets_no_hours_gets_no_link_to_them(signed_in: Browser) -> None:
    team = a_team("Wijkteam Noord")
    an_offer(team)
    professional = a_professional(team.organisation, a_town().north)

    assert 'href="/uren"' not in signed_in(professional).get("/mijn").text


def test_a_coordinator_sees_what_is_too_late_in_words(signed_in: Browser) -> None:
    coordinator = a_coordinator(a_town().north)
    late, proposed = a_request(), a_request(state=RequestState.PROPOSED)
    late.decision_due_on = clock.today() - timedelta(days=3)
    db.session.add(
        Proposal(request=proposed, author_id=coordinator.id, cents=250_00, advice="Doen.")
    )
    an_initiative(title="Nieuw plan", state=State.SUBMITTED)

    desk = read(signed_in(coordinator))

    assert list(desk) == [
        "Voorstellen om over te besluiten",
        "Vragen om hulp",
        "Nieuwe initiatieven in je wijken",
    ]
    assert f"Te laat: {date_words(late.decision_due_on)}" in desk["Vragen om hulp"][0]
    assert "Bedrag: € 250,00." in desk["Voorstellen om over te besluiten"][0]
    assert "Dan besluit een collega." in desk["Voorstellen om over te besluiten"][0]
    assert "Hierna: een moderator leest het plan." in desk["Nieuwe initiatieven in je wijken"][0]


def test_an_adviser_waits_for_the_coordinator_first(signed_in: Browser) -> None:
    a_request()
    adviser = a_person("Vera", role=Role.DEPARTMENT_ADVISER, area=a_town().north)

    (text,) = read(signed_in(adviser))["Vragen om hulp"]

    assert "Hierna: de coördinator neemt de vraag in behandeling." in text


def test_a_moderator_sees_how_many_texts_wait(signed_in: Browser) -> None:
    for _ in range(2):
        a_review()
    browser = signed_in(a_moderator())

    (text,) = read(browser)["Teksten controleren"]

    assert text.startswith("2 teksten wachten")
    assert "Teksten controleren (2)" in browser.get("/mijn").text


def test_an_administrator_finds_the_tools(signed_in: Browser) -> None:
    html = signed_in(an_administrator()).get("/mijn").text

    for path in ("/beheer/rollen", "/beheer/hulp", "/beheer/wijkteams"):
        assert f'href="{path}"' in html


def test_who_reads_the_log_finds_it(signed_in: Browser) -> None:
    auditor = a_person("Aad", role=Role.AUDITOR)

    assert read(signed_in(auditor)) == {"Beheer": []}


def a_busy_resident(number: int) -> User:
    anna, bilal = a_person("Anna"), a_person("Bilal")
    for one in range(number):
        plan = an_initiative(anna, title=f"Plan {one}")
        a_question(plan)
        a_request(plan)
        shift = a_shift(a_task(plan, organiser_confirms=True))
        db.session.add(SignUp(shift=shift, user=bilal, state=SignUpState.REQUESTED))
        later = a_shift(
            a_task(an_initiative(bilal)), starts_at=clock.now() + timedelta(days=one + 1)
        )
        db.session.add(SignUp(shift=later, user=anna, state=SignUpState.CONFIRMED))
        invited = an_initiative(bilal)
        db.session.add(
            Invitation(initiative_id=invited.id, email=anna.email, invited_by_id=bilal.id)
        )
    return anna


def a_busy_member(number: int) -> User:
    admin = a_person("Baas")
    bridge = an_organisation("De Brug", OrganisationKind.RESIDENTS_ASSOCIATION)
    db.session.add(Membership(organisation_id=bridge.id, user_id=admin.id, role=MemberRole.ADMIN))
    for one in range(number):
        an_initiative(title=f"Plan {one}").organisation_id = bridge.id
    return admin


def a_busy_lead(number: int) -> User:
    team = a_team("Wijkteam Noord")
    lead = a_professional(team.organisation, a_town().north)
    for _ in range(number):
        offer, request = an_offer(team), a_request()
        a_request()
        db.session.add(
            ResponseInvitation(
                request=request, supply=f"offer:{offer.id}", organisation_id=team.organisation_id,
                invited_by_id=lead.id,
            )
        )  # fmt: skip
        db.session.add(
            CapacityReservation(offer=offer, need=request.needs[0], hours=1, by_id=lead.id)
        )
    return lead


def a_busy_coordinator(number: int) -> User:
    coordinator = a_coordinator(a_town().north)
    for _ in range(number):
        a_request()
        proposed = a_request(state=RequestState.PROPOSED)
        db.session.add(Proposal(request=proposed, author=a_person("Vera"), advice="Doen."))
        an_initiative(state=State.SUBMITTED)
    return coordinator


def a_busy_moderator(number: int) -> User:
    for _ in range(number):
        a_review()
    return a_moderator()


COSTS = {  # statements, those of the session, the roles and the unread messages included
    a_busy_resident: 11,
    a_busy_member: 11,
    a_busy_lead: 12,
    a_busy_coordinator: 11,
    a_busy_moderator: 9,
}


@pytest.mark.parametrize("rows", [1, 30])
@pytest.mark.parametrize("somebody", COSTS, ids=lambda one: one.__name__)
def test_a_desk_costs_the_same_for_much_as_for_little_and_at_most_twelve_statements(
    signed_in: Browser, somebody: Callable[[int], User], rows: int
) -> None:
    browser = signed_in(somebody(rows))

    assert statements(lambda: browser.get("/mijn")) == COSTS[somebody]
    assert COSTS[somebody] <= 12

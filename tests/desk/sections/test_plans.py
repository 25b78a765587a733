"""How plans stand on a desk."""

import pytest

from app.core import clock
from app.desk.items import Section
from app.desk.queries.own import Joined
from app.desk.queries.running import Plan
from app.desk.sections.plans import plans
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.organisations.models import MemberRole, Organisation, OrganisationKind
from factories.initiatives import an_initiative
from factories.matching import an_organisation

pytestmark = pytest.mark.usefixtures("request_context")


def row_of(plan: Initiative) -> Plan:
    return Plan(
        *(plan.id, plan.title, plan.state, plan.organisation_id),
        *(plan.submitted_at, plan.starts_on, plan.hidden_at),
    )


def joined(organisation: Organisation, role: MemberRole) -> Joined:
    kind, name, slug = organisation.kind, organisation.name, organisation.slug
    return Joined(organisation.id, role, kind, name, slug)


def own_section(*rows: Initiative, is_staff: bool = False) -> Section:
    return plans(tuple(map(row_of, rows)), (), is_staff=is_staff)[0]


@pytest.mark.parametrize(
    ("state", "waits", "last"),
    [
        (State.DRAFT, True, "Hierna: maak je plan af en stuur het in."),
        (State.CHANGES_REQUESTED, True, "Hierna: Het team past het plan aan en stuurt het opnieuw in."),
        (State.REJECTED, False, "Lees waarom. Je kunt om een nieuwe blik vragen."),
        (State.PUBLISHED, False, "Hierna: Verkennen: kan het, en wie doet mee?"),
        (State.RUNNING, False, "Hierna: vertel hoe het gaat. Is het klaar? Geef dat dan door."),
        (State.PAUSED, False, "Hierna: Het team gaat verder of stopt ermee."),
    ],
)  # fmt: skip
def test_every_plan_says_what_comes_next(state: State, waits: bool, last: str) -> None:
    (item,) = own_section(an_initiative(state=state)).items

    assert (item.waits, item.facts[-1], item.state) == (waits, last, state)


def test_a_plan_that_waits_for_a_moderator_says_since_when_and_until_when() -> None:
    (item,) = own_section(an_initiative(state=State.SUBMITTED)).items

    assert item.facts[0].startswith("Wacht sinds ")
    assert item.facts[1] == "Hierna: Een moderator leest het plan."
    assert item.facts[2].startswith("Verwacht: ")


def test_a_hidden_plan_says_so() -> None:
    (item,) = own_section(an_initiative(hidden=True)).items

    assert item.facts == ("Een moderator haalde dit plan van de site. Lees op de pagina waarom.",)


def test_a_draft_without_a_name_can_be_recognised() -> None:
    draft = Initiative(state=State.DRAFT, title="")

    (item,) = own_section(draft).items

    assert (item.title, item.href) == ("Plan zonder naam", "/initiatieven/nieuw")


def test_what_waits_for_the_team_comes_first() -> None:
    rows = [an_initiative(title="Loopt"), an_initiative(title="Concept", state=State.DRAFT)]

    assert [item.title for item in own_section(*rows).items] == ["Concept", "Loopt"]


def test_somebody_without_a_plan_is_invited_to_begin() -> None:
    section = own_section()

    assert (section.empty, [link.href for link in section.links]) == (
        "Je hebt nog geen initiatief. Heb je een idee?",
        ["/initiatieven/nieuw"],
    )


def test_staff_without_a_plan_see_no_such_section() -> None:
    assert own_section(is_staff=True).is_shown is False


@pytest.mark.parametrize(
    ("role", "links"),
    [
        (MemberRole.MEMBER, ["/organisaties/de-brug"]),
        (MemberRole.ADMIN, [f"/organisaties/de-brug{page}" for page in ("", "/klussen", "/leden")]),
    ],
)
def test_the_plans_of_an_association_stand_apart_and_its_administrators_keep_the_members(
    role: MemberRole, links: list[str]
) -> None:
    bridge = an_organisation("De Brug", OrganisationKind.RESIDENTS_ASSOCIATION)
    plan = an_initiative(title="Straatfeest")
    plan.organisation_id = bridge.id

    own, theirs = plans((row_of(plan),), (joined(bridge, role),), is_staff=False)

    assert (own.items, [item.title for item in theirs.items]) == ((), ["Straatfeest"])
    assert [link.href for link in theirs.links] == links


def test_a_district_team_without_plans_has_no_section_of_plans() -> None:
    team = an_organisation("Wijkteam Noord")

    _own, theirs = plans((), (joined(team, MemberRole.ADMIN),), is_staff=True)

    assert theirs.is_shown is False


def test_the_moment_of_sending_is_a_day_in_amsterdam() -> None:
    plan = an_initiative(state=State.SUBMITTED)
    plan.submitted_at = clock.now().replace(year=2026, month=11, day=20, hour=23, minute=30)

    assert own_section(plan).items[0].facts[0] == "Wacht sinds 21 november 2026."

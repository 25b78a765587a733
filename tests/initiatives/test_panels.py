"""The plans on the page of an organisation: public ones, as cards."""

from flask.testing import FlaskClient

from app.core.db import db
from app.initiatives.lifecycle import State
from app.initiatives.panels import panel
from app.organisations.models import Organisation
from factories.counting import statements
from factories.initiatives import an_initiative
from factories.organisations import an_organisation


def a_plan_of(organisation: Organisation, title: str, *, state: State = State.PUBLISHED) -> None:
    an_initiative(title=title, state=state).organisation_id = organisation.id
    db.session.flush()


def test_everybody_finds_the_public_plans_on_the_page_of_the_organisation(
    client: FlaskClient,
) -> None:
    organisation = an_organisation()
    a_plan_of(organisation, "Soep op zondag")
    a_plan_of(organisation, "Nog een concept", state=State.DRAFT)
    an_initiative(title="Van iemand anders")

    page = client.get(f"/organisaties/{organisation.slug}").text

    assert "Plannen van Molenbuurt Vooruit" in page
    assert "Soep op zondag" in page
    assert "Molenbuurt" in page
    assert "Nog een concept" not in page
    assert "Van iemand anders" not in page


def test_without_public_plans_there_is_no_such_part() -> None:
    organisation = an_organisation()
    a_plan_of(organisation, "Nog een concept", state=State.DRAFT)

    assert panel(organisation) is None


def test_many_plans_cost_as_many_statements_as_one() -> None:
    organisation = an_organisation()
    a_plan_of(organisation, "Soep op zondag")
    panel(organisation)
    one = statements(lambda: panel(organisation))
    for number in range(5):
        a_plan_of(organisation, f"Plan {number}")

    assert statements(lambda: panel(organisation)) == one

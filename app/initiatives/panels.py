"""What this room adds to the page of an organisation: the plans that everybody can read."""

from markupsafe import Markup

from app.areas import queries as areas
from app.initiatives import queries
from app.organisations.models import Organisation
from app.web.pieces import piece

MOST = 12


def panel(organisation: Organisation) -> Markup | None:
    """Return the newest public plans of an organisation as cards; nothing without any."""
    cards = queries.card_page(organisation_id=organisation.id, size=MOST).rows
    if not cards:
        return None
    places = tuple(areas.names(card.neighbourhood_id, card.district_id) for card in cards)
    return piece("initiatives/pieces.html", "plans_of", organisation.name, tuple(cards), places)

"""What has to be there before a story begins: a town with postcodes."""

from app.areas.models import Area, Postcode
from app.core.db import db
from factories.areas import Town, a_town


def a_town_with_postcodes() -> Town:
    """``2625 AB`` lies in the Molenbuurt, ``2625 CD`` on the border with the Havenbuurt."""
    town = a_town()
    _in_use("2625AB", town.mill)
    _in_use("2625CD", town.mill)
    _in_use("2625CD", town.harbour, house_number=7)
    return town


def _in_use(postcode: str, neighbourhood: Area, *, house_number: int = 0) -> None:
    db.session.add(
        Postcode(postcode=postcode, house_number=house_number, neighbourhood_id=neighbourhood.id)
    )

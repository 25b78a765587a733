"""What has to be there before a story begins: a town with postcodes, and a plan on its way."""

from app.accounts.models import User
from app.areas.models import Area, Postcode
from app.core.db import db
from app.initiatives import service as initiatives
from app.initiatives.models import Initiative, Theme
from factories.areas import Town, a_town


def a_town_with_postcodes() -> Town:
    """``2625 AB`` lies in the Molenbuurt, ``2625 CD`` on the border with the Havenbuurt."""
    town = a_town()
    _in_use("2625AB", town.mill)
    _in_use("2625CD", town.mill)
    _in_use("2625CD", town.harbour, house_number=7)
    return town


def a_plan_sent_in(
    owner: User,
    *,
    title: str = "Geveltuintjes in de Molenbuurt",
    summary: str = "We maken samen smalle tuintjes langs de gevels.",
) -> Initiative:
    """Return a plan in the Molenbuurt that ``owner`` sent in a moment ago."""
    registration, _secret = initiatives.start(by=owner)
    for answers in (
        initiatives.What(title, summary, themes=(Theme.SURROUNDINGS,)),
        initiatives.Where(a_town().mill.id, "De stoep aan de Molenstraat"),
        initiatives.Who("Alle bewoners van de straat"),
    ):
        initiatives.keep_answers(registration, answers, by=owner)
    initiatives.submit(registration.initiative, by=owner)
    db.session.commit()
    return registration.initiative


def a_public_plan(owner: User, *, moderator: User, **words: str) -> Initiative:
    """Return a plan that everybody can read."""
    initiative = a_plan_sent_in(owner, **words)
    initiatives.publish(initiative, by=moderator)
    db.session.commit()
    return initiative


def _in_use(postcode: str, neighbourhood: Area, *, house_number: int = 0) -> None:
    db.session.add(
        Postcode(postcode=postcode, house_number=house_number, neighbourhood_id=neighbourhood.id)
    )

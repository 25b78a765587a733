"""How a plan spreads hours over neighbourhoods and teams, as figures to draw, to read and to take along."""

from dataclasses import dataclass

from flask_babel import gettext as _

from app.areas import queries as areas
from app.areas.tree import sorting_key
from app.capacity import queries as capacity
from app.matching import queries
from app.matching.engine.frozen import thaw
from app.matching.engine.problem import Problem
from app.matching.models import Plan
from app.matching.queries import GivenHours, Totals
from app.ui.charts import Column, Figures, Row

NOTHING = GivenHours(0, 0)


@dataclass(frozen=True)
class Spread:
    """What every neighbourhood and team asks, gets and gives in a plan, in the order of their names."""

    places: list[tuple[int, str, Totals]]
    teams: list[tuple[int, str, int, int]]  # free before the plan, and given by it

    @property
    def over_neighbourhoods(self) -> Figures:
        """Tell what every neighbourhood asks and gets."""
        return Figures(
            code="buurten",
            title=_("Verdeling over de buurten"),
            meaning=_("Zoveel uren vragen bewoners van een buurt, en zoveel krijgen ze."),
            heading=_("Buurt"),
            columns=(
                Column(_("Gevraagd")),
                Column(_("Krijgt")),
                Column(_("Procent"), is_drawn=False),
            ),
            rows=tuple(
                Row(name, (hours.hours_asked, hours.hours_served, _percent(hours)))
                for _number, name, hours in self.places
            ),
        )

    @property
    def over_teams(self) -> Figures:
        """Tell how many of its free hours every team gives that works where something is asked."""
        return Figures(
            code="teams",
            title=_("Uren van de teams"),
            meaning=_(
                "Zoveel uren had een team vrij, en zoveel gaan er naar vragen in dit voorstel."
            ),
            heading=_("Team"),
            columns=(Column(_("Vrij")), Column(_("Gegeven"))),
            rows=tuple(Row(name, (free, given)) for _number, name, free, given in self.teams),
        )


def spread_of(plan: Plan, district_id: int | None = None) -> Spread:
    """Return how a plan spreads hours, with what was approved of earlier plans of its round.

    With a district over its neighbourhoods only.
    """
    places = [
        (one.area_id, areas.names(one.area_id), one.totals)
        for one in queries.by_neighbourhood(plan)
        if district_id is None or _lies_in(one.area_id, district_id)
    ]
    free, given = _free_of(thaw(plan.question)), queries.hours_by_team(plan)
    return Spread(
        sorted(places, key=lambda place: sorting_key(place[1])),
        [
            (
                team.id,
                team.organisation.name,
                free.get(team.id, 0) + given.get(team.id, NOTHING).earlier,
                given.get(team.id, NOTHING).all,
            )
            for team in capacity.teams()
            if team.id in free or team.id in given
        ],
    )


def _lies_in(neighbourhood_id: int, district_id: int) -> bool:
    place = areas.by_id(neighbourhood_id)
    district = areas.district_of(place) if place else None
    return district is not None and district.id == district_id


def _percent(hours: Totals) -> int:
    return round(100 * hours.hours_served / hours.hours_asked)


def _free_of(question: Problem) -> dict[int, int]:
    """Return by team its free hours, when it works where something is asked."""
    where = {
        code
        for request in question.requests
        for code in (request.neighbourhood, request.district, *request.own_areas)
    }
    free: dict[int, int] = {}
    for supply in question.supplies:
        if supply.areas is None or not where.isdisjoint(supply.areas):
            team_id = int(supply.provider_id.partition(":")[2])
            hours = 0 if supply.withdrawn else supply.free_hours or 0
            free[team_id] = free.get(team_id, 0) + hours
    return free

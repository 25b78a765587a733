"""The list of plans, narrowed by words, place, theme and status."""

from dataclasses import dataclass
from typing import Any

from flask import render_template, request, url_for
from markupsafe import Markup

from app.areas import queries as areas
from app.areas.models import AreaKind
from app.areas.tree import Place
from app.initiatives import queries
from app.initiatives.lifecycle import PUBLIC, State
from app.initiatives.models import Theme
from app.initiatives.views.blueprint import PIECES, bp
from app.web.pieces import piece, pieces

THEMES, STATES = tuple(Theme), tuple(state for state in State if state in PUBLIC)
LONGEST = 100  # letters of a search


@dataclass(frozen=True)
class Filters:
    """What a reader chose; what is not known counts as not chosen."""

    words: str
    district: Place | None
    neighbourhood: Place | None
    theme: Theme | None
    state: State | None

    @property
    def in_use(self) -> bool:
        """Tell whether the list is narrowed."""
        return any((self.words, self.district, self.neighbourhood, self.theme, self.state))

    def arguments(self) -> dict[str, Any]:
        """Return the choices as they stand in the address."""
        chosen = {
            "zoek": self.words,
            "wijk": self.district.slug if self.district else "",
            "buurt": self.neighbourhood.slug if self.neighbourhood else "",
            "thema": self.theme.value if self.theme else "",
            "status": self.state.value if self.state else "",
        }
        return {name: value for name, value in chosen.items() if value}


@bp.get("")
def index() -> str:
    """Show the newest plans."""
    filters = _filters()
    page = queries.card_page(
        district_id=filters.district.id if filters.district else None,
        neighbourhood_id=filters.neighbourhood.id if filters.neighbourhood else None,
        theme=filters.theme,
        state=filters.state,
        words=filters.words,
        bookmark=request.args.get("na"),
    )
    return render_template(
        "initiatives/index.html",
        page=page,
        cards=pieces(PIECES, "plan", [(card, _places(card)) for card in page.rows]),
        url=lambda bookmark: url_for(".index", **filters.arguments(), na=bookmark),
        filters=filters,
        choices=_choices(filters),
    )


def _choices(filters: Filters) -> Markup:
    return piece(
        PIECES,
        "choices",
        tuple(areas.districts()),
        tuple(areas.children(filters.district)) if filters.district else (),
        *(THEMES, STATES),
        *(filters.district, filters.neighbourhood, filters.theme, filters.state),
    )


def _places(card: queries.Card) -> str:
    return areas.names(card.neighbourhood_id, card.district_id)


def _filters() -> Filters:
    asked = request.args.get
    neighbourhood = _place(asked("buurt"), AreaKind.NEIGHBOURHOOD)
    district = _place(asked("wijk"), AreaKind.DISTRICT)
    if neighbourhood and (district is None or neighbourhood.parent_id != district.id):
        district, neighbourhood = _together(district, neighbourhood)
    return Filters(
        words=" ".join((asked("zoek") or "")[:LONGEST].split()),
        district=district,
        neighbourhood=neighbourhood,
        theme=next((theme for theme in Theme if theme.value == asked("thema")), None),
        state=next((state for state in PUBLIC if state.value == asked("status")), None),
    )


def _together(district: Place | None, neighbourhood: Place) -> tuple[Place | None, Place | None]:
    """Make a neighbourhood and a district fit: another district was chosen, or none yet."""
    if district is None:
        return areas.district_of(neighbourhood), neighbourhood
    return district, None


def _place(slug: str | None, kind: AreaKind) -> Place | None:
    place = areas.by_slug(slug) if slug else None
    return place if place and place.kind == kind else None
